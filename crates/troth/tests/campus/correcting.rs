//! Correcting what is one's own, and where to turn when something is not right (UC12, GDPR Art. 16, 19, 77).

use kernel::Archetype;

use crate::world::Campus;

// UC12
#[tokio::test(flavor = "multi_thread")]
async fn a_correction_is_made_at_once_and_stands_among_what_was_done_with_ones_rights() {
    let campus = Campus::new().await;
    campus.resident(&campus.site, "Pia Participant", Archetype::Participant).await;
    let mut pia = campus.sign_in(&campus.site, "Pia Participant").await;
    let corrected = "Your name, language or address was corrected";
    campus.done(&mut pia, "/profile", &[("name", "Pia Participant"), ("language", "en")]).await;
    assert!(!campus.page(&mut pia, "/my-data").await.contains(corrected), "saved as it was: nothing was corrected");
    campus.done(&mut pia, "/profile", &[("name", "Pia Particip\u{e5}nt"), ("language", "en")]).await;
    let page = campus.page(&mut pia, "/my-data").await;
    assert!(page.contains(corrected));
    assert!(page.contains("Veilige Kluis B.V."), "who receives it, by name");
    campus.done(&mut pia, "/my-data/restriction", &[]).await;
    campus.done(&mut pia, "/profile", &[("name", "Pia Participant"), ("language", "en")]).await;
    campus.done(&mut pia, "/my-data/restriction/lifting", &[]).await;
    let page = campus.page(&mut pia, "/my-data").await;
    assert!(page.contains("You froze your data") && page.contains("You released your data"));
    assert_eq!(page.matches(corrected).count(), 2, "what is frozen can still be corrected by its person");
}

// UC12, RL17
#[tokio::test(flavor = "multi_thread")]
async fn whoever_objects_or_complains_finds_the_officer_and_the_authority_of_the_country_in_the_own_language() {
    let campus = Campus::new().await;
    campus.resident(&campus.site, "Pia Participant", Archetype::Participant).await;
    let mut pia = campus.sign_in(&campus.site, "Pia Participant").await;
    for (language, title) in
        [("en", "Object or complain"), ("nl", "Bezwaar maken of klagen"), ("sv", "Invänd eller klaga")]
    {
        let page = campus.page(&mut pia, &format!("/my-data/complaint?lang={language}")).await;
        for told in
            [title, "officer@campus.example", "Autoriteit Persoonsgegevens", "https://autoriteitpersoonsgegevens.nl"]
        {
            assert!(page.contains(told), "{language}: {told}");
        }
    }
}

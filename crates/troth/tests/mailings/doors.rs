//! Who may do what with consents and mailings: each door, tried by everybody.

use kernel::Archetype;

use crate::{
    stage::Stage,
    world::{Browser, Campus},
};

#[tokio::test(flavor = "multi_thread")]
async fn mailings_are_for_managers_and_ones_consents_for_oneself() {
    let mut stage = Stage::set().await;
    let draft = stage.write().await;
    let sent = stage.send().await;
    stage.campus.resident(&stage.campus.site, "Tom", Archetype::Technician).await;
    stage.campus.resident(&stage.campus.site, "Hanna", Archetype::Coach).await;
    let mut others = vec![stage.olaf.clone(), stage.maria.clone()];
    for name in ["Tom", "Hanna"] {
        others.push(stage.campus.sign_in(&stage.campus.site, name).await);
    }
    let text = [("kind", "offers"), ("subject-en", "Another"), ("text-en", "Text.")];
    let looks = ["/mailings".to_owned(), "/mailings/writing".to_owned(), draft.clone(), format!("{draft}/text"), sent];
    let writes = ["/mailings/writing".to_owned(), format!("{draft}/text"), format!("{draft}/sending")];
    for path in &looks {
        for other in &mut others {
            assert_eq!(stage.campus.get(other, path).await.status, 404, "{path}");
        }
        let stranger = stage.campus.get(&mut Browser::default(), path).await;
        assert!(stranger.status == 303 && stranger.location().starts_with("/sign-in"), "{path}");
        assert_eq!(stage.campus.get(&mut stage.mia, path).await.status, 200, "{path}");
    }
    for path in &writes {
        for other in &mut others {
            assert_eq!(stage.campus.post(other, path, &text).await.status, 404, "{path}");
        }
        assert_eq!(stage.campus.post(&mut Browser::default(), path, &text).await.status, 403, "{path}");
    }
    for path in &writes {
        assert_eq!(stage.campus.post(&mut stage.mia, path, &text).await.status, 303, "{path}");
    }
    for path in
        ["/my-data/consents/consent-offers", "/my-data/consents/consent-offers/withdrawal", "/my-data/objection"]
    {
        assert_eq!(stage.campus.post(&mut Browser::default(), path, &[]).await.status, 403, "{path}");
    }
}

// A statement that names nothing of it has none of it.
#[tokio::test(flavor = "multi_thread")]
async fn an_organisation_whose_statement_names_no_mailing_has_no_such_page() {
    let campus = Campus::new().await;
    for (name, archetype) in [("Mia Manager", Archetype::Manager), ("Maria", Archetype::Participant)] {
        campus.resident(&campus.site, name, archetype).await;
        let mut browser = campus.sign_in(&campus.site, name).await;
        for path in ["/mailings", "/mailings/writing", "/my-data/consents"] {
            assert_eq!(campus.get(&mut browser, path).await.status, 404, "{name} {path}");
        }
        assert_eq!(campus.post(&mut browser, "/my-data/objection", &[]).await.status, 404);
        let pages =
            [campus.page(&mut browser, "/my-data").await, campus.page(&mut browser, "/my-data/complaint").await];
        assert!(
            pages.iter().all(|page| !page.contains("/my-data/consents") && !page.contains("\"/mailings\"")),
            "{name}"
        );
    }
}

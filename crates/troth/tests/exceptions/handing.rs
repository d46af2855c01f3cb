//! One gate through which data leaves for somebody outside (CE4, CE17, UC14, TF12, SH3).

use axum::http::StatusCode;

use crate::stage::Stage;

// CE4, TF12: two people, one package, and the person sees it.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_leaves_before_a_second_person_agrees_and_then_once() {
    let mut stage = Stage::set().await;
    let path = stage.propose(&[]).await;
    let (approval, package) = (format!("{path}/approval"), format!("{path}/package"));
    assert_eq!(stage.take(&path).await.0, StatusCode::NOT_FOUND, "nobody has agreed");
    let own = stage.campus.post(&mut stage.mia, &approval, &[]).await;
    assert_eq!(own.status, StatusCode::CONFLICT, "nobody agrees to what they propose themselves");
    for browser in [&mut stage.hanna, &mut stage.maria, &mut stage.tom] {
        for door in [&approval, &package, &format!("{path}/refusal")] {
            assert_eq!(stage.campus.post(browser, door, &[]).await.status, StatusCode::NOT_FOUND, "{door}");
        }
        assert_eq!(stage.campus.get(browser, &path).await.status, StatusCode::NOT_FOUND);
    }
    stage.campus.done(&mut stage.olaf, &approval, &[]).await;
    let other = stage.campus.post(&mut stage.olaf, &package, &[]).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND, "who agreed does not take it");
    let (status, archive) = stage.take(&path).await;
    assert_eq!(status, StatusCode::OK);
    assert!(archive.contains("Maria Bloem") && archive.contains("data.json"));
    assert!(!archive.contains("maria.bloem@"), "what was not chosen stays");
    assert_eq!(stage.take(&path).await.0, StatusCode::NOT_FOUND, "once is enough");
    let page = stage.received().await;
    for told in ["The District Court", "Order 2026-113", "The law forces us", "the names", "Handed over"] {
        assert!(page.contains(told), "{told}");
    }
}

// I3, CE6: each opening for a package names the disclosure in the access log; the person sees it there.
#[tokio::test(flavor = "multi_thread")]
async fn a_package_leaves_a_line_that_the_person_can_see() {
    let mut stage = Stage::set().await;
    stage.handed_over(&[]).await;
    stage.campus.site.store.flush().await.unwrap();
    let page = stage.campus.page(&mut stage.maria, "/my-data/looks").await;
    assert!(page.contains("disclosure.hand-over"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_declined_or_has_lapsed_stays_closed() {
    let mut stage = Stage::set().await;
    let declined = stage.propose(&[]).await;
    stage.campus.done(&mut stage.olaf, &format!("{declined}/refusal"), &[]).await;
    assert_eq!(stage.take(&declined).await.0, StatusCode::NOT_FOUND);
    let again = stage.campus.post(&mut stage.olaf, &format!("{declined}/approval"), &[]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);

    let agreed = stage.agreed(&[("reference", "Order 2")]).await;
    let proposed = stage.propose(&[("reference", "Order 3")]).await;
    stage.later(3).await;
    assert_eq!(stage.take(&agreed).await.0, StatusCode::NOT_FOUND, "three days are over");
    assert!(stage.campus.page(&mut stage.mia, &agreed).await.contains("Lapsed"));
    stage.later(11).await;
    let late = stage.campus.post(&mut stage.olaf, &format!("{proposed}/approval"), &[]).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "two weeks are over");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_come_at_once_one_decides_and_one_takes() {
    let mut stage = Stage::set().await;
    let campus = &stage.campus;
    campus.resident(&campus.site, "Ina Officer", kernel::Archetype::Officer).await;
    let mut ina = campus.sign_in(&campus.site, "Ina Officer").await;
    let path = stage.propose(&[]).await;
    let approval = format!("{path}/approval");
    let mut olaf = stage.olaf.clone();
    let (one, other) =
        tokio::join!(stage.campus.post(&mut olaf, &approval, &[]), stage.campus.post(&mut ina, &approval, &[]));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let package = format!("{path}/package");
    let (mut mia, mut again) = (stage.mia.clone(), stage.mia.clone());
    let (one, other) =
        tokio::join!(stage.campus.post(&mut mia, &package, &[]), stage.campus.post(&mut again, &package, &[]));
    let taken = [one.status, other.status].iter().filter(|status| **status == StatusCode::OK).count();
    assert_eq!(taken, 1, "{} {}", one.status, other.status);
}

// CE17, UC14: a sale has no ground, and what the statement does not list is none.
#[tokio::test(flavor = "multi_thread")]
async fn a_ground_that_the_statement_does_not_list_is_none() {
    let mut stage = Stage::set().await;
    for ground in ["sale", "fraud", "safety", "legal-claim", "consent"] {
        stage.propose_in_vain(&[("ground", ground)]).await;
    }
    let form = stage.campus.page(&mut stage.mia, "/exceptions/disclosures/proposal").await;
    assert!(form.contains("value=\"law\"") && form.contains("value=\"contract\"") && !form.contains("value=\"fraud\""));
}

// UC4, UC6: what is between a person and a coach does not leave through the gate, whoever agrees.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_under_secrecy_is_not_offered_and_not_taken() {
    let mut stage = Stage::set().await;
    for secret in ["dialogue", "drafts", "private-notes", "shared-notes", "goals", "appointments"] {
        stage.propose_in_vain(&[("categories", secret)]).await;
    }
}

// TF12: on the person's consent, given for this very disclosure, until it is taken back.
#[tokio::test(flavor = "multi_thread")]
async fn what_rests_on_consent_leaves_only_while_the_person_consents() {
    let mut stage = Stage::with_consent().await;
    let path = stage.agreed(&[("ground", "consent")]).await;
    assert_eq!(stage.take(&path).await.0, StatusCode::NOT_FOUND, "she has not been heard");
    let own = path.replace("/exceptions/disclosures/", "/my-data/recipients/");
    let (consent, withdrawal) = (format!("{own}/consent"), format!("{own}/withdrawal"));
    for browser in [&mut stage.mia, &mut stage.olaf, &mut stage.hanna] {
        assert_eq!(stage.campus.post(browser, &consent, &[]).await.status, StatusCode::NOT_FOUND);
    }
    assert!(stage.received().await.contains(&consent));
    stage.campus.done(&mut stage.maria, &consent, &[]).await;
    stage.campus.done(&mut stage.maria, &withdrawal, &[]).await;
    assert_eq!(stage.take(&path).await.0, StatusCode::NOT_FOUND, "she took it back");
    stage.campus.done(&mut stage.maria, &consent, &[]).await;
    assert_eq!(stage.take(&path).await.0, StatusCode::OK);
    let late = stage.campus.post(&mut stage.maria, &withdrawal, &[]).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "it has left");
    stage.propose_in_vain(&[("ground", "consent"), ("untold", "Some law"), ("until", "2027-03-01")]).await;
}

// GDPR Art. 18(2).
#[tokio::test(flavor = "multi_thread")]
async fn what_is_frozen_leaves_on_few_grounds_only() {
    let mut stage = Stage::set().await;
    let agreed = stage.agreed(&[("ground", "contract")]).await;
    stage.campus.done(&mut stage.maria, "/my-data/restriction", &[("reason", "")]).await;
    assert_eq!(stage.take(&agreed).await.0, StatusCode::NOT_FOUND, "frozen meanwhile");
    stage.propose_in_vain(&[("ground", "contract")]).await;
    let path = stage.handed_over(&[("ground", "law"), ("reference", "Order 4")]).await;
    assert!(stage.campus.page(&mut stage.olaf, &path).await.contains("Handed over"));
}

// Art. 15(1)(c), and a law that forbids to tell: for a time, with a reason that the person reads afterwards.
#[tokio::test(flavor = "multi_thread")]
async fn a_silence_ends_on_its_day_and_is_then_explained() {
    let mut stage = Stage::set().await;
    let silence = [("untold", "Article 126nd of the code"), ("until", "2026-12-20")];
    let path = stage.handed_over(&silence).await;
    stage.look().await;
    for page in ["/my-data/recipients", "/my-data", "/my-data/file"] {
        let answer = stage.campus.get(&mut stage.maria, page).await;
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        assert!(!text.contains("District Court") && !text.contains("disclosure_vote"), "{page}");
    }
    stage.later(22).await;
    let before = stage.campus.outbox.mails().len();
    stage.look().await;
    assert_eq!(stage.campus.outbox.mails().len(), before + 1, "who proposed it is reminded a week ahead");
    let moved = [("untold", "It still applies"), ("until", "2027-01-20")];
    stage.campus.done(&mut stage.olaf, &format!("{path}/silence"), &moved).await;
    stage.later(8).await;
    stage.look().await;
    assert!(!stage.received().await.contains("District Court"), "the day was moved");
    stage.later(30).await;
    stage.look().await;
    let page = stage.received().await;
    assert!(page.contains("The District Court") && page.contains("It still applies"), "{page}");
    let late = [("untold", "It always will"), ("until", "2028-01-01")];
    let late = stage.campus.post(&mut stage.olaf, &format!("{path}/silence"), &late).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
}

// Art. 15(1)(c) and (g).
#[tokio::test(flavor = "multi_thread")]
async fn the_person_sees_who_receives_what_in_daily_work_and_where_it_comes_from() {
    let mut stage = Stage::set().await;
    let page = stage.received().await;
    for told in ["Postbode Mail B.V.", "Veilige Kluis B.V.", "This data comes from you and the organisation manager."] {
        assert!(page.contains(told), "{told}");
    }
    assert!(stage.campus.page(&mut stage.maria, "/my-data").await.contains("/my-data/recipients"));
}

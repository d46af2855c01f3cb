//! Writing and sending, and what comes in the mailbox.

use axum::http::StatusCode;
use kernel::Language;
use testkit::Canaries;
use troth::system::SystemRng;

use crate::{
    stage::{SUBJECT, Stage, TEXT},
    world::{address, statement},
};

// TF13, CE15: a draft, its preview with a count and no names, and one mail for each who agreed.
#[tokio::test(flavor = "multi_thread")]
async fn a_mailing_goes_to_whoever_agreed_and_its_writer_sees_how_many_and_never_who() {
    let mut stage = Stage::set().await;
    stage.two_agree().await;
    let path = stage.write().await;
    let page = stage.campus.page(&mut stage.mia, &path).await;
    for shown in [SUBJECT, "We meet on 3 December.", "fewer than 5 people", "Draft"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert!(!page.contains("Maria") && !page.contains("Noor"), "{page}");
    stage.campus.run_jobs().await;
    assert!(stage.received("Maria").is_empty(), "a draft is not sent");
    stage.campus.done(&mut stage.mia, &format!("{path}/sending"), &[]).await;
    stage.campus.run_jobs().await;
    assert_eq!((stage.received("Maria").len(), stage.received("Noor").len(), stage.received("Otto").len()), (1, 1, 0));
    // Once is enough, and what was sent is not changed any more.
    for (end, fields) in
        [("/sending", &[][..]), ("/text", &[("kind", "offers"), ("subject-en", "x"), ("text-en", "y")])]
    {
        let again = stage.campus.post(&mut stage.mia, &format!("{path}{end}"), fields).await;
        assert!([404, 409].contains(&again.status.as_u16()), "{end}: {}", again.status);
    }
    stage.campus.run_jobs().await;
    assert_eq!(stage.received("Maria").len(), 1);
    let list = stage.campus.page(&mut stage.mia, "/mailings").await;
    assert!(list.contains(SUBJECT) && list.contains("Sent on 22 November 2026"), "{list}");
}

// UC13, TF13: nothing personal but the address; two links; nothing that is loaded.
#[tokio::test(flavor = "multi_thread")]
async fn a_mailing_names_nobody_loads_nothing_and_has_both_links() {
    let mut stage = Stage::set().await;
    stage.two_agree().await;
    stage.send().await;
    stage.campus.run_jobs().await;
    let mail = stage.received("Maria").remove(0);
    assert_eq!(mail.subject(), SUBJECT);
    assert!(mail.text().starts_with(TEXT) && mail.text().contains("invitations and offers"), "{}", mail.text());
    assert!(mail.html().contains("<p>Come &amp; bring a friend.</p>"), "{}", mail.html());
    assert!(mail.html().contains("color-scheme: light dark"), "{}", mail.html());
    for part in [mail.text(), mail.html()] {
        assert!(!part.contains("Maria") && !part.contains(&stage.maria_id.to_string()), "{part}");
        for path in ["/stop-mailings/", "/erase-contact/"] {
            assert_eq!(part.matches(&format!("{}{path}", stage.campus.site.base_url)).count(), 1, "{part}");
        }
        assert_eq!(part.matches("://").count(), 2, "{part}");
        for sign in ["<img", "<script", "<link", "src=", "url("] {
            assert!(!part.contains(sign), "a mail loads nothing: {part}");
        }
    }
    // No link can be told from another by who got it, and none is used for two things.
    let noor = stage.received("Noor").remove(0);
    let (hers, other) = (mail.stop().unwrap(), noor.stop().unwrap());
    assert_ne!(hers, other);
    assert_ne!(mail.message_id(), noor.message_id());
}

// Each reads it in the own language where it was written in that, with words around it in the same.
#[tokio::test(flavor = "multi_thread")]
async fn each_gets_the_mailing_in_the_own_language_or_else_in_the_first_that_there_is() {
    let mut stage = Stage::set().await;
    stage.two_agree().await;
    let choice = [("language", "sv"), ("back", "/")];
    stage.campus.done(&mut stage.maria, "/profile/language", &choice).await;
    stage.campus.done(&mut stage.noor, "/profile/language", &[("language", "nl"), ("back", "/")]).await;
    let fields = [
        ("kind", "offers"),
        ("subject-en", SUBJECT),
        ("text-en", TEXT),
        ("subject-sv", "En kväll om att lyssna"),
        ("text-sv", "Vi ses den 3 december."),
    ];
    let path = stage.campus.done(&mut stage.mia, "/mailings/writing", &fields).await;
    let path = path.split('?').next().unwrap();
    stage.campus.done(&mut stage.mia, &format!("{path}/sending"), &[]).await;
    stage.campus.run_jobs().await;
    let (maria, noor) = (stage.received("Maria").remove(0), stage.received("Noor").remove(0));
    assert_eq!((maria.language(), noor.language()), (Language::Sv, Language::En));
    assert!(
        maria.text().contains("Vi ses") && maria.text().contains("inbjudningar och erbjudanden"),
        "{}",
        maria.text()
    );
    assert!(maria.text().contains("?lang=sv"), "{}", maria.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_withdraws_or_freezes_between_queueing_and_sending_gets_nothing() {
    let mut stage = Stage::set().await;
    stage.two_agree().await;
    stage.send().await;
    stage.campus.done(&mut stage.maria, "/my-data/consents/consent-offers/withdrawal", &[]).await;
    stage.campus.done(&mut stage.noor, "/my-data/restriction", &[]).await;
    stage.campus.run_jobs().await;
    assert!(stage.received("Maria").is_empty() && stage.received("Noor").is_empty());
    // Whoever has frozen the own data is not counted either.
    let path = stage.write().await;
    assert!(stage.campus.page(&mut stage.mia, &path).await.contains("go to nobody"));
}

// I6: what is queued holds ids, and neither text nor address.
#[tokio::test(flavor = "multi_thread")]
async fn what_waits_in_the_queue_and_what_stands_in_the_database_holds_no_word_of_a_mailing() {
    let mut stage = Stage::set().await;
    stage.two_agree().await;
    let mut canaries = Canaries::new();
    let (subject, text) = (canaries.plant("subject", &SystemRng), canaries.plant("text", &SystemRng));
    let fields = [("kind", "offers"), ("subject-en", subject.as_str()), ("text-en", text.as_str())];
    let path = stage.campus.done(&mut stage.mia, "/mailings/writing", &fields).await;
    let path = path.split('?').next().unwrap();
    stage.campus.done(&mut stage.mia, &format!("{path}/sending"), &[]).await;
    stage.campus.site.store.flush().await.unwrap();
    let home = stage.campus.folder.path().join(stage.campus.key());
    assert_eq!(testkit::search(&home, &canaries).unwrap(), []);
    stage.campus.run_jobs().await;
    assert!(stage.received("Maria")[0].text().contains(&text), "the search has something to find");
    // Tokens are hashed: what stands in the mail stands nowhere else.
    let token = stage.link("Maria", "/stop-mailings/");
    let token = token.trim_start_matches("/stop-mailings/").split('?').next().unwrap().to_owned();
    assert_eq!(token.len(), 43);
    stage.campus.site.store.flush().await.unwrap();
    let known = std::fs::read_dir(&home).unwrap().filter_map(|entry| std::fs::read(entry.unwrap().path()).ok());
    assert!(known.into_iter().all(|bytes| !bytes.windows(43).any(|window| window == token.as_bytes())));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_half_filled_in_or_of_no_stated_kind_is_given_back() {
    let mut stage = Stage::set().await;
    for fields in [
        &[("kind", "offers")][..],
        &[("kind", "offers"), ("subject-en", "Only a subject")],
        &[("kind", "newsletter"), ("subject-en", "x"), ("text-en", "y")],
    ] {
        let answer = stage.campus.post(&mut stage.mia, "/mailings/writing", fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
    }
    assert!(stage.campus.page(&mut stage.mia, "/mailings").await.contains("Nothing has been written yet."));
}

// CE15: surveys, never marketing.
#[test]
fn a_statement_that_rules_out_marketing_lets_no_marketing_mailing_in() {
    let source =
        statement("education").replace("mailing \"surveys\" kind=\"survey\"", "mailing \"surveys\" kind=\"marketing\"");
    let inventory = troth::assemble::inventory().unwrap();
    let checked = statement::check(&source, Some(&inventory));
    let found: Vec<_> = checked.diagnostics.iter().filter(|found| found.code == "ruled-out-mailing").collect();
    assert!(checked.plan.is_none() && found.len() == 1, "{:?}", checked.diagnostics);
}

// GDPR Art. 15 and 20: the answers and the links' dates are taken along; nobody else's.
#[tokio::test(flavor = "multi_thread")]
async fn ones_answers_and_the_dates_of_ones_mails_are_taken_along() {
    let mut stage = Stage::set().await;
    stage.two_agree().await;
    stage.send().await;
    stage.campus.run_jobs().await;
    let body = stage.campus.get(&mut stage.maria, "/my-data/file").await.body;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(body)).unwrap();
    for (name, lines) in [("tables/consent.csv", 2), ("tables/mailing_link.csv", 3)] {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut text).unwrap();
        assert_eq!(text.lines().count(), lines, "{name}: {text}");
    }
}

// Erased is erased: with the account go the answers and the links, and no mailing finds anybody.
#[tokio::test(flavor = "multi_thread")]
async fn with_the_account_go_the_answers_and_the_links() {
    let mut stage = Stage::set().await;
    stage.two_agree().await;
    stage.send().await;
    stage.campus.run_jobs().await;
    let link = stage.link("Maria", "/stop-mailings/");
    let path = stage.send().await;
    stage.campus.done(&mut stage.maria, "/my-data/deletion", &[("password", crate::world::PASSWORD)]).await;
    stage.campus.run_jobs().await;
    assert_eq!(stage.received("Maria").len(), 1, "the second did not find her");
    assert_eq!(stage.received("Noor").len(), 2, "{path}");
    assert_eq!(stage.campus.get(&mut Default::default(), &link).await.status, StatusCode::GONE);
    assert!(stage.campus.person(&address("Maria")).await.is_none());
}

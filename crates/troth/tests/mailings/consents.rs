//! Agreeing and withdrawing.

use axum::http::StatusCode;

use crate::{
    stage::{Stage, wording},
    world::{links, statement},
};

// TF2, TF13: the page says what for, by whom and how to withdraw, in the statement's words; nothing is ticked beforehand.
#[tokio::test(flavor = "multi_thread")]
async fn a_consent_is_asked_in_the_statements_words_and_nothing_is_ticked_beforehand() {
    let mut stage = Stage::set().await;
    let page = stage.campus.page(&mut stage.maria, "/my-data/consents").await;
    for said in [
        "May we mail you invitations and offers of assignments?",
        "Keel Coaching AB",
        "to invite you and to offer you assignments",
        "You can withdraw your consent at any time",
        "You have not agreed.",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("checked") && !page.contains("type=\"checkbox\""), "{page}");
    // Only what is built is asked: the statement's other consents wait for what they are for.
    assert!(!page.contains("participant list") && !page.contains("group photo"), "{page}");
    assert!(stage.campus.page(&mut stage.maria, "/my-data").await.contains("href=\"/my-data/consents\""));
    // Whoever is not asked has nothing to answer.
    let page = stage.campus.page(&mut stage.mia, "/my-data/consents").await;
    assert!(page.contains("Nothing is asked of you."), "{page}");
    let refused = stage.campus.post(&mut stage.mia, "/my-data/consents/consent-offers", &[("wording", "x")]).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
}

// TF2, GDPR Art. 7: dated, tied to its version, withdrawn as easily as given, and both stand in the history.
#[tokio::test(flavor = "multi_thread")]
async fn a_consent_is_dated_and_withdrawn_by_one_button_and_both_stand_in_the_history() {
    let mut stage = Stage::set().await;
    stage.agree(&mut stage.maria.clone()).await;
    let page = stage.campus.page(&mut stage.maria, "/my-data/consents").await;
    assert!(page.contains("You agreed on 22 November 2026, to version 5 of the privacy statement."), "{page}");
    stage.campus.clock.advance_days(1);
    stage.maria = stage.campus.sign_in(&stage.campus.site, "Maria").await;
    let withdrawal = links(&page, "/my-data/consents/", "/withdrawal").remove(0);
    stage.campus.done(&mut stage.maria, &withdrawal, &[]).await;
    let page = stage.campus.page(&mut stage.maria, "/my-data/consents").await;
    assert!(page.contains("You withdrew your consent on 23 November 2026."), "{page}");
    let own = stage.campus.page(&mut stage.maria, "/my-data").await;
    assert!(own.contains("You gave a consent") && own.contains("You withdrew a consent"), "{own}");
    // The ledger tells of both, by which clause and which way.
    let scope = stage.campus.site.scope(kernel::Actor::Job(keeper::KEEP.name));
    let told = stage.campus.site.store.read(&scope, |reader| store::ledger::after(reader, 0, 1000)).await.unwrap();
    let clause = |kind: &str| told.iter().find(|entry| entry.kind == kind).map(|entry| entry.clause.clone());
    assert!(told.iter().any(|entry| entry.kind == "withdrawal" && entry.evidence == "my-data"), "{told:?}");
    assert!(clause("consent").is_some() && clause("withdrawal") == clause("consent"), "{told:?}");
    let bundle = links(&own, "/my-data/consent/", "").remove(0);
    let bundle = stage.campus.page(&mut stage.maria, &bundle).await;
    assert!(bundle.contains("Given") && bundle.contains("Withdrawn") && bundle.contains("offers"), "{bundle}");
    assert!(stage.campus.get(&mut stage.maria, "/my-data/file").await.body.len() > 500);
    // She may think of it once more.
    stage.agree(&mut stage.maria.clone()).await;
    assert!(stage.campus.page(&mut stage.maria, "/my-data/consents").await.contains("You agreed on 23 November 2026"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_agrees_to_other_words_than_the_page_showed() {
    let mut stage = Stage::set().await;
    let page = stage.campus.page(&mut stage.maria, "/my-data/consents").await;
    let (action, other) = (links(&page, "/my-data/consents/", "").remove(0), "0".repeat(64));
    let answer = stage.campus.post(&mut stage.maria, &action, &[("wording", &other)]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(stage.campus.page(&mut stage.maria, "/my-data/consents").await.contains("You have not agreed."));
    assert_ne!(wording(&page), other);
}

// Other words are another question: nothing rests on the earlier answer, and it is asked anew.
#[tokio::test(flavor = "multi_thread")]
async fn when_the_question_changes_it_is_asked_anew_and_nothing_is_sent_until_then() {
    let mut stage = Stage::set().await;
    stage.agree(&mut stage.maria.clone()).await;
    publish(&stage, &newer()).await;
    stage.campus.clock.advance_days(20);
    assert!(stage.campus.amend().await);
    stage.maria = stage.campus.sign_in(&stage.campus.site, "Maria").await;
    stage.mia = stage.campus.sign_in(&stage.campus.site, "Mia Manager").await;
    let page = stage.campus.page(&mut stage.maria, "/my-data/consents").await;
    assert!(page.contains("of books?") && page.contains("The question has other words now"), "{page}");
    let path = stage.write().await;
    assert!(stage.campus.page(&mut stage.mia, &path).await.contains("go to nobody"));
    stage.agree(&mut stage.maria.clone()).await;
    assert!(stage.campus.page(&mut stage.mia, &path).await.contains("fewer than 5 people"));
}

/// The same statement with another question, as its next version.
fn newer() -> String {
    let head = "    version 5 effective=";
    let version =
        "    version 6 effective=\"2026-12-10\" {\n        change en=\"Books.\" nl=\"Boeken.\" sv=\"Böcker.\"\n    }\n";
    let question = "May we mail you invitations and offers of assignments?";
    let source = statement("training");
    assert!(source.contains(head) && source.contains(question));
    let source = source.replacen(head, &format!("{version}{head}"), 1);
    source.replace(question, "May we mail you invitations, and offers of assignments and of books?")
}

/// Publishes a version, as the command does.
async fn publish(stage: &Stage, text: &str) {
    let site = &stage.campus.site;
    let (inventory, text) = (std::sync::Arc::clone(&site.inventory), text.to_owned());
    let publish = move |work: &mut store::Work<'_>| {
        keeper::amendments::publish(work, &inventory, &text, None, ::amendments::tell)
    };
    site.store.write(&site.scope(kernel::Actor::Job(keeper::AMEND.name)), publish).await.unwrap();
}

// GDPR Art. 18: whoever has frozen the own data is mailed nothing, and agrees to nothing meanwhile; withdrawing goes on.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_frozen_the_own_data_can_withdraw_and_not_agree() {
    let mut stage = Stage::set().await;
    let page = stage.campus.page(&mut stage.maria, "/my-data/consents").await;
    let (action, words) = (links(&page, "/my-data/consents/", "").remove(0), wording(&page));
    stage.campus.done(&mut stage.maria, "/my-data/restriction", &[]).await;
    let refused = stage.campus.post(&mut stage.maria, &action, &[("wording", &words)]).await;
    assert_ne!(refused.status, StatusCode::SEE_OTHER);
    let page = stage.campus.page(&mut stage.maria, "/my-data/consents").await;
    assert!(page.contains("Your data is frozen") && !page.contains("name=\"wording\""), "{page}");
    stage.agree(&mut stage.noor.clone()).await;
    stage.campus.done(&mut stage.noor, "/my-data/restriction", &[]).await;
    stage.campus.done(&mut stage.noor, &format!("{action}/withdrawal"), &[]).await;
}

// GDPR Art. 21(3): one button stops all mailings at once; what else one objects to is weighed by the rights desk.
#[tokio::test(flavor = "multi_thread")]
async fn an_objection_stops_all_mailings_at_once_and_leads_to_the_desk_for_the_rest() {
    let mut stage = Stage::set().await;
    stage.two_agree().await;
    let page = stage.campus.page(&mut stage.maria, "/my-data/complaint").await;
    assert_eq!(links(&page, "/my-data/objection", "").len(), 1, "{page}");
    assert!(page.contains("href=\"/my-data/requests\""), "{page}");
    stage.send().await;
    let done = stage.campus.done(&mut stage.maria, "/my-data/objection", &[]).await;
    assert!(stage.campus.page(&mut stage.maria, &done).await.contains("All mailings have stopped."));
    stage.campus.run_jobs().await;
    assert!(stage.received("Maria").is_empty());
    assert_eq!(stage.received("Noor").len(), 1);
}

// I9: a database from before a withdrawal does not know of it; done again from the ledger, nothing rests on the answer, and
// the question is put anew.
#[tokio::test(flavor = "multi_thread")]
async fn a_consent_withdrawn_after_a_backup_stays_withdrawn_when_the_backup_is_brought_back() {
    if crate::postgres::url().is_some() {
        // Its schema is no folder that could be copied; what is done again is the same.
        return;
    }
    let mut stage = Stage::set().await;
    stage.two_agree().await;
    stage.campus.site.store.flush().await.unwrap();
    let halted = stage.campus.halt();
    let backup = copied(halted.folder.path());
    stage.campus = halted.start();
    stage.campus.done(&mut stage.maria, "/my-data/consents/consent-offers/withdrawal", &[]).await;
    let scope = stage.campus.site.scope(kernel::Actor::Job(keeper::KEEP.name));
    let entries: Result<_, store::StoreError> = stage.campus.site.store.read(&scope, all_links).await;
    let halted = stage.campus.halt();
    let (campus, _before) = halted.start_in(backup);
    stage.campus = campus;
    stage.maria = stage.campus.sign_in(&stage.campus.site, "Maria").await;
    let page = stage.campus.page(&mut stage.maria, "/my-data/consents").await;
    assert!(page.contains("You agreed on"), "the backup does not know of it: {page}");
    let known: Result<_, store::StoreError> = stage.campus.site.store.read(&scope, store::ledger::head).await;
    let missing: Vec<_> = entries.unwrap().into_iter().skip(usize::try_from(known.unwrap().0).unwrap()).collect();
    assert_eq!(missing.len(), 1);
    let replayed = stage.campus.site.keeper().replay(&scope, missing).await.unwrap();
    assert_eq!((replayed.entries, replayed.rows), (1, 1));
    let page = stage.campus.page(&mut stage.maria, "/my-data/consents").await;
    assert!(page.contains("You have not agreed."), "{page}");
    stage.send().await;
    stage.campus.run_jobs().await;
    assert!(stage.received("Maria").is_empty());
    assert_eq!(stage.received("Noor").len(), 1);
}

/// Every entry of the ledger with its link, as it is shipped.
fn all_links(reader: &mut store::Reader<'_>) -> Result<Vec<store::ledger::Link>, store::StoreError> {
    let mut links = Vec::new();
    for entry in store::ledger::after(reader, 0, 1000)? {
        let hash = |found: Option<Vec<u8>>| found.unwrap_or_default();
        let previous = hash(store::ledger::hash_of(reader, entry.sequence - 1)?);
        let own = hash(store::ledger::hash_of(reader, entry.sequence)?);
        let link = serde_json::json!({ "entry": entry, "previous": previous, "hash": own });
        links.push(serde_json::from_value(link).unwrap());
    }
    Ok(links)
}

fn copied(from: &std::path::Path) -> tempfile::TempDir {
    let to = tempfile::tempdir().unwrap();
    copy_into(from, to.path());
    to
}

fn copy_into(from: &std::path::Path, to: &std::path::Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            std::fs::create_dir_all(&target).unwrap();
            copy_into(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

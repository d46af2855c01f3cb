//! The proof through the front door: a receipt that holds without us, a page whose clauses show their evidence, and a
//! ledger that a witness holds us to (X5).

use axum::http::StatusCode;
use keeper::{Keeping, Proof, SignedHead};
use kernel::{Actor, Archetype};
use troth::serve;

use crate::world::{Browser, Campus, PASSWORD};

/// A participant who deletes the account; the address of the receipt.
async fn erased(campus: &Campus) -> String {
    campus.resident(&campus.site, "Maria", Archetype::Participant).await;
    let mut maria = campus.sign_in(&campus.site, "Maria").await;
    let answer = campus.post(&mut maria, "/my-data/deletion", &[("password", PASSWORD)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    answer.location()
}

// X5 UC10
#[tokio::test]
async fn a_receipt_is_taken_home_and_checked_without_the_server() {
    let campus = Campus::pair().await;
    let receipt = erased(&campus).await;
    let mut nobody = Browser::default();
    let page = campus.page(&mut nobody, &receipt).await;
    assert!(page.contains(&format!("{receipt}/file")) && page.contains("/check-receipt"), "{page}");
    let file = campus.get(&mut nobody, &format!("{receipt}/file")).await.text();
    let key = campus.get(&mut nobody, "/.well-known/troth-key").await.text();
    let key: serde_json::Value = serde_json::from_str(&key).unwrap();
    let key = key["key"].as_str().unwrap().to_owned();
    // The statement's page shows the same key.
    assert!(campus.page(&mut nobody, "/privacy").await.contains(&key));
    // The other organisation of this installation has another.
    let other = campus.get_from(campus.other(), &mut nobody, "/.well-known/troth-key").await.text();
    assert!(!other.contains(&key));
    drop(campus);

    let proof = Proof::read(&file).unwrap();
    assert!(proof.check(Some(&key)).is_ok());
    let forged = Proof::read(&file.replace("erasure", "retention")).unwrap();
    assert!(forged.check(None).is_err());
}

#[tokio::test]
async fn the_page_that_checks_a_receipt_holds_all_that_it_needs() {
    let campus = Campus::new().await;
    let mut nobody = Browser::default();
    for (tag, word) in [("en", "Check this receipt"), ("nl", "Dit bewijs controleren"), ("sv", "Kontrollera kvittot")] {
        let page = campus.get(&mut nobody, &format!("/check-receipt?lang={tag}")).await;
        let disposition = page.headers.get("content-disposition").unwrap().to_str().unwrap();
        assert_eq!(disposition, "attachment; filename=\"check-receipt.html\"");
        let text = page.text();
        assert!(text.contains(word) && text.contains("crypto.subtle.verify"), "{tag}");
        for never in ["http://", "https://", "src=", "[evidence-", "fetch(", "XMLHttpRequest"] {
            assert!(!text.contains(never), "{tag}: {never}");
        }
    }
}

// CE21
#[tokio::test]
async fn a_witness_holds_the_ledger_to_its_head() {
    let campus = Campus::pair().await;
    erased(&campus).await;
    campus.resident(&campus.site, "Olaf Officer", Archetype::Officer).await;
    let mut officer = campus.sign_in(&campus.site, "Olaf Officer").await;
    let head = campus.get(&mut officer, "/ledger-head").await.text();
    let head: SignedHead = serde_json::from_str(&head).unwrap();
    let verified = campus.verify(std::slice::from_ref(&head)).await;
    assert_eq!((verified.witnessed, verified.flaws()), (1, 0), "{verified:?}");
    // A head of another key, or one that was changed, is no witness.
    let changed = SignedHead { sequence: head.sequence + 1, ..head.clone() };
    assert_eq!(campus.verify(&[changed]).await.refused.len(), 1);
    let other = campus.other().keeper();
    let foreign = other.signed_head(&campus.other().scope(Actor::Job(keeper::KEEP.name))).await.unwrap();
    assert_eq!(campus.verify(&[foreign]).await.refused.len(), 1);
}

// X5 SH5
#[tokio::test]
async fn each_enforced_clause_shows_its_latest_evidence_and_a_late_promise_is_overdue() {
    let campus = Campus::new().await;
    let mut nobody = Browser::default();
    let before = campus.page(&mut nobody, "/privacy").await;
    assert!(!before.contains("clause-evidence"), "nothing was looked at yet");
    serve::keep_now(&campus.site, false, false).await.unwrap();
    let page = campus.page(&mut nobody, "/privacy").await;
    let clause = |page: &str, id: &str| {
        let start = page.find(&format!("<div class=\"clause\" id=\"{id}\"")).unwrap_or_else(|| panic!("{id}"));
        page[start..].split("</div>").next().unwrap().to_owned()
    };
    let seen = clause(&page, "never-read-dialogue-manager");
    assert!(seen.contains("Tried on 22 November 2026: all") && seen.contains("are closed"), "{seen}");
    assert!(clause(&page, "read-dialogue-coach").contains("kinds of page show this"));
    assert!(clause(&page, "keep-dialogue-trajectory-ended").contains("nothing runs under this today"));
    // What people promise says whether they have confirmed it; what nothing does yet says nothing.
    assert!(clause(&page, "declare-hosting").contains("Nobody has confirmed this yet."));
    // The program makes backups; this installation has never made one, and says so.
    assert!(clause(&page, "backup").contains("Not in use yet") && !clause(&page, "backup").contains("clause-evidence"));
    let keeper = campus.site.keeper();
    let scope = campus.site.scope(Actor::Job(keeper::KEEP.name));
    keeper.note_backup(&scope, scope.now, 3).await.unwrap();
    serve::keep_now(&campus.site, false, false).await.unwrap();
    let made = clause(&campus.page(&mut nobody, "/privacy").await, "backup");
    assert!(made.contains("read back on 22 November 2026; 3 backups are kept"), "{made}");
    assert!(made.contains("Kept by the program"), "{made}");

    campus.clock.set("2027-06-02T09:00:00Z".parse().unwrap());
    let late = campus.page(&mut nobody, "/privacy").await;
    assert!(clause(&late, "declare-hosting").contains("Overdue: nobody has renewed this since 1 June 2027."));
    assert!(clause(&late, "backup").contains("Overdue: no backup has been made since 22 November 2026."));
    let scope = campus.site.scope(Actor::Job(keeper::KEEP.name));
    let report = keeper.keep(&scope, Keeping::default()).await.unwrap();
    assert!(report.paused.is_some(), "a leap of half a year is asked about before anything goes");
}

//! How a request ends: grounds, more time, two officers at once, and what is carried out.

use super::Stage;
use crate::world::{Browser, address, links};

// UC11: nothing is refused without a ground of the law that fits, and the answer says where to complain.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_refused_without_a_fitting_ground_and_the_answer_says_where_to_complain() {
    let stage = Stage::set().await;
    let id = stage.ask(&stage.maria, "erasure", "All of it, please.").await;
    let answer = format!("/requests/{id}/answer");
    for (outcome, ground) in
        [("refused", ""), ("partly", ""), ("refused", "compelling"), ("refused", "because"), ("", "claim")]
    {
        let fields = [("outcome", outcome), ("ground", ground), ("text", "We would rather not.")];
        let refused = stage.officer_posts(&answer, &fields).await;
        assert_eq!(refused.status, 422, "{outcome} {ground}");
        assert!(refused.text().contains("We would rather not."), "what was typed is kept");
    }
    assert!(stage.desk("/requests").await.contains(&id), "it is still open");
    let fields = [("outcome", "partly"), ("ground", "claim"), ("text", "Your invoices stay for the claim.")];
    assert_eq!(stage.officer_posts(&answer, &fields).await.status, 303);
    let own = stage.campus.page(&mut stage.maria.clone(), &format!("/my-data/requests/{id}")).await;
    for said in [
        "Granted in part",
        "a claim at law (Art. 17(3)(e) GDPR)",
        "Autoriteit Persoonsgegevens",
        "officer@campus.example",
    ] {
        assert!(own.contains(said), "{said}: {own}");
    }
    // Where all that is held stands row by row, it stands in the same words.
    let home = stage.campus.page(&mut stage.maria.clone(), "/my-data").await;
    let held = stage.campus.page(&mut stage.maria.clone(), &links(&home, "/my-data/request/", "=requests")[0]).await;
    for said in ["Granted in part", "a claim at law (Art. 17(3)(e) GDPR)"] {
        assert!(held.contains(said), "{said}: {held}");
    }
    for kept in ["erasure", "account", "partly", "claim", "received", "closed"] {
        assert!(!held.contains(&format!(">{kept}<")), "{kept}: {held}");
    }
    assert!(stage.campus.person(&address("Maria")).await.is_some(), "what is granted in part, people carry out");
}

// UC11: of two officers the first answers; the other gets back what was written.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_officers_who_answer_at_once_one_wins_and_the_others_text_is_kept() {
    let stage = Stage::set().await;
    for round in 0..4 {
        let id = stage.ask(&stage.maria, "inspection", "What do you hold?").await;
        let path = format!("/requests/{id}/answer");
        let (mut one, mut other) = (stage.officer.clone(), stage.second_officer.clone());
        let granted = [("outcome", "granted"), ("text", "It stands in My data.")];
        let refused = [("outcome", "refused"), ("ground", "excessive"), ("text", "You ask every day.")];
        let (first, second) =
            tokio::join!(stage.campus.post(&mut one, &path, &granted), stage.campus.post(&mut other, &path, &refused));
        let (won, lost, kept) = match (first.status.as_u16(), second.status.as_u16()) {
            (303, 409) => ("It stands in My data.", second.text(), "You ask every day."),
            (409, 303) => ("You ask every day.", first.text(), "It stands in My data."),
            other => panic!("round {round}: {other:?}"),
        };
        assert!(lost.contains(kept), "{lost}");
        let own = stage.campus.page(&mut stage.maria.clone(), &format!("/my-data/requests/{id}")).await;
        assert!(own.contains(won) && !own.contains(kept), "{own}");
    }
    // Whoever comes later still, likewise; for a step as for an answer.
    let id = stage.ask(&stage.maria, "inspection", "Again?").await;
    let answer = [("outcome", "granted"), ("text", "Here.")];
    assert_eq!(stage.officer_posts(&format!("/requests/{id}/answer"), &answer).await.status, 303);
    for (rest, field) in [("steps", "text"), ("identity", "how"), ("extension", "reason")] {
        let late = stage.officer_posts(&format!("/requests/{id}/{rest}"), &[(field, "Too late, I fear.")]).await;
        assert!(late.status == 409 && late.text().contains("Too late, I fear."), "{rest}: {}", late.status);
    }
}

// UC9, UC12, TF18: an erasure is shown before it is confirmed, is carried out by the keeper, and ends in a receipt that
// reaches the person although the account is gone.
#[tokio::test(flavor = "multi_thread")]
async fn a_granted_erasure_is_confirmed_carried_out_and_its_receipt_reaches_the_person_by_mail() {
    let stage = Stage::set().await;
    let id = stage.ask(&stage.maria, "erasure", "Delete me.").await;
    let preview = stage.campus.page(&mut stage.maria.clone(), "/my-data/deletion").await;
    assert!(preview.contains("The privacy requests") && preview.contains("The law makes us keep it."), "{preview}");
    let (path, mut fields) =
        (format!("/requests/{id}/answer"), vec![("outcome", "granted"), ("text", "It is deleted.")]);
    let shown = stage.officer_posts(&path, &fields).await;
    assert_eq!(shown.status, 200);
    let text = shown.text();
    assert!(text.contains("Delete this person&#39;s data now?") && text.contains("It is deleted."), "{text}");
    assert!(stage.campus.person(&address("Maria")).await.is_some(), "nothing goes before it is confirmed");
    fields.push(("confirmed", "yes"));
    assert_eq!(stage.officer_posts(&path, &fields).await.status, 303);
    assert!(stage.campus.person(&address("Maria")).await.is_none());
    stage.campus.run_jobs().await;
    let link = stage.campus.mailed_link(&address("Maria"));
    assert!(link.starts_with("/asked/"), "{link}");
    let mut nobody = Browser::default();
    let asked = stage.campus.page(&mut nobody, &link).await;
    assert!(asked.contains("It is deleted."), "{asked}");
    let receipt = links(&asked, "/receipts/", "").remove(0);
    let receipt = stage.campus.page(&mut nobody, &receipt).await;
    assert!(receipt.contains("The privacy requests") && receipt.contains("It goes on 22 November 2028"), "{receipt}");
    assert!(stage.desk(&format!("/requests/{id}")).await.contains("/receipts/"));
    // The ledger tells of it, by numbers only.
    let scope = stage.campus.site.scope(kernel::Actor::Job(keeper::KEEP.name));
    let subject: kernel::Uuid = id.parse().unwrap();
    let read = move |reader: &mut store::Reader<'_>| store::ledger::about(reader, subject);
    let acts = stage.campus.site.store.read::<_, store::StoreError, _>(&scope, read).await.unwrap();
    assert_eq!(
        acts.iter().map(|act| (&*act.kind, &*act.evidence)).collect::<Vec<_>>(),
        [("request", "erasure granted")]
    );
}

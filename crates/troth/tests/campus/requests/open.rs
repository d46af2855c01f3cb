//! Without an account: the public page and its links (TF18).

use super::Stage;
use crate::world::{Answer, Browser, address, links};

async fn post(stage: &Stage, email: &str) -> (Answer, Browser) {
    let (mut nobody, fields) = (Browser::default(), [("kind", "erasure"), ("email", email), ("words", "Delete it.")]);
    (stage.campus.post(&mut nobody, "/ask", &fields).await, nobody)
}

// TF18, P12: an address that is known here and one that is not get the same answer and the same mail, and no cookie.
#[tokio::test(flavor = "multi_thread")]
async fn known_and_unknown_addresses_get_the_same_answer_and_the_same_mail() {
    let stage = Stage::set().await;
    let form = stage.campus.get(&mut Browser::default(), "/ask").await;
    assert!(form.status == 200 && !form.headers.contains_key("set-cookie"));
    let (known, unknown) = (address("Maria"), "nobody@elsewhere.example".to_owned());
    let mut answers = Vec::new();
    for email in [&known, &unknown] {
        let (answer, nobody) = post(&stage, email).await;
        assert!(nobody.cookie.is_none() && !answer.headers.contains_key("set-cookie"));
        answers.push((answer.status, answer.body));
    }
    assert!(answers[0] == answers[1] && answers[0].0 == 200);
    stage.campus.run_jobs().await;
    let mails = stage.campus.outbox.mails();
    let to = |email: &String| mails.iter().filter(|mail| mail.to().as_str() == email).collect::<Vec<_>>();
    let (one, other) = (to(&known), to(&unknown));
    assert_eq!((one.len(), other.len()), (1, 1));
    assert_eq!(one[0].subject(), other[0].subject());
    assert_eq!(one[0].text().len(), other[0].text().len());
    for mail in mails {
        assert!(!mail.text().contains("Delete it."), "UC13: {}", mail.text());
    }
}

// TF18, UC11: it reaches the desk, and its clock runs, from when the link confirms it; the link then shows how it stands.
#[tokio::test(flavor = "multi_thread")]
async fn a_request_without_an_account_is_received_when_its_link_confirms_it() {
    let stage = Stage::set().await;
    let email = "jo@elsewhere.example";
    let link = stage.ask_without("erasure", email, "I came to an open day once.").await;
    assert!(!stage.desk("/requests").await.contains("From the public page"), "nobody sees it yet");
    let mut nobody = Browser::default();
    // Opening it, as mail programs do, changes nothing.
    for _ in 0..2 {
        let page = stage.campus.page(&mut nobody, &link).await;
        assert!(page.contains("I came to an open day once.") && nobody.cookie.is_none(), "{page}");
    }
    assert!(!stage.desk("/requests").await.contains("From the public page"));
    stage.campus.clock.advance(jiff::SignedDuration::from_secs(23 * 3600));
    let asked = stage.campus.done(&mut nobody, &link, &[]).await;
    let stage = stage.later(0).await;
    let desk = stage.desk("/requests").await;
    assert!(desk.contains("From the public page") && desk.contains("Due on 23 December 2026"), "{desk}");
    let one = links(&desk, "/requests/", "").into_iter().find(|path| path.len() > 30).unwrap();
    let page = stage.desk(&one).await;
    assert!(page.contains(email) && page.contains("Shown by the link"), "{page}");
    // The same link again confirms nothing anew, and leads to how it stands.
    assert_eq!(stage.campus.done(&mut nobody, &link, &[]).await, asked);
    assert_eq!(stage.campus.get(&mut nobody, &link).await.location(), asked);
    assert!(stage.desk(&one).await.matches("Request received").count() == 1);
    stage.campus.done(&mut nobody, &asked, &[("text", "It was in May.")]).await;
    assert!(stage.desk(&one).await.contains("It was in May."));
    // The answer brings a new link, and the earlier one ends.
    let refusal = [("outcome", "refused"), ("ground", "identity"), ("text", "We know nobody by that address.")];
    assert_eq!(stage.officer_posts(&format!("{one}/answer"), &refusal).await.status, 303);
    stage.campus.run_jobs().await;
    let news = stage.campus.mailed_link(email);
    assert!(news.starts_with("/asked/") && news != asked);
    assert_eq!(stage.campus.get(&mut nobody, &asked).await.status, 410);
    let page = stage.campus.page(&mut nobody, &news).await;
    for said in ["We know nobody by that address.", "it is not shown who asks", "Autoriteit Persoonsgegevens"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let late = stage.campus.post(&mut nobody, &news, &[("text", "But I was there.")]).await;
    assert!(late.status == 409 && late.text().contains("But I was there."));
}

// TF18: a link that is made up, that has ended, or whose request is gone opens nothing.
#[tokio::test(flavor = "multi_thread")]
async fn forged_and_ended_links_open_nothing_and_what_is_not_confirmed_goes() {
    let stage = Stage::set().await;
    let link = stage.ask_without("inspection", "jo@elsewhere.example", "What do you hold?").await;
    let mut nobody = Browser::default();
    let forged = format!("/ask/{}", "A".repeat(43));
    for path in [forged.clone(), forged.replace("/ask/", "/asked/")] {
        assert_eq!(stage.campus.get(&mut nobody, &path).await.status, 410, "{path}");
        assert_eq!(stage.campus.post(&mut nobody, &path, &[("text", "Hello.")]).await.status, 410, "{path}");
    }
    // The link that confirms does not yet show how anything stands.
    let early = link.replace("/ask/", "/asked/");
    assert_eq!(stage.campus.get(&mut nobody, &early).await.status, 410);
    stage.campus.clock.advance(jiff::SignedDuration::from_secs(24 * 3600));
    for answer in [stage.campus.get(&mut nobody, &link).await, stage.campus.post(&mut nobody, &link, &[]).await] {
        assert_eq!(answer.status, 410);
    }
    // By the statement it goes when the day after is over: nothing is left of it.
    let held = async |stage: &Stage| {
        let container = stage.campus.common.inventory.class("request").unwrap();
        let scope = stage.campus.site.scope(kernel::Actor::Job(keeper::KEEP.name));
        let now = stage.campus.site.clock.now();
        let read = move |reader: &mut store::Reader<'_>| {
            store::derived::due(reader, "request-asked", now, container, store::derived::Via::Container, 9)
        };
        stage.campus.site.store.read::<_, store::StoreError, _>(&scope, read).await.unwrap().len()
    };
    stage.campus.keep().await;
    assert_eq!(held(&stage).await, 1, "its day is not over");
    stage.campus.clock.advance_days(1);
    stage.campus.keep().await;
    assert_eq!(held(&stage).await, 0);
}

// TF18: an address can be written to three times an hour; more gets the same page, and no mail.
#[tokio::test(flavor = "multi_thread")]
async fn more_than_three_an_hour_for_one_address_bring_no_further_mail() {
    let stage = Stage::set().await;
    let mut bodies = Vec::new();
    for spelling in ["jo@elsewhere.example", "JO@elsewhere.example", "jo@elsewhere.example", "jo@elsewhere.example"] {
        let (answer, _) = post(&stage, spelling).await;
        bodies.push(answer.body);
        stage.campus.run_jobs().await;
    }
    assert!(bodies.iter().all(|body| *body == bodies[0]), "the page does not tell");
    let sent = stage.campus.outbox.mails().len();
    assert_eq!(sent, 3);
    post(&stage, "other@elsewhere.example").await;
    stage.campus.clock.advance(jiff::SignedDuration::from_secs(3601));
    post(&stage, "jo@elsewhere.example").await;
    stage.campus.run_jobs().await;
    assert_eq!(stage.campus.outbox.mails().len(), sent + 2);
}

// TF18: where the statement does not let people without an account ask, there is no such page.
#[tokio::test(flavor = "multi_thread")]
async fn without_the_statements_word_there_is_no_public_page() {
    let statement = crate::world::statement("campus").replace(" without-account {", " {");
    let campus = crate::world::Campus::with(&statement).await;
    assert_eq!(campus.get(&mut Browser::default(), "/ask").await.status, 404);
    let fields = [("kind", "erasure"), ("email", "jo@elsewhere.example"), ("words", "Delete it.")];
    assert_eq!(campus.post(&mut Browser::default(), "/ask", &fields).await.status, 404);
    assert!(!campus.page(&mut Browser::default(), "/privacy").await.contains("href=\"/ask"));
}

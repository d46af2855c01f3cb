//! Officers write the next version in the interface: nothing typed is lost, and nothing is published that is not in order.

use axum::http::StatusCode;
use kernel::Archetype;

use super::{LONGER, amended};
use crate::world::{Answer, Browser, Campus, statement};

async fn office() -> (Campus, Browser) {
    let campus = Campus::new().await;
    campus.resident(&campus.site, "Ine Officer", Archetype::Officer).await;
    let officer = campus.sign_in(&campus.site, "Ine Officer").await;
    (campus, officer)
}

/// The number that a form on the page bears.
fn edition(page: &str) -> String {
    let from = page.find("name=\"edition\" value=\"").expect("a form with an edition") + 22;
    page[from..].split('"').next().unwrap().to_owned()
}

async fn write(campus: &Campus, browser: &mut Browser, edition: &str, text: &str) -> Answer {
    campus.post(browser, "/statement", &[("edition", edition), ("text", text)]).await
}

async fn publish(campus: &Campus, browser: &mut Browser) -> Answer {
    let page = campus.page(browser, "/statement").await;
    let fields = [("edition", edition(&page)), ("confirm", "yes".to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    campus.post(browser, "/statement/publication", &fields).await
}

// The whole way in the interface: text, check, page, publication, mail, day.
#[tokio::test(flavor = "multi_thread")]
async fn an_officer_writes_checks_and_publishes_the_next_version() {
    let (mut campus, mut officer) = office().await;
    campus.resident(&campus.site, "Maria", Archetype::Participant).await;
    let page = campus.page(&mut officer, "/statement").await;
    assert!(page.contains("statement &#34;campus&#34;"), "it begins as the present text");
    assert!(page.contains("nothing is different") && !page.contains("href=\"/statement/publication\""));
    let text = amended(12, "2026-12-10", &[LONGER]).replace('\n', "\r\n");
    let kept = write(&campus, &mut officer, "0", &text).await;
    assert_eq!(kept.location(), "/statement?done=kept#findings");
    let page = campus.page(&mut officer, "/statement").await;
    assert!(page.contains("This text can be published.") && page.contains("/statement/publication"), "{page}");
    assert!(
        page.contains("five years after the trajectory ended") && page.contains("This edit"),
        "difference and effect"
    );
    for (language, words) in [("en", "five years after"), ("nl", "vijf jaar na"), ("sv", "fem år efter")] {
        let preview = campus.page(&mut officer, &format!("/statement/preview?in={language}")).await;
        assert!(preview.contains(words) && preview.contains("class=\"statement\""), "{language}");
    }
    assert!(!campus.page(&mut Browser::default(), "/privacy/versions").await.contains("Version 12"));
    // The box must be ticked.
    let page = campus.page(&mut officer, "/statement/publication").await;
    let unsaid = campus.post(&mut officer, "/statement/publication", &[("edition", &edition(&page))]).await;
    assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unsaid.text().contains("Tick the box"));
    let done = publish(&campus, &mut officer).await;
    assert_eq!(done.location(), "/statement?done=published");
    assert!(campus.page(&mut Browser::default(), "/privacy/versions").await.contains("Version 12"));
    campus.run_jobs().await;
    assert_eq!(campus.outbox.mails().len(), 2, "Maria and the officer");
    let page = campus.page(&mut officer, "/statement").await;
    assert!(page.contains("Version 12 is published and holds from 10 December 2026."), "{page}");
    campus.clock.set("2026-12-09T23:00:00Z".parse().unwrap());
    assert!(campus.amend().await, "at midnight in Amsterdam");
    assert_eq!(campus.site.plan.version().number, 12);
    let file = campus.folder.path().join(campus.key()).join("statement.kdl");
    assert!(!std::fs::read_to_string(file).unwrap().contains('\r'), "lines end as in a file");
}

// Bad input: every problem at its place, and the text is kept.
#[tokio::test(flavor = "multi_thread")]
async fn a_broken_text_is_kept_and_every_problem_is_shown_at_its_place() {
    let (campus, mut officer) = office().await;
    let text = statement("campus")
        .replace("read \"profile\" by=\"manager\"", "read \"profil\" by=\"manager\"")
        .replace("includes \"person.name\"", "includes \"person.nmae\"");
    write(&campus, &mut officer, "0", &text).await;
    let page = campus.page(&mut officer, "/statement").await;
    for told in ["profil", "person.nmae", "unknown-category", "line ", "This text cannot be used"] {
        assert!(page.contains(told), "{told}");
    }
    assert!(page.contains("read &#34;profil&#34;"), "the text is there");
    assert!(campus.page(&mut officer, "/statement/preview").await.contains("no page comes of it yet"));
    assert_eq!(publish(&campus, &mut officer).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // While one types, the same answer comes as a piece of a page, and the text is kept all the same.
    let edition = edition(&campus.page(&mut officer, "/statement").await);
    let fields = [("edition", edition.as_str()), ("text", "statement"), ("fragment", "yes")];
    let piece = campus.post(&mut officer, "/statement", &fields).await;
    assert_eq!(piece.status, StatusCode::OK);
    assert!(piece.text().contains("This text cannot be used") && !piece.text().contains("<html"));
    assert_eq!(piece.headers["x-edition"].to_str().unwrap(), "2");
    // A file takes the place of the text; what is no text does not.
    let bytes = [0xff, 0xfe, 0x00];
    let odd = campus.upload(&mut officer, "/statement/file", &[("edition", "2")], &[("file", "x.kdl", &bytes)]).await;
    assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
    let file = amended(12, "2026-12-10", &[LONGER]);
    let taken = [("file", "next.kdl", file.as_bytes())];
    let taken = campus.upload(&mut officer, "/statement/file", &[("edition", "2")], &taken).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
    assert!(campus.page(&mut officer, "/statement").await.contains("This text can be published."));
}

// A number that is taken, one that is lower, a day that is too early: each with the way out.
#[tokio::test(flavor = "multi_thread")]
async fn what_speaks_against_publishing_is_said_with_the_way_out() {
    let (campus, mut officer) = office().await;
    let same = statement("campus").replace(LONGER.0, LONGER.1);
    let early = amended(12, "2026-12-01", &[LONGER]);
    let lower = same.replace("version 11 ", "version 9 ").replace("version 10 ", "version 8 ");
    for (at, (text, told)) in [
        (same, "Give it number 12."),
        (early, "The first day from which it can hold is 6 December 2026"),
        (lower, "version 11 was published already"),
    ]
    .into_iter()
    .enumerate()
    {
        write(&campus, &mut officer, &at.to_string(), &text).await;
        let page = campus.page(&mut officer, "/statement").await;
        assert!(page.contains(told), "{told}: {page}");
        assert_eq!(publish(&campus, &mut officer).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{told}");
    }
    assert!(!campus.page(&mut officer, "/privacy/versions").await.contains("Version 12"));
}

// Two officers at once: nobody overwrites the other unseen, and one version is published once.
#[tokio::test(flavor = "multi_thread")]
async fn two_officers_at_once_lose_no_text_and_publish_one_version_once() {
    let (campus, mut ine) = office().await;
    campus.resident(&campus.site, "Oda Officer", Archetype::Officer).await;
    let mut oda = campus.sign_in(&campus.site, "Oda Officer").await;
    let first = amended(12, "2026-12-10", &[LONGER]);
    write(&campus, &mut ine, "0", &first).await;
    // Oda still has the page from before.
    let second = first.replace("Singel 14", "Singel 16");
    let answer = write(&campus, &mut oda, "0", &second).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    assert!(
        page.contains("Singel 16") && page.contains("Somebody else has changed the draft"),
        "her text is given back"
    );
    let piece = [("edition", "0"), ("text", second.as_str()), ("fragment", "yes")];
    assert_eq!(campus.post(&mut oda, "/statement", &piece).await.status, StatusCode::CONFLICT);
    assert!(campus.page(&mut ine, "/statement").await.contains("Singel 14"));
    assert_eq!(write(&campus, &mut oda, &edition(&page), &second).await.status, StatusCode::SEE_OTHER);
    // Both press the button for what they see.
    let seen = edition(&campus.page(&mut ine, "/statement/publication").await);
    let fields = [("edition", seen.as_str()), ("confirm", "yes")];
    let (mut a, mut b) = (ine.clone(), oda.clone());
    let (one, other) = tokio::join!(
        campus.post(&mut a, "/statement/publication", &fields),
        campus.post(&mut b, "/statement/publication", &fields)
    );
    let mut got = [one.status.as_u16(), other.status.as_u16()];
    got.sort_unstable();
    assert_eq!(got, [303, 422], "one publishes, the other is told that nothing was");
    assert!(campus.page(&mut ine, "/privacy/versions/12").await.contains("Singel 16"));
}

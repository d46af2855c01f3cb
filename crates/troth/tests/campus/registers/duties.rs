//! What people confirm of the statement, and which agreements they look at again (TF11, RL10, UC18).

use axum::http::StatusCode;
use jiff::{Timestamp, civil::date};
use kernel::Archetype;
use registers::duties::due::{Found, stage};
use testkit::Canaries;
use troth::system::SystemRng;

use crate::world::{Browser, Campus, address};

async fn staff(campus: &Campus) -> [Browser; 3] {
    let people = [
        ("Ine Officer", Archetype::Officer),
        ("Tom Technician", Archetype::Technician),
        ("Mia Manager", Archetype::Manager),
    ];
    let mut browsers = Vec::new();
    for (name, archetype) in people {
        campus.resident(&campus.site, name, archetype).await;
        browsers.push(campus.sign_in(&campus.site, name).await);
    }
    browsers.try_into().unwrap()
}

/// Somebody who answers for a clause confirms it, or not.
async fn find(campus: &Campus, browser: &mut Browser, clause: &str, outcome: &str, note: &str) {
    let fields = [("outcome", outcome), ("note", note), ("document", "ISO 27001, 2026-118")];
    let to = campus.done(browser, &format!("/duties/{clause}"), &fields).await;
    assert_eq!(to, "/duties?done=confirmed");
}

/// What the statement's public page says right behind a clause.
async fn public(campus: &Campus, clause: &str) -> String {
    let page = campus.page(&mut Browser::default(), "/privacy?lang=en").await;
    let from = page.split(&format!("id=\"{clause}\"")).nth(1).expect("the clause stands on the page");
    from.split("class=\"clause\"").next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_declaration_is_confirmed_by_whom_it_names_and_the_page_shows_the_date_and_nobody() {
    let campus = Campus::new().await;
    let [mut officer, mut technician, mut manager] = staff(&campus).await;
    let mut canaries = Canaries::new();
    let note = canaries.plant("note", &SystemRng);
    campus.keep().await;
    assert!(public(&campus, "declare-hosting").await.contains("Nobody has confirmed this yet."));
    // An officer sees everything, a technician what is the technician's, a manager nothing here.
    for (browser, seen) in [(&mut officer, [true, true, true]), (&mut technician, [true, false, false])] {
        let page = campus.page(browser, "/duties").await;
        for (clause, seen) in ["declare-hosting", "declare-partners", "recipient-mail-relay"].into_iter().zip(seen) {
            assert_eq!(page.contains(&format!("/duties/{clause}\"")), seen, "{clause}");
            let status = campus.get(browser, &format!("/duties/{clause}")).await.status;
            assert_eq!(status, if seen { StatusCode::OK } else { StatusCode::NOT_FOUND });
        }
        assert!(page.contains("href=\"/duties\""), "it stands in the navigation");
    }
    assert!(!campus.page(&mut manager, "/people").await.contains("href=\"/duties\""));
    assert!(campus.page(&mut manager, "/duties").await.contains("You answer for nothing that falls due."));

    find(&campus, &mut technician, "declare-hosting", "kept", &note).await;
    let shown = public(&campus, "declare-hosting").await;
    assert!(shown.contains("People last confirmed this on 22 November 2026."), "{shown}");
    assert!(shown.contains("technician") && !shown.contains("Tom"));
    assert_eq!(canaries.in_bytes(shown.as_bytes()), []);
    let page = campus.page(&mut officer, "/duties/declare-hosting").await;
    assert!(page.contains(&note) && page.contains("ISO 27001, 2026-118"));
    // UC6: a technician reads nothing personal, not even what stands here.
    assert!(!campus.page(&mut technician, "/duties/declare-hosting").await.contains(&note));
    // Only the one who answers for it; and the other way round.
    let fields = [("outcome", "kept"), ("note", "I say so.")];
    for (mut browser, clause) in [
        (officer.clone(), "declare-hosting"),
        (technician.clone(), "declare-partners"),
        (manager.clone(), "declare-hosting"),
        (officer.clone(), "declare-nothing"),
        (officer.clone(), "read-names-manager"),
    ] {
        let answer = campus.post(&mut browser, &format!("/duties/{clause}"), &fields).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{clause}");
    }
    // What is not in order is said, until somebody has put it right.
    campus.clock.advance_days(1);
    let mut technician = campus.sign_in(&campus.site, "Tom Technician").await;
    find(&campus, &mut technician, "declare-hosting", "failed", "The certificate was withdrawn.").await;
    let shown = public(&campus, "declare-hosting").await;
    assert!(shown.contains("On 23 November 2026 we found that this is not as it should be."), "{shown}");
    campus.clock.advance_days(1);
    let mut technician = campus.sign_in(&campus.site, "Tom Technician").await;
    find(&campus, &mut technician, "declare-hosting", "kept", "A new one came.").await;
    assert!(public(&campus, "declare-hosting").await.contains("confirmed this on 24 November 2026."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_confirmation_without_an_outcome_or_a_note_is_given_back() {
    let campus = Campus::new().await;
    let [mut officer, ..] = staff(&campus).await;
    let long = "long ".repeat(500);
    for fields in [
        [("outcome", ""), ("note", "A note that is not lost.")],
        [("outcome", "perhaps"), ("note", "A note that is not lost.")],
        [("outcome", "kept"), ("note", "")],
        [("outcome", "kept"), ("note", &long)],
    ] {
        let answer = campus.post(&mut officer, "/duties/recipient-mail-relay", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains(fields[1].1.trim()));
    }
    assert!(campus.page(&mut officer, "/duties").await.contains("12 January 2027"), "nothing was written down");
}

// TF11, RL10: the review of an agreement is due each period after it was signed, or after the last review.
#[tokio::test(flavor = "multi_thread")]
async fn over_a_year_and_more_the_list_and_the_mails_follow_the_clock() {
    let campus = Campus::new().await;
    let [mut officer, ..] = staff(&campus).await;
    let mails = |campus: &Campus, name: &str| {
        let to = address(name);
        campus.outbox.mails().iter().filter(|mail| mail.to().as_str() == to).count()
    };
    let due = async |campus: &Campus, officer: &mut Browser| {
        let page = campus.page(officer, "/duties").await;
        let row = page.split("/duties/recipient-mail-relay\"").nth(1).unwrap();
        row.split("</li>").next().unwrap().to_owned()
    };
    assert!(due(&campus, &mut officer).await.contains("Due on 12 January 2027"));
    // Signed on 12 January 2026, reviewed each year: a month before, a week before, and each week after.
    let mut told = Vec::new();
    for day in 0..70 {
        let before = mails(&campus, "Ine Officer");
        campus.keep().await;
        campus.run_jobs().await;
        let officer_mails = mails(&campus, "Ine Officer") - before;
        assert!(officer_mails < 2, "one mail a night");
        if officer_mails > 0 {
            told.push(day);
        }
        campus.clock.advance_days(1);
    }
    // 22 November is day 0: 13 December, 5 January, then 13, 20 and 27 January. The other agreement is due on
    // 2 February: 3 January, 26 January.
    assert_eq!(told, [21, 42, 44, 52, 59, 65, 66]);
    assert_eq!(mails(&campus, "Mia Manager"), 0);
    let mut officer = campus.sign_in(&campus.site, "Ine Officer").await;
    assert!(due(&campus, &mut officer).await.contains("Overdue since 12 January 2027"));
    assert!(public(&campus, "recipient-mail-relay").await.contains("It was due on 12 January 2027"));
    for mail in campus.outbox.mails() {
        for part in [mail.subject(), mail.text(), mail.html()] {
            assert!(!part.contains("Postbode") && !part.contains("Veilige"), "{part}");
        }
    }
    find(&campus, &mut officer, "recipient-mail-relay", "kept", "Read again, with its list of helpers.").await;
    assert!(due(&campus, &mut officer).await.contains("Due on 31 January 2028"));
    campus.keep().await;
    let before = mails(&campus, "Ine Officer");
    campus.clock.advance_days(1);
    campus.keep().await;
    campus.run_jobs().await;
    assert!(mails(&campus, "Ine Officer") - before <= 1);
}

// UC18: what expires is overdue from then on, whatever was confirmed.
#[tokio::test(flavor = "multi_thread")]
async fn what_has_expired_is_said_openly_whatever_was_confirmed() {
    let campus = Campus::new().await;
    let [_, mut technician, _] = staff(&campus).await;
    find(&campus, &mut technician, "declare-hosting", "kept", "It holds.").await;
    assert!(campus.page(&mut technician, "/duties").await.contains("Due on 1 June 2027"));
    campus.clock.advance_days(200);
    assert!(public(&campus, "declare-hosting").await.contains("Overdue: nobody has renewed this since 1 June 2027."));
    let mut technician = campus.sign_in(&campus.site, "Tom Technician").await;
    assert!(campus.page(&mut technician, "/duties").await.contains("Overdue since 1 June 2027"));
}

// I8: the record of a confirmation goes five years after it, and its date no longer stands on the page.
#[tokio::test(flavor = "multi_thread")]
async fn the_record_of_a_confirmation_goes_by_its_date() {
    let campus = Campus::new().await;
    let [mut officer, mut technician, _] = staff(&campus).await;
    find(&campus, &mut technician, "declare-separate-systems", "kept", "Two machines, seen.").await;
    assert!(campus.page(&mut officer, "/duties/declare-separate-systems").await.contains("Two machines, seen."));
    campus.clock.advance_days(5 * 365 + 3);
    campus.keep().await;
    let mut officer = campus.sign_in(&campus.site, "Ine Officer").await;
    let page = campus.page(&mut officer, "/duties/declare-separate-systems").await;
    assert!(page.contains("Not yet") && !page.contains("Two machines"), "{page}");
}

#[test]
fn reminders_come_thirty_days_and_seven_days_before_and_each_week_after() {
    let due = date(2027, 3, 1);
    let on = |month, day| stage(due, date(2027, month, day));
    assert_eq!(on(1, 29), None);
    assert_eq!((on(1, 30), on(2, 21), on(2, 22), on(3, 1)), (Some(1), Some(1), Some(2), Some(2)));
    assert_eq!((on(3, 2), on(3, 8), on(3, 9), on(3, 16)), (Some(3), Some(3), Some(4), Some(5)));
}

#[test]
fn what_fails_fails_until_somebody_confirms_it() {
    let at = |second| Timestamp::from_second(second).ok();
    assert_eq!(Found { kept: at(5), failed: at(7) }.fails(), at(7));
    assert_eq!(Found { kept: at(9), failed: at(7) }.fails(), None);
    assert_eq!(Found { kept: None, failed: at(7) }.fails(), at(7));
}

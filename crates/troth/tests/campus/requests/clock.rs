//! The time for an answer, more of it, and how long a request is kept.

use jiff::{civil::date, tz::TimeZone};
use requests::reminders::wants_reminder;
use statement::calendar::after;

use super::Stage;

// UC11: more time once, within the first month, with a reason that the asker reads.
#[tokio::test(flavor = "multi_thread")]
async fn more_time_is_taken_once_within_the_first_month_and_with_a_reason() {
    let stage = Stage::set().await;
    let first = stage.ask(&stage.maria, "inspection", "All of it.").await;
    let second = stage.ask(&stage.maria, "portability", "A file.").await;
    let extension = format!("/requests/{first}/extension");
    assert_eq!(stage.officer_posts(&extension, &[("reason", " ")]).await.status, 422);
    assert_eq!(stage.officer_posts(&extension, &[("reason", "There are years of it.")]).await.status, 303);
    let own = stage.campus.page(&mut stage.maria.clone(), &format!("/my-data/requests/{first}")).await;
    assert!(own.contains("22 February 2027") && own.contains("There are years of it."), "{own}");
    let again = stage.officer_posts(&extension, &[("reason", "And more years.")]).await;
    assert!(again.status == 409 && again.text().contains("And more years."));
    // The last day is 22 December; on the day after it is too late.
    let stage = stage.later(30).await;
    assert!(stage.desk(&format!("/requests/{second}")).await.contains("Due today"));
    assert!(stage.desk(&format!("/requests/{second}")).await.contains("/extension"));
    let stage = stage.later(1).await;
    let page = stage.desk(&format!("/requests/{second}")).await;
    assert!(page.contains("Overdue by one day") && !page.contains("/extension"), "{page}");
    let late = stage.officer_posts(&format!("/requests/{second}/extension"), &[("reason", "Sorry.")]).await;
    assert!(late.status == 409 && late.text().contains("Sorry."));
    // The statement's own page says so.
    stage.campus.keep().await;
    let statement = stage.campus.page(&mut crate::world::Browser::default(), "/privacy").await;
    assert!(statement.contains("On 23 December 2026 at least one request was overdue."), "beside the clause of rights");
    let desk = stage.desk("/requests").await;
    let place = |id: &str| desk.find(id).unwrap();
    assert!(place(&second) < place(&first), "what is overdue stands first");
}

// UC11: a month is a month of the calendar, whatever its length.
#[tokio::test(flavor = "multi_thread")]
async fn a_month_ends_on_the_same_day_or_on_the_last_of_a_shorter_month() {
    for (now, due, extended) in [
        ("2027-01-31T12:00:00Z", "28 February 2027", "30 April 2027"),
        ("2028-01-31T12:00:00Z", "29 February 2028", "30 April 2028"),
        ("2028-02-29T12:00:00Z", "29 March 2028", "29 May 2028"),
        // In Amsterdam it is 1 December already.
        ("2026-11-30T23:30:00Z", "1 January 2027", "1 March 2027"),
    ] {
        let stage = Stage::set().await;
        stage.campus.clock.set(now.parse().unwrap());
        let stage = stage.later(0).await;
        let id = stage.ask(&stage.maria, "inspection", "What do you hold?").await;
        let page = stage.desk(&format!("/requests/{id}")).await;
        assert!(page.contains(&format!("Due on {due}")), "{now}: {page}");
        assert!(page.contains(extended), "{now}");
    }
}

// UC11, I8: what was answered goes two years and a day after, and not before; what is open stays.
#[tokio::test(flavor = "multi_thread")]
async fn an_answered_request_goes_the_day_after_its_two_years_and_an_open_one_stays() {
    let stage = Stage::set().await;
    let answered = stage.ask(&stage.officer, "inspection", "My own data.").await;
    let open = stage.ask(&stage.officer, "complaint", "It takes long.").await;
    let answer = [("outcome", "granted"), ("text", "Here.")];
    assert_eq!(stage.officer_posts(&format!("/requests/{answered}/answer"), &answer).await.status, 303);
    let zone = stage.campus.site.plan.zone().clone();
    stage.campus.clock.advance_calendar(2, 0, &zone);
    stage.campus.keep().await;
    let stage = stage.later(0).await;
    let path = format!("/my-data/requests/{answered}");
    assert!(stage.campus.page(&mut stage.officer.clone(), &path).await.contains("My own data."));
    stage.campus.clock.advance_days(1);
    stage.campus.keep().await;
    let stage = stage.later(0).await;
    assert_eq!(stage.campus.get(&mut stage.officer.clone(), &path).await.status, 404);
    assert!(stage.desk(&format!("/requests/{open}")).await.contains("It takes long."));
}

// UC11: a week before, a day before, and each day from when it is overdue; a night that was missed is made up for.
#[test]
fn reminders_come_a_week_and_a_day_before_and_each_day_when_it_is_overdue() {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap();
    let due = after(date(2026, 12, 22), &zone);
    let night = |day: i8| date(2026, 12, day).at(3, 0, 0, 0).to_zoned(zone.clone()).unwrap().timestamp();
    let mut last = None;
    let mut told = Vec::new();
    for day in 1..=26 {
        if wants_reminder(night(day), last, due, &zone) {
            last = Some(night(day));
            told.push(day);
        }
        assert!(!wants_reminder(night(day), last, due, &zone), "a second look on day {day} says nothing");
    }
    assert_eq!(told, [15, 21, 23, 24, 25, 26]);
    assert!(wants_reminder(night(17), None, due, &zone), "the week's reminder was missed");
}

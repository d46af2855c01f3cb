//! The calendar file of an appointment: a time, neutral words, and lines as RFC 5545 wants them.

use kernel::Uuid;
use proptest::prelude::*;
use troth_coaching::calendar::CalendarEvent;

fn event(summary: &str) -> CalendarEvent {
    CalendarEvent {
        uid: Uuid::from_u128(7),
        stamp: "2026-03-01T09:00:00Z".parse().unwrap(),
        begins: "2026-03-29T00:30:00Z".parse().unwrap(),
        ends: "2026-03-29T01:30:00Z".parse().unwrap(),
        sequence: 2,
        cancelled: false,
        summary: summary.to_owned(),
    }
}

/// Undoes folding and escaping, as a calendar does.
fn summary_of(ics: &str) -> String {
    let unfolded = ics.replace("\r\n ", "");
    let value = unfolded.split("\r\n").find_map(|line| line.strip_prefix("SUMMARY:")).unwrap().to_owned();
    let mut out = String::new();
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        match (sign, sign == '\\') {
            (_, true) => match signs.next().unwrap() {
                'n' => out.push('\n'),
                other => out.push(other),
            },
            (sign, false) => out.push(sign),
        }
    }
    out
}

#[test]
fn the_file_has_times_in_utc_and_nothing_else_of_the_talk() {
    // UC13
    let ics = event("Appointment").to_ics();
    let lines: Vec<_> = ics.split("\r\n").collect();
    assert_eq!(lines.first(), Some(&"BEGIN:VCALENDAR"));
    assert!(lines.contains(&"DTSTART:20260329T003000Z"));
    assert!(lines.contains(&"DTEND:20260329T013000Z"));
    assert!(lines.contains(&"UID:00000000-0000-0000-0000-000000000007"));
    for word in ["LOCATION", "DESCRIPTION", "ATTENDEE", "ORGANIZER", "URL"] {
        assert!(!ics.contains(word), "{word}");
    }
}

#[test]
fn a_talk_that_was_called_off_says_so() {
    let ics = CalendarEvent { cancelled: true, ..event("Appointment") }.to_ics();
    assert!(ics.contains("STATUS:CANCELLED\r\n") && ics.contains("SEQUENCE:2\r\n"));
}

proptest! {
    #[test]
    fn lines_are_short_end_in_crlf_and_read_back(summary in "[^\\p{Cc}]{0,200}|[\\n;,\\\\a-zé😀]{0,120}") {
        let ics = event(&summary).to_ics();
        prop_assert!(ics.ends_with("\r\n"));
        for line in ics.trim_end_matches("\r\n").split("\r\n") {
            prop_assert!(line.len() <= 75, "{} octets", line.len());
            prop_assert!(!line.is_empty() && !line.contains(['\r', '\n']));
        }
        prop_assert_eq!(summary_of(&ics), summary);
    }

    #[test]
    fn no_line_but_its_own_comes_out_of_a_summary(summary in "(\\r|\\n|END:VEVENT|[ -~]){0,40}") {
        let ics = event(&summary).to_ics();
        let unfolded = ics.replace("\r\n ", "");
        prop_assert_eq!(unfolded.split("\r\n").filter(|line| *line == "END:VEVENT").count(), 1);
        prop_assert_eq!(unfolded.split("\r\n").count(), event("x").to_ics().split("\r\n").count());
    }
}

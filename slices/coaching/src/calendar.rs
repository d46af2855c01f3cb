//! The calendar file of an appointment (RFC 5545). It goes to calendars that others look into and that other firms
//! run, so it holds a time and neutral words: no name, no subject, no place, no address of the organisation.

use jiff::{Timestamp, tz::TimeZone};
use kernel::Uuid;

/// An appointment, as far as a calendar may know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEvent {
    /// Stays the same over all changes (RFC 7986 §5.3 recommends a UUID).
    pub uid: Uuid,
    /// When it was made or last changed.
    pub stamp: Timestamp,
    /// When it begins.
    pub begins: Timestamp,
    /// When it ends.
    pub ends: Timestamp,
    /// How often it was changed.
    pub sequence: i64,
    /// Whether it was called off.
    pub cancelled: bool,
    /// Neutral words.
    pub summary: String,
}

impl CalendarEvent {
    /// The file: UTF-8, lines of at most 75 octets that end in CRLF.
    pub fn to_ics(&self) -> String {
        let mut out = String::with_capacity(512);
        line(&mut out, "BEGIN:VCALENDAR");
        line(&mut out, "VERSION:2.0");
        line(&mut out, "PRODID:-//Troth//Coaching//EN");
        line(&mut out, "CALSCALE:GREGORIAN");
        line(&mut out, "METHOD:PUBLISH");
        line(&mut out, "BEGIN:VEVENT");
        line(&mut out, &format!("UID:{}", self.uid));
        line(&mut out, &format!("DTSTAMP:{}", utc(self.stamp)));
        line(&mut out, &format!("LAST-MODIFIED:{}", utc(self.stamp)));
        line(&mut out, &format!("SEQUENCE:{}", self.sequence));
        line(&mut out, &format!("DTSTART:{}", utc(self.begins)));
        line(&mut out, &format!("DTEND:{}", utc(self.ends)));
        line(&mut out, &format!("SUMMARY:{}", escaped(&self.summary)));
        line(&mut out, if self.cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        line(&mut out, "CLASS:PRIVATE");
        line(&mut out, "END:VEVENT");
        line(&mut out, "END:VCALENDAR");
        out
    }
}

/// A date-time in UTC, form 2 of RFC 5545 §3.3.5.
fn utc(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// TEXT of RFC 5545 §3.3.11. Control signs, which it has no place for, are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\\' | ';' | ',' => out.extend(['\\', sign]),
            '\n' => out.push_str("\\n"),
            sign if sign.is_control() => {}
            sign => out.push(sign),
        }
    }
    out
}

/// Appends a content line, folded at 75 octets and never inside a sign (RFC 5545 §3.1).
fn line(out: &mut String, content: &str) {
    let mut octets = 0;
    for sign in content.chars() {
        if octets + sign.len_utf8() > 75 {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(sign);
        octets += sign.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
}

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

//! Reports that a mail did not arrive (RFC 3464), as mail servers write them, and what a refusal's code means (RFC 3463).

use std::str::FromStr;

use crate::Returning;

/// How much of a report is read. What it says of the recipient stands before the mail that comes back with it.
pub const MOST: usize = 1 << 20;

/// An enhanced status code (RFC 3463): class, subject and detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    class: u16,
    subject: u16,
    detail: u16,
}

impl FromStr for Status {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.splitn(3, '.').map(|part| part.parse::<u16>().map_err(drop));
        let mut next = || parts.next().unwrap_or(Err(()));
        Ok(Self { class: next()?, subject: next()?, detail: next()? })
    }
}

impl Status {
    /// The first code in a server's words, such as `550 5.1.1 <…>: no such user`.
    pub fn first_in(words: &str) -> Option<Self> {
        words.split(|c: char| !(c.is_ascii_digit() || c == '.')).find_map(|word| word.trim_matches('.').parse().ok())
    }

    /// Whether it says for good that there is no such mailbox, or that it takes no mail any more. A mailbox that is
    /// full, a sender that is not liked or words that are not liked say nothing about the address.
    pub fn says_no_mailbox(self) -> bool {
        let about = match self.subject {
            // No such mailbox or domain, a wrong form, moved away, a domain that takes no mail (RFC 7505).
            1 => matches!(self.detail, 1..=3 | 6 | 10),
            // Closed.
            2 => self.detail == 1,
            // A domain that cannot be found; and what one large provider says of mailboxes that it does not have.
            4 => matches!(self.detail, 1 | 4),
            _ => false,
        };
        self.class == 5 && about
    }
}

/// What a report says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// The mail that came back.
    pub of: Returning,
    /// Whether there is no such mailbox, for good.
    pub no_mailbox: bool,
}

impl Report {
    /// Reads a message. `to` is the address at which it came, where the server tells it; else it is looked for in the
    /// headers. `None` when it is no report about a mail that bears a mark of ours.
    pub fn read(message: &[u8], to: Option<&str>) -> Option<Self> {
        let text = String::from_utf8_lossy(&message[..message.len().min(MOST)]).replace("\r\n", "\n");
        let (head, body) = text.split_once("\n\n")?;
        let of = match to {
            Some(to) => Returning::in_address(to)?,
            None => fields(head).find_map(|(name, value)| is_recipient(name).then(|| in_header(&value)).flatten())?,
        };
        let status = delivery_status(head, body)?;
        Some(Self { of, no_mailbox: status.split("\n\n").any(says_no_mailbox) })
    }
}

fn is_recipient(name: &str) -> bool {
    ["to", "delivered-to", "x-original-to"].iter().any(|known| name.eq_ignore_ascii_case(known))
}

fn in_header(value: &str) -> Option<Returning> {
    value.split([',', ' ', '<', '>', '"', '\t']).find_map(Returning::in_address)
}

/// Fields of a header, unfolded (RFC 5322 §2.2.3).
fn fields(head: &str) -> impl Iterator<Item = (&str, String)> {
    let mut lines = head.lines().peekable();
    std::iter::from_fn(move || {
        let (name, value) = lines.next()?.split_once(':').unwrap_or_default();
        let mut value = value.trim().to_owned();
        while let Some(more) = lines.next_if(|line| line.starts_with([' ', '\t'])) {
            value.push(' ');
            value.push_str(more.trim());
        }
        Some((name.trim(), value))
    })
}

fn field(head: &str, wanted: &str) -> Option<String> {
    fields(head).find_map(|(name, value)| name.eq_ignore_ascii_case(wanted).then_some(value))
}

/// The part of a report that is written for programs.
fn delivery_status<'a>(head: &str, body: &'a str) -> Option<&'a str> {
    let kind = field(head, "Content-Type")?;
    let is_report = kind.to_ascii_lowercase().starts_with("multipart/report");
    let boundary = format!("--{}", parameter(&kind, "boundary").filter(|_| is_report)?);
    let parts = body.split(boundary.as_str()).skip(1);
    parts.take_while(|part| !part.starts_with("--")).find_map(|part| {
        let (head, content) = part.trim_start_matches('\n').split_once("\n\n")?;
        let kind = field(head, "Content-Type")?.to_ascii_lowercase();
        let told = ["message/delivery-status", "message/global-delivery-status"];
        told.iter().any(|known| kind.starts_with(known)).then_some(content)
    })
}

/// A parameter of a header (RFC 2045 §5.1), quoted or not.
fn parameter(header: &str, wanted: &str) -> Option<String> {
    header.split(';').skip(1).find_map(|part| {
        let (name, value) = part.split_once('=')?;
        let value = value.trim().trim_matches('"');
        (name.trim().eq_ignore_ascii_case(wanted) && !value.is_empty()).then(|| value.to_owned())
    })
}

/// Whether the fields about one recipient say that there is no such mailbox.
fn says_no_mailbox(recipient: &str) -> bool {
    let is_final = field(recipient, "Action").is_some_and(|action| action.trim().eq_ignore_ascii_case("failed"));
    let status = field(recipient, "Status").and_then(|status| Status::first_in(&status));
    // Some servers give no reason of their own (5.0.0), but the words of the server that refused.
    let status = match status.filter(|status| status.subject != 0) {
        None => field(recipient, "Diagnostic-Code").and_then(|words| Status::first_in(&words)),
        known => known,
    };
    is_final && status.is_some_and(Status::says_no_mailbox)
}

//! Reports as mail servers write them (RFC 3464): which of them say that a mailbox is no more.

use kernel::Uuid;
use testkit::SeededRng;
use troth_post::{Returning, report::Report};

const MARK: Returning = Returning { mailbox: Uuid::from_u128(0x1234_5678_9abc), mailing: None };

const NO_MAILBOX: [&str; 3] =
    [include_str!("reports/postfix.eml"), include_str!("reports/exim.eml"), include_str!("reports/exchange.eml")];
const OTHERWISE: [&str; 3] =
    [include_str!("reports/full.eml"), include_str!("reports/delayed.eml"), include_str!("reports/refused.eml")];

fn address() -> String {
    format!("bounces+{MARK}@campus.example")
}

fn marked(text: &str) -> String {
    text.replace("MARK", &address())
}

#[test]
fn a_report_that_there_is_no_such_mailbox_is_known_from_three_mail_servers() {
    for text in NO_MAILBOX.map(marked) {
        let wanted = Some(Report { of: MARK, no_mailbox: true });
        assert_eq!(Report::read(text.as_bytes(), None), wanted, "{text}");
        assert_eq!(Report::read(text.replace('\n', "\r\n").as_bytes(), None), wanted, "by lines as on the wire");
        assert_eq!(Report::read(text.as_bytes(), Some(&address())), wanted);
    }
}

#[test]
fn a_full_mailbox_a_delay_and_words_that_are_not_liked_say_nothing_of_the_address() {
    for text in OTHERWISE.map(marked) {
        assert_eq!(Report::read(text.as_bytes(), None), Some(Report { of: MARK, no_mailbox: false }), "{text}");
    }
}

#[test]
fn what_is_no_report_or_bears_no_mark_of_ours_is_none() {
    let [postfix, ..] = NO_MAILBOX;
    let other = postfix.replace("MARK", "no-reply@campus.example");
    let made_up = postfix.replace("MARK", "bounces+0000000000000000000000000@campus.example");
    let vacation = marked(include_str!("reports/vacation.eml"));
    for text in [other.as_str(), &made_up, &vacation, "", "To: bounces", "\n\n"] {
        assert_eq!(Report::read(text.as_bytes(), None), None, "{text}");
    }
    // What the server says of where it came counts, and not what stands in the headers.
    assert_eq!(Report::read(marked(postfix).as_bytes(), Some("no-reply@campus.example")), None);
}

// Whoever can reach the address can send anything.
#[test]
fn no_message_whatever_stops_the_reading() {
    let rng = SeededRng::new(11);
    for text in NO_MAILBOX.into_iter().chain(OTHERWISE).map(marked) {
        let bytes = text.as_bytes();
        for end in 0..bytes.len() {
            Report::read(&bytes[..end], None);
        }
        for _ in 0..2_000 {
            let mut spoilt = bytes.to_vec();
            for _ in 0..8 {
                let [high, low, value] = kernel::rng::bytes::<3>(&rng);
                let place = usize::from(u16::from_be_bytes([high, low])) % spoilt.len();
                spoilt[place] = value;
            }
            Report::read(&spoilt, None);
        }
    }
    let long = [b"Content-Type: multipart/report; boundary=\"-\"\nTo: ".as_slice(), &b"- ".repeat(1 << 20)].concat();
    assert_eq!(Report::read(&long, None), None);
}

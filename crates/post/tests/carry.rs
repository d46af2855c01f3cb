//! Mails as a receiving server gets them.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::{sync::Arc, time::Duration};

use kernel::{
    Language, Uuid,
    words::{Text, Voice, Words},
};
use testkit::smtp::SmtpSink;
use troth_post::{self as post, Carrier, Link, Mail, Notice, Outbox, PostError, Security, Sender, Smtp, SmtpSettings};

const WORDS: &str = "test-waits-subject = Something waits for you at { $organisation }\n\
    test-waits-body = A message waits for you.\n\
    test-waits-link = Read it\n";

fn voice(language: Language) -> Voice {
    let own = Language::ALL.map(|language| Text { language, fluent: WORDS });
    let words = Words::new(post::SLICE.words.iter().copied().chain(own)).unwrap();
    Voice::new(Arc::new(words), language)
}

fn mail(to: &str, language: Language) -> Mail {
    let from = Sender { organisation: "Campus & Søn".to_owned(), address: "post@campus.example".parse().unwrap() };
    let notice = Notice {
        day: None,
        words: "test-waits",
        to: to.parse().unwrap(),
        link: Link::new("https://campus.example", "/trajectories/018f").unwrap(),
        job: Uuid::from_u128(7),
        at: "2026-11-22T10:00:00Z".parse().unwrap(),
    };
    Mail::compose(notice, &from, &voice(language))
}

fn carrier(port: u16) -> Smtp {
    Smtp::new(&SmtpSettings {
        host: "127.0.0.1".to_owned(),
        port,
        security: Security::PlainOnLoopback,
        credentials: None,
        patience: Duration::from_secs(5),
        bounces: None,
    })
    .unwrap()
}

// UC13
#[tokio::test]
async fn a_mail_arrives_with_words_and_one_link_and_nothing_else() {
    let sink = SmtpSink::start().await.unwrap();
    carrier(sink.port()).carry(&mail("maria@example.org", Language::Nl)).await.unwrap();
    let mails = sink.wait_for(1, Duration::from_secs(5)).await;
    let received = &mails[0];
    assert_eq!(received.to, ["maria@example.org"]);
    assert_eq!(received.subject(), "Something waits for you at Campus & Søn");
    assert_eq!(received.links(), ["https://campus.example/trajectories/018f"]);
    assert_eq!(received.header("Message-ID").unwrap(), "<00000000-0000-0000-0000-000000000007@campus.example>");
    assert_eq!(received.header("Auto-Submitted").unwrap(), "auto-generated");
    assert_eq!(received.header("Content-Language").unwrap(), "nl");
    assert!(received.header("Date").unwrap().starts_with("Sun, 22 Nov 2026 10:00:00"));
    assert!(received.header("User-Agent").is_none());
    let readable = received.readable();
    assert!(readable.contains("Hallo,") && readable.contains("A message waits for you."), "{readable}");
    assert!(readable.contains("<title>Something waits for you at Campus &amp; Søn</title>"), "{readable}");
}

#[tokio::test]
async fn a_busy_server_is_a_passing_trouble_and_no_server_too() {
    let sink = SmtpSink::start().await.unwrap();
    sink.refuse_next(1);
    let mail = mail("maria@example.org", Language::En);
    let error = carrier(sink.port()).carry(&mail).await.unwrap_err();
    assert_eq!(error, PostError::Temporary(Some(451)));
    carrier(sink.port()).carry(&mail).await.unwrap();
    assert_eq!(sink.wait_for(1, Duration::from_secs(5)).await.len(), 1);
    let port = {
        let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        gone.local_addr().unwrap().port()
    };
    assert_eq!(carrier(port).carry(&mail).await.unwrap_err(), PostError::Temporary(None));
}

#[test]
fn an_unprotected_connection_leads_to_this_machine_only() {
    let settings = SmtpSettings {
        host: "mail.example.org".to_owned(),
        port: 25,
        security: Security::PlainOnLoopback,
        credentials: None,
        patience: Duration::from_secs(5),
        bounces: None,
    };
    assert!(matches!(Smtp::new(&settings), Err(PostError::Settings(_))));
}

#[tokio::test]
async fn the_outbox_shows_a_mail_once_however_often_it_is_carried() {
    let outbox = Outbox::new();
    let mail = mail("maria@example.org", Language::Sv);
    outbox.carry(&mail).await.unwrap();
    outbox.carry(&mail).await.unwrap();
    let kept = outbox.mails();
    assert_eq!(kept.len(), 1);
    assert!(kept[0].text().starts_with("Hej!"));
    assert!(!format!("{:?} {:?}", kept[0], kept[0].to()).contains("maria"), "I6: no address in debug output");
}

#[test]
fn a_link_leads_to_the_own_site_only() {
    assert!(Link::new("https://campus.example", "/people").is_ok());
    for path in ["//evil.example", "https://evil.example", "/a b", "/\"><script>", ""] {
        assert!(Link::new("https://campus.example", path).is_err(), "{path:?}");
    }
    assert!(Link::new("javascript:alert(1)", "/people").is_err());
}

#[test]
fn addresses_are_checked_and_looked_up_in_lower_case() {
    let address: post::Address = " Maria@Example.ORG ".parse().unwrap();
    assert_eq!(address.normalised(), "maria@example.org");
    for text in ["maria", "maria@localhost", "maria@", "@example.org", "maria@exa mple.org", "a@b.c\r\nBcc: x@y.z"] {
        assert!(text.parse::<post::Address>().is_err(), "{text:?}");
    }
}

//! Text messages as a gateway gets them.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::sync::Arc;

use kernel::{
    Language, SecretString,
    words::{Voice, Words},
};
use testkit::SmsGateway;
use troth_post::{Gateway, GatewaySettings, PostError, SLICE, TextMessage, Texting as _};

fn message(language: Language) -> TextMessage {
    let words = Words::new(SLICE.words.iter().copied()).unwrap();
    let voice = Voice::new(Arc::new(words), language);
    TextMessage::code("+31612345678".parse().unwrap(), "012345", "https://campus.example:8443", &voice)
}

fn settings(url: &str, posts: bool) -> GatewaySettings {
    let with = [("username", "troth"), ("password", "a&b c"), ("charset", "UTF-8")];
    GatewaySettings {
        url: url.to_owned(),
        posts,
        number: "to".to_owned(),
        text: "text".to_owned(),
        with: with.map(|(name, value)| (name.to_owned(), SecretString::from(value))).to_vec(),
    }
}

// UC17, ASVS 6.6: the code, the host, and the line by which a browser fills it in on that host alone; as one text message.
#[test]
fn a_text_message_holds_the_code_and_the_host_and_nothing_else_and_fits_into_one() {
    for language in Language::ALL {
        let message = message(language);
        let text = message.text();
        let (first, last) = text.split_once("\n\n").unwrap();
        assert!(first.starts_with("012345 ") && first.contains("campus.example"), "{text}");
        assert_eq!(last, "@campus.example #012345");
        assert!(text.chars().count() <= 160, "{text}");
        assert!(!text.contains("31612345678"));
        assert!(!format!("{message:?} {:?}", message.to()).contains("5678"), "I6: no number in debug output");
    }
}

#[tokio::test]
async fn a_gateway_is_asked_once_with_number_text_and_whatever_the_configuration_says() {
    for posts in [false, true] {
        let fake = SmsGateway::start().await.unwrap();
        let gateway = Gateway::new(settings(&fake.url(), posts)).unwrap();
        gateway.text(&message(Language::Sv)).await.unwrap();
        let [asked] = &fake.taken()[..] else { panic!("once: {:?}", fake.taken()) };
        assert_eq!(
            (asked.method.as_str(), asked.path.as_str()),
            (if posts { "POST" } else { "GET" }, "/cgi-bin/sendsms")
        );
        let wanted = [("username", "troth"), ("password", "a&b c"), ("charset", "UTF-8"), ("to", "+31612345678")];
        for (name, value) in wanted {
            assert_eq!(asked.of(name), value, "{asked:?}");
        }
        assert_eq!(asked.of("text"), message(Language::Sv).text());
        assert!(fake.url().contains(&asked.host) && !asked.host.is_empty());
    }
}

#[tokio::test]
async fn a_busy_gateway_may_pass_and_one_that_refuses_does_not() {
    let fake = SmsGateway::start().await.unwrap();
    let gateway = Gateway::new(settings(&fake.url(), false)).unwrap();
    for (status, wanted) in [
        (503, PostError::Temporary(Some(503))),
        (429, PostError::Temporary(Some(429))),
        (403, PostError::Permanent(Some(403))),
        (302, PostError::Permanent(Some(302))),
    ] {
        fake.answer(status);
        assert_eq!(gateway.text(&message(Language::En)).await, Err(wanted), "no redirect is followed");
    }
    drop(fake);
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let gateway = Gateway::new(settings(&format!("http://{nobody}/"), false)).unwrap();
    assert_eq!(gateway.text(&message(Language::En)).await, Err(PostError::Temporary(None)));
}

#[test]
fn a_gateway_elsewhere_is_spoken_to_by_tls_alone() {
    assert!(Gateway::new(settings("https://gateway.example.org/send", true)).is_ok());
    for url in ["http://gateway.example.org/send", "ftp://127.0.0.1/", "send", "http://127.0.0.1.example.org/"] {
        assert!(matches!(Gateway::new(settings(url, true)), Err(PostError::Settings(_))), "{url}");
    }
}

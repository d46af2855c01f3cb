//! A mailing on its way: over real SMTP, with a server that is busy and a program that is killed.

use std::{sync::Arc, time::Duration};

use organisation::Worker;
use post::{Security, Smtp, SmtpSettings};
use testkit::SmtpSink;

use crate::stage::{SUBJECT, Stage};

/// The one worker that sends mailings, to a server on this machine.
fn workers(sink: &SmtpSink) -> Vec<Arc<dyn Worker>> {
    let settings = SmtpSettings {
        host: "127.0.0.1".to_owned(),
        port: sink.port(),
        security: Security::PlainOnLoopback,
        credentials: None,
        patience: Duration::from_secs(5),
    };
    vec![mailings::worker(Arc::new(Smtp::new(&settings).unwrap()), "no-reply@keel.example".parse().unwrap())]
}

// TF13, RFC 8058, RFC 2369: what comes over the wire.
#[tokio::test(flavor = "multi_thread")]
async fn a_mailing_comes_as_text_and_html_with_the_headers_of_the_mail_programs_own_button() {
    let mut stage = Stage::set().await;
    stage.two_agree().await;
    stage.send().await;
    let sink = SmtpSink::start().await.unwrap();
    while organisation::jobs::run_due(&stage.campus.site, &workers(&sink)).await.unwrap() > 0 {}
    let mails = sink.wait_for(2, Duration::from_secs(5)).await;
    assert_eq!(mails.len(), 2);
    for mail in &mails {
        assert_eq!((mail.subject().as_str(), mail.to.len()), (SUBJECT, 1));
        let stop = mail.header("List-Unsubscribe").unwrap();
        let link = stop.trim_start_matches('<').trim_end_matches('>');
        assert!(mail.links().iter().any(|known| known == link), "the header's link stands in the text, too: {stop}");
        assert_eq!(mail.header("List-Unsubscribe-Post").unwrap(), "List-Unsubscribe=One-Click");
        assert!(mail.header("Content-Type").unwrap().starts_with("multipart/alternative"));
        assert!(mail.raw.contains("text/plain") && mail.raw.contains("text/html"));
        assert!(mail.header("User-Agent").is_none() && mail.header("Cc").is_none() && mail.header("Bcc").is_none());
        assert!(!mail.readable().contains("Maria") || mail.to[0].starts_with("maria"), "{}", mail.readable());
    }
}

// A busy server: tried again, later, with the same Message-ID, so that a mailbox shows it once.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_busy_server_does_not_take_is_tried_again_under_the_same_message_id() {
    let mut stage = Stage::set().await;
    stage.agree(&mut stage.maria.clone()).await;
    stage.send().await;
    let sink = SmtpSink::start().await.unwrap();
    sink.refuse_next(1);
    assert_eq!(organisation::jobs::run_due(&stage.campus.site, &workers(&sink)).await.unwrap(), 1);
    assert!(sink.mails().is_empty());
    assert_eq!(organisation::jobs::run_due(&stage.campus.site, &workers(&sink)).await.unwrap(), 0, "not at once");
    stage.campus.clock.advance(jiff::SignedDuration::from_mins(2));
    assert_eq!(organisation::jobs::run_due(&stage.campus.site, &workers(&sink)).await.unwrap(), 1);
    assert_eq!(sink.wait_for(1, Duration::from_secs(5)).await.len(), 1);
}

//! A mailing on its way: over real SMTP, with a server that is busy and a program that is killed.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use organisation::Worker;
use post::{Carrier, Later, Mail, PostError, Security, Smtp, SmtpSettings};
use testkit::SmtpSink;

use crate::stage::{SUBJECT, Stage};

/// The one worker that sends mailings, to a server on this machine.
pub fn workers(sink: &SmtpSink) -> Vec<Arc<dyn Worker>> {
    let settings = SmtpSettings {
        host: "127.0.0.1".to_owned(),
        port: sink.port(),
        security: Security::PlainOnLoopback,
        credentials: None,
        patience: Duration::from_secs(5),
        bounces: Some("bounces@keel.example".parse().unwrap()),
    };
    by(Smtp::new(&settings).unwrap())
}

fn by(carrier: impl Carrier + 'static) -> Vec<Arc<dyn Worker>> {
    vec![mailings::worker(Arc::new(carrier), "no-reply@keel.example".parse().unwrap())]
}

/// What a server does with a mail.
#[derive(Clone, Copy, PartialEq)]
enum Server {
    /// Takes it.
    Takes,
    /// Refuses it for good.
    Refuses,
    /// Takes it; its answer never comes, because the program is stopped before.
    TakesAsItStops,
    /// The program is stopped before the server has it.
    Stops,
}

/// A server that keeps to whom each mail came, and its Message-ID.
#[derive(Clone)]
struct Post {
    server: Server,
    taken: Arc<Mutex<Vec<(String, String)>>>,
}

impl Post {
    fn that(server: Server) -> Self {
        Self { server, taken: Arc::default() }
    }

    fn taken(&self) -> Vec<(String, String)> {
        self.taken.lock().unwrap().clone()
    }
}

impl Carrier for Post {
    fn carry<'a>(&'a self, mail: &'a Mail) -> Later<'a, Result<(), PostError>> {
        Box::pin(async move {
            if matches!(self.server, Server::Takes | Server::TakesAsItStops) {
                let (to, id) = (mail.to().as_str().to_owned(), mail.message_id().to_owned());
                self.taken.lock().unwrap().push((to, id));
            }
            match self.server {
                Server::Takes => Ok(()),
                Server::Refuses => Err(PostError::Permanent(Some(550))),
                Server::TakesAsItStops | Server::Stops => std::future::pending().await,
            }
        })
    }
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

// None lost, and what comes twice bears the same id: the program is stopped with a mail in hand, before the server has it
// and after, and starts again from what is on disk.
#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_is_stopped_with_a_mailing_in_hand_loses_none_and_repeats_under_the_same_id() {
    for stop in [Server::Stops, Server::TakesAsItStops] {
        let mut stage = Stage::set().await;
        stage.two_agree().await;
        stage.send().await;
        let before = Post::that(stop);
        let halfway = by(before.clone());
        let running = organisation::jobs::run_due(&stage.campus.site, &halfway);
        assert!(tokio::time::timeout(Duration::from_secs(2), running).await.is_err(), "it hangs, and is stopped");
        drop(halfway);
        let campus = stage.campus.restart();
        let after = Post { server: Server::Takes, taken: Arc::clone(&before.taken) };
        assert_eq!(
            organisation::jobs::run_due(&campus.site, &by(after.clone())).await.unwrap(),
            0,
            "leased until then"
        );
        campus.clock.advance(jiff::SignedDuration::from_mins(3));
        while organisation::jobs::run_due(&campus.site, &by(after.clone())).await.unwrap() > 0 {}
        let mut taken = after.taken();
        assert_eq!(taken.len(), if stop == Server::Stops { 2 } else { 3 }, "{taken:?}");
        taken.sort();
        taken.dedup();
        let people: Vec<_> = taken.iter().map(|(to, _)| to.as_str()).collect();
        assert_eq!(people, ["maria@people.example", "noor@people.example"], "one id for each: {taken:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_server_refuses_for_good_is_not_tried_again() {
    let mut stage = Stage::set().await;
    stage.agree(&mut stage.maria.clone()).await;
    stage.send().await;
    let post = Post::that(Server::Refuses);
    assert_eq!(organisation::jobs::run_due(&stage.campus.site, &by(post.clone())).await.unwrap(), 1);
    stage.campus.clock.advance_days(1);
    assert_eq!(organisation::jobs::run_due(&stage.campus.site, &by(post)).await.unwrap(), 0);
}

// I10: after the last try it is given up, told on *What waits*, and sent when somebody asks for that.
#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_sent_in_twenty_tries_is_told_on_what_waits_and_sent_when_somebody_asks() {
    let mut stage = Stage::set().await;
    stage.agree(&mut stage.maria.clone()).await;
    stage.send().await;
    let sink = SmtpSink::start().await.unwrap();
    sink.refuse_next(20);
    for _ in 0..20 {
        assert_eq!(organisation::jobs::run_due(&stage.campus.site, &workers(&sink)).await.unwrap(), 1);
        stage.campus.clock.advance(jiff::SignedDuration::from_hours(7));
    }
    assert_eq!(
        organisation::jobs::run_due(&stage.campus.site, &workers(&sink)).await.unwrap(),
        0,
        "it was the last try"
    );
    stage.olaf = stage.campus.sign_in(&stage.campus.site, "Olaf Officer").await;
    let page = stage.campus.page(&mut stage.olaf, "/waiting").await;
    assert!(page.contains("could not be done in twenty tries") && !page.contains("Maria"), "{page}");
    stage.campus.done(&mut stage.olaf, "/waiting/attempt", &[]).await;
    assert_eq!(organisation::jobs::run_due(&stage.campus.site, &workers(&sink)).await.unwrap(), 1);
    assert_eq!(sink.wait_for(1, Duration::from_secs(5)).await.len(), 1);
    let page = stage.campus.page(&mut stage.olaf, "/waiting").await;
    assert!(!page.contains("could not be done in twenty tries"), "{page}");
}

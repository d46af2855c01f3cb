//! Certificates by ACME, against an authority that speaks RFC 8555 and looks for itself.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where it fails")]

mod authority;

use std::{os::unix::fs::PermissionsExt as _, sync::Arc};

use authority::{HOST, Responder};
use testkit::TurningClock;
use troth_tls::{Acme, AcmeFault, AcmeSettings, Certificates, Challenges};

struct Desk {
    folder: tempfile::TempDir,
    responder: Responder,
    challenges: Challenges,
    clock: Arc<TurningClock>,
}

impl Desk {
    async fn new() -> Self {
        let challenges = Challenges::default();
        let clock = Arc::new(TurningClock::at("2026-11-26T10:00:00Z"));
        let responder = Responder::start(Arc::<TurningClock>::clone(&clock), challenges.clone()).await;
        Self { folder: tempfile::tempdir().unwrap(), responder, challenges, clock }
    }

    fn acme(&self) -> Acme {
        let roots = self.folder.path().join("root.pem");
        std::fs::write(&roots, self.responder.root()).unwrap();
        let settings = AcmeSettings {
            directory: self.responder.directory(),
            contact: Some("admin@example.org".to_owned()),
            roots: Some(roots),
            folder: self.folder.path().join("acme"),
        };
        Acme::new(settings, self.challenges.clone(), Arc::<TurningClock>::clone(&self.clock) as _).unwrap()
    }
}

// SH2
#[tokio::test]
async fn a_certificate_is_got_from_an_authority_that_looked_for_itself_and_is_found_again_after_a_restart() {
    let desk = Desk::new().await;
    let pair = desk.acme().obtain(HOST).await.unwrap();
    assert!(pair.names(HOST) && pair.days_left(kernel::Clock::now(&*desk.clock)) > 80);
    assert_eq!(desk.responder.seen(), 1, "it fetched what was laid out");
    assert!(desk.challenges.answer("token-1").is_none(), "what was laid out is taken away again");

    let certificates = Certificates::default();
    desk.acme().take_up(&certificates, &[HOST.to_owned()]);
    assert_eq!(certificates.of(HOST).unwrap().until, pair.until);
    for entry in walk(desk.folder.path().join("acme")) {
        let mode = std::fs::metadata(&entry).unwrap().permissions().mode() & 0o777;
        let wanted = if entry.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, wanted, "{}", entry.display());
    }
}

#[tokio::test]
async fn the_account_is_made_once_and_a_number_that_is_too_old_is_no_hindrance() {
    let desk = Desk::new().await;
    desk.responder.refuse_next_nonce();
    desk.acme().obtain(HOST).await.unwrap();
    desk.acme().obtain(HOST).await.unwrap();
    assert_eq!(desk.responder.accounts(), 1);
}

#[tokio::test]
async fn an_authority_that_does_not_see_the_answer_is_told_with_what_to_do() {
    let desk = Desk::new().await;
    desk.responder.look_elsewhere();
    let fault = desk.acme().obtain(HOST).await.unwrap_err();
    assert!(matches!(fault, AcmeFault::NotShown { .. }), "{fault}");
    let told = fault.to_string();
    assert!(told.contains(HOST) && told.contains("port 80") && told.contains("wrong answer"), "{told}");
}

#[tokio::test]
async fn an_authority_with_a_root_that_nobody_named_is_not_believed() {
    let desk = Desk::new().await;
    let stranger = testkit::Authority::new().unwrap();
    let roots = desk.folder.path().join("other.pem");
    std::fs::write(&roots, stranger.root()).unwrap();
    let settings = AcmeSettings {
        directory: desk.responder.directory(),
        contact: None,
        roots: Some(roots),
        folder: desk.folder.path().join("acme"),
    };
    let acme = Acme::new(settings, Challenges::default(), Arc::<TurningClock>::clone(&desk.clock) as _).unwrap();
    let fault = acme.obtain(HOST).await.unwrap_err();
    assert!(matches!(&fault, AcmeFault::Unreached(reason) if reason.contains("certificate")), "{fault}");
}

#[tokio::test]
async fn what_is_kept_is_renewed_when_a_third_of_its_life_is_left() {
    let desk = Desk::new().await;
    let certificates = Arc::new(Certificates::default());
    let first = desk.acme().obtain(HOST).await.unwrap().until;
    desk.clock.advance_days(61);
    let acme = desk.acme();
    acme.take_up(&certificates, &[HOST.to_owned()]);
    let keeping = tokio::spawn(acme.keep(Arc::clone(&certificates), vec![HOST.to_owned()]));
    let renewed = tokio::time::timeout(std::time::Duration::from_secs(20), async {
        while certificates.of(HOST).unwrap().until == first {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    });
    renewed.await.expect("a new one is got");
    keeping.abort();
}

fn walk(from: std::path::PathBuf) -> Vec<std::path::PathBuf> {
    let mut found = vec![from.clone()];
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(walk(path)) } else { found.push(path) }
    }
    found
}

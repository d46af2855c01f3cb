//! Mails that come back: over real SMTP, and through the command that a mail server calls.

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
    time::Duration,
};

use kernel::Uuid;
use post::Returning;
use testkit::SmtpSink;

use crate::{
    delivery::workers,
    stage::Stage,
    world::{Browser, PASSWORD, address},
};

const REPORT: &str = include_str!("../../../post/tests/reports/postfix.eml");
const FULL: &str = include_str!("../../../post/tests/reports/full.eml");

/// A report about a mail with this mark, handed over as a mail server does.
fn hand_over(data: &Path, report: &str, mark: Returning, more: &[&str]) -> Output {
    let report = report.replace("MARK", &format!("bounces+{mark}@keel.example"));
    let report = report.replace("maria@people.example", &address("Maria"));
    let mut child = Command::new(env!("CARGO_BIN_EXE_troth"))
        .args(["mail", "bounce", "--data"])
        .arg(data)
        .args(more)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(report.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

impl Stage {
    /// A report is handed over beside the running campus, which takes it in.
    async fn comes_back(&self, report: &str, mark: Returning) {
        let handed = hand_over(self.campus.folder.path(), report, mark, &[]);
        assert_eq!((handed.status.code(), handed.stdout.len(), handed.stderr.len()), (Some(0), 0, 0), "{handed:?}");
        self.take_in().await;
    }

    async fn take_in(&self) {
        let sites = std::slice::from_ref(&self.campus.site);
        troth::returned::take_in(self.campus.folder.path(), sites).await.unwrap();
    }

    /// The mark of the latest mail to somebody.
    fn mark(&self, name: &str) -> Returning {
        let mails = self.campus.outbox.mails();
        let mail = mails.iter().find(|mail| mail.to().as_str() == address(name)).expect("a mail came");
        mail.returns().expect("the statement speaks of what comes back")
    }

    fn mails_to(&self, name: &str) -> usize {
        self.campus.outbox.mails().iter().filter(|mail| mail.to().as_str() == address(name)).count()
    }

    async fn asks_for_a_new_password(&self, name: &str) -> usize {
        let before = self.mails_to(name);
        let fields = [("email", &*address(name))];
        self.campus.post(&mut Browser::default(), "/sign-in/help", &fields).await;
        self.campus.run_jobs().await;
        self.mails_to(name) - before
    }
}

/// What everybody's page says whose mails come back, in each language.
const TOLD: [(&str, &str); 3] = [
    ("en", "nothing is mailed to you any more"),
    ("nl", "Daarom mailen we je niets meer"),
    ("sv", "Därför mejlar vi dig ingenting mer"),
];

// R11
#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_comes_back_for_good_ends_mail_to_that_mailbox_and_is_told_to_its_person_and_to_managers() {
    let mut stage = Stage::set().await;
    stage.two_agree().await;
    let path = stage.send().await;
    stage.campus.run_jobs().await;
    let mark = stage.mark("Maria");
    assert!(mark.mailing.is_some() && mark.mailbox != stage.mark("Noor").mailbox);
    stage.comes_back(REPORT, mark).await;
    for (language, words) in TOLD {
        stage.campus.done(&mut stage.maria, "/profile/language", &[("language", language), ("back", "/")]).await;
        let page = stage.campus.page(&mut stage.maria, "/").await;
        assert!(page.contains(words), "{language}: {page}");
    }
    let noor = stage.campus.page(&mut stage.noor, "/").await;
    assert!(TOLD.iter().all(|(_, words)| !noor.contains(words)), "{noor}");
    // Whoever manages people sees that mails do not arrive, and not why; the mailing counts it, and names nobody.
    let people = stage.campus.page(&mut stage.mia, "/people").await;
    assert_eq!(people.matches("Mails come back").count(), 1, "{people}");
    let maria = stage.campus.page(&mut stage.mia, &format!("/people/{}", stage.maria_id)).await;
    assert!(maria.contains("Since 22 November 2026 mails to this address do not arrive"), "{maria}");
    assert!(!maria.contains("5.1.1") && !maria.contains("User unknown"), "{maria}");
    let mailing = stage.campus.page(&mut stage.mia, &path).await;
    assert!(mailing.contains("mailboxes of fewer than 5 people turned out to be gone"), "{mailing}");
    assert!(!mailing.contains("Maria"), "{mailing}");
    // Nothing else goes there: no mailing, no notice, no link.
    let (before, next) = (stage.mails_to("Maria"), stage.send().await);
    stage.campus.run_jobs().await;
    assert_eq!((stage.received("Maria").len(), stage.received("Noor").len()), (1, 2));
    assert_eq!(stage.asks_for_a_new_password("Maria").await, 0);
    assert_eq!(stage.asks_for_a_new_password("Noor").await, 1);
    assert_eq!(stage.mails_to("Maria"), before);
    let mailing = stage.campus.page(&mut stage.mia, &next).await;
    assert!(!mailing.contains("turned out to be gone"), "{mailing}");
}

// A person can have it tried again; what comes back then is under another mark, and the old one says nothing any more.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_the_own_address_tried_again_gets_mails_until_one_comes_back_again() {
    let mut stage = Stage::set().await;
    assert_eq!(stage.asks_for_a_new_password("Maria").await, 1);
    let first = stage.mark("Maria");
    assert_eq!(stage.asks_for_a_new_password("Maria").await, 1);
    assert_eq!(stage.mark("Maria"), first, "one mailbox, one mark");
    stage.comes_back(REPORT, first).await;
    let page = stage.campus.page(&mut stage.maria, "/profile/address").await;
    assert!(page.contains("Since 22 November 2026 mails to your address come back"), "{page}");
    stage.campus.done(&mut stage.maria, "/profile/address/trial", &[]).await;
    let before = stage.mails_to("Maria");
    stage.campus.run_jobs().await;
    assert_eq!(stage.mails_to("Maria"), before + 1);
    let second = stage.mark("Maria");
    assert_ne!(first, second);
    stage.comes_back(REPORT, first).await;
    assert!(!stage.campus.page(&mut stage.maria, "/").await.contains(TOLD[0].1));
    stage.comes_back(REPORT, second).await;
    assert!(stage.campus.page(&mut stage.maria, "/").await.contains(TOLD[0].1));
    // Nobody else has it tried: there is nothing to try.
    let before = stage.mails_to("Noor");
    stage.campus.done(&mut stage.noor, "/profile/address/trial", &[]).await;
    stage.campus.run_jobs().await;
    assert_eq!(stage.mails_to("Noor"), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_address_is_written_to_whatever_came_back_from_the_one_before() {
    let mut stage = Stage::set().await;
    let fields = [("name", "Iris"), ("email", "iris@wrong.example"), ("role", "client"), ("language", "en")];
    stage.campus.done(&mut stage.mia, "/people/invitation", &fields).await;
    stage.campus.run_jobs().await;
    let sent = stage.campus.outbox.mails();
    let sent = sent.iter().find(|mail| mail.to().as_str() == "iris@wrong.example").unwrap();
    stage.comes_back(REPORT, sent.returns().unwrap()).await;
    let iris = stage.campus.person("iris@wrong.example").await.unwrap();
    let path = format!("/people/{iris}");
    assert!(stage.campus.page(&mut stage.mia, &path).await.contains("do not arrive"));
    let fields = [("name", "Iris"), ("email", "iris@right.example"), ("language", "en")];
    stage.campus.done(&mut stage.mia, &path, &fields).await;
    stage.campus.run_jobs().await;
    assert!(!stage.campus.page(&mut stage.mia, &path).await.contains("do not arrive"));
    stage.campus.mailed_link("iris@right.example");
}

// Whoever can reach the address can send anything: only the mark of a mail that was sent does something, and once.
#[tokio::test(flavor = "multi_thread")]
async fn forged_reports_and_reports_of_what_may_pass_do_nothing() {
    let mut stage = Stage::set().await;
    stage.two_agree().await;
    let path = stage.send().await;
    stage.campus.run_jobs().await;
    let (maria, noor) = (stage.mark("Maria"), stage.mark("Noor"));
    for made_up in [0, u128::MAX, stage.maria_id.to_string().parse::<Uuid>().unwrap().as_u128()] {
        stage.comes_back(REPORT, Returning { mailbox: Uuid::from_u128(made_up), ..maria }).await;
    }
    stage.comes_back(FULL, maria).await;
    // What the mail server says of where it came counts, whatever stands in the headers.
    let elsewhere = ["--to", "bounces@keel.example"];
    assert!(hand_over(stage.campus.folder.path(), REPORT, maria, &elsewhere).status.success());
    stage.take_in().await;
    let people = stage.campus.page(&mut stage.mia, "/people").await;
    assert!(!people.contains("Mails come back"), "{people}");
    // However often it is told, a mailing counts a mailbox once.
    for _ in 0..8 {
        stage.comes_back(REPORT, noor).await;
    }
    let people = stage.campus.page(&mut stage.mia, "/people").await;
    assert_eq!(people.matches("Mails come back").count(), 1, "{people}");
    let mailing = stage.campus.page(&mut stage.mia, &path).await;
    assert!(mailing.contains("mailboxes of fewer than 5 people turned out"), "once, not eight times: {mailing}");
}

// R11: kept while the server does not run, and no address of it on the disk; what cannot be kept is told to the mail server.
#[tokio::test(flavor = "multi_thread")]
async fn a_report_waits_for_the_server_without_an_address_and_is_tried_again_where_it_cannot_be_kept() {
    let stage = Stage::set().await;
    assert_eq!(stage.asks_for_a_new_password("Maria").await, 1);
    let (mark, campus) = (stage.mark("Maria"), stage.campus);
    let halted = campus.halt();
    assert!(hand_over(halted.folder.path(), REPORT, mark, &[]).status.success());
    let waiting: Vec<_> = std::fs::read_dir(halted.folder.path().join("returned.mail")).unwrap().flatten().collect();
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].metadata().unwrap().len(), 0, "its name is all that there is: {waiting:?}");
    let nowhere = hand_over(&halted.folder.path().join("nowhere"), REPORT, mark, &[]);
    assert_eq!(nowhere.status.code(), Some(75), "{nowhere:?}");
    let campus = halted.start();
    troth::returned::take_in(campus.folder.path(), std::slice::from_ref(&campus.site)).await.unwrap();
    let mut maria = campus.sign_in(&campus.site, "Maria").await;
    assert!(campus.page(&mut maria, "/").await.contains(TOLD[0].1));
}

// A server that knows at once that there is no such mailbox says so; one that refuses for another reason says nothing of it.
#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_for_lack_of_a_mailbox_is_noted_and_any_other_waits_for_somebody() {
    let mut stage = Stage::set().await;
    stage.two_agree().await;
    let path = stage.send().await;
    let sink = SmtpSink::start().await.unwrap();
    sink.refuse(&address("Maria"), "550 5.1.1 <maria>: no such user here");
    sink.refuse(&address("Noor"), "554 5.7.1 relay access denied");
    while organisation::jobs::run_due(&stage.campus.site, &workers(&sink)).await.unwrap() > 0 {}
    assert!(sink.mails().is_empty());
    let people = stage.campus.page(&mut stage.mia, "/people").await;
    assert_eq!(people.matches("Mails come back").count(), 1, "{people}");
    let mailing = stage.campus.page(&mut stage.mia, &path).await;
    assert!(mailing.contains("turned out to be gone"), "{mailing}");
    let page = stage.campus.page(&mut stage.olaf, "/waiting").await;
    assert!(
        page.contains("A mail or another task could not be done in twenty tries, or was refused for good"),
        "{page}"
    );
    assert!(!page.contains("Noor"), "{page}");
    // Mended, and tried again because somebody asks for it; the envelope bears the mark and no address.
    let sink = SmtpSink::start().await.unwrap();
    stage.campus.done(&mut stage.olaf, "/waiting/attempt", &[]).await;
    while organisation::jobs::run_due(&stage.campus.site, &workers(&sink)).await.unwrap() > 0 {}
    let mails = sink.wait_for(1, Duration::from_secs(5)).await;
    assert_eq!((mails.len(), mails[0].to[0].as_str()), (1, &*address("Noor")));
    let mark = Returning::in_address(&mails[0].from).expect("a mark");
    assert!(mark.mailing.is_some() && mails[0].from.starts_with("bounces+") && !mails[0].from.contains("noor"));
}

// Nobody could confirm at a mailbox that does not exist: who asked is told, and nothing changes.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_asks_for_an_address_without_a_mailbox_is_told_at_the_address_so_far() {
    let mut stage = Stage::set().await;
    let fields = [("email", "maria@nowhere.example"), ("password", PASSWORD)];
    stage.campus.done(&mut stage.maria, "/profile/address", &fields).await;
    let sink = SmtpSink::start().await.unwrap();
    sink.refuse("maria@nowhere.example", "550 5.1.2 no such domain");
    let settings = post::SmtpSettings {
        host: "127.0.0.1".to_owned(),
        port: sink.port(),
        security: post::Security::PlainOnLoopback,
        credentials: None,
        patience: Duration::from_secs(5),
        bounces: None,
    };
    let carrier = std::sync::Arc::new(post::Smtp::new(&settings).unwrap());
    let workers = accounts::workers(carrier, "no-reply@keel.example".parse().unwrap());
    while organisation::jobs::run_due(&stage.campus.site, &workers).await.unwrap() > 0 {}
    let told = sink.wait_for(2, Duration::from_secs(5)).await;
    let subjects: Vec<_> = told.iter().map(|mail| (mail.to[0].clone(), mail.subject())).collect();
    assert!(subjects.iter().all(|(to, _)| *to == address("Maria")), "{subjects:?}");
    assert!(subjects.iter().any(|(_, subject)| subject.starts_with("The new address at")), "{subjects:?}");
    assert_eq!(
        told.iter().filter(|mail| mail.from == "no-reply@keel.example").count(),
        told.len(),
        "nowhere else to go"
    );
    let page = stage.campus.page(&mut stage.maria, "/profile/address").await;
    assert!(!page.contains("A change is waiting"), "{page}");
    assert!(stage.campus.person("maria@nowhere.example").await.is_none());
}

// An organisation whose statement does not speak of it keeps nothing of it.
#[tokio::test(flavor = "multi_thread")]
async fn where_the_statement_does_not_speak_of_it_no_mark_is_sent_and_nothing_is_noted() {
    let silent = crate::world::statement("training").replace(" \"person.mail-returned\"", "");
    let mut stage = Stage::with(&silent).await;
    assert_eq!(stage.asks_for_a_new_password("Maria").await, 1);
    assert!(stage.campus.outbox.mails().iter().all(|mail| mail.returns().is_none()));
    let tried = stage.campus.post(&mut stage.maria, "/profile/address/trial", &[]).await;
    assert_eq!(tried.status.as_u16(), 404);
    let people = stage.campus.page(&mut stage.mia, "/people").await;
    assert!(people.contains("Maria") && !people.contains("Mails come back"), "{people}");
}

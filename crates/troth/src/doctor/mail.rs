//! Mail: the server that takes it, and what the domain says about it.

use std::process::Command;

use super::{
    Visit, in_file,
    report::{Finding, Point},
};
use crate::{config::MailConfig, serve};

/// Whether the mail server answers, by TLS, and lets this server in.
pub(super) async fn server(visit: &Visit<'_>) -> Vec<Finding> {
    let Some(mail) = &visit.config.mail else {
        let todo = format!("Write into {}: mail server=\"smtps://…\" from=\"…\"", in_file(&visit.config.folder));
        return vec![Point::Mail.act("no mail server is named; the server does not start without one", todo)];
    };
    vec![match (serve::smtp(mail), visit.network) {
        (Err(fault), _) => Point::Mail.act(fault.to_string(), format!("Mend it in {}.", in_file(&visit.config.folder))),
        (Ok(_), false) => Point::Mail.note("not looked at: nobody is asked", "troth doctor --network"),
        (Ok(smtp), true) => answered(mail, smtp.look().await),
    }]
}

fn answered(mail: &MailConfig, outcome: Result<(), String>) -> Finding {
    let (place, how) = place(mail);
    match outcome {
        Ok(()) => Point::Mail.good(format!("{place} answers, {how}; no mail was sent")),
        Err(fault) => Point::Mail.act(
            format!("{place} does not take mail from here, {how}: {fault}"),
            "Look at the address, port and password, and whether a firewall is between; a server that does not offer \
             STARTTLS on its port wants smtps://.",
        ),
    }
}

/// The server without its password, and how the connection is protected.
fn place(mail: &MailConfig) -> (String, &'static str) {
    use post::Security;
    let Ok(settings) = serve::smtp_settings(mail) else { return (String::new(), "") };
    let how = match settings.security {
        Security::Tls => "by TLS",
        Security::StartTls => "by STARTTLS",
        Security::PlainOnLoopback => "on this machine without TLS",
    };
    (format!("{}:{}", settings.host, settings.port), how)
}

/// What the domain of the sender says about mail.
pub(super) async fn records(visit: &Visit<'_>) -> Vec<Finding> {
    let from = visit.config.mail.as_ref().and_then(|mail| mail.from.rsplit_once('@'));
    let Some((_, domain)) = from else {
        return vec![Point::MailRecords.note("no sender is named yet", "")];
    };
    if !visit.network {
        return vec![Point::MailRecords.note("not looked at: nobody is asked", "troth doctor --network")];
    }
    let mut found = Vec::new();
    for record in RECORDS {
        let name = format!("{}{domain}", record.before);
        let asked = name.clone();
        let answer = tokio::task::spawn_blocking(move || dig(&asked)).await.ok().flatten();
        found.push(says(record, &name, answer.as_deref()));
    }
    found.push(Point::MailRecords.note(
        format!("{domain}: DKIM is under a name that the mail server's operator chose (the selector)"),
        format!("Send yourself a mail and read `s=` in its DKIM-Signature; then: dig +short TXT SELECTOR._domainkey.{domain}"),
    ));
    found
}

/// A record about mail: what stands before the domain, how it begins, and what to enter.
struct Record {
    what: &'static str,
    before: &'static str,
    begins: &'static str,
    enter: &'static str,
}

const RECORDS: &[Record] = &[
    Record { what: "SPF", before: "", begins: "v=spf1", enter: "\"v=spf1 include:YOUR-MAIL-SERVERS-DOMAIN -all\"" },
    Record { what: "DMARC", before: "_dmarc.", begins: "v=DMARC1", enter: "\"v=DMARC1; p=quarantine; adkim=s\"" },
    Record {
        what: "MTA-STS",
        before: "_mta-sts.",
        begins: "v=STSv1",
        enter: "\"v=STSv1; id=1\" (RFC 8461; it is about mail to you)",
    },
];

/// The text records of a name, by the tool of that name; `None` when it is not here or got no answer.
fn dig(name: &str) -> Option<String> {
    let asked = Command::new("dig").args(["+short", "+time=3", "+tries=2", "TXT", name]).output().ok()?;
    asked.status.success().then(|| String::from_utf8_lossy(&asked.stdout).into_owned())
}

fn says(record: &Record, name: &str, answer: Option<&str>) -> Finding {
    let Record { what, begins, enter, .. } = record;
    let Some(answer) = answer else {
        return Point::MailRecords.note(
            format!("{what} could not be looked up: `dig` is not here, or no name server answers"),
            format!("By hand, from a machine with `dig`: dig +short TXT {name} (it is to begin with {begins})"),
        );
    };
    // Long texts come in several quoted pieces.
    let texts = answer.lines().map(|line| line.replace("\" \"", "").trim().trim_matches('"').to_owned());
    let fitting: Vec<_> = texts.filter(|text| text.starts_with(begins)).collect();
    match fitting.as_slice() {
        [text] => Point::MailRecords.good(format!("{what}: {name} says {text}")),
        [] if *what == "MTA-STS" => Point::MailRecords
            .note(format!("{what}: {name} says nothing"), format!("If you receive mail there: TXT {name} {enter}")),
        [] => Point::MailRecords.act(
            format!("{what}: {name} says nothing, so that others may take your mail for false"),
            format!("Enter a TXT record {name}: {enter}"),
        ),
        more => Point::MailRecords
            .act(format!("{what}: {name} has {} such records; then none counts", more.len()), "Keep one of them."),
    }
}

#[cfg(test)]
mod tests {
    use std::{path::Path, sync::Arc};

    use super::*;
    use crate::{
        config::Config,
        doctor::State,
        installation::Common,
        system::{SystemClock, SystemRng},
    };

    async fn asked(server: &str) -> Finding {
        let text = format!("mail server=\"{server}\" from=\"no-reply@campus.example\"");
        let config = Config::parse(Path::new("x"), &text).unwrap();
        let common = Common::new(Arc::new(SystemClock), Arc::new(SystemRng)).unwrap();
        let visit = Visit { config: &config, common: &common, network: true, server: None };
        super::server(&visit).await.remove(0)
    }

    #[tokio::test]
    async fn a_mail_server_that_answers_is_good_and_gets_no_mail() {
        let sink = testkit::SmtpSink::start().await.unwrap();
        let found = asked(&format!("smtp://{}", sink.address())).await;
        assert_eq!(found.state, State::Good, "{found:?}");
        assert!(sink.mails().is_empty(), "no mail was sent");
    }

    #[tokio::test]
    async fn a_mail_server_that_does_not_answer_or_speaks_no_tls_is_told_without_its_password() {
        let nobody = asked("smtps://relay:s3cret@127.0.0.1:9").await;
        assert_eq!(nobody.state, State::Do);
        let sink = testkit::SmtpSink::start().await.unwrap();
        // By this name it is no address of this machine to the configuration, so STARTTLS is wanted.
        let port = sink.address().port();
        let plain = asked(&format!("smtp://relay:s3cret@127.0.0.1:{port}")).await;
        assert_eq!(plain.state, State::Do, "{plain:?}");
        for found in [nobody, plain] {
            assert!(!format!("{found:?}").contains("s3cret"), "{found:?}");
        }
    }

    #[test]
    fn records_that_are_missing_or_doubled_are_told_and_those_that_are_there_are_read() {
        let [spf, dmarc, sts] = RECORDS else { panic!("three records") };
        let state = |record, answer| says(record, "campus.example", answer).state;
        assert_eq!(state(spf, Some("\"v=spf1 include:mail.example -all\"\n\"other=1\"\n")), State::Good);
        assert_eq!(state(spf, Some("\"v=spf1 a\" \"mx -all\"\n")), State::Good);
        assert_eq!(state(spf, Some("\"other=1\"\n")), State::Do);
        assert_eq!(state(spf, Some("\"v=spf1 a -all\"\n\"v=spf1 mx -all\"\n")), State::Do);
        assert_eq!(state(dmarc, Some("")), State::Do);
        assert_eq!(state(sts, Some("")), State::Note);
        let unseen = says(dmarc, "_dmarc.campus.example", None);
        assert!(unseen.todo.contains("dig +short TXT _dmarc.campus.example"), "{unseen:?}");
    }
}

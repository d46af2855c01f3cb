//! How people reach the server: certificates, and the names of the hosts.

use std::net::IpAddr;

use kernel::Timestamp;
use tls::{Acme, Certificates, Pair};

use super::{
    Visit, in_file,
    report::{Finding, Point},
};
use crate::{
    config::Config,
    serve::{is_for_trying, without_port},
    wire,
};

/// Under so many days a certificate is told that somebody renews by hand.
const FEW_DAYS: i64 = 14;

/// Each host's certificate.
pub(super) fn certificates(visit: &Visit<'_>) -> Vec<Finding> {
    let (config, now) = (visit.config, visit.common.clock.now());
    let edge = &config.edge;
    if !edge.speaks_tls() {
        return vec![spoken_elsewhere(config)];
    }
    let hosts = hosts(config);
    let (certificates, mut found) = (Certificates::default(), Vec::new());
    if let Err(faults) = tls::take_up(&certificates, &edge.certificates, &hosts) {
        found.extend(
            faults
                .iter()
                .map(|fault| Point::Certificates.act(fault.to_string(), "Mend it; see *TLS* in the handbook.")),
        );
    }
    for host in &hosts {
        found.push(match (certificates.of(host), &edge.acme) {
            (Some(pair), _) => of_files(host, &pair, now),
            (None, Some(acme)) => match Acme::kept(&wire::settings(config, acme), host) {
                Ok(kept) => of_acme(host, kept.as_ref(), now),
                Err(fault) => {
                    Point::Certificates.act(fault.to_string(), "The running server asks for a new one; see its log.")
                }
            },
            (None, None) => {
                let told = tls::Fault::Uncovered { host: host.clone() }.to_string();
                Point::Certificates.act(told, format!("Name one in {}.", in_file(&config.folder)))
            }
        });
    }
    found
}

/// The names of the organisations' hosts.
fn hosts(config: &Config) -> Vec<String> {
    config.organisations.iter().map(|entry| without_port(&entry.host).to_owned()).collect()
}

/// Without TLS of its own: for trying only, or behind a proxy.
fn spoken_elsewhere(config: &Config) -> Finding {
    if hosts(config).iter().all(|host| is_for_trying(host)) {
        return Point::Certificates.good("all hosts are under localhost, which browsers trust without TLS");
    }
    match config.edge.fault(config.listen) {
        Some(fault) => Point::Certificates.act(fault, format!("Write it into {}.", in_file(&config.folder))),
        None => Point::Certificates.note(
            "the server itself speaks no TLS: it counts on a proxy before it",
            "Look at the proxy's certificates there.",
        ),
    }
}

/// A certificate in files, which somebody else renews.
fn of_files(host: &str, pair: &Pair, now: Timestamp) -> Finding {
    let left = pair.days_left(now);
    if pair.from > now || left < FEW_DAYS {
        return Point::Certificates.act(
            holds(host, pair, left),
            "Put a new one into the place of its files: it is taken up without a restart. See why nobody renews it.",
        );
    }
    Point::Certificates.good(holds(host, pair, left))
}

/// A certificate that the server renews, when a third of its life is left.
fn of_acme(host: &str, kept: Option<&Pair>, now: Timestamp) -> Finding {
    let look = "Start the server, or see in its log why the authority gives none: port 80 must reach it from outside, by the \
                host's name.";
    let Some(pair) = kept else {
        return Point::Certificates.act(format!("{host}: no certificate was obtained yet"), look);
    };
    let left = pair.days_left(now);
    // A quarter of its life: renewal has failed for some time.
    let late = pair.until.duration_since(now) < pair.until.duration_since(pair.from) / 4;
    if pair.from > now || late {
        return Point::Certificates.act(format!("{}, and was not renewed", holds(host, pair, left)), look);
    }
    Point::Certificates.good(format!("{}; the server renews it", holds(host, pair, left)))
}

fn holds(host: &str, pair: &Pair, left: i64) -> String {
    match left {
        ..0 => format!("{host}: the certificate is over since {}", pair.until.strftime("%Y-%m-%d")),
        _ => format!("{host}: the certificate holds for {left} days, until {}", pair.until.strftime("%Y-%m-%d")),
    }
}

/// Whether each host's name leads somewhere.
pub(super) async fn names(visit: &Visit<'_>) -> Vec<Finding> {
    if !visit.network {
        return vec![Point::Names.note("not looked at: nobody is asked", "troth doctor --network")];
    }
    let mut found = Vec::new();
    for host in hosts(visit.config) {
        let answer = tokio::net::lookup_host((host.as_str(), 0)).await;
        let addresses = answer.map(|found| found.map(|address| address.ip()).collect::<Vec<_>>());
        found.push(leads_to(&host, addresses.map_err(|error| error.to_string())));
    }
    found
}

fn leads_to(host: &str, addresses: Result<Vec<IpAddr>, String>) -> Finding {
    let missing = |why: &str| {
        Point::Names.act(
            format!("{host}: the name leads nowhere ({why})"),
            "Enter an A record, and an AAAA record if the machine has IPv6, where the domain's name server is kept.",
        )
    };
    let mut addresses = match addresses {
        Ok(addresses) if !addresses.is_empty() => addresses,
        Ok(_) => return missing("no address"),
        Err(error) => return missing(&error),
    };
    addresses.sort();
    addresses.dedup();
    let all: Vec<_> = addresses.iter().map(ToString::to_string).collect();
    if addresses.iter().all(IpAddr::is_loopback) && !is_for_trying(host) {
        return Point::Names.note(
            format!("{host} leads to this machine itself: {}", all.join(", ")),
            "Nobody else comes in by that. If `/etc/hosts` says so, ask from another machine.",
        );
    }
    Point::Names.good(format!("{host} leads to {}", all.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::State;

    const DAY: i64 = 86_400;

    /// A certificate for `campus.example` that holds for 90 days from 2026-09-01.
    fn pair() -> (Pair, Timestamp) {
        let folder = tempfile::tempdir().unwrap();
        let [from, until] = ["2026-09-01T00:00:00Z", "2026-11-30T00:00:00Z"].map(|text| text.parse().unwrap());
        let authority = testkit::Authority::new().unwrap();
        let (chain, key) = authority.certificate(&["campus.example"], from, until).unwrap();
        let [chain_path, key_path] = ["chain", "key"].map(|name| folder.path().join(name));
        std::fs::write(&chain_path, chain).unwrap();
        std::fs::write(&key_path, key).unwrap();
        (Pair::read(&chain_path, &key_path).unwrap(), from)
    }

    fn after(from: Timestamp, days: i64) -> Timestamp {
        from.checked_add(jiff::SignedDuration::from_secs(days * DAY)).unwrap()
    }

    #[test]
    fn a_certificate_in_files_is_told_two_weeks_before_its_end() {
        let (pair, from) = pair();
        let state = |days| of_files("campus.example", &pair, after(from, days)).state;
        assert_eq!(state(60), State::Good);
        assert_eq!(state(77), State::Do);
        assert_eq!(state(-1), State::Do, "not yet");
        let over = of_files("campus.example", &pair, after(from, 100));
        assert!(over.state == State::Do && over.found.contains("over since 2026-11-30"), "{over:?}");
    }

    #[test]
    fn a_certificate_that_the_server_did_not_renew_or_never_got_is_told() {
        let (pair, from) = pair();
        let state = |days| of_acme("campus.example", Some(&pair), after(from, days)).state;
        assert_eq!(state(60), State::Good);
        assert_eq!(state(70), State::Do, "less than a quarter of its life is left");
        assert_eq!(of_acme("campus.example", None, from).state, State::Do);
    }

    #[test]
    fn a_server_without_tls_is_fine_for_trying_and_told_elsewhere() {
        let state = |text: &str| {
            let config = Config::parse(std::path::Path::new("x"), text).unwrap();
            spoken_elsewhere(&config).state
        };
        let here = "organisation \"campus\" host=\"campus.localhost:8080\" statement=\"s.kdl\"";
        let there = "organisation \"campus\" host=\"campus.example\" statement=\"s.kdl\"";
        assert_eq!(state(here), State::Good);
        assert_eq!(state(there), State::Note);
        assert_eq!(state(&format!("listen \"0.0.0.0:80\"\n{there}")), State::Do);
    }

    #[test]
    fn a_name_that_leads_nowhere_is_told() {
        let state = |addresses| leads_to("campus.example", addresses).state;
        assert_eq!(state(Ok(vec!["192.0.2.7".parse().unwrap()])), State::Good);
        assert_eq!(state(Ok(vec!["127.0.0.1".parse().unwrap()])), State::Note);
        assert_eq!(state(Ok(vec![])), State::Do);
        assert_eq!(state(Err("no such name".to_owned())), State::Do);
    }
}

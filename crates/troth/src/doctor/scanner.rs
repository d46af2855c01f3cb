//! The scanner of uploads: whether there is one, and whether it finds what every scanner finds.

use std::io;

use http::{Scanner, Verdict};

use super::{
    Visit, in_file,
    report::{Finding, Point},
};

/// Has the harmless test file looked at; the scanner is on this machine, so that nobody else is asked.
pub(super) async fn looks(visit: &Visit<'_>) -> Vec<Finding> {
    vec![match &visit.config.edge.scanner {
        Some(scanner) => says(scanner, scanner.look_at_test_file().await),
        None => Point::Scanner.note(
            "nobody looks for known harm in what is uploaded; kinds are told by their content, and pictures written anew",
            format!("Install one, such as clamav-daemon, and write into {}: scanner \"/run/clamav/clamd.ctl\"", in_file(&visit.config.folder)),
        ),
    }]
}

fn says(scanner: &Scanner, outcome: io::Result<Verdict>) -> Finding {
    let point = Point::Scanner;
    match outcome {
        Ok(Verdict::Harmful) => point.good(format!("{scanner} answers, and finds the test file")),
        Ok(Verdict::Clean) => point.act(
            format!("{scanner} answers, and does not find the test file that every scanner knows"),
            "See whether its list of known harm is there and new: freshclam",
        ),
        Err(error) => point.act(
            format!("{scanner} does not answer: {error}; no file can be uploaded"),
            "Start it, and see whether the server's user may write to its socket.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::State;

    #[test]
    fn a_scanner_that_is_away_or_finds_nothing_is_told() {
        let scanner: Scanner = "/run/clamav/clamd.ctl".parse().unwrap();
        let state = |outcome| says(&scanner, outcome).state;
        assert_eq!(state(Ok(Verdict::Harmful)), State::Good);
        assert_eq!(state(Ok(Verdict::Clean)), State::Do);
        assert_eq!(state(Err(io::ErrorKind::ConnectionRefused.into())), State::Do);
    }
}

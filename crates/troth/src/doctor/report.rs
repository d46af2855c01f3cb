//! What was looked at, what was found, and what to do about it.

use std::{fmt::Write as _, process::ExitCode};

use serde::Serialize;

/// Declares the points, each once.
macro_rules! points {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $about:literal;)*) => {
        /// A point that is looked at.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Point { $($(#[$doc])* $name),* }

        impl Point {
            /// All of them, in the order in which they are looked at.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its name in the report.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key),* }
            }

            /// What is looked at, in a sentence; the table in `docs/operating.md` says the same.
            pub fn about(self) -> &'static str {
                match self { $(Self::$name => $about),* }
            }
        }
    };
}

points! {
    /// Who can read the files.
    Permissions = "permissions", "data folder, configuration, keys and certificates' keys are their owner's alone, and all of one owner";
    /// Where the keys lie.
    KeyPlace = "key-place", "`keys/` lies apart from the data, not among the copies, and not on a disk that copies on write";
    /// The machine's clock.
    Clock = "clock", "the clock is not behind what was written last, and the system keeps it right";
    /// Certificates.
    Certificates = "certificates", "each host has a certificate that names it, with its own key, and days left";
    /// The mail server.
    Mail = "mail", "the mail server answers by TLS and lets the server in (`--network`); no mail is sent";
    /// The hosts' addresses.
    Names = "names", "each host's name leads to an address (`--network`)";
    /// Records about mail.
    MailRecords = "mail-records", "the sender's domain has SPF, DMARC and MTA-STS (`--network`, by `dig`); DKIM is looked at by hand";
    /// Mails that come back.
    Bounces = "bounces", "where a statement says that mails that come back are noted, `bounces` says where reports go, and none waits for the server";
    /// Codes by text message.
    Texts = "texts", "where a statement offers codes by text message, `sms` names a gateway, and it answers (`--network`); no text is sent";
    /// The scanner of uploads.
    Scanner = "scanner", "the scanner that looks for known harm in uploads answers, and finds the harmless test file that all scanners know";
    /// Copies.
    Backups = "backups", "each organisation's newest backup is whole, and no older than the statement promises";
    /// The secret half of the recovery key.
    RecoveryKey = "recovery-key", "no file with a recovery key lies in the data folder, beside it, at home, or among the copies";
    /// Room on disk.
    Disk = "disk", "a tenth of each disk is free, and a gibibyte at least";
    /// Open files.
    OpenFiles = "open-files", "the server may open as many files as `limits connections` asks for";
    /// Newer programs.
    Updates = "updates", "the server runs the program that is installed, which is not older than half a year; nobody is asked";
    /// Statements and their versions.
    Statements = "statements", "each statement can be used, and every version whose day has come is in force";
    /// The ledger.
    Ledger = "ledger", "no organisation is locked because its data is older than its shipped ledger";
    /// Work that waits.
    Jobs = "jobs", "no mail or other task was given up or is an hour late, no act of the keeper failed, and the keeper looked last night";
}

/// How a point stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// As it should be.
    Good,
    /// Worth knowing; nothing must be done, or nothing that the program can see.
    Note,
    /// Something must be done.
    Do,
    /// It could not be looked at.
    Unseen,
}

/// One thing that was found.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// The point's name.
    pub point: &'static str,
    /// How it stands.
    pub state: State,
    /// What was found.
    pub found: String,
    /// What to do; empty when all is well.
    #[serde(rename = "do")]
    pub todo: String,
}

impl Point {
    fn finding(self, state: State, found: impl Into<String>, todo: impl Into<String>) -> Finding {
        Finding { point: self.key(), state, found: found.into(), todo: todo.into() }
    }

    /// All is well.
    pub(super) fn good(self, found: impl Into<String>) -> Finding {
        self.finding(State::Good, found, "")
    }

    /// Worth knowing, with what one may do.
    pub(super) fn note(self, found: impl Into<String>, todo: impl Into<String>) -> Finding {
        self.finding(State::Note, found, todo)
    }

    /// Something must be done.
    pub(super) fn act(self, found: impl Into<String>, todo: impl Into<String>) -> Finding {
        self.finding(State::Do, found, todo)
    }

    /// It could not be looked at.
    pub(super) fn unseen(self, found: impl Into<String>, todo: impl Into<String>) -> Finding {
        self.finding(State::Unseen, found, todo)
    }
}

/// All that was found.
#[derive(Clone, Debug, Default)]
pub struct Report(pub Vec<Finding>);

impl Report {
    /// 0 when all is well, 1 when something must be done, 2 when something could not be looked at.
    pub fn status(&self) -> u8 {
        let any = |state| self.0.iter().any(|finding| finding.state == state);
        match (any(State::Do), any(State::Unseen)) {
            (true, _) => 1,
            (false, true) => 2,
            (false, false) => 0,
        }
    }

    /// The same, as a process ends.
    pub(super) fn exit(&self) -> ExitCode {
        self.status().into()
    }

    /// For a program that reads it.
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(&self.0).unwrap_or_default()
    }

    /// For a person.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for Finding { point, state, found, todo } in &self.0 {
            let mark = match state {
                State::Good => "good",
                State::Note => "note",
                State::Do => "DO",
                State::Unseen => "?",
            };
            let _ = writeln!(text, "{mark:5}{point:14}{found}");
            if !todo.is_empty() {
                let _ = writeln!(text, "{:19}→ {todo}", "");
            }
        }
        let count = |state| self.0.iter().filter(|finding| finding.state == state).count();
        let (todo, unseen) = (count(State::Do), count(State::Unseen));
        let end = match self.status() {
            0 => "Nothing must be done.".to_owned(),
            1 => format!("To be done: {todo}. Could not be looked at: {unseen}."),
            _ => format!("Nothing must be done in what was seen. Could not be looked at: {unseen}."),
        };
        text + "\n" + &end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_says_whether_something_must_be_done_or_could_not_be_seen() {
        let (good, note) = (Point::Disk.good("room"), Point::Disk.note("a thing", "perhaps"));
        let (act, unseen) = (Point::Disk.act("full", "make room"), Point::Disk.unseen("dark", "a light"));
        let status = |findings: &[&Finding]| Report(findings.iter().map(|one| (*one).clone()).collect()).status();
        assert_eq!(status(&[&good, &note]), 0);
        assert_eq!(status(&[&good, &act, &unseen]), 1);
        assert_eq!(status(&[&good, &unseen]), 2);
        let report = Report(vec![good, act]);
        assert!(report.text().contains("DO   disk          full\n                   → make room"), "{}", report.text());
        assert!(report.json().contains("\"do\": \"make room\""), "{}", report.json());
    }

    #[test]
    fn the_handbook_lists_every_point_in_the_same_words() {
        let handbook = include_str!("../../../../docs/operating.md");
        let rows: Vec<_> =
            Point::ALL.iter().map(|point| format!("| `{}` | {} |", point.key(), point.about())).collect();
        assert!(handbook.contains(&rows.join("\n")), "docs/operating.md is to hold:\n{}", rows.join("\n"));
    }
}

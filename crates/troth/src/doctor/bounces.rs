//! Mails that come back: whether anybody hears of them.

use std::time::{Duration, SystemTime};

use jiff::Timestamp;

use super::{
    Visit, data, in_file,
    report::{Finding, Point},
};
use crate::returned::{self, Seen};

/// How long a report may wait: the server looks every ten seconds.
const LATE: Duration = Duration::from_secs(60 * 60);

/// Whether reports have somewhere to go, arrive, and are taken in.
pub(super) fn come_in(visit: &Visit<'_>, known: &data::Known) -> Vec<Finding> {
    let point = Point::Bounces;
    let noted = known.saying(accounts::mailbox::is_noted);
    if noted.is_empty() {
        return vec![point.note("no statement says that mails that come back are noted", "")];
    }
    if visit.config.mail.as_ref().is_none_or(|mail| mail.bounces.is_none()) {
        let told =
            format!("{}: mails that come back are to be noted, and no report reaches the server", noted.join(", "));
        let todo = format!(
            "Write bounces=\"bounces@…\" behind `mail` in {}, and see docs/operating.md.",
            in_file(&visit.config.folder)
        );
        return vec![point.act(told, todo)];
    }
    vec![match returned::seen(&visit.config.folder) {
        Ok(seen) => tells(&seen, visit.common.clock.now().into()),
        Err(error) => point.unseen(error.to_string(), "Run `troth doctor` as the user under whom the server runs."),
    }]
}

fn tells(seen: &Seen, now: SystemTime) -> Finding {
    let point = Point::Bounces;
    let day = |at: SystemTime| Timestamp::try_from(at).map_or_else(|_| String::new(), |at| format!("{at:.0}"));
    if let Some(oldest) = seen.oldest
        && now.duration_since(oldest).is_ok_and(|waits| waits > LATE)
    {
        let told = format!("{} reports wait for the server, the first since {}", seen.waiting, day(oldest));
        return point.act(told, "Start the server; if it runs, see in its log why it cannot take them in.");
    }
    match seen.moved {
        Some(moved) => point.good(format!("a report last came in or was taken in at {}", day(moved))),
        None => point.note(
            "no report ever came in",
            "That may well be. To try it, send a mail from the sender's address to somebody who is not there, and see \
             whether the mail server calls `troth mail bounce`.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::State;

    #[test]
    fn reports_that_wait_too_long_are_told_and_silence_is_told_with_its_beginning() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
        let ago = |seconds| Some(now - Duration::from_secs(seconds));
        let state = |waiting, oldest, moved| tells(&Seen { waiting, oldest, moved }, now).state;
        assert_eq!(state(0, None, None), State::Note);
        assert_eq!(state(1, ago(20), ago(20)), State::Good);
        assert_eq!(state(2, ago(2 * 60 * 60), ago(20)), State::Do);
        let silent = tells(&Seen { waiting: 0, oldest: None, moved: ago(90_000) }, now);
        assert!(silent.state == State::Good && silent.found.ends_with("2027-01-14T07:00:00Z"), "{silent:?}");
    }
}

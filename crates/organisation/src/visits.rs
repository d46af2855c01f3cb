//! Requests that were answered, on their way into the log of their day. Nothing here waits for anything: what there is no
//! room for is counted and let go.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, MutexGuard, PoisonError},
};

use http::Answered;
use kernel::{Rng, Timestamp, jiff::SignedDuration, rng};
use tokio::sync::Notify;

/// How many requests wait at most.
const MOST: usize = 10_000;
/// How many visits are told apart at once.
const AT_ONCE: usize = 10_000;
/// Whoever asks for nothing for so long, and then again, begins another visit.
const IDLE: SignedDuration = SignedDuration::from_mins(30);

/// A request, and the visit of which it is a part.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The request.
    pub answered: Answered,
    /// The visit's number: drawn at random, and forgotten half an hour after its last request.
    pub visit: u32,
}

/// Requests that wait to be written.
#[derive(Debug, Default)]
pub struct Visits {
    state: Mutex<State>,
    filling: Notify,
    writing: tokio::sync::Mutex<()>,
}

#[derive(Debug, Default)]
struct State {
    waiting: Vec<Seen>,
    dropped: u64,
    running: HashMap<Who, Running>,
}

/// By what the requests of one visit are known: no cookie, and nothing that is kept.
type Who = (Option<IpAddr>, String);

#[derive(Clone, Copy, Debug)]
struct Running {
    number: u32,
    last: Timestamp,
}

impl Visits {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a request, or counts it as dropped when too many wait.
    pub(crate) fn add(&self, answered: Answered, rng: &dyn Rng) {
        let mut state = self.state();
        if state.waiting.len() >= MOST {
            state.dropped += 1;
            return;
        }
        let visit = state.number(&answered, rng);
        state.waiting.push(Seen { answered, visit });
        if state.waiting.len() == MOST / 2 {
            self.filling.notify_one();
        }
    }

    /// Waits until nobody else is writing what was taken: whoever stops the server writes last.
    pub async fn turn(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.writing.lock().await
    }

    /// Takes all that waits, and how many were dropped since the last time.
    pub fn take(&self) -> (Vec<Seen>, u64) {
        let mut state = self.state();
        (std::mem::take(&mut state.waiting), std::mem::take(&mut state.dropped))
    }

    /// Counts requests that were taken and could not be written.
    pub fn count_dropped(&self, count: u64) {
        self.state().dropped += count;
    }

    /// Returns when it is half full.
    pub async fn filling(&self) {
        self.filling.notified().await;
    }
}

impl State {
    fn number(&mut self, answered: &Answered, rng: &dyn Rng) -> u32 {
        let now = answered.at;
        let is_over = |last: Timestamp| now.duration_since(last) > IDLE;
        let who = (answered.address, answered.browser.clone());
        if !self.running.contains_key(&who) && self.running.len() >= AT_ONCE {
            self.running.retain(|_, running| !is_over(running.last));
            if self.running.len() >= AT_ONCE {
                self.running.clear();
            }
        }
        let fresh = || Running { number: u32::from_be_bytes(rng::bytes(rng)), last: now };
        let running = self.running.entry(who).or_insert_with(fresh);
        if is_over(running.last) {
            *running = fresh();
        }
        running.last = now;
        running.number
    }
}

#[cfg(test)]
mod tests {
    use testkit::SeededRng;

    use super::*;

    fn request(host: u8, second: i64) -> Answered {
        Answered {
            at: Timestamp::from_second(second).unwrap(),
            address: Some(IpAddr::from([192, 0, 2, host])),
            host: String::new(),
            browser: "Firefox".to_owned(),
            method: http::axum::http::Method::GET,
            route: "/",
            status: 200,
            took: 0,
            bytes: 0,
            is_private: false,
        }
    }

    // SH7
    #[test]
    fn a_visit_has_one_number_until_half_an_hour_after_its_last_request() {
        let (visits, rng) = (Visits::default(), SeededRng::new(1));
        for (host, second) in [(1, 0), (2, 10), (1, 1800), (1, 3600), (1, 5401)] {
            visits.add(request(host, second), &rng);
        }
        let numbers: Vec<_> = visits.take().0.iter().map(|seen| seen.visit).collect();
        assert!(numbers[0] == numbers[2] && numbers[2] == numbers[3], "{numbers:?}");
        assert!(numbers[1] != numbers[0] && numbers[4] != numbers[0], "{numbers:?}");
    }

    #[test]
    fn what_there_is_no_room_for_is_counted_and_never_waited_for() {
        let (visits, rng) = (Visits::default(), SeededRng::new(1));
        for second in 0..MOST + 7 {
            visits.add(request(1, i64::try_from(second).unwrap()), &rng);
        }
        let (taken, dropped) = visits.take();
        assert_eq!((taken.len(), dropped), (MOST, 7));
        visits.count_dropped(3);
        assert_eq!(visits.take().1, 3);
    }

    #[test]
    fn however_many_visit_at_once_no_more_than_a_bound_are_told_apart() {
        let (visits, rng) = (Visits::default(), SeededRng::new(1));
        for n in 0..u32::try_from(AT_ONCE).unwrap() * 2 {
            let address = Some(IpAddr::from(n.to_be_bytes()));
            visits.add(Answered { address, ..request(1, 0) }, &rng);
        }
        assert!(visits.state().running.len() <= AT_ONCE);
    }
}

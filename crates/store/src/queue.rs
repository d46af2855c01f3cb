//! A queue between threads that blocks, drains, and can be closed.

use std::{
    collections::VecDeque,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

pub(crate) struct Queue<T> {
    state: Mutex<State<T>>,
    ready: Condvar,
}

struct State<T> {
    waiting: VecDeque<T>,
    closed: bool,
    /// Within what time the writer is to come, for lines that wait beside the queue.
    nudged: Option<Duration>,
}

/// What a writer finds.
pub(crate) enum Drained<T> {
    /// Work; empty when only a nudge came and nothing followed it for a while.
    Some(Vec<T>),
    /// Nothing left, and nothing will come.
    Closed,
}

impl<T> Queue<T> {
    pub(crate) fn new() -> Self {
        let state = State { waiting: VecDeque::new(), closed: false, nudged: None };
        Self { state: Mutex::new(state), ready: Condvar::new() }
    }

    fn state(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds work; gives it back when the queue is closed.
    pub(crate) fn push(&self, item: T) -> Result<(), T> {
        let mut state = self.state();
        if state.closed {
            return Err(item);
        }
        state.waiting.push_back(item);
        drop(state);
        self.ready.notify_one();
        Ok(())
    }

    /// Tells the writer that lines wait beside the queue; it takes them along with the next work, or after `linger`.
    pub(crate) fn nudge(&self, linger: Duration) {
        let mut state = self.state();
        state.nudged = Some(state.nudged.map_or(linger, |sooner| sooner.min(linger)));
        drop(state);
        self.ready.notify_one();
    }

    pub(crate) fn close(&self) {
        self.state().closed = true;
        self.ready.notify_all();
    }

    /// One piece of work; `None` when the queue is closed and empty.
    pub(crate) fn next(&self) -> Option<T> {
        let mut state = self.state();
        loop {
            if let Some(item) = state.waiting.pop_front() {
                return Some(item);
            }
            if state.closed {
                return None;
            }
            state = self.ready.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Waits for work, then takes all of it up to `most`.
    pub(crate) fn drain(&self, most: usize) -> Drained<T> {
        let mut state = self.state();
        while state.waiting.is_empty() {
            if state.closed {
                return Drained::Closed;
            }
            if let Some(linger) = state.nudged {
                let (later, waited) = self.ready.wait_timeout(state, linger).unwrap_or_else(PoisonError::into_inner);
                state = later;
                if waited.timed_out() {
                    break;
                }
            } else {
                state = self.ready.wait(state).unwrap_or_else(PoisonError::into_inner);
            }
        }
        state.nudged = None;
        let count = state.waiting.len().min(most);
        Drained::Some(state.waiting.drain(..count).collect())
    }
}

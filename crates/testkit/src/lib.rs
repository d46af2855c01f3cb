//! What tests and the demo stand on: a clock that turns, a random source that repeats, made-up people with
//! something to say to each other, canaries, a mail server that keeps what it gets, and a provider with which one signs in.
//!
//! Nothing of this room runs in an ordinary installation. Only this room fakes time (rule `fakes-time` of
//! `xtask tidy`).

pub mod authority;
pub mod canary;
pub mod clamd;
pub mod clock;
pub mod counting;
pub mod folk;
pub mod gateway;
pub mod passkey;
pub mod people;
pub mod postgres;
pub mod provider;
pub mod rng;
pub mod smtp;
pub mod steps;
pub mod story;

pub use authority::Authority;
pub use canary::{Canaries, Hit, search};
pub use clamd::Clamd;
pub use clock::{ShiftedClock, TurningClock};
pub use gateway::{AskedToSend, SmsGateway};
pub use passkey::Passkey;
pub use people::{Person, people};
pub use provider::{Provider, Twist};
pub use rng::SeededRng;
pub use smtp::{Received, SmtpSink};
pub use steps::Steps;
pub use story::{Speaker, Story, stories};

/// A scope for tests: an actor at an instant, in UTC, in English, with a seeded random source.
pub fn scope(organisation: &str, actor: kernel::Actor, now: kernel::Timestamp, seed: u64) -> Option<kernel::Scope> {
    let rng = std::sync::Arc::new(SeededRng::new(seed));
    Some(kernel::Scope {
        organisation: kernel::OrganisationKey::new(organisation)?,
        actor,
        now,
        zone: jiff::tz::TimeZone::UTC,
        language: kernel::Language::En,
        request: kernel::scope::mint(now, &*rng),
        session: None,
        rng,
    })
}

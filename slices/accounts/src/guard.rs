//! Guessing: how often an address, a device and a network may try (UC19, S8).
//!
//! Nobody is ever shut out. Whoever has used up the attempts waits until the next one has come back, one at a time; a
//! device from which the person has signed in before has attempts of its own, which nobody else can use up. All of it
//! is kept in memory only, and forgotten as soon as it is full again.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::{SignedDuration, tz::TimeZone};
use kernel::{PersonId, Timestamp, id::Id as _};
use sha2::{Digest as _, Sha256};
use statement::{Plan, plan::rule::Throttle};

use crate::model::after;

/// Failed attempts from one address of the internet, within an hour. A school has one for all its pupils.
pub const ADDRESS: u32 = 300;
/// The same from one network.
pub const NETWORK: u32 = 1200;
/// Text messages that one person has sent, and that one number gets, within an hour.
pub const TEXTS: u32 = 5;
/// Text messages that are asked for from one address of the internet, within an hour; from one network, four times as many.
pub const TEXTS_FROM: u32 = 50;
/// Above so many marks, those that are over are swept out.
pub const SWEEP: usize = 4096;

/// How many attempts there are, and in what time as many come back.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    attempts: u32,
    within: SignedDuration,
}

impl Pace {
    /// What the statement says; ten within an hour where it says nothing.
    pub(crate) fn of(plan: &Plan) -> Self {
        let stated = plan.first::<Throttle>().filter(|rule| rule.attempts > 0 && !rule.within.is_zero());
        let hour = SignedDuration::from_hours(1);
        stated.map_or(Self { attempts: 10, within: hour }, |rule| {
            let start = Timestamp::UNIX_EPOCH;
            let within = after(rule.within, start, &TimeZone::UTC).duration_since(start);
            Self { attempts: rule.attempts, within }
        })
    }

    /// So many attempts, which come back within an hour.
    pub const fn hourly(attempts: u32) -> Self {
        Self { attempts, within: SignedDuration::from_hours(1) }
    }

    /// The time in which one attempt comes back.
    fn each(self) -> SignedDuration {
        self.within / i32::try_from(self.attempts.max(1)).unwrap_or(i32::MAX)
    }
}

/// Whose attempts they are.
#[derive(Clone, Copy, Debug)]
pub enum Trier<'a> {
    /// Somebody on a device that nobody has signed in from, with what was typed as the address.
    Unknown {
        /// The address of the account, known or not.
        typed: &'a str,
        /// Where the request comes from, as far as that is known.
        from: Option<IpAddr>,
    },
    /// A device from which this person has signed in before.
    Device(PersonId, &'a str),
    /// Somebody whose password was right, or who has signed in, and who is asked once more.
    Person(PersonId),
    /// Somebody of whom nothing is known but where the request comes from, as far as that is.
    Nobody(Option<IpAddr>),
    /// Somebody who has a text message sent. Whoever gets it did perhaps not ask for it.
    Text {
        /// Who asks.
        person: PersonId,
        /// Where it goes.
        number: &'a str,
        /// Where the request comes from, as far as that is known.
        from: Option<IpAddr>,
    },
}

type Key = [u8; 16];

/// Counts attempts; all clones count together.
#[derive(Clone, Default)]
pub struct Guard(Arc<Mutex<Marks>>);

/// For each key the instant at which all its attempts have come back (the "generic cell rate algorithm" of ATM Forum
/// TM 4.1 §4.4.2).
#[derive(Default)]
struct Marks {
    full_at: HashMap<Key, Timestamp>,
    sweep_above: usize,
}

/// An attempt that was let through.
#[must_use = "an attempt that succeeds is given back"]
pub struct Taken {
    guard: Guard,
    taken: Vec<(Key, Pace)>,
}

impl Guard {
    /// Takes an attempt.
    ///
    /// # Errors
    /// The instant at which there is one again, when there is none now.
    pub fn attempt(
        &self,
        organisation: &str,
        trier: Trier<'_>,
        pace: Pace,
        now: Timestamp,
    ) -> Result<Taken, Timestamp> {
        let wanted = match trier {
            Trier::Unknown { typed, from } => {
                let own = (account(organisation, typed), pace);
                from.and_then(places).into_iter().flatten().chain([own]).collect()
            }
            Trier::Device(person, device) => {
                vec![(key(organisation, "device", &[person.uuid().as_bytes(), device.as_bytes()].concat()), pace)]
            }
            Trier::Person(person) => vec![(key(organisation, "person", person.uuid().as_bytes()), pace)],
            Trier::Nobody(from) => from.and_then(places).into_iter().flatten().collect(),
            Trier::Text { person, number, from } => texts(organisation, person, number, from),
        };
        let mut marks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        marks.sweep(now);
        if let Some(wait) = wanted.iter().filter_map(|(key, pace)| marks.wait(key, *pace, now)).max() {
            return Err(wait);
        }
        for (key, pace) in &wanted {
            let full = marks.full_at.get(key).map_or(now, |at| (*at).max(now));
            marks.full_at.insert(*key, full + pace.each());
        }
        Ok(Taken { guard: self.clone(), taken: wanted })
    }

    /// How many marks are kept in memory, with those that are over and were not swept out yet.
    pub fn marks(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).full_at.len()
    }

    /// Gives all attempts at an account back.
    pub(crate) fn forgive(&self, organisation: &str, address: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).full_at.remove(&account(organisation, address));
    }
}

impl Taken {
    /// It was right: it does not count.
    pub fn succeeded(self) {
        let mut marks = self.guard.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (key, pace) in &self.taken {
            if let Some(full) = marks.full_at.get_mut(key) {
                *full -= pace.each();
            }
        }
    }
}

impl Marks {
    /// When there is an attempt again; `None` when there is one now.
    fn wait(&self, key: &Key, pace: Pace, now: Timestamp) -> Option<Timestamp> {
        let free = *self.full_at.get(key)? + pace.each() - pace.within;
        (free > now).then_some(free)
    }

    fn sweep(&mut self, now: Timestamp) {
        if self.full_at.len() > self.sweep_above.max(SWEEP) {
            self.full_at.retain(|_, full| *full > now);
            self.sweep_above = self.full_at.len() * 2;
        }
    }
}

fn account(organisation: &str, typed: &str) -> Key {
    key(organisation, "account", typed.trim().to_lowercase().as_bytes())
}

/// The address and its network: the same /24 of IPv4; of IPv6 a /64 counts as one address, a /48 as one network. What comes
/// from this machine or from the house's own network is not counted: a proxy there stands for everybody.
fn places(from: IpAddr) -> Option<[(Key, Pace); 2]> {
    let (inside, address, network) = match from.to_canonical() {
        IpAddr::V4(own) => {
            let octets = own.octets();
            (own.is_loopback() || own.is_private() || own.is_link_local(), octets.to_vec(), octets[..3].to_vec())
        }
        IpAddr::V6(own) => {
            let octets = own.octets();
            (own.is_loopback() || own.is_unique_local(), octets[..8].to_vec(), octets[..6].to_vec())
        }
    };
    let outside =
        [(key("", "address", &address), Pace::hourly(ADDRESS)), (key("", "network", &network), Pace::hourly(NETWORK))];
    (!inside).then_some(outside)
}

/// What a text message counts for: its sender, its number whoever asks, the address and the network.
fn texts(organisation: &str, person: PersonId, number: &str, from: Option<IpAddr>) -> Vec<(Key, Pace)> {
    let own = (key(organisation, "texts of", person.uuid().as_bytes()), Pace::hourly(TEXTS));
    let theirs = (key("", "texts to", number.as_bytes()), Pace::hourly(TEXTS));
    let outside = from.and_then(places).map(|[(address, _), (network, _)]| {
        let at = |place: Key, most| (key("", "texts from", &place), Pace::hourly(most));
        [at(address, TEXTS_FROM), at(network, 4 * TEXTS_FROM)]
    });
    outside.into_iter().flatten().chain([own, theirs]).collect()
}

/// Two keys are equal only by chance, and nothing can be read from one.
fn key(organisation: &str, kind: &str, what: &[u8]) -> Key {
    let hash = Sha256::new().chain_update(organisation).chain_update([0]).chain_update(kind).chain_update([0]);
    let hash = hash.chain_update(what).finalize();
    let mut key = Key::default();
    key.copy_from_slice(&hash[..16]);
    key
}

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
const ADDRESS: u32 = 300;
/// The same from one network.
const NETWORK: u32 = 1200;
/// Text messages that one person has sent, and that one number gets, within an hour.
const TEXTS: u32 = 5;
/// Text messages that are asked for from one address of the internet, within an hour; from one network, four times as many.
const TEXTS_FROM: u32 = 50;
/// Above so many marks, those that are over are swept out.
const SWEEP: usize = 4096;

/// How many attempts there are, and in what time as many come back.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pace {
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

    const fn hourly(attempts: u32) -> Self {
        Self { attempts, within: SignedDuration::from_hours(1) }
    }

    /// The time in which one attempt comes back.
    fn each(self) -> SignedDuration {
        self.within / i32::try_from(self.attempts.max(1)).unwrap_or(i32::MAX)
    }
}

/// Whose attempts they are.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Trier<'a> {
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
pub(crate) struct Guard(Arc<Mutex<Marks>>);

/// For each key the instant at which all its attempts have come back (the "generic cell rate algorithm" of ATM Forum
/// TM 4.1 §4.4.2).
#[derive(Default)]
struct Marks {
    full_at: HashMap<Key, Timestamp>,
    sweep_above: usize,
}

/// An attempt that was let through.
#[must_use = "an attempt that succeeds is given back"]
pub(crate) struct Taken {
    guard: Guard,
    taken: Vec<(Key, Pace)>,
}

impl Guard {
    /// Takes an attempt, or says when there is one again.
    pub(crate) fn attempt(
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

    /// Gives all attempts at an account back.
    pub(crate) fn forgive(&self, organisation: &str, address: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).full_at.remove(&account(organisation, address));
    }
}

impl Taken {
    /// It was right: it does not count.
    pub(crate) fn succeeded(self) {
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

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    const PACE: Pace = Pace { attempts: 10, within: SignedDuration::from_hours(1) };

    fn at(seconds: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_secs(seconds)
    }

    fn person() -> PersonId {
        PersonId::from_uuid(kernel::Uuid::from_u128(7))
    }

    /// The `number`th of 10,000 addresses.
    fn address(number: u32) -> IpAddr {
        IpAddr::V4(Ipv4Addr::from(0x2d00_0000 + number % 10_000 * 7))
    }

    // S8
    #[test]
    fn of_a_million_attempts_from_ten_thousand_addresses_a_hundred_an_hour_at_most_reach_the_hash() {
        let guard = Guard::default();
        let mut hours = [0; 10];
        for number in 0..1_000_000u32 {
            let second = i64::from(number) * 36_000 / 1_000_000;
            let trier = Trier::Unknown { typed: "ingrid@example.org", from: Some(address(number)) };
            if guard.attempt("campus", trier, PACE, at(second)).is_ok() {
                hours[usize::try_from(second / 3600).unwrap()] += 1;
            }
        }
        assert!(hours.iter().all(|count| (9..=20).contains(count)), "{hours:?}");
        // The owner is not shut out, at the height of the attack, from a device that is known.
        let owner = guard.attempt("campus", Trier::Device(person(), "nonce"), PACE, at(35_999));
        owner.unwrap_or_else(|_| panic!("the owner waits")).succeeded();
    }

    #[test]
    fn attempts_come_back_one_by_one_and_those_that_succeed_do_not_count() {
        let guard = Guard::default();
        let attempt = |second| guard.attempt("campus", Trier::Person(person()), PACE, at(second));
        for _ in 0..100 {
            attempt(0).ok().unwrap().succeeded();
        }
        for _ in 0..10 {
            assert!(attempt(0).is_ok());
        }
        assert_eq!(attempt(0).err(), Some(at(360)));
        assert!(attempt(359).is_err());
        assert!(attempt(360).is_ok());
        assert!(attempt(361).is_err());
        let elsewhere = guard.attempt("lectures", Trier::Person(person()), PACE, at(361));
        assert!(elsewhere.is_ok(), "each organisation counts for itself");
    }

    #[test]
    fn one_address_and_one_network_cannot_try_everybody() {
        let guard = Guard::default();
        let mut tried = [0, 0, 0];
        for number in 0..2_000u32 {
            let typed = format!("person-{number}@example.org");
            let here = Trier::Unknown { typed: &typed, from: Some(Ipv4Addr::new(192, 0, 2, 1).into()) };
            tried[0] += u32::from(guard.attempt("campus", here, PACE, at(0)).is_ok());
            let there = IpAddr::V4(Ipv4Addr::new(198, 51, 100, u8::try_from(number % 250).unwrap()));
            let there = Trier::Unknown { typed: &typed, from: Some(there) };
            tried[1] += u32::from(guard.attempt("campus", there, PACE, at(0)).is_ok());
            let proxy = Trier::Unknown { typed: &typed, from: Some(Ipv4Addr::LOCALHOST.into()) };
            tried[2] += u32::from(guard.attempt("lectures", proxy, PACE, at(0)).is_ok());
        }
        assert_eq!(tried, [ADDRESS, NETWORK, 2_000], "a proxy of our own stands for everybody");
        let nobody = |from: [u8; 4]| guard.attempt("campus", Trier::Nobody(Some(from.into())), PACE, at(0)).is_ok();
        assert!(!nobody([192, 0, 2, 1]) && nobody([203, 0, 113, 1]), "whoever comes from elsewhere counts there, too");
    }

    // ASVS 6.6.3: nobody has others bombed with texts.
    #[test]
    fn texts_are_few_for_each_person_each_number_and_each_network() {
        let guard = Guard::default();
        let (mut sent, here) = ([0, 0, 0], Some(IpAddr::from(Ipv4Addr::new(192, 0, 2, 1))));
        let person = |number: u32| PersonId::from_uuid(kernel::Uuid::from_u128(number.into()));
        for number in 0..500u32 {
            let own = format!("+31600000{number:03}");
            let tries = [
                (person(0), own.as_str(), None),
                (person(number + 1), "+31611111111", None),
                (person(number + 1000), &own, here),
            ];
            for (count, (person, number, from)) in sent.iter_mut().zip(tries) {
                *count += u32::from(guard.attempt("campus", Trier::Text { person, number, from }, PACE, at(0)).is_ok());
            }
        }
        assert_eq!(sent, [TEXTS, TEXTS, TEXTS_FROM]);
    }

    #[test]
    fn what_is_over_is_forgotten() {
        let guard = Guard::default();
        for number in 0..20_000u32 {
            let typed = format!("person-{number}@example.org");
            let trier = Trier::Unknown { typed: &typed, from: None };
            let _ = guard.attempt("campus", trier, PACE, at(i64::from(number))).is_ok();
        }
        assert!(guard.0.lock().unwrap().full_at.len() <= SWEEP + 1);
    }
}

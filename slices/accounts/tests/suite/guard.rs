//! Guessing, with a clock of numbers.

use std::net::{IpAddr, Ipv4Addr};

use jiff::SignedDuration;
use kernel::{PersonId, Timestamp, id::Id as _};
use troth_accounts::guard::{ADDRESS, Guard, NETWORK, Pace, SWEEP, TEXTS, TEXTS_FROM, Trier};

const PACE: Pace = Pace::hourly(10);

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
    assert!(guard.marks() <= SWEEP + 1);
}

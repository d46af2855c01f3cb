//! What a browser hands over when a passkey is made or shown: right, and wrong in each of its parts.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use kernel::{PersonId, Uuid, id::Id as _};
use testkit::Passkey;
use troth_accounts::factors::webauthn::{Kept, Made, Place, Shown, Verdict};

const HERE: &str = "https://campus.example";
/// Flags of the authenticator's data (WebAuthn §6.1): somebody was there, and proved to be its owner.
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;

fn device() -> Passkey {
    Passkey::new(HERE).unwrap()
}

fn made(device: &mut Passkey) -> Option<Kept> {
    Made::read(&device.make("challenge", &[7; 16])).and_then(|made| made.kept(&Place::at(HERE)))
}

fn verdict(device: &mut Passkey, kept: &Kept) -> Verdict {
    Shown::read(&device.show("challenge")).map_or(Verdict::Wrong, |shown| shown.verdict(kept, &Place::at(HERE)))
}

// S7
#[test]
fn a_passkey_made_here_is_known_when_it_is_shown() {
    let mut device = device();
    let kept = made(&mut device).unwrap();
    let text = device.show("challenge");
    let shown = Shown::read(&text).unwrap();
    assert_eq!(shown.verdict(&kept, &Place::at(HERE)), Verdict::Fits(device.counter));
    assert_eq!(shown.challenge().as_deref(), Some("challenge"));
    assert_eq!(shown.person.map(PersonId::uuid), Some(Uuid::from_bytes([7; 16])));
}

#[test]
fn a_place_is_its_host_and_its_origin_with_the_port() {
    let place = Place::at("http://campus.localhost:8080");
    let is_its = |origin: &str, host: &str| {
        let mut device = device();
        (device.origin, device.host) = (origin.to_owned(), host.to_owned());
        Made::read(&device.make("challenge", &[7; 16])).and_then(|made| made.kept(&place)).is_some()
    };
    assert!(is_its("http://campus.localhost:8080", "campus.localhost"));
    assert!(!is_its("http://campus.localhost", "campus.localhost"), "an origin without the port");
    assert!(!is_its("http://campus.localhost:8080", "campus.localhost:8080"), "a host with the port");
}

/// What can be wrong with a device, or with the page that it is shown on.
type Fault = (&'static str, fn(&mut Passkey));
const FAULTS: [Fault; 7] = [
    ("another site", |device| device.origin = "https://campus.example.org".to_owned()),
    ("without TLS", |device| device.origin = "http://campus.example".to_owned()),
    ("another relying party", |device| device.host = "example".to_owned()),
    ("nobody there", |device| device.flags &= !PRESENT),
    ("whoever it was", |device| device.flags &= !VERIFIED),
    ("in a frame", |device| device.is_framed = true),
    ("cut short", |device| device.cut = Some(36)),
];

// S7
#[test]
fn what_is_shown_or_made_elsewhere_or_by_nobody_is_refused() {
    for (fault, seed) in FAULTS {
        let mut device = device();
        let kept = made(&mut device).unwrap();
        seed(&mut device);
        assert_eq!(verdict(&mut device, &kept), Verdict::Wrong, "{fault}");
        assert_eq!(made(&mut device), None, "{fault}");
    }
}

#[test]
fn what_was_made_is_not_taken_for_what_is_shown() {
    let mut device = device();
    let kept = made(&mut device).unwrap();
    device.kind = Some("webauthn.create");
    assert_eq!(verdict(&mut device, &kept), Verdict::Wrong);
    device.kind = Some("webauthn.get");
    assert_eq!(made(&mut device), None);
}

#[test]
fn another_key_or_another_id_is_refused() {
    let (mut own, mut other) = (device(), device());
    let kept = made(&mut own).unwrap();
    let foreign = made(&mut other).unwrap();
    let mixed = Kept { id: kept.id.clone(), ..foreign.clone() };
    for wrong in [&mixed, &foreign, &Kept { id: Vec::new(), ..kept.clone() }] {
        assert_eq!(verdict(&mut own, wrong), Verdict::Wrong);
    }
    assert!(matches!(verdict(&mut own, &kept), Verdict::Fits(_)));
}

#[test]
fn no_byte_of_what_is_shown_can_be_changed() {
    let mut device = device();
    let kept = made(&mut device).unwrap();
    let text = device.show("challenge");
    let parts = text.split('.').map(|part| URL_SAFE_NO_PAD.decode(part).unwrap());
    let right: [Vec<u8>; 5] = parts.collect::<Vec<_>>().try_into().unwrap();
    for part in 0..4 {
        for at in 0..right[part].len() {
            let mut wrong = right.clone();
            wrong[part][at] ^= 1;
            let wrong = wrong.map(|part| URL_SAFE_NO_PAD.encode(part)).join(".");
            let shown = Shown::read(&wrong).map(|shown| shown.verdict(&kept, &Place::at(HERE)));
            assert!(matches!(shown, None | Some(Verdict::Wrong)), "byte {at} of part {part}");
        }
    }
}

// A copy shows itself when the original has been used since.
#[test]
fn a_counter_that_goes_back_or_stands_still_shows_a_copy_and_none_at_all_does_not() {
    let mut device = device();
    let kept = made(&mut device).unwrap();
    for (before, now, copied) in [(4, 5, false), (5, 5, true), (6, 5, true), (6, 0, true), (0, 0, false)] {
        device.counter = now;
        device.counts = false;
        let kept = Kept { counter: before, ..kept.clone() };
        let expected = if copied { Verdict::Copied } else { Verdict::Fits(now) };
        assert_eq!(verdict(&mut device, &kept), expected, "{before}, then {now}");
    }
}

#[test]
fn what_is_not_of_this_form_is_nothing() {
    let mut device = device();
    let (made, shown) = (device.make("challenge", &[7; 16]), device.show("challenge"));
    for wrong in ["", ".", "....", "a.b", "!.!.!", made.trim_end_matches(|letter| letter != '.')] {
        assert!(Made::read(wrong).and_then(|made| made.kept(&Place::at(HERE))).is_none(), "{wrong}");
        assert!(Shown::read(wrong).is_none(), "{wrong}");
    }
    assert!(Made::read(&shown).is_none() && Shown::read(&made).is_none());
}

//! What stands in the place of what people wrote: names, addresses, texts and files that nobody ever wrote.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use kernel::{Language, PersonId, Rng, Uuid, id::Id as _, rng};
use store::made_up::{Beside, Invent};
use testkit::SeededRng;

/// Made-up people live at this host.
const HOST: &str = "@people.example";
/// The longest part before the `@` (RFC 5321).
const LONGEST: usize = 64;
/// Names of which one of the right length is chosen.
const NAMES: usize = 400;

/// Words that say nothing of anybody.
const WORDS: [&str; 24] = [
    "again",
    "before",
    "chair",
    "during",
    "evening",
    "first",
    "garden",
    "here",
    "into",
    "just",
    "kettle",
    "later",
    "morning",
    "nearly",
    "often",
    "perhaps",
    "quiet",
    "rather",
    "second",
    "table",
    "under",
    "very",
    "walk",
    "yesterday",
];

/// Makes one organisation's people and texts up.
pub(super) struct MadeUp {
    /// The hash of the password with which everybody signs in.
    hash: Vec<u8>,
    rng: SeededRng,
    names: BTreeMap<usize, Vec<String>>,
    count: AtomicUsize,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    addresses: BTreeMap<Uuid, String>,
    with_password: BTreeSet<Uuid>,
}

/// A password for everybody: nobody's.
pub(super) fn password(source: &dyn Rng) -> String {
    let drawn: [u8; 4] = rng::bytes(source);
    let words: Vec<_> = drawn.iter().map(|byte| WORDS[usize::from(*byte) % WORDS.len()]).collect();
    let number: [u8; 2] = rng::bytes(source);
    format!("{}-{}", words.join("-"), u16::from_be_bytes(number))
}

impl MadeUp {
    pub(super) fn new(hash: Vec<u8>, source: &dyn Rng) -> Self {
        let rng = SeededRng::new(u64::from_be_bytes(rng::bytes(source)));
        let mut names: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for person in Language::ALL.iter().flat_map(|language| testkit::people(*language, NAMES, "people", &rng)) {
            let name = person.name();
            names.entry(name.len()).or_default().push(name);
        }
        Self { hash, rng, names, count: AtomicUsize::new(0), known: Mutex::default() }
    }

    /// The address of somebody who can sign in.
    pub(super) fn address_of(&self, person: PersonId) -> Option<String> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let address = known.addresses.get(&person.uuid())?;
        known.with_password.contains(&person.uuid()).then(|| address.clone())
    }

    fn name(&self, length: usize) -> String {
        let fitting = self.names.get(&length).and_then(|names| self.rng.pick(names));
        fitting.cloned().unwrap_or_else(|| capital(&self.words(length)))
    }

    /// A different one each time, of the length that is wanted if an address can be.
    fn address(&self, length: usize) -> String {
        let mark = format!(".{}", self.count.fetch_add(1, Ordering::Relaxed));
        let local = length.saturating_sub(HOST.len()).clamp(mark.len() + 1, LONGEST);
        let stem = self.words(local - mark.len()).replace(' ', ".");
        let stem = stem.replace("..", ".x");
        format!("{}{mark}{HOST}", stem.strip_suffix('.').map_or(stem.clone(), |stem| format!("{stem}x")))
    }

    /// Words of exactly `length` bytes.
    fn words(&self, length: usize) -> String {
        let mut text = String::with_capacity(length + 16);
        while text.len() < length {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(self.rng.pick(&WORDS).copied().unwrap_or_default());
        }
        text.truncate(length);
        text
    }

    fn text(&self, length: usize) -> String {
        let mut text = capital(&self.words(length));
        if length > 3 {
            text.replace_range(length - 1.., ".");
        }
        text
    }

    fn file_name(&self, length: usize, beside: &Beside<'_>) -> String {
        let ending = match beside.text("media_type") {
            Some("application/pdf") => ".pdf",
            Some("image/png") => ".png",
            Some("image/jpeg") => ".jpg",
            _ => ".txt",
        };
        format!("{}{ending}", self.words(length.saturating_sub(ending.len()).max(1)).replace(' ', "-"))
    }
}

impl Invent for MadeUp {
    fn value(&self, item: &'static str, length: usize, beside: &Beside<'_>) -> Vec<u8> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        match item {
            "sign-in.password" => {
                known.with_password.insert(beside.holder);
                return self.hash.clone();
            }
            // A copy has no second steps: nobody's app knows them.
            accounts::factors::inventory::ITEM => return Vec::new(),
            "person.email" => {
                let address = self.address(length);
                // One that is only asked for does not sign in.
                if beside.text("stage").is_none() {
                    known.addresses.insert(beside.holder, address.clone());
                }
                address
            }
            "person.name" => self.name(length),
            "attachment.name" | "handed-in.name" => self.file_name(length, beside),
            _ => self.text(length),
        }
        .into_bytes()
    }

    fn file(&self, length: usize) -> Vec<u8> {
        self.text(length).into_bytes()
    }
}

fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::SystemRng;

    #[test]
    fn what_is_made_up_has_the_length_that_was_asked_for() {
        let made = MadeUp::new(Vec::new(), &SystemRng);
        for length in 0..300 {
            assert_eq!(made.text(length).len(), length);
            assert_eq!(made.name(length).len(), length);
            assert_eq!(made.file(length).len(), length);
            let address = made.address(length);
            assert!(address.parse::<post::Address>().is_ok() && address.ends_with(HOST), "{address}");
            assert!(!(25..=79).contains(&length) || address.len() == length, "{length}: {address}");
        }
        let addresses: BTreeSet<_> = (0..5000).map(|_| made.address(30)).collect();
        assert_eq!(addresses.len(), 5000);
    }
}

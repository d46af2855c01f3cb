//! Any text as that of a programme: nothing panics, and what is refused is told.

#![no_main]

use std::collections::BTreeSet;

use libfuzzer_sys::fuzz_target;
use troth_kernel::Language;
use troth_programme::{Texts, read, report};

fuzz_target!(|text: &str| {
    let texts = Texts::from([(Language::En, text.to_owned())]);
    if let Err(found) = read(&texts, &BTreeSet::new()) {
        assert!(!report(&found, &texts, Language::Nl).is_empty());
    }
});

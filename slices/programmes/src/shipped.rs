//! The programme that is part of the program, for authors to begin from.

use std::collections::BTreeMap;

use kernel::Language;
use programme::{Finding, Package};

/// Its texts.
const TEXTS: [(Language, &str); 3] = [
    (Language::En, include_str!("../../../programmes/sleeping-better/programme.en.md")),
    (Language::Nl, include_str!("../../../programmes/sleeping-better/programme.nl.md")),
    (Language::Sv, include_str!("../../../programmes/sleeping-better/programme.sv.md")),
];
/// A file of it.
macro_rules! file {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../../programmes/sleeping-better/", $name)))
    };
}

/// Its pictures, its film with what is said in it, and its sound.
const FILES: [(&str, &[u8]); 6] = [
    file!("media/two-forces.svg"),
    file!("media/breathing.mp4"),
    file!("media/breathing.en.vtt"),
    file!("media/breathing.nl.vtt"),
    file!("media/breathing.sv.vtt"),
    file!("media/waves.mp3"),
];

/// Its short name.
pub const NAME: &str = "sleeping-better";

/// *Sleeping better*, in three languages.
///
/// # Errors
/// Never: it is read by a test.
pub fn sleeping_better() -> Result<Package, Vec<Finding>> {
    let texts = TEXTS.map(|(language, text)| (language, text.to_owned())).into();
    let files: BTreeMap<_, _> = FILES.map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).into();
    Package::of(texts, files).map(|(package, _)| package)
}

//! Texts that tests read.

#![allow(dead_code, reason = "each test takes what it needs")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use kernel::Language;
use troth_programme::{Exercise, Kind, Name, Programme, Questionnaire, Texts, read, report};

/// A programme of one text.
pub(crate) fn one(text: &str) -> Texts {
    Texts::from([(Language::En, text.to_owned())])
}

/// A text with this head and step around what stands in the step.
pub(crate) fn step(inner: &str) -> String {
    format!(
        "---\nprogramme: evenings\ntitle: Calm evenings\nabout: A small step.\nfor: Anyone.\n---\n\n# Look\nstep: look\n\n{inner}\n"
    )
}

/// The files of which tests know.
pub(crate) fn files() -> BTreeSet<String> {
    ["evening.svg", "talk.mp4", "talk.en.vtt", "rain.mp3"].map(|name| format!("media/{name}")).into()
}

/// Reads a text that is sound.
pub(crate) fn sound(text: &str) -> Programme {
    let texts = one(text);
    read(&texts, &files()).unwrap_or_else(|found| panic!("{}", report(&found, &texts, Language::En)))
}

pub(crate) fn name(text: &str) -> Name {
    text.parse().expect("a short name")
}

/// The only exercise of a programme.
pub(crate) fn only(programme: &Programme) -> &Exercise {
    programme.edition(Language::En).steps[0].exercises().next().expect("an exercise")
}

pub(crate) fn questionnaire(programme: &Programme) -> &Questionnaire {
    match &only(programme).kind {
        Kind::Questionnaire(questionnaire) => questionnaire,
        other => panic!("{other:?}"),
    }
}

/// Where the programme that ships stands.
pub(crate) fn shipped_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programmes/sleeping-better")
}

/// The texts and files of the programme that ships.
pub(crate) fn shipped() -> (Texts, BTreeMap<String, Vec<u8>>) {
    let folder = shipped_folder();
    let text = |language: Language| {
        let text = fs::read_to_string(folder.join(format!("programme.{language}.md"))).expect("a text");
        (language, text)
    };
    let texts = Language::ALL.map(text).into();
    let media = fs::read_dir(folder.join("media")).expect("a folder").map(|entry| {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        (format!("media/{name}"), fs::read(&path).expect("a file"))
    });
    (texts, media.collect())
}

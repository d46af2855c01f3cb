//! Blocks: exercises, sound and moving pictures, and the place of urgent help.

use super::{
    exercise,
    outline::{Block, FENCE},
    parts::Body,
    reader::{Given, Reader},
    settings::Settings,
};
use crate::{Captions, Exercise, Fault, Media, MediaKind, Name, Part, Sharing, archive::FileKind};

/// A part with its faults.
pub(super) enum DraftPart<'a> {
    /// A part in which nothing was found.
    Sound(Part),
    /// An exercise, sound or not.
    Exercise(DraftExercise<'a>),
    /// Something else in which something was found.
    Lost,
}

/// An exercise with its faults.
pub(super) struct DraftExercise<'a> {
    pub(super) name: Name,
    pub(super) at: &'a str,
    pub(super) word: &'a str,
    pub(super) sound: Option<Exercise>,
}

impl DraftPart<'_> {
    pub(super) fn sound(self) -> Option<Part> {
        match self {
            Self::Sound(Part::Text(text)) if text.is_empty() => None,
            Self::Sound(part) => Some(part),
            Self::Exercise(draft) => {
                let name = draft.name.settled();
                draft.sound.map(|exercise| Part::Exercise(Exercise { name, ..exercise }))
            }
            Self::Lost => None,
        }
    }
}

/// Every word that can open a block.
const WORDS: &[&str] = &[
    "writing",
    "list",
    "scale",
    "choice",
    "choices",
    "table",
    "diary",
    "goals",
    "timer",
    "upload",
    "questionnaire",
    "video",
    "audio",
    "help",
];

/// Reads a block. `given` are the names of the exercises before it.
pub(super) fn read<'a>(
    reader: &mut Reader<'a>,
    block: &Block<'a>,
    sharing: Sharing,
    given: &mut Given,
) -> DraftPart<'a> {
    let opening = block.opening.trim_start_matches(':').trim();
    let (word, rest) = opening.split_once(char::is_whitespace).unwrap_or((opening, ""));
    let rest = rest.trim();
    match word {
        "help" => help(reader, block, rest),
        "video" => media(reader, block, MediaKind::Video, rest),
        "audio" => media(reader, block, MediaKind::Audio, rest),
        _ if WORDS.contains(&word) => named(reader, block, (word, rest), sharing, given),
        _ => {
            reader.tell(opening, Fault::BlockUnknown { word: word.to_owned(), known: WORDS.join(", ") });
            DraftPart::Lost
        }
    }
}

/// An exercise, which bears a name.
fn named<'a>(
    reader: &mut Reader<'a>,
    block: &Block<'a>,
    (word, at): (&'a str, &'a str),
    sharing: Sharing,
    given: &mut Given,
) -> DraftPart<'a> {
    let example = format!("{FENCE} {word} my-{word}");
    let name = if at.is_empty() {
        reader.tell(block.opening, Fault::BlockUnnamed { word: word.to_owned(), example });
        None
    } else {
        reader.name(at, given)
    };
    let line = reader.place(block.opening).line;
    let name = name.unwrap_or_else(|| Name::unsound(line));
    let before = reader.count();
    let read = exercise::read(reader, block, word, &name, sharing);
    let sound = read.filter(|_| reader.count() == before);
    DraftPart::Exercise(DraftExercise { name, at: block.opening, word, sound })
}

/// The place of urgent help.
fn help<'a>(reader: &mut Reader<'a>, block: &Block<'a>, rest: &'a str) -> DraftPart<'a> {
    if !rest.is_empty() {
        reader.tell(rest, Fault::BlockOpening { example: format!("{FENCE} help") });
    }
    DraftPart::Sound(Part::UrgentHelp(reader.text(block.inner, None)))
}

/// Sound or moving pictures.
fn media<'a>(reader: &mut Reader<'a>, block: &Block<'a>, kind: MediaKind, file: &'a str) -> DraftPart<'a> {
    let wanted = match kind {
        MediaKind::Audio => FileKind::Audio,
        MediaKind::Video => FileKind::Video,
    };
    let before = reader.count();
    let (settings, rest) =
        Settings::read(reader, block.opening, block.inner, &["title", "captions", "without captions"]);
    if file.is_empty() {
        let (word, example) = (kind.word().to_owned(), format!("{FENCE} {} {}", kind.word(), wanted.first_example()));
        reader.tell(block.opening, Fault::FileUnnamed { word, example });
    } else {
        present(reader, file, file, wanted);
    }
    let title = settings.words(reader, "title", "title: Breathing slowly");
    let captions = captions(reader, &settings, block.opening);
    let body = Body::read(reader, rest, &[]);
    if let Some(part) = body.section("").next() {
        reader.tell(part.at, Fault::PartsNone { word: kind.word().to_owned() });
    }
    let about = reader.text(body.question, None);
    match captions.filter(|_| reader.count() == before) {
        Some(captions) => DraftPart::Sound(Part::Media(Media { kind, title, file: file.to_owned(), captions, about })),
        None => DraftPart::Lost,
    }
}

/// Captions, or the reason why there are none.
fn captions<'a>(reader: &mut Reader<'a>, settings: &Settings<'a>, opening: &'a str) -> Option<Captions> {
    match (settings.place("captions"), settings.place("without captions")) {
        (Some(file), _) => {
            present(reader, file, file, FileKind::Captions);
            Some(Captions::File(file.to_owned()))
        }
        (None, Some(_)) => {
            let example = "without captions: Nobody speaks; one hears rain.";
            Some(Captions::Without(settings.words(reader, "without captions", example)))
        }
        (None, None) => {
            let language = reader.language();
            let example = format!("captions: media/breathing.{language}.vtt");
            reader.tell(opening, Fault::CaptionsMissing { example });
            None
        }
    }
}

/// A file is of its kind, and there.
fn present(reader: &mut Reader<'_>, at: &str, file: &str, wanted: FileKind) {
    if FileKind::of(file) != Some(wanted) {
        reader.tell(at, Fault::FileKind { file: file.to_owned(), example: wanted.example().to_owned() });
    } else if !reader.files.contains(file) {
        reader.tell(at, Fault::FileMissing { file: file.to_owned() });
    }
}

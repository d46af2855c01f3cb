//! What a file of a programme is, by its name and by its first bytes.

use super::drawing;
use crate::Fault;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    Picture,
    Video,
    Audio,
    Captions,
}

/// An ending, what such a file is, and its media type.
struct Ending(&'static str, FileKind, &'static str);

const ENDINGS: &[Ending] = &[
    Ending("svg", FileKind::Picture, "image/svg+xml"),
    Ending("png", FileKind::Picture, "image/png"),
    Ending("jpg", FileKind::Picture, "image/jpeg"),
    Ending("webp", FileKind::Picture, "image/webp"),
    Ending("mp4", FileKind::Video, "video/mp4"),
    Ending("webm", FileKind::Video, "video/webm"),
    Ending("mp3", FileKind::Audio, "audio/mpeg"),
    Ending("m4a", FileKind::Audio, "audio/mp4"),
    Ending("vtt", FileKind::Captions, "text/vtt"),
];

/// The most signs of a name.
const MOST: usize = 80;

fn ending(file: &str) -> Option<&'static Ending> {
    let name = file.strip_prefix("media/")?;
    let fits = |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, b'-' | b'.');
    let sound = name.len() <= MOST && name.bytes().all(fits);
    let (_, ending) = name.rsplit_once('.').filter(|_| sound)?;
    ENDINGS.iter().find(|known| known.0 == ending)
}

/// The media type under which a file is served; `None` for a name that no file of a programme has.
pub fn media_type(file: &str) -> Option<&'static str> {
    ending(file).map(|ending| ending.2)
}

impl FileKind {
    /// What a file is by its name: `media/`, then small letters, digits, hyphens and dots, and an ending that is known.
    pub(crate) fn of(file: &str) -> Option<Self> {
        ending(file).map(|ending| ending.1)
    }

    /// The name of such a file.
    pub(crate) fn first_example(self) -> &'static str {
        self.example().split(',').next().unwrap_or_default()
    }

    /// Names of such files.
    pub(crate) fn example(self) -> &'static str {
        match self {
            Self::Picture => "media/evening.svg, media/evening.png, media/evening.jpg, media/evening.webp",
            Self::Video => "media/breathing.mp4, media/breathing.webm",
            Self::Audio => "media/rain.mp3, media/rain.m4a",
            Self::Captions => "media/breathing.en.vtt",
        }
    }
}

/// Names of files of every kind.
pub(super) fn examples() -> String {
    let kinds = [FileKind::Picture, FileKind::Video, FileKind::Audio, FileKind::Captions];
    kinds.map(FileKind::example).join(", ")
}

/// What is wrong with the bytes of a file of this name.
pub(super) fn fault(file: &str, bytes: &[u8]) -> Option<Fault> {
    let name = || file.to_owned();
    let is = match ending(file)?.0 {
        "svg" => {
            let drawing = std::str::from_utf8(bytes).map(drawing::found);
            return match drawing {
                Ok(Ok(None)) => None,
                Ok(Ok(Some(found))) => Some(Fault::DrawingLive { file: name(), found }),
                _ => Some(Fault::FileFalse { file: name() }),
            };
        }
        "png" => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        "jpg" => bytes.starts_with(b"\xff\xd8\xff"),
        "webp" => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"),
        "mp4" | "m4a" => bytes.get(4..8) == Some(b"ftyp"),
        "webm" => bytes.starts_with(b"\x1a\x45\xdf\xa3"),
        "mp3" => bytes.starts_with(b"ID3") || bytes.starts_with(b"\xff\xfb") || bytes.starts_with(b"\xff\xf3"),
        "vtt" => std::str::from_utf8(bytes).is_ok_and(|text| text.trim_start_matches('\u{feff}').starts_with("WEBVTT")),
        _ => false,
    };
    (!is).then(|| Fault::FileFalse { file: name() })
}

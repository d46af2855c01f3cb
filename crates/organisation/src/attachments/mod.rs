//! Which files people may send along, with a message or in an exercise: those that the statement lets in, of the kinds that can be told by their first
//! bytes, so that nothing comes back as what it is not (CE10). The name and the bytes are sealed.

mod package;
mod picture;

use http::Uploaded;
use kernel::words::Voice;
use statement::Plan;

/// The most that one file may ever weigh, in MiB; a statement may say less.
pub const MOST_MIB: u32 = 20;
const MIB: u64 = 1024 * 1024;
/// The most files that go with one message, or that one exercise takes.
pub const MOST_FILES: usize = 4;
/// The most that the files of one form may weigh together, in MiB.
pub const MOST_FILES_MIB: usize = 40;
/// The most that a form with files may bring along in bytes: its files, its text and what frames them.
pub const MOST_UPLOAD: usize = MOST_FILES_MIB * 1024 * 1024 + 512 * 1024;
/// The longest name, in signs.
pub const LONGEST_NAME: usize = 120;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The endings of its name.
    pub endings: &'static [&'static str],
    /// The media type with which it is given back.
    pub media_type: &'static str,
    begins: &'static [&'static [u8]],
    /// Bytes between the start of the file and `begins`.
    offset: usize,
}

const fn kind(endings: &'static [&'static str], media_type: &'static str, begins: &'static [&'static [u8]]) -> Kind {
    Kind { endings, media_type, begins, offset: 0 }
}

/// How an archive begins.
const ARCHIVE: &[&[u8]] = &[b"PK\x03\x04"];

/// The kinds that can be told by their first bytes. Not among them: HEIC, whose place cannot be taken out in pieces (a phone
/// sends JPEG to a form that does not ask for it), and SVG, which is a program as much as a picture.
pub const KINDS: &[Kind] = &[
    kind(&["pdf"], "application/pdf", &[b"%PDF-"]),
    kind(&["png"], "image/png", &[b"\x89PNG\r\n\x1a\n"]),
    kind(&["jpg", "jpeg"], "image/jpeg", &[b"\xff\xd8\xff"]),
    Kind { offset: 8, ..kind(&["webp"], "image/webp", &[b"WEBP"]) },
    kind(&["docx"], "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ARCHIVE),
    kind(&["xlsx"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ARCHIVE),
    kind(&["odt"], "application/vnd.oasis.opendocument.text", ARCHIVE),
    kind(&["mp3"], "audio/mpeg", &[b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"]),
    Kind { offset: 4, ..kind(&["m4a"], "audio/mp4", &[b"ftyp"]) },
    kind(&["ogg", "opus"], "audio/ogg", &[b"OggS"]),
    kind(&["txt", "md"], "text/plain; charset=utf-8", &[]),
];

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// No bytes.
    Empty,
    /// More than the statement lets in.
    TooLarge,
    /// Not a kind that the statement lets in, or not what its name says.
    Kind,
    /// A picture that is broken, or that has too many points.
    Picture,
    /// What could harm whoever opens it: another file hidden in it, a program, or far more than its size shows.
    Harmful,
}

impl Unfit {
    /// The key of the sentence that says so; it names `most`, what one file may weigh in MiB.
    pub fn word(self) -> &'static str {
        match self {
            Self::Empty => "organisation-file-empty",
            Self::TooLarge => "form-file-too-large",
            Self::Kind => "organisation-file-kind",
            Self::Picture => "organisation-file-picture",
            Self::Harmful => "organisation-file-harmful",
        }
    }
}

/// A file that was looked at and may be kept.
pub struct NewFile {
    /// The tidied name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// What of it is kept.
    pub bytes: Vec<u8>,
}

/// A file that is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The tidied name.
    pub name: String,
    /// Why.
    pub unfit: Unfit,
}

impl Refused {
    /// Which file, and why it is not taken.
    pub fn said(&self, voice: &Voice, accepted: &Accepted) -> String {
        let why = voice.say1(self.unfit.word(), "most", i64::from(accepted.most_mib));
        voice.say2("organisation-file-refused", "name", self.name.as_str(), "why", why)
    }
}

/// What an organisation accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The endings of names.
    pub endings: Vec<&'static str>,
    /// The most that one file may weigh, in MiB.
    pub most_mib: u32,
}

impl Accepted {
    /// What the statement's `uploads` lets in; without that clause, all kinds up to 10 MiB.
    pub fn by(plan: &Plan) -> Self {
        match plan.first::<statement::plan::Uploads>() {
            Some(uploads) => Self::new(&uploads.kinds, uploads.max_mib),
            None => Self { endings: KINDS.iter().flat_map(|kind| kind.endings).copied().collect(), most_mib: 10 },
        }
    }

    fn new(kinds: &[String], most_mib: u32) -> Self {
        let named = KINDS.iter().filter(|kind| kind.endings.iter().any(|ending| kinds.iter().any(|k| k == ending)));
        Self { endings: named.flat_map(|kind| kind.endings).copied().collect(), most_mib: most_mib.min(MOST_MIB) }
    }

    /// The most that one file may weigh, in bytes.
    pub fn most_bytes(&self) -> u64 {
        u64::from(self.most_mib) * MIB
    }

    /// The value of `accept` of a file field.
    pub fn accept(&self) -> String {
        self.endings.iter().map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(",")
    }

    /// Looks at files one by one: those that are taken, and those that are not. They are taken apart and unpacked, so not on a
    /// thread that others wait for.
    pub fn take_all(&self, files: Vec<Uploaded>) -> (Vec<NewFile>, Vec<Refused>) {
        let (mut taken, mut refused) = (Vec::with_capacity(files.len()), Vec::new());
        for file in files {
            let name = tidy_name(&file.name);
            match self.take(&name, file.bytes) {
                Ok((kind, bytes)) => taken.push(NewFile { name, kind, bytes }),
                Err(unfit) => refused.push(Refused { name, unfit }),
            }
        }
        (taken, refused)
    }

    /// The kind of a file, and what of it is kept: of a picture all that is seen, and not where it was taken.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn take(&self, name: &str, bytes: Vec<u8>) -> Result<(Kind, Vec<u8>), Unfit> {
        let kind = self.kind_of(name, &bytes)?;
        let archive = kind.begins == ARCHIVE;
        let ending = kind.endings.first().copied().unwrap_or_default();
        let bytes = picture::bare(kind.media_type, bytes).ok_or(Unfit::Picture)?;
        let harmful = if archive { !package::is_sound(ending, &bytes) } else { package::hides_one(&bytes) };
        if harmful { Err(Unfit::Harmful) } else { Ok((kind, bytes)) }
    }

    /// The kind of a file, by its name's ending and its first bytes.
    fn kind_of(&self, name: &str, bytes: &[u8]) -> Result<Kind, Unfit> {
        if u64::try_from(bytes.len()).is_ok_and(|size| size > self.most_bytes()) {
            return Err(Unfit::TooLarge);
        }
        let kind = kind_of(name, bytes)?;
        if kind.endings.iter().all(|ending| self.endings.contains(ending)) { Ok(kind) } else { Err(Unfit::Kind) }
    }
}

/// The kind of a file, by its name's ending and its first bytes.
fn kind_of(name: &str, bytes: &[u8]) -> Result<Kind, Unfit> {
    if bytes.is_empty() {
        return Err(Unfit::Empty);
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let kind = KINDS.iter().find(|kind| kind.endings.contains(&ending.as_str())).ok_or(Unfit::Kind)?;
    let fits = if kind.begins.is_empty() {
        std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0'))
    } else {
        bytes.get(kind.offset..).is_some_and(|rest| kind.begins.iter().any(|begin| rest.starts_with(begin)))
    };
    if fits { Ok(*kind) } else { Err(Unfit::Kind) }
}

/// The last part of a name, without control signs and of at most [`LONGEST_NAME`] signs; its ending stays.
pub fn tidy_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|sign| !sign.is_control()).collect();
    let clean = clean.trim().trim_start_matches('.');
    if clean.chars().count() <= LONGEST_NAME {
        return clean.to_owned();
    }
    let (stem, ending) = clean.rsplit_once('.').unwrap_or((clean, ""));
    let room = LONGEST_NAME.saturating_sub(ending.chars().count() + 1);
    format!("{}.{ending}", stem.chars().take(room).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_first_bytes_say() {
        assert_eq!(kind_of("plan.PDF", b"%PDF-1.7 ...").unwrap().media_type, "application/pdf");
        assert_eq!(kind_of("voice.m4a", b"\0\0\0\x20ftypM4A ").unwrap().media_type, "audio/mp4");
        assert_eq!(kind_of("plan.pdf", b"<script>"), Err(Unfit::Kind));
        assert_eq!(kind_of("page.html", b"<p>"), Err(Unfit::Kind));
        assert_eq!(kind_of("notes.txt", b"a\0b"), Err(Unfit::Kind));
        assert_eq!(kind_of("notes.txt", b""), Err(Unfit::Empty));
        assert_eq!(kind_of("noending", b"text"), Err(Unfit::Kind));
    }

    #[test]
    fn the_statement_says_which_kinds_and_how_large() {
        let accepted = Accepted::new(&["pdf".to_owned(), "jpg".to_owned(), "exe".to_owned()], 1);
        assert_eq!(accepted.accept(), ".pdf,.jpg,.jpeg");
        assert!(accepted.kind_of("a.jpeg", b"\xff\xd8\xff\xe0").is_ok());
        assert_eq!(accepted.kind_of("a.png", b"\x89PNG\r\n\x1a\n"), Err(Unfit::Kind));
        assert_eq!(accepted.kind_of("a.exe", b"MZ"), Err(Unfit::Kind));
        assert_eq!(accepted.kind_of("a.pdf", &vec![b'a'; 1024 * 1024 + 1]), Err(Unfit::TooLarge));
        assert_eq!(Accepted::new(&["pdf".to_owned()], 900).most_mib, MOST_MIB);
    }

    // S12
    #[test]
    fn what_is_hidden_in_a_file_is_refused_or_left_out() {
        let accepted =
            Accepted { endings: KINDS.iter().flat_map(|kind| kind.endings).copied().collect(), most_mib: 20 };
        let word = package::tests::archive(&[("word/document.xml", b"x")]);
        let take = |name: &str, bytes: &[u8]| accepted.take(name, bytes.to_vec()).map(|(_, kept)| kept);
        assert_eq!(take("a.docx", &word), Ok(word.clone()));
        assert_eq!(take("a.pdf", b"%PDF-1.7 ..."), Ok(b"%PDF-1.7 ...".to_vec()));
        assert_eq!(take("a.pdf", &[b"%PDF-1.7 ...", word.as_slice()].concat()), Err(Unfit::Harmful));
        assert_eq!(take("a.mp3", &[b"ID3 ...", word.as_slice()].concat()), Err(Unfit::Harmful));
        assert_eq!(take("a.odt", &word), Err(Unfit::Harmful));
        assert_eq!(take("a.png", b"\x89PNG\r\n\x1a\n<script>"), Err(Unfit::Picture));
        for svg in ["a.svg", "a.png", "a.jpg"] {
            assert_eq!(take(svg, b"<svg onload=\"alert(1)\"/>"), Err(Unfit::Kind), "{svg}");
        }
    }

    #[test]
    fn a_name_loses_its_folders_and_keeps_its_ending() {
        assert_eq!(tidy_name("C:\\My papers\\plan.pdf"), "plan.pdf");
        assert_eq!(tidy_name("../../etc/passwd.txt"), "passwd.txt");
        let long = tidy_name(&format!("{}.pdf", "å".repeat(300)));
        assert_eq!(long.chars().count(), LONGEST_NAME);
        assert!(long.ends_with(".pdf"));
    }
}

//! What can be wrong with a programme. The words stand in `words/`, under the code of each fault.

use std::fmt;

use kernel::Language;

/// Where something stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The sign within the line, from 1.
    pub column: usize,
    /// How many signs of the line it takes.
    pub length: usize,
}

/// A fault and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// In which text; nothing where it concerns the archive or one of its other files.
    pub text: Option<(Language, Place)>,
    /// What is wrong.
    pub fault: Fault,
}

impl Finding {
    /// Of an archive.
    pub(crate) fn outside(fault: Fault) -> Self {
        Self { text: None, fault }
    }
}

/// Declares the faults, each with its code and the values that its words name.
macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident = $code:literal { $($value:ident),* },)+) => {
        /// What is wrong. Each has words for what is wrong and for how to mend it, in every language.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the values are those that the words of the fault name")]
        pub enum Fault {
            $($(#[$doc])* $name { $($value: String),* },)+
        }

        impl Fault {
            /// The codes of all faults.
            pub const CODES: &[&str] = &[$($code),+];

            /// Its stable code.
            pub fn code(&self) -> &'static str {
                match self { $(Self::$name { .. } => $code,)+ }
            }

            /// The values that its words name.
            pub(crate) fn values(&self) -> Vec<(&'static str, &str)> {
                match self { $(Self::$name { $($value),* } => vec![$((stringify!($value), $value.as_str())),*],)+ }
            }
        }
    };
}

faults! {
    /// The text does not begin with its head.
    NoHead = "no-head" {},
    /// The head has no end.
    HeadOpen = "head-open" {},
    /// Something in the head is no setting.
    HeadLine = "head-line" {},
    /// Text stands before the first step.
    TextBeforeSteps = "text-before-steps" {},
    /// There is no step.
    NoStep = "no-step" {},
    /// The text is longer than may be.
    TooLong = "too-long" { most },
    /// A setting that there is not.
    SettingUnknown = "setting-unknown" { key, known },
    /// A setting that stands twice.
    SettingTwice = "setting-twice" { key },
    /// A setting that is absent.
    SettingMissing = "setting-missing" { key, example },
    /// A setting whose value is none.
    SettingValue = "setting-value" { key, value, example },
    /// A short name that is none.
    NameForm = "name-form" { name, example },
    /// A short name that stands twice.
    NameTwice = "name-twice" { name, line },
    /// A step without a title.
    StepUntitled = "step-untitled" {},
    /// The first step waits for days after nothing.
    FirstStepWaits = "first-step-waits" {},
    /// A step opens by the result of what is no questionnaire before it.
    ResultOfNothing = "result-of-nothing" { name },
    /// A step opens by a result that there cannot be, or that there always is.
    ResultOutOfReach = "result-out-of-reach" { name, from, to },
    /// A block that there is not.
    BlockUnknown = "block-unknown" { word, known },
    /// A block without an end.
    BlockOpen = "block-open" { word },
    /// An end of a block that has not begun.
    BlockStray = "block-stray" {},
    /// An exercise without a short name.
    BlockUnnamed = "block-unnamed" { word, example },
    /// A line that opens a block says more than it can.
    BlockOpening = "block-opening" { example },
    /// An exercise that asks nothing.
    QuestionMissing = "question-missing" {},
    /// Too few parts.
    PartsFew = "parts-few" { word, least, example },
    /// Parts where there are none.
    PartsNone = "parts-none" { word },
    /// A part that does not read as one.
    PartForm = "part-form" { example },
    /// Text after the parts.
    PartAfter = "part-after" {},
    /// What stands in brackets is nothing that can stand there.
    Mark = "mark" { mark, example },
    /// Brackets are absent.
    MarkMissing = "mark-missing" { example },
    /// A part of a questionnaire is absent.
    SectionMissing = "section-missing" { section, example },
    /// A point of a scale is no number, or not between the ends.
    ScalePoint = "scale-point" { point },
    /// What a timer says comes too late or not in order.
    CueTime = "cue-time" { time, minutes },
    /// The bands do not cover each score once.
    Bands = "bands" { band, wanted, from, to },
    /// The bands end before the highest score, or after it.
    BandsEnd = "bands-end" { from, to },
    /// Nothing counts.
    NoWeight = "no-weight" {},
    /// A change that there cannot be.
    ChangeOutOfReach = "change-out-of-reach" { most },
    /// HTML.
    Html = "html" { shown },
    /// A block of code.
    Code = "code" {},
    /// An indented line.
    Indented = "indented" {},
    /// A heading of a step within a step.
    HeadingOfStep = "heading-of-step" {},
    /// A heading that skips a level.
    HeadingSkipped = "heading-skipped" { wanted },
    /// A heading within an exercise.
    HeadingInExercise = "heading-in-exercise" {},
    /// A link that leads where none may.
    LinkElsewhere = "link-elsewhere" { address },
    /// A link to a step that there is not.
    LinkToNoStep = "link-to-no-step" { step, known },
    /// A link that says only "here".
    LinkSaysNothing = "link-says-nothing" { words },
    /// A link without words.
    LinkWithoutWords = "link-without-words" {},
    /// A picture without words.
    PictureWithoutWords = "picture-without-words" {},
    /// A picture with a title, which nobody sees.
    PictureTitle = "picture-title" {},
    /// Sound or moving pictures without captions or a reason.
    CaptionsMissing = "captions-missing" { example },
    /// Sound or moving pictures without the name of a file.
    FileUnnamed = "file-unnamed" { word, example },
    /// A file that is not there.
    FileMissing = "file-missing" { file },
    /// A file of another kind than can stand here.
    FileKind = "file-kind" { file, example },
    /// A step that another language does not have here.
    OtherStep = "other-step" { name, other },
    /// A step that another language has, and this one has not.
    LacksStep = "lacks-step" { name, other },
    /// An exercise that another language does not have here.
    OtherExercise = "other-exercise" { name, other },
    /// An exercise that another language has, and this one has not.
    LacksExercise = "lacks-exercise" { name, step, other },
    /// An exercise that differs in more than its words.
    OtherDetails = "other-details" { name, other },
    /// A setting that differs from another language.
    OtherSetting = "other-setting" { key, other },
    /// It is no ZIP archive.
    ArchiveNone = "archive-none" {},
    /// The archive is damaged.
    ArchiveDamaged = "archive-damaged" {},
    /// The archive is larger than may be.
    ArchiveLarge = "archive-large" { most },
    /// The archive has more entries than may be.
    ArchiveFull = "archive-full" { most },
    /// It unpacks to more than may be.
    ArchiveUnpacks = "archive-unpacks" { file, most },
    /// An entry leads out of the archive.
    EntryPath = "entry-path" { file },
    /// An entry is locked, or packed in a way that is not read.
    EntryLocked = "entry-locked" { file },
    /// An entry is not whole.
    EntryDamaged = "entry-damaged" { file },
    /// An entry that belongs to no programme; it is left out.
    EntryUnknown = "entry-unknown" { file },
    /// A file that no text names; it is left out.
    FileUnused = "file-unused" { file },
    /// A file is not what its name says.
    FileFalse = "file-false" { file },
    /// A drawing that does more than draw.
    DrawingLive = "drawing-live" { file, found },
    /// A text is not in UTF-8.
    TextSigns = "text-signs" { file },
    /// There is no text.
    NoText = "no-text" {},
}

impl Fault {
    /// Whether it is only told: something was left out, and the rest is sound.
    pub fn is_note(&self) -> bool {
        matches!(self, Self::EntryUnknown { .. } | Self::FileUnused { .. })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

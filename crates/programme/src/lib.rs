//! What a self-help programme is (SH12): steps of text, pictures, sound and exercises, written by authors in Markdown, one text
//! for each language.
//!
//! `docs/programmes.md` is the guide for authors. Here is what the rest of the house needs:
//!
//! - [`read`] turns the texts into a [`Programme`], or gives **every** fault with its place and how to mend it
//!   ([`Finding`]; [`report`] draws them in the author's language).
//! - [`preview`] gives what is sound of one text, beside its faults, for an editor.
//! - [`recall`] gives what is sound of texts that an earlier program took, for those who are in the middle of them.
//! - [`Package`] is a programme as one file: its texts with their pictures and sound, in and out.
//! - A [`Programme`] has one [`Edition`] for each language. All have the same steps and exercises, in the same order and
//!   with the same names, so an answer given in one language stands in all of them.
//! - [`Text`] writes itself as HTML, with no tag that an author typed. Where a file, a step or another site is reached, the
//!   caller says ([`Around`]).
//! - [`Questionnaire::score`] counts; [`Questionnaire::change`] tells what two scores mean beside each other.
//! - [`differences`] tells, by step and exercise, what is otherwise in a newer version.
//!
//! No input or output happens here, and nothing about a person passes through but the answers of a questionnaire while it is
//! counted.

mod archive;
mod difference;
mod fault;
mod model;
mod name;
mod read;
mod report;
mod text;

pub use archive::{
    MOST_ENTRIES, MOST_MIB, MOST_UNPACKED_MIB, Package, file_fault, file_markdown, file_name, media_type,
};
pub use difference::{Difference, ExerciseDifference, StepDifference, differences};
pub use fault::{Fault, Finding, Place};
pub use model::{
    Captions, Change, Cue, Edition, Exercise, Field, FieldKind, Goals, Item, Kind, Limit, Media, MediaKind, Opens, Opt,
    Part, Programme, Questionnaire, Rung, Scale, Score, Sharing, Step, Timer, Unanswered, Words,
};
pub use name::{Name, NoName};
pub use read::{MOST_FAULTS, MOST_SIGNS, Texts, preview, read, recall};
pub use report::{mend, report, what};
pub use text::{Around, Text};

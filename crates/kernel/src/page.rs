//! Values that pages of every slice show: filled by the statement and a slice, drawn by `ui`.

use jiff::civil::Date;

/// When something goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goes {
    /// On this day at the latest (in the organisation's zone).
    On(Date),
    /// Some time after an event that has not happened yet; the sentence stands in [`Seal::period`].
    AfterEvent,
    /// Not while a person whose data it is has restricted its use (GDPR Art. 18): it is stored, and nothing else.
    Paused,
}

/// The seal of an item: who can read it, when it goes, and why it is held (X2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Who can read it, as words for a list: "you", "Maria", "the managers".
    pub readers: Vec<String>,
    /// When it goes.
    pub goes: Goes,
    /// The period as a phrase: "two years after the trajectory ended".
    pub period: String,
    /// The category's name.
    pub category: String,
    /// What it is held for.
    pub purpose: String,
    /// The legal basis.
    pub basis: String,
    /// The clause's stable id in the statement; links to `/privacy#clause-id`.
    pub clause: String,
}

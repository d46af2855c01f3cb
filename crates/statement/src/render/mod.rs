//! The public page of a statement: full sentences made of its clauses, in three languages.
//!
//! The page is layered: each section has one line, its paragraphs say the same in a few sentences, and its clauses say
//! it exactly, each with its stable id as anchor and with who keeps it. Nothing on it is written by hand but what the
//! organisation says of itself in `about`, `declare` and the like; so the page cannot say another thing than the plan.

mod authority;
mod clauses;
mod data;
pub mod export;
mod html;
mod outside;
pub mod phrase;
mod sections;
mod speaker;
mod text;

use kernel::Language;

use crate::{Plan, State};
pub use authority::Authority;
pub use phrase::{
    all_in_role, authority_name, basis_phrase, categories_phrase, category_name, period_phrase, purpose_phrase,
    purposes_phrase, role_name, sources_phrase, state_phrase,
};
use speaker::Speaker;
pub use speaker::TEXTS;

/// A statement as a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicPage {
    /// The language in which it is written.
    pub language: Language,
    /// "Privacy statement of The Coaching Campus".
    pub title: String,
    /// The organisation's own summary; may be empty.
    pub summary: String,
    /// "This is version 11. It holds since 1 October 2026."
    pub version: String,
    /// What the marks of the clauses mean.
    pub legend: String,
    /// The heading of the list of sections.
    pub contents: String,
    /// The sections, in the order in which a reader needs them.
    pub sections: Vec<Section>,
}

/// A section of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The anchor, such as `section-read`: the same in every language.
    pub id: &'static str,
    /// The heading.
    pub title: String,
    /// The one line that says it all.
    pub line: String,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph: what a few clauses say together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Its heading; empty when it has none.
    pub title: String,
    /// A few sentences; empty when the clauses are short enough to be read by themselves.
    pub text: String,
    /// The exact clauses.
    pub clauses: Vec<ClauseText>,
    /// The text says enough for most readers: the clauses can be folded away behind it.
    pub folded: bool,
    /// The words on the fold: "The three clauses, word for word. Kept by the program."
    pub fold: String,
}

/// A clause in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseText {
    /// The stable id: the anchor.
    pub id: String,
    /// The sentences.
    pub text: String,
    /// The organisation's own words beside them; may be empty.
    pub note: String,
    /// Who keeps it.
    pub state: State,
    /// The state in words; empty for prose.
    pub label: String,
    /// What it means for the person who looks: "Your dialogue with Maria goes on 14 March 2028." The app fills it.
    pub own: Option<String>,
    /// The latest evidence that it is kept. The app fills it.
    pub evidence: Option<String>,
}

impl ClauseText {
    /// The class of its mark: `enforced`, `declared`, `not-in-use`, or `prose` when there is no mark.
    pub fn state_class(&self) -> &'static str {
        match self.state {
            State::Enforced => "enforced",
            State::Declared => "declared",
            State::NotInUse { .. } => "not-in-use",
            State::Prose | State::Unchecked => "prose",
        }
    }
}

impl PublicPage {
    /// The clauses, in the order of the page.
    pub fn clauses(&self) -> impl Iterator<Item = &ClauseText> {
        self.sections.iter().flat_map(|section| &section.paragraphs).flat_map(|paragraph| &paragraph.clauses)
    }

    /// A clause by id, to add what it means for one person, and its evidence.
    pub fn clause_mut(&mut self, id: &str) -> Option<&mut ClauseText> {
        self.sections
            .iter_mut()
            .flat_map(|section| &mut section.paragraphs)
            .flat_map(|paragraph| &mut paragraph.clauses)
            .find(|clause| clause.id == id)
    }

    /// The page as a piece of HTML: an `article` without style or script, to stand inside the site's layout.
    pub fn to_html(&self) -> String {
        html::article(self)
    }

    /// The page as a whole HTML document, for those who keep it as a file.
    pub fn to_document(&self, stylesheet: Option<&str>) -> String {
        html::document(self, stylesheet)
    }

    /// The page as plain text in lines of at most 76 signs, to be read or printed.
    pub fn to_text(&self) -> String {
        text::plain(self)
    }
}

/// The public page of a statement.
pub fn page(plan: &Plan, language: Language) -> PublicPage {
    sections::page(&Speaker::new(plan, language))
}

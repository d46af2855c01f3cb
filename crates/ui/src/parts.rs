//! The values that the larger components draw.

use askama::Template;
use kernel::page::Seal;

use crate::Page;

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{%- import "components/seal.html" as seals -%}{% call seals::seal(page, seal) %}{% endcall %}"#
)]
struct DrawnSeal<'a> {
    page: &'a Page,
    seal: &'a Seal,
}

/// Changes of one class, from one version of the statement to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// `wider`, `narrower`, `same` or `wording`: for the style sheet.
    pub class: &'static str,
    /// The class in words.
    pub title: String,
    /// What it means; may be empty.
    pub lead: String,
    /// The changes.
    pub changes: Vec<Change>,
}

/// One change of the statement, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What holds now; empty when the clause was taken away.
    pub now: String,
    /// What held before; empty when the clause is new or its sentence is the same.
    pub before: String,
    /// What else is different.
    pub details: Vec<String>,
    /// The clause's id.
    pub clause: String,
    /// Where the clause stands; may be empty.
    pub href: String,
}

/// The seal's HTML, for a page that shows one seal many times: its words are found once, not once an item.
pub fn draw_seal(page: &Page, seal: &Seal) -> String {
    // Rendering into a string has nothing to fail on; without its seal an item shows no promise that is not kept.
    DrawnSeal { page, seal }.render().unwrap_or_default()
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field's `name`; empty when the fault belongs to the whole form.
    pub field: String,
    /// What is wrong and how to put it right.
    pub text: String,
}

/// All that is wrong with a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    /// Nothing wrong.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// Adds a fault.
    pub fn add(&mut self, field: impl Into<String>, text: impl Into<String>) {
        self.0.push(Fault { field: field.into(), text: text.into() });
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// What is wrong with a field; empty when nothing is.
    pub fn of(&self, field: &str) -> &str {
        self.0.iter().find(|fault| fault.field == field).map_or("", |fault| fault.text.as_str())
    }

    /// One after the other.
    pub fn iter(&self) -> std::slice::Iter<'_, Fault> {
        self.0.iter()
    }
}

/// One of several to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// A line of explanation; may be empty.
    pub hint: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Choice {
    /// A choice without explanation.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), ..Self::default() }
    }

    /// The same choice, chosen when its value is `value`.
    #[must_use]
    pub fn chosen_if(mut self, value: &str) -> Self {
        self.chosen = self.value == value;
        self
    }

    /// The same choice with a line of explanation.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

/// A tab: a link to another view of the same thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tab {
    /// Where it leads.
    pub path: String,
    /// Its name.
    pub label: String,
    /// Whether it is this page.
    pub current: bool,
    /// How many things wait there; 0 shows nothing.
    pub count: u32,
}

/// A line of what goes or stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What: "Your dialogue with Maria, 42 messages".
    pub what: String,
    /// Until when and why, where it stays; may be empty.
    pub detail: String,
}

impl Line {
    /// A line without detail.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), detail: String::new() }
    }

    /// The same line with until when and why.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }
}

//! Text of a programme: Markdown that was looked over, and its HTML.

mod check;
mod html;
#[cfg(test)]
mod tests;

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::{Name, archive::FileKind};

pub(crate) use check::{Setting, check};

/// Text with headings, lists, emphasis, links and pictures. It comes from [`read`](crate::read()), which refuses what nobody can
/// follow: a link that says "here", a picture without words, a heading that skips a level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    markdown: String,
}

/// What stands around a text, and only the caller knows.
pub trait Around {
    /// The address of a step.
    fn step(&self, step: &Name) -> String;

    /// The address of a file of the programme, such as `media/evening.svg`.
    fn file(&self, file: &str) -> String;

    /// A link to another site, as HTML that is safe: the house draws these in one place. The words are plain.
    fn elsewhere(&self, address: &str, words: &str) -> String;
}

impl Text {
    /// Of Markdown that was looked over.
    pub(crate) fn of(markdown: &str) -> Self {
        Self { markdown: markdown.trim().to_owned() }
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.markdown.is_empty()
    }

    /// It as its author wrote it.
    pub fn markdown(&self) -> &str {
        &self.markdown
    }

    /// The pictures that it names.
    pub(crate) fn files(&self) -> Vec<String> {
        let pictures = parser(&self.markdown).filter_map(|event| match event {
            Event::Start(Tag::Image { dest_url, .. }) => Some(dest_url.to_string()),
            _ => None,
        });
        pictures.collect()
    }

    /// It as HTML. `top` is the level of its highest headings, the ones that an author writes with `##`: 2 on a page whose
    /// title is that of the step.
    pub fn html(&self, top: u8, around: &dyn Around) -> String {
        html::write(&self.markdown, top, around)
    }
}

/// CommonMark and nothing besides.
fn parser(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, Options::empty())
}

/// Where a link leads.
enum Target<'a> {
    Step(Name),
    Mail(&'a str),
    Elsewhere(&'a str),
}

impl<'a> Target<'a> {
    /// Steps of the programme, mail addresses and secured sites; nothing else.
    fn of(address: &'a str) -> Option<Self> {
        if address.contains(|sign: char| sign.is_whitespace() || sign.is_control()) {
            return None;
        }
        if let Some(step) = address.strip_prefix('#') {
            return step.parse().ok().map(Self::Step);
        }
        if address.strip_prefix("mailto:").is_some_and(|rest| rest.contains('@')) {
            return Some(Self::Mail(address));
        }
        let host = address.strip_prefix("https://")?;
        host.starts_with(char::is_alphanumeric).then_some(Self::Elsewhere(address))
    }
}

/// Whether an address is that of a picture of the programme.
fn is_picture(address: &str) -> bool {
    FileKind::of(address) == Some(FileKind::Picture)
}

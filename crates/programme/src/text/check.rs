//! What text may hold, and what nobody could follow.

use std::collections::BTreeSet;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::{Target, is_picture, parser};
use crate::{Fault, Name, archive::FileKind};

/// Where a text stands.
pub(crate) struct Setting<'a> {
    /// The steps of the programme, to which links can lead.
    pub(crate) steps: &'a BTreeSet<Name>,
    /// The files of the programme.
    pub(crate) files: &'a BTreeSet<String>,
    /// The level of the last heading of its step; nothing within an exercise, which has none.
    pub(crate) heading: Option<u8>,
}

/// Words that say nothing about where a link leads, in each language.
const EMPTY_WORDS: &[&str] = &[
    "here",
    "click here",
    "this",
    "link",
    "this link",
    "more",
    "read more",
    "hier",
    "klik hier",
    "deze link",
    "dit",
    "meer",
    "lees meer",
    "här",
    "klicka här",
    "länk",
    "länken",
    "den här länken",
    "mer",
    "läs mer",
];

/// Looks a text over, and tells each fault with the words that it concerns. Gives the level of the last heading.
pub(crate) fn check<'a>(markdown: &'a str, setting: &Setting<'_>, mut tell: impl FnMut(&'a str, Fault)) -> Option<u8> {
    let mut look = Look { setting, heading: setting.heading, link: None, picture: None, faults: Vec::new() };
    for (event, range) in parser(markdown).into_offset_iter() {
        let at = &markdown[range];
        look.event(&event, at);
        look.faults.drain(..).for_each(|fault| tell(at, fault));
    }
    look.heading
}

struct Look<'a> {
    setting: &'a Setting<'a>,
    heading: Option<u8>,
    /// The words of the link that is open.
    link: Option<String>,
    /// The words of the picture that is open.
    picture: Option<String>,
    faults: Vec<Fault>,
}

impl Look<'_> {
    fn event(&mut self, event: &Event<'_>, at: &str) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => self.heading(*level as u8),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => self.faults.push(Fault::Indented {}),
            Event::Start(Tag::CodeBlock(_)) => self.faults.push(Fault::Code {}),
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
                let shown = at.lines().next().unwrap_or_default().to_owned();
                self.faults.push(Fault::Html { shown });
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.link = Some(String::new());
                self.target(dest_url);
            }
            Event::End(TagEnd::Link) => self.link_words(),
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                self.picture = Some(String::new());
                self.file(dest_url);
                if !title.is_empty() {
                    self.faults.push(Fault::PictureTitle {});
                }
            }
            Event::End(TagEnd::Image) if self.picture.take().is_some_and(|words| words.trim().is_empty()) => {
                self.faults.push(Fault::PictureWithoutWords {});
            }
            Event::Text(words) | Event::Code(words) => {
                for open in [&mut self.link, &mut self.picture].into_iter().flatten() {
                    open.push_str(words);
                }
            }
            _ => {}
        }
    }

    fn heading(&mut self, level: u8) {
        let Some(last) = self.heading else {
            self.faults.push(Fault::HeadingInExercise {});
            return;
        };
        if level == 1 {
            self.faults.push(Fault::HeadingOfStep {});
        } else if level > last + 1 {
            self.faults.push(Fault::HeadingSkipped { wanted: "#".repeat(usize::from(last) + 1) });
        }
        self.heading = Some(level.max(1));
    }

    fn target(&mut self, address: &str) {
        match Target::of(address) {
            Some(Target::Step(step)) if !self.setting.steps.contains(&step) => {
                let known = self.setting.steps.iter().map(|step| format!("#{step}")).collect::<Vec<_>>().join(", ");
                self.faults.push(Fault::LinkToNoStep { step: step.to_string(), known });
            }
            Some(_) => {}
            None => self.faults.push(Fault::LinkElsewhere { address: address.to_owned() }),
        }
    }

    fn link_words(&mut self) {
        let Some(words) = self.link.take() else { return };
        let bare = words.trim().trim_end_matches(['.', '!', '…', ':', '>', '»']).trim();
        if bare.is_empty() {
            self.faults.push(Fault::LinkWithoutWords {});
        } else if EMPTY_WORDS.contains(&bare.to_lowercase().as_str()) {
            self.faults.push(Fault::LinkSaysNothing { words: bare.to_owned() });
        }
    }

    fn file(&mut self, address: &str) {
        if !is_picture(address) {
            let example = FileKind::Picture.example().to_owned();
            self.faults.push(Fault::FileKind { file: address.to_owned(), example });
        } else if !self.setting.files.contains(address) {
            self.faults.push(Fault::FileMissing { file: address.to_owned() });
        }
    }
}

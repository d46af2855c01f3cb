//! HTML from Markdown: only tags that are written here, whatever the text says.

use std::fmt::Write as _;

use kernel::Language;
use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Around, Target, is_picture, parser};
use crate::{Captions, Media, MediaKind};

/// Writes a text. It is safe for any text, also one that nobody looked over.
pub(super) fn write(markdown: &str, top: u8, around: &dyn Around) -> String {
    let mut writer = Writer { out: String::with_capacity(markdown.len() * 5 / 4), top, around, aside: Vec::new() };
    for event in parser(markdown) {
        writer.event(event);
    }
    writer.out
}

/// A link or a picture whose words are still being gathered.
enum Aside {
    /// A picture's address, where it is one of the programme's.
    Picture(Option<String>),
    /// A link to another site.
    Elsewhere(String),
    /// A link whose words are written as they come; whether it is one at all.
    Within(bool),
}

struct Writer<'a> {
    out: String,
    top: u8,
    around: &'a dyn Around,
    /// What is open, each with its plain words so far.
    aside: Vec<(Aside, String)>,
}

impl Writer<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => {
                let address = is_picture(&dest_url).then(|| dest_url.to_string());
                self.aside.push((Aside::Picture(address), String::new()));
            }
            Event::Start(Tag::Link { dest_url, .. }) => self.link(&dest_url),
            Event::End(TagEnd::Image | TagEnd::Link) => self.close(),
            Event::Text(words) | Event::Html(words) | Event::InlineHtml(words) => self.words(&words),
            Event::Code(words) => {
                self.tag("<code>");
                self.words(&words);
                self.tag("</code>");
            }
            Event::SoftBreak => self.words("\n"),
            Event::HardBreak if self.gathers() => self.words(" "),
            Event::HardBreak => self.tag("<br>"),
            Event::Rule => self.tag("<hr>"),
            Event::Start(Tag::List(Some(from))) if from != 1 => self.tag(&format!("<ol start=\"{from}\">")),
            Event::Start(tag) => {
                let name = element(tag.to_end(), self.top);
                self.tag(&name.map(|name| format!("<{name}>")).unwrap_or_default());
            }
            Event::End(tag) => {
                let name = element(tag, self.top);
                self.tag(&name.map(|name| format!("</{name}>")).unwrap_or_default());
            }
            _ => {}
        }
    }

    /// Whether words are gathered for something that has no tags within.
    fn gathers(&self) -> bool {
        self.aside.iter().any(|(aside, _)| !matches!(aside, Aside::Within(_)))
    }

    fn tag(&mut self, tag: &str) {
        if !self.gathers() {
            self.out.push_str(tag);
        }
    }

    fn words(&mut self, words: &str) {
        match self.aside.iter_mut().rev().find(|(aside, _)| !matches!(aside, Aside::Within(_))) {
            Some((_, gathered)) => gathered.push_str(words),
            None => escape(words, &mut self.out),
        }
    }

    fn link(&mut self, address: &str) {
        let within = |writer: &mut Self, address: Option<String>| {
            if let Some(address) = &address {
                writer.tag(&format!("<a href=\"{}\">", escaped(address)));
            }
            writer.aside.push((Aside::Within(address.is_some()), String::new()));
        };
        match Target::of(address) {
            Some(Target::Step(step)) => within(self, Some(self.around.step(&step))),
            Some(Target::Mail(address)) => within(self, Some(address.to_owned())),
            Some(Target::Elsewhere(address)) => self.aside.push((Aside::Elsewhere(address.to_owned()), String::new())),
            None => within(self, None),
        }
    }

    fn close(&mut self) {
        match self.aside.pop() {
            Some((Aside::Within(true), _)) => self.tag("</a>"),
            // Within another link or picture, only the words count.
            Some((Aside::Picture(_) | Aside::Elsewhere(_), words)) if self.gathers() => self.words(&words),
            Some((Aside::Picture(Some(file)), words)) => {
                let (file, words) = (escaped(&self.around.file(&file)), escaped(&words));
                self.tag(&format!("<img src=\"{file}\" alt=\"{words}\" loading=\"lazy\">"));
            }
            Some((Aside::Elsewhere(address), words)) => {
                let link = self.around.elsewhere(&address, &words);
                self.tag(&link);
            }
            Some((Aside::Picture(None), words)) => self.words(&words),
            Some((Aside::Within(false), _)) | None => {}
        }
    }
}

/// The element for a part of Markdown, if it has one.
fn element(tag: TagEnd, top: u8) -> Option<String> {
    let plain = match tag {
        TagEnd::Paragraph => "p",
        TagEnd::BlockQuote(_) => "blockquote",
        TagEnd::CodeBlock => "pre",
        TagEnd::List(true) => "ol",
        TagEnd::List(false) => "ul",
        TagEnd::Item => "li",
        TagEnd::Emphasis => "em",
        TagEnd::Strong => "strong",
        TagEnd::Heading(level) => {
            let deeper = (level as u8).saturating_sub(2);
            return Some(format!("h{}", top.saturating_add(deeper).clamp(1, 6)));
        }
        _ => return None,
    };
    Some(plain.to_owned())
}

impl Media {
    /// It as HTML: a player with its title and captions, or with the reason why there are none; nothing is fetched before
    /// somebody starts it.
    pub fn html(&self, language: Language, around: &dyn Around) -> String {
        // Browsers show captions in the element for moving pictures alone.
        let has_captions = matches!(self.captions, Captions::File(_));
        let element = if has_captions { MediaKind::Video } else { self.kind }.word();
        let (title, file) = (escaped(&self.title), escaped(&around.file(&self.file)));
        let mut out = format!("<figure><{element} controls preload=\"none\" src=\"{file}\" aria-label=\"{title}\">");
        // Writing into a string cannot fail.
        let _ = match &self.captions {
            Captions::File(captions) => {
                let (captions, tag, name) = (escaped(&around.file(captions)), language.tag(), language.own_name());
                let track =
                    format!("<track kind=\"captions\" src=\"{captions}\" srclang=\"{tag}\" label=\"{name}\" default>");
                write!(out, "{track}</{element}><figcaption>{title}</figcaption></figure>")
            }
            Captions::Without(reason) => {
                let reason = escaped(reason);
                write!(out, "</{element}><figcaption>{title}<br>{reason}</figcaption></figure>")
            }
        };
        out
    }
}

fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    escape(words, &mut out);
    out
}

fn escape(words: &str, out: &mut String) {
    for sign in words.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(sign),
        }
    }
}

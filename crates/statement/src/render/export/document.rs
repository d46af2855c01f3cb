//! A document of parts, entries and facts, and its HTML.

use std::fmt::Write as _;

use kernel::Language;

use crate::render::html::escape;

/// A document that an officer reads, prints or hands over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The language in which it is written.
    pub language: Language,
    /// "Record of processing activities".
    pub title: String,
    /// What it is, and of which version of the statement it is made.
    pub lead: Vec<String>,
    /// Its parts.
    pub parts: Vec<Part>,
}

/// A part of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The heading.
    pub title: String,
    /// Sentences under the heading.
    pub said: Vec<String>,
    /// What it is about, one by one.
    pub entries: Vec<Entry>,
}

/// Something of which a part tells facts: a processor, a category, a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub title: String,
    /// What is known of it.
    pub facts: Vec<Fact>,
}

/// One fact, or its absence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is: "Purposes".
    pub name: String,
    /// What is so; several lines when several things are.
    pub said: Vec<String>,
    /// The law asks for it and the statement does not say it: `said` tells what to add.
    pub missing: bool,
}

impl Fact {
    /// A fact of one line.
    pub(super) fn new(name: String, said: impl Into<String>) -> Self {
        Self { name, said: vec![said.into()], missing: false }
    }

    /// A fact of several lines.
    pub(super) fn lines(name: String, said: Vec<String>) -> Self {
        Self { name, said, missing: false }
    }

    /// Something that is missing.
    pub(super) fn missing(name: String, said: impl Into<String>) -> Self {
        Self { name, said: vec![said.into()], missing: true }
    }
}

/// For the file alone: on the site the site's own style sheet says how it looks.
const STYLE: &str = "body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.55 system-ui,sans-serif;\
color:#1d2430;background:#fdfcf8}h2{margin-top:2.5rem}h3{margin:1.6rem 0 .3rem}dl{margin:0}dt{margin-top:.5rem;\
font-weight:600}dd{margin:0}.missing dd{border-left:3px solid #8a5a00;padding-left:.6rem}\
@media(prefers-color-scheme:dark){body{color:#e8e6df;background:#16181c}}@media print{h2,h3,dt{break-after:avoid}}";

impl Document {
    /// What is missing, anywhere in it.
    pub fn missing(&self) -> impl Iterator<Item = &Fact> {
        self.parts.iter().flat_map(|part| &part.entries).flat_map(|entry| &entry.facts).filter(|fact| fact.missing)
    }

    /// The document as a piece of HTML: an `article` without style or script, to stand inside the site's layout.
    pub fn to_html(&self) -> String {
        let mut out = String::with_capacity(16 * 1024);
        let _ = writeln!(out, "<article class=\"export\" lang=\"{}\">", self.language.tag());
        let _ = writeln!(out, "<h1>{}</h1>", escape(&self.title));
        paragraphs(&mut out, &self.lead);
        for part in &self.parts {
            let _ = writeln!(out, "<section>\n<h2>{}</h2>", escape(&part.title));
            paragraphs(&mut out, &part.said);
            for entry in &part.entries {
                write_entry(&mut out, entry);
            }
            out.push_str("</section>\n");
        }
        out.push_str("</article>\n");
        out
    }

    /// The document as a whole HTML file that stands by itself.
    pub fn to_page(&self) -> String {
        let (tag, title) = (self.language.tag(), escape(&self.title));
        format!(
            "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
             <style>{STYLE}</style>\n</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
            self.to_html()
        )
    }
}

fn paragraphs(out: &mut String, said: &[String]) {
    for text in said {
        let _ = writeln!(out, "<p>{}</p>", escape(text));
    }
}

fn write_entry(out: &mut String, entry: &Entry) {
    if !entry.title.is_empty() {
        let _ = writeln!(out, "<h3>{}</h3>", escape(&entry.title));
    }
    if entry.facts.is_empty() {
        return;
    }
    out.push_str("<dl>\n");
    for fact in &entry.facts {
        let class = if fact.missing { " class=\"missing\"" } else { "" };
        let _ = write!(out, "<div{class}><dt>{}</dt>", escape(&fact.name));
        for line in &fact.said {
            let _ = write!(out, "<dd>{}</dd>", escape(line));
        }
        out.push_str("</div>\n");
    }
    out.push_str("</dl>\n");
}

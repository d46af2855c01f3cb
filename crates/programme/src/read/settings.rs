//! Settings: lines such as `title: Better nights` that stand directly below a head, a step's title or a block's opening.

use super::reader::Reader;
use crate::{Fault, Sharing};

/// Settings that were read and not yet asked for.
pub(super) struct Settings<'a> {
    /// What they belong to: where an absent one is told.
    owner: &'a str,
    list: Vec<Setting<'a>>,
}

struct Setting<'a> {
    key: &'a str,
    /// Its value, with lines that go on.
    value: String,
    at: &'a str,
}

/// Key and value of a line, if it reads as a setting.
fn split(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let fits = |sign: char| sign.is_ascii_lowercase() || sign == ' ' || sign == '-';
    let is_key = key.starts_with(|sign: char| sign.is_ascii_lowercase()) && key.chars().all(fits) && key.len() <= 20;
    (is_key && (value.is_empty() || value.starts_with(' '))).then_some((key.trim_end(), value.trim()))
}

impl<'a> Settings<'a> {
    /// Reads a head, in which nothing but settings stands.
    pub(super) fn head(reader: &mut Reader<'a>, head: &'a str, known: &[&str]) -> Self {
        let mut settings = Self { owner: reader.source, list: Vec::new() };
        let mut rest = settings.take(reader, head, known);
        while let Some((line, next)) = rest.split_once('\n') {
            if !line.trim().is_empty() {
                reader.tell(line, Fault::HeadLine {});
            }
            rest = settings.take(reader, next, known);
        }
        settings
    }

    /// Reads the settings with which a text begins; gives the rest of it as well.
    pub(super) fn read(reader: &mut Reader<'a>, owner: &'a str, text: &'a str, known: &[&str]) -> (Self, &'a str) {
        let mut settings = Self { owner, list: Vec::new() };
        let rest = settings.take(reader, text.trim_start_matches('\n'), known);
        (settings, rest)
    }

    /// Takes settings from the front of a text, and gives the rest of it.
    fn take(&mut self, reader: &mut Reader<'a>, text: &'a str, known: &[&str]) -> &'a str {
        let mut rest = text;
        while !rest.is_empty() {
            let (line, next) = rest.split_once('\n').unwrap_or((rest, ""));
            if let Some((key, value)) = split(line) {
                self.add(reader, line, (key, value), known);
            } else if !self.go_on(line) {
                break;
            }
            rest = next;
        }
        rest
    }

    fn add(&mut self, reader: &mut Reader<'a>, line: &'a str, (key, value): (&'a str, &'a str), known: &[&str]) {
        if !known.contains(&key) {
            reader.tell(line, Fault::SettingUnknown { key: key.to_owned(), known: known.join(", ") });
        } else if self.list.iter().any(|setting| setting.key == key) {
            reader.tell(line, Fault::SettingTwice { key: key.to_owned() });
        } else {
            let at = if value.is_empty() { line } else { value };
            self.list.push(Setting { key, value: value.to_owned(), at });
        }
    }

    /// Whether a line goes on with the value above it.
    fn go_on(&mut self, line: &str) -> bool {
        let goes_on = line.starts_with("  ") && !line.trim().is_empty();
        match self.list.last_mut() {
            Some(last) if goes_on => {
                last.value.push(' ');
                last.value.push_str(line.trim());
                true
            }
            _ => false,
        }
    }

    /// Whether it is there; where.
    pub(super) fn place(&self, key: &str) -> Option<&'a str> {
        self.list.iter().find(|setting| setting.key == key).map(|setting| setting.at)
    }

    /// Words that must be there. `example` shows how they are written.
    pub(super) fn words(&self, reader: &mut Reader<'a>, key: &str, example: &str) -> String {
        let found = self.list.iter().find(|setting| setting.key == key);
        let value = found.map(|setting| setting.value.as_str()).unwrap_or_default();
        if value.is_empty() {
            let (key, example) = (key.to_owned(), example.to_owned());
            reader.tell(found.map_or(self.owner, |setting| setting.at), Fault::SettingMissing { key, example });
        }
        value.to_owned()
    }

    /// A value that need not be there.
    pub(super) fn value<T>(
        &self,
        reader: &mut Reader<'a>,
        key: &str,
        example: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let setting = self.list.iter().find(|setting| setting.key == key)?;
        let value = read(&setting.value);
        if value.is_none() {
            let (key, value, example) = (key.to_owned(), setting.value.clone(), example.to_owned());
            reader.tell(setting.at, Fault::SettingValue { key, value, example });
        }
        value
    }

    /// A value that must be there.
    pub(super) fn needed<T>(
        &self,
        reader: &mut Reader<'a>,
        key: &str,
        example: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        if self.place(key).is_none() {
            reader.tell(self.owner, Fault::SettingMissing { key: key.to_owned(), example: example.to_owned() });
        }
        self.value(reader, key, example, read)
    }

    /// Who reads the answers, if it is said.
    pub(super) fn sharing(&self, reader: &mut Reader<'a>) -> Option<Sharing> {
        self.value(reader, "sharing", "sharing: private, sharing: shared", |value| match value {
            "private" => Some(Sharing::Private),
            "shared" => Some(Sharing::Shared),
            _ => None,
        })
    }
}

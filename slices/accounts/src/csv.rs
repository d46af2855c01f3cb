//! Lists of people to invite: comma, semicolon or tab between, quotes where needed, with or without a line of titles.

use std::borrow::Cow;

/// The most people on one list.
pub const MOST_LINES: usize = 500;

/// One line with something on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in the text, from 1.
    pub number: usize,
    /// Its cells, trimmed.
    pub cells: Vec<String>,
}

/// Text from a file: UTF-8, or what spreadsheets on Windows write (Windows-1252).
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|byte| windows_1252(*byte)).collect()),
    }
}

/// The letters and marks of Windows-1252 that occur in names; the rest is as in Latin-1.
fn windows_1252(byte: u8) -> char {
    match byte {
        0x8a => 'Š',
        0x8c => 'Œ',
        0x8e => 'Ž',
        0x91 | 0x92 => '\u{2019}',
        0x93 | 0x94 => '"',
        0x96 => '–',
        0x9a => 'š',
        0x9c => 'œ',
        0x9e => 'ž',
        0x9f => 'Ÿ',
        other => char::from(other),
    }
}

/// The lines of a list; empty ones are left out.
pub fn lines(text: &str) -> Vec<Line> {
    let separator = separator(text);
    let mut lines = Vec::new();
    let mut reader = Reader { rest: text.strip_prefix('\u{feff}').unwrap_or(text), number: 1 };
    while let Some(line) = reader.line(separator) {
        if line.cells.iter().any(|cell| !cell.is_empty()) {
            lines.push(line);
        }
    }
    lines
}

/// What stands most often in the first line that says something, outside quotes; a comma when nothing does.
fn separator(text: &str) -> char {
    let mut quoted = false;
    let mut counts = [('\t', 0), (';', 0), (',', 0)];
    for c in text.trim_start().chars() {
        match c {
            '"' => quoted = !quoted,
            '\n' if !quoted => break,
            c if !quoted => {
                counts.iter_mut().filter(|(known, _)| *known == c).for_each(|(_, count)| *count += 1);
            }
            _ => {}
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map_or(',', |(c, _)| c)
}

struct Reader<'a> {
    rest: &'a str,
    number: usize,
}

impl Reader<'_> {
    fn line(&mut self, separator: char) -> Option<Line> {
        if self.rest.is_empty() {
            return None;
        }
        let number = self.number;
        let mut cells = vec![String::new()];
        let mut quoted = false;
        let mut chars = self.rest.char_indices().peekable();
        let mut end = self.rest.len();
        while let Some((at, c)) = chars.next() {
            let cell = cells.last_mut()?;
            match c {
                '"' if quoted && chars.peek().is_some_and(|(_, next)| *next == '"') => {
                    chars.next();
                    cell.push('"');
                }
                '"' if quoted => quoted = false,
                '"' if cell.trim().is_empty() => {
                    cell.clear();
                    quoted = true;
                }
                '\n' => {
                    self.number += 1;
                    if !quoted {
                        end = at + 1;
                        break;
                    }
                    cell.push(' ');
                }
                '\r' => {}
                c if c == separator && !quoted => cells.push(String::new()),
                c => cell.push(c),
            }
        }
        self.rest = &self.rest[end..];
        let cells = cells.iter().map(|cell| cell.trim().to_owned()).collect();
        Some(Line { number, cells })
    }
}

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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        lines(text).into_iter().map(|line| line.cells).collect()
    }

    #[test]
    fn commas_semicolons_and_tabs_are_told_apart() {
        let expected = vec![vec!["Maria".to_owned(), "m@example.org".to_owned()]];
        assert_eq!(cells("Maria, m@example.org"), expected);
        assert_eq!(cells("Maria; m@example.org\r\n"), expected);
        assert_eq!(cells("\u{feff}Maria\tm@example.org\n\n  \n"), expected);
        assert_eq!(
            cells("\"Vries, Maria de\";m@example.org"),
            vec![vec!["Vries, Maria de".to_owned(), "m@example.org".to_owned()]]
        );
    }

    #[test]
    fn quotes_hold_separators_quotes_and_line_ends() {
        assert_eq!(cells("\"a \"\"b\"\"\nc\",d\ne,f"), vec![vec!["a \"b\" c", "d"], vec!["e", "f"]]);
        assert_eq!(lines("\"a\nb\",c\n\nd,e").iter().map(|line| line.number).collect::<Vec<_>>(), [1, 4]);
    }

    #[test]
    fn a_file_of_an_older_spreadsheet_keeps_its_letters() {
        assert_eq!(decode(b"Bj\xf6rn \x8aim"), "Björn Šim");
        assert_eq!(decode("\u{feff}Björn".as_bytes()), "Björn");
    }

    fn quote(cell: &str) -> String {
        format!("\"{}\"", cell.replace('"', "\"\""))
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(rows in prop::collection::vec(prop::collection::vec("[^\\r\\n]{0,12}", 2..5), 1..6),
                                   separator in prop::sample::select(vec![',', ';', '\t'])) {
            let text: String = rows.iter().map(|row| {
                let cells: Vec<_> = row.iter().map(|cell| quote(cell)).collect();
                cells.join(&separator.to_string()) + "\r\n"
            }).collect();
            let expected: Vec<Vec<String>> = rows.iter()
                .map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>())
                .filter(|row| row.iter().any(|cell| !cell.is_empty()))
                .collect();
            // A first row of empty cells says nothing about the separator.
            prop_assume!(rows[0].iter().any(|cell| !cell.is_empty()));
            prop_assert_eq!(cells(&text), expected);
        }

        #[test]
        fn no_text_is_too_odd_to_be_read(text in "\\PC{0,200}|[\",;\\n\\t a]{0,80}", bytes in prop::collection::vec(any::<u8>(), 0..100)) {
            let count = lines(&text).len();
            prop_assert!(count <= text.lines().count().max(1));
            drop(decode(&bytes));
        }
    }
}

//! A look at the outer form before parsing: braces, quotation marks, comments.

use super::Source;
use crate::Diagnostic;

/// Nothing in a statement stands deeper; a parser that recurses must not be led further.
const MAX_DEPTH: usize = 16;

/// What was seen.
pub(super) struct Scanned {
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The number of open braces at the start of each line.
    pub(super) depths: Vec<usize>,
    /// Nothing can be read: the braces do not match.
    pub(super) hopeless: bool,
}

struct Scanner<'a> {
    source: &'a Source<'a>,
    rest: &'a str,
    open: Vec<usize>,
    /// The first pair of braces whose lines are indented differently: where one is missing or too many.
    askew: Option<(usize, usize)>,
    out: Scanned,
}

/// Looks at the outer form.
pub(super) fn scan(source: &Source<'_>) -> Scanned {
    let out = Scanned { diagnostics: Vec::new(), depths: vec![0], hopeless: false };
    let mut scanner = Scanner { source, rest: source.text, open: Vec::new(), askew: None, out };
    while !scanner.rest.is_empty() && !scanner.out.hopeless {
        scanner.step();
    }
    // After a comment or text without an end, braces prove nothing.
    if !scanner.out.hopeless {
        scanner.unclosed_braces();
    }
    scanner.out
}

impl Scanner<'_> {
    fn at(&self) -> usize {
        self.source.text.len() - self.rest.len()
    }

    /// Goes on by `bytes`, counting lines.
    fn pass(&mut self, bytes: usize) {
        let mut end = bytes.min(self.rest.len());
        while !self.rest.is_char_boundary(end) {
            end += 1;
        }
        for _ in self.rest[..end].matches('\n') {
            self.out.depths.push(self.open.len());
        }
        self.rest = &self.rest[end..];
    }

    fn step(&mut self) {
        let rest = self.rest;
        let first = rest.chars().next().unwrap_or('\n');
        if rest.starts_with("//") {
            self.pass(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            self.comment();
        } else if let Some(hashes) = raw(rest) {
            self.raw_string(hashes);
        } else if rest.starts_with("\"\"\"") {
            self.text_block();
        } else if first == '"' {
            self.string();
        } else if matches!(first, '“' | '”' | '„' | '‘' | '’' | '«' | '»') {
            self.typographic(first);
        } else {
            self.brace(first);
            self.pass(first.len_utf8());
        }
    }

    fn brace(&mut self, sign: char) {
        let place = self.source.place(self.at(), 1);
        if sign == '{' {
            self.open.push(self.at());
            if self.open.len() > MAX_DEPTH {
                self.out.hopeless = true;
                let what = "nodes stand inside each other too deeply";
                self.out.diagnostics.push(
                    Diagnostic::error("too-deep", place, what)
                        .why("no node of a statement stands deeper than three braces")
                        .help("look for a missing } above"),
                );
            }
        } else if sign == '}' {
            match self.open.pop() {
                Some(open) => self.look_askew(open),
                None => self.stray_brace(),
            }
        }
    }

    /// Remembers a pair on different lines with different indentation.
    fn look_askew(&mut self, open: usize) {
        let close = self.at();
        let indent = |at: usize| {
            let line = self.source.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
            let text = &self.source.text[line..];
            (line, text.len() - text.trim_start_matches([' ', '\t']).len())
        };
        let ((open_line, open_indent), (close_line, close_indent)) = (indent(open), indent(close));
        if self.askew.is_none() && open_line != close_line && open_indent != close_indent {
            self.askew = Some((open, close));
        }
    }

    fn stray_brace(&mut self) {
        self.out.hopeless = true;
        let place = self.source.place(self.at(), 1);
        let mut diagnostic = Diagnostic::error("stray-brace", place, "this } closes nothing")
            .label("there is no { for it")
            .help("take it away, or look above for a { that is missing or one } too many");
        if let Some((_, close)) = self.askew {
            let words = "perhaps this one is too many: it is not indented like its {";
            diagnostic = diagnostic.related(self.source.place(close, 1), words);
        }
        self.out.diagnostics.push(diagnostic);
    }

    fn unclosed_braces(&mut self) {
        for at in std::mem::take(&mut self.open) {
            self.out.hopeless = true;
            let mut diagnostic =
                Diagnostic::error("unclosed-brace", self.source.place(at, 1), "this { is never closed")
                    .label("opened here")
                    .why("the file ends before the } that belongs to it")
                    .help("add a } after the last line that belongs to this node");
            if let Some((open, _)) = self.askew {
                let words = "perhaps this { is the one: its } is not indented like it";
                diagnostic = diagnostic.related(self.source.place(open, 1), words);
            }
            self.out.diagnostics.push(diagnostic);
        }
    }

    fn comment(&mut self) {
        let start = self.at();
        let mut depth = 0_usize;
        loop {
            if self.rest.starts_with("/*") {
                depth += 1;
                self.pass(2);
            } else if self.rest.starts_with("*/") {
                depth -= 1;
                self.pass(2);
            } else {
                match self.rest.chars().next() {
                    Some(sign) => self.pass(sign.len_utf8()),
                    None => break,
                }
            }
            if depth == 0 {
                return;
            }
            if depth > MAX_DEPTH {
                break;
            }
        }
        self.out.hopeless = true;
        let place = self.source.place(start, 2);
        self.out.diagnostics.push(
            Diagnostic::error("unclosed-comment", place, "this comment is never closed")
                .label("begins here")
                .help("end it with */, or begin each of its lines with //"),
        );
    }

    /// `"one line"`.
    fn string(&mut self) {
        let start = self.at();
        let mut signs = self.rest.char_indices().skip(1);
        while let Some((at, sign)) = signs.next() {
            match sign {
                '"' => return self.pass(at + 1),
                '\\' => match signs.next() {
                    // A backslash before white space eats it, lines too (KDL 2 §3.12.1).
                    Some((_, next)) if next.is_whitespace() => {}
                    Some(_) => {}
                    None => break,
                },
                '\n' => {
                    self.unclosed(start, at);
                    return self.pass(at);
                }
                _ => {}
            }
        }
        self.unclosed(start, self.rest.len());
        self.pass(self.rest.len());
    }

    fn unclosed(&mut self, start: usize, length: usize) {
        let place = self.source.place(start, length);
        self.out.diagnostics.push(
            Diagnostic::error("unclosed-text", place, "this text is never closed")
                .label("its \" is missing at the end")
                .help("close it on the same line; a text of several lines stands between \"\"\" and \"\"\""),
        );
    }

    /// `"""` of several lines `"""`.
    fn text_block(&mut self) {
        let start = self.at();
        let inner = &self.rest[3..];
        let mut from = 0;
        while let Some(at) = inner[from..].find("\"\"\"") {
            let end = from + at;
            let escapes = inner[..end].chars().rev().take_while(|sign| *sign == '\\').count();
            if escapes % 2 == 0 {
                return self.pass(3 + end + 3);
            }
            from = end + 1;
        }
        self.hopeless_text(start, "\"\"\"");
    }

    /// `#"raw"#`.
    fn raw_string(&mut self, hashes: usize) {
        let start = self.at();
        let quotes = if self.rest[hashes..].starts_with("\"\"\"") { 3 } else { 1 };
        let end = format!("{}{}", "\"".repeat(quotes), "#".repeat(hashes));
        match self.rest[hashes + quotes..].find(&end) {
            Some(at) => self.pass(hashes + quotes + at + end.len()),
            None => self.hopeless_text(start, &end),
        }
    }

    fn hopeless_text(&mut self, start: usize, end: &str) {
        self.out.hopeless = true;
        let place = self.source.place(start, end.len());
        self.out.diagnostics.push(
            Diagnostic::error("unclosed-text", place, "this text is never closed")
                .label("begins here")
                .help(format!("close it with {end}")),
        );
    }

    fn typographic(&mut self, sign: char) {
        let line = self.rest.find('\n').unwrap_or(self.rest.len());
        let place = self.source.place(self.at(), sign.len_utf8());
        self.out.diagnostics.push(
            Diagnostic::error("typographic-quotes", place, format!("{sign} is a typographic quotation mark"))
                .label("a text begins with \"")
                .why("word processors put them in; KDL knows only the straight ones")
                .help("write \" at both ends"),
        );
        self.pass(line);
    }
}

/// The number of `#` before a raw string.
fn raw(rest: &str) -> Option<usize> {
    let hashes = rest.chars().take_while(|sign| *sign == '#').count();
    (hashes > 0 && rest[hashes..].starts_with('"')).then_some(hashes)
}

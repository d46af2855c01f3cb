//! The outline of a text: its head, its steps, and within each what is text and what is a block.

use super::reader::Reader;
use crate::Fault;

/// A text, taken apart.
pub(super) struct Outline<'a> {
    /// What stands between the first two lines of dashes.
    pub(super) head: Option<&'a str>,
    pub(super) steps: Vec<RawStep<'a>>,
}

/// A step, taken apart.
pub(super) struct RawStep<'a> {
    /// The line of its title.
    pub(super) heading: &'a str,
    pub(super) pieces: Vec<Piece<'a>>,
}

/// A stretch of a step.
pub(super) enum Piece<'a> {
    Text(&'a str),
    Block(Block<'a>),
}

/// A block: from a line that begins with `:::` and a word to the next `:::` alone.
pub(super) struct Block<'a> {
    /// The line with which it begins.
    pub(super) opening: &'a str,
    pub(super) inner: &'a str,
}

/// How a block begins and ends.
pub(super) const FENCE: &str = ":::";
/// How the head begins and ends.
const DASHES: &str = "---";

/// Takes a text apart.
pub(super) fn outline<'a>(reader: &mut Reader<'a>) -> Outline<'a> {
    let source = reader.source;
    let (head, body) = head(reader, source);
    let mut cut = Cut { source, steps: Vec::new(), open: None, from: source.len() - body.len() };
    let mut at = cut.from;
    for line in body.split_inclusive('\n') {
        cut.line(reader, line.trim_end(), at, at + line.len());
        at += line.len();
    }
    cut.end(reader, at);
    if cut.steps.is_empty() {
        reader.tell(source.trim_end().lines().last().unwrap_or(source), Fault::NoStep {});
    }
    Outline { head, steps: cut.steps }
}

/// The head, and what comes after it.
fn head<'a>(reader: &mut Reader<'a>, source: &'a str) -> (Option<&'a str>, &'a str) {
    let Some(rest) = source.strip_prefix(DASHES).and_then(|rest| rest.trim_start_matches(' ').strip_prefix('\n'))
    else {
        reader.tell(source.lines().next().unwrap_or(source), Fault::NoHead {});
        return (None, source);
    };
    let mut length = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == DASHES {
            return (Some(&rest[..length]), &rest[length + line.len()..]);
        }
        if line.starts_with("# ") {
            break;
        }
        length += line.len();
    }
    reader.tell(&source[..DASHES.len()], Fault::HeadOpen {});
    (Some(&rest[..length]), &rest[length..])
}

/// A text while it is cut.
struct Cut<'a> {
    source: &'a str,
    steps: Vec<RawStep<'a>>,
    /// The line that opened the block in which we are.
    open: Option<&'a str>,
    /// Where the stretch began in which we are.
    from: usize,
}

impl<'a> Cut<'a> {
    fn line(&mut self, reader: &mut Reader<'a>, line: &'a str, at: usize, next: usize) {
        if line.starts_with("# ") || line == "#" {
            self.end(reader, at);
            self.steps.push(RawStep { heading: line, pieces: Vec::new() });
        } else if let Some(word) = line.strip_prefix(FENCE) {
            let closes = word.trim_matches(':').trim().is_empty();
            match (closes, self.open.take()) {
                (true, Some(opening)) => self.block(reader, opening, at),
                (true, None) => {
                    self.text(reader, at);
                    reader.tell(line, Fault::BlockStray {});
                }
                (false, open) => {
                    self.open = open;
                    self.end(reader, at);
                    self.open = Some(line);
                }
            }
        } else {
            return;
        }
        self.from = next;
    }

    /// Ends the stretch in which we are before `at`.
    fn end(&mut self, reader: &mut Reader<'a>, at: usize) {
        if let Some(opening) = self.open.take() {
            let word = opening.trim_start_matches(':').split_whitespace().next().unwrap_or_default().to_owned();
            reader.tell(opening, Fault::BlockOpen { word });
            self.block(reader, opening, at);
        } else {
            self.text(reader, at);
        }
    }

    fn text(&mut self, reader: &mut Reader<'a>, at: usize) {
        let text = &self.source[self.from..at];
        if text.trim().is_empty() {
            return;
        }
        match self.steps.last_mut() {
            Some(step) => step.pieces.push(Piece::Text(text)),
            None => reader.tell(text, Fault::TextBeforeSteps {}),
        }
    }

    fn block(&mut self, reader: &mut Reader<'a>, opening: &'a str, at: usize) {
        let inner = &self.source[self.from..at];
        match self.steps.last_mut() {
            Some(step) => step.pieces.push(Piece::Block(Block { opening, inner })),
            None => reader.tell(opening, Fault::TextBeforeSteps {}),
        }
    }
}

//! Nodes as the rest of the room reads them: names, values and children, each with its place.

use kdl::{KdlDocument, KdlEntry, KdlNode, KdlValue};

use super::{Source, Spanned};
use crate::plan::Place;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    Text(String),
    Number(i128),
    Decimal(f64),
    Flag(bool),
    Null,
}

impl Kind {
    /// What it is, in words.
    pub(crate) fn noun(&self) -> &'static str {
        match self {
            Self::Text(_) => "a text",
            Self::Number(_) => "a number",
            Self::Decimal(_) => "a number with decimals",
            Self::Flag(_) => "#true or #false",
            Self::Null => "nothing",
        }
    }
}

/// A value at its place.
pub(crate) type Value = Spanned<Kind>;

/// A node.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) name: Spanned<String>,
    /// From the name to the last value: what a diagnostic about the whole node marks.
    pub(crate) head: Place,
    pub(crate) args: Vec<Value>,
    pub(crate) props: Vec<(Spanned<String>, Value)>,
    pub(crate) children: Vec<Node>,
}

/// The nodes of a document.
pub(super) fn nodes(document: &KdlDocument, source: &Source<'_>) -> Vec<Node> {
    document.nodes().iter().map(|node| read(node, source)).collect()
}

fn read(node: &KdlNode, source: &Source<'_>) -> Node {
    let name = node.name();
    let name_place = source.place(name.span().offset(), name.span().len());
    let name = Spanned { value: name.value().to_owned(), place: name_place };
    let mut end = name_place.offset + name_place.length;
    let (mut args, mut props) = (Vec::new(), Vec::new());
    for entry in node.entries() {
        let value = value(entry, source);
        end = end.max(value.place.offset + value.place.length);
        match entry.name() {
            Some(key) => {
                let place = source.place(key.span().offset(), key.span().len());
                props.push((Spanned { value: key.value().to_owned(), place }, value));
            }
            None => args.push(value),
        }
    }
    let head = source.place(name_place.offset, end.saturating_sub(name_place.offset));
    // Only the first line, so that a report stays readable.
    let first_line = source.text[head.offset..head.offset + head.length].find('\n').unwrap_or(head.length);
    let head = source.place(head.offset, first_line);
    let children = node.children().map(|children| nodes(children, source)).unwrap_or_default();
    Node { name, head, args, props, children }
}

fn value(entry: &KdlEntry, source: &Source<'_>) -> Value {
    let kind = match entry.value() {
        KdlValue::String(text) => Kind::Text(text.clone()),
        KdlValue::Integer(number) => Kind::Number(*number),
        KdlValue::Float(number) => Kind::Decimal(*number),
        KdlValue::Bool(flag) => Kind::Flag(*flag),
        KdlValue::Null => Kind::Null,
    };
    let span = entry.span();
    let mut from = span.offset();
    let mut to = span.offset() + span.len();
    if let Some(key) = entry.name() {
        from = key.span().offset() + key.span().len();
    }
    let whole = source.place(from, to.saturating_sub(from));
    let text = &source.text[whole.offset..whole.offset + whole.length];
    let trimmed = text.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '=' || sign == '\\');
    from = whole.offset + (text.len() - trimmed.len());
    to = from + trimmed.trim_end().len();
    Spanned { value: kind, place: source.place(from, to - from) }
}

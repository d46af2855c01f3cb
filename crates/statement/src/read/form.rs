//! One node being read: each value is asked for by name, and what nobody asked for is a problem.
//!
//! A value stands as a property (`by="coach"`) or as a child node (`by "coach"`); flags stand as bare words.

use jiff::civil::Date;

use super::{Draft, period};
use crate::{
    Diagnostic,
    diagnostic::{did_you_mean, quoted},
    plan::{Period, Place, Word},
    syntax::{Kind, Node, Spanned, Value},
};

/// A word with its place.
pub(super) type Text = Spanned<String>;

/// A node being read.
pub(super) struct Form<'n, 'd> {
    pub(super) node: &'n Node,
    pub(super) draft: &'d mut Draft,
    pub(super) used_args: Vec<bool>,
    pub(super) used_props: Vec<bool>,
    pub(super) used_children: Vec<bool>,
    pub(super) asked: Vec<&'static str>,
    pub(super) flags: Vec<&'static str>,
    pub(super) texts_asked: bool,
}

impl<'n, 'd> Form<'n, 'd> {
    pub(super) fn new(node: &'n Node, draft: &'d mut Draft) -> Self {
        Self {
            used_args: vec![false; node.args.len()],
            used_props: vec![false; node.props.len()],
            used_children: vec![false; node.children.len()],
            asked: Vec::new(),
            flags: Vec::new(),
            texts_asked: false,
            node,
            draft,
        }
    }

    pub(super) fn say(&mut self, diagnostic: Diagnostic) {
        self.draft.diagnostics.push(diagnostic);
    }

    pub(super) fn kind(&self) -> &'n str {
        &self.node.name.value
    }

    // ---- the words right after the node's name

    /// The first argument: the node's own name.
    pub(super) fn key(&mut self) -> Option<Text> {
        let at = self.used_args.iter().position(|used| !used);
        let found = at.and_then(|at| {
            self.used_args[at] = true;
            self.text_of(&self.node.args[at].clone())
        });
        if let Some(key) = &found {
            self.check_key(key);
        } else if at.is_none() {
            let what = format!("a `{}` needs a name", self.kind());
            let example = super::example(self.kind());
            let diagnostic = Diagnostic::error("missing-name", self.node.head, what).label("its name is missing");
            self.say(diagnostic.help(format!("write: {example}")));
        }
        found
    }

    /// Keys become parts of addresses and of clause ids.
    pub(super) fn check_key(&mut self, key: &Text) {
        let fits = !key.value.is_empty()
            && key.value.len() <= 60
            && key.value.chars().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || "-.".contains(sign));
        if !fits {
            let better: String = key
                .value
                .to_lowercase()
                .chars()
                .map(|sign| if sign.is_ascii_alphanumeric() || sign == '.' { sign } else { '-' })
                .take(60)
                .collect();
            let what = format!("\"{}\" cannot be a name", shortened(&key.value));
            let mut diagnostic = Diagnostic::error("bad-name", key.place, what)
                .label("a name has small letters, digits and hyphens")
                .why("names stand in web addresses and in receipts, and must stay the same for years");
            if !better.trim_matches('-').is_empty() {
                diagnostic = diagnostic.help(format!("write \"{}\"", better.trim_matches('-')));
            }
            self.say(diagnostic);
        }
    }

    /// The remaining arguments.
    pub(super) fn rest(&mut self) -> Vec<Text> {
        let mut found = Vec::new();
        for at in 0..self.node.args.len() {
            if !std::mem::replace(&mut self.used_args[at], true)
                && let Some(text) = self.text_of(&self.node.args[at].clone())
            {
                found.push(text);
            }
        }
        found
    }

    /// A bare word after the name, a child without values, or `name=#true`.
    pub(super) fn flag(&mut self, name: &'static str) -> bool {
        self.flags.push(name);
        for (at, value) in self.node.args.iter().enumerate() {
            if !self.used_args[at] && value.value == Kind::Text(name.to_owned()) {
                self.used_args[at] = true;
                return true;
            }
        }
        let Some(value) = self.single(name) else {
            return self.node.children.iter().any(|child| child.name.value == name && child.args.is_empty());
        };
        match &value.value {
            Kind::Flag(flag) => *flag,
            Kind::Text(text) if text == "yes" => true,
            Kind::Text(text) if text == "no" => false,
            other => {
                let what = format!("`{name}` is a flag, and {} is neither yes nor no", other.noun());
                let help = format!("write only the word {name}, or {name}=#false to say that it is not so");
                let diagnostic = Diagnostic::error("bad-flag", value.place, what);
                self.say(diagnostic.label("not a flag").help(help));
                false
            }
        }
    }

    // ---- values by name

    /// Every value of this name: the property's, and those of child nodes.
    fn values(&mut self, name: &'static str) -> Vec<Value> {
        self.asked.push(name);
        let mut found = Vec::new();
        for (at, (key, value)) in self.node.props.iter().enumerate() {
            if key.value == name {
                self.used_props[at] = true;
                found.push(value.clone());
            }
        }
        for (at, child) in self.node.children.iter().enumerate() {
            if child.name.value == name {
                self.used_children[at] = true;
                found.extend(child.args.iter().cloned());
            }
        }
        found
    }

    /// One value; a second one is a problem.
    fn single(&mut self, name: &'static str) -> Option<Value> {
        let mut found = self.values(name);
        if found.len() > 1 {
            let what = format!("`{name}` stands here twice");
            let second = &found[1];
            let diagnostic = Diagnostic::error("twice", second.place, what)
                .label("and here again")
                .related(found[0].place, "first here")
                .help("keep one of them");
            self.say(diagnostic);
            found.truncate(1);
        }
        found.pop()
    }

    pub(super) fn text_of(&mut self, value: &Value) -> Option<Text> {
        match &value.value {
            Kind::Text(text) => Some(Text { value: text.trim().to_owned(), place: value.place }),
            other => {
                let what = format!("a text should stand here, and this is {}", other.noun());
                let shown = match other {
                    Kind::Number(number) => format!("write \"{number}\""),
                    _ => "put it between \" and \"".to_owned(),
                };
                self.say(Diagnostic::error("not-a-text", value.place, what).label("not a text").help(shown));
                None
            }
        }
    }

    /// One text.
    pub(super) fn word(&mut self, name: &'static str) -> Option<Text> {
        let value = self.single(name)?;
        self.text_of(&value)
    }

    /// One text that must be there.
    pub(super) fn need(&mut self, name: &'static str, why: &str) -> Option<Text> {
        if !self.has(name) {
            self.missing(name, why);
            return None;
        }
        self.word(name)
    }

    /// Whether a value of this name stands here.
    pub(super) fn has(&self, name: &str) -> bool {
        self.node.props.iter().any(|(key, _)| key.value == name)
            || self.node.children.iter().any(|child| child.name.value == name)
    }

    /// Tells that a value is missing.
    pub(super) fn missing(&mut self, name: &'static str, why: &str) {
        self.asked.push(name);
        if self.node.args.iter().any(|value| value.value == Kind::Text(name.to_owned())) {
            // `for "2 years"` without the =: told at the end.
            return;
        }
        let what = format!("this `{}` does not say `{name}`", self.kind());
        let diagnostic = Diagnostic::error("missing-value", self.node.head, what)
            .label(format!("`{name}` is missing"))
            .why(why)
            .help(format!("for example: {}", super::example(self.kind())));
        self.say(diagnostic);
    }

    /// Several texts.
    pub(super) fn words(&mut self, name: &'static str) -> Vec<Text> {
        let values = self.values(name);
        values.iter().filter_map(|value| self.text_of(value)).collect()
    }

    /// A word of a closed vocabulary.
    pub(super) fn choice<W: Word>(&mut self, name: &'static str) -> Option<Spanned<W>> {
        let text = self.word(name)?;
        self.chosen(&text, name)
    }

    /// Several words of a closed vocabulary.
    pub(super) fn choices<W: Word>(&mut self, name: &'static str) -> Vec<W> {
        let texts = self.words(name);
        texts.iter().filter_map(|text| self.chosen(text, name)).map(|found| found.value).collect()
    }

    /// The word of a text.
    pub(super) fn chosen<W: Word>(&mut self, text: &Text, name: &str) -> Option<Spanned<W>> {
        if let Some(value) = W::from_word(&text.value) {
            return Some(Spanned { value, place: text.place });
        }
        let what = format!("`{name}` does not know \"{}\"", shortened(&text.value));
        let near = did_you_mean(&text.value, W::words().iter().copied());
        let all = format!("it can be: {}", quoted(W::words()));
        let help = if near.starts_with("did") { format!("{near} {all}") } else { all };
        self.say(Diagnostic::error("unknown-word", text.place, what).label("not a word for this").help(help));
        None
    }

    /// A whole number of at least 0.
    pub(super) fn number(&mut self, name: &'static str) -> Option<Spanned<u32>> {
        let value = self.single(name)?;
        self.number_of(&value, name)
    }

    /// The next argument as a number.
    pub(super) fn number_arg(&mut self, name: &'static str) -> Option<Spanned<u32>> {
        let at = self.used_args.iter().position(|used| !used)?;
        self.used_args[at] = true;
        self.number_of(&self.node.args[at].clone(), name)
    }

    fn number_of(&mut self, value: &Value, name: &str) -> Option<Spanned<u32>> {
        let number = match &value.value {
            Kind::Number(number) => u32::try_from(*number).ok().filter(|number| *number <= 1_000_000),
            _ => None,
        };
        if number.is_none() {
            let what = format!("`{name}` is a whole number between 0 and 1000000");
            let help = match &value.value {
                Kind::Text(text) if text.parse::<u32>().is_ok() => format!("write it without quotes: {name}={text}"),
                _ => format!("for example: {}", super::example(self.kind())),
            };
            self.say(Diagnostic::error("bad-number", value.place, what).label("not such a number").help(help));
        }
        number.map(|number| Spanned { value: number, place: value.place })
    }

    /// A number with decimals, in thousandths.
    pub(super) fn thousandths(&mut self, name: &'static str) -> Option<u32> {
        let value = self.single(name)?;
        let number = match value.value {
            Kind::Decimal(number) => Some(number),
            Kind::Number(number) if (0..=1000).contains(&number) => Some(number as f64),
            _ => None,
        };
        match number.filter(|number| (0.001..=1000.0).contains(number)) {
            Some(number) => Some((number * 1000.0).round() as u32),
            None => {
                let what = format!("`{name}` is a number between 0.001 and 1000");
                self.say(Diagnostic::error("bad-number", value.place, what).label("not such a number"));
                None
            }
        }
    }

    /// A period.
    pub(super) fn period(&mut self, name: &'static str) -> Option<Spanned<Period>> {
        let text = match self.single(name)? {
            Value { value: Kind::Number(number), place } => {
                let what = format!("{number} of what? A period names its unit");
                let help = format!("write {name}=\"{number} days\", or weeks, months or years");
                self.say(Diagnostic::error("bad-period", place, what).label("no unit").help(help));
                return None;
            }
            value => self.text_of(&value)?,
        };
        match period::parse(&text.value) {
            Ok(value) => Some(Spanned { value, place: text.place }),
            Err(fault) => {
                let what = format!("\"{}\" is not a period", shortened(&text.value));
                self.say(Diagnostic::error("bad-period", text.place, what).label(fault.label).help(fault.help));
                None
            }
        }
    }

    /// A period of days and more.
    pub(super) fn long_period(&mut self, name: &'static str) -> Option<Spanned<Period>> {
        let found = self.period(name)?;
        if found.value.hours > 0 {
            let what = format!("`{name}` is counted in days, weeks, months and years, not in hours");
            let diagnostic = Diagnostic::error("bad-period", found.place, what)
                .label("hours do not count here")
                .why("what is kept goes at the end of a day in the organisation's time zone")
                .help("write \"1 day\" for the end of the next day, or \"at once\" for the end of the same day");
            self.say(diagnostic);
        }
        Some(found)
    }

    /// A period that must be there.
    pub(super) fn need_period(&mut self, name: &'static str, why: &str) -> Period {
        if !self.has(name) {
            self.missing(name, why);
            return Period::default();
        }
        self.period(name).map(|found| found.value).unwrap_or_default()
    }

    /// A day.
    pub(super) fn date(&mut self, name: &'static str) -> Option<Spanned<Date>> {
        let text = self.word(name)?;
        match text.value.parse::<Date>() {
            Ok(value) if text.value.len() == 10 => Some(Spanned { value, place: text.place }),
            _ => {
                let what = format!("\"{}\" is not a day", shortened(&text.value));
                let diagnostic = Diagnostic::error("bad-date", text.place, what)
                    .label("not a day of the calendar")
                    .help("write year, month and day: \"2026-11-22\"");
                self.say(diagnostic);
                None
            }
        }
    }

    /// A country as ISO 3166-1 alpha-2.
    pub(super) fn country(&mut self, text: &Text) -> String {
        if !super::country::known(&text.value) {
            let what = format!("\"{}\" is not a country code", shortened(&text.value));
            let upper = text.value.to_uppercase();
            let help = match super::country::code_of(&text.value) {
                Some(code) => format!("write \"{code}\""),
                None if super::country::known(&upper) => format!("write \"{upper}\""),
                None => "write the two capital letters of ISO 3166: \"NL\", \"SE\", \"DE\", \"US\"".to_owned(),
            };
            let diagnostic = Diagnostic::error("unknown-country", text.place, what);
            self.say(diagnostic.label("two capital letters, as in ISO 3166").help(help));
        }
        text.value.clone()
    }

    // ---- the end

    /// Tells what nobody asked for.
    pub(super) fn finish(self) {
        let Self { node, draft, used_args, used_props, used_children, asked, flags, texts_asked } = self;
        let kind = node.name.value.clone();
        let mut known: Vec<&str> = asked.into_iter().chain(flags.iter().copied()).collect();
        if texts_asked {
            known.extend(["en", "nl", "sv"]);
        }
        known.sort_unstable();
        known.dedup();
        let unknown = |word: &Text, noun: &str| {
            let what = format!("`{kind}` knows no {noun} `{}`", shortened(&word.value));
            let near = did_you_mean(&word.value, known.iter().copied());
            let help = match (near.starts_with("did"), known.is_empty()) {
                (true, _) => near,
                (_, true) => format!("a `{kind}` holds nothing else; take it away"),
                _ => format!("a `{kind}` can say: {}", known.join(", ")),
            };
            Diagnostic::error("unknown-value", word.place, what).label("not known here").help(help)
        };
        for ((name, _), used) in node.props.iter().zip(used_props) {
            if !used {
                draft.diagnostics.push(unknown(name, "value"));
            }
        }
        for (child, used) in node.children.iter().zip(used_children) {
            if !used {
                draft.diagnostics.push(unknown(&child.name, "node"));
            }
        }
        let mut joined = false;
        for (at, (value, used)) in node.args.iter().zip(used_args).enumerate() {
            if used || std::mem::take(&mut joined) {
                continue;
            }
            if let (Kind::Text(name), Some(next)) = (&value.value, node.args.get(at + 1))
                && known.contains(&name.as_str())
                && !flags.contains(&name.as_str())
            {
                let what = format!("`{name}` and its value are not joined");
                let shown = match &next.value {
                    Kind::Text(text) => format!("{name}=\"{}\"", shortened(text)),
                    Kind::Number(number) => format!("{name}={number}"),
                    _ => format!("{name}=..."),
                };
                let diagnostic = Diagnostic::error("missing-equals", value.place, what).label("an = belongs behind it");
                draft.diagnostics.push(diagnostic.help(format!("write {shown}")));
                joined = true;
                continue;
            }
            let shown = match &value.value {
                Kind::Text(text) => format!("\"{}\"", shortened(text)),
                other => other.noun().to_owned(),
            };
            let what = format!("`{kind}` does not know what to do with {shown}");
            let near = match &value.value {
                Kind::Text(text) => did_you_mean(text, flags.iter().copied()),
                _ => String::new(),
            };
            let help = if near.starts_with("did") {
                near
            } else if flags.is_empty() {
                "take it away, or give it a name: name=\"value\"".to_owned()
            } else {
                format!("bare words that it knows: {}", flags.join(", "))
            };
            draft
                .diagnostics
                .push(Diagnostic::error("unknown-value", value.place, what).label("not known here").help(help));
        }
    }

    /// Leaves the rest of the node alone.
    pub(super) fn swallow(&mut self) {
        self.used_args.fill(true);
        self.used_props.fill(true);
        self.used_children.fill(true);
    }

    /// The place of the node's head.
    pub(super) fn head(&self) -> Place {
        self.node.head
    }
}

/// A text for a message: not longer than a line.
pub(super) fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() > 40 || line.len() < text.len() {
        format!("{}…", line.chars().take(38).collect::<String>())
    } else {
        line.to_owned()
    }
}

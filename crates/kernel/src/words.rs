//! Words of the interface: Fluent messages of every slice, in every language.

use std::{borrow::Cow, collections::BTreeSet, sync::Arc};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use jiff::{civil::Date, civil::DateTime};

use crate::Language;

/// The Fluent text of one language that a slice or room ships.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    /// The language.
    pub language: Language,
    /// The Fluent source, by `include_str!`.
    pub fluent: &'static str,
}

/// A fault in the words, found when they are put together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// A Fluent file does not parse.
    #[error("{language}: the Fluent text does not parse: {reason}")]
    Syntax {
        /// Which language.
        language: Language,
        /// What the parser says.
        reason: String,
    },
    /// Two files define one key.
    #[error("{language}: {key}")]
    Twice {
        /// Which language.
        language: Language,
        /// The message's key, with what the bundle says.
        key: String,
    },
}

/// All words in all languages.
pub struct Words {
    bundles: [FluentBundle<FluentResource>; 3],
    keys: BTreeSet<(Language, String)>,
}

impl Words {
    /// Puts the words of all slices together; a key may stand in one file only.
    pub fn new(texts: impl IntoIterator<Item = Text>) -> Result<Self, WordsError> {
        let mut bundles = Language::ALL.map(|language| {
            let tag: unic_langid::LanguageIdentifier = language.tag().parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![tag]);
            bundle.set_use_isolating(false);
            bundle
        });
        let mut keys = BTreeSet::new();
        let own = [
            Text { language: Language::En, fluent: include_str!("words/en.ftl") },
            Text { language: Language::Nl, fluent: include_str!("words/nl.ftl") },
            Text { language: Language::Sv, fluent: include_str!("words/sv.ftl") },
        ];
        for text in own.into_iter().chain(texts) {
            let resource =
                FluentResource::try_new(text.fluent.to_owned()).map_err(|(_, errors)| WordsError::Syntax {
                    language: text.language,
                    reason: errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
                })?;
            keys.extend(message_keys(text.fluent).map(|key| (text.language, key.to_owned())));
            bundles[text.language as usize].add_resource(resource).map_err(|errors| WordsError::Twice {
                language: text.language,
                key: errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
            })?;
        }
        Ok(Self { bundles, keys })
    }

    /// Every key and the language in which it stands, for the test that finds missing ones.
    pub fn keys(&self) -> impl Iterator<Item = (Language, &str)> {
        self.keys.iter().map(|(language, key)| (*language, key.as_str()))
    }

    fn format(&self, language: Language, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let bundle = &self.bundles[language as usize];
        let pattern = bundle.get_message(key).and_then(|message| message.value());
        match pattern {
            Some(pattern) => bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned(),
            // A test holds that no key is missing; the key itself is the least harmful thing to show.
            None => format!("[{key}]"),
        }
    }
}

/// The keys that a Fluent text defines (terms, which begin with `-`, are not messages).
pub fn message_keys(fluent: &str) -> impl Iterator<Item = &str> {
    fluent.lines().filter_map(|line| {
        let (key, _) = line.split_once('=')?;
        let key = key.trim_end();
        let fits = key.starts_with(|c: char| c.is_ascii_alphabetic())
            && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        fits.then_some(key)
    })
}

/// The words in one language, as templates use them.
#[derive(Clone)]
pub struct Voice {
    words: Arc<Words>,
    /// The language spoken.
    pub language: Language,
}

impl Voice {
    /// The words in `language`.
    pub fn new(words: Arc<Words>, language: Language) -> Self {
        Self { words, language }
    }

    /// A message without variables.
    pub fn say(&self, key: &str) -> String {
        self.words.format(self.language, key, None)
    }

    /// A message with one variable.
    pub fn say1<'a>(&self, key: &str, name: &'a str, value: impl Into<Spoken<'a>>) -> String {
        self.say_with(key, [(name, value.into())])
    }

    /// A message with two variables.
    pub fn say2<'a>(
        &self,
        key: &str,
        first: &'a str,
        one: impl Into<Spoken<'a>>,
        second: &'a str,
        two: impl Into<Spoken<'a>>,
    ) -> String {
        self.say_with(key, [(first, one.into()), (second, two.into())])
    }

    /// A message with variables.
    pub fn say_with<'a>(&self, key: &str, values: impl IntoIterator<Item = (&'a str, Spoken<'a>)>) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(name, value.0);
        }
        self.words.format(self.language, key, Some(&args))
    }

    /// A day, written out: "14 March 2028".
    pub fn date(&self, date: Date) -> String {
        let month = self.say(MONTHS[usize::from(date.month().unsigned_abs()) - 1]);
        format!("{} {month} {}", date.day(), date.year())
    }

    /// A day and a time: "14 March 2028, 09:30".
    pub fn moment(&self, at: DateTime) -> String {
        format!("{}, {:02}:{:02}", self.date(at.date()), at.hour(), at.minute())
    }

    /// The weekday's name: "Tuesday".
    pub fn weekday(&self, date: Date) -> String {
        self.say(WEEKDAYS[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())])
    }

    /// A list in words: "you, Maria and the managers".
    pub fn list(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [only] => only.clone(),
            [rest @ .., last] => format!("{} {} {last}", rest.join(", "), self.say("list-and")),
        }
    }
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9", "month-10",
    "month-11", "month-12",
];

const WEEKDAYS: [&str; 7] = ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];

/// A value inside a message: text, or a number that chooses the plural.
pub struct Spoken<'a>(FluentValue<'a>);

impl<'a> From<&'a str> for Spoken<'a> {
    fn from(text: &'a str) -> Self {
        Self(FluentValue::String(Cow::Borrowed(text)))
    }
}

impl<'a> From<&'a String> for Spoken<'a> {
    fn from(text: &'a String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<String> for Spoken<'_> {
    fn from(text: String) -> Self {
        Self(FluentValue::String(Cow::Owned(text)))
    }
}

macro_rules! numbers { ($($number:ty),+) => {$(
    impl From<$number> for Spoken<'_> {
        fn from(number: $number) -> Self { Self(FluentValue::from(number)) }
    }
    impl From<&$number> for Spoken<'_> {
        fn from(number: &$number) -> Self { Self(FluentValue::from(*number)) }
    }
)+}; }
numbers!(i64, u64, usize, u32, i32);

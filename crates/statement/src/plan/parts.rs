//! Parts from which rules are built: texts in languages, periods, places in the file.

use std::{collections::BTreeMap, fmt};

use kernel::{Archetype, Language};
use serde::{Serialize, Serializer, ser::SerializeMap};

/// An organisation's own words, in the languages in which it gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts(BTreeMap<Language, String>);

impl Texts {
    /// Adds or replaces the text of a language.
    pub fn set(&mut self, language: Language, text: impl Into<String>) {
        self.0.insert(language, text.into());
    }

    /// The text in exactly this language.
    pub fn exact(&self, language: Language) -> Option<&str> {
        self.0.get(&language).map(String::as_str)
    }

    /// The text in this language; else in English; else in whatever language there is.
    pub fn get(&self, language: Language) -> Option<&str> {
        self.exact(language).or_else(|| self.exact(Language::En)).or_else(|| self.0.values().next().map(String::as_str))
    }

    /// Whether no language has a text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every text, in the order of the languages.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        self.0.iter().map(|(language, text)| (*language, text.as_str()))
    }
}

impl Serialize for Texts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (language, text) in self.iter() {
            map.serialize_entry(language.tag(), text)?;
        }
        map.end()
    }
}

/// A calendar period. What counts days in Troth counts them through [`crate::calendar`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Period {
    /// Calendar years.
    pub years: u16,
    /// Calendar months.
    pub months: u16,
    /// Weeks.
    pub weeks: u16,
    /// Calendar days.
    pub days: u16,
    /// Hours; only where something lasts within a day, never in a `keep`.
    pub hours: u16,
}

impl Period {
    /// The unit words, largest first, with their plural.
    pub(crate) const UNITS: [(&'static str, &'static str); 5] =
        [("year", "years"), ("month", "months"), ("week", "weeks"), ("day", "days"), ("hour", "hours")];

    /// Whether it is nothing at all: "at once".
    pub fn is_zero(self) -> bool {
        self == Self::default()
    }

    /// Both, one after the other.
    #[must_use]
    pub fn and(self, more: Self) -> Self {
        Self {
            years: self.years.saturating_add(more.years),
            months: self.months.saturating_add(more.months),
            weeks: self.weeks.saturating_add(more.weeks),
            days: self.days.saturating_add(more.days),
            hours: self.hours.saturating_add(more.hours),
        }
    }

    /// Its counts, largest unit first.
    pub fn counts(self) -> [u16; 5] {
        [self.years, self.months, self.weeks, self.days, self.hours]
    }
}

impl fmt::Display for Period {
    /// The spelling of a statement: `1 year 6 months`, or `at once`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_zero() {
            return f.write_str("at once");
        }
        let mut first = true;
        for (count, (one, many)) in self.counts().into_iter().zip(Self::UNITS) {
            if count > 0 {
                let space = if first { "" } else { " " };
                write!(f, "{space}{count} {}", if count == 1 { one } else { many })?;
                first = false;
            }
        }
        Ok(())
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Where something stands in the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column in signs, from 1.
    pub column: usize,
    /// The first byte.
    pub offset: usize,
    /// How many bytes.
    pub length: usize,
}

/// A version of the statement, with what changed in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Version {
    /// Its number; higher is newer.
    pub number: u32,
    /// The day from which it holds.
    pub effective: jiff::civil::Date,
    /// What changed, in the organisation's words, one entry for each change.
    pub changes: Vec<Texts>,
}

/// Who decides: the controller, with everyone whom a person may turn to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Controller {
    /// The legal name.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// The postal address.
    pub address: Option<String>,
    /// Where questions go: a mail address.
    pub contact: String,
    /// A telephone number.
    pub phone: Option<String>,
    /// The data protection officer's mail address.
    pub officer: Option<String>,
    /// The supervisory authority, as a key such as `nl-ap`.
    pub authority: String,
}

/// A role of the organisation, on one of the product's archetypes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Role {
    /// The statement's key, such as `listener`.
    pub key: String,
    /// What it stands on.
    #[serde(serialize_with = "archetype")]
    pub archetype: Archetype,
    /// One person in the role, without an article: "coachee"; empty when the organisation uses the product's word.
    pub names: Texts,
    /// Several people in the role: "coachees".
    pub plurals: Texts,
    /// One certain person: "the coachee", "de coachee", "coacheen".
    pub definite: Texts,
    /// All people in the role: "the coachees", "de coachees", "coacheerna".
    pub definite_plurals: Texts,
}

fn archetype<S: Serializer>(archetype: &Archetype, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(archetype.key())
}

/// A purpose, in the organisation's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Purpose {
    /// The statement's key.
    pub key: String,
    /// An infinitive phrase that completes "We use it ...": "to coach you", "om je te coachen", "för att coacha dig".
    pub texts: Texts,
    /// The clause.
    pub clause: String,
}

/// What a rule is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// One category, by its key.
    Category(String),
    /// Everything that the statement names.
    Everything,
}

impl What {
    /// Whether it speaks of the category.
    pub fn covers(&self, category: &str) -> bool {
        match self {
            Self::Category(key) => key == category,
            Self::Everything => true,
        }
    }

    /// The category's key.
    pub fn category(&self) -> Option<&str> {
        match self {
            Self::Category(key) => Some(key),
            Self::Everything => None,
        }
    }
}

/// A place in the law: `7:454 BW`, `Art. 52 AWR`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Citation(pub String);

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

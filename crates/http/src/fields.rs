//! Forms: what was typed, what it means, and what is wrong with it. Nothing typed is ever lost.

use std::{fmt, str::FromStr, sync::Arc};

use axum::{
    extract::{FromRequest, Request},
    http::header::CONTENT_TYPE,
};
use jiff::civil;
use kernel::words::Voice;

use crate::{Problem, problem::Typed};

/// What was typed, field by field. May hold personal text: `Debug` shows the names of fields only.
#[derive(Clone, Default)]
pub struct Fields(Arc<[(String, String)]>);

impl Fields {
    /// Fields from pairs.
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(pairs.into_iter().collect())
    }

    /// The fields of a query or of a URL-encoded body.
    pub fn from_urlencoded(text: &str) -> Self {
        Self::new(pairs(text))
    }

    /// The same fields as a query or a URL-encoded body.
    pub fn to_urlencoded(&self) -> String {
        let pair = |(name, value)| format!("{}={}", crate::path::encode(name), crate::path::encode(value));
        self.iter().map(pair).collect::<Vec<_>>().join("&")
    }

    /// All pairs, in the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The first value of a field as it was typed; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.iter().find(|(field, _)| *field == name).map_or("", |(_, value)| value)
    }

    /// All values of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.iter().filter(move |(field, _)| *field == name).map(|(_, value)| value)
    }

    /// Whether the field is there and not empty: a ticked box.
    pub fn has(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// The same fields without those for which `drop` holds.
    #[must_use]
    pub fn without(&self, drop: impl Fn(&str) -> bool) -> Self {
        Self::new(self.0.iter().filter(|(name, _)| !drop(name)).cloned())
    }

    /// One line, required: trimmed, white space inside made single, at most `most` characters.
    pub fn line(&self, field: &'static str, most: usize, faults: &mut Faults) -> String {
        let line = self.line_or_empty(field, most, faults);
        if line.is_empty() {
            faults.add(field, "form-missing");
        }
        line
    }

    /// One line that may stay empty.
    pub fn line_or_empty(&self, field: &'static str, most: usize, faults: &mut Faults) -> String {
        let line = self.get(field).split_whitespace().collect::<Vec<_>>().join(" ");
        faults.limit(field, &line, most);
        line
    }

    /// Several lines, required: line ends made `\n`, white space at both ends cut, at most `most` characters.
    pub fn text(&self, field: &'static str, most: usize, faults: &mut Faults) -> String {
        let text = self.text_or_empty(field, most, faults);
        if text.is_empty() {
            faults.add(field, "form-missing");
        }
        text
    }

    /// Several lines that may stay empty.
    pub fn text_or_empty(&self, field: &'static str, most: usize, faults: &mut Faults) -> String {
        let text = self.get(field).replace("\r\n", "\n").trim().to_owned();
        faults.limit(field, &text, most);
        text
    }

    /// A required value that parses: an id, or one of the words that a list offers.
    pub fn parse<T: FromStr>(&self, field: &'static str, faults: &mut Faults) -> Option<T> {
        self.parse_with(field, faults, |text| text.parse().ok())
    }

    /// A required value by `read`, such as `Archetype::from_key`.
    pub fn parse_with<T>(
        &self,
        field: &'static str,
        faults: &mut Faults,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let typed = self.get(field).trim();
        let value = if typed.is_empty() { None } else { read(typed) };
        if value.is_none() {
            faults.add(field, if typed.is_empty() { "form-choose" } else { "form-unknown" });
        }
        value
    }

    /// A required date, as browsers send it: `2028-03-14`.
    pub fn date(&self, field: &'static str, faults: &mut Faults) -> Option<civil::Date> {
        self.civil(field, "form-not-a-date", faults)
    }

    /// A date that may stay empty.
    pub fn date_or_none(&self, field: &'static str, faults: &mut Faults) -> Option<civil::Date> {
        if self.get(field).trim().is_empty() { None } else { self.date(field, faults) }
    }

    /// A required time of day, as browsers send it: `09:30`.
    pub fn time(&self, field: &'static str, faults: &mut Faults) -> Option<civil::Time> {
        self.civil(field, "form-not-a-time", faults)
    }

    /// A required whole number.
    pub fn number(&self, field: &'static str, faults: &mut Faults) -> Option<i64> {
        self.civil(field, "form-not-a-number", faults)
    }

    fn civil<T: FromStr>(&self, field: &'static str, word: &'static str, faults: &mut Faults) -> Option<T> {
        let typed = self.get(field).trim();
        let value = typed.parse().ok();
        if value.is_none() {
            faults.add(field, if typed.is_empty() { "form-missing" } else { word });
        }
        value
    }
}

impl fmt::Debug for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

fn pairs(text: &str) -> Vec<(String, String)> {
    text.split('&')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            (crate::path::decode(name), crate::path::decode(value))
        })
        .collect()
}

/// Something wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field's name in the form.
    pub field: &'static str,
    /// The key of the sentence that says it.
    pub word: &'static str,
    /// The sentence's `$most`, if it has one.
    pub most: Option<i64>,
}

impl Fault {
    /// The sentence.
    pub fn say(&self, voice: &Voice) -> String {
        match self.most {
            Some(most) => voice.say1(self.word, "most", most),
            None => voice.say(self.word),
        }
    }
}

/// All that is wrong with a form, in the order of its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// No fault yet.
    pub fn none() -> Self {
        Self::default()
    }

    /// One fault.
    pub fn one(field: &'static str, word: &'static str) -> Self {
        Self(vec![Fault { field, word, most: None }])
    }

    /// Adds a fault.
    pub fn add(&mut self, field: &'static str, word: &'static str) {
        self.0.push(Fault { field, word, most: None });
    }

    /// Adds a fault whose sentence names a limit.
    pub fn add_with(&mut self, field: &'static str, word: &'static str, most: i64) {
        self.0.push(Fault { field, word, most: Some(most) });
    }

    /// Adds a fault when `text` has more than `most` characters.
    pub fn limit(&mut self, field: &'static str, text: &str, most: usize) {
        if text.chars().count() > most {
            self.add_with(field, "form-too-long", i64::try_from(most).unwrap_or(i64::MAX));
        }
    }

    /// What a form means, when neither it nor these faults, which come first, stand in the way.
    pub fn beside<T>(self, checked: Result<T, Self>) -> Result<T, Self> {
        match checked {
            Ok(value) if self.is_empty() => Ok(value),
            Ok(_) => Err(self),
            Err(more) => Err(Self([self.0, more.0].concat())),
        }
    }

    /// Whether all is well.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first fault of a field.
    pub fn of(&self, field: &str) -> Option<&Fault> {
        self.0.iter().find(|fault| fault.field == field)
    }

    /// The sentence at a field, if something is wrong with it.
    pub fn say(&self, field: &str, voice: &Voice) -> Option<String> {
        self.of(field).map(|fault| fault.say(voice))
    }

    /// All faults.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.0.iter()
    }
}

/// A form's meaning, read from its fields. Note every fault, not only the first.
pub trait FromFields: Sized {
    /// Reads the fields. What is returned counts only when no fault was noted; `None` needs at least one.
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self>;
}

/// A sent form: what it means or what is wrong, and what was typed.
///
/// ```text
/// async fn save(visit: Visit, form: http::Form<MessageForm>) -> Result<Response, Problem> {
///     match form.checked {
///         Ok(message) => { /* write, then see_other(...) */ }
///         Err(faults) => { /* the same page again, from form.typed and faults */ }
///     }
/// }
/// ```
#[derive(Debug)]
pub struct Form<T> {
    /// What the form means, or everything that is wrong with it.
    pub checked: Result<T, Faults>,
    /// What was typed.
    pub typed: Fields,
}

impl<T: FromFields> Form<T> {
    /// Reads a form from its fields.
    pub fn read(typed: Fields) -> Self {
        let mut faults = Faults::none();
        let value = T::from_fields(&typed, &mut faults);
        let checked = match value {
            Some(value) if faults.is_empty() => Ok(value),
            _ => Err(faults),
        };
        Self { checked, typed }
    }
}

impl<T: FromFields, State: Send + Sync> FromRequest<State> for Form<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &State) -> Result<Self, Problem> {
        Fields::from_request(request, state).await.map(Self::read)
    }
}

impl<State: Send + Sync> FromRequest<State> for Fields {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &State) -> Result<Self, Problem> {
        let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
        if !content_type.starts_with("application/x-www-form-urlencoded") {
            return Err(Problem::Unreadable);
        }
        let limit = crate::doors::limit_of(&request);
        let kept = request.extensions().get::<Typed>().cloned();
        let body = axum::body::Bytes::from_request(request, state).await.map_err(|_| Problem::TooLarge(limit))?;
        let text = std::str::from_utf8(&body).map_err(|_| Problem::Unreadable)?;
        let fields = Self::from_urlencoded(text);
        if let Some(kept) = kept {
            kept.leave(&fields, false, false);
        }
        Ok(fields)
    }
}

//! `my-data.json`, held against its published form while it is read: what is unknown, missing or of another kind is said
//! with its place.

use std::fmt;

use kernel::Timestamp;
use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Visitor, value::MapAccessDeserializer},
};

use super::{Unfit, archive::DATA};
use crate::export::SCHEMA_PATH;

/// A field that must be there and may be null.
fn nullable<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(from)
}

/// Everything.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "what is not used is read for its form")]
pub(super) struct Frame {
    #[serde(rename = "$schema")]
    schema: String,
    pub(super) organisation: Controller,
    pub(super) statement: Law,
    pub(super) taken: Timestamp,
    person: String,
    categories: Vec<Category>,
    recipients: Vec<Recipient>,
    pub(super) held: Vec<Part>,
}

/// Who held it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "what is not used is read for its form")]
pub(super) struct Controller {
    pub(super) key: String,
    pub(super) name: String,
    country: String,
    contact: String,
    #[serde(deserialize_with = "nullable")]
    officer: Option<String>,
}

/// By which statement.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Law {
    pub(super) name: String,
    pub(super) version: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "what is not used is read for its form")]
struct Category {
    key: String,
    items: Vec<String>,
    purposes: Vec<String>,
    basis: String,
    sources: Vec<String>,
    recipients: Vec<String>,
    clause: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "what is not used is read for its form")]
struct Recipient {
    key: String,
    #[serde(deserialize_with = "nullable")]
    name: Option<String>,
    role: String,
    country: String,
    sealed: bool,
    clause: String,
}

/// A table of a container.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "what is not used is read for its form")]
pub(super) struct Part {
    pub(super) what: String,
    table: String,
    pub(super) of: Holder,
    #[serde(deserialize_with = "nullable")]
    goes: Option<String>,
    frozen: bool,
    #[serde(deserialize_with = "nullable")]
    clause: Option<String>,
    pub(super) rows: Vec<Row>,
}

/// The container.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "what is not used is read for its form")]
pub(super) struct Holder {
    kind: String,
    pub(super) id: String,
    #[serde(rename = "your-part")]
    part: String,
}

/// Values by their keys, in order, each key once.
pub(super) struct Row(pub(super) Vec<(String, Given)>);

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Values;
        impl<'de> Visitor<'de> for Values {
            type Value = Row;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("values by their items")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row, A::Error> {
                let mut values: Vec<(String, Given)> = Vec::new();
                while let Some((key, value)) = map.next_entry::<String, Given>()? {
                    if values.iter().any(|(known, _)| *known == key) {
                        return Err(A::Error::custom("a key stands twice"));
                    }
                    if values.len() == MOST_VALUES {
                        return Err(A::Error::custom("a row of too many values"));
                    }
                    values.push((key, value));
                }
                Ok(Row(values))
            }
        }
        from.deserialize_map(Values)
    }
}

/// The most values of one row.
const MOST_VALUES: usize = 200;

/// A value as it was taken along.
pub(super) enum Given {
    /// A text, or an instant written out.
    Text(String),
    /// A whole number.
    Number(i64),
    /// There was none.
    Nothing,
    /// It was held, and not for the person to read.
    Held,
    /// It was gone.
    Gone,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mark {
    held: bool,
    #[serde(rename = "shown")]
    _shown: Option<bool>,
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Value;
        impl<'de> Visitor<'de> for Value {
            type Value = Given;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("a text, a whole number, null, or what is said of a value that is not shown")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Given, E> {
                Ok(Given::Text(text.to_owned()))
            }

            fn visit_string<E: Error>(self, text: String) -> Result<Given, E> {
                Ok(Given::Text(text))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Given, E> {
                Ok(Given::Number(number))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Given, E> {
                i64::try_from(number).map(Given::Number).map_err(E::custom)
            }

            fn visit_unit<E: Error>(self) -> Result<Given, E> {
                Ok(Given::Nothing)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Given, A::Error> {
                let mark = Mark::deserialize(MapAccessDeserializer::new(map))?;
                Ok(if mark.held { Given::Held } else { Given::Gone })
            }
        }
        from.deserialize_any(Value)
    }
}

/// Which form it says it has.
#[derive(Deserialize)]
struct Form {
    #[serde(rename = "$schema")]
    schema: String,
}

/// Reads it, or says where it is not as it should be.
pub(super) fn read(json: &[u8]) -> Result<Frame, Unfit> {
    if let Ok(Form { schema }) = serde_json::from_slice(json)
        && schema != SCHEMA_PATH
    {
        return Err(Unfit::Version(schema.chars().filter(|sign| !sign.is_control()).take(120).collect()));
    }
    let mut from = serde_json::Deserializer::from_slice(json);
    let frame = serde_path_to_error::deserialize(&mut from).map_err(|error| {
        let (place, line) = (error.path().to_string(), error.inner().line());
        Unfit::Form(if place == "." { line_of(line) } else { format!("{place}, {}", line_of(line)) })
    })?;
    from.end().map_err(|error| Unfit::Form(line_of(error.line())))?;
    Ok(frame)
}

fn line_of(line: usize) -> String {
    format!("{DATA}:{line}")
}

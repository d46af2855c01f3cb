//! A row as it is taken along: its values by items, as JSON and as a line of CSV.

use kernel::{
    ExposeSecret as _, PersonId, Timestamp, Value,
    id::Id as _,
    manifest::{Column, Content, Protection, Table},
};
use serde_json::{Map, Value as Json, json};
use store::{
    FileCell, FileId, Opener, StoreError,
    derived::{Field, HeldRow},
};

use super::Part;
use access::Grant;

/// A file of a row, and where it lies in the archive.
#[derive(Clone)]
pub(super) struct StoredFile {
    pub(super) id: FileId,
    pub(super) item: &'static str,
    pub(super) cell: FileCell,
    pub(super) path: String,
}

/// A value of a row.
enum Shown {
    /// As it is.
    Value(Json),
    /// Held, and not for this person to read.
    Hidden,
    /// Its key was destroyed.
    Gone,
}

/// A row, opened as far as the person may read it.
pub(super) struct Line {
    id: String,
    values: Vec<(String, Shown)>,
    pub(super) file: Option<StoredFile>,
}

/// The personal columns of a table, each with its key: the item, and the column's name where the item has several.
fn keys(table: &'static Table) -> impl Iterator<Item = (&'static Column, &'static str, String)> {
    table.columns.iter().enumerate().filter_map(|(place, column)| {
        let Content::Personal(item, _) = column.content else { return None };
        let is_later = table.columns[..place]
            .iter()
            .any(|other| matches!(other.content, Content::Personal(own, _) if own == item));
        let key = if is_later { format!("{item} ({})", column.name) } else { item.to_owned() };
        Some((column, item, key))
    })
}

impl Line {
    pub(super) fn read(part: &Part, row: HeldRow, openers: &[(Grant, Opener)]) -> Self {
        let mut line = Self { id: row.id.to_string(), values: Vec::new(), file: None };
        let mut fields = row.fields;
        let mut name = String::new();
        for (column, item, key) in keys(part.held.table) {
            let Some(place) = fields.iter().position(|(own, _)| own.name == column.name) else { continue };
            let (_, field) = fields.swap_remove(place);
            let opener = openers.iter().find(|(grant, _)| grant.covers(item, part.held.holder));
            let shown = match (field, opener) {
                (Field::Open(Value::Null), _) => Shown::Value(Json::Null),
                (_, None) => Shown::Hidden,
                (Field::Open(Value::Bytes(bytes)), Some(_)) if item.ends_with(".file") => {
                    line.file = stored_file(part, column, item, &bytes);
                    Shown::Value(json!(line.file.as_ref().map(|file| file.path.as_str())))
                }
                (Field::Open(value), Some(_)) => open(column, value),
                (Field::Sealed(sealed), Some((_, opener))) => match opener.text(&sealed) {
                    Ok(text) => Shown::Value(Json::String(text.expose_secret().to_owned())),
                    Err(StoreError::Gone) => Shown::Gone,
                    Err(_) => Shown::Hidden,
                },
            };
            if let (Shown::Value(Json::String(text)), true) = (&shown, item.ends_with(".name")) {
                name.clone_from(text);
            }
            line.values.push((key, shown));
        }
        line.name_file(&name);
        line
    }

    /// The file keeps its name, behind its id, so that no two are in each other's way.
    fn name_file(&mut self, name: &str) {
        let Some(file) = &mut self.file else { return };
        let bare = std::mem::take(&mut file.path);
        let fit = |sign: char| if sign.is_alphanumeric() || "._- ".contains(sign) { sign } else { '_' };
        let name: String = name.chars().map(fit).collect();
        file.path = if name.is_empty() { bare.clone() } else { format!("{bare}-{name}") };
        let path = Json::String(file.path.clone());
        for (_, shown) in &mut self.values {
            if matches!(shown, Shown::Value(Json::String(text)) if *text == bare) {
                *shown = Shown::Value(path.clone());
            }
        }
    }

    pub(super) fn to_json(&self) -> Json {
        let mut values = Map::new();
        for (key, shown) in &self.values {
            let value = match shown {
                Shown::Value(value) => value.clone(),
                Shown::Hidden => json!({ "held": true, "shown": false }),
                Shown::Gone => json!({ "held": false }),
            };
            values.insert(key.clone(), value);
        }
        Json::Object(values)
    }

    /// The values that are shown, and nothing of the others; `None` when there are none.
    pub(super) fn to_shown_json(&self) -> Option<Json> {
        let shown = self.values.iter().filter_map(|(key, shown)| match shown {
            Shown::Value(value) if !value.is_null() => Some((key.clone(), value.clone())),
            Shown::Value(_) | Shown::Hidden | Shown::Gone => None,
        });
        let values: Map<_, _> = shown.collect();
        (!values.is_empty()).then_some(Json::Object(values))
    }

    /// The values that are shown, as text; `None` when there are none.
    pub(super) fn to_shown(&self) -> Option<Vec<(String, String)>> {
        let shown = self.to_shown_json()?.as_object().cloned()?;
        let text = |value: Json| match value {
            Json::String(text) => text,
            other => other.to_string(),
        };
        Some(shown.into_iter().map(|(key, value)| (key, text(value))).collect())
    }

    pub(super) fn to_csv(&self, part: &Part) -> Vec<u8> {
        let held = &part.held;
        let place = [held.container.name.to_owned(), held.holder.to_string(), held.party.to_owned(), self.id.clone()];
        let values = self.values.iter().map(|(_, shown)| match shown {
            Shown::Value(Json::String(text)) => text.clone(),
            Shown::Value(Json::Null) | Shown::Hidden | Shown::Gone => String::new(),
            Shown::Value(value) => value.to_string(),
        });
        csv(place.into_iter().chain(values))
    }
}

/// The first line of a table's CSV file.
pub(super) fn csv_head(table: &'static Table) -> Vec<u8> {
    let place = ["container", "container id", "your part", "row"].map(str::to_owned);
    csv(place.into_iter().chain(keys(table).map(|(.., key)| key)))
}

/// A line of CSV (RFC 4180). What a spreadsheet would take for a formula gets a sign in front; the JSON has it as it is.
fn csv(cells: impl Iterator<Item = String>) -> Vec<u8> {
    let quoted = cells.map(|cell| {
        let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
        format!("\"{guard}{}\"", cell.replace('"', "\"\""))
    });
    let mut line = quoted.collect::<Vec<_>>().join(",").into_bytes();
    line.extend(b"\r\n");
    line
}

fn stored_file(part: &Part, column: &'static Column, item: &'static str, bytes: &[u8]) -> Option<StoredFile> {
    let id = FileId::from_uuid(kernel::Uuid::from_slice(bytes).ok()?);
    let also = part.held.class.sealed_also_for;
    let also = also.and_then(|part_of| part.parties.iter().find(|(played, _)| *played == part_of));
    let also: Option<PersonId> = also.map(|(_, person)| *person);
    let cell = FileCell { table: part.held.table.name, column: column.name, holder: part.held.holder, also };
    Some(StoredFile { id, item, cell, path: format!("files/{id}") })
}

/// A value that stands open. Hashes say nothing to a person and are not shown; instants are written out.
fn open(column: &Column, value: Value) -> Shown {
    if matches!(column.content, Content::Personal(_, Protection::KeyedHash)) {
        return Shown::Hidden;
    }
    match value {
        Value::Null => Shown::Value(Json::Null),
        Value::Text(text) => Shown::Value(Json::String(text)),
        Value::Bytes(_) => Shown::Hidden,
        // Instants are kept in microseconds; nothing else that stands open is of that size.
        Value::Int(number) if number.unsigned_abs() > 1_000_000_000_000 => {
            let instant = Timestamp::from_microsecond(number).map(|at| at.to_string());
            Shown::Value(instant.map_or_else(|_| json!(number), Json::String))
        }
        Value::Int(number) => Shown::Value(json!(number)),
    }
}

//! Statements made from the inventory's names, for the keeper: it works on manifests and knows no slice.
//!
//! These texts are not registered, since they follow from what is. They are made here and nowhere else, of names
//! that the inventory declares; nothing from outside ever becomes part of a text.
//!
//! The order of an erasure: gather [`Held`] or [`Due`], destroy the keys
//! ([`Store::destroy`](crate::Store::destroy)), then in one unit [`delete`] rows, [`forget_events`] and record the
//! act, then remove the files ([`Files::remove`](crate::Files::remove)) and
//! [`scrub`](crate::Store::scrub). Each step may be repeated.

use kernel::{
    Inventory, PersonId, Timestamp, Uuid, Value,
    manifest::{Class, Column, Container, Content, Protection, Table},
};

pub use kernel::manifest::Via;

use crate::{Cell, FileId, Reader, Row, Sealed, StoreError, Work, params, queries};

/// Something whose date has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The container that holds it.
    pub holder: Uuid,
    /// The event's subject: the container itself, or the person.
    pub subject: Uuid,
    /// When the event was.
    pub at: Timestamp,
}

/// What is still held and due: events `event` at or before `cutoff`, joined with the rows of `class`, oldest first,
/// at most `limit`. The cost follows the events in the range: take an event back ([`Work::retract`]) once all its
/// rules have run.
pub fn due(
    reader: &mut Reader<'_>,
    event: &str,
    cutoff: Timestamp,
    class: &'static Class,
    via: Via,
    limit: u32,
) -> Result<Vec<Due>, StoreError> {
    due_after(reader, event, cutoff, class, via, None, limit)
}

/// As [`due`], from behind the last one of an earlier page: for what cannot go yet (held, still active) and would
/// otherwise come first again.
pub fn due_after(
    reader: &mut Reader<'_>,
    event: &str,
    cutoff: Timestamp,
    class: &'static Class,
    via: Via,
    after: Option<Due>,
    limit: u32,
) -> Result<Vec<Due>, StoreError> {
    let (join, holder) = match via {
        Via::Container => (String::new(), "e.subject".to_owned()),
        Via::Party(part) => {
            let container = container_of(reader, class)?;
            let column = party_column(container, part)?;
            let join = format!(" JOIN {} c ON c.{column} = e.subject", container.table);
            (join, format!("c.{}", container.id))
        }
    };
    let held = held_condition(reader, class, &holder);
    let text = format!(
        "SELECT {holder}, e.subject, e.at FROM event e{join}
         WHERE e.name = $1 AND e.at <= $2 AND e.at >= $5
           AND (e.at > $5 OR e.subject > $6 OR (e.subject = $6 AND {holder} > $7)) AND ({held})
         ORDER BY e.at, e.subject, {holder} LIMIT $3"
    );
    let from = after.map_or(Value::Int(i64::MIN), |due| Value::from(due.at));
    let (subject, from_holder) = after.map_or((Uuid::nil(), Uuid::nil()), |due| (due.subject, due.holder));
    let values = params![event, cutoff, limit, class.name, from, subject, from_holder];
    let rows = reader.derived(&text, values)?;
    rows.iter().map(|row| Ok(Due { holder: row.uuid(0)?, subject: row.uuid(1)?, at: row.time(2)? })).collect()
}

/// Whether a holder has rows of the class (or files; `$4` is the class's name).
fn held_condition(reader: &Reader<'_>, class: &Class, holder: &str) -> String {
    let mut parts: Vec<String> = tables_of(reader, class)
        .into_iter()
        .map(|(table, column)| format!("EXISTS (SELECT 1 FROM {table} x WHERE x.{column} = {holder})"))
        .collect();
    parts.push(format!("EXISTS (SELECT 1 FROM file x WHERE x.holder = {holder} AND x.class = $4)"));
    parts.join(" OR ")
}

/// The tables of a class, each with the column that points at the holder.
fn tables_of(reader: &Reader<'_>, class: &Class) -> Vec<(&'static str, &'static str)> {
    let of_class = reader.shared().inventory.tables().filter(|table| table.class == Some(class.name));
    of_class.filter_map(|table| Some((table.name, table.container_column?))).collect()
}

fn container_of(reader: &Reader<'_>, class: &Class) -> Result<&'static Container, StoreError> {
    let found = reader.shared().inventory.container(class.container);
    found.ok_or_else(|| StoreError::Undeclared(format!("no slice declares the container {}", class.container)))
}

fn party_column(container: &'static Container, part: &str) -> Result<&'static str, StoreError> {
    let found = container.parties.iter().find(|party| party.name == part);
    found
        .map(|party| party.column)
        .ok_or_else(|| StoreError::Undeclared(format!("{part} is no party of {}", container.name)))
}

/// The containers in which `person` plays the part `party`.
pub fn containers_of(
    reader: &mut Reader<'_>,
    container: &'static Container,
    party: &str,
    person: PersonId,
) -> Result<Vec<Uuid>, StoreError> {
    let column = party_column(container, party)?;
    let id = container.id;
    let text = format!("SELECT {id} FROM {} WHERE {column} = $1 ORDER BY {id}", container.table);
    reader.derived(&text, params![person])?.iter().map(|row| row.uuid(0)).collect()
}

/// The parties of one container, as (part, person); empty when it does not exist.
pub fn parties(
    reader: &mut Reader<'_>,
    container: &'static Container,
    id: Uuid,
) -> Result<Vec<(&'static str, PersonId)>, StoreError> {
    if container.parties.is_empty() {
        return Ok(Vec::new());
    }
    let columns: Vec<_> = container.parties.iter().map(|party| party.column).collect();
    let text = format!("SELECT {} FROM {} WHERE {} = $1", columns.join(", "), container.table, container.id);
    let rows = reader.derived(&text, params![id])?;
    let Some(row) = rows.first() else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for (n, party) in container.parties.iter().enumerate() {
        found.extend(row.id_opt(n)?.map(|person| (party.name, person)));
    }
    Ok(found)
}

/// Whether any row or file of the class is held.
pub fn holds(reader: &mut Reader<'_>, class: &'static Class, holder: Uuid) -> Result<bool, StoreError> {
    for (table, column) in tables_of(reader, class) {
        let text = format!("SELECT 1 FROM {table} WHERE {column} = $1 LIMIT 1");
        if !reader.derived(&text, params![holder])?.is_empty() {
            return Ok(true);
        }
    }
    Ok(reader.one(&queries::HOLDS_FILE, params![holder, class.name])?.is_some())
}

/// How many rows of the class are held.
pub fn rows(reader: &mut Reader<'_>, class: &'static Class, holder: Uuid) -> Result<i64, StoreError> {
    let mut all = 0;
    for (table, column) in tables_of(reader, class) {
        let text = format!("SELECT COUNT(*) FROM {table} WHERE {column} = $1");
        all += reader.derived(&text, params![holder])?.first().map_or(Ok(0), |row| row.int(0))?;
    }
    Ok(all)
}

/// The people with whom anything of the class goes that is held, each once.
pub fn people_of(reader: &mut Reader<'_>, class: &'static Class) -> Result<Vec<PersonId>, StoreError> {
    let container = container_of(reader, class)?;
    let held: Vec<String> = tables_of(reader, class)
        .into_iter()
        .map(|(table, column)| format!("EXISTS (SELECT 1 FROM {table} x WHERE x.{column} = c.{})", container.id))
        .collect();
    let mut people = Vec::new();
    for part in class.goes_with {
        let column = party_column(container, part)?;
        let text = format!(
            "SELECT DISTINCT c.{column} FROM {} c WHERE c.{column} IS NOT NULL AND ({})",
            container.table,
            held.join(" OR ")
        );
        for row in reader.derived(&text, &[])? {
            people.push(row.id(0)?);
        }
    }
    people.sort_unstable();
    people.dedup();
    Ok(people)
}

/// What was removed from the database; the files wait for [`Files::remove`](crate::Files::remove) after the commit.
#[derive(Clone, Debug, Default)]
pub struct Removed {
    /// Rows that went.
    pub rows: u64,
    /// Files whose rows went.
    pub files: Vec<FileId>,
}

/// Deletes all rows of a class that one holder holds, and the rows of its files. Tables go in the opposite order of
/// their declaration, so that what points goes before what it points at.
pub fn delete(work: &mut Work<'_>, class: &'static Class, holder: Uuid) -> Result<Removed, StoreError> {
    let mut removed = Removed::default();
    for (table, column) in tables_of(work, class).into_iter().rev() {
        removed.rows += work.run_derived(&format!("DELETE FROM {table} WHERE {column} = $1"), params![holder])?;
    }
    work.lift_with(class.name, holder);
    let files = work.all(&queries::DROP_FILES, params![holder, class.name])?;
    removed.files = files.iter().map(|row| row.id(0)).collect::<Result<_, _>>()?;
    Ok(removed)
}

/// The files of a class that one holder holds.
pub fn files_of(reader: &mut Reader<'_>, class: &'static Class, holder: Uuid) -> Result<Vec<FileId>, StoreError> {
    reader.all(&queries::FILES_OF, params![holder, class.name])?.iter().map(|row| row.id(0)).collect()
}

/// Deletes the row that stands for the container itself, and its events.
pub fn delete_container(work: &mut Work<'_>, container: &'static Container, id: Uuid) -> Result<u64, StoreError> {
    forget_events(work, id)?;
    work.run_derived(&format!("DELETE FROM {} WHERE {} = $1", container.table, container.id), params![id])
}

/// Takes back all events about `subject`.
pub fn forget_events(work: &mut Work<'_>, subject: Uuid) -> Result<u64, StoreError> {
    work.run(&queries::RETRACT_ALL, params![subject])
}

/// The events of one subject.
pub fn events_of(reader: &mut Reader<'_>, subject: Uuid) -> Result<Vec<(String, Timestamp)>, StoreError> {
    let rows = reader.all(&queries::EVENTS, params![subject])?;
    rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.time(1)?))).collect()
}

/// What one container holds of one table.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    /// The container.
    pub container: &'static Container,
    /// Its id.
    pub holder: Uuid,
    /// The part that the person plays in it.
    pub party: &'static str,
    /// The class.
    pub class: &'static Class,
    /// The table.
    pub table: &'static Table,
    /// How many rows.
    pub rows: i64,
}

/// What is held of a person: every table with rows, of every class of each container in which the person plays a
/// part. Whether a class goes with that part stands in [`Class::goes_with`].
pub fn held_of(reader: &mut Reader<'_>, person: PersonId) -> Result<Vec<Held>, StoreError> {
    let inventory = &reader.shared().inventory;
    let mut held = Vec::new();
    for container in inventory.containers() {
        for party in container.parties {
            for holder in containers_of(reader, container, party.name, person)? {
                for class in inventory.classes().filter(|class| class.container == container.name) {
                    count(reader, container, party.name, class, holder, &mut held)?;
                }
            }
        }
    }
    Ok(held)
}

fn count(
    reader: &mut Reader<'_>,
    container: &'static Container,
    party: &'static str,
    class: &'static Class,
    holder: Uuid,
    held: &mut Vec<Held>,
) -> Result<(), StoreError> {
    for table in reader.shared().inventory.tables().filter(|table| table.class == Some(class.name)) {
        let Some(column) = table.container_column else { continue };
        let text = format!("SELECT COUNT(*) FROM {} WHERE {column} = $1", table.name);
        let rows = reader.derived(&text, params![holder])?.first().map_or(Ok(0), |row| row.int(0))?;
        if rows > 0 {
            held.push(Held { container, holder, party, class, table, rows });
        }
    }
    Ok(())
}

/// One value of a row.
pub enum Field {
    /// Stands open.
    Open(Value),
    /// Sealed: an [`Opener`](crate::Opener) opens it.
    Sealed(Sealed),
}

/// A row with all its declared columns.
pub struct HeldRow {
    /// Its id; a number for the few tables that count.
    pub id: Uuid,
    /// The columns, as declared.
    pub fields: Vec<(&'static Column, Field)>,
}

impl HeldRow {
    /// Whether the row is somebody else's own: written by another, and not shared yet. Whoever may read its items in
    /// general does not read this one.
    pub fn is_anothers(&self, reader: PersonId) -> bool {
        let value = |name: &str| self.fields.iter().find(|(column, _)| column.name == name).map(|(_, field)| field);
        self.fields.iter().any(|(column, field)| {
            let (Content::Author { until }, Field::Open(author)) = (column.content, field) else { return false };
            let is_open = until.and_then(value).is_some_and(|field| !matches!(field, Field::Open(Value::Null)));
            *author != Value::from(reader) && !is_open
        })
    }
}

/// All rows of `table` that `holder` holds, oldest id first.
pub fn rows_of(reader: &mut Reader<'_>, table: &'static Table, holder: Uuid) -> Result<Vec<HeldRow>, StoreError> {
    page_of(reader, table, holder, None, i64::MAX)
}

/// Up to `limit` rows of `table` that `holder` holds, from behind the row `after`: for what may be too much at once.
pub fn rows_after(
    reader: &mut Reader<'_>,
    table: &'static Table,
    holder: Uuid,
    after: Option<Uuid>,
    limit: u32,
) -> Result<Vec<HeldRow>, StoreError> {
    page_of(reader, table, holder, after, limit.into())
}

fn page_of(
    reader: &mut Reader<'_>,
    table: &'static Table,
    holder: Uuid,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<HeldRow>, StoreError> {
    let shared = reader.shared();
    let (Some(class), Some(holding)) =
        (table.class.and_then(|class| shared.inventory.class(class)), table.container_column)
    else {
        return Err(StoreError::Undeclared(format!("{} belongs to no class", table.name)));
    };
    let also = also_column(&shared.inventory, class);
    let columns: Vec<_> = table.columns.iter().map(|column| format!("t.{}", column.name)).collect();
    let text = format!(
        "SELECT t.{id}{extra}, {columns} FROM {name} t{join} WHERE t.{holding} = $1{behind} ORDER BY t.{id} LIMIT $2",
        id = table.id,
        behind = after.map_or(String::new(), |_| format!(" AND t.{} > $3", table.id)),
        extra = also.as_ref().map_or(String::new(), |also| format!(", {}", also.column)),
        columns = columns.join(", "),
        name = table.name,
        join = also.as_ref().map_or(String::new(), |also| format!(" {}", also.join(holding))),
    );
    let rows = match after {
        None => reader.derived(&text, params![holder, limit])?,
        Some(after) => reader.derived(&text, params![holder, limit, after])?,
    };
    rows.into_iter().map(|row| held_row(row, table, holder, also.is_some())).collect()
}

fn held_row(mut row: Row, table: &'static Table, holder: Uuid, has_also: bool) -> Result<HeldRow, StoreError> {
    let also = row_also(&row, 1, has_also)?;
    let id = match row.take(0) {
        Value::Bytes(bytes) => {
            Uuid::from_slice(&bytes).map_err(|_| StoreError::Shape { column: 0, expected: "an identifier" })?
        }
        Value::Int(number) => Uuid::from_u128(number.unsigned_abs().into()),
        Value::Null | Value::Text(_) => return Err(StoreError::Shape { column: 0, expected: "an identifier" }),
    };
    let first = 1 + usize::from(has_also);
    let fields = table.columns.iter().enumerate().map(|(n, column)| {
        let sealed = matches!(column.content, Content::Personal(_, Protection::Sealed));
        let field = match row.take(first + n) {
            Value::Bytes(bytes) if sealed => {
                let cell = Cell { table: table.name, column: column.name, row: id, holder, also };
                Field::Sealed(Sealed::new(cell, bytes))
            }
            value => Field::Open(value),
        };
        (column, field)
    });
    Ok(HeldRow { id, fields: fields.collect() })
}

/// Where the party stands under whose key, too, a class is sealed.
pub(crate) struct Also {
    table: &'static str,
    id: &'static str,
    /// The column, as `c.name`.
    pub(crate) column: String,
}

impl Also {
    /// The join that makes [`Self::column`] known; `holding` is the column of `t` that points at the container.
    pub(crate) fn join(&self, holding: &str) -> String {
        format!("JOIN {} c ON c.{} = t.{holding}", self.table, self.id)
    }
}

pub(crate) fn also_column(inventory: &Inventory, class: &Class) -> Option<Also> {
    let party = class.sealed_also_for?;
    let container = inventory.container(class.container)?;
    let column = party_column(container, party).ok()?;
    Some(Also { table: container.table, id: container.id, column: format!("c.{column}") })
}

pub(crate) fn row_also(row: &Row, n: usize, has_also: bool) -> Result<Option<PersonId>, StoreError> {
    if has_also { row.id_opt(n) } else { Ok(None) }
}

/// Drops the jobs in the queue whose arguments speak of `subject`; returns how many.
pub fn forget_jobs(work: &mut Work<'_>, subject: Uuid) -> Result<u64, StoreError> {
    work.run(&queries::FORGET_JOBS, params![format!("%{subject}%")])
}

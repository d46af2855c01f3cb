//! Sealed values: each opens in its own cell, and stands nowhere else in plain.

use kernel::{
    PersonId, Uuid, Value,
    id::Id as _,
    manifest::{Class, Column, Content, Protection, Table},
};

use crate::{
    Cell, Row, StoreError,
    copies::CopyError,
    derived::{also_column, row_also},
    keyring::{self, VERSION},
    snapshot::Snapshot,
};

use super::{Flaw, House, Survey, name_of, plain::Plain};

/// Version, nonce and tag: what the shortest sealed value is made of.
const SHORTEST: usize = 1 + 12 + 16;

pub(super) fn is_sealed(column: &Column) -> bool {
    matches!(column.content, Content::Personal(_, Protection::Sealed))
}

/// A sealed column, with the keyed hash beside it that has to fit, and that hash's domain.
struct SealedColumn {
    name: &'static str,
    twin: Option<(&'static str, &'static str)>,
}

/// One table's sealed columns.
struct Columns {
    table: &'static Table,
    class: &'static Class,
    sealed: Vec<SealedColumn>,
    has_also: bool,
}

/// Opens every sealed value.
pub(super) fn open(
    house: &House<'_>,
    snapshot: &mut Snapshot,
    plain: &Plain,
    found: &mut Survey,
) -> Result<(), CopyError> {
    let version = snapshot.mark("lookup")?.and_then(|version| version.parse().ok()).unwrap_or(1);
    for table in house.inventory().tables() {
        let Some(class) = table.class.and_then(|class| house.inventory().class(class)) else { continue };
        let twin = |name| house.places.twins.iter().find(|twin| twin.table.name == table.name && twin.sealed == name);
        let sealed = table.columns.iter().filter(|column| is_sealed(column)).map(|column| SealedColumn {
            name: column.name,
            twin: twin(column.name).map(|twin| (twin.hashed, twin.item)),
        });
        let columns = Columns { table, class, sealed: sealed.collect(), has_also: class.sealed_also_for.is_some() };
        if columns.sealed.is_empty() {
            continue;
        }
        house.tell(table.name);
        snapshot.each(&text(house, &columns), &mut |row| look_at(house, &columns, row, (plain, version), found))?;
    }
    Ok(())
}

/// Each row with its id, its holder and the party under whose key it is sealed too; then pairs of value and hash.
fn text(house: &House<'_>, columns: &Columns) -> String {
    let Columns { table, class, sealed, .. } = columns;
    let holding = table.container_column.unwrap_or(table.id);
    let also = also_column(house.inventory(), class);
    let pairs = sealed.iter().map(|column| {
        let hashed = column.twin.map_or("NULL".to_owned(), |(hashed, _)| format!("t.{hashed}"));
        format!("t.{}, {hashed}", column.name)
    });
    format!(
        "SELECT t.{id}, t.{holding}, {also}, {pairs} FROM {name} t{join}",
        id = table.id,
        also = also.as_ref().map_or("NULL", |also| also.column.as_str()),
        pairs = pairs.collect::<Vec<_>>().join(", "),
        name = table.name,
        join = also.as_ref().map_or(String::new(), |also| format!(" LEFT {}", also.join(holding))),
    )
}

fn look_at(
    house: &House<'_>,
    columns: &Columns,
    mut row: Row,
    (plain, version): (&Plain, u64),
    found: &mut Survey,
) -> Result<(), StoreError> {
    let (holder, also) = (row.uuid(1)?, row_also(&row, 2, columns.has_also)?);
    let id = row.take(0);
    if columns.has_also && also.is_none() {
        // Of a container that is not there, or has lost its party: told as such.
        return Ok(());
    }
    for (n, column) in columns.sealed.iter().enumerate() {
        let (value, hash) = (row.take(3 + 2 * n), row.take(4 + 2 * n));
        let cell = Cell { table: columns.table.name, column: column.name, row: row_id(&id), holder, also };
        let place = format!("{}.{}", cell.table, cell.column);
        let opened = match value {
            Value::Null => continue,
            Value::Bytes(bytes) if bytes.first() == Some(&VERSION) && bytes.len() >= SHORTEST => {
                opened(house, columns.class, &cell, &bytes)
            }
            Value::Bytes(_) | Value::Int(_) | Value::Text(_) => Err(Flaw::NotSealed),
        };
        found.values += 1;
        match opened {
            Err(flaw) => found.find(flaw, place, name_of(&id)),
            Ok(text) => {
                if let Some((in_plain, which)) = plain.holds(&text) {
                    found.find(Flaw::InPlain, in_plain, format!("{which}, as in {place} of {}", name_of(&id)));
                }
                if let Some((hashed, domain)) = column.twin
                    && !fits(house, version, domain, &text, &hash)
                {
                    found.find(Flaw::OtherHash, format!("{}.{hashed}", cell.table), name_of(&id));
                }
            }
        }
    }
    Ok(())
}

fn opened(
    house: &House<'_>,
    class: &'static Class,
    cell: &Cell,
    sealed: &[u8],
) -> Result<zeroize::Zeroizing<Vec<u8>>, Flaw> {
    let cipher = house.ring.cipher(class.name, cell.holder, cell.also.map(PersonId::uuid));
    let cipher = cipher.map_err(|_| Flaw::KeyGone)?;
    keyring::open(&cipher, &cell.aad(class), sealed).map_err(|_| Flaw::Tampered)
}

/// Whether a keyed hash is that of a text.
fn fits(house: &House<'_>, version: u64, domain: &str, text: &[u8], hash: &Value) -> bool {
    let Ok(text) = std::str::from_utf8(text) else { return false };
    let wanted = house.ring.hash(version, domain, &text.trim().to_lowercase());
    *hash == Value::Null || wanted.is_some_and(|wanted| *hash == Value::from(wanted))
}

/// As in [`crate::derived::HeldRow`]: a few tables count.
fn row_id(id: &Value) -> Uuid {
    match id {
        Value::Bytes(bytes) => Uuid::from_slice(bytes).unwrap_or_default(),
        Value::Int(number) => Uuid::from_u128(number.unsigned_abs().into()),
        Value::Null | Value::Text(_) => Uuid::nil(),
    }
}

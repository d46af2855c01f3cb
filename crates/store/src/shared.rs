//! What all threads of one store share.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use access::{Acceptances, Choices, Grant, Restrictions};
use kernel::{
    Actor, Inventory, OrganisationKey, PersonId, Rng, Scope, Timestamp, Uuid, Value,
    id::Id as _,
    jiff::tz::TimeZone,
    manifest::{Class, Content, Protection, Sql},
};

use crate::{
    Cell, StoreError,
    engine::{Dialect, text},
    keyring::{FIXED_LOOKUP, Keyring},
    lines::Lines,
};

pub(crate) struct Shared {
    pub(crate) organisation: OrganisationKey,
    pub(crate) inventory: Arc<Inventory>,
    pub(crate) dialect: Dialect,
    pub(crate) registry: Registry,
    pub(crate) places: Places,
    pub(crate) ring: Keyring,
    pub(crate) rng: Arc<dyn Rng>,
    pub(crate) folder: PathBuf,
    pub(crate) files: PathBuf,
    /// The version of the look-up key that the database's hashes were made with.
    pub(crate) lookup: AtomicU64,
    /// Lines of the access log that wait for the next commit.
    pub(crate) lines: Lines,
    /// Who restricts the use of the own data, as committed.
    pub(crate) restrictions: Arc<Restrictions>,
    /// Who has accepted which undertaking, as committed.
    pub(crate) acceptances: Arc<Acceptances>,
    /// Who stands on which version of the statement, as committed.
    pub(crate) choices: Arc<Choices>,
}

impl Shared {
    pub(crate) fn same_organisation(&self, scope: &Scope) -> Result<(), StoreError> {
        if scope.organisation == self.organisation { Ok(()) } else { Err(StoreError::OtherOrganisation) }
    }

    /// Whether `person` restricts the own data against this actor: against everyone else who has signed in.
    pub(crate) fn restricts(&self, person: PersonId, actor: &Actor) -> bool {
        matches!(actor, Actor::Member(member) if member.id != person) && self.restrictions.hold(person)
    }

    /// Whether a grant may seal a cell: it covers the cell's item for the cell's holder, who does not restrict the use of it.
    pub(crate) fn may_seal(&self, grant: &Grant, cell: &Cell) -> Result<Placed, StoreError> {
        let placed = self.places.sealed(cell)?;
        if !grant.covers(placed.item, cell.holder) {
            return Err(StoreError::Refused { action: grant.action_name(), item: placed.item });
        }
        let (holder, actor) = (PersonId::from_uuid(cell.holder), grant.actor());
        if !grant.is_as_officer() && cell.also.into_iter().chain([holder]).any(|own| self.restricts(own, actor)) {
            return Err(StoreError::Restricted);
        }
        Ok(placed)
    }

    /// The keyed hash of `text`. Where a sealed twin exists, small and capital letters and outer spaces make no
    /// difference, and the key rotates.
    pub(crate) fn keyed_hash(&self, domain: &str, text: &str) -> Result<Value, StoreError> {
        self.keyed_hash_of(domain, text, self.lookup.load(Ordering::Acquire))
    }

    pub(crate) fn keyed_hash_of(&self, domain: &str, text: &str, version: u64) -> Result<Value, StoreError> {
        let hash = if self.places.has_twin(domain) {
            self.ring.hash(version, domain, &text.trim().to_lowercase())
        } else {
            self.ring.hash(FIXED_LOOKUP, domain, text)
        };
        hash.map(Value::from)
    }
}

/// The id of a day in the organisation's zone.
pub(crate) fn day_id(scope: &Scope) -> Uuid {
    day_of(scope.now, &scope.zone)
}

/// The id of the day on which an instant falls in a zone.
pub(crate) fn day_of(at: Timestamp, zone: &TimeZone) -> Uuid {
    let date = at.to_zoned(zone.clone()).date();
    let number = i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day());
    Uuid::from_u128(number.unsigned_abs().into())
}

/// The registered texts, in the engine's spelling.
pub(crate) struct Registry {
    texts: Vec<(&'static Sql, String)>,
    by_address: HashMap<(usize, usize), usize>,
    by_name: HashMap<&'static str, usize>,
}

impl Registry {
    pub(crate) fn new(inventory: &Inventory, dialect: Dialect) -> Result<Self, StoreError> {
        let mut registry = Self { texts: Vec::new(), by_address: HashMap::new(), by_name: HashMap::new() };
        for sql in inventory.queries() {
            let n = registry.texts.len();
            registry.by_address.insert(address(sql), n);
            if registry.by_name.insert(sql.name, n).is_some() {
                return Err(StoreError::Undeclared(format!("two queries have the name {}", sql.name)));
            }
            registry.texts.push((sql, text::query(sql.text, dialect)));
        }
        Ok(registry)
    }

    /// The engine's spelling of a text that stands in a manifest; any other is refused.
    pub(crate) fn text(&self, sql: &'static Sql) -> Result<&str, StoreError> {
        if let Some(n) = self.by_address.get(&address(sql)) {
            return Ok(&self.texts[*n].1);
        }
        // The same text may stand at two addresses, when a crate was compiled into several units.
        match self.by_name.get(sql.name).map(|n| &self.texts[*n]) {
            Some((known, text)) if known.text == sql.text => Ok(text),
            _ => Err(StoreError::Unregistered { name: sql.name }),
        }
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = (&'static Sql, &str)> {
        self.texts.iter().map(|(sql, text)| (*sql, text.as_str()))
    }
}

fn address(sql: &'static Sql) -> (usize, usize) {
    (sql.text.as_ptr() as usize, sql.text.len())
}

/// A personal column.
#[derive(Clone, Copy)]
pub(crate) struct Placed {
    pub(crate) item: &'static str,
    pub(crate) class: &'static Class,
    pub(crate) protection: Protection,
}

/// A keyed hash and the sealed column that holds the same item of the same row.
#[derive(Clone, Copy)]
pub(crate) struct Twin {
    pub(crate) item: &'static str,
    pub(crate) table: &'static kernel::manifest::Table,
    pub(crate) hashed: &'static str,
    pub(crate) sealed: &'static str,
}

/// Personal columns by table and name.
pub(crate) struct Places {
    columns: HashMap<(&'static str, &'static str), Placed>,
    pub(crate) twins: Vec<Twin>,
}

impl Places {
    pub(crate) fn new(inventory: &Inventory) -> Self {
        let mut columns = HashMap::new();
        let mut twins = Vec::new();
        for table in inventory.tables() {
            let Some(class) = table.class.and_then(|class| inventory.class(class)) else { continue };
            for column in table.columns {
                let Content::Personal(item, protection) = column.content else { continue };
                columns.insert((table.name, column.name), Placed { item, class, protection });
                if protection != Protection::KeyedHash {
                    continue;
                }
                let sealed = table
                    .columns
                    .iter()
                    .find(|other| matches!(other.content, Content::Personal(of, Protection::Sealed) if of == item));
                twins.extend(sealed.map(|sealed| Twin { item, table, hashed: column.name, sealed: sealed.name }));
            }
        }
        Self { columns, twins }
    }

    fn has_twin(&self, item: &str) -> bool {
        self.twins.iter().any(|twin| twin.item == item)
    }

    /// A personal column; `also` must be given exactly when its class is sealed for a party too.
    pub(crate) fn personal(&self, table: &str, column: &str, also: bool) -> Result<Placed, StoreError> {
        let placed = self.columns.get(&(table, column)).copied().ok_or_else(|| {
            StoreError::Undeclared(format!("{table}.{column} is not declared as personal: see the slice's manifest"))
        })?;
        match placed.class.sealed_also_for {
            Some(party) if !also => Err(StoreError::Undeclared(format!(
                "{table}.{column} is of class {}, which is sealed for the {party} too: name that person in `also`",
                placed.class.name
            ))),
            None if also => Err(StoreError::Undeclared(format!(
                "{table}.{column} is of class {}, which is sealed for no party: leave `also` out",
                placed.class.name
            ))),
            Some(_) | None => Ok(placed),
        }
    }

    /// A sealed column.
    pub(crate) fn sealed(&self, cell: &Cell) -> Result<Placed, StoreError> {
        let placed = self.personal(cell.table, cell.column, cell.also.is_some())?;
        if placed.protection == Protection::Sealed {
            return Ok(placed);
        }
        Err(StoreError::Undeclared(format!("{}.{} is not declared as sealed", cell.table, cell.column)))
    }
}

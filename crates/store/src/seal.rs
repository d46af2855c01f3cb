//! Sealed values.

use std::sync::Arc;

use access::{Grant, Resource, Spares};
use kernel::{Actor, PersonId, SecretString, Uuid, id::Id as _, manifest::Class};
use zeroize::Zeroizing;

use crate::{
    StoreError,
    keyring::{self, VERSION},
    shared::{Placed, Shared},
};

/// Where a sealed value stands; sealed in one cell, it opens in no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The table.
    pub table: &'static str,
    /// The column, declared [`Sealed`](kernel::manifest::Protection::Sealed).
    pub column: &'static str,
    /// The row's id.
    pub row: Uuid,
    /// The id of the container that holds the row: a trajectory's, a person's.
    pub holder: Uuid,
    /// The party under whose own key the class is sealed too; `None` for a class without `sealed_also_for`.
    pub also: Option<PersonId>,
}

impl Cell {
    /// What is authenticated with the value: the version, the place, and the key scopes.
    pub(crate) fn aad(&self, class: &Class) -> Vec<u8> {
        let mut aad = Vec::with_capacity(128);
        aad.push(VERSION);
        for name in [self.table, self.column, class.name] {
            aad.extend_from_slice(&(name.len() as u64).to_be_bytes());
            aad.extend_from_slice(name.as_bytes());
        }
        aad.extend_from_slice(self.row.as_bytes());
        aad.extend_from_slice(self.holder.as_bytes());
        if let Some(also) = self.also {
            aad.extend_from_slice(also.uuid().as_bytes());
        }
        aad
    }
}

/// A value that only an [`Opener`] opens. It has neither `Debug`, `Display`, `Serialize` nor `Clone`:
///
/// ```compile_fail,E0277
/// fn show(sealed: troth_store::Sealed) -> String {
///     format!("{sealed:?}")
/// }
/// ```
pub struct Sealed {
    cell: Cell,
    bytes: Vec<u8>,
}

impl Sealed {
    pub(crate) fn new(cell: Cell, bytes: Vec<u8>) -> Self {
        Self { cell, bytes }
    }

    /// Where it stands.
    pub fn cell(&self) -> &Cell {
        &self.cell
    }

    pub(crate) fn open(&self, shared: &Shared, class: &'static Class) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let cipher = shared.ring.cipher(class.name, self.cell.holder, self.cell.also.map(PersonId::uuid))?;
        keyring::open(&cipher, &self.cell.aad(class), &self.bytes)
    }
}

/// Opens what one grant covers. Made by [`Store::opener`](crate::Store::opener), which leaves a line in the access
/// log. It can go along to where a page is drawn.
pub struct Opener {
    shared: Arc<Shared>,
    action: &'static str,
    items: Box<[&'static str]>,
    resource: Resource,
    actor: Actor,
    as_officer: bool,
    own: bool,
    spares: Option<Spares>,
}

impl Opener {
    pub(crate) fn new(shared: Arc<Shared>, grant: &Grant, own: bool) -> Self {
        Self {
            shared,
            action: grant.action_name(),
            items: grant.items().into(),
            resource: grant.resource().clone(),
            actor: grant.actor().clone(),
            as_officer: grant.is_as_officer(),
            own,
            spares: grant.spares().cloned(),
        }
    }

    /// Opens text. `Refused` when the grant does not cover the item or its holder, `Gone` when the key was destroyed,
    /// `Restricted` when the holder restricts the use of the own data, or has not accepted what a list would show.
    pub fn text(&self, sealed: &Sealed) -> Result<SecretString, StoreError> {
        let plain = self.bytes(sealed)?;
        let text = std::str::from_utf8(&plain).map_err(|_| StoreError::Tampered)?;
        // A string of just this length is boxed where it lies: no copy stays behind.
        Ok(SecretString::from(text.to_owned()))
    }

    /// Opens bytes. `Refused` when the grant does not cover the item or its holder, `Gone` when the key was destroyed.
    pub fn bytes(&self, sealed: &Sealed) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let placed = self.shared.places.sealed(&sealed.cell)?;
        self.check(&placed, sealed.cell.holder)?;
        sealed.open(&self.shared, placed.class)
    }

    /// What [`bytes`](Self::bytes) does before it opens, for a cell that does not exist; what would be authenticated.
    pub(crate) fn stand_in(&self, cell: &Cell) -> Result<Vec<u8>, StoreError> {
        let placed = self.shared.places.sealed(cell)?;
        self.check(&placed, cell.holder)?;
        // There is no such key; looking for it takes as long as finding one.
        let _ = self.shared.ring.cipher(placed.class.name, cell.holder, None);
        Ok(cell.aad(placed.class))
    }

    /// Whether the grant reaches an item of a holder; the rule of [`Grant::covers`].
    ///
    /// A decision about a person's own file has heeded what that person restricts. One about a list, or about a
    /// container in which the person plays a part, has not asked of that file: it does not open what the person restricts.
    ///
    /// A list shows nothing of people whom it spares. Whose a thing in another container is it does not know: while anybody is
    /// spared, it opens nothing of those.
    pub(crate) fn check(&self, placed: &Placed, holder: Uuid) -> Result<(), StoreError> {
        let item = placed.item;
        if !self.own {
            return Err(StoreError::OtherOrganisation);
        }
        let reaches = self.items.contains(&item)
            && (self.resource.container == Resource::ORGANISATION
                || self.resource.id == holder
                || self.resource.parties.iter().any(|(_, person)| person.uuid() == holder));
        let is_own_file = placed.class.container == Resource::PERSON;
        let spared = |spares: &Spares| match is_own_file {
            true => spares.holds(PersonId::from_uuid(holder)),
            false => !placed.class.goes_with.is_empty(),
        };
        if reaches && self.spares.as_ref().is_some_and(spared) {
            return Err(StoreError::Restricted);
        }
        let was_asked = self.resource.id == holder || self.as_officer;
        match (reaches, was_asked) {
            (false, _) => Err(StoreError::Refused { action: self.action, item }),
            (true, false) if self.shared.restricts(PersonId::from_uuid(holder), &self.actor) => {
                Err(StoreError::Restricted)
            }
            (true, _) => Ok(()),
        }
    }

    pub(crate) fn shared(&self) -> &Arc<Shared> {
        &self.shared
    }
}

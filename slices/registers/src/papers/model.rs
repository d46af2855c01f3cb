//! A paper about somebody.

use access::{Guarded, Resource};
use jiff::civil::Date;
use kernel::{PersonId, Timestamp, id::Id as _};
use store::{Cell, Sealed};

use super::{KEEPER, inventory::PAPER};

kernel::id! {
    /// A paper about somebody.
    PaperId,
}

/// Where it lies, and until when.
pub(super) struct Shelf {
    pub(super) id: PaperId,
    /// Who keeps it.
    pub(super) keeper: PersonId,
    pub(super) place: Sealed,
    /// By when it is shredded.
    pub(super) due: Date,
    /// When it was.
    pub(super) shredded: Option<Date>,
    /// By whom, by name.
    pub(super) shredder: Option<Sealed>,
    /// What it is; `None` when its person is gone, or when this part has gone by its date.
    pub(super) file: Option<File>,
}

/// Whose it is, and what.
pub(super) struct File {
    /// The person, when the paper is about somebody of the organisation.
    pub(super) subject: Option<PersonId>,
    pub(super) name: Sealed,
    pub(super) what: Sealed,
    /// The clause whose period it follows.
    pub(super) clause: String,
    pub(super) recorded: Timestamp,
}

impl Shelf {
    /// By when it is to be shredded, as it stands today: at once, when its person is gone before that.
    pub(super) fn goes(&self, today: Date) -> Date {
        if self.file.is_none() { self.due.min(today) } else { self.due }
    }
}

impl Guarded for Shelf {
    fn resource(&self) -> Resource {
        about(self.id, self.keeper, self.file.as_ref().and_then(|file| file.subject))
    }
}

/// The container of a paper.
pub(super) fn about(id: PaperId, keeper: PersonId, subject: Option<PersonId>) -> Resource {
    let own = subject.map(|person| (Resource::SELF, person));
    let parties = own.into_iter().chain([(KEEPER, keeper)]).collect();
    Resource { container: PAPER, id: id.uuid(), parties, state: None }
}

pub(super) fn cell(table: &'static str, column: &'static str, id: PaperId) -> Cell {
    Cell { table, column, row: id.uuid(), holder: id.uuid(), also: None }
}

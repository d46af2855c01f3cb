//! What a person takes along (GDPR Art. 15 and 20): everything that the person may read, as JSON and as CSV by tables,
//! with the files themselves, in one archive.
//!
//! It walks over the inventory and knows no slice. Rows are read and opened page by page and sent on at once: an export
//! needs the same memory however much is held.

mod archive;
mod frame;
mod opened;
mod out;
mod package;
mod rows;

use std::{collections::BTreeMap, sync::Arc};

use access::{Access, Grant, Resource};
use kernel::{PersonId, Scope, Uuid, manifest::ActionKind};
use statement::dates::Goes;
use store::{
    FileCell, Opener, StoreError,
    derived::{self, Held},
};
use tokio::sync::mpsc::Sender;

pub use opened::OpenedRow;
pub use package::Package;

use crate::{
    Keeper, KeeperError,
    look::{self, Looked},
};
use archive::Archive;
use out::Out;
use rows::{Line, StoredFile};

/// The form of `my-data.json`, as a JSON Schema. It is published at [`SCHEMA_PATH`].
pub const SCHEMA: &str = include_str!("../../../../docs/my-data-1.schema.json");
/// Where the schema is published, on every organisation's own host.
pub const SCHEMA_PATH: &str = "/schemas/my-data-1.json";

/// Rows that are read at a time.
const PAGE: u32 = 200;
/// Bytes of a file that are opened at a time.
const STRETCH: u64 = 256 * 1024;

/// What opens the values of one container: each grant with its opener.
type Openers = Arc<[(Grant, Opener)]>;
type Taken = Result<(), KeeperError>;
type Holder = (&'static str, Uuid);

/// The form of rows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Json,
    Csv,
    /// As JSON, without a word of what is not among the values that leave.
    Outside,
}

/// One table of one container, with what opens it.
struct Part {
    held: Held,
    goes: Goes,
    parties: Vec<(&'static str, PersonId)>,
    openers: Openers,
}

impl Keeper {
    /// Sends everything that is held of the person who asks, with reasons, sources, recipients and dates, as an archive;
    /// sealed values opened where the person may read them, by the same decisions as every page (each leaves a line in
    /// the access log).
    ///
    /// What the statement does not let the person read (a coach's private notes, a password's hash) is counted, and
    /// named by its items, but not shown.
    ///
    /// # Errors
    /// When the store cannot be read, or nobody takes what is sent: then the archive has no end, and nothing opens it.
    pub async fn export(&self, scope: &Scope, access: &Access, person: PersonId, to: Sender<Vec<u8>>) -> Taken {
        let parts = self.parts(scope, person, |about| self.openers(scope, access, about)).await?;
        let mut archive = Archive::new(Out::new(to), scope.now.to_zoned(scope.zone.clone()).datetime());
        archive.begin("my-data.json").await?;
        archive.put(&frame::head(&self.plan, scope, person)?).await?;
        let mut files = Vec::new();
        for (number, part) in parts.iter().enumerate() {
            archive.put(&frame::opening(part, number == 0)?).await?;
            files.extend(self.rows(scope, part, person, Form::Json, &mut archive).await?);
            archive.put(frame::CLOSING).await?;
        }
        archive.put(frame::END).await?;
        self.tables(scope, person, &parts, &mut archive).await?;
        for (file, openers) in files {
            self.file(&file, &openers, &mut archive).await?;
        }
        archive.begin("my-data-1.schema.json").await?;
        archive.put(SCHEMA.as_bytes()).await?;
        archive.finish().await
    }

    /// Everything that is held of the person, table by table, each container decided once.
    async fn parts(
        &self,
        scope: &Scope,
        person: PersonId,
        open: impl Fn(&Resource) -> Openers,
    ) -> Result<Vec<Part>, KeeperError> {
        let (plan, inventory) = (Arc::clone(&self.plan), Arc::clone(&self.inventory));
        let found = self.store.read(scope, move |reader| {
            let rules = look::rules(reader, &plan, &inventory);
            let mut found = Vec::new();
            let mut seen = Vec::new();
            for held in derived::held_of(reader, person)? {
                // Somebody who plays two parts in one container takes its rows along once.
                if held.rows == 0 || seen.contains(&(held.table.name, held.holder)) {
                    continue;
                }
                seen.push((held.table.name, held.holder));
                let looked = Looked::at(reader, &inventory, &rules, held.container, held.holder)?;
                let goes = rules.goes(held.class, &looked.known(), plan.zone());
                found.push((held, goes, looked.parties));
            }
            Ok::<_, StoreError>(found)
        });
        let found = found.await?;
        let mut openers: BTreeMap<Holder, Openers> = BTreeMap::new();
        let mut parts = Vec::with_capacity(found.len());
        for (held, goes, parties) in found {
            let openers = openers.entry((held.container.name, held.holder)).or_insert_with(|| {
                let about =
                    Resource { container: held.container.name, id: held.holder, parties: parties.clone(), state: None };
                open(&about)
            });
            parts.push(Part { held, goes, parties, openers: Arc::clone(openers) });
        }
        // One table after the other, as the CSV files want it; containers keep their order.
        parts.sort_by_key(|part| self.inventory.tables().position(|table| table.name == part.held.table.name));
        Ok(parts)
    }

    fn openers(&self, scope: &Scope, access: &Access, about: &Resource) -> Openers {
        let reading = self.inventory.actions().filter(|action| {
            action.kind == ActionKind::Read && action.container == about.container && !action.discloses.is_empty()
        });
        let grants = reading.filter_map(|action| access.decide(scope, action, about).ok());
        let openers = grants.map(|grant| {
            let opener = self.store.opener(scope, &grant);
            (grant, opener)
        });
        openers.collect()
    }

    /// Reads and opens the rows of a part, page by page, and puts each into the archive; gives the files among them.
    async fn rows(
        &self,
        scope: &Scope,
        part: &Part,
        person: PersonId,
        form: Form,
        archive: &mut Archive,
    ) -> Result<Vec<(StoredFile, Openers)>, KeeperError> {
        let (table, holder) = (part.held.table, part.held.holder);
        let (mut after, mut is_first, mut files) = (None, true, Vec::new());
        loop {
            let page =
                self.store.read(scope, move |reader| derived::rows_after(reader, table, holder, after, PAGE)).await?;
            let is_last = page.len() < PAGE as usize;
            let mut text = Vec::new();
            for row in page {
                after = Some(row.id);
                // What another wrote and has not shared is counted, like all else that this person may not read.
                let openers = if row.is_anothers(person) { &[][..] } else { &part.openers };
                let line = Line::read(part, row, openers);
                let written = match form {
                    Form::Json => Some(frame::json(&line.to_json())?),
                    Form::Csv => Some(line.to_csv(part)),
                    Form::Outside => line.to_shown_json().map(|shown| frame::json(&shown)).transpose()?,
                };
                let Some(written) = written else { continue };
                if form != Form::Csv {
                    text.extend_from_slice(if is_first { b"\n" } else { b",\n" });
                }
                is_first = false;
                text.extend(written);
                files.extend(line.file.map(|file| (file, Arc::clone(&part.openers))));
            }
            archive.put(&text).await?;
            if is_last {
                return Ok(files);
            }
        }
    }

    /// One CSV file for each table.
    async fn tables(&self, scope: &Scope, person: PersonId, parts: &[Part], archive: &mut Archive) -> Taken {
        let mut table = "";
        for part in parts {
            if table != part.held.table.name {
                table = part.held.table.name;
                archive.begin(&format!("tables/{table}.csv")).await?;
                archive.put(&rows::csv_head(part.held.table)).await?;
            }
            self.rows(scope, part, person, Form::Csv, archive).await?;
        }
        Ok(())
    }

    /// The bytes of a file; one whose key or bytes are gone is left out.
    async fn file(&self, file: &StoredFile, openers: &[(Grant, Opener)], archive: &mut Archive) -> Taken {
        let cell: FileCell = file.cell;
        let Some((_, opener)) = openers.iter().find(|(grant, _)| grant.covers(file.item, cell.holder)) else {
            return Ok(());
        };
        let mut from = 0;
        loop {
            let stretch = match self.store.files().open(opener, &cell, file.id, Some(from..from + STRETCH)).await {
                Ok(stretch) => stretch,
                Err(StoreError::Gone) if from == 0 => return Ok(()),
                Err(error) => return Err(error.into()),
            };
            if from == 0 {
                archive.begin(&file.path).await?;
            }
            archive.put(&stretch).await?;
            from += stretch.len() as u64;
            if (stretch.len() as u64) < STRETCH {
                return Ok(());
            }
        }
    }
}

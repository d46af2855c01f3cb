//! An act: what goes, step by step, so that it can be begun again after a halt anywhere and never reads *done* before
//! it is (I10).
//!
//! planned → keys destroyed → rows removed → files removed → receipt (with keys swept once more before it). The state in
//! the database names the last step that is finished. Every step may be repeated: a key that is gone is no fault, a row that is gone
//! is not counted twice, a file that is absent counts as removed.

use std::sync::Arc;

use access::Resource;
use jiff::SignedDuration;
use kernel::{
    Inventory, PersonId, Scope, Timestamp, Uuid,
    id::Id as _,
    manifest::{Class, Container},
};
use statement::{Plan, dates::holds_container_row};
use store::{Destroyed, FileId, Reader, Store, StoreError, Work, derived, ledger, params};

use crate::{
    KeeperError, Receipt, guard, proof,
    queries::{
        ACT, ACT_FAULT, ACT_KEYS, ACT_NEW, ACT_STATE, ACTS_OPEN, FILE_NEW, FILES, FILES_FORGET, RECEIPT_NEW,
        TARGET_GONE, TARGET_NEW, TARGETS, TARGETS_FORGET, TARGETS_LEFT,
    },
    receipt::{self, Stays, Went},
};

kernel::id! {
    /// An act of the keeper; its receipt bears the same id.
    ActId,
    /// A part of an act.
    TargetId,
}

/// Why something goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Its period has passed.
    Retention,
    /// The person wished it.
    Erasure,
}

impl Kind {
    /// The word that is kept.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Retention => "retention",
            Self::Erasure => "erasure",
        }
    }

    pub(crate) fn from_word(word: &str) -> Self {
        if word == "erasure" { Self::Erasure } else { Self::Retention }
    }

    const fn ledger(self) -> ledger::ActKind {
        match self {
            Self::Retention => ledger::ActKind::Retention,
            Self::Erasure => ledger::ActKind::Erasure,
        }
    }
}

/// A place between two steps at which a test can stop the keeper, as a power cut would.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Point {
    /// The act is written down; nothing is gone yet.
    Planned,
    /// The keys are destroyed; the act does not say so yet.
    KeysDestroyed,
    /// The act says that the keys are destroyed.
    KeysTold,
    /// Some of the rows are gone.
    SomeRows,
    /// All rows are gone, and the act says so.
    RowsTold,
    /// The files are removed; the act does not say so yet.
    FilesRemoved,
    /// The act says that the files are removed.
    FilesTold,
    /// Keys that came up in the meantime are destroyed; there is no receipt yet.
    Swept,
}

impl Point {
    /// Every point, in order.
    pub const ALL: [Self; 8] = [
        Self::Planned,
        Self::KeysDestroyed,
        Self::KeysTold,
        Self::SomeRows,
        Self::RowsTold,
        Self::FilesRemoved,
        Self::FilesTold,
        Self::Swept,
    ];
}

/// What an act takes.
#[derive(Clone, Debug)]
pub(crate) enum Target {
    /// The rows, files and key of a class that one container holds.
    Rows { class: &'static Class, holder: Uuid, clause: Option<String> },
    /// A person's own key to what others hold, too.
    Key { class: &'static Class, person: Uuid },
    /// Jobs in the queue that speak of a person.
    Jobs { person: Uuid },
}

impl Target {
    fn parts(&self) -> (&'static str, &'static str, Uuid, Option<&String>) {
        match self {
            Self::Rows { class, holder, clause } => (ROWS, class.name, *holder, clause.as_ref()),
            Self::Key { class, person } => (KEY, class.name, *person, None),
            Self::Jobs { person } => (JOBS, "", *person, None),
        }
    }
}

pub(crate) const ROWS: &str = "rows";
pub(crate) const KEY: &str = "key";
const JOBS: &str = "jobs";

/// How many holders are removed in one unit of work: others write in between.
const CHUNK: i64 = 20;

/// An act that is not done.
#[derive(Clone, Debug)]
pub struct OpenAct {
    /// Which.
    pub id: ActId,
    /// Why things go.
    pub kind: Kind,
    /// The last step that is finished.
    pub state: String,
    /// When it was begun.
    pub began: Timestamp,
    /// How often a step failed.
    pub attempts: i64,
    /// Why the last attempt failed, in technical terms.
    pub fault: Option<String>,
    /// When it is tried again at the latest, after a failure.
    pub retry_at: Option<Timestamp>,
}

/// The acts that are not done, oldest first.
pub(crate) fn open(reader: &mut Reader<'_>) -> Result<Vec<OpenAct>, StoreError> {
    let rows = reader.all(&ACTS_OPEN, params![])?;
    rows.iter()
        .map(|row| {
            Ok(OpenAct {
                id: row.id(0)?,
                kind: Kind::from_word(row.text(1)?),
                state: row.text(2)?.to_owned(),
                began: row.time(3)?,
                attempts: row.int(4)?,
                fault: row.text_opt(5)?.map(str::to_owned),
                retry_at: row.time_opt(6)?,
            })
        })
        .collect()
}

/// Writes an act down, inside the unit of work that decided on it.
pub(crate) fn plan(
    work: &mut Work<'_>,
    inventory: &Inventory,
    kind: Kind,
    targets: &[Target],
    stays: &[Stays],
) -> Result<ActId, KeeperError> {
    let id: ActId = work.mint();
    let now = work.now();
    work.run(&ACT_NEW, params![id, kind.word(), now, receipt::to_json(&stays)?])?;
    for target in targets {
        add(work, inventory, id, target)?;
    }
    Ok(id)
}

pub(crate) fn add(work: &mut Work<'_>, inventory: &Inventory, act: ActId, target: &Target) -> Result<(), StoreError> {
    let (kind, class, holder, clause) = target.parts();
    let row: TargetId = work.mint();
    work.run(&TARGET_NEW, params![row, act, kind, class, holder, clause.cloned(), place(inventory, target)])?;
    Ok(())
}

/// The order of going: what hangs on a container's row before that row, since parties are read from it; the files of
/// people last, since roles and events are read from those.
fn place(inventory: &Inventory, target: &Target) -> i64 {
    match target {
        Target::Jobs { .. } | Target::Key { .. } => 0,
        Target::Rows { class, .. } if class.container == Resource::PERSON => 3,
        Target::Rows { class, .. } if holds_container_row(inventory, class) => 2,
        Target::Rows { .. } => 1,
    }
}

/// Carries an act out to its end, from whatever step it stands at.
pub(crate) struct Doer<'a> {
    pub(crate) store: &'a Store,
    pub(crate) plan: &'a Arc<Plan>,
    pub(crate) inventory: &'a Arc<Inventory>,
    pub(crate) scope: &'a Scope,
    pub(crate) stop: Option<Point>,
}

struct State {
    kind: Kind,
    step: String,
}

impl Doer<'_> {
    /// `None` when everything that it was to take is in use again: then there is no such act any longer.
    pub(crate) async fn carry_out(&self, act: ActId) -> Result<Option<Receipt>, KeeperError> {
        loop {
            let Some(state) = self.state(act).await? else { return Ok(None) };
            let (step, done) = match state.step.as_str() {
                "planned" => ("keys", self.keys(act, state.kind).await),
                "keys" => ("rows", self.rows(act).await),
                "rows" => ("files", self.files(act).await),
                "files" => ("receipt", self.end(act, state.kind).await),
                _ => return self.found(act).await.map(Some),
            };
            match done {
                Ok(()) => {}
                Err(KeeperError::Store(fault)) => return Err(self.failed(act, step, fault).await),
                Err(other) => return Err(other),
            }
        }
    }

    async fn found(&self, act: ActId) -> Result<Receipt, KeeperError> {
        let receipt = self.store.read(self.scope, move |reader| receipt::find(reader, act)).await?;
        receipt.ok_or_else(|| KeeperError::Unreadable(format!("act {act} is done and has no receipt")))
    }

    fn point(&self, point: Point) -> Result<(), KeeperError> {
        tracing::debug!(act.point = ?point, "an act got this far");
        if self.stop == Some(point) { Err(KeeperError::Stopped(point)) } else { Ok(()) }
    }

    async fn state(&self, act: ActId) -> Result<Option<State>, KeeperError> {
        let found = self
            .store
            .read(self.scope, move |reader| {
                let Some(row) = reader.one(&ACT, params![act])? else { return Ok(None) };
                Ok::<_, StoreError>(Some(State { kind: Kind::from_word(row.text(0)?), step: row.text(1)?.to_owned() }))
            })
            .await?;
        Ok(found)
    }

    async fn failed(&self, act: ActId, step: &'static str, fault: StoreError) -> KeeperError {
        let text = format!("{step}: {fault}");
        tracing::error!(act.id = %act, act.step = step, %fault, "a step failed; the act stays open");
        let told = self
            .store
            .write(self.scope, move |work| {
                let now = work.now();
                let attempts = work.one(&ACT, params![act])?.map_or(Ok(0), |row| row.int(3))?;
                work.run(&ACT_FAULT, params![act, now, text, retry_at(now, attempts)])
            })
            .await;
        if let Err(error) = told {
            tracing::error!(act.id = %act, %error, "nor could the failure be written down");
        }
        KeeperError::Step { act, step, fault }
    }

    async fn keys(&self, act: ActId, kind: Kind) -> Result<(), KeeperError> {
        self.point(Point::Planned)?;
        let (plan, inventory) = (Arc::clone(self.plan), Arc::clone(self.inventory));
        let chosen = move |work: &mut Work<'_>| guard::confirm(work, &plan, &inventory, act, kind);
        let generation = generation(self.store.destroy_chosen(self.scope, chosen).await?);
        self.point(Point::KeysDestroyed)?;
        self.store
            .write(self.scope, move |work| {
                work.run(&ACT_KEYS, params![act, generation])?;
                set_state(work, act, "keys")
            })
            .await?;
        self.point(Point::KeysTold)
    }

    async fn rows(&self, act: ActId) -> Result<(), KeeperError> {
        loop {
            let inventory = Arc::clone(self.inventory);
            let more = self.store.write(self.scope, move |work| remove_some(work, &inventory, act)).await?;
            if !more {
                return self.point(Point::RowsTold);
            }
            self.point(Point::SomeRows)?;
        }
    }

    async fn files(&self, act: ActId) -> Result<(), KeeperError> {
        let files = self
            .store
            .read(self.scope, move |reader| {
                let rows = reader.all(&FILES, params![act])?;
                rows.iter().map(|row| row.id(0)).collect::<Result<Vec<FileId>, StoreError>>()
            })
            .await?;
        self.store.files().remove(&files).await?;
        self.point(Point::FilesRemoved)?;
        self.store
            .write(self.scope, move |work| {
                work.run(&FILES_FORGET, params![act])?;
                set_state(work, act, "files")
            })
            .await?;
        self.point(Point::FilesTold)
    }

    /// Destroys keys that somebody's last writing made while rows went, and those that nothing needs any longer; takes
    /// the traces of deleted rows out of the database's files; writes ledger, receipt and *done*.
    async fn end(&self, act: ActId, kind: Kind) -> Result<(), KeeperError> {
        let inventory = Arc::clone(self.inventory);
        let chosen = move |work: &mut Work<'_>| guard::keys(work, &inventory, act);
        let generation = generation(self.store.destroy_chosen(self.scope, chosen).await?);
        self.store.scrub().await?;
        self.point(Point::Swept)?;
        let inventory = Arc::clone(self.inventory);
        self.store.write(self.scope, move |work| finish(work, &inventory, act, kind, generation)).await
    }
}

fn generation(destroyed: Destroyed) -> i64 {
    i64::try_from(destroyed.generation).unwrap_or(i64::MAX)
}

/// After a failure it is tried again in five minutes, then in ten, and so on up to a day; every nightly look tries too.
fn retry_at(now: Timestamp, attempts: i64) -> Timestamp {
    let minutes = 5_i64 << attempts.clamp(0, 9);
    now.checked_add(SignedDuration::from_mins(minutes.min(24 * 60))).unwrap_or(now)
}

fn set_state(work: &mut Work<'_>, act: ActId, state: &str) -> Result<(), StoreError> {
    let now = work.now();
    work.run(&ACT_STATE, params![act, state, now])?;
    Ok(())
}

/// Removes the rows of a few targets; tells whether there are more. With the last of them the step is finished.
fn remove_some(work: &mut Work<'_>, inventory: &Inventory, act: ActId) -> Result<bool, StoreError> {
    let left = work.all(&TARGETS_LEFT, params![act, CHUNK])?;
    for row in &left {
        let (target, kind, holder) = (row.uuid(0)?, row.text(1)?.to_owned(), row.uuid(3)?);
        let (rows, files) = match (kind.as_str(), inventory.class(row.text(2)?)) {
            (ROWS, Some(class)) => remove(work, inventory, act, class, holder)?,
            (JOBS, _) => (derived::forget_jobs(work, holder)?, 0),
            _ => (0, 0),
        };
        let (rows, files) = (i64::try_from(rows).unwrap_or(i64::MAX), i64::try_from(files).unwrap_or(i64::MAX));
        work.run(&TARGET_GONE, params![target, rows, files])?;
    }
    let more = !work.all(&TARGETS_LEFT, params![act, 1])?.is_empty();
    if !more {
        set_state(work, act, "rows")?;
    }
    Ok(more)
}

fn remove(
    work: &mut Work<'_>,
    inventory: &Inventory,
    act: ActId,
    class: &'static Class,
    holder: Uuid,
) -> Result<(u64, usize), StoreError> {
    let Some(container) = inventory.container(class.container) else { return Ok((0, 0)) };
    let parties = derived::parties(work, container, holder)?;
    let removed = derived::delete(work, class, holder)?;
    for file in &removed.files {
        work.run(&FILE_NEW, params![*file, act])?;
    }
    release_keys(work, inventory, act, class, &parties, &|_| false)?;
    release(work, inventory, container, holder, &parties)?;
    Ok((removed.rows, removed.files.len()))
}

/// The row that stands for a container goes when nothing of it is held any longer. A person's row and events stay while
/// the person plays a part elsewhere: dates of others' things run from them.
pub(crate) fn release(
    work: &mut Work<'_>,
    inventory: &Inventory,
    container: &'static Container,
    id: Uuid,
    parties: &[(&'static str, PersonId)],
) -> Result<(), StoreError> {
    let is_person = container.name == Resource::PERSON;
    if holds_any(work, inventory, container, id)? || (is_person && plays_elsewhere(work, inventory, id)?) {
        return Ok(());
    }
    derived::delete_container(work, container, id)?;
    if !is_person && let Some(files) = inventory.container(Resource::PERSON) {
        for (_, person) in parties {
            release(work, inventory, files, person.uuid(), &[])?;
        }
    }
    Ok(())
}

fn holds_any(
    work: &mut Work<'_>,
    inventory: &Inventory,
    container: &'static Container,
    id: Uuid,
) -> Result<bool, StoreError> {
    for class in inventory.classes().filter(|class| class.container == container.name) {
        if derived::holds(work, class, id)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn plays_elsewhere(work: &mut Work<'_>, inventory: &Inventory, person: Uuid) -> Result<bool, StoreError> {
    for container in inventory.containers().filter(|container| container.name != Resource::PERSON) {
        for party in container.parties {
            if !derived::containers_of(work, container, party.name, PersonId::from_uuid(person))?.is_empty() {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// A person's own key to a class goes with the last container of that class in which the person plays the part;
/// containers for which `goes_too` are on their way out already.
pub(crate) fn release_keys(
    work: &mut Work<'_>,
    inventory: &Inventory,
    act: ActId,
    class: &'static Class,
    parties: &[(&'static str, PersonId)],
    goes_too: &dyn Fn(&Uuid) -> bool,
) -> Result<(), StoreError> {
    let Some(part) = class.sealed_also_for else { return Ok(()) };
    let Some(container) = inventory.container(class.container) else { return Ok(()) };
    for (_, person) in parties.iter().filter(|(played, _)| *played == part) {
        let others = derived::containers_of(work, container, part, *person)?;
        let still = others
            .into_iter()
            .filter(|other| !goes_too(other))
            .try_fold(false, |still, other| Ok::<_, StoreError>(still || derived::holds(work, class, other)?))?;
        if !still {
            add(work, inventory, act, &Target::Key { class, person: person.uuid() })?;
        }
    }
    Ok(())
}

/// Ledger, receipt and *done* in one unit; what the act was about is forgotten in the same.
fn finish(
    work: &mut Work<'_>,
    inventory: &Inventory,
    act: ActId,
    kind: Kind,
    generation: i64,
) -> Result<(), KeeperError> {
    let Some(head) = work.one(&ACT, params![act])? else {
        return Err(KeeperError::Unreadable(format!("there is no act {act}")));
    };
    let stays = head.text_opt(2)?.unwrap_or("[]").to_owned();
    let targets = work.all(&TARGETS, params![act])?;
    let mut went: Vec<Went> = Vec::new();
    for row in &targets {
        let (target, class, subject) = (row.text(1)?.to_owned(), row.text(2)?.to_owned(), row.uuid(3)?);
        let (clause, rows, files) = (row.text_opt(4)?.map(str::to_owned), row.int(6)?, row.int(7)?);
        work.record(ledger::Act {
            kind: kind.ledger(),
            subject,
            class: inventory.class(&class).map(|class| class.name),
            clause: clause.clone(),
            evidence: format!("act {act}; {target}; keyring {generation}; rows {rows}; files {files}"),
        })?;
        if target == ROWS {
            Went { class, clause, holders: 1, rows, files }.add_to(&mut went);
        }
    }
    let now = work.now();
    let went = receipt::to_json(&went)?;
    let content = proof::content(act, now, kind.word(), generation, &went, &stays);
    // What the receipt says is hashed into the ledger, so that nobody can write another one later.
    work.record(ledger::Act {
        kind: kind.ledger(),
        subject: act.uuid(),
        class: None,
        clause: None,
        evidence: proof::evidence(&act.uuid().to_string(), &content),
    })?;
    let (sequence, hash) = ledger::head(work)?;
    work.run(&RECEIPT_NEW, params![act, now, kind.word(), went, stays, generation, sequence, hash])?;
    work.run(&ACT_KEYS, params![act, generation])?;
    work.run(&TARGETS_FORGET, params![act])?;
    work.sign_head()?;
    set_state(work, act, "done")?;
    Ok(())
}

//! The one thread that writes: what waits is committed together, with one durable commit.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use kernel::Scope;
use tokio::sync::oneshot;

use crate::{
    Reader, StoreError, Work,
    engine::{Connection, Mode},
    keyring::Mark,
    lines::{self, Line},
    params, queries,
    queue::{Drained, Queue},
    restrictions::Change,
    shared::Shared,
};

/// Units in one commit at most.
const GROUP: usize = 64;

/// What waits for the writer.
pub(crate) enum Command {
    /// A unit of work, committed with others.
    Unit(Box<dyn Unit>),
    /// Something that runs alone, between commits.
    Alone(Alone),
}

type Alone = Box<dyn FnOnce(&mut Connection, &Shared) + Send>;

pub(crate) type Commands = Queue<Command>;

/// A unit of work with its answer.
pub(crate) trait Unit: Send {
    /// Runs inside a savepoint.
    fn run(&mut self, connection: &mut Connection, shared: &Shared) -> Ran;
    /// Answers whoever waits, once it is known whether the commit is durable.
    fn answer(self: Box<Self>, committed: Result<(), StoreError>);
}

/// How a unit ended.
pub(crate) struct Ran {
    keep: bool,
    failed: Option<StoreError>,
    made: Vec<(&'static str, kernel::Uuid)>,
    changes: Vec<Change>,
}

/// A unit around a closure.
pub(crate) struct UnitOf<F, T, E> {
    pub(crate) scope: Scope,
    pub(crate) work: Option<F>,
    pub(crate) result: Option<Result<T, E>>,
    pub(crate) reply: oneshot::Sender<Result<T, E>>,
}

impl<F, T, E> Unit for UnitOf<F, T, E>
where
    F: FnOnce(&mut Work<'_>) -> Result<T, E> + Send,
    T: Send,
    E: From<StoreError> + Send,
{
    fn run(&mut self, connection: &mut Connection, shared: &Shared) -> Ran {
        let Self { scope, work, result, .. } = self;
        in_unit(connection, shared, scope, &mut |unit| {
            *result = work.take().map(|work| work(unit));
            matches!(result, Some(Ok(_)))
        })
    }

    fn answer(self: Box<Self>, committed: Result<(), StoreError>) {
        let result = match (self.result, committed) {
            (Some(Err(own)), _) => Err(own),
            (Some(Ok(_)) | None, Err(error)) => Err(E::from(error)),
            (Some(Ok(value)), Ok(())) => Ok(value),
            (None, Ok(())) => Err(E::from(StoreError::Panicked)),
        };
        // Whoever asked may have gone away; the work is done all the same.
        let _ = self.reply.send(result);
    }
}

fn in_unit(
    connection: &mut Connection,
    shared: &Shared,
    scope: &Scope,
    run: &mut dyn FnMut(&mut Work<'_>) -> bool,
) -> Ran {
    let mut work = Work::new(connection, shared, scope);
    let ran = catch_unwind(AssertUnwindSafe(|| run(&mut work)));
    let (failed, made, changes) = work.finish();
    match ran {
        Ok(keep) => Ran { keep: keep && failed.is_none(), failed, made, changes },
        Err(_) => Ran { keep: false, failed: Some(StoreError::Panicked), made, changes },
    }
}

/// Runs one unit of work alone, in a transaction and a durable commit of its own.
pub(crate) fn in_one<T, E, F>(connection: &mut Connection, shared: &Shared, scope: &Scope, work: F) -> Result<T, E>
where
    F: FnOnce(&mut Work<'_>) -> Result<T, E>,
    E: From<StoreError>,
{
    connection.begin(Mode::Write)?;
    let (mut work, mut result) = (Some(work), None);
    let ran = in_unit(connection, shared, scope, &mut |unit| {
        result = work.take().map(|work| work(unit));
        matches!(result, Some(Ok(_)))
    });
    let kept = if ran.keep { shared.ring.flush().and_then(|()| connection.simple("COMMIT")) } else { Ok(()) };
    if !ran.keep || kept.is_err() {
        let _ = connection.simple("ROLLBACK");
        shared.ring.forget(&ran.made);
    }
    match (result, kept, ran.failed) {
        (Some(Err(own)), ..) => Err(own),
        (_, Err(error), _) | (_, Ok(()), Some(error)) => Err(E::from(error)),
        (Some(Ok(value)), Ok(()), None) => Ok(value),
        (None, Ok(()), None) => Err(E::from(StoreError::Panicked)),
    }
}

/// Runs a read in one transaction. `run` is called at most once.
pub(crate) fn in_read(
    connection: &mut Connection,
    shared: &Shared,
    scope: &Scope,
    run: &mut dyn FnMut(&mut Reader<'_>),
) -> Result<(), StoreError> {
    connection.begin(Mode::Read)?;
    let ran = {
        let mut reader = Reader::new(connection, shared, scope);
        catch_unwind(AssertUnwindSafe(|| run(&mut reader)))
    };
    let ended = connection.simple("ROLLBACK");
    match ran {
        Ok(()) => ended,
        Err(_) => Err(StoreError::Panicked),
    }
}

/// Serves until the queue is closed and empty; then the last lines of the access log are written.
pub(crate) fn serve(connection: &mut Connection, shared: &Arc<Shared>, commands: &Commands, written: Mark) {
    let mut written = written;
    while let Drained::Some(batch) = commands.drain(GROUP) {
        let mut units = Vec::with_capacity(batch.len());
        for command in batch {
            match command {
                Command::Unit(unit) => units.push(unit),
                Command::Alone(run) => {
                    // Order is kept: what was asked for before is committed before.
                    commit(connection, shared, std::mem::take(&mut units), &mut written);
                    if catch_unwind(AssertUnwindSafe(|| run(connection, shared))).is_err() {
                        tracing::error!("something that ran between commits panicked");
                    }
                }
            }
        }
        commit(connection, shared, units, &mut written);
    }
    commit(connection, shared, Vec::new(), &mut written);
}

/// One group: all units, each in its savepoint, then one durable commit, then the answers.
fn commit(connection: &mut Connection, shared: &Shared, mut units: Vec<Box<dyn Unit>>, written: &mut Mark) {
    let lines = shared.lines.take();
    if units.is_empty() && lines.is_empty() && shared.ring.mark() == *written {
        return;
    }
    let mut outcomes = Vec::with_capacity(units.len());
    let committed = group(connection, shared, &mut units, &lines, written, &mut outcomes);
    if let Err(error) = &committed {
        tracing::error!(%error, "a group of units could not be committed");
        let _ = connection.simple("ROLLBACK");
        shared.lines.give_back(lines);
    }
    for (n, unit) in units.into_iter().enumerate() {
        let own = outcomes.get_mut(n).and_then(Option::take);
        unit.answer(own.map_or_else(|| committed.clone(), Err));
    }
}

fn group(
    connection: &mut Connection,
    shared: &Shared,
    units: &mut [Box<dyn Unit>],
    lines: &[Line],
    written: &mut Mark,
    outcomes: &mut Vec<Option<StoreError>>,
) -> Result<(), StoreError> {
    connection.begin(Mode::Write)?;
    lines::write(connection, shared, lines)?;
    let mut changes = Vec::new();
    for unit in units {
        connection.simple("SAVEPOINT unit")?;
        let ran = unit.run(connection, shared);
        if connection.lost_transaction() {
            return Err(ran.failed.unwrap_or(StoreError::Database("the transaction was lost".to_owned())));
        }
        if ran.keep {
            changes.extend(ran.changes);
        } else {
            shared.ring.forget(&ran.made);
            connection.simple("ROLLBACK TO SAVEPOINT unit")?;
        }
        connection.simple("RELEASE SAVEPOINT unit")?;
        outcomes.push(ran.failed);
    }
    // Keys first: a committed value always has its key.
    shared.ring.flush()?;
    let mark = shared.ring.mark();
    if mark != *written {
        write_mark(connection, shared, mark)?;
    }
    connection.simple("COMMIT")?;
    shared.follow(&changes);
    *written = mark;
    Ok(())
}

fn write_mark(connection: &mut Connection, shared: &Shared, mark: Mark) -> Result<(), StoreError> {
    let text = shared.registry.text(&queries::SET_MARK)?;
    connection.execute(text, params!["ring", format!("{}.{}", mark.generation, mark.frames)])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kernel::{Actor, Inventory, Uuid};
    use testkit::{SeededRng, TurningClock};

    use crate::{Engine, KeyEncryption, SLICE, Store, StoreConfig, StoreError};

    fn store(folder: &tempfile::TempDir) -> Store {
        let config = StoreConfig {
            folder: folder.path().join("data"),
            engine: Engine::Sqlite,
            keys: KeyEncryption::File(folder.path().join("keys/kek")),
            readers: 1,
        };
        let organisation = kernel::OrganisationKey::new("world").unwrap();
        let inventory = Arc::new(Inventory::new([&SLICE]).unwrap());
        let clock = Arc::new(TurningClock::at("2026-11-22T09:00:00Z"));
        Store::open(config, organisation, inventory, clock, Arc::new(SeededRng::new(1))).unwrap()
    }

    // I7
    #[tokio::test]
    async fn nothing_is_committed_whose_key_is_not_durable() {
        let folder = tempfile::TempDir::new().unwrap();
        let store = store(&folder);
        let scope = testkit::scope("world", Actor::Guest, "2026-11-22T09:00:00Z".parse().unwrap(), 1).unwrap();
        let days = |store: &Store| {
            let (store, scope) = (store.clone(), scope.clone());
            async move {
                let read: Result<_, StoreError> =
                    store.read(&scope, |reader| Ok(reader.derived("SELECT id FROM log_day", &[])?.len())).await;
                read.unwrap()
            }
        };
        let unit = |holder: u128| {
            move |work: &mut super::Work<'_>| {
                work.shared().ring.make("ledger", Uuid::from_u128(holder), None);
                work.open_day(Uuid::from_u128(holder), kernel::Timestamp::UNIX_EPOCH)
            }
        };
        assert_eq!(store.write(&scope, unit(1)).await, Ok(()));
        store.shared().ring.fail_writes(true);
        let refused: Result<(), StoreError> = store.write(&scope, unit(2)).await;
        assert!(matches!(refused, Err(StoreError::Keyring(_))), "{refused:?}");
        assert_eq!(days(&store).await, 1);
        store.shared().ring.fail_writes(false);
        assert_eq!(store.write(&scope, unit(2)).await, Ok(()));
        assert_eq!(days(&store).await, 2);
    }
}

//! What participants write: revisions of answers, diaries and moods, with what of them is shared.

use std::collections::{BTreeMap, BTreeSet};

use access::Grant;
use jiff::{SignedDuration, civil::Date};
use kernel::{Scope, Timestamp, Value};
use programme::Name;
use store::{Cell, FileId, Reader, Row, StoreError, Work, params};

use super::files;
use crate::{
    model::{DeviceId, Enrolment, HandId, Place, Revision, RevisionId, Sheet, Shelf, Spot, VersionId},
    queries,
};

/// For how long after its beginning a revision goes when the same hand replaces it.
const MOMENT: SignedDuration = SignedDuration::from_mins(10);

/// One save.
pub struct Saving<'a> {
    /// Where.
    pub place: &'a Place,
    /// The version that it answers.
    pub version: VersionId,
    /// The opening of the page that saves.
    pub hand: HandId,
    /// The revisions that the page showed. What else has become current meanwhile stays beside this one.
    pub from: &'a [RevisionId],
    /// What is filled in.
    pub sheet: &'a Sheet,
    /// That it is finished; `None` while it is being written.
    pub finish: Option<Finish>,
}

/// An answer is finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finish {
    /// Whether the coach reads it, as the form said.
    pub is_shared: bool,
    /// Whether a result moved by as much as counts since it was finished before.
    pub has_moved: bool,
}

/// Keeps what is filled in. What the page showed, and what the same hand wrote, is replaced by it; everything else stays.
/// Finishing it, shared or not, closes what was shared of the place before.
pub fn save(
    scope: &Scope,
    work: &mut Work<'_>,
    grant: &Grant,
    enrolment: &Enrolment,
    saving: &Saving<'_>,
) -> Result<RevisionId, StoreError> {
    let me = super::actor(scope, "self-help.write")?;
    let (exercise, day) = saving.place.spot().columns();
    let written = replace(scope, work, enrolment, saving)?;
    if let Some(finish) = saving.finish {
        work.run(&queries::SHARED_CLOSE, params![enrolment.id, &exercise, &day])?;
        let files = if finish.is_shared { saving.sheet.files() } else { Vec::new() };
        files::share(scope, work, enrolment, &exercise, &files)?;
    }
    let id: RevisionId = scope.mint();
    let column = saving.place.shelf().column();
    let body = work.seal(grant, &enrolment.cell("revision", column, id), saving.sheet.text().as_bytes())?;
    let [answer, diary, mood] =
        Shelf::ALL.map(|shelf| if shelf == saving.place.shelf() { body.clone() } else { Value::Null });
    let finished = saving.finish.map(|_| scope.now);
    let shared = saving.finish.filter(|finish| finish.is_shared).map(|_| scope.now);
    let moved = saving.finish.is_some_and(|finish| finish.has_moved);
    work.run(
        &queries::REVISION_ADD,
        params![
            id,
            enrolment.id,
            me,
            saving.version,
            exercise,
            day,
            saving.hand,
            written,
            finished,
            shared,
            moved,
            answer,
            diary,
            mood
        ],
    )?;
    work.run(&queries::ENROLMENT_WROTE, params![enrolment.id, scope.today().to_string()])?;
    Ok(id)
}

/// Makes room for a save; answers when what it goes on with was begun.
fn replace(
    scope: &Scope,
    work: &mut Work<'_>,
    enrolment: &Enrolment,
    saving: &Saving<'_>,
) -> Result<Timestamp, StoreError> {
    let (exercise, day) = saving.place.spot().columns();
    let mut begun = scope.now;
    for row in work.all(&queries::CURRENT_AT, params![enrolment.id, exercise, day])? {
        let (id, hand): (RevisionId, HandId) = (row.id(0)?, row.id(1)?);
        let (written, is_finished) = (row.time(2)?, row.time_opt(3)?.is_some());
        let is_own = hand == saving.hand;
        if is_own && !is_finished && scope.now.duration_since(written) < MOMENT {
            begun = written;
            work.run(&queries::REVISION_REMOVE, params![enrolment.id, id])?;
        } else if is_own || saving.from.contains(&id) {
            work.run(&queries::REVISION_REPLACE, params![enrolment.id, id, scope.now])?;
        }
    }
    Ok(begun)
}

/// From now on the participant's devices have a key for what they cannot send, whether something was written yet or not.
pub fn ready_device(
    scope: &Scope,
    work: &mut Work<'_>,
    grant: &Grant,
    enrolment: &Enrolment,
) -> Result<(), StoreError> {
    work.run(&queries::DEVICE_READY, params![scope.mint::<DeviceId>(), enrolment.id, scope.now])?;
    work.ready_device(grant, &unsent(enrolment))
}

/// Where what a device could not send would stand. Any row tells the same key.
pub fn unsent(enrolment: &Enrolment) -> Cell {
    enrolment.cell("revision", Shelf::ALL[0].column(), enrolment.id)
}

/// Whether something shared waits for the coach already.
pub fn waits(_: &Scope, work: &mut Work<'_>, enrolment: &Enrolment) -> Result<bool, StoreError> {
    Ok(work.one(&queries::SHARED_WAITS, params![enrolment.id])?.is_some())
}

/// Takes back what is shared at a place: from now on the coach finds nothing there; `false` when nothing was shared.
pub fn take_back(
    _: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    enrolment: &Enrolment,
    place: &Place,
) -> Result<bool, StoreError> {
    let (exercise, day) = place.spot().columns();
    files::close(work, enrolment, &exercise)?;
    Ok(work.run(&queries::SHARED_CLOSE, params![enrolment.id, exercise, day])? > 0)
}

/// Removes all that stands at a place, with its history; `None` when nothing did. The bytes of the files that are returned are
/// removed after the commit.
pub fn remove(
    _: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    enrolment: &Enrolment,
    place: &Place,
) -> Result<Option<Vec<FileId>>, StoreError> {
    let (exercise, day) = place.spot().columns();
    let gone = files::remove_at(work, enrolment, &exercise)?;
    let was_there = work.run(&queries::PLACE_REMOVE, params![enrolment.id, exercise, day])? > 0;
    Ok((was_there || !gone.is_empty()).then_some(gone))
}

/// All that is current: what has no day, and what has one from `since` on. A place with two has been written on two devices.
pub fn current(
    _: &Scope,
    reader: &mut Reader<'_>,
    enrolment: &Enrolment,
    since: Date,
) -> Result<Vec<Revision>, StoreError> {
    own(enrolment, &reader.all(&queries::CURRENT, params![enrolment.id, since.to_string()])?)
}

/// What is current, and what of it the coach reads.
pub struct Now {
    /// As [`current`].
    pub current: Vec<Revision>,
    /// The places at which the coach reads something, current or from before.
    pub shared: BTreeSet<Place>,
    /// Whether each exercise is shared as it was finished last; the mood stands under `None`.
    pub shared_last: BTreeMap<Option<Name>, bool>,
}

/// What is current, and what of it the coach reads. One query.
pub fn now(_: &Scope, reader: &mut Reader<'_>, enrolment: &Enrolment, since: Date) -> Result<Now, StoreError> {
    let rows = reader.all(&queries::CURRENT_AND_LAST, params![enrolment.id, since.to_string()])?;
    let found = own(enrolment, &rows)?;
    let mut last: BTreeMap<Option<Name>, (Timestamp, bool)> = BTreeMap::new();
    for revision in &found {
        let Some(finished) = revision.finished else { continue };
        let is_shared = revision.shared.is_some();
        let known = last.entry(revision.place.spot().exercise).or_insert((finished, is_shared));
        match known.0.cmp(&finished) {
            std::cmp::Ordering::Less => *known = (finished, is_shared),
            std::cmp::Ordering::Equal => known.1 &= is_shared,
            std::cmp::Ordering::Greater => {}
        }
    }
    let is_shared = |revision: &&Revision| revision.shared.is_some();
    Ok(Now {
        shared: found.iter().filter(is_shared).map(|revision| revision.place.clone()).collect(),
        shared_last: last.into_iter().map(|(exercise, (_, is_shared))| (exercise, is_shared)).collect(),
        current: found.into_iter().filter(|revision| revision.replaced.is_none()).collect(),
    })
}

/// All revisions of a place, the latest first.
pub fn history(
    _: &Scope,
    reader: &mut Reader<'_>,
    enrolment: &Enrolment,
    place: &Place,
) -> Result<Vec<Revision>, StoreError> {
    let (exercise, day) = place.spot().columns();
    own(enrolment, &reader.all(&queries::HISTORY, params![enrolment.id, exercise, day])?)
}

/// What was finished of an exercise, the latest first: the results of a questionnaire over time, and its latest.
pub fn finished(
    _: &Scope,
    reader: &mut Reader<'_>,
    enrolment: &Enrolment,
    exercise: &Name,
) -> Result<Vec<Revision>, StoreError> {
    own(enrolment, &reader.all(&queries::FINISHED, params![enrolment.id, exercise.as_str()])?)
}

/// Whether each exercise is shared as it was finished last; the mood stands under `None`.
pub fn shared_last(
    _: &Scope,
    reader: &mut Reader<'_>,
    enrolment: &Enrolment,
) -> Result<BTreeMap<Option<Name>, bool>, StoreError> {
    let mut found = BTreeMap::new();
    for row in reader.all(&queries::SHARED_LAST, params![enrolment.id])? {
        let spot = Spot::from_columns(row.text(0)?, "").ok_or(StoreError::Shape { column: 0, expected: "a place" })?;
        let is_shared = row.time_opt(1)?.is_some();
        found.entry(spot.exercise).and_modify(|all| *all &= is_shared).or_insert(is_shared);
    }
    Ok(found)
}

/// What the coach finds: what is shared and nothing else, the latest first. Each shelf needs an opener of its own action.
pub fn shared(_: &Scope, reader: &mut Reader<'_>, enrolment: &Enrolment) -> Result<Vec<Revision>, StoreError> {
    own(enrolment, &reader.all(&queries::SHARED, params![enrolment.id])?)
}

/// Marks what was shared by `until` as seen now by the coach; what was seen before stays as it is.
pub fn mark_seen(
    scope: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    enrolment: &Enrolment,
    until: Timestamp,
) -> Result<u64, StoreError> {
    work.run(&queries::SHARED_SEEN, params![enrolment.id, until, scope.now])
}

/// Rows with a column for each shelf, of which one is filled.
fn own(enrolment: &Enrolment, rows: &[Row]) -> Result<Vec<Revision>, StoreError> {
    rows.iter()
        .map(|row| {
            for (column, shelf) in (9..).zip(Shelf::ALL) {
                if row.bytes_opt(column)?.is_some() {
                    return revision(enrolment, row, shelf, column);
                }
            }
            Err(StoreError::Shape { column: 9, expected: "something that was written" })
        })
        .collect()
}

fn revision(enrolment: &Enrolment, row: &Row, shelf: Shelf, column: usize) -> Result<Revision, StoreError> {
    let id: RevisionId = row.id(0)?;
    let place = Spot::from_columns(row.text(2)?, row.text(3)?).and_then(|spot| Place::at(shelf, spot));
    Ok(Revision {
        id,
        version: row.id(1)?,
        place: place.ok_or(StoreError::Shape { column: 2, expected: "a place" })?,
        written: row.time(4)?,
        replaced: row.time_opt(5)?,
        finished: row.time_opt(6)?,
        shared: row.time_opt(7)?,
        seen: row.time_opt(8)?,
        body: row.sealed(column, enrolment.cell("revision", shelf.column(), id))?,
    })
}

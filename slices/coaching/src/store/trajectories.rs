//! Trajectories: who with whom, from when until when.

use access::{Grant, Unchecked};
use kernel::{PersonId, Scope, id::Id as _};
use store::{Reader, Row, StoreError, Work, params};

use crate::{
    inventory::TRAJECTORY_ENDED,
    model::{Counts, Overview, Trajectory, TrajectoryId, TrajectoryList},
    queries,
};

/// Trajectories on one page of the managers' list.
pub const PAGE: i64 = 50;

fn trajectory(row: &Row) -> Result<Trajectory, StoreError> {
    Ok(Trajectory {
        id: row.id(0)?,
        coach: row.id(1)?,
        participant: row.id(2)?,
        began: row.time(3)?,
        ended: row.time_opt(4)?,
        held_until: row.time_opt(5)?,
    })
}

/// One trajectory; `None` when there is none.
pub fn find(_: &Scope, reader: &mut Reader<'_>, id: TrajectoryId) -> Result<Option<Unchecked<Trajectory>>, StoreError> {
    let row = reader.one(&queries::TRAJECTORY, params![id])?;
    row.map(|row| trajectory(&row).map(Unchecked::new)).transpose()
}

/// A page of all trajectories, open ones or ended ones, the latest first; `page` counts from 0.
pub fn list(
    _: &Scope,
    reader: &mut Reader<'_>,
    ended: bool,
    page: i64,
) -> Result<Unchecked<TrajectoryList>, StoreError> {
    let query = if ended { &queries::TRAJECTORIES_ENDED } else { &queries::TRAJECTORIES_OPEN };
    let found = reader.all(query, params![PAGE + 1, page.max(0).saturating_mul(PAGE)])?;
    let mut rows = found.iter().map(trajectory).collect::<Result<Vec<_>, _>>()?;
    let most = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > most;
    rows.truncate(most);
    Ok(Unchecked::new(TrajectoryList { rows, more }))
}

/// How many trajectories there are.
pub fn counts(_: &Scope, reader: &mut Reader<'_>) -> Result<Counts, StoreError> {
    let Some(row) = reader.one(&queries::TRAJECTORY_COUNTS, params![])? else { return Ok(Counts::default()) };
    let (all, ended) = (row.int(0)?, row.int(1)?);
    Ok(Counts { open: all - ended, ended })
}

/// The open trajectories of the one who asks, each with who wrote when.
pub fn overviews(scope: &Scope, reader: &mut Reader<'_>) -> Result<Vec<Unchecked<Overview>>, StoreError> {
    let me = super::actor(scope, "trajectory.read")?;
    let rows = reader.all(&queries::OVERVIEWS, params![me])?;
    rows.iter()
        .map(|row| {
            Ok(Unchecked::new(Overview {
                trajectory: trajectory(row)?,
                participant_wrote: row.time_opt(6)?,
                waits_since: row.time_opt(7)?,
                unseen: row.int(8)?,
            }))
        })
        .collect()
}

/// All trajectories of the one who asks, the latest first.
pub fn mine(scope: &Scope, reader: &mut Reader<'_>) -> Result<Vec<Unchecked<Trajectory>>, StoreError> {
    let me = super::actor(scope, "trajectory.read")?;
    let rows = reader.all(&queries::TRAJECTORIES_OF, params![me])?;
    rows.iter().map(|row| trajectory(row).map(Unchecked::new)).collect()
}

/// Whether the two are in an open trajectory already.
pub fn are_linked(
    _: &Scope,
    reader: &mut Reader<'_>,
    coach: PersonId,
    participant: PersonId,
) -> Result<bool, StoreError> {
    Ok(reader.one(&queries::TRAJECTORY_OF_PAIR, params![participant, coach])?.is_some())
}

/// Begins a trajectory now. Periods that ran for the participant since an earlier one ended stop running.
pub fn begin(
    scope: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    coach: PersonId,
    participant: PersonId,
) -> Result<Trajectory, StoreError> {
    let begun = Trajectory { id: scope.mint(), coach, participant, began: scope.now, ended: None, held_until: None };
    work.run(&queries::TRAJECTORY_BEGIN, params![begun.id, coach, participant, begun.began])?;
    work.retract(TRAJECTORY_ENDED, participant.uuid())?;
    Ok(begun)
}

/// Ends a trajectory now; `None` when it had ended before. From here on its periods run (UC7); the participant's own
/// run only when no other trajectory goes on.
pub fn end(
    scope: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    trajectory: &Trajectory,
) -> Result<Option<Trajectory>, StoreError> {
    if work.run(&queries::TRAJECTORY_END, params![trajectory.id, scope.now])? == 0 {
        return Ok(None);
    }
    work.emit(TRAJECTORY_ENDED, trajectory.id.uuid(), scope.now)?;
    if work.one(&queries::TRAJECTORY_OPEN_OF, params![trajectory.participant])?.is_none() {
        work.emit(TRAJECTORY_ENDED, trajectory.participant.uuid(), scope.now)?;
    }
    Ok(Some(Trajectory { ended: Some(scope.now), ..trajectory.clone() }))
}

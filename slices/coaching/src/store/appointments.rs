//! Appointments: a time, and sealed a subject and a place.

use access::Grant;
use kernel::{Scope, Timestamp};
use store::{Reader, Row, StoreError, Value, Work, params};

use crate::{
    model::{Appointment, AppointmentId, Trajectory},
    queries,
};

/// What an appointment is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// When it begins.
    pub begins: Timestamp,
    /// When it ends.
    pub ends: Timestamp,
    /// What it is about.
    pub title: String,
    /// Where; may be empty.
    pub place: String,
}

fn appointment(trajectory: &Trajectory, row: &Row) -> Result<Appointment, StoreError> {
    let id: AppointmentId = row.id(0)?;
    Ok(Appointment {
        id,
        trajectory: trajectory.id,
        made_by: row.id(2)?,
        begins: row.time(3)?,
        ends: row.time(4)?,
        changed: row.time(5)?,
        revision: row.int(6)?,
        cancelled: row.time_opt(7)?,
        title: row.sealed(8, trajectory.cell_of_both("appointment", "title", id))?,
        place: row.sealed_opt(9, trajectory.cell_of_both("appointment", "place", id))?,
    })
}

/// What is still to come, the next first.
pub fn next(scope: &Scope, reader: &mut Reader<'_>, trajectory: &Trajectory) -> Result<Vec<Appointment>, StoreError> {
    let rows = reader.all(&queries::APPOINTMENTS_NEXT, params![trajectory.id, scope.now])?;
    rows.iter().map(|row| appointment(trajectory, row)).collect()
}

/// What is over, the latest first.
pub fn past(scope: &Scope, reader: &mut Reader<'_>, trajectory: &Trajectory) -> Result<Vec<Appointment>, StoreError> {
    let rows = reader.all(&queries::APPOINTMENTS_PAST, params![trajectory.id, scope.now])?;
    rows.iter().map(|row| appointment(trajectory, row)).collect()
}

/// The diary of the one who asks from `from` on, over those of `trajectories` that it belongs to.
pub fn ahead(
    scope: &Scope,
    reader: &mut Reader<'_>,
    trajectories: &[Trajectory],
    from: Timestamp,
) -> Result<Vec<Appointment>, StoreError> {
    let me = super::actor(scope, "trajectory.read")?;
    let mut diary = Vec::new();
    for row in reader.all(&queries::APPOINTMENTS_AHEAD, params![me, from])? {
        let id = row.id(1)?;
        if let Some(trajectory) = trajectories.iter().find(|trajectory| trajectory.id == id) {
            diary.push(appointment(trajectory, &row)?);
        }
    }
    Ok(diary)
}

/// One appointment.
pub fn find(
    _: &Scope,
    reader: &mut Reader<'_>,
    trajectory: &Trajectory,
    id: AppointmentId,
) -> Result<Option<Appointment>, StoreError> {
    let row = reader.one(&queries::APPOINTMENT, params![trajectory.id, id])?;
    row.map(|row| appointment(trajectory, &row)).transpose()
}

/// Makes an appointment.
pub fn add(
    scope: &Scope,
    work: &mut Work<'_>,
    grant: &Grant,
    trajectory: &Trajectory,
    plan: &Plan,
) -> Result<AppointmentId, StoreError> {
    let me = super::actor(scope, "appointment.write")?;
    let id: AppointmentId = scope.mint();
    let (title, place) = sealed(work, grant, trajectory, id, plan)?;
    let (begins, ends) = (plan.begins, plan.ends);
    work.run(&queries::APPOINTMENT_ADD, params![id, trajectory.id, me, begins, ends, scope.now, title, place])?;
    Ok(id)
}

/// Changes an appointment; `false` when it was called off or is gone.
pub fn change(
    scope: &Scope,
    work: &mut Work<'_>,
    grant: &Grant,
    trajectory: &Trajectory,
    id: AppointmentId,
    plan: &Plan,
) -> Result<bool, StoreError> {
    let (title, place) = sealed(work, grant, trajectory, id, plan)?;
    let (begins, ends) = (plan.begins, plan.ends);
    let touched =
        work.run(&queries::APPOINTMENT_CHANGE, params![trajectory.id, id, begins, ends, scope.now, title, place])?;
    Ok(touched == 1)
}

fn sealed(
    work: &mut Work<'_>,
    grant: &Grant,
    trajectory: &Trajectory,
    id: AppointmentId,
    plan: &Plan,
) -> Result<(Value, Value), StoreError> {
    let title = work.seal(grant, &trajectory.cell_of_both("appointment", "title", id), plan.title.as_bytes())?;
    let place = if plan.place.is_empty() {
        Value::Null
    } else {
        work.seal(grant, &trajectory.cell_of_both("appointment", "place", id), plan.place.as_bytes())?
    };
    Ok((title, place))
}

/// Calls an appointment off; `false` when it was before, or is gone.
pub fn cancel(
    scope: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    trajectory: &Trajectory,
    id: AppointmentId,
) -> Result<bool, StoreError> {
    Ok(work.run(&queries::APPOINTMENT_CANCEL, params![trajectory.id, id, scope.now])? == 1)
}

//! Enrolments: who follows what with whom, and which steps have opened.

use std::collections::{BTreeSet, HashMap};

use access::{Grant, Unchecked};
use jiff::civil::Date;
use kernel::{PersonId, Scope, Timestamp, id::Id as _};
use programme::Name;
use store::{Reader, Row, StoreError, Value, Work, params};

use crate::{
    inventory::ENROLMENT_ENDED,
    model::{Away, Enrolment, EnrolmentId, Leave, Opening, OpeningId, Overview, VersionId},
    queries,
};

fn enrolment(row: &Row) -> Result<Enrolment, StoreError> {
    Ok(Enrolment {
        id: row.id(0)?,
        participant: row.id(1)?,
        coach: row.id_opt(2)?,
        programme: row.text(3)?.to_owned(),
        version: row.id(4)?,
        began: row.time(5)?,
        wrote: super::day_opt(row, 6)?,
        ended: row.time_opt(7)?,
        agreed: row.bytes_opt(8)?.map(<[u8]>::to_vec),
        held_until: row.time_opt(9)?,
        next: row.id_opt(10)?.zip(super::day_opt(row, 11)?),
        objected: row.time_opt(12)?,
        newest: None,
        opens: None,
    })
}

/// One enrolment; `None` when there is none.
pub fn find(_: &Scope, reader: &mut Reader<'_>, id: EnrolmentId) -> Result<Option<Unchecked<Enrolment>>, StoreError> {
    let row = reader.one(&queries::ENROLMENT, params![id])?;
    let found = row.map(|row| Ok(Unchecked::new(Enrolment { newest: row.id_opt(13)?, ..enrolment(&row)? })));
    found.transpose()
}

/// An enrolment, and when its coach is away.
pub type WithLeave = (Unchecked<Enrolment>, Unchecked<Away>);

/// One enrolment for its participant, and when its coach is away: each decided about by itself.
pub fn find_with_leave(
    scope: &Scope,
    reader: &mut Reader<'_>,
    id: EnrolmentId,
) -> Result<Option<WithLeave>, StoreError> {
    let row = reader.one(&queries::ENROLMENT_AND_LEAVE, params![id, scope.today().to_string()])?;
    row.map(|row| {
        let found = Enrolment { newest: row.id_opt(13)?, opens: super::day_opt(&row, 16)?, ..enrolment(&row)? };
        let away = Away::of(&found, super::leaves::days(&row, 14)?);
        Ok((Unchecked::new(found), Unchecked::new(away)))
    })
    .transpose()
}

/// The enrolments of the one who asks, the latest first.
pub fn mine(scope: &Scope, reader: &mut Reader<'_>) -> Result<Vec<Unchecked<Enrolment>>, StoreError> {
    let me = super::actor(scope, "enrolment.read")?;
    let rows = reader.all(&queries::ENROLMENTS_OF, params![me])?;
    rows.iter().map(|row| enrolment(row).map(Unchecked::new)).collect()
}

/// Whom the one who asks coaches. One query, however many they are.
pub fn caseload(scope: &Scope, reader: &mut Reader<'_>) -> Result<Vec<Unchecked<Overview>>, StoreError> {
    let me = super::actor(scope, "enrolment.read")?;
    let rows = reader.all(&queries::CASELOAD, params![me])?;
    rows.iter().map(|row| Ok(Unchecked::new(overview(row)?))).collect()
}

/// One enrolment as its coach sees it.
pub fn case(_: &Scope, reader: &mut Reader<'_>, id: EnrolmentId) -> Result<Option<Unchecked<Overview>>, StoreError> {
    let row = reader.one(&queries::CASE, params![id])?;
    row.map(|row| Ok(Unchecked::new(overview(&row)?))).transpose()
}

fn overview(row: &Row) -> Result<Overview, StoreError> {
    let (waits_since, warned_at) = (row.time_opt(13)?, row.time_opt(15)?);
    // What was answered since has been seen: only what still waits counts.
    let moved_at = row.time_opt(14)?.filter(|moved| waits_since.is_some_and(|since| *moved >= since));
    Ok(Overview { enrolment: enrolment(row)?, waits_since, moved_at, warned_at, asked_at: row.time_opt(16)? })
}

/// The one who acts begins the newest version of a programme; `None` when there is no such programme, or when it is on its way
/// already. Periods that ran since an earlier enrolment ended stop running.
pub fn begin(scope: &Scope, work: &mut Work<'_>, _: &Grant, programme: &Name) -> Result<Option<Enrolment>, StoreError> {
    let me = super::actor(scope, "enrolment.begin")?;
    let Some(version) = super::versions::newest(scope, work, programme)? else { return Ok(None) };
    if work.one(&queries::ENROLMENT_OPEN_IN, params![me, programme.as_str()])?.is_some() {
        return Ok(None);
    }
    let begun = Enrolment {
        id: scope.mint(),
        participant: me,
        coach: None,
        programme: programme.to_string(),
        version,
        began: scope.now,
        wrote: None,
        ended: None,
        agreed: None,
        held_until: None,
        next: None,
        objected: None,
        newest: Some(version),
        opens: None,
    };
    work.run(&queries::ENROLMENT_BEGIN, params![begun.id, me, programme.as_str(), version, begun.began])?;
    work.retract(ENROLMENT_ENDED, me.uuid())?;
    Ok(Some(begun))
}

/// The newest version of each programme.
pub fn offered(_: &Scope, reader: &mut Reader<'_>) -> Result<Vec<VersionId>, StoreError> {
    reader.all(&queries::PROGRAMMES, params![])?.iter().map(|row| row.id(0)).collect()
}

/// Says who coaches from now on; `false` when the enrolment has ended, and for its own participant.
pub fn assign(_: &Scope, work: &mut Work<'_>, _: &Grant, id: EnrolmentId, coach: PersonId) -> Result<bool, StoreError> {
    Ok(work.run(&queries::ENROLMENT_ASSIGN, params![id, coach])? == 1)
}

/// Says who coaches from a day on; `false` when nobody coaches yet, when this coach does already, or when it has ended.
pub fn pass_on(
    _: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    id: EnrolmentId,
    coach: PersonId,
    day: Date,
) -> Result<bool, StoreError> {
    Ok(work.run(&queries::ENROLMENT_PASS, params![id, coach, day.to_string()])? == 1)
}

/// The coach asks for a colleague; `false` when that was done before, or somebody is to take over already.
pub fn ask(scope: &Scope, work: &mut Work<'_>, _: &Grant, id: EnrolmentId) -> Result<bool, StoreError> {
    Ok(work.run(&queries::ENROLMENT_ASK, params![id, scope.now])? == 1)
}

/// And goes on after all; `false` when nothing was asked.
pub fn ask_not(_: &Scope, work: &mut Work<'_>, _: &Grant, id: EnrolmentId) -> Result<bool, StoreError> {
    Ok(work.run(&queries::ENROLMENT_ASK_NOT, params![id])? == 1)
}

/// The participant does not want it; `false` when nothing was planned.
pub fn object(scope: &Scope, work: &mut Work<'_>, _: &Grant, id: EnrolmentId) -> Result<bool, StoreError> {
    Ok(work.run(&queries::ENROLMENT_OBJECT, params![id, scope.now])? == 1)
}

/// An enrolment as managers see it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its id.
    pub id: EnrolmentId,
    /// Who follows.
    pub participant: PersonId,
    /// Who coaches.
    pub coach: Option<PersonId>,
    /// The programme's short name.
    pub programme: String,
    /// Since when.
    pub began: Timestamp,
    /// Who takes over, and when.
    pub next: Option<(PersonId, Date)>,
    /// When another coach was objected to.
    pub objected: Option<Timestamp>,
    /// When the coach is away next: for whoever may see the list of it.
    pub leave: Option<Leave>,
    /// When the coach asked for a colleague.
    pub asked: Option<Timestamp>,
}

/// Those that are open, those without a coach first; `count` of them from `first` on.
pub fn listed(scope: &Scope, reader: &mut Reader<'_>, count: u32, first: u32) -> Result<Vec<Listed>, StoreError> {
    let rows = reader.all(&queries::ENROLMENT_LIST, params![count, first, scope.today().to_string()])?;
    rows.iter()
        .map(|row| {
            Ok(Listed {
                id: row.id(0)?,
                participant: row.id(1)?,
                coach: row.id_opt(2)?,
                programme: row.text(3)?.to_owned(),
                began: row.time(4)?,
                next: row.id_opt(5)?.zip(super::day_opt(row, 6)?),
                objected: row.time_opt(7)?,
                leave: super::leaves::days(row, 8)?,
                asked: row.time_opt(10)?,
            })
        })
        .collect()
}

/// Which version somebody is at; `None` when there is no such enrolment.
pub fn version(_: &Scope, reader: &mut Reader<'_>, id: EnrolmentId) -> Result<Option<VersionId>, StoreError> {
    let row = reader.one(&queries::ENROLMENT_VERSION, params![id])?;
    row.map(|row| row.id(0)).transpose()
}

/// How many each coach has.
pub fn loads(_: &Scope, reader: &mut Reader<'_>) -> Result<HashMap<PersonId, i64>, StoreError> {
    let rows = reader.all(&queries::ENROLMENT_LOADS, params![])?;
    rows.iter().map(|row| Ok((row.id(0)?, row.int(1)?))).collect()
}

/// The same of some of them. A query for every twenty-five.
pub fn loads_of(
    _: &Scope,
    reader: &mut Reader<'_>,
    coaches: &[PersonId],
) -> Result<HashMap<PersonId, i64>, StoreError> {
    let mut loads = HashMap::with_capacity(coaches.len());
    for group in coaches.chunks(25) {
        let mut wanted: Vec<Value> = group.iter().map(|id| Value::from(*id)).collect();
        wanted.resize(25, Value::from(kernel::Uuid::nil()));
        for row in reader.all(&queries::ENROLMENT_LOADS_OF, &wanted)? {
            loads.insert(row.id(0)?, row.int(1)?);
        }
    }
    Ok(loads)
}

/// Ends an enrolment now; `false` when it had ended before. From here on its periods run; the participant's own run only when no
/// other enrolment goes on.
pub fn end(scope: &Scope, work: &mut Work<'_>, _: &Grant, enrolment: &Enrolment) -> Result<bool, StoreError> {
    if work.run(&queries::ENROLMENT_END, params![enrolment.id, scope.now])? == 0 {
        return Ok(false);
    }
    work.emit(ENROLMENT_ENDED, enrolment.id.uuid(), scope.now)?;
    if work.one(&queries::ENROLMENT_OPEN_OF, params![enrolment.participant])?.is_none() {
        work.emit(ENROLMENT_ENDED, enrolment.participant.uuid(), scope.now)?;
    }
    Ok(true)
}

/// Which steps have opened, as far as the one who asks finds them.
pub fn openings(scope: &Scope, reader: &mut Reader<'_>, enrolment: &Enrolment) -> Result<Vec<Opening>, StoreError> {
    let me = super::actor(scope, "enrolment.read")?;
    let rows = reader.all(&queries::OPENINGS, params![enrolment.id, me])?;
    rows.iter()
        .map(|row| {
            let day = super::day_opt(row, 2)?.ok_or(StoreError::Shape { column: 2, expected: "a day" })?;
            Ok(Opening { step: super::name(row, 0)?, version: row.id(1)?, day, kept: row.id_opt(3)? })
        })
        .collect()
}

/// Keeps that a step has opened on a day: by its time or a result, or by its coach. One that was open keeps its day. The coach finds
/// it unless `is_told` is false: where a result opened it that is not shared.
pub fn open_step(
    scope: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    enrolment: &Enrolment,
    step: &Name,
    day: Date,
    is_told: bool,
) -> Result<(), StoreError> {
    let id: OpeningId = scope.mint();
    let (author, told) = (enrolment.participant, is_told.then_some(scope.now));
    let values = params![id, enrolment.id, author, step.as_str(), enrolment.version, day.to_string(), told];
    work.run(&queries::OPENING_ADD, values).map(drop)
}

/// On which day the next step opens by itself: the participant is told then.
pub fn opens(
    _: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    enrolment: &Enrolment,
    day: Option<Date>,
) -> Result<(), StoreError> {
    work.run(&queries::ENROLMENT_OPENS, params![enrolment.id, day.map(|day| day.to_string())]).map(drop)
}

/// Goes on in another version: steps to come open in it, and of those that are open, these are shown in it from now on.
pub fn move_on(
    _: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    enrolment: &Enrolment,
    to: VersionId,
    steps: &[Name],
) -> Result<(), StoreError> {
    work.run(&queries::ENROLMENT_MOVE, params![enrolment.id, to])?;
    for step in steps {
        work.run(&queries::OPENING_MOVE, params![enrolment.id, step.as_str(), to])?;
    }
    Ok(())
}

/// Of the steps that are open, these stay as they are, for all that this version says.
pub fn keep_steps(
    _: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    enrolment: &Enrolment,
    newer: VersionId,
    steps: &[Name],
) -> Result<(), StoreError> {
    for step in steps {
        work.run(&queries::OPENING_KEEP, params![enrolment.id, step.as_str(), newer])?;
    }
    Ok(())
}

/// In which exercises something stands.
pub fn written(
    _: &Scope,
    reader: &mut Reader<'_>,
    _: &Grant,
    enrolment: &Enrolment,
) -> Result<BTreeSet<Name>, StoreError> {
    let rows = reader.all(&queries::WRITTEN, params![enrolment.id])?;
    rows.iter().map(|row| super::name(row, 0)).collect()
}

/// How many are in the middle of a programme, of the first `most`: the cost does not grow with everybody.
pub fn in_the_middle(_: &Scope, reader: &mut Reader<'_>, programme: &Name, most: usize) -> Result<usize, StoreError> {
    Ok(reader.all(&queries::IN_THE_MIDDLE, params![programme.as_str(), i64::try_from(most).unwrap_or(i64::MAX)])?.len())
}

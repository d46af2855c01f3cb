//! Where the counts stand. None of these rows is about a person: each is a number with noise from its first moment.

use std::collections::{BTreeMap, BTreeSet};

use figures::Tally;
use jiff::civil::Date;
use kernel::{Scope, Timestamp, manifest::Sql};
use organisation::pages::Failure;
use programme::{Change, Name, Programme};
use statement::plan::GroupFigures;
use store::{Reader, Row, StoreError, Work, params};

use super::{
    counting::{Figure, counted},
    noise,
};
use crate::{
    model::{Enrolment, EnrolmentId, ReleaseId, TallyId},
    queries,
};

/// A closed release of a programme.
#[derive(Clone, Debug)]
pub(crate) struct Release {
    /// The programme's short name.
    pub(crate) programme: String,
    /// The day on which counting began.
    pub(crate) opened: Date,
    /// The day on which it was closed.
    pub(crate) closed: Date,
    /// Each figure with the counts of its outcomes.
    pub(crate) figures: BTreeMap<Figure, BTreeMap<String, u64>>,
}

/// Counts an enrolment, unless it was counted before. Of several by one person in one programme the first counts.
pub(super) fn count(
    scope: &Scope,
    work: &mut Work<'_>,
    enrolment: &Enrolment,
    programme: &Programme,
    stated: &GroupFigures,
    results: &BTreeMap<Name, Option<Change>>,
) -> Result<(), Failure> {
    let earlier = params![enrolment.participant, &enrolment.programme, enrolment.id];
    let is_first = work.one(&queries::COUNTED_EARLIER, earlier)?.is_none();
    if work.run(&queries::COUNTED_MARK, params![enrolment.id, scope.now])? == 0 || !is_first {
        return Ok(());
    }
    let (opened, finished) =
        (names(work, &queries::COUNTED_STEPS, enrolment)?, names(work, &queries::COUNTED_DONE, enrolment)?);
    let waits = work.one(&queries::COUNTED_WAITS, params![enrolment.id])?;
    let waits = waits.map_or(Ok::<_, StoreError>((None, None)), |row| Ok((row.time_opt(0)?, row.time_opt(1)?)))?;
    let all = counted(programme, (&opened, &finished), waits, results);
    let Some(release) = open(scope, work, enrolment, &all, stated)? else { return Ok(()) };
    work.run(&queries::RELEASE_PEOPLE, params![release])?;
    for (figure, outcome) in all {
        work.run(&queries::TALLY_COUNT, params![release, figure.key(), outcome])?;
    }
    Ok(())
}

fn names(work: &mut Work<'_>, query: &'static Sql, enrolment: &Enrolment) -> Result<BTreeSet<Name>, StoreError> {
    work.all(query, params![enrolment.id])?
        .iter()
        .filter_map(|row| row.text(0).map(|name| name.parse().ok()).transpose())
        .collect()
}

/// The release that is open; a new one begins with noise in each of its counts.
fn open(
    scope: &Scope,
    work: &mut Work<'_>,
    enrolment: &Enrolment,
    all: &[(Figure, &'static str)],
    stated: &GroupFigures,
) -> Result<Option<ReleaseId>, StoreError> {
    if let Some(row) = work.one(&queries::RELEASE_OPEN, params![&enrolment.programme])? {
        return row.id(0).map(Some);
    }
    let Some(noise) = noise(stated, all.len()) else { return Ok(None) };
    let release: ReleaseId = scope.mint();
    work.run(&queries::RELEASE_ADD, params![release, &enrolment.programme, scope.today().to_string()])?;
    for (figure, _) in all {
        for outcome in figure.outcomes() {
            let (id, tally): (TallyId, _) = (scope.mint(), Tally::begin(noise, &*scope.rng));
            work.run(&queries::TALLY_ADD, params![id, release, figure.key(), *outcome, tally.value()])?;
        }
    }
    Ok(Some(release))
}

/// Closes the releases of earlier quarters in which enough were counted; the others go on.
pub(super) fn close(work: &mut Work<'_>, quarter: Date, today: Date, enough: u32) -> Result<u64, StoreError> {
    let (quarter, today) = (quarter.to_string(), today.to_string());
    work.run(&queries::RELEASE_CLOSE, params![today, quarter, i64::from(enough)])
}

/// The enrolments that nobody counted until `began`, or that ended; a few at a time.
pub(super) fn silent(reader: &mut Reader<'_>, began: Timestamp) -> Result<Vec<EnrolmentId>, StoreError> {
    let rows = reader.all(&queries::COUNTED_NOT, params![began])?;
    rows.iter().map(|row| row.id(0)).collect()
}

/// The closed releases, the latest first.
pub(crate) fn closed(reader: &mut Reader<'_>) -> Result<Vec<Release>, StoreError> {
    let mut releases: Vec<(ReleaseId, Release)> = Vec::new();
    for row in reader.all(&queries::RELEASES, params![])? {
        let id: ReleaseId = row.id(0)?;
        if releases.last().is_none_or(|(last, _)| *last != id) {
            let (opened, closed) = (day(&row, 2)?, day(&row, 3)?);
            let release = Release { programme: row.text(1)?.to_owned(), opened, closed, figures: BTreeMap::new() };
            releases.push((id, release));
        }
        // A figure that this program does not know is not shown.
        let (Some((_, release)), Some(figure)) = (releases.last_mut(), Figure::from_key(row.text(4)?)) else {
            continue;
        };
        let told = Tally::kept(row.int(6)?).told();
        release.figures.entry(figure).or_default().insert(row.text(5)?.to_owned(), told);
    }
    Ok(releases.into_iter().map(|(_, release)| release).collect())
}

fn day(row: &Row, column: usize) -> Result<Date, StoreError> {
    row.text(column)?.parse().map_err(|_| StoreError::Shape { column, expected: "a day" })
}

//! Writing the log, and making figures of the days that are over. Both hold the lines that they have at hand against the rules
//! of misuse.

use std::collections::BTreeMap;

use access::Resource;
use jiff::civil::Date;
use kernel::Actor;
use organisation::{Organisation, pages::Failure};
use store::{StoreError, params};

use crate::{
    actions::{COUNT, WRITE},
    capacity::Capacity,
    day::{self, DayId},
    findings,
    line::Line,
    popular, queries,
};

/// Writes what waits into the logs of its days.
///
/// # Errors
/// When the store cannot be written. What was lost so is counted, and told in the report.
pub async fn write(organisation: &Organisation) -> Result<(), Failure> {
    let _turn = organisation.visits.turn().await;
    let (seen, mut dropped) = organisation.visits.take();
    let (zone, stated) = (organisation.plan.zone().clone(), day::stated(organisation));
    let mut days: BTreeMap<Date, Vec<Line>> = BTreeMap::new();
    for seen in seen {
        let date = seen.answered.at.to_zoned(zone.clone()).date();
        days.entry(date).or_default().push(Line::of(seen, stated));
    }
    let scope = organisation.scope(Actor::Job(WRITE.name));
    let grant = organisation.access.decide_job(&scope, &WRITE, &Resource::organisation())?;
    let mut lost = Ok(());
    for (date, lines) in days {
        let written = day::add(organisation, &scope, &grant, (date, &lines), dropped).await;
        match written {
            Ok(day) => {
                dropped = 0;
                // What could not be raised now is raised in the night.
                if let Some(day) = day
                    && let Err(error) = findings::raise(organisation, &scope, day, &lines).await
                {
                    lost = Err(error.into());
                }
            }
            Err(failure) => {
                dropped += u64::try_from(lines.len()).unwrap_or(u64::MAX);
                lost = Err(failure);
            }
        }
    }
    organisation.visits.count_dropped(dropped);
    lost
}

/// Makes figures of the days that are over and have none; may run again.
///
/// # Errors
/// When the store cannot be read or written.
pub async fn count(organisation: &Organisation) -> Result<(), Failure> {
    let scope = organisation.scope(Actor::Job(COUNT.name));
    let today = scope.today().to_string();
    let days = organisation.store.read::<_, StoreError, _>(&scope, move |reader| {
        let rows = reader.all(&queries::UNCOUNTED, params![today])?;
        rows.iter().map(|row| row.id(0)).collect::<Result<Vec<DayId>, StoreError>>()
    });
    let counts_pages = popular::is_stated(&organisation.plan);
    for day in days.await? {
        let grant = organisation.access.decide_job(&scope, &COUNT, &Resource::organisation())?;
        let log = day::read(organisation, &scope, &grant, day).await?;
        // Before the figures, without which the day comes again.
        findings::raise(organisation, &scope, day, &log.lines).await?;
        let figures = Capacity::of(&log, &scope.zone);
        let figures = serde_json::to_string(&figures).map_err(|error| Failure::Ours(error.to_string()))?;
        let pages = if counts_pages { popular::counted(&log.lines) } else { Vec::new() };
        let written = organisation.store.write::<_, StoreError, _>(&scope, move |work| {
            popular::keep(work, day, &pages)?;
            work.run(&queries::FIGURES_NEW, params![day, figures]).map(drop)
        });
        written.await?;
    }
    Ok(())
}

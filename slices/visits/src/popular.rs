//! Which pages are visited most: counts alone, kept by day and shown by week, and only where a group is large enough
//! (CE2, CE12). A manifest of its own, for organisations whose statement counts pages.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{
    SignedDuration, ToSpan as _,
    civil::{Date, Weekday},
};
use kernel::{
    Slice,
    manifest::{Class, Migration, Table, plain, technical},
};
use statement::{Plan, plan::Counts};
use store::{Reader, StoreError, Work, params};

use crate::{actions, day::DayId, inventory, line::Line, routes};

/// How often a page was opened on a day.
pub const PAGE: &str = Counts::ITEM;
/// For how long.
pub const DURATION: &str = "visit.duration";

/// Nobody is taken to have looked at one page for longer than this.
const LONGEST: SignedDuration = SignedDuration::from_mins(30);

/// Weeks to choose from.
const WEEKS: i64 = 8;

const CLASS: &str = "visit-counts";

const COUNTS: &str = "counts of a whole day, in which nobody can be found";

/// The manifest. Its words stand with those of the log.
pub static SLICE: Slice = Slice {
    name: "popular-pages",
    migrations: &[Migration { name: "0001_popular", sql: include_str!("../migrations/0003_popular.sql") }],
    classes: &[Class { name: CLASS, container: inventory::DAY, goes_with: &[], sealed_also_for: None }],
    tables: &[Table {
        name: "visit_page",
        class: Some(CLASS),
        container_column: Some("day"),
        id: "id",
        columns: &[
            technical("id", "identifies the row; drawn at random"),
            inventory::OF_DAY,
            technical("page", "the pattern of a page's address"),
            plain("visits", PAGE, COUNTS),
            plain("seconds", DURATION, COUNTS),
        ],
    }],
    actions: &[actions::POPULAR],
    routes: &[routes::POPULAR],
    queries: QUERIES,
    ..Slice::EMPTY
};

kernel::queries! {
    /// What was counted of a page on a day.
    PAGE_NEW for ["visits.count"] =
        "INSERT INTO visit_page (id, day, page, visits, seconds) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (day, page) DO NOTHING";
    /// What was counted on the days from one date until before another.
    PAGES for ["visits.popular"] =
        "SELECT p.page, p.visits, p.seconds FROM visit_page p JOIN visit_day d ON d.id = p.day \
         WHERE d.date >= $1 AND d.date < $2";
}

kernel::id! {
    /// What was counted of a page on a day.
    PageCountId,
}

/// What was counted of one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The pattern of its address.
    pub page: String,
    /// Visits in which it was opened.
    pub visits: u64,
    /// For how long in all, as far as the next request of the same visit tells; in seconds.
    pub seconds: u64,
}

/// Whether the statement counts pages.
pub(crate) fn is_stated(plan: &Plan) -> bool {
    plan.first::<Counts>().is_some() && [PAGE, DURATION].iter().all(|item| plan.category_of(item).is_some())
}

/// Counts the pages of a day, without those who ask not to be counted (`Sec-GPC`).
pub fn counted(lines: &[Line]) -> Vec<Counted> {
    let mut visits: BTreeMap<u32, Vec<&Line>> = BTreeMap::new();
    for line in lines.iter().filter(|line| !line.is_private) {
        visits.entry(line.visit).or_default().push(line);
    }
    let mut pages: BTreeMap<&str, Counted> = BTreeMap::new();
    for mut visit in visits.into_values() {
        visit.sort_by_key(|line| line.at);
        let mut opened = BTreeSet::new();
        for (n, line) in visit.iter().enumerate().filter(|(_, line)| line.is_page()) {
            let fresh = || Counted { page: line.page.clone(), visits: 0, seconds: 0 };
            let page = pages.entry(&line.page).or_insert_with(fresh);
            page.visits += u64::from(opened.insert(&line.page));
            let stayed = visit.get(n + 1).map_or(SignedDuration::ZERO, |next| next.at.duration_since(line.at));
            page.seconds += u64::try_from(stayed.min(LONGEST).as_secs()).unwrap_or(0);
        }
    }
    pages.into_values().collect()
}

/// Keeps what was counted on a day, once.
pub(crate) fn keep(work: &mut Work<'_>, day: DayId, pages: &[Counted]) -> Result<(), StoreError> {
    for Counted { page, visits, seconds } in pages {
        let id: PageCountId = work.mint();
        let (visits, seconds) =
            (i64::try_from(*visits).unwrap_or(i64::MAX), i64::try_from(*seconds).unwrap_or(i64::MAX));
        work.run(&PAGE_NEW, params![id, day, page.as_str(), visits, seconds])?;
    }
    Ok(())
}

/// The Mondays of the latest weeks that are over, newest first.
pub fn weeks(today: Date) -> Vec<Date> {
    let since = i64::from(today.weekday().since(Weekday::Monday));
    (1..=WEEKS).filter_map(|weeks| today.checked_sub((since + 7 * weeks).days()).ok()).collect()
}

/// The pages of the week that begins on a Monday, the most visited first; those of fewer visits than `enough` are left out.
pub(crate) fn of_week(reader: &mut Reader<'_>, monday: Date, enough: u32) -> Result<Vec<Counted>, StoreError> {
    let next = monday.checked_add(1.week()).unwrap_or(monday);
    let mut pages: BTreeMap<String, Counted> = BTreeMap::new();
    for row in reader.all(&PAGES, params![monday.to_string(), next.to_string()])? {
        let page = row.text(0)?.to_owned();
        let sum = pages.entry(page.clone()).or_insert(Counted { page, visits: 0, seconds: 0 });
        sum.visits += u64::try_from(row.int(1)?).unwrap_or(0);
        sum.seconds += u64::try_from(row.int(2)?).unwrap_or(0);
    }
    let mut pages: Vec<_> = pages.into_values().filter(|page| page.visits >= u64::from(enough)).collect();
    pages.sort_by(|one, other| other.visits.cmp(&one.visits).then_with(|| one.page.cmp(&other.page)));
    Ok(pages)
}

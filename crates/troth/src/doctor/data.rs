//! What the organisations' data tells of itself, read beside the server: versions, ledger, what waits; and the copies.

use jiff::{SignedDuration, tz::TimeZone};
use keeper::signs::{self, Signs};
use kernel::Timestamp;
use statement::{Period, Plan, plan::rule::Backup as BackupClause};
use store::{
    beside,
    copies::{self, Kept},
};

use super::{
    Visit, in_file,
    report::{Finding, Point},
};
use crate::{config::OrganisationConfig, copies as own_copies, installation};

/// What is read of one organisation, or why it cannot be.
struct Organisation {
    entry: OrganisationConfig,
    signs: Result<Signs, String>,
    plan: Result<Plan, String>,
}

/// What is read of all of them.
pub(super) struct Known(Vec<Organisation>);

impl Known {
    /// The signs of those that can be read, each with its organisation.
    pub(super) fn signs(&self) -> impl Iterator<Item = (&OrganisationConfig, &Signs)> {
        self.0.iter().filter_map(|one| Some((&one.entry, one.signs.as_ref().ok()?)))
    }

    /// The organisations whose statement can be used and says this.
    pub(super) fn saying(&self, says: impl Fn(&Plan) -> bool) -> Vec<&str> {
        let all = self.0.iter().filter(|one| one.plan.as_ref().is_ok_and(&says));
        all.map(|one| one.entry.key.as_str()).collect()
    }
}

/// How late a backup may be: one that is large takes its time.
const PATIENCE: SignedDuration = SignedDuration::from_hours(12);
/// How late work may be before it is told.
const LATE: SignedDuration = SignedDuration::from_hours(1);
/// How long the keeper may not have looked: a night, and some hours for a change of the clock.
const NIGHT: SignedDuration = SignedDuration::from_hours(26);

/// Reads every organisation.
pub(super) async fn read(visit: &Visit<'_>) -> Known {
    let mut known = Vec::new();
    for entry in &visit.config.organisations {
        let source = own_copies::source(visit.common, visit.config, entry);
        let read = tokio::task::spawn_blocking(move || {
            let rows = beside(&source, &signs::TEXTS).map_err(|error| error.to_string())?;
            Signs::of(&rows).map_err(|error| error.to_string())
        });
        let signs = read.await.unwrap_or_else(|error| Err(error.to_string()));
        let plan = visit.common.plan(&installation::statement_path(&visit.config.folder, entry));
        known.push(Organisation { entry: entry.clone(), signs, plan: plan.map_err(|error| error.to_string()) });
    }
    Known(known)
}

/// Each organisation's newest backup.
pub(super) async fn backups(visit: &Visit<'_>) -> Vec<Finding> {
    let point = Point::Backups;
    let Some(backup) = &visit.config.backup else {
        let todo = format!(
            "Make a key with `troth backup key FILE`, take the file away, and write into {}: backup to=\"…\" recovery=\"…\"",
            in_file(&visit.config.folder)
        );
        return vec![point.act("nothing is copied: no place for backups is named", todo)];
    };
    if backup.to.starts_with("s3://") && !visit.network {
        return vec![point.note(format!("{} was not looked at: nobody is asked", backup.to), "troth doctor --network")];
    }
    let shelf = match own_copies::shelf_of(backup) {
        Ok(shelf) => shelf,
        Err(error) => {
            return vec![point.act(error.to_string(), "See whether the disk is mounted, and who may write there.")];
        }
    };
    let mut found = Vec::new();
    for entry in &visit.config.organisations {
        let plan = visit.common.plan(&installation::statement_path(&visit.config.folder, entry)).ok();
        let clause = plan.as_ref().and_then(|plan| plan.all::<BackupClause>().next());
        let zone = plan.as_ref().map_or(TimeZone::UTC, |plan| plan.zone().clone());
        let every = clause.map(|clause| clause.every).unwrap_or_default();
        found.extend(match copies::list(&shelf, &entry.key).await {
            Ok((kept, _)) => copied(entry.key.as_str(), &kept, (every, &zone), visit.common.clock.now()),
            Err(error) => {
                vec![point.unseen(format!("{}: {error}", entry.key), "See whether the place can be reached.")]
            }
        });
    }
    found
}

fn copied(organisation: &str, kept: &[Kept], (every, zone): (Period, &TimeZone), now: Timestamp) -> Vec<Finding> {
    let point = Point::Backups;
    let mut found: Vec<_> = kept
        .iter()
        .filter_map(|kept| Some((kept, kept.fault.as_ref()?)))
        .map(|(kept, fault)| {
            point.act(
                format!("{organisation}: the backup {} cannot be used: {fault}", kept.id),
                "Make another now with `troth backup`, and see what is wrong with the place.",
            )
        })
        .collect();
    let newest = kept.iter().filter(|kept| kept.fault.is_none()).filter_map(|kept| kept.at).max();
    let Some(newest) = newest else {
        found.push(
            point.act(format!("{organisation}: there is no backup"), "troth backup; the server makes one each night."),
        );
        return found;
    };
    let late = now.duration_since(own_copies::next_backup(newest, every, zone)) > PATIENCE;
    let told = format!("{organisation}: the newest backup is of {newest:.0}, and was read back when it was made");
    found.push(if late {
        point.act(
            format!("{told}; the next one is overdue"),
            "See in the server's log why none was made since, and run `troth backup`.",
        )
    } else {
        point.note(
            told,
            "Try now and then whether it can be brought back: troth restore --check, with the recovery key.",
        )
    });
    found
}

/// Statements and versions.
pub(super) fn statements(visit: &Visit<'_>, known: &Known) -> Vec<Finding> {
    let now = visit.common.clock.now();
    known.0.iter().flat_map(|one| versions(one, now)).collect()
}

fn versions(one: &Organisation, now: Timestamp) -> Vec<Finding> {
    let (point, key) = (Point::Statements, &one.entry.key);
    let plan = match &one.plan {
        Ok(plan) => plan,
        Err(fault) => return vec![point.act(format!("{key}: {fault}"), "Mend the file: troth statement check FILE")],
    };
    let Ok(signs) = &one.signs else { return vec![unread(point, one)] };
    let today = now.to_zoned(plan.zone().clone()).date();
    let waiting = signs.versions.waiting().map(|version| {
        let told = format!("{key}: version {} of the statement waits for {}", version.number, version.from);
        if version.from < today {
            point.act(
                format!("{told}, which has passed"),
                "Start the server, or see in its log why it cannot come into force.",
            )
        } else {
            point.note(told, "It comes into force by itself, at midnight.")
        }
    });
    let mut found: Vec<_> = waiting.collect();
    let newest = signs.versions.newest().map_or(0, |version| version.number);
    if plan.version().number > newest {
        let number = plan.version().number;
        found.push(point.note(
            format!("{key}: version {number} stands in the file and was not published"),
            "The next start publishes it.",
        ));
    }
    if found.is_empty() {
        found.push(point.good(format!("{key}: version {newest} of the statement is in force")));
    }
    found
}

/// The ledger, against what was shipped.
pub(super) async fn ledger(visit: &Visit<'_>, known: &Known) -> Vec<Finding> {
    let backup = visit.config.backup.as_ref().filter(|backup| visit.network || !backup.to.starts_with("s3://"));
    let shelf = backup.and_then(|backup| own_copies::shelf_of(backup).ok());
    let mut found = Vec::new();
    for one in &known.0 {
        let shipped = match &shelf {
            Some(shelf) => copies::shipped_to(shelf, &one.entry.key).await.ok(),
            None => None,
        };
        found.push(match &one.signs {
            Ok(signs) => against_shipped(one.entry.key.as_str(), signs, shipped),
            Err(_) => unread(Point::Ledger, one),
        });
    }
    found
}

fn against_shipped(organisation: &str, signs: &Signs, shipped: Option<i64>) -> Finding {
    let behind = shipped.is_some_and(|shipped| shipped > signs.ledger);
    if signs.restored || behind {
        return Point::Ledger.act(
            format!("{organisation} is locked: its data is older than its ledger"),
            "Start the server: it does again what the ledger tells. If it stays locked: troth replay --from PLACE",
        );
    }
    let shipped =
        shipped.map_or_else(|| "what was shipped was not looked at".to_owned(), |to| format!("shipped up to {to}"));
    Point::Ledger.good(format!("{organisation}: the ledger ends with entry {}; {shipped}", signs.ledger))
}

/// What waits.
pub(super) fn jobs(visit: &Visit<'_>, known: &Known) -> Vec<Finding> {
    let now = visit.common.clock.now();
    let each = known.0.iter().flat_map(|one| match &one.signs {
        Ok(signs) => waits(one.entry.key.as_str(), signs, now),
        Err(_) => vec![unread(Point::Jobs, one)],
    });
    each.collect()
}

fn waits(organisation: &str, signs: &Signs, now: Timestamp) -> Vec<Finding> {
    let point = Point::Jobs;
    let mut found = Vec::new();
    if signs.waiting.given_up > 0 {
        found.push(point.act(
            format!(
                "{organisation}: {} tasks were given up after twenty tries, mails most likely",
                signs.waiting.given_up
            ),
            "Mend the mail server, then send them again: the page *What waits* of an officer or technician.",
        ));
    }
    if signs.waiting.first_due.is_some_and(|due| now.duration_since(due) > LATE) {
        found.push(point.act(
            format!("{organisation}: a task was due more than an hour ago"),
            "Start the server; if it runs, see in its log what it waits for.",
        ));
    }
    if signs.failed_acts > 0 {
        found.push(point.act(
            format!("{organisation}: {} erasures could not be finished yet", signs.failed_acts),
            "The page *What waits* says which step failed; the server tries again by itself.",
        ));
    }
    match signs.looked {
        Some(looked) if now.duration_since(looked) > NIGHT => found.push(point.act(
            format!("{organisation}: the keeper last looked at {looked:.0}: what was due since is still there"),
            "Start the server, or run `troth keep`.",
        )),
        Some(_) => {}
        None => found.push(
            point.note(format!("{organisation}: the keeper never looked yet"), "The server looks when it starts."),
        ),
    }
    if found.is_empty() {
        found.push(
            point.good(format!("{organisation}: {} tasks are on their way, nothing is late", signs.waiting.queued)),
        );
    }
    found
}

fn unread(point: Point, one: &Organisation) -> Finding {
    let fault = one.signs.as_ref().err().map_or("", String::as_str);
    point.unseen(
        format!("{}: its database cannot be read: {fault}", one.entry.key),
        "Run `troth doctor` as the user under whom the server runs; start the server once after an update.",
    )
}

#[cfg(test)]
mod tests {
    use keeper::amendments::{Version, Versions};
    use store::jobs::Waiting;

    use super::*;
    use crate::doctor::State;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    const NOW: &str = "2026-11-26T12:00:00Z";

    fn well() -> Signs {
        let version = Version {
            number: 1,
            published: at("2026-01-01T00:00:00Z"),
            by: None,
            from: "2026-01-01".parse().unwrap(),
            began: Some(at("2026-01-01T00:00:00Z")),
        };
        Signs {
            ledger: 7,
            looked: Some(at("2026-11-26T03:00:00Z")),
            waiting: Waiting { queued: 2, given_up: 0, first_due: Some(at(NOW)) },
            versions: Versions(vec![version]),
            ..Signs::default()
        }
    }

    fn states(found: &[Finding]) -> Vec<State> {
        found.iter().map(|finding| finding.state).collect()
    }

    #[test]
    fn whatever_is_late_failed_or_given_up_is_told() {
        let states = |signs: &Signs| states(&waits("campus", signs, at(NOW)));
        assert_eq!(states(&well()), [State::Good]);
        assert_eq!(states(&Signs { failed_acts: 1, ..well() }), [State::Do]);
        assert_eq!(states(&Signs { looked: Some(at("2026-11-25T03:00:00Z")), ..well() }), [State::Do]);
        assert_eq!(states(&Signs { looked: None, ..well() }), [State::Note]);
        let waiting = Waiting { given_up: 1, ..well().waiting };
        assert_eq!(states(&Signs { waiting, ..well() }), [State::Do]);
        let waiting = Waiting { first_due: Some(at("2026-11-26T10:59:00Z")), ..well().waiting };
        assert_eq!(states(&Signs { waiting, ..well() }), [State::Do]);
    }

    #[test]
    fn data_that_is_older_than_its_ledger_is_told() {
        let state = |signs: &Signs, shipped| against_shipped("campus", signs, shipped).state;
        assert_eq!(state(&well(), Some(7)), State::Good);
        assert_eq!(state(&well(), None), State::Good);
        assert_eq!(state(&well(), Some(8)), State::Do);
        assert_eq!(state(&Signs { restored: true, ..well() }, Some(7)), State::Do);
    }

    fn kept(id: &str, fault: Option<&str>) -> Kept {
        let id: copies::BackupId = id.parse().unwrap();
        Kept { at: id.at(), id, files: 1, bytes: 1, fault: fault.map(str::to_owned) }
    }

    #[test]
    fn a_backup_that_is_old_damaged_or_absent_is_told() {
        let every = Period { days: 1, ..Period::default() };
        let states = |all: &[Kept]| states(&copied("campus", all, (every, &TimeZone::UTC), at(NOW)));
        let (fresh, old) = ("20261126T040000Z-abcd", "20261124T040000Z-abcd");
        assert_eq!(states(&[kept(old, None), kept(fresh, None)]), [State::Note]);
        assert_eq!(states(&[kept(old, None)]), [State::Do]);
        assert_eq!(states(&[kept(fresh, None), kept(old, Some("damaged"))]), [State::Do, State::Note]);
        assert_eq!(states(&[]), [State::Do]);
        let weekly = Period { weeks: 1, ..Period::default() };
        let found = copied("campus", &[kept(old, None)], (weekly, &TimeZone::UTC), at(NOW));
        assert_eq!(found[0].state, State::Note);
    }

    fn organisation(signs: Signs) -> Organisation {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../statements/campus.kdl");
        let text = std::fs::read_to_string(path).unwrap();
        let plan = statement::check(&text, None).plan.unwrap();
        let entry = OrganisationConfig {
            key: kernel::OrganisationKey::new("campus").unwrap(),
            host: "campus.localhost".to_owned(),
            statement: "statement.kdl".into(),
            postgres: None,
            provider: None,
        };
        Organisation { entry, signs: Ok(signs), plan: Ok(plan) }
    }

    #[test]
    fn a_version_whose_day_has_passed_without_it_is_told() {
        let now = at(NOW);
        let number = organisation(well()).plan.unwrap().version().number;
        let mut signs = well();
        signs.versions.0[0].number = number;
        assert_eq!(states(&versions(&organisation(signs.clone()), now)), [State::Good]);
        let mut next = signs.versions.0[0].clone();
        (next.number, next.began, next.from) = (number + 1, None, "2026-12-24".parse().unwrap());
        signs.versions.0.insert(0, next);
        assert_eq!(states(&versions(&organisation(signs.clone()), now)), [State::Note]);
        signs.versions.0[0].from = "2026-11-20".parse().unwrap();
        assert_eq!(states(&versions(&organisation(signs), now)), [State::Do]);
        let broken = Organisation { plan: Err("two errors".to_owned()), ..organisation(well()) };
        assert_eq!(states(&versions(&broken, now)), [State::Do]);
        let dark = Organisation { signs: Err("no such file".to_owned()), ..organisation(well()) };
        assert_eq!(states(&versions(&dark, now)), [State::Unseen]);
    }
}

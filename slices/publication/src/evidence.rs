//! The latest evidence beside each clause of the page (X5): figures of the last night, and promises that are overdue.

use std::collections::HashMap;

use http::Problem;
use jiff::{SignedDuration, Timestamp, civil::Date};
use keeper::{Figure, figures::Known};
use kernel::words::Voice;
use organisation::{Desk as _, Visit};
use statement::{
    Plan, Rule, State, calendar,
    plan::{Backup, Unused},
    render::{self, PublicPage},
};

/// How much of a hash is shown: enough to see that it is another.
const SHOWN: usize = 12;

/// How long a backup may be late before the page says so: it is made at night, and may be tried again.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// The page with its evidence.
pub(crate) async fn with_evidence(visit: &Visit) -> Result<PublicPage, Problem> {
    let (site, voice) = (&visit.site, visit.voice());
    let keeper = site.keeper();
    let known = keeper.figures(&visit.scope).await.map_err(Problem::internal)?;
    let mut page = PublicPage::clone(&site.statement(visit.scope.language));
    add(&mut page, &site.plan, &known, &voice, visit.scope.now);
    Ok(page)
}

/// Adds to each clause what is known of it.
fn add(page: &mut PublicPage, plan: &Plan, known: &[Known], voice: &Voice, now: Timestamp) {
    let today = now.to_zoned(plan.zone().clone()).date();
    let known: HashMap<&str, &Known> = known.iter().map(|known| (known.clause.as_str(), known)).collect();
    for clause in plan.clauses() {
        let said = match (&clause.state, &clause.rule) {
            (State::Enforced, Rule::Backup(backup)) => match known.get(clause.id.as_str()) {
                Some(known) if is_late(known, backup, plan, now) => Some(voice.say1(
                    "publication-copies-late",
                    "date",
                    voice.date(known.at.to_zoned(plan.zone().clone()).date()),
                )),
                Some(known) => Some(figure(known, plan, voice)),
                None => {
                    unused(page, plan, &clause.id);
                    None
                }
            },
            (State::Enforced, _) => known.get(clause.id.as_str()).map(|known| figure(known, plan, voice)),
            (State::Declared, Rule::Declaration(declared)) if declared.expires.is_some_and(|day| day < today) => {
                declared.expires.map(|day| voice.say1("publication-overdue", "date", voice.date(day)))
            }
            (State::Declared, rule @ (Rule::Declaration(_) | Rule::Recipient(_))) => {
                let said = known.get(clause.id.as_str()).and_then(|known| confirmed(&known.figure, voice, today));
                // An agreement holds from the day on which it was signed; a declaration needs somebody's word.
                said.or_else(|| match rule {
                    Rule::Declaration(_) if known.contains_key(clause.id.as_str()) => {
                        Some(voice.say("publication-unconfirmed"))
                    }
                    _ => None,
                })
            }
            _ => None,
        };
        if let (Some(said), Some(shown)) = (said, page.clause_mut(&clause.id)) {
            shown.evidence = Some(said);
        }
    }
}

/// This installation has never made a backup: the program can, and does not yet.
fn unused(page: &mut PublicPage, plan: &Plan, clause: &str) {
    let (state, language) = (State::NotInUse { reasons: vec![Unused::Kind] }, page.language);
    if let Some(shown) = page.clause_mut(clause) {
        shown.label = render::state_phrase(plan, &state, language);
        shown.state = state;
    }
}

/// Whether another backup was to follow at least a day ago.
fn is_late(known: &Known, backup: &Backup, plan: &Plan, now: Timestamp) -> bool {
    let next = calendar::due(known.at, backup.every, plan.zone());
    next.checked_add(DAY).is_ok_and(|late| late < now)
}

/// When people last confirmed a clause; openly, when that is overdue or was found not to be so.
fn confirmed(figure: &Figure, voice: &Voice, today: Date) -> Option<String> {
    let Figure::Confirmed { on, failed, due } = figure else { return None };
    if let Some(day) = failed {
        return Some(voice.say1("publication-failed", "date", voice.date(*day)));
    }
    let over = due.filter(|due| *due < today).map(|due| voice.date(due));
    match (on.map(|day| voice.date(day)), over) {
        (Some(on), None) => Some(voice.say1("publication-confirmed", "date", on)),
        (Some(on), Some(due)) => Some(voice.say2("publication-confirmed-overdue", "date", on, "due", due)),
        (None, Some(due)) => Some(voice.say1("publication-unconfirmed-overdue", "due", due)),
        (None, None) => None,
    }
}

fn figure(known: &Known, plan: &Plan, voice: &Voice) -> String {
    let date = voice.date(known.at.to_zoned(plan.zone().clone()).date());
    let short = |rules: &str| rules.chars().take(SHOWN).collect::<String>();
    match &known.figure {
        // Clauses that the program enforces have no such figure.
        Figure::Confirmed { .. } => String::new(),
        Figure::Keep { any: true, oldest: Some(oldest), next: Some(next) } => {
            let (oldest, next) = (voice.date(*oldest), voice.date(*next));
            let values = [("date", date.into()), ("oldest", oldest.into()), ("next", next.into())];
            voice.say_with("publication-kept", values)
        }
        Figure::Keep { any: true, .. } => voice.say1("publication-kept-few", "date", date),
        Figure::Keep { any: false, .. } => voice.say1("publication-kept-none", "date", date),
        Figure::Read { ways, rules } => {
            let values = [("date", date.into()), ("ways", (*ways).into()), ("rules", short(rules).into())];
            voice.say_with("publication-read", values)
        }
        Figure::Requests { overdue: true, .. } => voice.say1("publication-requests-overdue", "date", date),
        Figure::Requests { any: false, .. } => voice.say1("publication-requests-none", "date", date),
        Figure::Requests { .. } => voice.say1("publication-requests", "date", date),
        Figure::Never { tried, open: 0, rules } => {
            let values = [("date", date.into()), ("tried", (*tried).into()), ("rules", short(rules).into())];
            voice.say_with("publication-never", values)
        }
        Figure::Never { tried, open, .. } => {
            let values = [("date", date.into()), ("tried", (*tried).into()), ("open", (*open).into())];
            voice.say_with("publication-never-open", values)
        }
        Figure::Copies { kept } => {
            voice.say_with("publication-copies", [("date", date.into()), ("kept", (*kept).into())])
        }
    }
}

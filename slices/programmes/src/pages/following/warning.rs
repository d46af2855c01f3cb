//! Telling the coach that an answer may mean danger, where the statement says so (`warn`): said before, done at a button, never
//! while one types; and nothing of what was answered.

use organisation::{Desk as _, Visit, notify};
use programme::Kind;
use statement::plan::{Rule, Warning};

use super::trail::Trail;
use crate::{actions::WARNING_RAISE, consent, inventory::MAIL_WARNING, room::Room, store::warnings};

/// Whether the statement has this enrolment's coach told.
fn tells(visit: &Visit, trail: &Trail) -> bool {
    let Some(coach) = trail.enrolment.coach else { return false };
    let answers = visit.site.plan.category_of(Warning::ANSWERS);
    let tells = |warning: &Warning| {
        answers.is_some_and(|category| category.key == warning.category)
            && trail.names.facts().has_role(coach, &warning.role)
    };
    let mut warnings = visit.site.plan.clauses().iter().filter_map(|clause| match &clause.rule {
        Rule::Warning(warning) => Some(warning),
        _ => None,
    });
    warnings.any(tells)
}

/// What stands beside an exercise before one answers; empty where nobody would be told.
pub(super) fn told_before(visit: &Visit, trail: &Trail, kind: &Kind) -> String {
    if !kind.can_be_danger() || !tells(visit, trail) {
        return String::new();
    }
    trail
        .away_now(visit, "programmes-warning-before-away")
        .unwrap_or_else(|| visit.voice().say1("programmes-warning-before", "name", trail.coach(visit)))
}

/// What stands above urgent help when the coach was told: also that the coach is away, and that nobody looks meanwhile.
pub(super) fn told_after(visit: &Visit, trail: &Trail) -> String {
    trail
        .away_now(visit, "programmes-warning-told-away")
        .unwrap_or_else(|| visit.voice().say1("programmes-warning-told", "name", trail.coach(visit)))
}

/// An answer may mean danger: leaves the mark, and sends the mail without content. Returns whether the coach knows.
pub(super) async fn raise(visit: &Visit, trail: &Trail) -> bool {
    if !tells(visit, trail) {
        return false;
    }
    let raise = Room::write(visit, trail.enrolment.id, &WARNING_RAISE, |asker, work, room| {
        let coach = room.enrolment.coach.filter(|_| consent::stands(&asker.site.plan, &room.enrolment));
        let Some(coach) = coach else { return Ok(false) };
        if warnings::raise(&asker.scope, work, &room.grant, &room.enrolment)? {
            notify(work, coach, MAIL_WARNING, &format!("/caseload/{}", room.enrolment.id))?;
        }
        Ok(true)
    });
    // Urgent help is shown whatever becomes of it, and the page says whether the coach knows.
    raise.await.unwrap_or(false)
}

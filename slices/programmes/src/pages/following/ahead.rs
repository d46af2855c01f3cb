//! One's own programme on the first page.

use std::sync::Arc;

use access::{Grant, Resource};
use organisation::{
    Desk as _, Names, Visit,
    ahead::{Ahead, Step},
    pages::Failure,
};
use programme::Kind;
use store::Reader;

use super::{
    card::check_in_title,
    trail::{Trail, way},
};
use crate::{
    actions::{ENROLMENT_MINE, SELF_HELP_READ},
    library::{Library, Volume},
    model::Enrolment,
    routes::MINE,
    store::enrolments,
};

/// Says what one follows, and that there is something to begin.
pub struct Following(pub Library);

impl Ahead for Following {
    fn steps(&self, visit: &Visit, reader: &mut Reader<'_>) -> Result<Vec<Step>, Failure> {
        if !visit.site.has_page(MINE.path) || !visit.may(&ENROLMENT_MINE, &Resource::organisation()) {
            return Ok(Vec::new());
        }
        let voice = visit.voice();
        let mut steps = Vec::new();
        for closed in enrolments::mine(&visit.scope, reader)? {
            let Ok(grant) = visit.site.access.decide(&visit.scope, &SELF_HELP_READ, &closed.resource()) else {
                continue;
            };
            let enrolment = closed.check(&grant)?;
            if enrolment.ended.is_some() {
                continue;
            }
            let volume = self.0.find(&visit.scope, reader, enrolment.version)?.ok_or(Failure::Absent)?;
            for (title, href) in asked(visit, &self.0, reader, &enrolment, &grant, &volume)? {
                steps.push(Step { title, said: voice.say("programmes-ahead-check-in"), href, icon: "target" });
            }
            steps.push(Step {
                title: volume.programme.edition(visit.scope.language).title.clone(),
                said: voice.say("programmes-ahead-go"),
                href: way(enrolment.id, ""),
                icon: "sprout",
            });
        }
        if steps.is_empty() {
            steps.push(Step {
                title: voice.say("programmes-nav-following"),
                said: voice.say("programmes-ahead-begin"),
                href: MINE.path.to_owned(),
                icon: "sprout",
            });
        }
        Ok(steps)
    }
}

/// Goals of which it is asked today how they went. Two queries, where the programme has goals.
fn asked(
    visit: &Visit,
    library: &Library,
    reader: &mut Reader<'_>,
    enrolment: &Enrolment,
    grant: &Grant,
    volume: &Volume,
) -> Result<Vec<(String, String)>, Failure> {
    let mut exercises = volume.programme.edition(visit.scope.language).steps.iter().flat_map(|step| step.exercises());
    if !exercises.any(|exercise| matches!(exercise.kind, Kind::Goals(_))) {
        return Ok(Vec::new());
    }
    let opener = Arc::new(visit.site.store.opener(&visit.scope, grant));
    let trail = Trail::of(visit, library, reader, enrolment.clone(), (opener, Names::none()))?;
    let voice = visit.voice();
    let asked = trail.asked(visit).map_err(|_| Failure::Absent)?;
    Ok(asked.into_iter().map(|(of, day)| (check_in_title(&voice, of), trail.check_in_path(of, day))).collect())
}

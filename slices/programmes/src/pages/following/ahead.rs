//! One's own programme on the first page.

use access::Resource;
use organisation::{
    Desk as _, Visit,
    ahead::{Ahead, Step},
    pages::Failure,
};
use store::Reader;

use super::trail::way;
use crate::{
    actions::{ENROLMENT_MINE, SELF_HELP_READ},
    library::Library,
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

//! Those whom one coaches, on the first page.

use access::Resource;
use organisation::{
    Desk as _, Visit,
    ahead::{Ahead, Step},
    pages::Failure,
};
use store::Reader;

use crate::{
    actions::{CASELOAD_READ, ENROLMENT_READ},
    routes::CASELOAD,
    store::enrolments,
};

/// Says how many wait for an answer.
pub struct Caring;

impl Ahead for Caring {
    fn steps(&self, visit: &Visit, reader: &mut Reader<'_>) -> Result<Vec<Step>, Failure> {
        if !visit.site.has_page(CASELOAD.path) || !visit.may(&CASELOAD_READ, &Resource::organisation()) {
            return Ok(Vec::new());
        }
        let (mut all, mut waiting) = (0_i64, 0_i64);
        for closed in enrolments::caseload(&visit.scope, reader)? {
            let grant = match visit.site.access.decide(&visit.scope, &ENROLMENT_READ, &closed.resource()) {
                Ok(grant) => grant,
                Err(refused) if refused.awaits_undertaking() => return Err(refused.into()),
                Err(_) => continue,
            };
            all += 1;
            waiting += i64::from(closed.check(&grant)?.waits_since.is_some());
        }
        if all == 0 {
            return Ok(Vec::new());
        }
        let voice = visit.voice();
        Ok(vec![Step {
            title: voice.say("programmes-caseload-title"),
            said: voice.say2("programmes-ahead-caseload", "waiting", waiting, "all", all),
            href: CASELOAD.path.to_owned(),
            icon: "users",
        }])
    }
}

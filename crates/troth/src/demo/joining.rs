//! How made-up people come to an organisation: as people who have been there for a while.

use std::sync::Arc;

use accounts::{
    FoundError, Hasher, Resident,
    actions::FOUND,
    age::{self, Age},
    factors, settle,
    store::people::NewPerson,
};
use kernel::{Actor, Scope, SecretString, Timestamp};
use organisation::Organisation;
use registers::undertakings::accept_all;
use testkit::Person;
use zeroize::Zeroizing;

use super::{Acquaintance, PASSWORD, ago};
use crate::Failure;

/// The secret of the authenticator app of everybody whose role demands a second step.
const APP: &[u8; factors::codes::SECRET] = b"try-troth's own app!";

/// The code that this app shows.
pub(super) fn code(at: Timestamp) -> String {
    factors::codes::shown(APP, factors::codes::step(at))
}

/// Where people join.
pub(super) struct Joining<'a> {
    organisation: &'a Arc<Organisation>,
    now: Timestamp,
    hash: Zeroizing<Vec<u8>>,
}

impl<'a> Joining<'a> {
    /// An organisation that people join. They share one hash, as they share the password: hashing is slow on purpose.
    pub(super) async fn new(organisation: &'a Arc<Organisation>, hasher: &Hasher) -> Result<Self, Failure> {
        let hash = hasher.hash(SecretString::from(PASSWORD), &*organisation.rng).await;
        let hash = hash.map_err(|_| "the hashing threads are busy")?;
        Ok(Self { organisation, now: organisation.clock.now(), hash })
    }

    /// Lets somebody join so many days ago, with a second step where the role demands one.
    pub(super) async fn join(
        &self,
        person: &Person,
        role: &str,
        days: i64,
        about: &'static str,
    ) -> Result<Acquaintance, Failure> {
        let accepted = ago(self.now, days, 19);
        let resident = Resident {
            new: NewPerson {
                name: person.name(),
                email: person.email.parse().map_err(|_| "made-up addresses are addresses")?,
                language: person.language,
                role: role.to_owned(),
            },
            invited_at: ago(self.now, days + 2, 9),
            accepted_at: Some(accepted),
            left_at: None,
            hash: Some(self.hash.clone()),
        };
        // Where the statement asks it: made up, as the people are.
        let asked = age::asked_of(&self.organisation.plan, &[role.to_owned()]).is_some();
        let age = u32::try_from(19 + person.name().len() % 9).ok().and_then(Age::new).filter(|_| asked);
        let second_step = self.organisation.plan.demands_second_factor(role);
        let scope = Scope { now: accepted, ..self.organisation.scope(Actor::Job(FOUND.name)) };
        let organisation = Arc::clone(self.organisation);
        let settled = self.organisation.store.write(&scope, move |work| {
            let person = settle(work, &organisation, &resident)?;
            accept_all(work, &organisation.plan, person, &resident.new.role)?;
            if let Some(years) = age {
                let grant = organisation.access.decide_job(work.scope(), &FOUND, &access::Resource::organisation())?;
                age::store::say(work, &grant, person, years)?;
            }
            if second_step {
                let (job, about) = (&factors::actions::CHECK, access::Resource::person(person));
                let grant = organisation.access.decide_job(&work.scope().as_job(job.name), job, &about)?;
                factors::store::set(work, &grant, person, APP, 0)?;
            }
            Ok::<_, FoundError>(person)
        });
        let (name, email, role) = (person.name(), person.email.clone(), role.to_owned());
        Ok(Acquaintance { id: settled.await?, name, email, role, about, second_step })
    }
}

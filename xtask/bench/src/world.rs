//! A campus of its own for what is measured inside the process.

use std::{path::Path, sync::Arc};

use accounts::{Resident, settle, store::people::NewPerson};
use coaching::{
    actions,
    model::Trajectory,
    store::{dialogue, trajectories},
};
use kernel::{Actor, Archetype, Clock as _, Language, Member, OrganisationKey, PersonId, Role, Scope, Timestamp};
use organisation::Organisation;
use registers::undertakings::accept_all;
use testkit::TurningClock;
use troth::{
    config::{Config, OrganisationConfig},
    demo::STATEMENTS,
    installation::{self, Common},
    system::SystemRng,
};

use crate::Failure;

/// A campus with nobody in it.
pub(crate) struct World {
    pub(crate) campus: Arc<Organisation>,
    pub(crate) clock: Arc<TurningClock>,
}

impl World {
    /// Makes one in an empty folder.
    pub(crate) fn new(folder: &Path) -> Result<Self, Failure> {
        Self::under(folder, "campus")
    }

    /// Makes one under the statement of another organisation.
    pub(crate) fn under(folder: &Path, statement: &str) -> Result<Self, Failure> {
        installation::private_folder(&folder.join("keys"))?;
        let clock = Arc::new(TurningClock::at("2026-11-22T09:00:00Z"));
        let common = Common::new(Arc::clone(&clock) as _, Arc::new(SystemRng))?;
        let key = OrganisationKey::new("campus").ok_or("a proper key")?;
        let entry = OrganisationConfig {
            key,
            host: "campus.localhost".to_owned(),
            statement: "statement.kdl".into(),
            postgres: None,
            provider: None,
        };
        installation::private_folder(&folder.join("campus"))?;
        let (_, statement) = STATEMENTS.iter().find(|(name, _)| *name == statement).ok_or("a statement")?;
        std::fs::write(installation::statement_path(folder, &entry), statement)?;
        let campus = common.open(folder, &entry, "http://campus.localhost".to_owned())?;
        Ok(Self { campus, clock })
    }

    /// Opens the one organisation of an installation, at the present time. Nobody else may have it open.
    pub(crate) fn of(installation: &Path) -> Result<Self, Failure> {
        let clock = Arc::new(TurningClock::new(Timestamp::now()));
        let common = Common::new(Arc::clone(&clock) as _, Arc::new(SystemRng))?;
        let config = Config::read(installation)?;
        let entry = config.organisations.first().ok_or("an organisation")?;
        let campus = common.open(installation, entry, format!("http://{}", entry.host))?;
        Ok(Self { campus, clock })
    }

    /// Somebody with a role, and no password. `about` runs in the same commit.
    pub(crate) async fn settle_many(
        &self,
        role: Archetype,
        from: usize,
        count: usize,
        ended: Option<Timestamp>,
    ) -> Result<Vec<PersonId>, Failure> {
        let role = self.campus.plan.roles_of(role).next().ok_or("the role")?.key.clone();
        let now = self.clock.now();
        let scope = self.campus.scope(Actor::Job(accounts::actions::FOUND.name));
        let organisation = Arc::clone(&self.campus);
        self.campus
            .store
            .write(&scope, move |work| -> Result<Vec<PersonId>, Failure> {
                let mut made = Vec::with_capacity(count);
                for number in from..from + count {
                    let new = NewPerson {
                        name: format!("Person {number}"),
                        email: format!("{role}-{number}@bench.example").parse().map_err(|_| "an address")?,
                        language: Language::En,
                        role: role.clone(),
                    };
                    let resident = Resident { new, invited_at: now, accepted_at: Some(now), left_at: None, hash: None };
                    let person = settle(work, &organisation, &resident)?;
                    accept_all(work, &organisation.plan, person, &role)?;
                    if let Some(at) = ended {
                        work.emit("trajectory-ended", kernel::id::Id::uuid(person), at)?;
                    }
                    made.push(person);
                }
                Ok(made)
            })
            .await
    }

    /// Acts as somebody.
    pub(crate) fn scope(&self, person: PersonId, archetype: Archetype) -> Scope {
        let roles: Vec<Role> = self
            .campus
            .plan
            .roles_of(archetype)
            .map(|role| Role { key: role.key.as_str().into(), archetype })
            .collect();
        self.campus.scope(Actor::Member(Member { id: person, roles: roles.into() }))
    }

    /// Brings two people together.
    pub(crate) async fn link(
        &self,
        manager: PersonId,
        coach: PersonId,
        participant: PersonId,
    ) -> Result<Trajectory, Failure> {
        let scope = self.scope(manager, Archetype::Manager);
        let grant = self.campus.access.decide(&scope, &actions::TRAJECTORY_LINK, &access::Resource::organisation())?;
        let mine = scope.clone();
        self.campus
            .store
            .write(&scope, move |work| -> Result<Trajectory, Failure> {
                Ok(trajectories::begin(&mine, work, &grant, coach, participant)?)
            })
            .await
    }

    /// Writes one message, decided, logged, sealed, durable.
    pub(crate) async fn say(&self, participant: PersonId, trajectory: &Trajectory, text: &str) -> Result<(), Failure> {
        let scope = self.scope(participant, Archetype::Participant);
        let grant =
            self.campus.access.decide(&scope, &actions::DIALOGUE_WRITE, &access::Guarded::resource(trajectory))?;
        let (mine, about, text) = (scope.clone(), trajectory.clone(), text.to_owned());
        self.campus
            .store
            .write(&scope, move |work| -> Result<(), Failure> {
                dialogue::write(&mine, work, &grant, &about, &text, &[])?;
                Ok(())
            })
            .await
    }
}

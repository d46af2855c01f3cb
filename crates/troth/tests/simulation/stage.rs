//! The program at work beside the model.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
};

use access::{Guarded as _, Resource};
use accounts::{actions::FOUND, model::RoleId, store::people::NewPerson, store::sessions};
use coaching::{actions, model::Trajectory, store::dialogue, store::notes, store::trajectories};
use keeper::{Keeper, KeeperError, Keeping, Point};
use kernel::{
    Actor, Archetype, Inventory, Language, Member, OrganisationKey, PersonId, Role, Scope, Slice, Timestamp, Uuid,
    id::Id as _, jiff::civil,
};
use organisation::Organisation;
use store::{StoreError, Work, params};
use testkit::{SeededRng, TurningClock};
use troth::{assemble, config::OrganisationConfig, installation::Common};
use zeroize::Zeroizing;

use crate::{
    calendar::{Day, date},
    life::{Cast, Event},
    model::{CLASSES, Kind, One, Text, World},
};

kernel::queries! {
    /// What is there, by class and holder.
    EVERYTHING for ["keeper.keep"] =
        "SELECT 'account', person FROM account UNION SELECT 'account', person FROM account_role
         UNION SELECT 'sign-in', person FROM credential UNION SELECT 'sign-in', person FROM session
         UNION SELECT 'invitation', person FROM invitation UNION SELECT 'trajectory', id FROM trajectory
         UNION SELECT 'dialogue', trajectory FROM message UNION SELECT 'private-notes', trajectory FROM private_note";
}

static SIMULATION: Slice = Slice { name: "simulation", queries: QUERIES, ..Slice::EMPTY };

pub struct Stage {
    name: &'static str,
    text: Text,
    world: World,
    cast: Cast,
    ids: Vec<Option<PersonId>>,
    pairs: Vec<Option<Trajectory>>,
    /// Who began what, in the order of the lives; pairs that never came about are `None` above.
    began: usize,
    rng: SeededRng,
    clock: Arc<TurningClock>,
    site: Option<Arc<Organisation>>,
    common: Common,
    folder: tempfile::TempDir,
    told: BTreeSet<(usize, Day)>,
    paused_until: Option<Day>,
    /// Whether the keeper looks every night, or on those nights alone on which the model has something to say, and now
    /// and then: a look is what can take something, so nothing is missed in between.
    nightly: bool,
    pub gone: usize,
    looks: usize,
    stops: usize,
    announced: usize,
}

fn open(common: &Common, folder: &std::path::Path, name: &str) -> Arc<Organisation> {
    let config = OrganisationConfig {
        key: OrganisationKey::new(name).unwrap(),
        host: format!("{name}.localhost"),
        statement: "statement.kdl".into(),
        postgres: None,
        provider: None,
    };
    common.open(folder, &config, format!("http://{name}.localhost")).unwrap()
}

impl Stage {
    pub async fn open(
        (name, source): (&'static str, &str),
        begin: Day,
        (people, nightly): (usize, bool),
        seed: u64,
    ) -> Self {
        let text = Text::read(source);
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join(name)).unwrap();
        std::fs::write(folder.path().join(name).join("statement.kdl"), source).unwrap();
        let clock = Arc::new(TurningClock::at("2023-01-01T00:00:00Z"));
        let inventory = Inventory::new(assemble::SLICES.iter().copied().chain([&SIMULATION])).unwrap();
        let common = Common {
            inventory: Arc::new(inventory),
            words: Arc::new(assemble::words().unwrap()),
            clock: Arc::clone(&clock) as _,
            rng: Arc::new(SeededRng::new(seed)),
            demo: None,
        };
        let rng = SeededRng::new(seed + 100);
        let cast = Cast::by_chance(&rng, begin, people, text.coaches);
        let site = Some(open(&common, folder.path(), name));
        let world = World { people: vec![One::default(); people], pairs: Vec::new() };
        Self {
            name,
            text,
            world,
            cast,
            ids: vec![None; people],
            pairs: Vec::new(),
            began: 0,
            rng,
            clock,
            site,
            common,
            folder,
            told: BTreeSet::new(),
            paused_until: None,
            nightly,
            gone: 0,
            looks: 0,
            stops: 0,
            announced: 0,
        }
    }

    fn site(&self) -> &Arc<Organisation> {
        self.site.as_ref().unwrap()
    }

    fn instant(&self, day: Day, hour: i8, minute: i8) -> Timestamp {
        let (year, month, of_month) = date(day);
        let day = civil::date(year.try_into().unwrap(), month.try_into().unwrap(), of_month.try_into().unwrap());
        day.at(hour, minute, 0, 0).to_zoned(self.site().plan.zone().clone()).unwrap().timestamp()
    }

    /// A day: what happens in the small hours, the keeper's look, and what happens then.
    pub async fn day(&mut self, today: Day) {
        let events = self.cast.days.remove(&today).unwrap_or_default();
        let (early, late) = if self.rng.below(4) == 0 { (events, Vec::new()) } else { (Vec::new(), events) };
        let minute = [0, 1, 59][self.rng.below(3)];
        self.live(today, 0, minute, early).await;
        self.night(today).await;
        let (hour, minute) = [(3, 30), (12, 0), (23, 59)][self.rng.below(3)];
        self.live(today, hour, minute, late).await;
    }

    async fn live(&mut self, today: Day, hour: i8, minute: i8, events: Vec<Event>) {
        self.clock.set(self.instant(today, hour, minute));
        for event in events {
            self.happens(today, event).await;
        }
    }

    fn here(&self, n: usize) -> bool {
        let one = &self.world.people[n];
        one.held.contains("account") && one.held.contains("sign-in") && !one.events.contains_key("agreement-ended")
    }

    async fn happens(&mut self, today: Day, event: Event) {
        match event {
            Event::Invited(n) => self.invite(today, n).await,
            // Who has gone by then comes no more.
            Event::Accepted(n) if self.world.people[n].held.contains("account") => self.accept(today, n).await,
            Event::SignedIn(n) if self.here(n) => {
                self.work(
                    move |work, site, id| {
                        let on = sessions::Device { name: "", second: true };
                        sessions::begin(work, id, &site.plan, on).map(drop)
                    },
                    n,
                )
                .await;
                self.world.people[n].events.insert("last-login", today);
            }
            Event::Left(n) if self.here(n) => {
                self.work(|work, _, id| accounts::store::people::leave(work, id, work.now()).map(drop), n).await;
                self.world.people[n].events.insert("agreement-ended", today);
            }
            Event::Begun(coach, participant) => self.begin(coach, participant).await,
            Event::Wrote(pair) => self.write(pair).await,
            Event::Ended(pair) => self.end(today, pair).await,
            Event::Accepted(_) | Event::SignedIn(_) | Event::Left(_) => {}
        }
    }

    async fn work(
        &self,
        run: impl FnOnce(&mut Work<'_>, &Organisation, PersonId) -> Result<(), StoreError> + Send + 'static,
        n: usize,
    ) {
        let (site, id) = (Arc::clone(self.site()), self.ids[n].unwrap());
        let scope = site.scope(Actor::Job(FOUND.name));
        self.site().store.write(&scope, move |work| run(work, &site, id)).await.unwrap();
    }

    async fn invite(&mut self, today: Day, n: usize) {
        let site = Arc::clone(self.site());
        let scope = site.scope(Actor::Job(FOUND.name));
        let grant = site.access.decide_job(&scope, &FOUND, &Resource::organisation()).unwrap();
        let roles: Vec<String> = self.cast.archetypes[n].iter().map(|own| self.text.role_of(own)).collect();
        let written = roles.clone();
        let id = site.store.write::<_, StoreError, _>(&scope, move |work| {
            let new = NewPerson {
                name: format!("Somebody {n}"),
                email: format!("somebody{n}@people.example").parse().unwrap(),
                language: Language::En,
                role: written[0].clone(),
            };
            let now = work.now();
            let id = accounts::store::people::insert(work, &grant, &new, now)?;
            for role in &written[1..] {
                let row: RoleId = work.mint();
                work.run(&accounts::queries::ROLE_NEW, params![row, id, role.as_str()])?;
            }
            accounts::store::people::invite(work, &grant, id, id, "")?;
            Ok(id)
        });
        self.ids[n] = Some(id.await.unwrap());
        let one = &mut self.world.people[n];
        one.roles = roles;
        one.held.extend(["account", "invitation"]);
        one.events.extend([("invited", today), ("unanswered", today)]);
    }

    async fn accept(&mut self, today: Day, n: usize) {
        let (site, id) = (Arc::clone(self.site()), self.ids[n].unwrap());
        let scope = site.scope(Actor::Job(FOUND.name));
        let grant = site.access.decide_job(&scope, &FOUND, &Resource::organisation()).unwrap();
        let accepted = move |work: &mut Work<'_>| {
            let now = work.now();
            accounts::store::people::accept(work, id, now)?;
            let hash = Zeroizing::new(b"a hash".to_vec());
            accounts::store::people::set_credential(work, &grant, id, &hash, true)?;
            Ok::<_, StoreError>(())
        };
        site.store.write(&scope, accepted).await.unwrap();
        let one = &mut self.world.people[n];
        one.held.insert("sign-in");
        one.events.remove("unanswered");
        one.events.insert("credentials-issued", today);
    }

    fn member(&self, n: usize, archetype: Archetype) -> Scope {
        let role = Role { key: self.text.role_of(archetype.key()).as_str().into(), archetype };
        self.site().scope(Actor::Member(Member { id: self.ids[n].unwrap(), roles: [role].into() }))
    }

    /// Who may link people is not what is tried here, and not every statement lets somebody: the slice asks for a
    /// decision, and any will do.
    fn any_grant(&self) -> access::Grant {
        let scope = self.site().scope(Actor::Job(FOUND.name));
        self.site().access.decide_job(&scope, &FOUND, &Resource::organisation()).unwrap()
    }

    /// A pair begins if both are there; the participant's own periods stop.
    async fn begin(&mut self, coach: usize, participant: usize) {
        self.began += 1;
        if !self.here(coach) || !self.here(participant) {
            self.pairs.push(None);
            self.world.pairs.push(One { parties: Some((coach, participant)), ..One::default() });
            return;
        }
        let scope = self.member(coach, Archetype::Manager);
        let grant = self.any_grant();
        let (mine, two) = (scope.clone(), (self.ids[coach].unwrap(), self.ids[participant].unwrap()));
        let made = self.site().store.write(&scope, move |work| trajectories::begin(&mine, work, &grant, two.0, two.1));
        self.pairs.push(Some(made.await.unwrap()));
        let held = BTreeSet::from(["trajectory"]);
        self.world.pairs.push(One { parties: Some((coach, participant)), held, ..One::default() });
        self.world.people[participant].events.remove("trajectory-ended");
    }

    fn open_pair(&self, pair: usize) -> Option<Trajectory> {
        let open = self.world.pairs[pair].held.contains("trajectory");
        self.pairs[pair].clone().filter(|_| open && !self.world.pairs[pair].events.contains_key("trajectory-ended"))
    }

    async fn write(&mut self, pair: usize) {
        let Some(trajectory) = self.open_pair(pair) else { return };
        let (coach, participant) = self.world.pairs[pair].parties.unwrap();
        let access = &self.site().access;
        let (theirs, mine) = (self.member(participant, Archetype::Participant), self.member(coach, Archetype::Coach));
        self.promise(&mine);
        let said = access.decide(&theirs, &actions::DIALOGUE_WRITE, &trajectory.resource()).unwrap();
        let (scope, about) = (theirs.clone(), trajectory.clone());
        let wrote = move |work: &mut Work<'_>| dialogue::write(&scope, work, &said, &about, "A line.", &[]);
        self.site().store.write(&theirs, wrote).await.unwrap();
        let noted = access.decide(&mine, &actions::PRIVATE_NOTE_WRITE, &trajectory.resource()).unwrap();
        let scope = mine.clone();
        let wrote = move |work: &mut Work<'_>| notes::add_private_note(&scope, work, &noted, &trajectory, "A note.");
        self.site().store.write(&mine, wrote).await.unwrap();
        self.world.pairs[pair].held.extend(["dialogue", "private-notes"]);
    }

    /// What the coach promises is accepted; here that is no part of what is kept.
    fn promise(&self, scope: &Scope) {
        let (site, member) = (self.site(), scope.member().unwrap());
        for promise in registers::undertakings::open_for(&site.plan, &site.access, member) {
            site.store.acceptances().add(member.id, access::text_hash(promise), scope.now);
        }
    }

    async fn end(&mut self, today: Day, pair: usize) {
        let Some(trajectory) = self.open_pair(pair) else { return };
        let (coach, participant) = self.world.pairs[pair].parties.unwrap();
        let scope = self.member(coach, Archetype::Coach);
        let grant = self.any_grant();
        let mine = scope.clone();
        let ended = move |work: &mut Work<'_>| trajectories::end(&mine, work, &grant, &trajectory).map(drop);
        self.site().store.write(&scope, ended).await.unwrap();
        self.world.pairs[pair].events.insert("trajectory-ended", today);
        // The participant's own runs from the latest end with none running.
        let own = self.world.pairs.iter().filter(|other| other.parties.unwrap().1 == participant);
        let mut own = own.filter(|other| other.held.contains("trajectory"));
        if own.all(|other| other.events.contains_key("trajectory-ended")) {
            self.world.people[participant].events.insert("trajectory-ended", today);
        }
    }

    /// The keeper's look, and everything held against the model.
    async fn night(&mut self, today: Day) {
        let now = self.instant(today, 3, 0);
        self.clock.set(now);
        if self.paused_until.is_some_and(|until| today < until) {
            return;
        }
        let is_due = self.world.is_due(&self.text, today);
        let tells = || !self.world.announced(&self.text, today).is_subset(&self.told);
        if !self.nightly && !is_due && today % 90 != 0 && !tells() {
            return;
        }
        match self.rng.below(12) {
            // Nobody looks for a few nights: then somebody has to confirm the clock.
            0 => self.paused_until = Some(today + 3),
            1 => self.leap(today).await,
            2 | 3 if is_due => self.stopped().await,
            _ => {}
        }
        if self.paused_until == Some(today + 3) {
            return;
        }
        let report = self.keeper().keep(&self.scope(), Keeping { clock_is_right: true, ..Keeping::default() }).await;
        assert!(report.unwrap().is_done());
        self.gone += self.world.night(&self.text, today);
        self.looks += 1;
        self.compare(today).await;
        self.announce(today).await;
    }

    fn keeper(&self) -> Keeper {
        let site = self.site();
        site.keeper()
    }

    fn scope(&self) -> Scope {
        self.site().scope(Actor::Job(keeper::KEEP.name))
    }

    /// The clock shows a day a year ahead for a moment: nothing goes, and nobody is told.
    async fn leap(&mut self, today: Day) {
        let before = self.there().await;
        self.clock.set(self.instant(today + 365, 3, 0));
        let report = self.keeper().keep(&self.scope(), Keeping::default()).await.unwrap();
        assert!(self.looks == 0 || report.paused.is_some(), "{}: the leap went unseen", self.name);
        self.clock.set(self.instant(today, 3, 0));
        if report.paused.is_some() {
            assert_eq!(self.there().await, before, "{}: something went while the keeper waited", self.name);
        }
    }

    /// Stopped in the middle of a batch, as by a power cut, and started again.
    async fn stopped(&mut self) {
        let point = Point::ALL[self.rng.below(Point::ALL.len())];
        let keeping = Keeping { clock_is_right: true, stop: Some(point), ..Keeping::default() };
        match self.keeper().keep(&self.scope(), keeping).await {
            Err(KeeperError::Stopped(_)) => self.stops += 1,
            other => assert!(other.is_ok(), "{other:?}"),
        }
        self.site = None;
        self.site = Some(open(&self.common, self.folder.path(), self.name));
    }

    async fn there(&self) -> BTreeSet<(String, Uuid)> {
        let read = |reader: &mut store::Reader<'_>| {
            let rows = reader.all(&EVERYTHING, params![])?;
            rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.uuid(1)?))).collect::<Result<_, StoreError>>()
        };
        self.site().store.read(&self.scope(), read).await.unwrap()
    }

    async fn compare(&self, today: Day) {
        let there = self.there().await;
        let mut expected = BTreeSet::new();
        for (class, kind, ..) in CLASSES {
            let ones = if kind == Kind::Person { &self.world.people } else { &self.world.pairs };
            for (n, _) in ones.iter().enumerate().filter(|(_, one)| one.held.contains(class)) {
                let id = match kind {
                    Kind::Person => self.ids[n].unwrap().uuid(),
                    Kind::Pair => self.pairs[n].as_ref().unwrap().id.uuid(),
                };
                expected.insert((class.to_owned(), id));
            }
        }
        let early: Vec<_> = expected.difference(&there).collect();
        let late: Vec<_> = there.difference(&expected).collect();
        assert!(
            early.is_empty() && late.is_empty(),
            "{} on {:?}: gone too early {early:?}; left over {late:?}",
            self.name,
            date(today)
        );
    }

    /// Everybody whom the statement's text says is told on this day, each once, and nobody else.
    async fn announce(&mut self, today: Day) {
        let expected: BTreeSet<_> = self.world.announced(&self.text, today).difference(&self.told).copied().collect();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let ear = Arc::clone(&heard);
        let tell = move |_: &mut Work<'_>, person| {
            ear.lock().unwrap().push(person);
            Ok(())
        };
        self.keeper().announce(&self.scope(), tell).await.unwrap();
        let mut heard = heard.lock().unwrap().clone();
        let mut people: Vec<_> = expected.iter().map(|(n, _)| self.ids[*n].unwrap()).collect();
        heard.sort_unstable();
        people.sort_unstable();
        assert_eq!(heard, people, "{} on {:?}: told", self.name, date(today));
        self.announced += heard.len();
        self.told.extend(expected);
    }

    pub fn summary(&self) -> String {
        format!(
            "{} people, {} pairs, {} looks, {} things gone, {} told beforehand, {} batches stopped in the middle",
            self.ids.len(),
            self.pairs.iter().flatten().count(),
            self.looks,
            self.gone,
            self.announced,
            self.stops
        )
    }
}

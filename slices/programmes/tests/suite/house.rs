//! A university whose students follow programmes: a real statement, real decisions, a real database. Only the people are made
//! here, because the slice that keeps them is another one.

use std::{collections::BTreeMap, sync::Arc};

use access::{Access, Grant, Guarded as _, Resource};
use jiff::civil::Date;
use keeper::{Keeper, Keeping};
use kernel::{
    Actor,
    Archetype::{self, Coach, Manager, Participant},
    Clock as _, ExposeSecret as _, Inventory, Language, Member, OrganisationKey, PersonId, Role, Scope, SecretString,
    Slice, Uuid,
    id::Id as _,
    manifest::Action,
};
use programme::{Name, Package, Texts};
use store::{Cell, Engine, KeyEncryption, Opener, Reader, Store, StoreConfig, StoreError, Work, params};
use tempfile::TempDir;
use testkit::{SeededRng, TurningClock};
use troth_programmes::{
    SLICE, actions,
    model::{Enrolment, EnrolmentId, HandId, Place, Revision, RevisionId, Sheet, Shelf, VersionId},
    store::{enrolments, revisions, versions},
};

const STATEMENT: &str = include_str!("../../../../statements/selfhelp.kdl");
mod sql {
    kernel::queries! {
        PERSON for ["folk.name"] = "INSERT INTO person (id) VALUES ($1)";
        ACCOUNT for ["folk.name"] = "INSERT INTO account (person, role, name) VALUES ($1, $2, $3)";
        ALL for ["folk.name"] = "SELECT (SELECT COUNT(*) FROM enrolment) + (SELECT COUNT(*) FROM step_opening) + \
            (SELECT COUNT(*) FROM revision) + (SELECT COUNT(*) FROM response) + \
            (SELECT COUNT(*) FROM enrolment_warning) + (SELECT COUNT(*) FROM enrolment_device)";
        LEAVES for ["folk.name"] = "SELECT COUNT(*) FROM coach_leave";
    }
}

/// Who there is; the accounts slice keeps people in earnest.
static FOLK: Slice = Slice { queries: sql::QUERIES, ..testkit::folk::FOLK };

/// Everything that the house declares.
pub(crate) fn slices() -> [&'static Slice; 4] {
    [&store::SLICE, &keeper::SLICE, &FOLK, &SLICE]
}

/// Which database a test runs on.
#[derive(Clone, Debug)]
pub(crate) enum On {
    Sqlite,
    Postgres(String),
}

impl On {
    /// SQLite; and PostgreSQL where the full test command has started one.
    pub(crate) fn each() -> Vec<Self> {
        let postgres = testkit::postgres::url().map(Self::Postgres);
        [Self::Sqlite].into_iter().chain(postgres).collect()
    }
}

/// Somebody of the house.
#[derive(Clone, Copy)]
pub(crate) struct Who(u128, Archetype);

impl Who {
    pub(crate) fn is_coach(self) -> bool {
        self.1 == Coach
    }
}

pub(crate) const MANAGER: Who = Who(1, Manager);
pub(crate) const HANNA: Who = Who(2, Coach);
pub(crate) const OLAF: Who = Who(3, Coach);
pub(crate) const MARIA: Who = Who(4, Participant);
pub(crate) const PIET: Who = Who(5, Participant);

/// A page that somebody opened.
pub(crate) fn hand(number: u128) -> HandId {
    HandId::from_uuid(Uuid::from_u128(number))
}

/// A short name.
pub(crate) fn name(text: &str) -> Name {
    text.parse().unwrap()
}

/// A day.
pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A sheet with words.
pub(crate) fn words(text: &str) -> Sheet {
    Sheet::read(&format!("{{\"text\":{text:?}}}")).unwrap()
}

/// A programme of one text.
pub(crate) fn package(text: &str, files: BTreeMap<String, Vec<u8>>) -> Package {
    let texts: Texts = [(Language::En, text.to_owned())].into();
    Package::of(texts, files).unwrap_or_else(|faults| panic!("{faults:?}")).0
}

/// A small programme.
pub(crate) const EVENINGS: &str = include_str!("evenings.md");

/// The house.
pub(crate) struct House {
    pub(crate) store: Store,
    pub(crate) keeper: Keeper,
    pub(crate) access: Arc<Access>,
    pub(crate) clock: Arc<TurningClock>,
    pub(crate) folder: TempDir,
    plan: Arc<statement::Plan>,
    rng: Arc<SeededRng>,
}

impl House {
    /// A house in which everybody is and the small programme is published.
    pub(crate) async fn open(on: &On) -> Self {
        let folder = TempDir::new().unwrap();
        let clock = Arc::new(TurningClock::at("2026-03-02T09:00:00Z"));
        let rng = Arc::new(SeededRng::new(5));
        let inventory = Arc::new(Inventory::new(slices()).unwrap_or_else(|faults| panic!("{faults:?}")));
        // Who promises something and who has, is another slice's.
        let named =
            STATEMENT.replace("undertaking \"secrecy\" by=\"coach\"", "undertaking \"secrecy\" by=\"technician\"");
        let checked = statement::check(&named, Some(&inventory));
        let plan = Arc::new(checked.plan.unwrap_or_else(|| panic!("{:?}", checked.diagnostics)));
        let engine = match on {
            On::Sqlite => Engine::Sqlite,
            On::Postgres(url) => {
                let tail = folder.path().file_name().unwrap().to_string_lossy().to_lowercase().replace('.', "");
                Engine::Postgres { url: SecretString::from(url.clone()), schema: format!("programmes_{tail}") }
            }
        };
        let config = StoreConfig {
            folder: folder.path().join("data"),
            engine,
            keys: KeyEncryption::File(folder.path().join("key")),
            readers: 2,
        };
        let key = OrganisationKey::new("selfhelp").unwrap();
        let store = Store::open(config, key, Arc::clone(&inventory), clock.clone() as _, rng.clone() as _).unwrap();
        let access = Arc::new(Access::new(&plan, &inventory).unwrap().heeding(store.restrictions()));
        let keeper = Keeper::new(store.clone(), Arc::clone(&plan), inventory);
        let house = Self { store, keeper, access, clock, folder, plan, rng };
        for who in [MANAGER, HANNA, OLAF, MARIA, PIET] {
            house.settle(who).await;
        }
        house.publish(&package(EVENINGS, BTreeMap::new())).await;
        house
    }

    async fn settle(&self, who: Who) {
        let (scope, id) = (self.scope(who), self.id(who));
        let grant = self.access.decide(&scope, &testkit::folk::NAME, &Resource::person(id)).unwrap();
        self.write(who, move |_, work| {
            let cell = Cell { table: "account", column: "name", row: id.uuid(), holder: id.uuid(), also: None };
            let sealed = work.seal(&grant, &cell, b"Somebody")?;
            work.run(&sql::PERSON, params![id])?;
            work.run(&sql::ACCOUNT, params![id, who.1.key(), sealed])?;
            work.emit("credentials-issued", id.uuid(), work.now())
        })
        .await;
    }

    pub(crate) fn id(&self, who: Who) -> PersonId {
        PersonId::from_uuid(Uuid::from_u128(who.0))
    }

    pub(crate) fn scope(&self, who: Who) -> Scope {
        let roles = [Role { key: who.1.key().into(), archetype: who.1 }].into();
        self.scope_of(Actor::Member(Member { id: self.id(who), roles }))
    }

    fn scope_of(&self, actor: Actor) -> Scope {
        let scope = testkit::scope("selfhelp", actor, self.clock.now(), 0).unwrap();
        Scope { zone: self.plan.zone().clone(), rng: self.rng.clone(), ..scope }
    }

    pub(crate) fn may(&self, who: Who, action: &'static Action, about: &Resource) -> bool {
        self.access.decide(&self.scope(who), action, about).is_ok()
    }

    /// A grant that this somebody must get.
    pub(crate) fn grant(&self, who: Who, action: &'static Action, about: &Resource) -> Grant {
        let refused = |refused| panic!("{}: {refused:?}", action.name);
        self.access.decide(&self.scope(who), action, about).unwrap_or_else(refused)
    }

    pub(crate) async fn write<T: Send + 'static>(
        &self,
        who: Who,
        run: impl FnOnce(&Scope, &mut Work<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> T {
        let scope = self.scope(who);
        let own = scope.clone();
        self.store.write(&scope, move |work: &mut Work<'_>| run(&own, work)).await.unwrap()
    }

    pub(crate) async fn read<T: Send + 'static>(
        &self,
        who: Who,
        run: impl FnOnce(&Scope, &mut Reader<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> T {
        let scope = self.scope(who);
        let own = scope.clone();
        self.store.read(&scope, move |reader: &mut Reader<'_>| run(&own, reader)).await.unwrap()
    }

    pub(crate) async fn publish(&self, package: &Package) -> VersionId {
        let grant = self.grant(MANAGER, &actions::PROGRAMME_PUBLISH, &Resource::organisation());
        let package = package.clone();
        self.write(MANAGER, move |scope, work| versions::publish(scope, work, &grant, &package)).await
    }

    /// Somebody begins the small programme, and Hanna coaches.
    pub(crate) async fn enrol(&self, who: Who) -> Enrolment {
        let grant = self.grant(who, &actions::ENROLMENT_BEGIN, &Resource::organisation());
        let begun = self.write(who, move |s, work| enrolments::begin(s, work, &grant, &name("calm-evenings"))).await;
        let begun = begun.unwrap();
        let (id, coach) = (begun.id, self.id(HANNA));
        let grant = self.grant(MANAGER, &actions::ENROLMENT_ASSIGN, &begun.resource());
        assert!(self.write(MANAGER, move |s, work| enrolments::assign(s, work, &grant, id, coach)).await);
        self.enrolment(begun.id).await
    }

    /// An enrolment as it stands.
    pub(crate) async fn enrolment(&self, id: EnrolmentId) -> Enrolment {
        let found = self.read(MARIA, move |scope, reader| enrolments::find(scope, reader, id)).await.unwrap();
        let resource = found.resource();
        let whose = [MARIA, PIET].into_iter().find(|who| resource.parties.contains(&("participant", self.id(*who))));
        found.check(&self.grant(whose.unwrap(), &actions::ENROLMENT_READ, &resource)).unwrap()
    }

    /// Saves as its participant.
    pub(crate) async fn save(
        &self,
        of: &Enrolment,
        place: &Place,
        (hand, from): (HandId, &[RevisionId]),
        sheet: Sheet,
        finish: Option<revisions::Finish>,
    ) -> RevisionId {
        let who = if of.participant == self.id(MARIA) { MARIA } else { PIET };
        let grant = self.grant(who, &actions::SELF_HELP_WRITE, &of.resource());
        let (of, place, from) = (of.clone(), place.clone(), from.to_vec());
        self.write(who, move |scope, work| {
            let saving =
                revisions::Saving { place: &place, version: of.version, hand, from: &from, sheet: &sheet, finish };
            revisions::save(scope, work, &grant, &of, &saving)
        })
        .await
    }

    /// Finishes words at a place.
    pub(crate) async fn finish(&self, of: &Enrolment, place: &Place, text: &str, is_shared: bool) -> RevisionId {
        let finish = revisions::Finish { is_shared, has_moved: false };
        let hand = HandId::from_uuid(self.scope(MARIA).mint::<RevisionId>().uuid());
        let current = self.current(of).await.into_iter().filter(|revision| revision.place == *place);
        let from: Vec<_> = current.map(|revision| revision.id).collect();
        self.save(of, place, (hand, &from), words(text), Some(finish)).await
    }

    pub(crate) async fn current(&self, of: &Enrolment) -> Vec<Revision> {
        let of = of.clone();
        self.read(MARIA, move |scope, reader| revisions::current(scope, reader, &of, Date::MIN)).await
    }

    pub(crate) async fn history(&self, of: &Enrolment, place: &Place) -> Vec<Revision> {
        let (of, place) = (of.clone(), place.clone());
        self.read(MARIA, move |scope, reader| revisions::history(scope, reader, &of, &place)).await
    }

    /// What Maria reads of revisions.
    pub(crate) fn opened(&self, of: &Enrolment, revisions: &[Revision]) -> Vec<String> {
        let grant = self.grant(MARIA, &actions::SELF_HELP_READ, &of.resource());
        texts(&self.store.opener(&self.scope(MARIA), &grant), revisions)
    }

    /// All that a coach finds and reads, on all shelves.
    pub(crate) async fn coach_reads(&self, who: Who, of: &Enrolment) -> Vec<String> {
        let mut found = Vec::new();
        for (action, shelf) in [
            (&actions::ANSWER_LOOK, Shelf::Answers),
            (&actions::DIARY_LOOK, Shelf::Diaries),
            (&actions::MOOD_LOOK, Shelf::Moods),
        ] {
            let grant = self.grant(who, action, &of.resource());
            let own = of.clone();
            let rows = self.read(who, move |scope, reader| revisions::shared(scope, reader, &own)).await;
            let rows: Vec<_> = rows.into_iter().filter(|row| row.place.shelf() == shelf).collect();
            found.extend(texts(&self.store.opener(&self.scope(who), &grant), &rows));
        }
        found
    }

    /// How many rows there are of enrolments.
    pub(crate) async fn rows(&self) -> i64 {
        self.read(MANAGER, |_, reader| reader.one(&sql::ALL, params![])?.map_or(Ok(0), |row| row.int(0))).await
    }

    /// How many leaves of coaches there are.
    pub(crate) async fn leaves(&self) -> i64 {
        self.read(MANAGER, |_, reader| reader.one(&sql::LEAVES, params![])?.map_or(Ok(0), |row| row.int(0))).await
    }

    /// A look of the keeper.
    pub(crate) async fn keep(&self) {
        let keeping = Keeping { clock_is_right: true, ..Keeping::default() };
        let report = self.keeper.keep(&self.scope_of(Actor::Job("keeper.keep")), keeping).await.unwrap();
        assert!(report.is_done(), "{report:?}");
    }
}

fn texts(opener: &Opener, revisions: &[Revision]) -> Vec<String> {
    let text = |revision: &Revision| {
        let sheet = Sheet::read(opener.text(&revision.body).unwrap().expose_secret()).unwrap();
        sheet.get("text").unwrap_or_default().to_owned()
    };
    revisions.iter().map(text).collect()
}

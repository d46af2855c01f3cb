//! A campus with a manager, two coaches and two participants, reached through the front door: real doors, real
//! decisions by the campus's own statement, a real database. Only the people themselves are made here, because the
//! slice that keeps them is another one.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    future::Future,
    pin::Pin,
    sync::Arc,
};

use access::{Access, Resource};
use http::{
    Edge, EdgeSettings, Problem, Renderer, SignedIn,
    axum::{
        Router,
        body::{Body, to_bytes},
        http::{HeaderMap, Method, Request, StatusCode, header},
    },
};
use kernel::{
    Actor, Archetype, Inventory, Language, Member, OrganisationKey, PersonId, Role, Scope, Slice, Uuid, id::Id,
    words::Words,
};
use organisation::{Directory, Organisation, Parts, Reach, Sessions, Visit};
use store::{Cell, Engine, KeyEncryption, Reader, Sealed, Store, StoreConfig, StoreError, Work, params};
use tempfile::TempDir;
use testkit::{SeededRng, TurningClock};
use tower::ServiceExt as _;

/// The host of the campus.
pub(crate) const HOST: &str = "campus.localhost";
const CAMPUS: &str = include_str!("../../../../statements/campus.kdl");

mod sql {
    kernel::queries! {
        PERSON for ["folk.name"] = "INSERT INTO person (id) VALUES ($1)";
        ACCOUNT for ["folk.name"] = "INSERT INTO account (person, role, name) VALUES ($1, $2, $3)";
        NAMES for ["folk.name"] =
            "SELECT person, name FROM account WHERE person IN ($1, $2, $3, $4, $5, $6, $7, $8)";
        ROLE for ["folk.name"] = "SELECT person, name FROM account WHERE role = $1 ORDER BY person";
    }
}

/// Who there is; the accounts slice keeps people in earnest.
static FOLK: Slice = Slice { queries: sql::QUERIES, ..testkit::folk::FOLK };

static UI: Slice = Slice { name: "ui", words: ui::WORDS, ..Slice::EMPTY };

/// Everything that the house declares.
pub(crate) fn slices() -> [&'static Slice; 6] {
    [&store::SLICE, &organisation::SLICE, &http::SLICE, &UI, &FOLK, &troth_coaching::SLICE]
}

fn cell(person: PersonId) -> Cell {
    Cell { table: "account", column: "name", row: person.uuid(), holder: person.uuid(), also: None }
}

struct Folk {
    sessions: HashMap<[u8; 32], Member>,
}

impl Folk {
    fn rows(found: &[store::Row]) -> Result<Vec<(PersonId, Sealed)>, StoreError> {
        found
            .iter()
            .map(|row| {
                let person: PersonId = row.id(0)?;
                Ok((person, row.sealed(1, cell(person))?))
            })
            .collect()
    }
}

impl Directory for Folk {
    fn people(&self, reader: &mut Reader<'_>, ids: &[PersonId]) -> Result<organisation::Folk, StoreError> {
        let mut asked: Vec<store::Value> = ids.iter().map(|id| (*id).into()).collect();
        assert!(asked.len() <= 8, "the house is small");
        asked.resize_with(8, || store::Value::Null);
        let names = Self::rows(&reader.all(&sql::NAMES, &asked)?)?;
        Ok(organisation::Folk { names, ..organisation::Folk::default() })
    }

    fn with_archetype(
        &self,
        reader: &mut Reader<'_>,
        archetype: Archetype,
    ) -> Result<Vec<organisation::Member>, StoreError> {
        let people = Self::rows(&reader.all(&sql::ROLE, params![archetype.key()])?)?;
        Ok(people.into_iter().map(|(person, name)| organisation::Member { person, name, has_joined: true }).collect())
    }

    fn count(&self, reader: &mut Reader<'_>, archetype: Archetype) -> Result<usize, StoreError> {
        Ok(self.with_archetype(reader, archetype)?.len())
    }

    fn address(&self, _: &mut Reader<'_>, _: PersonId) -> Result<Option<Sealed>, StoreError> {
        Ok(None)
    }

    fn language(&self, _: &mut Reader<'_>, _: PersonId) -> Result<Option<Language>, StoreError> {
        Ok(Some(Language::En))
    }

    fn reach(&self, _: &mut Work<'_>, _: PersonId) -> Result<Reach, StoreError> {
        Ok(Reach::Unnoted)
    }

    fn lost(&self, _: &mut Reader<'_>) -> Result<HashSet<PersonId>, StoreError> {
        Ok(HashSet::new())
    }

    fn lose(&self, _: &mut Work<'_>, _: Uuid) -> Result<bool, StoreError> {
        Ok(false)
    }
}

impl Sessions for Folk {
    fn find<'a>(
        &'a self,
        _: &'a Organisation,
        _: &'a Scope,
        token_hash: [u8; 32],
    ) -> Pin<Box<dyn Future<Output = Result<Option<SignedIn>, Problem>> + Send + 'a>> {
        let member = self.sessions.get(&token_hash).cloned();
        Box::pin(async move {
            Ok(member.map(|member| SignedIn {
                session: Uuid::nil(),
                member,
                language: None,
                theme: http::Theme::Device,
                until: kernel::Timestamp::MAX,
                mail_lost: false,
            }))
        })
    }
}

struct Plainly;

impl Renderer<Organisation> for Plainly {
    fn problem(&self, _: &Visit, problem: &Problem) -> String {
        format!("problem {}: {problem:?}", problem.status())
    }

    fn unknown_host(&self) -> String {
        "unknown host".to_owned()
    }
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub(crate) fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |value| value.to_str().unwrap())
    }
}

/// Somebody of the house.
#[derive(Clone, Copy)]
pub(crate) struct Who(pub(crate) &'static str);

pub(crate) const MANAGER: Who = Who("Mona Manager");
pub(crate) const COACH: Who = Who("Hanna Coach");
pub(crate) const OTHER_COACH: Who = Who("Olaf Coach");
pub(crate) const MARIA: Who = Who("Maria Participant");
pub(crate) const PIET: Who = Who("Piet Participant");

const FOLKS: [(Who, Archetype); 5] = [
    (MANAGER, Archetype::Manager),
    (COACH, Archetype::Coach),
    (OTHER_COACH, Archetype::Coach),
    (MARIA, Archetype::Participant),
    (PIET, Archetype::Participant),
];

/// The house.
pub(crate) struct House {
    pub(crate) organisation: Arc<Organisation>,
    pub(crate) clock: Arc<TurningClock>,
    pub(crate) people: BTreeMap<&'static str, PersonId>,
    router: Router,
    _folder: TempDir,
}

fn token(who: Who) -> String {
    let letters: String = who.0.chars().filter(char::is_ascii_alphabetic).collect();
    format!("{letters:x<43}")
}

impl House {
    pub(crate) async fn open() -> Self {
        Self::opened(organisation::Doors::new()).await
    }

    /// The same, whose uploads a scanner looks at.
    pub(crate) async fn open_scanned_by(scanner: http::Scanner) -> Self {
        Self::opened(organisation::Doors::new().share(scanner)).await
    }

    async fn opened(doors: organisation::Doors) -> Self {
        let folder = TempDir::new().unwrap();
        let clock = Arc::new(TurningClock::at("2026-03-02T09:00:00Z"));
        let rng = Arc::new(SeededRng::new(3));
        let inventory = Arc::new(Inventory::new(slices()).unwrap_or_else(|faults| panic!("{faults:?}")));
        // Who promises something and who has, is another slice's.
        let text = CAMPUS.replace("undertaking \"secrecy\" by=\"coach\"", "undertaking \"secrecy\" by=\"technician\"");
        let checked = statement::check(&text, Some(&inventory));
        let plan = Arc::new(checked.plan.unwrap_or_else(|| panic!("{:?}", checked.diagnostics)));
        let access = Arc::new(Access::new(&plan, &inventory).unwrap());
        let key = OrganisationKey::new("campus").unwrap();
        let config = StoreConfig {
            folder: folder.path().join("data"),
            engine: Engine::Sqlite,
            keys: KeyEncryption::File(folder.path().join("keys/campus")),
            readers: 2,
        };
        let store =
            Store::open(config, key.clone(), Arc::clone(&inventory), clock.clone() as _, rng.clone() as _).unwrap();
        let mut people = BTreeMap::new();
        let mut sessions = HashMap::new();
        for (number, (who, archetype)) in FOLKS.into_iter().enumerate() {
            let id = PersonId::from_uuid(Uuid::from_u128(number as u128 + 1));
            people.insert(who.0, id);
            let roles = [Role { key: archetype.key().into(), archetype }].into();
            sessions.insert(http::cookie::hash(&token(who)), Member { id, roles });
        }
        let folk = Arc::new(Folk { sessions });
        let organisation = Arc::new(Organisation::new(Parts {
            key,
            plan,
            access,
            store,
            words: Arc::new(Words::new(slices().iter().flat_map(|slice| slice.words).copied()).unwrap()),
            inventory: Arc::clone(&inventory),
            clock: clock.clone() as _,
            rng: rng as _,
            directory: folk.clone(),
            sessions: folk,
            base_url: format!("http://{HOST}"),
            demo: None,
        }));
        let doors = troth_coaching::doors(doors).close(&inventory);
        let doors = doors.unwrap_or_else(|faults| panic!("{faults:?}"));
        let sites = [(HOST.to_owned(), Arc::clone(&organisation))];
        let router = Edge::new(sites, Arc::new(Plainly), EdgeSettings { tls: false }).router(doors);
        let house = Self { organisation, clock, people, router, _folder: folder };
        house.settle().await;
        house
    }

    async fn settle(&self) {
        for (who, archetype) in FOLKS {
            let person = self.id(who);
            let scope = self.scope(who);
            let grant =
                self.organisation.access.decide(&scope, &testkit::folk::NAME, &Resource::person(person)).unwrap();
            let written = self.organisation.store.write(&scope, move |work: &mut Work<'_>| {
                let name = work.seal(&grant, &cell(person), who.0.as_bytes())?;
                work.run(&sql::PERSON, params![person])?;
                work.run(&sql::ACCOUNT, params![person, archetype.key(), name])?;
                Ok::<_, StoreError>(())
            });
            written.await.unwrap();
        }
    }

    pub(crate) fn id(&self, who: Who) -> PersonId {
        self.people[who.0]
    }

    /// A scope for somebody, outside any request.
    pub(crate) fn scope(&self, who: Who) -> Scope {
        let archetype = FOLKS.iter().find(|(known, _)| known.0 == who.0).unwrap().1;
        let roles = [Role { key: archetype.key().into(), archetype }].into();
        self.organisation.scope(Actor::Member(Member { id: self.id(who), roles }))
    }

    pub(crate) async fn get(&self, who: Who, path: &str) -> Answer {
        self.send(Some(who), Method::GET, path, "", Vec::new()).await
    }

    /// Sends an ordinary form.
    pub(crate) async fn post(&self, who: Who, path: &str, fields: &[(&str, &str)]) -> Answer {
        let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let body: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        let body = body.join("&").into_bytes();
        self.send(Some(who), Method::POST, path, "application/x-www-form-urlencoded", body).await
    }

    /// Sends a message with files.
    pub(crate) async fn write(&self, who: Who, path: &str, text: &str, files: &[(&str, &[u8])]) -> Answer {
        let mut body = format!("--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n{text}\r\n").into_bytes();
        for (name, bytes) in files {
            let head = "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"";
            body.extend_from_slice(format!("{head}{name}\"\r\n\r\n").as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--b--\r\n");
        self.send(Some(who), Method::POST, path, "multipart/form-data; boundary=b", body).await
    }

    pub(crate) async fn send(
        &self,
        who: Option<Who>,
        method: Method,
        path: &str,
        content_type: &str,
        body: Vec<u8>,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, HOST)
            .header("sec-fetch-site", "same-origin")
            .header("sec-fetch-mode", "navigate")
            .header(header::ORIGIN, format!("http://{HOST}"));
        if !content_type.is_empty() {
            request = request.header(header::CONTENT_TYPE, content_type);
        }
        if let Some(who) = who {
            request = request.header(header::COOKIE, format!("{}={}", http::cookie::NAME, token(who)));
        }
        let response = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }

    /// Links a coach and a participant, and gives the trajectory's path.
    pub(crate) async fn link(&self, coach: Who, participant: Who) -> String {
        let (coach_id, participant_id) = (self.id(coach).to_string(), self.id(participant).to_string());
        let fields = [("coach", coach_id.as_str()), ("participant", participant_id.as_str())];
        let answer = self.post(MANAGER, "/trajectories", &fields).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/trajectories?done=linked"));
        let mine = self.get(participant, "/trajectories/mine").await.text();
        let from = mine.find("/trajectories/0").expect("the trajectory is listed");
        mine[from..].chars().take_while(|c| *c != '"').collect::<String>().replace("/dialogue#latest", "")
    }

    /// The bodies of all queued jobs: what a mail will be made of.
    pub(crate) async fn queued(&self) -> Vec<String> {
        let scope = self.organisation.scope(Actor::Job("mail.send"));
        let leased = self.organisation.store.write(&scope, |work: &mut Work<'_>| store::jobs::lease(work, 100, 60));
        leased.await.unwrap().into_iter().map(|job| job.arguments.to_string()).collect()
    }
}

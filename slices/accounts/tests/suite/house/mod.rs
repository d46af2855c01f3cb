//! A campus with accounts only: real store, real edge, mails kept in memory, a clock that turns.
#![allow(unreachable_pub, dead_code, reason = "a module of several tests, each of which needs a part of it")]

use std::{path::Path, sync::Arc};

use access::Access;
use http::{
    Edge, EdgeSettings, Problem, Renderer, Visit,
    axum::{
        Router,
        body::{Body, to_bytes},
        http::{Request, header},
    },
};
use kernel::{Clock, Inventory, OrganisationKey, Rng, SecretString, Slice, words::Words};
use organisation::{Doors, Organisation, Parts, Worker};
use post::{Gateway, GatewaySettings, Outbox};
use store::{Engine, KeyEncryption, Store, StoreConfig};
use testkit::{SeededRng, TurningClock};
use tower::ServiceExt as _;
use troth_accounts::{self as accounts, Hasher, People, provider::Providers};

static UI: Slice = Slice { name: "ui", words: ui::WORDS, ..Slice::EMPTY };
static SLICES: [&Slice; 16] = [
    &store::SLICE,
    &keeper::SLICE,
    &http::SLICE,
    &post::SLICE,
    &organisation::SLICE,
    &UI,
    &accounts::SLICE,
    &accounts::factors::SLICE,
    &accounts::factors::sms::SLICE,
    &accounts::address::SLICE,
    &accounts::age::SLICE,
    &accounts::registration::SLICE,
    &accounts::provider::SLICE,
    &accounts::mailbox::SLICE,
    &accounts::renewal::SLICE,
    &THIEF,
];

/// What whoever has the database and no key reads of it.
pub mod stolen {
    kernel::queries! {
        /// Sessions.
        SESSIONS for ["accounts.link"] = "SELECT token_hash FROM session";
        /// Links of accounts.
        LINKS for ["accounts.link"] = "SELECT token_hash FROM sign_in_link";
        /// Links of people who register.
        REGISTRATIONS for ["registration.begin"] = "SELECT link_hash FROM registration WHERE link_hash IS NOT NULL";
        /// Recovery codes.
        CODES for ["second-step.check"] = "SELECT code_hash FROM recovery_code";
        /// Secrets of authenticator apps.
        SEEDS for ["second-step.check"] = "SELECT secret FROM authenticator";
        /// Ages.
        AGES for ["accounts.link"] = "SELECT age FROM person_age";
        /// Passwords.
        PASSWORDS for ["accounts.sign-in"] = "SELECT password FROM credential";
    }
}

static THIEF: Slice = Slice { name: "thief", queries: stolen::QUERIES, ..Slice::EMPTY };

/// The values of a column, as they stand.
pub async fn read(house: &House, text: &'static kernel::manifest::Sql) -> Vec<Vec<u8>> {
    let scope = house.organisation.scope(kernel::Actor::Job(accounts::actions::SIGN_IN.name));
    let look = move |reader: &mut store::Reader<'_>| {
        reader.all(text, &[])?.iter().map(|row| row.bytes(0).map(<[u8]>::to_vec)).collect::<Result<Vec<_>, _>>()
    };
    house.organisation.store.read::<_, store::StoreError, _>(&scope, look).await.unwrap()
}

/// Its statement.
pub const CAMPUS: &str = include_str!("campus.kdl");

/// A campus to knock at.
pub struct House {
    pub organisation: Arc<Organisation>,
    pub clock: Arc<TurningClock>,
    pub outbox: Outbox,
    router: Router,
    workers: Vec<Arc<dyn Worker>>,
    _folder: tempfile::TempDir,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub to: String,
    /// Where it leads by itself after a moment.
    pub onward: String,
    /// All cookies that it sets, as a browser sends them back.
    pub cookie: String,
    pub body: String,
}

impl Answer {
    /// The page without the challenge for a passkey, which is drawn by chance for each page, whoever asks.
    pub fn without_chance(&self) -> String {
        let Some((before, rest)) = self.body.split_once("data-challenge=\"") else { return self.body.clone() };
        [before, rest.split_once('"').map_or("", |(_, after)| after)].concat()
    }
}

struct Plain;
impl Renderer<Organisation> for Plain {
    fn problem(&self, _: &Visit<Organisation>, problem: &Problem) -> String {
        match problem {
            Problem::Internal(reason) => format!("fault: {reason}"),
            _ => problem.word().to_owned(),
        }
    }
    fn unknown_host(&self) -> String {
        "nobody".to_owned()
    }
}

/// What the rooms and the slice declare.
pub fn inventory() -> Inventory {
    Inventory::new(SLICES).unwrap()
}

fn open(statement: &str, folder: &Path, clock: &Arc<TurningClock>, seed: u64) -> Arc<Organisation> {
    let clock: Arc<dyn Clock> = Arc::<TurningClock>::clone(clock);
    let rng: Arc<dyn Rng> = Arc::new(SeededRng::new(seed));
    let inventory = Arc::new(inventory());
    let checked = statement::check(statement, Some(&inventory));
    let plan = Arc::new(checked.plan.unwrap_or_else(|| panic!("{:#?}", checked.diagnostics)));
    let key = OrganisationKey::new("campus").unwrap();
    let config = StoreConfig {
        folder: folder.join("campus"),
        engine: Engine::Sqlite,
        keys: KeyEncryption::File(folder.join("key")),
        readers: 2,
    };
    let store = Store::open(config, key.clone(), Arc::clone(&inventory), Arc::clone(&clock), Arc::clone(&rng)).unwrap();
    let people = Arc::new(People::new(Arc::clone(&plan)));
    Arc::new(Organisation::new(Parts {
        access: Arc::new(Access::new(&plan, &inventory).unwrap().within(key.clone())),
        key,
        plan,
        store,
        words: Arc::new(Words::new(SLICES.iter().flat_map(|slice| slice.words).copied()).unwrap()),
        inventory,
        clock,
        rng,
        directory: Arc::clone(&people) as _,
        sessions: people,
        base_url: "https://campus.example".to_owned(),
        demo: None,
    }))
}

impl House {
    pub fn new() -> Self {
        Self::with(CAMPUS)
    }

    /// A campus with another statement.
    pub fn with(statement: &str) -> Self {
        Self::seeded(statement, 7)
    }

    /// A campus whose chance, and so whose keys, are others.
    pub fn seeded(statement: &str, seed: u64) -> Self {
        Self::made(statement, seed, |_| Providers::default())
    }

    /// A campus with a provider, as it is made for the campus's clock.
    pub fn with_provider(statement: &str, make: impl FnOnce(&Arc<TurningClock>) -> Providers) -> Self {
        Self::made(statement, 7, make)
    }

    fn made(statement: &str, seed: u64, make: impl FnOnce(&Arc<TurningClock>) -> Providers) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(TurningClock::at("2026-11-22T10:00:00Z"));
        let organisation = open(statement, folder.path(), &clock, seed);
        let hasher = Hasher::new(SecretString::from("pepper"));
        let outbox = Outbox::new();
        let doors = accounts::doors(Doors::new(), hasher).share(make(&clock));
        let bound = doors.close(&organisation.inventory).ok().unwrap();
        let sites = [("campus.example".to_owned(), Arc::clone(&organisation))];
        let router = Edge::new(sites, Arc::new(Plain), EdgeSettings { tls: true }).router(bound);
        let workers = accounts::workers(Arc::new(outbox.clone()), "post@campus.example".parse().unwrap());
        Self { organisation, clock, outbox, router, workers, _folder: folder }
    }

    /// The same campus, whose text messages go to a gateway at this address.
    #[allow(dead_code, reason = "shared by tests of which few text")]
    pub fn texting_by(mut self, url: &str) -> Self {
        let settings = GatewaySettings {
            url: url.to_owned(),
            posts: false,
            number: "to".to_owned(),
            text: "text".to_owned(),
            with: Vec::new(),
        };
        let gateway = Arc::new(Gateway::new(settings).unwrap());
        self.workers.push(accounts::text_worker(Some(gateway), Hasher::new(SecretString::from("pepper"))));
        self
    }

    async fn send(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let text = |name| parts.headers.get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
        let set = parts.headers.get_all(header::SET_COOKIE).iter().filter_map(|line| line.to_str().ok());
        let cookies: Vec<_> = set.filter_map(|line| line.split(';').next()).collect();
        let body = String::from_utf8_lossy(&to_bytes(body, usize::MAX).await.unwrap()).into_owned();
        assert!(!body.contains("[accounts-"), "a word is missing: {body}");
        let onward = text(header::REFRESH).trim_start_matches("0; url=").to_owned();
        Answer { status: parts.status.as_u16(), to: text(header::LOCATION), onward, cookie: cookies.join("; "), body }
    }

    pub async fn get(&self, path: &str, cookie: &str) -> Answer {
        let path = path.strip_prefix("https://campus.example").unwrap_or(path);
        let request = Request::get(path).header(header::HOST, "campus.example").header(header::COOKIE, cookie);
        self.send(request.body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
        let path = path.strip_prefix("https://campus.example").unwrap_or(path);
        let pairs = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let request = Request::post(path)
            .header(header::HOST, "campus.example")
            .header(header::COOKIE, cookie)
            .header("sec-fetch-site", "same-origin")
            .header(header::USER_AGENT, "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(http::Fields::new(pairs).to_urlencoded())).unwrap()).await
    }

    pub async fn upload(&self, path: &str, cookie: &str, list: &str, file: &[u8]) -> Answer {
        let mut body = format!("--b\r\nContent-Disposition: form-data; name=\"list\"\r\n\r\n{list}\r\n").into_bytes();
        if !file.is_empty() {
            let head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n\r\n";
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(file);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--b--\r\n");
        let request = Request::post(path)
            .header(header::HOST, "campus.example")
            .header(header::COOKIE, cookie)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Does the jobs that wait.
    pub async fn deliver(&self) {
        while organisation::jobs::run_due(&self.organisation, &self.workers).await.unwrap() > 0 {}
    }

    /// The link in the latest mail to an address.
    pub fn link_to(&self, address: &str) -> String {
        let mails = self.outbox.mails();
        let mail = mails.iter().find(|mail| mail.to().as_str() == address).expect("a mail came");
        mail.text().lines().find(|line| line.starts_with("https://")).expect("with a link").to_owned()
    }

    /// The first manager, signed in.
    pub async fn manager(&self) -> String {
        let address = "ingrid@example.org".parse().unwrap();
        let link = accounts::found(&self.organisation, "Ingrid Berg", &address).await.unwrap();
        let answer = self.post(&link, "", &[("password", "Seven green kites 7")]).await;
        assert_eq!((answer.status, answer.to.as_str()), (303, "/welcome"), "{}", answer.body);
        answer.cookie
    }

    /// Somebody whom the manager invites.
    pub async fn invite(&self, manager: &str, name: &str, email: &str, role: &str, note: &str) -> String {
        let fields = [("name", name), ("email", email), ("role", role), ("language", "en"), ("note", note)];
        let answer = self.post("/people/invitation", manager, &fields).await;
        assert_eq!((answer.status, answer.to.as_str()), (303, "/people?done=invited"), "{}", answer.body);
        self.deliver().await;
        self.link_to(email)
    }
}

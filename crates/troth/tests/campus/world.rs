//! A campus for tests, through the front door: real routes, a real store, a clock that turns, a mailbox.
//!
//! With `TROTH_TEST_POSTGRES_URL` set, the store is a schema of a database of the test's own there; else an SQLite file.

use std::{path::Path, sync::Arc};

use accounts::{
    Hasher, Resident,
    factors::{
        codes,
        passkeys::{self, PasskeyId},
        webauthn::Kept,
    },
    settle,
    store::people::NewPerson,
};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use http::{Current, Edge, EdgeSettings, Meters};
use keeper::SignedHead;
use kernel::{Actor, Archetype, Clock as _, Language, Member, OrganisationKey, PersonId, Role, Scope, SecretString};
use organisation::{Organisation, Worker};
use post::{Outbox, Texts};
use testkit::TurningClock;
use tower::ServiceExt as _;
use troth::{
    amending::Running,
    assemble::{self, Services},
    config::{Config, OrganisationConfig},
    installation::Common,
    problems::Problems,
    serve,
    status::{Status, Watched},
    system::SystemRng,
    verify_command::{self, Verified},
};

use crate::postgres;

pub const PASSWORD: &str = "Harbour-7-lantern";
/// What the apps of all whose role demands a second step hold.
const APP: &[u8] = b"20 bytes of a secret";

/// A campus at work.
pub struct Campus {
    pub folder: tempfile::TempDir,
    pub clock: Arc<TurningClock>,
    pub outbox: Outbox,
    pub texts: Texts,
    pub site: Arc<Organisation>,
    /// Another organisation of the same installation, of [`Campus::pair`] alone.
    other: Option<Arc<Organisation>>,
    pub router: Router,
    pub workers: Arc<[Arc<dyn Worker>]>,
    pub common: Common,
    meters: Arc<Meters>,
    running: Running,
    hasher: Hasher,
    mark: String,
}

/// A campus that is not at work.
pub struct Halted {
    pub folder: tempfile::TempDir,
    pub clock: Arc<TurningClock>,
    pub common: Common,
    outbox: Outbox,
    hasher: Hasher,
    mark: String,
}

impl Halted {
    /// As [`Self::start_in`], with the pepper of that folder.
    pub fn start_with(self, folder: tempfile::TempDir, pepper: SecretString) -> (Campus, tempfile::TempDir) {
        Self { hasher: Hasher::for_made_up_people(pepper), ..self }.start_in(folder)
    }

    /// Starts again from its own folder.
    pub fn start(self) -> Campus {
        let Self { folder, clock, outbox, hasher, mark, .. } = self;
        Campus::begin(folder, clock, outbox, hasher, mark)
    }

    /// Starts from what is in another folder; the one before comes back as it is.
    pub fn start_in(self, folder: tempfile::TempDir) -> (Campus, tempfile::TempDir) {
        let Self { folder: before, clock, outbox, hasher, mark, .. } = self;
        (Campus::begin(folder, clock, outbox, hasher, mark), before)
    }
}

/// An answer, with what a browser would do with it.
pub struct Answer {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn location(&self) -> String {
        self.headers.get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default()
    }
}

/// Somebody with a browser.
#[derive(Clone, Debug, Default)]
pub struct Browser {
    pub cookie: Option<String>,
}

pub fn statement(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../statements").join(format!("{name}.kdl"));
    std::fs::read_to_string(path).unwrap()
}

pub fn config(key: &str) -> OrganisationConfig {
    OrganisationConfig {
        key: OrganisationKey::new(key).unwrap(),
        host: format!("{}.localhost", key.split('-').next().unwrap()),
        statement: "statement.kdl".into(),
        postgres: postgres::url().map(SecretString::from),
        provider: None,
    }
}

/// Opens an organisation whose folder stands in `root`; waits for whoever has it open still.
pub fn open(common: &Common, root: &Path, key: &str) -> Arc<Organisation> {
    let entry = config(key);
    for _ in 0..100 {
        match common.open(root, &entry, format!("http://{}", entry.host)) {
            Ok(site) => return site,
            Err(fault) if fault.to_string().contains("in use by another process") => {
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
            Err(fault) => panic!("{fault}"),
        }
    }
    panic!("{key} is never free");
}

impl Campus {
    pub async fn new() -> Self {
        Self::with(&statement("campus")).await
    }

    /// A campus, and another organisation of the same installation.
    pub async fn pair() -> Self {
        Self::of(&statement("campus"), &["campus", "second"])
    }

    /// A campus with another statement.
    #[expect(clippy::unused_async, reason = "every other way to a campus waits")]
    pub async fn with(statement: &str) -> Self {
        Self::of(statement, &["campus"])
    }

    fn of(statement: &str, names: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let unique: [u8; 4] = kernel::rng::bytes(&SystemRng);
        // Keeps the schemas of tests that share a database apart.
        let mark: String = unique.iter().map(|byte| format!("{byte:02x}")).collect();
        for name in names {
            let home = folder.path().join(format!("{name}-{mark}"));
            std::fs::create_dir_all(&home).unwrap();
            std::fs::write(home.join("statement.kdl"), statement).unwrap();
        }
        let clock = Arc::new(TurningClock::at("2026-11-22T09:00:00Z"));
        let hasher = Hasher::for_made_up_people(SecretString::from("a pepper for tests"));
        Self::begin(folder, clock, Outbox::new(), hasher, mark)
    }

    fn begin(
        folder: tempfile::TempDir,
        clock: Arc<TurningClock>,
        outbox: Outbox,
        hasher: Hasher,
        mark: String,
    ) -> Self {
        let common = Common::new(Arc::clone(&clock) as _, Arc::new(SystemRng)).unwrap();
        let site = open(&common, folder.path(), &format!("campus-{mark}"));
        let second = format!("second-{mark}");
        let is_pair = folder.path().join(&second).exists();
        let other = is_pair.then(|| open(&common, folder.path(), &second));
        let texts = Texts::default();
        let services = Services {
            hasher: hasher.clone(),
            carrier: Arc::new(outbox.clone()),
            sender: "no-reply@campus.example".parse().unwrap(),
            providers: accounts::provider::Providers::default(),
            texting: Some(Arc::new(texts.clone())),
        };
        let doors = assemble::doors(&services, &common.inventory).unwrap_or_else(|faults| panic!("{faults:?}"));
        let problems = Arc::new(Problems::new(Arc::clone(&common.words)));
        let running = Running::new(&common, folder.path(), &config(&format!("campus-{mark}")), Arc::clone(&site));
        let second = other.iter().map(|other| ("second.localhost", Current::from(Arc::clone(other))));
        let sites = [("campus.localhost", running.current.clone())].into_iter().chain(second);
        let sites = sites.map(|(host, site)| (host.to_owned(), site));
        let meters = Arc::new(Meters::default());
        let edge = Edge::new(sites, problems, EdgeSettings { tls: false }).metered(Arc::clone(&meters));
        let (router, workers) = (edge.router(doors), assemble::workers(&services));
        Self { folder, clock, outbox, texts, site, other, router, workers, common, meters, running, hasher, mark }
    }

    /// Brings into force what is due, as the server does at midnight; whether anything changed.
    pub async fn amend(&mut self) -> bool {
        let changed = self.running.amend().await.unwrap();
        self.site = self.running.current.get();
        changed
    }

    /// Stops, as a process does, and starts again from what is on disk.
    pub fn restart(self) -> Self {
        let Self { folder, clock, outbox, site, other, router, workers, common, running, hasher, mark, .. } = self;
        drop((site, other, router, workers, common, running));
        Self::begin(folder, clock, outbox, hasher, mark)
    }

    /// Stops; the folder stays.
    pub fn stop(self) -> tempfile::TempDir {
        let Self { folder, site, other, router, workers, common, running, .. } = self;
        drop((site, other, router, workers, common, running));
        folder
    }

    /// Stops; whoever has this can start it again in another folder.
    pub fn halt(self) -> Halted {
        let Self { folder, clock, outbox, site, other, router, workers, common, running, hasher, mark, .. } = self;
        drop((site, other, router, workers, running));
        Halted { folder, clock, outbox, common, hasher, mark }
    }

    /// The other organisation of a [`Self::pair`].
    pub fn other(&self) -> &Arc<Organisation> {
        self.other.as_ref().expect("a pair")
    }

    /// The organisation's short name, and its schema in PostgreSQL.
    pub fn key(&self) -> String {
        format!("campus-{}", self.mark)
    }

    /// Something in today's access log that waits for an answer; its id.
    pub async fn finding(&self) -> String {
        let (person, id): ([u8; 16], [u8; 16]) = (kernel::rng::bytes(&SystemRng), kernel::rng::bytes(&SystemRng));
        let (person, id) = (kernel::Uuid::from_bytes(person), kernel::Uuid::from_bytes(id));
        let scope = Scope { now: self.clock.now(), ..self.site.scope(Actor::Job("evidence.watch")) };
        let day = kernel::Uuid::from_u128(20_261_122);
        let raise = move |work: &mut store::Work<'_>| {
            let now = work.now();
            work.run(&evidence::queries::FINDING_NEW, store::params![id, day, "odd", person, 5, now])
        };
        let raised: Result<u64, store::StoreError> = self.site.store.write(&scope, raise).await;
        assert_eq!(raised.unwrap(), 1);
        id.to_string()
    }

    /// Looks over everything, beside the campus at work; `heads` are a witness's.
    pub async fn verify(&self, heads: &[SignedHead]) -> Verified {
        self.site.store.flush().await.unwrap();
        let entry = config(&self.key());
        let config = Config {
            folder: self.folder.path().to_owned(),
            listen: ([127, 0, 0, 1], 0).into(),
            mail: None,
            sms: None,
            backup: None,
            edge: troth::config::EdgeConfig::default(),
            organisations: vec![entry.clone()],
        };
        verify_command::verify_one(&self.common, &config, &entry, heads).await.unwrap()
    }

    /// What whoever watches over the server is told in numbers, of which none is about anybody: routes by their pattern, no
    /// id, no address.
    pub async fn numbers(&self) -> String {
        let watched = Watched { site: self.running.current.clone(), folder: self.folder.path().join(self.key()) };
        let (meters, stopping) = (Arc::clone(&self.meters), Arc::default());
        let text = Status { meters, watched: [watched].into(), stopping }.text().await;
        for line in text.lines().filter(|line| line.starts_with("troth_requests_total")) {
            let route = line.split("route=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            let known = route == "none" || self.common.inventory.routes().any(|known| known.path == route);
            assert!(known, "no pattern of a manifest: {line}");
        }
        let words = || text.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-');
        assert!(!text.contains('@') && !words().any(|word| word.parse::<kernel::Uuid>().is_ok()), "{text}");
        text
    }

    /// Somebody who takes part already, with [`PASSWORD`], and has accepted what the role promises.
    pub async fn resident(&self, site: &Arc<Organisation>, name: &str, archetype: Archetype) -> PersonId {
        self.settled(site, name, role_on(site, archetype), true).await
    }

    /// The same, in one role of the statement.
    pub async fn resident_as(&self, name: &str, role: &str) -> PersonId {
        self.settled(&self.site, name, role, true).await
    }

    /// Somebody who takes part, and has accepted nothing yet.
    pub async fn newcomer(&self, name: &str, archetype: Archetype) -> PersonId {
        self.settled(&self.site, name, role_on(&self.site, archetype), false).await
    }

    async fn settled(&self, site: &Arc<Organisation>, name: &str, role: &str, promises: bool) -> PersonId {
        let hash = self.hasher.hash(SecretString::from(PASSWORD), &SystemRng).await.ok().unwrap();
        let now = self.clock.now();
        let resident = Resident {
            new: NewPerson {
                name: name.to_owned(),
                email: address(name).parse().unwrap(),
                language: Language::En,
                role: role.to_owned(),
            },
            invited_at: now,
            accepted_at: Some(now),
            left_at: None,
            hash: Some(hash),
        };
        let scope = Scope { now, ..site.scope(Actor::Job(accounts::actions::FOUND.name)) };
        let organisation = Arc::clone(site);
        let settled = site.store.write(&scope, move |work| {
            let person = settle(work, &organisation, &resident)?;
            if promises {
                registers::undertakings::accept_all(work, &organisation.plan, person, &resident.new.role)?;
            }
            if organisation.plan.demands_second_factor(&resident.new.role) {
                let (job, about) = (&accounts::factors::actions::CHECK, access::Resource::person(person));
                let grant = organisation.access.decide_job(&work.scope().as_job(job.name), job, &about)?;
                accounts::factors::store::set(work, &grant, person, APP, 0)?;
            }
            Ok::<_, accounts::FoundError>(person)
        });
        settled.await.unwrap()
    }

    /// Gives somebody a passkey that no device has.
    pub async fn give_passkey(&self, person: PersonId) -> PasskeyId {
        let job = &accounts::factors::actions::CHECK;
        let (site, scope) = (Arc::clone(&self.site), self.site.scope(Actor::Job(job.name)));
        let given = self.site.store.write(&scope, move |work| {
            let grant = site.access.decide_job(work.scope(), job, &access::Resource::person(person))?;
            let kept = Kept { id: vec![1; 16], key: vec![2; 91], counter: 0 };
            let now = work.now();
            passkeys::add(work, &grant, person, (&kept, "A key"), now)?;
            Ok::<_, accounts::FoundError>(passkeys::of(work, person)?.remove(0).id)
        });
        given.await.unwrap()
    }

    pub async fn sign_in(&self, site: &Arc<Organisation>, name: &str) -> Browser {
        self.sign_in_with(site, &address(name), PASSWORD).await.expect("these credentials are right")
    }

    pub async fn sign_in_with(&self, site: &Arc<Organisation>, email: &str, password: &str) -> Option<Browser> {
        let mut browser = Browser::default();
        let answer = self.post_to(site, &mut browser, "/sign-in", &[("email", email), ("password", password)]).await;
        assert!(answer.status == StatusCode::SEE_OTHER || browser.cookie.is_none(), "{}", answer.text());
        let page = answer.text();
        if let Some(proof) = page.split("name=\"proof\" value=\"").nth(1).and_then(|rest| rest.split('"').next()) {
            // No code counts twice: whoever signs in again at once shows the next one.
            let now = codes::step(self.clock.now());
            for code in (now - 1..=now + 1).map(|step| codes::shown(APP, step)) {
                let fields = [("proof", proof), ("code", &*code)];
                self.post_to(site, &mut browser, "/sign-in/second-step", &fields).await;
                if browser.cookie.is_some() {
                    break;
                }
            }
        }
        browser.cookie.is_some().then_some(browser)
    }

    /// Sets a second step up; [`Self::sign_in_with`] shows its codes from then on.
    pub async fn set_up_second_step(&self, browser: &mut Browser, password: &str) {
        let (secret, code) = (codes::letters(APP), codes::shown(APP, codes::step(self.clock.now()) - 1));
        let fields = [("secret", secret.as_str()), ("code", &code), ("password", password)];
        let answer = self.post(browser, "/profile/second-step", &fields).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    }

    pub async fn get(&self, browser: &mut Browser, path: &str) -> Answer {
        self.get_from(&self.site, browser, path).await
    }

    pub async fn get_from(&self, site: &Arc<Organisation>, browser: &mut Browser, path: &str) -> Answer {
        let request = Request::get(path);
        self.ask(site, browser, request, Body::empty()).await
    }

    pub async fn post(&self, browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_to(&self.site, browser, path, fields).await
    }

    pub async fn post_to(
        &self,
        site: &Arc<Organisation>,
        browser: &mut Browser,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Answer {
        let body: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(site, browser, request, Body::from(body.join("&"))).await
    }

    /// A form with files, as `multipart/form-data`; each file with its field and name.
    pub async fn upload(
        &self,
        browser: &mut Browser,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Answer {
        self.upload_to(&self.site, browser, path, fields, files).await
    }

    pub async fn upload_to(
        &self,
        site: &Arc<Organisation>,
        browser: &mut Browser,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            let head = format!("--troth\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(head.bytes());
        }
        for (field, name, bytes) in files {
            let head = "--troth\r\nContent-Disposition: form-data; name=";
            body.extend(format!("{head}\"{field}\"; filename=\"{name}\"\r\n\r\n").bytes());
            body.extend_from_slice(bytes);
            body.extend(b"\r\n");
        }
        body.extend(b"--troth--\r\n");
        let request = Request::post(path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=troth");
        self.ask(site, browser, request, Body::from(body)).await
    }

    /// A message in a dialogue, with files.
    pub async fn send(&self, browser: &mut Browser, trajectory: &str, text: &str, files: &[(&str, &str)]) {
        let files: Vec<_> = files.iter().map(|(name, content)| ("files", *name, content.as_bytes())).collect();
        let answer = self.upload(browser, &format!("{trajectory}/messages"), &[("text", text)], &files).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    }

    /// A form that is in order.
    pub async fn done(&self, browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.post(browser, path, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.text());
        answer.location()
    }

    /// A page that opens.
    pub async fn page(&self, browser: &mut Browser, path: &str) -> String {
        let answer = self.get(browser, path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
        answer.text()
    }

    /// Sends a form of a page of `page` that leads to something new, and gives the new link on `page` that begins
    /// with `start` and ends with `end`.
    pub async fn make(
        &self,
        browser: &mut Browser,
        form: (&str, &[(&str, &str)]),
        page: &str,
        (start, end): (&str, &str),
    ) -> String {
        let before = links(&self.page(browser, page).await, start, end);
        self.done(browser, form.0, form.1).await;
        let after = links(&self.page(browser, page).await, start, end);
        let fresh = after.iter().find(|link| !before.contains(link));
        fresh.unwrap_or_else(|| panic!("{page} has no new {start}…{end}: {after:?}")).clone()
    }

    /// A coach accepts what the role promises.
    pub async fn promise(&self, coach: &mut Browser) {
        let undertaking = self.site.plan.first::<statement::plan::Undertaking>().unwrap();
        let text = store::ledger::hex(&access::text_hash(undertaking));
        self.done(coach, http::UNDERTAKINGS, &[("text", &text)]).await;
    }

    /// Links two people; the trajectory's path.
    pub async fn link(&self, manager: &mut Browser, coach: PersonId, participant: PersonId) -> String {
        let before = self.trajectories(coach).await;
        let (coach_id, participant) = (coach.to_string(), participant.to_string());
        self.done(manager, "/trajectories", &[("coach", &coach_id), ("participant", &participant)]).await;
        let after = self.trajectories(coach).await;
        let fresh = after.into_iter().find(|id| !before.contains(id)).expect("a new trajectory");
        format!("/trajectories/{fresh}")
    }

    /// The trajectories of a coach.
    pub async fn trajectories(&self, coach: PersonId) -> Vec<kernel::Uuid> {
        let container = self.common.inventory.container("trajectory").unwrap();
        let scope = self.site.scope(Actor::Job(keeper::KEEP.name));
        let found = self
            .site
            .store
            .read(&scope, move |reader| store::derived::containers_of(reader, container, "coach", coach));
        found.await.unwrap()
    }

    /// The person with an address, while there is one.
    pub async fn person(&self, email: &str) -> Option<PersonId> {
        let email = email.parse().unwrap();
        let scope = self.site.scope(Actor::Job(accounts::actions::FOUND.name));
        let found = self.site.store.read(&scope, move |reader| accounts::store::people::by_email(reader, &email));
        found.await.unwrap()
    }

    /// The latest mail to an address: the path of its link.
    pub fn mailed_link(&self, address: &str) -> String {
        let mails = self.outbox.mails();
        let mail = mails.iter().find(|mail| mail.to().as_str() == address).expect("a mail came");
        let link = mail.text().lines().find(|line| line.starts_with("http://")).expect("with a link");
        link.strip_prefix(self.site.base_url.as_str()).expect("to the campus").to_owned()
    }

    /// The scope of a person with every role that a person can have here.
    pub fn scope_of(&self, person: PersonId, archetype: Archetype) -> Scope {
        self.site.scope(Actor::Member(member(&self.site, person, archetype)))
    }

    async fn ask(
        &self,
        site: &Arc<Organisation>,
        browser: &mut Browser,
        request: axum::http::request::Builder,
        body: Body,
    ) -> Answer {
        let host = site.base_url.trim_start_matches("http://");
        let mut request = request.header(header::HOST, host).header("sec-fetch-site", "same-origin");
        if let Some(cookie) = &browser.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        if let Some(set) = response.headers().get(header::SET_COOKIE) {
            let pair = set.to_str().unwrap().split(';').next().unwrap();
            browser.cookie = pair.split_once('=').is_some_and(|(_, value)| !value.is_empty()).then(|| pair.to_owned());
        }
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// Does all that waits in the queue.
    pub async fn run_jobs(&self) {
        while organisation::jobs::run_due(&self.site, &self.workers).await.unwrap() > 0 {}
    }

    /// Lets the keeper look, as it does at night; somebody has looked at the clock.
    pub async fn keep(&self) -> String {
        serve::keep_now(&self.site, false, true).await.unwrap()
    }
}

/// The first role of this archetype.
fn role_on(site: &Organisation, archetype: Archetype) -> &str {
    &site.plan.roles_of(archetype).next().expect("the statement has such a role").key
}

/// Somebody with a role of this archetype.
pub fn member(site: &Organisation, id: PersonId, archetype: Archetype) -> Member {
    let role = site.plan.roles_of(archetype).next().expect("the statement has such a role");
    Member { id, roles: [Role { key: role.key.as_str().into(), archetype }].into() }
}

/// The links and form addresses on a page that begin with `start` and end with `end`.
pub fn links(page: &str, start: &str, end: &str) -> Vec<String> {
    let quoted = page.split("=\"").skip(1).filter_map(|rest| rest.split('"').next());
    quoted
        .filter(|link| link.starts_with(start) && link.ends_with(end))
        .map(|link| link.replace("&#38;", "&"))
        .collect()
}

/// The made-up address of a made-up name.
pub fn address(name: &str) -> String {
    format!("{}@people.example", name.to_lowercase().replace(' ', "."))
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

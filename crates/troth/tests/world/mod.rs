//! A campus for tests, through the front door: real routes, a real store, a clock that turns, a mailbox.
//!
//! With `TROTH_TEST_POSTGRES_URL` set, the store is a schema of that database; else an SQLite file.

#![allow(dead_code, reason = "each test uses a part of this")]

use std::{path::Path, sync::Arc};

use accounts::{Hasher, Resident, settle, store::people::NewPerson};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use http::{Edge, EdgeSettings};
use kernel::{Actor, Archetype, Clock as _, Language, OrganisationKey, PersonId, Scope, SecretString};
use organisation::{Organisation, Worker};
use post::Outbox;
use testkit::TurningClock;
use tower::ServiceExt as _;
use troth::{
    assemble::{self, Services},
    config::OrganisationConfig,
    installation::Common,
    problems::Problems,
    serve,
    system::SystemRng,
};

pub const PASSWORD: &str = "Harbour-7-lantern";

/// A campus at work.
pub struct Campus {
    pub folder: tempfile::TempDir,
    pub clock: Arc<TurningClock>,
    pub outbox: Outbox,
    pub site: Arc<Organisation>,
    pub other: Arc<Organisation>,
    pub router: Router,
    pub workers: Arc<[Arc<dyn Worker>]>,
    pub common: Common,
    hasher: Hasher,
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
    #[allow(clippy::disallowed_methods, reason = "the test command names the database here")]
    let postgres = std::env::var("TROTH_TEST_POSTGRES_URL").ok().map(SecretString::from);
    OrganisationConfig {
        key: OrganisationKey::new(key).unwrap(),
        host: format!("{}.localhost", key.split('-').next().unwrap()),
        statement: "statement.kdl".into(),
        postgres,
    }
}

impl Campus {
    pub async fn new() -> Self {
        Self::with("").await
    }

    /// `mark` keeps schemas of tests that share a database apart.
    pub async fn with(mark: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(TurningClock::at("2026-11-22T09:00:00Z"));
        let common = Common::new(Arc::clone(&clock) as _, Arc::new(SystemRng)).unwrap();
        let unique: [u8; 4] = kernel::rng::bytes(&SystemRng);
        let unique: String = unique.iter().map(|byte| format!("{byte:02x}")).collect();
        let open = |name: &str, statement_of: &str| {
            let entry = config(&format!("{name}-{mark}{unique}"));
            let home = folder.path().join(entry.key.as_str());
            std::fs::create_dir_all(&home).unwrap();
            std::fs::write(home.join("statement.kdl"), statement(statement_of)).unwrap();
            let base_url = format!("http://{}", entry.host);
            (entry.host.clone(), common.open(folder.path(), &entry, base_url).unwrap())
        };
        let (host, site) = open("campus", "campus");
        let (other_host, other) = open("second", "campus");
        let outbox = Outbox::new();
        let hasher = Hasher::new(SecretString::from("a pepper for tests"));
        let services = Services {
            hasher: hasher.clone(),
            carrier: Arc::new(outbox.clone()),
            sender: "no-reply@campus.example".parse().unwrap(),
        };
        let doors = assemble::doors(&services, &common.inventory).unwrap();
        let problems = Arc::new(Problems::new(Arc::clone(&common.words)));
        let sites = [(host, Arc::clone(&site)), (other_host, Arc::clone(&other))];
        let router = Edge::new(sites, problems, EdgeSettings { tls: false }).router(doors);
        let workers = assemble::workers(&services);
        Self { folder, clock, outbox, site, other, router, workers, common, hasher }
    }

    /// Somebody who takes part already, with [`PASSWORD`].
    pub async fn resident(&self, site: &Arc<Organisation>, name: &str, archetype: Archetype) -> PersonId {
        let hash = self.hasher.hash(SecretString::from(PASSWORD), &SystemRng).await.ok().unwrap();
        let now = self.clock.now();
        let resident = Resident {
            new: NewPerson {
                name: name.to_owned(),
                email: address(name).parse().unwrap(),
                language: Language::En,
                role: site.plan.roles_of(archetype).next().unwrap().key.clone(),
            },
            invited_at: now,
            accepted_at: Some(now),
            left_at: None,
            hash: Some(hash),
        };
        let scope = Scope { now, ..site.scope(Actor::Job(accounts::actions::FOUND.name)) };
        let organisation = Arc::clone(site);
        site.store.write(&scope, move |work| settle(work, &organisation, &resident)).await.unwrap()
    }

    pub async fn sign_in(&self, site: &Arc<Organisation>, name: &str) -> Browser {
        self.sign_in_with(site, &address(name), PASSWORD).await.expect("these credentials are right")
    }

    pub async fn sign_in_with(&self, site: &Arc<Organisation>, email: &str, password: &str) -> Option<Browser> {
        let mut browser = Browser::default();
        let answer =
            self.post_to(site, &mut browser, "/sign-in", &[("email", email), ("password", password)]).await;
        assert!(answer.status == StatusCode::SEE_OTHER || browser.cookie.is_none(), "{}", answer.text());
        browser.cookie.is_some().then_some(browser)
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
        let request =
            Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(site, browser, request, Body::from(body.join("&"))).await
    }

    /// A form with a file, as `multipart/form-data`.
    pub async fn upload(
        &self,
        browser: &mut Browser,
        path: &str,
        fields: &[(&str, &str)],
        file: (&str, &str, &str, &[u8]),
    ) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(format!("--troth\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
        }
        let (field, name, kind, bytes) = file;
        body.extend(
            format!(
                "--troth\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: {kind}\r\n\r\n"
            )
            .bytes(),
        );
        body.extend(bytes);
        body.extend(b"\r\n--troth--\r\n");
        let request = Request::post(path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=troth");
        self.ask(&self.site, browser, request, Body::from(body)).await
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

    /// Lets the keeper look, as it does at night.
    pub async fn keep(&self) -> String {
        serve::keep_now(&self.site, false, true).await.unwrap()
    }
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

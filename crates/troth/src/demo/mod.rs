//! `troth demo`: five organisations with made-up people, their mail to read, and a clock to turn.
//!
//! Nothing of this runs in an ordinary installation: its pages stand behind a router of their own, which only this
//! command puts in front of the edge.

mod education;
mod elsewhere;
mod joining;
mod lectures;
mod mailings;
mod pages;
mod registers;
mod requests;
mod selfhelp;
mod visitor;
mod world;

use std::{
    collections::BTreeMap,
    net::{Ipv4Addr, Ipv6Addr, SocketAddr},
    path::{Path, PathBuf},
    sync::Arc,
};

use accounts::Hasher;
use axum::Router;
use http::{Edge, EdgeSettings, ServeLimits};
use jiff::ToSpan as _;
use kernel::{Clock as _, OrganisationKey, PersonId, words::Voice};
use organisation::{Organisation, Worker};
use post::{Outbox, Texting, Texts};
use testkit::ShiftedClock;
use tower::ServiceExt as _;
use ui::DemoBar;

use self::elsewhere::Elsewhere;
use crate::{
    Failure,
    amending::Running,
    assemble,
    assemble::Services,
    cli,
    config::{Config, EdgeConfig, OrganisationConfig},
    installation::{self, Common, Lock},
    problems::Problems,
    say, serve,
    system::{SystemClock, SystemRng},
};

/// The statements of the five organisations, in the order in which they are listed.
pub const STATEMENTS: [(&str, &str); 5] = [
    ("campus", include_str!("../../../../statements/campus.kdl")),
    ("selfhelp", include_str!("../../../../statements/selfhelp.kdl")),
    ("training", include_str!("../../../../statements/training.kdl")),
    ("lectures", include_str!("../../../../statements/lectures.kdl")),
    ("education", include_str!("../../../../statements/education.kdl")),
];

/// The password of everybody in the demonstration.
pub const PASSWORD: &str = "Try-Troth-2026";

/// Somebody whom a visitor can be.
#[derive(Clone, Debug)]
pub struct Acquaintance {
    /// The person.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// The address to sign in with.
    pub email: String,
    /// The key of the role.
    pub role: String,
    /// What makes this person worth a visit: the key of a word.
    pub about: &'static str,
    /// Whether this person signs in with a second step.
    pub second_step: bool,
}

/// The running demonstration.
pub struct Demo {
    clock: Arc<ShiftedClock>,
    outbox: Outbox,
    texts: Texts,
    common: Common,
    workers: Arc<[Arc<dyn Worker>]>,
    organisations: Vec<Running>,
    /// Whom one can be, by the key of the organisation.
    people: BTreeMap<&'static str, Vec<Acquaintance>>,
    elsewhere: Elsewhere,
    port: u16,
}

/// Runs the demonstration until it is told to stop.
///
/// # Errors
/// When the port is taken or the data cannot be made.
pub async fn run(command: cli::Demo) -> Result<(), Failure> {
    let (listener, second) = listen(command.port).await?;
    let port = listener.local_addr()?.port();
    let folder = folder(command.data)?;
    let _lock = Lock::take(&folder)?;
    say("Making five organisations with made-up people ...");
    let (demo, app) = make(&folder, port).await?;
    // From here on: what made-up people did until now would bury what a newcomer is to read.
    serve::log(false);
    let background = serve::background(&demo.organisations, &demo.workers);
    say(&format!(
        "Troth's demonstration is ready: http://localhost:{port}\n\
         Its data is in {}. Everybody's password is {PASSWORD}. Stop it with Ctrl-C.",
        folder.display()
    ));
    crate::print(&format!("http://localhost:{port}"));
    let limits = ServeLimits::default();
    match second {
        Some(second) => {
            let (one, two) = tokio::join!(
                http::serve(listener, app.clone(), limits, serve::stopped()),
                http::serve(second, app, limits, serve::stopped())
            );
            one.and(two)?;
        }
        None => http::serve(listener, app, limits, serve::stopped()).await?,
    }
    drop(background);
    for site in &demo.organisations {
        serve::write_visits(&site.current.get()).await;
    }
    Ok(())
}

/// Makes the world in `folder`, to be reached at `port`.
///
/// # Errors
/// When a statement, a store or the doors are at fault.
pub async fn make(folder: &Path, port: u16) -> Result<(Arc<Demo>, Router), Failure> {
    installation::private_folder(folder)?;
    installation::private_folder(&folder.join("keys"))?;
    let clock = Arc::new(ShiftedClock::new(Arc::new(SystemClock)));
    let mut common = Common::new(Arc::clone(&clock) as _, Arc::new(SystemRng))?;
    let bar_clock = Arc::clone(&clock);
    common.demo = Some(Arc::new(move |voice: &Voice| bar(voice, &bar_clock, port)));
    let outbox = Outbox::new();
    let sender = "no-reply@campus.example".parse().map_err(|_| "the demonstration's address")?;
    let hasher = Hasher::new(serve::pepper(folder)?);
    let elsewhere = Elsewhere::new(port, Arc::clone(&clock) as _)?;
    let providers = elsewhere.providers()?;
    let texts = Texts::default();
    let texting = Some(Arc::new(texts.clone()) as Arc<dyn Texting>);
    let services = Services { hasher: hasher.clone(), carrier: Arc::new(outbox.clone()), sender, providers, texting };
    let mut config = Config {
        folder: folder.to_owned(),
        listen: SocketAddr::from((Ipv4Addr::LOCALHOST, port)),
        edge: EdgeConfig::default(),
        mail: None,
        sms: None,
        backup: None,
        organisations: vec![],
    };
    let mut organisations = Vec::new();
    for (name, statement) in STATEMENTS {
        let key = OrganisationKey::new(name).ok_or("the demonstration's organisations have proper keys")?;
        let host = format!("{name}.localhost");
        let entry = OrganisationConfig { key, host, statement: "statement.kdl".into(), postgres: None, provider: None };
        installation::private_folder(&config.folder_of(&entry.key))?;
        std::fs::write(installation::statement_path(folder, &entry), statement)?;
        let opened = common.open(folder, &entry, format!("http://{name}.localhost:{port}"))?;
        organisations.push(Running::new(&common, folder, &entry, opened));
        config.organisations.push(entry);
    }
    installation::write(&config)?;
    let doors = assemble::doors(&services, &common.inventory).map_err(serve::faults)?;
    let sites = config.organisations.iter().zip(&organisations);
    let sites = sites.map(|(entry, site)| (entry.host.clone(), site.current.clone()));
    let edge =
        Edge::new(sites, Arc::new(Problems::new(Arc::clone(&common.words))), EdgeSettings { tls: false }).router(doors);
    let people = settle(&organisations, &hasher, &edge).await?;
    let workers = assemble::workers(&services);
    let demo = Arc::new(Demo { clock, outbox, texts, common, workers, organisations, people, elsewhere, port });
    let own = pages::router(Arc::clone(&demo));
    let app = Router::new().fallback(move |request: axum::extract::Request| {
        let chosen = if pages::is_own(&request) { own.clone() } else { edge.clone() };
        async move { chosen.oneshot(request).await.unwrap_or_else(|never| match never {}) }
    });
    Ok((demo, app))
}

impl Demo {
    /// Turns the clock on and does all that falls due on the way, as the nights would have.
    ///
    /// # Errors
    /// When an organisation's keeper cannot do its work.
    pub async fn turn(&self, days: u32) -> Result<(), Failure> {
        self.clock.advance_days(days);
        for running in &self.organisations {
            running.amend().await?;
            let organisation = running.current.get();
            serve::keep_now(&organisation, false, true).await?;
            while organisation::jobs::run_due(&organisation, &self.workers).await? > 0 {}
        }
        Ok(())
    }

    /// The campus's latest receipts, newest first.
    async fn receipts(&self) -> Vec<keeper::Receipt> {
        let campus = self.campus();
        let keeper = campus.keeper();
        let scope = campus.scope(kernel::Actor::Job(keeper::KEEP.name));
        keeper.receipts(&scope, 12).await.unwrap_or_default()
    }

    /// What an organisation is called.
    fn campus(&self) -> Arc<Organisation> {
        self.organisations[0].current.get()
    }
}

/// Lets made-up people live in the five organisations, and tells who is worth meeting where.
async fn settle(
    organisations: &[Running],
    hasher: &Hasher,
    edge: &Router,
) -> Result<BTreeMap<&'static str, Vec<Acquaintance>>, Failure> {
    let at = |key: &str| {
        let found = organisations.iter().map(|running| running.current.get()).find(|one| one.key.as_str() == key);
        found.ok_or("the demonstration has this organisation")
    };
    let (campus, firm, university, service) = (at("campus")?, at("training")?, at("lectures")?, at("education")?);
    let steady = at("selfhelp")?;
    let people = world::fill(&campus, hasher).await?;
    registers::fill(&campus, edge, "campus.localhost", &people).await?;
    Ok(BTreeMap::from([
        ("campus", people),
        ("selfhelp", selfhelp::fill(&steady, hasher).await?),
        ("training", mailings::fill(&firm, hasher, edge, "training.localhost").await?),
        ("lectures", lectures::fill(&university, hasher, edge, "lectures.localhost").await?),
        ("education", education::fill(&service, hasher, edge, "education.localhost").await?),
    ]))
}

/// IPv4 and, where there is one, IPv6: a browser may choose either for `*.localhost`.
async fn listen(port: u16) -> Result<(tokio::net::TcpListener, Option<tokio::net::TcpListener>), Failure> {
    let taken = |error| format!("port {port}: cannot listen: {error}; choose another with --port");
    let first = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(taken)?;
    let same = first.local_addr()?.port();
    let second = tokio::net::TcpListener::bind((Ipv6Addr::LOCALHOST, same)).await.ok();
    Ok((first, second))
}

fn folder(wish: Option<PathBuf>) -> Result<PathBuf, Failure> {
    let Some(folder) = wish else {
        let name: [u8; 6] = kernel::rng::bytes(&SystemRng);
        let name: String = name.iter().map(|byte| format!("{byte:02x}")).collect();
        let folder = std::env::temp_dir().join(format!("troth-demo-{name}"));
        installation::private_folder(&folder)?;
        return Ok(folder);
    };
    if folder.exists() && std::fs::read_dir(&folder)?.next().is_some() {
        return Err(
            format!("{}: the folder is not empty; the demonstration begins in a new one", folder.display()).into()
        );
    }
    installation::private_folder(&folder)?;
    Ok(folder)
}

fn bar(voice: &Voice, clock: &ShiftedClock, port: u16) -> DemoBar {
    let now = clock.now().to_zoned(jiff::tz::TimeZone::get("Europe/Amsterdam").unwrap_or(jiff::tz::TimeZone::UTC));
    let front = format!("http://localhost:{port}");
    DemoBar {
        clock: voice.moment(now.datetime()),
        clock_path: format!("{front}/_demo/clock"),
        outbox_path: format!("{front}/_demo/mail"),
        people_path: format!("{front}/_demo"),
    }
}

/// A day some time before `now`, at an hour of the working day.
fn ago(now: kernel::Timestamp, days: i64, hour: i64) -> kernel::Timestamp {
    let day = now.to_zoned(jiff::tz::TimeZone::UTC).checked_sub(days.days()).and_then(|at| at.start_of_day());
    let at = day.and_then(|at| at.checked_add(hour.hours()));
    at.map_or(now, |at| at.timestamp())
}

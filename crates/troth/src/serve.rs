//! `troth serve`, `troth keep` and `troth organisation add`.

use std::{
    fs,
    path::PathBuf,
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use accounts::Hasher;
use http::{Current, Edge, EdgeSettings, Meters};
use jiff::ToSpan as _;
use keeper::Keeping;
use kernel::{Actor, Archetype, OrganisationKey, SecretString};
use organisation::{Organisation, Worker};
use post::{Address, Carrier, Gateway, Security, Smtp, SmtpSettings, Texting};
use statement::plan::rule::Backup as BackupClause;

use crate::{
    Failure,
    amending::{self, Running},
    assemble,
    assemble::Services,
    cli,
    config::{Config, MailConfig, OrganisationConfig},
    copies,
    installation::{self, Common, Lock},
    print,
    problems::Problems,
    provider, returned, say,
    status::{Status, Watched},
    system::{SystemClock, SystemRng},
    wire,
};

/// Log lines go to standard error, as text or each as JSON; `TROTH_LOG` chooses how many (`info` when it says nothing).
pub fn log(json: bool) {
    #[expect(clippy::disallowed_methods, reason = "the binary reads the environment")]
    let wish = std::env::var("TROTH_LOG").unwrap_or_else(|_| "warn,troth=info".to_owned());
    let filter = tracing_subscriber::EnvFilter::new(wish);
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let begun = if json { lines.json().flatten_event(true).try_init() } else { lines.try_init() };
    // Whoever logs already goes on as it does.
    if begun.is_ok() {
        crate::IS_LOG.store(json, Ordering::Relaxed);
    }
    // A panic's own text may repeat what somebody wrote (I6): only its place is told.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a part of the program panicked");
    }));
}

/// Serves the installation until it is told to stop.
///
/// # Errors
/// When configuration, statements or stores cannot be used, or the address is taken.
pub async fn serve(folder: PathBuf) -> Result<(), Failure> {
    let config = Config::read(&folder)?;
    let _lock = Lock::take(&folder)?;
    if config.organisations.is_empty() {
        return Err("there is no organisation yet; add one with `troth organisation add`".into());
    }
    let common = Common::new(Arc::new(SystemClock), Arc::new(SystemRng))?;
    let services = services(&config)?;
    let mut sites: Vec<(String, Running)> = Vec::new();
    let mut unlocking = Vec::new();
    for organisation in &config.organisations {
        let opened = common.open(&folder, organisation, base_url(&config, &organisation.host))?;
        provider::fit(organisation, &opened.plan)?;
        unlocking.push(copies::stand_ready(&opened, config.backup.as_ref()).await?);
        if opened.is_locked() {
            say(&format!(
                "{} is locked: its data is older than its ledger. What was done since is done again first.",
                organisation.key
            ));
        }
        if config.backup.is_none() && opened.plan.all::<BackupClause>().next().is_some() {
            say(&format!(
                "{}: the statement promises backups, and {} names no place for them: backup to=\"…\" recovery=\"…\"",
                organisation.key,
                crate::config::FILE
            ));
        }
        if config.sms.is_none() && accounts::factors::sms::is_offered(&opened.plan) {
            return Err(format!(
                "{}: the statement offers codes by text message, and {} names no gateway: sms url=\"…\" (or publish a \
                 version whose `second-factor` does not name `sms`)",
                organisation.key,
                crate::config::FILE
            )
            .into());
        }
        let host = without_port(&organisation.host).to_owned();
        sites.push((host, Running::new(&common, &folder, organisation, opened)));
    }
    let running: Vec<_> = sites.iter().map(|(_, site)| site.clone()).collect();
    let sites = sites.into_iter().map(|(host, site)| (host, site.current));
    let mut doors = assemble::doors(&services, &common.inventory).map_err(faults)?;
    if config.edge.security_contacts.is_empty() {
        say(&format!(
            "Nobody is named to whom a weakness can be told, so there is no /.well-known/security.txt. Name somebody in \
             {}: security-contact \"mailto:…\"",
            crate::config::FILE
        ));
    } else {
        doors = doors.share(publication::SecurityContacts(config.edge.security_contacts.clone().into()));
    }
    if let Some(scanner) = config.edge.scanner.clone() {
        doors = doors.share(scanner);
    }
    let tls =
        config.edge.speaks_tls() || config.organisations.iter().all(|organisation| !is_for_trying(&organisation.host));
    let meters = Arc::new(Meters::default());
    let edge = Edge::new(sites, Arc::new(Problems::new(Arc::clone(&common.words))), EdgeSettings { tls });
    let edge = edge.metered(Arc::clone(&meters));
    let wires = wire::listen(&config, &common, &meters).await?;
    let scheme = if config.edge.speaks_tls() { "https" } else { "http" };
    say(&format!("Serving {} organisations on {scheme}://{}", running.len(), wires.main.local_addr()?));
    let status = Status { meters, watched: watched(&config, &running), stopping: Arc::default() };
    let mut background = background(&running, &assemble::workers(&services));
    background.0.extend(unlocking.into_iter().map(tokio::spawn));
    background.0.push(tokio::spawn(returned::watch(folder.clone(), running.clone())));
    background.0.extend(copying(&common, &Arc::new(config), &running));
    wires.serve(edge.router(doors), status).await?;
    drop(background);
    for site in running {
        write_visits(&site.current.get()).await;
    }
    Ok(())
}

fn watched(config: &Config, running: &[Running]) -> Arc<[Watched]> {
    let each = config.organisations.iter().zip(running);
    each.map(|(entry, running)| Watched { site: running.current.clone(), folder: config.folder_of(&entry.key) })
        .collect()
}

/// The address of an organisation's site: by TLS, but for hosts under `localhost`, which browsers trust without it.
pub(crate) fn base_url(config: &Config, host: &str) -> String {
    if is_for_trying(host) {
        let host = without_port(host);
        format!("http://{host}:{}", config.listen.port())
    } else {
        format!("https://{host}")
    }
}

pub(crate) fn is_for_trying(host: &str) -> bool {
    let host = without_port(host);
    host == "localhost" || host.ends_with(".localhost")
}

/// The work beside requests: it ends when this is dropped.
pub struct Background(Vec<tokio::task::JoinHandle<()>>);

impl Drop for Background {
    fn drop(&mut self) {
        for task in &self.0 {
            task.abort();
        }
    }
}

/// Starts the queue, the keeper and the amendments of each organisation, as soon as it is not locked.
pub fn background(organisations: &[Running], workers: &Arc<[Arc<dyn Worker>]>) -> Background {
    let queues = organisations.iter().map(|running| {
        let (site, workers) = (running.current.clone(), Arc::clone(workers));
        tokio::spawn(async move {
            site.get().unlocked().await;
            organisation::jobs::run(site, workers).await;
        })
    });
    let keepers = organisations.iter().map(|running| tokio::spawn(keep_nightly(running.current.clone())));
    let amendments = organisations.iter().map(|running| tokio::spawn(amending::at_midnight(running.clone())));
    let visits = organisations.iter().map(|running| tokio::spawn(note_visits(running.current.clone())));
    Background(queues.chain(keepers).chain(amendments).chain(visits).collect())
}

/// Writes what visits leave, every few minutes, or sooner when much waits.
async fn note_visits(current: Current<Organisation>) {
    const BETWEEN: Duration = Duration::from_secs(300);
    current.get().unlocked().await;
    loop {
        let waiting = Arc::clone(&current.get().visits);
        let _ = tokio::time::timeout(BETWEEN, waiting.filling()).await;
        let site = current.get();
        // By itself: what was taken is written also when the server is told to stop meanwhile.
        let _ = tokio::spawn(async move { write_visits(&site).await }).await;
    }
}

/// Writes what visits left.
pub(crate) async fn write_visits(organisation: &Organisation) {
    if let Err(error) = visits::write(organisation).await {
        tracing::error!(organisation = %organisation.key, %error, "what visits left could not be written; it is counted");
    }
}

/// Starts what copies each organisation, where the configuration names a place.
fn copying(common: &Common, config: &Arc<Config>, running: &[Running]) -> Vec<tokio::task::JoinHandle<()>> {
    let Some(backup) = &config.backup else { return Vec::new() };
    let each = config.organisations.iter().zip(running).map(|(entry, site)| {
        let (site, common, config) = (site.current.clone(), common.clone(), Arc::clone(config));
        tokio::spawn(copies::keep_copies(site, common, config, entry.clone(), backup.clone()))
    });
    each.collect()
}

/// Keeps at the start, and then each night at three in the organisation's own zone.
async fn keep_nightly(current: Current<Organisation>) {
    current.get().unlocked().await;
    loop {
        let organisation = current.get();
        if let Err(error) = keep_now(&organisation, false, false).await {
            tracing::error!(organisation = %organisation.key, %error, "keeping failed; it is tried again");
            tokio::time::sleep(Duration::from_secs(600)).await;
            continue;
        }
        let now = organisation.clock.now().to_zoned(organisation.plan.zone().clone());
        let next = now.start_of_day().and_then(|day| day.checked_add(1.day().hours(3)));
        let wait = next.ok().and_then(|next| Duration::try_from(now.duration_until(&next)).ok());
        drop(organisation);
        wait_and_mend(&current, wait.unwrap_or(Duration::from_secs(86_400))).await;
    }
}

/// Waits for the night; in the meantime tries again what failed, and goes on when somebody has confirmed a clock that
/// had leapt.
async fn wait_and_mend(current: &Current<Organisation>, wait: Duration) {
    const BETWEEN: Duration = Duration::from_secs(300);
    let leapt = async || {
        let organisation = current.get();
        let scope = organisation.scope(Actor::Job(keeper::KEEP.name));
        organisation.keeper().leap(&scope).await.is_ok_and(|leap| leap.is_some())
    };
    let (mut left, paused) = (wait, leapt().await);
    while !left.is_zero() {
        let nap = left.min(BETWEEN);
        tokio::time::sleep(nap).await;
        left -= nap;
        if paused && !leapt().await {
            return;
        }
        let organisation = current.get();
        let scope = organisation.scope(Actor::Job(keeper::KEEP.name));
        if let Err(error) = organisation.keeper().retry(&scope, false).await {
            tracing::error!(organisation = %organisation.key, %error, "what failed could not be tried again");
        }
        if let Err(error) = exceptions::look(&organisation).await {
            tracing::error!(organisation = %organisation.key, %error, "who is to be told of changes was not found out");
        }
    }
}

/// One look of the keeper, as text for a person.
///
/// # Errors
/// When something could not be done; what was done stays done, the rest is tried again.
pub async fn keep_now(organisation: &Organisation, dry_run: bool, clock_is_right: bool) -> Result<String, Failure> {
    let keeper = organisation.keeper();
    let scope = organisation.scope(Actor::Job(keeper::KEEP.name));
    let report = keeper.keep(&scope, Keeping { dry_run, clock_is_right, stop: None }).await?;
    if !dry_run && report.paused.is_none() {
        let ending =
            |work: &mut store::Work<'_>, person| organisation::notify(work, person, keeper::MAIL_ENDING, "/my-data");
        keeper.announce(&scope, ending).await?;
        oversight::remind(organisation).await?;
        requests::remind(organisation).await?;
        requests::alternatives::pass_on(organisation).await?;
        registers::duties::remind(organisation).await?;
        registers::papers::remind(organisation).await?;
        exceptions::look(organisation).await?;
        let mut figures = registers::duties::figures(organisation).await?;
        figures.extend(requests::figures(organisation).await?);
        keeper.gather(&scope, &organisation.access, figures).await?;
        visits::write(organisation).await?;
        visits::count(organisation).await?;
        programmes::look(organisation).await?;
        programmes::outcomes::look(organisation, &programmes::library::Library::default()).await?;
        let raised = evidence::watch(organisation).await?;
        if raised > 0 {
            tracing::warn!(organisation = %organisation.key, raised, "access that asks for an answer was found");
        }
    }
    if let Some(leap) = &report.paused {
        tracing::warn!(organisation = %organisation.key, last = %leap.last, "the clock leapt: keeping waits");
    }
    if !report.open.is_empty() {
        tracing::error!(organisation = %organisation.key, open = report.open.len(), "some acts are not finished");
    }
    Ok(report.text(
        &organisation.voice(organisation.plan.languages().first().copied().unwrap_or_default()),
        &organisation.plan,
    ))
}

/// `troth keep`.
///
/// # Errors
/// When an organisation cannot be opened, or something could not be done.
pub async fn keep(command: cli::Keep) -> Result<(), Failure> {
    let folder = command.installation.data;
    let config = Config::read(&folder)?;
    let _lock = Lock::take(&folder)?;
    let common = Common::new(Arc::new(SystemClock), Arc::new(SystemRng))?;
    for organisation in &config.organisations {
        let opened = common.open(&folder, organisation, base_url(&config, &organisation.host))?;
        let scope = opened.scope(Actor::Job(keeper::KEEP.name));
        if opened.store.is_restored(&scope).await? {
            return Err(
                format!("{}: it was brought back from a backup; run `troth replay` first", organisation.key).into()
            );
        }
        print(&format!("{}\n{}", organisation.key, keep_now(&opened, command.dry_run, command.clock_is_right).await?));
    }
    Ok(())
}

/// `troth organisation add`.
///
/// # Errors
/// When the statement cannot be used, a name is taken, or the store cannot be made.
pub async fn add_organisation(command: cli::OrganisationAdd) -> Result<(), Failure> {
    let folder = command.installation.data;
    let mut config = Config::read(&folder)?;
    let _lock = Lock::take(&folder)?;
    let key = OrganisationKey::new(&command.key).ok_or_else(|| {
        format!("`{}` cannot name an organisation; use small letters, digits and hyphens", command.key)
    })?;
    if config.organisations.iter().any(|known| known.key == key || known.host == command.host) {
        return Err("an organisation with this name or host is there already".into());
    }
    let address: Address =
        command.manager_email.parse().map_err(|_| format!("`{}` is no e-mail address", command.manager_email))?;
    let common = Common::new(Arc::new(SystemClock), Arc::new(SystemRng))?;
    let plan = common.plan(&command.statement)?;
    if plan.roles_of(Archetype::Manager).next().is_none() {
        return Err(
            "the statement has no role that stands on `manager`; add one, so that someone can invite people".into()
        );
    }
    let entry = OrganisationConfig {
        key: key.clone(),
        host: command.host.clone(),
        statement: "statement.kdl".into(),
        postgres: command.postgres.map(SecretString::from),
        provider: None,
    };
    installation::private_folder(&config.folder_of(&key))?;
    fs::copy(&command.statement, installation::statement_path(&folder, &entry))?;
    let organisation = common.open(&folder, &entry, base_url(&config, &command.host))?;
    let link = accounts::found(&organisation, &command.manager_name, &address).await?;
    config.organisations.push(entry);
    installation::write(&config)?;
    print(&format!(
        "Added {key}. Its first manager opens this link to begin; it works once:\n\n{link}\n\n\
         Start the server with `troth serve --data {}`.",
        folder.display()
    ));
    Ok(())
}

fn services(config: &Config) -> Result<Services, Failure> {
    let (carrier, sender): (Arc<dyn Carrier>, Address) = match &config.mail {
        Some(mail) => (Arc::new(smtp(mail)?), mail.from.parse().map_err(|_| "mail: `from` is no e-mail address")?),
        None => {
            return Err(
                format!("{}: say where mail goes: mail server=\"smtp://…\" from=\"…\"", crate::config::FILE).into()
            );
        }
    };
    let providers = provider::providers(config)?;
    let texting = config.sms.clone().map(Gateway::new).transpose()?;
    let texting = texting.map(|gateway| Arc::new(gateway) as Arc<dyn Texting>);
    Ok(Services { hasher: Hasher::new(pepper(&config.folder)?), carrier, sender, providers, texting })
}

/// The secret that password hashes need besides what the database holds.
///
/// # Errors
/// When it cannot be read or made.
pub fn pepper(folder: &std::path::Path) -> Result<SecretString, Failure> {
    use std::{io::Write as _, os::unix::fs::OpenOptionsExt as _};
    let path = folder.join("keys").join("pepper");
    if let Ok(known) = fs::read_to_string(&path) {
        return Ok(SecretString::from(known));
    }
    let fresh: [u8; 32] = kernel::rng::bytes(&SystemRng);
    let text: String = fresh.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(SecretString::from(text))
}

/// The carrier of mail that the configuration names.
///
/// # Errors
/// When what it names is no server.
pub(crate) fn smtp(mail: &MailConfig) -> Result<Smtp, Failure> {
    Ok(Smtp::new(&smtp_settings(mail)?)?)
}

/// What the configuration says of the mail server.
///
/// # Errors
/// When what it names is no server.
pub(crate) fn smtp_settings(mail: &MailConfig) -> Result<SmtpSettings, Failure> {
    let wrong = || format!("mail: `{}` is no server; write smtp://host:port or smtps://host:port", mail.server);
    let (security, rest) = match mail.server.split_once("://").ok_or_else(wrong)? {
        ("smtps", rest) => (Security::Tls, rest),
        ("smtp", rest) if rest.starts_with("127.0.0.1") || rest.starts_with("localhost") => {
            (Security::PlainOnLoopback, rest)
        }
        ("smtp", rest) => (Security::StartTls, rest),
        _ => return Err(wrong().into()),
    };
    let (credentials, place) = match rest.rsplit_once('@') {
        Some((who, place)) => {
            let (user, password) = who.split_once(':').ok_or_else(wrong)?;
            (Some((user.to_owned(), SecretString::from(password))), place)
        }
        None => (None, rest),
    };
    let (host, port) = place.trim_end_matches('/').rsplit_once(':').ok_or_else(wrong)?;
    let port = port.parse().map_err(|_| wrong())?;
    let bounces = mail.bounces.as_ref().map(|address| address.parse());
    let bounces = bounces.transpose().map_err(|_| "mail: `bounces` is no e-mail address")?;
    let patience = Duration::from_secs(30);
    Ok(SmtpSettings { host: host.to_owned(), port, security, credentials, patience, bounces })
}

/// All faults in one text.
#[expect(clippy::needless_pass_by_value, reason = "it stands at the end of `map_err`")]
pub(crate) fn faults<T: ToString>(faults: Vec<T>) -> Failure {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n").into()
}

pub(crate) fn without_port(host: &str) -> &str {
    host.rsplit_once(':').map_or(host, |(name, _)| name)
}

/// Resolves when the process is told to stop.
pub(crate) async fn stopped() {
    use tokio::signal::unix::{SignalKind, signal};
    let interrupted = tokio::signal::ctrl_c();
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! { _ = interrupted => {}, _ = terminate.recv() => {} }
        }
        Err(_) => {
            let _ = interrupted.await;
        }
    }
}

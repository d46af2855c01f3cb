//! How people reach the server: the listeners, the certificates, and what keeps them new.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use axum::Router;
use http::{Meters, Renderer as _, ServeLimits, Wire};
use kernel::Clock;
use tls::{Acme, AcmeSettings, Certificates, Challenges};
use tokio::{net::TcpListener, task::JoinHandle};

use crate::{
    Failure,
    config::{AcmeConfig, Config},
    handed::{self, Handed},
    installation::Common,
    problems::Problems,
    serve::{faults, without_port},
    status::Status,
    system::SystemClock,
};

/// How often files with certificates are looked at.
const LOOK: Duration = Duration::from_secs(30);

/// Where certificates that the server got, and its account, are kept.
const ACME: &str = "acme";

/// What is listened on.
pub struct Wires {
    /// What serves the organisations.
    pub main: Wire,
    /// What only leads to it, where the configuration names an address for that.
    pub plain: Option<(Wire, Router)>,
    /// What keeps certificates new.
    pub keeping: Vec<JoinHandle<()>>,
    /// The limits of both.
    pub limits: ServeLimits,
    /// Where whoever watches over the server asks how it fares.
    pub status: Option<TcpListener>,
}

/// Listens as the configuration says.
///
/// # Errors
/// When the configuration makes no sense, a certificate cannot be used, or an address is taken.
pub async fn listen(config: &Config, common: &Common, meters: &Arc<Meters>) -> Result<Wires, Failure> {
    if let Some(fault) = config.edge.fault(config.listen) {
        return Err(format!("{}: {fault}", crate::config::FILE).into());
    }
    let hosts: Vec<_> = config.organisations.iter().map(|entry| without_port(&entry.host).to_owned()).collect();
    let limits = config.edge.limits;
    let challenges = Challenges::default();
    let mut keeping = Vec::new();
    let mut handed = Handed::from_environment()?;
    let main = handed.or_bind(config.listen).await?;
    let mut main = Wire::from(main).behind(config.edge.proxies()).metered(Arc::clone(meters));
    if config.edge.speaks_tls() {
        let certificates = certificates(config, &hosts, &challenges, &mut keeping)?;
        main = main.with_tls(tls::server_config(certificates)?);
    } else if !config.listen.ip().is_loopback() {
        main = main.for_proxies_only();
    }
    let plain = match config.edge.plain {
        None => None,
        Some(address) => {
            let nowhere = Problems::new(Arc::clone(&common.words)).unknown_host();
            let answer = move |token: &str| challenges.answer(token);
            let plain = Wire::from(handed.or_bind(address).await?).metered(Arc::clone(meters));
            Some((plain, http::plain(hosts, config.listen.port(), answer, nowhere)))
        }
    };
    let status = match config.edge.status {
        None => None,
        Some(address) => Some(handed.or_bind(address).await?),
    };
    handed.none_left()?;
    Ok(Wires { main, plain, keeping, limits, status })
}

impl Wires {
    /// Serves on all of them until the process is told to stop.
    ///
    /// # Errors
    /// When connections can no longer be counted.
    pub async fn serve(self, router: Router, status: Status) -> Result<(), Failure> {
        let Self { main, plain, mut keeping, limits, status: watched } = self;
        keeping.push(tokio::spawn(tell_of_the_end(Arc::clone(&status.stopping))));
        if let Some(listener) = watched {
            keeping.push(tokio::spawn(async move {
                let served = http::serve(listener, status.router(), limits, std::future::pending()).await;
                if let Err(error) = served {
                    tracing::error!(%error, "nobody can ask any longer how the server fares");
                }
            }));
        }
        handed::tell_manager("READY=1");
        let serving = http::serve(main, router, limits, crate::serve::stopped());
        match plain {
            None => serving.await?,
            Some((wire, leading)) => {
                let leading = http::serve(wire, leading, limits, crate::serve::stopped());
                tokio::try_join!(serving, leading)?;
            }
        }
        keeping.iter().for_each(JoinHandle::abort);
        Ok(())
    }
}

/// Tells whoever asks or waits that the process was told to stop.
async fn tell_of_the_end(stopping: Arc<AtomicBool>) {
    crate::serve::stopped().await;
    stopping.store(true, Ordering::Relaxed);
    handed::tell_manager("STOPPING=1");
}

/// The certificates of all hosts, and what keeps them new. A host for which files have none is left to ACME; without
/// that, its absence is a fault.
fn certificates(
    config: &Config,
    hosts: &[String],
    challenges: &Challenges,
    keeping: &mut Vec<JoinHandle<()>>,
) -> Result<Arc<Certificates>, Failure> {
    let certificates = Arc::new(Certificates::default());
    let files = config.edge.certificates.clone();
    tls::take_up(&certificates, &files, hosts).map_err(faults)?;
    let missing: Vec<_> = hosts.iter().filter(|host| certificates.of(host).is_none()).cloned().collect();
    if let Some(acme) = &config.edge.acme {
        let acme = Acme::new(settings(config, acme), challenges.clone(), Arc::new(SystemClock))?;
        acme.take_up(&certificates, &missing);
        keeping.push(tokio::spawn(acme.keep(Arc::clone(&certificates), missing)));
    } else if !missing.is_empty() {
        return Err(faults(missing.into_iter().map(|host| tls::Fault::Uncovered { host }).collect()));
    }
    tell_of_old_ones(&certificates, hosts);
    keeping.push(tokio::spawn(tls::watch(Arc::clone(&certificates), files, hosts.to_vec(), LOOK)));
    Ok(certificates)
}

/// A certificate that is over does not stop the start: what the server does at night is promised, too.
fn tell_of_old_ones(certificates: &Certificates, hosts: &[String]) {
    let now = SystemClock.now();
    for (host, pair) in hosts.iter().filter_map(|host| Some((host, certificates.of(host)?))) {
        if pair.until < now || pair.from > now {
            crate::say(&format!(
                "{host}: browsers refuse its certificate: it holds from {} until {}. Put a new one into the place of \
                 its files; it is taken up without a restart.",
                pair.from, pair.until
            ));
        }
    }
}

/// What the configuration says about ACME, as the certificates' room wants it.
pub(crate) fn settings(config: &Config, acme: &AcmeConfig) -> AcmeSettings {
    let AcmeConfig { directory, contact, roots } = acme.clone();
    AcmeSettings { directory, contact, roots, folder: config.folder.join(ACME) }
}

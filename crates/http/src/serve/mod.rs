//! Connections: from whom, how many, how slow, and an end in good order.

mod connection;
mod limits;
mod patience;
mod plain;
mod proxies;
mod seats;

use std::{future::Future, io, net::SocketAddr, sync::Arc, time::Duration};

use axum::Router;
use hyper_util::{
    rt::{TokioExecutor, TokioTimer},
    server::conn::auto::Builder,
};
use rustls::ServerConfig;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
};
use tokio_rustls::TlsAcceptor;

use self::{connection::Attendant, seats::Seats};
pub use self::{
    limits::ServeLimits,
    plain::{ANSWER_CHALLENGE, plain},
    proxies::{Network, Proxies},
};
use crate::Meters;

/// Where connections come in, and what is spoken on them.
pub struct Wire {
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    proxies: Proxies,
    only_proxies: bool,
    meters: Arc<Meters>,
}

impl From<TcpListener> for Wire {
    fn from(listener: TcpListener) -> Self {
        Self { listener, tls: None, proxies: Proxies::default(), only_proxies: false, meters: Arc::default() }
    }
}

impl Wire {
    /// Speaks TLS.
    #[must_use]
    pub fn with_tls(mut self, config: Arc<ServerConfig>) -> Self {
        self.tls = Some(TlsAcceptor::from(config));
        self
    }

    /// Believes these proxies when they say for whom they ask.
    #[must_use]
    pub fn behind(mut self, proxies: Proxies) -> Self {
        self.proxies = proxies;
        self
    }

    /// Lets nobody in but the proxies: what they bring has come by TLS, what anybody else brings would not.
    #[must_use]
    pub fn for_proxies_only(mut self) -> Self {
        self.only_proxies = true;
        self
    }

    /// Counts connections.
    #[must_use]
    pub fn metered(mut self, meters: Arc<Meters>) -> Self {
        self.meters = meters;
        self
    }

    /// Where it listens.
    ///
    /// # Errors
    /// When the machine does not say.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    fn lets_in(&self, stream: &TcpStream) -> bool {
        !self.only_proxies || stream.peer_addr().is_ok_and(|peer| self.proxies.trust(peer.ip()))
    }
}

/// Serves until `stop` resolves, then lets running requests end.
///
/// # Errors
/// When no more connections can be counted.
pub async fn serve(
    wire: impl Into<Wire>,
    router: Router,
    limits: ServeLimits,
    stop: impl Future<Output = ()> + Send,
) -> io::Result<()> {
    let wire = wire.into();
    let seats = Seats::new(limits);
    let (end, ending) = watch::channel(false);
    let attendant = Arc::new(Attendant {
        builder: builder(&limits),
        router,
        limits,
        tls: wire.tls.clone(),
        proxies: wire.proxies.clone(),
        ending,
    });
    let mut stop = std::pin::pin!(stop);
    loop {
        let place = tokio::select! {
            place = seats.place() => place?,
            () = &mut stop => break,
        };
        let stream = tokio::select! {
            accepted = wire.listener.accept() => match accepted {
                Ok((stream, _)) => stream,
                Err(error) => {
                    tracing::warn!(error = %error.kind(), "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        if !wire.lets_in(&stream) {
            continue;
        }
        let Ok(peer) = stream.peer_addr() else { continue };
        // Whoever comes through a proxy shares its address with all others.
        let seat = if wire.proxies.trust(peer.ip()) { Some(place.shared()) } else { place.of(peer.ip()) };
        let Some(seat) = seat else { continue };
        let (attendant, open) = (Arc::clone(&attendant), wire.meters.open());
        tokio::spawn(async move {
            attendant.attend(stream, peer.ip()).await;
            drop((seat, open));
        });
    }
    drop(wire);
    let _ = end.send(true);
    if tokio::time::timeout(limits.farewell, seats.all_left()).await.is_err() {
        tracing::warn!("stopped with requests still running");
    }
    Ok(())
}

fn builder(limits: &ServeLimits) -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        // It runs while a connection rests, too. How soon the first head must be there, `Attendant::enough` says.
        .header_read_timeout(limits.idle.max(limits.header_time))
        .max_buf_size(limits.header_bytes.max(8 * 1024));
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(limits.streams)
        .max_header_list_size(u32::try_from(limits.header_bytes).unwrap_or(u32::MAX))
        // Streams that are opened only to be reset (CVE-2023-44487, CVE-2019-9514): then the connection ends.
        .max_pending_accept_reset_streams(20)
        .max_local_error_reset_streams(100)
        .keep_alive_interval(limits.idle)
        .keep_alive_timeout(limits.stall);
    builder
}

//! One connection, from its first byte to its end.

use std::{convert::Infallible, net::IpAddr, sync::Arc, time::Duration};

use axum::{Router, body::Body, http};
use hyper::body::Incoming;
use hyper_util::{
    rt::{TokioExecutor, TokioIo},
    server::conn::auto::Builder,
    service::TowerToHyperService,
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    sync::watch,
    time::{Instant, timeout},
};
use tokio_rustls::TlsAcceptor;
use tower::{ServiceExt as _, service_fn};

use super::{
    Proxies, ServeLimits,
    patience::{Held, Load, Patient, Running},
};
use crate::Peer;

/// How long a connection may still ask for something after the order to stop. Whoever asks all the time is told in an
/// answer that the connection ends, so that nobody writes into one that has just been closed.
const LAST_WORD: Duration = Duration::from_secs(1);

/// What all connections are attended with.
pub(super) struct Attendant {
    pub(super) builder: Builder<TokioExecutor>,
    pub(super) router: Router,
    pub(super) limits: ServeLimits,
    pub(super) tls: Option<TlsAcceptor>,
    pub(super) proxies: Proxies,
    pub(super) ending: watch::Receiver<bool>,
}

impl Attendant {
    /// Serves one connection to its end. A client that goes away in the middle is no event.
    pub(super) async fn attend(self: &Arc<Self>, stream: TcpStream, peer: IpAddr) {
        let _ = stream.set_nodelay(true);
        let stream = Patient::new(stream, self.limits.stall);
        match &self.tls {
            None => self.speak(stream, peer).await,
            Some(tls) => {
                if let Ok(Ok(stream)) = timeout(self.limits.header_time, tls.accept(stream)).await {
                    self.speak(stream, peer).await;
                }
            }
        }
    }

    async fn speak<C>(self: &Arc<Self>, stream: C, peer: IpAddr)
    where
        C: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let (load, loaded) = watch::channel(Load::default());
        let attendant = Arc::clone(self);
        let service = service_fn(move |request| Arc::clone(&attendant).answer(request, peer, Running::begin(&load)));
        let connection = self.builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
        let mut connection = std::pin::pin!(connection);
        tokio::select! {
            _ = connection.as_mut() => return,
            has_asked = self.enough(loaded) => {
                if !has_asked {
                    return;
                }
            }
            () = ended(self.ending.clone()) => {
                if timeout(LAST_WORD, connection.as_mut()).await.is_ok() {
                    return;
                }
            }
        }
        connection.as_mut().graceful_shutdown();
        let _ = timeout(self.limits.farewell, connection).await;
    }

    async fn answer(
        self: Arc<Self>,
        request: http::Request<Incoming>,
        peer: IpAddr,
        running: Running,
    ) -> Result<http::Response<Body>, Infallible> {
        let client = Peer(self.proxies.client(peer, request.headers()));
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(client);
        let is_of_one_piece = request.version() <= http::Version::HTTP_11;
        let mut answer = self.router.clone().oneshot(request).await?;
        if is_of_one_piece && *self.ending.borrow() {
            answer.headers_mut().insert(http::header::CONNECTION, http::HeaderValue::from_static("close"));
        }
        Ok(answer.map(|body| Body::new(Held::new(body, running))))
    }

    /// Resolves when nothing has been asked for a while, when requests do not come to an end, or after all that one
    /// connection may ask for; answers whether anything was asked for at all.
    async fn enough(&self, mut load: watch::Receiver<Load>) -> bool {
        let mut busy_since = Instant::now();
        let mut was_busy = false;
        loop {
            let Load { running, begun } = *load.borrow_and_update();
            if begun >= self.limits.requests {
                return true;
            }
            if running > 0 && !was_busy {
                busy_since = Instant::now();
            }
            was_busy = running > 0;
            let patience = match (running, begun) {
                (0, 0) => self.limits.header_time,
                (0, _) => self.limits.idle,
                _ => self.limits.answer.saturating_sub(busy_since.elapsed()),
            };
            match timeout(patience, load.changed()).await {
                Ok(Ok(())) => {}
                Ok(Err(_)) | Err(_) => return begun > 0,
            }
        }
    }
}

async fn ended(mut ending: watch::Receiver<bool>) {
    let _ = ending.wait_for(|ended| *ended).await;
}

//! Connections: how many, how slow, and an end in good order.

use std::{future::Future, io, sync::Arc, time::Duration};

use axum::{Router, extract::Request};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto::Builder, graceful::GracefulShutdown},
    service::TowerToHyperService,
};
use tokio::{net::TcpListener, sync::Semaphore};
use tower::ServiceExt as _;

use crate::Peer;

/// Limits of connections.
#[derive(Clone, Copy, Debug)]
pub struct ServeLimits {
    /// Connections at once; more wait in the listener's queue.
    pub connections: usize,
    /// How long a client may take to send the headers of a request.
    pub header_time: Duration,
    /// How long running requests may go on after the order to stop.
    pub farewell: Duration,
}

impl Default for ServeLimits {
    fn default() -> Self {
        Self { connections: 1024, header_time: Duration::from_secs(10), farewell: Duration::from_secs(20) }
    }
}

/// Serves until `stop` resolves, then lets running requests end.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: ServeLimits,
    stop: impl Future<Output = ()> + Send,
) -> io::Result<()> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(limits.header_time).max_buf_size(64 * 1024);
    builder.http2().timer(TokioTimer::new()).max_concurrent_streams(64).max_header_list_size(32 * 1024);
    let seats = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let seat = tokio::select! {
            seat = Arc::clone(&seats).acquire_owned() => seat.map_err(io::Error::other)?,
            () = &mut stop => break,
        };
        let (stream, from) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    tracing::warn!(error = %error.kind(), "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        let _ = stream.set_nodelay(true);
        let from = Peer(from.ip());
        let service = router.clone().map_request(move |request: axum::http::Request<_>| {
            let mut request: Request = request.map(axum::body::Body::new);
            request.extensions_mut().insert(from);
            request
        });
        let service = TowerToHyperService::new(service);
        let connection = builder.serve_connection(TokioIo::new(stream), service).into_owned();
        let watched = graceful.watch(connection);
        tokio::spawn(async move {
            // A client that goes away in the middle is no event.
            let _ = watched.await;
            drop(seat);
        });
    }
    drop(listener);
    if tokio::time::timeout(limits.farewell, graceful.shutdown()).await.is_err() {
        tracing::warn!("stopped with requests still running");
    }
    Ok(())
}

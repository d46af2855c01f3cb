//! Connections, over real sockets: TLS, the way from plain HTTP to it, and limits.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where it fails")]

mod limits;
mod secure;

use std::{net::SocketAddr, time::Duration};

use axum::{Extension, Router, body::Body, routing::get};
use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};
use troth_http::{self as http, Peer, ServeLimits, Wire};

/// How long a test waits for what must happen.
const PATIENCE: Duration = Duration::from_secs(20);

/// Pages for tests: who asks; much to read; one that takes its time.
fn pages() -> Router {
    Router::new()
        .route("/", get(|Extension(Peer(peer)): Extension<Peer>| async move { peer.to_string() }))
        .route("/much", get(|| async { Body::from(vec![b'a'; 64 * 1024 * 1024]) }))
        .route(
            "/slow",
            get(|| async {
                tokio::time::sleep(Duration::from_millis(300)).await;
                "done"
            }),
        )
}

async fn listener() -> Wire {
    TcpListener::bind("127.0.0.1:0").await.unwrap().into()
}

/// Serves until the test ends.
async fn serve(wire: Wire, router: Router, limits: ServeLimits) -> SocketAddr {
    let address = wire.local_addr().unwrap();
    tokio::spawn(http::serve(wire, router, limits, std::future::pending()));
    address
}

async fn connect(to: SocketAddr) -> TcpStream {
    TcpStream::connect(to).await.unwrap()
}

/// Sends a request and reads all that comes until the connection ends.
async fn exchange(mut stream: impl AsyncRead + AsyncWrite + Unpin, request: &str) -> String {
    stream.write_all(request.as_bytes()).await.unwrap();
    rest(stream).await
}

/// All that comes until the connection ends, in whichever way.
async fn rest(mut stream: impl AsyncRead + Unpin) -> String {
    let mut told = Vec::new();
    let read = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut told)).await;
    let _ = read.expect("the connection ends");
    String::from_utf8_lossy(&told).into_owned()
}

const LAST: &str = "GET / HTTP/1.1\r\nHost: campus.example.org\r\nConnection: close\r\n\r\n";
const FIRST: &str = "GET / HTTP/1.1\r\nHost: campus.example.org\r\n\r\n";

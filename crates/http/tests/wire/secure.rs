//! TLS, and plain HTTP that leads to it.

use std::sync::Arc;

use rustls::{
    ClientConfig, RootCertStore,
    crypto::aws_lc_rs,
    pki_types::{CertificateDer, ServerName, pem::PemObject as _},
};
use testkit::Authority;
use tls::{Certificates, Files};
use tokio::net::TcpStream;
use tokio_rustls::{TlsConnector, client::TlsStream};

use super::*;

const HOST: &str = "campus.example.org";

struct Secured {
    address: SocketAddr,
    client: ClientConfig,
}

async fn secured(limits: ServeLimits) -> Secured {
    let authority = Authority::new().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let files = Files { chain: folder.path().join("chain"), key: folder.path().join("key") };
    let [from, until] = ["2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z"].map(|at| at.parse().unwrap());
    let (chain, key) = authority.certificate(&[HOST], from, until).unwrap();
    std::fs::write(&files.chain, chain).unwrap();
    std::fs::write(&files.key, key).unwrap();
    let certificates = Arc::new(Certificates::default());
    tls::take_up(&certificates, &[files], &[HOST.to_owned()]).unwrap();
    let wire = listener().await.with_tls(tls::server_config(certificates).unwrap());
    let address = serve(wire, pages(), limits).await;
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(authority.root().as_bytes()).unwrap()).unwrap();
    let client = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    Secured { address, client }
}

impl Secured {
    async fn connect(&self, protocol: &[u8]) -> TlsStream<TcpStream> {
        let mut client = self.client.clone();
        client.alpn_protocols = vec![protocol.to_vec()];
        let name = ServerName::try_from(HOST).unwrap();
        TlsConnector::from(Arc::new(client)).connect(name, connect(self.address).await).await.unwrap()
    }
}

// SH2, RL15
#[tokio::test]
async fn pages_come_by_tls_over_both_versions_of_http() {
    let secured = secured(ServeLimits::default()).await;
    let told = exchange(secured.connect(b"http/1.1").await, LAST).await;
    assert!(told.starts_with("HTTP/1.1 200 OK") && told.ends_with("127.0.0.1"), "{told}");

    let (client, running) = h2::client::handshake(secured.connect(b"h2").await).await.unwrap();
    tokio::spawn(running);
    let mut client = client.ready().await.unwrap();
    let request = axum::http::Request::get(format!("https://{HOST}/")).body(()).unwrap();
    let mut answer = client.send_request(request, true).unwrap().0.await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.body_mut().data().await.unwrap().unwrap(), "127.0.0.1");
}

#[tokio::test]
async fn whoever_speaks_plain_http_to_tls_or_never_ends_the_handshake_is_let_go() {
    let limits = ServeLimits { header_time: Duration::from_millis(150), ..ServeLimits::default() };
    let secured = secured(limits).await;
    let told = exchange(connect(secured.address).await, LAST).await;
    assert!(!told.contains("HTTP/1.1"), "{told}");
    rest(connect(secured.address).await).await;
}

// SH2
#[tokio::test]
async fn plain_http_leads_to_tls_with_the_whole_address_and_no_unknown_host_anywhere() {
    let hosts = ["Campus.example.org:8443".to_owned()];
    let router = http::plain(hosts, 443, |token| (token == "a").then(|| "a.key".to_owned()), "nobody here".to_owned());
    let address = serve(listener().await, router, ServeLimits::default()).await;
    let ask = async |line: &str, host: &str| {
        exchange(connect(address).await, &format!("{line} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")).await
    };
    for line in ["GET /notes/1?page=2", "POST /notes/1?page=2"] {
        let told = ask(line, "CAMPUS.example.org:80").await;
        assert!(told.starts_with("HTTP/1.1 308"), "{told}");
        assert!(told.contains("location: https://campus.example.org/notes/1?page=2\r\n"), "{told}");
        assert!(!told.contains("set-cookie") && !told.contains("strict-transport"), "{told}");
    }
    for host in ["evil.example", "campus.example.org.evil.example", "campus.example.org@evil.example", ""] {
        let told = ask("GET /", host).await;
        assert!(told.starts_with("HTTP/1.1 4") && !told.contains("location:") && !told.contains("evil"), "{told}");
    }
    // A path that begins with two slashes stays a path.
    let told = ask("GET //evil.example/x", "campus.example.org").await;
    assert!(told.contains("location: https://campus.example.org//evil.example/x\r\n"), "{told}");
    let told = ask("GET /.well-known/acme-challenge/a", "campus.example.org").await;
    assert!(told.starts_with("HTTP/1.1 200") && told.ends_with("\r\n\r\na.key"), "{told}");
    assert!(ask("GET /.well-known/acme-challenge/b", "campus.example.org").await.starts_with("HTTP/1.1 404"));
}

// UC19
#[tokio::test]
async fn streams_that_are_opened_only_to_be_reset_end_their_connection_and_no_other() {
    let limits = ServeLimits { requests: 500, farewell: Duration::from_millis(150), ..ServeLimits::default() };
    let secured = secured(limits).await;
    let (mut client, running) = h2::client::handshake(secured.connect(b"h2").await).await.unwrap();
    let running = tokio::spawn(running);
    let mut opened = 0;
    while !running.is_finished() && opened < 1_000_000 {
        let Ok(ready) = client.ready().await else { break };
        client = ready;
        let request = axum::http::Request::get(format!("https://{HOST}/slow")).body(()).unwrap();
        let Ok((answer, mut stream)) = client.send_request(request, true) else { break };
        stream.send_reset(h2::Reason::CANCEL);
        drop(answer);
        opened += 1;
        tokio::task::yield_now().await;
    }
    assert!(opened < 1_000_000, "it goes on for ever");
    assert!(tokio::time::timeout(PATIENCE, running).await.is_ok(), "the connection ends");
    assert!(exchange(secured.connect(b"http/1.1").await, LAST).await.contains("200 OK"), "others are served");
}

#[tokio::test]
async fn one_connection_has_a_few_requests_at_once_and_a_head_of_a_few_kilobytes() {
    let secured = secured(ServeLimits { streams: 3, ..ServeLimits::default() }).await;
    let (client, running) = h2::client::handshake(secured.connect(b"h2").await).await.unwrap();
    tokio::spawn(running);
    let mut client = client.ready().await.unwrap();
    let request = |long: usize| {
        let builder = axum::http::Request::get(format!("https://{HOST}/")).header("x-long", "a".repeat(long));
        builder.body(()).unwrap()
    };
    assert_eq!(client.send_request(request(1), true).unwrap().0.await.unwrap().status(), 200);
    assert_eq!(client.current_max_send_streams(), 3);
    let answer = client.send_request(request(40 * 1024), true).unwrap().0.await;
    assert!(answer.is_err() || answer.unwrap().status() == 431);
}

//! The way to the authority: one connection for each request, by TLS only.

use std::{error::Error as StdError, path::Path, sync::Arc, time::Duration};

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::{
    HeaderMap, Method, Request, StatusCode, Uri,
    header::{CONTENT_TYPE, HOST, USER_AGENT},
};
use hyper_util::rt::TokioIo;
use rustls::{
    ClientConfig, RootCertStore,
    crypto::aws_lc_rs,
    pki_types::{CertificateDer, ServerName, pem::PemObject as _},
};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::AcmeFault;

/// How long one question to the authority may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// The longest answer that is read, in bytes; chains of certificates are a few kilobytes.
const MOST: usize = 1024 * 1024;

type Failure = Box<dyn StdError + Send + Sync>;

/// A client that believes certain roots.
#[derive(Clone)]
pub(super) struct Https(Arc<ClientConfig>);

/// What the authority answered.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl Answer {
    /// A header's text.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

impl Https {
    /// Believes the roots in the file; those of the web when there is none.
    pub(super) fn trusting(roots: Option<&Path>) -> Result<Self, AcmeFault> {
        let store = match roots {
            None => RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() },
            Some(path) => read_roots(path)
                .map_err(|error| AcmeFault::Shelf { path: path.to_owned(), reason: error.to_string() })?,
        };
        let config = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| AcmeFault::Unreached(error.to_string()))?
            .with_root_certificates(store)
            .with_no_client_auth();
        Ok(Self(Arc::new(config)))
    }

    /// Asks; a body is sent as a signed one (`application/jose+json`).
    pub(super) async fn ask(&self, method: Method, url: &str, body: String) -> Result<Answer, AcmeFault> {
        let told = |reason: &dyn std::fmt::Display| AcmeFault::Unreached(format!("{url}: {reason}"));
        match tokio::time::timeout(PATIENCE, exchange(Arc::clone(&self.0), method, url, body)).await {
            Ok(answer) => answer.map_err(|error| told(&error)),
            Err(_) => Err(told(&"it did not answer in time")),
        }
    }
}

fn read_roots(path: &Path) -> Result<RootCertStore, Failure> {
    let mut store = RootCertStore::empty();
    for root in CertificateDer::pem_file_iter(path)? {
        store.add(root?)?;
    }
    Ok(store)
}

async fn exchange(tls: Arc<ClientConfig>, method: Method, url: &str, body: String) -> Result<Answer, Failure> {
    let uri = url.parse::<Uri>()?;
    let host = uri.host().filter(|_| uri.scheme_str() == Some("https")).ok_or("it is not an https address")?;
    let tcp = TcpStream::connect((host, uri.port_u16().unwrap_or(443))).await?;
    let stream = TlsConnector::from(tls).connect(ServerName::try_from(host.to_owned())?, tcp).await?;
    let (mut sender, running) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(running);
    let request = Request::builder()
        .method(method)
        // A server is asked by path; the host stands in its header.
        .uri(uri.path_and_query().map_or("/", |path| path.as_str()))
        .header(HOST, uri.authority().map_or(host, |authority| authority.as_str()))
        .header(USER_AGENT, concat!("troth/", env!("CARGO_PKG_VERSION")))
        .header(CONTENT_TYPE, "application/jose+json")
        .body(Full::new(Bytes::from(body)))?;
    let (parts, body) = sender.send_request(request).await?.into_parts();
    let body = Limited::new(body, MOST).collect().await?.to_bytes();
    Ok(Answer { status: parts.status, headers: parts.headers, body })
}

//! A small HTTP client for buckets: one connection for each request, TLS by rustls, roots of the web.
//!
//! `object_store` brings none of its own here: what it offers would be a second HTTP client with its own pool, proxy and
//! redirect rules in a server that opens no connection but those that its configuration names.

use std::{sync::Arc, time::Duration};

use http_body_util::BodyExt as _;
use hyper_util::rt::TokioIo;
use object_store::{
    ClientOptions,
    client::{
        HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpResponse, HttpResponseBody, HttpService,
    },
};
use rustls::{ClientConfig, RootCertStore, crypto::aws_lc_rs, pki_types::ServerName};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

/// How long the other side may take to connect, and then to answer.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Clone)]
pub(super) struct Https {
    tls: Arc<ClientConfig>,
}

impl std::fmt::Debug for Https {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Https")
    }
}

impl Https {
    pub(super) fn connector() -> Connector {
        Connector
    }

    /// Only loopback is spoken to without TLS.
    pub(super) fn may_be_plain(endpoint: &str) -> bool {
        let host = endpoint.strip_prefix("http://").and_then(|rest| rest.split(['/', ':']).next());
        matches!(host, Some("127.0.0.1" | "localhost"))
    }

    fn new() -> Result<Self, rustls::Error> {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let config = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { tls: Arc::new(config) })
    }

    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let (mut parts, body) = request.into_parts();
        let fault = |kind, text: &'static str| HttpError::new(kind, std::io::Error::other(text));
        let host = parts.uri.host().ok_or_else(|| fault(HttpErrorKind::Request, "the address names no host"))?;
        let (host, plain) = (host.to_owned(), parts.uri.scheme_str() == Some("http"));
        let port = parts.uri.port_u16().unwrap_or(if plain { 80 } else { 443 });
        let connect = |error| HttpError::new(HttpErrorKind::Connect, error);
        let tcp = TcpStream::connect((host.as_str(), port)).await.map_err(connect)?;
        let authority = parts.uri.authority().map(|authority| authority.as_str().to_owned()).unwrap_or_default();
        if let Ok(value) = authority.parse() {
            parts.headers.insert(hyper::header::HOST, value);
        }
        // A server is asked by path; the host stands in its header.
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
        parts.uri = path.parse().map_err(|error| HttpError::new(HttpErrorKind::Request, error))?;
        let request = HttpRequest::from_parts(parts, body);
        if plain {
            return exchange(TokioIo::new(tcp), request).await;
        }
        let name = ServerName::try_from(host).map_err(|error| HttpError::new(HttpErrorKind::Request, error))?;
        let tls = TlsConnector::from(Arc::clone(&self.tls)).connect(name, tcp).await.map_err(connect)?;
        exchange(TokioIo::new(tls), request).await
    }
}

async fn exchange<C>(connection: C, request: HttpRequest) -> Result<HttpResponse, HttpError>
where
    C: hyper::rt::Read + hyper::rt::Write + Send + Unpin + 'static,
{
    let broken = |error: hyper::Error| HttpError::new(HttpErrorKind::Interrupted, error);
    let (mut sender, running) = hyper::client::conn::http1::handshake(connection).await.map_err(broken)?;
    // Ends with the answer's last byte, or when whoever asked goes away.
    tokio::spawn(running);
    let answer = sender.send_request(request).await.map_err(broken)?;
    Ok(answer.map(|body| HttpResponseBody::new(body.map_err(broken))))
}

#[async_trait::async_trait]
impl HttpService for Https {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        match tokio::time::timeout(PATIENCE, self.send(request)).await {
            Ok(answer) => answer,
            Err(late) => Err(HttpError::new(HttpErrorKind::Timeout, late)),
        }
    }
}

/// Makes the client.
#[derive(Debug)]
pub(super) struct Connector;

impl HttpConnector for Connector {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        let client =
            Https::new().map_err(|error| object_store::Error::Generic { store: "S3", source: error.into() })?;
        Ok(HttpClient::new(client))
    }
}

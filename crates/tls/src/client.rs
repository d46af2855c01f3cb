//! Asking another server: one connection for each question, by TLS, within limits. A redirect is an answer like any other
//! and is not followed.

use std::{
    error::Error as StdError,
    net::{IpAddr, Ipv4Addr},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::{
    HeaderMap, Request, StatusCode, Uri,
    header::{HOST, HeaderValue, USER_AGENT},
    rt::{Read, Write},
};
use hyper_util::rt::TokioIo;
use rustls::{
    ClientConfig, RootCertStore,
    crypto::aws_lc_rs,
    pki_types::{CertificateDer, ServerName, pem::PemObject as _},
};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

type Failure = Box<dyn StdError + Send + Sync>;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum AskFault {
    /// The roots to believe cannot be read.
    #[error("{path}: {reason}")]
    Roots {
        /// Which file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The server is not there, is not the one that we believe, or says too much or too late.
    #[error("{0}")]
    Unreached(String),
}

/// How much patience a question has.
#[derive(Clone, Copy, Debug)]
pub struct AskLimits {
    /// How long it may take.
    pub patience: Duration,
    /// The longest answer that is read, in bytes.
    pub most: usize,
}

/// What a server answered.
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl Answer {
    /// A header's text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// A client that believes certain roots.
#[derive(Clone)]
pub struct Https {
    tls: Arc<ClientConfig>,
    plain_on_loopback: bool,
}

impl Https {
    /// Believes the roots in the file; those of the web when there is none.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn trusting(roots: Option<&Path>) -> Result<Self, AskFault> {
        let store = match roots {
            None => RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() },
            Some(path) => read_roots(path)
                .map_err(|error| AskFault::Roots { path: path.to_owned(), reason: error.to_string() })?,
        };
        let config = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| AskFault::Unreached(error.to_string()))?
            .with_root_certificates(store)
            .with_no_client_auth();
        Ok(Self { tls: Arc::new(config), plain_on_loopback: false })
    }

    /// Speaks without TLS where the server is this very machine (`http://localhost`, `http://127.0.0.1`), for trying out.
    #[must_use]
    pub fn with_plain_on_loopback(self) -> Self {
        Self { plain_on_loopback: true, ..self }
    }

    /// Asks the server that the address of the request names.
    ///
    /// # Errors
    /// When it cannot be reached, is not believed, or does not answer within the limits.
    pub async fn ask(&self, request: Request<String>, limits: AskLimits) -> Result<Answer, AskFault> {
        // Of the address only as much is told as has no question of anybody's in it.
        let place = request.uri().clone();
        let told = |reason: &dyn std::fmt::Display| {
            let (host, path) = (place.host().unwrap_or_default(), place.path());
            AskFault::Unreached(format!("{host}{path}: {reason}"))
        };
        match tokio::time::timeout(limits.patience, self.reach(request, limits.most)).await {
            Ok(answer) => answer.map_err(|error| told(&error)),
            Err(_) => Err(told(&"it did not answer in time")),
        }
    }

    async fn reach(&self, request: Request<String>, most: usize) -> Result<Answer, Failure> {
        let uri = request.uri().clone();
        let host = uri.host().ok_or("it names no server")?;
        match uri.scheme_str() {
            Some("https") => {
                let tcp = connect(host, uri.port_u16().unwrap_or(443)).await?;
                let name = ServerName::try_from(host.trim_matches(['[', ']']).to_owned())?;
                let stream = TlsConnector::from(Arc::clone(&self.tls)).connect(name, tcp).await?;
                exchange(TokioIo::new(stream), request, most).await
            }
            Some("http") if self.plain_on_loopback && is_loopback(host) => {
                let tcp = connect(host, uri.port_u16().unwrap_or(80)).await?;
                exchange(TokioIo::new(tcp), request, most).await
            }
            _ => Err("it is not an https address".into()),
        }
    }
}

/// Whether a host is this very machine.
pub fn is_loopback(host: &str) -> bool {
    let address = host.trim_matches(['[', ']']).parse::<IpAddr>();
    address.map_or(is_localhost(host), |address| address.is_loopback())
}

fn is_localhost(host: &str) -> bool {
    host == "localhost" || host.ends_with(".localhost")
}

async fn connect(host: &str, port: u16) -> std::io::Result<TcpStream> {
    // Names under `localhost` are this machine (RFC 6761 §6.3), also where no resolver says so.
    if host != "localhost" && is_localhost(host) {
        return TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await;
    }
    TcpStream::connect((host.trim_matches(['[', ']']), port)).await
}

fn read_roots(path: &Path) -> Result<RootCertStore, Failure> {
    let mut store = RootCertStore::empty();
    for root in CertificateDer::pem_file_iter(path)? {
        store.add(root?)?;
    }
    Ok(store)
}

async fn exchange<T>(stream: T, request: Request<String>, most: usize) -> Result<Answer, Failure>
where
    T: Read + Write + Unpin + Send + 'static,
{
    let (mut sender, running) = hyper::client::conn::http1::handshake(stream).await?;
    tokio::spawn(running);
    let (mut head, body) = request.into_parts();
    // A server is asked by path; the host stands in its header, without a name and password of the address.
    let host = head.uri.authority().map_or("", |authority| authority.as_str());
    let host = host.rsplit('@').next().unwrap_or_default();
    head.headers.insert(HOST, HeaderValue::from_str(host)?);
    head.headers.insert(USER_AGENT, HeaderValue::from_static(concat!("troth/", env!("CARGO_PKG_VERSION"))));
    head.uri = head.uri.path_and_query().map_or("/", |path| path.as_str()).parse::<Uri>()?;
    let request = Request::from_parts(head, Full::new(Bytes::from(body)));
    let (parts, body) = sender.send_request(request).await?.into_parts();
    let body = Limited::new(body, most).collect().await?.to_bytes();
    Ok(Answer { status: parts.status, headers: parts.headers, body })
}

#[cfg(test)]
mod tests {
    use tokio::{
        io::{AsyncReadExt as _, AsyncWriteExt as _},
        net::TcpListener,
    };

    use super::*;

    const LIMITS: AskLimits = AskLimits { patience: Duration::from_secs(5), most: 64 };

    /// A server that gives one answer; where it stands.
    async fn answering(text: &'static str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let _ = stream.read(&mut [0; 4096]).await;
            let _ = stream.write_all(text.as_bytes()).await;
        });
        format!("http://{address}/keys")
    }

    async fn ask(client: &Https, url: &str, limits: AskLimits) -> Result<Answer, AskFault> {
        client.ask(Request::get(url).body(String::new()).unwrap(), limits).await
    }

    #[tokio::test]
    async fn a_redirect_is_not_followed_and_a_long_or_late_answer_is_not_read() {
        let client = Https::trusting(None).unwrap().with_plain_on_loopback();
        let url =
            answering("HTTP/1.1 302 Found\r\nlocation: http://elsewhere.example/\r\ncontent-length: 0\r\n\r\n").await;
        let answer = ask(&client, &url, LIMITS).await.ok().unwrap();
        assert_eq!((answer.status, answer.header("location")), (StatusCode::FOUND, Some("http://elsewhere.example/")));
        let url = answering("HTTP/1.1 200 OK\r\ncontent-length: 65\r\n\r\n").await;
        assert!(ask(&client, &url, LIMITS).await.is_err(), "longer than it may be");
        let url = answering("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n").await;
        let hasty = AskLimits { patience: Duration::from_millis(50), ..LIMITS };
        assert!(ask(&client, &url, hasty).await.is_err(), "later than it may be");
    }

    #[tokio::test]
    async fn without_tls_nobody_is_asked_but_this_machine_and_only_where_that_is_wished() {
        let strict = Https::trusting(None).unwrap();
        let url = answering("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").await;
        let told = ask(&strict, &url, LIMITS).await.err().map(|fault| fault.to_string());
        assert!(told.is_some_and(|told| told.ends_with("/keys: it is not an https address")));
        let trying = strict.with_plain_on_loopback();
        assert!(ask(&trying, &url, LIMITS).await.is_ok());
        assert!(ask(&trying, "http://198.51.100.7/keys", LIMITS).await.is_err());
        for (host, own) in [
            ("localhost", true),
            ("campus.localhost", true),
            ("127.0.0.2", true),
            ("[::1]", true),
            ("localhost.example", false),
            ("10.0.0.1", false),
        ] {
            assert_eq!(is_loopback(host), own, "{host}");
        }
    }
}

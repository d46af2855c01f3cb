//! Text messages by a gateway over HTTP, in the manner of Kannel's `sendsms` and of many others: one request with the
//! number and the text among its parameters. TLS everywhere but on the machine itself.

use std::{error::Error as StdError, fmt::Write as _, sync::Arc, time::Duration};

use http_body_util::Full;
use hyper::{
    Method, Request, StatusCode, Uri,
    body::Bytes,
    header::{CONTENT_TYPE, HOST, USER_AGENT},
};
use hyper_util::rt::TokioIo;
use kernel::{ExposeSecret as _, SecretString};
use rustls::{ClientConfig, RootCertStore, crypto::aws_lc_rs, pki_types::ServerName};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use crate::{Later, PostError, TextMessage, Texting};

/// How long the gateway may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

type Failure = Box<dyn StdError + Send + Sync>;

/// Where text messages go.
#[derive(Clone, Debug)]
pub struct GatewaySettings {
    /// The address that is asked.
    pub url: String,
    /// The parameters are sent as a form, and not in the address.
    pub posts: bool,
    /// The parameter that bears the number.
    pub number: String,
    /// The parameter that bears the text.
    pub text: String,
    /// Whatever else the gateway asks for: a user's name, a password, a sender.
    pub with: Vec<(String, SecretString)>,
}

/// Hands text messages to a gateway.
pub struct Gateway {
    settings: GatewaySettings,
    uri: Uri,
    tls: Arc<ClientConfig>,
}

impl Gateway {
    /// A gateway by these settings; nothing is connected yet.
    ///
    /// # Errors
    /// When the address is none, or leads elsewhere without TLS.
    pub fn new(settings: GatewaySettings) -> Result<Self, PostError> {
        let uri: Uri = settings.url.parse().map_err(|_| PostError::Settings("the gateway's address is none"))?;
        // Without a scheme a single word would count as a host.
        let host = uri.host().filter(|_| uri.scheme().is_some());
        let host = host.ok_or(PostError::Settings("the gateway's address names no host; write https://…"))?;
        match uri.scheme_str() {
            Some("https") => {}
            Some("http") if crate::smtp::is_loopback(host) => {}
            _ => return Err(PostError::Settings("an unprotected connection may lead to this machine only")),
        }
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let tls = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|_| PostError::Settings("TLS cannot be spoken"))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { settings, uri, tls: Arc::new(tls) })
    }

    /// All parameters, as in a form (`application/x-www-form-urlencoded`).
    fn parameters(&self, message: &TextMessage) -> String {
        let own = [(&*self.settings.number, message.to().as_str()), (&*self.settings.text, message.text())];
        let with = self.settings.with.iter().map(|(name, value)| (name.as_str(), value.expose_secret()));
        let pairs: Vec<_> =
            with.chain(own).map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        pairs.join("&")
    }

    async fn hand_over(&self, message: &TextMessage) -> Result<StatusCode, Failure> {
        let host = self.uri.host().unwrap_or_default().to_owned();
        let plain = self.uri.scheme_str() == Some("http");
        let port = self.uri.port_u16().unwrap_or(if plain { 80 } else { 443 });
        let tcp = TcpStream::connect((host.as_str(), port)).await?;
        let request = self.request(message)?;
        if plain {
            return exchange(TokioIo::new(tcp), request).await;
        }
        let tls = TlsConnector::from(Arc::clone(&self.tls)).connect(ServerName::try_from(host)?, tcp).await?;
        exchange(TokioIo::new(tls), request).await
    }

    fn request(&self, message: &TextMessage) -> Result<Request<Full<Bytes>>, Failure> {
        let (path, parameters) = (self.uri.path(), self.parameters(message));
        let query = self.uri.query().into_iter().chain((!self.settings.posts).then_some(&*parameters));
        let query = query.collect::<Vec<_>>().join("&");
        let asked = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
        let authority = self.uri.authority().map_or("", |authority| authority.as_str());
        // A name and password in the address are none of the host's.
        let authority = authority.rsplit('@').next().unwrap_or_default();
        let request = Request::builder()
            .method(if self.settings.posts { Method::POST } else { Method::GET })
            .uri(asked)
            .header(HOST, authority)
            .header(USER_AGENT, "troth");
        match self.settings.posts {
            true => {
                let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
                Ok(request.body(Full::new(Bytes::from(parameters)))?)
            }
            false => Ok(request.body(Full::new(Bytes::new()))?),
        }
    }
}

async fn exchange<C>(connection: C, request: Request<Full<Bytes>>) -> Result<StatusCode, Failure>
where
    C: hyper::rt::Read + hyper::rt::Write + Send + Unpin + 'static,
{
    let (mut sender, running) = hyper::client::conn::http1::handshake(connection).await?;
    tokio::spawn(running);
    // What it says besides may repeat the number: only the status is looked at.
    Ok(sender.send_request(request).await?.status())
}

impl Texting for Gateway {
    fn text<'a>(&'a self, message: &'a TextMessage) -> Later<'a, Result<(), PostError>> {
        Box::pin(async move {
            let Ok(Ok(status)) = tokio::time::timeout(PATIENCE, self.hand_over(message)).await else {
                return Err(PostError::Temporary(None));
            };
            let code = Some(status.as_u16());
            match status {
                taken if taken.is_success() => Ok(()),
                StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS => Err(PostError::Temporary(code)),
                busy if busy.is_server_error() => Err(PostError::Temporary(code)),
                _ => Err(PostError::Permanent(code)),
            }
        })
    }
}

/// Percent-encodes all but what never needs it (RFC 3986 §2.3).
fn encode(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

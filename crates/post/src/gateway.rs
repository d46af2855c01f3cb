//! Text messages by a gateway over HTTP, in the manner of Kannel's `sendsms` and of many others: one request with the
//! number and the text among its parameters. TLS everywhere but on the machine itself.

use std::{fmt::Write as _, time::Duration};

use hyper::{Request, StatusCode, Uri, header::CONTENT_TYPE};
use kernel::{ExposeSecret as _, SecretString};
use tls::client::{AskLimits, Https, is_loopback};

use crate::{Later, PostError, TextMessage, Texting};

/// How long the gateway may take to answer, and how much it may say, of which nothing is looked at: it may repeat the number.
const LIMITS: AskLimits = AskLimits { patience: Duration::from_secs(20), most: 1024 * 1024 };

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
    client: Https,
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
            Some("http") if is_loopback(host) => {}
            _ => return Err(PostError::Settings("an unprotected connection may lead to this machine only")),
        }
        let client = Https::trusting(None).map_err(|_| PostError::Settings("TLS cannot be spoken"))?;
        Ok(Self { settings, client: client.with_plain_on_loopback() })
    }

    /// Whether anything answers at its address; no text is sent, and neither name nor password.
    ///
    /// # Errors
    /// When nothing answers, with what stands in the way.
    pub async fn look(&self) -> Result<StatusCode, String> {
        let request = Request::head(&self.settings.url).body(String::new()).map_err(|error| error.to_string())?;
        self.client.ask(request, LIMITS).await.map(|answer| answer.status).map_err(|fault| fault.to_string())
    }

    /// All parameters, as in a form (`application/x-www-form-urlencoded`).
    fn parameters(&self, message: &TextMessage) -> String {
        let own = [(&*self.settings.number, message.to().as_str()), (&*self.settings.text, message.text())];
        let with = self.settings.with.iter().map(|(name, value)| (name.as_str(), value.expose_secret()));
        let pairs: Vec<_> =
            with.chain(own).map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        pairs.join("&")
    }

    fn request(&self, message: &TextMessage) -> Result<Request<String>, hyper::http::Error> {
        let (url, parameters) = (&self.settings.url, self.parameters(message));
        if self.settings.posts {
            let form = Request::post(url).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
            return form.body(parameters);
        }
        let joint = if url.contains('?') { '&' } else { '?' };
        Request::get(format!("{url}{joint}{parameters}")).body(String::new())
    }
}

impl Texting for Gateway {
    fn text<'a>(&'a self, message: &'a TextMessage) -> Later<'a, Result<(), PostError>> {
        Box::pin(async move {
            let request = self.request(message).map_err(|_| PostError::Settings("the gateway's address is none"))?;
            let Ok(answer) = self.client.ask(request, LIMITS).await else { return Err(PostError::Temporary(None)) };
            let status = answer.status;
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

//! Mail by SMTP (RFC 5321), over TLS everywhere but on the machine itself.

use std::time::{Duration, SystemTime};

use kernel::{ExposeSecret, SecretString};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    address::Envelope,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
    transport::smtp::{
        authentication::Credentials,
        client::{Tls, TlsParameters},
    },
};

use crate::{Address, Carrier, Later, Mail, PostError, report::Status};

/// How the connection is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte (port 465, RFC 8314).
    Tls,
    /// TLS after `STARTTLS`, or no mail at all (port 587).
    StartTls,
    /// None; accepted for a relay on this machine only.
    PlainOnLoopback,
}

/// Where mail goes.
#[derive(Clone, Debug)]
pub struct SmtpSettings {
    /// The relay's host name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// User name and password, if the relay asks for them.
    pub credentials: Option<(String, SecretString)>,
    /// How long one command may take.
    pub patience: Duration,
    /// Where mails come back to that do not arrive. Its name is followed by `+` and what the mail bears
    /// ([`crate::Returning`]); without it they come back to the sender.
    pub bounces: Option<Address>,
}

/// Carries mail to a relay.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    bounces: Option<(String, String)>,
}

impl Smtp {
    /// A carrier for these settings; nothing is connected yet.
    pub fn new(settings: &SmtpSettings) -> Result<Self, PostError> {
        let tls = match settings.security {
            Security::PlainOnLoopback if !tls::client::is_loopback(&settings.host) => {
                return Err(PostError::Settings("an unprotected connection may lead to this machine only"));
            }
            Security::PlainOnLoopback => Tls::None,
            Security::Tls => Tls::Wrapper(parameters(&settings.host)?),
            Security::StartTls => Tls::Required(parameters(&settings.host)?),
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host)
            .port(settings.port)
            .tls(tls)
            .timeout(Some(settings.patience));
        if let Some((user, password)) = &settings.credentials {
            builder = builder.credentials(Credentials::new(user.clone(), password.expose_secret().to_owned()));
        }
        let bounces = settings.bounces.as_ref().map(|address| (address.name().to_owned(), address.domain().to_owned()));
        Ok(Self { transport: builder.build(), bounces })
    }
}

impl Smtp {
    /// Connects as for a mail (TLS or STARTTLS, and signing in where the settings say so), and says goodbye. No mail is
    /// sent.
    ///
    /// # Errors
    /// Why it did not come to that, in the library's words and the server's.
    pub async fn look(&self) -> Result<(), String> {
        match self.transport.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err("the server took the connection and then did not answer".to_owned()),
            Err(error) => {
                use std::error::Error as _;
                let source = error.source().map(|source| format!(": {source}")).unwrap_or_default();
                let told = error.to_string();
                Err(if told.ends_with(&source) { told } else { format!("{told}{source}") })
            }
        }
    }
}

fn parameters(host: &str) -> Result<TlsParameters, PostError> {
    TlsParameters::new(host.to_owned()).map_err(|_| PostError::Settings("the host name does not fit TLS"))
}

impl Carrier for Smtp {
    fn carry<'a>(&'a self, mail: &'a Mail) -> Later<'a, Result<(), PostError>> {
        Box::pin(async move {
            let message = message(mail)?;
            let envelope = self.envelope(mail)?;
            match self.transport.send_raw(&envelope, &message.formatted()).await {
                Ok(_) => Ok(()),
                Err(error) => Err(classed(&error)),
            }
        })
    }
}

impl Smtp {
    fn envelope(&self, mail: &Mail) -> Result<Envelope, PostError> {
        let unfit = |_| PostError::Settings("the address for what comes back does not fit");
        let from = match (&self.bounces, mail.returns()) {
            (Some((name, domain)), Some(mark)) => {
                lettre::Address::new(format!("{name}+{mark}"), domain).map_err(unfit)?
            }
            _ => mail.from.address.inner().clone(),
        };
        Envelope::new(Some(from), vec![mail.to.inner().clone()])
            .map_err(|_| PostError::Settings("the mail has no recipient"))
    }
}

fn classed(error: &lettre::transport::smtp::Error) -> PostError {
    use std::error::Error as _;
    let code = error.status().map(u16::from);
    // The server's words may repeat the address: only the code in them is looked at.
    let status = error.source().and_then(|words| Status::first_in(&words.to_string()));
    match error.is_permanent() {
        true if status.is_some_and(Status::says_no_mailbox) => PostError::NoMailbox(code),
        true => PostError::Permanent(code),
        false => PostError::Temporary(code),
    }
}

fn message(mail: &Mail) -> Result<Message, PostError> {
    let from = Mailbox::new(Some(mail.from.organisation.clone()), mail.from.address.inner().clone());
    let to = Mailbox::new(None, mail.to.inner().clone());
    let header = |name: &'static str, value: &str| HeaderValue::new(HeaderName::new_from_ascii_str(name), value.into());
    let mut builder = Message::builder();
    if let Some(stop) = mail.stop() {
        // RFC 2369 and RFC 8058: the mail program offers a button of its own, which asks nothing more.
        builder = builder
            .raw_header(header("List-Unsubscribe", &format!("<{stop}>")))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    let mut message = builder
        .from(from)
        .to(to)
        .subject(&mail.subject)
        .date(SystemTime::from(mail.at))
        .message_id(Some(mail.message_id.clone()))
        // RFC 3834: no vacation notes in answer.
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("Content-Language", mail.language.tag()))
        .multipart(MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone()))
        .map_err(|_| PostError::Settings("the mail cannot be put together"))?;
    // The name of the program that made it is nobody's business.
    message.headers_mut().remove_raw("User-Agent");
    Ok(message)
}

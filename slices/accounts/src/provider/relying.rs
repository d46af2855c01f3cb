//! We as the provider's client (relying party): where somebody is sent, and what is made of what comes back.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use http::Fields;
use jiff::SignedDuration;
use kernel::{ExposeSecret as _, Language, OrganisationKey, SecretString, Timestamp};
use organisation::{Organisation, Visit};
use serde::Deserialize;
use tokio::sync::Semaphore;

use super::{
    channel::{Asked, Channel},
    errand::{self, Errand},
    inventory::ITEM,
    metadata::Metadata,
    name, named, routes,
    settings::Settings,
    token::{self, Key, Subject, TokenFault},
};

/// How long what the provider tells of itself is believed.
const KNOWN: SignedDuration = SignedDuration::from_hours(1);
/// How soon its keys are asked for again when one is missing.
const KEYS: SignedDuration = SignedDuration::from_mins(1);
/// How many questions are on their way to it at once.
const AT_ONCE: usize = 8;
/// How many errands are remembered as done: as many people as sign in this way within an hour.
const DONE: usize = 20_000;
/// For how long: no errand lasts longer.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(1);

/// Why nobody could be let in. The text is for the log and holds nothing of anybody.
#[derive(Debug, thiserror::Error)]
pub enum ProviderFault {
    /// It does not answer.
    #[error("the provider cannot be reached: {0}")]
    Unreached(String),
    /// What it tells of itself cannot be used.
    #[error("the provider cannot be used: {0}")]
    Unfit(String),
    /// It does not take the code.
    #[error("the provider refuses: {0}")]
    Refused(String),
    /// What it says of who came is not believed.
    #[error("the provider's token is not believed: {0}")]
    Token(#[from] TokenFault),
    /// Too many are on their way, or come back.
    #[error("too many come back from the provider at once")]
    Busy,
}

/// What came back in the address, as far as it is looked at.
pub(crate) enum Return {
    /// A code to redeem.
    Code(SecretString),
    /// The provider let nobody in, or somebody thought better of it.
    Refused,
}

/// The provider of an organisation.
pub struct Provider {
    settings: Settings,
    channel: Arc<dyn Channel>,
    known: Mutex<Known>,
    seats: Semaphore,
    done: Mutex<HashMap<String, Timestamp>>,
}

#[derive(Default)]
struct Known {
    metadata: Option<(Arc<Metadata>, Timestamp)>,
    keys: Option<(Arc<[Key]>, Timestamp)>,
}

/// The providers of all organisations of an installation.
#[derive(Clone, Default)]
pub struct Providers(Arc<HashMap<OrganisationKey, Arc<Provider>>>);

impl Providers {
    /// One for each of these organisations.
    pub fn new(providers: impl IntoIterator<Item = (OrganisationKey, Provider)>) -> Self {
        Self(Arc::new(providers.into_iter().map(|(key, provider)| (key, Arc::new(provider))).collect()))
    }

    /// The provider of an organisation and what it is called, where statement and configuration both have it.
    pub(crate) fn of(&self, organisation: &Organisation, language: Language) -> Option<(Arc<Provider>, String)> {
        let (plan, provider) = (&organisation.plan, self.0.get(&organisation.key)?);
        let is_stated = named(plan, None)
            && plan.category_of(ITEM).is_some()
            && plan.cookies().any(|cookie| cookie.key == errand::COOKIE);
        let name = name(plan, &provider.settings, language).filter(|_| is_stated)?;
        Some((Arc::clone(provider), name))
    }
}

impl Provider {
    /// A provider, to be asked by this channel.
    pub fn new(settings: Settings, channel: Arc<dyn Channel>) -> Self {
        let (known, done) = (Mutex::default(), Mutex::default());
        Self { settings, channel, known, seats: Semaphore::new(AT_ONCE), done }
    }

    /// The address to which a browser is sent on an errand (OpenID Connect Core 1.0 §3.1.2.1).
    pub(crate) async fn way(&self, visit: &Visit, errand: &Errand) -> Result<String, ProviderFault> {
        let metadata = self.metadata(visit.scope.now).await?;
        let query = fields([
            ("response_type", "code"),
            ("scope", "openid"),
            ("client_id", self.settings.client.as_str()),
            ("redirect_uri", back(visit).as_str()),
            ("state", errand.state.as_str()),
            ("nonce", errand.nonce.as_str()),
            ("code_challenge", errand.challenge().as_str()),
            ("code_challenge_method", "S256"),
            ("ui_locales", visit.scope.language.tag()),
        ]);
        Ok(with_query(&metadata.authorization_endpoint, &query))
    }

    /// The address at which one signs out there, when there is one (OpenID Connect RP-Initiated Logout 1.0 §2).
    pub(crate) async fn way_out(&self, visit: &Visit) -> Result<Option<String>, ProviderFault> {
        let metadata = self.metadata(visit.scope.now).await?;
        let then = format!("{}/sign-in", visit.site.base_url);
        let query = fields([("client_id", self.settings.client.as_str()), ("post_logout_redirect_uri", then.as_str())]);
        Ok(metadata.end_session_endpoint.as_ref().map(|place| with_query(place, &query)))
    }

    /// What came back for an errand; `None` when it is of another provider (RFC 9207 §2.4), no answer at all, or the errand
    /// is done.
    pub(crate) async fn returned(&self, visit: &Visit, errand: &Errand) -> Result<Option<Return>, ProviderFault> {
        let query = &visit.query;
        let says = self.metadata(visit.scope.now).await?.says_issuer;
        let is_its = if query.has("iss") { query.get("iss") == self.settings.issuer } else { !says };
        let is_done = self.done.lock().unwrap_or_else(PoisonError::into_inner).contains_key(&errand.state);
        Ok(match (query.has("error"), query.get("code")) {
            _ if !is_its || is_done => None,
            (true, _) => Some(Return::Refused),
            (false, "") => None,
            (false, code) => Some(Return::Code(SecretString::from(code))),
        })
    }

    /// An errand that somebody came back from is done: it counts once.
    fn finish(&self, errand: &Errand, now: Timestamp) -> Result<(), ProviderFault> {
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        if done.len() >= DONE {
            done.retain(|_, at| *at + REMEMBERED > now);
        }
        match done.len() < DONE && done.insert(errand.state.clone(), now).is_none() {
            true => Ok(()),
            false => Err(ProviderFault::Busy),
        }
    }

    /// Redeems a code, and says who came (§3.1.3). Of the answer the ID token alone is read; nothing of it is kept.
    pub(crate) async fn redeem(
        &self,
        visit: &Visit,
        errand: &Errand,
        code: &SecretString,
    ) -> Result<Subject, ProviderFault> {
        let now = visit.scope.now;
        let metadata = self.metadata(now).await?;
        let asked = self.question(&metadata, &back(visit), errand, code);
        let (status, body) = self.ask(asked).await?;
        if status != 200 {
            return Err(ProviderFault::Refused(refusal(status, &body)));
        }
        let granted: Granted = serde_json::from_slice(&body).map_err(|_| TokenFault::Unreadable)?;
        let (token, expected) = (granted.id_token.as_str(), (errand.nonce.as_str(), now));
        let subject = match token::read(token, &self.keys(&metadata, now, KNOWN).await?, &self.settings, expected) {
            // A key that was published since.
            Err(TokenFault::UnknownKey) => {
                let keys = self.keys(&metadata, now, KEYS).await?;
                token::read(token, &keys, &self.settings, expected)?
            }
            read => read?,
        };
        self.finish(errand, now)?;
        Ok(subject)
    }

    fn question(&self, metadata: &Metadata, back: &str, errand: &Errand, code: &SecretString) -> Asked {
        let (client, secret) = (self.settings.client.as_str(), self.settings.secret.expose_secret());
        let mut form = vec![
            ("grant_type", "authorization_code"),
            ("code", code.expose_secret()),
            ("redirect_uri", back),
            ("code_verifier", errand.verifier.expose_secret()),
        ];
        let in_form = metadata.wants_secret_in_form();
        if in_form {
            form.extend([("client_id", client), ("client_secret", secret)]);
        }
        let encoded = |text: &str| fields([("", text)]).trim_start_matches('=').to_owned();
        let basic = || STANDARD.encode(format!("{}:{}", encoded(client), encoded(secret)));
        Asked {
            url: metadata.token_endpoint.clone(),
            form: Some(SecretString::from(fields(form))),
            authorization: (!in_form).then(|| SecretString::from(format!("Basic {}", basic()))),
        }
    }

    async fn metadata(&self, now: Timestamp) -> Result<Arc<Metadata>, ProviderFault> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).metadata.clone();
        if let Some((metadata, _)) = known.filter(|(_, at)| is_young(*at, now, KNOWN)) {
            return Ok(metadata);
        }
        let read = self.look(&Metadata::place(&self.settings.issuer)).await?;
        let metadata = Arc::new(Metadata::read(&read, &self.settings.issuer)?);
        self.known.lock().unwrap_or_else(PoisonError::into_inner).metadata = Some((Arc::clone(&metadata), now));
        Ok(metadata)
    }

    async fn keys(
        &self,
        metadata: &Metadata,
        now: Timestamp,
        young: SignedDuration,
    ) -> Result<Arc<[Key]>, ProviderFault> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).keys.clone();
        if let Some((keys, _)) = known.filter(|(_, at)| is_young(*at, now, young)) {
            return Ok(keys);
        }
        let read = self.look(&metadata.jwks_uri).await?;
        let keys = token::keys(&read).ok_or_else(|| ProviderFault::Unfit("its keys cannot be read".to_owned()))?;
        let keys: Arc<[Key]> = keys.into();
        self.known.lock().unwrap_or_else(PoisonError::into_inner).keys = Some((Arc::clone(&keys), now));
        Ok(keys)
    }

    async fn look(&self, url: &str) -> Result<Vec<u8>, ProviderFault> {
        match self.ask(Asked::look(url)).await? {
            (200, body) => Ok(body),
            (status, _) => Err(ProviderFault::Unreached(format!("{url}: {status}"))),
        }
    }

    async fn ask(&self, asked: Asked) -> Result<(u16, Vec<u8>), ProviderFault> {
        let _seat = self.seats.try_acquire().map_err(|_| ProviderFault::Busy)?;
        let answered = self.channel.ask(asked).await.map_err(ProviderFault::Unreached)?;
        Ok((answered.status, answered.body))
    }
}

/// What the provider hands over for a code. The access token is not read: nothing is asked with it.
#[derive(Deserialize)]
struct Granted {
    id_token: String,
}

#[derive(Default, Deserialize)]
struct Refusal {
    error: String,
}

/// Why a code was not taken: the word of RFC 6749 §5.2, and nothing else of what was sent.
fn refusal(status: u16, body: &[u8]) -> String {
    let word = serde_json::from_slice::<Refusal>(body).unwrap_or_default().error;
    let is_word = (1..=40).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    format!("{status} {}", if is_word { &word } else { "without a word" })
}

fn is_young(at: Timestamp, now: Timestamp, most: SignedDuration) -> bool {
    (at..at + most).contains(&now)
}

/// Where the provider sends people back to.
fn back(visit: &Visit) -> String {
    format!("{}{}", visit.site.base_url, routes::BACK.path)
}

fn fields<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    Fields::new(pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned()))).to_urlencoded()
}

fn with_query(place: &str, query: &str) -> String {
    format!("{place}{}{query}", if place.contains('?') { '&' } else { '?' })
}

//! What somebody goes to the provider for: a signed text in a cookie, so that whoever comes back is the browser that went.
//!
//! All that the protocol draws by chance (`state`, `nonce`, the verifier of PKCE) is a keyed hash of that text: none of it
//! is stored, and none fits another errand.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use http::{axum::http::HeaderMap, cookie::ProviderCookie, local_path};
use kernel::{ExposeSecret as _, Language, SecretString, Timestamp, Uuid};
use organisation::Visit;
use sha2::{Digest as _, Sha256};
use statement::plan::Period;

use crate::{Hasher, model::after};

/// The cookie's key in the statement.
pub(crate) const COOKIE: &str = "provider";
/// How long an errand lasts at the very most.
const LASTS: Period = Period { years: 0, months: 0, weeks: 0, days: 0, hours: 1 };
const PURPOSE: &str = "provider";

/// What for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// To sign in.
    Enter,
    /// To link the account there, in this session, in which the factors have been shown.
    Link(Uuid),
    /// To accept the invitation with this token.
    Accept(String),
}

impl Wish {
    fn parts(&self) -> (&'static str, String) {
        match self {
            Self::Enter => ("enter", String::new()),
            Self::Link(session) => ("link", session.to_string()),
            Self::Accept(token) => ("accept", token.clone()),
        }
    }

    fn from_parts(kind: &str, holder: &str) -> Option<Self> {
        match kind {
            "enter" => Some(Self::Enter),
            "link" => holder.parse().ok().map(Self::Link),
            "accept" => Some(Self::Accept(holder.to_owned())),
            _ => None,
        }
    }
}

/// An errand on its way.
pub(crate) struct Errand {
    /// What for.
    pub(crate) wish: Wish,
    /// Where somebody was going; empty when nowhere in particular.
    pub(crate) next: String,
    /// The language of the page that they left.
    pub(crate) language: Language,
    /// What comes back in the address, and says that it is an answer to this.
    pub(crate) state: String,
    /// What the provider signs, so that its word is for this errand alone.
    pub(crate) nonce: String,
    /// What only we know of the question until the code is redeemed (RFC 7636).
    pub(crate) verifier: SecretString,
}

impl Errand {
    /// A new errand, and the cookie that holds it.
    pub(crate) fn begin(visit: &Visit, hasher: &Hasher, wish: &Wish, next: &str) -> (Self, ProviderCookie) {
        let until = until(visit);
        let (chance, _) = http::cookie::token(&*visit.scope.rng);
        let (kind, holder) = wish.parts();
        let next = URL_SAFE_NO_PAD.encode(local_path(next).unwrap_or_default());
        let (language, chance) = (visit.scope.language.tag(), chance.expose_secret());
        let text = format!("{}.{chance}.{kind}.{holder}.{language}.{next}", until.as_second());
        let value = SecretString::from(format!("{text}.{}", tag(visit, hasher, "cookie", &text)));
        let cookie = ProviderCookie::set(&value, until.duration_since(visit.scope.now).as_secs());
        let language = visit.scope.language;
        (Self::of(visit, hasher, &text, (wish.clone(), decode(&next), language)), cookie)
    }

    /// The errand of a browser that comes back with this state; `None` when it went on none, on another, or too long ago.
    pub(crate) fn held(visit: &Visit, hasher: &Hasher, headers: &HeaderMap, state: &str) -> Option<Self> {
        let (text, shown) = ProviderCookie::held(headers)?.rsplit_once('.')?;
        if !hasher.is_tag(&tag(visit, hasher, "cookie", text), shown) {
            return None;
        }
        let parts: Vec<_> = text.split('.').collect();
        let [until, _, kind, holder, language, next] = parts[..] else { return None };
        let until = Timestamp::from_second(until.parse().ok()?).ok()?;
        let own = (Wish::from_parts(kind, holder)?, decode(next), language.parse().ok()?);
        let errand = Self::of(visit, hasher, text, own);
        (until > visit.scope.now && hasher.is_tag(&errand.state, state)).then_some(errand)
    }

    fn of(visit: &Visit, hasher: &Hasher, text: &str, (wish, next, language): (Wish, String, Language)) -> Self {
        let drawn = |what| tag(visit, hasher, what, text);
        let verifier = SecretString::from(drawn("verifier"));
        Self { wish, next, language, state: drawn("state"), nonce: drawn("nonce"), verifier }
    }

    /// The verifier's hash, which goes ahead (RFC 7636 §4.2, `S256`).
    pub(crate) fn challenge(&self) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::digest(self.verifier.expose_secret()))
    }
}

/// When an errand ends that begins now: as the statement says of its cookie, and after an hour at the latest.
fn until(visit: &Visit) -> Timestamp {
    let (now, zone) = (visit.scope.now, visit.site.plan.zone());
    let declared = visit.site.plan.cookies().find(|cookie| cookie.key == COOKIE).and_then(|cookie| cookie.lasts);
    let stated = declared.filter(|period| !period.is_zero()).map(|period| after(period, now, zone));
    let most = after(LASTS, now, zone);
    stated.map_or(most, |stated| stated.min(most))
}

fn decode(next: &str) -> String {
    let decoded = URL_SAFE_NO_PAD.decode(next).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    decoded.filter(|next| local_path(next).is_some()).unwrap_or_default()
}

fn tag(visit: &Visit, hasher: &Hasher, what: &str, text: &str) -> String {
    hasher.tag(&[PURPOSE, visit.site.key.as_str(), what, text])
}

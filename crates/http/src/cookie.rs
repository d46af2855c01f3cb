//! The cookies (P12): `__Host-troth`, set at sign-in, gone at sign-out; and, where the statement declares them,
//! `__Host-troth-device`, and `__Host-troth-provider` while somebody signs in elsewhere.

use axum::{
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::{IntoResponseParts, ResponseParts},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use kernel::{ExposeSecret, Rng, SecretString, rng};
use sha2::{Digest, Sha256};

/// The cookie's name. The prefix makes browsers refuse it without `Secure`, with `Domain`, or for a part of the site
/// (RFC 6265bis §4.1.3.2).
pub const NAME: &str = "__Host-troth";

/// The name of the cookie of a known device.
const DEVICE: &str = "__Host-troth-device";

/// The name of the cookie that knows the browser again which went to sign in elsewhere.
const PROVIDER: &str = "__Host-troth-provider";

/// A new secret for a session or a single-use link: 32 random bytes as base64url, and the hash to store.
pub fn token(rng: &dyn Rng) -> (SecretString, [u8; 32]) {
    let text = URL_SAFE_NO_PAD.encode(rng::bytes::<32>(rng));
    let hash = hash(&text);
    (text.into(), hash)
}

/// What is stored of a token. A plain hash is enough: the token is 256 random bits.
pub fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// The hash of the request's session token, if it carries one that could be ours.
pub(crate) fn session_hash(headers: &HeaderMap) -> Option<[u8; 32]> {
    only(headers, NAME).filter(|token| token.len() == 43).map(hash)
}

/// The value of a cookie. Two of one name cannot come from a browser that keeps the rules; neither is believed.
fn only<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut found = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='));
    let value = found.next()?;
    found.next().is_none().then_some(value)
}

fn written(name: &str, value: &str, seconds: i64) -> HeaderValue {
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Lax");
    let mut value = HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""));
    value.set_sensitive(true);
    value
}

/// Whether an answer sets a session's cookie, and does not clear it.
pub(crate) fn begins_session(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut values = lines.filter_map(|line| line.strip_prefix(NAME)?.strip_prefix('='));
    values.any(|value| !value.starts_with(';'))
}

/// What goes from the browser with the session: what it kept of pages. The cookies stay: that of a known device outlives a
/// session. So does what a script could not send yet: it is sealed, and its key is not in the browser.
const CLEARED: HeaderValue = HeaderValue::from_static("\"cache\"");

/// Sets or clears the session cookie: `(SessionCookie::set(&token, seconds), see_other("/"))`.
pub struct SessionCookie {
    line: HeaderValue,
    clears: bool,
}

impl SessionCookie {
    /// The cookie of a new session; `seconds` is the session's absolute limit.
    pub fn set(token: &SecretString, seconds: i64) -> Self {
        Self { line: written(NAME, token.expose_secret(), seconds), clears: false }
    }

    /// Takes the cookie away, and what the browser kept beside it.
    pub fn clear() -> Self {
        Self { line: written(NAME, "", 0), clears: true }
    }
}

/// The cookie of a device from which somebody has signed in. It opens nothing: attempts from there are counted apart.
pub struct DeviceCookie(HeaderValue);

impl DeviceCookie {
    /// Sets it, for so many seconds.
    pub fn set(value: &SecretString, seconds: i64) -> Self {
        Self(written(DEVICE, value.expose_secret(), seconds))
    }

    /// What a request carries of it.
    pub fn held(headers: &HeaderMap) -> Option<&str> {
        only(headers, DEVICE)
    }
}

/// The cookie of a browser that went to sign in with the organisation's own provider, until it is back.
pub struct ProviderCookie(HeaderValue);

impl ProviderCookie {
    /// Sets it, for so many seconds.
    pub fn set(value: &SecretString, seconds: i64) -> Self {
        Self(written(PROVIDER, value.expose_secret(), seconds))
    }

    /// Takes it away.
    pub fn clear() -> Self {
        Self(written(PROVIDER, "", 0))
    }

    /// What a request carries of it.
    pub fn held(headers: &HeaderMap) -> Option<&str> {
        only(headers, PROVIDER)
    }
}

impl IntoResponseParts for ProviderCookie {
    type Error = std::convert::Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Self::Error> {
        parts.headers_mut().append(header::SET_COOKIE, self.0);
        Ok(parts)
    }
}

impl IntoResponseParts for DeviceCookie {
    type Error = std::convert::Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Self::Error> {
        parts.headers_mut().append(header::SET_COOKIE, self.0);
        Ok(parts)
    }
}

impl IntoResponseParts for SessionCookie {
    type Error = std::convert::Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Self::Error> {
        parts.headers_mut().append(header::SET_COOKIE, self.line);
        if self.clears {
            parts.headers_mut().insert(HeaderName::from_static("clear-site-data"), CLEARED);
        }
        Ok(parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(lines: &[&'static str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(header::COOKIE, HeaderValue::from_static(line));
        }
        headers
    }

    #[test]
    fn a_session_token_is_read_from_its_own_cookie_only() {
        let token = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        let found = session_hash(&with(&["a=b; __Host-troth=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"]));
        assert_eq!(found, Some(hash(token)));
        assert_eq!(session_hash(&with(&["troth=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"])), None);
        assert_eq!(session_hash(&with(&["__Host-troth=short"])), None);
    }

    #[test]
    fn two_session_cookies_are_believed_neither() {
        let twice = "__Host-troth=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        assert_eq!(session_hash(&with(&[twice, twice])), None);
    }
}

//! Addresses: ids in paths, local paths only in redirects, percent encoding.

use axum::{
    body::Body,
    extract::{FromRequestParts, Path},
    http::{HeaderValue, Response, StatusCode, header::LOCATION, request::Parts},
};

use crate::Problem;

/// The path's parameters, such as `At<TrajectoryId>` or `At<(TrajectoryId, MessageId)>`; what is no id is absent.
#[derive(Clone, Copy, Debug)]
pub struct At<T>(pub T);

impl<T, State> FromRequestParts<State> for At<T>
where
    T: serde::de::DeserializeOwned + Send,
    State: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Problem> {
        let Path(value) = Path::<T>::from_request_parts(parts, state).await.map_err(|_| Problem::NotFound)?;
        Ok(Self(value))
    }
}

/// `text`, if it is a path of this site and nothing else: it may not lead to another host.
pub fn local_path(text: &str) -> Option<&str> {
    let fits = text.starts_with('/')
        && !text.starts_with("//")
        && text.len() <= 512
        && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    fits.then_some(text)
}

/// Where one signs in.
pub(crate) const SIGN_IN: &str = "/sign-in";

/// Where to sign in, with the way back.
pub fn sign_in_path(next: &str) -> String {
    match local_path(next) {
        Some("/") | None => SIGN_IN.to_owned(),
        Some(next) => with_next(SIGN_IN, next),
    }
}

/// Where staff accept what their role promises.
pub const UNDERTAKINGS: &str = "/undertakings";

/// Where to accept what is promised, with the way back.
pub fn undertakings_path(next: &str) -> String {
    match local_path(next) {
        Some("/") | None => UNDERTAKINGS.to_owned(),
        Some(next) => with_next(UNDERTAKINGS, next),
    }
}

/// A path with the way on from there.
pub fn with_next(path: &str, next: &str) -> String {
    format!("{path}?next={}", encode(next))
}

/// Go there next, by GET (303). What is no local path leads to the first page.
pub fn see_other(path: &str) -> axum::response::Response {
    let target = local_path(path).unwrap_or("/");
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    response.headers_mut().insert(LOCATION, HeaderValue::from_str(target).unwrap_or(HeaderValue::from_static("/")));
    response
}

/// Percent-encodes everything but unreserved characters (RFC 3986 §2.3) and `/`.
pub(crate) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// Decodes one name or value of `application/x-www-form-urlencoded`.
pub(crate) fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = bytes.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        match pair.and_then(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()) {
            Some(byte) => {
                decoded.push(byte);
                at += 3;
            }
            None => {
                decoded.push(if bytes[at] == b'+' { b' ' } else { bytes[at] });
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

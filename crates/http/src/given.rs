//! Whether a browser keeps the cookie that it was given (SH10). One that does not would be sent from sign-in to sign-in
//! for ever; it gets an explanation instead.
//!
//! The answer to a sign-in leads on by an address with a mark. Whoever comes there with a session is led on without
//! the mark, and whoever comes without one has not kept the cookie.

use axum::{
    extract::Request,
    http::{HeaderValue, Method, StatusCode, header::LOCATION},
    response::Response,
};

use crate::{cookie, path::SIGN_IN};

const MARK: &str = "cookie=given";

/// Marks the way on from a sign-in that succeeded; any other answer passes.
pub(crate) fn marked(path: &str, mut response: Response) -> Response {
    let signed_in = path.starts_with(SIGN_IN)
        && response.status() == StatusCode::SEE_OTHER
        && cookie::begins_session(response.headers());
    let on = response.headers().get(LOCATION).and_then(|value| value.to_str().ok());
    if let Some(on) = on.filter(|_| signed_in) {
        let (page, place) = on.split_once('#').map_or((on, String::new()), |(page, place)| (page, format!("#{place}")));
        let joint = if page.contains('?') { '&' } else { '?' };
        if let Ok(value) = HeaderValue::from_str(&format!("{page}{joint}{MARK}{place}")) {
            response.headers_mut().insert(LOCATION, value);
        }
    }
    response
}

/// Where a marked address leads; `None` when it bears no mark.
pub(crate) fn way_on(request: &Request) -> Option<String> {
    let query = request.uri().query().filter(|_| request.method() == Method::GET)?;
    let others: Vec<_> = query.split('&').filter(|part| *part != MARK).collect();
    if others.len() == query.split('&').count() {
        return None;
    }
    let joint = if others.is_empty() { "" } else { "?" };
    Some(format!("{}{joint}{}", request.uri().path(), others.join("&")))
}

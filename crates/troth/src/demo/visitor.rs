//! Somebody who uses the demonstration's pages, as people do: through the front door.

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use tower::ServiceExt as _;

use super::PASSWORD;
use crate::Failure;

/// Somebody with a browser, at work in one organisation.
pub(super) struct Visitor<'a> {
    edge: &'a Router,
    host: &'a str,
    cookie: String,
}

impl<'a> Visitor<'a> {
    /// Signs in.
    pub(super) async fn sign_in(edge: &'a Router, host: &'a str, email: &str) -> Result<Self, Failure> {
        let mut visitor = Self { edge, host, cookie: String::new() };
        visitor.send("/sign-in", &[("email", email), ("password", PASSWORD)]).await?;
        Ok(visitor)
    }

    /// Sends a form that is in order; where it leads.
    pub(super) async fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<String, Failure> {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let body = http::Fields::new(fields).to_urlencoded();
        let request = Request::post(path)
            .header(header::HOST, self.host)
            .header("sec-fetch-site", "same-origin")
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))?;
        let answer = self.edge.clone().oneshot(request).await.unwrap_or_else(|never| match never {});
        if answer.status() != StatusCode::SEE_OTHER {
            return Err(format!("{path}: the demonstration's own entry was not taken: {}", answer.status()).into());
        }
        let text = |name| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if let Some(pair) = text(header::SET_COOKIE).split(';').next().filter(|pair| !pair.is_empty()) {
            pair.clone_into(&mut self.cookie);
        }
        Ok(text(header::LOCATION).split('?').next().unwrap_or_default().to_owned())
    }
}

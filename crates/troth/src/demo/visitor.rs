//! Somebody who uses the demonstration's pages, as people do: through the front door.

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
    response::Response,
};
use tower::ServiceExt as _;

use super::PASSWORD;
use crate::Failure;

/// The most that is read of a page, in bytes.
const PAGE: usize = 1 << 20;

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

    /// Signs in with the password and the code of an app.
    pub(super) async fn sign_in_with(
        edge: &'a Router,
        host: &'a str,
        email: &str,
        code: &str,
    ) -> Result<Self, Failure> {
        let mut visitor = Self { edge, host, cookie: String::new() };
        let asked = visitor.answer("/sign-in", &[("email", email), ("password", PASSWORD)]).await?;
        let page = axum::body::to_bytes(asked.into_body(), PAGE).await?;
        let page = String::from_utf8_lossy(&page);
        let proof = page.split("name=\"proof\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let proof = proof.ok_or("the door asks for the second step")?;
        visitor.send("/sign-in/second-step", &[("proof", proof), ("code", code)]).await?;
        Ok(visitor)
    }

    /// Sends a form that is in order; where it leads.
    pub(super) async fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<String, Failure> {
        let answer = self.answer(path, fields).await?;
        if answer.status() != StatusCode::SEE_OTHER {
            return Err(format!("{path}: the demonstration's own entry was not taken: {}", answer.status()).into());
        }
        let text = |name| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if let Some(pair) = text(header::SET_COOKIE).split(';').next().filter(|pair| !pair.is_empty()) {
            pair.clone_into(&mut self.cookie);
        }
        Ok(text(header::LOCATION).split('?').next().unwrap_or_default().to_owned())
    }

    async fn answer(&self, path: &str, fields: &[(&str, &str)]) -> Result<Response, Failure> {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let body = http::Fields::new(fields).to_urlencoded();
        let request = Request::post(path)
            .header(header::HOST, self.host)
            .header("sec-fetch-site", "same-origin")
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))?;
        Ok(self.edge.clone().oneshot(request).await.unwrap_or_else(|never| match never {}))
    }
}

//! Plain HTTP beside TLS: it leads to TLS, answers the certificate authority, and does nothing else (SH2).

use std::{collections::BTreeSet, sync::Arc};

use axum::{
    Router,
    body::Body,
    extract::Request,
    http::{HeaderValue, Response, StatusCode, header},
    response::IntoResponse as _,
};

use crate::{
    edge::{host_of, without_port},
    headers,
};

/// Where a certificate authority asks (RFC 8555 §8.3).
pub const ANSWER_CHALLENGE: &str = "/.well-known/acme-challenge/";

/// Answers a token of the authority's.
type Answers = dyn Fn(&str) -> Option<String> + Send + Sync;

/// Leads every request for one of the hosts to the same address by TLS, at `port`; no other host is led anywhere.
/// `answer` knows what the certificate authority wants to see, and `nowhere` is the page for unknown hosts.
pub fn plain(
    hosts: impl IntoIterator<Item = String>,
    port: u16,
    answer: impl Fn(&str) -> Option<String> + Send + Sync + 'static,
    nowhere: String,
) -> Router {
    let hosts: BTreeSet<_> = hosts.into_iter().map(|host| without_port(&host).to_ascii_lowercase()).collect();
    let shared = Arc::new((hosts, Box::new(answer) as Box<Answers>, nowhere));
    Router::new().fallback(move |request: Request| {
        let (hosts, answer, nowhere) = &*shared;
        let mut response = lead(&request, hosts, port, answer, nowhere);
        headers::write(response.headers_mut(), false, false);
        async move { response }
    })
}

fn lead(request: &Request, hosts: &BTreeSet<String>, port: u16, answer: &Answers, nowhere: &str) -> Response<Body> {
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    if let Some(token) = path.strip_prefix(ANSWER_CHALLENGE) {
        return match answer(token) {
            Some(text) => ([(header::CONTENT_TYPE, "application/octet-stream")], text).into_response(),
            None => StatusCode::NOT_FOUND.into_response(),
        };
    }
    let asked = host_of(request).map(|host| without_port(host).to_ascii_lowercase());
    let Some(host) = asked.filter(|host| hosts.contains(host)) else {
        let html = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
        return (StatusCode::MISDIRECTED_REQUEST, html, nowhere.to_owned()).into_response();
    };
    let to = if port == 443 { format!("https://{host}{path}") } else { format!("https://{host}:{port}{path}") };
    match HeaderValue::from_str(&to) {
        Ok(to) => (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, to)]).into_response(),
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

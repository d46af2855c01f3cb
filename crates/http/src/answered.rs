//! What is known of a request once it is answered, as visitor data: nobody's id, and no address of a page with ids in it.

use std::{net::IpAddr, time::Duration};

use axum::{
    body::HttpBody as _,
    extract::Request,
    http::{HeaderName, Method, header},
    response::Response,
};
use kernel::Timestamp;

use crate::Peer;

/// What is kept of a host, or of what a browser says of itself, at most.
const LONGEST: usize = 300;

/// Global Privacy Control: `1` asks not to be counted.
const GPC: HeaderName = HeaderName::from_static("sec-gpc");

/// A request that was answered.
#[derive(Clone, Debug)]
pub struct Answered {
    /// When it came.
    pub at: Timestamp,
    /// From where; absent where that is not known.
    pub address: Option<IpAddr>,
    /// The host that was asked for.
    pub host: String,
    /// What the browser says of itself.
    pub browser: String,
    /// The method.
    pub method: Method,
    /// The pattern of the route; empty where there is no such page.
    pub route: &'static str,
    /// The status of the answer.
    pub status: u16,
    /// After how many milliseconds the answer began.
    pub took: u64,
    /// The length of the answer before compression, where it was known when it began.
    pub bytes: u64,
    /// The browser asks not to be counted (`Sec-GPC`).
    pub is_private: bool,
}

/// The same before there is an answer.
pub(crate) struct Asked(Answered);

impl Asked {
    pub(crate) fn of(request: &Request, at: Timestamp, host: &str) -> Self {
        let browser = request.headers().get(header::USER_AGENT).and_then(|said| said.to_str().ok()).unwrap_or_default();
        Self(Answered {
            at,
            address: request.extensions().get::<Peer>().map(|peer| peer.0),
            host: host.chars().take(LONGEST).collect(),
            browser: browser.chars().take(LONGEST).collect(),
            method: request.method().clone(),
            route: "",
            status: 0,
            took: 0,
            bytes: 0,
            is_private: request.headers().get(GPC).is_some_and(|value| value == "1"),
        })
    }

    pub(crate) fn answered(self, took: Duration, route: &'static str, response: &Response) -> Answered {
        Answered {
            route,
            status: response.status().as_u16(),
            took: u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
            bytes: response.body().size_hint().exact().unwrap_or(0),
            ..self.0
        }
    }
}

//! An organisation with one person of each archetype, and visitors with an address and a browser.

use std::net::IpAddr;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use http::Peer;
use jiff::civil::Date;
use kernel::{Archetype, Clock as _};
use tower::ServiceExt as _;

use crate::world::{Browser, Campus, statement};

pub const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

pub struct Stage {
    pub campus: Campus,
    pub tom: Browser,
    pub ine: Browser,
    /// Everybody who is neither technician nor officer.
    pub others: Vec<Browser>,
}

/// Somebody who comes by.
#[derive(Clone, Debug)]
pub struct Visitor {
    pub address: IpAddr,
    pub is_private: bool,
    pub cookie: Option<String>,
}

impl Visitor {
    pub fn from(address: &str) -> Self {
        Self { address: address.parse().unwrap(), is_private: false, cookie: None }
    }
}

impl Stage {
    pub async fn set(name: &str) -> Self {
        let campus = Campus::with(&statement(name)).await;
        let mut browsers = Vec::new();
        for (name, archetype) in [
            ("Tom Technician", Archetype::Technician),
            ("Ine Officer", Archetype::Officer),
            ("Mia Manager", Archetype::Manager),
            ("Hanna Coach", Archetype::Coach),
            ("Maria", Archetype::Participant),
        ] {
            campus.resident(&campus.site, name, archetype).await;
            browsers.push(campus.sign_in(&campus.site, name).await);
        }
        let others = browsers.split_off(2);
        let [tom, ine] = <[Browser; 2]>::try_from(browsers).ok().unwrap();
        Self { campus, tom, ine, others }
    }

    /// Somebody opens a page.
    pub async fn open(&self, visitor: &Visitor, path: &str) -> StatusCode {
        let mut request = Request::get(path)
            .header(header::HOST, "campus.localhost")
            .header(header::USER_AGENT, FIREFOX)
            .extension(Peer(visitor.address));
        if visitor.is_private {
            request = request.header("sec-gpc", "1");
        }
        if let Some(cookie) = &visitor.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        self.campus.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap().status()
    }

    /// Writes what waits, as every few minutes.
    pub async fn write(&self) {
        visits::write(&self.campus.site).await.unwrap();
    }

    /// What the technician sees, having signed in anew: nights end sessions.
    pub async fn seen(&self, path: &str) -> String {
        let mut tom = self.campus.sign_in(&self.campus.site, "Tom Technician").await;
        self.campus.page(&mut tom, path).await
    }

    /// The next day, after the night's look.
    pub async fn next_day(&self) {
        self.later(1).await;
    }

    pub async fn later(&self, days: i64) {
        self.campus.clock.advance_days(days);
        self.campus.keep().await;
    }

    pub fn today(&self) -> Date {
        self.campus.clock.now().to_zoned(self.campus.site.plan.zone().clone()).date()
    }

    /// What the technician reads of a day, for a reason.
    pub async fn lines(&mut self, day: Date) -> String {
        let fields = [("day", &*day.to_string()), ("reason", "Many refused sign-ins were found.")];
        let answer = self.campus.post(&mut self.tom, "/visits/lines", &fields).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        answer.text()
    }

    /// Whether the key of a day's log is held.
    pub async fn has_key(&self, day: Date) -> bool {
        let scope = self.campus.site.scope(kernel::Actor::Job("visits.write"));
        let found: Result<_, store::StoreError> =
            self.campus.site.store.read(&scope, move |reader| visits::find(reader, day)).await;
        let held = |id: visits::DayId| self.campus.site.store.has_key("visit-log", kernel::id::Id::uuid(id));
        found.unwrap().is_some_and(held)
    }

    /// How many sealed files lie on the organisation's shelves.
    pub fn files(&self) -> usize {
        let root = self.campus.folder.path().join(self.campus.key()).join("files");
        let shelves = std::fs::read_dir(root).unwrap();
        shelves.map(|shelf| std::fs::read_dir(shelf.unwrap().path()).unwrap().count()).sum()
    }
}

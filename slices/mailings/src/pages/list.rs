//! Which mailings there are: drafts and what was sent.

use access::Resource;
use askama::Template;
use http::{Problem, axum::response::Response};
use organisation::{Desk as _, Visit};
use store::StoreError;
use ui::Page;

use super::{Failure, day, draw, kind_name, text};
use crate::{
    actions::MAILINGS_LIST,
    model::{Mailing, Question},
    routes::MAILINGS_PATH,
    store::mailings::{self, Listed},
};

#[derive(Template)]
#[template(path = "mailings/list.html")]
struct ListPage {
    page: Page,
    rows: Vec<Row>,
    columns: Vec<String>,
    /// Whether the statement names a mailing that can be sent.
    may_write: bool,
}

struct Row {
    href: String,
    subject: String,
    kind: String,
    written: String,
    standing: String,
    tone: &'static str,
}

/// How many people, in words: a number that is small enough to point at somebody is not told.
pub(super) fn people(visit: &Visit, count: i64) -> String {
    /// Below this, a number points at somebody.
    const FEW: i64 = 5;
    let voice = visit.voice();
    match count {
        0 => voice.say("mailings-to-nobody"),
        1..FEW => voice.say1("mailings-to-few", "most", FEW),
        count => voice.say1("mailings-to", "count", count),
    }
}

/// How a mailing stands, in words, and the tone of its badge.
pub(super) fn standing(visit: &Visit, mailing: &Mailing) -> (String, &'static str) {
    let voice = visit.voice();
    match mailing.sent {
        None => (voice.say("mailings-draft"), "warning"),
        Some((at, _)) => (voice.say1("mailings-sent-on", "date", day(visit, &voice, at)), "success"),
    }
}

/// `GET /mailings`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    let grant = visit.decide(&MAILINGS_LIST, &Resource::organisation())?;
    let found: Result<_, StoreError> = visit.site.store.read(&visit.scope, mailings::list).await;
    let found = found.map_err(Failure::from)?;
    let opener = (!found.is_empty()).then(|| visit.opener(&grant));
    let voice = visit.voice();
    let mut rows = Vec::new();
    for Listed { mailing, subjects } in &found {
        let (standing, tone) = standing(&visit, mailing);
        let own = subjects.iter().find(|(language, _)| *language == visit.scope.language).or(subjects.first());
        let subject = own.zip(opener.as_ref()).map(|((_, subject), opener)| text(opener, subject)).transpose();
        rows.push(Row {
            href: format!("{MAILINGS_PATH}/{}", mailing.id),
            subject: subject.map_err(Failure::from)?.unwrap_or_default(),
            kind: kind_name(&visit, &mailing.kind),
            written: day(&visit, &voice, mailing.written),
            standing,
            tone,
        });
    }
    let columns =
        ["mailings-column-subject", "mailings-column-kind", "mailings-column-written", "mailings-column-standing"];
    draw(&ListPage {
        rows,
        columns: columns.map(|word| voice.say(word)).into(),
        may_write: Question::all(&visit.site.plan).next().is_some(),
        page: visit.page(voice.say("mailings-title")),
    })
}

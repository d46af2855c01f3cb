//! The officer's desk: open requests by what is due, closed ones apart.

use access::Resource;
use askama::Template;
use http::{Problem, axum::response::Response};
use organisation::{Desk as _, Visit};
use store::{Reader, StoreError};
use ui::{Page, Tab};

use super::{
    Failure, day, draw, kind_name,
    view::{self, Standing},
    with_news,
};
use crate::{
    actions::{REQUEST_ENTER, REQUESTS_LIST},
    inventory::OPEN,
    model::{Request, about},
    routes::DESK_PATH,
    store::desk,
};

#[derive(Template)]
#[template(path = "requests/desk.html")]
struct DeskPage {
    page: Page,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    columns: Vec<String>,
    empty: String,
    may_enter: bool,
    /// Where officers are asked for an alternative; empty where there is no such thing.
    alternatives: &'static str,
}

struct Row {
    href: String,
    kind: String,
    number: String,
    channel: String,
    received: String,
    standing: Standing,
}

/// `GET /requests`; `?show=closed` shows what was answered.
pub(super) async fn list(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&REQUESTS_LIST, &Resource::organisation())?;
    let shows_closed = visit.query.get("show") == "closed";
    let read = move |reader: &mut Reader<'_>| {
        Ok::<_, StoreError>((desk::open(reader)?, if shows_closed { desk::closed(reader)? } else { Vec::new() }))
    };
    let (open, closed) = visit.site.store.read(&visit.scope, read).await.map_err(Failure::from)?;
    visit.site.note_waiting(DESK_PATH, open.len());
    let voice = visit.voice();
    let row = |request: &Request| Row {
        href: format!("{DESK_PATH}/{}", request.id),
        kind: kind_name(&voice, request.kind),
        number: short(request),
        channel: voice.say(request.channel.word()),
        received: request.clock.map_or_else(String::new, |clock| day(&visit, &voice, clock.received)),
        standing: view::standing(&visit, &voice, request),
    };
    let tab = |word: &str, path: &str, current: bool, count: usize| Tab {
        path: path.to_owned(),
        label: voice.say(word),
        current,
        count: u32::try_from(count).unwrap_or(u32::MAX),
    };
    let columns =
        ["requests-column-kind", "requests-column-channel", "requests-column-received", "requests-column-standing"];
    let news = [("entered", "requests-done-entered")];
    draw(&DeskPage {
        tabs: vec![
            tab("requests-tab-open", DESK_PATH, !shows_closed, open.len()),
            tab("requests-tab-closed", "/requests?show=closed", shows_closed, 0),
        ],
        rows: if shows_closed { &closed } else { &open }.iter().map(row).collect(),
        columns: columns.map(|word| voice.say(word)).into(),
        empty: voice.say(if shows_closed { "requests-none-closed" } else { "requests-none-open" }),
        alternatives: crate::alternatives::path_for(&visit),
        may_enter: visit.may(&REQUEST_ENTER, &about(visit.scope.mint(), None, OPEN)),
        page: with_news(visit.page(voice.say("requests-desk-title")), &visit, &news),
    })
}

/// The last signs of a request's number: enough to tell two apart.
pub(super) fn short(request: &Request) -> String {
    let number = request.id.to_string();
    number.rsplit('-').next().unwrap_or_default().to_owned()
}

//! Who read the lines of which day, and why: for officers.

use access::Resource;
use askama::Template;
use http::{Problem, axum::response::Response};
use kernel::id::Id as _;
use organisation::{
    Desk as _, Visit,
    pages::{Failure, draw, moment, text},
};
use store::StoreError;
use ui::Page;

use super::said_date;
use crate::{actions::READINGS, reading};

#[derive(Template)]
#[template(path = "visits/readings.html")]
struct ReadingsPage {
    page: Page,
    columns: Vec<String>,
    readings: Vec<Shown>,
}

struct Shown {
    at: String,
    who: String,
    of: String,
    reason: String,
}

/// `GET /visits/readings`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    let grant = visit.decide(&READINGS, &Resource::organisation())?;
    let all = visit.site.store.read::<_, StoreError, _>(&visit.scope, reading::all).await.map_err(Failure::from)?;
    let (voice, opener) = (visit.voice(), visit.opener(&grant));
    let mut readings = Vec::new();
    for reading in all.into_iter().filter(|reading| !grant.is_sparing(reading.person)) {
        let number = reading.person.uuid().simple().to_string();
        readings.push(Shown {
            at: moment(&visit, &voice, reading.at),
            who: number[number.len() - 8..].to_owned(),
            of: said_date(&voice, &reading.of),
            reason: text(&opener, &reading.reason).map_err(Failure::from)?,
        });
    }
    let columns = ["when", "who", "day", "reason"];
    draw(&ReadingsPage {
        page: visit.page(voice.say("visits-readings-title")),
        columns: columns.map(|column| voice.say(&format!("visits-column-{column}"))).into(),
        readings,
    })
}

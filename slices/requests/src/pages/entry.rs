//! What came by letter or telephone: an officer enters it.

use askama::Template;
use http::{
    Fields, Form, Problem,
    axum::{http::StatusCode, response::Response},
    see_other,
};
use jiff::ToSpan as _;
use organisation::{Desk as _, Visit};
use store::Work;
use ui::{Choice, Page};

use super::{Failure, draw, draw_again, kinds, me, recount, rights, said};
use crate::{
    actions::REQUEST_ENTER,
    forms::{EntryForm, LONGEST},
    inventory::OPEN,
    model::{Channel, RightsRequestId, about},
    routes::DESK_PATH,
    store::asking,
};

#[derive(Template)]
#[template(path = "requests/entry.html")]
struct EntryPage {
    page: Page,
    faults: ui::Faults,
    kinds: Vec<Choice>,
    channels: Vec<Choice>,
    received: String,
    today: String,
    asker: String,
    address: String,
    words: String,
    most: usize,
}

fn page(visit: &Visit, typed: Option<&Fields>, faults: ui::Faults) -> Result<EntryPage, Problem> {
    let (voice, rights, today) = (visit.voice(), rights(&visit.site)?, visit.scope.today().to_string());
    let typed_in = |field: &str| typed.map_or_else(String::new, |typed| typed.get(field).to_owned());
    let channel = typed_in("channel");
    let title = visit.page(voice.say("requests-entry-title"));
    Ok(EntryPage {
        page: title.crumb(DESK_PATH, voice.say("requests-desk-title")),
        faults,
        kinds: kinds(&rights, &voice, &typed_in("kind")),
        channels: Channel::BY_HAND
            .map(|known| Choice::new(known.key(), voice.say(known.word())).chosen_if(&channel))
            .into(),
        received: typed.map_or_else(|| today.clone(), |typed| typed.get("received").to_owned()),
        today,
        asker: typed_in("name"),
        address: typed_in("address"),
        words: typed_in("words"),
        most: LONGEST,
    })
}

/// `GET /requests/entry`
pub(super) async fn form(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&REQUEST_ENTER, &about(visit.scope.mint(), None, OPEN))?;
    draw(&page(&visit, None, ui::Faults::none())?)
}

/// `POST /requests/entry`
pub(super) async fn enter(visit: Visit, form: Form<EntryForm>) -> Result<Response, Problem> {
    let (me, id) = (me(&visit)?, visit.scope.mint::<RightsRequestId>());
    visit.decide(&REQUEST_ENTER, &about(id, None, OPEN))?;
    let rights = rights(&visit.site)?;
    let today = visit.scope.today();
    let oldest = today.checked_sub(1.year()).unwrap_or(today);
    let faults = match form.checked {
        Ok(form) if !rights.offers.contains(&form.ask.kind) => http::Faults::one("kind", "form-unknown"),
        Ok(form) if form.received > today => http::Faults::one("received", "requests-fault-future"),
        Ok(form) if form.received < oldest => http::Faults::one("received", "requests-fault-long-ago"),
        Ok(form) => {
            let asker = visit.clone();
            let write = move |work: &mut Work<'_>| {
                let grant = asker.site.access.decide(&asker.scope, &REQUEST_ENTER, &about(id, None, OPEN))?;
                asking::by_hand(work, &grant, id, me, &form, (&rights, &asker.scope.zone))?;
                Ok::<_, Failure>(())
            };
            visit.site.store.write(&visit.scope, write).await?;
            recount(&visit.site).await;
            return Ok(see_other(&format!("{DESK_PATH}/{id}?done=entered")));
        }
        Err(faults) => faults,
    };
    let faults = said(&faults, &visit.voice());
    draw_again(&page(&visit, Some(&form.typed), faults)?, StatusCode::UNPROCESSABLE_ENTITY)
}

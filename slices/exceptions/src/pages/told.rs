//! What recipients are told of changes (GDPR Art. 19): noted by us, and read by them, with numbers only.

use access::Resource;
use askama::Template;
use http::{At, Form, Problem, axum::response::Response, see_other};
use organisation::{Desk as _, Visit};
use store::Work;
use ui::Page;

use super::{Failure, draw, me, moment};
use crate::{actions::TELLING_RECORD, forms::TellingForm, model::TellingId, store as kept};

/// `POST /exceptions/tellings/{telling}`
pub(super) async fn record(visit: Visit, At(id): At<TellingId>, form: Form<TellingForm>) -> Result<Response, Problem> {
    visit.decide(&TELLING_RECORD, &Resource::organisation())?;
    let me = me(&visit)?;
    let found = visit.site.store.read(&visit.scope, move |reader| kept::find_telling(reader, id)).await;
    let told = found.map_err(Failure::from)?.ok_or(Problem::NotFound)?;
    let path = format!("/exceptions/disclosures/{}", told.disclosure);
    // Both fields are on a short form that the browser checks; what came without them leads back to it.
    let Ok(form) = form.checked else { return Ok(see_other(&path)) };
    let asker = visit.clone();
    let write = move |work: &mut Work<'_>| {
        let grant = asker.site.access.decide(&asker.scope, &TELLING_RECORD, &Resource::organisation())?;
        let done = kept::done(work, &grant, (id, told.disclosure), form.way, Some((me, &form.note)))?;
        if done { Ok(()) } else { Err(Failure::Conflict) }
    };
    visit.site.store.write(&visit.scope, write).await?;
    Ok(see_other(&format!("{path}?done=told")))
}

#[derive(Template)]
#[template(path = "exceptions/told.html")]
struct ToldPage {
    page: Page,
    lead: String,
    number: String,
    ask: String,
    contact: String,
}

/// `GET /tellings/{telling}`: for whoever received something from us.
pub(super) async fn show(visit: Visit, At(id): At<TellingId>) -> Result<Response, Problem> {
    let found = visit.site.store.read(&visit.scope, move |reader| kept::find_telling(reader, id)).await;
    let told = found.map_err(Failure::from)?.ok_or(Problem::NotFound)?;
    let voice = visit.voice();
    let day = |at: kernel::Timestamp| voice.date(at.to_zoned(visit.scope.zone.clone()).date());
    let sent = told.sent_at.map(day).unwrap_or_default();
    let key = told.change.key();
    draw(&ToldPage {
        lead: voice.say2(&format!("exceptions-told-page-{key}"), "sent", sent, "at", moment(&visit, &voice, told.at)),
        number: told.disclosure.to_string(),
        ask: voice.say(&format!("exceptions-told-ask-{key}")),
        contact: visit.site.plan.controller().contact.clone(),
        page: visit.page(voice.say("exceptions-told-title")),
    })
}

//! One request on the desk: what was asked, who asks, and what an officer notes.

use std::sync::Arc;

use access::Guarded as _;
use askama::Template;
use http::{
    At, Fields, Form, Problem,
    axum::{http::StatusCode, response::Response},
    see_other,
};
use kernel::{PersonId, Uuid, id::Id as _};
use organisation::{Desk as _, Organisation, Visit, notify};
use statement::dates::last_day;
use store::{Reader, Work, derived};
use ui::Page;

use super::{
    Failure,
    desk::short,
    draw, draw_again, me, rights, said,
    view::{self, Eyes, View},
    with_news,
};
use crate::{
    actions::{REQUEST_ANSWER, REQUEST_HANDLE, REQUEST_SEE},
    forms::{IdentityForm, LONGEST, ReasonForm, TextForm},
    inventory::{CLOSED, MAIL_NEWS},
    jobs::queue_mail,
    model::{Request, RightsRequestId, StepKind},
    routes::{DESK_PATH, OWN_PATH},
    store::{self as written, desk},
};

#[derive(Template)]
#[template(path = "requests/one.html")]
struct OnePage {
    page: Page,
    faults: ui::Faults,
    view: View,
    path: String,
    answer: String,
    number: String,
    /// The number of the asker's account; empty where none is known.
    account: String,
    may_handle: bool,
    may_answer: bool,
    /// Until when it would be extended; empty where it cannot be.
    extension: String,
    most: usize,
    typed: Typed,
    /// What was written and came too late; may be empty.
    unsent: String,
}

/// What was typed into one of the page's forms.
#[derive(Default)]
struct Typed {
    step: String,
    how: String,
    number: String,
    reason: String,
}

/// Opens a request for an officer.
pub(super) async fn opened(visit: &Visit, id: RightsRequestId) -> Result<(View, Request), Problem> {
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| {
        let found = written::told(reader, id)?.ok_or(Failure::Absent)?;
        let grant = asker.site.access.decide(&asker.scope, &REQUEST_SEE, &found.resource())?;
        let told = found.check(&grant)?;
        let view = view::open(&asker, &asker.opener(&grant), &told, Eyes::Officer)?;
        Ok::<_, Failure>((view, told.request))
    };
    let (view, request) = visit.site.store.read(&visit.scope, read).await?;
    let view = view::with_receipt(visit, view, request.closed.and_then(|closed| closed.act)).await?;
    Ok((view, request))
}

/// The last day after an extension, while there may be one: once, and within the first period.
fn extension(visit: &Visit, request: &Request) -> Result<Option<jiff::civil::Date>, Problem> {
    let rights = rights(&visit.site)?;
    let zone = &visit.scope.zone;
    let clock = request.clock.filter(|clock| clock.extended.is_none() && rights.extend.is_some());
    let first = clock.filter(|clock| visit.scope.now < rights.due(clock.received, false, zone));
    Ok(first.map(|clock| last_day(rights.due(clock.received, true, zone), zone)))
}

async fn page(visit: &Visit, id: RightsRequestId, faults: ui::Faults) -> Result<OnePage, Problem> {
    let (view, request) = opened(visit, id).await?;
    let voice = visit.voice();
    let number = short(&request);
    let title = visit.page(voice.say2("requests-one-title", "kind", view.kind.as_str(), "number", number.as_str()));
    let about = request.resource();
    let until = extension(visit, &request)?.filter(|_| request.closed.is_none());
    Ok(OnePage {
        page: title.crumb(DESK_PATH, voice.say("requests-desk-title")),
        faults,
        view,
        path: format!("{DESK_PATH}/{id}"),
        answer: format!("{DESK_PATH}/{id}/answer"),
        number: id.to_string(),
        account: request.person.map_or_else(String::new, |person| person.to_string()),
        may_handle: visit.may(&REQUEST_HANDLE, &about),
        may_answer: visit.may(&REQUEST_ANSWER, &about),
        extension: until.map_or_else(String::new, |day| voice.date(day)),
        most: LONGEST,
        typed: Typed::default(),
        unsent: String::new(),
    })
}

/// `GET /requests/{request}`
pub(super) async fn show(visit: Visit, At(id): At<RightsRequestId>) -> Result<Response, Problem> {
    let page = page(&visit, id, ui::Faults::none()).await?;
    let news = [
        ("entered", "requests-done-entered"),
        ("step", "requests-done-step"),
        ("identity", "requests-done-identity"),
        ("extended", "requests-done-extended"),
        ("answered", "requests-done-answered"),
    ];
    draw(&OnePage { page: with_news(page.page, &visit, &news), ..page })
}

/// The page with what came too late: somebody else was quicker.
async fn too_late(visit: &Visit, id: RightsRequestId, unsent: String) -> Result<Response, Problem> {
    let page = page(visit, id, ui::Faults::none()).await?;
    draw_again(&OnePage { unsent, ..page }, StatusCode::CONFLICT)
}

/// The page with a form that something is wrong with.
async fn faulty(visit: &Visit, id: RightsRequestId, faults: &http::Faults, typed: Typed) -> Result<Response, Problem> {
    let page = page(visit, id, said(faults, &visit.voice())).await?;
    draw_again(&OnePage { typed, ..page }, StatusCode::UNPROCESSABLE_ENTITY)
}

/// Tells whoever asked that there is news: in the account, or by a link to the address that stands with the request.
pub(super) fn tell_asker(site: &Organisation, work: &mut Work<'_>, request: &Request) -> Result<(), Failure> {
    match request.person {
        Some(person) if site.directory.address(work, person)?.is_some() => notify(work, person, MAIL_NEWS, OWN_PATH)?,
        _ => queue_mail(work, request.id)?,
    }
    Ok(())
}

/// Runs an officer's work on an open request; [`Failure::Conflict`] when it is closed.
async fn handle<F, T>(visit: &Visit, id: RightsRequestId, act: F) -> Result<T, Failure>
where
    F: FnOnce(&mut Work<'_>, &access::Grant, &Request) -> Result<T, Failure> + Send + 'static,
    T: Send + 'static,
{
    let asker = visit.clone();
    let write = move |work: &mut Work<'_>| {
        let found = written::term(work, id)?.ok_or(Failure::Absent)?;
        if found.resource().state == Some(CLOSED) {
            return Err(Failure::Conflict);
        }
        let grant = asker.site.access.decide(&asker.scope, &REQUEST_HANDLE, &found.resource())?;
        let request = found.check(&grant)?;
        act(work, &grant, &request)
    };
    visit.site.store.write(&visit.scope, write).await
}

/// `POST /requests/{request}/steps`: the asker reads it, too.
pub(super) async fn step(visit: Visit, At(id): At<RightsRequestId>, form: Form<TextForm>) -> Result<Response, Problem> {
    let (me, typed) = (me(&visit)?, form.typed.get("text").to_owned());
    opened(&visit, id).await?;
    let text = match form.checked {
        Ok(TextForm { text }) => text,
        Err(faults) => return faulty(&visit, id, &faults, Typed { step: typed, ..Typed::default() }).await,
    };
    let site = Arc::clone(&visit.site);
    let done = handle(&visit, id, move |work, grant, request| {
        written::add_step(work, grant, id, StepKind::Step, Some(me), &text)?;
        tell_asker(&site, work, request)
    });
    match done.await {
        Ok(()) => Ok(see_other(&format!("{DESK_PATH}/{id}?done=step"))),
        Err(Failure::Conflict) => too_late(&visit, id, typed).await,
        Err(failure) => Err(failure.into()),
    }
}

/// Whether there is somebody with this number.
fn is_somebody(visit: &Visit, reader: &mut Reader<'_>, number: Uuid) -> Result<bool, Failure> {
    let person = visit.site.inventory.container(access::Resource::PERSON).ok_or(Failure::Absent)?;
    let known = !derived::parties(reader, person, number)?.is_empty();
    // A row stands for somebody who is gone while others' things run from it: the address is gone with the account.
    Ok(known && visit.site.directory.address(reader, PersonId::from_uuid(number))?.is_some())
}

/// `POST /requests/{request}/identity`
pub(super) async fn identify(
    visit: Visit,
    At(id): At<RightsRequestId>,
    form: Form<IdentityForm>,
) -> Result<Response, Problem> {
    let me = me(&visit)?;
    let typed = |fields: &Fields| Typed {
        how: fields.get("how").to_owned(),
        number: fields.get("number").to_owned(),
        ..Typed::default()
    };
    opened(&visit, id).await?;
    let IdentityForm { how, number } = match form.checked {
        Ok(form) => form,
        Err(faults) => return faulty(&visit, id, &faults, typed(&form.typed)).await,
    };
    let (asker, unsent) = (visit.clone(), how.clone());
    let done = handle(&visit, id, move |work, grant, _| {
        if let Some(number) = number
            && !is_somebody(&asker, work, number)?
        {
            return Ok(false);
        }
        let whose = number.map(PersonId::from_uuid);
        if desk::identify(work, grant, id, (me, whose), &how)? { Ok(true) } else { Err(Failure::Conflict) }
    });
    match done.await {
        Ok(true) => Ok(see_other(&format!("{DESK_PATH}/{id}?done=identity"))),
        // There is nobody by that number.
        Ok(false) => {
            let faults = http::Faults::one("number", "requests-fault-number");
            faulty(&visit, id, &faults, typed(&form.typed)).await
        }
        Err(Failure::Conflict) => too_late(&visit, id, unsent).await,
        Err(failure) => Err(failure.into()),
    }
}

/// `POST /requests/{request}/extension`: once, within the first period, with a reason that the asker reads (GDPR
/// Art. 12(3)).
pub(super) async fn extend(
    visit: Visit,
    At(id): At<RightsRequestId>,
    form: Form<ReasonForm>,
) -> Result<Response, Problem> {
    let (me, typed) = (me(&visit)?, form.typed.get("reason").to_owned());
    let (_, request) = opened(&visit, id).await?;
    if extension(&visit, &request)?.is_none() {
        return too_late(&visit, id, typed).await;
    }
    let reason = match form.checked {
        Ok(ReasonForm { reason }) => reason,
        Err(faults) => return faulty(&visit, id, &faults, Typed { reason: typed, ..Typed::default() }).await,
    };
    let (rights, zone, site) = (rights(&visit.site)?, visit.scope.zone.clone(), Arc::clone(&visit.site));
    let done = handle(&visit, id, move |work, grant, request| {
        if !desk::extend(work, grant, request, me, &reason, (&rights, &zone))? {
            return Err(Failure::Conflict);
        }
        tell_asker(&site, work, request)
    });
    match done.await {
        Ok(()) => Ok(see_other(&format!("{DESK_PATH}/{id}?done=extended"))),
        Err(Failure::Conflict) => too_late(&visit, id, typed).await,
        Err(failure) => Err(failure.into()),
    }
}

//! One's own requests: what is asked from the account, its clock, its steps and its answer.

use access::{Guarded as _, Resource};
use askama::Template;
use http::{
    At, Fields, Form, Problem,
    axum::{http::StatusCode, response::Response},
    see_other,
};
use kernel::{ExposeSecret as _, PersonId, page::Seal};
use organisation::{Desk as _, Visit};
use store::{Reader, Work};
use ui::{Choice, Page};

use super::{
    Failure, day, draw, draw_again, kind_name, kinds, me, recount, rights, said, tell_officers,
    view::{self, Eyes, Standing, View},
    with_news,
};
use crate::{
    actions::{REQUEST_ASK, REQUEST_FOLLOW, REQUEST_INTRODUCE, REQUESTS_OWN},
    forms::{AskForm, LONGEST, TextForm},
    inventory::{CLOSED, OPEN},
    model::{Request, RightsRequestId, StepKind, about},
    routes::OWN_PATH,
    store::{
        self as written,
        asking::{self, Asker},
        desk,
    },
};

#[derive(Template)]
#[template(path = "requests/own.html")]
struct OwnPage {
    page: Page,
    faults: ui::Faults,
    rows: Vec<Row>,
    kinds: Vec<Choice>,
    words: String,
    most: usize,
    readers: String,
    seal: Seal,
}

struct Row {
    href: String,
    kind: String,
    received: String,
    standing: Standing,
}

async fn page(visit: &Visit, typed: Option<&Fields>, faults: ui::Faults) -> Result<OwnPage, Problem> {
    let me = me(visit)?;
    visit.decide(&REQUESTS_OWN, &Resource::person(me))?;
    let rights = rights(&visit.site)?;
    let read = move |reader: &mut Reader<'_>| desk::of_person(reader, me);
    let requests: Vec<Request> = visit.site.store.read(&visit.scope, read).await.map_err(Failure::from)?;
    let voice = visit.voice();
    let typed = |field: &str| typed.map_or_else(String::new, |typed| typed.get(field).to_owned());
    let rows = requests.iter().map(|request| Row {
        href: format!("{OWN_PATH}/{}", request.id),
        kind: kind_name(&voice, request.kind),
        received: request.clock.map_or_else(String::new, |clock| day(visit, &voice, clock.received)),
        standing: view::standing(visit, &voice, request),
    });
    Ok(OwnPage {
        rows: rows.collect(),
        kinds: kinds(&rights, &voice, &typed("kind")),
        words: typed("words"),
        most: LONGEST,
        readers: voice.say("requests-readers"),
        seal: view::seal(visit, &about(visit.scope.mint(), Some(me), OPEN), None),
        page: visit.page(voice.say("requests-own-title")).crumb("/my-data", voice.say("requests-my-data")),
        faults,
    })
}

/// `GET /my-data/requests`
pub(super) async fn list(visit: Visit) -> Result<Response, Problem> {
    draw(&page(&visit, None, ui::Faults::none()).await?)
}

/// `POST /my-data/requests`: the clock begins at once.
pub(super) async fn ask(visit: Visit, form: Form<AskForm>) -> Result<Response, Problem> {
    let me = me(&visit)?;
    let id: RightsRequestId = visit.scope.mint();
    visit.decide(&REQUEST_ASK, &about(id, Some(me), OPEN))?;
    let offers = rights(&visit.site)?.offers;
    let faults = match form.checked {
        Ok(form) if offers.contains(&form.kind) => {
            make(&visit, me, id, form).await?;
            recount(&visit.site).await;
            return Ok(see_other(&format!("{OWN_PATH}/{id}?done=asked")));
        }
        Ok(_) => http::Faults::one("kind", "form-unknown"),
        Err(faults) => faults,
    };
    let faults = said(&faults, &visit.voice());
    draw_again(&page(&visit, Some(&form.typed), faults).await?, StatusCode::UNPROCESSABLE_ENTITY)
}

async fn make(visit: &Visit, me: PersonId, id: RightsRequestId, form: AskForm) -> Result<(), Problem> {
    let rights = rights(&visit.site)?;
    let asker = visit.clone();
    let write = move |work: &mut Work<'_>| {
        let who = introduce(&asker, work, me)?;
        let grant = asker.site.access.decide(&asker.scope, &REQUEST_ASK, &about(id, Some(me), OPEN))?;
        asking::by_account(work, &grant, id, (me, &who), &form, (&rights, &asker.scope.zone))?;
        Ok::<_, Failure>(tell_officers(&asker.site, work)?)
    };
    Ok(visit.site.store.write(&visit.scope, write).await?)
}

/// The own name and address, to stand with the request.
fn introduce(visit: &Visit, reader: &mut Reader<'_>, me: PersonId) -> Result<Asker, Failure> {
    let grant = visit.site.access.decide(&visit.scope, &REQUEST_INTRODUCE, &Resource::person(me))?;
    let opener = visit.opener(&grant);
    let folk = visit.site.directory.people(reader, &[me])?;
    let (_, name) = folk.names.first().ok_or(Failure::Absent)?;
    let address = visit.site.directory.address(reader, me)?.ok_or(Failure::Absent)?;
    let text = |sealed| opener.text(sealed).map(|text| text.expose_secret().to_owned());
    Ok(Asker { name: text(name)?, address: text(&address)? })
}

#[derive(Template)]
#[template(path = "requests/own-one.html")]
struct OnePage {
    page: Page,
    faults: ui::Faults,
    view: View,
    action: String,
    text: String,
    most: usize,
    may_add: bool,
    /// What was written and came too late; may be empty.
    unsent: String,
}

async fn one(visit: &Visit, id: RightsRequestId, typed: &str, faults: ui::Faults) -> Result<OnePage, Problem> {
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| {
        let found = written::told(reader, id)?.ok_or(Failure::Absent)?;
        let grant = asker.site.access.decide(&asker.scope, &REQUEST_FOLLOW, &found.resource())?;
        let told = found.check(&grant)?;
        let view = view::open(&asker, &asker.opener(&grant), &told, Eyes::Asker)?;
        Ok::<_, Failure>((view, told.request))
    };
    let (view, request) = visit.site.store.read(&visit.scope, read).await?;
    let view = view::with_receipt(visit, view, request.closed.and_then(|closed| closed.act)).await?;
    let voice = visit.voice();
    let page = visit.page(view.kind.clone());
    Ok(OnePage {
        page: page.crumb("/my-data", voice.say("requests-my-data")).crumb(OWN_PATH, voice.say("requests-own-title")),
        faults,
        action: format!("{OWN_PATH}/{id}/lines"),
        text: typed.to_owned(),
        most: LONGEST,
        may_add: visit.may(&REQUEST_ASK, &request.resource()),
        unsent: String::new(),
        view,
    })
}

/// `GET /my-data/requests/{request}`
pub(super) async fn show(visit: Visit, At(id): At<RightsRequestId>) -> Result<Response, Problem> {
    let page = one(&visit, id, "", ui::Faults::none()).await?;
    let news = [("asked", "requests-done-asked"), ("line", "requests-done-line")];
    draw(&OnePage { page: with_news(page.page, &visit, &news), ..page })
}

/// `POST /my-data/requests/{request}/lines`
pub(super) async fn add_line(
    visit: Visit,
    At(id): At<RightsRequestId>,
    form: Form<TextForm>,
) -> Result<Response, Problem> {
    let me = me(&visit)?;
    let typed = form.typed.get("text").to_owned();
    let faults = match form.checked {
        Ok(TextForm { text }) => {
            let asker = visit.clone();
            let write = move |work: &mut Work<'_>| {
                let found = written::term(work, id)?.ok_or(Failure::Absent)?;
                if found.resource().state == Some(CLOSED) {
                    return Err(Failure::Conflict);
                }
                let grant = asker.site.access.decide(&asker.scope, &REQUEST_ASK, &found.resource())?;
                written::add_step(work, &grant, id, StepKind::Line, Some(me), &text)?;
                Ok::<_, Failure>(tell_officers(&asker.site, work)?)
            };
            match visit.site.store.write(&visit.scope, write).await {
                Ok(()) => return Ok(see_other(&format!("{OWN_PATH}/{id}?done=line"))),
                // Answered while it was written: what was written is given back.
                Err(Failure::Conflict) => {
                    let page = one(&visit, id, "", ui::Faults::none()).await?;
                    return draw_again(&OnePage { unsent: typed, ..page }, StatusCode::CONFLICT);
                }
                Err(failure) => return Err(failure.into()),
            }
        }
        Err(faults) => said(&faults, &visit.voice()),
    };
    draw_again(&one(&visit, id, &typed, faults).await?, StatusCode::UNPROCESSABLE_ENTITY)
}

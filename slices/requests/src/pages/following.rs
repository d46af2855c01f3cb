//! How a request stands, for somebody without an account: by the link of the latest mail.

use askama::Template;
use http::{
    At, Form, Problem,
    axum::{http::StatusCode, response::Response},
    see_other,
};
use organisation::{Desk as _, Visit};
use store::{Reader, Work};
use ui::Page;

use super::{
    Failure, draw, draw_again, said, tell_officers,
    view::{self, Eyes, View},
    with_news,
};
use crate::{
    actions::LINK,
    forms::{LONGEST, TextForm},
    inventory::OPEN,
    model::StepKind,
    store::{self as written, links},
};

#[derive(Template)]
#[template(path = "requests/following.html")]
struct FollowingPage {
    page: Page,
    faults: ui::Faults,
    view: View,
    action: String,
    text: String,
    most: usize,
    /// What was written and came too late; may be empty.
    unsent: String,
}

async fn page(visit: &Visit, token: &str, typed: &str, faults: ui::Faults) -> Result<FollowingPage, Problem> {
    let (asker, scope, own) = (visit.clone(), visit.scope.as_job(LINK.name), token.to_owned());
    let outer = scope.clone();
    let read = move |reader: &mut Reader<'_>| {
        let id = links::find(reader, &own)?.ok_or(Failure::LinkSpent)?;
        let found = written::told(reader, id)?.ok_or(Failure::LinkSpent)?;
        let grant = asker.site.access.decide_job(&outer, &LINK, &found.resource())?;
        let told = found.check(&grant)?;
        if told.request.clock.is_none() {
            return Err(Failure::LinkSpent);
        }
        let view = view::open(&asker, &asker.site.store.opener(&outer, &grant), &told, Eyes::Asker)?;
        Ok::<_, Failure>((view, told.request))
    };
    let (view, request) = visit.site.store.read(&scope, read).await?;
    let view = view::with_receipt(visit, view, request.closed.and_then(|closed| closed.act)).await?;
    Ok(FollowingPage {
        page: visit.page(view.kind.clone()),
        faults,
        action: visit.link(&format!("/asked/{token}")),
        text: typed.to_owned(),
        most: LONGEST,
        unsent: String::new(),
        view,
    })
}

/// `GET /asked/{token}`
pub(super) async fn show(visit: Visit, At(token): At<String>) -> Result<Response, Problem> {
    let page = page(&visit, &token, "", ui::Faults::none()).await?;
    draw(&FollowingPage { page: with_news(page.page, &visit, &[("line", "requests-done-line")]), ..page })
}

/// `POST /asked/{token}`: adds a line.
pub(super) async fn add_line(visit: Visit, At(token): At<String>, form: Form<TextForm>) -> Result<Response, Problem> {
    let typed = form.typed.get("text").to_owned();
    let faults = match form.checked {
        Ok(TextForm { text }) => {
            let (asker, scope, own) = (visit.clone(), visit.scope.as_job(LINK.name), token.clone());
            let outer = scope.clone();
            let write = move |work: &mut Work<'_>| {
                let id = links::find(work, &own)?.ok_or(Failure::LinkSpent)?;
                let found = written::term(work, id)?.ok_or(Failure::LinkSpent)?;
                let about = found.resource();
                if about.state != Some(OPEN) {
                    return Err(Failure::Conflict);
                }
                let grant = asker.site.access.decide_job(&outer, &LINK, &about)?;
                written::add_step(work, &grant, id, StepKind::Line, None, &text)?;
                Ok::<_, Failure>(tell_officers(&asker.site, work)?)
            };
            match visit.site.store.write(&scope, write).await {
                Ok(()) => return Ok(see_other(&visit.link(&format!("/asked/{token}?done=line")))),
                Err(Failure::Conflict) => {
                    let page = page(&visit, &token, "", ui::Faults::none()).await?;
                    return draw_again(&FollowingPage { unsent: typed, ..page }, StatusCode::CONFLICT);
                }
                Err(failure) => return Err(failure.into()),
            }
        }
        Err(faults) => said(&faults, &visit.voice()),
    };
    draw_again(&page(&visit, &token, &typed, faults).await?, StatusCode::UNPROCESSABLE_ENTITY)
}

//! The pages of a mail's links, without signing in. Opening one changes nothing; a button does.

use std::sync::Arc;

use askama::Template;
use http::{
    At, Problem,
    axum::{Extension, response::Response},
    see_other,
};
use organisation::{Desk as _, Visit};
use statement::{
    dates::last_day,
    plan::{Right, Rights},
};
use store::{Reader, Work};
use ui::Page;

use super::{Failure, day, draw};
use crate::{
    actions::FOLLOW,
    model::{AskErasure, Found, Purpose, Question},
    store::{
        consents::{self, Way},
        links,
    },
};

#[derive(Template)]
#[template(path = "mailings/stop.html")]
struct StopPage {
    page: Page,
    lead: String,
    action: String,
    is_stopped: bool,
}

#[derive(Template)]
#[template(path = "mailings/erase.html")]
struct ErasePage {
    page: Page,
    lead: String,
    action: String,
    /// When it was asked for, in a sentence; empty when it was not.
    asked: String,
    /// Whether there is a desk that carries it out; else one writes to `contact`.
    has_desk: bool,
    contact: String,
}

/// The link of a token, and whether what it stops still runs.
async fn found(visit: &Visit, token: &str, purpose: Purpose) -> Result<(Found, bool), Problem> {
    let token = token.to_owned();
    let read = move |reader: &mut Reader<'_>| {
        let found = links::find(reader, &token, purpose)?.ok_or(Failure::LinkSpent)?;
        let answers = consents::answers(reader, found.person)?;
        let runs = answers.iter().any(|answer| answer.consent == found.consent && answer.withdrawn.is_none());
        Ok::<_, Failure>((found, runs))
    };
    Ok(visit.site.store.read(&visit.scope.as_job(FOLLOW.name), read).await?)
}

/// What is mailed to whoever agreed to it: "invitations and offers".
fn mailed(visit: &Visit, consent: &str) -> String {
    let names = Question::find(&visit.site.plan, consent).map(|question| {
        let names =
            question.kinds.iter().map(|kind| kind.names.get(visit.scope.language).unwrap_or(&kind.key).to_owned());
        names.collect::<Vec<_>>()
    });
    visit.voice().list(&names.unwrap_or_else(|| vec![consent.to_owned()]))
}

fn stop_page(visit: &Visit, token: &str, consent: &str, is_stopped: bool) -> Result<Response, Problem> {
    let voice = visit.voice();
    let (title, lead) = match is_stopped {
        true => ("mailings-stopped-title", "mailings-stopped-lead"),
        false => ("mailings-stop-title", "mailings-stop-lead"),
    };
    let organisation = visit.site.name(visit.scope.language);
    draw(&StopPage {
        page: visit.page(voice.say(title)),
        lead: voice.say2(lead, "mailings", mailed(visit, consent), "organisation", organisation),
        action: visit.link(&format!("{}/{token}", Purpose::Stop.path())),
        is_stopped,
    })
}

/// `GET /stop-mailings/{token}`
pub(super) async fn stop_form(visit: Visit, At(token): At<String>) -> Result<Response, Problem> {
    let (link, runs) = found(&visit, &token, Purpose::Stop).await?;
    stop_page(&visit, &token, &link.consent, !runs)
}

/// `POST /stop-mailings/{token}`: at once, and as often as it is asked. It answers with the page itself: a mail program
/// follows no redirect (RFC 8058 §3.1).
pub(super) async fn stop(visit: Visit, At(token): At<String>) -> Result<Response, Problem> {
    let (link, _) = found(&visit, &token, Purpose::Stop).await?;
    let (plan, consent) = (Arc::clone(&visit.site.plan), link.consent.clone());
    let write = move |work: &mut Work<'_>| consents::withdraw(work, &plan, link.person, &link.consent, Way::Link);
    visit.site.store.write(&visit.scope.as_job(FOLLOW.name), write).await.map_err(Failure::from)?;
    stop_page(&visit, &token, &consent, true)
}

fn has_desk(visit: &Visit) -> bool {
    let offers = |rights: &Rights| rights.offers.contains(&Right::Erasure);
    visit.site.plan.first::<Rights>().is_some_and(offers) && visit.site.has_page("/my-data/requests")
}

/// `GET /erase-contact/{token}`
pub(super) async fn erase_form(visit: Visit, At(token): At<String>) -> Result<Response, Problem> {
    let (link, _) = found(&visit, &token, Purpose::Erase).await?;
    let voice = visit.voice();
    let asked = link.used.map(|at| {
        let due = visit.site.plan.first::<Rights>().map(|rights| rights.due(at, false, &visit.scope.zone));
        let due = due.map_or_else(String::new, |due| voice.date(last_day(due, &visit.scope.zone)));
        voice.say2("mailings-erasure-asked-on", "date", day(&visit, &voice, at), "due", due)
    });
    let title = if asked.is_some() { "mailings-erasure-asked-title" } else { "mailings-erase-title" };
    draw(&ErasePage {
        page: visit.page(voice.say(title)),
        lead: voice.say1("mailings-erase-lead", "organisation", visit.site.name(visit.scope.language)),
        action: visit.link(&format!("{}/{token}", Purpose::Erase.path())),
        asked: asked.unwrap_or_default(),
        has_desk: has_desk(&visit),
        contact: visit.site.plan.controller().contact.clone(),
    })
}

/// `POST /erase-contact/{token}`: mailings stop at once; the erasure is asked of the rights desk, in the same unit of work.
/// An account needs its address, so that the account would go with it: a person looks at that, and answers in time.
pub(super) async fn erase(
    visit: Visit,
    Extension(ask): Extension<AskErasure>,
    At(token): At<String>,
) -> Result<Response, Problem> {
    let path = visit.link(&format!("{}/{token}", Purpose::Erase.path()));
    if !has_desk(&visit) {
        return Err(Problem::NotFound);
    }
    let site = Arc::clone(&visit.site);
    let write = move |work: &mut Work<'_>| {
        let link = links::find(work, &token, Purpose::Erase)?.ok_or(Failure::LinkSpent)?;
        if links::use_up(work, link.id)? {
            consents::withdraw(work, &site.plan, link.person, &link.consent, Way::Link)?;
            ask(&site, work, link.person)?;
        }
        Ok::<_, Failure>(())
    };
    visit.site.store.write(&visit.scope.as_job(FOLLOW.name), write).await?;
    Ok(see_other(&path))
}

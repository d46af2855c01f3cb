//! What the links of the two mails open. Looking changes nothing; a button does, without signing in.

use askama::Template;
use http::{At, Fields, Problem, axum::response::Response};
use kernel::{Language, PersonId, Scope};
use organisation::{Desk as _, Visit};
use store::Reader;
use ui::Page;

use super::super::{Failure, as_job, draw, text};
use crate::{
    address::{
        actions::MOVE_ADDRESS,
        store::{self as change, Side},
    },
    store::{links, people},
};

#[derive(Template)]
#[template(path = "accounts/address-link.html")]
struct LinkPage {
    page: Page,
    lead: String,
    present: String,
    email: String,
    action: String,
    /// It can be stopped here.
    may_stop: bool,
}

#[derive(Template)]
#[template(path = "accounts/address-said.html")]
struct SaidPage {
    page: Page,
    lead: String,
}

/// A change as the link to one of its mailboxes shows it.
struct Shown {
    person: PersonId,
    present: String,
    email: String,
    language: Language,
}

fn read(visit: &Visit, reader: &mut Reader<'_>, token: &str, side: Side) -> Result<Shown, Failure> {
    let person = links::find(reader, token, side.purpose())?.ok_or(Failure::LinkSpent)?;
    let change = change::open(reader, person)?.ok_or(Failure::LinkSpent)?;
    let (present, language) = people::mailbox(reader, person)?.ok_or(Failure::LinkSpent)?;
    let (_, opener) = as_job(&visit.site, &visit.scope, &MOVE_ADDRESS, person)?;
    Ok(Shown { person, present: text(&opener, &present)?, email: text(&opener, &change.email)?, language })
}

/// The change of a link. A guest who has not chosen a language sees the one of the mail.
async fn find(visit: &mut Visit, token: &str, side: Side) -> Result<Shown, Problem> {
    let (asker, token) = (visit.clone(), token.to_owned());
    let scope = visit.scope.as_job(MOVE_ADDRESS.name);
    let look = move |reader: &mut Reader<'_>| read(&asker, reader, &token, side);
    let shown = visit.site.store.read::<_, Failure, _>(&scope, look).await?;
    if visit.session.is_none() && visit.asked_language.is_none() {
        visit.scope = Scope { language: shown.language, ..visit.scope.clone() };
    }
    Ok(shown)
}

async fn show(mut visit: Visit, token: &str, side: Side) -> Result<Response, Problem> {
    let shown = find(&mut visit, token, side).await?;
    let voice = visit.voice();
    let organisation = visit.site.name(visit.scope.language);
    let (path, lead) = match side {
        Side::New => ("new-address", "accounts-address-new-lead"),
        Side::Old => ("old-address", "accounts-address-old-lead"),
    };
    draw(&LinkPage {
        page: visit.page(voice.say("accounts-address-title")),
        lead: voice.say1(lead, "organisation", &organisation),
        // The new mailbox may be somebody else's: it is not told who asks.
        present: if side == Side::Old { shown.present } else { String::new() },
        email: shown.email,
        action: visit.link(&format!("/{path}/{token}")),
        may_stop: side == Side::Old,
    })
}

async fn answer(mut visit: Visit, token: String, side: Side, word: &str) -> Result<Response, Problem> {
    let person = find(&mut visit, &token, side).await?.person;
    let stops = match (side, word) {
        (Side::New, _) | (Side::Old, "confirm") => false,
        (Side::Old, "stop") => true,
        (Side::Old, _) => return Err(Problem::Unreadable),
    };
    let scope = visit.scope.as_job(MOVE_ADDRESS.name);
    let here = visit.session.as_ref().filter(|here| here.member.id == person).map(|here| here.session);
    let (site, outer) = (std::sync::Arc::clone(&visit.site), scope.clone());
    let act = move |work: &mut store::Work<'_>| {
        // Looked up again where nobody can come between: the link works once.
        let found = links::find(work, &token, side.purpose())?;
        found.filter(|found| *found == person).ok_or(Failure::LinkSpent)?;
        if stops {
            change::stop(work, person)?;
            return Ok(["accounts-address-stopped-title", "accounts-address-stopped-lead"]);
        }
        let (grant, opener) = as_job(&site, &outer, &MOVE_ADDRESS, person)?;
        Ok(match change::confirm(work, (&grant, &opener), person, side, here)? {
            true => ["accounts-address-changed-title", "accounts-address-changed-lead"],
            false => ["accounts-address-waits-title", "accounts-address-waits-lead"],
        })
    };
    let [title, lead] = visit.site.store.write::<_, Failure, _>(&scope, act).await?;
    let voice = visit.voice();
    draw(&SaidPage { page: visit.page(voice.say(title)), lead: voice.say(lead) })
}

/// `GET /new-address/{token}`
pub(super) async fn show_new(visit: Visit, At(token): At<String>) -> Result<Response, Problem> {
    show(visit, &token, Side::New).await
}

/// `POST /new-address/{token}`
pub(super) async fn confirm_new(visit: Visit, At(token): At<String>) -> Result<Response, Problem> {
    answer(visit, token, Side::New, "confirm").await
}

/// `GET /old-address/{token}`
pub(super) async fn show_old(visit: Visit, At(token): At<String>) -> Result<Response, Problem> {
    show(visit, &token, Side::Old).await
}

/// `POST /old-address/{token}`: `do` says whether it is confirmed or stopped; without a word nothing changes.
pub(super) async fn answer_old(visit: Visit, At(token): At<String>, fields: Fields) -> Result<Response, Problem> {
    answer(visit, token, Side::Old, fields.get("do")).await
}

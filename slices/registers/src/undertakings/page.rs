//! What one's role promises: what is to be accepted, and what was, and when.

use access::{Resource, text_hash};
use askama::Template;
use http::{Fields, Problem, axum::response::Response, local_path, see_other};
use kernel::page::Seal;
use organisation::{Desk as _, SealAsk, Visit};
use statement::plan::Undertaking;
use store::StoreError;
use ui::Page;

use super::{
    UNDERTAKING_ACCEPT, UNDERTAKING_SEE,
    store::{accept as accept_text, open_for, promised},
};
use crate::frame::{Failure, day, draw, facts_of, with_news};

#[derive(Template)]
#[template(path = "registers/undertakings.html")]
struct UndertakingsPage {
    page: Page,
    open: Vec<Promise>,
    accepted: Vec<Promise>,
    next: String,
    seal: Seal,
}

struct Promise {
    text: String,
    /// "7:457 BW"; empty when no law or code asks for it.
    law: String,
    /// Whether those whom one coaches see it.
    is_shown: bool,
    clause: String,
    /// The hash of the text as it is shown, so that nobody accepts another.
    hash: String,
    /// "Accepted on 3 March 2026"; empty when it is not.
    since: String,
}

fn promise(visit: &Visit, undertaking: &Undertaking) -> Promise {
    let (voice, hash) = (visit.voice(), text_hash(undertaking));
    let since = visit.site.access.accepted(visit.scope.member().map_or_else(nobody, |own| own.id), &hash);
    Promise {
        text: undertaking.texts.get(visit.scope.language).unwrap_or_default().to_owned(),
        law: undertaking.law.as_ref().map(|law| law.0.clone()).unwrap_or_default(),
        is_shown: undertaking.shown,
        clause: undertaking.clause.clone(),
        hash: store::ledger::hex(&hash),
        since: since.map(|at| voice.say1("registers-accepted-on", "date", day(visit, &voice, at))).unwrap_or_default(),
    }
}

fn nobody() -> kernel::PersonId {
    kernel::id::Id::from_uuid(kernel::Uuid::nil())
}

/// `GET /undertakings`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    let member = &visit.member()?.member;
    let about = Resource::person(member.id);
    visit.decide(&UNDERTAKING_SEE, &about)?;
    let voice = visit.voice();
    let all = promised(&visit.site.plan, member).map(|undertaking| promise(&visit, undertaking));
    let (open, accepted) = all.partition(|promise| promise.since.is_empty());
    let names = facts_of(&visit, vec![member.id]).await?;
    draw(&UndertakingsPage {
        open,
        accepted,
        next: local_path(visit.query.get("next")).unwrap_or_default().to_owned(),
        seal: visit.seal(&SealAsk { item: access::ACCEPTANCE_ITEM, about: &about, names: &names, happened: &[] }),
        page: with_news(
            visit.page(voice.say("registers-undertakings-title")),
            &visit,
            &[("accepted", "registers-done-accepted")],
        ),
    })
}

/// `POST /undertakings`: accepts the text that was shown, and goes on to where it was asked for.
pub(super) async fn accept(visit: Visit, typed: Fields) -> Result<Response, Problem> {
    let member = visit.member()?.member.clone();
    visit.decide(&UNDERTAKING_ACCEPT, &Resource::person(member.id))?;
    let shown = typed.get("text");
    let plan = std::sync::Arc::clone(&visit.site.plan);
    let chosen = promised(&plan, &member).find(|own| store::ledger::hex(&text_hash(own)) == shown).cloned();
    // The text has changed since it was shown: it is shown again.
    let chosen = chosen.ok_or(Problem::Conflict)?;
    let write = move |work: &mut store::Work<'_>| accept_text(work, &plan, member.id, &chosen);
    let written: Result<(), StoreError> = visit.site.store.write(&visit.scope, write).await;
    written.map_err(Failure::from)?;
    let next = local_path(typed.get("next"));
    let is_done = open_for(&visit.site.plan, &visit.site.access, &visit.member()?.member).is_empty();
    Ok(match next {
        Some(next) if is_done => see_other(next),
        Some(next) => see_other(&http::undertakings_path(next)),
        None => see_other("/undertakings?done=accepted"),
    })
}

//! Publishing the draft: what it means, and the commit that makes it public.

use access::Resource;
use askama::Template;
use http::{Fields, Problem, axum::response::Response, see_other};
use keeper::amendments::{self, AmendError};
use organisation::{Desk as _, Visit};
use store::Work;
use ui::Page;

use super::{Failure, draw, draw_faulty, editor, findings};
use crate::{actions::STATEMENT_PUBLISH, draft};

#[derive(Template)]
#[template(path = "amendments/publication.html")]
struct PublicationPage {
    page: Page,
    faults: ui::Faults,
    edition: i64,
    findings: String,
    good: bool,
}

/// `GET /statement/publication`
pub(super) async fn form(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&STATEMENT_PUBLISH, &Resource::organisation())?;
    draw(&page(&visit, ui::Faults::none()).await?)
}

async fn page(visit: &Visit, faults: ui::Faults) -> Result<PublicationPage, Problem> {
    let draft = editor::read(visit).await?;
    let found = findings::of(visit, &draft.text).await?;
    let voice = visit.voice();
    let page = visit.page(voice.say("amendments-publication-title"));
    Ok(PublicationPage {
        page: page.crumb("/statement", voice.say("amendments-editor-title")),
        faults,
        edition: draft.edition,
        good: found.good,
        findings: found.render().map_err(Problem::internal)?,
    })
}

/// `POST /statement/publication`: the draft as it was shown, or nothing.
pub(super) async fn publish(visit: Visit, fields: Fields) -> Result<Response, Problem> {
    visit.decide(&STATEMENT_PUBLISH, &Resource::organisation())?;
    let me = visit.person().ok_or(Problem::SignIn)?;
    let edition: i64 = fields.get("edition").parse().unwrap_or_default();
    let mut faults = ui::Faults::none();
    if fields.get("confirm") != "yes" {
        faults.add("confirm", visit.voice().say("amendments-confirm-missing"));
        return draw_faulty(&page(&visit, faults).await?);
    }
    let inventory = visit.site.inventory.clone();
    let publish = move |work: &mut Work<'_>| {
        let draft = draft::find(work)?.filter(|draft| draft.edition == edition);
        let Some(draft) = draft else { return Ok(false) };
        amendments::publish(work, &inventory, &draft.text, Some(me), crate::tell)?;
        draft::forget(work)?;
        Ok::<_, AmendError>(true)
    };
    match visit.site.store.write(&visit.scope, publish).await {
        Ok(true) => Ok(see_other("/statement?done=published")),
        // What speaks against it is on the page.
        Ok(false) | Err(AmendError::Objections(_)) => {
            faults.add("", visit.voice().say("amendments-not-published"));
            draw_faulty(&page(&visit, faults).await?)
        }
        Err(AmendError::Keeper(error)) => Err(Failure::from(error).into()),
    }
}

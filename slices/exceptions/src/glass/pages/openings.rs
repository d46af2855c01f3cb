//! When something of one's own was opened to mend a problem: why, by whom, when, and what (CE6).

use access::{Guarded as _, Resource};
use askama::Template;
use http::{At, Problem, axum::response::Response, see_other};
use kernel::page::Seal;
use organisation::{Desk as _, Visit};
use statement::render;
use store::{Opener, Reader, Sealed, Work};
use ui::Page;

use super::{clause, show, term};
use crate::{
    glass::{
        actions::{OPENING_END, OPENING_SEE, OPENINGS_LIST},
        model::{Glass, GlassId, Standing},
        store as kept,
    },
    pages::{Failure, draw, me, text, with_news},
};

#[derive(Template)]
#[template(path = "exceptions/openings.html")]
struct OpeningsPage {
    page: Page,
    openings: Vec<Opening>,
    seal: Option<Seal>,
}

struct Opening {
    title: String,
    standing: String,
    tone: &'static str,
    facts: Vec<(String, String)>,
    /// Where it is ended; empty when it is over.
    end: String,
}

struct Found {
    glass: Glass,
    opener: Opener,
    reason: Sealed,
    problem: Sealed,
    looked: Vec<String>,
}

/// Those that concern the visitor, each decided by itself.
fn read(visit: &Visit, reader: &mut Reader<'_>, grant: &access::Grant) -> Result<Vec<Found>, Failure> {
    let person = me(visit).map_err(|_| Failure::Absent)?;
    let mut found = Vec::new();
    for id in kept::concerning(reader, grant, person)? {
        let glass = term(reader, id)?;
        let grant = visit.site.access.decide(&visit.scope, &OPENING_SEE, &glass.resource())?;
        let Some((reason, problem)) = kept::reason(reader, &grant, id)? else { continue };
        let looked = kept::looked(reader, id)?;
        found.push(Found { glass, opener: visit.opener(&grant), reason, problem, looked });
    }
    Ok(found)
}

fn opening(visit: &Visit, found: &Found) -> Result<Opening, Problem> {
    let (voice, glass) = (visit.voice(), &found.glass);
    let state = show::standing(visit, glass);
    let said = |sealed: &Sealed| text(&found.opener, sealed).map_err(show::store_failure);
    let who = clause(&visit.site.plan).map(|clause| render::role_name(&visit.site.plan, &clause.by, voice.language));
    let mut facts = vec![
        (voice.say("exceptions-glass-reason"), said(&found.reason)?),
        (voice.say("exceptions-glass-problem"), said(&found.problem)?),
        (voice.say("exceptions-glass-who"), who.unwrap_or_default()),
    ];
    facts.extend(show::times(visit, &voice, glass));
    let opened = show::opened(visit, &found.looked);
    let opened = if opened.is_empty() { voice.say("exceptions-glass-nothing") } else { opened };
    facts.push((voice.say("exceptions-glass-looked"), opened));
    let runs = matches!(state, Standing::Waits | Standing::Open);
    Ok(Opening {
        title: show::kind_name(&voice, &glass.kind),
        standing: voice.say(state.word()),
        tone: show::tone(state),
        facts,
        end: if runs { format!("/my-data/openings/{}/end", glass.id) } else { String::new() },
    })
}

/// `GET /my-data/openings`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    let grant = visit.decide(&OPENINGS_LIST, &Resource::person(me(&visit)?))?;
    let asker = visit.clone();
    let found = visit.site.store.read(&visit.scope, move |reader| read(&asker, reader, &grant)).await?;
    let voice = visit.voice();
    let page = visit.page(voice.say("exceptions-openings-title")).crumb("/my-data", voice.say("exceptions-my-data"));
    draw(&OpeningsPage {
        openings: found.iter().map(|found| opening(&visit, found)).collect::<Result<_, _>>()?,
        seal: found.first().map(|found| show::seal(&visit, &found.glass)),
        page: with_news(page, &visit, &[("ended", "exceptions-done-ended")]),
    })
}

/// `POST /my-data/openings/{glass}/end`
pub(super) async fn end(visit: Visit, At(id): At<GlassId>) -> Result<Response, Problem> {
    let asker = visit.clone();
    let write = move |work: &mut Work<'_>| {
        let glass = term(work, id)?;
        let grant = asker.site.access.decide(&asker.scope, &OPENING_END, &glass.resource())?;
        if kept::end(work, &grant, id)? { Ok(()) } else { Err(Failure::Conflict) }
    };
    visit.site.store.write(&visit.scope, write).await?;
    Ok(see_other("/my-data/openings?done=ended"))
}

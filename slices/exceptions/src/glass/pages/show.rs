//! One break-glass: why, who agreed, and what it opens.

use access::{Guarded as _, Resource};
use askama::Template;
use http::{At, Problem, axum::response::Response, see_other};
use kernel::{page::Seal, words::Voice};
use organisation::{Desk as _, Names, SealAsk, Visit, notify};
use statement::render;
use store::{StoreError, Work, derived};
use ui::Page;

use super::{clause, term};
use crate::{
    glass::{
        actions::{GLASS_DECIDE, GLASS_END, GLASS_READ, GLASS_SEE},
        inventory::{GLASS_MOVED, MAIL_OPENED},
        model::{Glass, GlassId, Standing},
        store::{self as kept, Voted},
    },
    pages::{Failure, Line, draw, me, moment, short, text, with_news},
};

/// What kind of thing is opened: "A person's file".
pub(super) fn kind_name(voice: &Voice, kind: &str) -> String {
    let said = voice.say(&format!("exceptions-kind-{kind}"));
    if said.starts_with('[') { kind.to_owned() } else { said }
}

fn what(voice: &Voice, glass: &Glass) -> String {
    voice.say2("exceptions-glass-what", "kind", kind_name(voice, &glass.kind), "number", short(glass.subject))
}

pub(super) fn standing(visit: &Visit, glass: &Glass) -> Standing {
    clause(&visit.site.plan).map_or(Standing::Ended, |clause| glass.standing(visit.scope.now, clause))
}

pub(super) const fn tone(standing: Standing) -> &'static str {
    match standing {
        Standing::Waits | Standing::Open => "warning",
        Standing::Declined | Standing::Ended => "",
    }
}

/// The lines of the list, for those who may see them.
pub(crate) async fn rows(visit: &Visit) -> Result<Vec<Line>, Problem> {
    let Ok(grant) = visit.decide(&GLASS_SEE, &Resource::organisation()) else { return Ok(Vec::new()) };
    let found = visit.site.store.read(&visit.scope, move |reader| kept::list(reader, &grant)).await;
    let voice = visit.voice();
    let row = |glass: &Glass| {
        let standing = standing(visit, glass);
        Line {
            href: format!("/exceptions/break-glass/{}", glass.id),
            title: what(&voice, glass),
            detail: String::new(),
            meta: moment(visit, &voice, glass.asked_at),
            standing: voice.say(standing.word()),
            tone: tone(standing),
        }
    };
    Ok(found.map_err(Failure::from)?.iter().map(row).collect())
}

/// The categories of some items, in words.
pub(super) fn opened(visit: &Visit, items: &[String]) -> String {
    let plan = &visit.site.plan;
    let mut keys: Vec<String> =
        items.iter().filter_map(|item| plan.category_of(item)).map(|own| own.key.clone()).collect();
    keys.sort_unstable();
    keys.dedup();
    if keys.is_empty() { String::new() } else { render::categories_phrase(plan, &keys, visit.scope.language) }
}

/// The seal beside the reason.
pub(super) fn seal(visit: &Visit, glass: &Glass) -> Seal {
    let last = glass.ended_at.or(glass.opened_at).unwrap_or(glass.asked_at);
    let (about, moved) = (glass.resource(), [(GLASS_MOVED, last)]);
    visit.seal(&SealAsk { item: "break-glass.reason", about: &about, names: &Names::none(), happened: &moved })
}

/// When it was asked for, opened and ended.
pub(super) fn times(visit: &Visit, voice: &Voice, glass: &Glass) -> Vec<(String, String)> {
    let ends = clause(&visit.site.plan).and_then(|clause| glass.ends(clause));
    let all = [
        ("exceptions-glass-asked", Some(glass.asked_at)),
        ("exceptions-glass-opened", glass.opened_at),
        ("exceptions-glass-until", glass.ended_at.or(ends)),
    ];
    let said = all.into_iter().filter_map(|(word, at)| Some((voice.say(word), moment(visit, voice, at?))));
    said.collect()
}

#[derive(Template)]
#[template(path = "exceptions/glass.html")]
struct GlassPage {
    page: Page,
    path: String,
    look: String,
    standing: String,
    tone: &'static str,
    facts: Vec<(String, String)>,
    may_decide: bool,
    may_look: bool,
    may_end: bool,
    seal: Seal,
}

/// `GET /exceptions/break-glass/{glass}`
pub(super) async fn show(visit: Visit, At(id): At<GlassId>) -> Result<Response, Problem> {
    let grant = visit.decide(&GLASS_SEE, &Resource::organisation())?;
    let opener = visit.opener(&grant);
    let read = move |reader: &mut store::Reader<'_>| {
        let glass = term(reader, id)?;
        let reason = kept::reason(reader, &grant, id)?.ok_or(Failure::Absent)?;
        Ok::<_, Failure>((glass, reason, kept::looked(reader, id)?))
    };
    let (glass, (reason, problem), looked) = visit.site.store.read(&visit.scope, read).await?;
    let (voice, me, state) = (visit.voice(), me(&visit)?, standing(&visit, &glass));
    let mut facts = vec![
        (voice.say("exceptions-glass-reason"), text(&opener, &reason).map_err(Failure::from)?),
        (voice.say("exceptions-glass-problem"), text(&opener, &problem).map_err(Failure::from)?),
        (voice.say("exceptions-glass-subject"), glass.subject.to_string()),
    ];
    facts.extend(times(&visit, &voice, &glass));
    let opened = opened(&visit, &looked);
    if !opened.is_empty() {
        facts.push((voice.say("exceptions-glass-looked"), opened));
    }
    let may = |action| visit.may(action, &Resource::organisation());
    let page = visit.page(what(&voice, &glass)).crumb("/exceptions", voice.say("exceptions-title"));
    let news = [
        ("agreed", "exceptions-done-agreed"),
        ("declined", "exceptions-done-glass-declined"),
        ("ended", "exceptions-done-ended"),
    ];
    draw(&GlassPage {
        page: with_news(page, &visit, &news),
        path: format!("/exceptions/break-glass/{id}"),
        look: format!("/exceptions/break-glass/{id}/rows"),
        standing: voice.say(state.word()),
        tone: tone(state),
        facts,
        may_decide: state == Standing::Waits && glass.asker != me && may(&GLASS_DECIDE),
        may_look: state == Standing::Open && glass.asker == me && may(&GLASS_READ),
        may_end: matches!(state, Standing::Waits | Standing::Open) && may(&GLASS_END),
        seal: seal(&visit, &glass),
    })
}

/// `POST /exceptions/break-glass/{glass}/approval`
pub(super) async fn approve(visit: Visit, At(id): At<GlassId>) -> Result<Response, Problem> {
    decide(&visit, id, true).await?;
    Ok(see_other(&format!("/exceptions/break-glass/{id}?done=agreed")))
}

/// `POST /exceptions/break-glass/{glass}/refusal`
pub(super) async fn decline(visit: Visit, At(id): At<GlassId>) -> Result<Response, Problem> {
    decide(&visit, id, false).await?;
    Ok(see_other(&format!("/exceptions/break-glass/{id}?done=declined")))
}

/// Nobody decides about what they asked for themselves. When it opens, the people concerned are told.
async fn decide(visit: &Visit, id: GlassId, agrees: bool) -> Result<(), Problem> {
    visit.decide(&GLASS_DECIDE, &Resource::organisation())?;
    let (asker, me) = (visit.clone(), me(visit)?);
    let clause = clause(&visit.site.plan).ok_or(Problem::NotFound)?;
    let (needed, tell) = (clause.approvals.max(1), clause.tell);
    let write = move |work: &mut Work<'_>| {
        let grant = asker.site.access.decide(&asker.scope, &GLASS_DECIDE, &Resource::organisation())?;
        let glass = term(work, id)?;
        if standing(&asker, &glass) != Standing::Waits || glass.asker == me {
            return Err(Failure::Conflict);
        }
        match kept::vote(work, &grant, (id, me, agrees), needed)? {
            Voted::TooLate => return Err(Failure::Conflict),
            Voted::Noted => {}
            Voted::Opened => {
                for (_, person) in glass.parties.iter().filter(|_| tell) {
                    notify(work, *person, MAIL_OPENED, "/my-data/openings")?;
                }
            }
        }
        Ok(())
    };
    Ok(visit.site.store.write(&visit.scope, write).await?)
}

/// `POST /exceptions/break-glass/{glass}/end`
pub(super) async fn end(visit: Visit, At(id): At<GlassId>) -> Result<Response, Problem> {
    visit.decide(&GLASS_END, &Resource::organisation())?;
    let asker = visit.clone();
    let write = move |work: &mut Work<'_>| {
        let grant = asker.site.access.decide(&asker.scope, &GLASS_END, &Resource::organisation())?;
        term(work, id)?;
        if kept::end(work, &grant, id)? { Ok(()) } else { Err(Failure::Conflict) }
    };
    visit.site.store.write(&visit.scope, write).await?;
    Ok(see_other(&format!("/exceptions/break-glass/{id}?done=ended")))
}

#[derive(Template)]
#[template(path = "exceptions/rows.html")]
struct RowsPage {
    page: Page,
    lead: String,
    rows: Vec<Vec<(String, String)>>,
}

/// `GET /exceptions/break-glass/{glass}/rows`: what it opens, decided item by item, at every look.
pub(super) async fn look(visit: Visit, At(id): At<GlassId>) -> Result<Response, Problem> {
    visit.decide(&GLASS_READ, &Resource::organisation())?;
    let site = visit.site.clone();
    let read = move |reader: &mut store::Reader<'_>| {
        let glass = term(reader, id)?;
        let container = site.inventory.container(&glass.kind).ok_or(Failure::Absent)?;
        let parties = derived::parties(reader, container, glass.subject)?;
        let about = Resource { container: container.name, id: glass.subject, parties, state: None };
        Ok::<_, Failure>((kept::agreed(reader, id)?, glass, about))
    };
    let (agreed, glass, about) = visit.site.store.read(&visit.scope, read).await?;
    let exception = glass.exception(visit.scope.now, agreed);
    let keeper = visit.site.keeper();
    let opened = keeper.opened(&visit.scope, &visit.site.access, &exception, &about).await;
    let rows = opened.map_err(Problem::internal)?.map_err(|refused| organisation::refused(&refused))?;
    let voice = visit.voice();
    let until = clause(&visit.site.plan).and_then(|clause| glass.ends(clause)).unwrap_or(visit.scope.now);
    draw(&RowsPage {
        page: visit
            .page(what(&voice, &glass))
            .crumb("/exceptions", voice.say("exceptions-title"))
            .crumb(format!("/exceptions/break-glass/{id}"), voice.say("exceptions-glass")),
        lead: voice.say1("exceptions-glass-rows-lead", "at", moment(&visit, &voice, until)),
        rows,
    })
}

/// An error of the store, as one of a page.
pub(super) fn store_failure(error: StoreError) -> Problem {
    Failure::from(error).into()
}

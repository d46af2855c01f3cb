//! Holds: which there are, one with its reason, its end.

use access::Resource;
use askama::Template;
use http::{At, Form, Problem, axum::response::Response, see_other};
use kernel::{ExposeSecret as _, Uuid, page::Seal, words::Voice};
use organisation::{Desk as _, Names, SealAsk, Visit};
use statement::dates::last_day;
use store::Sealed;
use ui::{Line, Page};

use super::{Failure, draw, draw_faulty, moment, said, with_news};
use crate::{
    actions::{HOLD_CHANGE, HOLD_LAY, HOLD_SEE, HOLDS_LIST},
    forms::EndForm,
    inventory::HOLD_ENDED,
    model::{Hold, HoldId, about},
    store as written,
};

#[derive(Template)]
#[template(path = "oversight/holds.html")]
struct HoldsPage {
    page: Page,
    rows: Vec<Row>,
    columns: Vec<String>,
    may_lay: bool,
    seal: Option<Seal>,
}

struct Row {
    href: String,
    what: String,
    ground: String,
    laid: String,
    state: String,
    tone: &'static str,
}

/// What kind of thing is held: "All of a person".
pub(super) fn kind_name(voice: &Voice, kind: &str) -> String {
    let said = voice.say(&format!("oversight-kind-{kind}"));
    if said.starts_with('[') { kind.to_owned() } else { said }
}

/// The hold's own words: what it holds, with the first signs of its number to tell it apart.
fn what(voice: &Voice, hold: &Hold) -> String {
    let number = hold.subject.to_string();
    let short = number.rsplit('-').next().unwrap_or_default().to_owned();
    voice.say2("oversight-what", "kind", kind_name(voice, &hold.kind), "number", short)
}

fn state(visit: &Visit, voice: &Voice, hold: &Hold) -> String {
    let zone = &visit.scope.zone;
    let day = |at: kernel::Timestamp| voice.date(at.to_zoned(zone.clone()).date());
    match hold.released_at {
        Some(at) => voice.say1("oversight-released-on", "date", day(at)),
        None if hold.runs(visit.scope.now) => {
            voice.say1("oversight-until", "date", voice.date(last_day(hold.until, zone)))
        }
        None => voice.say1("oversight-ended-on", "date", voice.date(last_day(hold.until, zone))),
    }
}

fn seal(visit: &Visit, item: &'static str, hold: &Hold) -> Seal {
    let ended = [(HOLD_ENDED, hold.released_at.unwrap_or(hold.until - jiff::SignedDuration::from_hours(12)))];
    visit.seal(&SealAsk { item, about: &about(hold.id), names: &Names::none(), happened: &ended })
}

/// `GET /holds`
pub(super) async fn list(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&HOLDS_LIST, &Resource::organisation())?;
    let holds = visit.site.store.read(&visit.scope, written::list).await.map_err(Failure::from)?;
    let voice = visit.voice();
    let rows = holds.iter().map(|hold| Row {
        href: format!("/holds/{}", hold.id),
        what: what(&voice, hold),
        ground: voice.say(hold.ground.word()),
        laid: moment(&visit, &voice, hold.laid_at),
        state: state(&visit, &voice, hold),
        tone: if hold.runs(visit.scope.now) { "warning" } else { "" },
    });
    let columns = ["oversight-column-what", "oversight-column-ground", "oversight-column-laid", "oversight-column-end"];
    let news = [("laid", "oversight-done-laid")];
    draw(&HoldsPage {
        rows: rows.collect(),
        columns: columns.map(|word| voice.say(word)).into(),
        may_lay: visit.may(&HOLD_LAY, &about(<HoldId as kernel::id::Id>::from_uuid(Uuid::nil()))),
        seal: holds.first().map(|hold| seal(&visit, "hold.term", hold)),
        page: with_news(visit.page(voice.say("oversight-holds-title")), &visit, &news),
    })
}

#[derive(Template)]
#[template(path = "oversight/hold.html")]
struct HoldPage {
    page: Page,
    faults: ui::Faults,
    action: String,
    release: String,
    what: String,
    number: String,
    ground: String,
    laid: String,
    state: String,
    reason: String,
    untold: String,
    until: String,
    today: String,
    runs: bool,
    seal: Seal,
}

async fn page(visit: &Visit, id: HoldId, faults: ui::Faults, typed: Option<&str>) -> Result<HoldPage, Problem> {
    let asker = visit.clone();
    let (hold, reason, untold) = visit
        .site
        .store
        .read(&visit.scope, move |reader| {
            let found = written::find(reader, id)?.ok_or(Failure::Absent)?;
            let grant = asker.site.access.decide(&asker.scope, &HOLD_SEE, &found.resource())?;
            let found = found.check(&grant)?;
            let opener = asker.opener(&grant);
            let open = |text: &Sealed| opener.text(text).map(|text| text.expose_secret().to_owned());
            let (reason, untold) = (open(&found.reason)?, found.untold.as_ref().map(open).transpose()?);
            Ok::<_, Failure>((found.hold, reason, untold.unwrap_or_default()))
        })
        .await?;
    let voice = visit.voice();
    let title = what(&voice, &hold);
    let last = last_day(hold.until, &visit.scope.zone).to_string();
    Ok(HoldPage {
        page: visit.page(title.clone()).crumb("/holds", voice.say("oversight-holds-title")),
        faults,
        action: format!("/holds/{id}"),
        release: format!("/holds/{id}/release"),
        what: title,
        number: hold.subject.to_string(),
        ground: voice.say(hold.ground.word()),
        laid: moment(visit, &voice, hold.laid_at),
        state: state(visit, &voice, &hold),
        reason,
        untold,
        until: typed.map_or(last, str::to_owned),
        today: visit.scope.today().to_string(),
        runs: hold.runs(visit.scope.now) && visit.may(&HOLD_CHANGE, &about(id)),
        seal: seal(visit, "hold.reason", &hold),
    })
}

/// `GET /holds/{hold}`
pub(super) async fn show(visit: Visit, At(id): At<HoldId>) -> Result<Response, Problem> {
    let page = page(&visit, id, ui::Faults::none(), None).await?;
    let news = [("moved", "oversight-done-moved"), ("released", "oversight-done-released")];
    draw(&HoldPage { page: with_news(page.page, &visit, &news), ..page })
}

/// `POST /holds/{hold}`: another last day.
pub(super) async fn move_end(visit: Visit, At(id): At<HoldId>, form: Form<EndForm>) -> Result<Response, Problem> {
    visit.decide(&HOLD_CHANGE, &about(id))?;
    let faults = match form.checked {
        Ok(form) if form.until >= visit.scope.today() => {
            change(&visit, id, Change::Move(form.until)).await?;
            return Ok(see_other(&format!("/holds/{id}?done=moved")));
        }
        Ok(_) => http::Faults::one("until", "oversight-fault-past"),
        Err(faults) => faults,
    };
    let faults = said(&faults, &visit.voice());
    draw_faulty(&page(&visit, id, faults, Some(form.typed.get("until"))).await?)
}

#[derive(Template)]
#[template(path = "oversight/release.html")]
struct ReleasePage {
    page: Page,
    goes: Vec<Line>,
    stays: Vec<Line>,
    action: String,
    back: String,
}

/// `GET /holds/{hold}/release`: what releasing it means.
pub(super) async fn release_form(visit: Visit, At(id): At<HoldId>) -> Result<Response, Problem> {
    visit.decide(&HOLD_CHANGE, &about(id))?;
    let hold = term(&visit, id).await?;
    if !hold.runs(visit.scope.now) {
        return Err(Problem::Conflict);
    }
    let voice = visit.voice();
    let page = visit.page(voice.say("oversight-release-title"));
    draw(&ReleasePage {
        page: page
            .crumb("/holds", voice.say("oversight-holds-title"))
            .crumb(format!("/holds/{id}"), what(&voice, &hold)),
        goes: vec![Line::new(voice.say("oversight-release-goes"))],
        stays: vec![Line::new(voice.say("oversight-release-stays"))],
        action: format!("/holds/{id}/release"),
        back: format!("/holds/{id}"),
    })
}

/// `POST /holds/{hold}/release`
pub(super) async fn release(visit: Visit, At(id): At<HoldId>) -> Result<Response, Problem> {
    visit.decide(&HOLD_CHANGE, &about(id))?;
    change(&visit, id, Change::Release).await?;
    Ok(see_other(&format!("/holds/{id}?done=released")))
}

async fn term(visit: &Visit, id: HoldId) -> Result<Hold, Problem> {
    let asker = visit.clone();
    let read = move |reader: &mut store::Reader<'_>| {
        let found = written::term(reader, id)?.ok_or(Failure::Absent)?;
        let grant = asker.site.access.decide(&asker.scope, &HOLD_CHANGE, &found.resource())?;
        Ok::<_, Failure>(found.check(&grant)?)
    };
    Ok(visit.site.store.read(&visit.scope, read).await?)
}

enum Change {
    Move(jiff::civil::Date),
    Release,
}

async fn change(visit: &Visit, id: HoldId, change: Change) -> Result<(), Problem> {
    let asker = visit.clone();
    let write = move |work: &mut store::Work<'_>| {
        let found = written::term(work, id)?.ok_or(Failure::Absent)?;
        let grant = asker.site.access.decide(&asker.scope, &HOLD_CHANGE, &found.resource())?;
        let hold = found.check(&grant)?;
        if !hold.runs(asker.scope.now) {
            return Err(Failure::Conflict);
        }
        match change {
            Change::Move(last) => written::move_end(work, &grant, &hold, last, &asker.scope.zone)?,
            Change::Release => drop(written::release(work, &grant, &hold, &asker.scope.zone)?),
        }
        Ok(())
    };
    Ok(visit.site.store.write(&visit.scope, write).await?)
}

//! Who follows what with whom: what managers see, and how they say who coaches. Nothing of progress or content.

use std::collections::HashMap;

use access::Resource;
use askama::Template;
use http::{
    At, Fields, Problem,
    axum::{Extension, response::Response},
    see_other,
};
use jiff::ToSpan as _;
use kernel::{Archetype, PersonId, id::Id as _, page::Seal};
use organisation::{
    Desk as _, Folk, Names, SealAsk, Visit, notify,
    pages::{Failure, day, draw, draw_faulty, text, with_news},
};
use store::{Reader, StoreError, Work};
use ui::{Choice, Page};

use crate::{
    actions::{ENROLMENT_ASSIGN, ENROLMENT_LIST, LEAVE_LIST},
    inventory::{MAIL_COACH, MAIL_HANDOVER, MAIL_PASSES},
    library::Library,
    model::{Enrolment, EnrolmentId, Leave},
    pages::following::is_frozen,
    room::Room,
    store::{
        enrolments::{self, Listed},
        leaves,
    },
};

/// How many stand on a page.
const PAGE: u32 = 40;
/// How many coaches do: those whom the fewest follow come first.
const COACHES: usize = 25;
/// How long before it happens the participant is told of another coach.
const TOLD_DAYS: i64 = 7;

#[derive(Template)]
#[template(path = "programmes/caring-enrolments.html")]
struct ListPage {
    page: Page,
    rows: Vec<Row>,
    columns: Vec<String>,
    seal: Option<Seal>,
    newer: String,
    older: String,
    has_figures: bool,
}

struct Row {
    name: String,
    programme: String,
    began: String,
    coach: String,
    said: Vec<String>,
    /// When the coach is away; empty for nothing.
    away: String,
    href: String,
    change: String,
}

/// `GET /enrolments`: `?page=2` goes on.
pub(super) async fn list(visit: Visit, Extension(library): Extension<Library>) -> Result<Response, Problem> {
    let number: u32 = visit.query.get("page").parse().unwrap_or(1).max(1);
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| find(&asker, reader, &library, number);
    let (mut listed, names, titles) = visit.site.store.read(&visit.scope, read).await?;
    let voice = visit.voice();
    let has_more = listed.len() > PAGE as usize;
    listed.truncate(PAGE as usize);
    let shown = |person| names.shown(person, &voice, "programmes-someone");
    let may_list = visit.may(&LEAVE_LIST, &Resource::organisation());
    let row = |of: &Listed| Row {
        name: shown(of.participant),
        programme: titles
            .iter()
            .find(|(name, _)| *name == of.programme)
            .map_or(of.programme.clone(), |(_, t)| t.clone()),
        began: day(&visit, &voice, of.began),
        coach: of.coach.map_or_else(|| voice.say("programmes-nobody-yet"), shown),
        said: match of.next {
            Some((next, date)) => {
                vec![voice.say2("programmes-passes-to", "name", shown(next), "date", voice.date(date))]
            }
            None => [(of.asked, "programmes-asked-on"), (of.objected, "programmes-objected-on")]
                .into_iter()
                .filter_map(|(at, word)| Some(voice.say1(word, "date", day(&visit, &voice, at?))))
                .collect(),
        },
        away: of
            .leave
            .filter(|_| may_list && !is_frozen(&visit, of.coach))
            .map_or_else(String::new, |leave| away(&visit, leave)),
        href: format!("/enrolments/{}/coach", of.id),
        change: voice.say(if of.coach.is_none() { "programmes-assign" } else { "programmes-hand-over" }),
    };
    let seal = listed.first().map(|first| {
        let coach = first.coach.map(|coach| ("coach", coach));
        let about = Resource {
            container: "enrolment",
            id: first.id.uuid(),
            parties: [("participant", first.participant)].into_iter().chain(coach).collect(),
            state: Some("open"),
        };
        visit.seal(&SealAsk { item: "enrolment.programme", about: &about, names: &names, happened: &[] })
    });
    let columns = ["participant", "programme", "began", "coach", "change"];
    let to = |page: u32| format!("/enrolments?page={page}");
    let news = [("assigned", "programmes-news-assigned"), ("told", "programmes-news-told")];
    draw(&ListPage {
        page: with_news(visit.page(voice.say("programmes-enrolments-title")), &visit, &news),
        rows: listed.iter().map(row).collect(),
        columns: columns.map(|column| voice.say(&format!("programmes-column-{column}"))).into(),
        seal,
        newer: if number > 1 { to(number - 1) } else { String::new() },
        older: if has_more { to(number + 1) } else { String::new() },
        has_figures: crate::outcomes::stated(&visit.site.plan).is_some(),
    })
}

/// When a coach is away, in words.
fn away(visit: &Visit, leave: Leave) -> String {
    let voice = visit.voice();
    voice.say2("programmes-coach-away", "from", voice.date(leave.since), "until", voice.date(leave.until))
}

type Found = (Vec<Listed>, Names, Vec<(String, String)>);

/// One query, one for sixty-four names, one for what dates depend on, one for the programmes, and two for each that is not in memory.
fn find(visit: &Visit, reader: &mut Reader<'_>, library: &Library, number: u32) -> Result<Found, Failure> {
    let grant = visit.site.access.decide(&visit.scope, &ENROLMENT_LIST, &Resource::organisation())?;
    let listed = enrolments::listed(&visit.scope, reader, PAGE + 1, (number - 1).saturating_mul(PAGE))?;
    let opener = visit.site.store.opener(&visit.scope, &grant);
    let of = |of: &Listed| [Some(of.participant), of.coach, of.next.map(|(next, _)| next)].into_iter().flatten();
    let mut people: Vec<PersonId> = listed.iter().flat_map(of).collect();
    people.sort_unstable();
    people.dedup();
    // The seal speaks of the first one; of the others nothing but the name is shown.
    let first: Vec<PersonId> = listed.first().into_iter().flat_map(of).collect();
    let folk = visit.site.directory.people(reader, &first)?;
    let names = Names::open(&opener, Folk { names: visit.site.directory.names(reader, &people)?, ..folk })?;
    let mut titles = Vec::new();
    for id in enrolments::offered(&visit.scope, reader)? {
        if let Some(volume) = library.find(&visit.scope, reader, id)? {
            let title = volume.programme.edition(visit.scope.language).title.clone();
            titles.push((volume.version.programme.clone(), title));
        }
    }
    Ok((listed, names, titles))
}

#[derive(Template)]
#[template(path = "programmes/caring-assign.html")]
struct AssignPage {
    page: Page,
    /// What happens: at once, or in some days.
    lead: String,
    coaches: Vec<Choice>,
    faults: ui::Faults,
    action: String,
    label: String,
    /// Where coaches with fewer are; empty for nowhere.
    fewer: String,
    more: String,
}

/// `GET /enrolments/{enrolment}/coach`: `?page=2` goes on.
pub(super) async fn form(
    visit: Visit,
    Extension(library): Extension<Library>,
    At(id): At<EnrolmentId>,
) -> Result<Response, Problem> {
    draw(&compose(&visit, &library, id, None).await?)
}

/// Somebody who may coach.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Shown {
    is_invited: bool,
    /// How many are coached already.
    load: i64,
    name: String,
    person: PersonId,
}

/// Some of those who may coach somebody.
struct Coaches {
    /// Those who have not joined last; else the fewest first.
    shown: Vec<Shown>,
    number: usize,
    has_more: bool,
}

/// Opens the names of those alone who stand on the page.
fn coaches(
    asker: &Visit,
    reader: &mut Reader<'_>,
    library: &Library,
    enrolment: &Enrolment,
) -> Result<Coaches, Failure> {
    let list = asker.site.access.decide(&asker.scope, &ENROLMENT_LIST, &Resource::organisation())?;
    let opener = asker.site.store.opener(&asker.scope, &list);
    let mut all = asker.site.directory.with_archetype(reader, Archetype::Coach)?;
    all.retain(|of| Some(of.person) != enrolment.coach && of.person != enrolment.participant);
    let last = all.len().div_ceil(COACHES).max(1);
    let number = asker.query.get("page").parse().unwrap_or(1).clamp(1, last);
    let mut shown = Vec::with_capacity(COACHES);
    for (load, of) in library.fewest(&asker.scope, reader, all, ((number - 1) * COACHES, COACHES))? {
        match text(&opener, &of.name) {
            Ok(name) => shown.push(Shown { is_invited: !of.has_joined, load, name, person: of.person }),
            Err(StoreError::Gone | StoreError::Restricted) => {}
            Err(error) => return Err(error.into()),
        }
    }
    shown.sort_unstable();
    Ok(Coaches { shown, number, has_more: number < last })
}

async fn compose(
    visit: &Visit,
    library: &Library,
    id: EnrolmentId,
    fault: Option<&str>,
) -> Result<AssignPage, Problem> {
    let (asker, library) = (visit.clone(), library.clone());
    let read = move |reader: &mut Reader<'_>| {
        let room = Room::enter(&asker, reader, id, &ENROLMENT_ASSIGN)?;
        let (_, names) = room.open(&asker, reader)?;
        let coaches = coaches(&asker, reader, &library, &room.enrolment)?;
        let leaves = match asker.site.access.decide(&asker.scope, &LEAVE_LIST, &Resource::organisation()) {
            Ok(_) => leaves::next(&asker.scope, reader)?,
            Err(_) => HashMap::new(),
        };
        Ok::<_, Failure>((room.enrolment, names, coaches, leaves))
    };
    let (enrolment, names, coaches, leaves) = visit.site.store.read(&visit.scope, read).await?;
    let voice = visit.voice();
    let name = names.shown(enrolment.participant, &voice, "programmes-someone");
    // Many have as many as others: what is said of a number is said once.
    let mut said = HashMap::<i64, String>::new();
    let choice = |Shown { is_invited, load, name, person }: Shown| {
        let load = said.entry(load).or_insert_with(|| voice.say1("programmes-load", "count", load)).clone();
        let away = leaves.get(&person).map(|leave| away(visit, *leave));
        let invited = is_invited.then(|| voice.say("programmes-coach-invited"));
        let hint: Vec<String> = [load].into_iter().chain(invited).chain(away).collect();
        Choice::new(person.to_string(), name).hint(hint.join(". "))
    };
    let mut faults = ui::Faults::none();
    if let Some(word) = fault {
        faults.add("coach", voice.say(word));
    }
    let is_first = enrolment.coach.is_none();
    let lead = if is_first { "programmes-assign-lead" } else { "programmes-hand-over-lead" };
    let to = |number: usize| format!("/enrolments/{id}/coach?page={number}");
    Ok(AssignPage {
        page: visit
            .page(voice.say1("programmes-assign-title", "name", &name))
            .crumb("/enrolments", voice.say("programmes-enrolments-title")),
        lead: voice.say1(lead, "name", &name),
        coaches: coaches.shown.into_iter().map(choice).collect(),
        faults,
        action: to(coaches.number),
        label: voice.say(if is_first { "programmes-assign" } else { "programmes-hand-over" }),
        fewer: if coaches.number > 1 { to(coaches.number - 1) } else { String::new() },
        more: if coaches.has_more { to(coaches.number + 1) } else { String::new() },
    })
}

/// `POST /enrolments/{enrolment}/coach`: at once where nobody coaches yet; else in some days, and the participant can object.
pub(super) async fn assign(
    visit: Visit,
    Extension(library): Extension<Library>,
    At(id): At<EnrolmentId>,
    typed: Fields,
) -> Result<Response, Problem> {
    let Ok(coach) = typed.get("coach").parse::<PersonId>() else {
        return draw_faulty(&compose(&visit, &library, id, Some("form-choose")).await?);
    };
    let write = move |asker: &Visit, work: &mut Work<'_>, Room { enrolment, grant }: Room| {
        let coaches = asker.site.directory.with_archetype(work, Archetype::Coach)?;
        if !coaches.iter().any(|of| of.person == coach) {
            return Ok(None);
        }
        if enrolment.coach.is_none() {
            return Ok(begin(asker, work, &grant, &enrolment, coach)?.then_some("assigned"));
        }
        let date = asker.scope.today().saturating_add(TOLD_DAYS.days());
        if !enrolments::pass_on(&asker.scope, work, &grant, id, coach, date)? {
            return Ok(None);
        }
        notify(work, enrolment.participant, MAIL_HANDOVER, &format!("/programmes/{id}"))?;
        if let Some(coach) = enrolment.coach {
            notify(work, coach, MAIL_PASSES, &format!("/caseload/{id}"))?;
        }
        Ok::<_, Failure>(Some("told"))
    };
    match Room::write(&visit, id, &ENROLMENT_ASSIGN, write).await? {
        Some(done) => Ok(see_other(&format!("/enrolments?done={done}"))),
        None => draw_faulty(&compose(&visit, &library, id, Some("form-unknown")).await?),
    }
}

fn begin(
    asker: &Visit,
    work: &mut Work<'_>,
    grant: &access::Grant,
    enrolment: &Enrolment,
    coach: PersonId,
) -> Result<bool, Failure> {
    let id = enrolment.id;
    if !enrolments::assign(&asker.scope, work, grant, id, coach)? {
        return Ok(false);
    }
    notify(work, enrolment.participant, MAIL_COACH, &format!("/programmes/{id}"))?;
    notify(work, coach, MAIL_COACH, &format!("/caseload/{id}"))?;
    Ok(true)
}

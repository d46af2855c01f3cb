//! When a coach is away: entered by the coach, told to those who are coached, taken back by a press.

use access::{Grant, Resource};
use askama::Template;
use http::{At, Fields, Problem, axum::response::Response, see_other};
use jiff::{ToSpan as _, civil::Date};
use kernel::{Actor, Archetype, Member, PersonId, Role, Uuid, id::Id as _, manifest::Action, page::Seal};
use organisation::{
    Desk as _, Names, SealAsk, Visit, notify,
    pages::{Failure, draw, draw_faulty, me, with_news},
};
use store::{Reader, StoreError, Work};
use ui::Page;

use crate::{
    actions::{CASELOAD_READ, LEAVE_READ, LEAVE_SEE, LEAVE_WRITE},
    inventory::{MAIL_LEAVE, MAIL_LEAVE_CHANGED},
    model::{EnrolmentId, Leave, LeaveId},
    store::leaves::{self, Said, TOLD_DAYS},
};

/// The longest leave, in days, and how far ahead one can say it.
const LONGEST: i64 = 400;

#[derive(Template)]
#[template(path = "programmes/caring-leave.html")]
struct LeavePage {
    page: Page,
    leaves: Vec<Line>,
    seal: Seal,
    faults: ui::Faults,
    since: String,
    until: String,
    today: String,
}

struct Line {
    said: String,
    /// Whether those who are coached know.
    told: String,
    action: String,
}

/// A decision about one's own days: they are coaches' alone.
fn decide(visit: &Visit, action: &'static Action) -> Result<Grant, Problem> {
    visit.decide(&CASELOAD_READ, &Resource::organisation())?;
    visit.decide(action, &Resource::person(me(visit)?))
}

/// `GET /caseload/leave`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    draw(&compose(&visit, None).await?)
}

/// What was typed, and the field with what is wrong.
type Typed<'a> = (&'a Fields, &'a str, &'a str);

async fn compose(visit: &Visit, typed: Option<Typed<'_>>) -> Result<LeavePage, Problem> {
    decide(visit, &LEAVE_READ)?;
    let (asker, voice) = (visit.clone(), visit.voice());
    let read = move |reader: &mut Reader<'_>| leaves::own(&asker.scope, reader);
    let found = visit.site.store.read::<_, StoreError, _>(&visit.scope, read).await.map_err(Failure::Store)?;
    let line = |(id, leave): (LeaveId, Leave)| {
        let day = leave.since.saturating_sub(TOLD_DAYS.days());
        Line {
            said: said(visit, leave),
            told: if day <= visit.scope.today() {
                voice.say("programmes-leave-told")
            } else {
                voice.say1("programmes-leave-to-tell", "date", voice.date(day))
            },
            action: format!("/caseload/leave/{id}/removal"),
        }
    };
    let mut faults = ui::Faults::none();
    if let Some((_, field, word)) = typed {
        faults.add(field, voice.say(word));
    }
    let page = visit.page(voice.say("programmes-leave")).crumb("/caseload", voice.say("programmes-caseload-title"));
    let kept = |field: &str| typed.map(|(typed, ..)| typed.get(field).to_owned()).unwrap_or_default();
    let news = [
        ("told", "programmes-leave-done-told"),
        ("kept", "programmes-leave-done-kept"),
        ("removed", "programmes-leave-done-removed"),
    ];
    Ok(LeavePage {
        page: with_news(page, visit, &news),
        leaves: found.into_iter().map(line).collect(),
        seal: seal(visit, &super::own_facts(visit).await?)?,
        faults,
        since: kept("since"),
        until: kept("until"),
        today: visit.scope.today().to_string(),
    })
}

/// From when until when, in words.
pub(super) fn said(visit: &Visit, leave: Leave) -> String {
    let voice = visit.voice();
    voice.say2("programmes-leave-days", "from", voice.date(leave.since), "until", voice.date(leave.until))
}

/// Who reads it: oneself and whoever has the list, and those who are coached, where the statement lets them.
fn seal(visit: &Visit, own: &Names) -> Result<Seal, Problem> {
    let (me, voice) = (me(visit)?, visit.voice());
    let about = Resource::person(me);
    let mut seal = visit.seal(&SealAsk { item: "coach.leave", about: &about, names: own, happened: &[] });
    let anybody = PersonId::from_uuid(Uuid::max());
    let roles = visit.site.plan.roles_of(Archetype::Participant);
    let role = |role: &statement::Role| Role { key: role.key.as_str().into(), archetype: role.archetype };
    let member = Member { id: anybody, roles: roles.map(role).collect() };
    let coached = Resource {
        container: "enrolment",
        id: Uuid::max(),
        parties: vec![("participant", anybody), ("coach", me)],
        state: Some("open"),
    };
    let mut asked = visit.scope.clone();
    asked.actor = Actor::Member(member);
    if visit.site.access.would_show(&asked, &LEAVE_SEE, &coached) {
        seal.readers.push(voice.say("programmes-leave-readers"));
    }
    Ok(seal)
}

/// The days of a form, or the field with what is wrong.
fn days(visit: &Visit, typed: &Fields) -> Result<Leave, (&'static str, &'static str)> {
    let day = |field: &'static str| typed.get(field).parse::<Date>().map_err(|_| (field, "programmes-leave-no-day"));
    let (leave, today) = (Leave { since: day("since")?, until: day("until")? }, visit.scope.today());
    if leave.until < leave.since {
        Err(("until", "programmes-leave-order"))
    } else if leave.until < today {
        Err(("until", "programmes-leave-past"))
    } else if leave.until > today.saturating_add(LONGEST.days()) || leave.since < today.saturating_sub(LONGEST.days()) {
        Err(("until", "programmes-leave-long"))
    } else {
        Ok(leave)
    }
}

/// A mail without content to each of them.
fn tell(work: &mut Work<'_>, people: &[(PersonId, EnrolmentId)], mail: &'static str) -> Result<(), StoreError> {
    people.iter().try_for_each(|(person, id)| notify(work, *person, mail, &format!("/programmes/{id}")))
}

/// `POST /caseload/leave`
pub(super) async fn add(visit: Visit, typed: Fields) -> Result<Response, Problem> {
    let grant = decide(&visit, &LEAVE_WRITE)?;
    let leave = match days(&visit, &typed) {
        Ok(leave) => leave,
        Err((field, word)) => return draw_faulty(&compose(&visit, Some((&typed, field, word))).await?),
    };
    let asker = visit.clone();
    let write = move |work: &mut Work<'_>| {
        let said = leaves::add(&asker.scope, work, &grant, leave)?;
        if let Said::Told(people) = &said {
            tell(work, people, MAIL_LEAVE)?;
        }
        Ok(said)
    };
    let fault = match visit.site.store.write::<_, StoreError, _>(&visit.scope, write).await.map_err(Failure::Store)? {
        Said::Told(_) => return Ok(see_other("/caseload/leave?done=told")),
        Said::Kept => return Ok(see_other("/caseload/leave?done=kept")),
        Said::Meets => "programmes-leave-meets",
        Said::TooMany => "programmes-leave-many",
    };
    draw_faulty(&compose(&visit, Some((&typed, "since", fault))).await?)
}

/// `POST /caseload/leave/{leave}/removal`
pub(super) async fn remove(visit: Visit, At(id): At<LeaveId>) -> Result<Response, Problem> {
    let grant = decide(&visit, &LEAVE_WRITE)?;
    let asker = visit.clone();
    let write = move |work: &mut Work<'_>| {
        let told = leaves::remove(&asker.scope, work, &grant, id)?;
        tell(work, told.as_deref().unwrap_or_default(), MAIL_LEAVE_CHANGED)?;
        Ok(told.is_some())
    };
    if !visit.site.store.write::<_, StoreError, _>(&visit.scope, write).await.map_err(Failure::Store)? {
        return Err(Problem::NotFound);
    }
    Ok(see_other("/caseload/leave?done=removed"))
}

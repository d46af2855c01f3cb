//! Trajectories as a whole: the managers' list, one's own, linking two people, how one stands, its end.

use std::collections::HashMap;

use access::Resource;
use askama::Template;
use http::axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use http::{At, Fields, Form, Problem, see_other};
use kernel::{
    Archetype, PersonId,
    page::{Goes, Seal},
};
use organisation::{Desk as _, Names, SealAsk, Visit, notify};
use ui::{Choice, Page, Tab};

use super::{
    Failure, draw, local,
    promises::Promises,
    room::{Frame, Place, Room, among_mine, path},
    said, with_news,
};
use crate::{
    actions::{MINE_READ, PRIVATE_NOTE_READ, TRAJECTORY_END, TRAJECTORY_LINK, TRAJECTORY_LIST, TRAJECTORY_READ},
    forms::LinkForm,
    inventory::{MAIL_BEGUN, MAIL_ENDED},
    model::{Trajectory, TrajectoryId},
    routes,
    store::trajectories,
};

#[derive(Template)]
#[template(path = "coaching/trajectories.html")]
struct ListPage {
    page: Page,
    rows: Vec<RowView>,
    ended: bool,
    tabs: Vec<Tab>,
    seal: Seal,
    newer: String,
    older: String,
    columns: Vec<String>,
}

struct RowView {
    coach: String,
    participant: String,
    began: String,
    ended: String,
    /// Where it can be ended; empty when it has ended.
    closure: String,
}

/// `GET /trajectories`: names, states and dates; never content (UC3).
pub(super) async fn list(visit: Visit) -> Result<Response, Problem> {
    let ended = visit.query.get("state") == "ended";
    let number: i64 = visit.query.get("page").parse().unwrap_or(0).clamp(0, 10_000);
    let asker = visit.clone();
    let (list, counts, names) = visit
        .site
        .store
        .read(&visit.scope, move |reader| {
            let closed = trajectories::list(&asker.scope, reader, ended, number)?;
            let grant = asker.site.access.decide(&asker.scope, &TRAJECTORY_LIST, &closed.resource())?;
            let mut list = closed.check(&grant)?;
            list.rows.retain(|row| !grant.is_sparing(row.coach) && !grant.is_sparing(row.participant));
            let counts = trajectories::counts(&asker.scope, reader)?;
            let opener = asker.site.store.opener(&asker.scope, &grant);
            let mut people: Vec<_> = list.rows.iter().flat_map(|row| [row.coach, row.participant]).collect();
            people.sort_unstable();
            people.dedup();
            let names = Names::open(&opener, asker.site.directory.people(reader, &people)?)?;
            Ok::<_, Failure>((list, counts, names))
        })
        .await?;
    let voice = visit.voice();
    let name = |person: PersonId| names.shown(person, &voice, "coaching-someone-gone");
    let date = |at| voice.date(local(&visit.scope, at).date());
    let rows = list
        .rows
        .iter()
        .map(|row| RowView {
            coach: name(row.coach),
            participant: name(row.participant),
            began: date(row.began),
            ended: row.ended.map(date).unwrap_or_default(),
            closure: if row.is_open() { path(row.id, "/closure") } else { String::new() },
        })
        .collect();
    let state = if ended { "state=ended&" } else { "" };
    let turn = |page: i64| format!("/trajectories?{state}page={page}");
    let news = [("linked", "coaching-linked"), ("ended", "coaching-ended-news")];
    let mut columns = vec!["coaching-column-participant", "coaching-column-coach", "coaching-column-began"];
    columns.push(if ended { "coaching-column-ended" } else { "coaching-column-do" });
    // The rows are of one kind: what is true of one trajectory's dates is true of all.
    let about = list.rows.first().map_or_else(Resource::organisation, access::Guarded::resource);
    let nobody = Names::none();
    draw(&ListPage {
        page: with_news(visit.page(voice.say("coaching-list-title")), &visit, &news),
        rows,
        ended,
        tabs: vec![
            tab(&voice.say1("coaching-list-open", "count", counts.open), "/trajectories", !ended),
            tab(&voice.say1("coaching-list-ended", "count", counts.ended), "/trajectories?state=ended", ended),
        ],
        seal: visit.seal(&SealAsk { item: "trajectory.dates", about: &about, names: &nobody, happened: &[] }),
        newer: if number > 0 { turn(number - 1) } else { String::new() },
        older: if list.more { turn(number + 1) } else { String::new() },
        columns: columns.into_iter().map(|column| voice.say(column)).collect(),
    })
}

fn tab(label: &str, path: &str, current: bool) -> Tab {
    Tab { path: path.to_owned(), label: label.to_owned(), current, count: 0 }
}

#[derive(Template)]
#[template(path = "coaching/mine.html")]
struct MinePage {
    page: Page,
    open: Vec<MineView>,
    ended: Vec<MineView>,
}

struct MineView {
    name: String,
    href: String,
    said: String,
}

/// `GET /trajectories/mine`: two queries, and one decision for each trajectory.
pub(super) async fn mine(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&MINE_READ, &Resource::organisation())?;
    let asker = visit.clone();
    let me = visit.member()?.member.id;
    let found = visit
        .site
        .store
        .read(&visit.scope, move |reader| {
            let (mut mine, mut paused) = (Vec::new(), Vec::new());
            for closed in trajectories::mine(&asker.scope, reader)? {
                match asker.site.access.decide(&asker.scope, &TRAJECTORY_READ, &closed.resource()) {
                    Ok(grant) => mine.push((closed.check(&grant)?, asker.site.store.opener(&asker.scope, &grant))),
                    Err(refused) if refused.is_paused() => paused.push(closed.resource().id),
                    Err(refused) if refused.awaits_undertaking() => return Err(refused.into()),
                    // What the statement does not let this person read is left out.
                    Err(_) => {}
                }
            }
            let mut others: Vec<_> = mine.iter().map(|(trajectory, _)| trajectory.other(me)).collect();
            others.sort_unstable();
            others.dedup();
            let sealed: HashMap<_, _> = asker.site.directory.people(reader, &others)?.names.into_iter().collect();
            let mut views = Vec::with_capacity(mine.len());
            let mut names = Names::none();
            for (trajectory, opener) in mine {
                let other = trajectory.other(me);
                match sealed.get(&other).map(|name| super::room::text(&opener, name)) {
                    Some(Ok(name)) => names.insert(other, name),
                    Some(Err(store::StoreError::Restricted)) => names.pause(other),
                    Some(Err(store::StoreError::Gone)) | None => {}
                    Some(Err(error)) => return Err(Failure::from(error)),
                }
                views.push(trajectory);
            }
            Ok::<_, Failure>((views, names, paused))
        })
        .await?;
    let voice = visit.voice();
    let (found, names, paused) = found;
    let date = |at| voice.date(local(&visit.scope, at).date());
    let (mut open, mut ended) = (Vec::new(), Vec::new());
    for trajectory in found {
        let name = names.shown(trajectory.other(me), &voice, "coaching-someone-gone");
        let began = date(trajectory.began);
        match trajectory.ended {
            None => open.push(MineView {
                name,
                href: path(trajectory.id, "/dialogue#latest"),
                said: voice.say1("coaching-since", "date", began),
            }),
            Some(at) => ended.push(MineView {
                name,
                href: path(trajectory.id, ""),
                said: voice.say2("coaching-from-to", "from", began, "until", date(at)),
            }),
        }
    }
    open.extend(paused.into_iter().map(|id| MineView {
        name: voice.say("organisation-someone-paused"),
        href: path(kernel::id::Id::from_uuid(id), "/dialogue"),
        said: voice.say("coaching-mine-paused"),
    }));
    draw(&MinePage { page: visit.page(voice.say("coaching-nav-mine")), open, ended })
}

#[derive(Template)]
#[template(path = "coaching/link.html")]
struct LinkPage {
    page: Page,
    faults: ui::Faults,
    coaches: Vec<Choice>,
    participants: Vec<Choice>,
}

/// `GET /trajectories/new`
pub(super) async fn link_form(visit: Visit) -> Result<Response, Problem> {
    draw(&compose_link(&visit, &Fields::default(), &http::Faults::none()).await?)
}

async fn compose_link(visit: &Visit, typed: &Fields, faults: &http::Faults) -> Result<LinkPage, Problem> {
    let asker = visit.clone();
    let (coaches, participants) = visit
        .site
        .store
        .read(&visit.scope, move |reader| {
            let grant = asker.site.access.decide(&asker.scope, &TRAJECTORY_LINK, &Resource::organisation())?;
            let opener = asker.site.store.opener(&asker.scope, &grant);
            let mut people = |archetype| {
                let found = asker.site.directory.with_archetype(reader, archetype)?;
                let mut named = Vec::with_capacity(found.len());
                for one in found {
                    match super::room::text(&opener, &one.name) {
                        Ok(name) => named.push((name, one.person)),
                        Err(store::StoreError::Gone | store::StoreError::Restricted) => {}
                        Err(error) => return Err(Failure::from(error)),
                    }
                }
                named.sort_by_cached_key(|(name, _)| name.to_lowercase());
                Ok(named)
            };
            Ok::<_, Failure>((people(Archetype::Coach)?, people(Archetype::Participant)?))
        })
        .await?;
    let voice = visit.voice();
    let choices = |people: Vec<(String, PersonId)>, chosen: &str| {
        people.into_iter().map(|(name, id)| Choice::new(id.to_string(), name).chosen_if(chosen)).collect()
    };
    let page = visit.page(voice.say("coaching-link-title"));
    Ok(LinkPage {
        page: page.crumb(routes::LIST.path, voice.say("coaching-list-title")),
        faults: said(faults, &voice),
        coaches: choices(coaches, typed.get("coach")),
        participants: choices(participants, typed.get("participant")),
    })
}

/// `POST /trajectories`
pub(super) async fn link(visit: Visit, form: Form<LinkForm>) -> Result<Response, Problem> {
    let faults = match form.checked {
        Ok(pair) => match begin(&visit, pair).await? {
            Ok(()) => return Ok(see_other("/trajectories?done=linked")),
            Err(faults) => faults,
        },
        Err(faults) => faults,
    };
    let page = compose_link(&visit, &form.typed, &faults).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, draw(&page)?).into_response())
}

async fn begin(visit: &Visit, LinkForm { coach, participant }: LinkForm) -> Result<Result<(), http::Faults>, Problem> {
    let asker = visit.clone();
    let begun = visit.site.store.write(&visit.scope, move |work| {
        let grant = asker.site.access.decide(&asker.scope, &TRAJECTORY_LINK, &Resource::organisation())?;
        let takes_part = |work: &mut store::Work<'_>, archetype, person| {
            let people = asker.site.directory.with_archetype(work, archetype)?;
            Ok::<_, Failure>(people.iter().any(|known| known.person == person))
        };
        if !takes_part(work, Archetype::Coach, coach)? {
            return Ok(Err(http::Faults::one("coach", "form-unknown")));
        }
        if !takes_part(work, Archetype::Participant, participant)? {
            return Ok(Err(http::Faults::one("participant", "form-unknown")));
        }
        if trajectories::are_linked(&asker.scope, work, coach, participant)? {
            return Ok(Err(http::Faults::one("participant", "coaching-link-twice")));
        }
        let begun = trajectories::begin(&asker.scope, work, &grant, coach, participant)?;
        notify(work, coach, MAIL_BEGUN, &path(begun.id, "/dialogue"))?;
        notify(work, participant, MAIL_BEGUN, &path(begun.id, "/dialogue"))?;
        Ok::<_, Failure>(Ok(()))
    });
    Ok(begun.await?)
}

#[derive(Template)]
#[template(path = "coaching/about.html")]
struct AboutPage {
    page: Page,
    frame: Frame,
    coach: String,
    participant: String,
    began: String,
    ended: String,
    seal: Seal,
    /// What the coach has promised for participants to see.
    promises: Promises,
    /// What is held here, each with its date.
    held: Vec<Held>,
    closure: String,
}

/// What a trajectory holds of one kind, and when it goes.
struct Held {
    what: String,
    goes: String,
}

/// `GET /trajectories/{trajectory}`
pub(super) async fn about(visit: Visit, At(id): At<TrajectoryId>) -> Result<Response, Problem> {
    let asker = visit.clone();
    let (trajectory, names) = visit
        .site
        .store
        .read(&visit.scope, move |reader| {
            let room = Room::enter(&asker, reader, id, &TRAJECTORY_READ)?;
            let (_, names) = room.open(&asker, reader)?;
            Ok::<_, Failure>((room.trajectory, names))
        })
        .await?;
    let voice = visit.voice();
    let date = |at| voice.date(local(&visit.scope, at).date());
    let may_end = visit.may(&TRAJECTORY_END, &access::Guarded::resource(&trajectory));
    let held = held(&visit, &trajectory, &names, trajectory.ended);
    let (coach, participant) = (trajectory.coach, trajectory.participant);
    let frame = Frame::new(&visit, trajectory, names, Place::About)?;
    let title = voice.say1("coaching-about-title", "name", &frame.other);
    draw(&AboutPage {
        page: frame.page(&visit, title, &[("ended", "coaching-ended-news")]),
        coach: frame.name(coach).to_owned(),
        participant: frame.name(participant).to_owned(),
        began: date(frame.trajectory.began),
        ended: frame.trajectory.ended.map(date).unwrap_or_default(),
        seal: frame.seal(&visit, "trajectory.dates"),
        promises: Promises::of_the_coach(&visit, &frame),
        held,
        closure: if may_end { frame.path("/closure") } else { String::new() },
        frame,
    })
}

/// What there is of each kind and when it goes, if the trajectory ends (or ended) at `end`; asked of the statement.
fn held(visit: &Visit, trajectory: &Trajectory, names: &Names, end: Option<kernel::Timestamp>) -> Vec<Held> {
    let voice = visit.voice();
    let about = access::Guarded::resource(trajectory);
    let happened = Trajectory { ended: end, ..trajectory.clone() }.happened();
    let kinds = [
        ("message.body", "coaching-held-dialogue"),
        ("shared-note.body", "coaching-held-notes"),
        ("goal.title", "coaching-held-goals"),
        ("appointment.title", "coaching-held-appointments"),
        ("private-note.body", "coaching-held-private-notes"),
    ];
    kinds
        .into_iter()
        .filter(|(item, _)| *item != "private-note.body" || visit.may(&PRIVATE_NOTE_READ, &about))
        .map(|(item, word)| {
            let seal = visit.seal(&SealAsk { item, about: &about, names, happened: &happened });
            let goes = match seal.goes {
                Goes::On(date) => voice.say1("coaching-held-goes-on", "date", voice.date(date)),
                Goes::AfterEvent => voice.say1("coaching-held-goes-after", "period", &seal.period),
                Goes::Paused => voice.say("ui-seal-paused"),
            };
            Held { what: voice.say(word), goes }
        })
        .collect()
}

#[derive(Template)]
#[template(path = "coaching/closure.html")]
struct ClosurePage {
    page: Page,
    lead: String,
    held: Vec<Held>,
    action: String,
    back: String,
}

/// `GET /trajectories/{trajectory}/closure`: what ending it means, and on which date all goes.
pub(super) async fn end_form(visit: Visit, At(id): At<TrajectoryId>) -> Result<Response, Problem> {
    let asker = visit.clone();
    let (trajectory, names) = visit
        .site
        .store
        .read(&visit.scope, move |reader| {
            let room = Room::enter(&asker, reader, id, &TRAJECTORY_END)?;
            let (_, names) = room.open(&asker, reader)?;
            Ok::<_, Failure>((room.trajectory, names))
        })
        .await?;
    let voice = visit.voice();
    let name = |person| names.shown(person, &voice, "coaching-someone-gone");
    let (coach, participant) = (name(trajectory.coach), name(trajectory.participant));
    let part = visit.person().and_then(|me| trajectory.part_of(me));
    let page = visit.page(voice.say("coaching-end-title"));
    let (page, back) = match part {
        Some(_) => {
            let other = visit.person().map_or_else(String::new, |me| name(trajectory.other(me)));
            let about = voice.say1("coaching-about-title", "name", other);
            (among_mine(page).crumb(path(id, ""), about), path(id, ""))
        }
        None => {
            let list = voice.say("coaching-list-title");
            (page.crumb(routes::LIST.path, list), routes::LIST.path.to_owned())
        }
    };
    draw(&ClosurePage {
        page,
        lead: voice.say2("coaching-end-lead", "coach", coach, "participant", participant),
        held: held(&visit, &trajectory, &names, Some(visit.scope.now)),
        action: path(id, "/closure"),
        back,
    })
}

/// `POST /trajectories/{trajectory}/closure`
pub(super) async fn end(visit: Visit, At(id): At<TrajectoryId>) -> Result<Response, Problem> {
    let is_party = Room::write(&visit, id, &TRAJECTORY_END, move |asker, work, Room { trajectory, grant }| {
        let ended = trajectories::end(&asker.scope, work, &grant, &trajectory)?.ok_or(Failure::Conflict)?;
        for person in [ended.coach, ended.participant] {
            if asker.person() != Some(person) {
                notify(work, person, MAIL_ENDED, &path(id, ""))?;
            }
        }
        Ok::<_, Failure>(asker.person().is_some_and(|me| ended.part_of(me).is_some()))
    })
    .await?;
    if is_party {
        Ok(see_other(&path(id, "?done=ended")))
    } else {
        Ok(see_other("/trajectories?state=ended&done=ended"))
    }
}

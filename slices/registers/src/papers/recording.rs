//! Writing a paper down: its last day follows from the statement.

use access::Resource;
use askama::Template;
use http::{Fields, Form, Problem, axum::response::Response, see_other};
use kernel::{Archetype, PersonId, Uuid};
use organisation::{Desk as _, Visit};
use statement::{Keep, render};
use store::{Reader, derived};
use ui::{Choice, Page};

use super::{
    PAPER_RECORD,
    forms::PaperForm,
    list::category,
    model::{PaperId, about},
    store as written,
};
use crate::{
    duties::due::after,
    frame::{Failure, draw, draw_faulty, said},
};

#[derive(Template)]
#[template(path = "registers/recording.html")]
struct RecordingPage {
    page: Page,
    faults: ui::Faults,
    periods: Vec<Choice>,
    whose: String,
    number: String,
    what: String,
    place: String,
    from: String,
}

/// The periods of the statement that a paper can follow: those of a category, in whole days.
fn periods(visit: &Visit) -> impl Iterator<Item = &Keep> {
    let keeps = visit.site.plan.keeps().iter();
    keeps.filter(|keep| !keep.floor && keep.what.category().is_some() && keep.period.hours == 0)
}

fn page(visit: &Visit, typed: &Fields, faults: ui::Faults) -> RecordingPage {
    let (voice, language) = (visit.voice(), visit.scope.language);
    let choices = periods(visit).filter_map(|keep| {
        let name = category(visit, &keep.clause)?;
        let label = format!("{name}: {}", render::period_phrase(&visit.site.plan, keep, language));
        Some(Choice::new(keep.clause.clone(), label).chosen_if(typed.get("period")))
    });
    let value = |field: &str| typed.get(field).to_owned();
    RecordingPage {
        periods: choices.collect(),
        page: visit.page(voice.say("registers-recording-title")).crumb("/papers", voice.say("registers-papers-title")),
        faults,
        whose: value("name"),
        number: value("number"),
        what: value("what"),
        place: value("place"),
        from: value("from"),
    }
}

/// `GET /papers/recording`
pub(super) async fn form(visit: Visit) -> Result<Response, Problem> {
    let nothing: PaperId = kernel::id::Id::from_uuid(Uuid::nil());
    visit.decide(&PAPER_RECORD, &about(nothing, visit.member()?.member.id, None))?;
    draw(&page(&visit, &Fields::default(), ui::Faults::none()))
}

/// `POST /papers/recording`
pub(super) async fn record(visit: Visit, form: Form<PaperForm>) -> Result<Response, Problem> {
    let (id, me): (PaperId, PersonId) = (visit.scope.mint(), visit.member()?.member.id);
    visit.decide(&PAPER_RECORD, &about(id, me, None))?;
    let faults = match form.checked {
        Ok(form) => match written_down(&visit, id, me, form).await? {
            Ok(()) => return Ok(see_other("/papers?done=recorded")),
            Err(faults) => faults,
        },
        Err(faults) => faults,
    };
    draw_faulty(&page(&visit, &form.typed, said(&faults, &visit.voice())))
}

async fn written_down(
    visit: &Visit,
    id: PaperId,
    me: PersonId,
    form: PaperForm,
) -> Result<Result<(), http::Faults>, Problem> {
    let keep = periods(visit).find(|keep| keep.clause == form.clause);
    let Some(keep) = keep else { return Ok(Err(http::Faults::one("period", "form-unknown"))) };
    let due = after(form.from, keep.period, visit.site.plan.zone());
    let asker = visit.clone();
    let write = move |work: &mut store::Work<'_>| {
        let subject = match form.number {
            None => None,
            Some(number) => match whom(work, &asker, number)? {
                Some(person) => Some(person),
                None => return Ok(Err(http::Faults::one("number", "registers-fault-nobody"))),
            },
        };
        let grant = asker.site.access.decide(&asker.scope, &PAPER_RECORD, &about(id, me, subject))?;
        let (name, what, place, clause) = (form.name, form.what, form.place, form.clause);
        written::record(work, &grant, id, me, &written::New { subject, name, what, place, clause, due })?;
        Ok::<_, Failure>(Ok(()))
    };
    Ok(visit.site.store.write(&visit.scope, write).await?)
}

/// The person by a number: the own file, or the participant of a trajectory. Whoever is neither officer nor manager can
/// name only those with whom they share a container.
fn whom(reader: &mut Reader<'_>, visit: &Visit, number: Uuid) -> Result<Option<PersonId>, Failure> {
    let Some(member) = visit.scope.member() else { return Ok(None) };
    let knows_all = member.is(Archetype::Officer) || member.is(Archetype::Manager);
    let own = [Resource::SELF, Archetype::Participant.key()];
    for container in visit.site.inventory.containers() {
        let parties = derived::parties(reader, container, number)?;
        if knows_all || parties.iter().any(|(_, person)| *person == member.id) {
            let about = parties.iter().find(|(part, _)| own.contains(part));
            if let Some((_, person)) = about {
                return Ok(Some(*person));
            }
        }
    }
    Ok(None)
}

//! Asking for break-glass.

use access::Resource;
use askama::Template;
use http::{Faults, Fields, Form, FromFields, Problem, axum::response::Response, see_other};
use kernel::{Archetype, Uuid, manifest::Container};
use organisation::{Desk as _, Visit, notify};
use store::{Work, derived};
use ui::{Choice, Page};

use super::clause;
use crate::{
    forms::{LONGEST_LINE, LONGEST_TEXT},
    glass::{
        actions::GLASS_ASK,
        inventory::GLASS,
        model::{Glass, GlassId},
        store::{Asked, ask as write_down},
    },
    inventory::{DISCLOSURE, MAIL_WAITS},
    pages::{Failure, draw, draw_faulty, me, said},
};

/// What is asked for.
pub(crate) struct AskingForm {
    kind: String,
    subject: Uuid,
    reason: String,
    problem: String,
}

impl FromFields for AskingForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let kind = fields.line("kind", 40, faults);
        let subject = fields.parse_with("number", faults, |typed| typed.parse().ok());
        let reason = fields.text("reason", LONGEST_TEXT, faults);
        let problem = fields.line("problem", LONGEST_LINE, faults);
        Some(Self { kind, subject: subject?, reason, problem })
    }
}

#[derive(Template)]
#[template(path = "exceptions/asking.html")]
struct AskingPage {
    page: Page,
    faults: ui::Faults,
    kinds: Vec<Choice>,
    number: String,
    reason: String,
    problem: String,
    most: usize,
}

/// The kinds of container that can be opened: those in which people play parts, but for the records of exceptions.
fn kinds(visit: &Visit) -> impl Iterator<Item = &'static Container> {
    let used = |name: &str| visit.site.used().flat_map(|slice| slice.containers).any(|own| own.name == name);
    let all: Vec<_> = visit.site.inventory.containers().filter(|container| !container.parties.is_empty()).collect();
    all.into_iter().filter(move |container| used(container.name) && ![GLASS, DISCLOSURE].contains(&container.name))
}

fn page(visit: &Visit, typed: Option<&Fields>, faults: ui::Faults) -> AskingPage {
    let voice = visit.voice();
    let typed_in = |field: &str| typed.map_or_else(String::new, |typed| typed.get(field).to_owned());
    let kind = typed_in("kind");
    let title = visit.page(voice.say("exceptions-glass-ask"));
    AskingPage {
        page: title.crumb("/exceptions", voice.say("exceptions-title")),
        faults,
        kinds: kinds(visit)
            .map(|known| Choice::new(known.name, super::show::kind_name(&voice, known.name)).chosen_if(&kind))
            .collect(),
        number: typed_in("number"),
        reason: typed_in("reason"),
        problem: typed_in("problem"),
        most: LONGEST_TEXT,
    }
}

/// `GET /exceptions/break-glass/asking`
pub(super) async fn form(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&GLASS_ASK, &Resource::organisation())?;
    clause(&visit.site.plan).ok_or(Problem::NotFound)?;
    draw(&page(&visit, None, ui::Faults::none()))
}

/// `POST /exceptions/break-glass/asking`
pub(super) async fn ask(visit: Visit, form: Form<AskingForm>) -> Result<Response, Problem> {
    visit.decide(&GLASS_ASK, &Resource::organisation())?;
    clause(&visit.site.plan).ok_or(Problem::NotFound)?;
    let faults = match form.checked {
        Ok(form) => match write(&visit, form).await? {
            Ok(()) => return Ok(see_other("/exceptions?done=asked")),
            Err(faults) => faults,
        },
        Err(faults) => faults,
    };
    let faults = said(&faults, &visit.voice());
    draw_faulty(&page(&visit, Some(&form.typed), faults))
}

async fn write(visit: &Visit, form: AskingForm) -> Result<Result<(), Faults>, Problem> {
    let Some(container) = kinds(visit).find(|known| known.name == form.kind) else {
        return Ok(Err(Faults::one("kind", "form-unknown")));
    };
    let (asker, by) = (visit.clone(), me(visit)?);
    let write = move |work: &mut Work<'_>| {
        let site = &asker.site;
        let parties = derived::parties(work, container, form.subject)?;
        if parties.is_empty() {
            return Ok(Err(Faults::one("number", "exceptions-fault-unknown")));
        }
        let id: GlassId = work.mint();
        let about = Resource { container: container.name, id: form.subject, parties, state: None };
        if !could_open(&asker, &about, (id, by)) {
            return Ok(Err(Faults::one("number", "exceptions-fault-glass-closed")));
        }
        let grant = site.access.decide(&asker.scope, &GLASS_ASK, &Resource::organisation())?;
        let (kind, parties) = (container.name, &about.parties);
        let asked = Asked { kind, subject: form.subject, parties, reason: &form.reason, problem: &form.problem };
        write_down(work, &grant, id, by, &asked)?;
        for archetype in [Archetype::Officer, Archetype::Manager] {
            for one in site.directory.with_archetype(work, archetype)? {
                if one.person != by {
                    notify(work, one.person, MAIL_WAITS, &format!("/exceptions/break-glass/{id}"))?;
                }
            }
        }
        Ok::<_, Failure>(Ok(()))
    };
    Ok(visit.site.store.write(&visit.scope, write).await?)
}

/// Whether anything could be opened, if enough people agreed: the same decision as for the look itself.
fn could_open(visit: &Visit, about: &Resource, (id, by): (GlassId, kernel::PersonId)) -> bool {
    let now = visit.scope.now;
    let glass = Glass {
        id,
        kind: about.container.to_owned(),
        subject: about.id,
        parties: about.parties.clone(),
        asker: by,
        asked_at: now,
        state: "open".to_owned(),
        opened_at: Some(now),
        ended_at: None,
    };
    let items: Vec<_> = visit.site.inventory.items().collect();
    let exception = glass.exception(now, u32::MAX);
    visit.site.access.decide_by_exception(&visit.scope, &exception, about, &items).is_ok()
}

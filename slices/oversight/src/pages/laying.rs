//! Laying a hold.

use access::Resource;
use askama::Template;
use http::{Fields, Form, Problem, axum::response::Response, see_other};
use kernel::{Uuid, id::Id as _};
use organisation::{Desk as _, Visit, notify};
use ui::{Choice, Page};

use super::{Failure, draw, draw_faulty, holds::kind_name, said};
use crate::{
    actions::HOLD_LAY,
    forms::{HoldForm, LONGEST_REASON},
    inventory::MAIL_HELD,
    model::{Ground, HoldId, about},
    store as written,
};

#[derive(Template)]
#[template(path = "oversight/laying.html")]
struct LayingPage {
    page: Page,
    faults: ui::Faults,
    kinds: Vec<Choice>,
    grounds: Vec<Choice>,
    number: String,
    reason: String,
    until: String,
    untold: String,
    today: String,
    most: usize,
}

/// The kinds of container that can be held: those in which people play parts.
fn kinds(visit: &Visit) -> Vec<&'static str> {
    let used = |container: &str| visit.site.used().flat_map(|slice| slice.containers).any(|own| own.name == container);
    let all = visit.site.inventory.containers().filter(|container| !container.parties.is_empty());
    all.map(|container| container.name).filter(|name| used(name)).collect()
}

fn page(visit: &Visit, typed: Option<&Fields>, faults: ui::Faults) -> LayingPage {
    let voice = visit.voice();
    let typed_in = |field: &str| typed.map_or_else(String::new, |typed| typed.get(field).to_owned());
    let (kind, ground) = (typed_in("kind"), typed_in("ground"));
    let title = visit.page(voice.say("oversight-laying-title"));
    LayingPage {
        page: title.crumb("/holds", voice.say("oversight-holds-title")),
        faults,
        kinds: kinds(visit)
            .into_iter()
            .map(|name| Choice::new(name, kind_name(&voice, name)).chosen_if(&kind))
            .collect(),
        grounds: Ground::ALL.map(|known| Choice::new(known.key(), voice.say(known.word())).chosen_if(&ground)).into(),
        number: typed_in("number"),
        reason: typed_in("reason"),
        until: typed_in("until"),
        untold: typed_in("untold"),
        today: visit.scope.today().to_string(),
        most: LONGEST_REASON,
    }
}

/// `GET /holds/laying`
pub(super) async fn form(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&HOLD_LAY, &about(HoldId::from_uuid(Uuid::nil())))?;
    draw(&page(&visit, None, ui::Faults::none()))
}

/// `POST /holds/laying`
pub(super) async fn lay(visit: Visit, form: Form<HoldForm>) -> Result<Response, Problem> {
    let id: HoldId = visit.scope.mint();
    visit.decide(&HOLD_LAY, &about(id))?;
    let faults = match form.checked {
        Ok(form) => match faults(&visit, &form) {
            Some(faults) => faults,
            None if write(&visit, id, form).await? => return Ok(see_other("/holds?done=laid")),
            None => http::Faults::one("number", "oversight-fault-unknown"),
        },
        Err(faults) => faults,
    };
    let faults = said(&faults, &visit.voice());
    draw_faulty(&page(&visit, Some(&form.typed), faults))
}

fn faults(visit: &Visit, form: &HoldForm) -> Option<http::Faults> {
    if !kinds(visit).contains(&form.kind.as_str()) {
        return Some(http::Faults::one("kind", "form-missing"));
    }
    (form.until < visit.scope.today()).then(|| http::Faults::one("until", "oversight-fault-past"))
}

/// `false` when there is nothing by that number. People concerned get a mail without content, unless it is written
/// down why not yet.
async fn write(visit: &Visit, id: HoldId, form: HoldForm) -> Result<bool, Problem> {
    let asker = visit.clone();
    let by = visit.person().ok_or(Problem::SignIn)?;
    let lay = move |work: &mut store::Work<'_>| {
        let container = asker.site.inventory.container(&form.kind).ok_or(Failure::Absent)?;
        let concerned = written::concerned(work, container, form.subject)?;
        if concerned.is_empty() {
            return Ok(false);
        }
        let grant = asker.site.access.decide(&asker.scope, &HOLD_LAY, &about(id))?;
        written::lay(work, &grant, id, by, &form, &asker.scope.zone)?;
        if form.untold.is_empty() {
            // Of a relation, the person whom the service is for; a coach's own things are held by a hold on the coach.
            let own = |part: &str| part == Resource::SELF || part == kernel::Archetype::Participant.key();
            for (part, person) in store::derived::parties(work, container, form.subject)? {
                if own(part) {
                    notify(work, person, MAIL_HELD, "/my-data")?;
                }
            }
        }
        Ok::<_, Failure>(true)
    };
    Ok(visit.site.store.write(&visit.scope, lay).await?)
}

//! Proposing that something is handed over.

use access::Resource;
use askama::Template;
use http::{Fields, Form, Problem, axum::response::Response, see_other};
use kernel::{Archetype, PersonId, Timestamp, id::Id as _};
use organisation::{Desk as _, Visit, notify};
use statement::{calendar, plan::Ground, render};
use store::{StoreError, Work, derived};
use ui::{Choice, Page};

use super::{Failure, clause, draw, draw_faulty, ground, items, me, offered, said};
use crate::{
    actions::DISCLOSURE_PROPOSE,
    forms::{LONGEST_TEXT, ProposalForm},
    inventory::{MAIL_CONSENT, MAIL_WAITS},
    model::{Disclosure, DisclosureId, State},
    store as kept,
};

#[derive(Template)]
#[template(path = "exceptions/proposal.html")]
struct ProposalPage {
    page: Page,
    faults: ui::Faults,
    categories: Vec<Choice>,
    grounds: Vec<Choice>,
    number: String,
    recipient: String,
    place: String,
    mail: String,
    reference: String,
    untold: String,
    until: String,
    today: String,
    text: usize,
}

fn page(visit: &Visit, typed: Option<&Fields>, faults: ui::Faults) -> ProposalPage {
    let (plan, voice) = (&visit.site.plan, visit.voice());
    let typed_in = |field: &str| typed.map_or_else(String::new, |typed| typed.get(field).to_owned());
    let title = visit.page(voice.say("exceptions-propose"));
    let chosen = typed_in("ground");
    let grounds = clause(plan).map(|clause| clause.grounds.as_slice()).unwrap_or_default();
    let categories = offered(plan, &visit.site.inventory).into_iter().map(|category| {
        let name = render::category_name(plan, category, visit.scope.language);
        let is_chosen = typed.is_some_and(|typed| typed.all("categories").any(|key| key == category.key));
        Choice { chosen: is_chosen, ..Choice::new(category.key.clone(), name) }
    });
    ProposalPage {
        page: title.crumb("/exceptions", voice.say("exceptions-title")),
        faults,
        categories: categories.collect(),
        grounds: grounds
            .iter()
            .map(|known| Choice::new(known.key(), ground(&voice, *known)).chosen_if(&chosen))
            .collect(),
        number: typed_in("number"),
        recipient: typed_in("recipient"),
        place: typed_in("place"),
        mail: typed_in("mail"),
        reference: typed_in("reference"),
        untold: typed_in("untold"),
        until: typed_in("until"),
        today: visit.scope.today().to_string(),
        text: LONGEST_TEXT,
    }
}

/// `GET /exceptions/disclosures/proposal`
pub(super) async fn form(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&DISCLOSURE_PROPOSE, &Resource::organisation())?;
    clause(&visit.site.plan).ok_or(Problem::NotFound)?;
    draw(&page(&visit, None, ui::Faults::none()))
}

/// `POST /exceptions/disclosures/proposal`
pub(super) async fn propose(visit: Visit, form: Form<ProposalForm>) -> Result<Response, Problem> {
    visit.decide(&DISCLOSURE_PROPOSE, &Resource::organisation())?;
    let faults = match form.checked {
        Ok(form) => match faults(&visit, &form)? {
            Some(faults) => faults,
            None if write(&visit, form).await? => return Ok(see_other("/exceptions?done=proposed")),
            None => http::Faults::one("number", "exceptions-fault-unknown"),
        },
        Err(faults) => faults,
    };
    let faults = said(&faults, &visit.voice());
    draw_faulty(&page(&visit, Some(&form.typed), faults))
}

/// What the statement and the law do not let pass; the package itself is decided by the policies.
fn faults(visit: &Visit, form: &ProposalForm) -> Result<Option<http::Faults>, Problem> {
    let clause = clause(&visit.site.plan).ok_or(Problem::NotFound)?;
    let known = offered(&visit.site.plan, &visit.site.inventory);
    let is_known = |key: &String| known.iter().any(|category| category.key == *key);
    if !clause.grounds.contains(&form.ground) {
        return Ok(Some(http::Faults::one("ground", "exceptions-fault-ground")));
    }
    if !form.categories.iter().all(is_known) {
        return Ok(Some(http::Faults::one("categories", "form-unknown")));
    }
    if let Some(silence) = &form.silence {
        if form.ground == Ground::Consent {
            return Ok(Some(http::Faults::one("untold", "exceptions-fault-silent-consent")));
        }
        if silence.until <= visit.scope.today() {
            return Ok(Some(http::Faults::one("until", "exceptions-fault-past")));
        }
    }
    Ok((!could_open(visit, form)?).then(|| http::Faults::one("ground", "exceptions-fault-closed")))
}

/// Whether anything of the person could be handed over on this ground, if enough people agreed: the same decision as
/// for the package. It cannot while the person restricts the use of the own data, but on few grounds.
fn could_open(visit: &Visit, form: &ProposalForm) -> Result<bool, Problem> {
    let (now, by) = (visit.scope.now, me(visit)?);
    let agreed = Disclosure {
        id: DisclosureId::from_uuid(kernel::Uuid::nil()),
        person: None,
        subject: PersonId::from_uuid(form.person),
        ground: form.ground,
        categories: Vec::new(),
        proposed_by: by,
        proposed_at: now,
        state: State::Approved,
        decided_at: Some(now),
        consented_at: Some(now),
        sent_at: None,
        untold_until: None,
    };
    let plan = &visit.site.plan;
    let all: Vec<String> = plan.categories().iter().map(|category| category.key.clone()).collect();
    let about = Resource::person(agreed.subject);
    let exception = agreed.exception(now, u32::MAX - 1);
    let items = items(plan, &visit.site.inventory, &all);
    Ok(visit.site.access.decide_by_exception(&visit.scope, &exception, &about, &items).is_ok())
}

/// `false` when there is nobody by that number. Whoever may agree hears that somebody asks; so does the person whose
/// consent is asked.
async fn write(visit: &Visit, form: ProposalForm) -> Result<bool, Problem> {
    let (asker, by) = (visit.clone(), me(visit)?);
    let write = move |work: &mut Work<'_>| {
        let site = &asker.site;
        let container = site.inventory.container(Resource::PERSON).ok_or(Failure::Absent)?;
        if derived::parties(work, container, form.person)?.is_empty() {
            return Ok(false);
        }
        let grant = site.access.decide(&asker.scope, &DISCLOSURE_PROPOSE, &Resource::organisation())?;
        let id: DisclosureId = work.mint();
        let until = form.silence.as_ref().map(|silence| start(silence.until, &asker.scope.zone));
        kept::propose(work, &grant, (id, by), &form, until)?;
        if form.ground == Ground::Consent {
            notify(work, PersonId::from_uuid(form.person), MAIL_CONSENT, "/my-data/recipients")?;
        }
        for person in deciders(&asker, work, by)? {
            notify(work, person, MAIL_WAITS, &format!("/exceptions/disclosures/{id}"))?;
        }
        Ok::<_, Failure>(true)
    };
    Ok(visit.site.store.write(&visit.scope, write).await?)
}

/// The first instant of a day.
pub(super) fn start(day: jiff::civil::Date, zone: &jiff::tz::TimeZone) -> Timestamp {
    calendar::after(day.yesterday().unwrap_or(day), zone)
}

/// Those who may agree, but for the one who asks.
fn deciders(visit: &Visit, work: &mut Work<'_>, asker: PersonId) -> Result<Vec<PersonId>, StoreError> {
    let mut people = Vec::new();
    for archetype in [Archetype::Officer, Archetype::Manager] {
        let found = visit.site.directory.with_archetype(work, archetype)?;
        people.extend(found.into_iter().map(|one| one.person));
    }
    people.sort_unstable();
    people.dedup();
    people.retain(|person| *person != asker);
    Ok(people)
}

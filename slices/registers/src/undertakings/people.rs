//! Who has accepted what and when, and who has not yet: for officers, by number.

use std::collections::BTreeSet;

use access::{Resource, text_hash};
use askama::Template;
use http::{Problem, axum::response::Response};
use kernel::{Archetype, PersonId, id::Id as _, page::Seal};
use organisation::{Desk as _, Names, SealAsk, Visit};
use statement::{dates::Facts, plan::Undertaking};
use store::{Reader, StoreError};
use ui::Page;

use super::{
    UNDERTAKINGS_LIST,
    store::{Acceptance, accepted},
};
use crate::frame::{Failure, day, draw};

/// Where the list stands.
pub(crate) const PATH: &str = "/undertakings/people";

#[derive(Template)]
#[template(path = "registers/undertakings-people.html")]
struct PeoplePage {
    page: Page,
    columns: [String; 2],
    promises: Vec<Promised>,
    /// `None` as long as nobody is in the list.
    seal: Option<Seal>,
}

/// An undertaking with everybody who has accepted it, or should.
struct Promised {
    text: String,
    clause: String,
    rows: Vec<Row>,
}

struct Row {
    number: String,
    state: String,
    tone: &'static str,
}

/// What is known of everybody: their acceptances, and those who have a role that promises something.
struct Everybody {
    accepted: Vec<Acceptance>,
    staff: Vec<PersonId>,
    facts: Facts,
}

async fn everybody(visit: &Visit) -> Result<Everybody, Failure> {
    let plan = &visit.site.plan;
    let promising: BTreeSet<&str> = plan.all::<Undertaking>().flat_map(|own| &own.by).map(String::as_str).collect();
    let roles = plan.roles().iter().filter(|role| promising.contains(role.key.as_str()));
    let archetypes: BTreeSet<Archetype> = roles.map(|role| role.archetype).collect();
    let directory = visit.site.directory.clone();
    let read = move |reader: &mut Reader<'_>| {
        let mut staff = BTreeSet::new();
        for archetype in archetypes {
            staff.extend(directory.with_archetype(reader, archetype)?.into_iter().map(|one| one.person));
        }
        let staff: Vec<_> = staff.into_iter().collect();
        let facts = directory.people(reader, &staff)?.facts;
        Ok::<_, StoreError>(Everybody { accepted: accepted(reader)?, staff, facts })
    };
    Ok(visit.site.store.read(&visit.scope, read).await?)
}

/// `GET /undertakings/people`
pub(super) async fn list(visit: Visit) -> Result<Response, Problem> {
    let grant = visit.decide(&UNDERTAKINGS_LIST, &Resource::organisation())?;
    let mut everybody = everybody(&visit).await?;
    everybody.staff.retain(|person| !grant.is_sparing(*person));
    everybody.accepted.retain(|acceptance| !grant.is_sparing(acceptance.person));
    let voice = visit.voice();
    let promises = visit.site.plan.all::<Undertaking>().map(|undertaking| Promised {
        text: undertaking.texts.get(voice.language).unwrap_or_default().to_owned(),
        clause: undertaking.clause.clone(),
        rows: rows(&visit, undertaking, &everybody),
    });
    let somebody = everybody.accepted.first().map(|acceptance| acceptance.person);
    let seal = somebody.or_else(|| everybody.staff.first().copied()).map(|person| {
        let about = Resource::person(person);
        visit.seal(&SealAsk { item: access::ACCEPTANCE_ITEM, about: &about, names: &Names::none(), happened: &[] })
    });
    draw(&PeoplePage {
        promises: promises.collect(),
        columns: ["registers-column-person", "registers-column-accepted"].map(|word| voice.say(word)),
        seal,
        page: visit.page(voice.say("registers-promises-title")).crumb("/duties", voice.say("registers-duties-title")),
    })
}

/// Who has not accepted the text of today comes first, then all who have, the latest first.
fn rows(visit: &Visit, undertaking: &Undertaking, everybody: &Everybody) -> Vec<Row> {
    let (voice, today) = (visit.voice(), text_hash(undertaking));
    let row = |person: PersonId, state: String, tone: &'static str| Row { number: short(person), state, tone };
    let of_clause = |one: &&Acceptance| one.clause == undertaking.clause;
    let has_role = |person: PersonId| undertaking.by.iter().any(|role| everybody.facts.has_role(person, role));
    let (now, before): (Vec<_>, Vec<_>) =
        everybody.accepted.iter().filter(of_clause).partition(|acceptance| acceptance.text == today);
    let waiting = everybody.staff.iter().copied().filter(|person| has_role(*person));
    let waiting = waiting.filter(|person| !now.iter().any(|one| one.person == *person)).map(|person| {
        let state = match before.iter().find(|one| one.person == person) {
            Some(one) => voice.say1("registers-promise-earlier", "date", day(visit, &voice, one.at)),
            None => voice.say("registers-promise-open"),
        };
        row(person, state, "warning")
    });
    let done = now.iter().map(|one| {
        row(one.person, voice.say1("registers-promise-accepted", "date", day(visit, &voice, one.at)), "success")
    });
    waiting.chain(done).collect()
}

/// The last signs of a person's number.
fn short(person: PersonId) -> String {
    person.uuid().to_string().rsplit('-').next().unwrap_or_default().to_owned()
}

//! Whom a breach concerns: found from the directory, from what is held, or from what an account has opened.

use std::collections::BTreeSet;

use access::Resource;
use http::{At, Form, Problem, axum::response::Response, see_other};
use jiff::civil::Date;
use kernel::{PersonId, Timestamp, Uuid};
use organisation::{Desk as _, Visit};
use statement::{calendar, dates::ROLE_ITEM};
use store::{Reader, StoreError, derived};

use super::{
    BREACH_PEOPLE,
    forms::PeopleForm,
    model::{BreachId, Course, about},
    page::again,
    store as written,
};
use crate::frame::Failure;

/// `POST /breaches/{breach}/people`: adds whom it concerns; nobody is taken off again.
pub(super) async fn concern(visit: Visit, At(id): At<BreachId>, form: Form<PeopleForm>) -> Result<Response, Problem> {
    visit.decide(&BREACH_PEOPLE, &about(id))?;
    let whom = match form.checked {
        Ok(whom) => whom,
        Err(faults) => return again(&visit, id, &form.typed, &faults).await,
    };
    let asker = visit.clone();
    let write = move |work: &mut store::Work<'_>| {
        let found = written::find(work, id)?.ok_or(Failure::Absent)?;
        let grant = asker.site.access.decide(&asker.scope, &BREACH_PEOPLE, &found.resource())?;
        let course = found.check(&grant)?;
        if course.closed.is_some() {
            return Err(Failure::Conflict);
        }
        let people = found_by(work, &asker, &course, &whom)?;
        written::concern(work, id, &people)?;
        Ok::<_, Failure>(!people.is_empty())
    };
    if visit.site.store.write(&visit.scope, write).await? {
        return Ok(see_other(&format!("/breaches/{id}?done=concerned")));
    }
    again(&visit, id, &form.typed, &http::Faults::one("whom", "registers-fault-nobody-found")).await
}

fn found_by(
    reader: &mut Reader<'_>,
    visit: &Visit,
    course: &Course,
    whom: &PeopleForm,
) -> Result<BTreeSet<PersonId>, StoreError> {
    let (plan, inventory) = (&visit.site.plan, &visit.site.inventory);
    match whom {
        PeopleForm::All => {
            let items = course.categories.iter().filter_map(|key| plan.category(key)).flat_map(|own| &own.items);
            let items: Vec<&str> = items.map(|item| item.name.as_str()).collect();
            holding(reader, visit, &items)
        }
        PeopleForm::Role(role) => {
            // Also those who have left, or have frozen their data: it concerns them as well.
            let all = holding(reader, visit, &[ROLE_ITEM])?;
            let mut people = BTreeSet::new();
            for person in all {
                if keeper::roles(reader, inventory, person)?.contains(role) {
                    people.insert(person);
                }
            }
            Ok(people)
        }
        PeopleForm::Number(number) => {
            let mut people = BTreeSet::new();
            for container in inventory.containers() {
                people.extend(derived::parties(reader, container, *number)?.into_iter().map(|(_, person)| person));
            }
            Ok(people)
        }
        PeopleForm::Looks { account, from, until } => looked_at(reader, visit, *account, (*from, *until)),
    }
}

/// Everyone of whom any of these items is held.
fn holding(reader: &mut Reader<'_>, visit: &Visit, items: &[&str]) -> Result<BTreeSet<PersonId>, StoreError> {
    let mut people = BTreeSet::new();
    let mut seen: Vec<&str> = Vec::new();
    for item in items {
        for class in visit.site.inventory.classes_of(item) {
            if !seen.contains(&class.name) {
                seen.push(class.name);
                people.extend(derived::people_of(reader, class)?);
            }
        }
    }
    Ok(people)
}

/// Everyone whose data an account has opened in these days. A list of the organisation counts as everyone of whom it can
/// show something.
fn looked_at(
    reader: &mut Reader<'_>,
    visit: &Visit,
    account: Uuid,
    (from, until): (Date, Date),
) -> Result<BTreeSet<PersonId>, StoreError> {
    let zone = &visit.scope.zone;
    let begin = from.to_zoned(zone.clone()).map_or(Timestamp::MIN, |at| at.timestamp());
    let inventory = &visit.site.inventory;
    let (mut people, mut items): (BTreeSet<PersonId>, BTreeSet<&str>) = (BTreeSet::new(), BTreeSet::new());
    for (action, container, id) in written::opened(reader, account, begin, calendar::after(until, zone))? {
        if container == Resource::ORGANISATION {
            items.extend(inventory.action(&action).into_iter().flat_map(|action| action.discloses).copied());
        } else if let Some(container) = inventory.container(&container) {
            people.extend(derived::parties(reader, container, id)?.into_iter().map(|(_, person)| person));
        }
    }
    people.extend(holding(reader, visit, &items.into_iter().collect::<Vec<_>>())?);
    // Whose account it was is concerned by other rules: the own data was open to its own person.
    people.remove(&kernel::id::Id::from_uuid(account));
    Ok(people)
}

//! Those who answer for something hear of it before it is due, and each week after.

use std::collections::BTreeSet;

use kernel::PersonId;
use organisation::{Organisation, notify};
use store::{Reader, StoreError, Work};

use super::{
    DUTIES, MAIL_DUE, NOTE, REMIND,
    due::{duties, stage},
    store::{found, note_reminder, reminded},
};

/// Reminds people of what falls due, each once a night however much that is; returns how many mails were queued.
///
/// # Errors
/// When the store cannot be written; then it is tried again at the next look.
pub async fn remind(organisation: &Organisation) -> Result<usize, StoreError> {
    if organisation.plan.category_of(NOTE).is_none() {
        return Ok(0);
    }
    let scope = organisation.scope(kernel::Actor::Job(REMIND.name));
    let (plan, directory) = (organisation.plan.clone(), organisation.directory.clone());
    let today = scope.today();
    let told = organisation.store.write(&scope, move |work: &mut Work<'_>| {
        let (found, before) = (found(work)?, reminded(work)?);
        let mut people: BTreeSet<PersonId> = BTreeSet::new();
        for duty in duties(&plan, &found) {
            let Some((due, stage)) = duty.due.and_then(|due| Some((due, stage(due, today)?))) else { continue };
            let is_told = |(day, last): &(String, i64)| *day == due.to_string() && *last >= stage;
            if before.get(duty.clause).is_some_and(is_told) {
                continue;
            }
            note_reminder(work, duty.clause, due, stage)?;
            let archetype = plan.role(duty.owner).map(|role| role.archetype);
            people.extend(archetype.map(|own| everyone(work, &*directory, own)).transpose()?.into_iter().flatten());
        }
        for person in &people {
            notify(work, *person, MAIL_DUE, DUTIES.path)?;
        }
        Ok(people.len())
    });
    told.await
}

/// Everyone who takes part with a role of an archetype.
pub(crate) fn everyone(
    reader: &mut Reader<'_>,
    directory: &dyn organisation::Directory,
    archetype: kernel::Archetype,
) -> Result<Vec<PersonId>, StoreError> {
    let people = directory.with_archetype(reader, archetype)?;
    Ok(people.into_iter().map(|one| one.person).collect())
}

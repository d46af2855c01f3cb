//! What was not answered in time goes on by itself; the last step does not end, so those who answer it are reminded.

use std::sync::Arc;

use kernel::{Actor, Role};
use organisation::{Organisation, notify};
use statement::plan::Alternative;
use store::{StoreError, Work, params};

use super::{
    OWN_PATH, PATH,
    actions::NIGHT,
    inventory::{MAIL_NEWS, MAIL_OVER, MAIL_WAITS},
    model::Wish,
    store::{self as written, LAST_REMINDED, REMINDED},
};
use crate::reminders::wants_reminder;

/// Takes to the next step what is over, and reminds of what is due at the last; returns how many went on.
///
/// # Errors
/// When the store cannot be written; then it is tried again at the next look.
pub async fn pass_on(organisation: &Organisation) -> Result<usize, StoreError> {
    if organisation.plan.category_of(Alternative::ITEM).is_none() {
        return Ok(0);
    }
    let scope = organisation.scope(Actor::Job(NIGHT.name));
    let (plan, directory) = (Arc::clone(&organisation.plan), Arc::clone(&organisation.directory));
    let write = move |work: &mut Work<'_>| {
        let mut count = 0;
        for wish in written::open(work)? {
            if wish.is_last(&plan) {
                let role = wish.role(&plan).and_then(|role| plan.role(role));
                let role = role.map(|role| Role { key: role.key.as_str().into(), archetype: role.archetype });
                remind(work, &*directory, &wish, role)?;
            } else if wish.due <= work.now() && written::go_on(work, &wish, None, (&plan, &*directory))? {
                notify(work, wish.person, MAIL_NEWS, OWN_PATH)?;
                if let Some(helper) = wish.helper {
                    notify(work, helper, MAIL_OVER, PATH)?;
                }
                count += 1;
            }
        }
        Ok::<_, StoreError>(count)
    };
    organisation.store.write(&scope, write).await
}

/// Reminds whoever has it, or everybody in the role: as of other requests, a week and a day before, and each day after.
fn remind(
    work: &mut Work<'_>,
    directory: &dyn organisation::Directory,
    wish: &Wish,
    role: Option<Role>,
) -> Result<(), StoreError> {
    let (now, zone) = (work.now(), work.scope().zone.clone());
    let last = work.one(&LAST_REMINDED, params![wish.id])?.map_or(Ok(None), |row| row.time_opt(0))?;
    if !wants_reminder(now, last, wish.due, &zone) {
        return Ok(());
    }
    work.run(&REMINDED, params![wish.id, now])?;
    let people = match (wish.helper, role) {
        (Some(helper), _) => vec![helper],
        (None, Some(role)) => written::players(work, directory, &role)?,
        (None, None) => Vec::new(),
    };
    people.into_iter().try_for_each(|person| notify(work, person, MAIL_WAITS, PATH))
}

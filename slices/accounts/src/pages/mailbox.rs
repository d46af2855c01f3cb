//! Mails that come back, as their person and managers see it: since when, and not why.

use std::collections::HashSet;

use access::Resource;
use http::{Problem, axum::response::Response, see_other};
use kernel::{PersonId, Timestamp};
use organisation::{Desk as _, Visit, notify};
use store::{Reader, StoreError, Work};

use super::{Failure, me};
use crate::mailbox::{
    actions::{MAILBOX_SEE, MAILBOX_TRY, MAILBOXES_LIST},
    inventory::MAIL_TRIAL,
    store as kept,
};

/// Since when mails to somebody come back; `None` also when the visitor does not see that.
pub(super) fn lost_since(
    visit: &Visit,
    reader: &mut Reader<'_>,
    person: PersonId,
) -> Result<Option<Timestamp>, StoreError> {
    if visit.may(&MAILBOX_SEE, &Resource::person(person)) { kept::lost_since(reader, person) } else { Ok(None) }
}

/// Whose mails come back, as far as the visitor sees it.
pub(super) async fn lost(visit: &Visit) -> Result<HashSet<PersonId>, Problem> {
    if !visit.may(&MAILBOXES_LIST, &Resource::organisation()) {
        return Ok(HashSet::new());
    }
    let grant = visit.decide(&MAILBOXES_LIST, &Resource::organisation())?;
    let read: Result<HashSet<PersonId>, StoreError> = visit.site.store.read(&visit.scope, kept::lost).await;
    let mut lost = read.map_err(Failure::from)?;
    lost.retain(|person| !grant.is_sparing(*person));
    Ok(lost)
}

/// `POST /profile/address/trial`: a mail goes there once more.
pub(super) async fn try_again(visit: Visit) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&MAILBOX_TRY, &Resource::person(me))?;
    let again = move |work: &mut Work<'_>| {
        if kept::lost_since(work, me)?.is_some() {
            kept::forget(work, me)?;
            notify(work, me, MAIL_TRIAL, "/profile/address")?;
        }
        Ok(())
    };
    visit.site.store.write::<_, StoreError, _>(&visit.scope, again).await.map_err(Failure::from)?;
    Ok(see_other("/profile/address?done=tried"))
}

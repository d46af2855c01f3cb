//! Mails that say that something waits, and nothing of what it is (UC13).

use access::Resource;
use jiff::civil::Date;
use kernel::{
    PersonId, Uuid,
    manifest::{Entry, Job},
};
use serde::{Deserialize, Serialize};
use store::{Reader, StoreError, Work, derived};

use crate::Organisation;

/// Delivers one notice: the accounts slice knows the address and does it.
pub static MAIL_SEND: Job = Job {
    name: "mail.send",
    about: "Sends one mail that says that something waits, without content.",
    handles: &["person.email", "person.name", "person.language"],
};

/// The arguments of [`MAIL_SEND`]: ids and a word's key, nothing personal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeArguments {
    /// To whom.
    pub person: PersonId,
    /// The output's name: the prefix of the words `…-subject`, `…-body` and `…-link`.
    pub mail: String,
    /// Where the link leads, on the organisation's own host.
    pub path: String,
    /// A day that its words may name.
    #[serde(default)]
    pub day: Option<Date>,
}

/// Queues a mail without content in the caller's transaction. `mail` is a declared output's name and the prefix of
/// its words; `path` leads to what waits and holds ids only.
///
/// # Errors
/// When the job cannot be stored.
pub fn notify(work: &mut Work<'_>, person: PersonId, mail: &'static str, path: &str) -> Result<(), StoreError> {
    notify_of_day(work, person, mail, path, None)
}

/// The same, of a mail whose words name a day (`$date`) that is everybody's.
///
/// # Errors
/// When the job cannot be stored.
pub fn notify_of_day(
    work: &mut Work<'_>,
    person: PersonId,
    mail: &'static str,
    path: &str,
    day: Option<Date>,
) -> Result<(), StoreError> {
    let arguments = serde_json::json!({ "person": person, "mail": mail, "path": path, "day": day });
    let now = work.now();
    work.queue(&MAIL_SEND, arguments, now)?;
    Ok(())
}

/// Whether a mail's link leads to what is paused, because a party of it restricts the use of the own data (GDPR Art. 18):
/// then nobody is told of it. The link's own door says which container that is, so that no slice can forget it.
///
/// # Errors
/// When the store cannot be read.
pub fn is_paused(organisation: &Organisation, reader: &mut Reader<'_>, path: &str) -> Result<bool, StoreError> {
    let Some((container, id)) = container_of(organisation, path) else { return Ok(false) };
    let Some(container) = organisation.inventory.container(container) else { return Ok(false) };
    let parties = derived::parties(reader, container, id)?;
    Ok(organisation.access.is_paused(&Resource { container: container.name, id, parties, state: None }))
}

/// The container that a path names by its first id.
fn container_of(organisation: &Organisation, path: &str) -> Option<(&'static str, Uuid)> {
    let path = path.split(['?', '#']).next()?;
    organisation.inventory.routes().find_map(|route| {
        let Entry::Action(action) = route.entry else { return None };
        if route.path.split('/').count() != path.split('/').count() {
            return None;
        }
        let mut id = None;
        for (pattern, part) in route.path.split('/').zip(path.split('/')) {
            if pattern.starts_with('{') {
                id = id.or(Some(part.parse().ok()?));
            } else if pattern != part {
                return None;
            }
        }
        Some((action.container, id?))
    })
}

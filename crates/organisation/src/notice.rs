//! Mails that say that something waits, and nothing of what it is (UC13).

use kernel::{PersonId, manifest::Job};
use serde::{Deserialize, Serialize};
use store::{StoreError, Work};

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
}

/// Queues a mail without content in the caller's transaction. `mail` is a declared output's name and the prefix of
/// its words; `path` leads to what waits and holds ids only.
///
/// # Errors
/// When the job cannot be stored.
pub fn notify(work: &mut Work<'_>, person: PersonId, mail: &'static str, path: &str) -> Result<(), StoreError> {
    let arguments = serde_json::json!({ "person": person, "mail": mail, "path": path });
    let now = work.now();
    work.queue(&MAIL_SEND, arguments, now)?;
    Ok(())
}

//! The doors.

use kernel::{
    Archetype::Manager,
    manifest::{
        Entry,
        Method::{self, Get, Post},
        NavEntry, Route, get, post,
    },
};

use crate::actions;

const STOPPING: &str = "the link of a mailing with which its reader stops such mails";
const ERASING: &str = "the link of a mailing with which its reader has the own contact details erased";

const fn link(method: Method, path: &'static str, which: &'static str) -> Route {
    Route { method, path, entry: Entry::Link(which) }
}

kernel::routes! {
    /// What one is asked, and what one agreed to.
    CONSENTS = get("/my-data/consents", &actions::CONSENTS_SEE);
    /// Agrees.
    GIVE = post("/my-data/consents/{clause}", &actions::CONSENT_GIVE);
    /// Withdraws.
    WITHDRAW = post("/my-data/consents/{clause}/withdrawal", &actions::CONSENT_WITHDRAW);
    /// Objects to all mailings at once (GDPR Art. 21(3)).
    OBJECT = post("/my-data/objection", &actions::CONSENT_WITHDRAW);

    /// Which mailings there are.
    MAILINGS = get("/mailings", &actions::MAILINGS_LIST);
    /// The form for a new one.
    NEW_FORM = get("/mailings/writing", &actions::MAILING_WRITE);
    /// Keeps it as a draft.
    NEW = post("/mailings/writing", &actions::MAILING_WRITE);
    /// One mailing.
    MAILING = get("/mailings/{mailing}", &actions::MAILING_SEE);
    /// The form for its text.
    TEXT_FORM = get("/mailings/{mailing}/text", &actions::MAILING_WRITE);
    /// Keeps the text.
    TEXT = post("/mailings/{mailing}/text", &actions::MAILING_WRITE);
    /// Sends it.
    SEND = post("/mailings/{mailing}/sending", &actions::MAILING_SEND);

    /// Says what the link stops. Opening it changes nothing: mail scanners open links.
    STOP_FORM = link(Get, "/stop-mailings/{token}", STOPPING);
    /// Stops it, at once.
    STOP = link(Post, "/stop-mailings/{token}", STOPPING);
    /// Says what an erasure means.
    ERASE_FORM = link(Get, "/erase-contact/{token}", ERASING);
    /// Asks for it.
    ERASE = link(Post, "/erase-contact/{token}", ERASING);
}

/// Where the mailings stand.
pub const MAILINGS_PATH: &str = "/mailings";
/// Where a person's own consents stand.
pub const CONSENTS_PATH: &str = "/my-data/consents";

/// The place in the navigation.
pub const NAV: &[NavEntry] =
    &[NavEntry { path: MAILINGS_PATH, word: "mailings-nav", icon: "mail", by: &[Manager], order: 30 }];

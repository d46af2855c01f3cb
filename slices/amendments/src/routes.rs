//! The doors.

use keeper::actions::{CHOICE_MAKE, CHOICE_SEE};
use kernel::{
    Archetype::Officer,
    manifest::{NavEntry, Route, get, post},
};

use crate::actions::{STATEMENT_PUBLISH, STATEMENT_SEE};

/// What changes for oneself.
pub static CHANGES: Route = get("/changes", &CHOICE_SEE);
/// Goes on under the version that is asked about.
pub static CHOOSE: Route = post("/changes", &CHOICE_MAKE);
/// The draft of the next version, with all that is to be said of it.
pub static EDITOR: Route = get("/statement", &STATEMENT_SEE);
/// Keeps the draft and checks it.
pub static WRITE: Route = post("/statement", &STATEMENT_PUBLISH);
/// Takes the draft from a file.
pub static FILE: Route = post("/statement/file", &STATEMENT_PUBLISH);
/// The draft as the public page that it would be.
pub static PREVIEW: Route = get("/statement/preview", &STATEMENT_SEE);
/// What publishing the draft means.
pub static PUBLICATION: Route = get("/statement/publication", &STATEMENT_PUBLISH);
/// Publishes it.
pub static PUBLISH: Route = post("/statement/publication", &STATEMENT_PUBLISH);

/// Every route.
pub const ROUTES: &[Route] = &[CHANGES, CHOOSE, EDITOR, WRITE, FILE, PREVIEW, PUBLICATION, PUBLISH];

/// The place in the navigation.
pub const NAV: &[NavEntry] =
    &[NavEntry { path: "/statement", word: "amendments-nav", icon: "file-text", by: &[Officer], order: 45 }];

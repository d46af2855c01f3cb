//! The doors.

use kernel::manifest::{Route, get, post};

use crate::actions::{BROUGHT_BRING, BROUGHT_REMOVE, BROUGHT_SEE};

/// What was brought along, and the form for more.
pub static BROUGHT: Route = get("/my-data/brought-along", &BROUGHT_SEE);
/// The same, where the timeline of *My data* leads to.
pub static BUNDLE: Route = get("/my-data/brought-along/{holder}", &BROUGHT_SEE);
/// Reads an archive and shows what it would bring.
pub static PREVIEW: Route = post("/my-data/brought-along", &BROUGHT_BRING);
/// Keeps it.
pub static KEEP: Route = post("/my-data/brought-along/keeping", &BROUGHT_BRING);
/// One part.
pub static PART: Route = get("/my-data/brought-along/parts/{part}", &BROUGHT_SEE);
/// Removes it.
pub static PART_REMOVE: Route = post("/my-data/brought-along/parts/{part}/removal", &BROUGHT_REMOVE);
/// A file, as a download.
pub static FILE: Route = get("/my-data/brought-along/files/{entry}", &BROUGHT_SEE);
/// Removes everything.
pub static REMOVE: Route = post("/my-data/brought-along/removal", &BROUGHT_REMOVE);

/// Every route.
pub const ROUTES: &[Route] = &[BROUGHT, BUNDLE, PREVIEW, KEEP, PART, PART_REMOVE, FILE, REMOVE];

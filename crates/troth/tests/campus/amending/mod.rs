//! The way of an amendment, from its publication to each person's choice (SH11, X7, CE24, UC1, TF20).

mod choice;
mod editor;
mod killing;
mod versions;

use std::sync::Arc;

use keeper::amendments::{self, AmendError, Published};
use kernel::Actor;
use organisation::Organisation;

use crate::world::{Campus, statement};

/// The campus's statement as another version, from a day on, with edits: each text must be there once or more.
pub fn amended(number: u32, from: &str, edits: &[(&str, &str)]) -> String {
    let head = "version 11 effective=\"2026-10-01\" {";
    let version = format!("version {number} effective=\"{from}\" {{ change en=\"Something changed.\"; }}\n    {head}");
    let mut text = statement("campus").replace(head, &version);
    for (before, after) in edits {
        assert!(text.contains(before), "the statement has no {before}");
        text = text.replace(before, after);
    }
    text
}

/// A longer period for the dialogue.
pub const LONGER: (&str, &str) = (
    "keep \"dialogue\" for=\"2 years\" after=\"trajectory-ended\"",
    "keep \"dialogue\" for=\"5 years\" after=\"trajectory-ended\"",
);

/// Publishes, as the command does.
pub async fn publish(campus: &Campus, text: &str) -> Result<Published, AmendError> {
    publish_at(&campus.site, text).await
}

async fn publish_at(site: &Organisation, text: &str) -> Result<Published, AmendError> {
    let scope = site.scope(Actor::Job(keeper::AMEND.name));
    let (inventory, text) = (Arc::clone(&site.inventory), text.to_owned());
    let publish =
        move |work: &mut store::Work<'_>| amendments::publish(work, &inventory, &text, None, ::amendments::tell);
    site.store.write(&scope, publish).await
}

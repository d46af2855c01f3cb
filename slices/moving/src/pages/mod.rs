//! What a person sees and does with what was brought along.

mod bringing;
mod overview;
mod part;

use keeper::import::MOST_MIB;
use kernel::{PersonId, page::Seal, words::Voice};
use organisation::pages::{Failure, capital, draw, draw_again, me, moment, text, with_news};
use organisation::{Desk as _, Doors, Names, SealAsk, Visit};

use crate::routes;

/// What a form with an archive may weigh: the archive, and what frames it.
const MOST_UPLOAD: usize = MOST_MIB * 1024 * 1024 + 64 * 1024;
/// What a form without a file may weigh; its handler may take the time that keeping takes.
const MOST_WORD: usize = 64 * 1024;

/// Binds every route of the slice.
#[must_use]
pub fn doors(doors: Doors) -> Doors {
    doors
        .on(&routes::BROUGHT, overview::show)
        .on(&routes::BUNDLE, overview::bundle)
        .on_upload(&routes::PREVIEW, MOST_UPLOAD, bringing::preview)
        .on_upload(&routes::KEEP, MOST_WORD, bringing::keep)
        .on(&routes::PART, part::show)
        .on(&routes::PART_REMOVE, part::remove)
        .on(&routes::FILE, part::file)
        .on(&routes::REMOVE, overview::remove)
}

/// What was kept in our own form does not come back in it. Without its place: that may be the name of a file (I6).
fn unread<E>(_: E) -> Failure {
    Failure::Ours("what was read before cannot be read again".to_owned())
}

/// The seal of what is brought along.
fn seal(visit: &Visit, me: PersonId) -> Seal {
    let about = access::Resource::person(me);
    visit.seal(&SealAsk { item: keeper::import::ENTRY, about: &about, names: &Names::none(), happened: &[] })
}

/// What items are about: the categories that hold them here, in this statement's words; an item that is not known here
/// stands as itself.
fn title(visit: &Visit, voice: &Voice, items: &[String]) -> String {
    let mut names: Vec<String> = Vec::new();
    for item in items {
        let category = visit.site.plan.category_of(item);
        let known = category.and_then(|category| category.names.get(visit.scope.language));
        let name = match known {
            Some(name) if names.is_empty() => capital(name),
            Some(name) => name.to_owned(),
            None => item.clone(),
        };
        if !names.iter().any(|other| other.to_lowercase() == name.to_lowercase()) {
            names.push(name);
        }
    }
    voice.list(&names)
}

/// Where something was taken along: "Blossom Coaching, by version 3 of its privacy statement, on 2 March 2026".
fn origin(visit: &Visit, voice: &Voice, source: &keeper::import::Source) -> String {
    let taken = moment(visit, voice, source.taken);
    let values = [
        ("organisation", source.organisation.as_str().into()),
        ("version", source.version.into()),
        ("moment", taken.as_str().into()),
    ];
    voice.say_with("moving-origin", values)
}

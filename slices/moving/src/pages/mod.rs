//! What a person sees and does with what was brought along.

mod bringing;
mod overview;
mod part;

use askama::Template;
use http::{
    Problem,
    axum::{
        http::StatusCode,
        response::{Html, IntoResponse as _, Response},
    },
};
use keeper::import::{MOST_MIB, Unfit};
use kernel::{ExposeSecret as _, PersonId, Timestamp, page::Seal, words::Voice};
use organisation::{Desk as _, Doors, Names, SealAsk, Visit};
use store::{Opener, Sealed, StoreError};

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

/// Why a unit of work came to nothing.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Without its place: that may be the name of a file (I6).
    #[error("what was read before cannot be read again")]
    Unread,
    #[error("there is nothing here")]
    Absent,
}

impl From<Unfit> for Failure {
    fn from(_: Unfit) -> Self {
        Self::Unread
    }
}

impl From<serde_json::Error> for Failure {
    fn from(_: serde_json::Error) -> Self {
        Self::Unread
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Store(StoreError::Refused { .. }) => Self::Refused,
            Failure::Store(StoreError::Restricted) => Self::Paused(None),
            Failure::Absent | Failure::Store(StoreError::Gone) => Self::NotFound,
            Failure::Store(StoreError::Busy) => Self::Busy,
            failure @ (Failure::Store(_) | Failure::Unread) => Self::internal(failure),
        }
    }
}

fn draw(page: &impl Template) -> Result<Response, Problem> {
    page.render().map(|html| Html(html).into_response()).map_err(Problem::internal)
}

/// Draws a form again that something is wrong with.
fn draw_faulty(page: &impl Template, status: StatusCode) -> Result<Response, Problem> {
    let mut response = draw(page)?;
    *response.status_mut() = status;
    Ok(response)
}

/// Who has signed in; the door has seen to it.
fn me(visit: &Visit) -> Result<PersonId, Problem> {
    visit.person().ok_or(Problem::SignIn)
}

fn text(opener: &Opener, sealed: &Sealed) -> Result<String, StoreError> {
    Ok(opener.text(sealed)?.expose_secret().to_owned())
}

/// The seal of what is brought along.
fn seal(visit: &Visit, me: PersonId) -> Seal {
    let about = access::Resource::person(me);
    visit.seal(&SealAsk { item: keeper::import::ENTRY, about: &about, names: &Names::none(), happened: &[] })
}

/// The day and time of an instant, written out.
fn moment(visit: &Visit, voice: &Voice, at: Timestamp) -> String {
    voice.moment(at.to_zoned(visit.scope.zone.clone()).datetime())
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

fn capital(name: &str) -> String {
    let mut signs = name.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
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

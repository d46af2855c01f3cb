//! What people see and do: their own requests, the public page, and the officer's desk.

mod answer;
mod desk;
mod entry;
mod following;
mod mailed;
mod naming;
mod one;
mod open;
mod own;
mod view;

pub use mailed::erasure_by_mailing;
pub use naming::Codes;

use http::Problem;
use kernel::words::Voice;
use organisation::pages::{Failure, day, draw, draw_again, me, said, with_news};
use organisation::{Doors, Organisation, notify};
use statement::plan::{Right, rule::Rights};
use store::{StoreError, Work};
use ui::Choice;

pub(crate) use self::view::Standing;
use crate::{inventory::MAIL_DESK, routes};

/// Binds every route of the slice.
#[must_use]
pub fn doors(doors: Doors) -> Doors {
    let doors = doors
        .on(&routes::OWN, own::list)
        .on(&routes::OWN_ASK, own::ask)
        .on(&routes::OWN_ONE, own::show)
        .on(&routes::OWN_LINE, own::add_line)
        .on(&routes::ASK_FORM, open::form)
        .on(&routes::ASK, open::ask)
        .on(&routes::CONFIRM_FORM, open::confirm_form)
        .on(&routes::CONFIRM, open::confirm)
        .on(&routes::FOLLOW, following::show)
        .on(&routes::FOLLOW_LINE, following::add_line);
    crate::alternatives::doors(doors)
        .on(&routes::DESK, desk::list)
        .on(&routes::ENTER_FORM, entry::form)
        .on(&routes::ENTER, entry::enter)
        .on(&routes::ONE, one::show)
        .on(&routes::STEP, one::step)
        .on(&routes::IDENTITY, one::identify)
        .on(&routes::EXTENSION, one::extend)
        .on(&routes::ANSWER_FORM, answer::form)
        .on(&routes::ANSWER, answer::answer)
}

/// What the statement says of rights; without it there is nothing to ask by.
fn rights(site: &Organisation) -> Result<Rights, Problem> {
    site.plan.first::<Rights>().cloned().ok_or(Problem::NotFound)
}

/// What can be asked, with what each means.
fn kinds(rights: &Rights, voice: &Voice, chosen: &str) -> Vec<Choice> {
    let choice = |kind: &Right| {
        let hint = voice.say(&format!("requests-kind-{}-hint", kind.key()));
        Choice::new(kind.key(), kind_name(voice, *kind)).hint(hint).chosen_if(chosen)
    };
    rights.offers.iter().map(choice).collect()
}

/// "Erasure".
fn kind_name(voice: &Voice, kind: Right) -> String {
    voice.say(&format!("requests-kind-{}", kind.key()))
}

/// Tells every officer that something waits on the desk.
fn tell_officers(site: &Organisation, work: &mut Work<'_>) -> Result<(), StoreError> {
    for officer in site.directory.with_archetype(work, kernel::Archetype::Officer)? {
        notify(work, officer.person, MAIL_DESK, routes::DESK_PATH)?;
    }
    Ok(())
}

/// Counts anew what is open. The request itself is done: a count that fails is made up for at night.
async fn recount(site: &Organisation) {
    if let Err(error) = crate::count(site).await {
        tracing::warn!(organisation = %site.key, %error, "open requests could not be counted");
    }
}

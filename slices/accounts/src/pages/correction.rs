//! A manager's correction of a profile. An address does not move by it: it is asked for at both mailboxes.

use std::sync::Arc;

use access::{Grant, Resource};
use http::{At, Faults, Form, Problem, axum::response::Response, see_other};
use kernel::PersonId;
use organisation::{Desk as _, Visit};
use store::Work;

use super::{
    Failure,
    address::is_same,
    draw_faulty,
    person::{Profile, find, page},
    said,
};
use crate::{
    actions::PERSON_CORRECT,
    address::store as change,
    forms::CorrectionForm,
    jobs::queue_link,
    model::State,
    store::{links, people},
};

/// What a correction does with the address.
#[derive(Clone, Copy)]
enum Move {
    /// It stays.
    None,
    /// It is the same mailbox, written in another way.
    Spelling,
    /// The invitation went to a wrong one, and goes to this one now: nobody has an account yet.
    Invitation,
    /// It is asked for at both mailboxes, and recorded that the manager saw the person.
    InPerson,
}

/// `POST /people/{person}`
pub(super) async fn correct(
    visit: Visit,
    At(person): At<PersonId>,
    form: Form<CorrectionForm>,
) -> Result<Response, Problem> {
    let profile = find(&visit, person).await?;
    let faults = match form.checked {
        Ok(correction) => match moves(&visit, person, &profile, &correction) {
            Ok(moves) => match write(&visit, person, correction, moves).await? {
                Ok(done) => return Ok(see_other(&format!("/people/{person}?done={done}"))),
                Err(faults) => faults,
            },
            Err(faults) => faults,
        },
        Err(faults) => faults,
    };
    let faults = said(&faults, &visit.voice());
    draw_faulty(&page(&visit, person, &profile, Some((&form.typed, faults))))
}

fn moves(visit: &Visit, person: PersonId, profile: &Profile, correction: &CorrectionForm) -> Result<Move, Faults> {
    if is_same(&profile.email, &correction.email) {
        return Ok(if profile.email == correction.email.as_str() { Move::None } else { Move::Spelling });
    }
    // One's own is asked for with the password.
    if visit.person() == Some(person) {
        return Err(Faults::one("email", "accounts-address-own"));
    }
    match (profile.standing.state(), correction.saw) {
        (State::Invited, _) => Ok(Move::Invitation),
        (State::Active | State::Left, true) => Ok(Move::InPerson),
        (State::Active | State::Left, false) => Err(Faults::one("saw", "accounts-address-unseen")),
    }
}

/// Writes the correction; the word of what was done.
async fn write(
    visit: &Visit,
    person: PersonId,
    correction: CorrectionForm,
    moves: Move,
) -> Result<Result<&'static str, Faults>, Problem> {
    let grant = visit.decide(&PERSON_CORRECT, &Resource::person(person))?;
    let plan = Arc::clone(&visit.site.plan);
    let write = move |work: &mut Work<'_>| {
        let CorrectionForm { profile, email, .. } = correction;
        if matches!(moves, Move::Invitation) && people::by_email(work, &email)?.is_some() {
            return Ok(Err(Faults::one("email", "accounts-email-taken")));
        }
        people::correct(work, &grant, person, &profile.name, profile.language)?;
        match moves {
            Move::None => {}
            Move::Spelling => people::correct_email(work, &grant, person, &email, "address")?,
            Move::Invitation => invite_there(work, &grant, person, &email)?,
            Move::InPerson => change::ask(work, (&grant, &plan), person, &email, true)?,
        }
        Ok(Ok(if matches!(moves, Move::InPerson) { "address" } else { "corrected" }))
    };
    Ok(visit.site.store.write::<_, Failure, _>(&visit.scope, write).await?)
}

/// The links that went to the wrong mailbox end.
fn invite_there(work: &mut Work<'_>, grant: &Grant, person: PersonId, email: &post::Address) -> Result<(), Failure> {
    let standing = people::standing(work, person)?.ok_or(Failure::Absent)?;
    if standing.state() != State::Invited {
        return Err(Failure::Conflict);
    }
    people::correct_email(work, grant, person, email, "address")?;
    links::end_all(work, person)?;
    Ok(queue_link(work, person)?)
}

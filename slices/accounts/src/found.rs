//! People who are there without an invitation: the first manager of an organisation, and a demonstration's.

use access::{Refused, Resource};
use kernel::{Actor, Archetype, ExposeSecret, PersonId, Timestamp};
use organisation::Organisation;
use post::Address;
use store::{StoreError, Work};
use zeroize::Zeroizing;

use crate::{
    actions::FOUND,
    model::LinkPurpose,
    store::{links, people, people::NewPerson},
};

/// Why somebody could not be written down.
#[derive(Debug, thiserror::Error)]
pub enum FoundError {
    /// The statement has no role for a manager.
    #[error("the statement has no role that stands on `manager`")]
    NoManager,
    /// Somebody has this address already.
    #[error("somebody has this address already")]
    Known,
    /// The store refuses.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No decision in favour.
    #[error(transparent)]
    Refused(#[from] Refused),
}

/// Writes the first manager down and gives the single-use link with which the manager begins.
///
/// # Errors
/// When there is no role for a manager, the address is taken, or the store fails.
pub async fn found(organisation: &Organisation, name: &str, email: &Address) -> Result<String, FoundError> {
    let role = organisation.plan.roles_of(Archetype::Manager).next().ok_or(FoundError::NoManager)?;
    let scope = organisation.scope(Actor::Job(FOUND.name));
    let grant = organisation.access.decide_job(&scope, &FOUND, &Resource::organisation())?;
    let new = NewPerson {
        name: name.to_owned(),
        email: email.clone(),
        language: organisation.plan.languages().first().copied().unwrap_or_default(),
        role: role.key.clone(),
    };
    let ends = LinkPurpose::Invitation.ends(&organisation.plan, scope.now);
    let token = organisation
        .store
        .write::<_, FoundError, _>(&scope, move |work| {
            if people::by_email(work, &new.email)?.is_some() {
                return Err(FoundError::Known);
            }
            let now = work.now();
            let person = people::insert(work, &grant, &new, now)?;
            Ok(links::make(work, person, LinkPurpose::Invitation, ends)?)
        })
        .await?;
    Ok(format!("{}/invitation/{}", organisation.base_url, token.expose_secret()))
}

/// Somebody with a history, for a demonstration or a test.
pub struct Resident {
    /// Who.
    pub new: NewPerson,
    /// When the invitation went out.
    pub invited_at: Timestamp,
    /// When it was accepted, if it was.
    pub accepted_at: Option<Timestamp>,
    /// When the agreement ended, if it has.
    pub left_at: Option<Timestamp>,
    /// The password's hash, made by [`Hasher`](crate::Hasher).
    pub hash: Option<Zeroizing<Vec<u8>>>,
}

/// Writes somebody down with a history. The work's scope must be the job `accounts.found`'s
/// (`organisation.scope(Actor::Job(accounts::actions::FOUND.name))`).
///
/// # Errors
/// When the address is taken, or the store fails.
pub fn settle(work: &mut Work<'_>, organisation: &Organisation, resident: &Resident) -> Result<PersonId, FoundError> {
    let grant = organisation.access.decide_job(work.scope(), &FOUND, &Resource::organisation())?;
    if people::by_email(work, &resident.new.email)?.is_some() {
        return Err(FoundError::Known);
    }
    let person = people::insert(work, &grant, &resident.new, resident.invited_at)?;
    if let Some(at) = resident.accepted_at {
        people::accept(work, person, at)?;
    }
    if let Some(hash) = &resident.hash {
        people::set_credential(work, &grant, person, hash, true)?;
    }
    if let Some(at) = resident.left_at {
        people::leave(work, person, at)?;
    }
    Ok(person)
}

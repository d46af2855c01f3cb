//! Sessions: the cookie's hash, when it was seen, when it ends.

use std::sync::Arc;

use http::{SignedIn, Theme};
use kernel::{Member, PersonId, Role, SecretString, Timestamp, Uuid, id::Id};
use statement::Plan;
use store::{Reader, StoreError, Work, params};

use crate::{
    inventory::LAST_LOGIN,
    model::{SessionId, SessionLimits, after},
    queries,
};

/// A begun session, for the cookie.
pub struct Begun {
    /// The token.
    pub token: SecretString,
    /// For how many seconds the browser keeps it.
    pub seconds: i64,
}

/// Begins a session; those of this person that are over go.
pub fn begin(work: &mut Work<'_>, person: PersonId, plan: &Plan) -> Result<Begun, StoreError> {
    let now = work.now();
    let limits = SessionLimits::of(plan);
    let ends = after(limits.absolute, now, plan.zone());
    let unseen_since = now - (after(limits.idle, now, plan.zone()).duration_since(now));
    work.run(&queries::SESSIONS_OVER, params![person, now, unseen_since])?;
    let (token, hash) = http::cookie::token(&*work.scope().rng);
    let id: SessionId = work.mint();
    work.run(&queries::SESSION_NEW, params![id, person, hash, now, ends])?;
    work.emit(LAST_LOGIN, person.uuid(), now)?;
    Ok(Begun { token, seconds: ends.duration_since(now).as_secs() })
}

/// A session that may be alive.
pub struct Found {
    /// Who.
    pub signed_in: SignedIn,
    /// When it was last seen.
    pub seen_at: Timestamp,
}

/// The session of a cookie's hash, unless it is over; roles that the statement no longer knows are left out.
pub fn find(reader: &mut Reader<'_>, token_hash: [u8; 32], plan: &Plan) -> Result<Option<Found>, StoreError> {
    let now = reader.now();
    let rows = reader.all(&queries::SESSION_FIND, params![token_hash, now])?;
    let Some(row) = rows.first() else { return Ok(None) };
    let seen_at = row.time(2)?;
    if after(SessionLimits::of(plan).idle, seen_at, plan.zone()) <= now {
        return Ok(None);
    }
    let mut roles = Vec::with_capacity(rows.len());
    for row in &rows {
        let role = row.text_opt(5)?.and_then(|key| plan.role(key));
        roles.extend(role.map(|role| Role { key: role.key.as_str().into(), archetype: role.archetype }));
    }
    if roles.is_empty() {
        return Ok(None);
    }
    let signed_in = SignedIn {
        session: row.uuid(0)?,
        member: Member { id: row.id(1)?, roles: Arc::from(roles) },
        language: row.text(3)?.parse().ok(),
        theme: Theme::from_key(row.text(4)?).unwrap_or_default(),
    };
    Ok(Some(Found { signed_in, seen_at }))
}

/// Notes that a session was used: whoever works here today is not asleep, however long ago the password was typed.
pub fn seen(work: &mut Work<'_>, session: Uuid, person: PersonId) -> Result<(), StoreError> {
    let now = work.now();
    if work.run(&queries::SESSION_SEEN, params![session, now])? > 0 {
        work.emit(LAST_LOGIN, person.uuid(), now)?;
    }
    Ok(())
}

/// Ends one session.
pub fn end(work: &mut Work<'_>, session: Uuid, person: PersonId) -> Result<(), StoreError> {
    work.run(&queries::SESSION_END, params![session, person]).map(drop)
}

/// Ends all sessions of a person.
pub fn end_all(work: &mut Work<'_>, person: PersonId) -> Result<(), StoreError> {
    work.run(&queries::SESSIONS_END, params![person]).map(drop)
}

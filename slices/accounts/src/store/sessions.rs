//! Sessions: the cookie's hash, when it was seen, when it ends.

use std::sync::Arc;

use http::{SignedIn, Theme};
use kernel::{Member, PersonId, Role, SecretString, Timestamp, Uuid, id::Id};
use statement::Plan;
use store::{Reader, StoreError, Work, params};

use crate::{
    factors,
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

/// Where a session begins, and by what.
#[derive(Clone, Copy)]
pub struct Device<'a> {
    /// Browser and system; empty when they are not known.
    pub name: &'a str,
    /// Whether more than a password was shown.
    pub second: bool,
}

/// Begins a session on a device; those of this person that are over go.
pub fn begin(work: &mut Work<'_>, person: PersonId, plan: &Plan, on: Device<'_>) -> Result<Begun, StoreError> {
    let now = work.now();
    let limits = SessionLimits::of(plan);
    let ends = after(limits.absolute, now, plan.zone());
    let unseen_since = now - (after(limits.idle, now, plan.zone()).duration_since(now));
    work.run(&queries::SESSIONS_OVER, params![person, now, unseen_since])?;
    let (token, hash) = http::cookie::token(&*work.scope().rng);
    let id: SessionId = work.mint();
    work.run(&queries::SESSION_NEW, params![id, person, hash, now, ends, on.name, i64::from(on.second)])?;
    work.emit(LAST_LOGIN, person.uuid(), now)?;
    Ok(Begun { token, seconds: ends.duration_since(now).as_secs() })
}

/// A session that may be alive.
pub struct Found {
    /// Who.
    pub signed_in: SignedIn,
    /// When it was last seen.
    pub seen_at: Timestamp,
    /// When it ends at the very latest.
    pub ends_at: Timestamp,
}

impl Found {
    /// Until when it lasts, when it was last seen at an instant.
    pub fn lasts(&self, plan: &Plan, seen_at: Timestamp) -> Timestamp {
        after(SessionLimits::of(plan).idle, seen_at, plan.zone()).min(self.ends_at)
    }
}

/// The session of a cookie's hash, unless it is over; roles that the statement no longer knows are left out.
pub fn find(reader: &mut Reader<'_>, token_hash: [u8; 32], plan: &Plan) -> Result<Option<Found>, StoreError> {
    let now = reader.now();
    let rows = reader.all(&queries::SESSION_FIND, params![token_hash, now])?;
    let Some(row) = rows.first() else { return Ok(None) };
    let (seen_at, ends_at) = (row.time(2)?, row.time(6)?);
    let mut roles = Vec::with_capacity(rows.len());
    for row in &rows {
        let role = row.text_opt(5)?.and_then(|key| plan.role(key));
        roles.extend(role.map(|role| Role { key: role.key.as_str().into(), archetype: role.archetype }));
    }
    // A role that demands a second step since the session began ends it.
    let alone = row.int(7)? == 0 && factors::demanded(plan, roles.iter().map(|role| &*role.key));
    if roles.is_empty() || alone {
        return Ok(None);
    }
    let signed_in = SignedIn {
        session: row.uuid(0)?,
        member: Member { id: row.id(1)?, roles: Arc::from(roles) },
        language: row.text(3)?.parse().ok(),
        theme: Theme::from_key(row.text(4)?).unwrap_or_default(),
        until: ends_at,
        mail_lost: row.time_opt(8)?.is_some(),
    };
    let mut found = Found { signed_in, seen_at, ends_at };
    found.signed_in.until = found.lasts(plan, seen_at);
    Ok(Some(found).filter(|found| found.signed_in.until > now))
}

/// A session as its person sees it.
pub struct Listed {
    /// Which.
    pub id: SessionId,
    /// Browser and system; empty when they are not known.
    pub device: String,
    /// When somebody signed in.
    pub began_at: Timestamp,
    /// When it was last used, to within ten minutes.
    pub seen_at: Timestamp,
}

/// The living sessions of a person, the latest used first.
pub fn of(reader: &mut Reader<'_>, person: PersonId, plan: &Plan) -> Result<Vec<Listed>, StoreError> {
    let (now, idle) = (reader.now(), SessionLimits::of(plan).idle);
    let mut listed = Vec::new();
    for row in reader.all(&queries::SESSIONS, params![person, now])? {
        let seen_at = row.time(3)?;
        if after(idle, seen_at, plan.zone()) > now {
            let device = row.text_opt(1)?.unwrap_or_default().to_owned();
            listed.push(Listed { id: row.id(0)?, device, began_at: row.time(2)?, seen_at });
        }
    }
    Ok(listed)
}

/// Ends all sessions of a person but this one.
pub fn end_others(work: &mut Work<'_>, session: Uuid, person: PersonId) -> Result<(), StoreError> {
    work.run(&queries::SESSIONS_END_OTHERS, params![person, session]).map(drop)
}

/// Notes that a session was used: whoever works here today is not asleep, however long ago the password was typed.
pub fn seen(work: &mut Work<'_>, session: Uuid, person: PersonId) -> Result<(), StoreError> {
    let now = work.now();
    if work.run(&queries::SESSION_SEEN, params![session, now])? > 0 {
        work.emit(LAST_LOGIN, person.uuid(), now)?;
    }
    Ok(())
}

/// Whether more than a password was shown when a session began.
pub fn has_second(reader: &mut Reader<'_>, session: Uuid, person: PersonId) -> Result<bool, StoreError> {
    reader.one(&queries::SESSION_SECOND, params![session, person])?.map_or(Ok(false), |row| Ok(row.int(0)? != 0))
}

/// Notes that more than a password was shown in a session.
pub fn second_shown(work: &mut Work<'_>, session: Uuid, person: PersonId) -> Result<(), StoreError> {
    work.run(&queries::SESSION_SECOND_SHOWN, params![session, person]).map(drop)
}

/// Ends one session.
pub fn end(work: &mut Work<'_>, session: Uuid, person: PersonId) -> Result<(), StoreError> {
    work.run(&queries::SESSION_END, params![session, person]).map(drop)
}

/// Ends all sessions of a person.
pub fn end_all(work: &mut Work<'_>, person: PersonId) -> Result<(), StoreError> {
    work.run(&queries::SESSIONS_END, params![person]).map(drop)
}

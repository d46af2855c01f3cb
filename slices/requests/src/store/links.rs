//! Links of somebody without an account: only a hash is kept, and one works at a time. A GET never uses one up.

use kernel::{SecretString, Timestamp};
use store::{Reader, StoreError, Work, params};

use crate::{model::RightsRequestId, queries};

/// Makes the link that works from now on and gives its token, which is told to nobody but the mail and the page that
/// follows.
pub fn make(work: &mut Work<'_>, id: RightsRequestId, ends: Timestamp) -> Result<SecretString, StoreError> {
    let (token, hash) = http::cookie::token(&*work.scope().rng);
    work.run(&queries::LINKED, params![id, hash, ends])?;
    Ok(token)
}

/// The link goes on working, for as long as a request is followed.
pub fn prolong(work: &mut Work<'_>, id: RightsRequestId, token: &str, ends: Timestamp) -> Result<(), StoreError> {
    work.run(&queries::LINKED, params![id, http::cookie::hash(token), ends]).map(drop)
}

/// Whose link it is, if it has not ended.
pub fn find(reader: &mut Reader<'_>, token: &str) -> Result<Option<RightsRequestId>, StoreError> {
    let now = reader.now();
    let Some(row) = reader.one(&queries::LINK, params![http::cookie::hash(token)])? else { return Ok(None) };
    Ok(row.time_opt(1)?.is_some_and(|ends| ends > now).then_some(row.id(0)?))
}

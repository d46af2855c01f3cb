//! Single-use links: only hashes are kept; a GET never uses one up, the POST does.

use kernel::{PersonId, SecretString, Timestamp};
use store::{Reader, StoreError, Work, params};

use crate::{
    address,
    model::{LinkId, LinkPurpose},
    queries,
};

/// Makes a link and gives its token, which is told to nobody but the mail.
pub fn make(
    work: &mut Work<'_>,
    person: PersonId,
    purpose: LinkPurpose,
    ends: Timestamp,
) -> Result<SecretString, StoreError> {
    let now = work.now();
    let (token, hash) = http::cookie::token(&*work.scope().rng);
    let id: LinkId = work.mint();
    work.run(&queries::LINKS_OVER, params![person, now])?;
    work.run(&queries::LINK_NEW, params![id, person, purpose.key(), hash, now, ends])?;
    Ok(token)
}

/// Whose link it is, if it is one of this kind and has not ended.
pub fn find(reader: &mut Reader<'_>, token: &str, purpose: LinkPurpose) -> Result<Option<PersonId>, StoreError> {
    let now = reader.now();
    let hash = http::cookie::hash(token);
    let Some(row) = reader.one(&queries::LINK_FIND, params![hash, purpose.key()])? else { return Ok(None) };
    Ok((row.time(1)? > now).then_some(row.id(0)?))
}

/// One was used: all links of the person end, and a change of address with them.
pub fn end_all(work: &mut Work<'_>, person: PersonId) -> Result<(), StoreError> {
    work.run(&address::queries::CHANGE_END_OPEN, params![person])?;
    work.run(&queries::LINKS_END, params![person]).map(drop)
}

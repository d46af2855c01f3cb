//! Links of mails: whoever holds one needs no account. Only a hash is kept, and no link tells whose it is.
//!
//! They have no end of their own. A mail may be read years later, and a link must then still stop what it speaks of; it goes
//! with the account, when there is nobody left whom a mailing could reach.

use kernel::{ExposeSecret as _, Language, PersonId};
use post::{Link, NotALink};
use store::{Reader, StoreError, Work, params};

use crate::{
    model::{Found, LinkId, Purpose},
    queries,
};

/// Makes a link and gives its path, which is told to nobody but the mail. Another try of the same mail makes another link;
/// the earlier one, which may have arrived after all, goes on working.
pub fn make(work: &mut Work<'_>, person: PersonId, consent: &str, purpose: Purpose) -> Result<Path, StoreError> {
    let (token, hash) = http::cookie::token(&*work.scope().rng);
    let (id, now): (LinkId, _) = (work.mint(), work.now());
    work.run(&queries::LINK_NEW, params![id, person, consent, purpose.key(), hash, now])?;
    Ok(Path(format!("{}/{}", purpose.path(), token.expose_secret())))
}

/// The path of a link, with its token: not to be shown in logs.
pub struct Path(String);

impl Path {
    /// The link on the organisation's own site, to a page in this language.
    pub fn on(&self, base_url: &str, language: Language) -> Result<Link, NotALink> {
        Link::new(base_url, &format!("{}?lang={language}", self.0))
    }
}

/// The link with this token, if it is for this purpose.
pub fn find(reader: &mut Reader<'_>, token: &str, purpose: Purpose) -> Result<Option<Found>, StoreError> {
    let hash = http::cookie::hash(token);
    let Some(row) = reader.one(&queries::LINK_FIND, params![hash, purpose.key()])? else { return Ok(None) };
    Ok(Some(Found { id: row.id(0)?, person: row.id(1)?, consent: row.text(2)?.to_owned(), used: row.time_opt(3)? }))
}

/// Uses a link up; `false` when it was before.
pub fn use_up(work: &mut Work<'_>, link: LinkId) -> Result<bool, StoreError> {
    let now = work.now();
    Ok(work.run(&queries::LINK_USED, params![link, now])? > 0)
}

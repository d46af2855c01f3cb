//! By the link of a mailing: its reader asks, without signing in, that the own contact details are erased (TF13).

use access::Resource;
use kernel::{ExposeSecret as _, PersonId, Timestamp};
use organisation::{Organisation, pages::Failure};
use statement::plan::{Right, Rights};
use store::{StoreError, Work};

use super::tell_officers;
use crate::{
    actions::BY_MAILING,
    forms::AskForm,
    inventory::OPEN,
    model::{RightsRequestId, about},
    store::asking::{self, Asker},
};

/// Asks for it, in the unit of work that uses the link up. The link was mailed to the address, and so shows who asks. Gives
/// the first instant at which the answer is overdue.
///
/// # Errors
/// [`Failure::Absent`] where the statement offers no erasure, or the person is gone.
pub fn erasure_by_mailing(site: &Organisation, work: &mut Work<'_>, person: PersonId) -> Result<Timestamp, Failure> {
    let offered = |rights: &&Rights| rights.offers.contains(&Right::Erasure);
    let rights = site.plan.first::<Rights>().filter(offered).ok_or(Failure::Absent)?;
    let (id, scope): (RightsRequestId, _) = (work.mint(), work.scope().as_job(BY_MAILING.name));
    let asker = introduce(site, work, person)?;
    let language = site.directory.language(work, person)?.unwrap_or_default();
    let form = AskForm { kind: Right::Erasure, words: site.voice(language).say("requests-by-mailing") };
    let grant = site.access.decide_job(&scope, &BY_MAILING, &about(id, Some(person), OPEN))?;
    asking::by_mailing(work, &grant, id, (person, &asker), &form, (rights, &scope.zone))?;
    tell_officers(site, work)?;
    Ok(rights.due(work.now(), false, &scope.zone))
}

/// The name and the address, to stand with the request.
fn introduce(site: &Organisation, work: &mut Work<'_>, person: PersonId) -> Result<Asker, Failure> {
    let scope = work.scope().as_job(BY_MAILING.name);
    let grant = site.access.decide_job(&scope, &BY_MAILING, &Resource::person(person))?;
    let folk = site.directory.people(work, &[person])?;
    let (_, name) = folk.names.first().ok_or(Failure::Absent)?;
    let address = site.directory.address(work, person)?.ok_or(Failure::Absent)?;
    let opener = site.store.opener(&scope, &grant);
    let text = |sealed| opener.text(sealed).map(|text| text.expose_secret().to_owned());
    Ok::<_, StoreError>(Asker { name: text(name)?, address: text(&address)? }).map_err(Failure::from)
}

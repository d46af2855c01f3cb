//! A mailing on its way to one person. Whether that person still agrees is asked when it is sent, not when it was queued.

use std::sync::Arc;

use access::Resource;
use kernel::{Actor, ExposeSecret as _, Language, PersonId, id::Id as _, manifest::Job};
use organisation::{
    Organisation, Reach,
    jobs::{Doing, JobFault, Worker, arguments},
};
use post::{Address, Carrier, Letter, Mail, PostError, Returning, Sender};
use serde::Deserialize;
use store::{Sealed, StoreError, Work, jobs::Leased};

use crate::{
    actions::DELIVER,
    inventory::SENT,
    model::{MailingId, Purpose, Question, Text, Written, about},
    store::{consents, links, mailings},
};

#[derive(Clone, Copy, Debug, Deserialize)]
struct Arguments {
    mailing: MailingId,
    person: PersonId,
}

/// Who does the slice's job.
pub fn worker(carrier: Arc<dyn Carrier>, sender: Address) -> Arc<dyn Worker> {
    Arc::new(Mailings { carrier, sender })
}

struct Mailings {
    carrier: Arc<dyn Carrier>,
    sender: Address,
}

impl Worker for Mailings {
    fn job(&self) -> &'static Job {
        &DELIVER
    }

    fn run<'a>(&'a self, organisation: &'a Arc<Organisation>, job: &'a Leased) -> Doing<'a> {
        Box::pin(async move {
            let Some(mail) = self.compose(organisation, job, arguments(job)?).await? else { return Ok(()) };
            match (self.carrier.carry(&mail).await, mail.returns()) {
                (Err(PostError::NoMailbox(_)), Some(mark)) => Ok(came_back(organisation, mark).await?),
                (carried, _) => Ok(carried?),
            }
        })
    }
}

/// Notes that a mailbox is no more, and, when that is news and a mailing showed it, counts that with the mailing. A mark
/// that is not known here does nothing.
///
/// # Errors
/// When it cannot be written.
pub async fn came_back(organisation: &Organisation, mark: Returning) -> Result<(), StoreError> {
    let scope = organisation.scope(Actor::Job(DELIVER.name));
    let directory = Arc::clone(&organisation.directory);
    let note = move |work: &mut Work<'_>| match (directory.lose(work, mark.mailbox)?, mark.mailing) {
        (true, Some(mailing)) => mailings::came_back(work, MailingId::from_uuid(mailing)),
        _ => Ok(()),
    };
    organisation.store.write(&scope, note).await
}

/// What a mail is made of, still sealed.
struct Ready {
    address: Sealed,
    reach: Reach,
    text: Text,
    /// What is mailed, in the statement's words.
    kind: String,
    stop: links::Path,
    erase: Option<links::Path>,
}

impl Mailings {
    /// The mail; `None` when the person no longer agrees, has frozen the own data, or is gone.
    async fn compose(
        &self,
        organisation: &Arc<Organisation>,
        job: &Leased,
        Arguments { mailing, person }: Arguments,
    ) -> Result<Option<Mail>, JobFault> {
        let scope = organisation.scope(Actor::Job(DELIVER.name));
        let refused = |_| JobFault::Never("the job may not handle the mailing".to_owned());
        let may = |about: &Resource| organisation.access.decide_job(&scope, &DELIVER, about).map_err(refused);
        let (letter, reader) = (may(&about(mailing, SENT))?, may(&Resource::person(person))?);
        let site = Arc::clone(organisation);
        let prepare = move |work: &mut Work<'_>| {
            let Some(found) = mailings::find(work, mailing)? else { return Ok((None, letter)) };
            let Ok(written) = found.check(&letter) else { return Ok((None, letter)) };
            Ok((prepared(&site, work, written, person)?, letter))
        };
        let (ready, letter) = organisation.store.write::<_, StoreError, _>(&scope, prepare).await?;
        let Some(ready) = ready else { return Ok(None) };
        let (letters, readers) =
            (organisation.store.opener(&scope, &letter), organisation.store.opener(&scope, &reader));
        let to = match readers.text(&ready.address) {
            Ok(address) => address,
            Err(StoreError::Gone | StoreError::Restricted) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let to = to.expose_secret().parse().map_err(|_| JobFault::Never("no address is stored".to_owned()))?;
        let (subject, text) = (letters.text(&ready.text.subject)?, letters.text(&ready.text.body)?);
        let language = ready.text.language;
        let link = |path: &links::Path| {
            path.on(&organisation.base_url, language).map_err(|fault| JobFault::Never(fault.to_string()))
        };
        let letter = Letter {
            mailing: &ready.kind,
            subject: subject.expose_secret(),
            text: text.expose_secret(),
            to,
            stop: link(&ready.stop)?,
            erase: ready.erase.as_ref().map(link).transpose()?,
            job: job.id.uuid(),
            at: scope.now,
        };
        let from = Sender { organisation: organisation.name(language), address: self.sender.clone() };
        let mark = ready.reach.number().map(|mailbox| Returning { mailbox, mailing: Some(mailing.uuid()) });
        Ok(Some(Mail::letter(letter, &from, &organisation.voice(language)).returning(mark)))
    }
}

/// What goes to one person, with links of the own; `None` when nothing may.
fn prepared(
    site: &Organisation,
    work: &mut Work<'_>,
    written: Written,
    person: PersonId,
) -> Result<Option<Ready>, StoreError> {
    let Some((question, kind)) = Question::behind(&site.plan, &written.mailing.kind) else { return Ok(None) };
    if work.is_restricted(person) || !consents::stands(work, &site.plan, &question, person)? {
        return Ok(None);
    }
    let Some(address) = site.directory.address(work, person)? else { return Ok(None) };
    let reach = site.directory.reach(work, person)?;
    if reach == Reach::Lost {
        return Ok(None);
    }
    let language = site.directory.language(work, person)?.unwrap_or_default();
    let Some(text) = in_language(written.texts, language, site.plan.languages()) else { return Ok(None) };
    let consent = question.consent.key.as_str();
    Ok(Some(Ready {
        address,
        reach,
        kind: kind.names.get(text.language).unwrap_or(&kind.key).to_owned(),
        text,
        stop: links::make(work, person, consent, Purpose::Stop)?,
        erase: kind.erase.then(|| links::make(work, person, consent, Purpose::Erase)).transpose()?,
    }))
}

/// The text in the reader's language; else in the first of the organisation's in which there is one.
fn in_language(mut texts: Vec<Text>, own: Language, offered: &[Language]) -> Option<Text> {
    let wanted = std::iter::once(&own).chain(offered);
    let place = wanted.filter_map(|wanted| texts.iter().position(|text| text.language == *wanted)).next();
    place.map(|place| texts.swap_remove(place))
}

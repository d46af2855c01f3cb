//! Mails: notices of all slices, and single-use links.

mod address;
mod registration;
mod renewal;
mod texts;

pub use texts::text_worker;

use std::sync::Arc;

use access::{Grant, Resource};
use jiff::civil::Date;
use kernel::{Actor, ExposeSecret, Language, PersonId, Scope, Uuid, id::Id, manifest::Job, words::Voice};
use organisation::{
    MAIL_SEND, NoticeArguments, Organisation, Reach,
    jobs::{Doing, JobFault, Worker, arguments},
};
use post::{Address, Carrier, Link, Mail, Notice, PostError, Returning, Sender};
use serde::Deserialize;
use store::{Sealed, StoreError, Work, jobs::Leased};

use crate::{
    actions::{KNOWN, MAIL_LINK},
    inventory::{MAIL_INVITATION, MAIL_RESET},
    mailbox::{actions::RETURNED, is_noted, store as kept},
    model::{LinkPurpose, State},
    store::{links, people},
};

/// Those who do the slice's jobs.
pub fn workers(carrier: Arc<dyn Carrier>, sender: Address) -> Vec<Arc<dyn Worker>> {
    let post = Post { carrier, sender };
    vec![
        Arc::new(Notices(post.clone())),
        Arc::new(address::Mails(post.clone())),
        Arc::new(address::Ends),
        Arc::new(registration::Registrations(post.clone())),
        Arc::new(renewal::Mails(post.clone())),
        Arc::new(renewal::Renewals),
        Arc::new(Links(post)),
    ]
}

#[derive(Clone)]
struct Post {
    carrier: Arc<dyn Carrier>,
    sender: Address,
}

impl Post {
    /// Composes and carries; false when there is no such mailbox. That is noted with the person whose it is.
    async fn carry(
        &self,
        organisation: &Organisation,
        scope: &Scope,
        job: &Leased,
        mailbox: Mailbox,
        (words, day): (&str, Option<Date>),
        path: &str,
    ) -> Result<bool, JobFault> {
        let Mailbox { address: to, language, number } = mailbox;
        let voice: Voice = organisation.voice(language);
        let from = Sender { organisation: organisation.name(language), address: self.sender.clone() };
        let link =
            Link::new(&organisation.base_url, path).map_err(|fault| JobFault::Never(format!("{words}: {fault}")))?;
        let notice = Notice { words, day, to, link, job: job.id.uuid(), at: scope.now };
        let returning = number.map(|mailbox| Returning { mailbox, mailing: None });
        let mail = Mail::compose(notice, &from, &voice).returning(returning);
        let refused = match self.carrier.carry(&mail).await {
            Ok(()) => return Ok(true),
            Err(refused @ PostError::NoMailbox(_)) => refused,
            Err(other) => return Err(other.into()),
        };
        tracing::warn!(job.id = %job.id, organisation = %organisation.key, %refused, "mail");
        if let Some(number) = number {
            let scope = organisation.scope(Actor::Job(RETURNED.name));
            let lose = move |work: &mut Work<'_>| kept::lose(work, number);
            organisation.store.write::<_, StoreError, _>(&scope, lose).await?;
        }
        Ok(false)
    }
}

/// Where a mail goes.
struct Mailbox {
    address: Address,
    language: Language,
    /// What it bears in its envelope, where it is a person's and the statement speaks of mails that come back.
    number: Option<Uuid>,
}

impl Mailbox {
    /// One that is no person's, or not yet, or not any more.
    fn of_nobody(address: Address, language: Language) -> Self {
        Self { address, language, number: None }
    }
}

/// Opens the address of a person as a job; `None` when the person, or the key, is gone, or when mails to it come back.
async fn mailbox(
    organisation: &Organisation,
    scope: &Scope,
    job: &'static Job,
    person: PersonId,
) -> Result<Option<Mailbox>, JobFault> {
    let grant = organisation.access.decide_job(scope, job, &Resource::person(person))?;
    let look =
        move |reader: &mut store::Reader<'_>| Ok((people::mailbox(reader, person)?, kept::known(reader, person)?));
    let (found, known) = organisation.store.read::<_, StoreError, _>(scope, look).await?;
    let Some((sealed, language)) = found else { return Ok(None) };
    let reach = match known {
        Some(known) if is_noted(&organisation.plan) => known,
        _ => first_reach(organisation, person).await?,
    };
    if reach == Reach::Lost {
        return Ok(None);
    }
    let number = reach.number();
    Ok(opened(organisation, scope, &grant, &sealed)?.map(|address| Mailbox { address, language, number }))
}

/// Something is mailed to somebody for the first time.
async fn first_reach(organisation: &Organisation, person: PersonId) -> Result<Reach, JobFault> {
    let (scope, directory) = (organisation.scope(Actor::Job(RETURNED.name)), Arc::clone(&organisation.directory));
    let reach = move |work: &mut Work<'_>| directory.reach(work, person);
    Ok(organisation.store.write::<_, StoreError, _>(&scope, reach).await?)
}

/// Opens an address; `None` when its key is gone.
fn opened(
    organisation: &Organisation,
    scope: &Scope,
    grant: &Grant,
    sealed: &Sealed,
) -> Result<Option<Address>, JobFault> {
    match organisation.store.opener(scope, grant).text(sealed) {
        Ok(text) => {
            let address = text.expose_secret().parse();
            address.map(Some).map_err(|_| JobFault::Never("no address is stored".to_owned()))
        }
        Err(StoreError::Gone) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Whoever has an address already, and the language to write in; `None` when nobody has it.
async fn owner(organisation: &Organisation, address: &Address) -> Result<Option<(PersonId, Language)>, JobFault> {
    let scope = organisation.scope(Actor::Job(KNOWN.name));
    organisation.access.decide_job(&scope, &KNOWN, &Resource::organisation())?;
    let address = address.clone();
    let look = move |reader: &mut store::Reader<'_>| {
        let Some(person) = people::by_email(reader, &address)? else { return Ok(None) };
        Ok(people::mailbox(reader, person)?.map(|(_, language)| (person, language)))
    };
    Ok(organisation.store.read::<_, StoreError, _>(&scope, look).await?)
}

/// Delivers notices (`mail.send`).
struct Notices(Post);

impl Worker for Notices {
    fn job(&self) -> &'static Job {
        &MAIL_SEND
    }

    fn run<'a>(&'a self, organisation: &'a Arc<Organisation>, job: &'a Leased) -> Doing<'a> {
        Box::pin(async move {
            let NoticeArguments { person, mail, path, day } = arguments(job)?;
            let scope = organisation.scope(Actor::Job(MAIL_SEND.name));
            let (asked, link) = (Arc::clone(organisation), path.clone());
            let about_the_paused = move |reader: &mut store::Reader<'_>| organisation::is_paused(&asked, reader, &link);
            if organisation.store.read::<_, StoreError, _>(&scope, about_the_paused).await? {
                return Ok(());
            }
            let Some(mailbox) = mailbox(organisation, &scope, &MAIL_SEND, person).await? else { return Ok(()) };
            self.0.carry(organisation, &scope, job, mailbox, (&mail, day), &path).await.map(drop)
        })
    }
}

/// The arguments of [`MAIL_LINK`].
#[derive(Clone, Debug, Deserialize)]
struct LinkArguments {
    person: PersonId,
}

/// Queues a mail with a single-use link: an invitation for somebody who has not answered yet, a new password for
/// somebody who takes part, nothing for anybody else. What it is, is found out when it is sent.
pub fn queue_link(work: &mut Work<'_>, person: PersonId) -> Result<(), StoreError> {
    let now = work.now();
    work.queue(&MAIL_LINK, serde_json::json!({ "person": person }), now).map(drop)
}

/// Makes single-use links and mails them. A mail that has to be tried again bears a new link; the earlier one, which
/// may have arrived after all, goes on working until one of them is used.
struct Links(Post);

impl Worker for Links {
    fn job(&self) -> &'static Job {
        &MAIL_LINK
    }

    fn run<'a>(&'a self, organisation: &'a Arc<Organisation>, job: &'a Leased) -> Doing<'a> {
        Box::pin(async move {
            let LinkArguments { person } = arguments(job)?;
            let scope = organisation.scope(Actor::Job(MAIL_LINK.name));
            let standing = organisation
                .store
                .read::<_, StoreError, _>(&scope, move |reader| people::standing(reader, person))
                .await?;
            let (purpose, words, path) = match standing.map(|standing| standing.state()) {
                Some(State::Invited) => (LinkPurpose::Invitation, MAIL_INVITATION, "invitation"),
                Some(State::Active) => (LinkPurpose::Reset, MAIL_RESET, "new-password"),
                Some(State::Left) | None => return Ok(()),
            };
            let Some(mailbox) = mailbox(organisation, &scope, &MAIL_LINK, person).await? else { return Ok(()) };
            let ends = purpose.ends(&organisation.plan, scope.now);
            let token = organisation
                .store
                .write::<_, StoreError, _>(&scope, move |work| links::make(work, person, purpose, ends))
                .await?;
            let path = format!("/{path}/{}", token.expose_secret());
            self.0.carry(organisation, &scope, job, mailbox, (words, None), &path).await.map(drop)
        })
    }
}

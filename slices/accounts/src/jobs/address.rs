//! The mails of a change of address, and the look when its time is over.

use std::sync::Arc;

use access::{Grant, Resource};
use kernel::{Actor, ExposeSecret as _, PersonId, Scope, manifest::Job};
use organisation::{
    Organisation,
    jobs::{Doing, JobFault, Worker, arguments},
    notify,
};
use serde::Deserialize;
use store::{StoreError, jobs::Leased};

use super::{Mailbox, Post, mailbox, opened, owner};
use crate::{
    address::{
        actions::{MAIL_ADDRESS, MOVE_ADDRESS},
        inventory::{MAIL_IN_PERSON, MAIL_NEW, MAIL_OLD, MAIL_TAKEN, MAIL_UNKNOWN, MAIL_WAS},
        store::{self as change, ChangeId, Side, Stage},
    },
    store::people,
};

/// The arguments of [`MAIL_ADDRESS`].
#[derive(Clone, Copy, Debug, Deserialize)]
struct MailArguments {
    person: PersonId,
    change: ChangeId,
    to: To,
}

/// Which mailbox.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum To {
    /// Of the new address.
    New,
    /// Of the old one, before the change.
    Old,
    /// Of the old one, after it.
    Was,
}

/// Writes to one of the two mailboxes. A mail that is tried again bears a new link; the earlier one works, too.
pub(super) struct Mails(pub(super) Post);

impl Worker for Mails {
    fn job(&self) -> &'static Job {
        &MAIL_ADDRESS
    }

    fn run<'a>(&'a self, organisation: &'a Arc<Organisation>, job: &'a Leased) -> Doing<'a> {
        Box::pin(async move {
            let asked: MailArguments = arguments(job)?;
            let scope = organisation.scope(Actor::Job(MAIL_ADDRESS.name));
            match asked.to {
                To::New => self.to_new(organisation, &scope, job, asked).await,
                To::Old => self.to_old(organisation, &scope, job, asked).await,
                To::Was => self.to_left(organisation, &scope, job, asked).await,
            }
        })
    }
}

impl Mails {
    /// A link to confirm; whoever has the address already is told that, and gets none.
    async fn to_new(
        &self,
        organisation: &Organisation,
        scope: &Scope,
        job: &Leased,
        MailArguments { person, change, .. }: MailArguments,
    ) -> Result<(), JobFault> {
        let made = organisation
            .store
            .write::<_, StoreError, _>(scope, move |work| {
                let Some((token, change)) = change::link(work, person, change, Side::New)? else { return Ok(None) };
                Ok(people::mailbox(work, person)?.map(|(_, language)| (token, change, language)))
            })
            .await?;
        let Some((token, change, language)) = made else { return Ok(()) };
        let Some(address) = opened(organisation, scope, &decided(organisation, scope, person)?, &change.email)? else {
            return Ok(());
        };
        let owner = owner(organisation, &address).await?.filter(|(owner, _)| *owner != person);
        let (words, path, language) = match owner {
            Some((_, own)) => (MAIL_TAKEN, "/sign-in".to_owned(), own),
            None => (MAIL_NEW, format!("/new-address/{}", token.expose_secret()), language),
        };
        let mailbox = Mailbox::of_nobody(address, language);
        if self.0.carry(organisation, scope, job, mailbox, (words, None), &path).await? {
            return Ok(());
        }
        // There is no such mailbox: nobody could confirm, and who asked for it is told.
        let end = move |work: &mut store::Work<'_>| {
            change::stop(work, person)?;
            notify(work, person, MAIL_UNKNOWN, "/profile/address")
        };
        Ok(organisation.store.write::<_, StoreError, _>(scope, end).await?)
    }

    async fn to_old(
        &self,
        organisation: &Organisation,
        scope: &Scope,
        job: &Leased,
        MailArguments { person, change, .. }: MailArguments,
    ) -> Result<(), JobFault> {
        let make = move |work: &mut store::Work<'_>| change::link(work, person, change, Side::Old);
        let Some((token, change)) = organisation.store.write::<_, StoreError, _>(scope, make).await? else {
            return Ok(());
        };
        let Some(mailbox) = mailbox(organisation, scope, &MAIL_ADDRESS, person).await? else { return Ok(()) };
        let day = change.ends.to_zoned(scope.zone.clone()).date();
        let words = if change.in_person { (MAIL_IN_PERSON, Some(day)) } else { (MAIL_OLD, None) };
        let path = format!("/old-address/{}", token.expose_secret());
        self.0.carry(organisation, scope, job, mailbox, words, &path).await.map(drop)
    }

    /// The address that was is told that it is used no more.
    async fn to_left(
        &self,
        organisation: &Organisation,
        scope: &Scope,
        job: &Leased,
        MailArguments { person, change: id, .. }: MailArguments,
    ) -> Result<(), JobFault> {
        let look = move |reader: &mut store::Reader<'_>| {
            let left = change::of(reader, person)?.filter(|left| left.id == id && left.stage == Stage::Moved);
            Ok(left.zip(people::mailbox(reader, person)?))
        };
        let found = organisation.store.read::<_, StoreError, _>(scope, look).await?;
        let Some((left, (_, language))) = found else { return Ok(()) };
        let Some(address) = opened(organisation, scope, &decided(organisation, scope, person)?, &left.email)? else {
            return Ok(());
        };
        let mailbox = Mailbox::of_nobody(address, language);
        self.0.carry(organisation, scope, job, mailbox, (MAIL_WAS, None), "/privacy").await.map(drop)
    }
}

fn decided(organisation: &Organisation, scope: &Scope, person: PersonId) -> Result<Grant, JobFault> {
    Ok(organisation.access.decide_job(scope, &MAIL_ADDRESS, &Resource::person(person))?)
}

/// The arguments of [`MOVE_ADDRESS`].
#[derive(Clone, Copy, Debug, Deserialize)]
struct EndArguments {
    person: PersonId,
    change: ChangeId,
}

/// Looks at a change when its time is over.
pub(super) struct Ends;

impl Worker for Ends {
    fn job(&self) -> &'static Job {
        &MOVE_ADDRESS
    }

    fn run<'a>(&'a self, organisation: &'a Arc<Organisation>, job: &'a Leased) -> Doing<'a> {
        Box::pin(async move {
            let EndArguments { person, change } = arguments(job)?;
            let scope = organisation.scope(Actor::Job(MOVE_ADDRESS.name));
            // Most are done or stopped by then, and nothing is opened.
            let look = move |reader: &mut store::Reader<'_>| change::of(reader, person);
            let found = organisation.store.read::<_, StoreError, _>(&scope, look).await?;
            if found.is_none_or(|found| found.id != change) {
                return Ok(());
            }
            let grant = organisation.access.decide_job(&scope, &MOVE_ADDRESS, &Resource::person(person))?;
            let opener = organisation.store.opener(&scope, &grant);
            let close = move |work: &mut store::Work<'_>| change::close(work, (&grant, &opener), person, change);
            let closed = organisation.store.write::<_, organisation::pages::Failure, _>(&scope, close).await;
            match closed {
                // The person is gone, and the change with it.
                Err(organisation::pages::Failure::LinkSpent) => Ok(()),
                closed => closed.map_err(|failure| JobFault::Later(failure.to_string())),
            }
        })
    }
}

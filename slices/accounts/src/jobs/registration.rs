//! The mail to somebody who registers: a link, or to whoever has the address already, that there is an account.

use std::sync::Arc;

use access::Resource;
use kernel::{Actor, ExposeSecret as _, Language, manifest::Job};
use organisation::{
    Organisation,
    jobs::{Doing, JobFault, Worker, arguments},
};
use post::Address;
use serde::Deserialize;
use store::{Reader, StoreError, jobs::Leased};

use super::Post;
use crate::{
    address::inventory::MAIL_TAKEN,
    model::LinkPurpose,
    registration::{
        actions::{MAIL_KNOWN, MAIL_REGISTER},
        inventory::MAIL_CONFIRM,
        store::{self as registering, RegistrationId, about},
    },
    store::people,
};

#[derive(Clone, Copy, Debug, Deserialize)]
struct Arguments {
    registration: RegistrationId,
}

/// Writes to an address that is to be confirmed. A mail that is tried again bears a new link, and the earlier one ends.
pub(super) struct Registrations(pub(super) Post);

impl Worker for Registrations {
    fn job(&self) -> &'static Job {
        &MAIL_REGISTER
    }

    fn run<'a>(&'a self, organisation: &'a Arc<Organisation>, job: &'a Leased) -> Doing<'a> {
        Box::pin(async move {
            let Arguments { registration: id } = arguments(job)?;
            let scope = organisation.scope(Actor::Job(MAIL_REGISTER.name));
            let look = move |reader: &mut Reader<'_>| registering::waiting(reader, id);
            let Some(waiting) = organisation.store.read::<_, StoreError, _>(&scope, look).await? else {
                return Ok(());
            };
            let grant = organisation.access.decide_job(&scope, &MAIL_REGISTER, &about(id))?;
            let address: Address = match organisation.store.opener(&scope, &grant).text(&waiting.email) {
                Ok(text) => text.expose_secret().parse().map_err(|_| JobFault::Never("no address".to_owned()))?,
                Err(StoreError::Gone) => return Ok(()),
                Err(error) => return Err(error.into()),
            };
            if let Some(language) = owner(organisation, address.clone()).await? {
                let mailbox = (address, language);
                return self.0.carry(organisation, &scope, job, mailbox, (MAIL_TAKEN, None), "/sign-in").await;
            }
            let ends = LinkPurpose::NewAddress.ends(&organisation.plan, scope.now);
            let make = move |work: &mut store::Work<'_>| registering::link(work, id, ends);
            let token = organisation.store.write::<_, StoreError, _>(&scope, make).await?;
            let path = format!("/register/{}", token.expose_secret());
            let mailbox = (address, waiting.language);
            self.0.carry(organisation, &scope, job, mailbox, (MAIL_CONFIRM, None), &path).await
        })
    }
}

/// The language of whoever has an address; `None` when nobody has it.
async fn owner(organisation: &Organisation, address: Address) -> Result<Option<Language>, JobFault> {
    let scope = organisation.scope(Actor::Job(MAIL_KNOWN.name));
    organisation.access.decide_job(&scope, &MAIL_KNOWN, &Resource::organisation())?;
    let look = move |reader: &mut Reader<'_>| {
        let Some(person) = people::by_email(reader, &address)? else { return Ok(None) };
        Ok(people::mailbox(reader, person)?.map(|(_, language)| language))
    };
    Ok(organisation.store.read::<_, StoreError, _>(&scope, look).await?)
}

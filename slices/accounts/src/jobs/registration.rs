//! The mail to somebody who registers: a link, or to whoever has the address already, that there is an account.

use std::sync::Arc;

use kernel::{Actor, ExposeSecret as _, manifest::Job};
use organisation::{
    Organisation,
    jobs::{Doing, Worker, arguments},
};
use serde::Deserialize;
use store::{Reader, StoreError, jobs::Leased};

use super::{Mailbox, Post, opened, owner};
use crate::{
    address::inventory::MAIL_TAKEN,
    model::LinkPurpose,
    registration::{
        actions::MAIL_REGISTER,
        inventory::MAIL_CONFIRM,
        store::{self as registering, RegistrationId, about},
    },
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
            let Some(address) = opened(organisation, &scope, &grant, &waiting.email)? else { return Ok(()) };
            if let Some((_, language)) = owner(organisation, &address).await? {
                let mailbox = Mailbox::of_nobody(address, language);
                return self
                    .0
                    .carry(organisation, &scope, job, mailbox, (MAIL_TAKEN, None), "/sign-in")
                    .await
                    .map(drop);
            }
            let ends = LinkPurpose::NewAddress.ends(&organisation.plan, scope.now);
            let make = move |work: &mut store::Work<'_>| registering::link(work, id, ends);
            let token = organisation.store.write::<_, StoreError, _>(&scope, make).await?;
            let path = format!("/register/{}", token.expose_secret());
            let mailbox = Mailbox::of_nobody(address, waiting.language);
            // Whoever typed an address that does not exist is nobody whom something could be told.
            self.0.carry(organisation, &scope, job, mailbox, (MAIL_CONFIRM, None), &path).await.map(drop)
        })
    }
}

//! The mail that tells of a renewal, and the look when it is time to carry it out.

use std::sync::Arc;

use access::Resource;
use kernel::{Actor, ExposeSecret as _, PersonId, manifest::Job};
use organisation::{
    Organisation,
    jobs::{Doing, Worker, arguments},
};
use serde::Deserialize;
use store::{StoreError, jobs::Leased};

use super::{Post, mailbox};
use crate::renewal::{
    actions::{MAIL_RENEWAL, RENEW},
    inventory::{MAIL_ALONE, MAIL_ASKED},
    store::{self as renewal, RenewalId},
};

/// The arguments of both.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Arguments {
    person: PersonId,
    renewal: RenewalId,
}

/// Writes to the person. A mail that is tried again bears a new link, which is the one that works.
pub(super) struct Mails(pub(super) Post);

impl Worker for Mails {
    fn job(&self) -> &'static Job {
        &MAIL_RENEWAL
    }

    fn run<'a>(&'a self, organisation: &'a Arc<Organisation>, job: &'a Leased) -> Doing<'a> {
        Box::pin(async move {
            let Arguments { person, renewal: id } = arguments(job)?;
            let scope = organisation.scope(Actor::Job(MAIL_RENEWAL.name));
            let make = move |work: &mut store::Work<'_>| renewal::link(work, person, id);
            let Some((token, asked)) = organisation.store.write::<_, StoreError, _>(&scope, make).await? else {
                return Ok(());
            };
            let Some(mailbox) = mailbox(organisation, &scope, &MAIL_RENEWAL, person).await? else { return Ok(()) };
            let day = asked.alone.then(|| asked.closes.to_zoned(scope.zone.clone()).date());
            let path = format!("/second-step-renewal/{}", token.expose_secret());
            let words = if day.is_some() { MAIL_ALONE } else { MAIL_ASKED };
            self.0.carry(organisation, &scope, job, mailbox, (words, day), &path).await.map(drop)
        })
    }
}

/// Carries out what was agreed to, or what nobody stopped.
pub(super) struct Renewals;

impl Worker for Renewals {
    fn job(&self) -> &'static Job {
        &RENEW
    }

    fn run<'a>(&'a self, organisation: &'a Arc<Organisation>, job: &'a Leased) -> Doing<'a> {
        Box::pin(async move {
            let Arguments { person, renewal: id } = arguments(job)?;
            let scope = organisation.scope(Actor::Job(RENEW.name));
            organisation.access.decide_job(&scope, &RENEW, &Resource::person(person))?;
            let carry_out = move |work: &mut store::Work<'_>| renewal::carry_out(work, person, id);
            Ok(organisation.store.write::<_, StoreError, _>(&scope, carry_out).await?)
        })
    }
}

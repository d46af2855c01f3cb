//! The code that goes by text message: made when it is sent, and kept as a keyed hash alone.

use std::sync::Arc;

use access::Resource;
use kernel::{Actor, PersonId, manifest::Job};
use organisation::{
    Organisation,
    jobs::{Doing, JobFault, Worker, arguments},
};
use post::{TextMessage, Texting};
use serde::Deserialize;
use store::{StoreError, Work, jobs::Leased};

use crate::{
    Hasher,
    factors::sms::{
        actions::SMS_SEND,
        store::{self as sms, AskingId},
    },
    store::people,
};

/// The arguments of [`SMS_SEND`].
#[derive(Clone, Copy, Debug, Deserialize)]
struct Arguments {
    person: PersonId,
    asking: AskingId,
}

/// Who sends codes; `texting` is the gateway, where the configuration names one.
pub fn text_worker(texting: Option<Arc<dyn Texting>>, hasher: Hasher) -> Arc<dyn Worker> {
    Arc::new(Codes { texting, hasher })
}

/// Sends codes. One that is tried again is another code, and the earlier one is none any more.
struct Codes {
    texting: Option<Arc<dyn Texting>>,
    hasher: Hasher,
}

impl Worker for Codes {
    fn job(&self) -> &'static Job {
        &SMS_SEND
    }

    fn run<'a>(&'a self, organisation: &'a Arc<Organisation>, job: &'a Leased) -> Doing<'a> {
        Box::pin(async move {
            let Arguments { person, asking } = arguments(job)?;
            let texting = self.texting.as_ref().ok_or_else(|| JobFault::Waits("no gateway is named".to_owned()))?;
            let Some(message) = self.made(organisation, person, asking).await? else { return Ok(()) };
            Ok(texting.text(&message).await?)
        })
    }
}

impl Codes {
    /// The message; `None` when nothing is waited for any more.
    async fn made(
        &self,
        organisation: &Arc<Organisation>,
        person: PersonId,
        asking: AskingId,
    ) -> Result<Option<TextMessage>, JobFault> {
        let scope = organisation.scope(Actor::Job(SMS_SEND.name));
        let grant = organisation.access.decide_job(&scope, &SMS_SEND, &Resource::person(person))?;
        let opener = organisation.store.opener(&scope, &grant);
        let code = sms::code(&*scope.rng);
        let hash = sms::hash(&self.hasher, organisation.key.as_str(), person, &code);
        let make = move |work: &mut Work<'_>| {
            let Some(asked) = sms::to_send(work, person, asking)? else { return Ok(None) };
            let number = match &asked.number {
                Some(new) => sms::opened(&opener, new),
                None => sms::number(work, &opener, person),
            };
            let number = match number {
                Err(StoreError::Gone) | Ok(None) => return Ok(None),
                Ok(Some(number)) => number,
                Err(error) => return Err(error),
            };
            sms::made(work, person, asking, hash)?;
            Ok(people::mailbox(work, person)?.map(|(_, language)| (number, language)))
        };
        let made = organisation.store.write::<_, StoreError, _>(&scope, make).await?;
        let message = |(number, language)| {
            TextMessage::code(number, &code, &organisation.base_url, &organisation.voice(language))
        };
        Ok(made.map(message))
    }
}

//! Mails to somebody without an account: each bears a new link, and the earlier one ends.

use std::sync::Arc;

use kernel::{Actor, ExposeSecret as _, Language, id::Id as _, manifest::Job};
use organisation::{
    Organisation,
    jobs::{Doing, JobFault, Worker, arguments},
};
use post::{Address, Carrier, Link, Mail, Notice, Sender};
use serde::Deserialize;
use store::{Reader, StoreError, Work, jobs::Leased, params};

use crate::{
    actions::MAIL,
    inventory::{ASKED, MAIL_CONFIRM, MAIL_NEWS},
    model::{RightsRequestId, about, cell},
    queries,
    store::{
        asking::{CONFIRM_WITHIN, FOLLOW_WITHIN},
        links, term,
    },
};

#[derive(Clone, Copy, Debug, Deserialize)]
struct Arguments {
    request: RightsRequestId,
}

/// Queues a mail with a new link: one that confirms, or one by which the asker sees how it stands.
pub(crate) fn queue_mail(work: &mut Work<'_>, request: RightsRequestId) -> Result<(), StoreError> {
    let now = work.now();
    work.queue(&MAIL, serde_json::json!({ "request": request }), now).map(drop)
}

/// Who does the slice's job.
pub fn worker(carrier: Arc<dyn Carrier>, sender: Address) -> Arc<dyn Worker> {
    Arc::new(Mails { carrier, sender })
}

struct Mails {
    carrier: Arc<dyn Carrier>,
    sender: Address,
}

impl Worker for Mails {
    fn job(&self) -> &'static Job {
        &MAIL
    }

    fn run<'a>(&'a self, organisation: &'a Arc<Organisation>, job: &'a Leased) -> Doing<'a> {
        Box::pin(async move {
            let Arguments { request } = arguments(job)?;
            let Some((to, language, state)) = mailbox(organisation, request).await? else { return Ok(()) };
            let (words, path, lasts) = match state {
                ASKED => (MAIL_CONFIRM, "ask", CONFIRM_WITHIN),
                _ => (MAIL_NEWS, "asked", FOLLOW_WITHIN),
            };
            let scope = organisation.scope(Actor::Job(MAIL.name));
            let ends = scope.now.checked_add(lasts).unwrap_or(scope.now);
            let token = organisation
                .store
                .write::<_, StoreError, _>(&scope, move |work| links::make(work, request, ends))
                .await?;
            let link = Link::new(&organisation.base_url, &format!("/{path}/{}", token.expose_secret()));
            let link = link.map_err(|fault| JobFault::Never(format!("{words}: {fault}")))?;
            let from = Sender { organisation: organisation.name(language), address: self.sender.clone() };
            let notice = Notice { words, to, link, day: None, job: job.id.uuid(), at: scope.now };
            let mail = Mail::compose(notice, &from, &organisation.voice(language));
            Ok(self.carrier.carry(&mail).await?)
        })
    }
}

/// Where the mail goes, in which language, and how the request stands; `None` when it is gone, or when the asker is not
/// reached by mail.
async fn mailbox(
    organisation: &Organisation,
    request: RightsRequestId,
) -> Result<Option<(Address, Language, &'static str)>, JobFault> {
    let scope = organisation.scope(Actor::Job(MAIL.name));
    let found = organisation.store.read::<_, StoreError, _>(&scope, move |reader: &mut Reader<'_>| {
        let Some(term) = term(reader, request)? else { return Ok(None) };
        let Some(row) = reader.one(&queries::MAILBOX, params![request])? else { return Ok(None) };
        Ok(Some((term, row.sealed_opt(0, cell("address", request))?, row.text(1)?.parse().unwrap_or_default())))
    });
    let Some((term, Some(sealed), language)) = found.await? else { return Ok(None) };
    let grant = organisation.access.decide_job(&scope, &MAIL, &about(request, None, ASKED))?;
    let state = term.check(&grant)?.state();
    let address = match organisation.store.opener(&scope, &grant).text(&sealed) {
        Ok(address) => address,
        Err(StoreError::Gone) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    Ok(address.expose_secret().parse().ok().map(|address| (address, language, state)))
}

//! Tells recipients by mail, without content.

use std::sync::Arc;

use access::Guarded as _;
use kernel::{Actor, ExposeSecret as _, id::Id as _, manifest::Job};
use organisation::{
    Organisation,
    jobs::{Doing, JobFault, Worker, arguments},
};
use post::{Address, Carrier, Link, Mail, Notice, Sender};
use serde::Deserialize;
use store::{StoreError, jobs::Leased, params};

use crate::{
    actions::TELL,
    inventory::MAIL_RECIPIENT,
    model::{DisclosureId, TellingId, Way, cell},
    queries, store as kept,
};

/// Those who do the slice's jobs.
pub fn workers(carrier: Arc<dyn Carrier>, sender: Address) -> Vec<Arc<dyn Worker>> {
    vec![Arc::new(Tell { carrier, sender })]
}

struct Tell {
    carrier: Arc<dyn Carrier>,
    sender: Address,
}

#[derive(Deserialize)]
struct Arguments {
    telling: TellingId,
}

impl Worker for Tell {
    fn job(&self) -> &'static Job {
        &TELL
    }

    fn run<'a>(&'a self, organisation: &'a Arc<Organisation>, job: &'a Leased) -> Doing<'a> {
        Box::pin(async move {
            let Arguments { telling } = arguments(job)?;
            self.tell(organisation, job, telling).await
        })
    }
}

impl Tell {
    async fn tell(&self, organisation: &Organisation, job: &Leased, telling: TellingId) -> Result<(), JobFault> {
        let scope = organisation.scope(Actor::Job(TELL.name));
        let found = organisation.store.read::<_, StoreError, _>(&scope, move |reader| {
            let Some(row) = reader.one(&queries::MAILBOX, params![telling])? else { return Ok(None) };
            let id: DisclosureId = row.id(0)?;
            let Some(mail) = row.sealed_opt(1, cell("mail", id))? else { return Ok(None) };
            Ok(kept::term(reader, id)?.map(|disclosure| (disclosure, mail)))
        });
        // Told already, or gone with its period.
        let Some((disclosure, mail)) = found.await? else { return Ok(()) };
        let grant = organisation.access.decide_job(&scope, &TELL, &disclosure.resource())?;
        let to = match organisation.store.opener(&scope, &grant).text(&mail) {
            Ok(address) => address,
            Err(StoreError::Gone) => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        let unfit = |_| JobFault::Never("no address is stored".to_owned());
        let to = to.expose_secret().parse().map_err(unfit)?;
        let link = Link::new(&organisation.base_url, &format!("/tellings/{telling}"));
        let link = link.map_err(|fault| JobFault::Never(fault.to_string()))?;
        let language = scope.language;
        let from = Sender { organisation: organisation.name(language), address: self.sender.clone() };
        let notice = Notice { words: MAIL_RECIPIENT, to, link, job: job.id.uuid(), at: scope.now, day: None };
        let mail = Mail::compose(notice, &from, &organisation.voice(language));
        self.carrier.carry(&mail).await?;
        let told = organisation
            .store
            .write(&scope, move |work| kept::done(work, &grant, (telling, disclosure.id), Way::Mail, None));
        told.await.map(drop).map_err(JobFault::from)
    }
}

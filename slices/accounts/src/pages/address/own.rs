//! The own address: asking for another one, with the password and the second step, and seeing what it waits for.

use std::sync::Arc;

use access::Resource;
use askama::Template;
use http::{Faults, Form, Problem, axum::response::Response, see_other};
use kernel::{ExposeSecret as _, PersonId, page::Seal};
use organisation::{Desk as _, Names, SealAsk, Visit};
use post::Address;
use store::{Opener, Reader, StoreError};
use ui::Page;

use super::super::{
    Failure, day, draw, draw_faulty, knock::Knock, mailbox, me, moment, said, sign_in::own_password, text, with_news,
};
use crate::{
    actions::PASSWORD_CHANGE,
    address::{
        actions::ADDRESS_CHANGE,
        store::{self as change, Side},
    },
    factors::{self, actions::SECOND_CHANGE, store as steps},
    forms::AddressForm,
    store::people,
};

/// A change on its way, as its person sees it.
struct Waiting {
    email: String,
    until: String,
    new_has: bool,
    old_has: bool,
}

#[derive(Template)]
#[template(path = "accounts/address.html")]
struct AddressPage {
    page: Page,
    faults: ui::Faults,
    present: String,
    email: String,
    waiting: Option<Waiting>,
    /// Since when mails come back; empty when they arrive.
    lost: String,
    /// A code is asked for.
    second: bool,
    seal: Seal,
}

/// Opens the second step, where there can be one.
fn second(visit: &Visit, me: PersonId) -> Result<Option<Opener>, Problem> {
    if !factors::offered(&visit.site.plan) {
        return Ok(None);
    }
    Ok(Some(visit.opener(&visit.decide(&SECOND_CHANGE, &Resource::person(me))?)))
}

fn is_asked(reader: &mut Reader<'_>, second: Option<&Opener>, me: PersonId) -> Result<bool, StoreError> {
    second.map_or(Ok(false), |opener| steps::has(reader, opener, me))
}

async fn page(visit: &Visit, email: &str, faults: ui::Faults) -> Result<AddressPage, Problem> {
    let me = me(visit)?;
    let about = Resource::person(me);
    let (opener, second) = (visit.opener(&visit.decide(&ADDRESS_CHANGE, &about)?), second(visit, me)?);
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| {
        let (present, _) = people::mailbox(reader, me)?.ok_or(Failure::Absent)?;
        let lost = mailbox::lost_since(&asker, reader, me)?;
        let waiting = match change::open(reader, me)? {
            Some(change) => Some((text(&opener, &change.email)?, change)),
            None => None,
        };
        let facts = people::folk(reader, &[me])?.facts;
        Ok((text(&opener, &present)?, (waiting, lost), is_asked(reader, second.as_ref(), me)?, facts))
    };
    let (present, (waiting, lost), second, facts) = visit.site.store.read::<_, Failure, _>(&visit.scope, read).await?;
    let voice = visit.voice();
    let page = visit.page(voice.say("accounts-address-title"));
    let page = page.crumb("/profile", voice.say("accounts-profile-title"));
    let news = [
        ("asked", "accounts-address-asked"),
        ("stopped", "accounts-address-stopped"),
        ("tried", "accounts-address-tried"),
    ];
    let since = |at| voice.say1("accounts-address-lost-since", "date", day(visit, &voice, at));
    Ok(AddressPage {
        page: with_news(page, visit, &news),
        faults,
        present,
        email: email.to_owned(),
        lost: lost.map_or_else(String::new, since),
        waiting: waiting.map(|(email, change)| Waiting {
            email,
            until: moment(visit, &voice, change.ends),
            new_has: change.stage.has(Side::New),
            old_has: change.stage.has(Side::Old),
        }),
        second,
        seal: visit.seal(&SealAsk { item: "person.email", about: &about, names: &Names::of(facts), happened: &[] }),
    })
}

/// `GET /profile/address`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    draw(&page(&visit, "", ui::Faults::none()).await?)
}

/// `POST /profile/address`: the same answer whether or not somebody has the new address.
pub(super) async fn ask(visit: Visit, knock: Knock, form: Form<AddressForm>) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&ADDRESS_CHANGE, &Resource::person(me))?;
    let typed = form.typed.get("email").to_owned();
    let faults = match form.checked {
        Ok(form) => match asked(&visit, &knock, me, form).await? {
            Ok(()) => return Ok(see_other("/profile/address?done=asked")),
            Err(faults) => faults,
        },
        Err(faults) => faults,
    };
    draw_faulty(&page(&visit, &typed, said(&faults, &visit.voice())).await?)
}

/// Asks, or says what is wrong. An attempt is spent each time: nobody has mails sent to others without end.
async fn asked(visit: &Visit, knock: &Knock, me: PersonId, form: AddressForm) -> Result<Result<(), Faults>, Problem> {
    if let Err(word) = own_password(visit, knock, &PASSWORD_CHANGE, form.password).await? {
        return Ok(Err(Faults::one("password", word)));
    }
    if knock.at_person(visit, me).is_err() {
        return Ok(Err(Faults::one("password", "accounts-password-slow")));
    }
    let attempt = knock.at_second_step(visit, me);
    let may_try = attempt.is_ok();
    let grant = visit.decide(&ADDRESS_CHANGE, &Resource::person(me))?;
    let (opener, second, plan) = (visit.opener(&grant), second(visit, me)?, Arc::clone(&visit.site.plan));
    let ask = move |work: &mut store::Work<'_>| {
        let (present, _) = people::mailbox(work, me)?.ok_or(Failure::Absent)?;
        if is_same(&text(&opener, &present)?, &form.email) {
            return Ok(Err(Faults::one("email", "accounts-address-same")));
        }
        if let Some(second) = second
            && steps::has(work, &second, me)?
            && !(may_try && steps::spend(work, &second, me, form.code.expose_secret())?)
        {
            return Ok(Err(Faults::one("code", "accounts-second-wrong")));
        }
        change::ask(work, (&grant, &plan), me, &form.email, false)?;
        Ok(Ok(()))
    };
    let done = visit.site.store.write::<_, Failure, _>(&visit.scope, ask).await?;
    if let (Ok(attempt), true) = (attempt, done.is_ok()) {
        attempt.succeeded();
    }
    Ok(done)
}

/// Whether two addresses are of one mailbox.
pub(in crate::pages) fn is_same(present: &str, typed: &Address) -> bool {
    present.parse::<Address>().is_ok_and(|present| present.normalised() == typed.normalised())
}

/// `POST /profile/address/stop`
pub(super) async fn stop(visit: Visit) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&ADDRESS_CHANGE, &Resource::person(me))?;
    let stop = move |work: &mut store::Work<'_>| change::stop(work, me);
    visit.site.store.write::<_, StoreError, _>(&visit.scope, stop).await.map_err(Failure::from)?;
    Ok(see_other("/profile/address?done=stopped"))
}

//! Codes by text message on pages: having one sent at the door, and the number in the own profile.

use access::Resource;
use askama::Template;
use http::{Faults, Fields, Problem, axum::response::Response, see_other};
use kernel::{PersonId, id::Id as _, page::Seal};
use organisation::{Desk as _, Names, SealAsk, Visit, notify};
use post::Number;
use store::{Reader, Work};
use ui::Page;

use super::{
    super::{Failure, day, draw, draw_faulty, knock::Knock, me, said, with_news},
    change::{Fault, change},
    passkeys::Asked,
};
use crate::{
    factors::{
        actions::SECOND_SEE,
        challenge::{self, Act},
        inventory::MAIL_SECOND_CHANGED,
        passkeys,
        sms::{
            self,
            actions::{SMS_CHANGE, SMS_SEE},
            inventory::ITEM,
            store::{self as kept, Attempt},
        },
        store as steps,
    },
    store::people,
};

const OWN: &str = "/profile/text-codes";

#[derive(Template)]
#[template(path = "accounts/text-codes.html")]
struct OwnPage {
    page: Page,
    faults: ui::Faults,
    /// The number, by its end and since when; empty when there is none.
    number: String,
    /// What was typed as a number.
    typed: String,
    /// Something better is there, beside which a number may stand.
    may_add: bool,
    asked: Asked,
    seal: Seal,
}

#[derive(Template)]
#[template(path = "accounts/text-code.html")]
struct ConfirmPage {
    page: Page,
    faults: ui::Faults,
}

fn offered(visit: &Visit) -> Result<(), Problem> {
    if sms::is_offered(&visit.site.plan) { Ok(()) } else { Err(Problem::NotFound) }
}

fn titled(visit: &Visit) -> Page {
    let voice = visit.voice();
    visit.page(voice.say("accounts-sms-title")).crumb("/profile", voice.say("accounts-profile-title"))
}

async fn page(visit: &Visit, knock: &Knock, typed: &str, faults: ui::Faults) -> Result<OwnPage, Problem> {
    let me = me(visit)?;
    let about = Resource::person(me);
    let own = visit.opener(&visit.decide(&SMS_SEE, &about)?);
    let second = visit.opener(&visit.decide(&SECOND_SEE, &about)?);
    let read = move |reader: &mut Reader<'_>| {
        let since = kept::phone(reader, me)?.map(|(_, since)| since);
        let number = kept::number(reader, &own, me)?.zip(since);
        let code = steps::has_app(reader, &second, me)? || steps::codes_left(reader, me)? > 0;
        let has = steps::has(reader, &second, me)?;
        let facts = people::folk(reader, &[me])?.facts;
        Ok((number, (code, passkeys::has(reader, &second, me)?, has), facts))
    };
    let read = visit.site.store.read::<_, Failure, _>(&visit.scope, read).await?;
    let (number, (code, has_passkey, has), facts) = read;
    let voice = visit.voice();
    let shown = |(number, since): (Number, _)| {
        let since = day(visit, &voice, since);
        voice.say2("accounts-sms-since", "ending", number.ending(), "date", &since)
    };
    let challenge = || challenge::make(visit, &knock.hasher, Act::Confirm(me.uuid()));
    let news = [("added", "accounts-sms-added"), ("removed", "accounts-sms-removed")];
    Ok(OwnPage {
        page: with_news(titled(visit), visit, &news),
        faults,
        number: number.map(shown).unwrap_or_default(),
        typed: typed.to_owned(),
        may_add: has,
        asked: Asked { code, challenge: has_passkey.then(challenge).unwrap_or_default() },
        seal: visit.seal(&SealAsk { item: ITEM, about: &about, names: &Names::of(facts), happened: &[] }),
    })
}

/// `GET /profile/text-codes`
pub(in crate::pages) async fn show(visit: Visit, knock: Knock) -> Result<Response, Problem> {
    offered(&visit)?;
    draw(&page(&visit, &knock, "", ui::Faults::none()).await?)
}

async fn again(visit: &Visit, knock: &Knock, typed: &str, (field, word): Fault) -> Result<Response, Problem> {
    draw_faulty(&page(visit, knock, typed, said(&Faults::one(field, word), &visit.voice())).await?)
}

/// `POST /profile/text-codes`: a code goes to the number, which counts when the code has come back.
pub(in crate::pages) async fn add(visit: Visit, knock: Knock, fields: Fields) -> Result<Response, Problem> {
    offered(&visit)?;
    let (me, here, typed) = (me(&visit)?, visit.member()?.session, fields.get("number").to_owned());
    let grant = visit.decide(&SMS_CHANGE, &Resource::person(me))?;
    let Ok(number) = typed.parse::<Number>() else {
        return again(&visit, &knock, &typed, ("number", "accounts-sms-no-number")).await;
    };
    if knock.at_text(&visit, me, &number).is_err() {
        return again(&visit, &knock, &typed, ("number", "accounts-sms-often")).await;
    }
    let asked = change(&visit, &knock, (&fields, "code"), move |work, _, opener| {
        // Beside something better alone.
        if !steps::has(work, opener, me)? {
            return Err(Failure::Conflict);
        }
        Ok(kept::ask(work, me, Attempt::in_session(here), Some((&grant, &number)))?)
    });
    match asked.await? {
        Ok(()) => draw(&ConfirmPage { page: titled(&visit), faults: ui::Faults::none() }),
        Err(fault) => again(&visit, &knock, &typed, fault).await,
    }
}

/// `POST /profile/text-codes/confirmation`
pub(in crate::pages) async fn confirm(visit: Visit, knock: Knock, fields: Fields) -> Result<Response, Problem> {
    offered(&visit)?;
    let (me, here) = (me(&visit)?, visit.member()?.session);
    let grant = visit.decide(&SMS_CHANGE, &Resource::person(me))?;
    let faulty = |word: &'static str| {
        let faults = said(&Faults::one("code", word), &visit.voice());
        draw_faulty(&ConfirmPage { page: titled(&visit), faults })
    };
    let Ok(attempt) = knock.at_second_step(&visit, me) else { return faulty("accounts-password-slow") };
    let typed = kept::typed(&knock.hasher, visit.site.key.as_str(), me, fields.get("code"));
    let opener = visit.opener(&grant);
    let set = move |work: &mut Work<'_>| {
        let Some(asked) = kept::spend(work, me, (Attempt::in_session(here), &typed))? else { return Ok(false) };
        let number = asked.number.map(|sealed| kept::opened(&opener, &sealed)).transpose()?.flatten();
        kept::set(work, &grant, me, &number.ok_or(Failure::Conflict)?)?;
        notify(work, me, MAIL_SECOND_CHANGED, "/sign-in/help")?;
        Ok(true)
    };
    if !visit.site.store.write::<_, Failure, _>(&visit.scope, set).await? {
        return faulty("accounts-sms-wrong");
    }
    attempt.succeeded();
    Ok(see_other(&format!("{OWN}?done=added")))
}

/// `POST /profile/text-codes/removal`
pub(in crate::pages) async fn remove(visit: Visit, knock: Knock, fields: Fields) -> Result<Response, Problem> {
    offered(&visit)?;
    let me = me(&visit)?;
    visit.decide(&SMS_CHANGE, &Resource::person(me))?;
    let removed = change(&visit, &knock, (&fields, "code"), move |work, _, _| {
        kept::remove(work, me)?;
        Ok(notify(work, me, MAIL_SECOND_CHANGED, "/sign-in/help")?)
    });
    match removed.await? {
        Ok(()) => Ok(see_other(&format!("{OWN}?done=removed"))),
        Err(fault) => again(&visit, &knock, "", fault).await,
    }
}

/// Has a code sent to somebody whose password was right; the end of the number to which it goes. `None` when there is no
/// number, or when enough was sent.
pub(super) async fn send(
    visit: &Visit,
    knock: &Knock,
    person: PersonId,
    proof: &str,
) -> Result<Option<String>, Problem> {
    let (asker, scope) = (visit.clone(), visit.scope.as_job(sms::actions::SMS_CHECK.name));
    let look = move |reader: &mut Reader<'_>| {
        let (_, opener) = super::super::as_job(&asker.site, &asker.scope, &sms::actions::SMS_CHECK, person)?;
        Ok(kept::number(reader, &opener, person)?)
    };
    let Some(number) = visit.site.store.read::<_, Failure, _>(&scope, look).await? else { return Ok(None) };
    if knock.at_text(visit, person, &number).is_err() {
        return Ok(None);
    }
    let attempt = Attempt::at_door(proof);
    let ask = move |work: &mut Work<'_>| Ok(kept::ask(work, person, attempt, None)?);
    visit.site.store.write::<_, Failure, _>(&scope, ask).await?;
    Ok(Some(number.ending().to_owned()))
}

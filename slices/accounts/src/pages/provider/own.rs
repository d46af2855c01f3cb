//! The own account at the provider: whether one signs in with it, linking it, taking the link away. Each change asks for the
//! password, and for what there is besides it, and is told by mail.

use access::Resource;
use askama::Template;
use http::{Faults, Fields, Problem, axum::response::Response, see_other};
use kernel::{PersonId, SecretString, id::Id as _, page::Seal};
use organisation::{Desk as _, Names, SealAsk, Visit};
use store::{Opener, Reader, Work};
use ui::Page;

use super::{
    super::{Failure, day, draw, draw_faulty, knock::Knock, me, said, sign_in::own_password, with_news},
    go::go,
};
use crate::{
    actions::PASSWORD_CHANGE,
    factors::{
        self,
        actions::SECOND_CHANGE,
        challenge::{self, Act},
        passkeys,
        showing::Showing,
        store as steps,
        webauthn::Place,
    },
    provider::{
        self,
        actions::{PROVIDER_CHANGE, PROVIDER_SEE},
        errand::Wish,
        inventory::ITEM,
        store as links,
    },
    store::{people, sessions},
};

const OWN: &str = "/profile/provider";

/// What the form needs to ask for the factors that there are.
struct Asked {
    /// There is a code to type.
    code: bool,
    /// The challenge for a passkey; empty when there is none.
    challenge: String,
}

#[derive(Template)]
#[template(path = "accounts/provider.html")]
struct OwnPage {
    page: Page,
    faults: ui::Faults,
    provider: String,
    /// Since when one signs in this way; empty when one does not.
    since: String,
    /// Without a password nothing is changed: it is what is left, and what is asked for.
    has_password: bool,
    asked: Asked,
    seal: Seal,
}

/// What opens the second step, where there can be one.
fn second(visit: &Visit, me: PersonId) -> Result<Option<Opener>, Problem> {
    if !factors::offered(&visit.site.plan) {
        return Ok(None);
    }
    Ok(Some(visit.opener(&visit.decide(&SECOND_CHANGE, &Resource::person(me))?)))
}

async fn page(visit: &Visit, knock: &Knock, faults: ui::Faults) -> Result<OwnPage, Problem> {
    let (_, provider) = knock.provider(visit).ok_or(Problem::NotFound)?;
    let me = me(visit)?;
    let about = Resource::person(me);
    // The line of the access log, as for everything that is shown of a person.
    visit.opener(&visit.decide(&PROVIDER_SEE, &about)?);
    let second = second(visit, me)?;
    let read = move |reader: &mut Reader<'_>| {
        let (mut code, mut passkey) = (false, false);
        if let Some(second) = &second {
            code = steps::has_app(reader, second, me)? || steps::codes_left(reader, me)? > 0;
            passkey = passkeys::has(reader, second, me)?;
        }
        let has_password = people::credential(reader, me)?.is_some();
        let facts = people::folk(reader, &[me])?.facts;
        Ok((links::since(reader, me)?, has_password, (code, passkey), facts))
    };
    let read = visit.site.store.read::<_, Failure, _>(&visit.scope, read).await?;
    let (since, has_password, (code, passkey), facts) = read;
    let voice = visit.voice();
    let challenge = || challenge::make(visit, &knock.hasher, Act::Confirm(me.uuid()));
    let page = visit.page(voice.say1("accounts-provider-enter", "provider", &provider));
    let page = page.crumb("/profile", voice.say("accounts-profile-title"));
    let news = [("linked", "accounts-provider-linked"), ("unlinked", "accounts-provider-unlinked-done")];
    Ok(OwnPage {
        page: with_news(page, visit, &news),
        faults,
        provider,
        since: since.map(|at| day(visit, &voice, at)).unwrap_or_default(),
        has_password,
        asked: Asked { code, challenge: passkey.then(challenge).unwrap_or_default() },
        seal: visit.seal(&SealAsk { item: ITEM, about: &about, names: &Names::of(facts), happened: &[] }),
    })
}

/// `GET /profile/provider`
pub(super) async fn show(visit: Visit, knock: Knock) -> Result<Response, Problem> {
    draw(&page(&visit, &knock, ui::Faults::none()).await?)
}

/// `POST /profile/provider`: `do` says whether the account there is linked, by signing in there, or the link goes.
pub(super) async fn change(visit: Visit, knock: Knock, fields: Fields) -> Result<Response, Problem> {
    knock.provider(&visit).ok_or(Problem::NotFound)?;
    let (me, here) = (me(&visit)?, visit.member()?.session);
    visit.decide(&PROVIDER_CHANGE, &Resource::person(me))?;
    let (removes, plan) = (fields.get("do") == "removal", std::sync::Arc::clone(&visit.site.plan));
    let changed = confirmed(&visit, &knock, &fields, move |work| match (removes, links::since(work, me)?.is_some()) {
        (true, true) => {
            links::unlink(work, me)?;
            links::tell(work, me)?;
            // Whoever came in that way elsewhere comes in no more.
            Ok(sessions::end_others(work, here, me)?)
        }
        (false, false) if provider::named(&plan, Some(&people::roles(work, me)?)) => Ok(()),
        _ => Err(Failure::Conflict),
    });
    match changed.await? {
        Ok(()) if removes => Ok(see_other(&format!("{OWN}?done=unlinked"))),
        Ok(()) => go(&visit, &knock, &Wish::Link(here), "").await,
        Err(faults) => draw_faulty(&page(&visit, &knock, said(&faults, &visit.voice())).await?),
    }
}

/// Does something in one unit of work with the factors that were shown for it, or says what is wrong with them.
async fn confirmed(
    visit: &Visit,
    knock: &Knock,
    fields: &Fields,
    then: impl FnOnce(&mut Work<'_>) -> Result<(), Failure> + Send + 'static,
) -> Result<Result<(), Faults>, Problem> {
    let me = me(visit)?;
    let password = SecretString::from(fields.get("password"));
    if let Err(word) = own_password(visit, knock, &PASSWORD_CHANGE, password).await? {
        return Ok(Err(Faults::one("password", word)));
    }
    let Ok(attempt) = knock.at_second_step(visit, me) else {
        return Ok(Err(Faults::one("code", "accounts-password-slow")));
    };
    let showing = Showing::of(visit, &knock.hasher, Act::Confirm(me.uuid()), (fields, "code"));
    let (field, word) = showing.refusal("code");
    let (second, place) = (second(visit, me)?, Place::at(&visit.site.base_url));
    let done = visit.site.store.write::<_, Failure, _>(&visit.scope, move |work| {
        if let Some(second) = &second
            && steps::has(work, second, me)?
            && !showing.spend(work, second, me, &place)?
        {
            return Ok(false);
        }
        then(work).map(|()| true)
    });
    if !done.await? {
        return Ok(Err(Faults::one(field, word)));
    }
    attempt.succeeded();
    Ok(Ok(()))
}

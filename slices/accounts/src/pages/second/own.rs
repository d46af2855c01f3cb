//! One's own app for codes: whether there is one, setting it up, new recovery codes, taking it away. Each change asks for
//! the password, and for what there is besides it, and is told by mail.

use access::Resource;
use askama::Template;
use http::{Faults, Fields, Form, Problem, axum::response::Response, see_other};
use kernel::{PersonId, id::Id as _, page::Seal};
use organisation::{Desk as _, Names, SealAsk, Visit, notify};
use statement::plan::Factor;
use store::{Reader, StoreError, Work};
use ui::Page;

use super::{
    super::{Failure, day, draw, draw_faulty, knock::Knock, me, person, said, with_news},
    app::{AppForm, Offered, shown_once},
    change::change as changed,
};
use crate::{
    actions::PROFILE_SEE,
    factors::{
        self,
        actions::SECOND_SEE,
        challenge::{self, Act},
        codes,
        inventory::{ITEM, MAIL_SECOND_CHANGED},
        passkeys, store as steps,
    },
    store::{people, sessions},
};

const OWN: &str = "/profile/second-step";

#[derive(Template)]
#[template(path = "accounts/own-second.html")]
struct OwnPage {
    page: Page,
    faults: ui::Faults,
    /// Since when there is an app; empty when there is none.
    since: String,
    left: i64,
    /// The statement offers recovery codes.
    codes: bool,
    /// The role demands a second step, and there is no other: it cannot be taken away.
    stays: bool,
    /// The challenge for a passkey; empty when there is none.
    challenge: String,
    app: Offered,
    seal: Seal,
}

async fn page(visit: &Visit, knock: &Knock, secret: Option<&[u8]>, faults: ui::Faults) -> Result<OwnPage, Problem> {
    let me = me(visit)?;
    let about = Resource::person(me);
    let opener = visit.opener(&visit.decide(&SECOND_SEE, &about)?);
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| {
        let profile = person::open(&asker, reader, &PROFILE_SEE, me)?;
        let since = match steps::has_app(reader, &opener, me)? {
            true => steps::authenticator(reader, me)?.map(|found| found.made_at),
            false => None,
        };
        let (left, has_passkey) = (steps::codes_left(reader, me)?, passkeys::has(reader, &opener, me)?);
        Ok((profile, since, (left, has_passkey), people::folk(reader, &[me])?.facts))
    };
    let read = visit.site.store.read::<_, Failure, _>(&visit.scope, read).await?;
    let (profile, since, (left, has_passkey), facts) = read;
    let voice = visit.voice();
    let page = visit.page(voice.say("accounts-second-title"));
    let page = page.crumb("/profile", voice.say("accounts-profile-title"));
    let (drawn, plan) = (codes::secret(&*visit.scope.rng), &visit.site.plan);
    let challenge = || challenge::make(visit, &knock.hasher, Act::Confirm(me.uuid()));
    let news = [("removed", "accounts-second-removed"), ("set-up", "accounts-second-set-up")];
    Ok(OwnPage {
        page: with_news(page, visit, &news),
        faults,
        since: since.map(|at| day(visit, &voice, at)).unwrap_or_default(),
        left,
        codes: factors::offers(plan, Factor::RecoveryCodes),
        stays: !has_passkey && factors::demanded(plan, profile.roles.iter().map(String::as_str)),
        challenge: has_passkey.then(challenge).unwrap_or_default(),
        app: Offered::of(visit, secret.unwrap_or(&drawn), &profile.email),
        seal: visit.seal(&SealAsk { item: ITEM, about: &about, names: &Names::of(facts), happened: &[] }),
    })
}

/// `GET /profile/second-step`
pub(in crate::pages) async fn show(visit: Visit, knock: Knock) -> Result<Response, Problem> {
    offered(&visit)?;
    draw(&page(&visit, &knock, None, ui::Faults::none()).await?)
}

fn offered(visit: &Visit) -> Result<(), Problem> {
    if factors::offers(&visit.site.plan, Factor::Totp) { Ok(()) } else { Err(Problem::NotFound) }
}

/// `POST /profile/second-step`
pub(in crate::pages) async fn set_up(visit: Visit, knock: Knock, form: Form<AppForm>) -> Result<Response, Problem> {
    offered(&visit)?;
    let (me, here) = (me(&visit)?, visit.member()?.session);
    let secret = codes::secret_of(form.typed.get("secret"));
    let secret = secret.as_ref().map(|secret| secret.as_slice());
    let again = async |faults: Faults| draw_faulty(&page(&visit, &knock, secret, said(&faults, &visit.voice())).await?);
    let app = match form.checked {
        Ok(app) => app,
        Err(faults) => return again(faults).await,
    };
    let Some(shown) = codes::fitting(&app.secret, &app.code, visit.scope.now, 0) else {
        return again(Faults::one("code", "accounts-second-wrong")).await;
    };
    let plan = std::sync::Arc::clone(&visit.site.plan);
    let set = changed(&visit, &knock, (&form.typed, "recovery"), move |work, grant, opener| {
        if steps::has_app(work, opener, me)? {
            return Err(Failure::LinkSpent);
        }
        steps::set(work, grant, me, &app.secret, shown)?;
        sessions::second_shown(work, here, me)?;
        sessions::end_others(work, here, me)?;
        told(work, me)?;
        Ok(steps::first_codes(work, &plan, me)?)
    });
    match set.await? {
        Ok(codes) => shown_once(&visit, codes, format!("{OWN}?done=set-up")),
        Err((field, word)) => again(Faults::one(field, word)).await,
    }
}

/// A mail that something changed.
fn told(work: &mut Work<'_>, me: PersonId) -> Result<(), StoreError> {
    notify(work, me, MAIL_SECOND_CHANGED, "/sign-in/help")
}

/// `POST /profile/second-step/change`: `do` says whether new recovery codes are made, or the app goes.
pub(in crate::pages) async fn change(visit: Visit, knock: Knock, fields: Fields) -> Result<Response, Problem> {
    offered(&visit)?;
    let (me, roles) = (me(&visit)?, visit.member()?.member.roles.clone());
    let removes = fields.get("do") == "removal";
    let demanded = factors::demanded(&visit.site.plan, roles.iter().map(|role| &*role.key));
    let made = changed(&visit, &knock, (&fields, "code"), move |work, _, opener| {
        if !steps::has_app(work, opener, me)? {
            return Err(Failure::Conflict);
        }
        told(work, me)?;
        if !removes {
            return Ok(steps::recovery_anew(work, me)?);
        }
        steps::remove(work, me)?;
        match (passkeys::has(work, opener, me)?, demanded) {
            (true, _) => {}
            (false, true) => return Err(Failure::Absent),
            (false, false) => steps::remove_codes(work, me)?,
        }
        Ok(Vec::new())
    });
    match made.await? {
        Ok(codes) if !removes => shown_once(&visit, codes, OWN.to_owned()),
        Ok(_) => Ok(see_other("/profile/second-step?done=removed")),
        Err((field, word)) => {
            draw_faulty(&page(&visit, &knock, None, said(&Faults::one(field, word), &visit.voice())).await?)
        }
    }
}

//! One's own second step: whether there is one, setting it up, new recovery codes, taking it away. Each change asks for
//! the password, and for a code once there is one, and is told by mail.

use access::Resource;
use askama::Template;
use http::{Faults, Fields, Form, Problem, axum::response::Response, see_other};
use kernel::{PersonId, page::Seal};
use organisation::{Desk as _, Names, SealAsk, Visit, notify};
use store::{Reader, StoreError, Work};
use ui::Page;

use super::{
    super::{Failure, day, draw, draw_faulty, knock::Knock, me, person, said, sign_in::own_password, with_news},
    app::{AppForm, CodesPage, Offered},
};
use crate::{
    actions::PROFILE_SEE,
    factors::{
        self,
        actions::{SECOND_CHANGE, SECOND_SEE},
        codes,
        inventory::{ITEM, MAIL_SECOND_CHANGED},
        store as steps,
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
    /// The role demands it: it cannot be taken away.
    demanded: bool,
    app: Offered,
    seal: Seal,
}

async fn page(visit: &Visit, secret: Option<&[u8]>, faults: ui::Faults) -> Result<OwnPage, Problem> {
    let me = me(visit)?;
    let about = Resource::person(me);
    let opener = visit.opener(&visit.decide(&SECOND_SEE, &about)?);
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| {
        let profile = person::open(&asker, reader, &PROFILE_SEE, me)?;
        let since = match steps::has(reader, &opener, me)? {
            true => steps::authenticator(reader, me)?.map(|found| found.made_at),
            false => None,
        };
        Ok((profile, since, steps::codes_left(reader, me)?, people::folk(reader, &[me])?.facts))
    };
    let (profile, since, left, facts) = visit.site.store.read::<_, Failure, _>(&visit.scope, read).await?;
    let voice = visit.voice();
    let page = visit.page(voice.say("accounts-second-title"));
    let page = page.crumb("/profile", voice.say("accounts-profile-title"));
    let drawn = codes::secret(&*visit.scope.rng);
    Ok(OwnPage {
        page: with_news(page, visit, &[("removed", "accounts-second-removed")]),
        faults,
        since: since.map(|at| day(visit, &voice, at)).unwrap_or_default(),
        left,
        demanded: factors::demanded(&visit.site.plan, profile.roles.iter().map(String::as_str)),
        app: Offered::of(visit, secret.unwrap_or(&drawn), &profile.email),
        seal: visit.seal(&SealAsk { item: ITEM, about: &about, names: &Names::of(facts), happened: &[] }),
    })
}

/// `GET /profile/second-step`
pub(in crate::pages) async fn show(visit: Visit) -> Result<Response, Problem> {
    offered(&visit)?;
    draw(&page(&visit, None, ui::Faults::none()).await?)
}

fn offered(visit: &Visit) -> Result<(), Problem> {
    if factors::offered(&visit.site.plan) { Ok(()) } else { Err(Problem::NotFound) }
}

/// `POST /profile/second-step`
pub(in crate::pages) async fn set_up(visit: Visit, knock: Knock, form: Form<AppForm>) -> Result<Response, Problem> {
    offered(&visit)?;
    let (me, here) = (me(&visit)?, visit.member()?.session);
    let grant = visit.decide(&SECOND_CHANGE, &Resource::person(me))?;
    let secret = codes::secret_of(form.typed.get("secret"));
    let secret = secret.as_ref().map(|secret| secret.as_slice());
    let form = match form.checked {
        Ok(form) => form,
        Err(faults) => return draw_faulty(&page(&visit, secret, said(&faults, &visit.voice())).await?),
    };
    let mut faults = Faults::none();
    let shown = codes::fitting(&form.secret, &form.code, visit.scope.now, 0);
    if shown.is_none() {
        faults.add("code", "accounts-second-wrong");
    }
    if let Err(word) = own_password(&visit, &knock, &crate::actions::PASSWORD_CHANGE, form.password).await? {
        faults.add("password", word);
    }
    let Some(shown) = shown.filter(|_| faults.is_empty()) else {
        return draw_faulty(&page(&visit, secret, said(&faults, &visit.voice())).await?);
    };
    let opener = visit.opener(&grant);
    let made = visit.site.store.write::<_, Failure, _>(&visit.scope, move |work| {
        if steps::has(work, &opener, me)? {
            return Err(Failure::LinkSpent);
        }
        steps::set(work, &grant, me, &form.secret, shown)?;
        sessions::second_shown(work, here, me)?;
        sessions::end_others(work, here, me)?;
        told(work, me)
    });
    draw(&CodesPage::of(&visit, made.await?, OWN.to_owned()))
}

/// New recovery codes, and a mail that something changed.
fn told(work: &mut Work<'_>, me: PersonId) -> Result<Vec<String>, Failure> {
    notify(work, me, MAIL_SECOND_CHANGED, "/sign-in/help")?;
    Ok(steps::recovery_anew(work, me)?)
}

/// `POST /profile/second-step/change`: `do` says whether new recovery codes are made, or the second step goes.
pub(in crate::pages) async fn change(visit: Visit, knock: Knock, fields: Fields) -> Result<Response, Problem> {
    offered(&visit)?;
    let me = me(&visit)?;
    let grant = visit.decide(&SECOND_CHANGE, &Resource::person(me))?;
    let removes = fields.get("do") == "removal";
    let roles = visit.member()?.member.roles.clone();
    if removes && factors::demanded(&visit.site.plan, roles.iter().map(|role| &*role.key)) {
        return Err(Problem::Refused(None));
    }
    let password = kernel::SecretString::from(fields.get("password"));
    if let Err(word) = own_password(&visit, &knock, &crate::actions::PASSWORD_CHANGE, password).await? {
        let faults = said(&Faults::one("password", word), &visit.voice());
        return draw_faulty(&page(&visit, None, faults).await?);
    }
    let attempt = knock.at_second_step(&visit, me).ok();
    let (opener, typed, may_try) = (visit.opener(&grant), fields.get("code").to_owned(), attempt.is_some());
    let changed = visit.site.store.write::<_, Failure, _>(&visit.scope, move |work| {
        if !may_try || !steps::spend(work, &opener, me, &typed)? {
            return Ok(None);
        }
        if removes {
            steps::remove(work, me)?;
            notify(work, me, MAIL_SECOND_CHANGED, "/sign-in/help").map_err(StoreError::into).map(|()| Some(Vec::new()))
        } else {
            told(work, me).map(Some)
        }
    });
    let Some(made) = changed.await? else {
        let word = if may_try { "accounts-second-wrong" } else { "accounts-password-slow" };
        return draw_faulty(&page(&visit, None, said(&Faults::one("code", word), &visit.voice())).await?);
    };
    if let Some(attempt) = attempt {
        attempt.succeeded();
    }
    if removes {
        return Ok(see_other("/profile/second-step?done=removed"));
    }
    draw(&CodesPage::of(&visit, made, OWN.to_owned()))
}

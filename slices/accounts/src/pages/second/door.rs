//! The second step at the door: after the password, and before there is a session.

use std::sync::Arc;

use askama::Template;
use http::{
    Fields, Form, Problem, SessionCookie,
    axum::{
        http::StatusCode,
        response::{IntoResponse, Response},
    },
    local_path, see_other,
};
use kernel::{PersonId, Timestamp};
use organisation::{Desk as _, Visit, notify, pages::draw_again};
use store::Reader;
use ui::Page;

use super::{
    super::{
        Failure, as_job, draw, draw_faulty,
        knock::Knock,
        said,
        sign_in::{clock, onward},
    },
    app::{AppForm, CodesPage, Offered},
};
use crate::{
    browser, device,
    factors::{self, actions::CHECK, codes, halfway, inventory::MAIL_SECOND_CHANGED, store as steps},
    store::{people, sessions},
};

/// What comes after a password that is right.
pub(in crate::pages) enum After {
    /// A session.
    Session,
    /// This page first.
    Page(Response),
}

#[derive(Template)]
#[template(path = "accounts/second-step.html")]
struct StepPage {
    page: Page,
    faults: ui::Faults,
    proof: String,
    next: String,
}

#[derive(Template)]
#[template(path = "accounts/second-app.html")]
struct AppPage {
    page: Page,
    faults: ui::Faults,
    proof: String,
    next: String,
    app: Offered,
}

fn step_page(visit: &Visit, proof: &str, next: &str, faults: ui::Faults) -> StepPage {
    let page = visit.page(visit.voice().say("accounts-second-title"));
    StepPage { page, faults, proof: proof.to_owned(), next: next.to_owned() }
}

fn app_page(visit: &Visit, (proof, next): (&str, &str), secret: &[u8], account: &str, faults: ui::Faults) -> AppPage {
    AppPage {
        page: visit.page(visit.voice().say("accounts-second-app-title")),
        faults,
        proof: proof.to_owned(),
        next: next.to_owned(),
        app: Offered::of(visit, secret, account),
    }
}

/// Whether a person has a second step, and has to have one.
async fn standing(visit: &Visit, person: PersonId) -> Result<(bool, bool), Problem> {
    let asker = visit.clone();
    let scope = visit.scope.as_job(CHECK.name);
    let look = move |reader: &mut Reader<'_>| {
        let (_, opener) = as_job(&asker.site, &asker.scope, &CHECK, person)?;
        let roles = people::roles(reader, person)?;
        let demanded = factors::demanded(&asker.site.plan, roles.iter().map(String::as_str));
        Ok((steps::has(reader, &opener, person)?, demanded))
    };
    Ok(visit.site.store.read::<_, Failure, _>(&scope, look).await?)
}

/// What follows for somebody whose password was right; `account` is what an app calls the account.
pub(in crate::pages) async fn after_password(
    visit: &Visit,
    knock: &Knock,
    person: PersonId,
    account: &str,
    next: &str,
) -> Result<After, Problem> {
    if !factors::offered(&visit.site.plan) {
        return Ok(After::Session);
    }
    let proof = halfway::proof(visit, &knock.hasher, person);
    match standing(visit, person).await? {
        (true, _) => Ok(After::Page(draw(&step_page(visit, &proof, next, ui::Faults::none()))?)),
        (false, true) => {
            let secret = codes::secret(&*visit.scope.rng);
            let page = app_page(visit, (&proof, next), &secret, account, ui::Faults::none());
            Ok(After::Page(draw(&page)?))
        }
        (false, false) => Ok(After::Session),
    }
}

/// `POST /sign-in/second-step`
pub(in crate::pages) async fn step(visit: Visit, knock: Knock, fields: Fields) -> Result<Response, Problem> {
    let (proof, next) = (fields.get("proof"), local_path(fields.get("next")).unwrap_or_default());
    let Some(person) = halfway::person(&visit, &knock.hasher, proof) else {
        return Ok(see_other(&visit.link("/sign-in")));
    };
    let again = |word: &str, until: Option<Timestamp>| {
        let voice = visit.voice();
        let mut faults = ui::Faults::none();
        let said = until.map_or_else(|| voice.say(word), |until| voice.say1(word, "time", clock(&visit, until)));
        faults.add("code", said);
        step_page(&visit, proof, next, faults)
    };
    let attempt = match knock.at_second_step(&visit, person) {
        Ok(attempt) => attempt,
        Err(until) => return draw_again(&again("accounts-second-slow", Some(until)), StatusCode::TOO_MANY_REQUESTS),
    };
    let (typed, device, site) =
        (fields.get("code").to_owned(), browser::named(&knock.headers), Arc::clone(&visit.site));
    let scope = visit.scope.as_job(CHECK.name);
    let asker = scope.clone();
    let enter = move |work: &mut store::Work<'_>| {
        let (_, opener) = as_job(&site, &asker, &CHECK, person)?;
        // Whoever has left meanwhile has no way in.
        let active = people::standing(work, person)?.is_some_and(|own| own.state() == crate::model::State::Active);
        if !active || !steps::spend(work, &opener, person, &typed)? {
            return Ok(None);
        }
        Ok(Some(sessions::begin(work, person, &site.plan, sessions::Device { name: &device, second: true })?))
    };
    let Some(begun) = visit.site.store.write::<_, Failure, _>(&scope, enter).await? else {
        return draw_faulty(&again("accounts-second-wrong", None));
    };
    attempt.succeeded();
    let remembered = device::remember(&visit, &knock.hasher, person);
    let cookie = SessionCookie::set(&begun.token, begun.seconds);
    Ok((cookie, remembered, see_other(&onward(&visit, person, next))).into_response())
}

/// `POST /sign-in/second-step/app`: for somebody whose role demands a second step, and who has none yet.
pub(in crate::pages) async fn set_up(visit: Visit, knock: Knock, form: Form<AppForm>) -> Result<Response, Problem> {
    let (proof, next) = (form.typed.get("proof"), local_path(form.typed.get("next")).unwrap_or_default());
    let Some(person) = halfway::person(&visit, &knock.hasher, proof) else {
        return Ok(see_other(&visit.link("/sign-in")));
    };
    let secret = codes::secret_of(form.typed.get("secret")).unwrap_or_else(|| codes::secret(&*visit.scope.rng));
    let again = |faults: &http::Faults| app_page(&visit, (proof, next), &secret, "", said(faults, &visit.voice()));
    let form = match form.checked {
        Ok(form) => form,
        Err(faults) => return draw_faulty(&again(&faults)),
    };
    let Some(shown) = codes::fitting(&form.secret, &form.code, visit.scope.now, 0) else {
        return draw_faulty(&again(&http::Faults::one("code", "accounts-second-wrong")));
    };
    let (device, site) = (browser::named(&knock.headers), Arc::clone(&visit.site));
    let scope = visit.scope.as_job(CHECK.name);
    let asker = scope.clone();
    let enter = move |work: &mut store::Work<'_>| {
        let (grant, opener) = as_job(&site, &asker, &CHECK, person)?;
        // Whoever has a second step shows it: a password alone never replaces it.
        if steps::has(work, &opener, person)? {
            return Err(Failure::LinkSpent);
        }
        steps::set(work, &grant, person, &form.secret, shown)?;
        let made = steps::recovery_anew(work, person)?;
        notify(work, person, MAIL_SECOND_CHANGED, "/sign-in/help")?;
        sessions::end_all(work, person)?;
        Ok((made, sessions::begin(work, person, &site.plan, sessions::Device { name: &device, second: true })?))
    };
    let (made, begun) = visit.site.store.write::<_, Failure, _>(&scope, enter).await?;
    let remembered = device::remember(&visit, &knock.hasher, person);
    let cookie = SessionCookie::set(&begun.token, begun.seconds);
    Ok((cookie, remembered, draw(&CodesPage::of(&visit, made, onward(&visit, person, next)))?).into_response())
}

//! Signing in and out. Whether an address is known is told to nobody: equal words, equal work.

use std::sync::Arc;

use askama::Template;
use http::{
    Form, Problem, SessionCookie,
    axum::{
        Extension,
        response::{IntoResponse, Response},
    },
    local_path, see_other,
};
use kernel::{PersonId, SecretString};
use organisation::{AMENDMENT, Desk as _, Visit};
use store::StoreError;
use ui::Page;
use zeroize::Zeroizing;

use super::{Failure, as_job, busy, draw, draw_faulty, me, said, with_news};
use crate::{
    Hasher, Verdict,
    actions::SIGN_IN,
    forms::SignInForm,
    model::State,
    store::{people, sessions},
};

#[derive(Template)]
#[template(path = "accounts/sign-in.html")]
struct SignInPage {
    page: Page,
    faults: ui::Faults,
    email: String,
    next: String,
}

fn page(visit: &Visit, email: &str, next: &str, faults: ui::Faults) -> SignInPage {
    let page = visit.page(visit.voice().say("accounts-sign-in-title"));
    let news =
        [("out", "accounts-signed-out"), ("password", "accounts-password-changed"), ("declined", "accounts-declined")];
    let next = local_path(next).unwrap_or_default().to_owned();
    SignInPage { page: with_news(page, visit, &news), faults, email: email.to_owned(), next }
}

/// `GET /sign-in`
pub(super) async fn form(visit: Visit) -> Result<Response, Problem> {
    let next = visit.query.get("next");
    if visit.session.is_some() {
        return Ok(see_other(local_path(next).unwrap_or("/")));
    }
    draw(&page(&visit, "", next, ui::Faults::none()))
}

/// `POST /sign-in`
pub(super) async fn sign_in(
    visit: Visit,
    Extension(hasher): Extension<Hasher>,
    form: Form<SignInForm>,
) -> Result<Response, Problem> {
    let (typed, next) = (form.typed.get("email").to_owned(), form.typed.get("next").to_owned());
    let faults = match form.checked {
        Err(faults) => said(&faults, &visit.voice()),
        Ok(form) => {
            if let Some((person, begun)) = begin(&visit, &hasher, form).await? {
                let cookie = SessionCookie::set(&begun.token, begun.seconds);
                return Ok((cookie, see_other(&after(&visit, person, &next))).into_response());
            }
            let mut faults = ui::Faults::none();
            faults.add("email", visit.voice().say("accounts-sign-in-wrong"));
            faults
        }
    };
    draw_faulty(&page(&visit, &typed, &next, faults))
}

/// Where somebody goes who has just signed in: to what changes in the statement, while that waits for an answer; else
/// where they were going.
fn after(visit: &Visit, person: PersonId, next: &str) -> String {
    let next = local_path(next).unwrap_or("/");
    match visit.site.store.choices().asks(person) {
        Some(_) if next == "/" => AMENDMENT.to_owned(),
        Some(_) => http::with_next(AMENDMENT, next),
        None => next.to_owned(),
    }
}

/// A session for whoever has this address and password, and takes part.
async fn begin(
    visit: &Visit,
    hasher: &Hasher,
    form: SignInForm,
) -> Result<Option<(PersonId, sessions::Begun)>, Problem> {
    let asker = visit.clone();
    let SignInForm { email, password } = form;
    let scope = visit.scope.as_job(SIGN_IN.name);
    let found = visit
        .site
        .store
        .read::<_, Failure, _>(&scope, move |reader| {
            let Some(email) = email else { return Ok(None) };
            let Some(person) = people::by_email(reader, &email)? else { return Ok(None) };
            let active = people::standing(reader, person)?.is_some_and(|standing| standing.state() == State::Active);
            let Some(sealed) = people::credential(reader, person)?.filter(|_| active) else { return Ok(None) };
            let (_, opener) = as_job(&asker.site, &asker.scope, &SIGN_IN, person)?;
            match opener.bytes(&sealed) {
                Ok(stored) => Ok(Some((person, stored))),
                Err(StoreError::Gone) => Ok(None),
                Err(error) => Err(error.into()),
            }
        })
        .await?;
    let (person, stored) = found.unzip();
    let verdict = hasher.verify(password.clone(), stored).await.map_err(busy)?;
    let (Some(person), Verdict::Fits | Verdict::FitsButStale) = (person, verdict) else { return Ok(None) };
    let anew = match verdict {
        Verdict::FitsButStale => Some(hasher.hash(password, &*visit.scope.rng).await.map_err(busy)?),
        Verdict::Fits | Verdict::Wrong => None,
    };
    Ok(Some((person, write_session(visit, person, anew).await?)))
}

async fn write_session(
    visit: &Visit,
    person: PersonId,
    anew: Option<Zeroizing<Vec<u8>>>,
) -> Result<sessions::Begun, Problem> {
    let scope = visit.scope.as_job(SIGN_IN.name);
    let site = Arc::clone(&visit.site);
    let outer = scope.clone();
    let begun = visit
        .site
        .store
        .write::<_, Failure, _>(&scope, move |work| {
            if let Some(hash) = &anew {
                let (grant, _) = as_job(&site, &outer, &SIGN_IN, person)?;
                people::set_credential(work, &grant, person, hash, false)?;
            }
            Ok(sessions::begin(work, person, &site.plan)?)
        })
        .await?;
    Ok(begun)
}

/// Whether a password is the person's own, for steps that ask for it again.
pub(super) async fn is_own_password(
    visit: &Visit,
    hasher: &Hasher,
    action: &'static kernel::manifest::Action,
    password: SecretString,
) -> Result<bool, Problem> {
    let person = me(visit)?;
    let grant = visit.decide(action, &access::Resource::person(person))?;
    let sealed = visit
        .site
        .store
        .read::<_, StoreError, _>(&visit.scope, move |reader| people::credential(reader, person))
        .await
        .map_err(Failure::from)?;
    let stored = sealed.map(|sealed| visit.opener(&grant).bytes(&sealed)).transpose().map_err(Failure::from)?;
    let verdict = hasher.verify(password, stored).await.map_err(busy)?;
    Ok(verdict != Verdict::Wrong)
}

/// `POST /sign-out`
pub(super) async fn sign_out(visit: Visit) -> Result<Response, Problem> {
    let person = me(&visit)?;
    visit.decide(&crate::actions::SESSION_END, &access::Resource::person(person))?;
    let session = visit.member()?.session;
    visit
        .site
        .store
        .write::<_, StoreError, _>(&visit.scope, move |work| sessions::end(work, session, person))
        .await
        .map_err(Failure::from)?;
    Ok((SessionCookie::clear(), see_other("/sign-in?done=out")).into_response())
}

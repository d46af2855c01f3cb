//! Passwords: asking for a link, choosing one by it, changing one's own.

use std::sync::Arc;

use access::Resource;
use askama::Template;
use http::{
    At, Faults, Form, Problem, SessionCookie,
    axum::{
        Extension,
        response::{IntoResponse, Response},
    },
    see_other,
};
use kernel::{PersonId, SecretString};
use organisation::{Desk as _, Visit, notify};
use store::StoreError;
use ui::Page;

use super::{Failure, as_job, busy, draw, draw_faulty, me, password_rule, said, sign_in::is_own_password, text};
use crate::{
    Hasher,
    actions::{ASK_RESET, LINK, PASSWORD_CHANGE},
    forms::{ChangeForm, PasswordForm, ResetForm},
    inventory::MAIL_PASSWORD_CHANGED,
    jobs::queue_link,
    model::{LinkPurpose, State},
    password::check,
    store::{links, people, sessions},
};

#[derive(Template)]
#[template(path = "accounts/reset.html")]
struct ResetPage {
    page: Page,
    faults: ui::Faults,
    email: String,
}

#[derive(Template)]
#[template(path = "accounts/reset-sent.html")]
struct ResetSentPage {
    page: Page,
}

#[derive(Template)]
#[template(path = "accounts/new-password.html")]
struct NewPasswordPage {
    page: Page,
    faults: ui::Faults,
    action: String,
    rule: String,
    min: u32,
}

#[derive(Template)]
#[template(path = "accounts/change-password.html")]
struct ChangePasswordPage {
    page: Page,
    faults: ui::Faults,
    rule: String,
    min: u32,
}

fn reset_page(visit: &Visit, email: &str, faults: ui::Faults) -> ResetPage {
    ResetPage { page: visit.page(visit.voice().say("accounts-reset-title")), faults, email: email.to_owned() }
}

/// `GET /sign-in/help`
pub(super) async fn reset_form(visit: Visit) -> Result<Response, Problem> {
    draw(&reset_page(&visit, "", ui::Faults::none()))
}

/// `POST /sign-in/help`: the same answer and the same work for known and unknown addresses. A job is queued either
/// way; it finds nobody for an unknown one.
pub(super) async fn reset(visit: Visit, form: Form<ResetForm>) -> Result<Response, Problem> {
    let email = match form.checked {
        Ok(form) => form.email,
        Err(faults) => {
            return draw_faulty(&reset_page(&visit, form.typed.get("email"), said(&faults, &visit.voice())));
        }
    };
    let scope = visit.scope.as_job(ASK_RESET.name);
    visit
        .site
        .store
        .write::<_, StoreError, _>(&scope, move |work| {
            let nobody: PersonId = work.mint();
            let person = people::by_email(work, &email)?.unwrap_or(nobody);
            queue_link(work, person)
        })
        .await
        .map_err(Failure::from)?;
    draw(&ResetSentPage { page: visit.page(visit.voice().say("accounts-reset-sent-title")) })
}

fn new_page(visit: &Visit, token: &str, faults: ui::Faults) -> NewPasswordPage {
    let voice = visit.voice();
    NewPasswordPage {
        page: visit.page(voice.say("accounts-new-password-title")),
        faults,
        action: visit.link(&format!("/new-password/{token}")),
        rule: password_rule(&visit.site.plan, &voice),
        min: visit.site.plan.password().min,
    }
}

/// The person of a link for a new password, with the words that the password may not be.
async fn holder(visit: &Visit, token: &str) -> Result<(PersonId, Vec<String>), Problem> {
    let asker = visit.clone();
    let token = token.to_owned();
    let scope = visit.scope.as_job(LINK.name);
    let found = visit
        .site
        .store
        .read::<_, Failure, _>(&scope, move |reader| {
            let person = links::find(reader, &token, LinkPurpose::Reset)?.ok_or(Failure::LinkSpent)?;
            let standing = people::standing(reader, person)?.ok_or(Failure::LinkSpent)?;
            if standing.state() != State::Active {
                return Err(Failure::LinkSpent);
            }
            let (grant, opener) = as_job(&asker.site, &asker.scope, &LINK, person)?;
            let account = people::account(reader, person)?.ok_or(Failure::LinkSpent)?.check(&grant)?;
            Ok((person, vec![text(&opener, &account.name)?, text(&opener, &account.email)?]))
        })
        .await?;
    Ok(found)
}

/// Faults of a chosen password.
pub(super) fn faults_of(visit: &Visit, chosen: &SecretString, own: &[String]) -> Faults {
    let mut faults = Faults::none();
    let organisation = visit.site.name(visit.scope.language);
    let own: Vec<&str> = own.iter().map(String::as_str).chain([organisation.as_str()]).collect();
    check("password", chosen, &visit.site.plan.password(), &own, &mut faults);
    faults
}

/// `GET /new-password/{token}`: opening the link does not use it up.
pub(super) async fn new_form(visit: Visit, At(token): At<String>) -> Result<Response, Problem> {
    holder(&visit, &token).await?;
    draw(&new_page(&visit, &token, ui::Faults::none()))
}

/// `POST /new-password/{token}`
pub(super) async fn new(
    visit: Visit,
    At(token): At<String>,
    Extension(hasher): Extension<Hasher>,
    form: Form<PasswordForm>,
) -> Result<Response, Problem> {
    let (person, own) = holder(&visit, &token).await?;
    let faults = match &form.checked {
        Ok(form) => faults_of(&visit, &form.password, &own),
        Err(faults) => faults.clone(),
    };
    let Ok(PasswordForm { password }) = form.checked else {
        return draw_faulty(&new_page(&visit, &token, said(&faults, &visit.voice())));
    };
    if !faults.is_empty() {
        return draw_faulty(&new_page(&visit, &token, said(&faults, &visit.voice())));
    }
    let hash = hasher.hash(password, &*visit.scope.rng).await.map_err(busy)?;
    let scope = visit.scope.as_job(LINK.name);
    let (site, outer) = (Arc::clone(&visit.site), scope.clone());
    visit
        .site
        .store
        .write::<_, Failure, _>(&scope, move |work| {
            // Looked up again where nobody can come between: the link works once.
            links::find(work, &token, LinkPurpose::Reset)?
                .filter(|found| *found == person)
                .ok_or(Failure::LinkSpent)?;
            let (grant, _) = as_job(&site, &outer, &LINK, person)?;
            people::set_credential(work, &grant, person, &hash, true)?;
            links::end_all(work, person)?;
            sessions::end_all(work, person)?;
            Ok(notify(work, person, MAIL_PASSWORD_CHANGED, "/sign-in/help")?)
        })
        .await?;
    Ok((SessionCookie::clear(), see_other(&visit.link("/sign-in?done=password"))).into_response())
}

fn change_page(visit: &Visit, faults: ui::Faults) -> ChangePasswordPage {
    let voice = visit.voice();
    let page = visit.page(voice.say("accounts-change-password-title"));
    ChangePasswordPage {
        page: page.crumb("/profile", voice.say("accounts-profile-title")),
        faults,
        rule: password_rule(&visit.site.plan, &voice),
        min: visit.site.plan.password().min,
    }
}

/// `GET /profile/password`
pub(super) async fn change_form(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&PASSWORD_CHANGE, &Resource::person(me(&visit)?))?;
    draw(&change_page(&visit, ui::Faults::none()))
}

/// `POST /profile/password`: ends every other session, and begins a new one here.
pub(super) async fn change(
    visit: Visit,
    Extension(hasher): Extension<Hasher>,
    form: Form<ChangeForm>,
) -> Result<Response, Problem> {
    let person = me(&visit)?;
    let grant = visit.decide(&PASSWORD_CHANGE, &Resource::person(person))?;
    let form = match form.checked {
        Ok(form) => form,
        Err(faults) => return draw_faulty(&change_page(&visit, said(&faults, &visit.voice()))),
    };
    let mut faults = faults_of(&visit, &form.password, &[]);
    if !is_own_password(&visit, &hasher, &PASSWORD_CHANGE, form.present).await? {
        faults.add("present", "accounts-password-wrong");
    }
    if !faults.is_empty() {
        return draw_faulty(&change_page(&visit, said(&faults, &visit.voice())));
    }
    let hash = hasher.hash(form.password, &*visit.scope.rng).await.map_err(busy)?;
    let plan = Arc::clone(&visit.site.plan);
    let begun = visit
        .site
        .store
        .write::<_, StoreError, _>(&visit.scope, move |work| {
            people::set_credential(work, &grant, person, &hash, true)?;
            links::end_all(work, person)?;
            sessions::end_all(work, person)?;
            notify(work, person, MAIL_PASSWORD_CHANGED, "/sign-in/help")?;
            sessions::begin(work, person, &plan)
        })
        .await
        .map_err(Failure::from)?;
    let cookie = SessionCookie::set(&begun.token, begun.seconds);
    Ok((cookie, see_other("/profile?done=password")).into_response())
}

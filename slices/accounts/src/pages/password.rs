//! Passwords: asking for a link, choosing one by it, changing one's own.

use std::sync::Arc;

use access::Resource;
use askama::Template;
use http::{
    At, Faults, Form, Problem, SessionCookie,
    axum::response::{IntoResponse, Response},
    see_other,
};
use kernel::{PersonId, SecretString};
use organisation::{Desk as _, Visit, notify};
use statement::Password;
use store::{Reader, StoreError};
use ui::Page;

use super::{
    Failure, as_job, busy, draw, draw_faulty, knock::Knock, me, password_rule, person, said, sign_in::own_password,
    text,
};
use crate::{
    actions::{ASK_RESET, LINK, PASSWORD_CHANGE, PROFILE_SEE},
    browser,
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

/// Who chooses a password: what the rule depends on, and what the password may not be.
pub(super) struct Chooser {
    /// The name and the address.
    pub(super) own: Vec<String>,
    /// The keys of the roles.
    pub(super) roles: Vec<String>,
}

impl Chooser {
    fn rule(&self, visit: &Visit) -> Password {
        visit.site.plan.password(self.roles.iter().map(String::as_str))
    }
}

fn new_page(visit: &Visit, token: &str, rule: &Password, faults: ui::Faults) -> NewPasswordPage {
    let voice = visit.voice();
    NewPasswordPage {
        page: visit.page(voice.say("accounts-new-password-title")),
        faults,
        action: visit.link(&format!("/new-password/{token}")),
        rule: password_rule(rule, &voice),
        min: rule.min,
    }
}

/// The person of a link for a new password.
async fn holder(visit: &Visit, token: &str) -> Result<(PersonId, Chooser), Problem> {
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
            let own = vec![text(&opener, &account.name)?, text(&opener, &account.email)?];
            Ok((person, Chooser { own, roles: account.roles }))
        })
        .await?;
    Ok(found)
}

/// Faults of a chosen password. Name, address, organisation and host are what somebody who knows the person tries first.
pub(super) fn faults_of(visit: &Visit, chosen: &SecretString, chooser: &Chooser) -> Faults {
    let mut faults = Faults::none();
    let organisation = visit.site.name(visit.scope.language);
    let ours = [organisation.as_str(), visit.host.as_str()];
    let own: Vec<&str> = chooser.own.iter().map(String::as_str).chain(ours).collect();
    check("password", chosen, &chooser.rule(visit), &own, &mut faults);
    faults
}

/// `GET /new-password/{token}`: opening the link does not use it up.
pub(super) async fn new_form(visit: Visit, At(token): At<String>) -> Result<Response, Problem> {
    let (_, chooser) = holder(&visit, &token).await?;
    draw(&new_page(&visit, &token, &chooser.rule(&visit), ui::Faults::none()))
}

/// `POST /new-password/{token}`
pub(super) async fn new(
    visit: Visit,
    At(token): At<String>,
    knock: Knock,
    form: Form<PasswordForm>,
) -> Result<Response, Problem> {
    let (person, chooser) = holder(&visit, &token).await?;
    let chosen: Result<_, Faults> = form.checked.and_then(|form| {
        let faults = faults_of(&visit, &form.password, &chooser);
        if faults.is_empty() { Ok(form.password) } else { Err(faults) }
    });
    let password = match chosen {
        Ok(password) => password,
        Err(faults) => {
            let faults = said(&faults, &visit.voice());
            return draw_faulty(&new_page(&visit, &token, &chooser.rule(&visit), faults));
        }
    };
    let hash = knock.hasher.hash(password, &*visit.scope.rng).await.map_err(busy)?;
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
    // Whoever reads the mail of an account is no guesser, and begins with all attempts.
    knock.forgive(&visit, &chooser.own);
    Ok((SessionCookie::clear(), see_other(&visit.link("/sign-in?done=password"))).into_response())
}

/// The signed-in person as one who chooses a password.
async fn chooser(visit: &Visit) -> Result<Chooser, Problem> {
    let (me, asker) = (me(visit)?, visit.clone());
    let read = move |reader: &mut Reader<'_>| person::open(&asker, reader, &PROFILE_SEE, me);
    let profile = visit.site.store.read::<_, Failure, _>(&visit.scope, read).await?;
    Ok(Chooser { own: vec![profile.name, profile.email], roles: profile.roles })
}

fn change_page(visit: &Visit, rule: &Password, faults: ui::Faults) -> ChangePasswordPage {
    let voice = visit.voice();
    let page = visit.page(voice.say("accounts-change-password-title"));
    ChangePasswordPage {
        page: page.crumb("/profile", voice.say("accounts-profile-title")),
        faults,
        rule: password_rule(rule, &voice),
        min: rule.min,
    }
}

/// `GET /profile/password`
pub(super) async fn change_form(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&PASSWORD_CHANGE, &Resource::person(me(&visit)?))?;
    let rule = visit.site.plan.password(visit.member()?.member.roles.iter().map(|role| &*role.key));
    draw(&change_page(&visit, &rule, ui::Faults::none()))
}

/// `POST /profile/password`: ends every other session, and begins a new one here.
pub(super) async fn change(visit: Visit, knock: Knock, form: Form<ChangeForm>) -> Result<Response, Problem> {
    let person = me(&visit)?;
    let grant = visit.decide(&PASSWORD_CHANGE, &Resource::person(person))?;
    let chooser = chooser(&visit).await?;
    let again = |faults: &Faults| change_page(&visit, &chooser.rule(&visit), said(faults, &visit.voice()));
    let form = match form.checked {
        Ok(form) => form,
        Err(faults) => return draw_faulty(&again(&faults)),
    };
    let mut faults = faults_of(&visit, &form.password, &chooser);
    if let Err(word) = own_password(&visit, &knock, &PASSWORD_CHANGE, form.present).await? {
        faults.add("present", word);
    }
    if !faults.is_empty() {
        return draw_faulty(&again(&faults));
    }
    let hash = knock.hasher.hash(form.password, &*visit.scope.rng).await.map_err(busy)?;
    let (plan, device) = (Arc::clone(&visit.site.plan), browser::named(&knock.headers));
    let here = visit.member()?.session;
    let begun = visit
        .site
        .store
        .write::<_, StoreError, _>(&visit.scope, move |work| {
            people::set_credential(work, &grant, person, &hash, true)?;
            links::end_all(work, person)?;
            let second = sessions::has_second(work, here, person)?;
            sessions::end_all(work, person)?;
            notify(work, person, MAIL_PASSWORD_CHANGED, "/sign-in/help")?;
            sessions::begin(work, person, &plan, sessions::Device { name: &device, second })
        })
        .await
        .map_err(Failure::from)?;
    let cookie = SessionCookie::set(&begun.token, begun.seconds);
    Ok((cookie, see_other("/profile?done=password")).into_response())
}

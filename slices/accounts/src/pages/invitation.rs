//! The invited person: who asks, what for, what is held; yes with a password, or no with erasure (UC22).

use std::sync::Arc;

use access::Resource;
use askama::Template;
use http::{
    At, Faults, Fields, Form, Problem, SessionCookie,
    axum::response::{IntoResponse, Response},
    see_other,
};
use kernel::{Language, PersonId, Scope, page::Seal};
use organisation::{Desk as _, Names, SealAsk, Visit};
use statement::{Plan, plan::Factor};
use store::{Reader, StoreError};
use ui::Page;
use zeroize::Zeroizing;

use super::{
    Failure, as_job, busy, capital, day, draw, draw_faulty,
    knock::Knock,
    password_rule,
    registration::{Asked, begin::too_young},
    role_names, said,
    second::{After, after_password},
    text,
};
use crate::{
    actions::LINK,
    age::{self, Age},
    browser, device, factors,
    forms::PasswordForm,
    model::{LinkPurpose, Standing, State},
    pages::password::{Chooser, faults_of},
    provider,
    store::{links, people, sessions},
};

#[derive(Template)]
#[template(path = "accounts/invitation.html")]
struct InvitationPage {
    page: Page,
    faults: ui::Faults,
    action: String,
    refusal: String,
    lead: String,
    note: String,
    name: String,
    email: String,
    role: String,
    invited: String,
    held: String,
    rule: String,
    min: u32,
    asked_age: Option<Asked>,
    typed_age: String,
    highest: String,
    /// What the organisation's own provider is called; empty where this person does not sign in with it.
    provider: String,
    provider_action: String,
}

#[derive(Template)]
#[template(path = "accounts/refusal.html")]
struct RefusalPage {
    page: Page,
    action: String,
    back: String,
}

#[derive(Template)]
#[template(path = "accounts/welcome.html")]
struct WelcomePage {
    page: Page,
    /// What the statement says at the first sign-in; may be empty.
    notice: String,
    officer: String,
    contact: String,
    may_delete: bool,
    /// One can have an app for codes here.
    second: bool,
    /// One can have passkeys here.
    passkeys: bool,
    seal: Seal,
}

/// An invitation as its link shows it.
pub(super) struct Invited {
    person: PersonId,
    name: String,
    email: String,
    language: Language,
    standing: Standing,
    roles: Vec<String>,
    by: Option<String>,
    note: String,
}

fn read(visit: &Visit, reader: &mut Reader<'_>, token: &str) -> Result<Invited, Failure> {
    let person = links::find(reader, token, LinkPurpose::Invitation)?.ok_or(Failure::LinkSpent)?;
    let (grant, opener) = as_job(&visit.site, &visit.scope, &LINK, person)?;
    let account = people::account(reader, person)?.ok_or(Failure::LinkSpent)?.check(&grant)?;
    if account.standing.state() != State::Invited {
        return Err(Failure::LinkSpent);
    }
    let (mut by, mut note) = (None, String::new());
    if let Some(invitation) = people::invitation(reader, person)? {
        note = invitation.note.map(|note| text(&opener, &note)).transpose()?.unwrap_or_default();
        // The one who invited is named; if that person is gone by now, the organisation stands alone.
        if let Some((inviter, sealed)) = people::folk(reader, &[invitation.by])?.names.into_iter().next() {
            let (_, opener) = as_job(&visit.site, &visit.scope, &LINK, inviter)?;
            by = match text(&opener, &sealed) {
                Ok(name) => Some(name),
                Err(StoreError::Gone) => None,
                Err(error) => return Err(error.into()),
            };
        }
    }
    let (name, email) = (text(&opener, &account.name)?, text(&opener, &account.email)?);
    Ok(Invited {
        person,
        name,
        email,
        language: account.language,
        standing: account.standing,
        roles: account.roles,
        by,
        note,
    })
}

/// The invitation of a link. A guest who has not chosen a language sees the one that the invitation is in.
pub(super) async fn find(visit: &mut Visit, token: &str) -> Result<Invited, Problem> {
    let asker = visit.clone();
    let token = token.to_owned();
    let scope = visit.scope.as_job(LINK.name);
    let invited = visit.site.store.read::<_, Failure, _>(&scope, move |reader| read(&asker, reader, &token)).await?;
    if visit.asked_language.is_none() {
        visit.scope = Scope { language: invited.language, ..visit.scope.clone() };
    }
    Ok(invited)
}

impl Invited {
    /// Whether this person joins by signing in with the organisation's own provider. Who is asked for an age is not: there
    /// is no form on that way.
    pub(super) fn may_use_provider(&self, plan: &Plan) -> bool {
        provider::named(plan, Some(&self.roles)) && age::asked_of(plan, &self.roles).is_none()
    }
}

fn page(
    visit: &Visit,
    knock: &Knock,
    token: &str,
    invited: Invited,
    typed: Option<(&Fields, ui::Faults)>,
) -> InvitationPage {
    let voice = visit.voice();
    let organisation = visit.site.name(visit.scope.language);
    let lead = match &invited.by {
        Some(by) => voice.say2("accounts-invitation-by", "name", by, "organisation", &organisation),
        None => voice.say1("accounts-invitation-from", "organisation", &organisation),
    };
    let end = LinkPurpose::Invitation.ends(&visit.site.plan, invited.standing.invited_at);
    let provider = knock.provider(visit).filter(|_| invited.may_use_provider(&visit.site.plan));
    let asked_age = age::asked_of(&visit.site.plan, &invited.roles).map(|field| Asked::of(visit, field));
    let (typed_age, faults) = match typed {
        Some((fields, faults)) => (fields.get(age::NAME).to_owned(), faults),
        None => (String::new(), ui::Faults::none()),
    };
    let rule = visit.site.plan.password(invited.roles.iter().map(String::as_str));
    InvitationPage {
        page: visit.page(voice.say1("accounts-invitation-title", "organisation", &organisation)),
        faults,
        action: visit.link(&format!("/invitation/{token}")),
        refusal: visit.link(&format!("/invitation/{token}/refusal")),
        lead,
        role: role_names(&visit.site.plan, &voice, &invited.roles),
        invited: day(visit, &voice, invited.standing.invited_at),
        held: voice.say1("accounts-invitation-ends", "date", day(visit, &voice, end)),
        note: invited.note,
        name: invited.name,
        email: invited.email,
        rule: password_rule(&rule, &voice),
        min: rule.min,
        asked_age,
        typed_age,
        highest: age::HIGHEST.to_string(),
        provider: provider.map(|(_, name)| name).unwrap_or_default(),
        provider_action: visit.link(&format!("/invitation/{token}/provider")),
    }
}

/// `GET /invitation/{token}`: looking does not use the link up.
pub(super) async fn show(mut visit: Visit, At(token): At<String>, knock: Knock) -> Result<Response, Problem> {
    let invited = find(&mut visit, &token).await?;
    draw(&page(&visit, &knock, &token, invited, None))
}

/// `POST /invitation/{token}`
pub(super) async fn accept(
    mut visit: Visit,
    At(token): At<String>,
    knock: Knock,
    form: Form<PasswordForm>,
) -> Result<Response, Problem> {
    let invited = find(&mut visit, &token).await?;
    let plan = Arc::clone(&visit.site.plan);
    let mut wrong = Faults::none();
    let asked = age::asked_of(&plan, &invited.roles);
    let years = asked.and_then(|field| age::typed(field, &form.typed, &mut wrong));
    // The invitation stays as it was: with a no, or with time, what is held goes.
    if let Some(from) = years.and_then(|age| age.refused_below(&plan)) {
        return too_young(&visit, from);
    }
    let chosen: Result<_, Faults> = form.checked.and_then(|form| {
        let (own, roles) = ([invited.name.clone(), invited.email.clone()], &invited.roles);
        let faults = faults_of(&visit, &form.password, &Chooser { own: own.into(), roles: roles.clone() });
        if faults.is_empty() { Ok(form.password) } else { Err(faults) }
    });
    let password = match wrong.beside(chosen) {
        Ok(password) => password,
        Err(faults) => {
            let faults = said(&faults, &visit.voice());
            return draw_faulty(&page(&visit, &knock, &token, invited, Some((&form.typed, faults))));
        }
    };
    let hash = knock.hasher.hash(password, &*visit.scope.rng).await.map_err(busy)?;
    let (person, account) = (invited.person, invited.email);
    let demanded = factors::demanded(&visit.site.plan, invited.roles.iter().map(String::as_str));
    let device = (!demanded).then(|| browser::named(&knock.headers));
    let begun = begin(&visit, token, (person, years), hash, device).await?;
    let Some(begun) = begun else {
        let After::Page(page) = after_password(&visit, &knock, person, &account, "/welcome").await? else {
            return Ok(see_other(&visit.link("/sign-in")));
        };
        return Ok(page);
    };
    let remembered = device::remember(&visit, &knock.hasher, person);
    Ok((SessionCookie::set(&begun.token, begun.seconds), remembered, see_other("/welcome")).into_response())
}

/// Stores the acceptance with the password's hash, and begins a session on a device; without one, nothing begins before
/// the second step that the role demands.
async fn begin(
    visit: &Visit,
    token: String,
    (person, years): (PersonId, Option<Age>),
    hash: Zeroizing<Vec<u8>>,
    device: Option<String>,
) -> Result<Option<sessions::Begun>, Problem> {
    let scope = visit.scope.as_job(LINK.name);
    let (site, outer) = (Arc::clone(&visit.site), scope.clone());
    let accept = move |work: &mut store::Work<'_>| {
        // Looked up again where nobody can come between: the link works once.
        let found = links::find(work, &token, LinkPurpose::Invitation)?;
        found.filter(|found| *found == person).ok_or(Failure::LinkSpent)?;
        let (grant, _) = as_job(&site, &outer, &LINK, person)?;
        let now = work.now();
        if !people::accept(work, person, now)? {
            return Err(Failure::LinkSpent);
        }
        if let Some(age) = years {
            age::store::say(work, &grant, person, age)?;
        }
        keeper::amendments::joined(work, person)?;
        people::set_credential(work, &grant, person, &hash, true)?;
        links::end_all(work, person)?;
        let begin = |name: &String| sessions::begin(work, person, &site.plan, sessions::Device { name, second: false });
        Ok(device.as_ref().map(begin).transpose()?)
    };
    Ok(visit.site.store.write::<_, Failure, _>(&scope, accept).await?)
}

/// `GET /invitation/{token}/refusal`
pub(super) async fn refusal_form(mut visit: Visit, At(token): At<String>) -> Result<Response, Problem> {
    find(&mut visit, &token).await?;
    let title = visit.voice().say("accounts-refusal-title");
    draw(&RefusalPage {
        page: visit.page(title),
        action: visit.link(&format!("/invitation/{token}/refusal")),
        back: visit.link(&format!("/invitation/{token}")),
    })
}

/// `POST /invitation/{token}/refusal`: all that is held of the person goes.
pub(super) async fn refuse(mut visit: Visit, At(token): At<String>) -> Result<Response, Problem> {
    let invited = find(&mut visit, &token).await?;
    let scope = visit.scope.as_job(LINK.name);
    crate::erasure::erase(&visit.site, &scope, invited.person, keeper::Extent::Everything).await?;
    Ok(see_other(&visit.link("/sign-in?done=declined")))
}

/// `GET /welcome`: the rights in plain words, and how signing in works.
pub(super) async fn welcome(visit: Visit) -> Result<Response, Problem> {
    let me = super::me(&visit)?;
    let about = Resource::person(me);
    visit.decide(&crate::actions::PROFILE_SEE, &about)?;
    let read = move |reader: &mut Reader<'_>| people::folk(reader, &[me]);
    let names = Names::of(visit.site.store.read(&visit.scope, read).await.map_err(Failure::from)?.facts);
    let seal = visit.seal(&SealAsk { item: "person.name", about: &about, names: &names, happened: &[] });
    let controller = visit.site.plan.controller();
    let contact = controller.contact.clone();
    let notice = visit
        .site
        .plan
        .all::<statement::plan::rule::Notice>()
        .find(|notice| notice.places.contains(&statement::plan::NoticePlace::FirstSignIn))
        .and_then(|notice| notice.texts.get(visit.scope.language));
    draw(&WelcomePage {
        page: visit.page(visit.voice().say1(
            "accounts-welcome-title",
            "organisation",
            capital(&visit.site.name(visit.scope.language)),
        )),
        notice: notice.unwrap_or_default().to_owned(),
        may_delete: super::deletion::may_delete_alone(&visit),
        second: factors::offers(&visit.site.plan, Factor::Totp),
        passkeys: factors::offers(&visit.site.plan, Factor::Passkey),
        officer: controller.officer.clone().unwrap_or_default(),
        contact,
        seal,
    })
}

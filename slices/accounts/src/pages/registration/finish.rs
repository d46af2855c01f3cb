//! What the link of the mail opens: the rest of the fields and a password, and then there is an account.

use std::sync::Arc;

use access::Resource;
use askama::Template;
use http::{
    At, Faults, Fields, Form, FromFields, Problem, SessionCookie,
    axum::response::{IntoResponse, Response},
    see_other,
};
use kernel::{Language, Scope, SecretString};
use organisation::{Desk as _, Visit};
use post::Address;
use statement::Plan;
use store::{Reader, Work};
use ui::{Choice, Page};
use zeroize::Zeroizing;

use super::{
    super::{
        Failure, busy, draw, draw_faulty,
        knock::Knock,
        language_choices,
        password::{Chooser, faults_of},
        password_rule, said,
        second::{After, after_password},
        text,
    },
    Asked, begin,
};
use crate::{
    age::{self, Age},
    browser, device, factors,
    forms::{LONGEST_NAME, secret},
    registration::{
        Terms,
        actions::{ENROL, REGISTER},
        store::{self as registering, RegistrationId, about},
    },
    store::{
        people::{self, NewPerson},
        sessions,
    },
};

#[derive(Template)]
#[template(path = "accounts/register-rest.html")]
struct RestPage {
    page: Page,
    faults: ui::Faults,
    action: String,
    email: String,
    asked_name: Asked,
    typed: String,
    asked_age: Option<Asked>,
    typed_age: String,
    highest: String,
    asked_language: Option<Asked>,
    languages: Vec<Choice>,
    rule: String,
    min: u32,
}

/// What was typed.
pub(in crate::pages) struct RestForm {
    name: String,
    language: Option<Language>,
    password: SecretString,
}

impl FromFields for RestForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let name = fields.line("name", LONGEST_NAME, faults);
        Some(Self { name, language: fields.get("language").parse().ok(), password: secret(fields, "password", faults) })
    }
}

/// Somebody whose address is confirmed by having this link.
struct Confirmed {
    id: RegistrationId,
    email: String,
}

/// Who registers with a link. A guest who has not chosen a language sees that of the mail.
async fn find(visit: &mut Visit, token: &str) -> Result<Confirmed, Problem> {
    let (asker, token) = (visit.clone(), token.to_owned());
    let scope = visit.scope.as_job(REGISTER.name);
    let outer = scope.clone();
    let read = move |reader: &mut Reader<'_>| {
        let waiting = registering::find(reader, &token)?.ok_or(Failure::LinkSpent)?;
        let grant = asker.site.access.decide_job(&outer, &REGISTER, &about(waiting.id))?;
        let email = text(&asker.site.store.opener(&outer, &grant), &waiting.email)?;
        Ok::<_, Failure>((Confirmed { id: waiting.id, email }, waiting.language))
    };
    let (confirmed, language) = visit.site.store.read(&scope, read).await?;
    if visit.asked_language.is_none() {
        visit.scope = Scope { language, ..visit.scope.clone() };
    }
    Ok(confirmed)
}

fn page(
    visit: &Visit,
    terms: &Terms<'_>,
    (token, email): (&str, &str),
    typed: Option<&Fields>,
    faults: ui::Faults,
) -> RestPage {
    let voice = visit.voice();
    let rule = visit.site.plan.password([terms.role]);
    let chosen = typed.map(|typed| typed.get("language")).filter(|tag| !tag.is_empty());
    RestPage {
        page: visit.page(voice.say("accounts-register-rest-title")),
        faults,
        action: visit.link(&format!("/register/{token}")),
        email: email.to_owned(),
        asked_name: Asked::of(visit, terms.name),
        typed: typed.map_or("", |typed| typed.get("name")).to_owned(),
        asked_age: terms.age.map(|field| Asked::of(visit, field)),
        typed_age: typed.map_or("", |typed| typed.get(age::NAME)).to_owned(),
        highest: age::HIGHEST.to_string(),
        asked_language: terms.language.map(|field| Asked::of(visit, field)),
        languages: language_choices(&visit.site.plan, chosen.unwrap_or(visit.scope.language.tag())),
        rule: password_rule(&rule, &voice),
        min: rule.min,
    }
}

/// `GET /register/{token}`: opening the link does not use it up.
pub(in crate::pages) async fn form(mut visit: Visit, At(token): At<String>) -> Result<Response, Problem> {
    let plan = Arc::clone(&visit.site.plan);
    let terms = Terms::of(&plan).ok_or(Problem::NotFound)?;
    let Confirmed { email, .. } = find(&mut visit, &token).await?;
    draw(&page(&visit, &terms, (&token, &email), None, ui::Faults::none()))
}

/// `POST /register/{token}`
pub(in crate::pages) async fn finish(
    mut visit: Visit,
    At(token): At<String>,
    knock: Knock,
    form: Form<RestForm>,
) -> Result<Response, Problem> {
    let plan = Arc::clone(&visit.site.plan);
    let terms = Terms::of(&plan).ok_or(Problem::NotFound)?;
    let Confirmed { id, email } = find(&mut visit, &token).await?;
    let mut wrong = Faults::none();
    let years = terms.age.and_then(|field| age::typed(field, &form.typed, &mut wrong));
    if years.is_some_and(|age| age.years() < terms.from) {
        forget(&visit, token, id).await?;
        return begin::too_young(&visit, terms.from);
    }
    let chosen: Result<_, Faults> = form.checked.and_then(|form| {
        let (own, roles) = (vec![form.name.clone(), email.clone()], vec![terms.role.to_owned()]);
        let faults = faults_of(&visit, &form.password, &Chooser { own, roles });
        if faults.is_empty() { Ok(form) } else { Err(faults) }
    });
    let RestForm { name, language, password } = match wrong.beside(chosen) {
        Ok(form) => form,
        Err(faults) => {
            let faults = said(&faults, &visit.voice());
            return draw_faulty(&page(&visit, &terms, (&token, &email), Some(&form.typed), faults));
        }
    };
    let language = language.filter(|language| terms.language.is_some() && plan.languages().contains(language));
    let new = NewPerson {
        name,
        email: email.parse::<Address>().map_err(Problem::internal)?,
        language: language.unwrap_or(visit.scope.language),
        role: terms.role.to_owned(),
    };
    let hash = knock.hasher.hash(password, &*visit.scope.rng).await.map_err(busy)?;
    // Nothing begins before the second step that the role demands.
    let device = (!factors::demanded(&plan, [terms.role])).then(|| browser::named(&knock.headers));
    let (person, begun) = enrol(&visit, (token, id), (new, years), hash, device).await?;
    let Some(begun) = begun else {
        return match after_password(&visit, &knock, person, &email, "/welcome").await? {
            After::Page(page) => Ok(page),
            After::Session => Ok(see_other(&visit.link("/sign-in"))),
        };
    };
    let remembered = device::remember(&visit, &knock.hasher, person);
    Ok((SessionCookie::set(&begun.token, begun.seconds), remembered, see_other("/welcome")).into_response())
}

/// Somebody is too young: the address goes at once, and the link with it.
async fn forget(visit: &Visit, token: String, id: RegistrationId) -> Result<(), Problem> {
    let scope = visit.scope.as_job(REGISTER.name);
    let write = move |work: &mut Work<'_>| {
        registering::find(work, &token)?.filter(|found| found.id == id).ok_or(Failure::LinkSpent)?;
        Ok(registering::done(work, id)?)
    };
    Ok(visit.site.store.write::<_, Failure, _>(&scope, write).await?)
}

/// Makes the account and begins a session on a device, in one commit with the end of the link.
async fn enrol(
    visit: &Visit,
    (token, id): (String, RegistrationId),
    (new, years): (NewPerson, Option<Age>),
    hash: Zeroizing<Vec<u8>>,
    device: Option<String>,
) -> Result<(kernel::PersonId, Option<sessions::Begun>), Problem> {
    let scope = visit.scope.as_job(ENROL.name);
    let grant = visit.site.access.decide_job(&scope, &ENROL, &Resource::organisation()).map_err(Failure::from)?;
    let plan: Arc<Plan> = Arc::clone(&visit.site.plan);
    let write = move |work: &mut Work<'_>| {
        // Looked up again where nobody can come between: the link works once, and an address has one account.
        registering::find(work, &token)?.filter(|found| found.id == id).ok_or(Failure::LinkSpent)?;
        if people::by_email(work, &new.email)?.is_some() {
            return Err(Failure::LinkSpent);
        }
        registering::done(work, id)?;
        let person = people::enrol(work, &grant, &new)?;
        if let Some(age) = years {
            age::store::say(work, &grant, person, age)?;
        }
        keeper::amendments::joined(work, person)?;
        people::set_credential(work, &grant, person, &hash, true)?;
        let begin = |name: &String| sessions::begin(work, person, &plan, sessions::Device { name, second: false });
        Ok((person, device.as_ref().map(begin).transpose()?))
    };
    Ok(visit.site.store.write::<_, Failure, _>(&scope, write).await?)
}

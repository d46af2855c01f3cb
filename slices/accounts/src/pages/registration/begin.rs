//! The public form: an address, and whether one is old enough. The same answer for every address; of a child who is too
//! young nothing is kept.

use std::sync::Arc;

use askama::Template;
use http::{
    Fields, Form, FromFields, Problem,
    axum::{http::StatusCode, response::Response},
};
use organisation::{Desk as _, Visit, pages::draw_again};
use post::Address;
use store::Work;
use ui::{Choice, Page};

use super::{
    super::{Failure, draw, draw_faulty, knock::Knock, said, sign_in::clock},
    Asked,
};
use crate::registration::{
    Terms,
    actions::REGISTER,
    store::{self as registering, RegistrationId, about},
};

#[derive(Template)]
#[template(path = "accounts/register.html")]
struct RegisterPage {
    page: Page,
    faults: ui::Faults,
    lead: String,
    /// What is asked once the address is confirmed.
    later: Vec<Asked>,
    email: Asked,
    typed: String,
    /// From which age; said where the age itself is asked later.
    from: String,
    age_label: String,
    /// Empty where the age itself is asked later.
    ages: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "accounts/register-said.html")]
struct SaidPage {
    page: Page,
    said: Vec<String>,
}

/// What was typed.
pub(in crate::pages) enum BeginForm {
    /// Somebody who is too young is asked for nothing else.
    TooYoung,
    /// Somebody with an address, who did not say to be too young.
    Address(Address),
}

impl FromFields for BeginForm {
    fn from_fields(fields: &Fields, faults: &mut http::Faults) -> Option<Self> {
        if fields.get("age") == "no" {
            return Some(Self::TooYoung);
        }
        let email = fields.get("email").trim();
        let parsed = email.parse().ok();
        if parsed.is_none() {
            faults.add("email", if email.is_empty() { "form-missing" } else { "form-not-an-address" });
        }
        parsed.map(Self::Address)
    }
}

fn page(visit: &Visit, terms: &Terms<'_>, typed: Option<&Fields>, faults: ui::Faults) -> RegisterPage {
    let voice = visit.voice();
    let organisation = visit.site.name(visit.scope.language);
    let age = typed.map_or("", |typed| typed.get("age"));
    let choice = |value: &str, word: &str| Choice::new(value, voice.say1(word, "age", terms.from)).chosen_if(age);
    let ages = || vec![choice("yes", "accounts-register-old-enough"), choice("no", "accounts-register-younger")];
    let later = [Some(terms.name), terms.age, terms.language];
    RegisterPage {
        page: visit.page(voice.say1("accounts-register-title", "organisation", &organisation)),
        faults,
        lead: voice.say1("accounts-register-lead", "organisation", &organisation),
        later: later.into_iter().flatten().map(|field| Asked::of(visit, field)).collect(),
        email: Asked::of(visit, terms.email),
        typed: typed.map_or("", |typed| typed.get("email")).to_owned(),
        from: voice.say1("accounts-register-from", "age", terms.from),
        age_label: voice.say("accounts-register-age"),
        ages: if terms.age.is_some() { Vec::new() } else { ages() },
    }
}

/// `GET /register`
pub(in crate::pages) async fn form(visit: Visit) -> Result<Response, Problem> {
    let plan = Arc::clone(&visit.site.plan);
    let terms = Terms::of(&plan).ok_or(Problem::NotFound)?;
    draw(&page(&visit, &terms, None, ui::Faults::none()))
}

/// `POST /register`: one row and one mail, whoever's the address is.
pub(in crate::pages) async fn begin(visit: Visit, knock: Knock, form: Form<BeginForm>) -> Result<Response, Problem> {
    let plan = Arc::clone(&visit.site.plan);
    let terms = Terms::of(&plan).ok_or(Problem::NotFound)?;
    let again = |faults| page(&visit, &terms, Some(&form.typed), faults);
    // Asked here as a yes or no, unless the age itself is asked once the address is confirmed.
    let mut silent = http::Faults::none();
    if terms.age.is_none() && !matches!(form.typed.get("age"), "yes" | "no") {
        silent.add("age", "form-missing");
    }
    let email = match silent.beside(form.checked) {
        Ok(BeginForm::TooYoung) => return too_young(&visit, terms.from),
        Ok(BeginForm::Address(email)) => email,
        Err(ref faults) => return draw_faulty(&again(said(faults, &visit.voice()))),
    };
    // Attempts of its own: whoever registers with somebody's address does not use up the owner's at signing in. None
    // is given back.
    let typed = format!("register {}", email.as_str());
    if let Err(until) = knock.at_account(&visit, &typed, None) {
        let mut faults = ui::Faults::none();
        faults.add("email", visit.voice().say1("accounts-register-slow", "time", clock(&visit, until)));
        return draw_again(&again(faults), StatusCode::TOO_MANY_REQUESTS);
    }
    let (id, scope): (RegistrationId, _) = (visit.scope.mint(), visit.scope.as_job(REGISTER.name));
    let grant = visit.site.access.decide_job(&scope, &REGISTER, &about(id)).map_err(Failure::from)?;
    let write = move |work: &mut Work<'_>| Ok(registering::begin(work, &grant, id, &email)?);
    visit.site.store.write::<_, Failure, _>(&scope, write).await?;
    let voice = visit.voice();
    draw(&SaidPage {
        page: visit.page(voice.say("accounts-register-sent-title")),
        said: vec![voice.say("accounts-register-sent"), voice.say("accounts-register-sent-way")],
    })
}

/// Nothing is kept of who says to be younger, and there is a way on.
pub(in crate::pages) fn too_young(visit: &Visit, age: u32) -> Result<Response, Problem> {
    let voice = visit.voice();
    let contact = visit.site.plan.controller().contact.clone();
    draw(&SaidPage {
        page: visit.page(voice.say1("accounts-register-young-title", "age", age)),
        said: vec![
            voice.say("accounts-register-young"),
            voice.say1("accounts-register-young-way", "contact", contact),
            voice.say("accounts-register-young-help"),
        ],
    })
}

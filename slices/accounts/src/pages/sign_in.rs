//! Signing in and out. Whether an address is known is told to nobody: equal words, equal work.

use std::sync::Arc;

use askama::Template;
use http::{
    Form, Problem, SessionCookie,
    axum::{
        http::StatusCode,
        response::{IntoResponse, Response},
    },
    local_path, see_other,
};
use kernel::{PersonId, SecretString, Timestamp};
use organisation::{AMENDMENT, Desk as _, Visit, pages::draw_again};
use post::Address;
use store::{Reader, StoreError};
use ui::Page;
use zeroize::Zeroizing;

use super::{
    Failure, as_job, busy, draw, draw_faulty,
    knock::Knock,
    me, note_wrong, provider, said,
    second::{After, after_password},
    with_news,
};
use crate::{
    Verdict,
    actions::SIGN_IN,
    browser, device,
    factors::{
        self,
        challenge::{self, Act},
    },
    forms::SignInForm,
    model::State,
    registration,
    store::{people, sessions},
};

#[derive(Template)]
#[template(path = "accounts/sign-in.html")]
struct SignInPage {
    page: Page,
    faults: ui::Faults,
    email: String,
    next: String,
    /// The challenge for a passkey; empty where nobody signs in with one alone.
    challenge: String,
    /// What the organisation's own provider is called; empty where nobody signs in with it.
    provider: String,
    /// One can register by oneself.
    registers: bool,
    /// Somebody has just signed out.
    is_after: bool,
}

/// The form for signing in.
pub(super) fn page(visit: &Visit, knock: &Knock, email: &str, next: &str, faults: ui::Faults) -> impl Template {
    let page = visit.page(visit.voice().say("accounts-sign-in-title"));
    let news =
        [("out", "accounts-signed-out"), ("password", "accounts-password-changed"), ("declined", "accounts-declined")];
    let next = local_path(next).unwrap_or_default().to_owned();
    let challenge = || challenge::make(visit, &knock.hasher, Act::Enter);
    SignInPage {
        page: with_news(page, visit, &news),
        faults,
        email: email.to_owned(),
        next,
        challenge: factors::enters(&visit.site.plan, None).then(challenge).unwrap_or_default(),
        provider: knock.provider(visit).map(|(_, name)| name).unwrap_or_default(),
        registers: registration::Terms::of(&visit.site.plan).is_some(),
        is_after: visit.query.get("done") == "out",
    }
}

/// `GET /sign-in`
pub(super) async fn form(visit: Visit, knock: Knock) -> Result<Response, Problem> {
    let next = visit.query.get("next");
    if visit.session.is_some() {
        return Ok(see_other(local_path(next).unwrap_or("/")));
    }
    draw(&page(&visit, &knock, "", next, ui::Faults::none()))
}

/// `POST /sign-in`
pub(super) async fn sign_in(visit: Visit, knock: Knock, form: Form<SignInForm>) -> Result<Response, Problem> {
    let (typed, next) = (form.typed.get("email").to_owned(), form.typed.get("next").to_owned());
    let again = |faults| page(&visit, &knock, &typed, &next, faults);
    let form = match form.checked {
        Err(faults) => return draw_faulty(&again(said(&faults, &visit.voice()))),
        Ok(form) => form,
    };
    let mut faults = ui::Faults::none();
    match enter(&visit, &knock, &typed, form).await? {
        Entered::Known(person) => match after_password(&visit, &knock, person, &typed, &next).await? {
            After::Page(page) => Ok(page),
            After::Session => {
                let begun = write_session(&visit, person, browser::named(&knock.headers)).await?;
                let device = device::remember(&visit, &knock.hasher, person);
                let cookie = SessionCookie::set(&begun.token, begun.seconds);
                Ok((cookie, device, see_other(&onward(&visit, person, &next))).into_response())
            }
        },
        Entered::Wrong => {
            faults.add("email", visit.voice().say("accounts-sign-in-wrong"));
            draw_faulty(&again(faults))
        }
        Entered::TooOften(until) => {
            faults.add("email", visit.voice().say1("accounts-sign-in-slow", "time", clock(&visit, until)));
            draw_again(&again(faults), StatusCode::TOO_MANY_REQUESTS)
        }
    }
}

/// Where somebody goes who has just signed in: to what changes in the statement, while that waits for an answer; else
/// where they were going.
pub(super) fn onward(visit: &Visit, person: PersonId, next: &str) -> String {
    let next = local_path(next).unwrap_or("/");
    match visit.site.store.choices().asks(person) {
        Some(_) if next == "/" => AMENDMENT.to_owned(),
        Some(_) => http::with_next(AMENDMENT, next),
        None => next.to_owned(),
    }
}

/// What knocking came to.
enum Entered {
    /// Address and password fit: they are this person's.
    Known(PersonId),
    /// They do not, whoever's they are.
    Wrong,
    /// Nothing was tried: there is an attempt again at this instant.
    TooOften(Timestamp),
}

/// Holds an address and a password against what is stored. For an address that nobody has, the same is looked up and
/// the same hash is made.
async fn enter(visit: &Visit, knock: &Knock, typed: &str, form: SignInForm) -> Result<Entered, Problem> {
    let SignInForm { email, password } = form;
    let (person, stored) = look_up(visit, email).await?;
    let attempt = match knock.at_account(visit, typed, person) {
        Ok(attempt) => attempt,
        Err(until) => return Ok(Entered::TooOften(until)),
    };
    let verdict = knock.hasher.verify(password.clone(), stored).await.map_err(busy)?;
    let Some(person) = person.filter(|_| verdict != Verdict::Wrong) else {
        note_wrong(visit, &SIGN_IN, person);
        return Ok(Entered::Wrong);
    };
    attempt.succeeded();
    if verdict == Verdict::FitsButStale {
        let anew = knock.hasher.hash(password, &*visit.scope.rng).await.map_err(busy)?;
        hash_anew(visit, person, anew).await?;
    }
    Ok(Entered::Known(person))
}

/// Who has an address, and the stored hash, if the person takes part. Nobody is looked up in the same steps.
async fn look_up(
    visit: &Visit,
    email: Option<Address>,
) -> Result<(Option<PersonId>, Option<Zeroizing<Vec<u8>>>), Problem> {
    let asker = visit.clone();
    let scope = visit.scope.as_job(SIGN_IN.name);
    let nobody = kernel::scope::mint::<PersonId>(scope.now, &*scope.rng);
    let look = move |reader: &mut Reader<'_>| {
        let person = email.map(|email| people::by_email(reader, &email)).transpose()?.flatten();
        let standing = people::standing(reader, person.unwrap_or(nobody))?;
        let sealed = people::credential(reader, person.unwrap_or(nobody))?;
        let active = standing.is_some_and(|standing| standing.state() == State::Active);
        let Some((person, sealed)) = person.zip(sealed).filter(|_| active) else {
            // As much is decided, and as long it takes, as if there were something to open.
            let scope = asker.scope.as_job(SIGN_IN.name);
            let grant = asker.site.access.decide_job(&scope, &SIGN_IN, &access::Resource::person(nobody))?;
            asker.site.store.open_nothing(&scope, &grant, people::credential_cell(nobody));
            return Ok((person, None));
        };
        let (_, opener) = as_job(&asker.site, &asker.scope, &SIGN_IN, person)?;
        match opener.bytes(&sealed) {
            Ok(stored) => Ok((Some(person), Some(stored))),
            Err(StoreError::Gone) => Ok((Some(person), None)),
            Err(error) => Err(Failure::from(error)),
        }
    };
    Ok(visit.site.store.read::<_, Failure, _>(&scope, look).await?)
}

/// The time of day at which there is an attempt again, rounded up to the minute.
pub(super) fn clock(visit: &Visit, until: Timestamp) -> String {
    let until = (until + jiff::SignedDuration::from_secs(59)).to_zoned(visit.scope.zone.clone());
    until.strftime("%H:%M").to_string()
}

/// Stores the hash of the same password, made with today's costs.
async fn hash_anew(visit: &Visit, person: PersonId, hash: Zeroizing<Vec<u8>>) -> Result<(), Problem> {
    let scope = visit.scope.as_job(SIGN_IN.name);
    let (site, outer) = (Arc::clone(&visit.site), scope.clone());
    let store = move |work: &mut store::Work<'_>| {
        let (grant, _) = as_job(&site, &outer, &SIGN_IN, person)?;
        Ok(people::set_credential(work, &grant, person, &hash, false)?)
    };
    Ok(visit.site.store.write::<_, Failure, _>(&scope, store).await?)
}

async fn write_session(visit: &Visit, person: PersonId, device: String) -> Result<sessions::Begun, Problem> {
    let scope = visit.scope.as_job(SIGN_IN.name);
    let plan = Arc::clone(&visit.site.plan);
    let begin = move |work: &mut store::Work<'_>| {
        sessions::begin(work, person, &plan, sessions::Device { name: &device, second: false })
    };
    Ok(visit.site.store.write::<_, StoreError, _>(&scope, begin).await.map_err(Failure::from)?)
}

/// Holds a password against the person's own, for steps that ask for it again; else what is wrong.
pub(super) async fn own_password(
    visit: &Visit,
    knock: &Knock,
    action: &'static kernel::manifest::Action,
    password: SecretString,
) -> Result<Result<(), &'static str>, Problem> {
    let person = me(visit)?;
    let grant = visit.decide(action, &access::Resource::person(person))?;
    let Ok(attempt) = knock.at_person(visit, person) else { return Ok(Err("accounts-password-slow")) };
    let sealed = visit
        .site
        .store
        .read::<_, StoreError, _>(&visit.scope, move |reader| people::credential(reader, person))
        .await
        .map_err(Failure::from)?;
    let Some(sealed) = sealed else { return Ok(Err("accounts-password-none")) };
    let stored = Some(visit.opener(&grant).bytes(&sealed).map_err(Failure::from)?);
    if knock.hasher.verify(password, stored).await.map_err(busy)? == Verdict::Wrong {
        note_wrong(visit, &SIGN_IN, Some(person));
        return Ok(Err("accounts-password-wrong"));
    }
    attempt.succeeded();
    Ok(Ok(()))
}

/// `POST /sign-out`
pub(super) async fn sign_out(visit: Visit, knock: Knock) -> Result<Response, Problem> {
    let person = me(&visit)?;
    visit.decide(&crate::actions::SESSION_END, &access::Resource::person(person))?;
    let session = visit.member()?.session;
    visit
        .site
        .store
        .write::<_, StoreError, _>(&visit.scope, move |work| sessions::end(work, session, person))
        .await
        .map_err(Failure::from)?;
    let next = provider::after_sign_out(&visit, &knock, person).await?;
    Ok((SessionCookie::clear(), see_other(next)).into_response())
}

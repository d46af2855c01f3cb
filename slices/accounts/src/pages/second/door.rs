//! The second step at the door: after the password, and before there is a session.

use std::sync::Arc;

use askama::Template;
use http::{
    Fields, Problem, SessionCookie,
    axum::{
        http::StatusCode,
        response::{IntoResponse, Response},
    },
    local_path, see_other,
};
use kernel::{PersonId, id::Id as _};
use organisation::{Desk as _, Visit, pages::draw_again};
use store::Reader;
use ui::Page;

use super::{
    super::{
        Failure, as_job, draw, draw_faulty,
        knock::Knock,
        note_wrong,
        sign_in::{clock, onward},
    },
    set_up, texts,
};
use crate::{
    browser, device,
    factors::{
        self,
        actions::CHECK,
        challenge::{self, Act},
        codes, halfway, passkeys,
        showing::Showing,
        store as steps,
        webauthn::Place,
    },
    renewal::store as renewal,
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
    /// There is a code to type: of the app, a recovery code, or one by text message.
    code: bool,
    /// A code can be sent by text message.
    texts: bool,
    /// What is said of one that was sent; empty when none was.
    sent: String,
    /// The challenge for a passkey; empty when there is none.
    challenge: String,
}

/// What somebody has besides a password, and whether it has to be so.
struct Standing {
    code: bool,
    texts: bool,
    passkey: bool,
    demanded: bool,
}

async fn standing(visit: &Visit, person: PersonId) -> Result<Standing, Problem> {
    let asker = visit.clone();
    let scope = visit.scope.as_job(CHECK.name);
    let look = move |reader: &mut Reader<'_>| {
        let (_, opener) = as_job(&asker.site, &asker.scope, &CHECK, person)?;
        let roles = people::roles(reader, person)?;
        let offers_texts = factors::sms::is_offered(&asker.site.plan);
        Ok(Standing {
            code: steps::has_app(reader, &opener, person)? || steps::codes_left(reader, person)? > 0,
            texts: offers_texts && factors::sms::store::phone(reader, person)?.is_some(),
            passkey: passkeys::has(reader, &opener, person)?,
            demanded: factors::demanded(&asker.site.plan, roles.iter().map(String::as_str))
                || renewal::is_due(reader, person)?,
        })
    };
    Ok(visit.site.store.read::<_, Failure, _>(&scope, look).await?)
}

/// The page that asks for it.
struct Step<'a> {
    visit: &'a Visit,
    knock: &'a Knock,
    person: PersonId,
    standing: Standing,
    proof: &'a str,
    next: &'a str,
}

impl Step<'_> {
    fn page(&self, faults: ui::Faults) -> StepPage {
        let act = Act::Second(self.person.uuid());
        let challenge = || challenge::make(self.visit, &self.knock.hasher, act);
        StepPage {
            page: self.visit.page(self.visit.voice().say("accounts-second-step")),
            faults,
            proof: self.proof.to_owned(),
            next: self.next.to_owned(),
            code: self.standing.code || self.standing.texts,
            texts: self.standing.texts,
            sent: String::new(),
            challenge: self.standing.passkey.then(challenge).unwrap_or_default(),
        }
    }

    fn faulty(&self, field: &str, said: String) -> StepPage {
        let mut faults = ui::Faults::none();
        faults.add(field, said);
        self.page(faults)
    }
}

/// What follows for somebody whose password was right; `account` is what an app or a device calls the account.
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
    let standing = standing(visit, person).await?;
    if standing.code || standing.passkey {
        let step = Step { visit, knock, person, standing, proof: &proof, next };
        return Ok(After::Page(draw(&step.page(ui::Faults::none()))?));
    }
    if !standing.demanded {
        return Ok(After::Session);
    }
    let fresh = (&*codes::secret(&*visit.scope.rng), ui::Faults::none());
    let page = set_up::page(visit, knock, (&proof, next), (person, account), (fresh.0, fresh.1));
    Ok(After::Page(draw(&page)?))
}

/// `POST /sign-in/second-step`
pub(in crate::pages) async fn step(visit: Visit, knock: Knock, fields: Fields) -> Result<Response, Problem> {
    let (proof, next) = (fields.get("proof"), local_path(fields.get("next")).unwrap_or_default());
    let Some(person) = halfway::person(&visit, &knock.hasher, proof) else {
        return Ok(see_other(&visit.link("/sign-in")));
    };
    let standing = standing(&visit, person).await?;
    let again = Step { visit: &visit, knock: &knock, person, standing, proof, next };
    let voice = visit.voice();
    let attempt = match knock.at_second_step(&visit, person) {
        Ok(attempt) => attempt,
        Err(until) => {
            let slow = voice.say1("accounts-second-slow", "time", clock(&visit, until));
            return draw_again(&again.faulty("code", slow), StatusCode::TOO_MANY_REQUESTS);
        }
    };
    let showing = Showing::of(&visit, &knock.hasher, Act::Second(person.uuid()), (&fields, "code"));
    let (field, word) = showing.refusal("code");
    let Some(begun) = enter(&visit, &knock, person, showing).await? else {
        return draw_faulty(&again.faulty(field, voice.say(word)));
    };
    attempt.succeeded();
    Ok((begun, see_other(&onward(&visit, person, next))).into_response())
}

/// `POST /sign-in/second-step/text`: a code goes to the number of whoever has one, for this attempt alone.
pub(in crate::pages) async fn text(visit: Visit, knock: Knock, fields: Fields) -> Result<Response, Problem> {
    let (proof, next) = (fields.get("proof"), local_path(fields.get("next")).unwrap_or_default());
    let Some(person) = halfway::person(&visit, &knock.hasher, proof) else {
        return Ok(see_other(&visit.link("/sign-in")));
    };
    let standing = standing(&visit, person).await?;
    if !standing.texts {
        return Err(Problem::NotFound);
    }
    let again = Step { visit: &visit, knock: &knock, person, standing, proof, next };
    let voice = visit.voice();
    match texts::send(&visit, &knock, person, proof).await? {
        Some(ending) => {
            let sent = voice.say1("accounts-sms-sent", "ending", ending);
            draw(&StepPage { sent, ..again.page(ui::Faults::none()) })
        }
        None => draw_again(&again.faulty("code", voice.say("accounts-sms-often")), StatusCode::TOO_MANY_REQUESTS),
    }
}

/// The cookies of a session that begins: its own, and that of a known device.
pub(super) type Begun = (SessionCookie, Option<http::cookie::DeviceCookie>);

/// Begins a session for somebody who takes part, in one unit of work with what was shown; `None` when it is not right.
pub(super) async fn enter(
    visit: &Visit,
    knock: &Knock,
    person: PersonId,
    showing: Showing,
) -> Result<Option<Begun>, Problem> {
    let (device, site) = (browser::named(&knock.headers), Arc::clone(&visit.site));
    let scope = visit.scope.as_job(CHECK.name);
    let (asker, place) = (scope.clone(), Place::at(&site.base_url));
    let begin = move |work: &mut store::Work<'_>| {
        let (_, opener) = as_job(&site, &asker, &CHECK, person)?;
        // Whoever has left meanwhile has no way in.
        let active = people::standing(work, person)?.is_some_and(|own| own.state() == crate::model::State::Active);
        if !active || !showing.spend(work, &opener, person, &place)? {
            return Ok(None);
        }
        renewal::shown(work, person)?;
        Ok(Some(sessions::begin(work, person, &site.plan, sessions::Device { name: &device, second: true })?))
    };
    let begun = visit.site.store.write::<_, Failure, _>(&scope, begin).await?;
    if begun.is_none() {
        note_wrong(visit, &CHECK, Some(person));
    }
    let cookies = |begun: sessions::Begun| {
        let remembered = device::remember(visit, &knock.hasher, person);
        (SessionCookie::set(&begun.token, begun.seconds), remembered)
    };
    Ok(begun.map(cookies))
}

//! Letting somebody set up the second step again who has lost every factor: managers ask and agree, the person can stop it
//! by the link of a mail.

use std::sync::Arc;

use access::Resource;
use askama::Template;
use http::{At, Faults, Fields, Form, FromFields, Problem, axum::response::Response, see_other};
use kernel::{Language, PersonId, Scope, words::Voice};
use organisation::{Desk as _, Doors, Visit};
use store::{Reader, StoreError};
use ui::Page;

use super::{Failure, day, draw, draw_faulty, me, said, text, with_news};
use crate::{
    factors,
    model::State as Standing,
    renewal::{
        actions::{RENEWAL_ASK, RENEWAL_SEE, STOP},
        routes,
        store::{self as renewal, Renewal, State},
    },
    store::people,
};

/// The longest account of how somebody was known, in signs.
const LONGEST: usize = 500;

/// Binds the doors of a renewal.
pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .on(&routes::RENEWAL, show)
        .on(&routes::RENEWAL_ASK, ask)
        .on(&routes::RENEWAL_ANSWER, answer)
        .on(&routes::STOP_SHOW, stop_form)
        .on(&routes::STOP, stop)
}

/// Whether a manager can ask for one, for somebody who stands so.
pub(super) fn is_offered(visit: &Visit, person: PersonId, state: Standing) -> bool {
    state == Standing::Active
        && visit.person() != Some(person)
        && visit.site.has_page(routes::RENEWAL.path)
        && factors::offered(&visit.site.plan)
        && visit.may(&RENEWAL_ASK, &Resource::person(person))
}

/// How somebody was known.
struct AskForm {
    how: String,
}

impl FromFields for AskForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        Some(Self { how: fields.text("how", LONGEST, faults) })
    }
}

#[derive(Template)]
#[template(path = "accounts/renewal.html")]
struct RenewalPage {
    page: Page,
    faults: ui::Faults,
    lead: String,
    /// The latest, where there was one.
    latest: Option<Shown>,
    /// None waits: one can be asked for.
    asks: bool,
    action: String,
    typed: String,
    label: String,
    longest: usize,
}

/// A renewal as managers see it.
struct Shown {
    how: String,
    asked: String,
    stands: String,
    waits: bool,
    may_agree: bool,
}

/// Somebody, with the latest renewal and how that person was known.
struct Found {
    name: String,
    renewal: Option<(Renewal, String, jiff::Timestamp)>,
}

async fn find(visit: &Visit, person: PersonId) -> Result<Found, Problem> {
    let grant = visit.decide(&RENEWAL_SEE, &Resource::person(person))?;
    // Nobody lets the own second step go, and whoever has not come yet has none.
    if me(visit)? == person {
        return Err(Problem::Conflict);
    }
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| {
        let profile = super::person::open(&asker, reader, &crate::actions::PERSON_SEE, person)?;
        if profile.standing.state() != Standing::Active {
            return Err(Failure::Conflict);
        }
        let Some(latest) = renewal::latest(reader, person)? else {
            return Ok(Found { name: profile.name, renewal: None });
        };
        let how = renewal::how(reader, &grant, (latest.id, person))?;
        let opener = asker.opener(&grant);
        let renewal = how.map(|(how, at)| Ok::<_, StoreError>((latest, text(&opener, &how)?, at))).transpose()?;
        Ok(Found { name: profile.name, renewal })
    };
    Ok(visit.site.store.read::<_, Failure, _>(&visit.scope, read).await?)
}

async fn page(visit: &Visit, person: PersonId, faults: ui::Faults, typed: String) -> Result<RenewalPage, Problem> {
    let Found { name, renewal } = find(visit, person).await?;
    let (voice, me) = (visit.voice(), me(visit)?);
    let title = visit.page(voice.say("accounts-renewal-title"));
    let title =
        title.crumb("/people", voice.say("accounts-people-title")).crumb(format!("/people/{person}"), name.clone());
    let news = [
        ("asked", "accounts-renewal-done-asked"),
        ("agreed", "accounts-renewal-done-agreed"),
        ("stopped", "accounts-renewal-done-stopped"),
    ];
    let latest = renewal.map(|(latest, how, at)| Shown {
        how,
        asked: voice.say1(
            if latest.asked_by == me { "accounts-renewal-asked-you" } else { "accounts-renewal-asked" },
            "date",
            day(visit, &voice, at),
        ),
        stands: stands(visit, &voice, &latest),
        waits: latest.state == State::Asked,
        may_agree: latest.awaits(me, person),
    });
    Ok(RenewalPage {
        page: with_news(title, visit, &news),
        faults,
        lead: voice.say1("accounts-renewal-lead", "name", &name),
        asks: !latest.as_ref().is_some_and(|latest| latest.waits),
        latest,
        action: renewal::page(person),
        typed,
        label: voice.say1("accounts-renewal-ask", "name", &name),
        longest: LONGEST,
    })
}

/// How it stands, in words.
fn stands(visit: &Visit, voice: &Voice, latest: &Renewal) -> String {
    let date = day(visit, voice, latest.closes);
    match latest.state {
        State::Asked if latest.agreed_by.is_some() => voice.say("accounts-renewal-agreed"),
        State::Asked if latest.alone => voice.say1("accounts-renewal-alone", "date", date),
        State::Asked => voice.say1("accounts-renewal-waits", "date", date),
        State::Stopped => voice.say("accounts-renewal-stopped"),
        State::Over => voice.say("accounts-renewal-over"),
        State::Done => voice.say("accounts-renewal-due"),
        State::Made => voice.say("accounts-renewal-made"),
    }
}

/// `GET /people/{person}/second-step`
async fn show(visit: Visit, At(person): At<PersonId>) -> Result<Response, Problem> {
    draw(&page(&visit, person, ui::Faults::none(), String::new()).await?)
}

/// `POST /people/{person}/second-step`
async fn ask(visit: Visit, At(person): At<PersonId>, form: Form<AskForm>) -> Result<Response, Problem> {
    let grant = visit.decide(&RENEWAL_ASK, &Resource::person(person))?;
    let me = me(&visit)?;
    // That it is somebody else, who takes part, is looked up here.
    find(&visit, person).await?;
    let how = match form.checked {
        Ok(form) => form.how,
        Err(faults) => {
            let faults = said(&faults, &visit.voice());
            return draw_faulty(&page(&visit, person, faults, form.typed.get("how").to_owned()).await?);
        }
    };
    if !factors::offered(&visit.site.plan) {
        return Err(Problem::NotFound);
    }
    let directory = Arc::clone(&visit.site.directory);
    let ask = move |work: &mut store::Work<'_>| match renewal::ask(work, &grant, &*directory, (me, person), &how)? {
        true => Ok(()),
        false => Err(Failure::Conflict),
    };
    visit.site.store.write::<_, Failure, _>(&visit.scope, ask).await?;
    Ok(see_other(&format!("{}?done=asked", renewal::page(person))))
}

/// `POST /people/{person}/second-step/answer`: `do` says whether it is agreed to or stopped.
async fn answer(visit: Visit, At(person): At<PersonId>, fields: Fields) -> Result<Response, Problem> {
    let grant = visit.decide(&RENEWAL_ASK, &Resource::person(person))?;
    let me = me(&visit)?;
    find(&visit, person).await?;
    let agrees = match fields.get("do") {
        "agree" => true,
        "stop" => false,
        _ => return Err(Problem::Unreadable),
    };
    let act = move |work: &mut store::Work<'_>| {
        let done = if agrees { renewal::agree(work, &grant, (me, person))? } else { renewal::stop(work, person)? };
        if done { Ok(()) } else { Err(Failure::Conflict) }
    };
    visit.site.store.write::<_, Failure, _>(&visit.scope, act).await?;
    let done = if agrees { "agreed" } else { "stopped" };
    Ok(see_other(&format!("{}?done={done}", renewal::page(person))))
}

#[derive(Template)]
#[template(path = "accounts/renewal-link.html")]
struct LinkPage {
    page: Page,
    lead: String,
    action: String,
}

#[derive(Template)]
#[template(path = "accounts/address-said.html")]
struct SaidPage {
    page: Page,
    lead: String,
}

/// Whose renewal a link stops, and the language to say it in.
fn of_link(reader: &mut Reader<'_>, token: &str) -> Result<(PersonId, Language), Failure> {
    let person = renewal::find(reader, token)?.ok_or(Failure::LinkSpent)?;
    let (_, language) = people::mailbox(reader, person)?.ok_or(Failure::LinkSpent)?;
    Ok((person, language))
}

/// `GET /second-step-renewal/{token}`: looking changes nothing. A guest who has not chosen a language sees the one of the mail.
async fn stop_form(mut visit: Visit, At(token): At<String>) -> Result<Response, Problem> {
    let (scope, asked) = (visit.scope.as_job(STOP.name), token.clone());
    let look = move |reader: &mut Reader<'_>| of_link(reader, &asked);
    let (_, language) = visit.site.store.read::<_, Failure, _>(&scope, look).await?;
    if visit.session.is_none() && visit.asked_language.is_none() {
        visit.scope = Scope { language, ..visit.scope.clone() };
    }
    let voice = visit.voice();
    draw(&LinkPage {
        lead: voice.say1("accounts-renewal-link-lead", "organisation", visit.site.name(visit.scope.language)),
        action: visit.link(&format!("/second-step-renewal/{token}")),
        page: visit.page(voice.say("accounts-renewal-link-title")),
    })
}

/// `POST /second-step-renewal/{token}`
async fn stop(mut visit: Visit, At(token): At<String>) -> Result<Response, Problem> {
    let scope = visit.scope.as_job(STOP.name);
    let stop = move |work: &mut store::Work<'_>| {
        let (person, language) = of_link(work, &token)?;
        if renewal::stop(work, person)? { Ok(language) } else { Err(Failure::LinkSpent) }
    };
    let language = visit.site.store.write::<_, Failure, _>(&scope, stop).await?;
    if visit.session.is_none() && visit.asked_language.is_none() {
        visit.scope = Scope { language, ..visit.scope.clone() };
    }
    let voice = visit.voice();
    draw(&SaidPage {
        page: visit.page(voice.say("accounts-renewal-link-stopped-title")),
        lead: voice.say("accounts-renewal-link-stopped-lead"),
    })
}

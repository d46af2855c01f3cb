//! One person, as managers see and correct the profile, and what they can end.

use access::Resource;
use askama::Template;
use http::{At, Fields, Problem, axum::response::Response, see_other};
use kernel::{PersonId, Timestamp, page::Seal};
use organisation::{Desk as _, Names, SealAsk, Visit};
use statement::dates::Facts;
use store::{Reader, StoreError};
use ui::{Choice, Line, Page};

use super::{
    Failure, age, day, draw, language_choices, language_name, mailbox, me, renewal, role_names, text, with_news,
};
use crate::{
    actions::{AGREEMENT_END, INVITATION_REPEAT, INVITATION_WITHDRAW, PERSON_CORRECT, PERSON_SEE},
    jobs::queue_link,
    mailbox::store as mailboxes,
    model::{Standing, State},
    pages::people::tone,
    renewal::store::page as page_of,
    store::people,
};

#[derive(Template)]
#[template(path = "accounts/person.html")]
pub(super) struct PersonPage {
    page: Page,
    faults: ui::Faults,
    href: String,
    end_href: String,
    withdraw_href: String,
    full_name: String,
    email: String,
    language: String,
    languages: Vec<Choice>,
    roles: String,
    state: String,
    tone: &'static str,
    dates: Vec<String>,
    /// How old they say to be, and since when; empty where that is not known or not shown.
    age: String,
    /// Since when mails come back; empty when they arrive.
    lost: String,
    seal: Seal,
    may_correct: bool,
    may_end: bool,
    may_repeat: bool,
    may_withdraw: bool,
    /// Where a lost second step is set up again; empty where it cannot be.
    renewal_href: String,
    /// Another address is asked for at both mailboxes.
    asks_address: bool,
    saw: bool,
}

#[derive(Template)]
#[template(path = "accounts/confirm.html")]
struct ConfirmPage {
    page: Page,
    question: String,
    lead: String,
    goes: Vec<Line>,
    stays: Vec<Line>,
    action: String,
    label: String,
    back: String,
}

/// A profile, opened.
pub(super) struct Profile {
    pub(super) name: String,
    pub(super) email: String,
    pub(super) language: kernel::Language,
    pub(super) standing: Standing,
    pub(super) roles: Vec<String>,
    /// How old they say to be, and since when, as far as the visitor sees it.
    pub(super) age: Option<String>,
    /// Since when mails come back, as far as the visitor sees it.
    pub(super) lost: Option<Timestamp>,
    /// What the dates of the own file depend on.
    pub(super) facts: Facts,
}

/// Reads and opens a profile under an action that shows it.
pub(super) fn open(
    visit: &Visit,
    reader: &mut Reader<'_>,
    action: &'static kernel::manifest::Action,
    person: PersonId,
) -> Result<Profile, Failure> {
    let account = people::account(reader, person)?.ok_or(Failure::Absent)?;
    let grant = visit.site.access.decide(&visit.scope, action, &account.resource())?;
    let account = account.check(&grant)?;
    let opener = visit.opener(&grant);
    Ok(Profile {
        name: text(&opener, &account.name)?,
        email: text(&opener, &account.email)?,
        language: account.language,
        standing: account.standing,
        roles: account.roles,
        age: age::told(visit, reader, person)?,
        lost: mailbox::lost_since(visit, reader, person)?,
        facts: people::folk(reader, &[person])?.facts,
    })
}

/// A person as managers see them.
pub(super) async fn find(visit: &Visit, person: PersonId) -> Result<Profile, Problem> {
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| open(&asker, reader, &PERSON_SEE, person);
    Ok(visit.site.store.read(&visit.scope, read).await?)
}

/// The page, with what was typed and is wrong with it.
pub(super) fn page(
    visit: &Visit,
    person: PersonId,
    profile: &Profile,
    typed: Option<(&Fields, ui::Faults)>,
) -> PersonPage {
    let voice = visit.voice();
    let about = Resource::person(person);
    let mut names = Names::of(profile.facts.clone());
    names.insert(person, profile.name.clone());
    let seal = visit.seal(&SealAsk { item: "person.name", about: &about, names: &names, happened: &[] });
    let state = profile.standing.state();
    let own = visit.person() == Some(person);
    let title = visit.page(profile.name.clone()).crumb("/people", voice.say("accounts-people-title"));
    let news = [
        ("corrected", "accounts-done-corrected"),
        ("address", "accounts-done-address"),
        ("again", "accounts-done-again"),
        ("ended", "accounts-done-ended"),
    ];
    let (fields, faults) = match typed {
        Some((fields, faults)) => (Some(fields), faults),
        None => (None, ui::Faults::none()),
    };
    let shown =
        |field: &str, stored: &str| fields.map_or_else(|| stored.to_owned(), |typed| typed.get(field).to_owned());
    let language = shown("language", profile.language.tag());
    let say = |word: &str, at| voice.say1(word, "date", day(visit, &voice, at));
    let dates = [
        // Who registered was never invited: both dates are one.
        Some(profile.standing.invited_at)
            .filter(|at| profile.standing.accepted_at != Some(*at))
            .map(|at| say("accounts-invited-on", at)),
        profile.standing.accepted_at.map(|at| say("accounts-active-since", at)),
        profile.standing.left_at.map(|at| say("accounts-left-on", at)),
    ];
    PersonPage {
        page: with_news(title, visit, &news),
        faults,
        href: format!("/people/{person}"),
        end_href: format!("/people/{person}/agreement-end"),
        withdraw_href: format!("/people/{person}/invitation-withdrawal"),
        full_name: shown("name", &profile.name),
        email: shown("email", &profile.email),
        languages: language_choices(&visit.site.plan, &language),
        language: language_name(profile.language).to_owned(),
        roles: role_names(&visit.site.plan, &voice, &profile.roles),
        state: voice.say(state.word()),
        tone: tone(state),
        dates: dates.into_iter().flatten().collect(),
        age: profile.age.clone().unwrap_or_default(),
        lost: profile.lost.map_or_else(String::new, |at| say("accounts-mail-lost-since", at)),
        seal,
        may_correct: visit.may(&PERSON_CORRECT, &about),
        may_end: state == State::Active && !own && visit.may(&AGREEMENT_END, &about),
        may_repeat: state == State::Invited && visit.may(&INVITATION_REPEAT, &about),
        may_withdraw: state == State::Invited && visit.may(&INVITATION_WITHDRAW, &about),
        renewal_href: if renewal::is_offered(visit, person, state) { page_of(person) } else { String::new() },
        asks_address: state != State::Invited && !own,
        saw: fields.is_some_and(|typed| typed.get("saw") == "yes"),
    }
}

/// `GET /people/{person}`
pub(super) async fn show(visit: Visit, At(person): At<PersonId>) -> Result<Response, Problem> {
    let profile = find(&visit, person).await?;
    draw(&page(&visit, person, &profile, None))
}

/// `POST /people/{person}/invitation`
pub(super) async fn invite_again(visit: Visit, At(person): At<PersonId>) -> Result<Response, Problem> {
    visit.decide(&INVITATION_REPEAT, &Resource::person(person))?;
    visit
        .site
        .store
        .write::<_, Failure, _>(&visit.scope, move |work| {
            in_state(people::standing(work, person)?, State::Invited)?;
            people::invite_again(work, person)?;
            mailboxes::forget(work, person)?;
            Ok(queue_link(work, person)?)
        })
        .await?;
    Ok(see_other(&format!("/people/{person}?done=again")))
}

fn in_state(standing: Option<Standing>, state: State) -> Result<(), Failure> {
    match standing {
        None => Err(Failure::Absent),
        Some(standing) if standing.state() == state => Ok(()),
        Some(_) => Err(Failure::Conflict),
    }
}

/// What a step needs to say before it is taken.
struct Step {
    prefix: &'static str,
    path: &'static str,
    state: State,
}

async fn confirm(visit: &Visit, person: PersonId, step: Step) -> Result<Response, Problem> {
    let profile = find(visit, person).await?;
    in_state(Some(profile.standing), step.state)?;
    let voice = visit.voice();
    let say = |part: &str| voice.say1(&format!("{}-{part}", step.prefix), "name", &profile.name);
    let back = format!("/people/{person}");
    let page = visit.page(say("title"));
    draw(&ConfirmPage {
        page: page.crumb("/people", voice.say("accounts-people-title")).crumb(back.clone(), profile.name.clone()),
        question: say("question"),
        lead: say("lead"),
        goes: vec![Line::new(say("goes"))],
        stays: vec![Line::new(say("stays"))],
        action: format!("{back}/{}", step.path),
        label: say("button"),
        back,
    })
}

/// `GET /people/{person}/agreement-end`
pub(super) async fn end_form(visit: Visit, At(person): At<PersonId>) -> Result<Response, Problem> {
    not_oneself(&visit, person)?;
    visit.decide(&AGREEMENT_END, &Resource::person(person))?;
    confirm(&visit, person, Step { prefix: "accounts-end", path: "agreement-end", state: State::Active }).await
}

/// `POST /people/{person}/agreement-end`
pub(super) async fn end(visit: Visit, At(person): At<PersonId>) -> Result<Response, Problem> {
    not_oneself(&visit, person)?;
    visit.decide(&AGREEMENT_END, &Resource::person(person))?;
    visit
        .site
        .store
        .write::<_, Failure, _>(&visit.scope, move |work| {
            in_state(people::standing(work, person)?, State::Active)?;
            let now = work.now();
            Ok(people::leave(work, person, now)?)
        })
        .await?;
    Ok(see_other(&format!("/people/{person}?done=ended")))
}

/// Nobody ends the own agreement here: the last manager would lock everybody out.
fn not_oneself(visit: &Visit, person: PersonId) -> Result<(), Problem> {
    if me(visit)? == person { Err(Problem::Conflict) } else { Ok(()) }
}

/// `GET /people/{person}/invitation-withdrawal`
pub(super) async fn withdrawal_form(visit: Visit, At(person): At<PersonId>) -> Result<Response, Problem> {
    visit.decide(&INVITATION_WITHDRAW, &Resource::person(person))?;
    let step = Step { prefix: "accounts-withdraw", path: "invitation-withdrawal", state: State::Invited };
    confirm(&visit, person, step).await
}

/// `POST /people/{person}/invitation-withdrawal`: what is held of the person goes.
pub(super) async fn withdraw(visit: Visit, At(person): At<PersonId>) -> Result<Response, Problem> {
    visit.decide(&INVITATION_WITHDRAW, &Resource::person(person))?;
    let standing = visit
        .site
        .store
        .read::<_, StoreError, _>(&visit.scope, move |reader| people::standing(reader, person))
        .await
        .map_err(Failure::from)?;
    in_state(standing, State::Invited)?;
    crate::erasure::erase(&visit.site, &visit.scope, person, keeper::Extent::Everything).await?;
    Ok(see_other("/people?done=withdrawn"))
}

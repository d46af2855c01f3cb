//! One breach: the clock, what is known of it, what is to be done next.

use access::Guarded as _;
use askama::Template;
use http::{At, Fields, Form, Problem, axum::response::Response, see_other};
use kernel::{ExposeSecret as _, id::Id as _, page::Seal};
use organisation::{Desk as _, Names, SealAsk, Visit};
use store::{Opener, Sealed, StoreError};
use ui::{Choice, Page};

use super::{
    BREACH_CHANGE, BREACH_SEE,
    forms::{AuthorityForm, DescribeForm, LONGEST},
    inventory::{ACCOUNT, CLOSED},
    list::{categories, past, risks, standing},
    model::{Account, BreachId, Course},
    store as written,
};
use crate::frame::{Failure, draw, draw_faulty, moment, said, with_news};

/// A breach with its texts opened.
pub(super) struct Opened {
    pub(super) course: Course,
    pub(super) what: String,
    pub(super) consequences: String,
    pub(super) measures: String,
    pub(super) delay: String,
    pub(super) reference: String,
    pub(super) untold: String,
    pub(super) people: Vec<kernel::PersonId>,
}

fn opened(opener: &Opener, account: Account) -> Result<Opened, StoreError> {
    let open = |text: &Sealed| opener.text(text).map(|text| text.expose_secret().to_owned());
    let or_empty = |text: &Option<Sealed>| text.as_ref().map(open).transpose().map(Option::unwrap_or_default);
    Ok(Opened {
        what: open(&account.what)?,
        consequences: or_empty(&account.consequences)?,
        measures: or_empty(&account.measures)?,
        delay: or_empty(&account.delay)?,
        reference: or_empty(&account.reference)?,
        untold: or_empty(&account.untold)?,
        people: account.people,
        course: account.course,
    })
}

/// A breach, decided and opened.
pub(super) async fn open(visit: &Visit, id: BreachId) -> Result<Opened, Problem> {
    let asker = visit.clone();
    let read = move |reader: &mut store::Reader<'_>| {
        let found = written::account(reader, id)?.ok_or(Failure::Absent)?;
        let grant = asker.site.access.decide(&asker.scope, &BREACH_SEE, &found.resource())?;
        let account = found.check(&grant)?;
        Ok::<_, Failure>(opened(&asker.opener(&grant), account)?)
    };
    Ok(visit.site.store.read(&visit.scope, read).await?)
}

#[derive(Template)]
#[template(path = "registers/breach.html")]
struct BreachPage {
    page: Page,
    faults: ui::Faults,
    path: String,
    draft: String,
    state: String,
    tone: &'static str,
    what: String,
    /// What is known, line by line.
    facts: Vec<(String, String)>,
    /// The people concerned, by number.
    numbers: Vec<String>,
    is_open: bool,
    may_close: bool,
    owes_people: bool,
    owes_authority: bool,
    is_late: bool,
    risks: Vec<Choice>,
    consequences: String,
    measures: String,
    delay: String,
    on: String,
    at: String,
    reference: String,
    whom: Vec<Choice>,
    roles: Vec<Choice>,
    number: String,
    from: String,
    until: String,
    text: String,
    untold: String,
    most: usize,
    seal: Seal,
}

fn facts(visit: &Visit, found: &Opened) -> Vec<(String, String)> {
    let voice = visit.voice();
    let course = &found.course;
    let at = |at: Option<jiff::Timestamp>| at.map(|at| moment(visit, &voice, at)).unwrap_or_default();
    let number = found.people.len().to_string();
    let all = [
        ("registers-breach-aware", at(Some(course.aware))),
        ("registers-breach-recorded", at(Some(course.recorded))),
        ("registers-breach-categories", categories(visit, course)),
        ("registers-breach-people", number),
        ("registers-breach-risk", voice.say(course.risk.word())),
        ("registers-breach-consequences", found.consequences.clone()),
        ("registers-breach-measures", found.measures.clone()),
        ("registers-breach-delay", found.delay.clone()),
        ("registers-breach-authority-at", at(course.authority)),
        ("registers-breach-reference", found.reference.clone()),
        ("registers-breach-people-at", at(course.people.filter(|_| found.untold.is_empty()))),
        ("registers-breach-untold", found.untold.clone()),
        ("registers-breach-closed-at", at(course.closed)),
    ];
    all.into_iter().filter(|(_, text)| !text.is_empty()).map(|(word, text)| (voice.say(word), text)).collect()
}

fn whom(visit: &Visit, typed: &str) -> Vec<Choice> {
    let voice = visit.voice();
    ["all", "role", "number", "looks"]
        .map(|key| Choice::new(key, voice.say(&format!("registers-whom-{key}"))).chosen_if(typed))
        .into()
}

fn roles(visit: &Visit, typed: &str) -> Vec<Choice> {
    let (plan, language) = (&visit.site.plan, visit.scope.language);
    let role = |role: &statement::plan::Role| {
        Choice::new(role.key.clone(), statement::render::all_in_role(plan, &role.key, language)).chosen_if(typed)
    };
    plan.roles().iter().map(role).collect()
}

/// The page, with what was typed into one of its forms and what is wrong with that.
pub(super) async fn page(
    visit: &Visit,
    id: BreachId,
    typed: &Fields,
    faults: ui::Faults,
) -> Result<impl Template + use<>, Problem> {
    let found = open(visit, id).await?;
    let (voice, course) = (visit.voice(), &found.course);
    let (state, tone) = standing(visit, &voice, course);
    let local = visit.scope.now.to_zoned(visit.scope.zone.clone());
    let or = |field: &str, other: &str| if typed.has(field) { typed.get(field) } else { other }.to_owned();
    let closed = [(CLOSED, course.closed.unwrap_or(visit.scope.now))];
    let about = course.resource();
    let news = ["recorded", "described", "concerned", "authority", "told", "closed"]
        .map(|key| (key, format!("registers-breach-done-{key}")));
    let news: Vec<(&str, &str)> = news.iter().map(|(key, word)| (*key, word.as_str())).collect();
    Ok(BreachPage {
        page: with_news(
            visit.page(voice.say("registers-breach-title")).crumb("/breaches", voice.say("registers-breaches-title")),
            visit,
            &news,
        ),
        faults,
        path: format!("/breaches/{id}"),
        draft: format!("/breaches/{id}/draft"),
        state,
        tone,
        facts: facts(visit, &found),
        numbers: found.people.iter().map(|person| person.uuid().to_string()).collect(),
        is_open: course.closed.is_none(),
        may_close: course.may_close(),
        owes_people: course.owes_people(),
        owes_authority: course.owes_authority(),
        is_late: course.owes_authority() && course.limit() <= visit.scope.now,
        risks: risks(&voice, &or("risk", course.risk.key())),
        consequences: or("consequences", &found.consequences),
        measures: or("measures", &found.measures),
        delay: or("delay", &found.delay),
        on: or("on", &local.date().to_string()),
        at: or("at", &local.strftime("%H:%M").to_string()),
        reference: or("reference", ""),
        whom: whom(visit, typed.get("whom")),
        roles: roles(visit, typed.get("role")),
        number: or("number", ""),
        from: or("from", ""),
        until: or("until", ""),
        text: or("text", ""),
        untold: or("untold", ""),
        most: LONGEST,
        seal: visit.seal(&SealAsk { item: ACCOUNT, about: &about, names: &Names::none(), happened: &closed }),
        what: found.what,
    })
}

/// `GET /breaches/{breach}`
pub(super) async fn show(visit: Visit, At(id): At<BreachId>) -> Result<Response, Problem> {
    draw(&page(&visit, id, &Fields::default(), ui::Faults::none()).await?)
}

/// The page again, with what is wrong.
pub(super) async fn again(
    visit: &Visit,
    id: BreachId,
    typed: &Fields,
    faults: &http::Faults,
) -> Result<Response, Problem> {
    draw_faulty(&page(visit, id, typed, said(faults, &visit.voice())).await?)
}

/// Changes a breach that is open, after a decision.
pub(super) async fn change(
    visit: &Visit,
    id: BreachId,
    write: impl FnOnce(&mut store::Work<'_>, &access::Grant, &Course) -> Result<(), Failure> + Send + 'static,
) -> Result<(), Problem> {
    let asker = visit.clone();
    let change = move |work: &mut store::Work<'_>| {
        let found = written::find(work, id)?.ok_or(Failure::Absent)?;
        let grant = asker.site.access.decide(&asker.scope, &BREACH_CHANGE, &found.resource())?;
        let course = found.check(&grant)?;
        if course.closed.is_some() {
            return Err(Failure::Conflict);
        }
        write(work, &grant, &course)
    };
    Ok(visit.site.store.write(&visit.scope, change).await?)
}

/// `POST /breaches/{breach}/account`
pub(super) async fn describe(
    visit: Visit,
    At(id): At<BreachId>,
    form: Form<DescribeForm>,
) -> Result<Response, Problem> {
    match form.checked {
        Ok(form) => {
            change(&visit, id, move |work, grant, _| Ok(written::describe(work, grant, id, &form)?)).await?;
            Ok(see_other(&format!("/breaches/{id}?done=described")))
        }
        Err(faults) => again(&visit, id, &form.typed, &faults).await,
    }
}

/// `POST /breaches/{breach}/authority`: late only with the reasons for it (Art. 33(1)).
pub(super) async fn authority(
    visit: Visit,
    At(id): At<BreachId>,
    form: Form<AuthorityForm>,
) -> Result<Response, Problem> {
    let found = open(&visit, id).await?;
    let told = form.checked.and_then(|checked| Ok((past(&visit, checked.told)?, checked.reference)));
    let told = told.and_then(|(at, reference)| match () {
        () if at < found.course.aware => Err(http::Faults::one("on", "registers-fault-before")),
        () if at > found.course.limit() && found.delay.is_empty() => {
            Err(http::Faults::one("delay", "registers-fault-delay"))
        }
        () => Ok((at, reference)),
    });
    match told {
        Ok((at, reference)) => {
            let write = move |work: &mut store::Work<'_>, grant: &access::Grant, _: &Course| {
                Ok(written::told_authority(work, grant, id, at, &reference)?)
            };
            change(&visit, id, write).await?;
            Ok(see_other(&format!("/breaches/{id}?done=authority")))
        }
        Err(faults) => again(&visit, id, &form.typed, &faults).await,
    }
}

/// `POST /breaches/{breach}/closure`: when everybody was told who must be.
pub(super) async fn close(visit: Visit, At(id): At<BreachId>) -> Result<Response, Problem> {
    let write = move |work: &mut store::Work<'_>, grant: &access::Grant, course: &Course| match course.may_close() {
        true => Ok(written::close(work, grant, id)?),
        false => Err(Failure::Conflict),
    };
    change(&visit, id, write).await?;
    Ok(see_other(&format!("/breaches/{id}?done=closed")))
}

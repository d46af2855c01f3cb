//! What the asker sees and does.

use access::{Guarded as _, Resource};
use askama::Template;
use http::{
    At, Fields, Form, FromFields, Problem,
    axum::{http::StatusCode, response::Response},
    see_other,
};
use kernel::{manifest::Action, page::Seal};
use organisation::{
    Desk as _, Names, Visit, notify,
    pages::{Failure, day, draw, draw_again, me, said, with_news},
};
use statement::{plan::Alternative, render};
use store::{Reader, Work};
use ui::{Choice, Page};

use super::{
    OWN_PATH, PATH,
    actions::{ASK, FOLLOW, ONWARD, OWN, WITHDRAW},
    inventory::MAIL_OVER,
    model::{AlternativeId, Wish, asked_by, clause, steps},
    store as written,
    view::{self, View},
};
use crate::{forms::LONGEST, pages::Standing};

/// Asking.
pub(super) struct AskForm {
    /// The key of the clause.
    clause: String,
    words: String,
}

impl FromFields for AskForm {
    fn from_fields(fields: &Fields, faults: &mut http::Faults) -> Option<Self> {
        let clause = fields.parse_with("clause", faults, |key| Some(key.to_owned()));
        let words = fields.text("words", LONGEST, faults);
        Some(Self { clause: clause?, words })
    }
}

#[derive(Template)]
#[template(path = "requests/alternatives.html")]
struct OwnPage {
    page: Page,
    faults: ui::Faults,
    rows: Vec<Row>,
    /// What can be asked, each instead of something; empty where the statement offers nothing any more.
    choices: Vec<Choice>,
    /// How it goes, step by step.
    ways: Vec<String>,
    words: String,
    most: usize,
    readers: String,
    seal: Seal,
}

struct Row {
    href: String,
    what: String,
    asked: String,
    standing: Standing,
}

async fn page(visit: &Visit, typed: Option<&Fields>, faults: ui::Faults) -> Result<OwnPage, Problem> {
    let me = me(visit)?;
    visit.decide(&OWN, &Resource::person(me))?;
    let read = move |reader: &mut Reader<'_>| written::of_person(reader, me);
    let wishes: Vec<Wish> = visit.site.store.read(&visit.scope, read).await.map_err(Failure::from)?;
    let voice = visit.voice();
    let value = |field: &str| typed.map_or_else(String::new, |typed| typed.get(field).to_owned());
    let rows = wishes.iter().map(|wish| Row {
        href: format!("{OWN_PATH}/{}", wish.id),
        what: view::what(visit, &wish.clause),
        asked: day(visit, &voice, wish.asked),
        standing: view::standing(visit, &voice, wish),
    });
    let all: Vec<&Alternative> = visit.site.plan.all().collect();
    let chosen = if let [only] = all.as_slice() { only.key.clone() } else { value("clause") };
    let first = all.first().and_then(|clause| clause.steps.first());
    let first = first.map(|step| render::role_name(&visit.site.plan, &step.role, voice.language));
    Ok(OwnPage {
        rows: rows.collect(),
        choices: all
            .iter()
            .map(|clause| Choice::new(clause.key.clone(), view::what(visit, &clause.key)).chosen_if(&chosen))
            .collect(),
        ways: all.iter().map(|clause| ways(visit, clause)).collect(),
        words: value("words"),
        most: LONGEST,
        readers: voice.say1("requests-alt-readers", "role", first.unwrap_or_default()),
        seal: view::seal(visit, &asked_by(visit.scope.mint(), me), &Names::none(), None),
        page: visit.page(voice.say("requests-alt-own-title")).crumb("/my-data", voice.say("requests-my-data")),
        faults,
    })
}

/// "First the lecturers, then the study advisers, then the data protection officers."
fn ways(visit: &Visit, clause: &Alternative) -> String {
    let (plan, voice) = (&visit.site.plan, visit.voice());
    let roles = clause.steps.iter().map(|step| render::all_in_role(plan, &step.role, voice.language));
    let roles: Vec<String> = roles.collect();
    voice.say1("requests-alt-ways", "roles", roles.join(", "))
}

/// `GET /my-data/alternatives`
pub(super) async fn list(visit: Visit) -> Result<Response, Problem> {
    let page = page(&visit, None, ui::Faults::none()).await?;
    draw(&OwnPage { page: with_news(page.page, &visit, &[("withdrawn", "requests-alt-done-withdrawn")]), ..page })
}

/// `POST /my-data/alternatives`
pub(super) async fn ask(visit: Visit, form: Form<AskForm>) -> Result<Response, Problem> {
    let me = me(&visit)?;
    let id: AlternativeId = visit.scope.mint();
    visit.decide(&ASK, &asked_by(id, me))?;
    let faults = match form.checked {
        Ok(AskForm { clause: key, words }) if clause(&visit.site.plan, &key).is_some() => {
            let asker = visit.clone();
            let write = move |work: &mut Work<'_>| {
                let grant = asker.site.access.decide(&asker.scope, &ASK, &asked_by(id, me))?;
                let organisation = (&*asker.site.plan, &*asker.site.directory);
                Ok::<_, Failure>(written::ask(work, &grant, id, (me, &key, &words), organisation)?)
            };
            visit.site.store.write(&visit.scope, write).await?;
            return Ok(see_other(&format!("{OWN_PATH}/{id}?done=asked")));
        }
        Ok(_) => http::Faults::one("clause", "form-unknown"),
        Err(faults) => faults,
    };
    let faults = said(&faults, &visit.voice());
    draw_again(&page(&visit, Some(&form.typed), faults).await?, StatusCode::UNPROCESSABLE_ENTITY)
}

#[derive(Template)]
#[template(path = "requests/alternative-own.html")]
struct OnePage {
    page: Page,
    view: View,
    path: String,
    /// Who reads it when it goes on; empty where it cannot.
    next: String,
    may_withdraw: bool,
}

/// `GET /my-data/alternatives/{alternative}`
pub(super) async fn show(visit: Visit, At(id): At<AlternativeId>) -> Result<Response, Problem> {
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| {
        let found = written::told(reader, id)?.ok_or(Failure::Absent)?;
        let grant = asker.site.access.decide(&asker.scope, &FOLLOW, &found.resource())?;
        let told = found.check(&grant)?;
        let view = view::open(&asker, reader, &asker.opener(&grant), &told)?;
        Ok::<_, Failure>((view, told.wish))
    };
    let (view, wish) = visit.site.store.read(&visit.scope, read).await?;
    let (voice, plan) = (visit.voice(), &visit.site.plan);
    let may_go_on = wish.can_go_on(plan) && visit.may(&ONWARD, &wish.resource());
    let next = steps(plan, &wish.clause).get(wish.step + 1).filter(|_| may_go_on);
    let next = next.map(|step| render::role_name(plan, &step.role, voice.language));
    let page = visit.page(voice.say("requests-alt-one-title")).crumb("/my-data", voice.say("requests-my-data"));
    let news = [("asked", "requests-alt-done-asked"), ("onward", "requests-alt-done-onward")];
    draw(&OnePage {
        page: with_news(page.crumb(OWN_PATH, voice.say("requests-alt-own-title")), &visit, &news),
        view,
        path: format!("{OWN_PATH}/{id}"),
        next: next.map_or_else(String::new, |role| voice.say1("requests-alt-readers", "role", role)),
        may_withdraw: visit.may(&WITHDRAW, &wish.resource()),
    })
}

/// Finds one's own, decides and writes, in one unit of work. What `act` cannot do, because it ended or went on in the
/// meantime, is a conflict.
async fn write<F>(visit: &Visit, id: AlternativeId, action: &'static Action, act: F) -> Result<(), Failure>
where
    F: FnOnce(&Visit, &mut Work<'_>, &Wish) -> Result<bool, Failure> + Send + 'static,
{
    let asker = visit.clone();
    let write = move |work: &mut Work<'_>| {
        let found = written::find(work, id)?.ok_or(Failure::Absent)?;
        // Whose own it is not finds nothing here, whatever its state.
        asker.site.access.decide(&asker.scope, &FOLLOW, &found.resource())?;
        if !action.states.iter().any(|state| found.resource().state == Some(state)) {
            return Err(Failure::Conflict);
        }
        let grant = asker.site.access.decide(&asker.scope, action, &found.resource())?;
        let wish = found.check(&grant)?;
        if act(&asker, work, &wish)? { Ok(()) } else { Err(Failure::Conflict) }
    };
    visit.site.store.write(&visit.scope, write).await
}

/// `POST /my-data/alternatives/{alternative}/next-step`: after a no.
pub(super) async fn onward(visit: Visit, At(id): At<AlternativeId>) -> Result<Response, Problem> {
    write(&visit, id, &ONWARD, |asker, work, wish| {
        if !wish.can_go_on(&asker.site.plan) {
            return Ok(false);
        }
        Ok(written::go_on(work, wish, Some(wish.person), (&asker.site.plan, &*asker.site.directory))?)
    })
    .await?;
    Ok(see_other(&format!("{OWN_PATH}/{id}?done=onward")))
}

/// `POST /my-data/alternatives/{alternative}/withdrawal`
pub(super) async fn withdraw(visit: Visit, At(id): At<AlternativeId>) -> Result<Response, Problem> {
    write(&visit, id, &WITHDRAW, |_, work, wish| {
        if let Some(helper) = wish.helper {
            notify(work, helper, MAIL_OVER, PATH)?;
        }
        Ok(written::withdraw(work, wish)?)
    })
    .await?;
    Ok(see_other(&format!("{OWN_PATH}?done=withdrawn")))
}

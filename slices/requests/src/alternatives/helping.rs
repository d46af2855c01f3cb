//! What somebody sees and does who is asked at a step.

use access::{Guarded as _, Resource};
use askama::Template;
use http::{
    At, Fields, Form, FromFields, Problem,
    axum::{http::StatusCode, response::Response},
    see_other,
};
use organisation::{
    Desk as _, Visit, notify,
    pages::{Failure, day, draw, draw_again, me, said, with_news},
};
use store::{Reader, StoreError, Work};
use ui::{Choice, Page};

use super::{
    OWN_PATH, PATH,
    actions::{ANSWER, LIST, SEE, TAKE},
    inventory::MAIL_NEWS,
    model::{AlternativeId, Outcome, Wish},
    store as written,
    view::{self, View},
};
use crate::{forms::LONGEST, pages::Standing};

#[derive(Template)]
#[template(path = "requests/alternatives-asked.html")]
struct ListPage {
    page: Page,
    waiting: Vec<Row>,
    own: Vec<Row>,
}

struct Row {
    /// Where it is read, or taken up.
    href: String,
    what: String,
    asked: String,
    standing: Standing,
}

/// Whether the present step of a wish asks whoever looks, in one of the own roles, and about somebody else.
fn asks(visit: &Visit, wish: &Wish) -> bool {
    let Some(member) = visit.scope.member() else { return false };
    let role = wish.role(&visit.site.plan);
    wish.person != member.id && role.is_some_and(|role| member.roles.iter().any(|own| &*own.key == role))
}

/// `GET /alternatives`: what waits for somebody in one's role, by date alone; and what one has taken up.
pub(super) async fn list(visit: Visit) -> Result<Response, Problem> {
    let grant = visit.decide(&LIST, &Resource::organisation())?;
    let me = me(&visit)?;
    let read =
        move |reader: &mut Reader<'_>| Ok::<_, StoreError>((written::open(reader)?, written::of_helper(reader, me)?));
    let (mut open, own) = visit.site.store.read(&visit.scope, read).await.map_err(Failure::from)?;
    // Of whoever has not accepted a version that lets one's role see this, nothing is listed (I18).
    open.retain(|wish| wish.helper.is_none() && asks(&visit, wish) && !grant.is_sparing(wish.person));
    let voice = visit.voice();
    let row = |wish: &Wish, href: String| Row {
        href,
        what: view::what(&visit, &wish.clause),
        asked: day(&visit, &voice, wish.asked),
        standing: view::standing(&visit, &voice, wish),
    };
    let seen = own.iter().filter(|wish| visit.may(&SEE, &wish.resource()));
    let news = [("answered", "requests-alt-done-answered")];
    draw(&ListPage {
        waiting: open.iter().map(|wish| row(wish, format!("{PATH}/{}/taking", wish.id))).collect(),
        own: seen.map(|wish| row(wish, format!("{PATH}/{}", wish.id))).collect(),
        page: with_news(visit.page(voice.say("requests-alt-title")), &visit, &news),
    })
}

/// `POST /alternatives/{alternative}/taking`: the first reads and answers it.
pub(super) async fn take(visit: Visit, At(id): At<AlternativeId>) -> Result<Response, Problem> {
    let me = me(&visit)?;
    let asker = visit.clone();
    let write = move |work: &mut Work<'_>| {
        let grant = asker.site.access.decide(&asker.scope, &TAKE, &Resource::organisation())?;
        let waiting = written::open(work)?.into_iter().find(|wish| wish.id == id);
        let wish = waiting.filter(|wish| asks(&asker, wish) && !grant.is_sparing(wish.person));
        let wish = wish.ok_or(Failure::Absent)?;
        if !written::take(work, &wish, me)? {
            return Err(Failure::Conflict);
        }
        Ok::<_, Failure>(notify(work, wish.person, MAIL_NEWS, OWN_PATH)?)
    };
    visit.site.store.write(&visit.scope, write).await?;
    Ok(see_other(&format!("{PATH}/{id}?done=taken")))
}

/// The answer.
pub(super) struct AnswerForm {
    outcome: Outcome,
    text: String,
}

impl FromFields for AnswerForm {
    fn from_fields(fields: &Fields, faults: &mut http::Faults) -> Option<Self> {
        let answer = |key: &str| Outcome::from_key(key).filter(|outcome| *outcome != Outcome::Withdrawn);
        let outcome = fields.parse_with("outcome", faults, answer);
        let text = fields.text("text", LONGEST, faults);
        Some(Self { outcome: outcome?, text })
    }
}

#[derive(Template)]
#[template(path = "requests/alternative.html")]
struct OnePage {
    page: Page,
    faults: ui::Faults,
    view: View,
    path: String,
    may_answer: bool,
    outcomes: Vec<Choice>,
    text: String,
    most: usize,
}

async fn one(visit: &Visit, id: AlternativeId, typed: &Fields, faults: ui::Faults) -> Result<OnePage, Problem> {
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| {
        let found = written::told(reader, id)?.ok_or(Failure::Absent)?;
        let grant = asker.site.access.decide(&asker.scope, &SEE, &found.resource())?;
        let told = found.check(&grant)?;
        let view = view::open(&asker, reader, &asker.opener(&grant), &told)?;
        Ok::<_, Failure>((view, told.wish))
    };
    let (view, wish) = visit.site.store.read(&visit.scope, read).await?;
    let voice = visit.voice();
    let outcomes = [Outcome::Offered, Outcome::Refused].map(|outcome| {
        let word = format!("requests-alt-answer-{}", outcome.key());
        Choice::new(outcome.key(), voice.say(&word)).chosen_if(typed.get("outcome"))
    });
    Ok(OnePage {
        page: visit.page(voice.say("requests-alt-one-title")).crumb(PATH, voice.say("requests-alt-title")),
        faults,
        view,
        path: format!("{PATH}/{id}"),
        may_answer: visit.may(&ANSWER, &wish.resource()),
        outcomes: outcomes.into(),
        text: typed.get("text").to_owned(),
        most: LONGEST,
    })
}

/// `GET /alternatives/{alternative}`
pub(super) async fn show(visit: Visit, At(id): At<AlternativeId>) -> Result<Response, Problem> {
    let page = one(&visit, id, &Fields::default(), ui::Faults::none()).await?;
    draw(&OnePage { page: with_news(page.page, &visit, &[("taken", "requests-alt-done-taken")]), ..page })
}

/// `POST /alternatives/{alternative}/answer`
pub(super) async fn answer(
    visit: Visit,
    At(id): At<AlternativeId>,
    form: Form<AnswerForm>,
) -> Result<Response, Problem> {
    let me = me(&visit)?;
    let AnswerForm { outcome, text } = match form.checked {
        Ok(answer) => answer,
        Err(faults) => {
            let faults = said(&faults, &visit.voice());
            return draw_again(&one(&visit, id, &form.typed, faults).await?, StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    let asker = visit.clone();
    let write = move |work: &mut Work<'_>| {
        let found = written::find(work, id)?.ok_or(Failure::Absent)?;
        let grant = asker.site.access.decide(&asker.scope, &ANSWER, &found.resource())?;
        let wish = found.check(&grant)?;
        if !written::answer(work, &grant, &wish, (me, outcome, &text))? {
            return Err(Failure::Conflict);
        }
        Ok::<_, Failure>(notify(work, wish.person, MAIL_NEWS, OWN_PATH)?)
    };
    visit.site.store.write(&visit.scope, write).await?;
    Ok(see_other(&format!("{PATH}?done=answered")))
}

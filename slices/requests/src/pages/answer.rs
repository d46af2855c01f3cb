//! The answer: granted, in part, or refused on a ground of the law; what is granted is carried out by the keeper.

use access::Guarded as _;
use askama::Template;
use http::{
    At, Fields, Form, Problem,
    axum::{http::StatusCode, response::Response},
    see_other,
};
use keeper::{ActId, Extent};
use kernel::PersonId;
use organisation::{ComplaintRoute, Desk as _, Organisation, Visit};
use statement::plan::Right;
use store::Work;
use ui::{Choice, Line, Page};

use super::{
    Failure, draw, draw_again, me,
    one::{opened, tell_asker},
    recount, said,
    view::View,
};
use crate::{
    actions::REQUEST_ANSWER,
    forms::{AnswerForm, LONGEST},
    inventory::CLOSED,
    jobs::queue_mail,
    model::{Ground, Request, RightsRequestId, Verdict},
    routes::DESK_PATH,
    store::{self as written, desk},
};

#[derive(Template)]
#[template(path = "requests/answer.html")]
struct AnswerPage {
    page: Page,
    faults: ui::Faults,
    view: View,
    back: String,
    outcomes: Vec<Choice>,
    grounds: Vec<Choice>,
    text: String,
    most: usize,
    /// Whether granting it is carried out by itself: what that does, in a sentence; may be empty.
    carries_out: String,
    route: ComplaintRoute,
    /// What an erasure takes and leaves, before it is confirmed.
    erasure: Option<Erasure>,
    /// Somebody else answered in the meantime: what was written is only shown.
    too_late: bool,
}

/// What an erasure takes and leaves.
struct Erasure {
    goes: Vec<Line>,
    stays: Vec<Line>,
}

/// What granting a request does by itself, for somebody whose account is known.
#[derive(Clone, Copy)]
enum Deed {
    Erase(PersonId, Extent),
    Restrict(PersonId),
}

impl Deed {
    fn of(request: &Request) -> Option<Self> {
        let person = request.person?;
        match request.kind {
            Right::Erasure => Some(Self::Erase(person, Extent::Everything)),
            Right::ErasureButContact => Some(Self::Erase(person, Extent::AllButContact)),
            Right::Restriction => Some(Self::Restrict(person)),
            _ => None,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Erase(_, Extent::Everything) => "requests-carries-out-erasure",
            Self::Erase(_, Extent::AllButContact) => "requests-carries-out-erasure-but-contact",
            Self::Restrict(_) => "requests-carries-out-restriction",
        }
    }
}

fn page(
    visit: &Visit,
    id: RightsRequestId,
    (view, request): (View, &Request),
    typed: Option<&Fields>,
    faults: ui::Faults,
) -> AnswerPage {
    let voice = visit.voice();
    let typed_in = |field: &str| typed.map_or_else(String::new, |typed| typed.get(field).to_owned());
    let (outcome, ground) = (typed_in("outcome"), typed_in("ground"));
    let outcomes = ["granted", "partly", "refused"].map(|key| {
        let word = format!("requests-outcome-{key}");
        Choice::new(key, voice.say(&word)).hint(voice.say(&format!("{word}-hint"))).chosen_if(&outcome)
    });
    let fitting = Ground::ALL.iter().filter(|ground| ground.fits(request.kind));
    let title = visit.page(voice.say("requests-answer-title"));
    AnswerPage {
        page: title
            .crumb(DESK_PATH, voice.say("requests-desk-title"))
            .crumb(format!("{DESK_PATH}/{id}"), view.kind.clone()),
        faults,
        view,
        back: format!("{DESK_PATH}/{id}"),
        outcomes: outcomes.into(),
        grounds: fitting.map(|known| Choice::new(known.key(), voice.say(known.word())).chosen_if(&ground)).collect(),
        text: typed_in("text"),
        most: LONGEST,
        carries_out: Deed::of(request).map_or_else(String::new, |deed| voice.say(deed.word())),
        route: ComplaintRoute::of(&visit.site.plan, visit.scope.language),
        erasure: None,
        too_late: false,
    }
}

/// `GET /requests/{request}/answer`
pub(super) async fn form(visit: Visit, At(id): At<RightsRequestId>) -> Result<Response, Problem> {
    let (view, request) = opened(&visit, id).await?;
    if request.closed.is_some() {
        return Err(Problem::Conflict);
    }
    visit.decide(&REQUEST_ANSWER, &request.resource())?;
    draw(&page(&visit, id, (view, &request), None, ui::Faults::none()))
}

/// `POST /requests/{request}/answer`: an erasure is shown before it is confirmed. Of two officers the first answers; the
/// other gets back what was written.
pub(super) async fn answer(
    visit: Visit,
    At(id): At<RightsRequestId>,
    form: Form<AnswerForm>,
) -> Result<Response, Problem> {
    let me = me(&visit)?;
    let (view, request) = opened(&visit, id).await?;
    if request.closed.is_some() {
        return too_late(&visit, id, (view, &request), &form.typed);
    }
    visit.decide(&REQUEST_ANSWER, &request.resource())?;
    let faults = match form.checked {
        Ok(answer) => match fault(&request, answer.verdict) {
            Some(fault) => fault,
            None => {
                if let Some(Deed::Erase(person, extent)) = deed(&request, answer.verdict)
                    && !answer.confirmed
                {
                    let erasure = Some(erasure(&visit, person, extent).await?);
                    let page = page(&visit, id, (view, &request), Some(&form.typed), ui::Faults::none());
                    return draw(&AnswerPage { erasure, ..page });
                }
                return match close(&visit, id, me, answer).await {
                    Ok(()) => Ok(see_other(&format!("{DESK_PATH}/{id}?done=answered"))),
                    Err(Failure::Conflict) => {
                        let (view, request) = opened(&visit, id).await?;
                        too_late(&visit, id, (view, &request), &form.typed)
                    }
                    Err(failure) => Err(failure.into()),
                };
            }
        },
        Err(faults) => faults,
    };
    let faults = said(&faults, &visit.voice());
    let page = page(&visit, id, (view, &request), Some(&form.typed), faults);
    draw_again(&page, StatusCode::UNPROCESSABLE_ENTITY)
}

fn too_late(
    visit: &Visit,
    id: RightsRequestId,
    (view, request): (View, &Request),
    typed: &Fields,
) -> Result<Response, Problem> {
    let page = page(visit, id, (view, request), Some(typed), ui::Faults::none());
    draw_again(&AnswerPage { too_late: true, ..page }, StatusCode::CONFLICT)
}

/// What is wrong with a verdict for this request.
fn fault(request: &Request, verdict: Verdict) -> Option<http::Faults> {
    match verdict.ground() {
        Some(ground) if !ground.fits(request.kind) => Some(http::Faults::one("ground", "requests-fault-ground")),
        // Nobody's data is given out or taken away before it is known who asks.
        _ if !matches!(verdict, Verdict::Refused(_)) && request.identity.is_none() => {
            Some(http::Faults::one("outcome", "requests-fault-identity"))
        }
        _ => None,
    }
}

fn deed(request: &Request, verdict: Verdict) -> Option<Deed> {
    Deed::of(request).filter(|_| verdict == Verdict::Granted)
}

async fn erasure(visit: &Visit, person: PersonId, extent: Extent) -> Result<Erasure, Problem> {
    let found = visit.site.keeper().erasure(&visit.scope, person, extent).await.map_err(Failure::from)?;
    let voice = visit.voice();
    let name = |key: &str| {
        let names = visit.site.plan.category(key).and_then(|category| category.names.get(voice.language));
        names.unwrap_or(key).to_owned()
    };
    let mut goes: Vec<String> = found.goes.iter().map(|held| name(&held.category)).collect();
    goes.sort();
    goes.dedup();
    let stays = found.stays.iter().map(|stays| {
        let names: Vec<String> = stays.categories.iter().map(|key| name(key)).collect();
        let until =
            stays.until.map_or_else(String::new, |day| voice.say1("requests-stays-until", "date", voice.date(day)));
        Line::new(voice.list(&names)).detail(until)
    });
    Ok(Erasure { goes: goes.into_iter().map(Line::new).collect(), stays: stays.collect() })
}

/// Answers, writes down what is to be carried out, and tells whoever asked, all in one; then carries it out.
async fn close(visit: &Visit, id: RightsRequestId, me: PersonId, answer: AnswerForm) -> Result<(), Failure> {
    let asker = visit.clone();
    let write = move |work: &mut Work<'_>| {
        let found = written::term(work, id)?.ok_or(Failure::Absent)?;
        if found.resource().state == Some(CLOSED) {
            return Err(Failure::Conflict);
        }
        let grant = asker.site.access.decide(&asker.scope, &REQUEST_ANSWER, &found.resource())?;
        let request = found.check(&grant)?;
        desk::end(work, &request)?;
        let act = write_down(&asker.site, work, &request, answer.verdict)?;
        if !desk::answer(work, &grant, &request, me, (answer.verdict, &answer.text), act)? {
            return Err(Failure::Conflict);
        }
        Ok(act)
    };
    let act = visit.site.store.write(&visit.scope, write).await?;
    recount(&visit.site).await;
    if let Some(act) = act
        && let Err(error) = visit.site.keeper().finish(&visit.scope, act).await
    {
        // It is written down: the keeper finishes it, and the page says that it is under way until then.
        tracing::error!(organisation = %visit.site.key, %act, %error, "an erasure that was granted is not finished yet");
    }
    Ok(())
}

/// Writes down what granting the request does; the act's number, when something goes. A mail about an erasure goes to the
/// address that stands with the request, since the account is gone by then.
fn write_down(
    site: &Organisation,
    work: &mut Work<'_>,
    request: &Request,
    verdict: Verdict,
) -> Result<Option<ActId>, Failure> {
    match deed(request, verdict) {
        Some(Deed::Erase(person, extent)) => {
            let act = site.keeper().write_down_erasure(work, person, extent)?;
            queue_mail(work, request.id)?;
            Ok(Some(act))
        }
        Some(Deed::Restrict(person)) => {
            keeper::restrict(work, person)?;
            tell_asker(site, work, request)?;
            Ok(None)
        }
        None => {
            tell_asker(site, work, request)?;
            Ok(None)
        }
    }
}

//! What waits: acts of the keeper that are not finished, mails that could not be sent, and a clock that leapt. Numbers and steps, never content.

use access::Resource;
use askama::Template;
use http::{Problem, axum::response::Response, see_other};
use keeper::{KeeperError, Kind, OpenAct};
use organisation::{Desk as _, Visit};
use store::{StoreError, jobs};
use ui::Page;

use super::{Failure, draw, moment, with_news};
use crate::actions::{WAITING_RETRY, WAITING_SEE};

#[derive(Template)]
#[template(path = "oversight/waiting.html")]
struct WaitingPage {
    page: Page,
    acts: Vec<Act>,
    columns: Vec<String>,
    /// What is said of a clock that leapt; empty when it did not.
    leap: String,
    /// What is said of erasures that wait for the end of a hold; may be empty.
    wishes: String,
    /// What is said of mails and other tasks that were given up; empty when none was.
    given_up: String,
    may_retry: bool,
}

struct Act {
    number: String,
    what: String,
    step: String,
    began: String,
    attempts: String,
    next: String,
}

fn problem(error: KeeperError) -> Problem {
    Problem::internal(error)
}

/// The step that is to be done next, in words.
fn step(state: &str) -> &'static str {
    match state {
        "planned" => "oversight-step-keys",
        "keys" => "oversight-step-rows",
        "rows" => "oversight-step-files",
        _ => "oversight-step-receipt",
    }
}

fn act(visit: &Visit, open: &OpenAct) -> Act {
    let voice = visit.voice();
    let what = match open.kind {
        Kind::Retention => "oversight-act-retention",
        Kind::Erasure => "oversight-act-erasure",
    };
    Act {
        number: open.id.to_string(),
        what: voice.say(what),
        step: voice.say(step(&open.state)),
        began: moment(visit, &voice, open.began),
        attempts: voice.say1("oversight-attempts", "count", open.attempts),
        next: open.retry_at.map_or_else(|| voice.say("oversight-next-look"), |at| moment(visit, &voice, at)),
    }
}

/// `GET /waiting`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&WAITING_SEE, &Resource::organisation())?;
    let keeper = visit.site.keeper();
    let open = keeper.open_acts(&visit.scope).await.map_err(problem)?;
    let leap = keeper.leap(&visit.scope).await.map_err(problem)?;
    let wishes = keeper.waiting_wishes(&visit.scope).await.map_err(problem)?;
    let jobs: Result<_, StoreError> = visit.site.store.read(&visit.scope, jobs::waiting).await;
    let given_up = jobs.map_err(Failure::from)?.given_up;
    let voice = visit.voice();
    let at = |at| moment(&visit, &voice, at);
    let columns = [
        "oversight-column-act",
        "oversight-column-step",
        "oversight-column-began",
        "oversight-column-attempts",
        "oversight-column-next",
    ];
    let news = [("tried", "oversight-done-tried"), ("clock", "oversight-done-clock")];
    draw(&WaitingPage {
        acts: open.iter().map(|open| act(&visit, open)).collect(),
        columns: columns.map(|word| voice.say(word)).into(),
        leap: leap
            .map_or_else(String::new, |leap| voice.say2("oversight-leap", "last", at(leap.last), "now", at(leap.now))),
        wishes: if wishes == 0 { String::new() } else { voice.say1("oversight-wishes", "count", wishes) },
        given_up: if given_up == 0 { String::new() } else { voice.say1("oversight-given-up", "count", given_up) },
        may_retry: visit.may(&WAITING_RETRY, &Resource::organisation()),
        page: with_news(visit.page(voice.say("oversight-waiting-title")), &visit, &news),
    })
}

/// `POST /waiting/attempt`: every open act and every task that was given up is tried once more, now.
pub(super) async fn retry(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&WAITING_RETRY, &Resource::organisation())?;
    let revived: Result<_, StoreError> = visit.site.store.write(&visit.scope, jobs::revive).await;
    revived.map_err(Failure::from)?;
    visit.site.keeper().retry(&visit.scope, true).await.map_err(problem)?;
    Ok(see_other("/waiting?done=tried"))
}

/// `POST /waiting/clock`: it is right although it leapt.
pub(super) async fn confirm_clock(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&WAITING_RETRY, &Resource::organisation())?;
    visit.site.keeper().confirm_clock(&visit.scope).await.map_err(problem)?;
    Ok(see_other("/waiting?done=clock"))
}

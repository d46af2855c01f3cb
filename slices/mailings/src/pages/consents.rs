//! What one is asked, and what one answered; nothing is ticked beforehand, and withdrawing is one button, as agreeing is.

use access::Resource;
use askama::Template;
use http::{At, Fields, Problem, axum::response::Response, see_other};
use kernel::{PersonId, page::Seal};
use organisation::{Desk as _, Names, SealAsk, Visit};
use statement::render::PublicPage;
use store::{StoreError, Work, ledger};
use ui::Page;

use super::{Failure, day, draw, me, with_news};
use crate::{
    actions::{CONSENT_GIVE, CONSENT_WITHDRAW, CONSENTS_SEE},
    inventory::ANSWER,
    model::{Answer, Question},
    routes::CONSENTS_PATH,
    store::consents::{self, Way},
};

#[derive(Template)]
#[template(path = "mailings/consents.html")]
struct ConsentsPage {
    page: Page,
    cards: Vec<Card>,
    /// Who asks.
    organisation: String,
    /// Whether the use of the own data is frozen, so that nothing is mailed and nothing can be agreed to.
    frozen: bool,
    /// Whether something can be stopped.
    agrees: bool,
    seal: Seal,
}

/// One question.
struct Card {
    ask: String,
    /// What the statement says of it, clause by clause.
    told: Vec<String>,
    clause: String,
    action: String,
    /// The hash of what is shown, so that nobody agrees to other words.
    wording: String,
    /// How it stands, in a sentence.
    standing: String,
    agrees: bool,
}

/// `GET /my-data/consents`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    let me = me(&visit)?;
    let about = Resource::person(me);
    visit.decide(&CONSENTS_SEE, &about)?;
    let answers = visit.site.store.read(&visit.scope, move |reader| consents::answers(reader, me)).await;
    let answers: Vec<Answer> = answers.map_err(|error: StoreError| Problem::from(Failure::from(error)))?;
    let statement = visit.site.statement(visit.scope.language);
    let member = &visit.member()?.member;
    let plan = &visit.site.plan;
    let answered = |question: &Question<'_>| answers.iter().any(|answer| answer.consent == question.consent.key);
    let questions = Question::all(plan).filter(|question| question.is_for(member) || answered(question));
    let cards: Vec<_> = questions.map(|question| card(&visit, &question, &answers, &statement)).collect();
    let voice = visit.voice();
    let news = [
        ("given", "mailings-done-given"),
        ("withdrawn", "mailings-done-withdrawn"),
        ("objected", "mailings-done-objected"),
    ];
    let page = visit.page(voice.say("mailings-consents-title")).crumb("/my-data", voice.say("mailings-my-data"));
    draw(&ConsentsPage {
        page: with_news(page, &visit, &news),
        agrees: cards.iter().any(|card| card.agrees),
        cards,
        organisation: visit.site.plan.controller().name.clone(),
        frozen: visit.site.store.restrictions().hold(me),
        seal: visit.seal(&SealAsk { item: ANSWER, about: &about, names: &Names::none(), happened: &[] }),
    })
}

fn card(visit: &Visit, question: &Question<'_>, answers: &[Answer], statement: &PublicPage) -> Card {
    let wording = question.wording(&visit.site.plan);
    let mut clauses = vec![question.consent.clause.as_str()];
    clauses.extend(question.kinds.iter().map(|kind| kind.clause.as_str()));
    let told = |id: &&str| statement.clauses().find(|clause| clause.id == **id).map(|clause| clause.text.clone());
    Card {
        ask: question.consent.ask.get(visit.scope.language).unwrap_or_default().to_owned(),
        told: clauses.iter().filter_map(told).collect(),
        clause: question.consent.clause.clone(),
        action: format!("{CONSENTS_PATH}/{}", question.consent.clause),
        wording: ledger::hex(&wording),
        standing: standing(visit, question, answers, &wording),
        agrees: answers.iter().any(|answer| answer.stands(question, &wording)),
    }
}

/// "You said yes on 3 March 2026, to version 5 of the statement."
fn standing(visit: &Visit, question: &Question<'_>, answers: &[Answer], wording: &ledger::Hash) -> String {
    let voice = visit.voice();
    let latest = answers.iter().rev().find(|answer| answer.consent == question.consent.key);
    match latest {
        None => voice.say("mailings-unanswered"),
        Some(Answer { withdrawn: Some(at), .. }) => {
            voice.say1("mailings-withdrawn-on", "date", day(visit, &voice, *at))
        }
        Some(answer) => {
            let word = if answer.wording == *wording { "mailings-agreed-on" } else { "mailings-agreed-to-other-words" };
            voice.say2(word, "date", day(visit, &voice, answer.given), "version", answer.version.to_string())
        }
    }
}

/// `POST /my-data/consents/{clause}`: agrees to the words that were shown, and to no others.
pub(super) async fn give(visit: Visit, At(clause): At<String>, typed: Fields) -> Result<Response, Problem> {
    let person = me(&visit)?;
    let grant = visit.decide(&CONSENT_GIVE, &Resource::person(person))?;
    let site = std::sync::Arc::clone(&visit.site);
    let question = Question::of_clause(&site.plan, &clause);
    let question = question.filter(|question| visit.member().is_ok_and(|own| question.is_for(&own.member)));
    let question = question.ok_or(Problem::NotFound)?;
    if ledger::hex(&question.wording(&site.plan)) != typed.get("wording") {
        return Err(Problem::Conflict);
    }
    let (plan, key) = (std::sync::Arc::clone(&site.plan), question.consent.key.clone());
    let write = move |work: &mut Work<'_>| {
        let question = Question::find(&plan, &key).ok_or(Failure::Absent)?;
        Ok::<_, Failure>(consents::give(work, &grant, &plan, &question)?)
    };
    visit.site.store.write(&visit.scope, write).await?;
    Ok(see_other(&format!("{CONSENTS_PATH}?done=given")))
}

/// `POST /my-data/consents/{clause}/withdrawal`
pub(super) async fn withdraw(visit: Visit, At(clause): At<String>) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&CONSENT_WITHDRAW, &Resource::person(me))?;
    let question = Question::of_clause(&visit.site.plan, &clause).ok_or(Problem::NotFound)?;
    let keys = vec![question.consent.key.clone()];
    end(&visit, me, keys, Way::MyData).await?;
    Ok(see_other(&format!("{CONSENTS_PATH}?done=withdrawn")))
}

/// `POST /my-data/objection`: no mailing of any kind from now on.
pub(super) async fn object(visit: Visit) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&CONSENT_WITHDRAW, &Resource::person(me))?;
    let keys = Question::all(&visit.site.plan).map(|question| question.consent.key.clone()).collect();
    end(&visit, me, keys, Way::Objection).await?;
    Ok(see_other(&format!("{CONSENTS_PATH}?done=objected")))
}

async fn end(visit: &Visit, person: PersonId, keys: Vec<String>, way: Way) -> Result<(), Problem> {
    let plan = std::sync::Arc::clone(&visit.site.plan);
    let write = move |work: &mut Work<'_>| {
        for key in &keys {
            consents::withdraw(work, &plan, person, key, way)?;
        }
        Ok::<_, Failure>(())
    };
    Ok(visit.site.store.write(&visit.scope, write).await?)
}

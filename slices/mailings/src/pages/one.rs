//! One mailing: as people get it, how many those are, and the button that sends it.

use access::Guarded as _;
use askama::Template;
use http::{At, Problem, axum::response::Response, see_other};
use kernel::{Language, page::Seal};
use organisation::{Desk as _, Names, SealAsk, Visit};
use store::{Reader, StoreError, Work};
use ui::Page;

use super::{
    Failure, draw, kind_name,
    list::{people, standing},
    text, with_news,
};
use crate::{
    actions::{MAILING_SEE, MAILING_SEND, MAILING_WRITE},
    inventory,
    model::{Mailing, MailingId, Question, about},
    routes::MAILINGS_PATH,
    store::mailings,
};

#[derive(Template)]
#[template(path = "mailings/one.html")]
struct OnePage {
    page: Page,
    kind: String,
    standing: String,
    tone: &'static str,
    /// Whom it goes to, or went to: how many, and not who.
    people: String,
    /// How many mailboxes turned out by it to be no more; empty when none did.
    returned: String,
    texts: Vec<Shown>,
    path: String,
    /// Where the text is changed.
    change: String,
    is_draft: bool,
    /// Whether somebody would get it.
    may_send: bool,
    seal: Seal,
}

/// The text in one language, opened.
pub(super) struct Shown {
    pub(super) language: Language,
    /// The language's own name.
    pub(super) name: String,
    pub(super) subject: String,
    pub(super) paragraphs: Vec<String>,
    pub(super) text: String,
}

/// A mailing, decided and opened.
pub(super) async fn opened(visit: &Visit, id: MailingId) -> Result<(Mailing, Vec<Shown>), Problem> {
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| {
        let found = mailings::find(reader, id)?.ok_or(Failure::Absent)?;
        let grant = asker.site.access.decide(&asker.scope, &MAILING_SEE, &found.resource())?;
        let written = found.check(&grant)?;
        let opener = asker.opener(&grant);
        let texts = written.texts.iter().map(|own| {
            let (subject, body) = (text(&opener, &own.subject)?, text(&opener, &own.body)?);
            let paragraphs = body.replace("\r\n", "\n");
            let paragraphs = paragraphs.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
            Ok(Shown {
                language: own.language,
                name: own.language.own_name().to_owned(),
                subject,
                paragraphs: paragraphs.map(str::to_owned).collect(),
                text: body,
            })
        });
        let texts = texts.collect::<Result<_, StoreError>>()?;
        Ok::<_, Failure>((written.mailing, texts))
    };
    Ok(visit.site.store.read(&visit.scope, read).await?)
}

/// How many people would get this kind of mailing now.
async fn count(visit: &Visit, kind: &str) -> Result<i64, Problem> {
    let (site, kind) = (std::sync::Arc::clone(&visit.site), kind.to_owned());
    let read = move |reader: &mut Reader<'_>| match Question::behind(&site.plan, &kind) {
        Some((question, _)) => mailings::takers(reader, &site, &question).map(|people| people.len()),
        None => Ok(0),
    };
    let count: Result<usize, StoreError> = visit.site.store.read(&visit.scope, read).await;
    Ok(i64::try_from(count.map_err(Failure::from)?).unwrap_or(i64::MAX))
}

/// `GET /mailings/{mailing}`
pub(super) async fn show(visit: Visit, At(id): At<MailingId>) -> Result<Response, Problem> {
    let (mailing, texts) = opened(&visit, id).await?;
    let voice = visit.voice();
    let (standing, tone) = standing(&visit, &mailing);
    let number = match mailing.sent {
        Some((_, to)) => to,
        None => count(&visit, &mailing.kind).await?,
    };
    let word = if mailing.sent.is_some() { "mailings-went-to" } else { "mailings-goes-to" };
    let subject = texts.iter().find(|text| text.language == visit.scope.language).or(texts.first());
    let title = subject.map_or_else(String::new, |text| text.subject.clone());
    let news = [("written", "mailings-done-written"), ("sent", "mailings-done-sent")];
    let page = visit.page(title).crumb(MAILINGS_PATH, voice.say("mailings-title"));
    let is_draft = visit.may(&MAILING_WRITE, &mailing.resource());
    draw(&OnePage {
        page: with_news(page, &visit, &news),
        kind: kind_name(&visit, &mailing.kind),
        standing,
        tone,
        people: voice.say1(word, "people", people(&visit, number)),
        returned: match mailing.returned {
            0 => String::new(),
            count => voice.say1("mailings-came-back", "people", people(&visit, count)),
        },
        texts,
        path: format!("{MAILINGS_PATH}/{id}"),
        change: format!("{MAILINGS_PATH}/{id}/text"),
        is_draft,
        may_send: is_draft && number > 0,
        seal: visit.seal(&SealAsk {
            item: inventory::TEXT,
            about: &mailing.resource(),
            names: &Names::none(),
            happened: &[(inventory::MAILING_MOVED, mailing.sent.map_or(mailing.written, |(at, _)| at))],
        }),
    })
}

/// `POST /mailings/{mailing}/sending`
pub(super) async fn send(visit: Visit, At(id): At<MailingId>) -> Result<Response, Problem> {
    let asker = visit.clone();
    let write = move |work: &mut Work<'_>| {
        let found = mailings::find(work, id)?;
        let resource = found.as_ref().map_or_else(|| about(id, inventory::DRAFT), |found| found.resource());
        let grant = asker.site.access.decide(&asker.scope, &MAILING_SEND, &resource)?;
        let written = found.ok_or(Failure::Absent)?.check(&grant)?;
        let plan = &asker.site.plan;
        let (question, _) = Question::behind(plan, &written.mailing.kind).ok_or(Failure::Conflict)?;
        if mailings::send(work, &grant, &asker.site, &question)? { Ok(()) } else { Err(Failure::Conflict) }
    };
    visit.site.store.write(&visit.scope, write).await?;
    Ok(see_other(&format!("{MAILINGS_PATH}/{id}?done=sent")))
}

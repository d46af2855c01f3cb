//! One paper: whose, what, where, until when, and the form that says that it is shredded.

use access::{Guarded as _, Resource};
use askama::Template;
use http::{At, Form, Problem, axum::response::Response, see_other};
use kernel::{ExposeSecret as _, page::Seal};
use organisation::{Desk as _, SealAsk, Visit};
use store::{Sealed, StoreError};
use ui::Page;

use super::{
    PAPER_SEE, PAPER_SHRED, PAPERS, PAPERS_SEE,
    forms::ShredForm,
    inventory::{PLACE, WHAT},
    list::category,
    model::{PaperId, Shelf},
    store as written,
};
use crate::{
    duties::standing,
    frame::{Failure, day, draw, draw_faulty, facts_of, said},
};

#[derive(Template)]
#[template(path = "registers/paper.html")]
struct PaperPage {
    page: Page,
    faults: ui::Faults,
    /// What is known of it, line by line.
    facts: Vec<(String, String)>,
    state: String,
    tone: &'static str,
    action: String,
    shredder: String,
    on: String,
    today: String,
    may_shred: bool,
    seal: Seal,
}

/// A paper opened for a page: the lines that can still be read.
async fn opened(visit: &Visit, id: PaperId) -> Result<(Shelf, Vec<(String, String)>), Problem> {
    let asker = visit.clone();
    let read = move |reader: &mut store::Reader<'_>| {
        let found = written::find(reader, id)?.ok_or(Failure::Absent)?;
        let grant = asker.site.access.decide(&asker.scope, &PAPER_SEE, &found.resource())?;
        let paper = found.check(&grant)?;
        let opener = asker.opener(&grant);
        let mut facts = Vec::new();
        let mut add = |word: &str, text: &Sealed| match opener.text(text) {
            Ok(text) => {
                facts.push((asker.voice().say(word), text.expose_secret().to_owned()));
                Ok(())
            }
            Err(StoreError::Gone) => Ok(()),
            Err(error) => Err(error),
        };
        if let Some(file) = &paper.file {
            add("registers-paper-name", &file.name)?;
            add("registers-paper-what", &file.what)?;
        }
        add("registers-paper-place", &paper.place)?;
        if let Some(name) = &paper.shredder {
            add("registers-shredder", name)?;
        }
        Ok::<_, Failure>((paper, facts))
    };
    Ok(visit.site.store.read(&visit.scope, read).await?)
}

async fn page(visit: &Visit, id: PaperId, typed: [&str; 2], faults: ui::Faults) -> Result<PaperPage, Problem> {
    let (paper, mut facts) = opened(visit, id).await?;
    let (voice, today) = (visit.voice(), visit.scope.today());
    if let Some(file) = &paper.file {
        facts.push((voice.say("registers-paper-recorded"), day(visit, &voice, file.recorded)));
        facts.extend(category(visit, &file.clause).map(|name| (voice.say("registers-paper-period"), name)));
    }
    let (state, tone) = match paper.shredded {
        Some(on) => (voice.say1("registers-shredded-on", "date", voice.date(on)), ""),
        None => standing(&voice, Some(paper.goes(today)), today),
    };
    let about = paper.resource();
    let subject = paper.file.as_ref().and_then(|file| file.subject);
    let names = facts_of(visit, subject.into_iter().collect()).await?;
    let item = if paper.file.is_some() { WHAT } else { PLACE };
    let mut page = visit.page(voice.say("registers-paper-title"));
    // Whoever it is about sees this one, and not the list.
    if visit.may(&PAPERS_SEE, &Resource::organisation()) {
        page = page.crumb(PAPERS.path, voice.say("registers-papers-title"));
    }
    Ok(PaperPage {
        page,
        faults,
        facts,
        state,
        tone,
        action: format!("/papers/{id}/shredding"),
        shredder: typed[0].to_owned(),
        on: if typed[1].is_empty() { today.to_string() } else { typed[1].to_owned() },
        today: today.to_string(),
        may_shred: paper.shredded.is_none() && visit.may(&PAPER_SHRED, &about),
        seal: visit.seal(&SealAsk { item, about: &about, names: &names, happened: &[] }),
    })
}

/// `GET /papers/{paper}`
pub(super) async fn show(visit: Visit, At(id): At<PaperId>) -> Result<Response, Problem> {
    draw(&page(&visit, id, ["", ""], ui::Faults::none()).await?)
}

/// `POST /papers/{paper}/shredding`
pub(super) async fn shred(visit: Visit, At(id): At<PaperId>, form: Form<ShredForm>) -> Result<Response, Problem> {
    let by = visit.person().ok_or(Problem::SignIn)?;
    let (today, asker) = (visit.scope.today(), visit.clone());
    let faults = match form.checked {
        Ok(form) if form.on <= today => {
            let write = move |work: &mut store::Work<'_>| {
                let found = written::find(work, id)?.ok_or(Failure::Absent)?;
                let grant = asker.site.access.decide(&asker.scope, &PAPER_SHRED, &found.resource())?;
                let paper = found.check(&grant)?;
                if written::shred(work, &grant, &paper, by, &form)? { Ok(()) } else { Err(Failure::Conflict) }
            };
            visit.site.store.write(&visit.scope, write).await?;
            return Ok(see_other("/papers?done=shredded"));
        }
        Ok(_) => http::Faults::one("on", "registers-fault-future"),
        Err(faults) => faults,
    };
    let faults = said(&faults, &visit.voice());
    draw_faulty(&page(&visit, id, [form.typed.get("name"), form.typed.get("on")], faults).await?)
}

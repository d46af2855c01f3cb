//! One clause that somebody answers for: how it stands, what was found, and the form to confirm it.

use access::Resource;
use askama::Template;
use http::{At, Fields, Form, Problem, axum::response::Response, see_other};
use kernel::{ExposeSecret as _, Uuid, id::Id as _, page::Seal, words::Voice};
use organisation::{Desk as _, Names, SealAsk, Visit};
use statement::render;
use store::{Opener, Sealed, StoreError};
use ui::{Choice, Page};

use super::{
    CONFIRMED, CONTAINER, DUTIES_SEE, DUTY_CONFIRM, DUTY_READ, NOTE,
    due::{Duty, Kind, duties},
    figures::figure,
    forms::{ConfirmForm, LONGEST_NOTE},
    list::{answers, href, sees, standing, what},
    store::{self as written, Line, Outcome, found},
};
use crate::frame::{Failure, capital, day, draw, draw_faulty, said};

#[derive(Template)]
#[template(path = "registers/duty.html")]
struct DutyPage {
    page: Page,
    faults: ui::Faults,
    text: String,
    action: String,
    clause: String,
    owner: String,
    document: String,
    last: String,
    state: String,
    tone: &'static str,
    may_confirm: bool,
    outcomes: Vec<Choice>,
    note: String,
    reference: String,
    most_note: usize,
    history: Vec<Entry>,
    seal: Seal,
}

/// One line of the history.
struct Entry {
    head: String,
    note: String,
    document: String,
}

/// The history, opened for those who may read it; empty for others.
async fn history(visit: &Visit, clause: &str, voice: &Voice) -> Result<Vec<Entry>, Problem> {
    let about = Resource::organisation();
    if !visit.may(&DUTY_READ, &about) {
        return Ok(Vec::new());
    }
    let grant = visit.decide(&DUTY_READ, &about)?;
    let clause = clause.to_owned();
    let lines = visit.site.store.read(&visit.scope, move |reader| written::history(reader, &clause)).await;
    let lines: Vec<Line> = lines.map_err(Failure::from)?;
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    let opener = visit.opener(&grant);
    lines.iter().map(|line| entry(visit, voice, &opener, line).map_err(|fault| Failure::from(fault).into())).collect()
}

fn entry(visit: &Visit, voice: &Voice, opener: &Opener, line: &Line) -> Result<Entry, StoreError> {
    let open = |text: &Sealed| opener.text(text).map(|text| text.expose_secret().to_owned());
    let number = line.by.uuid().to_string();
    let values = [
        ("date", day(visit, voice, line.at).into()),
        ("outcome", line.outcome.key().into()),
        ("number", number.rsplit('-').next().unwrap_or_default().to_owned().into()),
    ];
    Ok(Entry {
        head: voice.say_with("registers-found", values),
        note: open(&line.note)?,
        document: line.document.as_ref().map(open).transpose()?.unwrap_or_default(),
    })
}

fn seal(visit: &Visit) -> Seal {
    let about = Resource { container: CONTAINER, id: Uuid::nil(), parties: Vec::new(), state: None };
    let now = [(CONFIRMED, visit.scope.now)];
    visit.seal(&SealAsk { item: NOTE, about: &about, names: &Names::none(), happened: &now })
}

async fn page(visit: &Visit, clause: &str, typed: &Fields, faults: ui::Faults) -> Result<DutyPage, Problem> {
    let found = visit.site.store.read(&visit.scope, found).await.map_err(Failure::from)?;
    let all = duties(&visit.site.plan, &found);
    let duty = all.iter().find(|duty| duty.clause == clause && sees(visit, duty)).ok_or(Problem::NotFound)?;
    let voice = visit.voice();
    let (state, tone) = standing(&voice, duty.due, visit.scope.today());
    let title = voice.say(match duty.kind {
        Kind::Declaration => "registers-declaration-title",
        Kind::Agreement => "registers-agreement-title",
    });
    Ok(DutyPage {
        page: visit.page(title).crumb("/duties", voice.say("registers-duties-title")),
        faults,
        text: what(visit, &voice, duty),
        action: href(clause),
        clause: clause.to_owned(),
        owner: capital(&render::role_name(&visit.site.plan, duty.owner, visit.scope.language)),
        document: duty.document.unwrap_or_default().to_owned(),
        last: duty.found.kept.map_or_else(|| voice.say("registers-never"), |at| day(visit, &voice, at)),
        state,
        tone,
        may_confirm: answers(visit, duty),
        outcomes: Outcome::ALL.map(|outcome| choice(&voice, duty.kind, outcome, typed.get("outcome"))).into(),
        note: typed.get("note").to_owned(),
        reference: typed.get("document").to_owned(),
        most_note: LONGEST_NOTE,
        history: history(visit, clause, &voice).await?,
        seal: seal(visit),
    })
}

fn choice(voice: &Voice, kind: Kind, outcome: Outcome, typed: &str) -> Choice {
    let word = match (kind, outcome) {
        (Kind::Declaration, Outcome::Kept) => "registers-outcome-kept",
        (Kind::Declaration, Outcome::Failed) => "registers-outcome-failed",
        (Kind::Agreement, Outcome::Kept) => "registers-review-kept",
        (Kind::Agreement, Outcome::Failed) => "registers-review-failed",
    };
    Choice::new(outcome.key(), voice.say(word)).chosen_if(typed)
}

/// `GET /duties/{clause}`
pub(super) async fn show(visit: Visit, At(clause): At<String>) -> Result<Response, Problem> {
    visit.decide(&DUTIES_SEE, &Resource::organisation())?;
    draw(&page(&visit, &clause, &Fields::default(), ui::Faults::none()).await?)
}

/// `POST /duties/{clause}`
pub(super) async fn confirm(
    visit: Visit,
    At(clause): At<String>,
    form: Form<ConfirmForm>,
) -> Result<Response, Problem> {
    let grant = visit.decide(&DUTY_CONFIRM, &Resource::organisation())?;
    let by = visit.person().ok_or(Problem::SignIn)?;
    let asker = visit.clone();
    let form = match form.checked {
        Ok(form) => form,
        Err(faults) => {
            let faults = said(&faults, &visit.voice());
            return draw_faulty(&page(&visit, &clause, &form.typed, faults).await?);
        }
    };
    let write = move |work: &mut store::Work<'_>| {
        let before = found(work)?;
        let all = duties(&asker.site.plan, &before);
        let own = |duty: &&Duty<'_>| duty.clause == clause && answers(&asker, duty);
        all.iter().find(own).ok_or(Failure::Absent)?;
        written::confirm(work, &grant, &clause, by, &form)?;
        // The statement's page shows it from now on, not from tonight.
        let after = found(work)?;
        let renewed = duties(&asker.site.plan, &after);
        if let Some(duty) = renewed.iter().find(|duty| duty.clause == clause) {
            keeper::figures::note(work, &clause, &figure(&asker.site, duty))?;
        }
        Ok::<_, Failure>(())
    };
    visit.site.store.write(&visit.scope, write).await?;
    Ok(see_other("/duties?done=confirmed"))
}

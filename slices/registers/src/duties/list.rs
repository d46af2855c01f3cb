//! What is due, sorted by date: an officer sees all, others what they answer for.

use access::Resource;
use askama::Template;
use http::{Problem, axum::response::Response};
use jiff::civil::Date;
use kernel::{Archetype, words::Voice};
use organisation::{Desk as _, Visit};
use statement::render;
use ui::Page;

use super::{
    DUTIES_SEE,
    due::{Duty, Kind, duties},
    store::found,
};
use crate::frame::{Failure, capital, day, draw, with_news};

#[derive(Template)]
#[template(path = "registers/duties.html")]
struct DutiesPage {
    page: Page,
    rows: Vec<Row>,
    /// The other registers that this person may see: where, and what they are called.
    registers: Vec<(&'static str, String)>,
}

/// A line of the list.
pub(crate) struct Row {
    pub(crate) href: String,
    pub(crate) what: String,
    /// Who answers for it, and when it was last confirmed.
    pub(crate) detail: String,
    pub(crate) state: String,
    pub(crate) tone: &'static str,
    pub(crate) due: Option<Date>,
}

/// Whether somebody sees a duty: officers see all.
pub(super) fn sees(visit: &Visit, duty: &Duty<'_>) -> bool {
    answers(visit, duty) || visit.scope.member().is_some_and(|member| member.is(Archetype::Officer))
}

/// Whether somebody answers for a duty.
pub(super) fn answers(visit: &Visit, duty: &Duty<'_>) -> bool {
    visit.scope.member().is_some_and(|member| member.roles.iter().any(|role| *role.key == *duty.owner))
}

/// The promise itself, or "Agreement with Postbode Mail B.V."
pub(super) fn what(visit: &Visit, voice: &Voice, duty: &Duty<'_>) -> String {
    let text = duty.texts.get(visit.scope.language).unwrap_or_default();
    match duty.kind {
        Kind::Declaration => text.to_owned(),
        Kind::Agreement => voice.say1("registers-agreement-with", "name", text),
    }
}

/// How something stands that is due on a day, with the tone of its badge.
pub(crate) fn standing(voice: &Voice, due: Option<Date>, today: Date) -> (String, &'static str) {
    match due {
        None => (voice.say("registers-no-date"), ""),
        Some(due) if due < today => (voice.say1("registers-overdue-since", "date", voice.date(due)), "danger"),
        Some(due) => {
            let soon = super::due::stage(due, today).is_some();
            (voice.say1("registers-due-on", "date", voice.date(due)), if soon { "warning" } else { "" })
        }
    }
}

/// Where a clause's page is.
pub(super) fn href(clause: &str) -> String {
    format!("/duties/{clause}")
}

fn row(visit: &Visit, voice: &Voice, duty: &Duty<'_>) -> Row {
    let (mut state, mut tone) = standing(voice, duty.due, visit.scope.today());
    if let Some(at) = duty.found.fails() {
        (state, tone) = (voice.say1("registers-failed-on", "date", day(visit, voice, at)), "danger");
    }
    let owner = render::role_name(&visit.site.plan, duty.owner, visit.scope.language);
    let owner = capital(&owner);
    Row {
        href: href(duty.clause),
        what: what(visit, voice, duty),
        detail: match duty.found.kept {
            Some(at) => voice.say2("registers-row-confirmed", "owner", owner, "date", day(visit, voice, at)),
            None => voice.say1("registers-row-unconfirmed", "owner", owner),
        },
        state,
        tone,
        due: duty.due,
    }
}

/// The other registers, as far as the organisation uses them and this person may see them.
fn registers(visit: &Visit, voice: &Voice) -> Vec<(&'static str, String)> {
    let all = [
        (&crate::breaches::SLICE, &crate::breaches::BREACHES_SEE, "/breaches", "registers-breaches-title"),
        (&crate::papers::SLICE, &crate::papers::PAPERS_SEE, "/papers", "registers-papers-title"),
        (
            &crate::undertakings::SLICE,
            &crate::undertakings::UNDERTAKINGS_LIST,
            crate::undertakings::PEOPLE_PATH,
            "registers-promises-title",
        ),
    ];
    let open = all.into_iter().filter(|(slice, action, ..)| {
        visit.site.used().any(|used| used.name == slice.name) && visit.may(action, &Resource::organisation())
    });
    open.map(|(.., path, word)| (path, voice.say(word))).collect()
}

/// `GET /duties`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&DUTIES_SEE, &Resource::organisation())?;
    let found = visit.site.store.read(&visit.scope, found).await.map_err(Failure::from)?;
    let voice = visit.voice();
    let all = duties(&visit.site.plan, &found);
    let mut rows: Vec<_> = all.iter().filter(|duty| sees(&visit, duty)).map(|duty| row(&visit, &voice, duty)).collect();
    rows.extend(crate::papers::due_rows(&visit).await?);
    rows.extend(crate::breaches::due_rows(&visit).await?);
    rows.sort_by_key(|row| (row.due.is_none(), row.due));
    draw(&DutiesPage {
        rows,
        registers: registers(&visit, &voice),
        page: with_news(
            visit.page(voice.say("registers-duties-title")),
            &visit,
            &[("confirmed", "registers-done-confirmed")],
        ),
    })
}

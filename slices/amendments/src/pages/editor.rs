//! The editor: a text that starts from the present statement, kept as it is typed, and all that is to be said of it.

use access::Resource;
use askama::Template;
use http::{
    Fields, Problem, Unarrived, Upload,
    axum::response::{Html, IntoResponse as _, Response},
    see_other,
};
use keeper::amendments;
use kernel::Language;
use organisation::{Desk as _, Visit};
use statement::render;
use store::{Reader, StoreError};
use ui::{Page, Tab};

use super::{Failure, draw, draw_faulty, findings, with_news};
use crate::{
    actions::{STATEMENT_PUBLISH, STATEMENT_SEE},
    draft::{self, Draft},
};

/// The longest statement, in signs.
const LONGEST: usize = 400_000;
/// The largest file, in bytes.
pub(super) const LARGEST: usize = 450 * 1024;
/// Where it stands.
const PATH: &str = "/statement";

#[derive(Template)]
#[template(path = "amendments/editor.html")]
struct EditorPage {
    page: Page,
    faults: ui::Faults,
    lead: String,
    text: String,
    edition: i64,
    findings: String,
    good: bool,
    longest: usize,
    largest: u64,
}

/// The draft, or the newest version's text where there is none yet.
fn present(reader: &mut Reader<'_>) -> Result<Draft, StoreError> {
    if let Some(draft) = draft::find(reader)? {
        return Ok(draft);
    }
    let newest = amendments::versions(reader)?.newest().map(|version| version.number);
    let text = newest.map(|number| amendments::text(reader, number)).transpose()?.flatten();
    Ok(Draft { text: text.unwrap_or_default(), edition: 0 })
}

pub(super) async fn read(visit: &Visit) -> Result<Draft, Problem> {
    Ok(visit.site.store.read(&visit.scope, present).await.map_err(Failure::from)?)
}

async fn page(visit: &Visit, draft: Draft, faults: ui::Faults) -> Result<EditorPage, Problem> {
    let found = findings::of(visit, &draft.text).await?;
    let known = visit.site.store.read(&visit.scope, amendments::versions).await.map_err(Failure::from)?;
    let voice = visit.voice();
    let lead = match (known.newest(), known.in_force()) {
        (Some(newest), Some(in_force)) if newest.number != in_force.number => {
            let date = voice.date(newest.from);
            let values =
                [("in_force", in_force.number.into()), ("number", newest.number.into()), ("date", date.into())];
            voice.say_with("amendments-waits", values)
        }
        _ => voice.say1("amendments-in-force", "number", visit.site.plan.version().number),
    };
    Ok(EditorPage {
        page: visit.page(voice.say("amendments-editor-title")),
        faults,
        lead,
        text: draft.text,
        edition: draft.edition,
        good: found.good,
        findings: found.render().map_err(Problem::internal)?,
        longest: LONGEST,
        largest: LARGEST as u64,
    })
}

/// `GET /statement`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&STATEMENT_SEE, &Resource::organisation())?;
    let draft = read(&visit).await?;
    let shown = page(&visit, draft, ui::Faults::none()).await?;
    let news = [("published", "amendments-done-published"), ("kept", "amendments-done-kept")];
    draw(&EditorPage { page: with_news(shown.page, &visit, &news), ..shown })
}

/// `POST /statement`: keeps the draft and checks it; `fragment` asks for what is to be said of it alone.
pub(super) async fn write(visit: Visit, fields: Fields) -> Result<Response, Problem> {
    let edition = fields.get("edition").parse().unwrap_or_default();
    keep(&visit, fields.get("text"), edition, fields.has("fragment")).await
}

/// `POST /statement/file`: the draft is what stands in a file.
pub(super) async fn take(visit: Visit, upload: Result<Upload, Unarrived>) -> Result<Response, Problem> {
    visit.decide(&STATEMENT_PUBLISH, &Resource::organisation())?;
    let upload = upload.map_err(Problem::from)?;
    let edition = upload.typed.get("edition").parse().unwrap_or_default();
    match upload.file("file").map(|file| std::str::from_utf8(&file.bytes)) {
        Some(Ok(text)) => keep(&visit, text, edition, false).await,
        None | Some(Err(_)) => {
            let mut faults = ui::Faults::none();
            faults.add("file", visit.voice().say("amendments-no-text"));
            draw_faulty(&page(&visit, read(&visit).await?, faults).await?)
        }
    }
}

async fn keep(visit: &Visit, text: &str, edition: i64, fragment: bool) -> Result<Response, Problem> {
    visit.decide(&STATEMENT_PUBLISH, &Resource::organisation())?;
    // Forms end their lines as mails do.
    let text = text.replace("\r\n", "\n");
    let mut faults = ui::Faults::none();
    if text.chars().count() > LONGEST {
        faults.add("text", visit.voice().say1("amendments-too-long", "most", LONGEST));
        return draw_faulty(&page(visit, Draft { text, edition }, faults).await?);
    }
    let kept = text.clone();
    let keep = move |work: &mut store::Work<'_>| draft::keep(work, &kept, edition);
    let kept: Result<Option<i64>, StoreError> = visit.site.store.write(&visit.scope, keep).await;
    match (kept.map_err(Failure::from)?, fragment) {
        (Some(edition), true) => {
            let found = findings::of(visit, &text).await?.render().map_err(Problem::internal)?;
            Ok(([("x-edition", edition.to_string())], Html(found)).into_response())
        }
        (Some(_), false) => Ok(see_other("/statement?done=kept#findings")),
        (None, true) => Err(Problem::Conflict),
        (None, false) => {
            // The text is given back, and can take the place of the other one.
            let theirs = read(visit).await?;
            faults.add("text", visit.voice().say("amendments-overtaken"));
            draw_faulty(&page(visit, Draft { text, edition: theirs.edition }, faults).await?)
        }
    }
}

#[derive(Template)]
#[template(path = "amendments/preview.html")]
struct PreviewPage {
    page: Page,
    tabs: Vec<Tab>,
    /// The page that it would be; empty while the draft has errors.
    statement: String,
}

/// `GET /statement/preview?in=nl`: the public page that would come of the draft, in each of its languages.
pub(super) async fn preview(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&STATEMENT_SEE, &Resource::organisation())?;
    let draft = read(&visit).await?;
    let plan = statement::check(&draft.text, Some(&visit.site.inventory)).plan;
    let asked: Option<Language> = visit.query.get("in").parse().ok();
    let voice = visit.voice();
    let languages = plan.as_ref().map(|plan| plan.languages().to_vec()).unwrap_or_default();
    let chosen = asked.filter(|asked| languages.contains(asked)).or_else(|| languages.first().copied());
    let tabs = languages.iter().map(|language| Tab {
        path: format!("{PATH}/preview?in={language}"),
        label: language.own_name().to_owned(),
        current: Some(*language) == chosen,
        count: 0,
    });
    let page = visit.page(voice.say("amendments-preview-title")).crumb(PATH, voice.say("amendments-editor-title"));
    draw(&PreviewPage {
        page,
        tabs: tabs.collect(),
        statement: plan.zip(chosen).map(|(plan, language)| render::page(&plan, language).to_html()).unwrap_or_default(),
    })
}

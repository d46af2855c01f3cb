//! Versions of the statement, each readable for ever, and the difference between any two (UC1, TF20, X7).

use askama::Template;
use http::{At, Problem, axum::response::Html};
use keeper::{
    KeeperError,
    amendments::{self, Version, Versions},
};
use kernel::words::Voice;
use organisation::{Desk as _, Visit, changes};
use statement::{Plan, render};
use ui::{Changes, Choice, Page};

/// Where the versions are listed.
const LIST: &str = "/privacy/versions";

#[derive(Template)]
#[template(path = "versions.html")]
struct VersionsPage {
    page: Page,
    versions: Vec<Line>,
    /// To choose two of them; empty where there is only one.
    from: Vec<Choice>,
    to: Vec<Choice>,
}

struct Line {
    title: String,
    href: String,
    said: String,
    state: String,
    /// What changed from the one before; empty for the first.
    changes: String,
}

/// `GET /privacy/versions`
pub(crate) async fn list(visit: Visit) -> Result<Html<String>, Problem> {
    let known = visit.site.store.read(&visit.scope, amendments::versions).await.map_err(Problem::internal)?;
    let voice = visit.voice();
    let before = |number: u32| known.0.iter().find(|version| version.number < number);
    let line = |version: &Version| Line {
        title: voice.say1("publication-version", "number", version.number),
        href: visit.link(&format!("{LIST}/{}", version.number)),
        said: since(version, &voice),
        state: state(version, &known, &voice),
        changes: before(version.number)
            .map(|before| between(&visit, before.number, version.number))
            .unwrap_or_default(),
    };
    let choices = |chosen: Option<&Version>| {
        let chosen = chosen.map(|version| version.number.to_string()).unwrap_or_default();
        let choice = |version: &Version| {
            let number = version.number.to_string();
            Choice::new(number, voice.say1("publication-version", "number", version.number)).chosen_if(&chosen)
        };
        known.0.iter().map(choice).collect::<Vec<_>>()
    };
    let several = known.0.len() > 1;
    let page = visit.page(voice.say("publication-versions-title")).crumb("/privacy", voice.say("publication-title"));
    let shown = VersionsPage {
        page,
        versions: known.0.iter().map(line).collect(),
        from: if several { choices(known.0.get(1)) } else { Vec::new() },
        to: if several { choices(known.0.first()) } else { Vec::new() },
    };
    shown.render().map(Html).map_err(Problem::internal)
}

fn between(visit: &Visit, from: u32, to: u32) -> String {
    visit.link(&format!("/privacy/changes?from={from}&to={to}"))
}

/// "Holds since 1 October 2026", or from a day to come.
fn since(version: &Version, voice: &Voice) -> String {
    let word = if version.began.is_some() { "publication-since" } else { "publication-from" };
    voice.say1(word, "date", voice.date(version.from))
}

fn state(version: &Version, known: &Versions, voice: &Voice) -> String {
    let is_in_force = known.in_force().is_some_and(|in_force| in_force.number == version.number);
    match (is_in_force, version.began) {
        (true, _) => voice.say("publication-in-force"),
        (false, None) => voice.say("publication-waits"),
        (false, Some(_)) => String::new(),
    }
}

#[derive(Template)]
#[template(path = "version.html")]
struct VersionPage {
    page: Page,
    notice: String,
    statement: String,
}

/// `GET /privacy/versions/{version}`: the whole page, as its text says it.
pub(crate) async fn show(visit: Visit, At(number): At<u32>) -> Result<Html<String>, Problem> {
    let (known, plan) = visit
        .site
        .store
        .read::<_, KeeperError, _>(&visit.scope, move |reader| {
            Ok((amendments::versions(reader)?, amendments::statement_of(reader, number)?))
        })
        .await
        .map_err(Problem::internal)?;
    let (Some(version), Some(plan)) = (known.find(number), plan) else { return Err(Problem::NotFound) };
    let voice = visit.voice();
    let mut statement = render::page(&plan, visit.scope.language);
    statement.version =
        format!("{} {}", voice.say1("publication-version-sentence", "number", number), since(version, &voice));
    let notice = match (known.in_force(), version.began) {
        (Some(in_force), _) if in_force.number == number => voice.say("publication-this-in-force"),
        (_, None) => voice.say("publication-this-waits"),
        _ => voice.say("publication-this-earlier"),
    };
    let title = voice.say1("publication-version", "number", number);
    let page = visit.page(title).crumb("/privacy", voice.say("publication-title"));
    let page = page.crumb(LIST, voice.say("publication-versions-title"));
    VersionPage { page, notice, statement: statement.to_html() }.render().map(Html).map_err(Problem::internal)
}

#[derive(Template)]
#[template(path = "changes.html")]
struct ChangesPage {
    page: Page,
    lead: String,
    groups: Vec<Changes>,
    version: String,
    version_word: String,
}

/// `GET /privacy/changes?from=…&to=…`: without a query, what the newest version changed.
pub(crate) async fn compare(visit: Visit) -> Result<Html<String>, Problem> {
    let asked = |name: &str| visit.query.get(name).parse::<u32>().ok();
    let (from, to) = (asked("from"), asked("to"));
    let found = visit
        .site
        .store
        .read::<_, KeeperError, _>(&visit.scope, move |reader| {
            let known = amendments::versions(reader)?;
            let to = to.or_else(|| known.newest().map(|version| version.number)).unwrap_or_default();
            let before = known.0.iter().find(|version| version.number < to).map_or(to, |version| version.number);
            let from = from.unwrap_or(before);
            let plans = (amendments::statement_of(reader, from)?, amendments::statement_of(reader, to)?);
            Ok((known, (from, to), plans))
        })
        .await
        .map_err(Problem::internal)?;
    let (known, (from, to), (Some(old), Some(new))) = found else { return Err(Problem::NotFound) };
    let Some(version) = known.find(to) else { return Err(Problem::NotFound) };
    draw_changes(&visit, version, (from, to), (&old, &new))
}

fn draw_changes(
    visit: &Visit,
    version: &Version,
    (from, to): (u32, u32),
    (old, new): (&Plan, &Plan),
) -> Result<Html<String>, Problem> {
    let voice = visit.voice();
    let path = format!("{LIST}/{to}");
    let groups = changes((old, new), &voice, None, |told| {
        let stands = new.clause(&told.clause).is_some();
        if stands { format!("{}#{}", visit.link(&path), told.clause) } else { String::new() }
    });
    let title = voice.say2("publication-changes-title", "from", from, "to", to);
    let lead = match groups.is_empty() {
        true => voice.say("publication-changes-none"),
        false => since(version, &voice),
    };
    let page = visit.page(title).crumb("/privacy", voice.say("publication-title"));
    let shown = ChangesPage {
        page: page.crumb(LIST, voice.say("publication-versions-title")),
        lead,
        groups,
        version: visit.link(&path),
        version_word: voice.say1("publication-read-version", "number", to),
    };
    shown.render().map(Html).map_err(Problem::internal)
}

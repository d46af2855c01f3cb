//! What is to be said of a draft: its problems, what speaks against publishing it, what it changes, and what it would do
//! to what is held.

use askama::Template;
use http::Problem;
use keeper::amendments::{self, Examined};
use kernel::words::Voice;
use organisation::{Desk as _, Visit, changes};
use statement::{Diagnostic, Plan, Severity};
use store::Reader;
use ui::{Changes, Page};

use super::Failure;

/// All of it, as the page and the script's fragment show it.
#[derive(Template)]
#[template(path = "amendments/findings.html")]
pub(super) struct Findings {
    page: Page,
    /// How it stands in one line.
    pub(super) verdict: String,
    pub(super) tone: &'static str,
    objections: Vec<String>,
    found: Vec<Found>,
    pub(super) effect: Vec<String>,
    pub(super) groups: Vec<Changes>,
    /// Whether it can be published as it stands.
    pub(super) good: bool,
}

/// One problem of the text.
struct Found {
    place: String,
    code: &'static str,
    tone: &'static str,
    severity: String,
    what: String,
    why: String,
    help: String,
}

impl Found {
    fn of(diagnostic: &Diagnostic, voice: &Voice) -> Self {
        let (tone, word) = match diagnostic.severity {
            Severity::Error => ("danger", "amendments-error"),
            Severity::Warning => ("warning", "amendments-warning"),
            Severity::Note => ("info", "amendments-note"),
        };
        let also = diagnostic
            .related
            .iter()
            .map(|(place, label)| voice.say2("amendments-also", "line", place.line, "label", label));
        let help = std::iter::once(diagnostic.help.clone()).chain(also).filter(|part| !part.is_empty());
        Self {
            place: voice.say2("amendments-place", "line", diagnostic.place.line, "column", diagnostic.place.column),
            code: diagnostic.code,
            tone,
            severity: voice.say(word),
            what: diagnostic.what.clone(),
            why: diagnostic.why.clone(),
            help: help.collect::<Vec<_>>().join("\n"),
        }
    }
}

/// Examines a text against what is stored and against the versions that there are.
pub(super) async fn of(visit: &Visit, text: &str) -> Result<Findings, Problem> {
    let (inventory, read) = (visit.site.inventory.clone(), text.to_owned());
    let look = move |reader: &mut Reader<'_>| {
        let examined = amendments::examine(reader, &inventory, &read)?;
        let newest = amendments::versions(reader)?.newest().map(|version| version.number);
        let base = newest.map(|number| amendments::statement_of(reader, number)).transpose()?.flatten();
        let published = newest.map(|number| amendments::text(reader, number)).transpose()?.flatten();
        // The difference is that of two texts, whatever the program stores today.
        let new = statement::check(&read, None).plan;
        Ok::<_, Failure>((examined, base, new, published.is_some_and(|published| published == read)))
    };
    let (examined, base, new, unchanged) = visit.site.store.read(&visit.scope, look).await?;
    let voice = visit.voice();
    let groups = match (&base, &new) {
        (Some(base), Some(new)) => changes((base, new), &voice, None, |_| String::new()),
        _ => Vec::new(),
    };
    let effect = match &examined.plan {
        Some(plan) => effect(visit, plan, &voice).await?,
        None => Vec::new(),
    };
    let mut found = said(visit, &examined, groups, effect);
    if unchanged {
        // Of what is published already, nothing speaks against publishing it.
        found = Findings {
            verdict: voice.say("amendments-unchanged"),
            tone: "info",
            objections: Vec::new(),
            effect: Vec::new(),
            good: false,
            ..found
        };
    }
    Ok(found)
}

/// "This edit deletes 212 notes tonight and asks 40 people again", line by line.
async fn effect(visit: &Visit, plan: &Plan, voice: &Voice) -> Result<Vec<String>, Problem> {
    let site = &visit.site;
    let keeper = site.keeper();
    let effect = keeper.effect(&visit.scope, &plan.clone().into()).await.map_err(Problem::internal)?;
    Ok(effect.text(voice, plan).lines().map(|line| line.trim().to_owned()).collect())
}

fn said(visit: &Visit, examined: &Examined, groups: Vec<Changes>, effect: Vec<String>) -> Findings {
    let voice = visit.voice();
    let errors = examined.diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
    let (verdict, tone) = match (errors, examined.objections.len()) {
        (0, 0) => (voice.say("amendments-good"), "success"),
        (0, count) => (voice.say1("amendments-objections", "count", count), "warning"),
        (count, _) => (voice.say1("amendments-errors", "count", count), "danger"),
    };
    let mut found: Vec<_> = examined.diagnostics.iter().collect();
    found.sort_by_key(|diagnostic| diagnostic.severity);
    Findings {
        page: visit.page(""),
        verdict,
        tone,
        objections: examined.objections.iter().map(|objection| objection.text(&voice)).collect(),
        found: found.into_iter().map(|diagnostic| Found::of(diagnostic, &voice)).collect(),
        effect,
        good: examined.is_good(),
        groups,
    }
}

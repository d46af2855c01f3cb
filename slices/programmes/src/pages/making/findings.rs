//! What is to be said of a draft: its faults, each with its line and how to mend it, and how a text of it looks.

use std::sync::Arc;

use askama::Template;
use http::Problem;
use kernel::Language;
use organisation::{Desk as _, Visit};
use programme::{Finding, mend, what};
use ui::{Page, Tab};

use super::{path, preview};
use crate::{
    library::{Library, Proof},
    model::Draft,
};

/// All of it, as the page and the script's fragment show it.
#[derive(Template)]
#[template(path = "programmes/making-findings.html")]
pub(super) struct Findings {
    page: Page,
    /// How it stands in one line.
    verdict: String,
    tone: &'static str,
    found: Vec<Found>,
    /// The other texts that have faults.
    others: Vec<Tab>,
    /// How the text looks to those who follow it.
    preview: String,
    language: Language,
}

/// A fault.
pub(super) struct Found {
    /// Where it stands; empty where it concerns no text.
    pub(super) place: String,
    /// The line, the sign and how many signs, for the script that shows the place; 0 where there is none.
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) length: usize,
    pub(super) what: String,
    pub(super) mend: String,
}

impl Found {
    /// In the visitor's language. `names_text` says in which text it stands, too.
    pub(super) fn of(visit: &Visit, finding: &Finding, names_text: bool) -> Self {
        let (voice, language) = (visit.voice(), visit.scope.language);
        let mut found = Self {
            place: String::new(),
            line: 0,
            column: 0,
            length: 0,
            what: what(&finding.fault, language),
            mend: mend(&finding.fault, language),
        };
        if let Some((text, at)) = finding.text {
            (found.line, found.column, found.length) = (at.line, at.column, at.length);
            found.place = voice.say2("programmes-making-place", "line", at.line, "column", at.column);
            if names_text {
                found.place = format!("programme.{text}.md, {}", found.place);
            }
        }
        found
    }
}

/// What stands beside the text of a draft in a language, for its author; and whether the draft can be published as it stands.
pub(super) fn of(
    visit: &Visit,
    library: &Library,
    draft: &Draft,
    language: Language,
) -> Result<(Arc<str>, bool), Problem> {
    let proof = library.proof(&visit.scope, draft);
    let draw = || look_over(visit, &proof, draft, language).render().map_err(Problem::internal);
    Ok((proof.beside(language, visit.scope.language, draw)?, proof.read.is_ok()))
}

fn look_over(visit: &Visit, proof: &Proof, draft: &Draft, language: Language) -> Findings {
    let voice = visit.voice();
    let findings = proof.read.as_ref().err().map_or_else(Default::default, Vec::as_slice);
    let concerns = |finding: &&Finding| finding.text.is_none_or(|(text, _)| text == language);
    let found: Vec<_> = findings.iter().filter(concerns).map(|finding| Found::of(visit, finding, false)).collect();
    let others = draft.texts.keys().filter(|other| **other != language).filter_map(|other| {
        let count = findings.iter().filter(|finding| finding.text.is_some_and(|(text, _)| text == *other)).count();
        let values = [("language", other.own_name().into()), ("count", count.into())];
        let label = voice.say_with("programmes-making-others", values);
        let path = format!("{}?in={other}", path(draft.id));
        (count > 0).then_some(Tab { path, label, current: false, count: 0 })
    });
    let (verdict, tone) = match (findings.len(), found.len()) {
        (0, _) => (voice.say("programmes-making-good"), "success"),
        (_, 0) => (voice.say("programmes-making-good-here"), "warning"),
        (_, count) => (voice.say1("programmes-making-faults", "count", count), "danger"),
    };
    Findings {
        page: visit.page(""),
        verdict,
        tone,
        others: others.collect(),
        found,
        preview: preview::draw(visit, draft, language),
        language,
    }
}

/// What a draft is called, by its first text.
pub(super) fn title(draft: &Draft) -> Option<String> {
    draft.texts.values().next().and_then(|(text, _)| title_of(text))
}

/// What a programme is called by the head of a text, which may have any faults.
pub(super) fn title_of(text: &str) -> Option<String> {
    let title = text.lines().take(40).find_map(|line| line.strip_prefix("title:"))?.trim();
    (!title.is_empty()).then(|| title.to_owned())
}

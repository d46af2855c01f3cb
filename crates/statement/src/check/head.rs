//! The head of the statement: is everything there, and do the versions follow each other.

use kernel::Language;

use super::Look;
use crate::{Diagnostic, diagnostic::quoted, read::example};

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    missing(look, found);
    versions(look, found);
    languages(look, found);
}

fn missing(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let draft = look.draft;
    let told = |word: &str| draft.diagnostics.iter().any(|known| known.what.contains(word));
    let mut need = |absent: bool, node: &str, why: &str| {
        if absent && !draft.lost(node) && !told(&format!("`{node}`")) && !told(&format!("this {node}")) {
            let what = format!("this statement has no `{node}`");
            let help = match node {
                "languages" => "add: languages \"en\" \"nl\"".to_owned(),
                "time-zone" => "add: time-zone \"Europe/Amsterdam\"".to_owned(),
                node => format!("add: {}", example(node)),
            };
            let diagnostic = Diagnostic::error("missing-node", draft.place, what).label(format!("`{node}` is missing"));
            found.push(diagnostic.why(why).help(help));
        }
    };
    need(draft.versions.is_empty(), "version", "people must see which statement holds, and since when");
    need(draft.languages.is_empty(), "languages", "the first of them is the language of texts that name none");
    let zone_told = told("time zone");
    need(draft.zone.is_none() && !zone_told, "time-zone", "days end at different instants in different zones");
    let controller_told = told("controller");
    let why = "people must know who decides about their data (GDPR Art. 13(1)(a))";
    need(draft.controller.is_none() && !controller_told, "controller", why);
    need(draft.roles.is_empty(), "role", "without roles nobody can sign in");
}

fn versions(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let versions = &look.draft.versions;
    for (at, version) in versions.iter().enumerate() {
        for earlier in &versions[..at] {
            let (new, old) = (&version.value, &earlier.value);
            if new.number == old.number {
                let what = format!("there are two versions {}", new.number);
                let top = versions.iter().map(|version| version.value.number).max().unwrap_or(0);
                let diagnostic = Diagnostic::error("version-twice", version.place, what)
                    .label("this number is taken")
                    .related(earlier.place, "first here")
                    .why("people refer to a version by its number");
                found.push(diagnostic.help(format!("the next free number is {}", top.saturating_add(1))));
            } else if (new.number > old.number) != (new.effective > old.effective) {
                let (high, low) = if new.number > old.number { (version, earlier) } else { (earlier, version) };
                let what = format!(
                    "version {} holds from {}, which is not after version {} ({})",
                    high.value.number, high.value.effective, low.value.number, low.value.effective
                );
                let diagnostic = Diagnostic::error("version-order", high.place, what)
                    .label("the higher number must be the later day")
                    .related(low.place, "the lower number");
                found.push(diagnostic.help("exchange the days or the numbers"));
            }
        }
    }
    let first = versions.iter().map(|version| version.value.number).min();
    for version in versions.iter().filter(|version| version.value.changes.is_empty()) {
        if Some(version.value.number) != first {
            let what = format!("version {} does not say what changed", version.value.number);
            let diagnostic = Diagnostic::warning("no-change-text", version.place, what)
                .why("people are told of every change in plain words")
                .help("add inside it: change en=\"...\"");
            found.push(diagnostic.label("no `change`"));
        }
    }
}

/// Every text in every language of the statement: else the page would mix languages.
fn languages(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let spoken = &look.draft.languages;
    for (place, said) in &look.draft.said {
        let missing: Vec<&str> =
            spoken.iter().filter(|language| !said.contains(language)).map(|language| language.tag()).collect();
        if !missing.is_empty() {
            let what = format!("these words are missing in {}", quoted(&missing));
            let shown = said.first().map_or("another language", |language: &Language| language.own_name());
            let why = format!("readers in that language will see them in {shown}");
            let diagnostic = Diagnostic::warning("missing-language", *place, what).label("not in every language");
            found.push(diagnostic.why(why).help("add the words, or take the language out of `languages`"));
        }
        let foreign: Vec<&str> = said
            .iter()
            .filter(|language| !spoken.contains(language) && !spoken.is_empty())
            .map(|language| language.tag())
            .collect();
        if !foreign.is_empty() {
            let what = format!("these words stand in {} too, which `languages` does not name", quoted(&foreign));
            let diagnostic = Diagnostic::note("extra-language", *place, what).label("a language more");
            found.push(diagnostic.help("add the language to `languages` to offer the page in it"));
        }
    }
}

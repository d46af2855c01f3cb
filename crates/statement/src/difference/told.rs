//! Differences in plain words: the sentences of the public page, as they were and as they are.

use kernel::{Language, words::Voice};

use super::{Change, ChangeClass, difference, text};
use crate::{
    Plan,
    plan::{AsRule as _, Consent, Keep, SignIn},
    render, words,
};

/// One change, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What it means.
    pub class: ChangeClass,
    /// The clause's id.
    pub clause: String,
    /// What the old version said; empty when the clause is new, or when its sentence is the same.
    pub before: String,
    /// What the new version says; empty when the clause was taken away.
    pub now: String,
    /// What else is different, where the sentences do not show it.
    pub details: Vec<String>,
    /// The role that alone it is about; `None` when it is about everyone.
    pub of: Option<String>,
}

/// What changed, in the order in which people need it: wider, narrower, different, in other words.
pub fn told(old: &Plan, new: &Plan, language: Language) -> Vec<Told> {
    let voice = words::voice(language);
    let (before, after) = (render::page(old, language), render::page(new, language));
    let said = |page: &render::PublicPage, clause: &str| {
        page.clauses().find(|told| told.id == clause).map(|told| told.text.clone()).unwrap_or_default()
    };
    let mut all: Vec<Told> = difference(old, new)
        .into_iter()
        .map(|change| {
            let was = if change.before { said(&before, &change.clause) } else { String::new() };
            let now = if change.after { said(&after, &change.clause) } else { String::new() };
            told_of(&change, (old, new), (was, now), &voice)
        })
        .collect();
    all.sort_by_key(|told| told.class);
    all
}

fn told_of(change: &Change, (old, new): (&Plan, &Plan), (was, now): (String, String), voice: &Voice) -> Told {
    let same = was == now;
    let details = match same {
        true if change.details.is_empty() => text::facts_of(change, old, new, voice),
        true => change.details.iter().map(|detail| text::sentence(detail, old, new, voice)).collect(),
        false => Vec::new(),
    };
    Told {
        class: change.class,
        of: match (role_of(old, &change.clause), role_of(new, &change.clause)) {
            (was, is) if was == is || !change.after => was,
            (_, is) if !change.before => is,
            _ => None,
        },
        clause: change.clause.clone(),
        before: if same { String::new() } else { was },
        now,
        details,
    }
}

/// The role that a clause is about, when it is about one alone.
fn role_of(plan: &Plan, clause: &str) -> Option<String> {
    let rule = &plan.clause(clause)?.rule;
    let keep = Keep::of(rule).and_then(|keep| keep.of.clone());
    let consent = || Consent::of(rule).and_then(|consent| consent.of.clone());
    keep.or_else(consent).or_else(|| SignIn::of(rule).and_then(|sign_in| sign_in.of.clone()))
}

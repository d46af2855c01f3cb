//! Names: each declared once, each reference pointing at something, each clause with an id of its own.

use std::collections::BTreeMap;

use super::Look;
use crate::{
    Diagnostic,
    diagnostic::{did_you_mean, quoted},
    plan::{Activity, Category, Consent, GUEST, Place, Purpose, Recipient, Rule},
    read::RefKind,
};

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    references(look, found);
    identities(look, found);
    once(look, found);
    activities(look, found);
}

fn declared<'a>(look: &Look<'a>, kind: RefKind) -> Vec<&'a str> {
    match kind {
        RefKind::Role => look.draft.roles.iter().map(|role| role.value.key.as_str()).collect(),
        RefKind::Reader => declared(look, RefKind::Role).into_iter().chain([GUEST]).collect(),
        RefKind::Category => look.categories().map(|(_, category)| category.key.as_str()).collect(),
        RefKind::Purpose => look.all::<Purpose>().map(|(_, purpose)| purpose.key.as_str()).collect(),
        RefKind::Consent => look.all::<Consent>().map(|(_, consent)| consent.key.as_str()).collect(),
        RefKind::Activity => look.all::<Activity>().map(|(_, activity)| activity.key.as_str()).collect(),
        RefKind::Recipient => look.all::<Recipient>().map(|(_, recipient)| recipient.key.as_str()).collect(),
        RefKind::Event | RefKind::Item => Vec::new(),
    }
}

fn references(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for reference in &look.draft.refs {
        let (noun, code, declare) = match reference.kind {
            RefKind::Role | RefKind::Reader => ("role", "unknown-role", "role \"coach\""),
            RefKind::Category => ("category", "unknown-category", "category \"...\" { includes \"...\"; }"),
            RefKind::Purpose => ("purpose", "unknown-purpose", "purpose \"...\" en=\"to ...\""),
            RefKind::Consent => ("consent", "unknown-consent", "consent \"...\" { ask en=\"...?\"; }"),
            RefKind::Activity => ("activity", "unknown-activity", "activity \"...\" { name en=\"...\"; }"),
            RefKind::Recipient => {
                ("recipient", "unknown-recipient", "recipient \"...\" role=\"processor\" country=\"NL\"")
            }
            RefKind::Event | RefKind::Item => continue,
        };
        let known = declared(look, reference.kind);
        if known.contains(&reference.name.as_str()) {
            continue;
        }
        // A category that could not be read has been told of already.
        let half_read = look.draft.diagnostics.iter().any(|told| {
            told.severity == crate::Severity::Error
                && told.what.contains(&format!("`{noun}`"))
                && told.code != "unknown-value"
        });
        let what = format!("there is no {noun} \"{}\"", reference.name);
        let near = did_you_mean(&reference.name, known.iter().copied());
        let help = match (near.is_empty(), half_read) {
            (false, _) if near.starts_with("did") => near,
            (_, true) => format!("mend the {noun} above first, or declare one: {declare}"),
            (false, _) => format!("declare it: {declare}; {near}"),
            (true, _) => format!("declare it: {declare}"),
        };
        found.push(Diagnostic::error(code, reference.place, what).label("not declared").help(help));
    }
}

/// Clause ids: unique, because seals, receipts and links point at them.
fn identities(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<&str, Place> = BTreeMap::new();
    for (drafted, rule) in look.rules() {
        let id = drafted.clause.id.as_str();
        let place = drafted.clause.place;
        match first.get(id) {
            None => {
                first.insert(id, place);
            }
            Some(earlier) => {
                let singular = singular(rule);
                let what = match rule {
                    Rule::Category(category) => format!("the category \"{}\" is declared twice", category.key),
                    Rule::Purpose(purpose) => format!("the purpose \"{}\" is declared twice", purpose.key),
                    Rule::Consent(consent) => format!("the consent \"{}\" is declared twice", consent.key),
                    Rule::Recipient(recipient) => format!("the recipient \"{}\" is declared twice", recipient.key),
                    rule if singular => format!("there are two `{}` clauses", rule.kind()),
                    _ => format!("two clauses have the id \"{id}\""),
                };
                let help = if singular || matches!(rule, Rule::Category(_) | Rule::Purpose(_)) {
                    "keep one of them".to_owned()
                } else {
                    format!(
                        "keep one of them, or give this one an id of its own: id=\"{id}-2\" or, better, a word that says what is different"
                    )
                };
                let diagnostic = Diagnostic::error("clause-twice", place, what)
                    .label("again here")
                    .related(*earlier, "first here")
                    .why("seals, receipts and links name a clause by its id, for years");
                found.push(diagnostic.help(help));
            }
        }
    }
}

/// Kinds of which one is enough, and two would contradict each other.
fn singular(rule: &Rule) -> bool {
    matches!(
        rule,
        Rule::Password(_)
            | Rule::SecondFactor(_)
            | Rule::Throttle(_)
            | Rule::Notify(_)
            | Rule::Invitation(_)
            | Rule::Disclosure(_)
            | Rule::Rights(_)
            | Rule::Changes(_)
            | Rule::Backup(_)
            | Rule::AgeGate(_)
            | Rule::Uploads(_)
            | Rule::Links(_)
            | Rule::Unsent(_)
            | Rule::Invoices(_)
    )
}

fn once(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<(&str, &str), Place> = BTreeMap::new();
    let mut ids: Vec<&str> = Vec::new();
    for (drafted, rule) in look.rules() {
        let key = match rule {
            Rule::Category(Category { key, .. }) | Rule::Purpose(Purpose { key, .. }) => key.as_str(),
            Rule::Consent(Consent { key, .. }) | Rule::Recipient(Recipient { key, .. }) => key.as_str(),
            Rule::Activity(Activity { key, .. }) => key.as_str(),
            rule if singular(rule) => "",
            _ => continue,
        };
        let place = drafted.clause.place;
        // With the same id it has been told of.
        let same_id = ids.contains(&drafted.clause.id.as_str());
        ids.push(&drafted.clause.id);
        if let Some(earlier) = seen.insert((rule.kind(), key), place)
            && !same_id
        {
            let name = if key.is_empty() { String::new() } else { format!(" \"{key}\"") };
            let what = format!("there are two `{}{name}` clauses", rule.kind());
            let diagnostic = Diagnostic::error("clause-twice", place, what).label("again here");
            found.push(diagnostic.related(earlier, "first here").help("keep one of them"));
        }
    }
}

/// Activities are there to tell bases apart.
fn activities(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for (drafted, activity) in look.all::<Activity>() {
        let used = look.categories().any(|(_, category)| {
            category.bases.iter().any(|rule| rule.activity.as_deref() == Some(activity.key.as_str()))
        });
        if !used {
            let what = format!("no basis is for the activity \"{}\"", activity.key);
            let diagnostic = Diagnostic::warning("unused-activity", drafted.clause.place, what).label("not used");
            found.push(diagnostic.help(format!("write: basis \"contract\" activity={}", quoted(&[&activity.key]))));
        }
    }
}

//! The difference of two versions, clause by clause (X7).
//!
//! *Wider* is more use or less protection: more is held, more people read it, it stays longer, a promise falls away.
//! *Narrower* is the contrary. Whatever is wider waits, for data already held, for the person's decision.

mod clauses;
mod delta;
mod text;
mod told;

use serde::Serialize;

use crate::{
    Plan,
    plan::{Clause, Rule},
};

pub use text::text;
pub use told::{Told, told};

use delta::Delta;

/// What a change means to the people whose data it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeClass {
    /// More use or less protection: it waits for the person's decision.
    Wider,
    /// Less use or more protection.
    Narrower,
    /// Another rule that is neither wider nor narrower.
    Same,
    /// Other words for the same rule.
    Wording,
}

impl ChangeClass {
    /// The key of its word in `explain.*.ftl`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Wider => "difference-wider",
            Self::Narrower => "difference-narrower",
            Self::Same => "difference-same",
            Self::Wording => "difference-wording",
        }
    }

    fn reversed(self) -> Self {
        match self {
            Self::Wider => Self::Narrower,
            Self::Narrower => Self::Wider,
            other => other,
        }
    }
}

/// One changed clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The clause's id; `controller`, `time-zone` and `role-…` stand for the head of the statement.
    pub clause: String,
    /// What it means.
    pub class: ChangeClass,
    /// Whether the old version has the clause.
    pub before: bool,
    /// Whether the new version has the clause.
    pub after: bool,
    /// What became wider, narrower or otherwise.
    pub details: Vec<Detail>,
}

/// One detail of a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Detail {
    /// What it means by itself.
    pub class: ChangeClass,
    /// The key of the changed value's name in `explain.*.ftl`, such as `field-period`.
    pub field: &'static str,
    /// How it was.
    pub old: Vec<Said>,
    /// How it is now.
    pub new: Vec<Said>,
}

/// A value to be said in somebody's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "what", content = "value")]
pub enum Said {
    /// As it stands in the statement.
    Word(String),
    /// A role, by key.
    Role(String),
    /// A category, by key.
    Category(String),
    /// A purpose, by key.
    Purpose(String),
    /// Everything.
    Everything,
    /// A period.
    Period(crate::plan::Period),
    /// A number.
    Number(u32),
    /// Yes or no.
    Flag(bool),
}

/// What changed from one version to the next, in the order of the new file; what was taken away comes last.
pub fn difference(old: &Plan, new: &Plan) -> Vec<Change> {
    let mut changes = head(old, new);
    for clause in new.clauses() {
        match old.clause(&clause.id) {
            Some(before) => changes.extend(compared(before, clause)),
            None => changes.push(Change {
                clause: clause.id.clone(),
                class: clauses::when_added(&clause.rule),
                before: false,
                after: true,
                details: Vec::new(),
            }),
        }
    }
    for clause in old.clauses().iter().filter(|clause| new.clause(&clause.id).is_none()) {
        changes.push(Change {
            clause: clause.id.clone(),
            class: clauses::when_added(&clause.rule).reversed(),
            before: true,
            after: false,
            details: Vec::new(),
        });
    }
    changes
}

fn compared(old: &Clause, new: &Clause) -> Option<Change> {
    let mut delta = Delta::default();
    if std::mem::discriminant(&old.rule) == std::mem::discriminant(&new.rule) {
        clauses::compare(&old.rule, &new.rule, &mut delta);
    } else {
        let kind = |rule: &Rule| vec![Said::Word(rule.kind().to_owned())];
        delta.push(ChangeClass::Same, "field-kind", kind(&old.rule), kind(&new.rule));
    }
    delta.texts("field-note", &old.note, &new.note);
    change(&new.id, delta)
}

fn change(id: &str, delta: Delta) -> Option<Change> {
    let class = delta.class()?;
    Some(Change { clause: id.to_owned(), class, before: true, after: true, details: delta.details })
}

fn head(old: &Plan, new: &Plan) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut delta = Delta::default();
    let (was, is) = (old.controller(), new.controller());
    delta.other("field-name", &was.name, &is.name);
    delta.other("field-country", &was.country, &is.country);
    delta.other("field-contact", &was.contact, &is.contact);
    delta.other("field-authority", &was.authority, &is.authority);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    delta.other("field-address", &text(&was.address), &text(&is.address));
    delta.other("field-phone", &text(&was.phone), &text(&is.phone));
    delta.other("field-officer", &text(&was.officer), &text(&is.officer));
    changes.extend(change("controller", delta));
    let mut delta = Delta::default();
    let zone = |plan: &Plan| plan.zone().iana_name().unwrap_or("UTC").to_owned();
    delta.other("field-zone", &zone(old), &zone(new));
    changes.extend(change("time-zone", delta));
    roles(old, new, &mut changes);
    changes
}

fn roles(old: &Plan, new: &Plan, changes: &mut Vec<Change>) {
    for role in new.roles() {
        let clause = format!("role-{}", role.key);
        match old.role(&role.key) {
            None => {
                let class = ChangeClass::Same;
                changes.push(Change { clause, class, before: false, after: true, details: Vec::new() });
            }
            Some(before) => {
                let mut delta = Delta::default();
                delta.other("field-archetype", before.archetype.key(), role.archetype.key());
                delta.texts("field-name", &before.names, &role.names);
                delta.texts("field-name", &before.plurals, &role.plurals);
                delta.texts("field-name", &before.definite, &role.definite);
                delta.texts("field-name", &before.definite_plurals, &role.definite_plurals);
                changes.extend(change(&clause, delta));
            }
        }
    }
    for role in old.roles().iter().filter(|role| new.role(&role.key).is_none()) {
        let clause = format!("role-{}", role.key);
        changes.push(Change { clause, class: ChangeClass::Same, before: true, after: false, details: Vec::new() });
    }
}

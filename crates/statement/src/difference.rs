//! The difference of two versions, clause by clause (X7).

use serde::Serialize;

use crate::Plan;

/// What a change means to the people whose data it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeClass {
    /// More use, more readers, longer: it waits for the person's decision.
    Wider,
    /// Less use, fewer readers, shorter.
    Narrower,
    /// Another rule that is neither wider nor narrower.
    Same,
    /// Other words for the same rule.
    Wording,
}

/// One changed clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The clause's id.
    pub clause: String,
    /// What it means.
    pub class: ChangeClass,
    /// Whether the clause is in the old and in the new version.
    pub before: bool,
    /// Whether the clause is in the new version.
    pub after: bool,
    /// What became wider, narrower or otherwise, one key of `explain.*.ftl` with its values for each.
    pub details: Vec<Detail>,
}

/// One detail of a change: a word key and its values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Detail {
    /// What it means by itself.
    pub class: ChangeClass,
    /// The key of the sentence.
    pub key: &'static str,
    /// The values in it.
    pub values: Vec<(&'static str, String)>,
}

/// What changed from one version to the next.
pub fn difference(_old: &Plan, _new: &Plan) -> Vec<Change> {
    unimplemented!()
}

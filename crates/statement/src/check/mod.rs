//! Reads a statement and checks it against what the slices store, emit and do.

mod coverage;
mod door;
mod head;
mod names;
mod outside;
pub(crate) mod periods;
mod reading;
mod state;
mod substance;

use kernel::Inventory;

use crate::{
    Diagnostic, Plan, Severity,
    plan::{AsRule, Category, Clause, Keep, Rule},
    read::{self, Draft, DraftClause},
    syntax::{self, Source},
};

/// What came of reading a statement.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The plan; absent when there is an error.
    pub plan: Option<Plan>,
    /// All problems at once, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// How many problems of this severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|found| found.severity == severity).count()
    }
}

/// Reads and checks a statement. Without an inventory nothing is said of what the program stores. Problems bear places in
/// the text; which file it came from, a [report](crate::report) says.
pub fn check(text: &str, inventory: Option<&Inventory>) -> Checked {
    let source = Source::new(text);
    let mut draft = read::read(syntax::parse(&source), source.place(0, text.len()));
    // What is missing from half a file proves nothing.
    if !draft.partial && !draft.place_is_empty() {
        let found = {
            let look = Look { draft: &draft, inventory };
            let mut found = Vec::new();
            head::check(&look, &mut found);
            names::check(&look, &mut found);
            coverage::check(&look, &mut found);
            periods::check(&look, &mut found);
            reading::check(&look, &mut found);
            outside::check(&look, &mut found);
            door::check(&look, &mut found);
            substance::check(&look, &mut found);
            found
        };
        draft.diagnostics.extend(found);
    }
    let mut diagnostics = std::mem::take(&mut draft.diagnostics);
    let failed = draft.partial || diagnostics.iter().any(|found| found.severity == Severity::Error);
    let plan = if failed { None } else { assemble(draft, inventory, &mut diagnostics) };
    diagnostics.sort_by_key(|found| (found.place.offset, found.severity, found.code));
    Checked { plan, diagnostics }
}

/// Puts the plan together.
fn assemble(draft: Draft, inventory: Option<&Inventory>, diagnostics: &mut Vec<Diagnostic>) -> Option<Plan> {
    let mut versions: Vec<_> = draft.versions.into_iter().map(|version| version.value).collect();
    versions.sort_by_key(|version| std::cmp::Reverse(version.number));
    let place = draft.place;
    let mut clauses: Vec<Clause> = draft.clauses.into_iter().map(|drafted| drafted.clause).collect();
    if let Some(inventory) = inventory {
        state::note_use(&mut clauses, inventory);
        diagnostics.extend(state::unbuilt(&clauses, place));
    }
    let pick = Picked { clauses: &clauses };
    let mut plan = Plan {
        key: draft.key,
        names: draft.names,
        versions,
        languages: draft.languages,
        zone: draft.zone?,
        controller: draft.controller?,
        roles: draft.roles.into_iter().map(|role| role.value).collect(),
        purposes: pick.all(),
        categories: pick.all(),
        reads: pick.all(),
        nevers: pick.all(),
        keeps: pick.all(),
        clauses: Vec::new(),
    };
    plan.clauses = clauses;
    Some(plan)
}

struct Picked<'a> {
    clauses: &'a [Clause],
}

impl Picked<'_> {
    fn all<R: AsRule + Clone>(&self) -> Vec<R> {
        self.clauses.iter().filter_map(|clause| R::of(&clause.rule)).cloned().collect()
    }
}

/// What every check looks at.
struct Look<'a> {
    draft: &'a Draft,
    inventory: Option<&'a Inventory>,
}

impl<'a> Look<'a> {
    /// All rules of a kind, with where they stand.
    fn all<R: AsRule + 'a>(&self) -> impl Iterator<Item = (&'a DraftClause, &'a R)> + use<'a, R> {
        self.draft.clauses.iter().filter_map(|drafted| Some((drafted, R::of(&drafted.clause.rule)?)))
    }

    fn categories(&self) -> impl Iterator<Item = (&'a DraftClause, &'a Category)> + use<'a> {
        self.all()
    }

    fn category(&self, key: &str) -> Option<(&'a DraftClause, &'a Category)> {
        self.categories().find(|(_, category)| category.key == key)
    }

    fn rules(&self) -> impl Iterator<Item = (&'a DraftClause, &'a Rule)> + use<'a> {
        self.draft.clauses.iter().map(|drafted| (drafted, &drafted.clause.rule))
    }

    fn keeps_of(&self, category: &str) -> Vec<(&'a DraftClause, &'a Keep)> {
        self.all::<Keep>().filter(|(_, keep)| keep.what.covers(category)).collect()
    }
}

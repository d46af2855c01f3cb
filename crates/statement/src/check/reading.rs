//! Who reads what, without contradictions.

use kernel::Archetype;

use super::Look;
use crate::{
    Diagnostic,
    plan::{Alternative, BreakGlass, Category, CategoryKind, GUEST, Never, Publish, Read, Undertaking, Warning, When},
    read::DraftClause,
};

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    contradictions(look, found);
    nobody(look, found);
    guests(look, found);
    visitors(look, found);
    secrecy(look, found);
    shown(look, found);
    asked(look, found);
    warned(look, found);
}

fn contradictions(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for (read_at, read) in look.all::<Read>() {
        for (never_at, never) in look.all::<Never>() {
            if never.role == read.role && never.what.covers(&read.category) {
                let what = format!("\"{}\" reads \"{}\" here, and never reads it there", read.role, read.category);
                let diagnostic = Diagnostic::error("read-and-never", read_at.clause.place, what)
                    .label("allowed here")
                    .related(never_at.clause.place, "ruled out here")
                    .why(
                        "a `never` holds whatever other clauses say, so the reading rule would promise what is refused",
                    );
                found.push(diagnostic.help("take one of the two away, or narrow the `never` to other categories"));
            }
        }
    }
    for (glass_at, glass) in look.all::<BreakGlass>() {
        for (never_at, never) in look.all::<Never>().filter(|(_, never)| never.role == glass.by) {
            let open = match never.what.category() {
                Some(key) => !glass.except.iter().any(|except| except == key),
                None => look.categories().any(|(_, category)| !glass.except.contains(&category.key)),
            };
            if open && never.what.category().is_some() {
                let what = format!("break-glass opens to \"{}\" what a `never` rules out", glass.by);
                let key = never.what.category().unwrap_or_default();
                let diagnostic = Diagnostic::error("glass-and-never", glass_at.clause.place, what)
                    .label("opens everything but its exceptions")
                    .related(never_at.clause.place, "ruled out here");
                found.push(diagnostic.help(format!("add except \"{key}\" to the break-glass clause")));
            }
        }
    }
}

/// UC23: what nobody reads is hardly needed.
fn nobody(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    if look.draft.lost("read") || look.draft.lost("never") {
        return;
    }
    for (drafted, category) in look.categories().filter(|(_, category)| category.kind == CategoryKind::Personal) {
        let system_only = !category.sources.is_empty()
            && category.sources.iter().all(|source| *source == crate::plan::Source::System);
        let read = look.all::<Read>().any(|(_, read)| read.category == category.key)
            || look.all::<Publish>().any(|(_, publish)| publish.category == category.key);
        if !read && !system_only {
            let what = format!("nobody reads the category \"{}\", not even the person", category.key);
            let diagnostic = Diagnostic::warning("nobody-reads", drafted.clause.place, what)
                .label("no `read` clause names it")
                .why("data that nobody reads serves no purpose, and a person expects to see what is held");
            found.push(
                diagnostic.help(format!("add: read \"{}\" by=\"...\" when=\"own\"; or leave it out", category.key)),
            );
        }
    }
}

fn guests(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for (drafted, read) in look.all::<Read>() {
        if read.role == GUEST && matches!(read.when, Some(When::Own | When::InRelation | When::SharedWithThem)) {
            let what = "a guest has not signed in, and is nobody's own or relation";
            let diagnostic =
                Diagnostic::error("guest-cannot", drafted.spot("when"), what).label("cannot be known of a guest");
            found.push(diagnostic.help("write when=\"with-consent\", when=\"after-completion\", or no `when`"));
        }
        let Some((category_at, category)) = look.category(&read.category) else { continue };
        if read.role == GUEST
            && (category.special || category.secrecy.is_some())
            && read.when != Some(When::WithConsent)
        {
            let what = format!("everyone could read \"{}\", which is confidential", category.key);
            let diagnostic = Diagnostic::error("public-secret", drafted.clause.place, what)
                .label("open to guests")
                .related(category_at.clause.place, "special data, or under secrecy");
            found.push(diagnostic.help("take the clause away"));
        }
        let party = matches!(read.when, Some(When::InRelation | When::SharedWithThem));
        let archetype =
            look.draft.roles.iter().find(|role| role.value.key == read.role).map(|role| role.value.archetype);
        let is_asked =
            look.all::<Alternative>().any(|(_, asked)| asked.steps.iter().any(|step| step.role == read.role));
        if party && !is_asked && matches!(archetype, Some(Archetype::Technician | Archetype::Officer)) {
            let what = format!("a \"{}\" is never part of a relation", read.role);
            let diagnostic = Diagnostic::warning("never-true", drafted.spot("when"), what).label("never true");
            found.push(diagnostic.help("write when=\"stating-reason\" or when=\"break-glass\""));
        }
    }
}

/// SH7: visitor data is kept apart from people who work with persons.
fn visitors(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for (drafted, read) in look.all::<Read>() {
        let visits = look.category(&read.category).is_some_and(|(_, category)| category.kind == CategoryKind::Visitor);
        let archetype =
            look.draft.roles.iter().find(|role| role.value.key == read.role).map(|role| role.value.archetype);
        if visits && matches!(archetype, Some(Archetype::Manager | Archetype::Coach | Archetype::Participant)) {
            let what = format!("visitor data is for the technical side, and \"{}\" reads it here", read.role);
            let diagnostic = Diagnostic::warning("visitor-data-read", drafted.clause.place, what)
                .label("not a technician")
                .why("whoever works with people could tell from it who visited when");
            found.push(diagnostic.help("let a technician read it, or nobody"));
        }
    }
}

/// What is under a coach's secrecy is not for those who are not bound by it.
fn secrecy(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for (category_at, category) in look.categories() {
        let Some(holder) = &category.secrecy else { continue };
        for (drafted, read) in look.all::<Read>().filter(|(_, read)| read.category == category.key) {
            let archetype =
                look.draft.roles.iter().find(|role| role.value.key == read.role).map(|role| role.value.archetype);
            let bound = &read.role == holder || matches!(archetype, None | Some(Archetype::Participant));
            if !bound && matches!(read.when, None | Some(When::StatingReason)) {
                let what = format!("\"{}\" reads what is under the secrecy of \"{holder}\"", read.role);
                let diagnostic = Diagnostic::warning("secrecy-broken", drafted.clause.place, what)
                    .label("not bound by it")
                    .related(category_at.clause.place, "under secrecy");
                found.push(diagnostic.help("narrow it with `when`, or take the clause away"));
            }
        }
    }
}

/// TF10: what a coach has promised is shown in the trajectory, so somebody who coaches gives it, and participants may read
/// it.
fn shown(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let lost = look.draft.lost("read") || look.draft.lost("category");
    for (drafted, undertaking) in look.all::<Undertaking>().filter(|(_, undertaking)| undertaking.shown) {
        // A mistyped role would be told of twice.
        let roles = || look.draft.roles.iter().filter(|role| undertaking.by.contains(&role.value.key));
        let known = roles().count() == undertaking.by.len();
        if known && roles().all(|role| role.value.archetype != Archetype::Coach) {
            let what = format!("\"{}\" is shown beside who coaches, and nobody who promises it does", undertaking.key);
            let diagnostic = Diagnostic::error("shown-nowhere", drafted.clause.place, what).label("shown nowhere");
            found.push(diagnostic.help("take `shown` away, or name a role on \"coach\" in `by`"));
        } else if !lost {
            shown_unread(look, drafted, undertaking, found);
        }
    }
}

fn shown_unread(look: &Look<'_>, drafted: &DraftClause, undertaking: &Undertaking, found: &mut Vec<Diagnostic>) {
    // Where it is kept nowhere, the clause is not in use.
    let holds = |category: &Category| category.items.iter().any(|item| item.name == Undertaking::ITEM);
    let Some((category_at, category)) = look.categories().find(|(_, category)| holds(category)) else { return };
    let reads = |role: &str| reads_near(look, category, role);
    let participants = look.draft.roles.iter().filter(|role| role.value.archetype == Archetype::Participant);
    for role in participants.map(|role| &role.value.key).filter(|role| !reads(role)) {
        let what = format!("\"{}\" is shown, and \"{role}\" may not read it", undertaking.key);
        let diagnostic = Diagnostic::error("shown-not-read", drafted.clause.place, what)
            .label("shown to participants")
            .related(category_at.clause.place, "here it is kept who has promised it")
            .why("what only officers and the coach read cannot be shown to the people who are coached");
        found.push(diagnostic.help(format!("add: read \"{}\" by=\"{role}\" when=\"in-relation\"", category.key)));
    }
}

/// RL16: whoever is asked at a step reads what was asked.
fn asked(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    if look.draft.lost("read") || look.draft.lost("category") {
        return;
    }
    let holds = |category: &Category| category.items.iter().any(|item| item.name == Alternative::ITEM);
    let Some((category_at, category)) = look.categories().find(|(_, category)| holds(category)) else { return };
    for (drafted, alternative) in look.all::<Alternative>() {
        for step in alternative.steps.iter().filter(|step| !reads_near(look, category, &step.role)) {
            let role = &step.role;
            let what = format!("\"{role}\" is asked for an alternative, and may not read what was asked");
            let diagnostic = Diagnostic::error("step-not-read", drafted.clause.place, what)
                .label("a step that cannot answer")
                .related(category_at.clause.place, "what was asked");
            let help = format!("add: read \"{}\" by=\"{role}\" when=\"in-relation\"", category.key);
            found.push(diagnostic.help(help));
        }
    }
}

/// Whoever is told of danger coaches, and reads what is shared of the answers; to anybody else it would be told beside the rest.
fn warned(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    if look.draft.lost("read") || look.draft.lost("category") {
        return;
    }
    for (drafted, warning) in look.all::<Warning>() {
        let role = look.draft.roles.iter().find(|role| role.value.key == warning.role);
        let category = look.category(&warning.category);
        // A mistyped name would be told of twice.
        let (Some(role), Some((category_at, category))) = (role, category) else { continue };
        if role.value.archetype != Archetype::Coach {
            let what = format!("\"{}\" is told of danger, and coaches nobody", warning.role);
            let diagnostic = Diagnostic::error("warning-for-nobody", drafted.clause.place, what).label("not a coach");
            found.push(diagnostic.help("name a role on \"coach\""));
        } else if !reads_near(look, category, &warning.role) {
            let what = format!("\"{}\" is told of danger in \"{}\", and may not read it", warning.role, category.key);
            let diagnostic = Diagnostic::error("warning-not-read", drafted.clause.place, what)
                .label("told, and cannot look")
                .related(category_at.clause.place, "the answers")
                .why("that an answer may mean danger says something of the answer");
            let help = format!("add: read \"{}\" by=\"{}\" when=\"shared-with-them\"", category.key, warning.role);
            found.push(diagnostic.help(help));
        }
    }
}

/// Whether a role reads a category of those with whom it has to do.
fn reads_near(look: &Look<'_>, category: &Category, role: &str) -> bool {
    let near = |read: &Read| matches!(read.when, None | Some(When::InRelation | When::SharedWithThem));
    look.all::<Read>().any(|(_, read)| read.category == category.key && read.role == role && near(read))
}

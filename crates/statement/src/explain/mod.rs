//! What one clause means, in plain text: what it says, who keeps it, what stands on it, and an example with dates.

mod facts;
mod ground;

use jiff::{Span, civil::Date};
use kernel::{Inventory, words::Voice};

use crate::{
    Plan,
    plan::{Clause, Keep, Rule, State, Unused},
    render, words,
};

pub(crate) use facts::{facts, value};

/// Explains a clause; `None` when the statement has no such clause.
pub fn explain(plan: &Plan, inventory: Option<&Inventory>, clause: &str, voice: &Voice) -> Option<String> {
    let clause = plan.clause(clause)?;
    let voice = &words::voice(voice.language);
    let place = voice.say2("explain-place", "kind", clause.rule.kind(), "line", clause.place.line);
    let mut out = format!("{}\n{place}\n", clause.id);
    let page = render::page(plan, voice.language);
    if let Some(told) = page.clauses().find(|told| told.id == clause.id && !told.text.is_empty()) {
        out.push_str(&format!("\n{}\n", told.text));
    }
    section(&mut out, &voice.say("explain-says"), facts(&clause.rule, voice));
    if let Some(note) = clause.note.get(voice.language) {
        out.push_str(&format!("    {note}\n"));
    }
    section(&mut out, &voice.say("explain-kept-by"), kept_by(clause, voice));
    if let Rule::Keep(keep) = &clause.rule {
        section(&mut out, &voice.say("explain-example"), example(plan, keep, voice));
    }
    section(&mut out, &voice.say("explain-with"), ground::beside(plan, &clause.rule, voice));
    if let Some(inventory) = inventory {
        section(&mut out, &voice.say("explain-stands-on"), ground::inside(plan, inventory, &clause.rule, voice));
    }
    Some(out)
}

/// All clauses with who keeps them.
pub fn list(plan: &Plan, voice: &Voice) -> String {
    let voice = &words::voice(voice.language);
    let widest = plan.clauses().iter().map(|clause| clause.id.chars().count()).max().unwrap_or(0).min(48);
    let mut out = String::new();
    for clause in plan.clauses() {
        let id = &clause.id;
        out.push_str(&format!("{id:<widest$}  {}\n", state(&clause.state, voice)));
    }
    out
}

/// The state in a word or two.
fn state(state: &State, voice: &Voice) -> String {
    voice.say(match state {
        State::Enforced => "explain-enforced",
        State::NotInUse { .. } => "explain-not-in-use",
        State::Declared => "explain-declared",
        State::Prose => "explain-prose",
        State::Unchecked => "explain-unchecked",
    })
}

fn section(out: &mut String, title: &str, lines: Vec<String>) {
    if lines.is_empty() {
        return;
    }
    out.push_str(&format!("\n{title}\n"));
    for line in lines {
        out.push_str(&format!("    {line}\n"));
    }
}

fn kept_by(clause: &Clause, voice: &Voice) -> Vec<String> {
    let mut lines = vec![voice.say(match clause.state {
        State::Enforced => "explain-enforced-long",
        State::NotInUse { .. } => "explain-not-in-use-long",
        State::Declared => "explain-declared-long",
        State::Prose => "explain-prose-long",
        State::Unchecked => "explain-unchecked-long",
    })];
    if let State::NotInUse { reasons } = &clause.state {
        lines.extend(reasons.iter().map(|reason| match reason {
            Unused::Items(items) => voice.say1("explain-no-items", "items", items.join(", ")),
            Unused::Event(event) => voice.say1("explain-no-event", "event", event),
            Unused::Category(category) => voice.say1("explain-no-category", "category", category),
            Unused::Kind => voice.say("explain-no-kind"),
        }));
    }
    lines
}

/// "What ends on 22 November 2026 is gone after 22 November 2028."
fn example(plan: &Plan, keep: &Keep, voice: &Voice) -> Vec<String> {
    let zone = plan.zone();
    let from = plan.effective();
    let told = |date: Date| {
        let start = date.to_zoned(zone.clone()).ok()?.timestamp();
        let due = keep.due(start, zone);
        // The last day on which it may still be there.
        let last = due.checked_sub(Span::new().nanoseconds(1)).ok()?;
        let key = if keep.floor { "explain-example-floor" } else { "explain-example-ceiling" };
        let last = voice.date(last.to_zoned(zone.clone()).date());
        let from = voice.date(date);
        Some(voice.say_with(
            key,
            [("event", keep.after.as_str().into()), ("from", from.as_str().into()), ("until", last.as_str().into())],
        ))
    };
    told(from).into_iter().collect()
}

//! Differences in plain text, for the command line.

use kernel::words::Voice;

use super::{Change, ChangeClass, Detail, Said, difference};
use crate::{Plan, explain, words};

/// What changed, class by class, in the reader's language.
pub fn text(old: &Plan, new: &Plan, voice: &Voice) -> String {
    let voice = &words::voice(voice.language);
    let changes = difference(old, new);
    let title = voice.say2("difference-title", "old", old.version().number, "new", new.version().number);
    let mut out = format!("{title}\n");
    if changes.is_empty() {
        return format!("{out}\n{}\n", voice.say("difference-none"));
    }
    for class in [ChangeClass::Wider, ChangeClass::Narrower, ChangeClass::Same, ChangeClass::Wording] {
        let of_class: Vec<&Change> = changes.iter().filter(|change| change.class == class).collect();
        if of_class.is_empty() {
            continue;
        }
        out.push_str(&format!("\n{}\n", voice.say(class.key())));
        for change in of_class {
            out.push_str(&told(change, old, new, voice));
        }
    }
    out
}

fn told(change: &Change, old: &Plan, new: &Plan, voice: &Voice) -> String {
    let came = match (change.before, change.after) {
        (false, _) => Some("difference-added"),
        (_, false) => Some("difference-removed"),
        _ => None,
    };
    let mut out = format!("  {}", change.clause);
    if let Some(key) = came {
        out.push_str(&format!("  {}", voice.say(key)));
        for fact in facts_of(change, old, new, voice) {
            out.push_str(&format!("\n      {fact}"));
        }
    }
    for detail in &change.details {
        out.push_str(&format!("\n      {}", sentence(detail, old, new, voice)));
    }
    out.push('\n');
    out
}

/// What a clause that came or went says.
pub(super) fn facts_of(change: &Change, old: &Plan, new: &Plan, voice: &Voice) -> Vec<String> {
    let plan = if change.after { new } else { old };
    plan.clause(&change.clause).map(|clause| explain::facts(&clause.rule, voice)).unwrap_or_default()
}

pub(super) fn sentence(detail: &Detail, old: &Plan, new: &Plan, voice: &Voice) -> String {
    let field = voice.say(detail.field);
    let was = said(&detail.old, old, voice);
    let is = said(&detail.new, new, voice);
    match (detail.old.as_slice(), detail.new.as_slice()) {
        ([Said::Flag(_)], [Said::Flag(true)]) => voice.say1("difference-now", "field", &field),
        ([Said::Flag(_)], [Said::Flag(false)]) => voice.say1("difference-no-longer", "field", &field),
        ([], []) => voice.say1("difference-other-words", "field", &field),
        ([], _) => voice.say2("difference-more", "field", &field, "new", &is),
        (_, []) => voice.say2("difference-fewer", "field", &field, "old", &was),
        _ => voice.say_with(
            "difference-changed",
            [("field", field.as_str().into()), ("old", was.as_str().into()), ("new", is.as_str().into())],
        ),
    }
}

/// Values as a list in words.
fn said(values: &[Said], plan: &Plan, voice: &Voice) -> String {
    let parts: Vec<String> = values.iter().map(|value| explain::value(value, plan, voice)).collect();
    voice.list(&parts)
}

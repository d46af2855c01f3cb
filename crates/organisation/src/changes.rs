//! What changes from one version of the statement to another, as pages show it.

use kernel::{Member, words::Voice};
use statement::{
    ChangeClass, Plan,
    difference::{Told, told},
};
use ui::{Change, Changes};

/// The changes by class: wider, narrower, different, in other words. With `for_whom`, only those that are about everyone
/// or about a role of that person. `href` leads to a clause of the new version.
pub fn changes(
    (old, new): (&Plan, &Plan),
    voice: &Voice,
    for_whom: Option<&Member>,
    href: impl Fn(&Told) -> String,
) -> Vec<Changes> {
    let concerns = |told: &Told| match (&told.of, for_whom) {
        (Some(of), Some(member)) => member.roles.iter().any(|role| *role.key == **of),
        _ => true,
    };
    let all: Vec<_> = told(old, new, voice.language).into_iter().filter(concerns).collect();
    let classes = [ChangeClass::Wider, ChangeClass::Narrower, ChangeClass::Same, ChangeClass::Wording];
    let group = |class: ChangeClass| {
        let (key, title, lead) = words(class);
        let of_class = all.iter().filter(|told| told.class == class);
        let changes: Vec<_> = of_class.map(|told| change(told, href(told))).collect();
        Changes { class: key, title: voice.say(title), lead: voice.say(lead), changes }
    };
    classes.into_iter().map(group).filter(|group| !group.changes.is_empty()).collect()
}

const fn words(class: ChangeClass) -> (&'static str, &'static str, &'static str) {
    match class {
        ChangeClass::Wider => ("wider", "organisation-changes-wider", "organisation-changes-wider-lead"),
        ChangeClass::Narrower => ("narrower", "organisation-changes-narrower", "organisation-changes-narrower-lead"),
        ChangeClass::Same => ("same", "organisation-changes-same", "organisation-changes-same-lead"),
        ChangeClass::Wording => ("wording", "organisation-changes-wording", "organisation-changes-wording-lead"),
    }
}

fn change(told: &Told, href: String) -> Change {
    Change {
        now: told.now.clone(),
        before: told.before.clone(),
        details: told.details.clone(),
        clause: told.clause.clone(),
        href,
    }
}

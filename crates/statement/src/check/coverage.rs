//! Statement and inventory, both ways: what is stored is stated, and what nothing stores is said to be so.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Inventory, manifest::Class};

use super::Look;
use crate::{
    Diagnostic,
    diagnostic::{quoted, slip},
    plan::{Category, Keep, Place, What},
    read::{DraftClause, RefKind},
};

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    two_categories(look, found);
    let Some(inventory) = look.inventory else { return };
    unstated(look, inventory, found);
    closed(look, inventory, found);
    unstored(look, inventory, found);
    unemitted(look, inventory, found);
    classes(look, inventory, found);
}

fn two_categories(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<&str, (&str, Place)> = BTreeMap::new();
    for (drafted, category) in look.categories() {
        for item in &category.items {
            let place = item_place(look, drafted, &item.name);
            match first.get(item.name.as_str()) {
                None => {
                    first.insert(&item.name, (&category.key, place));
                }
                Some((key, earlier)) => {
                    let what = if *key == category.key {
                        format!("\"{}\" stands in the category \"{key}\" twice", item.name)
                    } else {
                        format!("\"{}\" stands in two categories: \"{key}\" and \"{}\"", item.name, category.key)
                    };
                    let diagnostic = Diagnostic::error("item-twice", place, what)
                        .label("again here")
                        .related(*earlier, "first here")
                        .why("each item has one period, one purpose and one set of readers");
                    found.push(diagnostic.help("leave it in one of them"));
                }
            }
        }
    }
}

/// Where an item is named inside a category.
fn item_place(look: &Look<'_>, drafted: &DraftClause, item: &str) -> Place {
    let from = drafted.clause.place.offset;
    look.draft
        .refs
        .iter()
        .filter(|reference| reference.kind == RefKind::Item && reference.name == item)
        .map(|reference| reference.place)
        .find(|place| place.offset >= from)
        .unwrap_or(drafted.clause.place)
}

fn stated<'a>(look: &Look<'a>) -> BTreeSet<&'a str> {
    look.categories().flat_map(|(_, category)| category.items.iter().map(|item| item.name.as_str())).collect()
}

/// What is stored and not stated: the program would hold what it does not speak of (X1).
fn unstated(look: &Look<'_>, inventory: &Inventory, found: &mut Vec<Diagnostic>) {
    if look.draft.lost("category") {
        return;
    }
    let stated = stated(look);
    let mut groups: BTreeMap<&str, (&Class, Vec<&str>)> = BTreeMap::new();
    let used = |item: &str| {
        let slices = inventory.places(item).iter().map(|place| place.slice);
        slices.into_iter().any(|slice| inventory.is_used(slice, |named| stated.contains(named)))
    };
    for item in inventory.items().filter(|item| !stated.contains(item) && used(item)) {
        if let Some(class) = inventory.classes_of(item).next() {
            groups.entry(class.name).or_insert((class, Vec::new())).1.push(item);
        }
    }
    for (name, (class, items)) in groups {
        let what = match items.as_slice() {
            [one] => format!("\"{one}\" is stored, and no category includes it"),
            many => format!("{} items are stored, and no category includes them: {}", many.len(), quoted(many)),
        };
        let near = look.categories().find(|(_, category)| {
            category.items.iter().any(|item| inventory.classes_of(&item.name).any(|held| held.name == class.name))
        });
        let include = format!("includes {}", quoted(&items).replace(", ", " "));
        let help = match near {
            Some((_, category)) => format!("add to the category \"{}\", which goes with it: {include}", category.key),
            None => format!("add it to a category, or write one: category \"{name}\" {{ {include}; ... }}"),
        };
        let diagnostic = Diagnostic::error("stored-but-not-stated", look.draft.place, what)
            .label("this statement does not mention it")
            .why(format!("the program keeps it with the class {name} of each {}", class.container));
        found.push(diagnostic.help(help));
    }
}

/// Slices of which nothing is stated: the organisation does not use them, and their doors stay closed to it.
fn closed(look: &Look<'_>, inventory: &Inventory, found: &mut Vec<Diagnostic>) {
    let stated = stated(look);
    for slice in inventory.slices().filter(|slice| !inventory.is_used(slice, |item| stated.contains(item))) {
        let what = format!("nothing of \"{}\" is stated, so this organisation does not use it", slice.name);
        let diagnostic = Diagnostic::note("slice-closed", look.draft.place, what)
            .label("this statement does not mention it")
            .why("what is not stated is not stored: its pages are closed to this organisation");
        found.push(diagnostic.help("to use it, let categories include its items"));
    }
}

/// What is stated and not stored: told, not hidden, and no error.
fn unstored(look: &Look<'_>, inventory: &Inventory, found: &mut Vec<Diagnostic>) {
    let stated = stated(look);
    for (drafted, category) in look.categories() {
        let missing: Vec<&str> = category
            .items
            .iter()
            .map(|item| item.name.as_str())
            .filter(|item| inventory.places(item).is_empty())
            .collect();
        let mut rest = Vec::new();
        for item in &missing {
            let place = item_place(look, drafted, item);
            if let Some(near) = slip(item, inventory.items()).filter(|near| !stated.contains(near)) {
                let what = format!("nothing stores \"{item}\"");
                let diagnostic = Diagnostic::error("item-mistyped", place, what)
                    .label("perhaps mistyped")
                    .why(format!("\"{near}\" is stored, and no category includes it"));
                found.push(diagnostic.help(format!("did you mean \"{near}\"?")));
            } else {
                rest.push(*item);
            }
        }
        if let Some(first) = rest.first() {
            let all = rest.len() == category.items.len();
            let what = if all {
                format!("the category \"{}\" is not in use: nothing stores {}", category.key, quoted(&rest))
            } else {
                format!("nothing stores {}", quoted(&rest))
            };
            let diagnostic = Diagnostic::note("not-in-use", item_place(look, drafted, first), what)
                .label("not in use here")
                .why("no slice of this installation has a column for it; the page says so");
            found.push(diagnostic);
        }
    }
}

/// Periods that run from something that never happens here; each event once.
fn unemitted(look: &Look<'_>, inventory: &Inventory, found: &mut Vec<Diagnostic>) {
    let mut events: Vec<(&str, Vec<Place>)> = Vec::new();
    for reference in look.draft.refs.iter().filter(|reference| reference.kind == RefKind::Event) {
        if inventory.event(&reference.name).is_some() {
            continue;
        }
        match events.iter_mut().find(|(name, _)| *name == reference.name) {
            Some((_, places)) => places.push(reference.place),
            None => events.push((&reference.name, vec![reference.place])),
        }
    }
    let known: Vec<&str> = inventory.events().map(|event| event.name).collect();
    for (name, places) in events {
        let what = format!("no slice emits the event \"{name}\"");
        let mut diagnostic = match slip(name, known.iter().copied()) {
            Some(near) => Diagnostic::error("event-mistyped", places[0], what)
                .label("perhaps mistyped")
                .help(format!("did you mean \"{near}\"?")),
            None => Diagnostic::note("event-not-in-use", places[0], what)
                .label("not in use here")
                .why("what runs from it never begins, so these clauses do nothing yet; the page says so")
                .help(format!("events of this installation: {}", quoted(&known))),
        };
        for place in &places[1..] {
            diagnostic = diagnostic.related(*place, "and here");
        }
        found.push(diagnostic);
    }
}

/// What goes under one key goes at one date.
fn classes(look: &Look<'_>, inventory: &Inventory, found: &mut Vec<Diagnostic>) {
    for class in inventory.classes() {
        let held: Vec<(&DraftClause, &Category, &str)> = look
            .categories()
            .filter_map(|(drafted, category)| {
                let item = category
                    .items
                    .iter()
                    .find(|item| inventory.classes_of(&item.name).any(|other| other.name == class.name))?;
                Some((drafted, category, item.name.as_str()))
            })
            .collect();
        let Some(((first_drafted, first, first_item), rest)) = held.split_first() else { continue };
        for (drafted, category, item) in rest {
            if periods(look, first) == periods(look, category) {
                continue;
            }
            let what =
                format!("\"{first_item}\" and \"{item}\" go together, but their categories have different periods");
            let why = format!(
                "both belong to the class {} of a {}, which goes as a whole when its key is destroyed",
                class.name, class.container
            );
            let help = format!(
                "give \"{}\" and \"{}\" the same `keep` clauses, or include both items in one category",
                first.key, category.key
            );
            let diagnostic = Diagnostic::error("class-torn", item_place(look, drafted, item), what)
                .label(format!("in \"{}\"", category.key))
                .related(item_place(look, first_drafted, first_item), format!("in \"{}\"", first.key));
            found.push(diagnostic.why(why).help(help));
        }
        for (drafted, category, item) in &held {
            endless(look, inventory, class, (drafted, category, item), found);
        }
    }
}

/// The role, period, event, consent of a `keep`, and whether it is a floor.
type Terms = (Option<String>, String, String, bool, Option<String>);

/// The rules of a category in a form that can be compared.
fn periods(look: &Look<'_>, category: &Category) -> BTreeSet<Terms> {
    look.keeps_of(&category.key)
        .into_iter()
        .map(|(_, keep)| {
            (keep.of.clone(), keep.period.to_string(), keep.after.clone(), keep.floor, keep.consent.clone())
        })
        .collect()
}

/// What is stored must end by something that really happens.
fn endless(
    look: &Look<'_>,
    inventory: &Inventory,
    class: &Class,
    (drafted, category, item): (&DraftClause, &Category, &str),
    found: &mut Vec<Diagnostic>,
) {
    let ceilings: Vec<&Keep> =
        look.keeps_of(&category.key).into_iter().map(|(_, keep)| keep).filter(|keep| !keep.floor).collect();
    let has_end = ceilings.iter().any(|keep| keep.after.is_empty() || ends(inventory, class, keep));
    if look.draft.lost("keep") || ceilings.is_empty() || has_end {
        return;
    }
    // A rule whose event is missing has been told of.
    let mistyped = |event: &str| slip(event, inventory.events().map(|known| known.name)).is_some();
    if ceilings.iter().any(|keep| mistyped(&keep.after)) {
        return;
    }
    let events: Vec<&str> = inventory
        .events()
        .filter(|event| {
            let keep = Keep { what: What::Everything, after: event.name.to_owned(), ..(*ceilings[0]).clone() };
            ends(inventory, class, &keep)
        })
        .map(|event| event.name)
        .collect();
    let what = format!("nothing would ever end \"{item}\" of the category \"{}\"", category.key);
    let why = format!(
        "it is stored for each {}, and none of the events in its `keep` clauses happens to one",
        class.container
    );
    let diagnostic =
        Diagnostic::error("no-living-period", item_place(look, drafted, item), what).label("would stay forever");
    found.push(diagnostic.why(why).help(format!("add a `keep` with one of these events: {}", quoted(&events))));
}

/// Whether a rule's event happens to what holds the class: the container itself, or a person with whom it goes.
fn ends(inventory: &Inventory, class: &Class, keep: &Keep) -> bool {
    inventory.event(&keep.after).is_some_and(|event| {
        event.about.contains(&class.container) || (event.about.contains(&"person") && !class.goes_with.is_empty())
    })
}

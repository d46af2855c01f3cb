//! What stands on a clause: the other clauses about the same thing, and what of the program it opens, closes or ends.

use kernel::{
    Inventory,
    manifest::{Action, By, Protection},
    words::Voice,
};

use crate::{
    Plan,
    plan::{Category, Keep, Rule, What},
};

/// Other clauses about the same thing, by id.
pub(super) fn beside(plan: &Plan, rule: &Rule, voice: &Voice) -> Vec<String> {
    let about: Vec<&str> = match rule {
        Rule::Category(category) => vec![&category.key],
        Rule::Read(read) => vec![&read.category],
        Rule::Never(never) => never.what.category().into_iter().collect(),
        Rule::Keep(keep) => keep.what.category().into_iter().collect(),
        Rule::Publish(publish) => vec![&publish.category],
        Rule::Share(share) => vec![&share.category],
        Rule::Consent(consent) => consent.categories.iter().map(String::as_str).collect(),
        Rule::Recipient(recipient) => recipient.categories.iter().map(String::as_str).collect(),
        Rule::Purpose(purpose) => return purpose_users(plan, &purpose.key, voice),
        _ => Vec::new(),
    };
    let mut lines = Vec::new();
    for key in about {
        let own = rule.clause();
        let others = |key: &str| -> Vec<String> {
            let mut ids: Vec<String> = Vec::new();
            ids.extend(plan.category(key).map(|category| category.clause.clone()));
            ids.extend(plan.reads().iter().filter(|read| read.category == key).map(|read| read.clause.clone()));
            ids.extend(plan.nevers().iter().filter(|never| never.what.covers(key)).map(|never| never.clause.clone()));
            ids.extend(plan.keeps().iter().filter(|keep| keep.what.covers(key)).map(|keep| keep.clause.clone()));
            ids.extend(
                plan.consents()
                    .filter(|consent| consent.categories.iter().any(|category| category == key))
                    .map(|consent| consent.clause.clone()),
            );
            ids.extend(
                plan.recipients()
                    .filter(|recipient| recipient.categories.iter().any(|category| category == key))
                    .map(|recipient| recipient.clause.clone()),
            );
            ids.retain(|id| id != own);
            ids
        };
        let ids = others(key);
        if !ids.is_empty() {
            lines.push(voice.say2("explain-beside", "category", key, "clauses", ids.join(", ")));
        }
    }
    lines
}

fn purpose_users(plan: &Plan, purpose: &str, voice: &Voice) -> Vec<String> {
    let users: Vec<String> = plan
        .categories()
        .iter()
        .filter(|category| category.purposes.iter().any(|key| key == purpose))
        .map(|category| category.clause.clone())
        .collect();
    if users.is_empty() { Vec::new() } else { vec![voice.say1("explain-used-by", "clauses", users.join(", "))] }
}

/// What of the program stands on the clause.
pub(super) fn inside(plan: &Plan, inventory: &Inventory, rule: &Rule, voice: &Voice) -> Vec<String> {
    match rule {
        Rule::Category(category) => columns(inventory, category, voice),
        Rule::Read(read) => plan
            .category(&read.category)
            .map(|category| actions(plan, inventory, category, &read.role, "explain-opens", voice))
            .unwrap_or_default(),
        Rule::Never(never) => plan
            .categories()
            .iter()
            .filter(|category| never.what.covers(&category.key))
            .flat_map(|category| actions(plan, inventory, category, &never.role, "explain-closes", voice))
            .collect(),
        Rule::Keep(keep) => classes(plan, inventory, keep, voice),
        _ => Vec::new(),
    }
}

/// Where the items of a category stand, and how they are protected there.
fn columns(inventory: &Inventory, category: &Category, voice: &Voice) -> Vec<String> {
    let mut lines = Vec::new();
    for item in &category.items {
        for place in inventory.places(&item.name) {
            let protection = voice.say(match place.protection {
                Protection::Sealed => "explain-sealed",
                Protection::KeyedHash => "explain-hashed",
                Protection::Plain(_) => "explain-plain",
            });
            let column = format!("{}.{}", place.table.name, place.column.name);
            lines.push(voice.say_with(
                "explain-column",
                [
                    ("item", item.name.as_str().into()),
                    ("column", column.as_str().into()),
                    ("protection", protection.as_str().into()),
                ],
            ));
        }
    }
    lines
}

/// The actions that show any of the category, as far as the product lets this role near them.
fn actions(
    plan: &Plan,
    inventory: &Inventory,
    category: &Category,
    role: &str,
    key: &'static str,
    voice: &Voice,
) -> Vec<String> {
    let Some(archetype) = plan.role(role).map(|role| role.archetype) else { return Vec::new() };
    let near = |action: &Action| {
        action.by.iter().any(|by| match by {
            By::Party(party) => *party == archetype.key() || *party == "self",
            By::Archetype(known) => *known == archetype,
            By::Member | By::Guest => true,
        })
    };
    let shows = |action: &Action| category.items.iter().any(|item| action.discloses.contains(&item.name.as_str()));
    let names: Vec<&str> =
        inventory.actions().filter(|action| near(action) && shows(action)).map(|action| action.name).collect();
    if names.is_empty() { Vec::new() } else { vec![voice.say1(key, "actions", names.join(", "))] }
}

/// The classes that end by this rule, and the slice that emits the event.
fn classes(plan: &Plan, inventory: &Inventory, keep: &Keep, voice: &Voice) -> Vec<String> {
    let covered = |class: &str| {
        inventory.items_of(class).any(|item| match &keep.what {
            What::Everything => plan.category_of(item).is_some(),
            What::Category(key) => plan.category_of(item).is_some_and(|category| category.key == *key),
        })
    };
    let mut lines = Vec::new();
    let names: Vec<&str> = inventory.classes().map(|class| class.name).filter(|class| covered(class)).collect();
    if !names.is_empty() {
        lines.push(voice.say1("explain-classes", "classes", names.join(", ")));
    }
    for slice in inventory.slices() {
        if slice.events.iter().any(|event| event.name == keep.after) {
            lines.push(voice.say2("explain-emitted", "event", &keep.after, "slice", slice.name));
        }
    }
    lines
}

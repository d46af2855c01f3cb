//! The policies of what opens by exception: those that let in, and those that hold whatever these say.

use kernel::{Inventory, manifest::Container};

use super::{Door, containers};
use crate::{
    compile::{PAUSED, PolicyText, any_part, holds, list, type_name},
    rules::{DoorRule, Rules},
};

/// Grounds on which restricted data may be handed over: consent, legal claims, the rights of others, and the public
/// interest that a law expresses (GDPR Art. 18(2)).
pub(crate) const WHILE_RESTRICTED: [&str; 4] = ["consent", "legal-claim", "rights", "law"];

/// The actions of exceptions, with their declarations in the schema.
pub(crate) fn schema(inventory: &Inventory) -> impl Iterator<Item = (String, String)> {
    containers(inventory).flat_map(|container| Door::ALL.map(|door| declare(door, container.name)))
}

fn declare(door: Door, container: &str) -> (String, String) {
    let (action, kind) = (door.action(container), type_name(container));
    let over = match door {
        Door::BreakGlass => format!("over: {kind}"),
        Door::Disclosure => "over: Member, ground: String, consented: Bool".to_owned(),
    };
    let text = format!(
        "action {action:?} appliesTo {{ principal: [Guest, Member, Job], resource: [{kind}], context: {{ item: String, asker: Member, agreed: Long, age: Long, ended: Bool, {over} }} }};\n"
    );
    (action, text)
}

/// Items that stay closed whatever is agreed to: to everyone, or to those in a role.
pub(crate) struct Spared {
    name: String,
    why: String,
    role: Option<String>,
    items: Vec<&'static str>,
}

impl Spared {
    /// The case that must not be, as a condition on a member.
    pub(crate) fn condition(&self) -> String {
        let items = format!("{}.contains(context.item)", list(&self.items));
        self.role.as_ref().map_or_else(|| items.clone(), |role| format!("{} && {items}", holds(&[role.as_str()])))
    }
}

/// What stays closed in a kind of container: what is under secrecy, what a `never` keeps from a role, and what the
/// clause itself excepts.
pub(crate) fn spared(rules: &Rules, door: Door, items: &[&'static str]) -> Vec<Spared> {
    let mut spared = Vec::new();
    for (place, category) in rules.categories.iter().enumerate() {
        let own: Vec<_> = items.iter().copied().filter(|item| rules.items.get(*item) == Some(&place)).collect();
        if own.is_empty() {
            continue;
        }
        let mut add = |name: String, why: String, role: Option<String>| {
            spared.push(Spared { name, why, role, items: own.clone() });
        };
        let key = &category.key;
        if let Some(clause) = &category.secrecy {
            add(format!("secrecy-{key}"), format!("Statement: {key} is under secrecy, {clause}."), None);
        }
        for (role, clause) in &category.nevers {
            let why = format!("Statement: a {role} never reads {key}, {clause}.");
            add(format!("never-{key}-{role}"), why, Some(role.clone()));
        }
        for rule in rules.doors.iter().filter(|rule| rule.door == door && rule.except.contains(key)) {
            let (name, why) = (format!("except-{key}"), format!("Statement: excepts {key}, {}.", rule.clause));
            add(name, why, (rule.roles.len() == 1).then(|| rule.roles[0].clone()));
        }
    }
    spared
}

/// The conditions under which a rule lets in.
pub(crate) fn conditions(rule: &DoorRule, container: &Container) -> Vec<String> {
    let roles: Vec<_> = rule.roles.iter().map(String::as_str).collect();
    let mut conditions = vec![
        holds(&roles),
        "context.asker == principal".to_owned(),
        format!("context.agreed >= {}", rule.agreed),
        "!context.ended".to_owned(),
        "context.age >= 0".to_owned(),
        format!("context.age < {}", rule.lasts),
    ];
    match rule.door {
        Door::BreakGlass => conditions.push("context.over == resource".to_owned()),
        Door::Disclosure => {
            let parts: Vec<_> = container.parties.iter().map(|party| party.name).collect();
            conditions.push(any_part(&parts).replace("principal", "context.over"));
            let grounds: Vec<_> = rule.grounds.iter().map(String::as_str).collect();
            conditions.push(format!("{}.contains(context.ground)", list(&grounds)));
            conditions.push("(context.ground != \"consent\" || context.consented)".to_owned());
        }
    }
    conditions
}

/// The policies of one door on one kind of container.
pub(super) fn of(rules: &Rules, door: Door, container: &Container, items: &[&'static str]) -> Vec<PolicyText> {
    let stated: Vec<_> = items.iter().copied().filter(|item| rules.items.contains_key(*item)).collect();
    let mut policies = Vec::new();
    let own = rules.doors.iter().filter(|rule| rule.door == door && !rule.roles.is_empty());
    for rule in own.filter(|_| !stated.is_empty()) {
        let mut all = conditions(rule, container);
        all.push(format!("{}.contains(context.item)", list(&stated)));
        let conditions = format!(" when {{\n  {}\n}}", all.join(" &&\n  "));
        let why = format!("Statement: {}.", rule.clause);
        policies.push(policy(door, container, &rule.clause, &why, ("permit", "principal is Member"), &conditions));
    }
    for spared in spared(rules, door, &stated) {
        let conditions = format!(" when {{\n  {}\n}}", spared.condition());
        policies.push(policy(
            door,
            container,
            &spared.name,
            &spared.why,
            ("forbid", "principal is Member"),
            &conditions,
        ));
    }
    policies.extend(shared(rules, door, container, &stated));
    policies.push(restriction(door, container));
    policies
}

/// What people confide to each other, and what only the person reads, opens by no exception, whatever the statement says.
fn shared(rules: &Rules, door: Door, container: &Container, items: &[&'static str]) -> Option<PolicyText> {
    let shared: Vec<_> = items.iter().copied().filter(|item| rules.shared.contains(item)).collect();
    let why = "House rule: what people confide to each other, and what only the person reads, opens by no exception.";
    let conditions = format!(" when {{\n  {}.contains(context.item)\n}}", list(&shared));
    (!shared.is_empty()).then(|| policy(door, container, "shared", why, ("forbid", "principal"), &conditions))
}

/// GDPR Art. 18(2): restricted data leaves on few grounds, and no problem is mended with it.
fn restriction(door: Door, container: &Container) -> PolicyText {
    let why = "House rule: what is restricted opens on the grounds of GDPR Art. 18(2) only.";
    let unless = match door {
        Door::BreakGlass => String::new(),
        Door::Disclosure => format!(" unless {{\n  {}.contains(context.ground)\n}}", list(&WHILE_RESTRICTED)),
    };
    let conditions = format!(" when {{\n  resource.{PAUSED}\n}}{unless}");
    policy(door, container, "restriction", why, ("forbid", "principal"), &conditions)
}

fn policy(
    door: Door,
    container: &Container,
    name: &str,
    why: &str,
    (effect, principal): (&str, &str),
    conditions: &str,
) -> PolicyText {
    let (action, kind) = (door.action(container.name), type_name(container.name));
    PolicyText {
        id: format!("{action}/{name}"),
        text: format!(
            "// {why}\n@id(\"{action}/{name}\")\n{effect} (\n  {principal},\n  action == Action::{action:?},\n  resource is {kind}\n){conditions};\n"
        ),
    }
}

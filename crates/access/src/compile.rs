//! Rules to Cedar: one schema, and for each action its own few policies.

use std::fmt::Write as _;

use kernel::{
    Archetype, Inventory,
    manifest::{Action, ActionKind, By, Container, Job},
};

use statement::plan::rule::GUEST;

use crate::{
    Resource,
    rules::{Nearness, Part, Reading, Rules, own_parts},
};

/// One policy: its id, such as `dialogue.read/coach`, and its Cedar text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PolicyText {
    pub(crate) id: String,
    pub(crate) text: String,
}

/// A container's entity type: `trajectory` is `Trajectory`.
pub(crate) fn type_name(container: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
    };
    container.split(['-', '_']).map(word).collect()
}

/// The attribute that tells whether a party restricts the use of a container.
pub(crate) const PAUSED: &str = "paused";
/// The attribute with those whose own a container is and who restrict its use.
pub(crate) const RESTRICTED: &str = "restricted";

/// A party's attribute.
pub(crate) fn attribute(party: &str) -> String {
    party.replace('-', "_")
}

/// The schema: who can act, what can be acted on, and what can be done. It depends on the inventory alone.
pub(crate) struct SchemaText {
    actors: &'static str,
    /// Kinds of container, with their declarations.
    containers: Vec<(&'static str, String)>,
    /// Actions, with their declarations.
    actions: Vec<(String, String)>,
}

impl SchemaText {
    pub(crate) fn of(inventory: &Inventory) -> Self {
        let actors = "entity Guest;\nentity Job;\nentity Member {\n  // Keys of the statement's roles.\n  roles: Set<String>,\n};\n";
        let containers = inventory.containers().map(|container| (container.name, entity(container))).collect();
        let mut actions: Vec<_> = inventory
            .actions()
            .map(|action| (action.name.to_owned(), applies_to(action.name, &type_name(action.container))))
            .collect();
        let all: Vec<_> = inventory.containers().map(|container| type_name(container.name)).collect();
        let all = all.join(", ");
        let jobs = inventory.jobs().map(|job| job_action(job.name));
        actions.extend(jobs.map(|name| (name.clone(), applies_to(&name, &all))));
        actions.extend(crate::exception::schema(inventory));
        Self { actors, containers, actions }
    }

    /// All of it.
    pub(crate) fn whole(&self) -> String {
        self.text(|_| true, |_| true)
    }

    /// What the policies of some actions are held against: those actions and the container that they are done to, or any where
    /// there is none. A validator looks at a policy once for each action and each kind of container, so the whole costs hundreds
    /// of times as much and finds nothing more: a policy of one action is never evaluated for another.
    pub(crate) fn part(&self, actions: &[&str], container: Option<&str>) -> String {
        self.text(|name| container.is_none_or(|own| own == name), |name| actions.contains(&name))
    }

    fn text(&self, container: impl Fn(&str) -> bool, action: impl Fn(&str) -> bool) -> String {
        let containers = self.containers.iter().filter(|(name, _)| container(name)).map(|(_, text)| text.as_str());
        let actions = self.actions.iter().filter(|(name, _)| action(name)).map(|(_, text)| text.as_str());
        std::iter::once(self.actors).chain(containers).chain(actions).collect()
    }
}

fn entity(container: &Container) -> String {
    let mut text = format!("entity {} {{\n  state: String,\n", type_name(container.name));
    for party in container.parties {
        let _ = writeln!(text, "  {}: Set<Member>,", attribute(party.name));
    }
    if !container.parties.is_empty() {
        let _ = writeln!(text, "  {PAUSED}: Bool,\n  {RESTRICTED}: Set<Member>,");
    }
    text.push_str("};\n");
    text
}

fn applies_to(action: &str, resources: &str) -> String {
    format!("action {action:?} appliesTo {{ principal: [Guest, Member, Job], resource: [{resources}] }};\n")
}

/// A job's action: jobs have names of their own, apart from those of actions.
pub(crate) fn job_action(job: &str) -> String {
    format!("job {job}")
}

/// The one policy of a job.
pub(crate) fn job_policy(job: &Job) -> PolicyText {
    let action = job_action(job.name);
    let text = format!(
        "// {}\n@id({action:?})\npermit (\n  principal == Job::{:?},\n  action == Action::{action:?},\n  resource\n);\n",
        job.about, job.name
    );
    PolicyText { id: action, text }
}

/// The policies of an action: who may by the product's own rules, less whom the statement does not let read.
pub(crate) fn action_policies(rules: &Rules, container: &Container, action: &Action) -> Vec<PolicyText> {
    let writer = Writer { rules, container, action };
    let mut policies: Vec<_> = action.by.iter().filter_map(|by| writer.circle(*by)).collect();
    policies.extend(writer.states());
    policies.extend(writer.restriction());
    let disclosed = rules.disclosed(action);
    for part in disclosed.categories.values() {
        policies.extend(writer.reading(part));
        policies.extend(writer.secrecy(part));
        policies.extend(part.category.nevers.iter().map(|(role, clause)| writer.never(part, role, clause)));
    }
    if !disclosed.uncovered.is_empty() && !rules.is_earlier {
        let items = disclosed.uncovered.join(", ");
        policies.push(writer.policy(
            "uncovered",
            &format!("The statement does not name {items}."),
            "forbid",
            "principal",
            "",
        ));
    }
    policies
}

struct Writer<'a> {
    rules: &'a Rules,
    container: &'a Container,
    action: &'a Action,
}

impl Writer<'_> {
    fn policy(&self, name: &str, why: &str, effect: &str, principal: &str, conditions: &str) -> PolicyText {
        let (action, resource) = (self.action.name, type_name(self.container.name));
        PolicyText {
            id: format!("{action}/{name}"),
            text: format!(
                "// {why}\n@id(\"{action}/{name}\")\n{effect} (\n  {principal},\n  action == Action::{action:?},\n  resource is {resource}\n){conditions};\n"
            ),
        }
    }

    /// A circle of the product's own rules; none when nobody in this statement can be in it.
    fn circle(&self, by: By) -> Option<PolicyText> {
        Some(match by {
            By::Guest => self.policy(
                "everyone",
                "House rule: everyone, signed in or not.",
                "permit",
                "principal",
                " unless { principal is Job }",
            ),
            By::Member => {
                self.policy("member", "House rule: whoever has signed in.", "permit", "principal is Member", "")
            }
            By::Archetype(archetype) => {
                let roles: Vec<_> = self.rules.roles_on(archetype).collect();
                if roles.is_empty() {
                    return None;
                }
                let name = archetype.key();
                let conditions = format!(" when {{\n  {}\n}}", holds(&roles));
                self.policy(name, &format!("House rule: every {name}."), "permit", "principal is Member", &conditions)
            }
            By::Party(part) => {
                let plays = plays(part);
                let conditions = match Archetype::from_key(part) {
                    Some(archetype) => {
                        let roles: Vec<_> = self.rules.roles_on(archetype).collect();
                        if roles.is_empty() {
                            return None;
                        }
                        format!(" when {{\n  {plays} && {}\n}}", holds(&roles))
                    }
                    None => format!(" when {{\n  {plays}\n}}"),
                };
                let why = format!("House rule: the {part} of this {}.", self.container.name);
                self.policy(&format!("party-{part}"), &why, "permit", "principal is Member", &conditions)
            }
        })
    }

    fn states(&self) -> Option<PolicyText> {
        if self.action.states.is_empty() {
            return None;
        }
        let conditions = format!(" unless {{\n  {}.contains(resource.state)\n}}", list(self.action.states));
        let why = format!("House rule: only while the {} is {}.", self.container.name, self.action.states.join(" or "));
        Some(self.policy("states", &why, "forbid", "principal", &conditions))
    }

    /// GDPR Art. 18: while the use of data is restricted, it is stored, and the person whose own it is sees it.
    ///
    /// An officer reaches it by actions that are an officer's, to answer for it. What serves the person's own right
    /// goes on, for that person.
    fn restriction(&self) -> Option<PolicyText> {
        if self.container.parties.is_empty() {
            return None;
        }
        if matches!(self.action.kind, ActionKind::Write | ActionKind::Manage) {
            let why = "House rule: nobody writes while a party restricts the use of the own data (GDPR Art. 18).";
            let conditions = format!(" when {{\n  resource.{PAUSED}\n}}");
            return Some(self.policy("restriction", why, "forbid", "principal", &conditions));
        }
        let mut ways = vec![format!("resource.{RESTRICTED}.contains(principal)")];
        let officers: Vec<_> = self.rules.roles_on(Archetype::Officer).collect();
        if self.action.by.contains(&By::Archetype(Archetype::Officer)) && !officers.is_empty() {
            ways.push(holds(&officers));
        }
        let ways = if let [only] = ways.as_slice() { only.clone() } else { format!("({})", ways.join(" || ")) };
        let why = "House rule: what is restricted is for the one whose own it is (GDPR Art. 18).";
        let conditions = format!(" unless {{\n  resource.{RESTRICTED}.isEmpty() || principal is Member && {ways}\n}}");
        Some(self.policy("restriction", why, "forbid", "principal", &conditions))
    }

    /// Whoever does not read a category may not do what shows it.
    /// Nothing is forbidden where guests read it too.
    fn reading(&self, part: &Part<'_>) -> Option<PolicyText> {
        if part.category.public.is_some() {
            return None;
        }
        let name = format!("read-{}", part.category.key);
        let what = format!("Statement: shows {} ({})", part.category.key, part.items.join(", "));
        let mut ways: Vec<String> = Vec::new();
        if self.parts().any(|part| part == Resource::SELF) {
            // GDPR article 15: what is the person's own is open to the person, whatever the statement says.
            ways.push(plays(Resource::SELF));
        }
        ways.extend(part.category.readings.iter().filter_map(|reading| self.way(reading)));
        ways.dedup();
        let clauses: Vec<_> = part.category.readings.iter().map(|reading| reading.clause.as_str()).collect();
        let why =
            format!("{what}: {}.", if clauses.is_empty() { "no role reads it".into() } else { clauses.join(", ") });
        if ways.is_empty() {
            return Some(self.policy(&name, &why, "forbid", "principal", ""));
        }
        let conditions = format!(" unless {{\n  principal is Member && (\n    {}\n  )\n}}", ways.join(" ||\n    "));
        Some(self.policy(&name, &why, "forbid", "principal", &conditions))
    }

    fn way(&self, reading: &Reading) -> Option<String> {
        let role = holds(&[reading.role.as_str()]);
        let parts: Vec<&str> = match reading.nearness {
            Nearness::Any => return Some(role),
            Nearness::Reason => return (self.action.kind == ActionKind::ReadForReason).then_some(role),
            Nearness::Unmet => return None,
            // A list of the organisation has no parties: its rows are the asker's own by the query that makes it, and
            // what is confidential never stands in a list (see `secrecy`).
            Nearness::Own | Nearness::Party if self.container.name == Resource::ORGANISATION => return Some(role),
            Nearness::Own => own_parts(self.container, self.rules.archetype_of(&reading.role)).collect(),
            Nearness::Party => self.parts().collect(),
        };
        match parts.as_slice() {
            [] => None,
            parts => Some(format!("{role} && {}", any_part(parts))),
        }
    }

    /// What is confidential is for the parties of its container only, and never for a list.
    fn secrecy(&self, part: &Part<'_>) -> Option<PolicyText> {
        let clause = part.category.secrecy.as_ref().filter(|_| part.confidential)?;
        let name = format!("secrecy-{}", part.category.key);
        let why = format!("Statement: {} is under secrecy, {clause}.", part.category.key);
        Some(self.policy(&name, &why, "forbid", "principal", &self.unless_party()))
    }

    /// A role that never reads a category gives nobody a view of it. Who plays another part than the role's own in this
    /// very container reads it as that: a manager who is the coach, say.
    fn never(&self, part: &Part<'_>, role: &str, clause: &str) -> PolicyText {
        let why = format!("Statement: a {role} never reads {}, {clause}.", part.category.key);
        let name = format!("never-{}-{role}", part.category.key);
        if role == GUEST {
            return self.policy(&name, &why, "forbid", "principal is Guest", "");
        }
        let archetype = self.rules.archetype_of(role).map(Archetype::key);
        let exempt: Vec<_> = self.parts().filter(|part| Some(*part) != archetype).collect();
        let unless = if exempt.is_empty() { String::new() } else { format!(" unless {{\n  {}\n}}", any_part(&exempt)) };
        let conditions = format!(" when {{\n  {}\n}}{unless}", holds(&[role]));
        self.policy(&name, &why, "forbid", "principal is Member", &conditions)
    }

    fn unless_party(&self) -> String {
        let parts: Vec<_> = self.parts().collect();
        match parts.as_slice() {
            [] => String::new(),
            parts => format!(" unless {{\n  principal is Member && {}\n}}", any_part(parts)),
        }
    }

    fn parts(&self) -> impl Iterator<Item = &'static str> {
        self.container.parties.iter().map(|party| party.name)
    }
}

fn plays(part: &str) -> String {
    format!("resource.{}.contains(principal)", attribute(part))
}

pub(crate) fn any_part(parts: &[&str]) -> String {
    match parts {
        [only] => plays(only),
        parts => format!("({})", parts.iter().map(|part| plays(part)).collect::<Vec<_>>().join(" || ")),
    }
}

pub(crate) fn holds(roles: &[&str]) -> String {
    match roles {
        [only] => format!("principal.roles.contains({only:?})"),
        roles => format!("principal.roles.containsAny({})", list(roles)),
    }
}

pub(crate) fn list(words: &[&str]) -> String {
    format!("[{}]", words.iter().map(|word| format!("{word:?}")).collect::<Vec<_>>().join(", "))
}

//! What an amended statement would do to what is held: before anybody lets it take effect.
//!
//! Two plans are held against each other class by class. Where both have the same rules on a class, nothing of it is
//! looked at; of the others only what an event has given a date, by the ranges of exactly those events. So the cost
//! follows what the edit touches (I14).

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use kernel::{
    Inventory, PersonId, Scope, Timestamp, Uuid,
    manifest::{Class, Container},
    words::Voice,
};
use serde::Serialize;
use statement::{
    ChangeClass, Plan, Rule as Clause, What,
    dates::{Rule, Rules, categories_of},
};
use store::{Reader, StoreError, derived};

use crate::{
    Keeper, KeeperError,
    look::{self, Looked},
    report::category_name,
};

/// How many holders are asked for at a time.
const PAGE: u32 = 500;

/// What an edit does to one class of what is held.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// The class.
    pub class: &'static str,
    /// The statement's categories in it, by key, as the new version names them.
    pub categories: Vec<String>,
    /// In how many containers its date has passed under the new version and not under the old one: it goes at once.
    pub goes_now: usize,
    /// How many rows that is.
    pub rows: i64,
    /// In how many its date comes earlier, or comes at all.
    pub earlier: usize,
    /// In how many it comes later, or is taken away.
    pub later: usize,
}

/// What an edit does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Effect {
    /// Class by class; what is not touched is left out.
    pub moved: Vec<Moved>,
    /// How many people have to be asked again, because what is held about them may be used more widely than before.
    pub asks: usize,
    /// The clauses for which they are asked.
    pub wider: Vec<String>,
}

impl Effect {
    /// Whether the edit does nothing to what is held.
    pub fn is_nothing(&self) -> bool {
        self.moved.is_empty() && self.asks == 0
    }

    /// In words: "This edit deletes 212 notes tonight, moves ...".
    pub fn text(&self, voice: &Voice, plan: &Plan) -> String {
        if self.is_nothing() {
            return voice.say("keeper-effect-nothing");
        }
        let mut lines = vec![voice.say("keeper-effect")];
        let named = |moved: &Moved| {
            let names: Vec<_> = moved.categories.iter().map(|key| category_name(plan, key, voice)).collect();
            voice.list(&names)
        };
        for moved in &self.moved {
            let mut say = |word: &str, count: usize| {
                if count > 0 {
                    let values = [("what", named(moved).into()), ("count", count.into()), ("rows", moved.rows.into())];
                    lines.push(format!("  {}", voice.say_with(word, values)));
                }
            };
            say("keeper-effect-now", moved.goes_now);
            say("keeper-effect-earlier", moved.earlier);
            say("keeper-effect-later", moved.later);
        }
        if self.asks > 0 {
            let values = [("count", self.asks.into()), ("clauses", self.wider.join(", ").into())];
            lines.push(format!("  {}", voice.say_with("keeper-effect-asks", values)));
        }
        lines.join("\n")
    }
}

impl Keeper {
    /// What `new` would do, in place of this keeper's own plan, to what is held now. Nothing is written.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn effect(&self, scope: &Scope, new: &Arc<Plan>) -> Result<Effect, KeeperError> {
        let keeper = self.clone();
        let new = Arc::clone(new);
        Ok(self.store.read(scope, move |reader| effect(reader, &keeper.inventory, &keeper.plan, &new)).await?)
    }
}

fn effect(reader: &mut Reader<'_>, inventory: &Inventory, old: &Plan, new: &Plan) -> Result<Effect, StoreError> {
    let plans = Plans { old, new, before: Rules::new(old, inventory), after: Rules::new(new, inventory) };
    let mut effect = Effect::default();
    for container in inventory.containers() {
        // With the row that stands for a container goes all of it: its classes are looked at together.
        let classes: Vec<_> = inventory.classes().filter(|class| class.container == container.name).collect();
        if classes.iter().all(|class| plans.has_same_rules(class)) {
            continue;
        }
        let holders = plans.dated(reader, &classes)?;
        for class in classes {
            let mut moved = Moved { class: class.name, ..Moved::default() };
            for holder in &holders {
                plans.compare(reader, inventory, class, container, *holder, &mut moved)?;
            }
            if moved.goes_now + moved.earlier + moved.later > 0 {
                moved.categories = categories_of(new, inventory, class);
                effect.moved.push(moved);
            }
        }
    }
    (effect.wider, effect.asks) = asked(reader, inventory, old, new)?;
    Ok(effect)
}

struct Plans<'a> {
    old: &'a Plan,
    new: &'a Plan,
    before: Rules,
    after: Rules,
}

/// What of a rule sets a date; a clause of another name with the same words changes nothing.
fn sets(rule: &Rule) -> (bool, String, String, Option<String>, statement::Period) {
    let keep = &rule.keep;
    (keep.floor, format!("{:?}", rule.via), keep.after.clone(), keep.of.clone(), keep.period)
}

impl Plans<'_> {
    fn has_same_rules(&self, class: &Class) -> bool {
        let all = |rules: &Rules| {
            let both = rules.ceilings_of(class.name).chain(rules.floors_of(class.name));
            both.map(|rule| format!("{:?}", sets(rule))).collect::<BTreeSet<_>>()
        };
        self.old.zone() == self.new.zone() && all(&self.before) == all(&self.after)
    }

    /// The containers to which an event has given a date by a rule that only one of the two plans has.
    fn dated(&self, reader: &mut Reader<'_>, classes: &[&'static Class]) -> Result<BTreeSet<Uuid>, StoreError> {
        let mut holders = BTreeSet::new();
        for class in classes.iter().filter(|class| !self.has_same_rules(class)) {
            let both = [&self.before, &self.after];
            let rules = both.iter().flat_map(|rules| rules.ceilings_of(class.name).chain(rules.floors_of(class.name)));
            let mut ways: BTreeMap<String, &Rule> = BTreeMap::new();
            for rule in rules {
                let way = format!("{} {:?}", rule.keep.after, rule.via);
                ways.entry(way).or_insert(rule);
            }
            for rule in ways.into_values() {
                let mut last = None;
                loop {
                    let after = &rule.keep.after;
                    let page = derived::due_after(reader, after, Timestamp::MAX, rule.class, rule.via, last, PAGE)?;
                    last = page.last().copied();
                    holders.extend(page.iter().map(|due| due.holder));
                    if page.len() < PAGE as usize {
                        break;
                    }
                }
            }
        }
        Ok(holders)
    }

    fn compare(
        &self,
        reader: &mut Reader<'_>,
        inventory: &Inventory,
        class: &'static Class,
        container: &'static Container,
        holder: Uuid,
        moved: &mut Moved,
    ) -> Result<(), StoreError> {
        if !derived::holds(reader, class, holder)? {
            return Ok(());
        }
        let now = reader.now();
        let end = |reader: &mut Reader<'_>, rules: &Rules, plan: &Plan| {
            let looked = Looked::at(reader, inventory, rules, container, holder)?;
            let end = rules.term(class, &looked.known(), plan.zone()).end();
            Ok::<_, StoreError>(end.map_or(Timestamp::MAX, |(end, _)| end))
        };
        let (before, after) = (end(reader, &self.before, self.old)?, end(reader, &self.after, self.new)?);
        if after <= now && before > now {
            moved.goes_now += 1;
            moved.rows += derived::rows(reader, class, holder)?;
        } else if after < before {
            moved.earlier += 1;
        } else if after > before {
            moved.later += 1;
        }
        Ok(())
    }
}

/// Clauses that use what is held more widely, and the people of whom something is held that they are about.
fn asked(
    reader: &mut Reader<'_>,
    inventory: &Inventory,
    old: &Plan,
    new: &Plan,
) -> Result<(Vec<String>, usize), StoreError> {
    let mut wider = Vec::new();
    let mut people: BTreeSet<PersonId> = BTreeSet::new();
    for change in statement::difference(old, new).into_iter().filter(|change| change.class == ChangeClass::Wider) {
        let Some(clause) = new.clause(&change.clause).or_else(|| old.clause(&change.clause)) else { continue };
        let (categories, of) = about(&clause.rule, old);
        if categories.is_empty() {
            continue;
        }
        wider.push(change.clause);
        for class in inventory.classes() {
            if categories_of(old, inventory, class).iter().any(|category| categories.contains(category)) {
                let concerned = derived::people_of(reader, class)?;
                people.extend(in_role(reader, inventory, concerned, of.as_ref())?);
            }
        }
    }
    Ok((wider, people.len()))
}

fn in_role(
    reader: &mut Reader<'_>,
    inventory: &Inventory,
    people: Vec<PersonId>,
    role: Option<&String>,
) -> Result<Vec<PersonId>, StoreError> {
    let Some(role) = role else { return Ok(people) };
    let mut found = Vec::new();
    for person in people {
        if look::roles(reader, inventory, person)?.contains(role) {
            found.push(person);
        }
    }
    Ok(found)
}

/// The categories, held already, whose use a clause widens, and of people in which role. Clauses about no category in
/// particular (a cookie, a backup) ask nobody.
fn about(rule: &Clause, old: &Plan) -> (Vec<String>, Option<String>) {
    let what = |what: &What| match what.category() {
        Some(key) => vec![key.to_owned()],
        None => old.categories().iter().map(|category| category.key.clone()).collect(),
    };
    let (keys, of) = match rule {
        Clause::Category(category) => (vec![category.key.clone()], None),
        Clause::Read(read) => (vec![read.category.clone()], None),
        Clause::Never(never) => (what(&never.what), None),
        Clause::Keep(keep) => (what(&keep.what), keep.of.clone()),
        Clause::Consent(consent) => (consent.categories.clone(), consent.of.clone()),
        Clause::Recipient(recipient) => (recipient.categories.clone(), None),
        _ => (Vec::new(), None),
    };
    (keys.into_iter().filter(|key| old.category(key).is_some()).collect(), of)
}

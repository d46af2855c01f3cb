//! What goes when a person wishes everything gone, and what stays for others, by law or under a legal hold.

use kernel::{Inventory, PersonId, Timestamp, Uuid, id::Id as _, jiff::civil::Date, manifest::Class};
use statement::{
    Category, Plan,
    dates::{Rules, categories_of, holds_container_row, last_day},
    plan::Basis,
};
use store::{
    Reader, StoreError,
    derived::{self, Held},
};

use crate::{
    Extent,
    act::Target,
    look::{self, Looked},
    receipt::{Stays, Why},
};

/// What an erasure takes and what it leaves.
pub(crate) struct Planned {
    pub(crate) targets: Vec<Target>,
    pub(crate) stays: Vec<Stays>,
    /// The first instant at which no legal hold keeps anything of it any longer: then the wish is due again.
    pub(crate) held_until: Option<Timestamp>,
}

impl Planned {
    pub(crate) fn takes(&self, class: &str, holder: Uuid) -> bool {
        self.targets.iter().any(|target| {
            matches!(target, Target::Rows { class: taken, holder: from, .. } if taken.name == class && *from == holder)
        })
    }

    fn stays(&mut self, stays: Stays) {
        let same = self.stays.iter_mut().find(|other| Stays { holders: 1, ..(*other).clone() } == stays);
        match same {
            Some(other) => other.holders += 1,
            None => self.stays.push(stays),
        }
    }
}

struct Planner<'a> {
    plan: &'a Plan,
    inventory: &'a Inventory,
    rules: Rules,
    now: Timestamp,
    person: PersonId,
    extent: Extent,
    planned: Planned,
    /// Classes in which the person has a key of the own.
    own_keys: Vec<&'static Class>,
    /// Containers of which the law or a hold keeps something, with the reason.
    kept: Vec<(Uuid, Stays)>,
}

/// Plans an erasure without carrying anything out.
pub(crate) fn planned(
    reader: &mut Reader<'_>,
    plan: &Plan,
    inventory: &Inventory,
    person: PersonId,
    extent: Extent,
) -> Result<Planned, StoreError> {
    let mut planner = Planner {
        plan,
        inventory,
        rules: look::rules(reader, plan, inventory),
        now: reader.now(),
        person,
        extent,
        planned: Planned { targets: Vec::new(), stays: Vec::new(), held_until: None },
        own_keys: Vec::new(),
        kept: Vec::new(),
    };
    let mut seen: Vec<(&'static str, Uuid)> = Vec::new();
    for held in derived::held_of(reader, person)? {
        if !seen.contains(&(held.class.name, held.holder)) {
            seen.push((held.class.name, held.holder));
            planner.add(reader, &held)?;
        }
    }
    Ok(planner.end())
}

impl Planner<'_> {
    fn add(&mut self, reader: &mut Reader<'_>, held: &Held) -> Result<(), StoreError> {
        let looked = Looked::at(reader, self.inventory, &self.rules, held.container, held.holder)?;
        let person = self.person;
        let is_own_part = |part: &&'static str| looked.parties.contains(&(*part, person));
        if !held.class.goes_with.iter().any(is_own_part) {
            let goes = self.rules.goes(held.class, &looked.known(), self.plan.zone());
            let why = if self.is_evidence(held.class) { Why::Law } else { Why::Others };
            let stays = self.stay(held.class, why, goes.clause().map(str::to_owned), goes.day());
            self.planned.stays(stays);
            return Ok(());
        }
        let Some(stays) = self.kept(held.class, &looked) else {
            self.planned.targets.push(Target::Rows { class: held.class, holder: held.holder, clause: None });
            if held.class.sealed_also_for.is_some_and(|part| is_own_part(&part)) {
                self.own_keys.push(held.class);
            }
            return Ok(());
        };
        self.kept.push((held.holder, stays.clone()));
        self.planned.stays(stays);
        Ok(())
    }

    /// Whether a class goes with nobody, and the law asks the organisation to hold it: what shows that a request was
    /// answered (GDPR Art. 5(2)).
    fn is_evidence(&self, class: &Class) -> bool {
        let categories = categories_of(self.plan, self.inventory, class);
        let mut bases = categories.iter().filter_map(|key| self.plan.category(key)).map(Category::basis);
        class.goes_with.is_empty() && bases.all(|basis| basis == Basis::LegalObligation)
    }

    /// Why a class of the person's own cannot go now: the law or a legal hold, whichever keeps it longer; another's
    /// restriction; or the person's own wish.
    fn kept(&mut self, class: &Class, looked: &Looked) -> Option<Stays> {
        let (zone, known) = (self.plan.zone(), looked.known());
        if self.extent.spares(self.inventory, class) {
            let goes = self.rules.goes(class, &known, zone);
            return Some(self.stay(class, Why::Wished, goes.clause().map(str::to_owned), goes.day()));
        }
        let law = self.rules.law(class, &known, zone);
        let law = law.filter(|(until, _)| until.is_none_or(|until| until > self.now));
        let hold = known.held_until().filter(|until| *until > self.now);
        self.planned.held_until = self.planned.held_until.max(hold);
        match (law, hold) {
            (Some((until, rule)), hold) if until.is_none_or(|until| hold.is_none_or(|hold| hold <= until)) => {
                let until = until.map(|until| last_day(until, zone));
                Some(self.stay(class, Why::Law, Some(rule.keep.clause.clone()), until))
            }
            (_, Some(hold)) => Some(self.stay(class, Why::Hold, None, Some(last_day(hold, zone)))),
            (_, None) if known.is_restricted_by_another(class, self.person) => {
                let goes = self.rules.goes(class, &known, zone);
                Some(self.stay(class, Why::Restricted, goes.clause().map(str::to_owned), None))
            }
            (_, None) => None,
        }
    }

    fn stay(&self, class: &Class, why: Why, clause: Option<String>, until: Option<Date>) -> Stays {
        let categories = categories_of(self.plan, self.inventory, class);
        Stays { class: class.name.to_owned(), categories, why, clause, until, holders: 1 }
    }

    /// The row that stands for a container waits for what is kept of it; so does a person's own key to a class. Jobs
    /// that speak of the person go in any case.
    fn end(mut self) -> Planned {
        for (holder, reason) in std::mem::take(&mut self.kept) {
            let row = self.planned.targets.iter().position(|target| {
                matches!(target, Target::Rows { class, holder: own, .. }
                    if *own == holder && holds_container_row(self.inventory, class))
            });
            if let Some(Target::Rows { class, .. }) = row.map(|at| self.planned.targets.remove(at)) {
                let stays = self.stay(class, reason.why, reason.clause, reason.until);
                self.planned.stays(stays);
            }
        }
        let mut planned = self.planned;
        let is_kept = |class: &Class| {
            planned.stays.iter().any(|stays| stays.class == class.name && !matches!(stays.why, Why::Others))
        };
        self.own_keys.retain(|class| !is_kept(class));
        self.own_keys.sort_unstable_by_key(|class| class.name);
        self.own_keys.dedup_by_key(|class| class.name);
        let person = self.person.uuid();
        planned.targets.push(Target::Jobs { person });
        planned.targets.extend(self.own_keys.into_iter().map(|class| Target::Key { class, person }));
        planned
    }
}

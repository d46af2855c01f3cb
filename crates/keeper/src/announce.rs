//! Telling people beforehand that something goes, where the statement says so (`announce`).

use std::collections::BTreeSet;

use access::Resource;
use jiff::Span;
use kernel::{PersonId, Scope, Timestamp, Uuid, id::Id as _};
use statement::{Period, dates::Rule, plan::Announce};
use store::{Reader, StoreError, Work, derived, params};

use crate::{
    Keeper, KeeperError,
    look::{self, Looked},
    queries::{TOLD, TOLD_FORGET, TOLD_NEW},
};

/// How many holders are asked for at a time.
const PAGE: u32 = 500;

impl Keeper {
    /// Tells everyone concerned of what goes soon, each person once for each day on which something goes: `tell` queues
    /// the message in the same commit that notes it. Returns how many were told.
    ///
    /// Only what falls due within the statement's own time of announcing is looked at.
    ///
    /// # Errors
    /// When the store cannot be read or written; then nobody was told, and it is tried again at the next look.
    pub async fn announce<F>(&self, scope: &Scope, tell: F) -> Result<usize, KeeperError>
    where
        F: Fn(&mut Work<'_>, PersonId) -> Result<(), StoreError> + Send + 'static,
    {
        let scope = scope.as_job(crate::KEEP.name);
        let keeper = self.clone();
        self.store
            .write(&scope, move |work| {
                let now = work.now();
                work.run(&TOLD_FORGET, params![now])?;
                let mut told = 0;
                for (person, due) in keeper.concerned(work, now)? {
                    if work.one(&TOLD, params![person, due])?.is_none() {
                        let id: Uuid = work.mint::<PersonId>().uuid();
                        work.run(&TOLD_NEW, params![id, person, due])?;
                        tell(work, person)?;
                        told += 1;
                    }
                }
                Ok(told)
            })
            .await
    }

    /// Who loses something within the time of announcing, and when.
    fn concerned(
        &self,
        reader: &mut Reader<'_>,
        now: Timestamp,
    ) -> Result<BTreeSet<(PersonId, Timestamp)>, StoreError> {
        let rules = look::rules(reader, &self.plan, &self.inventory);
        let mut concerned = BTreeSet::new();
        for rule in rules.ceilings() {
            let Some(soon) = self.announced(rule, now) else { continue };
            let zone = self.plan.zone();
            let cutoff = rule.keep.cutoff(soon, zone);
            let mut last = None;
            loop {
                let page = derived::due_after(reader, &rule.keep.after, cutoff, rule.class, rule.via, last, PAGE)?;
                last = page.last().copied();
                for candidate in &page {
                    let looked = Looked::at(reader, &self.inventory, &rules, rule.container, candidate.holder)?;
                    let end = rules.term(rule.class, &looked.known(), zone).end();
                    let Some((due, _)) = end.filter(|(end, _)| *end > now && *end <= soon) else { continue };
                    let parts = &rule.class.goes_with;
                    let people = looked.parties.iter().filter(|(part, _)| {
                        *part == Resource::SELF || (parts.contains(part) && rule.part.is_none_or(|own| own == *part))
                    });
                    concerned.extend(people.map(|(_, person)| (*person, due)));
                }
                if page.len() < PAGE as usize {
                    break;
                }
            }
        }
        Ok(concerned)
    }

    /// Until when an end of this rule is near enough to be announced now: by the rule's own word, or by the clauses that
    /// announce a category of which the rule takes something.
    fn announced(&self, rule: &Rule, now: Timestamp) -> Option<Timestamp> {
        let takes = |key: &str| {
            let category = self.plan.category(key);
            category.is_some_and(|category| {
                self.inventory.items_of(rule.class.name).any(|item| category.items.iter().any(|own| own.name == item))
            })
        };
        let covers = |announce: &&Announce| announce.what.category().is_none_or(takes);
        let of_clauses = self.plan.all::<Announce>().filter(covers).map(|announce| announce.before);
        let periods: Vec<Period> = rule.keep.announce.map_or_else(|| of_clauses.collect(), |own| vec![own]);
        let today = now.to_zoned(self.plan.zone().clone());
        let near = |period: Period| today.checked_add(span(period)).map_or(now, |soon| soon.timestamp());
        periods.into_iter().map(near).max()
    }
}

pub(crate) fn span(period: Period) -> Span {
    Span::new()
        .years(i64::from(period.years))
        .months(i64::from(period.months))
        .weeks(i64::from(period.weeks))
        .days(i64::from(period.days))
        .hours(i64::from(period.hours))
}

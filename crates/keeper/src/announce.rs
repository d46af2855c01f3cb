//! Telling people beforehand that something goes, where the statement says so (`announce`).

use std::collections::BTreeSet;

use access::Resource;
use jiff::Span;
use kernel::{PersonId, Scope, Timestamp, Uuid, id::Id as _};
use statement::{Period, Plan, dates::Rule, plan::Announce};
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
            let Some(period) = announced(&self.plan, rule) else { continue };
            let zone = self.plan.zone();
            let soon = now.to_zoned(zone.clone()).checked_add(span(period)).map_or(now, |soon| soon.timestamp());
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
}

/// How long before its end a rule is announced: by its own word, or by a clause of its own for the category.
fn announced(plan: &Plan, rule: &Rule) -> Option<Period> {
    let of_clause = || {
        let covers = |announce: &&Announce| announce.what == rule.keep.what || announce.what.category().is_none();
        plan.all::<Announce>().find(covers).map(|announce| announce.before)
    };
    rule.keep.announce.or_else(of_clause)
}

pub(crate) fn span(period: Period) -> Span {
    Span::new()
        .years(i64::from(period.years))
        .months(i64::from(period.months))
        .weeks(i64::from(period.weeks))
        .days(i64::from(period.days))
        .hours(i64::from(period.hours))
}

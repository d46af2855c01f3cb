//! What is due goes.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use kernel::{
    Inventory, Scope, Timestamp, Uuid,
    jiff::{SignedDuration, tz::TimeZone},
};
use statement::{
    Plan,
    dates::{Rule, Rules, categories_of, holds_container_row},
};
use store::{Reader, StoreError, Work, derived, params};

use crate::{
    Keeper, KeeperError, Kind, Receipt,
    act::{self, ActId, OpenAct, Target},
    look::Looked,
    queries::{LOOK, LOOK_SET, RECEIPT_LOOKUPS, RECEIPTS_FRESH, TARGETS_OPEN},
    report::{Leap, Line, Report},
};

/// How many containers and classes one act takes.
const BATCH: usize = 500;

/// How many due holders are asked for at a time.
const PAGE: u32 = 500;

/// More than this since the last look, and on another day than the next, is a leap of the clock.
const LEAP: SignedDuration = A_DAY;

const A_DAY: SignedDuration = SignedDuration::from_hours(24);

/// How to keep.
#[derive(Clone, Copy, Debug, Default)]
pub struct Keeping {
    /// Only tell what would go.
    pub dry_run: bool,
    /// Somebody looked at the clock: it is right although it leapt.
    pub clock_is_right: bool,
    /// Where a test stops, as a power cut would.
    pub stop: Option<crate::Point>,
}

/// Something whose date has passed.
#[derive(Clone, Debug)]
struct Gone {
    class: &'static kernel::manifest::Class,
    holder: Uuid,
    clause: String,
    due: Timestamp,
}

impl Keeper {
    /// One look: finishes what is open, then removes what is due, batch by batch.
    ///
    /// Only the rules' index ranges are read, so that it costs what is due and not what is held (I14).
    ///
    /// # Errors
    /// When the store cannot be read. Acts that fail stay open, stand in the report, and are tried at the next look.
    pub async fn keep(&self, scope: &Scope, keeping: Keeping) -> Result<Report, KeeperError> {
        let scope = scope.as_job(crate::KEEP.name);
        if keeping.dry_run {
            return self.preview(&scope, &self.plan).await;
        }
        let mut report = Report { at: scope.now, ..Report::default() };
        self.resume(&scope, &keeping, &mut report).await?;
        if let Some(leap) = self.leap(&scope).await?.filter(|_| !keeping.clock_is_right) {
            tracing::warn!(keeper.last = %leap.last, keeper.now = %leap.now, "the clock leapt; retention waits");
            // What went at a person's wish does not wait for anybody to look at the clock.
            self.change_lookups(&scope).await?;
            report.paused = Some(leap);
            report.open = self.open_acts(&scope).await?;
            return Ok(report);
        }
        // Not before the clock is known to be right: a leap must not end a hold.
        if self.take_up_wishes(&scope).await? > 0 {
            self.resume(&scope, &keeping, &mut report).await?;
        }
        let beside = self.store.choices().rules();
        let rules = Arc::new(Rules::new(&self.plan, &self.inventory).beside(beside));
        loop {
            let Some(id) = self.plan_batch(&scope, &rules).await? else { break };
            match self.doer(&scope, keeping.stop).carry_out(id).await {
                Ok(None) => {}
                Ok(Some(receipt)) => {
                    report.count_receipt(&self.plan, &self.inventory, &receipt);
                    report.receipts.push(receipt);
                }
                Err(KeeperError::Step { .. }) => break,
                Err(other) => return Err(other),
            }
        }
        self.change_lookups(&scope).await?;
        self.remove_strays(&scope).await?;
        self.store
            .write::<_, StoreError, _>(&scope, |work| {
                work.run(&LOOK_SET, params![work.now()])?;
                // The day's end: what was done since is fixed for whoever keeps a copy.
                work.sign_head()
            })
            .await?;
        report.open = self.open_acts(&scope).await?;
        Ok(report)
    }

    /// Files of uploads that came to nothing, a day later: no row names them, so that no rule reaches them.
    async fn remove_strays(&self, scope: &Scope) -> Result<(), KeeperError> {
        let Ok(before) = scope.now.checked_sub(A_DAY) else { return Ok(()) };
        let strays = self.store.orphans(scope, before).await?;
        Ok(self.store.files().remove(&strays).await?)
    }

    /// When something went since look-up keys were last changed, addresses are hashed under a new key: an erased one in
    /// a copy made before cannot be confirmed any longer. What goes while this runs waits for the next look.
    async fn change_lookups(&self, scope: &Scope) -> Result<(), KeeperError> {
        let fresh = self.store.read(scope, |reader| {
            let rows = reader.all(&RECEIPTS_FRESH, params![])?;
            rows.iter().map(|row| row.id(0)).collect::<Result<Vec<ActId>, StoreError>>()
        });
        let fresh = fresh.await?;
        if fresh.is_empty() {
            return Ok(());
        }
        let hashed = self.store.rotate_lookups(scope).await?;
        tracing::info!(hashed, receipts = fresh.len(), "something went: addresses are hashed under a new key");
        let aged = self.store.write::<_, StoreError, _>(scope, move |work| {
            fresh.into_iter().try_for_each(|id| work.run(&RECEIPT_LOOKUPS, params![id]).map(drop))
        });
        Ok(aged.await?)
    }

    /// What a plan would take today, without taking it: this one's, or an amended one's before it takes effect.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn preview(&self, scope: &Scope, plan: &Arc<Plan>) -> Result<Report, KeeperError> {
        let rules = Rules::new(plan, &self.inventory).beside(self.store.choices().rules());
        let (inventory, zone, now) = (Arc::clone(&self.inventory), plan.zone().clone(), scope.now);
        let gone = self
            .store
            .read(scope, move |reader| due(reader, &inventory, &rules, now, &zone, usize::MAX, &BTreeSet::new()))
            .await?;
        let mut report = Report { at: scope.now, dry_run: true, ..Report::default() };
        report.paused = self.leap(scope).await?;
        report.count(plan, &self.inventory, gone.into_iter().map(|gone| (gone.class.name, gone.clause)));
        report.open = self.open_acts(scope).await?;
        Ok(report)
    }

    /// Notes that the keeper is awake, without looking for what is due: so that days of standing still do not read as
    /// a leap of the clock.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn wake(&self, scope: &Scope) -> Result<(), KeeperError> {
        if self.leap(scope).await?.is_none() {
            self.change_lookups(scope).await?;
            self.store.write(scope, |work| work.run(&LOOK_SET, params![work.now()])).await?;
        }
        Ok(())
    }

    /// Somebody looked at the clock: it is right although it leapt. What is due goes at the next look.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn confirm_clock(&self, scope: &Scope) -> Result<(), KeeperError> {
        self.store.write(scope, |work| work.run(&LOOK_SET, params![work.now()])).await?;
        Ok(())
    }

    /// Tries again what failed, where its time has come; `all` does not wait for that. Returns when the next is due.
    ///
    /// # Errors
    /// When the store cannot be read. What fails again stays open.
    pub async fn retry(&self, scope: &Scope, all: bool) -> Result<Option<Timestamp>, KeeperError> {
        let scope = scope.as_job(crate::KEEP.name);
        for open in self.open_acts(&scope).await? {
            if all || open.retry_at.is_some_and(|at| at <= scope.now) {
                match self.doer(&scope, None).carry_out(open.id).await {
                    Ok(_) | Err(KeeperError::Step { .. }) => {}
                    Err(other) => return Err(other),
                }
            }
        }
        Ok(self.open_acts(&scope).await?.iter().filter_map(|open| open.retry_at).min())
    }

    async fn resume(&self, scope: &Scope, keeping: &Keeping, report: &mut Report) -> Result<(), KeeperError> {
        for open in self.open_acts(scope).await? {
            match self.doer(scope, keeping.stop).carry_out(open.id).await {
                Ok(receipt) => report.receipts.extend(receipt),
                Err(KeeperError::Step { .. }) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    /// Acts that are not finished, oldest first: what a technician should see.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn open_acts(&self, scope: &Scope) -> Result<Vec<OpenAct>, KeeperError> {
        Ok(self.store.read(scope, act::open).await?)
    }

    /// Whether the clock has leapt, so that retention waits until somebody confirms that it is right.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn leap(&self, scope: &Scope) -> Result<Option<Leap>, KeeperError> {
        let (now, zone) = (scope.now, self.plan.zone().clone());
        let last =
            self.store.read(scope, |reader| reader.one(&LOOK, params![])?.map(|row| row.time(0)).transpose()).await?;
        Ok(last.filter(|last| leapt(*last, now, &zone)).map(|last| Leap { last, now }))
    }

    async fn plan_batch(&self, scope: &Scope, rules: &Arc<Rules>) -> Result<Option<ActId>, KeeperError> {
        let (inventory, rules, zone) = (Arc::clone(&self.inventory), Arc::clone(rules), self.plan.zone().clone());
        self.store
            .write(scope, move |work| {
                let open = open_targets(work)?;
                let now = work.now();
                let gone = due(work, &inventory, &rules, now, &zone, BATCH, &open)?;
                if gone.is_empty() {
                    return Ok(None);
                }
                let targets: Vec<_> = gone
                    .into_iter()
                    .map(|Gone { class, holder, clause, .. }| Target::Rows { class, holder, clause: Some(clause) })
                    .collect();
                act::plan(work, &inventory, Kind::Retention, &targets, &[]).map(Some)
            })
            .await
    }
}

/// More than 24 hours since the last look, and not simply the next day, which has 25 when summer time ends.
fn leapt(last: Timestamp, now: Timestamp, zone: &TimeZone) -> bool {
    let next_day = last.to_zoned(zone.clone()).date().tomorrow();
    now.duration_since(last) > LEAP && next_day.is_ok_and(|next| now.to_zoned(zone.clone()).date() > next)
}

fn open_targets(work: &mut Work<'_>) -> Result<BTreeSet<(String, Uuid)>, StoreError> {
    let rows = work.all(&TARGETS_OPEN, params![])?;
    rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.uuid(1)?))).collect()
}

/// What is due, each holder and class once, under the clause whose date came first; at most about `enough`.
fn due(
    reader: &mut Reader<'_>,
    inventory: &Inventory,
    rules: &Rules,
    now: Timestamp,
    zone: &TimeZone,
    enough: usize,
    open: &BTreeSet<(String, Uuid)>,
) -> Result<Vec<Gone>, StoreError> {
    let mut found: BTreeMap<(&'static str, Uuid), Gone> = BTreeMap::new();
    for rule in rules.ceilings() {
        if found.len() >= enough {
            break;
        }
        by_rule(reader, inventory, rules, rule, (now, zone), enough, open, &mut found)?;
    }
    siblings(reader, inventory, &mut found)?;
    let mut gone: Vec<_> = found.into_values().collect();
    gone.sort_by_key(|gone| gone.due);
    Ok(gone)
}

/// With the row that stands for a container goes what hangs on it.
fn siblings(
    reader: &mut Reader<'_>,
    inventory: &Inventory,
    found: &mut BTreeMap<(&'static str, Uuid), Gone>,
) -> Result<(), StoreError> {
    let rows: Vec<_> = found.values().filter(|gone| holds_container_row(inventory, gone.class)).cloned().collect();
    for row in rows {
        for class in inventory.classes().filter(|class| class.container == row.class.container) {
            if !found.contains_key(&(class.name, row.holder)) && derived::holds(reader, class, row.holder)? {
                found.insert((class.name, row.holder), Gone { class, ..row.clone() });
            }
        }
    }
    Ok(())
}

#[expect(clippy::too_many_arguments, reason = "one walk, split for reading")]
fn by_rule(
    reader: &mut Reader<'_>,
    inventory: &Inventory,
    rules: &Rules,
    rule: &Rule,
    (now, zone): (Timestamp, &TimeZone),
    enough: usize,
    open: &BTreeSet<(String, Uuid)>,
    found: &mut BTreeMap<(&'static str, Uuid), Gone>,
) -> Result<(), StoreError> {
    let cutoff = rule.keep.cutoff(now, zone);
    let mut last = None;
    // What is held back or of another role stands in the way of the rest: look behind it.
    while found.len() < enough {
        let page = derived::due_after(reader, &rule.keep.after, cutoff, rule.class, rule.via, last, PAGE)?;
        last = page.last().copied();
        for candidate in &page {
            let key = (rule.class.name, candidate.holder);
            if found.contains_key(&key) || open.contains(&(rule.class.name.to_owned(), candidate.holder)) {
                continue;
            }
            let looked = Looked::at(reader, inventory, rules, rule.container, candidate.holder)?;
            let end = rules.term(rule.class, &looked.known(), zone).end();
            if let Some((due, by)) = end.filter(|(end, _)| *end <= now) {
                let clause = by.keep.clause.clone();
                found.insert(key, Gone { class: rule.class, holder: candidate.holder, clause, due });
            }
        }
        if page.len() < PAGE as usize {
            break;
        }
    }
    Ok(())
}

impl Report {
    fn count_receipt(&mut self, plan: &Plan, inventory: &Inventory, receipt: &Receipt) {
        for went in &receipt.went {
            let (class, clause) = (inventory.class(&went.class), went.clause.clone());
            if let (Some(class), Some(clause)) = (class, clause) {
                let holders = usize::try_from(went.holders).unwrap_or_default();
                self.count(plan, inventory, std::iter::repeat_n((class.name, clause), holders));
            }
        }
    }

    fn count(&mut self, plan: &Plan, inventory: &Inventory, gone: impl IntoIterator<Item = (&'static str, String)>) {
        for (class, clause) in gone {
            match self.lines.iter_mut().find(|line| line.class == class && line.clause == clause) {
                Some(line) => line.holders += 1,
                None => {
                    let declared = inventory.class(class);
                    self.lines.push(Line {
                        class,
                        container: declared.map_or("", |class| class.container),
                        categories: declared.map(|class| categories_of(plan, inventory, class)).unwrap_or_default(),
                        clause,
                        holders: 1,
                    });
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_of_25_hours_is_no_leap_and_two_days_are() {
        let zone = TimeZone::get("Europe/Amsterdam").unwrap();
        let last = at("2026-10-24T01:00:00Z");
        assert!(!leapt(last, at("2026-10-25T02:00:00Z"), &zone));
        assert!(!leapt(last, at("2026-10-24T20:00:00Z"), &zone));
        assert!(leapt(last, at("2026-10-26T02:00:00Z"), &zone));
        assert!(!leapt(last, at("2026-10-20T02:00:00Z"), &zone));
    }
}

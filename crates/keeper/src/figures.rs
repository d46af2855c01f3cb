//! The latest evidence of each clause, in figures: gathered each night, so that a page that shows them costs one look.
//!
//! Nothing in them is about anybody. Where fewer than [`ENOUGH`] things run under a period, neither how many nor any
//! date is kept: a date of one of few could be somebody's.

use std::{collections::BTreeSet, sync::Arc};

use access::{Access, Resource};
use kernel::{
    Actor, Archetype, Inventory, Member, PersonId, Role, Scope, Timestamp, Uuid,
    id::Id as _,
    jiff::{civil::Date, tz::TimeZone},
    manifest::{Action, Container},
};
use serde::{Deserialize, Serialize};
use statement::{
    Never, Plan, Read, What,
    dates::{Rule, Rules, last_day},
    plan::{Backup, GUEST},
};
use store::{Reader, Row, StoreError, Work, derived, ledger, params};

use crate::{
    Keeper, KeeperError,
    look::{self, Looked},
    queries::{FIGURE_FORGET, FIGURE_NEW, FIGURES, FIGURES_FORGET},
    receipt::to_json,
};

/// From how many on a number or a date is told.
pub const ENOUGH: usize = 10;

/// How many things are looked at for one period in one class: the oldest come first, so this is enough to find
/// [`ENOUGH`] of them nearly always.
const LOOK: u32 = 100;

/// What is known of a clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "kebab-case")]
pub enum Figure {
    /// A period: how long what runs under it has run, and when the next goes.
    Keep {
        /// Whether anything runs under it.
        any: bool,
        /// The day on which the oldest began; absent where there are few.
        oldest: Option<Date>,
        /// The last day of the next that goes; absent where there are few.
        next: Option<Date>,
    },
    /// What people see to (a declaration, an agreement): when that was last confirmed, and when it is due again.
    Confirmed {
        /// When it was last confirmed; absent when nobody has done so yet.
        on: Option<Date>,
        /// When it was found that it is not kept, if nobody has confirmed it since.
        failed: Option<Date>,
        /// The day by which it is due again; absent when the statement names none.
        due: Option<Date>,
    },
    /// A right to see something: how many actions show it.
    Read {
        /// How many.
        ways: usize,
        /// The hash of the access rules.
        rules: String,
    },
    /// Something that a role never sees: every action that could show it, tried.
    Never {
        /// How many ways were tried.
        tried: usize,
        /// How many of them stood open.
        open: usize,
        /// The hash of the access rules.
        rules: String,
    },
    /// Backups, at the instant at which the latest was made and read back.
    Copies {
        /// How many there are.
        kept: usize,
    },
    /// Requests in the use of a right: whether any is overdue, and no number of them.
    Requests {
        /// Whether any was ever received.
        any: bool,
        /// Whether any is open past its last day.
        overdue: bool,
    },
}

/// What is known of a clause, and since when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The clause.
    pub clause: String,
    /// When it was looked at.
    pub at: Timestamp,
    /// What was found.
    pub figure: Figure,
}

impl Keeper {
    /// Gathers the figures anew; `more` are those of what people see to, which the keeper cannot know.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub async fn gather(&self, scope: &Scope, access: &Access, more: Vec<(String, Figure)>) -> Result<(), KeeperError> {
        let scope = scope.as_job(crate::KEEP.name);
        let (plan, inventory) = (Arc::clone(&self.plan), Arc::clone(&self.inventory));
        let backup = self.backup_clause().unwrap_or_default().to_owned();
        let mut figures = tried(&plan, &inventory, access, &scope);
        let kept = self.store.read(&scope, move |reader| kept(reader, &plan, &inventory)).await?;
        figures.extend(kept.into_iter().chain(more));
        self.store
            .write(&scope, move |work| {
                work.run(&FIGURES_FORGET, params![backup])?;
                figures.iter().try_for_each(|(clause, figure)| note(work, clause, figure))
            })
            .await
    }

    /// Notes that the latest backup was made at an instant, and how many there are; nothing when the statement promises none.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn note_backup(&self, scope: &Scope, at: Timestamp, kept: usize) -> Result<(), KeeperError> {
        let Some(clause) = self.backup_clause().map(ToOwned::to_owned) else { return Ok(()) };
        let figure = to_json(&Figure::Copies { kept })?;
        self.store
            .write(&scope.as_job(crate::KEEP.name), move |work| {
                work.run(&FIGURE_FORGET, params![clause.as_str()])?;
                work.run(&FIGURE_NEW, params![clause, at, figure])
            })
            .await?;
        Ok(())
    }

    fn backup_clause(&self) -> Option<&str> {
        self.plan.all::<Backup>().next().map(|backup| backup.clause.as_str())
    }

    /// The figures of the last night, in any order; none before the first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn figures(&self, scope: &Scope) -> Result<Vec<Known>, KeeperError> {
        self.store.read(scope, |reader| known(&reader.all(&FIGURES, params![])?)).await
    }
}

/// What the rows of [`FIGURES`] tell.
pub(crate) fn known(rows: &[Row]) -> Result<Vec<Known>, KeeperError> {
    let known = rows.iter().map(|row| {
        let figure = serde_json::from_str(row.text(2)?).map_err(|error| KeeperError::Unreadable(error.to_string()))?;
        Ok(Known { clause: row.text(0)?.to_owned(), at: row.time(1)?, figure })
    });
    known.collect()
}

/// Keeps the figure of one clause, in place of the one before.
///
/// # Errors
/// When the store cannot be written.
pub fn note(work: &mut Work<'_>, clause: &str, figure: &Figure) -> Result<(), KeeperError> {
    let now = work.now();
    Ok(work.run(&FIGURE_NEW, params![clause, now, to_json(figure)?]).map(drop)?)
}

// ---- periods

/// What runs under each period.
fn kept(reader: &mut Reader<'_>, plan: &Plan, inventory: &Inventory) -> Result<Vec<(String, Figure)>, StoreError> {
    let rules = look::rules(reader, plan, inventory);
    let mut figures = Vec::new();
    for keep in plan.keeps().iter().filter(|keep| !keep.floor) {
        let mut running = Running::default();
        for rule in rules.ceilings().iter().filter(|rule| rule.keep.clause == keep.clause) {
            running.look(reader, inventory, &rules, rule, plan.zone())?;
        }
        figures.push((keep.clause.clone(), running.figure(plan.zone())));
    }
    Ok(figures)
}

#[derive(Default)]
struct Running {
    holders: BTreeSet<Uuid>,
    oldest: Option<Timestamp>,
    next: Option<Timestamp>,
}

impl Running {
    fn look(
        &mut self,
        reader: &mut Reader<'_>,
        inventory: &Inventory,
        rules: &Rules,
        rule: &Rule,
        zone: &TimeZone,
    ) -> Result<(), StoreError> {
        let now = reader.now();
        let oldest = derived::due(reader, &rule.keep.after, now, rule.class, rule.via, LOOK)?;
        for found in oldest {
            let looked = Looked::at(reader, inventory, rules, rule.container, found.holder)?;
            let known = looked.known();
            let end = rules.term(rule.class, &known, zone).end();
            let Some((due, _)) = end.filter(|(_, by)| by.keep.clause == rule.keep.clause) else { continue };
            self.holders.insert(found.holder);
            self.oldest = Some(self.oldest.map_or(found.at, |oldest| oldest.min(found.at)));
            self.next = Some(self.next.map_or(due, |next| next.min(due)));
            if self.holders.len() >= ENOUGH {
                break;
            }
        }
        Ok(())
    }

    fn figure(&self, zone: &TimeZone) -> Figure {
        let enough = self.holders.len() >= ENOUGH;
        let day = |at: Timestamp| at.to_zoned(zone.clone()).date();
        // The first instant of the day after is the date that periods are counted to.
        let last = self.next.map(|due| last_day(due, zone));
        Figure::Keep {
            any: !self.holders.is_empty(),
            oldest: self.oldest.map(day).filter(|_| enough),
            next: last.filter(|_| enough),
        }
    }
}

// ---- who sees what

/// Every reading rule, tried on the very decisions that guard every page.
fn tried(plan: &Plan, inventory: &Inventory, access: &Access, scope: &Scope) -> Vec<(String, Figure)> {
    let rules = ledger::hex(&ledger::plain_hash(access.policies().as_bytes()));
    let trial = Trial { plan, inventory, access, scope };
    let reads = plan.reads().iter().map(|read| {
        let figure = Figure::Read { ways: trial.ways(read), rules: rules.clone() };
        (read.clause.clone(), figure)
    });
    let nevers = plan.nevers().iter().map(|never| {
        let (tried, open) = trial.never(never);
        (never.clause.clone(), Figure::Never { tried, open, rules: rules.clone() })
    });
    reads.chain(nevers).collect()
}

struct Trial<'a> {
    plan: &'a Plan,
    inventory: &'a Inventory,
    access: &'a Access,
    scope: &'a Scope,
}

impl Trial<'_> {
    /// Somebody who plays no part anywhere, or nobody at all.
    fn actor(&self, role: &str) -> Actor {
        let held = self.plan.role(role).map(|role| Role { key: role.key.as_str().into(), archetype: role.archetype });
        match held {
            Some(held) if role != GUEST => Actor::Member(Member { id: stranger(), roles: [held].into() }),
            _ => Actor::Guest,
        }
    }

    /// The actions that show some of a category, each with its container.
    fn showing(&self, what: &What) -> impl Iterator<Item = (&'static Action, &'static Container)> {
        let shows = move |action: &&'static Action| {
            action
                .discloses
                .iter()
                .any(|item| self.plan.category_of(item).is_some_and(|category| what.covers(&category.key)))
        };
        let actions = self.inventory.actions().filter(shows).collect::<Vec<_>>();
        actions.into_iter().filter_map(|action| Some((action, self.inventory.container(action.container)?)))
    }

    /// Every action in every state, by somebody of the role who plays no part in the container.
    fn never(&self, never: &Never) -> (usize, usize) {
        let scope = Scope { actor: self.actor(&never.role), ..self.scope.clone() };
        let (mut tried, mut open) = (0, 0);
        for (action, container) in self.showing(&never.what) {
            for state in states(container) {
                let about = resource(container, Vec::new(), state);
                tried += 1;
                open += usize::from(self.access.would_allow(&scope, action, &about));
            }
        }
        (tried, open)
    }

    /// How many actions show the category to somebody of the role who stands as close to it as can be.
    fn ways(&self, read: &Read) -> usize {
        let scope = Scope { actor: self.actor(&read.role), ..self.scope.clone() };
        let own = self.plan.role(&read.role).map(|role| role.archetype);
        let what = What::Category(read.category.clone());
        let shown = self.showing(&what).filter(|(action, container)| {
            let parties = container.parties.iter().filter(|party| plays(party.name, own));
            let parties: Vec<_> = parties.map(|party| (party.name, stranger())).collect();
            states(container)
                .into_iter()
                .any(|state| self.access.would_allow(&scope, action, &resource(container, parties.clone(), state)))
        });
        shown.count()
    }
}

fn stranger() -> PersonId {
    PersonId::from_uuid(Uuid::max())
}

fn plays(party: &str, archetype: Option<Archetype>) -> bool {
    party == Resource::SELF || archetype.is_some_and(|archetype| archetype.key() == party)
}

fn states(container: &Container) -> Vec<Option<&'static str>> {
    if container.states.is_empty() { vec![None] } else { container.states.iter().map(|state| Some(*state)).collect() }
}

fn resource(
    container: &'static Container,
    parties: Vec<(&'static str, PersonId)>,
    state: Option<&'static str>,
) -> Resource {
    Resource { container: container.name, id: Uuid::nil(), parties, state }
}

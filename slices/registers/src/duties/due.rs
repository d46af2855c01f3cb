//! What falls due by the statement, and when: without a store or a clock.

use std::collections::HashMap;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use kernel::Archetype;
use statement::{
    Plan, calendar, dates,
    plan::{Declaration, Period, Recipient, Texts},
};

/// What kind of duty it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A promise that people keep (`declare`).
    Declaration,
    /// An agreement with a recipient (`recipient`).
    Agreement,
}

/// The latest that was found of a clause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// When it was last confirmed that it is kept.
    pub kept: Option<Timestamp>,
    /// When it was last found that it is not.
    pub failed: Option<Timestamp>,
}

impl Found {
    /// When it was found that it is not kept, and nobody has confirmed it since.
    pub fn fails(&self) -> Option<Timestamp> {
        self.failed.filter(|failed| self.kept.is_none_or(|kept| kept < *failed))
    }
}

/// A clause that somebody answers for.
#[derive(Clone, Debug)]
pub struct Duty<'a> {
    /// What kind it is.
    pub kind: Kind,
    /// The clause's id.
    pub clause: &'a str,
    /// The promise, or the recipient's name.
    pub texts: &'a Texts,
    /// The role that answers for it.
    pub owner: &'a str,
    /// The agreement's name in the organisation's files.
    pub document: Option<&'a str>,
    /// What was found.
    pub found: Found,
    /// The day by which it is to be confirmed again, or on which it ends; `None` when the statement names none.
    pub due: Option<Date>,
}

/// Every clause that somebody answers for, what is due first coming first.
pub fn duties<'a>(plan: &'a Plan, found: &HashMap<String, Found>) -> Vec<Duty<'a>> {
    let of = |clause: &str| found.get(clause).copied().unwrap_or_default();
    let declarations = plan.declarations().map(|rule| declaration(plan, rule, of(&rule.clause)));
    let agreements = plan.recipients().filter_map(|rule| agreement(plan, rule, of(&rule.clause)));
    let mut duties: Vec<_> = declarations.chain(agreements).collect();
    duties.sort_by_key(|duty| (duty.due.is_none(), duty.due));
    duties
}

/// A declaration is confirmed again after its period: since the last time, or since the statement holds. What expires
/// is due then, whatever was confirmed.
fn declaration<'a>(plan: &'a Plan, rule: &'a Declaration, found: Found) -> Duty<'a> {
    let stated = plan.versions().first().map(|version| version.effective);
    let since = found.kept.map(|kept| day(kept, plan.zone())).or(stated);
    let again = rule.review.zip(since).map(|(period, since)| after(since, period, plan.zone()));
    Duty {
        kind: Kind::Declaration,
        clause: &rule.clause,
        texts: &rule.texts,
        owner: &rule.owner,
        document: None,
        found,
        due: [again, rule.expires].into_iter().flatten().min(),
    }
}

/// An agreement is looked at again after its period: since the last time, or since it was signed.
fn agreement<'a>(plan: &'a Plan, rule: &'a Recipient, found: Found) -> Option<Duty<'a>> {
    let agreement = rule.agreement.as_ref()?;
    let since = found.kept.map_or(agreement.signed, |kept| day(kept, plan.zone()).max(agreement.signed));
    Some(Duty {
        kind: Kind::Agreement,
        clause: &rule.clause,
        texts: &rule.names,
        owner: answering(plan)?,
        document: agreement.document.as_deref(),
        found,
        due: agreement.review.map(|period| after(since, period, plan.zone())),
    })
}

/// Who answers for agreements: officers; managers, where there are none.
fn answering(plan: &Plan) -> Option<&str> {
    let of = |archetype| plan.roles_of(archetype).next();
    of(Archetype::Officer).or_else(|| of(Archetype::Manager)).map(|role| role.key.as_str())
}

fn day(at: Timestamp, zone: &TimeZone) -> Date {
    at.to_zoned(zone.clone()).date()
}

/// The day on which a period from a day ends.
pub(crate) fn after(since: Date, period: Period, zone: &TimeZone) -> Date {
    let noon = since.at(12, 0, 0, 0).to_zoned(zone.clone()).map(|noon| noon.timestamp());
    noon.map_or(since, |noon| dates::last_day(calendar::due(noon, period, zone), zone))
}

/// Which reminder is to be sent on a day: 1 from thirty days before, 2 from seven days before, and from the day after
/// it is due one more each week. `None` while it is far off.
pub fn stage(due: Date, today: Date) -> Option<i64> {
    let left = i64::from((due - today).get_days());
    match left {
        31.. => None,
        8..=30 => Some(1),
        0..=7 => Some(2),
        _ => Some(3 + (-left - 1) / 7),
    }
}

//! Publishing a version: what speaks against it, and the commit that makes it public.

use jiff::civil::Date;
use kernel::{Inventory, PersonId, words::Voice};
use statement::{
    ChangeClass, Diagnostic, Period, Plan, difference,
    plan::{Channel, rule::Changes},
};
use store::{Reader, StoreError, Work, derived, params};

use crate::{KeeperError, queries::VERSION_NEW};

use super::{
    AmendError,
    versions::{self, Version, Versions},
};

/// What speaks against a version, besides the statement's own errors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Objection {
    /// There is another text with this number.
    Taken {
        /// The number.
        number: u32,
        /// The next free one.
        next: u32,
    },
    /// A newer version was published already.
    Older {
        /// The number.
        number: u32,
        /// The newest one's.
        newest: u32,
    },
    /// It would hold too soon.
    TooEarly {
        /// The first day from which it can hold.
        earliest: Date,
    },
    /// It is wider, and would hold before people have had their notice.
    NoNotice {
        /// The first day from which it can hold.
        earliest: Date,
        /// The notice that the version in force promises.
        notice: Period,
        /// The clauses that are wider.
        wider: Vec<String>,
    },
}

impl Objection {
    /// In words, with the way out.
    pub fn text(&self, voice: &Voice) -> String {
        match self {
            Self::Taken { number, next } => voice.say2("keeper-objection-taken", "number", *number, "next", *next),
            Self::Older { number, newest } => {
                voice.say2("keeper-objection-older", "number", *number, "newest", *newest)
            }
            Self::TooEarly { earliest } => voice.say1("keeper-objection-early", "date", voice.date(*earliest)),
            Self::NoNotice { earliest, notice, wider } => voice.say_with(
                "keeper-objection-notice",
                [
                    ("date", voice.date(*earliest).into()),
                    ("notice", notice.to_string().into()),
                    ("clauses", wider.join(", ").into()),
                ],
            ),
        }
    }
}

/// A text, held against what the program stores and against the versions that there are.
#[derive(Clone, Debug)]
pub struct Examined {
    /// The plan; absent when the statement has errors.
    pub plan: Option<Plan>,
    /// Everything that can be said of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// What speaks against publishing it.
    pub objections: Vec<Objection>,
}

impl Examined {
    /// Whether it can be published.
    pub fn is_good(&self) -> bool {
        self.plan.is_some() && self.objections.is_empty()
    }
}

/// What was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The version before it.
    pub before: u32,
    /// Its number.
    pub number: u32,
    /// The day from which it holds.
    pub from: Date,
    /// How many people are told by mail.
    pub told: usize,
}

/// Tells one person of it, in the commit that publishes it.
pub type Tell = fn(&mut Work<'_>, PersonId, &Published) -> Result<(), StoreError>;

/// Holds a text against everything that publishing asks for. Nothing is written.
///
/// # Errors
/// When the store cannot be read.
pub fn examine(reader: &mut Reader<'_>, inventory: &Inventory, text: &str) -> Result<Examined, KeeperError> {
    let statement::Checked { plan, diagnostics } = statement::check(text, Some(inventory));
    let objections = match &plan {
        Some(plan) => objections(reader, text, plan)?,
        None => Vec::new(),
    };
    Ok(Examined { plan, diagnostics, objections })
}

fn objections(reader: &mut Reader<'_>, text: &str, plan: &Plan) -> Result<Vec<Objection>, KeeperError> {
    let known = versions::versions(reader)?;
    let (Some(newest), Some(in_force)) = (known.newest(), known.in_force()) else { return Ok(Vec::new()) };
    let mut found: Vec<_> = out_of_order(newest, plan.version().number).into_iter().collect();
    let (base, holding) = (statement_of(reader, newest)?, statement_of(reader, in_force)?);
    // Read alike, so that what the program stores by now makes no difference.
    let new = versions::read(text, plan.version().number)?;
    found.extend(too_early(&holding, (&base, newest), &new, reader.scope().today()));
    Ok(found)
}

fn statement_of(reader: &mut Reader<'_>, version: &Version) -> Result<Plan, KeeperError> {
    let found = versions::statement_of(reader, version.number)?;
    found.ok_or_else(|| KeeperError::Unreadable(format!("version {} of the statement", version.number)))
}

fn out_of_order(newest: &Version, number: u32) -> Option<Objection> {
    match number.cmp(&newest.number) {
        std::cmp::Ordering::Greater => None,
        std::cmp::Ordering::Equal => Some(Objection::Taken { number, next: newest.number.saturating_add(1) }),
        std::cmp::Ordering::Less => Some(Objection::Older { number, newest: newest.number }),
    }
}

/// A version holds from the beginning of a day: tomorrow at the earliest, after any that waits already, and, when it is
/// wider, after the notice that the version in force promises.
fn too_early(holding: &Plan, (base, newest): (&Plan, &Version), new: &Plan, today: Date) -> Option<Objection> {
    let next_day = |day: Date| day.tomorrow().unwrap_or(day);
    let first = next_day(today).max(next_day(newest.from));
    let wider: Vec<_> = difference(base, new)
        .into_iter()
        .filter(|change| change.class == ChangeClass::Wider)
        .map(|change| change.clause)
        .collect();
    let notice = holding.first::<Changes>().and_then(|changes| changes.before).filter(|_| !wider.is_empty());
    let noticed = notice.map(|notice| (notice, first.max(after(today, notice))));
    match noticed {
        Some((notice, earliest)) if new.effective() < earliest => Some(Objection::NoNotice { earliest, notice, wider }),
        None if new.effective() < first => Some(Objection::TooEarly { earliest: first }),
        _ => None,
    }
}

/// The day on which a notice that is given today is over.
fn after(today: Date, notice: Period) -> Date {
    today.checked_add(crate::announce::span(notice)).unwrap_or(today)
}

/// Publishes a version: stores it for ever and tells everyone concerned, where the version in force promises a mail.
///
/// # Errors
/// What speaks against it; or the store cannot be written.
pub fn publish(
    work: &mut Work<'_>,
    inventory: &Inventory,
    text: &str,
    by: Option<PersonId>,
    tell: Tell,
) -> Result<Published, AmendError> {
    let examined = examine(work, inventory, text)?;
    let Some(plan) = examined.plan.as_ref().filter(|_| examined.is_good()) else {
        return Err(AmendError::Objections(Box::new(examined)));
    };
    let (number, from) = (plan.version().number, plan.effective());
    Ok(record(work, inventory, (number, text, from), by, tell)?)
}

/// Writes a version down and tells people; without any question.
pub(super) fn record(
    work: &mut Work<'_>,
    inventory: &Inventory,
    (number, text, from): (u32, &str, Date),
    by: Option<PersonId>,
    tell: Tell,
) -> Result<Published, KeeperError> {
    let known = versions::versions(work)?;
    let now = work.now();
    work.run(&VERSION_NEW, params![number, text, now, by.map(kernel::Value::from), from.to_string()])?;
    super::reached("written");
    let before = known.newest().map_or(number, |version| version.number);
    let mut published = Published { before, number, from, told: 0 };
    if known.0.is_empty() {
        return Ok(published);
    }
    work.publish(number);
    if tells_by_mail(work, &known)? {
        let people = everyone(work, inventory)?;
        published.told = people.len();
        people.into_iter().try_for_each(|person| tell(work, person, &published))?;
        super::reached("told");
    }
    Ok(published)
}

fn tells_by_mail(work: &mut Work<'_>, known: &Versions) -> Result<bool, KeeperError> {
    let Some(in_force) = known.in_force() else { return Ok(false) };
    let holding = statement_of(work, in_force)?;
    Ok(holding.first::<Changes>().is_some_and(|changes| changes.tell.contains(&Channel::Mail)))
}

/// Everyone who has a role here, invited, at work or gone, as long as the account is held.
pub(super) fn everyone(reader: &mut Reader<'_>, inventory: &Inventory) -> Result<Vec<PersonId>, StoreError> {
    let mut people = Vec::new();
    for class in inventory.classes_of(statement::dates::ROLE_ITEM) {
        people.extend(derived::people_of(reader, class)?);
    }
    people.sort_unstable();
    people.dedup();
    Ok(people)
}

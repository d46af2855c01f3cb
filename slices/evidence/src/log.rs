//! A line of the access log in the words of the statement: who, what, why, from which action. Derived from the manifests
//! and the plan, never written by hand (NEN 7513: who, when, whose, what, why, and by which function).

use jiff::civil::Date;
use kernel::{
    Inventory, Timestamp, Uuid,
    manifest::{Action, ActionKind, By},
    words::Voice,
};
use statement::{Category, Plan, render};
use store::{Reader, Row, StoreError, params};

use crate::queries::LOOKS;

/// A line as it lies in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When.
    pub at: Timestamp,
    /// The person, when one acted.
    pub actor: Option<Uuid>,
    /// The job, when one acted.
    pub job: Option<String>,
    /// The declared name of the action or job.
    pub action: String,
    /// The container.
    pub resource: Uuid,
    /// The break-glass or disclosure under which it was opened.
    pub exception: Option<Uuid>,
    /// What was opened under it, by the names of items.
    pub items: Vec<String>,
    /// How often it was tried within a minute, when it was refused.
    pub refused: Option<i64>,
}

/// What is tried at the door of an account: a password; a code or a passkey.
const SIGN_IN: &str = "accounts.sign-in";
const SECOND_STEP: &str = "second-step.check";

/// The word for what somebody shows who does this job's work at a door.
pub fn tried_at_door(job: &str) -> Option<&'static str> {
    match job {
        SIGN_IN => Some("evidence-deed-password"),
        SECOND_STEP => Some("evidence-deed-second-step"),
        _ => None,
    }
}

/// The date of a day of the log, whose number is year, month and day; `None` when it is no day's.
pub fn date_of(day: Uuid) -> Option<Date> {
    let number = i64::try_from(day.as_u128()).ok()?;
    let part = |value: i64| i8::try_from(value).ok();
    Date::new(i16::try_from(number / 10_000).ok()?, part(number / 100 % 100)?, part(number % 100)?).ok()
}

/// The day of the log with this date.
pub fn day_of(date: Date) -> Uuid {
    let number = i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day());
    Uuid::from_u128(u128::from(number.unsigned_abs()))
}

impl Line {
    /// Whether somebody who had not signed in showed something wrong there; the word for what.
    pub fn at_door(&self) -> Option<&'static str> {
        self.refused.and_then(|_| tried_at_door(&self.action))
    }

    fn of(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            at: row.time(0)?,
            actor: row.uuid_opt(1)?,
            job: row.text_opt(2)?.map(str::to_owned),
            action: row.text(3)?.to_owned(),
            resource: row.uuid(4)?,
            exception: row.uuid_opt(5)?,
            items: row.text_opt(6)?.unwrap_or_default().split_whitespace().map(str::to_owned).collect(),
            refused: row.int_opt(7)?,
        })
    }
}

/// The newest lines about some containers before an instant, newest first.
///
/// # Errors
/// When the store cannot be read.
pub fn about(
    reader: &mut Reader<'_>,
    containers: &[Uuid],
    before: Timestamp,
    limit: usize,
) -> Result<Vec<Line>, StoreError> {
    let mut lines = Vec::new();
    for container in containers {
        let most = i64::try_from(limit).unwrap_or(i64::MAX);
        for row in &reader.all(&LOOKS, params![*container, before, most])? {
            lines.push(Line::of(row)?);
        }
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.at));
    lines.truncate(limit);
    Ok(lines)
}

/// What an action or job touches, by the inventory: its items, in the statement's categories.
pub fn categories<'a>(plan: &'a Plan, inventory: &Inventory, action: &str) -> Vec<&'a Category> {
    let mut found: Vec<&Category> = Vec::new();
    for item in items(inventory, action) {
        let category = plan.category_of(item);
        found.extend(category.filter(|category| !found.iter().any(|known| known.key == category.key)));
    }
    found
}

fn items(inventory: &Inventory, name: &str) -> Vec<&'static str> {
    match inventory.action(name) {
        Some(action) => action.discloses.iter().chain(action.writes).copied().collect(),
        None => inventory.jobs().find(|job| job.name == name).map(|job| job.handles.to_vec()).unwrap_or_default(),
    }
}

/// What a line is about: what its action touches, or what an exception opened.
pub fn touched<'a>(plan: &'a Plan, inventory: &Inventory, line: &Line) -> Vec<&'a Category> {
    if line.exception.is_none() {
        return categories(plan, inventory, &line.action);
    }
    let mut found: Vec<&Category> = Vec::new();
    for category in line.items.iter().filter_map(|item| plan.category_of(item)) {
        if !found.iter().any(|known| known.key == category.key) {
            found.push(category);
        }
    }
    found
}

/// "the dialogue and the drafts".
pub fn what(plan: &Plan, categories: &[&Category], voice: &Voice) -> String {
    let keys: Vec<String> = categories.iter().map(|category| category.key.clone()).collect();
    render::categories_phrase(plan, &keys, voice.language)
}

/// "to make the coaching possible": what the categories are held for, each once.
pub fn why(plan: &Plan, categories: &[&Category], voice: &Voice) -> String {
    let mut keys: Vec<String> = Vec::new();
    for key in categories.iter().flat_map(|category| &category.purposes) {
        if !keys.contains(key) {
            keys.push(key.clone());
        }
    }
    render::purposes_phrase(plan, &keys, voice.language)
}

/// The word for what was done: seen, written, arranged (rights too); a job is the program's own.
pub fn deed(inventory: &Inventory, name: &str) -> &'static str {
    match inventory.action(name).map(|action| action.kind) {
        Some(ActionKind::Read | ActionKind::ReadForReason) => "evidence-deed-read",
        Some(ActionKind::Write) => "evidence-deed-write",
        Some(ActionKind::Manage | ActionKind::Right) => "evidence-deed-manage",
        None => "evidence-deed-job",
    }
}

/// In which role somebody acts who plays no part in the container: that of the action's circle, where it has one.
pub fn role_of_circle<'a>(plan: &'a Plan, action: &'static Action) -> Option<&'a str> {
    let mut archetypes = action.by.iter().filter_map(|by| match by {
        By::Archetype(archetype) => Some(*archetype),
        By::Party(_) | By::Member | By::Guest => None,
    });
    let roles = archetypes.next().map(|archetype| plan.roles_of(archetype).next());
    roles.flatten().map(|role| role.key.as_str()).filter(|_| archetypes.next().is_none())
}

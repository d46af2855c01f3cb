//! What stands around the rows in `my-data.json`: who holds it, why, where it comes from, who receives it, until when.

use kernel::{PersonId, Scope};
use serde::Serialize;
use serde_json::{Value as Json, json};
use statement::{Plan, plan::Recipient};

use super::{Part, SCHEMA_PATH};
use crate::{KeeperError, receipt::to_json};

/// Behind the rows of a part.
pub(super) const CLOSING: &[u8] = b"\n]}";
/// Behind everything.
pub(super) const END: &[u8] = b"\n]\n}\n";

pub(super) fn json(value: &impl Serialize) -> Result<Vec<u8>, KeeperError> {
    to_json(value).map(String::into_bytes)
}

/// Everything before the parts.
pub(super) fn head(plan: &Plan, scope: &Scope, person: PersonId) -> Result<Vec<u8>, KeeperError> {
    let controller = plan.controller();
    let head = json!({
        "$schema": SCHEMA_PATH,
        "organisation": {
            "key": scope.organisation.as_str(),
            "name": controller.name,
            "country": controller.country,
            "contact": controller.contact,
            "officer": controller.officer,
        },
        "statement": { "name": plan.key(), "version": plan.version().number },
        "taken": scope.now.to_string(),
        "person": person.to_string(),
        "categories": plan.categories().iter().map(|category| self::category(plan, category)).collect::<Vec<_>>(),
        "recipients": plan.all::<Recipient>().map(|recipient| self::recipient(recipient, scope)).collect::<Vec<_>>(),
    });
    let mut text = json(&head)?;
    // The parts follow inside the same object.
    text.pop();
    text.extend(b",\n\"held\": [");
    Ok(text)
}

/// Everything before the parts of what is handed to somebody outside.
pub(super) fn outside(plan: &Plan, scope: &Scope, package: &super::Package) -> Result<Vec<u8>, KeeperError> {
    let controller = plan.controller();
    let head = json!({
        "organisation": { "name": controller.name, "country": controller.country, "contact": controller.contact },
        "disclosure": package.disclosure.to_string(),
        "made": scope.now.to_string(),
    });
    let mut text = json(&head)?;
    text.pop();
    text.extend(b",\n\"handed-over\": [");
    Ok(text)
}

/// The beginning of a part that is handed over.
pub(super) fn outside_opening(part: &Part, is_first: bool) -> Result<Vec<u8>, KeeperError> {
    let mut text = if is_first { b"\n".to_vec() } else { b",\n".to_vec() };
    text.extend(json(&json!({ "what": part.held.class.name, "of": part.held.container.name }))?);
    text.pop();
    text.extend(b",\"rows\":[");
    Ok(text)
}

fn category(plan: &Plan, category: &statement::Category) -> Json {
    let recipients = plan.all::<Recipient>().filter(|recipient| recipient.categories.contains(&category.key));
    json!({
        "key": category.key,
        "items": category.items.iter().map(|item| item.name.as_str()).collect::<Vec<_>>(),
        "purposes": category.purposes,
        "basis": category.basis(),
        "sources": category.sources,
        "recipients": recipients.map(|recipient| recipient.key.as_str()).collect::<Vec<_>>(),
        "clause": category.clause,
    })
}

fn recipient(recipient: &Recipient, scope: &Scope) -> Json {
    json!({
        "key": recipient.key,
        "name": recipient.names.get(scope.language),
        "role": recipient.role,
        "country": recipient.country,
        "sealed": recipient.sealed,
        "clause": recipient.clause,
    })
}

/// The beginning of a part, up to its rows.
pub(super) fn opening(part: &Part, is_first: bool) -> Result<Vec<u8>, KeeperError> {
    let held = &part.held;
    let head = json!({
        "what": held.class.name,
        "table": held.table.name,
        "of": { "kind": held.container.name, "id": held.holder.to_string(), "your-part": held.party },
        "goes": part.goes.day().map(|day| day.to_string()),
        "frozen": matches!(part.goes, crate::Goes::Paused { .. }),
        "clause": part.goes.clause(),
    });
    let mut text = if is_first { b"\n".to_vec() } else { b",\n".to_vec() };
    text.extend(json(&head)?);
    text.pop();
    text.extend(b",\"rows\":[");
    Ok(text)
}

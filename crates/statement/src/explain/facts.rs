//! The values of a rule as lines of text: "period: 2 years".
//!
//! They are read from the rule's serialised form, so that no kind of clause and no new value can be forgotten.

use kernel::{Language, words::Voice};
use serde_json::Value;

use crate::{
    Plan,
    difference::Said,
    plan::{Period, Rule},
    read,
};

/// The values of a rule that say something.
pub(crate) fn facts(rule: &Rule, voice: &Voice) -> Vec<String> {
    let Ok(Value::Object(map)) = serde_json::to_value(rule) else { return Vec::new() };
    map.iter()
        .filter(|(key, _)| !matches!(key.as_str(), "kind" | "clause"))
        .filter_map(|(key, value)| {
            let field = voice.say(&field(key));
            match value {
                Value::Bool(true) => Some(voice.say1("explain-flag", "field", &field)),
                value => {
                    let said = spoken(value, voice)?;
                    Some(voice.say2("explain-fact", "field", &field, "value", &said))
                }
            }
        })
        .collect()
}

/// The key of a value's name.
pub(crate) fn field(key: &str) -> String {
    format!("field-{}", key.replace('_', "-"))
}

fn spoken(value: &Value, voice: &Voice) -> Option<String> {
    match value {
        Value::Null | Value::Bool(false) => None,
        Value::Bool(true) => Some(voice.say("explain-yes")),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) if text.is_empty() => None,
        Value::String(text) => match read::period::parse(text) {
            Ok(found) => Some(period(found, voice)),
            Err(_) if text == "everything" => Some(voice.say("explain-everything")),
            Err(_) => Some(text.clone()),
        },
        Value::Array(values) => {
            let parts: Vec<String> = values.iter().filter_map(|value| spoken(value, voice)).collect();
            (!parts.is_empty()).then(|| voice.list(&parts))
        }
        Value::Object(map) => {
            let text = |language: Language| map.get(language.tag()).and_then(Value::as_str);
            let by_language = text(voice.language).or_else(|| Language::ALL.into_iter().find_map(text));
            if let Some(text) = by_language {
                return Some(format!("“{text}”"));
            }
            let parts: Vec<String> = map
                .iter()
                .filter(|(key, _)| key.as_str() != "in_use")
                .filter_map(|(_, value)| spoken(value, voice))
                .collect();
            (!parts.is_empty()).then(|| parts.join(" · "))
        }
    }
}

/// A value of a difference in words.
pub(crate) fn value(said: &Said, plan: &Plan, voice: &Voice) -> String {
    let named = |key: &str, names: Option<&str>| match names {
        Some(name) if name != key => format!("{name} ({key})"),
        _ => key.to_owned(),
    };
    match said {
        Said::Word(word) => word.clone(),
        Said::Role(key) => {
            let role = plan.role(key);
            named(key, role.and_then(|role| role.names.get(voice.language)))
        }
        Said::Category(key) => {
            let category = plan.category(key);
            named(key, category.and_then(|category| category.names.get(voice.language)))
        }
        Said::Purpose(key) => {
            let purpose = plan.purpose(key);
            named(key, purpose.and_then(|purpose| purpose.texts.get(voice.language)))
        }
        Said::Everything => voice.say("explain-everything"),
        Said::Period(found) => period(*found, voice),
        Said::Number(number) => number.to_string(),
        Said::Flag(true) => voice.say("explain-yes"),
        Said::Flag(false) => voice.say("explain-no"),
    }
}

/// A period in words: "1 year and 6 months".
pub(crate) fn period(period: Period, voice: &Voice) -> String {
    const UNITS: [&str; 5] = ["explain-years", "explain-months", "explain-weeks", "explain-days", "explain-hours"];
    let parts: Vec<String> = period
        .counts()
        .into_iter()
        .zip(UNITS)
        .filter(|(count, _)| *count > 0)
        .map(|(count, key)| voice.say1(key, "n", u32::from(count)))
        .collect();
    if parts.is_empty() { voice.say("explain-at-once") } else { voice.list(&parts) }
}

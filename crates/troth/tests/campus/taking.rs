//! What a person takes along is all that the person may read, and nothing of anybody else's (UC12, X4, GDPR Art. 15, 20).

use std::collections::BTreeSet;

use accounts::factors::sms::{actions::SMS_CHECK, store as sms};
use kernel::manifest::Content;
use serde_json::Value as Json;

use crate::{
    amending,
    archive::take,
    story::{self, Story},
    world::{Browser, Campus},
};

/// Holds a value against the part of JSON Schema that ours is written in; a word that is not known here is a fault.
fn misfits(schema: &Json, value: &Json, place: &str, found: &mut Vec<String>) {
    for (word, rule) in schema.as_object().unwrap() {
        match word.as_str() {
            "$schema" | "$id" | "title" | "description" => {}
            "type" => {
                let kind = match value {
                    Json::Null => "null",
                    Json::Bool(_) => "boolean",
                    Json::Number(number) if number.is_i64() => "integer",
                    Json::Number(_) => "number",
                    Json::String(_) => "string",
                    Json::Array(_) => "array",
                    Json::Object(_) => "object",
                };
                let kinds = rule.as_array().cloned().unwrap_or_else(|| vec![rule.clone()]);
                if !kinds.iter().any(|known| known == kind) {
                    found.push(format!("{place} is {kind}"));
                }
            }
            "required" => {
                let Some(object) = value.as_object() else { continue };
                let missing = rule.as_array().unwrap().iter().filter(|key| !object.contains_key(key.as_str().unwrap()));
                found.extend(missing.map(|key| format!("{place} lacks {key}")));
            }
            "properties" => {
                let Some(object) = value.as_object() else { continue };
                for (key, own) in rule.as_object().unwrap() {
                    if let Some(value) = object.get(key) {
                        misfits(own, value, &format!("{place}/{key}"), found);
                    }
                }
            }
            "additionalProperties" => {
                let Some(object) = value.as_object() else { continue };
                for (key, value) in object.iter().filter(|(key, _)| schema["properties"].get(key.as_str()).is_none()) {
                    if rule == &Json::Bool(false) {
                        found.push(format!("{place} has {key}"));
                    } else {
                        misfits(rule, value, &format!("{place}/{key}"), found);
                    }
                }
            }
            "items" => {
                for (n, value) in value.as_array().into_iter().flatten().enumerate() {
                    misfits(rule, value, &format!("{place}/{n}"), found);
                }
            }
            other => found.push(format!("this test does not know {other}")),
        }
    }
}

/// Something of hers is opened to mend a problem, and something is handed to somebody outside, as the statement allows.
async fn hand_over(campus: &Campus, manager: &mut Browser, maria: kernel::PersonId) {
    campus.resident(&campus.site, "Olaf Officer", kernel::Archetype::Officer).await;
    let mut officer = campus.sign_in(&campus.site, "Olaf Officer").await;
    let number = maria.to_string();
    let fields = [
        ("number", number.as_str()),
        ("categories", "names"),
        ("ground", "law"),
        ("recipient", "The District Court"),
        ("place", "Hall Street 1"),
        ("reference", "Order 113"),
    ];
    let form = ("/exceptions/disclosures/proposal", &fields[..]);
    let path = campus.make(manager, form, "/exceptions", ("/exceptions/disclosures/", "")).await;
    campus.done(&mut officer, &format!("{path}/approval"), &[]).await;
    assert_eq!(campus.post(manager, &format!("{path}/package"), &[]).await.status, 200);
    campus.resident(&campus.site, "Tom Technician", kernel::Archetype::Technician).await;
    let mut technician = campus.sign_in(&campus.site, "Tom Technician").await;
    let fields = [("kind", "person"), ("number", number.as_str()), ("reason", "It stays white."), ("problem", "4711")];
    let form = ("/exceptions/break-glass/asking", &fields[..]);
    let path = campus.make(&mut technician, form, "/exceptions", ("/exceptions/break-glass/", "")).await;
    campus.done(&mut officer, &format!("{path}/approval"), &[]).await;
    campus.clock.advance(jiff::SignedDuration::from_secs(5));
}

/// Mails to her came back, she has a number for codes, and one is on its way to another.
async fn reached_otherwise(campus: &Campus, maria: kernel::PersonId) {
    let (site, job) = (std::sync::Arc::clone(&campus.site), &SMS_CHECK);
    let scope = campus.site.scope(kernel::Actor::Job(job.name));
    let plant = move |work: &mut store::Work<'_>| {
        let grant = site.access.decide_job(work.scope(), job, &access::Resource::person(maria))?;
        let (own, other) = ("+31600000001".parse().unwrap(), "+31600000002".parse().unwrap());
        sms::set(work, &grant, maria, &own)?;
        sms::ask(work, maria, sms::Attempt::at_door("a proof"), Some((&grant, &other)))?;
        let number = site.directory.reach(work, maria)?.number().unwrap();
        assert!(site.directory.lose(work, number)?);
        Ok::<_, accounts::FoundError>(())
    };
    campus.site.store.write(&scope, plant).await.unwrap();
    campus.run_jobs().await;
    assert_eq!(campus.texts.messages().len(), 1);
}

// UC12, X4: planted in every field that there is; a table or column that the story does not fill fails here.
#[tokio::test(flavor = "multi_thread")]
async fn everything_that_one_may_read_is_taken_along_and_nothing_of_anybody_else() {
    let campus = Campus::new().await;
    let Story { canaries, mut maria, mut coach, mut manager, maria_id, .. } = story::tell(&campus).await;
    hand_over(&campus, &mut manager, maria_id).await;
    let how = [("how", "Seen at the desk.")];
    campus.done(&mut manager, &format!("/people/{maria_id}/second-step"), &how).await;
    campus.give_passkey(maria_id).await;
    reached_otherwise(&campus, maria_id).await;
    // The pages show it, too: what is held and not shown keeps nothing else back.
    let list = campus.page(&mut maria, "/my-data").await;
    let bundles: BTreeSet<&str> = list
        .split("href=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .filter(|to| to.contains("?category="))
        .collect();
    let mut shown = String::new();
    for path in &bundles {
        let page = campus.page(&mut maria, path).await;
        // Nobody reads the hash of a password; she reads the rest of what it lies with, and is told so.
        assert!(!page.contains("No one can read this"), "{path}: {page}");
        shown.push_str(&page);
    }
    assert!(bundles.len() > 10 && shown.contains("A key"), "{bundles:?}");
    campus.done(&mut maria, "/my-data/restriction", &[("reason", "A reason that is taken along.")]).await;
    amending::publish(&campus, &amending::amended(12, "2026-12-10", &[])).await.unwrap();
    campus.done(&mut maria, "/changes", &[("version", "12")]).await;
    // Whoever received something is to be told that she froze it.
    assert_eq!(exceptions::look(&campus.site).await.unwrap(), 1);
    let files = take(&campus, &mut maria).await;
    let all: Vec<u8> = files.values().flatten().copied().collect();
    let seen: BTreeSet<String> = canaries.in_bytes(&all).into_iter().map(|(field, ..)| field).collect();
    let hers = canaries.iter().map(|(field, _)| field.to_owned()).filter(|field| field.starts_with("maria "));
    let mut hidden: Vec<_> = hers.filter(|field| !seen.contains(field)).collect();
    hidden.sort();
    // What the coach writes about her and has not shared: counted, and not shown.
    assert_eq!(hidden, ["maria draft from the coach", "maria private note", "maria unshared note, the coach's"]);
    let others: Vec<_> = seen.iter().filter(|field| !field.starts_with("maria ")).collect();
    assert!(others.is_empty(), "somebody else's: {others:?}");

    // Every personal column of what is held of a person has a value in it, or says that it is held and not shown.
    let data: Json = serde_json::from_slice(&files["my-data.json"]).unwrap();
    let held = data["held"].as_array().unwrap();
    let passkey = &held.iter().find(|part| part["table"] == "passkey").unwrap()["rows"][0];
    assert!(passkey["sign-in.factor (name)"] == "A key", "{passkey}");
    assert!(!passkey["sign-in.factor"].is_string(), "the key itself stays here: {passkey}");
    for table in campus.common.inventory.tables() {
        let class = table.class.and_then(|class| campus.common.inventory.class(class));
        let Some(container) = class.and_then(|class| campus.common.inventory.container(class.container)) else {
            continue;
        };
        if !container.parties.iter().any(|party| party.name == "self" || party.name == "participant") {
            continue;
        }
        // Only staff promise something: see `registers::undertakings`. The campus sends no mailings, offers no other
        // way, asks for no age, and nobody signs in with another provider: see `mailings`, `requests::alternatives` and the
        // tests of accounts.
        let elsewhere =
            ["acceptance", "person_age", "consent", "mailing_link", "alternative", "alternative_line", "provider_link"];
        // Nobody follows a programme there: see the tests of self-help.
        let programmes = [
            "enrolment",
            "step_opening",
            "revision",
            "response",
            "enrolment_warning",
            "enrolment_device",
            "text_block",
            "coach_leave",
            "handed_in",
        ];
        if elsewhere.contains(&table.name) || programmes.contains(&table.name) {
            continue;
        }
        let rows = held.iter().filter(|part| part["table"] == table.name);
        let rows: Vec<_> = rows.flat_map(|part| part["rows"].as_array().unwrap()).collect();
        assert!(!rows.is_empty(), "the story fills nothing in {}, or it is not taken along", table.name);
        let mut before: Vec<&str> = Vec::new();
        for column in table.columns {
            let Content::Personal(item, _) = column.content else { continue };
            let key = if before.contains(&item) { format!("{item} ({})", column.name) } else { item.to_owned() };
            before.push(item);
            assert!(rows.iter().all(|row| row.get(&key).is_some()), "{}: {key}", table.name);
        }
        let csv = String::from_utf8_lossy(&files[&format!("tables/{}.csv", table.name)]).into_owned();
        assert!(csv.lines().count() > rows.len(), "{}: {csv}", table.name);
    }
    // And the coach takes along what is the coach's own, while all that is Maria's is frozen.
    let theirs = take(&campus, &mut coach).await;
    let all: Vec<u8> = theirs.values().flatten().copied().collect();
    assert_eq!(canaries.only(|field| field.starts_with("maria ")).in_bytes(&all), []);
    assert!(!canaries.only(|field| field.starts_with("coach ")).in_bytes(&all).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_along_has_the_published_form_with_sources_and_named_recipients() {
    let campus = Campus::new().await;
    let Story { mut maria, mut coach, mut manager, .. } = story::tell(&campus).await;
    let published = campus.get(&mut Browser::default(), keeper::export::SCHEMA_PATH).await;
    let schema: Json = serde_json::from_slice(&published.body).unwrap();
    for browser in [&mut maria, &mut coach, &mut manager] {
        let files = take(&campus, browser).await;
        assert_eq!(files["my-data-1.schema.json"], published.body);
        let data: Json = serde_json::from_slice(&files["my-data.json"]).unwrap();
        let mut found = Vec::new();
        misfits(&schema, &data, "", &mut found);
        assert!(found.is_empty(), "{found:#?}");
        let dialogue = data["categories"].as_array().unwrap().iter().find(|own| own["key"] == "dialogue").unwrap();
        assert_eq!(dialogue["sources"], serde_json::json!(["you", "coach"]));
        assert_eq!(dialogue["recipients"], serde_json::json!(["backup-store"]));
        assert!(data["recipients"].as_array().unwrap().iter().any(|own| own["name"] == "Veilige Kluis B.V."));
    }
    // A seeded fault: the check can fail.
    let mut found = Vec::new();
    misfits(&schema, &serde_json::json!({ "held": [{ "rows": [7] }], "more": 1 }), "", &mut found);
    assert!(
        found.iter().any(|fault| fault == "/held/0/rows/0 is integer")
            && found.iter().any(|fault| fault == " has more")
    );
}

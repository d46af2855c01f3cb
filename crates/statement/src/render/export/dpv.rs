//! The statement for machines: JSON-LD in the terms of the Data Privacy Vocabulary 2.3 and its extension for the GDPR.
//!
//! Every node bears its clause's id, so that `#category-dialogue` of this file is the clause of the same name on the page.

use serde_json::{Map, Value, json};

use super::facts::{is_measure, subject_roles};
use crate::{
    Basis, Category, Keep, Period, Plan, Rule, Texts,
    plan::{Recipient, RecipientRole, Safeguard},
    read::country,
};

/// The file.
pub(super) fn json(plan: &Plan) -> Result<String, serde_json::Error> {
    let mut graph = vec![statement(plan), controller(plan)];
    graph.extend(plan.purposes().iter().map(|purpose| node(&purpose.clause, "dpv:Purpose", &purpose.texts)));
    for category in plan.categories() {
        graph.push(data(category));
        graph.push(process(plan, category));
    }
    graph.extend(plan.recipients().map(recipient));
    graph.extend(plan.keeps().iter().map(storage));
    graph.extend(plan.roles().iter().map(|role| node(&role_id(&role.key), "dpv:DataSubject", &role.plurals)));
    graph.extend(measures(plan));
    serde_json::to_string_pretty(&json!({
        "@context": {
            "dpv": "https://w3id.org/dpv#",
            "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
            "dct": "http://purl.org/dc/terms/",
            "skos": "http://www.w3.org/2004/02/skos/core#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@graph": graph,
    }))
}

fn here(id: &str) -> Value {
    json!({ "@id": format!("#{id}") })
}

fn process_id(category: &Category) -> String {
    format!("process-{}", category.key)
}

fn role_id(role: &str) -> String {
    format!("role-{role}")
}

/// Texts with their languages.
fn texts(texts: &Texts) -> Value {
    texts.iter().map(|(language, text)| json!({ "@language": language.tag(), "@value": text })).collect()
}

fn node(clause: &str, of: &str, names: &Texts) -> Value {
    json!({ "@id": format!("#{clause}"), "@type": of, "skos:prefLabel": texts(names) })
}

fn statement(plan: &Plan) -> Value {
    let processes: Vec<Value> = plan.categories().iter().map(|category| here(&process_id(category))).collect();
    json!({
        "@id": "#statement",
        "@type": "dpv:Process",
        "dct:conformsTo": { "@id": "https://w3id.org/dpv/2.3" },
        "dct:title": texts(plan.names()),
        "dct:hasVersion": plan.version().number.to_string(),
        "dct:issued": { "@type": "xsd:date", "@value": plan.effective().to_string() },
        "dpv:hasDataController": here("controller"),
        "dpv:hasProcess": processes,
    })
}

fn controller(plan: &Plan) -> Value {
    let controller = plan.controller();
    let mut told = Map::new();
    told.insert("@id".into(), json!("#controller"));
    told.insert("@type".into(), json!("dpv:DataController"));
    told.insert("dpv:hasName".into(), json!(controller.name));
    told.insert("dpv:hasCountry".into(), json!(controller.country));
    let contact: Vec<&String> = std::iter::once(&controller.contact).chain(&controller.phone).collect();
    told.insert("dpv:hasContact".into(), json!(contact));
    if let Some(address) = &controller.address {
        told.insert("dpv:hasAddress".into(), json!(address));
    }
    if let Some(officer) = &controller.officer {
        let officer = json!({ "@type": "dpv:DataProtectionOfficer", "dpv:hasContact": officer });
        told.insert("dpv:hasDataProtectionOfficer".into(), officer);
    }
    let authority = json!({ "@type": "dpv:DataProtectionAuthority", "dpv:hasIdentifier": controller.authority });
    told.insert("dpv:hasAuthority".into(), authority);
    Value::Object(told)
}

fn data(category: &Category) -> Value {
    let mut types = vec!["dpv:PersonalData"];
    if category.special {
        types.push("dpv:SpecialCategoryPersonalData");
    }
    if category.secrecy.is_some() {
        types.push("dpv:ProfessionalConfidentialData");
    }
    let items: Vec<&str> = category.items.iter().map(|item| item.name.as_str()).collect();
    let sources: Vec<Value> = category
        .sources
        .iter()
        .map(|source| json!({ "@type": "dpv:DataSource", "dpv:hasIdentifier": source.key() }))
        .collect();
    json!({
        "@id": format!("#{}", category.clause),
        "@type": types,
        "skos:prefLabel": texts(&category.names),
        "dct:description": texts(&category.about),
        "dpv:hasIdentifier": items,
        "dpv:hasDataSource": sources,
    })
}

/// One category at work: what for, on what ground, for whom, how long.
fn process(plan: &Plan, category: &Category) -> Value {
    let purposes = category.purposes.iter().filter_map(|key| plan.purpose(key));
    let purposes: Vec<Value> = purposes.map(|purpose| here(&purpose.clause)).collect();
    let bases: Vec<Value> = category.bases.iter().map(|rule| basis(rule.basis, rule)).collect();
    let recipients = plan.recipients().filter(|recipient| recipient.categories.contains(&category.key));
    let recipients: Vec<Value> = recipients.map(|recipient| here(&recipient.clause)).collect();
    let keeps = plan.keeps().iter().filter(|keep| keep.what.covers(&category.key));
    let keeps: Vec<Value> = keeps.map(|keep| here(&keep.clause)).collect();
    let subjects: Vec<Value> = subject_roles(plan, category).iter().map(|role| here(&role_id(role))).collect();
    json!({
        "@id": format!("#{}", process_id(category)),
        "@type": "dpv:PersonalDataProcess",
        "dpv:hasPersonalData": here(&category.clause),
        "dpv:hasPurpose": purposes,
        "dpv:hasLegalBasis": bases,
        "dpv:hasDataSubject": subjects,
        "dpv:hasRecipient": recipients,
        "dpv:hasStorageCondition": keeps,
    })
}

/// The term for a legal basis; the law and the activity stand beside it.
fn basis(basis: Basis, rule: &crate::plan::BasisRule) -> Value {
    let term = match basis {
        Basis::Consent => "eu-gdpr:A6-1-a",
        Basis::Contract => "eu-gdpr:A6-1-b",
        Basis::LegalObligation => "eu-gdpr:A6-1-c",
        Basis::VitalInterest => "eu-gdpr:A6-1-d",
        Basis::PublicTask => "eu-gdpr:A6-1-e",
        Basis::LegitimateInterest => "eu-gdpr:A6-1-f",
    };
    let mut told = Map::new();
    told.insert("@type".into(), json!(term));
    if let Some(law) = &rule.law {
        told.insert("dct:source".into(), json!(law.0));
    }
    if let Some(activity) = &rule.activity {
        told.insert("dpv:hasContext".into(), json!(activity));
    }
    Value::Object(told)
}

fn recipient(recipient: &Recipient) -> Value {
    let types = match recipient.role {
        RecipientRole::Processor => json!(["dpv:DataProcessor"]),
        RecipientRole::Controller | RecipientRole::JointController => json!(["dpv:Recipient", "dpv:DataController"]),
        RecipientRole::Authority => json!(["dpv:Recipient", "dpv:Authority"]),
    };
    let place = if country::in_eea(&recipient.country) { "dpv:hasCountry" } else { "dpv:hasThirdCountry" };
    let mut told = Map::new();
    told.insert("@id".into(), json!(format!("#{}", recipient.clause)));
    told.insert("@type".into(), types);
    told.insert("skos:prefLabel".into(), texts(&recipient.names));
    told.insert("dct:description".into(), texts(&recipient.about));
    told.insert(place.into(), json!(recipient.country));
    if let Some(safeguard) = recipient.safeguard {
        let term = match safeguard {
            Safeguard::Adequacy => "eu-gdpr:A45-3",
            Safeguard::StandardContractualClauses => "eu-gdpr:A46-2-c",
            Safeguard::BindingCorporateRules => "eu-gdpr:A46-2-b",
            Safeguard::ExplicitConsent => "eu-gdpr:A49-1-a",
        };
        told.insert("dpv:hasLegalBasis".into(), json!({ "@type": term }));
    }
    Value::Object(told)
}

fn storage(keep: &Keep) -> Value {
    let mut told = Map::new();
    told.insert("@id".into(), json!(format!("#{}", keep.clause)));
    told.insert("@type".into(), json!("dpv:StorageDuration"));
    told.insert("dct:type".into(), json!(if keep.floor { "at-least" } else { "at-most" }));
    told.insert("dpv:hasDuration".into(), json!({ "@type": "xsd:duration", "@value": duration(keep.period) }));
    told.insert("dpv:isAfter".into(), json!(keep.after));
    if let Some(role) = &keep.of {
        told.insert("dpv:hasDataSubject".into(), here(&role_id(role)));
    }
    if let Some(law) = &keep.law {
        told.insert("dct:source".into(), json!(law.0));
    }
    if let Some(consent) = &keep.consent {
        told.insert("dpv:hasContext".into(), json!(consent));
    }
    Value::Object(told)
}

/// ISO 8601, with the units that the statement names: weeks are seven days, since XML Schema knows none.
fn duration(period: Period) -> String {
    let days = u32::from(period.weeks) * 7 + u32::from(period.days);
    let mut text = String::from("P");
    for (count, unit) in [(u32::from(period.years), 'Y'), (u32::from(period.months), 'M'), (days, 'D')] {
        if count > 0 {
            text.push_str(&format!("{count}{unit}"));
        }
    }
    if period.hours > 0 {
        text.push_str(&format!("T{}H", period.hours));
    }
    if text == "P" { "P0D".to_owned() } else { text }
}

/// What keeps the data safe, by whom.
fn measures(plan: &Plan) -> impl Iterator<Item = Value> {
    plan.clauses().iter().filter(|clause| is_measure(clause)).map(|clause| {
        let by_people = matches!(clause.rule, Rule::Declaration(_) | Rule::Undertaking(_) | Rule::Review(_));
        let of = if by_people { "dpv:OrganisationalMeasure" } else { "dpv:TechnicalMeasure" };
        json!({ "@id": format!("#{}", clause.id), "@type": of, "dct:type": clause.rule.kind() })
    })
}

#[cfg(test)]
mod tests {
    use super::duration;
    use crate::Period;

    #[test]
    fn periods_are_written_as_xml_schema_knows_them() {
        let period = Period { years: 1, months: 6, ..Period::default() };
        assert_eq!(duration(period), "P1Y6M");
        assert_eq!(duration(Period { weeks: 6, days: 1, ..Period::default() }), "P43D");
        assert_eq!(duration(Period { hours: 4, ..Period::default() }), "PT4H");
        assert_eq!(duration(Period::default()), "P0D");
    }
}

//! What an agreement with each processor has to describe (GDPR Art. 28(3)), and the list of transfers (Chapter V).

use super::{
    document::{Document, Entry, Fact, Part},
    record::transfer_fact,
};
use crate::{
    Rule,
    plan::{Recipient, RecipientRole},
    render::speaker::{Speaker, capital},
};

/// The annex: one part for each processor.
pub(super) fn document(speaker: &Speaker<'_>) -> Document {
    let processors = speaker.plan.recipients().filter(|recipient| recipient.role == RecipientRole::Processor);
    let mut parts: Vec<Part> = processors.map(|recipient| processor(speaker, recipient)).collect();
    if parts.is_empty() {
        let said = vec![speaker.say("export-processors-none")];
        parts.push(Part { title: speaker.say("export-processors"), said, entries: Vec::new() });
    }
    Document {
        language: speaker.language,
        title: speaker.say("export-form-annex"),
        lead: vec![speaker.lawful("export-annex-lead"), speaker.made_of()],
        parts,
    }
}

fn processor(speaker: &Speaker<'_>, recipient: &Recipient) -> Part {
    let about = speaker.own(&recipient.about);
    let subject = if about.is_empty() { Vec::new() } else { vec![capital(&about)] };
    let received: Vec<String> = recipient.categories.iter().map(|key| capital(&speaker.category(key))).collect();
    let mut people: Vec<String> = Vec::new();
    for category in recipient.categories.iter().filter_map(|key| speaker.plan.category(key)) {
        let whose = capital(&speaker.subjects(category));
        if !people.contains(&whose) {
            people.push(whose);
        }
    }
    let purposes = speaker.purpose_lines(&recipient.purposes);
    let mut facts = vec![
        speaker.lines_or("export-subject-matter", subject, "export-lacks-subject-matter"),
        Fact::missing(speaker.say("export-duration"), speaker.say("export-lacks-duration")),
        speaker.lines_or("export-nature", purposes, "export-lacks-nature"),
        speaker.lines_or("export-receives", received, "export-lacks-received"),
        speaker.lines_or("export-subjects", people, "export-lacks-received"),
        speaker.fact("export-country", capital(&speaker.country(&recipient.country))),
        transfer_fact(speaker, recipient),
    ];
    facts.extend(agreement(speaker, recipient));
    if recipient.sealed {
        facts.push(speaker.fact("export-sealed", speaker.say("page-recipient-sealed")));
    }
    facts.push(Fact::missing(speaker.say("export-duties"), speaker.lawful("export-duties-agreement")));
    Part {
        title: speaker.named(&recipient.names, &recipient.key),
        said: Vec::new(),
        entries: vec![Entry { title: String::new(), facts }],
    }
}

fn agreement(speaker: &Speaker<'_>, recipient: &Recipient) -> Vec<Fact> {
    let name = speaker.say("export-agreement");
    let Some(agreement) = &recipient.agreement else {
        return vec![Fact::missing(name, speaker.say("export-lacks-agreement"))];
    };
    let date = speaker.voice.date(agreement.signed);
    let mut facts = vec![Fact::new(name, speaker.with("export-signed", [("date", date.into())]))];
    facts.push(match &agreement.document {
        Some(document) => speaker.fact("export-document", document.as_str()),
        None => Fact::missing(speaker.say("export-document"), speaker.say("export-lacks-document")),
    });
    facts.push(match agreement.review {
        Some(period) => speaker.fact("export-review", capital(&speaker.every(period))),
        None => Fact::missing(speaker.say("export-review"), speaker.say("export-lacks-review")),
    });
    facts
}

/// The list of transfers.
pub(super) fn transfers(speaker: &Speaker<'_>) -> Document {
    let abroad: Vec<&Recipient> =
        speaker.plan.recipients().filter(|recipient| speaker.is_transfer(recipient)).collect();
    let entries: Vec<Entry> = abroad.iter().map(|recipient| transfer(speaker, recipient)).collect();
    let said = if entries.is_empty() { vec![speaker.say("export-transfers-none")] } else { Vec::new() };
    let mut parts = vec![Part { title: speaker.say("export-transfers"), said, entries }];
    let excluded = speaker.plan.clauses().iter().filter(|clause| matches!(clause.rule, Rule::Excluded(_)));
    let excluded: Vec<String> = excluded.map(|clause| speaker.with_state(clause)).collect();
    if !excluded.is_empty() {
        parts.push(Part { title: speaker.say("export-excluded"), said: excluded, entries: Vec::new() });
    }
    let staying = speaker.plan.recipients().filter(|recipient| !speaker.is_transfer(recipient));
    let staying: Vec<String> = staying.map(|recipient| speaker.recipient_line(recipient)).collect();
    if !staying.is_empty() {
        parts.push(Part { title: speaker.say("export-staying"), said: staying, entries: Vec::new() });
    }
    Document {
        language: speaker.language,
        title: speaker.say("export-form-transfers"),
        lead: vec![speaker.lawful("export-transfers-lead"), speaker.made_of()],
        parts,
    }
}

fn transfer(speaker: &Speaker<'_>, recipient: &Recipient) -> Entry {
    let received: Vec<String> = recipient.categories.iter().map(|key| capital(&speaker.category(key))).collect();
    Entry {
        title: speaker.named(&recipient.names, &recipient.key),
        facts: vec![
            speaker.fact("export-part", capital(&speaker.phrase(&format!("export-role-{}", recipient.role.key())))),
            speaker.fact("export-country", capital(&speaker.country(&recipient.country))),
            transfer_fact(speaker, recipient),
            speaker.lines_or("export-receives", received, "export-lacks-received"),
            speaker.lines_or("export-nature", speaker.purpose_lines(&recipient.purposes), "export-lacks-nature"),
            Fact::missing(speaker.say("export-transfer-judged"), speaker.say("export-lacks-judged")),
        ],
    }
}

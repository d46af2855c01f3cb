//! The record of processing activities (GDPR Art. 30(1)): one activity for each purpose, one entry for each category.

use super::{
    csv,
    document::{Document, Entry, Fact, Part},
    facts::{items, neat},
};
use crate::{
    Category, Plan, State,
    plan::{CategoryKind, Recipient, RecipientRole},
    read::country,
    render::speaker::{Speaker, capital},
};

/// Whether one of the points (a) to (g) of Art. 30(1) is answered by the statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The point: `a` to `g`.
    pub point: char,
    /// Keys of what is missing; none when the point is answered.
    pub missing: Vec<&'static str>,
}

/// The seven points of Art. 30(1), in order, each with what the statement does not say.
pub fn answers(plan: &Plan) -> [Answer; 7] {
    let controller = plan.controller();
    let people: Vec<&Category> = plan.categories().iter().collect();
    let missing = |point: char, wants: &[(bool, &'static str)]| Answer {
        point,
        missing: wants.iter().filter(|(lacks, _)| *lacks).map(|(_, key)| *key).collect(),
    };
    let is_british = controller.country == "GB";
    let abroad = !country::in_eea(&controller.country) && !is_british;
    let groundless = plan.recipients().any(|recipient| {
        recipient.country != controller.country && !country::in_eea(&recipient.country) && recipient.safeguard.is_none()
    });
    let endless = people.iter().any(|category| !plan.keeps().iter().any(|keep| keep.what.covers(&category.key)));
    let measured = plan.clauses().iter().any(super::facts::is_measure);
    [
        missing(
            'a',
            &[
                (controller.address.is_none(), "export-lacks-address"),
                (controller.officer.is_none(), "export-lacks-officer"),
                (abroad, "export-lacks-representative"),
            ],
        ),
        missing('b', &[(plan.purposes().is_empty(), "export-lacks-purposes")]),
        missing('c', &[(people.is_empty(), "export-lacks-categories")]),
        missing('d', &[(plan.recipients().next().is_none(), "export-lacks-recipients")]),
        missing('e', &[(groundless, "export-lacks-safeguard")]),
        missing('f', &[(endless, "export-lacks-period")]),
        missing('g', &[(!measured, "export-lacks-measures")]),
    ]
}

/// The record as a document.
pub(super) fn document(speaker: &Speaker<'_>) -> Document {
    let plan = speaker.plan;
    let mut parts =
        vec![points(speaker), Part { title: speaker.say("export-who"), said: Vec::new(), entries: who(speaker) }];
    for purpose in plan.purposes() {
        let served = plan.categories().iter().filter(|category| category.purposes.contains(&purpose.key));
        let entries: Vec<Entry> = served.map(|category| category_entry(speaker, category)).collect();
        let title = capital(&speaker.purpose(&purpose.key));
        let said = if entries.is_empty() { vec![speaker.say("export-purpose-idle")] } else { Vec::new() };
        parts.push(Part { title, said, entries });
    }
    parts.push(recipients(speaker));
    let measures = speaker.lines_or("export-measures-fact", speaker.measures(), "export-lacks-measures");
    parts.push(Part {
        title: speaker.say("export-measures"),
        said: Vec::new(),
        entries: vec![Entry { title: String::new(), facts: vec![measures] }],
    });
    Document {
        language: speaker.language,
        title: speaker.say("export-form-ropa-html"),
        lead: vec![speaker.lawful("export-record-lead"), speaker.made_of()],
        parts,
    }
}

/// What the law asks, and where it is answered.
fn points(speaker: &Speaker<'_>) -> Part {
    let facts = answers(speaker.plan).map(|answer| {
        let name = speaker.phrase(&format!("export-point-{}", answer.point));
        if answer.missing.is_empty() {
            Fact::new(name, speaker.say("export-answered"))
        } else {
            let said = answer.missing.iter().map(|key| speaker.say(key)).collect();
            Fact { name, said, missing: true }
        }
    });
    Part {
        title: speaker.lawful("export-points"),
        said: Vec::new(),
        entries: vec![Entry { title: String::new(), facts: facts.into() }],
    }
}

fn who(speaker: &Speaker<'_>) -> Vec<Entry> {
    let controller = speaker.plan.controller();
    let mut facts = vec![speaker.fact("export-controller", controller.name.as_str())];
    match &controller.address {
        Some(address) => facts.push(speaker.fact("export-address", address.as_str())),
        None => facts.push(Fact::missing(speaker.say("export-address"), speaker.say("export-lacks-address"))),
    }
    facts.push(speaker.fact("export-country", capital(&speaker.country(&controller.country))));
    let contact = std::iter::once(controller.contact.clone()).chain(controller.phone.clone()).collect();
    facts.push(Fact::lines(speaker.say("export-contact"), contact));
    match &controller.officer {
        Some(officer) => facts.push(speaker.fact("export-officer", officer.as_str())),
        None => facts.push(Fact::missing(speaker.say("export-officer"), speaker.say("export-lacks-officer"))),
    }
    let joint = speaker.plan.recipients().filter(|recipient| recipient.role == RecipientRole::JointController);
    let joint: Vec<String> = joint.map(|recipient| speaker.named(&recipient.names, &recipient.key)).collect();
    let joint = if joint.is_empty() { vec![speaker.say("export-joint-none")] } else { joint };
    facts.push(Fact::lines(speaker.say("export-joint"), joint));
    facts.push(speaker.fact("export-authority", capital(&speaker.authority())));
    vec![Entry { title: String::new(), facts }]
}

/// A category, as each activity that it serves tells of it.
pub(super) fn category_entry(speaker: &Speaker<'_>, category: &Category) -> Entry {
    let mut facts = vec![
        speaker.fact("export-holds", speaker.holds(category)),
        speaker.fact("export-subjects", capital(&speaker.subjects(category))),
        Fact::lines(speaker.say("export-basis"), speaker.basis_lines(category)),
        speaker.fact("export-inside", capital(&speaker.inside(category))),
    ];
    let outside: Vec<String> = speaker.receiving(category).map(|to| speaker.recipient_line(to)).collect();
    let outside = if outside.is_empty() { vec![speaker.say("export-outside-none")] } else { outside };
    facts.push(Fact::lines(speaker.say("export-outside"), outside));
    facts.push(speaker.lines_or("export-period", speaker.period_lines(category), "export-lacks-period"));
    let marks = marks(speaker, category);
    if !marks.is_empty() {
        facts.push(Fact::lines(speaker.say("export-marks"), marks));
    }
    Entry { title: capital(&speaker.category(&category.key)), facts }
}

fn marks(speaker: &Speaker<'_>, category: &Category) -> Vec<String> {
    let mut marks = Vec::new();
    if category.special {
        marks.push(speaker.lawful("export-special"));
    }
    if let Some(role) = &category.secrecy {
        marks.push(speaker.with("export-secrecy", [("role", speaker.the_role(role).into())]));
    }
    if category.kind == CategoryKind::Visitor {
        marks.push(speaker.say("export-visits-apart"));
    }
    let clause = speaker.plan.clause(&category.clause);
    if clause.is_some_and(|clause| matches!(clause.state, State::NotInUse { .. })) {
        marks.push(speaker.say("export-not-held"));
    }
    marks
}

fn recipients(speaker: &Speaker<'_>) -> Part {
    let entries = speaker.plan.recipients().map(|to| recipient_entry(speaker, to)).collect::<Vec<_>>();
    let said = if entries.is_empty() { vec![speaker.say("export-lacks-recipients")] } else { Vec::new() };
    Part { title: speaker.say("export-recipients"), said, entries }
}

fn recipient_entry(speaker: &Speaker<'_>, recipient: &Recipient) -> Entry {
    let mut facts = vec![
        speaker.fact("export-part", capital(&speaker.phrase(&format!("export-role-{}", recipient.role.key())))),
        speaker.fact("export-country", capital(&speaker.country(&recipient.country))),
    ];
    let received: Vec<String> = recipient.categories.iter().map(|key| capital(&speaker.category(key))).collect();
    facts.push(speaker.lines_or("export-receives", received, "export-lacks-received"));
    facts.push(transfer_fact(speaker, recipient));
    Entry { title: neat(&speaker.named(&recipient.names, &recipient.key)), facts }
}

/// Where the data goes and on what ground: point (e).
pub(super) fn transfer_fact(speaker: &Speaker<'_>, recipient: &Recipient) -> Fact {
    let name = speaker.say("export-transfer");
    if !speaker.is_transfer(recipient) {
        return Fact::new(name, speaker.say("export-transfer-none"));
    }
    match speaker.safeguard(recipient) {
        Some(ground) => Fact::new(name, ground),
        None => Fact::missing(name, speaker.say("export-lacks-safeguard")),
    }
}

/// The record as a table: one line for each purpose of each category, and one for each recipient of nothing named.
pub(super) fn table(speaker: &Speaker<'_>) -> String {
    let head = [
        "export-controller",
        "export-contact",
        "export-officer",
        "export-column-purpose",
        "export-column-category",
        "export-column-items",
        "export-subjects",
        "export-basis",
        "export-inside",
        "export-outside",
        "export-transfer",
        "export-period",
        "export-measures",
        "export-column-clause",
    ]
    .map(|key| speaker.say(key));
    let controller = speaker.plan.controller();
    let officer = controller.officer.clone().unwrap_or_else(|| speaker.say("export-lacks-officer"));
    let house = [controller.name.clone(), controller.contact.clone(), officer];
    let measures = speaker.measures().join("\n");
    let mut rows = Vec::new();
    for purpose in speaker.plan.purposes() {
        for category in speaker.plan.categories().iter().filter(|category| category.purposes.contains(&purpose.key)) {
            let mut row = house.to_vec();
            row.extend(category_cells(speaker, &purpose.key, category));
            row.extend([measures.clone(), category.clause.clone()]);
            rows.push(row);
        }
    }
    for recipient in speaker.plan.recipients().filter(|recipient| recipient.categories.is_empty()) {
        let mut row = house.to_vec();
        row.extend([recipient_purposes(speaker, recipient), String::new(), String::new(), String::new()]);
        row.extend([String::new(), String::new(), speaker.recipient_line(recipient), transfers(speaker, &[recipient])]);
        row.extend([String::new(), measures.clone(), recipient.clause.clone()]);
        rows.push(row);
    }
    csv::table(&head, &rows)
}

fn category_cells(speaker: &Speaker<'_>, purpose: &str, category: &Category) -> [String; 9] {
    let outside: Vec<&Recipient> = speaker.receiving(category).collect();
    let told: Vec<String> = outside.iter().map(|recipient| speaker.recipient_line(recipient)).collect();
    [
        capital(&speaker.purpose(purpose)),
        capital(&speaker.category(&category.key)),
        items(category),
        capital(&speaker.subjects(category)),
        speaker.basis_lines(category).join("\n"),
        capital(&speaker.inside(category)),
        told.join("\n"),
        transfers(speaker, &outside),
        speaker.period_lines(category).join("\n"),
    ]
}

fn transfers(speaker: &Speaker<'_>, recipients: &[&Recipient]) -> String {
    let abroad = recipients.iter().filter(|recipient| speaker.is_transfer(recipient));
    let told: Vec<String> = abroad.map(|recipient| transfer_fact(speaker, recipient).said.join(" ")).collect();
    told.join("\n")
}

fn recipient_purposes(speaker: &Speaker<'_>, recipient: &Recipient) -> String {
    speaker.purpose_lines(&recipient.purposes).join("\n")
}

//! The start of an impact assessment (GDPR Art. 35(7)): what the statement tells already, and what people must still judge.

use super::{
    document::{Document, Entry, Fact, Part},
    record,
};
use crate::{
    Category, Rule, State,
    plan::{AgeGate, Basis, BelowAge, Field, GroupFigures, Practice, Recording, Safeguard, SelfAct},
    render::speaker::{Speaker, capital},
};

/// How the statement stands to one of the nine criteria of the guidelines (WP 248 rev.01, III.B.a).
enum Verdict {
    /// The statement shows that it applies.
    Applies(String),
    /// A clause rules it out.
    RuledOut(String),
    /// The statement does not tell: somebody has to judge.
    Open,
}

/// The assessment's first draft.
pub(super) fn document(speaker: &Speaker<'_>) -> Document {
    let criteria = criteria(speaker);
    let applying = criteria.iter().filter(|(_, verdict)| matches!(verdict, Verdict::Applies(_))).count();
    let open = criteria.iter().filter(|(_, verdict)| matches!(verdict, Verdict::Open)).count();
    let counted = speaker.with("export-criteria-count", [("applying", applying.into()), ("open", open.into())]);
    let facts = criteria.iter().map(|(key, verdict)| criterion(speaker, key, verdict)).collect();
    Document {
        language: speaker.language,
        title: speaker.say("export-form-dpia"),
        lead: vec![speaker.lawful("export-dpia-lead"), speaker.made_of()],
        parts: vec![
            Part {
                title: speaker.say("export-criteria"),
                said: vec![counted, speaker.say("export-criteria-rule")],
                entries: vec![Entry { title: String::new(), facts }],
            },
            description(speaker),
            necessity(speaker),
            risks(speaker),
            Part { title: speaker.say("export-measures"), said: speaker.measures(), entries: Vec::new() },
            questions(speaker),
        ],
    }
}

fn criterion(speaker: &Speaker<'_>, key: &str, verdict: &Verdict) -> Fact {
    let name = speaker.say(&format!("export-criterion-{key}"));
    match verdict {
        Verdict::Applies(why) => Fact::new(name, speaker.with("export-applies", [("why", why.as_str().into())])),
        Verdict::RuledOut(why) => Fact::new(name, speaker.with("export-ruled-out", [("why", why.as_str().into())])),
        Verdict::Open => Fact::missing(name, speaker.say("export-judge")),
    }
}

fn criteria(speaker: &Speaker<'_>) -> Vec<(&'static str, Verdict)> {
    let plan = speaker.plan;
    let ruled_out = |practice| match speaker.ruled_out(practice) {
        Some(clause) => Verdict::RuledOut(speaker.clause(&clause.rule).join(" ")),
        None => Verdict::Open,
    };
    let guarded = |category: &&Category| category.special || category.secrecy.is_some();
    let confidential: Vec<String> =
        plan.categories().iter().filter(guarded).map(|category| speaker.category(&category.key)).collect();
    let recorded = plan.first::<Recording>().map(|rule| speaker.clause(&Rule::Recording(rule.clone())).join(" "));
    let young = plan.first::<AgeGate>().filter(|gate| gate.below == BelowAge::Guardian || gate.min < 18);
    let young = young.map(|gate| speaker.clause(&Rule::AgeGate(gate.clone())).join(" "));
    let or_open = |why: Option<String>| why.map_or(Verdict::Open, Verdict::Applies);
    let confidential = (!confidential.is_empty()).then(|| {
        let what = capital(&speaker.list(&confidential));
        speaker.with("export-confidential", [("what", what.into())])
    });
    vec![
        ("scoring", ruled_out(Practice::Profiling)),
        ("decisions", ruled_out(Practice::AutomatedDecisions)),
        ("monitoring", or_open(recorded)),
        ("sensitive", or_open(confidential)),
        ("scale", Verdict::Open),
        ("matching", ruled_out(Practice::OtherPurposes)),
        ("vulnerable", or_open(young)),
        ("novel", Verdict::Open),
        ("barring", Verdict::Open),
    ]
}

/// Art. 35(7)(a): what happens with which data, and what for.
fn description(speaker: &Speaker<'_>) -> Part {
    let entries = speaker.plan.categories().iter().map(|category| {
        let mut entry = record::category_entry(speaker, category);
        entry.facts.insert(1, Fact::lines(speaker.say("export-nature"), speaker.purpose_lines(&category.purposes)));
        entry
    });
    let why = if speaker.has_officer_role() { "export-description-said" } else { "export-description-alone" };
    Part { title: speaker.say("export-description"), said: vec![speaker.say(why)], entries: entries.collect() }
}

/// Art. 35(7)(b): whether it is needed, and no more than needed.
fn necessity(speaker: &Speaker<'_>) -> Part {
    let plan = speaker.plan;
    let mut facts = Vec::new();
    let fields: Vec<String> =
        plan.all::<Field>().flat_map(|field| speaker.clause(&Rule::Field(field.clone()))).collect();
    facts.push(speaker.lines_or("export-asked", fields, "export-lacks-fields"));
    let grouped: Vec<String> =
        plan.all::<GroupFigures>().flat_map(|rule| speaker.clause(&Rule::GroupFigures(rule.clone()))).collect();
    if !grouped.is_empty() {
        facts.push(Fact::lines(speaker.say("export-grouped"), grouped));
    }
    let told: Vec<String> = plan
        .clauses()
        .iter()
        .filter(|clause| {
            matches!(clause.rule, Rule::Rights(_) | Rule::SelfService(_) | Rule::Changes(_) | Rule::Announce(_))
        })
        .map(|clause| speaker.with_state(clause))
        .collect();
    facts.push(speaker.lines_or("export-rights", told, "export-lacks-rights"));
    let interests = plan
        .categories()
        .iter()
        .filter(|category| category.bases.iter().any(|rule| rule.basis == Basis::LegitimateInterest));
    for category in interests {
        let name = capital(&speaker.category(&category.key));
        facts.push(Fact::missing(name, speaker.say("export-lacks-balance")));
    }
    facts.push(Fact::missing(speaker.say("export-alternatives"), speaker.say("export-judge")));
    Part {
        title: speaker.say("export-necessity"),
        said: Vec::new(),
        entries: vec![Entry { title: String::new(), facts }],
    }
}

/// Art. 35(7)(c): three things that can go wrong, with what the statement sets against each. How likely and how grave
/// is for people to judge.
fn risks(speaker: &Speaker<'_>) -> Part {
    let against = |wanted: fn(&Rule) -> bool| -> Vec<String> {
        let clauses = speaker.plan.clauses().iter().filter(|clause| wanted(&clause.rule));
        let in_use = clauses.filter(|clause| !matches!(clause.state, State::NotInUse { .. }));
        in_use.map(|clause| speaker.with_state(clause)).collect()
    };
    let seen =
        against(|rule| matches!(rule, Rule::Never(_) | Rule::Encryption(_) | Rule::SecondFactor(_) | Rule::Review(_)));
    let changed = against(|rule| match rule {
        Rule::SelfService(rule) => rule.act == SelfAct::Correct,
        rule => matches!(rule, Rule::SignIn(_) | Rule::Throttle(_) | Rule::Backup(_)),
    });
    let lost = against(|rule| matches!(rule, Rule::Backup(_) | Rule::Announce(_)));
    let entry = |key: &str, measures: Vec<String>| Entry {
        title: speaker.say(&format!("export-risk-{key}")),
        facts: vec![
            speaker.lines_or("export-against", measures, "export-lacks-against"),
            Fact::missing(speaker.say("export-likelihood"), speaker.say("export-judge")),
            Fact::missing(speaker.say("export-severity"), speaker.say("export-judge")),
        ],
    };
    Part {
        title: speaker.say("export-risks"),
        said: vec![speaker.say("export-risks-lead")],
        entries: vec![entry("seen", seen), entry("changed", changed), entry("lost", lost)],
    }
}

/// What only people can answer.
fn questions(speaker: &Speaker<'_>) -> Part {
    let mut asked: Vec<String> =
        ["people", "views", "advice"].iter().map(|key| speaker.lawful(&format!("export-question-{key}"))).collect();
    for answer in record::answers(speaker.plan) {
        asked.extend(answer.missing.iter().map(|key| speaker.say(key)));
    }
    for recipient in speaker.plan.recipients() {
        if matches!(recipient.safeguard, Some(Safeguard::StandardContractualClauses | Safeguard::BindingCorporateRules))
        {
            let name = speaker.named(&recipient.names, &recipient.key);
            asked.push(speaker.with("export-question-transfer", [("name", name.into())]));
        }
    }
    for declared in
        speaker.plan.declarations().filter(|declared| declared.expires.is_none() && declared.review.is_none())
    {
        asked.push(speaker.with("export-question-declared", [("text", speaker.own(&declared.texts).into())]));
    }
    let idle = speaker.plan.clauses().iter().filter(|clause| matches!(clause.state, State::NotInUse { .. })).count();
    if idle > 0 {
        asked.push(speaker.with("export-question-idle", [("count", idle.into())]));
    }
    Part { title: speaker.say("export-questions"), said: asked, entries: Vec::new() }
}

//! Which clause stands in which section, and what stands above it.

use kernel::words::Spoken;

use super::{
    ClauseText, Paragraph, PublicPage, Section,
    speaker::{Speaker, capital, typeset},
};
use crate::{
    Clause, Keep, Rule, What,
    plan::{About, AsRule, Practice},
};

/// The sections between "who we are" and "versions", in the reader's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Who,
    Hold,
    Read,
    Keep,
    Decide,
    Receive,
    Practice,
    Security,
    Cookies,
    Rights,
    Declared,
}

impl Place {
    const ALL: [Self; 11] = [
        Self::Who,
        Self::Hold,
        Self::Read,
        Self::Keep,
        Self::Decide,
        Self::Receive,
        Self::Practice,
        Self::Security,
        Self::Cookies,
        Self::Rights,
        Self::Declared,
    ];

    const fn id(self) -> (&'static str, &'static str) {
        match self {
            Self::Who => ("section-who", "page-who"),
            Self::Hold => ("section-hold", "page-hold"),
            Self::Read => ("section-read", "page-read"),
            Self::Keep => ("section-keep", "page-keep"),
            Self::Decide => ("section-decide", "page-decide"),
            Self::Receive => ("section-receive", "page-receive"),
            Self::Practice => ("section-practice", "page-practice"),
            Self::Security => ("section-security", "page-security"),
            Self::Cookies => ("section-cookies", "page-cookies"),
            Self::Rights => ("section-rights", "page-rights"),
            Self::Declared => ("section-declared", "page-declared"),
        }
    }

    fn of(rule: &Rule) -> Self {
        match rule {
            Rule::About(_) | Rule::Activity(_) => Self::Who,
            Rule::Purpose(_) | Rule::Category(_) | Rule::Field(_) | Rule::AgeGate(_) => Self::Hold,
            Rule::Read(_) | Rule::Never(_) | Rule::BreakGlass(_) | Rule::Undertaking(_) | Rule::Warning(_) => {
                Self::Read
            }
            Rule::Keep(_) | Rule::Announce(_) | Rule::Move(_) => Self::Keep,
            Rule::Consent(_)
            | Rule::SelfService(_)
            | Rule::Invitation(_)
            | Rule::Publish(_)
            | Rule::Share(_)
            | Rule::Mailing(_)
            | Rule::Alternative(_) => Self::Decide,
            Rule::Recipient(_)
            | Rule::Excluded(_)
            | Rule::Disclosure(_)
            | Rule::Report(_)
            | Rule::GroupFigures(_)
            | Rule::Invoices(_) => Self::Receive,
            Rule::Notice(_) | Rule::Recording(_) | Rule::Feedback(_) | Rule::Contact(_) | Rule::Notify(_) => {
                Self::Practice
            }
            Rule::SignIn(_)
            | Rule::Password(_)
            | Rule::SecondFactor(_)
            | Rule::Throttle(_)
            | Rule::Review(_)
            | Rule::Backup(_)
            | Rule::Uploads(_)
            | Rule::Encryption(_) => Self::Security,
            Rule::Cookie(_) | Rule::Unsent(_) | Rule::Counts(_) | Rule::Links(_) => Self::Cookies,
            Rule::Rights(_) | Rule::Changes(_) => Self::Rights,
            Rule::Declaration(_) => Self::Declared,
            Rule::RuledOut(rule) => Self::of_practice(rule.practice),
        }
    }

    /// What is never done stands where a reader would look for it.
    fn of_practice(practice: Practice) -> Self {
        match practice {
            Practice::Sale | Practice::UseByProcessors | Practice::UndeclaredConnections => Self::Receive,
            Practice::Advertising | Practice::Analytics | Practice::Trackers | Practice::ThirdPartyContent => {
                Self::Cookies
            }
            Practice::OtherPurposes | Practice::ModelTraining | Practice::Profiling => Self::Hold,
            Practice::Marketing | Practice::PreTickedConsent => Self::Decide,
            Practice::AutomatedDecisions => Self::Rights,
            Practice::DownloadOfRecordings | Practice::PassingOn => Self::Practice,
            Practice::SharedAccounts
            | Practice::RealDataInTests
            | Practice::NamesInAddresses
            | Practice::MailedPasswords => Self::Security,
        }
    }
}

pub(super) fn page(speaker: &Speaker<'_>) -> PublicPage {
    let plan = speaker.plan;
    let name = plan.names().get(speaker.language);
    let version = plan.version();
    let date = speaker.voice.date(version.effective);
    let mut sections: Vec<Section> = Place::ALL.into_iter().filter_map(|place| section(speaker, place)).collect();
    sections.push(versions(speaker));
    for paragraph in sections.iter_mut().flat_map(|section| &mut section.paragraphs) {
        paragraph.fold = speaker.fold(paragraph);
    }
    PublicPage {
        language: speaker.language,
        title: match name {
            Some(name) => speaker.with("page-title", [("name", name.into())]),
            None => speaker.say("page-title-plain"),
        },
        summary: summary(speaker).map(|about| speaker.own(&about.texts)).unwrap_or_default(),
        version: speaker.with("page-version-line", [("number", version.number.into()), ("date", date.into())]),
        legend: speaker.say("page-legend"),
        contents: speaker.phrase("page-contents"),
        sections,
    }
}

fn summary<'a>(speaker: &Speaker<'a>) -> Option<&'a About> {
    speaker.plan.all::<About>().find(|about| about.key == "summary")
}

fn section(speaker: &Speaker<'_>, place: Place) -> Option<Section> {
    let (id, key) = place.id();
    let clauses: Vec<&Clause> = speaker
        .plan
        .clauses()
        .iter()
        .filter(|clause| Place::of(&clause.rule) == place)
        .filter(|clause| !matches!(&clause.rule, Rule::About(about) if about.key == "summary"))
        .collect();
    let paragraphs = match place {
        Place::Who => who(speaker, &clauses),
        Place::Hold => hold(speaker, &clauses),
        Place::Read => readers(speaker, &clauses),
        Place::Keep => periods(speaker, &clauses),
        Place::Rights => {
            let mut paragraphs = plain(speaker, &clauses);
            paragraphs.push(complaints(speaker));
            paragraphs
        }
        _ => plain(speaker, &clauses),
    };
    if paragraphs.is_empty() {
        return None;
    }
    let controller = speaker.plan.controller().name.as_str();
    Some(Section {
        id,
        title: speaker.say(key),
        line: speaker.with(&format!("{key}-line"), [("controller", controller.into())]),
        paragraphs,
    })
}

fn clause_text(speaker: &Speaker<'_>, clause: &Clause) -> ClauseText {
    let note = clause.note.get(speaker.language);
    ClauseText {
        id: clause.id.clone(),
        text: speaker.clause(&clause.rule).join(" "),
        note: note.map(|text| speaker.with("page-note", [("text", typeset(text).into())])).unwrap_or_default(),
        label: speaker.state(&clause.state),
        state: clause.state.clone(),
        own: None,
        evidence: None,
    }
}

/// All clauses in one paragraph, without words above them.
fn plain(speaker: &Speaker<'_>, clauses: &[&Clause]) -> Vec<Paragraph> {
    if clauses.is_empty() {
        return Vec::new();
    }
    let clauses = clauses.iter().map(|clause| clause_text(speaker, clause)).collect();
    vec![Paragraph { clauses, ..Paragraph::default() }]
}

fn who(speaker: &Speaker<'_>, clauses: &[&Clause]) -> Vec<Paragraph> {
    let plan = speaker.plan;
    let controller = plan.controller();
    let tell = |key: &str, name: &'static str, value: &str| speaker.with(key, [(name, Spoken::from(value))]);
    let mut said = vec![speaker.say("page-controller")];
    if let Some(address) = &controller.address {
        said.push(tell("page-controller-address", "address", address));
    }
    said.push(match &controller.phone {
        Some(phone) => {
            let values = [("mail", controller.contact.as_str().into()), ("phone", phone.replace(' ', "\u{a0}").into())];
            speaker.with("page-contact-phone", values)
        }
        None => tell("page-contact", "mail", &controller.contact),
    });
    if let Some(officer) = &controller.officer {
        said.push(tell("page-officer", "mail", officer));
    }
    let mut paragraphs = vec![Paragraph { text: said.join(" "), ..Paragraph::default() }];
    let roles: Vec<_> = plan.roles().iter().map(|role| speaker.role(&role.key)).collect();
    if !roles.is_empty() {
        let count = u32::try_from(roles.len()).unwrap_or(u32::MAX);
        let word = speaker.number(count);
        let values = [("count", count.into()), ("word", word.into()), ("roles", speaker.list_or(&roles).into())];
        let zone = plan.zone().iana_name().unwrap_or("UTC");
        let text = format!("{} {}", speaker.with("page-roles", values), tell("page-zone", "zone", zone));
        paragraphs.push(Paragraph { text, ..Paragraph::default() });
    }
    paragraphs.extend(plain(speaker, clauses));
    paragraphs
}

/// The purposes, then each category with what it holds, then each form with what it asks.
fn hold(speaker: &Speaker<'_>, clauses: &[&Clause]) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let purposes: Vec<_> =
        clauses.iter().copied().filter(|clause| matches!(clause.rule, Rule::Purpose(_) | Rule::RuledOut(_))).collect();
    for clause in clauses {
        if let Rule::Category(category) = &clause.rule {
            paragraphs.push(Paragraph {
                title: speaker.heading(&What::Category(category.key.clone())),
                text: speaker.own(&category.about),
                clauses: vec![clause_text(speaker, clause)],
                ..Paragraph::default()
            });
        }
    }
    for mut paragraph in plain(speaker, &purposes) {
        paragraph.title = speaker.say("page-purposes");
        paragraphs.insert(0, paragraph);
    }
    let mut forms: Vec<&str> = Vec::new();
    for clause in clauses {
        if let Rule::Field(field) = &clause.rule
            && !forms.contains(&field.form.as_str())
        {
            forms.push(&field.form);
        }
    }
    for form in forms {
        let fields: Vec<_> = clauses
            .iter()
            .copied()
            .filter(|clause| matches!(&clause.rule, Rule::Field(field) if field.form == form))
            .collect();
        let known = format!("page-form-{form}");
        let form = speaker.phrase(if speaker.knows(&known) { &known } else { "page-form-other" });
        for mut paragraph in plain(speaker, &fields) {
            paragraph.title = speaker.with("page-form", [("form", form.as_str().into())]);
            paragraphs.push(paragraph);
        }
    }
    let ages: Vec<_> = clauses.iter().copied().filter(|clause| matches!(clause.rule, Rule::AgeGate(_))).collect();
    for mut paragraph in plain(speaker, &ages) {
        paragraph.title = speaker.say("page-age-title");
        paragraphs.push(paragraph);
    }
    paragraphs
}

/// What a reading rule or a period is about.
fn subject(rule: &Rule) -> Option<What> {
    match rule {
        Rule::Read(read) => Some(What::Category(read.category.clone())),
        Rule::Never(never) => Some(never.what.clone()),
        Rule::Keep(keep) => Some(keep.what.clone()),
        Rule::Announce(announce) => Some(announce.what.clone()),
        Rule::Move(rule) => Some(What::Category(rule.category.clone())),
        _ => None,
    }
}

/// For each category, in their order: who can see it. What is about everything comes last.
fn readers(speaker: &Speaker<'_>, clauses: &[&Clause]) -> Vec<Paragraph> {
    let about = |what: &What| -> Vec<ClauseText> {
        clauses
            .iter()
            .filter(|clause| subject(&clause.rule).as_ref() == Some(what))
            .map(|clause| clause_text(speaker, clause))
            .collect()
    };
    let mut paragraphs = Vec::new();
    for category in speaker.plan.categories() {
        let what = What::Category(category.key.clone());
        let text = speaker.readers(&category.key);
        paragraphs.push(Paragraph {
            title: speaker.heading(&what),
            text,
            clauses: about(&what),
            folded: true,
            ..Paragraph::default()
        });
    }
    let everything = about(&What::Everything);
    if !everything.is_empty() {
        let title = speaker.heading(&What::Everything);
        paragraphs.push(Paragraph { title, clauses: everything, ..Paragraph::default() });
    }
    let rest: Vec<_> = clauses.iter().copied().filter(|clause| subject(&clause.rule).is_none()).collect();
    for mut paragraph in plain(speaker, &rest) {
        paragraph.title = speaker.say("page-read-rest");
        paragraphs.push(paragraph);
    }
    paragraphs
}

/// What goes at the same time stands together: "Two years after the trajectory ended". Exceptions come last.
fn periods(speaker: &Speaker<'_>, clauses: &[&Clause]) -> Vec<Paragraph> {
    let mut groups: Vec<(String, Vec<&Clause>)> = Vec::new();
    let mut rest = Vec::new();
    for clause in clauses.iter().copied() {
        match &clause.rule {
            Rule::Keep(keep) if !keep.floor && keep.consent.is_none() => {
                let when = speaker.when(keep);
                match groups.iter_mut().find(|(known, _)| *known == when) {
                    Some((_, group)) => group.push(clause),
                    None => groups.push((when, vec![clause])),
                }
            }
            _ => rest.push(clause),
        }
    }
    let mut paragraphs: Vec<_> = groups
        .into_iter()
        .map(|(when, group)| {
            let keeps: Vec<&Keep> = group.iter().filter_map(|clause| Keep::of(&clause.rule)).collect();
            let folded = keeps.len() > 1;
            Paragraph {
                title: capital(&when),
                text: if folded { speaker.keeps(&keeps) } else { String::new() },
                clauses: group.iter().map(|clause| clause_text(speaker, clause)).collect(),
                folded,
                ..Paragraph::default()
            }
        })
        .collect();
    for mut paragraph in plain(speaker, &rest) {
        paragraph.title = speaker.say("page-keep-special");
        paragraphs.push(paragraph);
    }
    paragraphs
}

fn complaints(speaker: &Speaker<'_>) -> Paragraph {
    Paragraph {
        title: speaker.say("page-complaint-title"),
        text: speaker.with("page-complaint", [("authority", speaker.authority().into())]),
        ..Paragraph::default()
    }
}

fn versions(speaker: &Speaker<'_>) -> Section {
    let last = speaker.plan.versions().len().saturating_sub(1);
    let paragraphs = speaker.plan.versions().iter().enumerate().map(|(at, version)| {
        let date = speaker.voice.date(version.effective);
        let changes: Vec<_> = version.changes.iter().map(|change| speaker.own(change)).collect();
        let text = match (changes.is_empty(), at == last) {
            (false, _) => changes.join(" "),
            (true, true) if version.number == 1 => speaker.say("page-version-first"),
            (true, true) => String::new(),
            (true, false) => speaker.say("page-version-none"),
        };
        let values = [("number", version.number.into()), ("date", date.into())];
        Paragraph { title: speaker.with("page-version", values), text, ..Paragraph::default() }
    });
    Section {
        id: "section-versions",
        title: speaker.say("page-versions"),
        line: speaker.say("page-versions-line"),
        paragraphs: paragraphs.collect(),
    }
}

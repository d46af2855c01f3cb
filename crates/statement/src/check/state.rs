//! Who keeps each clause: the program today, people, or nobody yet. When a slice learns to keep a kind of clause, its
//! line in [`built`] changes, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{
    Archetype, Inventory,
    manifest::{ActionKind, By, OutputKind},
};

use crate::{
    Diagnostic,
    plan::{
        Alternative, AsRule as _, BelowAge, Channel, Clause, Consent, Counts, Factor, Field, GroupFigures, Mailing,
        NoticePlace, Place, Practice, Right, Rights, Rule, SecondFactor, SelfAct, SelfService, SignIn, SignInMethod,
        State, Undertaking, Unused, Warning, What, When,
    },
};

/// Whether the program enforces this rule today.
enum Built {
    /// Yes.
    Yes,
    /// Not yet.
    No,
    /// People keep it; a program cannot.
    ByPeople,
    /// There is nothing to keep.
    Prose,
}

fn built(rule: &Rule) -> Built {
    let yes_if = |yes: bool| if yes { Built::Yes } else { Built::No };
    match rule {
        Rule::About(_) | Rule::Activity(_) | Rule::Purpose(_) => Built::Prose,
        Rule::Declaration(_) | Rule::Recipient(_) => Built::ByPeople,
        Rule::Category(_)
        | Rule::Never(_)
        | Rule::Notify(_)
        | Rule::Cookie(_)
        | Rule::Unsent(_)
        | Rule::Invitation(_) => Built::Yes,
        // A recipient that is ruled out does not pass `check`.
        Rule::Excluded(_) => Built::Yes,
        Rule::Read(read) => {
            let known = [When::Own, When::SharedWithThem, When::InRelation, When::StatingReason];
            yes_if(read.when.is_none_or(|when| known.contains(&when)))
        }
        Rule::Keep(keep) => yes_if(keep.consent.is_none()),
        Rule::RuledOut(rule) => match rule.practice {
            Practice::Analytics
            | Practice::Trackers
            | Practice::ThirdPartyContent
            | Practice::SharedAccounts
            | Practice::NamesInAddresses
            | Practice::MailedPasswords
            | Practice::UndeclaredConnections
            | Practice::Advertising
            | Practice::AutomatedDecisions
            | Practice::Profiling
            // A consent is given by a button of its own: there is no box that could be ticked.
            | Practice::PreTickedConsent => Built::Yes,
            Practice::Sale
            | Practice::Marketing
            | Practice::ModelTraining
            | Practice::OtherPurposes
            | Practice::PassingOn
            | Practice::UseByProcessors
            // `troth clone --made-up` gives a copy without anybody. Whoever restores a backup onto a machine for tests
            // cannot be told from whoever restores it after a fire.
            | Practice::RealDataInTests => Built::ByPeople,
            Practice::DownloadOfRecordings => Built::No,
        },
        // Whether a provider is configured, the start sees to: without one it does not begin.
        Rule::SignIn(rule) => yes_if(!rule.methods.contains(&SignInMethod::MailedLink)),
        Rule::Password(_) | Rule::Throttle(_) => Built::Yes,
        Rule::SecondFactor(rule) => {
            let built = |factor: &Factor| {
                matches!(factor, Factor::Passkey | Factor::Totp | Factor::Sms | Factor::RecoveryCodes)
            };
            yes_if(rule.methods.iter().all(built))
        }
        Rule::SelfService(SelfService { act, what, .. }) => yes_if(matches!(
            (act, what),
            (SelfAct::See | SelfAct::Erase | SelfAct::TakeAlong | SelfAct::Restrict, What::Everything)
                | (SelfAct::Correct, What::Category(_))
        )),
        Rule::Notice(notice) => yes_if(notice.places.iter().all(|place| *place == NoticePlace::FirstSignIn)),
        Rule::Uploads(_) | Rule::Undertaking(_) | Rule::Warning(_) | Rule::Rights(_) => Built::Yes,
        Rule::Changes(changes) => {
            yes_if(changes.tell.iter().all(|channel| matches!(channel, Channel::Mail | Channel::SignIn)))
        }
        // Where links elsewhere are drawn (`ui`), all are marked; no page lets a referrer out.
        Rule::Links(_) | Rule::Counts(_) => Built::Yes,
        // Both open by policies of their own, and the person sees it.
        Rule::Disclosure(_) | Rule::BreakGlass(_) => Built::Yes,
        Rule::Encryption(rule) => yes_if(rule.at_rest && !rule.in_transit),
        // Whether this very installation makes copies is told by the latest evidence.
        Rule::Backup(_) => Built::Yes,
        Rule::Review(_) | Rule::Alternative(_) => Built::Yes,
        Rule::Announce(announce) => yes_if(announce.channels.iter().all(|channel| *channel == Channel::Mail)),
        // Which of them are asked, see `Mailed` and `begins`.
        Rule::Consent(_) => Built::Yes,
        Rule::Mailing(mailing) => yes_if(mailing.consent.is_some()),
        // Whether one can register by oneself at all, see `state`.
        Rule::Field(field) => yes_if(
            field.form == Field::REGISTRATION
                && matches!(&*field.item, "person.name" | "person.email" | "person.language" | "person.age"),
        ),
        // Without noise nothing is counted.
        Rule::GroupFigures(figures) => {
            yes_if(figures.key == GroupFigures::PROGRAMMES && figures.epsilon_thousandths.is_some())
        }
        Rule::AgeGate(gate) => yes_if(gate.below == BelowAge::Refuse),
        Rule::Report(_)
        | Rule::Recording(_)
        | Rule::Move(_)
        | Rule::Publish(_)
        | Rule::Share(_)
        | Rule::Feedback(_)
        | Rule::Invoices(_)
        | Rule::Contact(_) => Built::No,
    }
}

/// Writes into each clause whether it is in use, and into each category which of its items are.
pub(super) fn note_use(clauses: &mut [Clause], inventory: &Inventory) {
    for clause in clauses.iter_mut() {
        if let Rule::Category(category) = &mut clause.rule {
            for item in &mut category.items {
                item.in_use = !inventory.places(&item.name).is_empty();
            }
        }
    }
    let used: BTreeMap<String, Vec<String>> = clauses
        .iter()
        .filter_map(|clause| match &clause.rule {
            Rule::Category(category) => {
                let items = category.items.iter().filter(|item| item.in_use).map(|item| item.name.clone());
                Some((category.key.clone(), items.collect()))
            }
            _ => None,
        })
        .collect();
    let mailed = Mailed::of(clauses);
    for clause in clauses {
        clause.state = state(&clause.rule, &used, &mailed, inventory);
    }
}

/// What of consents and mailings the program keeps: consents on which mailings rest and nothing else that it does not do yet.
struct Mailed {
    consents: BTreeSet<String>,
    /// Whether there is a rights desk, for the link that has contact details erased.
    has_desk: bool,
}

impl Mailed {
    fn of(clauses: &[Clause]) -> Self {
        let rules = || clauses.iter().map(|clause| &clause.rule);
        let mut consents: BTreeSet<String> = rules().filter_map(|rule| Mailing::of(rule)?.consent.clone()).collect();
        for rule in rules() {
            match rule {
                Rule::Keep(keep) => consents.retain(|key| keep.consent.as_ref() != Some(key)),
                Rule::Publish(publish) => consents.retain(|key| publish.consent != *key),
                Rule::Invoices(invoices) => consents.retain(|key| invoices.unless.as_ref() != Some(key)),
                Rule::Read(read) if read.when == Some(When::WithConsent) => {
                    let about = |consent: &&Consent| consent.categories.contains(&read.category);
                    for consent in rules().filter_map(Consent::of).filter(about) {
                        consents.remove(&consent.key);
                    }
                }
                _ => {}
            }
        }
        let has_desk = rules().filter_map(Rights::of).any(|rights| rights.offers.contains(&Right::Erasure));
        Self { consents, has_desk }
    }

    /// Whether this consent is asked, in a statement that has a place for the answers.
    fn asks(&self, key: &str, used: &BTreeMap<String, Vec<String>>) -> bool {
        self.consents.contains(key) && is_stated(Consent::ITEM, used)
    }

    fn sends(&self, mailing: &Mailing, used: &BTreeMap<String, Vec<String>>) -> bool {
        let is_asked = mailing.consent.as_ref().is_some_and(|key| self.asks(key, used));
        is_asked && is_stated(Mailing::ITEM, used) && (self.has_desk || !mailing.erase)
    }
}

/// Whether an item that the program stores is named by the statement.
fn is_stated(item: &str, used: &BTreeMap<String, Vec<String>>) -> bool {
    used.values().flatten().any(|stated| stated == item)
}

fn state(rule: &Rule, used: &BTreeMap<String, Vec<String>>, mailed: &Mailed, inventory: &Inventory) -> State {
    let kind = built(rule);
    let mut reasons = match kind {
        Built::Prose => return State::Prose,
        Built::ByPeople => return State::Declared,
        Built::No => vec![Unused::Kind],
        Built::Yes => Vec::new(),
    };
    let (categories, events, items) = parts(rule);
    for category in categories {
        if used.get(category).is_some_and(Vec::is_empty) {
            reasons.push(Unused::Category(category.to_owned()));
        }
    }
    for event in events {
        if inventory.event(event).is_none() {
            reasons.push(Unused::Event(event.to_owned()));
        }
    }
    let missing: Vec<String> = items.iter().filter(|item| inventory.places(item).is_empty()).cloned().collect();
    if !items.is_empty() && missing.len() == items.len() {
        reasons.push(Unused::Items(missing));
    }
    if let Rule::Cookie(cookie) = rule
        && !inventory.outputs().any(|output| output.kind == OutputKind::Cookie && output.name == cookie.key)
    {
        reasons.push(Unused::Kind);
    }
    if let Rule::Review(review) = rule
        && !review
            .category
            .as_ref()
            .and_then(|key| used.get(key))
            .is_some_and(|items| items.iter().any(|item| item == LINE))
    {
        reasons.push(Unused::Kind);
    }
    if let Rule::SelfService(SelfService { act: SelfAct::Correct, what: What::Category(key), .. }) = rule
        && !corrected(used.get(key).map_or(&[], Vec::as_slice), inventory)
    {
        reasons.push(Unused::Kind);
    }
    let is_kept = match rule {
        // Without a place for acceptances nobody can be asked for them.
        Rule::Undertaking(undertaking) => {
            is_stated(Undertaking::ITEM, used) && (!undertaking.shown || shown(Undertaking::ITEM, inventory))
        }
        // Without a place for the mark nobody could see to it.
        Rule::Warning(warning) => {
            let items = used.get(&warning.category);
            is_stated(Warning::ITEM, used)
                && items.is_some_and(|items| items.iter().any(|item| item == Warning::ANSWERS))
        }
        Rule::Field(_) | Rule::AgeGate(_) => is_stated(Field::ITEM, used),
        Rule::SignIn(rule) if rule.methods.contains(&SignInMethod::IdentityProvider) => {
            is_stated(SignIn::PROVIDER, used)
        }
        Rule::Alternative(_) => is_stated(Alternative::ITEM, used),
        // Where nothing is held that would wait there, nothing does.
        Rule::Unsent(_) => inventory
            .outputs()
            .filter(|output| output.kind == OutputKind::Device)
            .any(|output| output.items.iter().any(|item| is_stated(item, used))),
        Rule::Counts(_) => is_stated(Counts::ITEM, used),
        Rule::GroupFigures(_) => is_stated(GroupFigures::ENROLMENT, used),
        // A number can be kept only where the statement names it.
        Rule::SecondFactor(rule) => !rule.methods.contains(&Factor::Sms) || is_stated(SecondFactor::PHONE, used),
        Rule::Read(read) if read.when == Some(When::StatingReason) => {
            asked_for_reasons(used.get(&read.category).map_or(&[], Vec::as_slice), inventory)
        }
        Rule::Consent(consent) => mailed.asks(&consent.key, used) || begins(consent, used, inventory),
        Rule::Mailing(mailing) => mailed.sends(mailing, used),
        _ => true,
    };
    if !is_kept && reasons.is_empty() {
        reasons.push(Unused::Kind);
    }
    if reasons.is_empty() { State::Enforced } else { State::NotInUse { reasons } }
}

/// Whether somebody consents to this when a programme begins: it is about answers to exercises, and of what else it is about nothing is
/// kept outside the programme. A consent that is about dialogues as well is asked for by nobody who writes there.
fn begins(consent: &Consent, used: &BTreeMap<String, Vec<String>>, inventory: &Inventory) -> bool {
    let items = || consent.categories.iter().filter_map(|key| used.get(key)).flatten();
    let is_within = |item: &String| inventory.classes_of(item).all(|class| class.container == Consent::ENROLMENT);
    items().any(|item| item == Consent::ANSWERS) && items().all(is_within)
}

/// What the program has reviewed by task: the lines of the access log.
const LINE: &str = "access-log.line";

/// Whether participants are shown an item of whoever coaches them.
fn shown(item: &str, inventory: &Inventory) -> bool {
    inventory
        .actions()
        .any(|action| action.by.contains(&By::Party(Archetype::Participant.key())) && action.discloses.contains(&item))
}

/// Whether some action shows these items, and asks for a reason before it does.
fn asked_for_reasons(items: &[String], inventory: &Inventory) -> bool {
    inventory.actions().any(|action| {
        action.kind == ActionKind::ReadForReason && items.iter().any(|item| action.discloses.contains(&item.as_str()))
    })
}

/// Whether people change some of these items themselves, in their own file.
fn corrected(items: &[String], inventory: &Inventory) -> bool {
    inventory.actions().any(|action| {
        !matches!(action.kind, ActionKind::Read | ActionKind::ReadForReason)
            && action.by.contains(&By::Party("self"))
            && items.iter().any(|item| action.writes.contains(&item.as_str()))
    })
}

/// Categories, events and items on which a rule depends.
fn parts(rule: &Rule) -> (Vec<&str>, Vec<&str>, Vec<String>) {
    match rule {
        Rule::Category(category) => {
            (Vec::new(), Vec::new(), category.items.iter().map(|item| item.name.clone()).collect())
        }
        Rule::Read(read) => (vec![&read.category], Vec::new(), Vec::new()),
        Rule::Never(never) => (never.what.category().into_iter().collect(), Vec::new(), Vec::new()),
        Rule::Warning(warning) => (vec![&warning.category], Vec::new(), Vec::new()),
        Rule::Keep(keep) => (keep.what.category().into_iter().collect(), vec![&keep.after], Vec::new()),
        Rule::Announce(announce) => (announce.what.category().into_iter().collect(), Vec::new(), Vec::new()),
        Rule::SelfService(service) => (service.what.category().into_iter().collect(), Vec::new(), Vec::new()),
        Rule::RuledOut(rule) => (rule.category.as_deref().into_iter().collect(), Vec::new(), Vec::new()),
        Rule::Publish(publish) => (vec![&publish.category], Vec::new(), Vec::new()),
        Rule::Share(share) => (vec![&share.category], Vec::new(), Vec::new()),
        Rule::Move(movement) => (vec![&movement.category], vec![&movement.after], Vec::new()),
        Rule::Feedback(feedback) => (vec![&feedback.category], vec![&feedback.after], Vec::new()),
        Rule::Report(report) => (Vec::new(), Vec::new(), report.items.clone()),
        Rule::Field(field) => (Vec::new(), Vec::new(), vec![field.item.clone()]),
        _ => (Vec::new(), Vec::new(), Vec::new()),
    }
}

/// One note for all clauses of kinds that the program does not enforce yet.
pub(super) fn unbuilt(clauses: &[Clause], place: Place) -> Option<Diagnostic> {
    let waiting: Vec<&Clause> = clauses
        .iter()
        .filter(|clause| matches!(&clause.state, State::NotInUse { reasons } if reasons.contains(&Unused::Kind)))
        .collect();
    if waiting.is_empty() {
        return None;
    }
    let ids: BTreeSet<&str> = waiting.iter().map(|clause| clause.id.as_str()).collect();
    let list = ids.into_iter().collect::<Vec<_>>().join(", ");
    let what = match waiting.len() {
        1 => "one clause is not enforced by this version of the program".to_owned(),
        many => format!("{many} clauses are not enforced by this version of the program"),
    };
    Some(
        Diagnostic::note("not-enforced-yet", place, what)
            .label("stated, not in use")
            .why("the page says of each that it is not in use yet")
            .help(list),
    )
}

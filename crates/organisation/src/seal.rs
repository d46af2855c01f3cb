//! The seal beside every item: readers, date, clause, reason; all of it from the plan and the decisions (X2). The date
//! is the keeper's own: both ask [`statement::dates`] (I12).

use access::Resource;
use kernel::{
    Actor, Member, PersonId, Role, Scope, Timestamp,
    id::Id,
    page::{Goes, Seal},
    words::Voice,
};
use statement::{Keep, dates::Known, render};

use crate::{Names, Organisation};

/// Which item, in which container, and what is known of it.
pub struct SealAsk<'a> {
    /// The item: `message.body`.
    pub item: &'static str,
    /// Its container.
    pub about: &'a Resource,
    /// The container's parties: names, roles, and what has happened to them.
    pub names: &'a Names,
    /// The events that have happened to the container, such as `("trajectory-ended", at)`.
    pub happened: &'a [(&'static str, Timestamp)],
}

pub(crate) fn seal(organisation: &Organisation, scope: &Scope, ask: &SealAsk<'_>) -> Seal {
    let voice = organisation.voice(scope.language);
    Seal { readers: readers(organisation, scope, ask, &voice), ..unread(organisation, scope, ask) }
}

/// The seal of something that only the one who looks can read so far: a draft, a note that is not shared yet.
pub(crate) fn own_seal(organisation: &Organisation, scope: &Scope, ask: &SealAsk<'_>) -> Seal {
    let you = organisation.voice(scope.language).say("ui-seal-you");
    Seal { readers: vec![you], ..unread(organisation, scope, ask) }
}

/// All of a seal but who reads.
fn unread(organisation: &Organisation, scope: &Scope, ask: &SealAsk<'_>) -> Seal {
    let plan = &*organisation.plan;
    let language = scope.language;
    // The inventory was held against the statement at start-up: every item that is stored has a category.
    let Some(category) = plan.category_of(ask.item) else {
        return Seal {
            readers: Vec::new(),
            goes: Goes::AfterEvent,
            period: String::new(),
            category: ask.item.to_owned(),
            purpose: String::new(),
            basis: String::new(),
            clause: String::new(),
        };
    };
    let (goes, keep) = goes(organisation, ask);
    Seal {
        readers: Vec::new(),
        goes: match &goes {
            statement::dates::Goes::Paused { .. } => Goes::Paused,
            other => other.day().map_or(Goes::AfterEvent, Goes::On),
        },
        period: keep.as_ref().map(|keep| organisation.phrases.period(plan, keep, language)).unwrap_or_default(),
        category: organisation.phrases.category(plan, category, language),
        purpose: organisation.phrases.purpose(plan, category, language),
        basis: organisation.phrases.basis(plan, category, language),
        clause: keep.map_or_else(|| category.clause.clone(), |keep| keep.clause),
    }
}

/// When the item goes, as the keeper will see it, and by which period.
fn goes(organisation: &Organisation, ask: &SealAsk<'_>) -> (statement::dates::Goes, Option<Keep>) {
    let mut classes = organisation.inventory.classes_of(ask.item);
    let Some(class) = classes.find(|class| class.container == ask.about.container) else {
        return (statement::dates::Goes::Unstated, None);
    };
    let (restrictions, choices) = (organisation.store.restrictions(), organisation.store.choices());
    let people = || ask.about.parties.iter().map(|(_, person)| *person);
    let restricted: Vec<_> = people().filter(|person| restrictions.hold(*person)).collect();
    let undecided: Vec<_> = people().filter_map(|person| Some((person, choices.earlier_of(person)?))).collect();
    let known = Known {
        holder: ask.about.id,
        parties: &ask.about.parties,
        facts: ask.names.facts(),
        happened: ask.happened,
        held: None,
        restricted: &restricted,
        undecided: &undecided,
    };
    let zone = organisation.plan.zone();
    let term = organisation.rules.term(class, &known, zone);
    (term.goes(zone), term.rule().map(|rule| rule.keep.clone()))
}

/// Who can read the item, asked of the same decisions that guard it.
fn readers(organisation: &Organisation, scope: &Scope, ask: &SealAsk<'_>, voice: &Voice) -> Vec<String> {
    let mut asked = scope.clone();
    let mut reads = |member: Member| {
        asked.actor = Actor::Member(member);
        organisation.readings(ask.item).iter().any(|action| organisation.access.would_show(&asked, action, ask.about))
    };
    let roles: Vec<Role> = organisation
        .plan
        .roles()
        .iter()
        .map(|role| Role { key: role.key.as_str().into(), archetype: role.archetype })
        .collect();
    let me = scope.member();
    let mut readers = Vec::new();
    if me.is_some_and(|me| reads(me.clone())) {
        readers.push(voice.say("ui-seal-you"));
    }
    for (part, person) in &ask.about.parties {
        if me.is_some_and(|me| me.id == *person) {
            continue;
        }
        let held = roles.iter().filter(|role| *part == Resource::SELF || role.archetype.key() == *part);
        let member = Member { id: *person, roles: held.cloned().collect() };
        if reads(member) {
            let name = ask.names.get(*person).map(ToOwned::to_owned);
            readers.push(name.unwrap_or_else(|| voice.say(party_word(part))));
        }
    }
    let nobody = PersonId::from_uuid(kernel::Uuid::max());
    for role in &roles {
        let stranger = Member { id: nobody, roles: [role.clone()].into() };
        if reads(stranger) {
            readers.push(render::all_in_role(&organisation.plan, &role.key, voice.language));
        }
    }
    readers
}

fn party_word(part: &str) -> &'static str {
    match part {
        "coach" => "organisation-the-coach",
        "participant" => "organisation-the-participant",
        _ => "organisation-the-person",
    }
}

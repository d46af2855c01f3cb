//! Which access does not fit (CE3): four rules over a day's lines, each of which asks for an answer and judges nobody.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use kernel::{PersonId, Uuid};

/// How many containers of others in a short time are many.
pub const MANY: usize = 20;
/// What a short time is.
pub const SHORT: SignedDuration = SignedDuration::from_mins(10);
/// How many refusals in a short time are many: nobody mistypes that often.
pub const REFUSALS: u32 = 10;
/// How many looks at odd hours ask for an answer: one may be a bad night.
pub const ODD: usize = 5;
/// The hours that are odd, in the organisation's own zone: from midnight until this one.
pub const MORNING: i8 = 5;
/// How long after a relation ended its end is no reason to ask: reports are written, goodbyes said.
pub const GRACE: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Why somebody is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// What is others' was opened for many people in a short time.
    Many,
    /// What is others' was opened at night.
    Odd,
    /// A container was opened long after the relation ended.
    Ended,
    /// Somebody was refused again and again in a short time.
    Refused,
}

impl Rule {
    /// All rules.
    pub const ALL: [Self; 4] = [Self::Many, Self::Odd, Self::Ended, Self::Refused];

    /// The word that is kept.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Many => "many",
            Self::Odd => "odd",
            Self::Ended => "ended",
            Self::Refused => "refused",
        }
    }

    /// The rule of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.word() == word)
    }
}

/// A line of the access log, with what the rules need of its container.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub person: PersonId,
    /// What was opened.
    pub container: Uuid,
    /// Whether it is the looker's own: the own file, or a container in which the looker is the one cared for.
    pub own: bool,
    /// When the relation ended, if it had.
    pub ended: Option<Timestamp>,
    /// How often it was tried within a minute, when it was refused; 0 when it was opened.
    pub refused: u32,
}

/// Something to be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Whom it is about.
    pub person: PersonId,
    /// Why.
    pub rule: Rule,
    /// How many looks it is about.
    pub looks: usize,
}

/// What does not fit among the looks of a day, in any order of looks. One finding for each person and rule.
pub fn findings(looks: &[Look], zone: &TimeZone) -> Vec<Finding> {
    let mut people: BTreeMap<PersonId, Vec<&Look>> = BTreeMap::new();
    for look in looks.iter().filter(|look| !look.own) {
        people.entry(look.person).or_default().push(look);
    }
    let mut found = Vec::new();
    for (person, mut looks) in people {
        looks.sort_by_key(|look| look.at);
        let (looks, tries): (Vec<_>, Vec<_>) = looks.into_iter().partition(|look| look.refused == 0);
        let mut raise = |rule, looks| found.extend((looks > 0).then_some(Finding { person, rule, looks }));
        raise(Rule::Many, many(&looks));
        let odd = looks.iter().filter(|look| look.at.to_zoned(zone.clone()).hour() < MORNING).count();
        raise(Rule::Odd, if odd >= ODD { odd } else { 0 });
        let late = |look: &&&Look| look.ended.is_some_and(|ended| look.at.duration_since(ended) > GRACE);
        raise(Rule::Ended, looks.iter().filter(late).count());
        raise(Rule::Refused, refusals(&tries));
    }
    found.sort_unstable();
    found
}

/// The greatest number of containers within a short time, if that is many.
fn many(looks: &[&Look]) -> usize {
    let mut window: VecDeque<&Look> = VecDeque::new();
    let mut most = 0;
    for look in looks {
        window.push_back(look);
        while window.front().is_some_and(|first| look.at.duration_since(first.at) > SHORT) {
            window.pop_front();
        }
        let distinct: BTreeSet<Uuid> = window.iter().map(|look| look.container).collect();
        most = most.max(distinct.len());
    }
    if most >= MANY { most } else { 0 }
}

/// The greatest number of refusals within a short time, if that is many.
fn refusals(tries: &[&Look]) -> usize {
    let since = |n: usize| {
        let shortly = tries[n..].iter().take_while(move |later| later.at.duration_since(tries[n].at) <= SHORT);
        shortly.fold(0_u32, |sum, later| sum.saturating_add(later.refused))
    };
    let most = (0..tries.len()).map(since).max().unwrap_or(0);
    if most >= REFUSALS { usize::try_from(most).unwrap_or(usize::MAX) } else { 0 }
}

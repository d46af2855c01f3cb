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

#[cfg(test)]
mod tests {
    use kernel::id::Id as _;

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap_or(Timestamp::UNIX_EPOCH)
    }

    fn person(n: u128) -> PersonId {
        PersonId::from_uuid(Uuid::from_u128(n))
    }

    /// A look at midday, an hour's share apart, at something of somebody else.
    fn look(n: u128, minutes: i64) -> Look {
        let at = at("2026-11-22T12:00:00Z") + SignedDuration::from_mins(minutes);
        Look { at, person: person(1), container: Uuid::from_u128(n), own: false, ended: None, refused: 0 }
    }

    fn found(looks: &[Look]) -> Vec<(Rule, usize)> {
        let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
        findings(looks, &zone).into_iter().map(|finding| (finding.rule, finding.looks)).collect()
    }

    // CE3
    #[test]
    fn many_people_in_a_short_time_ask_for_an_answer_and_many_in_a_day_do_not() {
        let quick: Vec<_> = (0..20).map(|n| look(n, i64::try_from(n / 2).unwrap_or(0))).collect();
        assert_eq!(found(&quick), [(Rule::Many, 20)]);
        assert_eq!(found(&quick[1..]), []);
        let slow: Vec<_> = (0..200).map(|n| look(n, i64::try_from(n).unwrap_or(0))).collect();
        assert_eq!(found(&slow), []);
        // One dialogue, opened again and again, is one person's.
        assert_eq!(found(&vec![look(1, 0); 50]), []);
        // What is spread over several people is nobody's haste.
        let spread: Vec<_> =
            quick.iter().enumerate().map(|(n, look)| Look { person: person(n as u128), ..*look }).collect();
        assert_eq!(found(&spread), []);
    }

    // CE3
    #[test]
    fn many_refusals_in_a_short_time_ask_for_an_answer_and_a_few_mistakes_do_not() {
        let tried = |n: u128, minutes, refused| Look { refused, ..look(n, minutes) };
        assert_eq!(found(&[tried(1, 0, 4), tried(2, 5, 3), tried(1, 10, 3)]), [(Rule::Refused, 10)]);
        assert_eq!(found(&[tried(1, 0, 4), tried(2, 5, 3), tried(1, 10, 2)]), []);
        assert_eq!(found(&[tried(1, 0, 4), tried(2, 5, 3), tried(1, 11, 3)]), []);
        // What was refused was not opened: of many things, at night or long after the end.
        let ended = Some(at("2020-01-01T00:00:00Z"));
        let night = at("2026-11-22T02:00:00Z");
        let tries: Vec<_> = (0..9).map(|n| Look { at: night, ended, ..tried(n, 0, 1) }).collect();
        assert_eq!(found(&tries), []);
    }

    #[test]
    fn looks_at_night_ask_for_an_answer_and_a_single_bad_night_does_not() {
        let night =
            |n: u128| Look { at: at("2026-11-22T02:00:00Z") + SignedDuration::from_mins(20 * n as i64), ..look(n, 0) };
        let looks: Vec<_> = (0..5).map(night).collect();
        assert_eq!(found(&looks), [(Rule::Odd, 5)]);
        assert_eq!(found(&looks[1..]), []);
        // Half past four in Amsterdam is half past three in London: the organisation's own zone counts.
        let edge = |text: &str| vec![Look { at: at(text), ..look(1, 0) }; 5];
        assert_eq!(found(&edge("2026-11-22T03:59:00Z")), [(Rule::Odd, 5)]);
        assert_eq!(found(&edge("2026-11-22T04:00:00Z")), []);
    }

    #[test]
    fn looks_long_after_the_relation_ended_ask_for_an_answer_and_a_goodbye_does_not() {
        let ended =
            |days: i64| Look { ended: Some(look(1, 0).at - SignedDuration::from_hours(24 * days)), ..look(1, 0) };
        assert_eq!(found(&[ended(15)]), [(Rule::Ended, 1)]);
        assert_eq!(found(&[ended(14)]), []);
        assert_eq!(found(&[look(1, 0)]), []);
    }

    #[test]
    fn nobody_is_asked_about_their_own() {
        let own = |look: Look| Look {
            own: true,
            ended: Some(at("2020-01-01T00:00:00Z")),
            at: at("2026-11-22T02:00:00Z"),
            ..look
        };
        let looks: Vec<_> = (0..50).map(|n| own(look(n, 0))).collect();
        assert_eq!(found(&looks), []);
    }
}

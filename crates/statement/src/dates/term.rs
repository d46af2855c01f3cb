//! A class of a container under all the rules that reach it.

use jiff::{Timestamp, tz::TimeZone};
use kernel::manifest::{Class, Via};

use super::{Goes, Known, PERSON, Rule, Rules};
use crate::check::periods::longer;

/// How long something stays, and by which rules.
#[derive(Clone, Copy, Debug)]
pub struct Term<'a> {
    /// The date by a ceiling whose event has happened: the first instant at which it may no longer be held.
    pub due: Option<(Timestamp, &'a Rule)>,
    /// What keeps it past that date by law: until then, or (`None`) for as long as the floor's event has not happened.
    pub law: Option<(Option<Timestamp>, &'a Rule)>,
    /// A legal hold that keeps it past both, until then, with the rule that it holds back.
    pub held: Option<(Timestamp, &'a Rule)>,
    /// The ceiling that will run, when none runs yet.
    pub waits: Option<&'a Rule>,
    /// Somebody restricts its use, or that of what hangs on it: it does not go while that lasts (GDPR Art. 18(2)).
    pub paused: bool,
}

impl<'a> Term<'a> {
    /// The first instant at which it may no longer be held, and the rule that takes it; `None` when that is not known.
    pub fn end(&self) -> Option<(Timestamp, &'a Rule)> {
        let (mut end, rule) = self.due.filter(|_| !self.paused)?;
        if let Some((until, _)) = self.law {
            end = end.max(until?);
        }
        Some((self.held.map_or(end, |(until, _)| end.max(until)), rule))
    }

    /// The same, as people read it.
    pub fn goes(&self, zone: &TimeZone) -> Goes {
        Goes::of(self, zone)
    }

    /// The one that ends first: of a term under the version in force and one under an earlier version.
    fn sooner(self, earlier: Self) -> Self {
        match (self.end(), earlier.end()) {
            (Some((end, _)), Some((other, _))) if other < end => earlier,
            (None, Some(_)) => earlier,
            // Nothing runs yet: the shorter of two periods after the same event will.
            (None, None) => match (self.waits, earlier.waits) {
                (Some(rule), Some(other))
                    if rule.keep.after == other.keep.after && longer(rule.keep.period, other.keep.period) =>
                {
                    earlier
                }
                _ => self,
            },
            _ => self,
        }
    }

    /// The rule that says so: of the period that runs or will run, or of the law that keeps it longer.
    pub fn rule(&self) -> Option<&'a Rule> {
        let period = self.due.map(|(_, rule)| rule).or(self.waits);
        let held = self.held.map(|(_, rule)| rule).filter(|_| !self.paused);
        held.or_else(|| self.lawful_rule().filter(|_| !self.paused)).or(period)
    }

    /// The rule of the law that keeps it, where that says anything of when it goes: a law that ends on a day while no
    /// period runs does not.
    pub(super) fn lawful_rule(&self) -> Option<&'a Rule> {
        self.law.filter(|(until, _)| until.is_none() || self.due.is_some()).map(|(_, rule)| rule)
    }

    /// Whether it may no longer be held at `now`.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.end().is_some_and(|(end, _)| end <= now)
    }
}

impl Rules {
    /// How long a class of a container stays.
    ///
    /// The earliest ceiling wins; a floor holds it back. With the row that stands for the container goes what hangs on
    /// it, since nobody could find or read it any longer; where the law keeps some of that, the row waits for it. A
    /// legal hold keeps all of it. Nothing goes while somebody with whom it goes restricts its use. What goes with
    /// somebody who stands on an earlier version goes on the earlier of both versions' dates.
    pub fn term<'a>(&'a self, class: &Class, known: &Known<'_>, zone: &TimeZone) -> Term<'a> {
        let mut term = match self.row_of(class.container) {
            Some(row) if row.name != class.name => {
                let own = self.among(class, known, |rules| rules.lawful(class, known, zone));
                let row = self.among(row, known, |rules| rules.row_term(row, known, zone));
                match (row.end(), own.end()) {
                    (Some((first, rule)), end) if end.is_none_or(|(end, _)| first < end) => {
                        Term { due: Some((first, rule)), law: None, ..own }
                    }
                    _ => own,
                }
            }
            Some(row) => self.among(row, known, |rules| rules.row_term(row, known, zone)),
            None => self.among(class, known, |rules| rules.lawful(class, known, zone)),
        };
        term.paused |= known.is_restricted(class);
        if let (Some(until), Some((end, rule))) = (known.held_until(), term.end()) {
            term.held = (until > end).then_some((until, rule));
        }
        term
    }

    /// The term of a class under these rules, or under those of an earlier version on which somebody stands with whom
    /// the class goes, whichever ends first.
    fn among<'a>(&'a self, class: &Class, known: &Known<'_>, term: impl Fn(&'a Self) -> Term<'a>) -> Term<'a> {
        let earlier = known.versions(class).filter_map(|version| self.earlier(version));
        earlier.map(&term).fold(term(self), Term::sooner)
    }

    /// The same, as people read it.
    pub fn goes(&self, class: &Class, known: &Known<'_>, zone: &TimeZone) -> Goes {
        self.term(class, known, zone).goes(zone)
    }

    /// The last instant until which a law keeps a class here, whatever its ceilings say; `Some(None)` while the floor's
    /// event has not happened.
    pub fn law<'a>(
        &'a self,
        class: &Class,
        known: &Known<'_>,
        zone: &TimeZone,
    ) -> Option<(Option<Timestamp>, &'a Rule)> {
        let earlier = known.versions(class).filter_map(|version| self.earlier(version));
        // What a newer version keeps by law it does not keep of whoever has not accepted it.
        earlier.map(|rules| rules.own_law(class, known, zone)).fold(self.own_law(class, known, zone), shorter)
    }

    fn own_law<'a>(&'a self, class: &Class, known: &Known<'_>, zone: &TimeZone) -> Option<Law<'a>> {
        // Few classes have a floor: the rest need no ceiling looked for.
        self.floors_of(class.name).next()?;
        let due = self.due(class, known, zone);
        self.floor(class, known, zone, due.is_some())
    }

    /// The row waits for whatever the law keeps of what hangs on it.
    fn row_term<'a>(&'a self, row: &Class, known: &Known<'_>, zone: &TimeZone) -> Term<'a> {
        let mut term = self.lawful(row, known, zone);
        for class in self.siblings(row).filter(|class| known.may_hold(class.name)) {
            let Some((until, rule)) = self.own_law(class, known, zone) else { continue };
            term.law = later(term.law, (until, rule));
        }
        let hangs_on_it = |class: &Class| known.may_hold(class.name) && known.is_restricted(class);
        term.paused = known.is_restricted(row) || self.siblings(row).any(hangs_on_it);
        keep_what_matters(term)
    }

    fn lawful<'a>(&'a self, class: &Class, known: &Known<'_>, zone: &TimeZone) -> Term<'a> {
        let due = self.due(class, known, zone);
        let law = self.floor(class, known, zone, due.is_some());
        let waits = if due.is_some() {
            None
        } else {
            let mut ceilings = self.ceilings_of(class.name).filter(|rule| known.concerns(rule));
            let first = ceilings.next();
            let running = |rule: &&Rule| known.trigger(rule).is_some();
            first.into_iter().chain(ceilings).find(|rule| !running(rule)).or(first)
        };
        keep_what_matters(Term { due, law, held: None, waits, paused: false })
    }

    /// The earliest ceiling.
    ///
    /// The file of somebody with several roles is needed for each of them: each role has its earliest ceiling, and the
    /// file goes with the last. A participant of years ago who coaches today keeps the account.
    fn due<'a>(&'a self, class: &Class, known: &Known<'_>, zone: &TimeZone) -> Option<(Timestamp, &'a Rule)> {
        let earliest = |role: Option<&String>| {
            self.ceilings_of(class.name)
                .filter(|rule| role.is_none() || rule.keep.of.is_none() || rule.keep.of.as_ref() == role)
                .filter(|rule| known.concerns(rule))
                .filter_map(|rule| Some((rule.keep.due(known.trigger(rule)?, zone), rule)))
                .min_by_key(|(due, _)| *due)
        };
        match known.own_roles() {
            [] | [_] => earliest(None),
            several => several
                .iter()
                .map(|role| earliest(Some(role)))
                .collect::<Option<Vec<_>>>()?
                .into_iter()
                .max_by_key(|(due, _)| *due),
        }
    }

    fn floor<'a>(
        &'a self,
        class: &Class,
        known: &Known<'_>,
        zone: &TimeZone,
        is_due: bool,
    ) -> Option<(Option<Timestamp>, &'a Rule)> {
        self.floors_of(class.name)
            .filter(|rule| known.concerns(rule))
            .filter_map(|rule| {
                let until = known.trigger(rule).map(|at| rule.keep.due(at, zone));
                // While a trajectory runs, the law that counts from its end holds it, too. Of a person an event that has
                // not happened says nothing: it may never.
                let runs = matches!(rule.via, Via::Container) && rule.container.name != PERSON;
                Some((until, rule)).filter(|_| until.is_some() || (runs && !is_due))
            })
            .reduce(|a, b| later(Some(a), b).unwrap_or(a))
    }
}

type Law<'a> = (Option<Timestamp>, &'a Rule);

/// The one that holds longer; one without an end holds longest.
fn later<'a>(a: Option<Law<'a>>, b: Law<'a>) -> Option<Law<'a>> {
    let end = |law: &Law<'_>| law.0.unwrap_or(Timestamp::MAX);
    Some(a.filter(|a| end(a) >= end(&b)).unwrap_or(b))
}

/// The one that holds less long; none holds least.
fn shorter<'a>(a: Option<Law<'a>>, b: Option<Law<'a>>) -> Option<Law<'a>> {
    let end = |law: &Law<'_>| law.0.unwrap_or(Timestamp::MAX);
    let (a, b) = (a?, b?);
    Some(if end(&b) < end(&a) { b } else { a })
}

/// A law that ends before the ceiling does holds nothing back.
fn keep_what_matters(mut term: Term<'_>) -> Term<'_> {
    term.law = term.law.filter(|(until, _)| match (until, &term.due) {
        (Some(until), Some((due, _))) => until > due,
        _ => true,
    });
    term
}

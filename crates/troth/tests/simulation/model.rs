//! What must be there each day, by the statement's text: a reading of its own, line by line, with sets of days.
//!
//! It uses nothing of the statement crate, of the keeper or of the calendar. What it knows of the program is which
//! items are kept together, and with whom they go.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::{Day, Period, last};

/// One `keep` of the statement.
#[derive(Clone, Debug)]
pub struct Keep {
    of: Option<String>,
    period: Period,
    after: String,
    announce: Option<Period>,
}

/// What is kept together: its name, of what, with whom it goes, and its items.
type Class = (&'static str, Kind, &'static [&'static str], &'static [&'static str]);

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Person,
    Pair,
}

pub const CLASSES: [Class; 6] = [
    ("account", Kind::Person, &["self"], &["person.name", "person.email", "person.language", "person.role"]),
    (
        "sign-in",
        Kind::Person,
        &["self"],
        &["sign-in.password", "sign-in.session", "sign-in.link", "sign-in.factor", "sign-in.provider"],
    ),
    ("invitation", Kind::Person, &["self"], &["invitation.note"]),
    ("trajectory", Kind::Pair, &["participant"], &["trajectory.dates"]),
    ("dialogue", Kind::Pair, &["participant"], &["message.body", "message.times"]),
    ("private-notes", Kind::Pair, &["participant", "coach"], &["private-note.body"]),
];

/// A statement, as far as the model reads it.
pub struct Text {
    /// Rules by class, each with the part that goes with its role.
    rules: BTreeMap<&'static str, Vec<Keep>>,
    /// The archetype of each role.
    pub roles: BTreeMap<String, String>,
    pub coaches: bool,
}

fn quoted<'a>(line: &'a str, before: &str) -> Option<&'a str> {
    line.split_once(&format!("{before}\""))?.1.split('"').next()
}

impl Text {
    pub fn read(text: &str) -> Self {
        let (mut includes, mut roles) = (BTreeMap::<String, Vec<String>>::new(), BTreeMap::new());
        let (mut category, mut keeps) = (String::new(), Vec::new());
        for line in text.lines().map(str::trim) {
            if line.starts_with("category ") {
                category = quoted(line, "category ").unwrap_or_default().to_owned();
            } else if line.starts_with("role ") {
                let key = quoted(line, "role ").unwrap_or_default().to_owned();
                let archetype = quoted(line, " is=").map_or_else(|| key.clone(), str::to_owned);
                roles.insert(key, archetype);
            } else if let Some(items) = line.strip_prefix("includes ") {
                let items = items.split('"').skip(1).step_by(2).map(str::to_owned);
                includes.entry(category.clone()).or_default().extend(items);
            } else if line.starts_with("keep ") && line.contains(" for=") && !line.contains("with-consent") {
                let keep = Keep {
                    of: quoted(line, " of=").map(str::to_owned),
                    period: Period::read(quoted(line, " for=").unwrap_or_default()),
                    after: quoted(line, " after=").unwrap_or_default().to_owned(),
                    announce: quoted(line, " announce=").map(Period::read),
                };
                let what = line.strip_prefix("keep \"").and_then(|rest| rest.split('"').next()).map(str::to_owned);
                keeps.push((what, keep));
            }
        }
        let rules = CLASSES.map(|(class, _, _, items)| {
            let holds = |category: &String| {
                includes.get(category).is_some_and(|own| own.iter().any(|item| items.contains(&item.as_str())))
            };
            let own = keeps.iter().filter(|(what, _)| what.as_ref().is_none_or(holds));
            (class, own.map(|(_, keep)| keep.clone()).collect())
        });
        let coaches = includes.values().flatten().any(|item| item == "trajectory.dates");
        Self { rules: rules.into(), roles, coaches }
    }

    pub fn role_of(&self, archetype: &str) -> String {
        let own = self.roles.iter().find(|(_, own)| *own == archetype);
        own.map(|(key, _)| key.clone()).expect("the statement has such a role")
    }
}

/// Somebody, or two people who are coach and participant.
#[derive(Clone, Debug, Default)]
pub struct One {
    pub roles: Vec<String>,
    pub events: BTreeMap<&'static str, Day>,
    pub held: BTreeSet<&'static str>,
    /// Coach and participant, of a pair.
    pub parties: Option<(usize, usize)>,
}

#[derive(Default)]
pub struct World {
    pub people: Vec<One>,
    pub pairs: Vec<One>,
}

impl World {
    /// Roles stand in the account, and are known no longer than that.
    fn has_role(&self, person: usize, role: &str) -> bool {
        let one = &self.people[person];
        !one.held.contains("account") || one.roles.iter().any(|own| own == role)
    }

    /// The days on which each rule ends a class of somebody; `role` alone counts, where it is given.
    fn ends_of_person(&self, text: &Text, one: &One, class: &str, role: Option<&String>) -> Vec<(Day, Option<Period>)> {
        let rules =
            text.rules[class].iter().filter(|keep| keep.of.is_none() || role.is_none() || keep.of.as_ref() == role);
        rules.filter_map(|keep| Some((last(*one.events.get(&*keep.after)?, keep.period), keep.announce))).collect()
    }

    fn person(&self, text: &Text, n: usize, class: &str) -> Option<Day> {
        let one = &self.people[n];
        let earliest = |role| self.ends_of_person(text, one, class, role).iter().map(|(day, _)| *day).min();
        let roles: &[String] = if one.held.contains("account") { &one.roles } else { &[] };
        match roles {
            [] => earliest(None),
            roles => roles.iter().map(|role| earliest(Some(role))).collect::<Option<Vec<_>>>()?.into_iter().max(),
        }
    }

    /// The days on which each rule ends a class of a pair, with the part by which it does.
    fn ends_of_pair(&self, text: &Text, n: usize, class: &str) -> Vec<(Day, Option<Period>)> {
        let (_, _, goes_with, _) = CLASSES.iter().find(|(name, ..)| *name == class).expect("a class");
        let pair = &self.pairs[n];
        let (coach, participant) = pair.parties.expect("of two");
        let who = |part: &str| if part == "coach" { coach } else { participant };
        let mut ends = Vec::new();
        for keep in &text.rules[class] {
            let parts = goes_with.iter().filter(|part| match &keep.of {
                None => true,
                Some(of) => text.roles[of] == **part && self.has_role(who(part), of),
            });
            for part in parts {
                let day = match &*keep.after {
                    "trajectory-ended" => pair.events.get("trajectory-ended"),
                    other => self.people[who(part)].events.get(other),
                };
                ends.extend(day.map(|day| (last(*day, keep.period), keep.announce)));
            }
        }
        ends
    }

    fn pair(&self, text: &Text, n: usize, class: &str) -> Option<Day> {
        let own = |class: &str| self.ends_of_pair(text, n, class).iter().map(|(day, _)| *day).min();
        // Without the trajectory's own row nobody finds the rest.
        [own(class), own("trajectory")].into_iter().flatten().min()
    }

    /// Everything that is held, as (class, of a pair, number, last day).
    fn held(&self, text: &Text) -> Vec<(&'static str, Kind, usize, Option<Day>)> {
        let mut all = Vec::new();
        for (class, kind, ..) in CLASSES {
            let ones = if kind == Kind::Person { &self.people } else { &self.pairs };
            for n in (0..ones.len()).filter(|n| ones[*n].held.contains(class)) {
                let day = if kind == Kind::Person { self.person(text, n, class) } else { self.pair(text, n, class) };
                all.push((class, kind, n, day));
            }
        }
        all
    }

    /// Whether anything is over when `today` begins.
    pub fn is_due(&self, text: &Text, today: Day) -> bool {
        self.held(text).into_iter().any(|(.., day)| day.is_some_and(|day| day < today))
    }

    /// The night before `today` begins: what is over goes, and with it what was known by it.
    pub fn night(&mut self, text: &Text, today: Day) -> usize {
        let mut gone = 0;
        loop {
            let over = self.held(text).into_iter().filter(|(.., day)| day.is_some_and(|day| day < today));
            let over: Vec<_> = over.collect();
            if over.is_empty() {
                return gone;
            }
            gone += over.len();
            for (class, kind, n, _) in over {
                let ones = if kind == Kind::Person { &mut self.people } else { &mut self.pairs };
                ones[n].held.remove(class);
            }
        }
    }

    /// Who is to be told today that something goes, and on which day: as the rules with an announcement say.
    pub fn announced(&self, text: &Text, today: Day) -> BTreeSet<(usize, Day)> {
        let mut told = BTreeSet::new();
        for (class, kind, n, end) in self.held(text) {
            let Some(end) = end.filter(|end| *end >= today) else { continue };
            let soon = |(day, announce): (Day, Option<Period>)| {
                announce.is_some_and(|before| day < last(today, before) && end < last(today, before))
            };
            match kind {
                Kind::Person => {
                    let one = &self.people[n];
                    if self.ends_of_person(text, one, class, None).into_iter().any(soon) {
                        told.insert((n, end));
                    }
                }
                Kind::Pair => {
                    let (coach, participant) = self.pairs[n].parties.expect("of two");
                    for (keep, part) in self.telling(text, class) {
                        let who = if part == "coach" { coach } else { participant };
                        let by = |source: usize| match &*keep.after {
                            "trajectory-ended" => self.pairs[n].events.get("trajectory-ended"),
                            other => self.people[source].events.get(other),
                        };
                        if by(who).is_some_and(|day| soon((last(*day, keep.period), keep.announce))) {
                            told.insert((who, end));
                        }
                    }
                }
            }
        }
        told
    }

    /// The rules of a pair's class that are announced, each with a part that is told.
    fn telling<'a>(&self, text: &'a Text, class: &str) -> Vec<(&'a Keep, &'static str)> {
        let (_, _, goes_with, _) = CLASSES.iter().find(|(name, ..)| *name == class).expect("a class");
        let rules = text.rules[class].iter().filter(|keep| keep.announce.is_some());
        rules
            .flat_map(|keep| {
                let fits = |part: &&&str| keep.of.as_ref().is_none_or(|of| text.roles[of] == ***part);
                goes_with.iter().filter(fits).map(move |part| (keep, *part))
            })
            .collect()
    }
}

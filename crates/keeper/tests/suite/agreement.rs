//! The date beside a thing is the day on which the keeper takes it: for plans, roles and events put together by chance.
//!
//! Pages ask [`statement::dates`] with what they know of a container and its people; the keeper finds what is due by
//! ranges of events. Here both are asked of the same house, day by day.

use std::collections::{BTreeMap, BTreeSet};

use crate::house::{House, On, Plain, Trajectory};
use kernel::{
    Archetype::{self, Coach, Manager, Participant},
    PersonId, Timestamp, Uuid,
    id::Id as _,
    jiff::{ToSpan as _, civil::Date},
};
use statement::dates::{Facts, Known, Rules};
use testkit::SeededRng;

const EVENTS: [&str; 3] = ["trajectory-ended", "agreement-ended", "last-login"];
const PERIODS: [&str; 8] =
    ["1 day", "5 weeks", "4 months", "9 months", "1 year", "1 year 6 months", "2 years", "2 years 1 month"];

fn one_of<T: Copy>(rng: &SeededRng, all: &[T]) -> T {
    all[rng.below(all.len())]
}

/// The house's statement with other periods.
fn statement_by_chance(rng: &SeededRng) -> String {
    let whole = include_str!("house/house.kdl");
    let mut text: String =
        whole.lines().filter(|line| !line.trim().starts_with("keep ")).collect::<Vec<_>>().join("\n");
    text.truncate(text.rfind('}').unwrap());
    let mut keep = |what: &str, period: &str, event: &str| {
        let id = format!("k{}", text.lines().count());
        text.push_str(&format!("    keep {what} {period} after=\"{event}\" id=\"{id}\"\n"));
    };
    for what in ["\"dialogue\"", "\"dates\"", "\"private-notes\"", "\"profile\""] {
        let event = if what == "\"profile\"" { one_of(rng, &EVENTS[1..]) } else { one_of(rng, &EVENTS) };
        keep(what, &format!("for=\"{}\"", one_of(rng, &PERIODS)), event);
    }
    for role in ["participant", "coach", "manager"] {
        for event in [one_of(rng, &EVENTS), one_of(rng, &EVENTS[1..])].into_iter().collect::<BTreeSet<_>>() {
            keep(&format!("everything of=\"{role}\""), &format!("for=\"{}\"", one_of(rng, &PERIODS)), event);
        }
    }
    if rng.below(2) == 0 {
        let what = one_of(rng, &["\"dialogue\"", "\"private-notes\"", "\"profile\""]);
        keep(what, "at-least=\"9 months\" law=\"Art. 1 House Act\"", "agreement-ended");
    }
    keep("\"logs\"", "for=\"20 years\"", "logged");
    text.push_str("}\n");
    text
}

struct World {
    house: House,
    rules: Rules,
    facts: Facts,
    roles: BTreeMap<PersonId, Vec<Archetype>>,
    pairs: Vec<Trajectory>,
}

impl World {
    async fn furnish(rng: &SeededRng) -> Self {
        // A floor above its ceiling is refused: draw again.
        let statement = std::iter::repeat_with(|| statement_by_chance(rng)).find(|text| House::accepts(text)).unwrap();
        let house = House::with(&On::Sqlite, &statement);
        let rules = Rules::new(&house.plan, &house.inventory);
        let (mut roles, mut pairs, mut facts) = (BTreeMap::new(), Vec::new(), Facts::none());
        let all: [&[Archetype]; 5] =
            [&[Coach], &[Coach, Participant], &[Participant], &[Manager], &[Manager, Coach, Participant]];
        let mut people = Vec::new();
        for n in 0..10 {
            let own = all[n % all.len()];
            let person = house.person("Somebody", own).await;
            roles.insert(person, own.to_vec());
            people.push((person, own));
        }
        let part = |part| people.iter().filter(move |(_, own)| own.contains(&part)).map(|(id, _)| *id);
        let (coaches, participants): (Vec<_>, Vec<_>) = (part(Coach).collect(), part(Participant).collect());
        for participant in participants {
            let coach = one_of(rng, &coaches);
            if coach != participant {
                let pair = house.trajectory(coach, participant).await;
                house.message(&pair, "A line.").await;
                house.note(&pair, "A note.").await;
                pairs.push(pair);
            }
        }
        let subjects = people.iter().map(|(person, _)| (person.uuid(), &EVENTS[..]));
        let subjects: Vec<_> = subjects.chain(pairs.iter().map(|pair| (pair.id.uuid(), &EVENTS[..1]))).collect();
        for (subject, events) in subjects {
            for event in events.iter().filter(|_| rng.below(4) > 0) {
                let at = instant(rng, &house);
                house.emit(event, Plain(subject), at).await;
                facts.happened(subject, *event, at);
            }
        }
        Self { house, rules, facts, roles, pairs }
    }

    /// What is there, each with the last day that a page would show.
    async fn shown(&self) -> BTreeMap<(String, Uuid), Option<Date>> {
        let there = self.house.everything().await;
        let mut facts = self.facts.clone();
        for (person, own) in &self.roles {
            // Roles stand in the own file, and go with it.
            if there.contains(&("account".to_owned(), person.uuid())) {
                own.iter().for_each(|role| facts.plays(*person, role.key()));
            }
        }
        let mut shown = BTreeMap::new();
        for (name, holder) in &there {
            let Some(class) = self.house.inventory.class(name) else { continue };
            let pair = self.pairs.iter().find(|pair| pair.id.uuid() == *holder);
            let parties = match pair {
                Some(pair) => vec![("coach", pair.coach), ("participant", pair.participant)],
                None => vec![("self", PersonId::from_uuid(*holder))],
            };
            let of_holder = there.iter().filter(|(_, other)| other == holder);
            let held: BTreeSet<_> =
                of_holder.filter_map(|(name, _)| self.house.inventory.class(name)).map(|class| class.name).collect();
            let held = self.rules.ask_what_is_held(class.container).then_some(&held);
            let known = Known {
                holder: *holder,
                parties: &parties,
                facts: &facts,
                happened: &[],
                held,
                restricted: &[],
                undecided: &[],
            };
            let goes = self.rules.goes(class, &known, self.house.plan.zone());
            shown.insert((name.clone(), *holder), goes.day());
        }
        shown
    }

    async fn keep_at(&self, day: Date, hour: i8, minute: i8) {
        let at = day.at(hour, minute, 30, 0).to_zoned(self.house.plan.zone().clone()).unwrap();
        self.house.clock.set(at.timestamp());
        assert!(self.house.keep().await.is_done());
    }
}

/// Some instant within two years before the house's beginning, often near midnight and where clocks change.
fn instant(rng: &SeededRng, house: &House) -> Timestamp {
    let day = match rng.below(6) {
        0 => one_of(rng, &["2020-02-29", "2020-03-29", "2020-10-25", "2019-12-31", "2021-01-31"]).parse().unwrap(),
        _ => house.today().saturating_sub(i64::try_from(rng.below(330)).unwrap().days()),
    };
    let (hour, minute) = one_of(rng, &[(0, 0), (0, 1), (2, 30), (12, 0), (23, 59)]);
    day.at(hour, minute, 0, 0).to_zoned(house.plan.zone().clone()).unwrap().timestamp()
}

// I8, I12
#[tokio::test]
async fn the_date_beside_a_thing_is_the_day_on_which_the_keeper_takes_it() {
    let (mut compared, mut taken) = (0, 0);
    for seed in 0..6 {
        let world = World::furnish(&SeededRng::new(seed)).await;
        // What is over already goes at once.
        world.keep_at(world.house.today(), 12, 0).await;
        for _ in 0..14 {
            let shown = world.shown().await;
            let today = world.house.today();
            assert!(shown.values().flatten().all(|day| *day >= today), "seed {seed}: overdue: {shown:?}");
            let Some(day) = shown.values().flatten().min().copied() else { break };
            world.keep_at(day, 23, 58).await;
            assert_eq!(world.shown().await, shown, "seed {seed}: gone before the end of {day}");
            world.keep_at(day.tomorrow().unwrap(), 0, 1).await;
            let there: BTreeSet<_> = world.shown().await.into_keys().collect();
            let due: BTreeSet<_> =
                shown.iter().filter(|(_, shown)| **shown != Some(day)).map(|(thing, _)| thing.clone()).collect();
            assert_eq!(there, due, "seed {seed}: the night after {day}");
            compared += shown.len();
            taken += shown.len() - due.len();
        }
    }
    assert!(
        compared > 400 && taken > 50,
        "{compared} dates compared, {taken} things taken: too quiet to show anything"
    );
}

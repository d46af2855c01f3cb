//! Lives by chance: what happens to whom on which day.

use std::collections::BTreeMap;

use testkit::SeededRng;

use crate::calendar::Day;

/// Something that happens.
#[derive(Clone, Copy, Debug)]
pub enum Event {
    Invited(usize),
    Accepted(usize),
    SignedIn(usize),
    Left(usize),
    /// A coach and a participant begin.
    Begun(usize, usize),
    Wrote(usize),
    Ended(usize),
}

/// Who takes part, with the archetypes of their roles.
pub struct Cast {
    pub archetypes: Vec<Vec<&'static str>>,
    /// What happens, by day; pairs are numbered in the order in which they begin.
    pub days: BTreeMap<Day, Vec<Event>>,
}

fn within(rng: &SeededRng, days: i64) -> i64 {
    i64::try_from(rng.below(usize::try_from(days.max(1)).unwrap_or(1))).unwrap_or(0)
}

/// Days on which calendars stumble, often chosen: leap days, ends of months, nights in which clocks change.
const ODD: [(i64, i64, i64); 8] = [
    (2023, 12, 31),
    (2024, 1, 31),
    (2024, 2, 29),
    (2024, 3, 31),
    (2024, 10, 27),
    (2025, 2, 28),
    (2025, 3, 30),
    (2025, 10, 26),
];

fn some_day(rng: &SeededRng, from: Day, days: i64) -> Day {
    let odd = ODD.map(|(year, month, day)| crate::calendar::number(year, month, day));
    let odd: Vec<_> = odd.into_iter().filter(|day| (from..from + days).contains(day)).collect();
    if !odd.is_empty() && rng.below(5) == 0 { odd[rng.below(odd.len())] } else { from + within(rng, days) }
}

impl Cast {
    pub fn by_chance(rng: &SeededRng, begin: Day, people: usize, coaches: bool) -> Self {
        let mut cast = Self { archetypes: Vec::new(), days: BTreeMap::new() };
        let mut begun = Vec::new();
        for n in 0..people {
            let own = match n % 12 {
                0 | 1 => vec!["coach"],
                2 => vec!["manager"],
                3 => vec!["coach", "participant"],
                4 => vec!["officer"],
                5 if n % 24 == 5 => vec!["manager", "coach"],
                _ => vec!["participant"],
            };
            cast.live(rng, begin, n, &own, &mut begun);
            cast.archetypes.push(own);
        }
        if coaches {
            cast.meet(rng, &begun);
        }
        cast
    }

    fn at(&mut self, day: Day, event: Event) {
        self.days.entry(day).or_default().push(event);
    }

    /// Invited, came or not, signed in now and then, left or not.
    fn live(&mut self, rng: &SeededRng, begin: Day, n: usize, own: &[&str], begun: &mut Vec<(usize, Day, Vec<bool>)>) {
        let invited = some_day(rng, begin, if rng.below(3) == 0 { 30 } else { 500 });
        self.at(invited, Event::Invited(n));
        if rng.below(8) == 0 {
            return;
        }
        let accepted = invited + within(rng, 80);
        self.at(accepted, Event::Accepted(n));
        let mut day = accepted;
        for _ in 0..rng.below(9) {
            day = some_day(rng, day + 1, if rng.below(4) == 0 { 420 } else { 60 });
            self.at(day, Event::SignedIn(n));
        }
        if rng.below(2) == 0 {
            let left = some_day(rng, accepted + 10, 300);
            self.at(left, Event::Left(n));
        }
        begun.push((n, accepted, vec![own.contains(&"coach"), own.contains(&"participant")]));
    }

    fn meet(&mut self, rng: &SeededRng, people: &[(usize, Day, Vec<bool>)]) {
        let coaches: Vec<_> = people.iter().filter(|(_, _, own)| own[0]).collect();
        let mut plans = Vec::new();
        for (participant, since, _) in people.iter().filter(|(_, _, own)| own[1]) {
            for _ in 0..rng.below(3) {
                let (coach, from, _) = coaches[rng.below(coaches.len())];
                if coach != participant {
                    let begins = some_day(rng, *since.max(from) + 1, 120);
                    let ends = (rng.below(5) > 0).then(|| some_day(rng, begins + 1, 250));
                    plans.push((begins, *coach, *participant, ends));
                }
            }
        }
        plans.sort_unstable_by_key(|plan| plan.0);
        for (pair, (begins, coach, participant, ends)) in plans.into_iter().enumerate() {
            self.at(begins, Event::Begun(coach, participant));
            self.at(begins, Event::Wrote(pair));
            if let Some(ends) = ends {
                self.at(ends, Event::Ended(pair));
            }
        }
    }
}

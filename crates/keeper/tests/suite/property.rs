//! The keeper against a second, naive reading of the same statement: a few hundred people over three years, looked at
//! day by day in the model and at random days in the store.
//!
//! The model knows days on a calendar only: no instants, no cut-offs, no range queries.

use std::collections::BTreeMap;

use crate::house::{House, On, Plain};
use kernel::{
    Archetype::{self, Coach, Manager, Participant},
    PersonId, Timestamp, Uuid,
    id::Id as _,
    jiff::{
        ToSpan as _,
        civil::{Date, date},
        tz::TimeZone,
    },
};
use testkit::SeededRng;

struct One {
    id: PersonId,
    roles: Vec<Archetype>,
    left: Option<Date>,
    seen: Option<Date>,
}

struct Two {
    id: Uuid,
    coach: usize,
    participant: usize,
    ended: Option<Date>,
}

/// The last day of a period: added once on the calendar.
fn last(from: Date, years: i32, months: i32) -> Date {
    from.saturating_add(years.years().months(months))
}

/// What the statement of the house says must be there in the night after `today`, by class and holder.
fn must_be_there(people: &[One], pairs: &[Two], today: Date) -> Vec<(String, Uuid)> {
    let mut there = Vec::new();
    let over = |day: Option<Date>| day.is_some_and(|day| day < today);
    let ended_of = |n: usize| {
        // The latest end, while none still runs.
        let own: Vec<_> = pairs.iter().filter(|pair| pair.participant == n).collect();
        let all = own.iter().map(|pair| pair.ended).collect::<Option<Vec<_>>>();
        all.and_then(|ends| ends.into_iter().max())
    };
    for pair in pairs {
        let ended = pair.ended;
        let as_participant = ended.map(|end| last(end, 2, 6));
        let coach_left = people[pair.coach].left.map(|left| last(left, 0, 18));
        let dates = [ended.map(|end| last(end, 3, 0)), as_participant];
        let dialogue = [ended.map(|end| last(end, 2, 0)), as_participant];
        let notes = [ended.map(|end| last(end, 1, 0)), as_participant, coach_left];
        for (class, limits) in [("trajectory", &dates[..]), ("dialogue", &dialogue[..]), ("private-notes", &notes[..])]
        {
            if !limits.iter().any(|limit| over(*limit)) {
                there.push((class.to_owned(), pair.id));
            }
        }
    }
    for (n, one) in people.iter().enumerate() {
        let asleep = one.seen.map(|seen| last(seen, 4, 0));
        let for_role = |role: &Archetype| {
            let own = match role {
                Participant => ended_of(n).map(|end| last(end, 2, 6)),
                _ => one.left.map(|left| last(left, 0, 18)),
            };
            [own, asleep].into_iter().flatten().min()
        };
        let ceiling =
            one.roles.iter().map(for_role).collect::<Option<Vec<_>>>().and_then(|each| each.into_iter().max());
        let held_by_law = ended_of(n).map(|end| last(end, 1, 0)).is_some_and(|until| until >= today);
        if !over(ceiling) || held_by_law {
            there.push(("account".to_owned(), one.id.uuid()));
        }
        // The row that stands for somebody stays while that somebody has a file or plays a part.
        let account = there.iter().any(|(class, holder)| class == "account" && *holder == one.id.uuid());
        let plays = pairs.iter().any(|pair| {
            (pair.coach == n || pair.participant == n)
                && there.iter().any(|(class, holder)| class == "trajectory" && *holder == pair.id)
        });
        if account || plays {
            there.push(("person".to_owned(), one.id.uuid()));
        }
    }
    there.sort();
    there
}

fn noon(day: Date, zone: &TimeZone) -> Timestamp {
    day.at(12, 0, 0, 0).to_zoned(zone.clone()).unwrap().timestamp()
}

// I8
#[tokio::test]
async fn over_three_years_the_keeper_holds_what_the_statement_says_and_nothing_else() {
    let house = House::new(&On::Sqlite);
    let (zone, rng) = (house.plan.zone().clone(), SeededRng::new(42));
    let begin = date(2021, 3, 1);
    house.clock.set(noon(begin, &zone));
    let some_day = |within: usize| begin.saturating_add(i64::try_from(rng.below(within)).unwrap_or(0).days());

    let mut people = Vec::new();
    for n in 0..240 {
        let roles = match n % 12 {
            0 | 1 => vec![Coach],
            2 => vec![Manager],
            3 => vec![Coach, Participant],
            4 => vec![Manager, Coach],
            _ => vec![Participant],
        };
        let left = (n % 3 == 0).then(|| some_day(700));
        let seen = (n % 5 != 0).then(|| begin.saturating_sub(i64::try_from(rng.below(1400)).unwrap_or(0).days()));
        people.push(One { id: house.person("Somebody", &roles).await, roles, left, seen });
    }
    let coaches: Vec<_> = (0..people.len()).filter(|n| people[*n].roles.contains(&Coach)).collect();
    let mut pairs = Vec::new();
    for n in (0..people.len()).filter(|n| people[*n].roles.contains(&Participant)) {
        for _ in 0..=rng.below(2) {
            let coach = coaches[rng.below(coaches.len())];
            if coach == n {
                continue;
            }
            let made = house.trajectory(people[coach].id, people[n].id).await;
            house.message(&made, "A line.").await;
            house.note(&made, "A note.").await;
            let ended = (rng.below(5) > 0).then(|| some_day(700));
            pairs.push(Two { id: made.id.uuid(), coach, participant: n, ended });
        }
    }

    // Events as the slices would have written them, each on its day; of a person, the latest with none running.
    let mut events: BTreeMap<Date, Vec<(&'static str, Uuid)>> = BTreeMap::new();
    for pair in &pairs {
        if let Some(end) = pair.ended {
            events.entry(end).or_default().push(("trajectory-ended", pair.id));
        }
    }
    for (n, one) in people.iter().enumerate() {
        let own: Option<Vec<_>> = pairs.iter().filter(|pair| pair.participant == n).map(|pair| pair.ended).collect();
        if let Some(end) = own.and_then(|ends| ends.into_iter().max()) {
            events.entry(end).or_default().push(("trajectory-ended", one.id.uuid()));
        }
        if let Some(left) = one.left {
            events.entry(left).or_default().push(("agreement-ended", one.id.uuid()));
        }
        if let Some(seen) = one.seen {
            house.emit("last-login", one.id, noon(seen, &zone)).await;
        }
    }

    let mut model: Option<Vec<(String, Uuid)>> = None;
    let (mut day, mut looks, mut removed) = (begin, 0, 0);
    let end = last(begin, 3, 0);
    while day <= end {
        let reach = day.saturating_add(i64::try_from(1 + rng.below(19)).unwrap_or(1).days());
        for (at, subjects) in events.range(day..reach) {
            for (event, subject) in subjects {
                house.emit(event, Plain(*subject), noon(*at, &zone)).await;
            }
        }
        day = reach;
        house.clock.set(noon(day, &zone));
        let report = house.keep().await;
        assert!(report.is_done(), "{report:?}");
        (looks, removed) = (looks + 1, removed + report.holders());
        let known = |ended: Option<Date>| ended.filter(|end| *end < day);
        let so_far: Vec<_> = people
            .iter()
            .map(|one| One { id: one.id, roles: one.roles.clone(), left: known(one.left), seen: one.seen })
            .collect();
        let pairs_so_far: Vec<_> = pairs
            .iter()
            .map(|pair| Two { id: pair.id, coach: pair.coach, participant: pair.participant, ended: known(pair.ended) })
            .collect();
        // What has gone stays gone, even if the law would hold it from a later event on.
        let held = house.everything().await;
        let mut there = must_be_there(&so_far, &pairs_so_far, day);
        there.retain(|thing| model.as_ref().is_none_or(|before| before.contains(thing)));
        let missing: Vec<_> = there.iter().filter(|thing| !held.contains(thing)).collect();
        let left_over: Vec<_> = held.iter().filter(|thing| !there.contains(thing)).collect();
        assert!(
            missing.is_empty() && left_over.is_empty(),
            "{day}: gone too early {missing:?}; left over {left_over:?}"
        );
        model = Some(there);
    }
    assert!(looks > 60 && removed > 400, "{looks} looks removed {removed}: the history is too quiet to show anything");
    house.store.read(&house.job(), store::ledger::verify).await.unwrap();
}

//! Lines of the access log on their way into the database: what was opened, each by itself (I3); what was refused, counted
//! by the minute.

use std::{
    collections::{HashMap, hash_map::Entry},
    sync::{Mutex, MutexGuard, PoisonError},
};

use access::{Grant, Resource};
use kernel::{Actor, Attempt, RequestId, Scope, Timestamp, Uuid, Value, id::Id as _};

use crate::{
    StoreError,
    engine::{Connection, text},
    keyring::FIXED_LOOKUP,
    params, queries,
    shared::{Shared, day_id},
};

/// Things on which one person's refused attempts are counted apart within a minute. What goes beyond is counted by action,
/// without saying on what: whoever hammers fills neither the disk nor the memory.
const MOST: usize = 20;
/// The same of all who have not signed in, together: wrong passwords, each counted at the account that it was tried at.
const MOST_AT_DOORS: usize = 500;

/// The domain of the numbers of devices.
const DEVICE: &str = "access-log.device";

/// What was opened, or refused.
#[derive(Clone)]
pub(crate) struct Line {
    /// Drawn as it is written, unless it may be counted on: then it is the same line each time.
    id: Option<Uuid>,
    day: Uuid,
    at: Timestamp,
    actor: Option<Uuid>,
    job: Option<&'static str>,
    action: &'static str,
    container: &'static str,
    resource: Uuid,
    request: Uuid,
    session: Option<Uuid>,
    /// The exception under which it was given.
    exception: Option<Uuid>,
    /// What it opens, when it was given under an exception: no declared action tells.
    items: Option<String>,
    /// How often it was tried, when it was refused.
    refused: Option<i64>,
    /// It only takes the time of a line: nothing was opened, and it goes in the commit in which it comes.
    is_stand_in: bool,
}

impl Line {
    /// What stands in for a line where nothing was there to be opened.
    pub(crate) fn stand_in(scope: &Scope, grant: &Grant) -> Self {
        Self { is_stand_in: true, ..Self::of_grant(scope, grant) }
    }

    /// The line of a grant that became an opener.
    pub(crate) fn of_grant(scope: &Scope, grant: &Grant) -> Self {
        let (actor, job) = match grant.actor() {
            Actor::Member(member) => (Some(member.id.uuid()), None),
            Actor::Job(name) => (None, Some(*name)),
            Actor::Guest => (None, None),
        };
        Self {
            id: None,
            day: day_id(scope),
            at: scope.now,
            actor,
            job,
            action: grant.action_name(),
            container: grant.resource().container,
            resource: grant.resource().id,
            request: grant.request().uuid(),
            session: scope.session,
            exception: grant.exception(),
            items: grant.exception().map(|_| grant.items().join(" ")),
            refused: None,
            is_stand_in: false,
        }
    }

    /// The line of something that was refused.
    pub(crate) fn of_attempt(shared: &Shared, scope: &Scope, attempt: &Attempt) -> Self {
        Self {
            id: Some(kernel::scope::mint::<RequestId>(scope.now, &*shared.rng).uuid()),
            day: day_id(scope),
            at: scope.now,
            actor: attempt.person.map(|person| person.uuid()),
            job: attempt.job,
            action: attempt.action,
            container: attempt.container,
            resource: attempt.resource,
            request: scope.request.uuid(),
            session: scope.session,
            exception: None,
            items: None,
            refused: Some(1),
            is_stand_in: false,
        }
    }

    /// Whether what was tried is something that there is. The organisation always is.
    fn is_of_something(&self, connection: &mut Connection, shared: &Shared) -> Result<bool, StoreError> {
        if self.container == Resource::ORGANISATION {
            return Ok(true);
        }
        let Some(container) = shared.inventory.container(self.container) else { return Ok(false) };
        let text = format!("SELECT 1 FROM {} WHERE {} = $1", container.table, container.id);
        Ok(!connection.query(&text::query(&text, shared.dialect), params![self.resource])?.is_empty())
    }
}

/// Lines that wait for the next commit.
#[derive(Default)]
pub(crate) struct Lines(Mutex<State>);

#[derive(Default)]
struct State {
    waiting: Vec<Line>,
    /// The minute whose refusals are counted.
    minute: i64,
    refused: HashMap<Key, Counted>,
    /// On how many things each has been refused in this minute.
    things: HashMap<Who, usize>,
    /// Whether the writer knows that lines wait: that it is to come soon, or some time within a minute.
    soon: bool,
    later: bool,
}

type Who = (Option<Uuid>, Option<&'static str>);

/// What is counted together.
type Key = (Who, Option<Uuid>, &'static str, (&'static str, Uuid));

struct Counted {
    line: Line,
    /// Whether it was counted on since it was last taken.
    waits: bool,
}

impl Lines {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a line; true when the writer has to be told.
    pub(crate) fn add(&self, line: Line) -> bool {
        let mut state = self.state();
        state.waiting.push(line);
        !std::mem::replace(&mut state.soon, true)
    }

    /// Counts what was refused; true when the writer has to be told. It need not hurry: no commit of its own follows, by
    /// which somebody could tell what is refused from what is not there.
    pub(crate) fn count(&self, line: Line) -> bool {
        let mut state = self.state();
        state.count(line);
        !state.soon && !std::mem::replace(&mut state.later, true)
    }

    /// Takes all that waits.
    pub(crate) fn take(&self) -> Vec<Line> {
        let mut state = self.state();
        (state.soon, state.later) = (false, false);
        let mut lines = std::mem::take(&mut state.waiting);
        for counted in state.refused.values_mut().filter(|counted| counted.waits) {
            counted.waits = false;
            lines.push(counted.line.clone());
        }
        lines
    }

    /// Puts lines back that could not be written.
    pub(crate) fn give_back(&self, mut lines: Vec<Line>) {
        let mut state = self.state();
        lines.append(&mut state.waiting);
        state.waiting = lines;
    }
}

impl State {
    fn count(&mut self, mut line: Line) {
        let minute = line.at.as_second().div_euclid(60);
        if minute != self.minute {
            self.minute = minute;
            self.things.clear();
            let left = std::mem::take(&mut self.refused).into_values().filter(|counted| counted.waits);
            self.waiting.extend(left.map(|counted| counted.line));
        }
        let who = (line.actor, line.job);
        if !self.refused.contains_key(&(who, line.session, line.action, (line.container, line.resource))) {
            let things = self.things.entry(who).or_default();
            if *things < if line.actor.is_some() { MOST } else { MOST_AT_DOORS } {
                *things += 1;
            } else {
                let nothing_in_particular = Resource::organisation();
                (line.container, line.resource) = (nothing_in_particular.container, nothing_in_particular.id);
            }
        }
        match self.refused.entry((who, line.session, line.action, (line.container, line.resource))) {
            Entry::Vacant(free) => drop(free.insert(Counted { line, waits: true })),
            Entry::Occupied(mut counted) => {
                let counted = counted.get_mut();
                counted.line.refused = counted.line.refused.map(|times| times.saturating_add(1));
                counted.waits = true;
            }
        }
    }
}

/// The numbers of devices, one after the other: lines of one session mostly come together.
#[derive(Default)]
struct Devices(Option<(Uuid, Option<Uuid>)>);

impl Devices {
    /// The number of the device of a session: the same for all lines of the session, and of no use to whoever finds it. The
    /// session's own id does not follow from it.
    fn of(&mut self, shared: &Shared, session: Option<Uuid>) -> Option<Uuid> {
        let session = session?;
        if let Some((_, number)) = self.0.filter(|(known, _)| *known == session) {
            return number;
        }
        let hash = shared.ring.hash(FIXED_LOOKUP, DEVICE, &session.to_string()).ok();
        let number = hash.and_then(|hash| Uuid::from_slice(&hash[..16]).ok());
        self.0 = Some((session, number));
        number
    }
}

/// Identifiers for what comes together: one is drawn, and the others are those behind it.
#[derive(Default)]
struct Ids(Option<u128>);

impl Ids {
    fn next(&mut self, shared: &Shared, at: Timestamp) -> Uuid {
        let next = match self.0 {
            Some(last) => last.wrapping_add(1),
            None => kernel::scope::mint::<RequestId>(at, &*shared.rng).uuid().as_u128(),
        };
        self.0 = Some(next);
        Uuid::from_u128(next)
    }
}

/// Writes lines into the transaction that is open. What was refused leaves a line only where there is something.
pub(crate) fn write(connection: &mut Connection, shared: &Shared, lines: &[Line]) -> Result<(), StoreError> {
    let (mut day, mut devices, mut ids) = (None, Devices::default(), Ids::default());
    let (mut rows, mut stand_ins) = (Vec::with_capacity(lines.len()), Vec::new());
    for line in lines {
        if line.refused.is_some() && !line.is_of_something(connection, shared)? {
            continue;
        }
        if day != Some(line.day) {
            let open = shared.registry.text(&queries::OPEN_DAY)?;
            if connection.execute(open, params![line.day, line.at])? > 0 {
                let emit = shared.registry.text(&queries::EMIT_ONCE)?;
                connection.execute(emit, params![crate::tables::LOGGED, line.day, line.at])?;
            }
            day = Some(line.day);
        }
        let id = line.id.unwrap_or_else(|| ids.next(shared, line.at));
        if line.is_stand_in {
            stand_ins.push(vec![Value::from(id)]);
        }
        rows.push(vec![
            id.into(),
            line.day.into(),
            line.at.into(),
            line.actor.into(),
            line.job.into(),
            line.action.into(),
            line.container.into(),
            line.resource.into(),
            line.request.into(),
            line.exception.into(),
            line.items.as_deref().into(),
            devices.of(shared, line.session).into(),
            line.refused.into(),
        ]);
    }
    connection.execute_each(shared.registry.text(&queries::LOG)?, &rows)?;
    connection.execute_each(shared.registry.text(&queries::UNLOG)?, &stand_ins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tried(person: u128, resource: u128, second: i64) -> Line {
        let at = Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH);
        let (id, day, request) = (Some(Uuid::from_u128(rand(person, resource, second))), Uuid::nil(), Uuid::nil());
        Line {
            id,
            day,
            at,
            actor: Some(Uuid::from_u128(person)),
            job: None,
            action: "dialogue.read",
            container: "trajectory",
            resource: Uuid::from_u128(resource),
            request,
            session: None,
            exception: None,
            items: None,
            refused: Some(1),
            is_stand_in: false,
        }
    }

    fn rand(person: u128, resource: u128, second: i64) -> u128 {
        person << 100 | resource << 64 | u128::from(second.unsigned_abs())
    }

    fn times(lines: &[Line]) -> Vec<i64> {
        let mut times: Vec<_> = lines.iter().filter_map(|line| line.refused).collect();
        times.sort_unstable();
        times
    }

    #[test]
    fn whoever_hammers_leaves_one_line_a_minute_with_a_count() {
        let lines = Lines::default();
        assert!(
            (0..10_000).filter(|n| lines.count(tried(1, 7, 60 + n / 1000))).count() == 1,
            "the writer is told once"
        );
        let first = lines.take();
        assert_eq!(times(&first), [10_000]);
        // Counted on within the minute it is the same line; in the next it is another.
        lines.count(tried(1, 7, 119));
        lines.count(tried(1, 7, 120));
        let second = lines.take();
        assert_eq!(times(&second), [1, 10_001]);
        assert_eq!(second.iter().filter(|line| line.id == first[0].id).count(), 1);
        assert_eq!(times(&lines.take()), Vec::<i64>::new());
    }

    #[test]
    fn whoever_tries_many_things_leaves_a_bounded_number_of_lines_and_none_of_others_goes_lost() {
        let lines = Lines::default();
        for n in 1..=10_000 {
            lines.count(tried(1, n, 60));
        }
        lines.count(tried(2, 3, 60));
        let taken = lines.take();
        assert_eq!(taken.len(), MOST + 2);
        assert_eq!(times(&taken).iter().sum::<i64>(), 10_001);
        let rest = taken.iter().find(|line| line.resource.is_nil() && line.container == Resource::ORGANISATION);
        assert_eq!(rest.and_then(|line| line.refused), Some(10_000 - MOST as i64));
        assert!(taken.iter().any(|line| line.actor == Some(Uuid::from_u128(2)) && line.container == "trajectory"));
    }

    #[test]
    fn wrong_passwords_at_many_accounts_are_counted_at_each_up_to_a_bound() {
        let lines = Lines::default();
        for n in 1..=10_000 {
            let at_door =
                Line { actor: None, job: Some("accounts.sign-in"), container: "person", ..tried(0, n % 600, 60) };
            lines.count(at_door);
        }
        let taken = lines.take();
        assert_eq!(taken.len(), MOST_AT_DOORS + 1);
        assert_eq!(times(&taken).iter().sum::<i64>(), 10_000);
    }

    #[test]
    fn a_line_that_could_not_be_written_is_written_with_the_next_ones() {
        let lines = Lines::default();
        lines.count(tried(1, 7, 60));
        let taken = lines.take();
        lines.give_back(taken);
        lines.count(tried(1, 7, 61));
        assert_eq!(lines.take().iter().filter_map(|line| line.refused).collect::<Vec<_>>(), [1, 2]);
    }
}

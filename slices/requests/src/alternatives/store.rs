//! Wishes as they are stored.

use access::{Grant, Unchecked};
use kernel::{PersonId, Role, id::Id as _};
use organisation::{Directory, notify};
use statement::Plan;
use store::{Reader, Row, StoreError, Work, params};

use super::{
    PATH,
    inventory::{ALTERNATIVE_CLOSED, MAIL_WAITS},
    model::{AlternativeId, Deed, Line, LineId, Outcome, Told, Wish, due, note, steps},
};

kernel::queries! {
    /// Somebody asks.
    NEW for ["alternative.ask"] =
        "INSERT INTO alternative (id, person, clause, asked_at, step, due_at) VALUES ($1, $2, $3, $4, $5, $6)";

    /// A line with words.
    LINE_WRITTEN for ["alternative.ask", "alternative.answer"] =
        "INSERT INTO alternative_line (id, alternative, kind, step, author, at, note) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";

    /// A line without words.
    LINE_NOTED for ["alternatives.take", "alternative.go-on", "alternative.withdraw", "alternatives.night"] =
        "INSERT INTO alternative_line (id, alternative, kind, step, author, at) VALUES ($1, $2, $3, $4, $5, $6)";

    /// One of them.
    ONE for ["alternative.follow", "alternative.see", "alternative.answer", "alternative.go-on",
        "alternative.withdraw", "alternatives.take"] =
        "SELECT id, person, helper, clause, asked_at, step, due_at, closed_at, outcome FROM alternative WHERE id = $1";

    /// What was written and done about it, in order.
    LINES for ["alternative.follow", "alternative.see"] =
        "SELECT id, kind, step, author, at, note FROM alternative_line WHERE alternative = $1 ORDER BY at, id";

    /// Somebody's own, the latest first.
    OF_PERSON for ["alternatives.own"] =
        "SELECT id, person, helper, clause, asked_at, step, due_at, closed_at, outcome FROM alternative \
         WHERE person = $1 ORDER BY asked_at DESC, id";

    /// What somebody has taken up, the latest first.
    OF_HELPER for ["alternatives.list"] =
        "SELECT id, person, helper, clause, asked_at, step, due_at, closed_at, outcome FROM alternative \
         WHERE helper = $1 ORDER BY asked_at DESC, id";

    /// What is open, what is due first.
    OPEN for ["alternatives.list", "alternatives.night"] =
        "SELECT id, person, helper, clause, asked_at, step, due_at, closed_at, outcome FROM alternative \
         WHERE closed_at IS NULL ORDER BY due_at, id";

    /// Somebody takes it up; whoever comes second changes nothing.
    TAKEN for ["alternatives.take"] =
        "UPDATE alternative SET helper = $2 WHERE id = $1 AND step = $3 AND helper IS NULL AND closed_at IS NULL";

    /// It ends.
    ENDED for ["alternative.answer", "alternative.withdraw"] =
        "UPDATE alternative SET closed_at = $2, outcome = $3 WHERE id = $1 AND step = $4 AND closed_at IS NULL";

    /// It goes to another step.
    MOVED for ["alternative.go-on", "alternatives.night"] =
        "UPDATE alternative SET step = $2, due_at = $3, helper = NULL, closed_at = NULL, outcome = NULL, \
         reminded_at = NULL WHERE id = $1 AND step = $4";

    /// When somebody was reminded of it last.
    LAST_REMINDED for ["alternatives.night"] = "SELECT reminded_at FROM alternative WHERE id = $1";

    /// Somebody was reminded.
    REMINDED for ["alternatives.night"] = "UPDATE alternative SET reminded_at = $2 WHERE id = $1";
}

fn unreadable(column: usize) -> StoreError {
    StoreError::Shape { column, expected: "a word of an alternative" }
}

fn number(row: &Row, column: usize) -> Result<usize, StoreError> {
    usize::try_from(row.int(column)?).map_err(|_| unreadable(column))
}

fn stored(step: usize) -> i64 {
    i64::try_from(step).unwrap_or(i64::MAX)
}

fn read(row: &Row) -> Result<Wish, StoreError> {
    let closed = match (row.time_opt(7)?, row.text_opt(8)?) {
        (Some(at), Some(outcome)) => Some((at, Outcome::from_key(outcome).ok_or_else(|| unreadable(8))?)),
        _ => None,
    };
    Ok(Wish {
        id: row.id(0)?,
        person: row.id(1)?,
        helper: row.id_opt(2)?,
        clause: row.text(3)?.to_owned(),
        asked: row.time(4)?,
        step: number(row, 5)?,
        due: row.time(6)?,
        closed,
    })
}

/// One of them, without what was written.
pub(super) fn find(reader: &mut Reader<'_>, id: AlternativeId) -> Result<Option<Unchecked<Wish>>, StoreError> {
    let row = reader.one(&ONE, params![id])?;
    row.map(|row| read(&row).map(Unchecked::new)).transpose()
}

/// One with all that was written about it.
pub(super) fn told(reader: &mut Reader<'_>, id: AlternativeId) -> Result<Option<Unchecked<Told>>, StoreError> {
    let Some(row) = reader.one(&ONE, params![id])? else { return Ok(None) };
    let lines = reader.all(&LINES, params![id])?;
    let line = |row: &Row| {
        Ok(Line {
            deed: Deed::from_key(row.text(1)?).ok_or_else(|| unreadable(1))?,
            step: number(row, 2)?,
            author: row.id_opt(3)?,
            at: row.time(4)?,
            note: row.sealed_opt(5, note(id, row.id(0)?))?,
        })
    };
    let lines = lines.iter().map(line).collect::<Result<_, StoreError>>()?;
    Ok(Some(Unchecked::new(Told { wish: read(&row)?, lines })))
}

/// Somebody's own, the latest first.
pub(super) fn of_person(reader: &mut Reader<'_>, person: PersonId) -> Result<Vec<Wish>, StoreError> {
    reader.all(&OF_PERSON, params![person])?.iter().map(read).collect()
}

/// What somebody has taken up, the latest first.
pub(super) fn of_helper(reader: &mut Reader<'_>, helper: PersonId) -> Result<Vec<Wish>, StoreError> {
    reader.all(&OF_HELPER, params![helper])?.iter().map(read).collect()
}

/// What is open, what is due first; nothing of those who restrict the use of their data (GDPR Art. 18).
pub(super) fn open(reader: &mut Reader<'_>) -> Result<Vec<Wish>, StoreError> {
    let rows = reader.all(&OPEN, params![])?;
    let mut all = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    all.retain(|wish| !reader.is_restricted(wish.person));
    Ok(all)
}

/// Somebody asks, in own words; it begins at the first step at which there is somebody to ask.
pub(super) fn ask(
    work: &mut Work<'_>,
    grant: &Grant,
    id: AlternativeId,
    (person, key, words): (PersonId, &str, &str),
    (plan, directory): (&Plan, &dyn Directory),
) -> Result<(), StoreError> {
    let (step, players) = first_with_somebody(work, (plan, directory), key, 0)?;
    let now = work.now();
    work.run(&NEW, params![id, person, key, now, stored(step), due(plan, key, step, now)])?;
    write_line(work, grant, (id, step), Deed::Asked, person, words)?;
    tell(work, &players)
}

fn tell(work: &mut Work<'_>, players: &[PersonId]) -> Result<(), StoreError> {
    players.iter().try_for_each(|player| notify(work, *player, MAIL_WAITS, PATH))
}

/// The first step from `step` on that anybody can answer, and who that is; the last one, where nobody can.
fn first_with_somebody(
    reader: &mut Reader<'_>,
    (plan, directory): (&Plan, &dyn Directory),
    key: &str,
    step: usize,
) -> Result<(usize, Vec<PersonId>), StoreError> {
    let last = steps(plan, key).len().saturating_sub(1);
    for at in step..=last {
        let Some(role) = steps(plan, key).get(at).and_then(|step| plan.role(&step.role)) else { continue };
        let players = players(reader, directory, &Role { key: role.key.as_str().into(), archetype: role.archetype })?;
        if !players.is_empty() || at == last {
            return Ok((at, players));
        }
    }
    Ok((last, Vec::new()))
}

/// Everybody in a role.
pub(super) fn players(
    reader: &mut Reader<'_>,
    directory: &dyn Directory,
    role: &Role,
) -> Result<Vec<PersonId>, StoreError> {
    let all = directory.with_archetype(reader, role.archetype)?;
    let mut people: Vec<PersonId> = all.into_iter().map(|one| one.person).collect();
    let facts = directory.people(reader, &people)?.facts;
    people.retain(|person| facts.has_role(*person, &role.key));
    Ok(people)
}

/// Somebody takes it up; `false` when somebody else did before, or when it has gone on.
pub(super) fn take(work: &mut Work<'_>, wish: &Wish, helper: PersonId) -> Result<bool, StoreError> {
    if work.run(&TAKEN, params![wish.id, helper, stored(wish.step)])? == 0 {
        return Ok(false);
    }
    note_line(work, (wish.id, wish.step), Deed::Taken, Some(helper))?;
    Ok(true)
}

/// It is answered; `false` when it ended or went on before.
pub(super) fn answer(
    work: &mut Work<'_>,
    grant: &Grant,
    wish: &Wish,
    (helper, outcome, words): (PersonId, Outcome, &str),
) -> Result<bool, StoreError> {
    if !end(work, wish, outcome)? {
        return Ok(false);
    }
    write_line(work, grant, (wish.id, wish.step), Deed::Ended(outcome), helper, words)?;
    Ok(true)
}

/// Its asker withdraws it; `false` when it ended before.
pub(super) fn withdraw(work: &mut Work<'_>, wish: &Wish) -> Result<bool, StoreError> {
    if !end(work, wish, Outcome::Withdrawn)? {
        return Ok(false);
    }
    note_line(work, (wish.id, wish.step), Deed::Ended(Outcome::Withdrawn), Some(wish.person))?;
    Ok(true)
}

fn end(work: &mut Work<'_>, wish: &Wish, outcome: Outcome) -> Result<bool, StoreError> {
    let now = work.now();
    if work.run(&ENDED, params![wish.id, now, outcome.key(), stored(wish.step)])? == 0 {
        return Ok(false);
    }
    work.emit(ALTERNATIVE_CLOSED, wish.id.uuid(), now)?;
    Ok(true)
}

/// It goes to the next step at which there is somebody: its asker wishes so after a no (`by`), or nobody answered in
/// time. Everybody in that role is told. `false` when it went on before.
pub(super) fn go_on(
    work: &mut Work<'_>,
    wish: &Wish,
    by: Option<PersonId>,
    (plan, directory): (&Plan, &dyn Directory),
) -> Result<bool, StoreError> {
    let (step, players) = first_with_somebody(work, (plan, directory), &wish.clause, wish.step + 1)?;
    let over = due(plan, &wish.clause, step, work.now());
    if work.run(&MOVED, params![wish.id, stored(step), over, stored(wish.step)])? == 0 {
        return Ok(false);
    }
    if wish.closed.is_some() {
        work.retract(ALTERNATIVE_CLOSED, wish.id.uuid())?;
    }
    note_line(work, (wish.id, step), if by.is_some() { Deed::Onward } else { Deed::Lapsed }, by)?;
    tell(work, &players)?;
    Ok(true)
}

fn write_line(
    work: &mut Work<'_>,
    grant: &Grant,
    (id, step): (AlternativeId, usize),
    deed: Deed,
    author: PersonId,
    words: &str,
) -> Result<(), StoreError> {
    let (line, now): (LineId, _) = (work.mint(), work.now());
    let sealed = work.seal(grant, &note(id, line), words.as_bytes())?;
    work.run(&LINE_WRITTEN, params![line, id, deed.key(), stored(step), author, now, sealed]).map(drop)
}

fn note_line(
    work: &mut Work<'_>,
    (id, step): (AlternativeId, usize),
    deed: Deed,
    author: Option<PersonId>,
) -> Result<(), StoreError> {
    let (line, now): (LineId, _) = (work.mint(), work.now());
    work.run(&LINE_NOTED, params![line, id, deed.key(), stored(step), author, now]).map(drop)
}

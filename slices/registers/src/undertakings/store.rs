//! Acceptances, written down.

use access::{Access, text_hash};
use kernel::{Member, PersonId, Timestamp};
use statement::{Plan, plan::Undertaking};
use store::{Reader, StoreError, Work, params};

kernel::queries! {
    /// Somebody has accepted a text; once is enough.
    ACCEPTANCE_NEW for ["undertaking.accept"] =
        "INSERT INTO acceptance (id, person, clause, text_hash, version, promised_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (person, text_hash) DO NOTHING";

    /// Who has accepted what, the latest first.
    ACCEPTED for ["undertakings.list"] =
        "SELECT person, clause, text_hash, promised_at FROM acceptance ORDER BY promised_at DESC, id";
}

kernel::id! {
    /// An acceptance.
    AcceptanceId,
}

/// That somebody has accepted a text.
pub(super) struct Acceptance {
    pub(super) person: PersonId,
    pub(super) clause: String,
    /// The hash of the text.
    pub(super) text: Vec<u8>,
    pub(super) at: Timestamp,
}

/// Who has accepted what, the latest first; earlier texts, too.
pub(super) fn accepted(reader: &mut Reader<'_>) -> Result<Vec<Acceptance>, StoreError> {
    let rows = reader.all(&ACCEPTED, params![])?;
    let read = |row: &store::Row| {
        let (clause, text) = (row.text(1)?.to_owned(), row.bytes(2)?.to_vec());
        Ok(Acceptance { person: row.id(0)?, clause, text, at: row.time(3)? })
    };
    rows.iter().map(read).collect()
}

/// What the roles of somebody promise, in the order of the statement.
pub(super) fn promised<'a>(plan: &'a Plan, member: &Member) -> impl Iterator<Item = &'a Undertaking> {
    let roles: Vec<String> = member.roles.iter().map(|role| role.key.to_string()).collect();
    plan.all::<Undertaking>().filter(move |undertaking| undertaking.by.iter().any(|role| roles.contains(role)))
}

/// What somebody has yet to accept.
pub fn open_for<'a>(plan: &'a Plan, access: &Access, member: &Member) -> Vec<&'a Undertaking> {
    let accepted = |undertaking: &&Undertaking| access.accepted(member.id, &text_hash(undertaking)).is_some();
    promised(plan, member).filter(|undertaking| !accepted(undertaking)).collect()
}

/// Writes down that somebody accepts a text, now.
pub(super) fn accept(
    work: &mut Work<'_>,
    plan: &Plan,
    person: PersonId,
    undertaking: &Undertaking,
) -> Result<(), StoreError> {
    let (id, text, now): (AcceptanceId, _, _) = (work.mint(), text_hash(undertaking), work.now());
    let version = plan.versions().first().map_or(0, |version| i64::from(version.number));
    let values = params![id, person, undertaking.clause.as_str(), text.to_vec(), version, now];
    if work.run(&ACCEPTANCE_NEW, values)? > 0 {
        work.accept(person, text);
    }
    Ok(())
}

/// Writes down that somebody with a role has accepted all that it promises: for people who are there from the start. In
/// an organisation that does not ask for it, nothing is kept.
///
/// # Errors
/// When the store cannot be written.
pub fn accept_all(work: &mut Work<'_>, plan: &Plan, person: PersonId, role: &str) -> Result<(), StoreError> {
    if plan.category_of(Undertaking::ITEM).is_none() {
        return Ok(());
    }
    let own = |undertaking: &&Undertaking| undertaking.by.iter().any(|by| by == role);
    plan.all::<Undertaking>().filter(own).try_for_each(|undertaking| accept(work, plan, person, undertaking))
}

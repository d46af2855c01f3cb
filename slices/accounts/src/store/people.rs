//! People: accounts, roles, invitations, passwords.

use access::{Grant, Unchecked};
use kernel::{Language, PersonId, Timestamp, id::Id};
use organisation::{Folk, Member};
use post::Address;
use store::{Reader, Row, Sealed, StoreError, Value, Work, ledger, params};
use zeroize::Zeroizing;

use crate::{
    inventory::{AGREEMENT_ENDED, CREDENTIALS_ISSUED, INVITED, UNANSWERED},
    mailbox::store as mailboxes,
    model::{Account, InvitationId, RoleId, Standing, State, cell},
    queries,
};

/// Who is written down.
pub struct NewPerson {
    /// The name.
    pub name: String,
    /// The address.
    pub email: Address,
    /// The language of pages and mails.
    pub language: Language,
    /// The statement's key of the role.
    pub role: String,
}

/// The value by which an address is found.
fn email_hash(reader: &Reader<'_>, email: &Address) -> Value {
    reader.keyed_hash("person.email", &email.normalised())
}

/// Who has this address.
pub fn by_email(reader: &mut Reader<'_>, email: &Address) -> Result<Option<PersonId>, StoreError> {
    let hash = email_hash(reader, email);
    reader.one(&queries::PERSON_BY_EMAIL, &[hash])?.map(|row| row.id(0)).transpose()
}

/// Writes down a person who is invited. A taken address is a conflict.
pub fn insert(work: &mut Work<'_>, grant: &Grant, new: &NewPerson, at: Timestamp) -> Result<PersonId, StoreError> {
    let person = write_down(work, grant, new, at)?;
    work.emit(INVITED, person.uuid(), at)?;
    work.emit(UNANSWERED, person.uuid(), at)?;
    Ok(person)
}

/// Writes down a person who registers, and takes part from now on.
pub fn enrol(work: &mut Work<'_>, grant: &Grant, new: &NewPerson) -> Result<PersonId, StoreError> {
    let now = work.now();
    let person = write_down(work, grant, new, now)?;
    work.run(&queries::ACCEPTED, params![person, now])?;
    Ok(person)
}

fn write_down(work: &mut Work<'_>, grant: &Grant, new: &NewPerson, at: Timestamp) -> Result<PersonId, StoreError> {
    let person: PersonId = work.mint();
    let hash = email_hash(work, &new.email);
    let name = work.seal(grant, &cell("account", "name", person.uuid(), person), new.name.as_bytes())?;
    let email = work.seal(grant, &cell("account", "email", person.uuid(), person), new.email.as_str().as_bytes())?;
    work.run(&queries::PERSON_NEW, params![person])?;
    work.run(&queries::ACCOUNT_NEW, params![person, hash, name, email, new.language.tag(), at])?;
    let role: RoleId = work.mint();
    work.run(&queries::ROLE_NEW, params![role, person, new.role.as_str()])?;
    Ok(person)
}

/// Where a person stands; `None` when there is nobody.
pub fn standing(reader: &mut Reader<'_>, person: PersonId) -> Result<Option<Standing>, StoreError> {
    reader.one(&queries::STANDING, params![person])?.map(|row| read_standing(&row, 0)).transpose()
}

fn read_standing(row: &Row, from: usize) -> Result<Standing, StoreError> {
    Ok(Standing { invited_at: row.time(from)?, accepted_at: row.time_opt(from + 1)?, left_at: row.time_opt(from + 2)? })
}

/// One account, closed until there is a decision about it.
pub fn account(reader: &mut Reader<'_>, person: PersonId) -> Result<Option<Unchecked<Account>>, StoreError> {
    let Some(row) = reader.one(&queries::ACCOUNT, params![person])? else { return Ok(None) };
    let account = Account {
        person,
        name: row.sealed(1, cell("account", "name", person.uuid(), person))?,
        email: row.sealed(2, cell("account", "email", person.uuid(), person))?,
        language: row.text(3)?.parse().unwrap_or_default(),
        standing: read_standing(&row, 5)?,
        roles: roles(reader, person)?,
    };
    Ok(Some(Unchecked::new(account)))
}

/// The statement's keys of a person's roles.
pub fn roles(reader: &mut Reader<'_>, person: PersonId) -> Result<Vec<String>, StoreError> {
    reader.all(&queries::ROLES, params![person])?.iter().map(|row| row.text(0).map(ToOwned::to_owned)).collect()
}

/// A person on a list.
pub struct Listed {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: Sealed,
    /// The dates.
    pub standing: Standing,
    /// The statement's keys of the roles.
    pub roles: Vec<String>,
}

/// A page of people, the latest invited first; `state` narrows it.
pub fn list(reader: &mut Reader<'_>, state: Option<State>, limit: i64, offset: i64) -> Result<Vec<Listed>, StoreError> {
    let state = state.map_or("all", State::key);
    let mut people: Vec<Listed> = Vec::new();
    for row in reader.all(&queries::PEOPLE, params![state, limit, offset])? {
        let person: PersonId = row.id(0)?;
        if people.last().is_none_or(|last| last.person != person) {
            let name = row.sealed(1, cell("account", "name", person.uuid(), person))?;
            people.push(Listed { person, name, standing: read_standing(&row, 2)?, roles: Vec::new() });
        }
        if let (Some(last), Some(role)) = (people.last_mut(), row.text_opt(5)?) {
            last.roles.push(role.to_owned());
        }
    }
    Ok(people)
}

/// How many people are in each state.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Invited, have not answered.
    pub invited: i64,
    /// Take part.
    pub active: i64,
    /// Have left.
    pub left: i64,
}

/// How many people are in each state.
pub fn counts(reader: &mut Reader<'_>) -> Result<Counts, StoreError> {
    let Some(row) = reader.one(&queries::PEOPLE_COUNTS, params![])? else { return Ok(Counts::default()) };
    let (all, active, left) = (row.int(0)?, row.int(1)?, row.int(2)?);
    Ok(Counts { invited: all - active - left, active, left })
}

/// Corrects a name and the language.
pub fn correct(
    work: &mut Work<'_>,
    grant: &Grant,
    person: PersonId,
    name: &str,
    language: Language,
) -> Result<(), StoreError> {
    let name = work.seal(grant, &cell("account", "name", person.uuid(), person), name.as_bytes())?;
    work.run(&queries::NAME_CORRECT, params![person, name, language.tag()])?;
    note_correction(work, person, "name, language")
}

/// A correction stands in the ledger (GDPR Art. 16): that there was one, and of what; never the words.
pub(crate) fn note_correction(work: &mut Work<'_>, person: PersonId, what: &str) -> Result<(), StoreError> {
    let act = ledger::Act {
        kind: ledger::ActKind::Correction,
        subject: person.uuid(),
        class: None,
        clause: None,
        evidence: what.to_owned(),
    };
    work.record(act).map(drop)
}

/// Corrects an address; `how` stands in the ledger.
pub fn correct_email(
    work: &mut Work<'_>,
    grant: &Grant,
    person: PersonId,
    email: &Address,
    how: &str,
) -> Result<(), StoreError> {
    let hash = email_hash(work, email);
    let email = work.seal(grant, &cell("account", "email", person.uuid(), person), email.as_str().as_bytes())?;
    work.run(&queries::EMAIL_CORRECT, params![person, hash, email])?;
    mailboxes::forget(work, person)?;
    note_correction(work, person, how)
}

/// Writes an invitation down, with a line for the person if there is one.
pub fn invite(
    work: &mut Work<'_>,
    grant: &Grant,
    person: PersonId,
    by: PersonId,
    note: &str,
) -> Result<(), StoreError> {
    let id: InvitationId = work.mint();
    let note = match note {
        "" => Value::Null,
        note => work.seal(grant, &cell("invitation", "note", id.uuid(), person), note.as_bytes())?,
    };
    let now = work.now();
    work.run(&queries::INVITATION_NEW, params![id, person, by, note, now]).map(drop)
}

/// The invitation goes out once more.
pub fn invite_again(work: &mut Work<'_>, person: PersonId) -> Result<(), StoreError> {
    let now = work.now();
    work.run(&queries::LINKS_END, params![person])?;
    work.run(&queries::INVITATION_SENT, params![person, now])?;
    work.run(&queries::INVITED_AGAIN, params![person, now])?;
    work.emit(INVITED, person.uuid(), now)?;
    work.emit(UNANSWERED, person.uuid(), now)
}

/// The latest invitation of a person: by whom, and the line that came with it.
pub struct Invitation {
    /// Who invited.
    pub by: PersonId,
    /// The line.
    pub note: Option<Sealed>,
}

/// The latest invitation of a person.
pub fn invitation(reader: &mut Reader<'_>, person: PersonId) -> Result<Option<Invitation>, StoreError> {
    let Some(row) = reader.one(&queries::INVITATION_OF, params![person])? else { return Ok(None) };
    let id: InvitationId = row.id(0)?;
    let note = row.sealed_opt(2, cell("invitation", "note", id.uuid(), person))?;
    Ok(Some(Invitation { by: row.id(1)?, note }))
}

/// The sealed names of any number of people, their roles and what has happened to them; the names of who is gone are
/// left out.
pub fn folk(reader: &mut Reader<'_>, ids: &[PersonId]) -> Result<Folk, StoreError> {
    let mut folk = Folk::default();
    for group in ids.chunks(16) {
        let mut wanted: Vec<Value> = group.iter().map(|id| Value::from(*id)).collect();
        wanted.resize(16, Value::from(kernel::Uuid::nil()));
        for row in reader.all(&queries::FOLK, &wanted)? {
            let person: PersonId = row.id(0)?;
            if let Some(role) = row.text_opt(2)? {
                folk.facts.plays(person, role);
            }
            if let (Some(event), Some(at)) = (row.text_opt(3)?, row.time_opt(4)?) {
                folk.facts.happened(person.uuid(), event, at);
            }
            let name = row.sealed_opt(1, cell("account", "name", person.uuid(), person))?;
            if let Some(name) = name.filter(|_| folk.names.iter().all(|(known, _)| *known != person)) {
                folk.names.push((person, name));
            }
        }
    }
    Ok(folk)
}

/// The sealed names of any number of people; those of who is gone are left out.
pub fn names(reader: &mut Reader<'_>, ids: &[PersonId]) -> Result<Vec<(PersonId, Sealed)>, StoreError> {
    let mut names = Vec::with_capacity(ids.len());
    for group in ids.chunks(64) {
        let mut wanted: Vec<Value> = group.iter().map(|id| Value::from(*id)).collect();
        wanted.resize(64, Value::from(kernel::Uuid::nil()));
        for row in reader.all(&queries::NAMES, &wanted)? {
            names.push(read_name(&row)?);
        }
    }
    Ok(names)
}

/// Everyone with a role who has not left.
pub fn with_role(reader: &mut Reader<'_>, role: &str) -> Result<Vec<Member>, StoreError> {
    let rows = reader.all(&queries::WITH_ROLE, params![role])?;
    rows.iter()
        .map(|row| {
            let (person, name) = read_name(row)?;
            Ok(Member { person, name, has_joined: row.time_opt(2)?.is_some() })
        })
        .collect()
}

/// How many people with a role take part.
pub fn count_with_role(reader: &mut Reader<'_>, role: &str) -> Result<usize, StoreError> {
    let row = reader.one(&queries::COUNT_WITH_ROLE, params![role])?;
    row.map_or(Ok(0), |row| Ok(usize::try_from(row.int(0)?).unwrap_or(0)))
}

fn read_name(row: &Row) -> Result<(PersonId, Sealed), StoreError> {
    let person: PersonId = row.id(0)?;
    Ok((person, row.sealed(1, cell("account", "name", person.uuid(), person))?))
}

/// Where a person's mail goes, and in which language it is written.
pub fn mailbox(reader: &mut Reader<'_>, person: PersonId) -> Result<Option<(Sealed, Language)>, StoreError> {
    let Some(row) = reader.one(&queries::MAILBOX, params![person])? else { return Ok(None) };
    let email = row.sealed(0, cell("account", "email", person.uuid(), person))?;
    Ok(Some((email, row.text(1)?.parse().unwrap_or_default())))
}

/// The sealed hash of a person's password.
pub fn credential(reader: &mut Reader<'_>, person: PersonId) -> Result<Option<Sealed>, StoreError> {
    let Some(row) = reader.one(&queries::CREDENTIAL, params![person])? else { return Ok(None) };
    row.sealed(0, credential_cell(person)).map(Some)
}

/// Where the hash of a person's password is sealed.
pub fn credential_cell(person: PersonId) -> store::Cell {
    cell("credential", "password", person.uuid(), person)
}

/// Stores the hash of a password. `issued` says whether it was chosen just now, or only hashed anew.
pub fn set_credential(
    work: &mut Work<'_>,
    grant: &Grant,
    person: PersonId,
    hash: &Zeroizing<Vec<u8>>,
    issued: bool,
) -> Result<(), StoreError> {
    let now = work.now();
    let sealed = work.seal(grant, &credential_cell(person), hash)?;
    work.run(&queries::CREDENTIAL_SET, params![person, sealed, now])?;
    if issued {
        work.emit(CREDENTIALS_ISSUED, person.uuid(), now)?;
    }
    Ok(())
}

/// Credentials were made that are no password: the account at the organisation's own provider.
pub fn credentials_issued(work: &mut Work<'_>, person: PersonId) -> Result<(), StoreError> {
    let now = work.now();
    work.emit(CREDENTIALS_ISSUED, person.uuid(), now)
}

/// The person has accepted; `false` when that was so before.
pub fn accept(work: &mut Work<'_>, person: PersonId, at: Timestamp) -> Result<bool, StoreError> {
    work.retract(UNANSWERED, person.uuid())?;
    Ok(work.run(&queries::ACCEPTED, params![person, at])? == 1)
}

/// The agreement ends: no sign-in any more, and the periods begin to run. `false` when it had ended before.
pub fn leave(work: &mut Work<'_>, person: PersonId, at: Timestamp) -> Result<bool, StoreError> {
    if work.run(&queries::LEFT, params![person, at])? == 0 {
        return Ok(false);
    }
    work.run(&queries::SESSIONS_END, params![person])?;
    work.run(&queries::LINKS_END, params![person])?;
    work.emit(AGREEMENT_ENDED, person.uuid(), at)?;
    Ok(true)
}

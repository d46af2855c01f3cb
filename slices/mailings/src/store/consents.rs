//! What people agreed to.

use access::Grant;
use kernel::{PersonId, id::Id as _};
use statement::Plan;
use store::{Reader, StoreError, Work, ledger, params};

use crate::{
    inventory::CONSENT_CLASS,
    model::{Answer, AnswerId, Question},
    queries,
};

/// Somebody's answers, the latest last.
pub fn answers(reader: &mut Reader<'_>, person: PersonId) -> Result<Vec<Answer>, StoreError> {
    let rows = reader.all(&queries::CONSENTS, params![person])?;
    let answers = rows.iter().map(|row| {
        Ok(Answer {
            consent: row.text(0)?.to_owned(),
            wording: row.bytes(1)?.to_vec(),
            version: row.int(2)?,
            given: row.time(3)?,
            withdrawn: row.time_opt(4)?,
        })
    });
    answers.collect()
}

/// Whether somebody agrees to what is asked now.
pub fn stands(
    reader: &mut Reader<'_>,
    plan: &Plan,
    question: &Question<'_>,
    person: PersonId,
) -> Result<bool, StoreError> {
    let wording = question.wording(plan);
    Ok(answers(reader, person)?.iter().any(|answer| answer.stands(question, &wording)))
}

/// Everyone who agrees to what is asked now. Who restricts the use of the own data is left out (GDPR Art. 18).
pub fn standing(reader: &mut Reader<'_>, plan: &Plan, question: &Question<'_>) -> Result<Vec<PersonId>, StoreError> {
    let wording = question.wording(plan);
    let rows = reader.all(&queries::STANDING, params![question.consent.key.as_str(), wording])?;
    let mut people: Vec<PersonId> = rows.iter().map(|row| row.id(0)).collect::<Result<_, _>>()?;
    people.retain(|person| !reader.is_restricted(*person));
    Ok(people)
}

/// The person whose file the grant is about agrees. An answer to earlier words ends with that.
pub fn give(work: &mut Work<'_>, grant: &Grant, plan: &Plan, question: &Question<'_>) -> Result<(), StoreError> {
    let person = PersonId::from_uuid(grant.resource().id);
    if stands(work, plan, question, person)? {
        return Ok(());
    }
    let (id, now, wording): (AnswerId, _, _) = (work.mint(), work.now(), question.wording(plan));
    let (key, version) = (question.consent.key.as_str(), i64::from(plan.version().number));
    work.run(&queries::CONSENT_ENDS, params![person, key, now])?;
    work.run(&queries::CONSENT_NEW, params![id, person, key, wording, version, now])?;
    work.record(ledger::Act {
        kind: ledger::ActKind::Consent,
        subject: person.uuid(),
        class: Some(CONSENT_CLASS),
        clause: Some(question.consent.clause.clone()),
        evidence: format!("version {version}, wording {}", ledger::hex(&wording)),
    })?;
    Ok(())
}

/// How a consent was withdrawn, as the ledger tells it.
#[derive(Clone, Copy, Debug)]
pub enum Way {
    /// In *My data*.
    MyData,
    /// By an objection to all mailings.
    Objection,
    /// By the link of a mail.
    Link,
}

impl Way {
    const fn key(self) -> &'static str {
        match self {
            Self::MyData => "my-data",
            Self::Objection => "objection",
            Self::Link => "link",
        }
    }
}

/// Somebody withdraws: nothing rests on it from the commit on. `false` when there was nothing to withdraw.
///
/// The entry names the class: a database that is brought back from before does not know of the withdrawal, and forgets the
/// person's answers instead (see `keeper::replay`).
pub fn withdraw(
    work: &mut Work<'_>,
    plan: &Plan,
    person: PersonId,
    consent: &str,
    way: Way,
) -> Result<bool, StoreError> {
    let now = work.now();
    if work.run(&queries::CONSENT_ENDS, params![person, consent, now])? == 0 {
        return Ok(false);
    }
    work.record(ledger::Act {
        kind: ledger::ActKind::Withdrawal,
        subject: person.uuid(),
        class: Some(CONSENT_CLASS),
        clause: plan.consents().find(|known| known.key == consent).map(|known| known.clause.clone()),
        evidence: way.key().to_owned(),
    })?;
    Ok(true)
}

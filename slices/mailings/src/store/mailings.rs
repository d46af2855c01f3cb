//! Mailings, written and sent.

use access::{Grant, Unchecked};
use kernel::{Language, PersonId, id::Id as _};
use organisation::Organisation;
use store::{Reader, Row, Sealed, StoreError, Work, params};

use super::consents;
use crate::{
    actions::DELIVER,
    forms::MailingForm,
    inventory::MAILING_MOVED,
    model::{Mailing, MailingId, Question, Text, TextId, Written, cell},
    queries,
};

fn mailing(row: &Row) -> Result<Mailing, StoreError> {
    Ok(Mailing {
        id: row.id(0)?,
        kind: row.text(1)?.to_owned(),
        written: row.time(2)?,
        sent: row.time_opt(3)?.zip(row.int_opt(4)?),
        returned: row.int(5)?,
    })
}

fn texts(reader: &mut Reader<'_>, id: MailingId) -> Result<Vec<Text>, StoreError> {
    let rows = reader.all(&queries::TEXTS, params![id])?;
    let texts = rows.iter().map(|row| {
        let text: TextId = row.id(0)?;
        Ok(Text {
            language: row.text(1)?.parse().unwrap_or_default(),
            subject: row.sealed(2, cell("subject", text, id))?,
            body: row.sealed(3, cell("body", text, id))?,
        })
    });
    texts.collect()
}

/// A mailing on a list, with its subject in each language.
pub struct Listed {
    /// The mailing.
    pub mailing: Mailing,
    /// Its subjects.
    pub subjects: Vec<(Language, Sealed)>,
}

/// Every mailing, the latest first.
pub fn list(reader: &mut Reader<'_>) -> Result<Vec<Listed>, StoreError> {
    let mut all: Vec<Listed> = Vec::new();
    for row in reader.all(&queries::MAILINGS, &[])? {
        let mailing = mailing(&row)?;
        let subject = row.sealed(8, cell("subject", row.id(6)?, mailing.id))?;
        let subject = (row.text(7)?.parse().unwrap_or_default(), subject);
        match all.last_mut().filter(|last| last.mailing.id == mailing.id) {
            Some(last) => last.subjects.push(subject),
            None => all.push(Listed { mailing, subjects: vec![subject] }),
        }
    }
    Ok(all)
}

/// One mailing with its texts.
pub fn find(reader: &mut Reader<'_>, id: MailingId) -> Result<Option<Unchecked<Written>>, StoreError> {
    let Some(row) = reader.one(&queries::MAILING, params![id])? else { return Ok(None) };
    let (mailing, texts) = (mailing(&row)?, texts(reader, id)?);
    Ok(Some(Unchecked::new(Written { mailing, texts })))
}

/// Writes a new one down.
pub fn add(work: &mut Work<'_>, grant: &Grant, by: PersonId, form: &MailingForm) -> Result<(), StoreError> {
    let (id, now) = (MailingId::from_uuid(grant.resource().id), work.now());
    work.run(&queries::MAILING_NEW, params![id, form.kind.as_str(), by, now])?;
    put_texts(work, grant, id, form)
}

/// Writes a draft anew; `false` when it was sent in the meantime.
pub fn rewrite(work: &mut Work<'_>, grant: &Grant, form: &MailingForm) -> Result<bool, StoreError> {
    let (id, now) = (MailingId::from_uuid(grant.resource().id), work.now());
    if work.run(&queries::MAILING_WRITTEN, params![id, form.kind.as_str(), now])? == 0 {
        return Ok(false);
    }
    work.run(&queries::TEXTS_DROP, params![id])?;
    put_texts(work, grant, id, form)?;
    Ok(true)
}

fn put_texts(work: &mut Work<'_>, grant: &Grant, id: MailingId, form: &MailingForm) -> Result<(), StoreError> {
    for typed in &form.texts {
        let text: TextId = work.mint();
        let subject = work.seal(grant, &cell("subject", text, id), typed.subject.as_bytes())?;
        let body = work.seal(grant, &cell("body", text, id), typed.text.as_bytes())?;
        work.run(&queries::TEXT_NEW, params![text, id, typed.language.tag(), subject, body])?;
    }
    let now = work.now();
    work.emit(MAILING_MOVED, id.uuid(), now)
}

/// Who would get a mailing: those who agree, but for those whose mails come back.
pub fn takers(
    reader: &mut Reader<'_>,
    site: &Organisation,
    question: &Question<'_>,
) -> Result<Vec<PersonId>, StoreError> {
    let mut people = consents::standing(reader, &site.plan, question)?;
    let lost = site.directory.lost(reader)?;
    people.retain(|person| !lost.contains(person));
    Ok(people)
}

/// Sends a draft: one job for each person who gets it, in this unit of work. `false` when it was sent before.
pub fn send(
    work: &mut Work<'_>,
    grant: &Grant,
    site: &Organisation,
    question: &Question<'_>,
) -> Result<bool, StoreError> {
    let (id, now) = (MailingId::from_uuid(grant.resource().id), work.now());
    let people = takers(work, site, question)?;
    let count = i64::try_from(people.len()).unwrap_or(i64::MAX);
    if work.run(&queries::MAILING_SENT, params![id, now, count])? == 0 {
        return Ok(false);
    }
    for person in people {
        work.queue(&DELIVER, serde_json::json!({ "mailing": id, "person": person }), now)?;
    }
    work.emit(MAILING_MOVED, id.uuid(), now)?;
    Ok(true)
}

/// A mail of this mailing showed that a mailbox is no more.
pub fn came_back(work: &mut Work<'_>, id: MailingId) -> Result<(), StoreError> {
    work.run(&queries::MAILING_RETURNED, params![id]).map(drop)
}

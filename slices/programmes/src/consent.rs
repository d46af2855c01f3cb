//! The consent on which it rests that what somebody writes is kept (GDPR Art. 9): nothing is written before it.

use access::Grant;
use keeper::{ActId, Keeper, KeeperError};
use kernel::id::Id as _;
use statement::{Plan, plan::Consent};
use store::{StoreError, Work, ledger, params};

use crate::{
    inventory::{RESPONSES_CLASS, SELF_HELP_CLASS},
    model::Enrolment,
    queries,
};

/// What the statement asks before answers, diaries and moods are kept; `None` where they rest on something else.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The consent.
    pub consent: &'a Consent,
    plan: &'a Plan,
}

impl<'a> Question<'a> {
    /// The statement's question.
    pub fn of(plan: &'a Plan) -> Option<Self> {
        Some(Self { consent: plan.consent_about(Consent::ANSWERS)?, plan })
    }

    /// The hash of all that somebody agrees to: who asks, the question, what for, and about which data, in every language.
    /// Other words are another question, and it is put anew.
    pub fn wording(&self) -> ledger::Hash {
        let consent = self.consent;
        let mut parts = vec![self.plan.controller().name.as_str(), &consent.key];
        let purpose = self.plan.purpose(&consent.purpose);
        let asked = consent.ask.iter().chain(purpose.into_iter().flat_map(|purpose| purpose.texts.iter()));
        parts.extend(asked.flat_map(|(language, text)| [language.tag(), text]));
        parts.extend(consent.categories.iter().map(String::as_str));
        let framed =
            parts.into_iter().flat_map(|part| (part.len() as u64).to_be_bytes().into_iter().chain(part.bytes()));
        ledger::plain_hash(&framed.collect::<Vec<u8>>())
    }
}

/// Whether something may be written: where the statement asks, the question as it stands now was agreed to.
pub fn stands(plan: &Plan, enrolment: &Enrolment) -> bool {
    Question::of(plan)
        .is_none_or(|question| enrolment.agreed.as_deref().is_some_and(|agreed| *agreed == question.wording()))
}

/// The participant agrees to the question.
///
/// # Errors
/// When the store cannot keep it.
pub fn give(work: &mut Work<'_>, _: &Grant, enrolment: &Enrolment, question: &Question<'_>) -> Result<(), StoreError> {
    let wording = question.wording();
    work.run(&queries::ENROLMENT_AGREE, params![enrolment.id, wording])?;
    work.record(ledger::Act {
        kind: ledger::ActKind::Consent,
        subject: enrolment.participant.uuid(),
        class: Some(SELF_HELP_CLASS),
        clause: Some(question.consent.clause.clone()),
        evidence: format!("version {}, wording {}", question.plan.version().number, ledger::hex(&wording)),
    })?;
    Ok(())
}

/// The participant withdraws it: all that was written goes, and what the coach wrote beside it. The entries name the classes: a
/// database that is brought back from before forgets them, too. The act that is answered takes the keys, so that no copy from before
/// can be read, and the files; who asked has it carried out after the commit, and else the keeper does.
///
/// # Errors
/// When the store cannot do it.
pub fn withdraw(
    work: &mut Work<'_>,
    _: &Grant,
    keeper: &Keeper,
    plan: &Plan,
    of: &Enrolment,
) -> Result<ActId, KeeperError> {
    const GOES: [&str; 2] = [SELF_HELP_CLASS, RESPONSES_CLASS];
    work.run(&queries::REVISIONS_REMOVE, params![of.id])?;
    work.run(&queries::WARNING_REMOVE, params![of.id])?;
    work.run(&queries::DEVICE_REMOVE, params![of.id])?;
    work.run(&queries::RESPONSES_REMOVE, params![of.id])?;
    let clause = Question::of(plan).map(|question| question.consent.clause.clone());
    for class in GOES {
        work.record(ledger::Act {
            kind: ledger::ActKind::Withdrawal,
            subject: of.id.uuid(),
            class: Some(class),
            clause: clause.clone(),
            evidence: "programme".to_owned(),
        })?;
    }
    keeper.write_down_withdrawal(work, of.id.uuid(), &GOES, clause.as_deref())
}

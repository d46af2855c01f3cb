//! What staff promise before they look at anyone's data (the statement's `undertaking`), and who has promised it.

use std::{
    collections::HashMap,
    sync::{PoisonError, RwLock},
};

use kernel::{Inventory, Member, PersonId, Timestamp};
use sha2::{Digest as _, Sha256};
use statement::{Plan, plan::Undertaking};

/// The item that says who has accepted which text, and when.
pub const ACCEPTANCE_ITEM: &str = Undertaking::ITEM;

/// The hash of an undertaking's text.
pub type TextHash = [u8; 32];

/// The hash of what is promised: the text in all its languages, and the law or code. Another text is another promise.
pub fn text_hash(undertaking: &Undertaking) -> TextHash {
    let mut hash = Sha256::new();
    let law = undertaking.law.iter().map(|law| law.0.as_str());
    let texts = undertaking.texts.iter().flat_map(|(language, text)| [language.tag(), text]);
    for part in std::iter::once(undertaking.key.as_str()).chain(law).chain(texts) {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().into()
}

/// Who has accepted which text, and when.
///
/// The store fills it when it opens and keeps it in step with what is committed. Decisions look here for themselves, as
/// they do for [`Restrictions`](crate::Restrictions).
#[derive(Debug, Default)]
pub struct Acceptances(RwLock<HashMap<PersonId, HashMap<TextHash, Timestamp>>>);

impl Acceptances {
    /// When this person accepted this text; `None` when that has not happened.
    pub fn at(&self, person: PersonId, text: &TextHash) -> Option<Timestamp> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(&person)?.get(text).copied()
    }

    /// The person has accepted the text.
    pub fn add(&self, person: PersonId, text: TextHash, at: Timestamp) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).entry(person).or_default().insert(text, at);
    }

    /// Nothing is known of the person any more.
    pub fn forget(&self, person: PersonId) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).remove(&person);
    }
}

/// What each role promises: nothing where the statement does not say that acceptances are kept.
#[derive(Debug, Default)]
pub(crate) struct Undertakings(HashMap<String, Vec<TextHash>>);

impl Undertakings {
    pub(crate) fn of(plan: &Plan, inventory: &Inventory) -> Self {
        let mut by_role: HashMap<String, Vec<TextHash>> = HashMap::new();
        if plan.category_of(Undertaking::ITEM).is_some() && !inventory.places(Undertaking::ITEM).is_empty() {
            for undertaking in plan.all::<Undertaking>() {
                for role in &undertaking.by {
                    by_role.entry(role.clone()).or_default().push(text_hash(undertaking));
                }
            }
        }
        Self(by_role)
    }

    /// Whether something that one of the member's roles promises has not been accepted.
    pub(crate) fn are_open(&self, member: &Member, acceptances: &Acceptances) -> bool {
        let texts = member.roles.iter().filter_map(|role| self.0.get(&*role.key)).flatten();
        texts.into_iter().any(|text| acceptances.at(member.id, text).is_none())
    }
}

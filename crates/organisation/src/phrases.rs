//! What the statement says, each composed once: the phrases of seals, which stand beside every item of every page, and the
//! page as a whole.

use std::{
    collections::HashMap,
    sync::{Arc, OnceLock, PoisonError, RwLock},
};

use kernel::Language;
use statement::{
    Category, Keep, Plan,
    render::{self, PublicPage},
};

/// What a phrase tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Of {
    Category,
    Purpose,
    Basis,
    Period,
}

/// Phrases by what they tell, language, and the category's key or the clause. There are as many as the statement has
/// categories and periods.
#[derive(Default)]
pub(crate) struct Phrases {
    known: RwLock<HashMap<(Of, Language), HashMap<String, String>>>,
    /// The page in each language, in the order of all languages.
    pages: [OnceLock<Arc<PublicPage>>; Language::ALL.len()],
}

impl Phrases {
    /// The whole statement as a page.
    pub(crate) fn page(&self, plan: &Plan, language: Language) -> Arc<PublicPage> {
        let compose = || Arc::new(render::page(plan, language));
        Arc::clone(self.pages[language as usize].get_or_init(compose))
    }

    /// The category's name as a heading: "The dialogue".
    pub(crate) fn category(&self, plan: &Plan, category: &Category, language: Language) -> String {
        self.once((Of::Category, language), &category.key, || render::category_name(plan, category, language))
    }

    /// What the category is used for: "to make the coaching possible".
    pub(crate) fn purpose(&self, plan: &Plan, category: &Category, language: Language) -> String {
        self.once((Of::Purpose, language), &category.key, || render::purpose_phrase(plan, category, language))
    }

    /// The legal basis of the category: "our agreement with you".
    pub(crate) fn basis(&self, plan: &Plan, category: &Category, language: Language) -> String {
        self.once((Of::Basis, language), &category.key, || render::basis_phrase(plan, category, language))
    }

    /// The period of a rule: "two years after the trajectory ended".
    pub(crate) fn period(&self, plan: &Plan, keep: &Keep, language: Language) -> String {
        let compose = || render::period_phrase(plan, keep, language);
        // A period of an earlier version may bear the same clause.
        if plan.keeps().contains(keep) { self.once((Of::Period, language), &keep.clause, compose) } else { compose() }
    }

    fn once(&self, of: (Of, Language), key: &str, compose: impl FnOnce() -> String) -> String {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(phrase) = known.get(&of).and_then(|phrases| phrases.get(key)) {
            return phrase.clone();
        }
        drop(known);
        let phrase = compose();
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.entry(of).or_default().insert(key.to_owned(), phrase.clone());
        phrase
    }
}

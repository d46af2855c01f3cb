//! The words with which clauses are explained and differences told.

use std::sync::{Arc, LazyLock};

use kernel::{
    Language,
    words::{Text, Voice, Words},
};

/// The Fluent texts, in every language.
pub const EXPLAIN: [Text; 3] = [
    Text { language: Language::En, fluent: include_str!("../words/explain.en.ftl") },
    Text { language: Language::Nl, fluent: include_str!("../words/explain.nl.ftl") },
    Text { language: Language::Sv, fluent: include_str!("../words/explain.sv.ftl") },
];

static WORDS: LazyLock<Arc<Words>> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the texts are part of the program, and a test puts them together")]
    Arc::new(Words::new(EXPLAIN).expect("the words of explanations are sound"))
});

/// These words in a language.
pub(crate) fn voice(language: Language) -> Voice {
    Voice::new(Arc::clone(&WORDS), language)
}

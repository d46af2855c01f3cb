//! Amendments, as people meet them: what changes in the statement for oneself, and the choice.
//!
//! Versions and choices are the keeper's (`keeper::amendments`); every version is readable in `publication`.

mod pages;
pub mod routes;

pub use pages::doors;

use kernel::{Language, Slice, words::Text};

/// The manifest.
pub static SLICE: Slice = Slice {
    name: "amendments",
    routes: routes::ROUTES,
    words: &[
        Text { language: Language::En, fluent: include_str!("../words/en.ftl") },
        Text { language: Language::Nl, fluent: include_str!("../words/nl.ftl") },
        Text { language: Language::Sv, fluent: include_str!("../words/sv.ftl") },
    ],
    ..Slice::EMPTY
};

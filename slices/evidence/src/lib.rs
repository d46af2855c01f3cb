//! What shows that the statement is kept: the registers that the law asks for (X5, RL10, UC14).

pub mod actions;
mod pages;
pub mod routes;

pub use pages::doors;

use kernel::{Language, Slice, words::Text};

/// What the slice declares.
pub static SLICE: Slice = Slice {
    name: "evidence",
    actions: actions::ACTIONS,
    routes: routes::ROUTES,
    nav: routes::NAV,
    words: &[
        Text { language: Language::En, fluent: include_str!("../words/en.ftl") },
        Text { language: Language::Nl, fluent: include_str!("../words/nl.ftl") },
        Text { language: Language::Sv, fluent: include_str!("../words/sv.ftl") },
    ],
    ..Slice::EMPTY
};

//! The pages that say what went wrong: what happened, what it means, the way on.

use askama::Template;
use http::{KeptForm, Problem, Renderer, Visit};
use kernel::{Language, words::Words};
use organisation::{Desk, Organisation};
use ui::Page;

/// Draws the pages.
pub struct Problems {
    words: std::sync::Arc<Words>,
}

impl Problems {
    /// With the words of all slices.
    pub fn new(words: std::sync::Arc<Words>) -> Self {
        Self { words }
    }
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    status: u16,
    text: String,
    way: String,
    request: String,
}

#[derive(Template)]
#[template(path = "kept-form.html")]
struct KeptFormPage<'a> {
    page: Page,
    form: &'a KeptForm,
    sign_in: String,
}

#[derive(Template)]
#[template(path = "unknown-host.html")]
struct UnknownHost {
    languages: Vec<Words3>,
}

struct Words3 {
    tag: &'static str,
    title: String,
    text: String,
}

impl Renderer<Organisation> for Problems {
    fn problem(&self, visit: &Visit<Organisation>, problem: &Problem) -> String {
        let word = problem.word();
        let mut page = visit.page(visit.voice().say(&format!("{word}-title")));
        // A page that tells of a problem keeps to its one thing.
        page.query = String::new();
        if let Problem::SessionEnded(form) = problem {
            let sign_in = http::sign_in_path("/");
            return KeptFormPage { page, form, sign_in }.render().unwrap_or_default();
        }
        let voice = visit.voice();
        let text = match problem {
            Problem::TooLarge(limit) => voice.say1("problem-too-large-text", "limit", page.size(&(*limit as u64))),
            _ => voice.say(&format!("{word}-text")),
        };
        let request = match problem {
            Problem::Internal(_) => visit.scope.request.to_string(),
            _ => String::new(),
        };
        let way = voice.say(&format!("{word}-way"));
        let status = problem.status().as_u16();
        ErrorPage { page, status, text, way, request }.render().unwrap_or_default()
    }

    fn unknown_host(&self) -> String {
        let languages = Language::ALL.map(|language| {
            let voice = kernel::words::Voice::new(std::sync::Arc::clone(&self.words), language);
            Words3 {
                tag: language.tag(),
                title: voice.say("problem-unknown-host-title"),
                text: voice.say("problem-unknown-host-text"),
            }
        });
        UnknownHost { languages: languages.into() }.render().unwrap_or_default()
    }
}

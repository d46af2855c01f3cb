//! The pages that say what went wrong, drawn with the words of the layout.

use std::sync::Arc;

use askama::Template;
use http::{Problem, Renderer, Visit};
use kernel::{
    Language,
    words::{Voice, Words},
};
use organisation::{Desk, Organisation};

/// Draws the pages.
pub struct Problems {
    words: Arc<Words>,
}

impl Problems {
    /// With the words of all slices.
    pub fn new(words: Arc<Words>) -> Self {
        Self { words }
    }
}

#[derive(Template)]
#[template(path = "unknown-host.html")]
struct UnknownHost {
    languages: Vec<Said>,
}

struct Said {
    tag: &'static str,
    title: String,
    text: String,
}

fn kept(form: &http::KeptForm, to_copy: bool) -> ui::KeptForm {
    ui::KeptForm {
        action: form.action.clone(),
        fields: form.fields.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        multipart: form.multipart,
        files_lost: form.files_lost,
        to_copy,
    }
}

impl Renderer<Organisation> for Problems {
    fn problem(&self, visit: &Visit<Organisation>, problem: &Problem) -> String {
        let mut page = visit.page("");
        // What was asked for in the address is not repeated on a page that tells of a problem.
        page.query = String::new();
        let (sign_in, kept) = match problem {
            Problem::SessionEnded(form) => ("/sign-in", Some(kept(form, false))),
            Problem::CookieRefused => ("/sign-in", None),
            Problem::Paused(Some(form)) => ("", Some(kept(form, true))),
            Problem::Undertaking(form) => (http::UNDERTAKINGS, form.as_ref().map(|form| kept(form, true))),
            _ => ("", None),
        };
        ui::problem(page, problem.status().as_u16(), problem.word(), sign_in, kept)
    }

    fn unknown_host(&self) -> String {
        let languages = Language::ALL.map(|language| {
            let voice = Voice::new(Arc::clone(&self.words), language);
            let (title, text) = (voice.say("problem-unknown-host-title"), voice.say("problem-unknown-host-text"));
            Said { tag: language.tag(), title, text }
        });
        UnknownHost { languages: languages.into() }.render().unwrap_or_default()
    }
}

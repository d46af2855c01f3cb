//! Pages that say what happened, what it means and the way on.

use askama::Template;

use crate::Page;

/// A form that arrived too late, given back so that nothing typed is lost.
#[derive(Clone, Default)]
pub struct KeptForm {
    /// Where it is sent again.
    pub action: String,
    /// What was typed: field name and value.
    pub fields: Vec<(String, String)>,
    /// Whether the form carries files.
    pub multipart: bool,
    /// Whether files have to be chosen again.
    pub files_lost: bool,
    /// Whether it makes no sense to send it again now: what was typed is shown to be copied.
    pub to_copy: bool,
}

/// Something must be accepted first.
const UNDERTAKING: &str = "problem-undertaking";

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage<'a> {
    page: &'a Page,
    status: u16,
    text: String,
    way: String,
    sign_in: &'a str,
    promise: &'a str,
    kept: Option<KeptForm>,
}

/// The page for a problem. `word` is the prefix of its words without `ui-`, such as `problem-not-found`; the page's
/// title is set here. `leads` is where one does what the problem asks for: signs in, or accepts an undertaking; or empty.
pub fn problem(mut page: Page, status: u16, word: &str, leads: &str, kept: Option<KeptForm>) -> String {
    page.title = page.say(&format!("ui-{word}-title"));
    let text = page.say(&format!("ui-{word}-text"));
    let way = page.say(&format!("ui-{word}-way"));
    let (sign_in, promise) = if word == UNDERTAKING { ("", leads) } else { (leads, "") };
    let shown = ProblemPage { page: &page, status, text, way, sign_in, promise, kept };
    // Rendering into a string has nothing to fail on; a bare title is the least that still helps.
    shown.render().unwrap_or_else(|_| page.title.clone())
}

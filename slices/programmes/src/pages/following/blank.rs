//! What somebody who follows a programme is shown, with nothing filled in: for those who write it.

use askama::Template;
use organisation::{Desk as _, Visit};
use programme::{Exercise, Kind};
use ui::Page;

use super::{
    card::{Cue, cues, lasts},
    form::{Filled, Group, Input},
    hand_in::UploadField,
    help::Help,
};

#[derive(Template)]
#[template(path = "programmes/following-blank.html")]
struct Blank<'a> {
    page: &'a Page,
    name: &'a str,
    groups: Vec<Group>,
    cues: Vec<Cue>,
    lasts: String,
    ideas: Vec<String>,
    upload: Option<UploadField>,
}

/// The form of an exercise, which sends nothing.
pub(in crate::pages) fn exercise(visit: &Visit, page: &Page, exercise: &Exercise) -> String {
    let voice = visit.voice();
    let groups = Filled { voice: &voice, value: &|_| String::new(), misfits: &[] }.groups(exercise);
    let ideas = match &exercise.kind {
        Kind::Goals(goals) => goals.ideas.iter().map(|idea| idea.words.clone()).collect(),
        _ => Vec::new(),
    };
    let upload = match exercise.kind {
        Kind::Upload(most) => Some(UploadField::of(visit, exercise, most)),
        _ => None,
    };
    let (cues, lasts) = (cues(&exercise.kind), lasts(&exercise.kind, &voice));
    // It cannot fail: all that it draws is text.
    Blank { page, name: exercise.name.as_str(), groups, cues, lasts, ideas, upload }.render().unwrap_or_default()
}

#[derive(Template)]
#[template(path = "programmes/following-numbers.html")]
struct Numbers<'a> {
    page: &'a Page,
    help: Help,
}

/// The telephone numbers for urgent help.
pub(in crate::pages) fn numbers(visit: &Visit, page: &Page) -> String {
    // It cannot fail: all that it draws is text.
    Numbers { page, help: Help::of(visit) }.render().unwrap_or_default()
}

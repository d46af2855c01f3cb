//! How a text looks to those who follow it, also one with faults: what is sound of it.

use askama::Template;
use kernel::Language;
use organisation::{Desk as _, Visit};
use programme::{Around, Kind, Name, Opens, Part, Sharing};
use ui::Page;

use super::files;
use crate::{
    model::{Draft, DraftId},
    pages::following::blank,
};

/// What stands around a text of a draft: its files, and links that lead to its own steps.
struct Within {
    draft: DraftId,
    page: Page,
}

#[derive(Template)]
#[template(path = "programmes/making-outside.html")]
struct Outside<'a> {
    page: &'a Page,
    address: &'a str,
    words: &'a str,
}

impl Around for Within {
    fn step(&self, step: &Name) -> String {
        format!("#step-{step}")
    }

    fn file(&self, file: &str) -> String {
        files::address(self.draft, file)
    }

    fn elsewhere(&self, address: &str, words: &str) -> String {
        // It cannot fail: all that it draws is text.
        Outside { page: &self.page, address, words }.render().unwrap_or_default()
    }
}

#[derive(Template)]
#[template(path = "programmes/making-preview.html")]
struct Preview {
    /// The language of what is not the author's.
    own: Language,
    title: String,
    about: String,
    for_whom: String,
    steps: Vec<StepView>,
    /// The telephone numbers for urgent help.
    numbers: String,
}

struct StepView {
    name: String,
    title: String,
    opens: String,
    pieces: Vec<Piece>,
}

/// What stands in a step.
enum Piece {
    /// Text, sound or moving pictures, as HTML.
    Html(String),
    /// The place of urgent help, with the programme's own words.
    Help(String),
    Exercise(ExerciseView),
}

struct ExerciseView {
    title: String,
    question: String,
    /// What participants fill in, as they see it.
    form: String,
    sharing: String,
    /// When it is asked how goals went; empty where there are none.
    check_in: String,
}

/// The whole text of a draft in a language; empty where there is none.
pub(super) fn draw(visit: &Visit, draft: &Draft, language: Language) -> String {
    let Some((text, _)) = draft.texts.get(&language) else { return String::new() };
    let (edition, _) = programme::preview(language, text, &draft.names());
    let (voice, page) = (visit.voice(), visit.page(""));
    let around = Within { draft: draft.id, page: page.clone() };
    let piece = |part: &Part| match part {
        Part::Text(text) => Piece::Html(text.html(4, &around)),
        Part::Media(media) => Piece::Html(media.html(language, &around) + &media.about.html(4, &around)),
        Part::UrgentHelp(words) => Piece::Help(words.html(4, &around)),
        Part::Exercise(exercise) => Piece::Exercise(ExerciseView {
            title: exercise.title.clone(),
            question: exercise.question.html(5, &around),
            form: blank::exercise(visit, &page, exercise),
            sharing: voice.say(match exercise.sharing {
                Sharing::Private => "programmes-preview-private",
                Sharing::Shared => "programmes-preview-shared",
            }),
            check_in: match &exercise.kind {
                Kind::Goals(goals) => {
                    voice.say1("programmes-preview-check-in", "count", i64::from(goals.every_days.get()))
                }
                _ => String::new(),
            },
        }),
    };
    let steps = edition.steps.iter().map(|step| StepView {
        name: step.name.to_string(),
        title: step.title.clone(),
        opens: match &step.opens {
            Opens::AtOnce => voice.say("programmes-preview-at-once"),
            Opens::After(days) => voice.say1("programmes-preview-after", "count", i64::from(days.get())),
            Opens::ByCoach => voice.say("programmes-preview-by-coach"),
            Opens::Answered(_) => voice.say("programmes-preview-answered"),
            Opens::ByResult { .. } => voice.say("programmes-preview-by-result"),
        },
        pieces: step.parts.iter().map(piece).collect(),
    });
    let (steps, numbers) = (steps.collect(), blank::numbers(visit, &page));
    let drawn = Preview {
        own: visit.scope.language,
        title: edition.title,
        about: edition.about,
        for_whom: edition.for_whom,
        steps,
        numbers,
    };
    // It cannot fail: all that it draws is text.
    drawn.render().unwrap_or_default()
}

//! Publishing a draft: what is different from the newest version, how many are in the middle, and the act itself.

use access::Resource;
use askama::Template;
use http::{
    At, Fields, Problem,
    axum::{Extension, response::Response},
    see_other,
};
use kernel::{Language, words::Voice};
use organisation::{
    Desk as _, Visit,
    pages::{Failure, draw, draw_faulty},
};
use programme::{Difference, Name, Package, Programme, StepDifference};
use store::{Reader, Work};
use ui::Page;

use super::{find, findings::Found, page_of, path};
use crate::{
    actions::ENROLMENT_LIST,
    library::Library,
    model::{Draft, DraftId},
    store::{drafts, enrolments, versions},
};

/// So many, or a word: a smaller number could tell of somebody.
const LEAST: usize = 10;
/// What goes beyond is not counted.
const MOST: usize = 100;

#[derive(Template)]
#[template(path = "programmes/making-publication.html")]
struct PublicationPage {
    page: Page,
    faults: ui::Faults,
    path: String,
    edition: i64,
    /// What speaks against it; then nothing else is shown.
    found: Vec<Found>,
    /// What is left out because no text names it.
    notes: Vec<Found>,
    lead: String,
    middle: String,
    steps: Vec<StepView>,
    /// Languages that are new, and those that are there no more.
    languages: Vec<String>,
    label: String,
}

struct StepView {
    title: String,
    word: String,
    exercises: Vec<(String, String)>,
}

/// How something stands to the version before, in a word.
pub(super) fn word(difference: Difference, voice: &Voice) -> String {
    voice.say(match difference {
        Difference::Same => "programmes-difference-same",
        Difference::Reworded => "programmes-difference-reworded",
        Difference::Changed => "programmes-difference-changed",
        Difference::New => "programmes-difference-new",
        Difference::Gone => "programmes-difference-gone",
    })
}

/// What a step and an exercise are called, in the newer version or else in the older.
pub(super) struct Titles<'a> {
    pub(super) newer: &'a Programme,
    pub(super) older: &'a Programme,
    pub(super) language: Language,
}

impl Titles<'_> {
    pub(super) fn step(&self, name: &Name) -> String {
        let of = |programme: &Programme| Some(programme.edition(self.language).step(name)?.title.clone());
        of(self.newer).or_else(|| of(self.older)).unwrap_or_else(|| name.to_string())
    }

    pub(super) fn exercise(&self, name: &Name) -> String {
        let of = |programme: &Programme| Some(programme.edition(self.language).exercise(name)?.1.title.clone());
        of(self.newer).or_else(|| of(self.older)).unwrap_or_else(|| name.to_string())
    }
}

fn step_view(titles: &Titles<'_>, step: &StepDifference, voice: &Voice) -> StepView {
    let exercises = step.exercises.iter().filter(|exercise| exercise.difference != Difference::Same);
    StepView {
        title: titles.step(&step.name),
        word: word(step.difference, voice),
        exercises: exercises
            .map(|exercise| (titles.exercise(&exercise.name), word(exercise.difference, voice)))
            .collect(),
    }
}

/// Which languages are new, and which are there no more: a sentence for each of the two that there is.
fn languages(older: &Programme, newer: &Programme, voice: &Voice) -> Vec<String> {
    let of = |programme: &Programme| programme.editions().map(|edition| edition.language).collect::<Vec<_>>();
    let (before, now) = (of(older), of(newer));
    let only = |of: &[Language], other: &[Language]| {
        let only = of.iter().filter(|language| !other.contains(language));
        Some(only.map(|language| language.own_name()).collect::<Vec<_>>().join(", ")).filter(|names| !names.is_empty())
    };
    let came = only(&now, &before).map(|names| voice.say1("programmes-publication-came", "languages", names));
    let went = only(&before, &now)
        .zip(now.first())
        .map(|(names, other)| voice.say2("programmes-publication-went", "languages", names, "other", other.own_name()));
    came.into_iter().chain(went).collect()
}

/// The page, for a draft as it stands now.
async fn compose(visit: &Visit, library: Library, draft: Draft) -> Result<PublicationPage, Problem> {
    let voice = visit.voice();
    let mut shown = PublicationPage {
        page: page_of(visit, &draft, "programmes-publication-title"),
        faults: ui::Faults::none(),
        path: path(draft.id),
        edition: draft.edition,
        found: Vec::new(),
        notes: Vec::new(),
        lead: String::new(),
        middle: String::new(),
        steps: Vec::new(),
        languages: Vec::new(),
        label: String::new(),
    };
    let proof = library.proof(&visit.scope, &draft);
    let new = match &proof.read {
        Ok(new) => new,
        Err(findings) => {
            shown.found = findings.iter().map(|finding| Found::of(visit, finding, true)).collect();
            return Ok(shown);
        }
    };
    let (asker, name) = (visit.clone(), new.name().clone());
    let counts = visit.may(&ENROLMENT_LIST, &Resource::organisation());
    let look = move |reader: &mut Reader<'_>| {
        let scope = &asker.scope;
        let Some(newest) = versions::newest(scope, reader, &name)? else { return Ok(None) };
        let middle = if counts { enrolments::in_the_middle(scope, reader, &name, MOST)? } else { 0 };
        Ok::<_, Failure>(library.find(scope, reader, newest)?.map(|volume| (volume, middle)))
    };
    let before = visit.site.store.read(&visit.scope, look).await?;
    let unused = proof.unused.iter().cloned();
    let unused = unused.map(|file| programme::Finding { text: None, fault: programme::Fault::FileUnused { file } });
    shown.notes = unused.map(|finding| Found::of(visit, &finding, false)).collect();
    match before {
        None => {
            shown.lead = voice.say1("programmes-publication-first", "name", new.name().as_str());
            shown.label = voice.say1("programmes-publication-do", "number", 1);
        }
        Some((volume, middle)) => {
            let (older, language) = (&volume.programme, visit.scope.language);
            let titles = Titles { newer: new, older, language };
            let steps = proof.against(&volume);
            if steps.iter().all(|step| step.difference == Difference::Same) {
                shown.lead = voice.say1("programmes-publication-alike", "number", volume.version.number);
            } else {
                shown.lead = voice.say1("programmes-publication-differs", "number", volume.version.number);
                shown.steps = steps.iter().map(|step| step_view(&titles, step, &voice)).collect();
            }
            shown.languages = languages(older, new, &voice);
            shown.middle = match middle {
                MOST.. => voice.say1("programmes-publication-middle-many", "most", MOST),
                LEAST.. => voice.say1("programmes-publication-middle", "count", middle),
                _ => voice.say1("programmes-publication-middle-few", "least", LEAST),
            };
            shown.label = voice.say1("programmes-publication-do", "number", volume.version.number + 1);
        }
    }
    Ok(shown)
}

/// `GET /making/{draft}/publication`
pub(super) async fn form(
    visit: Visit,
    At(id): At<DraftId>,
    Extension(library): Extension<Library>,
) -> Result<Response, Problem> {
    let draft = find(&visit, id).await?;
    draw(&compose(&visit, library, draft).await?)
}

/// `POST /making/{draft}/publication`: the draft as it was shown, or nothing.
pub(super) async fn publish(
    visit: Visit,
    At(id): At<DraftId>,
    Extension(library): Extension<Library>,
    fields: Fields,
) -> Result<Response, Problem> {
    let (grant, asker) = (super::author(&visit)?, visit.clone());
    let edition: i64 = fields.get("edition").parse().unwrap_or_default();
    let write = move |work: &mut Work<'_>| {
        let scope = &asker.scope;
        let draft = drafts::find(scope, work, id)?.ok_or(Failure::Absent)?;
        if draft.edition != edition {
            return Ok(false);
        }
        let files = drafts::files(scope, work, &grant, id)?;
        let Ok((package, _)) = Package::of(draft.texts(), files) else { return Ok(false) };
        versions::publish(scope, work, &grant, &package)?;
        drafts::remove(scope, work, &grant, id)?;
        Ok::<_, Failure>(true)
    };
    if visit.site.store.write(&visit.scope, write).await? {
        return Ok(see_other("/making?done=published"));
    }
    // It has changed, or has faults: both stand on the page.
    let draft = find(&visit, id).await?;
    let mut shown = compose(&visit, library, draft).await?;
    shown.faults.add("", visit.voice().say("programmes-publication-not"));
    draw_faulty(&shown)
}

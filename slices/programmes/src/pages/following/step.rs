//! A step: its text, and its exercises as forms.

use askama::Template;
use http::{At, Problem, axum::Extension, axum::response::Response};
use organisation::{Visit, pages::Failure, pages::draw, pages::with_news};
use programme::{MediaKind, Part};
use ui::Page;

use super::{
    around::Within,
    card::{Beside, Card},
    device::Device,
    form::Input,
    help::Help,
    save::agreement_first,
    trail::{Trail, named},
};
use crate::{
    actions::RESPONSE_MARK,
    library::Library,
    model::{EnrolmentId, Place},
    room::Room,
    store::responses,
};

/// What became of an exercise.
pub(super) const NEWS: [(&str, &str); 6] = [
    ("kept", "programmes-done-kept"),
    ("finished", "programmes-done-finished"),
    ("shared", "programmes-done-shared"),
    ("unshared", "programmes-done-unshared"),
    ("removed", "programmes-done-removed"),
    ("taken-back", "programmes-done-taken-back"),
];

#[derive(Template)]
#[template(path = "programmes/following-step.html")]
struct StepPage {
    page: Page,
    parts: Vec<Piece>,
    help: Help,
    /// Whether an answer shows urgent help above everything.
    is_danger: bool,
    ended: bool,
    up: String,
    device: Option<Device>,
}

/// What stands in a step.
enum Piece {
    /// Text or media, as HTML.
    Html(String),
    /// Where urgent help stands, with the programme's own words.
    Help(String),
    /// An exercise.
    Exercise(Box<Card>),
}

/// `GET /programmes/{enrolment}/steps/{step}`
pub(super) async fn show(
    visit: Visit,
    Extension(library): Extension<Library>,
    At((id, step)): At<(EnrolmentId, String)>,
) -> Result<Response, Problem> {
    let step = named(&step)?;
    let asker = visit.clone();
    let read = move |reader: &mut store::Reader<'_>| {
        let trail = Trail::read(&asker, &library, reader, id)?;
        let responses = responses::all(&asker.scope, reader, &trail.enrolment)?;
        Ok::<_, Failure>((trail, responses))
    };
    let (trail, answers) = visit.site.store.read(&visit.scope, read).await?;
    if let Some(first) = agreement_first(&visit, &trail.enrolment) {
        return Ok(first);
    }
    trail.note(&visit).await?;
    let stand = trail.open_step(&visit, &step)?;
    let beside = Beside { responses: &answers, typed: None };
    let around = Within { enrolment: id, version: stand.version, page: organisation::Desk::page(&visit, "") };
    let mut parts = Vec::new();
    for part in &stand.step.parts {
        parts.push(match part {
            Part::Text(text) => Piece::Html(text.html(2, &around)),
            Part::UrgentHelp(text) => Piece::Help(text.html(3, &around)),
            Part::Media(media) => {
                let words = media.about.html(3, &around);
                let class = if media.kind == MediaKind::Video { "film" } else { "sound" };
                let player = media.html(visit.scope.language, &around);
                Piece::Html(format!("<div class=\"{class}\">{player}{words}</div>"))
            }
            Part::Exercise(exercise) => {
                let place = Place::of(exercise, visit.scope.today());
                Piece::Exercise(Box::new(Card::of(&visit, &trail, (&stand, exercise), &place, &beside)?))
            }
        });
    }
    let is_danger = parts.iter().any(|part| matches!(part, Piece::Exercise(card) if card.is_danger));
    let page = trail.page(&visit, stand.step.title.clone())?;
    mark_seen(&visit, &trail, &answers, stand.step).await?;
    draw(&StepPage {
        page: with_news(page, &visit, &NEWS),
        parts,
        help: Help::of(&visit),
        is_danger,
        ended: trail.enrolment.ended.is_some(),
        up: super::trail::way(id, ""),
        device: Device::ready(&visit, &trail).await?,
    })
}

/// Keeps that the responses of this step were seen.
async fn mark_seen(
    visit: &Visit,
    trail: &Trail,
    all: &[crate::model::Response],
    step: &programme::Step,
) -> Result<(), Problem> {
    let is_here = |response: &&crate::model::Response| {
        step.exercises().any(|exercise| response.spot.exercise.as_ref() == Some(&exercise.name))
    };
    let fresh = all.iter().filter(|response| response.sent.is_some() && response.seen.is_none());
    let about = access::Guarded::resource(&trail.enrolment);
    if fresh.filter(is_here).count() == 0 || !organisation::Desk::may(visit, &RESPONSE_MARK, &about) {
        return Ok(());
    }
    let until = visit.scope.now;
    let mark = Room::write(visit, trail.enrolment.id, &RESPONSE_MARK, move |asker, work, room| {
        Ok(responses::mark_seen(&asker.scope, work, &room.grant, &room.enrolment, until)?)
    });
    mark.await?;
    Ok(())
}

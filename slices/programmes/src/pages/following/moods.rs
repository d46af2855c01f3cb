//! How one felt on each day: looked back at, taken back, removed.

use askama::Template;
use http::{
    At, Fields, Problem,
    axum::{Extension, response::Response},
    see_other,
};
use jiff::civil::Date;
use organisation::{
    Desk as _, Visit,
    pages::{Failure, draw, with_news},
};
use ui::Page;

use super::{
    history::{RemovalPage, said},
    save::{day_of, trail_of},
    trail::{Trail, way},
};
use crate::{
    actions::SELF_HELP_CLOSE,
    library::Library,
    model::{EnrolmentId, Place},
    room::Room,
    store::revisions,
};

/// How many days stand on a page.
const PAGE: usize = 60;

#[derive(Template)]
#[template(path = "programmes/following-moods.html")]
struct MoodsPage {
    page: Page,
    days: Vec<Day>,
    /// Where what is shared is taken back.
    closing: String,
    coach: String,
    back: String,
    newer: String,
    older: String,
}

/// A day.
struct Day {
    heading: String,
    /// How one felt, and who can read it.
    said: String,
    date: String,
    is_shared: bool,
    /// Where it is removed; empty while it cannot be.
    removal: String,
}

/// `GET /programmes/{enrolment}/moods`; `?page=2` goes further back.
pub(super) async fn show(
    visit: Visit,
    Extension(library): Extension<Library>,
    At(id): At<EnrolmentId>,
) -> Result<Response, Problem> {
    let trail = trail_of(&visit, library, id).await?;
    let number: usize = visit.query.get("page").parse().unwrap_or(1).max(1);
    let mut dates: Vec<Date> = trail.current.iter().filter_map(|revision| mood_of(&revision.place)).collect();
    dates.sort_unstable_by(|a, b| b.cmp(a));
    dates.dedup();
    let from = (number - 1).saturating_mul(PAGE);
    let has_more = dates.len() > from.saturating_add(PAGE);
    let may_close = visit.may(&SELF_HELP_CLOSE, &access::Guarded::resource(&trail.enrolment));
    let is_held = trail.enrolment.hold(visit.scope.now).is_some();
    let mut days = Vec::new();
    for date in dates.into_iter().skip(from).take(PAGE) {
        days.push(day(&visit, &trail, date, may_close && !is_held)?);
    }
    let voice = visit.voice();
    let to = |page: usize| way(id, &format!("/moods?page={page}"));
    let news = [("removed", "programmes-done-removed"), ("taken-back", "programmes-done-taken-back")];
    draw(&MoodsPage {
        page: with_news(trail.page(&visit, voice.say("programmes-moods"))?, &visit, &news),
        days,
        closing: if may_close { way(id, "/mood/taking-back") } else { String::new() },
        coach: trail.coach(&visit),
        back: way(id, ""),
        newer: if number > 1 { to(number - 1) } else { String::new() },
        older: if has_more { to(number + 1) } else { String::new() },
    })
}

fn mood_of(place: &Place) -> Option<Date> {
    match place {
        Place::Mood(day) => Some(*day),
        Place::Answer(..) | Place::Diary(..) => None,
    }
}

/// What stands at a day; from two devices, both.
fn day(visit: &Visit, trail: &Trail, date: Date, is_removable: bool) -> Result<Day, Problem> {
    let (voice, place) = (visit.voice(), Place::Mood(date));
    let mut lines = Vec::new();
    for revision in trail.at(&place) {
        let sheet = trail.sheet(revision)?;
        let point = voice.say1("programmes-moods-point", "point", sheet.get("point").unwrap_or_default());
        lines.push(format!("{point} {}", said(visit, trail, revision)));
    }
    Ok(Day {
        heading: voice.date(date),
        said: lines.join(" "),
        date: date.to_string(),
        is_shared: trail.shared.contains(&place),
        removal: if is_removable {
            way(trail.enrolment.id, &format!("/moods/removal?day={date}"))
        } else {
            String::new()
        },
    })
}

/// `GET /programmes/{enrolment}/moods/removal`: says what goes.
pub(super) async fn removal_form(
    visit: Visit,
    Extension(library): Extension<Library>,
    At(id): At<EnrolmentId>,
) -> Result<Response, Problem> {
    let date = day_of(&visit, visit.query.get("day"))?;
    let trail = trail_of(&visit, library, id).await?;
    visit.decide(&SELF_HELP_CLOSE, &access::Guarded::resource(&trail.enrolment))?;
    let voice = visit.voice();
    draw(&RemovalPage {
        page: trail.page(&visit, voice.say("programmes-removal-title"))?,
        goes: vec![ui::Line::new(voice.say1("programmes-moods-goes", "date", voice.date(date)))],
        stays: vec![ui::Line::new(voice.say("programmes-removal-stays"))],
        action: way(id, "/moods/removal"),
        day: date.to_string(),
        back: way(id, "/moods"),
    })
}

/// `POST /programmes/{enrolment}/moods/removal`
pub(super) async fn remove(visit: Visit, At(id): At<EnrolmentId>, typed: Fields) -> Result<Response, Problem> {
    let place = Place::Mood(day_of(&visit, typed.get("day"))?);
    let remove = Room::write(&visit, id, &SELF_HELP_CLOSE, move |asker, work, room| {
        if room.enrolment.hold(asker.scope.now).is_some() {
            return Err(Failure::Conflict);
        }
        Ok(revisions::remove(&asker.scope, work, &room.grant, &room.enrolment, &place)?)
    });
    remove.await?;
    Ok(see_other(&way(id, "/moods?done=removed")))
}

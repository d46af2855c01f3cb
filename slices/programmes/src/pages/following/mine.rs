//! One's own programmes, with what is next; and what one can begin.

use std::sync::Arc;

use access::Resource;
use askama::Template;
use http::{
    Problem,
    axum::{Extension, response::Response},
};
use organisation::{Desk as _, Names, Visit, pages::Failure, pages::draw, pages::with_news};
use ui::Page;

use super::{
    overview::{Next, next},
    trail::{Trail, way},
};
use crate::{
    actions::{ENROLMENT_BEGIN, ENROLMENT_MINE, SELF_HELP_READ},
    library::{Library, Volume},
    model::Enrolment,
    store::enrolments,
};

#[derive(Template)]
#[template(path = "programmes/following-mine.html")]
struct MinePage {
    page: Page,
    /// What was begun last, and what is next in it.
    own: Option<(String, Next)>,
    others: Vec<Line>,
    ended: Vec<Line>,
    offers: Vec<Offer>,
}

/// One of one's own.
struct Line {
    title: String,
    said: String,
    href: String,
}

/// What one can begin.
struct Offer {
    title: String,
    about: String,
    for_whom: String,
    steps: String,
    href: String,
}

/// What the page is made of.
struct Found {
    open: Vec<(Enrolment, Arc<Volume>)>,
    ended: Vec<(Enrolment, Arc<Volume>)>,
    first: Option<Trail>,
    offers: Vec<Arc<Volume>>,
}

/// `GET /programmes`
pub(super) async fn show(visit: Visit, Extension(library): Extension<Library>) -> Result<Response, Problem> {
    visit.decide(&ENROLMENT_MINE, &Resource::organisation())?;
    let asker = visit.clone();
    let read = move |reader: &mut store::Reader<'_>| find(&asker, &library, reader);
    let found: Found = visit.site.store.read(&visit.scope, read).await?;
    let (voice, language) = (visit.voice(), visit.scope.language);
    let own = match &found.first {
        Some(trail) => {
            let steps = trail.steps(&visit)?;
            Some((trail.edition(language)?.title.clone(), next(&visit, trail, &steps)?))
        }
        None => None,
    };
    let line = |(enrolment, volume): &(Enrolment, Arc<Volume>)| {
        let (word, at) = match enrolment.ended {
            Some(at) => ("programmes-ended-on", at),
            None => ("programmes-began-on", enrolment.began),
        };
        Line {
            title: volume.programme.edition(language).title.clone(),
            said: voice.say1(word, "date", organisation::pages::day(&visit, &voice, at)),
            href: way(enrolment.id, ""),
        }
    };
    let may_begin = visit.may(&ENROLMENT_BEGIN, &Resource::organisation());
    let is_free = |volume: &&Arc<Volume>| {
        may_begin && !found.open.iter().any(|(enrolment, _)| enrolment.programme == volume.version.programme)
    };
    let offer = |volume: &Arc<Volume>| {
        let edition = volume.programme.edition(language);
        Offer {
            title: edition.title.clone(),
            about: edition.about.clone(),
            for_whom: edition.for_whom.clone(),
            steps: voice.say1("programmes-steps", "count", i64::try_from(edition.steps.len()).unwrap_or(i64::MAX)),
            href: format!("/programmes/begin/{}", volume.version.programme),
        }
    };
    let news = [("stopped", "programmes-done-stopped"), ("withdrawn", "programmes-done-withdrawn")];
    draw(&MinePage {
        page: with_news(visit.page(voice.say("programmes-mine-title")), &visit, &news),
        own,
        others: found.open.iter().skip(1).map(line).collect(),
        ended: found.ended.iter().map(line).collect(),
        offers: found.offers.iter().filter(is_free).map(offer).collect(),
    })
}

/// Five queries, and two for each version that is not in memory.
fn find(visit: &Visit, library: &Library, reader: &mut store::Reader<'_>) -> Result<Found, Failure> {
    let scope = &visit.scope;
    let (mut open, mut ended, mut first) = (Vec::new(), Vec::new(), None);
    for closed in enrolments::mine(scope, reader)? {
        let Ok(grant) = visit.site.access.decide(scope, &SELF_HELP_READ, &closed.resource()) else {
            continue;
        };
        let enrolment = closed.check(&grant)?;
        let volume = library.find(scope, reader, enrolment.version)?.ok_or(Failure::Absent)?;
        if enrolment.ended.is_some() {
            ended.push((enrolment, volume));
            continue;
        }
        if first.is_none() {
            let opener = Arc::new(visit.site.store.opener(scope, &grant));
            first = Some(Trail::of(visit, library, reader, enrolment.clone(), (opener, Names::none()))?);
        }
        open.push((enrolment, volume));
    }
    let mut offers = Vec::new();
    for version in enrolments::offered(scope, reader)? {
        offers.extend(library.find(scope, reader, version)?);
    }
    Ok(Found { open, ended, first, offers })
}

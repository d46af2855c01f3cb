//! What somebody agreed to, programme by programme, and where it is withdrawn.

use access::Resource;
use askama::Template;
use http::{
    Problem,
    axum::{Extension, response::Response},
};
use organisation::{Desk as _, Visit, pages::Failure, pages::day, pages::draw};
use ui::Page;

use super::{begin::Ask, trail::way};
use crate::{
    actions::{ENROLMENT_MINE, SELF_HELP_READ},
    consent,
    library::Library,
    model::Enrolment,
    store::enrolments,
};

#[derive(Template)]
#[template(path = "programmes/following-agreed.html")]
struct AgreedPage {
    page: Page,
    ask: Ask,
    /// Programmes that rest on it.
    cards: Vec<Card>,
}

/// A programme.
struct Card {
    title: String,
    /// Whether it stands, in a sentence.
    said: String,
    label: String,
    href: String,
}

/// `GET /my-data/programmes`
pub(super) async fn show(visit: Visit, Extension(library): Extension<Library>) -> Result<Response, Problem> {
    visit.decide(&ENROLMENT_MINE, &Resource::organisation())?;
    let ask = Ask::of(&visit).ok_or(Problem::NotFound)?;
    let asker = visit.clone();
    let read = move |reader: &mut store::Reader<'_>| find(&asker, &library, reader);
    let found = visit.site.store.read(&visit.scope, read).await?;
    let voice = visit.voice();
    let cards = found.into_iter().map(|(title, enrolment)| card(&visit, title, &enrolment)).collect();
    let page = visit.page(voice.say("programmes-agreed-title")).crumb("/my-data", voice.say("programmes-my-data"));
    draw(&AgreedPage { page, ask, cards })
}

fn card(visit: &Visit, title: String, of: &Enrolment) -> Card {
    let voice = visit.voice();
    let stands = consent::stands(&visit.site.plan, of);
    let (word, at) = match of.ended {
        Some(at) => ("programmes-agreed-ended", at),
        None if stands => ("programmes-agreed-stands", of.began),
        None => ("programmes-agreed-anew", of.began),
    };
    let (label, href) = match of.ended {
        None if !stands => ("programmes-agreed-answer", "/agreement"),
        _ => ("programmes-agreed-withdraw", "/ending"),
    };
    Card {
        said: voice.say1(word, "date", day(visit, &voice, at)),
        label: voice.say1(label, "title", &title),
        href: way(of.id, href),
        title,
    }
}

/// One query, and two for each version that is not in memory.
fn find(visit: &Visit, library: &Library, reader: &mut store::Reader<'_>) -> Result<Vec<(String, Enrolment)>, Failure> {
    let scope = &visit.scope;
    let mut found = Vec::new();
    for closed in enrolments::mine(scope, reader)? {
        let Ok(grant) = visit.site.access.decide(scope, &SELF_HELP_READ, &closed.resource()) else {
            continue;
        };
        let enrolment = closed.check(&grant)?;
        let volume = library.find(scope, reader, enrolment.version)?.ok_or(Failure::Absent)?;
        found.push((volume.programme.edition(scope.language).title.clone(), enrolment));
    }
    Ok(found)
}

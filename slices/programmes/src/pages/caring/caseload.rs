//! Whom a coach coaches: who may be in danger, who waits longest, whose result moved, who went quiet, and the others.

use std::collections::HashMap;

use access::Resource;
use askama::Template;
use http::{
    Problem,
    axum::{Extension, response::Response},
};
use jiff::{ToSpan as _, civil::Date};
use kernel::{PersonId, page::Seal};
use organisation::{
    Desk as _, Names, SealAsk, Visit,
    pages::{Failure, draw, text},
};
use store::{Opener, Reader, StoreError};
use ui::Page;

use crate::{
    actions::{CASELOAD_READ, ENROLMENT_READ},
    library::Library,
    model::{EnrolmentId, Overview},
    store::enrolments,
};

/// After so many days without a word somebody is quiet.
const QUIET_DAYS: i64 = 14;

#[derive(Template)]
#[template(path = "programmes/caring-caseload.html")]
struct CaseloadPage {
    page: Page,
    groups: Vec<Group>,
    seal: Option<Seal>,
}

struct Group {
    title: String,
    icon: &'static str,
    cases: Vec<Case>,
}

struct Case {
    name: String,
    href: String,
    programme: String,
    said: String,
}

/// Somebody with what opens the name.
struct Opened {
    overview: Overview,
    opener: Opener,
    programme: String,
}

/// `GET /caseload`
pub(super) async fn show(visit: Visit, Extension(library): Extension<Library>) -> Result<Response, Problem> {
    visit.decide(&CASELOAD_READ, &Resource::organisation())?;
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| find(&asker, reader, &library);
    let (cases, names) = visit.site.store.read(&visit.scope, read).await?;
    let voice = visit.voice();
    let seal = cases.first().map(|first| {
        let about = access::Guarded::resource(&first.overview);
        let happened = first.overview.enrolment.happened();
        visit.seal(&SealAsk { item: "enrolment.progress", about: &about, names: &names, happened: &happened })
    });
    draw(&CaseloadPage {
        page: visit.page(voice.say("programmes-caseload-title")),
        groups: groups(&visit, cases, &names),
        seal,
    })
}

/// One query for all, one for sixteen names, and two for each version that is not in memory; a decision for each.
fn find(visit: &Visit, reader: &mut Reader<'_>, library: &Library) -> Result<(Vec<Opened>, Names), Failure> {
    let mut cases = Vec::new();
    for closed in enrolments::caseload(&visit.scope, reader)? {
        let grant = match visit.site.access.decide(&visit.scope, &ENROLMENT_READ, &closed.resource()) {
            Ok(grant) => grant,
            Err(refused) if refused.awaits_undertaking() => return Err(refused.into()),
            // What the statement does not let this person read is left out.
            Err(_) => continue,
        };
        let overview = closed.check(&grant)?;
        let volume = library.find(&visit.scope, reader, overview.enrolment.version)?;
        let programme = volume.map(|volume| volume.programme.edition(visit.scope.language).title.clone());
        let opener = visit.site.store.opener(&visit.scope, &grant);
        cases.push(Opened { overview, opener, programme: programme.unwrap_or_default() });
    }
    let people: Vec<PersonId> = cases.iter().map(|case| case.overview.enrolment.participant).collect();
    let folk = visit.site.directory.people(reader, &people)?;
    let (sealed, mut names): (HashMap<_, _>, _) = (folk.names.into_iter().collect(), Names::of(folk.facts));
    for case in &cases {
        let person = case.overview.enrolment.participant;
        let Some(name) = sealed.get(&person) else { continue };
        match text(&case.opener, name) {
            Ok(name) => names.insert(person, name),
            Err(StoreError::Gone) => {}
            Err(StoreError::Restricted) => names.pause(person),
            Err(error) => return Err(error.into()),
        }
    }
    Ok((cases, names))
}

/// The day on which somebody last wrote anything, or began.
fn last(visit: &Visit, overview: &Overview) -> Date {
    let began = overview.enrolment.began.to_zoned(visit.scope.zone.clone()).date();
    overview.enrolment.wrote.unwrap_or(began)
}

fn groups(visit: &Visit, cases: Vec<Opened>, names: &Names) -> Vec<Group> {
    let voice = visit.voice();
    let quiet_since = visit.scope.today().saturating_sub(QUIET_DAYS.days());
    let (mut warned, mut waiting, mut moved) = (Vec::new(), Vec::new(), Vec::new());
    let (mut quiet, mut others) = (Vec::new(), Vec::new());
    for case in cases {
        let (overview, last) = (&case.overview, last(visit, &case.overview));
        if let Some(at) = overview.warned_at {
            warned.push((day_of(visit, at), case));
            continue;
        }
        match (overview.waits_since, overview.moved_at) {
            (Some(since), Some(_)) => moved.push((day_of(visit, since), case)),
            (Some(since), None) => waiting.push((day_of(visit, since), case)),
            (None, _) if last <= quiet_since => quiet.push((last, case)),
            (None, _) => others.push((last, case)),
        }
    }
    let group = |word: &str, icon, said: &str, mut cases: Vec<(Date, Opened)>| {
        cases.sort_by_key(|(date, _)| *date);
        let case = |(date, case): (Date, Opened)| Case {
            name: names.shown(case.overview.enrolment.participant, &voice, "programmes-someone"),
            href: path(case.overview.enrolment.id, ""),
            programme: case.programme,
            said: voice.say1(said, "date", voice.date(date)),
        };
        Group { title: voice.say(word), icon, cases: cases.into_iter().map(case).collect() }
    };
    let mut groups = vec![
        group("programmes-caseload-warned", "triangle-alert", "programmes-warned-on", warned),
        group("programmes-caseload-moved", "target", "programmes-shared-since", moved),
        group("programmes-caseload-waiting", "message-circle", "programmes-shared-since", waiting),
        group("programmes-caseload-quiet", "moon", "programmes-wrote-on", quiet),
        group("programmes-caseload-others", "sprout", "programmes-wrote-on", others),
    ];
    groups.retain(|group| !group.cases.is_empty());
    groups
}

fn day_of(visit: &Visit, at: kernel::Timestamp) -> Date {
    at.to_zoned(visit.scope.zone.clone()).date()
}

/// A path below somebody whom one coaches.
pub(super) fn path(id: EnrolmentId, rest: &str) -> String {
    format!("/caseload/{id}{rest}")
}

//! The draft of the notice to the authority: what GDPR Art. 33(3) asks for, filled in as far as it is known.

use std::collections::BTreeSet;

use askama::Template;
use http::{At, Problem, axum::response::Response};
use kernel::PersonId;
use organisation::{Desk as _, Visit};
use statement::render;
use store::{Reader, StoreError};
use ui::Page;

use super::{
    list::categories,
    model::BreachId,
    page::{Opened, open},
};
use crate::frame::{Failure, draw, moment};

#[derive(Template)]
#[template(path = "registers/draft.html")]
struct DraftPage {
    page: Page,
    authority: String,
    /// Headings, each with its text.
    parts: Vec<(String, String)>,
}

/// How many records of the categories concerned are held of these people.
fn records(
    reader: &mut Reader<'_>,
    visit: &Visit,
    people: &[PersonId],
    categories: &[String],
) -> Result<i64, StoreError> {
    let (mut counted, mut all) = (BTreeSet::new(), 0);
    for person in people {
        for held in keeper::held::held(reader, &visit.site.plan, &visit.site.inventory, *person)? {
            // What two of them share is one record.
            if categories.contains(&held.category) && counted.insert((held.class, held.holder)) {
                all += held.rows;
            }
        }
    }
    Ok(all)
}

/// `GET /breaches/{breach}/draft`
pub(super) async fn show(visit: Visit, At(id): At<BreachId>) -> Result<Response, Problem> {
    let found = open(&visit, id).await?;
    let (asker, people, keys) = (visit.clone(), found.people.clone(), found.course.categories.clone());
    let records = visit.site.store.read(&visit.scope, move |reader| records(reader, &asker, &people, &keys)).await;
    let records: i64 = records.map_err(Failure::from)?;
    let voice = visit.voice();
    draw(&DraftPage {
        page: visit
            .page(voice.say("registers-draft-title"))
            .crumb("/breaches", voice.say("registers-breaches-title"))
            .crumb(format!("/breaches/{id}"), voice.say("registers-breach-title")),
        authority: render::authority_name(&visit.site.plan, visit.scope.language),
        parts: parts(&visit, &found, records),
    })
}

fn parts(visit: &Visit, found: &Opened, records: i64) -> Vec<(String, String)> {
    let (voice, controller) = (visit.voice(), visit.site.plan.controller());
    let unknown = |text: &str| if text.is_empty() { voice.say("registers-draft-unknown") } else { text.to_owned() };
    let lines = |parts: [Option<&str>; 4]| parts.into_iter().flatten().collect::<Vec<_>>().join("\n");
    let officer = controller.officer.as_deref().unwrap_or(&controller.contact);
    let name = visit.site.name(visit.scope.language);
    let who = lines([Some(&name), Some(&controller.name), controller.address.as_deref(), controller.phone.as_deref()]);
    let count = i64::try_from(found.people.len()).unwrap_or(i64::MAX);
    let mut all = vec![
        ("registers-draft-who", who),
        ("registers-draft-officer", officer.to_owned()),
        ("registers-draft-when", moment(visit, &voice, found.course.aware)),
        ("registers-draft-nature", found.what.clone()),
        ("registers-draft-categories", categories(visit, &found.course)),
        ("registers-draft-people", voice.say1("registers-draft-count", "count", count)),
        ("registers-draft-records", voice.say1("registers-draft-count", "count", records)),
        ("registers-draft-consequences", unknown(&found.consequences)),
        ("registers-draft-measures", unknown(&found.measures)),
    ];
    if found.course.limit() <= visit.scope.now || !found.delay.is_empty() {
        all.push(("registers-draft-delay", unknown(&found.delay)));
    }
    all.into_iter().map(|(word, text)| (voice.say(word), text)).collect()
}

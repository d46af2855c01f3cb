//! What the pages of all registers share.

use http::Problem;
use kernel::PersonId;
pub(crate) use organisation::pages::{Failure, capital, day, draw, draw_faulty, moment, said, with_news};
use organisation::{Names, Visit};
use store::StoreError;

/// What has happened to these people, for the dates in seals; no names.
pub(crate) async fn facts_of(visit: &Visit, people: Vec<PersonId>) -> Result<Names, Problem> {
    let directory = visit.site.directory.clone();
    let read = move |reader: &mut store::Reader<'_>| directory.people(reader, &people);
    let folk: Result<_, StoreError> = visit.site.store.read(&visit.scope, read).await;
    Ok(Names::of(folk.map_err(Failure::from)?.facts))
}

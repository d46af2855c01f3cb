//! One part: its entries as cards, its files as downloads, and its removal.

use access::Resource;
use askama::Template;
use http::{At, Problem, axum::response::Response, download, see_other};
use keeper::import::Carried;
use kernel::{Timestamp, Uuid, id::Id as _, page::Seal, words::Voice};
use organisation::{Desk as _, Visit};
use serde_json::Value as Json;
use store::Opener;
use ui::Page;

use super::{Failure, draw, me, moment, origin, seal, text, title, unread};
use crate::{
    actions::{BROUGHT_REMOVE, BROUGHT_SEE},
    model::{Entry, EntryId, Heading, PartId, file_cell},
    shelf,
};

#[derive(Template)]
#[template(path = "moving/part.html")]
struct PartPage {
    page: Page,
    /// Where it was taken along.
    origin: String,
    path: String,
    entries: Vec<Vec<Fact>>,
    /// Where it goes on; empty at the end.
    next: String,
    offer: Option<Offer>,
    seal: Seal,
}

/// One value of an entry.
struct Fact {
    name: String,
    value: String,
    /// Where a file can be had; empty for all else.
    file: String,
}

/// A name and a language that may be taken over into the own profile, by the person's choice alone.
struct Offer {
    name: String,
    language: String,
    /// The language in itself.
    language_name: String,
}

/// `GET /my-data/brought-along/parts/{part}`
pub(super) async fn show(visit: Visit, At(id): At<PartId>) -> Result<Response, Problem> {
    let me = me(&visit)?;
    let grant = visit.decide(&BROUGHT_SEE, &Resource::person(me))?;
    let opener = visit.opener(&grant);
    let after = visit.query.get("after").parse().unwrap_or_else(|_| EntryId::from_uuid(Uuid::nil()));
    let (part, (entries, is_more)) = visit
        .site
        .store
        .read(&visit.scope, move |reader| {
            let part = shelf::find_part(reader, me, id)?.ok_or(Failure::Absent)?;
            Ok::<_, Failure>((part, shelf::entries(reader, me, id, after)?))
        })
        .await?;
    let voice = visit.voice();
    let heading: Heading =
        serde_json::from_str(&text(&opener, &part.heading).map_err(Failure::from)?).map_err(unread)?;
    let path = format!("/my-data/brought-along/parts/{id}");
    let last = entries.last().filter(|_| is_more);
    let next = last.map_or_else(String::new, |last| format!("{path}?after={}", last.id));
    let (mut cards, mut offer) = (Vec::new(), None);
    for entry in &entries {
        let body = text(&opener, &entry.body).map_err(Failure::from)?;
        let carried: Carried = serde_json::from_str(&body).map_err(unread)?;
        offer = offer.or_else(|| offered(&visit, me, &carried));
        cards.push(facts(&visit, &voice, entry, &carried, &opener)?);
    }
    let page = visit.page(title(&visit, &voice, &heading.items));
    draw(&PartPage {
        page: page
            .crumb("/my-data", voice.say("moving-my-data"))
            .crumb("/my-data/brought-along", voice.say("moving-title")),
        origin: origin(&visit, &voice, &heading.source),
        path,
        entries: cards,
        next,
        offer,
        seal: seal(&visit, me),
    })
}

/// The values of an entry, by the words of items that are known here.
fn facts(
    visit: &Visit,
    voice: &Voice,
    entry: &Entry,
    carried: &Carried,
    opener: &Opener,
) -> Result<Vec<Fact>, Failure> {
    let mut facts = Vec::with_capacity(carried.row.len());
    for (key, value) in &carried.row {
        let mut fact = Fact { name: label(voice, key), value: shown(visit, voice, value), file: String::new() };
        if let (true, Some(file)) = (key.ends_with(".file"), &entry.file) {
            let size = u64::try_from(file.size).unwrap_or_default();
            fact.value = voice.say2("moving-file", "name", text(opener, &file.name)?, "size", size.div_ceil(1024));
            fact.file = format!("/my-data/brought-along/files/{}", entry.id);
        }
        facts.push(fact);
    }
    Ok(facts)
}

/// What a key is called here; one that is not known stands as itself.
fn label(voice: &Voice, key: &str) -> String {
    let known = |word: &str| Some(voice.say(word)).filter(|said| !said.starts_with('['));
    let (item, column) = key.split_once(" (").unwrap_or((key, ""));
    let column = column.trim_end_matches(')').replace('_', "-");
    known(&format!("accounts-column-{column}"))
        .or_else(|| known(&format!("accounts-item-{}", item.replace('.', "-"))))
        .unwrap_or_else(|| key.to_owned())
}

/// A value for a person: instants as days and times.
fn shown(visit: &Visit, voice: &Voice, value: &Json) -> String {
    match value {
        Json::String(text) => text.parse::<Timestamp>().map_or_else(|_| text.clone(), |at| moment(visit, voice, at)),
        other => other.to_string(),
    }
}

/// The name and the language among the values, where they differ from what stands in the profile's own fields.
fn offered(visit: &Visit, me: kernel::PersonId, carried: &Carried) -> Option<Offer> {
    let correct = visit.site.inventory.action("profile.correct")?;
    let name = carried.row.get("person.name")?.as_str()?.to_owned();
    let theirs = carried.row.get("person.language").and_then(Json::as_str).and_then(|tag| tag.parse().ok());
    let offered = theirs.filter(|language| visit.site.plan.languages().contains(language));
    let language = offered.unwrap_or(visit.scope.language);
    let offer = Offer { name, language: language.tag().to_owned(), language_name: language.own_name().to_owned() };
    visit.may(correct, &Resource::person(me)).then_some(offer)
}

/// `GET /my-data/brought-along/files/{entry}`: a download, never a page of this site.
pub(super) async fn file(visit: Visit, At(id): At<EntryId>) -> Result<Response, Problem> {
    let me = me(&visit)?;
    let grant = visit.decide(&BROUGHT_SEE, &Resource::person(me))?;
    let opener = visit.opener(&grant);
    let store = &visit.site.store;
    let found = store.read(&visit.scope, move |reader| shelf::find_file(reader, me, id)).await;
    let found = found.map_err(Failure::from)?.and_then(|entry| entry.file).ok_or(Problem::NotFound)?;
    let name = text(&opener, &found.name).map_err(Failure::from)?;
    let bytes = store.files().open(&opener, &file_cell(me), found.id, None).await.map_err(Failure::from)?;
    download(bytes, "application/octet-stream", &name)
}

/// `POST /my-data/brought-along/parts/{part}/removal`
pub(super) async fn remove(visit: Visit, At(id): At<PartId>) -> Result<Response, Problem> {
    let me = me(&visit)?;
    let grant = visit.decide(&BROUGHT_REMOVE, &Resource::person(me))?;
    let store = &visit.site.store;
    let gone = store.write(&visit.scope, move |work| shelf::remove(work, &grant, me, id));
    let gone = gone.await.map_err(Failure::from)?;
    store.files().remove(&gone).await.map_err(Failure::from)?;
    Ok(see_other("/my-data/brought-along?done=removed"))
}

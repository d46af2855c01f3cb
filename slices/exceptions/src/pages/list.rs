//! What opens by exception only: the disclosures, and whom we have to tell of changes.

use access::Resource;
use askama::Template;
use http::{Problem, axum::response::Response};
use kernel::{Timestamp, id::Id as _, page::Seal};
use organisation::{Desk as _, Names, SealAsk, Visit};
use statement::render;
use store::{Sealed, StoreError};
use ui::Page;

use super::{Failure, clause, draw, ground, moment, open, short, with_news};
use crate::{
    actions::{DISCLOSURE_PROPOSE, DISCLOSURES_LIST, EXCEPTIONS_SEE},
    glass::{
        self,
        actions::{GLASS_ASK, GLASS_SEE},
        pages::GlassRow,
    },
    inventory::DISCLOSURE_MOVED,
    model::{Disclosure, DisclosureId, Standing},
    store as kept,
};

#[derive(Template)]
#[template(path = "exceptions/list.html")]
struct ListPage {
    page: Page,
    /// Whether the visitor sees disclosures at all.
    disclosures: bool,
    /// Whether the statement has a clause about them, and the visitor may propose one.
    may_propose: bool,
    rows: Vec<Row>,
    columns: Vec<String>,
    /// What recipients are still to be told.
    left: Vec<LeftRow>,
    left_columns: Vec<String>,
    seal: Option<Seal>,
    /// Whether the visitor sees break-glass, and may ask for it.
    glass: bool,
    may_ask: bool,
    glasses: Vec<GlassRow>,
    glass_columns: Vec<String>,
}

struct Row {
    href: String,
    recipient: String,
    what: String,
    ground: String,
    at: String,
    standing: String,
    tone: &'static str,
}

struct LeftRow {
    href: String,
    recipient: String,
    change: String,
    at: String,
}

/// The name of a recipient; what stands for it when its key is gone.
fn name(opener: &store::Opener, sealed: &Sealed) -> Result<String, StoreError> {
    match open(opener, sealed) {
        Err(StoreError::Gone) => Ok("–".to_owned()),
        opened => opened,
    }
}

pub(super) const fn tone(standing: Standing) -> &'static str {
    match standing {
        Standing::Waits | Standing::Asked | Standing::Ready => "warning",
        Standing::Sent | Standing::Declined | Standing::Lapsed => "",
    }
}

/// When a disclosure was last moved: the period for its record runs from there.
pub(super) fn last(disclosure: &Disclosure) -> Timestamp {
    let moments = [Some(disclosure.proposed_at), disclosure.decided_at, disclosure.sent_at];
    moments.into_iter().flatten().max().unwrap_or(disclosure.proposed_at)
}

/// The seal beside something of a disclosure.
pub(super) fn seal(visit: &Visit, item: &'static str, disclosure: &Disclosure) -> Seal {
    let moved = [(DISCLOSURE_MOVED, last(disclosure))];
    let about = access::Guarded::resource(disclosure);
    visit.seal(&SealAsk { item, about: &about, names: &Names::none(), happened: &moved })
}

fn href(id: DisclosureId) -> String {
    format!("/exceptions/disclosures/{id}")
}

/// `GET /exceptions`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&EXCEPTIONS_SEE, &Resource::organisation())?;
    let voice = visit.voice();
    let columns = |words: &[&str]| words.iter().map(|word| voice.say(word)).collect::<Vec<_>>();
    let news = [("proposed", "exceptions-done-proposed"), ("asked", "exceptions-done-asked")];
    let glass = glass::pages::is_used(&visit) && visit.may(&GLASS_SEE, &Resource::organisation());
    let mut page = ListPage {
        page: with_news(visit.page(voice.say("exceptions-title")), &visit, &news),
        disclosures: false,
        may_propose: false,
        rows: Vec::new(),
        columns: columns(&[
            "exceptions-recipient",
            "exceptions-what",
            "exceptions-ground",
            "exceptions-proposed",
            "exceptions-standing",
        ]),
        left: Vec::new(),
        left_columns: columns(&["exceptions-recipient", "exceptions-change", "exceptions-change-at"]),
        seal: None,
        glass,
        may_ask: glass && visit.may(&GLASS_ASK, &Resource::organisation()),
        glasses: if glass { glass::pages::list_rows(&visit).await? } else { Vec::new() },
        glass_columns: columns(&["exceptions-glass-what-column", "exceptions-glass-asked", "exceptions-standing"]),
    };
    if let Ok(grant) = visit.decide(&DISCLOSURES_LIST, &Resource::organisation()) {
        let opener = visit.opener(&grant);
        let read = move |reader: &mut store::Reader<'_>| {
            Ok::<_, Failure>((kept::list(reader, &grant)?, kept::left(reader, &grant)?))
        };
        let (found, left) = visit.site.store.read(&visit.scope, read).await?;
        page.seal = found.first().map(|(disclosure, _)| seal(&visit, "disclosure.term", disclosure));
        page.disclosures = true;
        page.may_propose =
            clause(&visit.site.plan).is_some() && visit.may(&DISCLOSURE_PROPOSE, &Resource::organisation());
        for (disclosure, recipient) in &found {
            let standing = disclosure.standing(visit.scope.now);
            page.rows.push(Row {
                href: href(disclosure.id),
                recipient: name(&opener, recipient).map_err(Failure::from)?,
                what: what(&visit, disclosure),
                ground: ground(&voice, disclosure.ground),
                at: moment(&visit, &voice, disclosure.proposed_at),
                standing: voice.say(standing.word()),
                tone: tone(standing),
            });
        }
        for telling in &left {
            page.left.push(LeftRow {
                href: href(telling.disclosure),
                recipient: name(&opener, &telling.recipient).map_err(Failure::from)?,
                change: voice.say(&format!("exceptions-change-{}", telling.change.key())),
                at: moment(&visit, &voice, telling.at),
            });
        }
    }
    draw(&page)
}

/// "The names and the profile, of the person with the number ending in 4f2a."
fn what(visit: &Visit, disclosure: &Disclosure) -> String {
    let what = render::categories_phrase(&visit.site.plan, &disclosure.categories, visit.scope.language);
    visit.voice().say2("exceptions-of", "what", what, "number", short(disclosure.subject.uuid()))
}

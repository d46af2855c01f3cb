//! What opens by exception only: the disclosures, and whom we have to tell of changes.

use access::Resource;
use askama::Template;
use http::{Problem, axum::response::Response};
use kernel::{Timestamp, id::Id as _, page::Seal};
use organisation::{Desk as _, Names, SealAsk, Visit};
use statement::render;
use store::{Sealed, StoreError};
use ui::Page;

use super::{Failure, capital, clause, draw, ground, moment, short, text, with_news};
use crate::{
    actions::{DISCLOSURE_PROPOSE, DISCLOSURES_LIST, EXCEPTIONS_SEE},
    glass::{
        self,
        actions::{GLASS_ASK, GLASS_SEE},
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
    rows: Vec<Line>,
    /// What recipients are still to be told.
    left: Vec<Line>,
    seal: Option<Seal>,
    /// Whether the visitor sees break-glass, and may ask for it.
    glass: bool,
    may_ask: bool,
    glasses: Vec<Line>,
}

/// A line: what it is, what of it, and how it stands.
pub(crate) struct Line {
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) detail: String,
    pub(crate) meta: String,
    pub(crate) standing: String,
    pub(crate) tone: &'static str,
}

/// The name of a recipient; what stands for it when its key is gone.
fn name(opener: &store::Opener, sealed: &Sealed) -> Result<String, StoreError> {
    match text(opener, sealed) {
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
    let news = [("proposed", "exceptions-done-proposed"), ("asked", "exceptions-done-asked")];
    let glass = glass::pages::is_used(&visit) && visit.may(&GLASS_SEE, &Resource::organisation());
    let mut page = ListPage {
        page: with_news(visit.page(voice.say("exceptions-title")), &visit, &news),
        disclosures: false,
        may_propose: false,
        rows: Vec::new(),
        left: Vec::new(),
        seal: None,
        glass,
        may_ask: glass && visit.may(&GLASS_ASK, &Resource::organisation()),
        glasses: if glass { glass::pages::list_rows(&visit).await? } else { Vec::new() },
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
            page.rows.push(Line {
                href: href(disclosure.id),
                title: name(&opener, recipient).map_err(Failure::from)?,
                detail: format!("{}. {}.", capital(&what(&visit, disclosure)), ground(&voice, disclosure.ground)),
                meta: moment(&visit, &voice, disclosure.proposed_at),
                standing: voice.say(standing.word()),
                tone: tone(standing),
            });
        }
        for telling in &left {
            page.left.push(Line {
                href: href(telling.disclosure),
                title: name(&opener, &telling.recipient).map_err(Failure::from)?,
                detail: voice.say(&format!("exceptions-change-{}", telling.change.key())),
                meta: moment(&visit, &voice, telling.at),
                standing: String::new(),
                tone: "",
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

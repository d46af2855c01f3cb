//! *My data*: all that is held about oneself, when it goes and why; and taking it along.

use access::Resource;
use askama::Template;
use http::{
    At, Problem,
    axum::{
        Extension,
        http::{HeaderValue, header},
        response::{IntoResponse, Response},
    },
    streamed,
};
use keeper::{Goes, HeldItem};
use kernel::{
    PersonId, Timestamp, Uuid, Value,
    id::Id as _,
    manifest::{Action, ActionKind, Content, Entry, Method},
    page,
    words::Voice,
};
use organisation::{
    Desk as _, Folk, Names, SealAsk, Visit,
    naming::{Named, Namings, Said},
};
use statement::plan::{Alternative, Consent, Recipient};
use store::{
    Opener, Reader, StoreError,
    derived::{self, Field, HeldRow},
};
use ui::{Bundle, Line, Page, Timeline};

use super::{Failure, deletion::may_delete_alone, draw, me, moment, text};
use crate::{
    actions::{ACCOUNT_DELETE, MY_DATA_SEE, PROFILE_CORRECT},
    erasure,
    store::people,
};

#[derive(Template)]
#[template(path = "accounts/my-data.html")]
struct MyDataPage {
    page: Page,
    timeline: Timeline,
    /// Whether one was told of a breach.
    told_of_breach: bool,
    /// What a legal hold keeps past its date, and until when.
    held: Vec<Line>,
    may_delete: bool,
    /// Whether one may see what one brought along, and bring more.
    may_bring: bool,
    /// Whether there is a page of who received what.
    recipients: bool,
    /// Whether there is a page of what one is asked to agree to.
    consents: bool,
    /// The same for programmes.
    programmes: bool,
    /// Whether there is a page of what was opened to mend a problem.
    openings: bool,
    frozen: bool,
    contact: String,
    /// Where one asks for the rest; empty where the organisation has no such page.
    requests: &'static str,
    /// Where one asks for another way to take part; empty where that is not offered.
    alternatives: &'static str,
    /// What was done with one's rights, the latest first: when, and what.
    history: Vec<(String, String)>,
    /// Who was given what was corrected since; empty when nothing was, or nobody.
    told: String,
}

#[derive(Template)]
#[template(path = "accounts/bundle.html")]
struct BundlePage {
    page: Page,
    entries: Vec<Vec<Fact>>,
    hidden: bool,
    place: String,
    seal: page::Seal,
}

/// One value of a bundle.
struct Fact {
    name: String,
    value: String,
}

/// What one was told of a breach (GDPR Art. 34): it stands above everything else.
const BREACH_NOTICE: &str = "breach.notice";
/// Where one sees what one agreed to; the page of another slice.
pub(super) const CONSENTS: &str = "/my-data/consents";
/// The same for the programmes that one follows; the page of another slice.
const AGREED: &str = "/my-data/programmes";
/// The action behind it.
const AGREED_OWN: &str = "enrolment.mine";
/// Where one asks the organisation for what cannot be done at once; the page of another slice.
const REQUESTS: &str = "/my-data/requests";

/// The same, where the organisation has it; else empty.
pub(super) fn requests(visit: &Visit) -> &'static str {
    if visit.site.has_page(REQUESTS) { REQUESTS } else { "" }
}

/// Where a participant asks for another way to take part; the page of another slice.
const ALTERNATIVES: &str = "/my-data/alternatives";
/// The action behind it.
const ALTERNATIVES_OWN: &str = "alternatives.own";

/// The same, where the statement offers it to this person; else empty.
fn alternatives(visit: &Visit, me: PersonId) -> &'static str {
    let may = |action: &'static Action| visit.may(action, &Resource::person(me));
    let offered = visit.site.plan.first::<Alternative>().is_some() && visit.site.has_page(ALTERNATIVES);
    if offered && visit.site.inventory.action(ALTERNATIVES_OWN).is_some_and(may) { ALTERNATIVES } else { "" }
}

/// Whether this person is asked for a consent in each programme.
fn agrees_in_programmes(visit: &Visit) -> bool {
    let may = |action: &'static Action| visit.may(action, &Resource::organisation());
    let is_asked = visit.site.plan.consent_about(Consent::ANSWERS).is_some() && visit.site.has_page(AGREED);
    is_asked && visit.site.inventory.action(AGREED_OWN).is_some_and(may)
}

/// The container of something held, as far as one's own part in it goes.
fn own_resource(held: &HeldItem, me: PersonId) -> Resource {
    Resource { container: held.container, id: held.holder, parties: vec![(held.party, me)], state: None }
}

fn seal_in(visit: &Visit, held: &HeldItem, about: &Resource, names: &Names) -> page::Seal {
    let item = held.items.first().copied().unwrap_or_default();
    let seal = visit.seal(&SealAsk { item, about, names, happened: &[] });
    page::Seal { goes: goes(held), clause: held.goes.clause().map_or(seal.clause.clone(), str::to_owned), ..seal }
}

/// The seal over all that a bundle holds: whoever reads any of it is named.
fn seal_over(visit: &Visit, held: &HeldItem, about: &Resource, names: &Names) -> page::Seal {
    let mut seal = seal_in(visit, held, about, names);
    for item in held.items.iter().skip(1) {
        for reader in visit.seal(&SealAsk { item, about, names, happened: &[] }).readers {
            if !seal.readers.contains(&reader) {
                seal.readers.push(reader);
            }
        }
    }
    seal
}

fn goes(held: &HeldItem) -> page::Goes {
    match &held.goes {
        Goes::Paused { .. } => page::Goes::Paused,
        other => other.day().map_or(page::Goes::AfterEvent, page::Goes::On),
    }
}

/// Since when: the container's identifier bears the instant of its making.
fn since(visit: &Visit, holder: Uuid) -> jiff::civil::Date {
    let made = holder.get_timestamp().and_then(|made| {
        let (seconds, nanoseconds) = made.to_unix();
        Timestamp::new(i64::try_from(seconds).ok()?, i32::try_from(nanoseconds).ok()?).ok()
    });
    made.unwrap_or(visit.scope.now).to_zoned(visit.scope.zone.clone()).date()
}

/// "The dialogue", in the statement's words.
pub(super) fn category_name(visit: &Visit, key: &str) -> String {
    let category = visit.site.plan.category(key);
    let name = category.and_then(|category| category.names.get(visit.scope.language)).unwrap_or(key);
    super::capital(name)
}

/// The category's name; where there are several of the same, with the day on which each began.
fn bundle_name(visit: &Visit, held: &HeldItem, all: &[HeldItem], since: jiff::civil::Date) -> String {
    let name = category_name(visit, &held.category);
    if all.iter().filter(|other| other.category == held.category).count() < 2 {
        return name;
    }
    let voice = visit.voice();
    voice.say2("accounts-bundle-since", "name", name, "date", voice.date(since))
}

/// Where the container itself can be opened by this person: the page whose path names it and nothing else.
fn place(visit: &Visit, held: &HeldItem, about: &Resource) -> String {
    let own = |route: &&kernel::manifest::Route| {
        let names_it = route.path.ends_with('}') && route.path.matches('{').count() == 1;
        names_it
            && route.method == Method::Get
            && matches!(route.entry, Entry::Action(action) if action.container == held.container && visit.may(action, about))
    };
    // A person's own file is open already.
    let found = visit.site.inventory.routes().find(|route| held.container != Resource::PERSON && own(route));
    let path = found.and_then(|route| route.path.split('{').next());
    path.map_or_else(String::new, |path| format!("{path}{}", held.holder))
}

/// What a legal hold keeps, by category: the person is told that something stays, until when, and whom to ask.
fn held_lines(visit: &Visit, all: &[HeldItem]) -> Vec<Line> {
    let voice = visit.voice();
    let mut lines: Vec<Line> = Vec::new();
    for item in all {
        let Goes::Held { day, .. } = &item.goes else { continue };
        let name = category_name(visit, &item.category);
        let line = Line::new(name).detail(voice.say1("accounts-held-until", "date", voice.date(*day)));
        if lines.iter().all(|known| known.what != line.what || known.detail != line.detail) {
            lines.push(line);
        }
    }
    lines
}

/// `GET /my-data`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&MY_DATA_SEE, &Resource::person(me))?;
    let held = visit.site.keeper().held(&visit.scope, me).await.map_err(erasure::problem)?;
    let acts = visit.site.store.read(&visit.scope, move |reader| store::ledger::about(reader, me.uuid())).await;
    let acts: Vec<store::ledger::Entry> = acts.map_err(|error: StoreError| Problem::from(Failure::from(error)))?;
    let voice = visit.voice();
    let all = &held;
    let bundles = held
        .iter()
        .map(|held| {
            let seal = seal_in(&visit, held, &own_resource(held, me), &Names::none());
            let since = since(&visit, held.holder);
            Bundle {
                name: bundle_name(&visit, held, all, since),
                path: format!("/my-data/{}/{}?category={}", held.class, held.holder, held.category),
                since,
                goes: goes(held),
                period: seal.period,
                clause: seal.clause,
            }
        })
        .collect();
    let page = visit.page(voice.say("accounts-my-data-title"));
    draw(&MyDataPage {
        page,
        timeline: Timeline { title: voice.say("accounts-my-data-timeline"), today: visit.scope.today(), bundles },
        told_of_breach: all.iter().any(|held| held.items.contains(&BREACH_NOTICE)),
        held: held_lines(&visit, all),
        recipients: offers(&visit, "/my-data/recipients"),
        consents: offers(&visit, CONSENTS),
        programmes: agrees_in_programmes(&visit),
        openings: offers(&visit, "/my-data/openings"),
        frozen: visit.site.store.restrictions().hold(me),
        may_bring: may_bring(&visit, me),
        may_delete: may_delete_alone(&visit) && visit.may(&ACCOUNT_DELETE, &Resource::person(me)),
        contact: visit.site.plan.controller().contact.clone(),
        requests: requests(&visit),
        alternatives: alternatives(&visit, me),
        told: told(&visit, &acts),
        history: acts
            .iter()
            .rev()
            .filter_map(|act| Some((moment(&visit, &voice, act.at), history(&voice, act)?)))
            .collect(),
    })
}

/// Whether the organisation takes in what is brought along, and from this person.
fn may_bring(visit: &Visit, me: PersonId) -> bool {
    let see = visit.site.inventory.action("brought-along.see");
    see.is_some_and(|see| visit.may(see, &Resource::person(me)))
}

/// Whether the organisation uses a slice with this page.
fn offers(visit: &Visit, path: &str) -> bool {
    visit.site.used().flat_map(|slice| slice.routes).any(|route| route.path == path)
}

fn history(voice: &Voice, act: &store::ledger::Entry) -> Option<String> {
    let word = match act.kind.as_str() {
        "restriction" if act.evidence == keeper::LIFTED => "accounts-history-released",
        "restriction" => "accounts-history-frozen",
        "correction" => "accounts-history-correction",
        "erasure" => "accounts-history-erasure",
        "retention" => "accounts-history-retention",
        "paper" => "accounts-history-paper",
        "consent" => "accounts-history-consent",
        "withdrawal" => "accounts-history-withdrawal",
        _ => return None,
    };
    Some(voice.say(word))
}

/// Who receives what was corrected, by the statement (GDPR Art. 19); empty when nothing was corrected, or nobody does.
fn told(visit: &Visit, acts: &[store::ledger::Entry]) -> String {
    if !acts.iter().any(|act| act.kind == "correction") {
        return String::new();
    }
    let corrected: Vec<_> = PROFILE_CORRECT
        .writes
        .iter()
        .filter_map(|item| visit.site.plan.category_of(item))
        .map(|own| &own.key)
        .collect();
    let receives = |recipient: &&Recipient| recipient.categories.iter().any(|category| corrected.contains(&category));
    let names = visit.site.plan.all::<Recipient>().filter(receives);
    let names: Vec<_> = names.filter_map(|recipient| recipient.names.get(visit.scope.language)).collect();
    if names.is_empty() {
        return String::new();
    }
    let voice = visit.voice();
    voice.say1("accounts-history-told", "names", voice.list(&names.iter().map(ToString::to_string).collect::<Vec<_>>()))
}

/// Rows of one class, with the container and the sealed names of its parties.
struct Rows {
    about: Resource,
    folk: Folk,
    rows: Vec<HeldRow>,
    /// What short names in the rows stand for, where a slice knows it.
    named: Option<Box<dyn Named>>,
}

fn read_rows(
    visit: &Visit,
    reader: &mut Reader<'_>,
    held: &HeldItem,
    namings: Option<Namings>,
) -> Result<Rows, Failure> {
    let inventory = &visit.site.inventory;
    let container = inventory.container(held.container).ok_or(Failure::Absent)?;
    let parties = derived::parties(reader, container, held.holder)?;
    let mut rows = Vec::new();
    for table in inventory.tables().filter(|table| table.class == Some(held.class)) {
        rows.extend(derived::rows_of(reader, table, held.holder)?);
    }
    let people: Vec<_> = parties.iter().map(|(_, person)| *person).collect();
    let folk = people::folk(reader, &people)?;
    let about = Resource { container: container.name, id: held.holder, parties, state: None };
    let named = namings.map(|namings| namings.learn(visit, reader, &about, &rows)).transpose()?.flatten();
    Ok(Rows { about, folk, rows, named })
}

/// `GET /my-data/{class}/{holder}`: what one bundle holds, opened by the same decisions as every other page.
pub(super) async fn bundle(
    visit: Visit,
    At((class, holder)): At<(String, Uuid)>,
    namings: Option<Extension<Namings>>,
) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&MY_DATA_SEE, &Resource::person(me))?;
    let wanted = visit.query.get("category").to_owned();
    let held = visit.site.keeper().held(&visit.scope, me).await.map_err(erasure::problem)?;
    let fits = |held: &&HeldItem| held.class == class && held.holder == holder && held.category == wanted;
    let held = held.iter().find(fits).cloned().ok_or(Problem::NotFound)?;
    let (asker, asked, namings) = (visit.clone(), held.clone(), namings.map(|Extension(namings)| namings));
    let read = move |reader: &mut Reader<'_>| read_rows(&asker, reader, &asked, namings);
    let Rows { about, folk, rows, named } = visit.site.store.read(&visit.scope, read).await?;
    let reading = visit.site.inventory.actions().filter(|action| {
        action.kind == ActionKind::Read
            && action.container == about.container
            && action.discloses.iter().any(|item| held.items.contains(item) || *item == "person.name")
    });
    let openers: Vec<_> = reading
        .filter_map(|action| visit.decide(action, &about).ok())
        .map(|grant| {
            let opener = visit.opener(&grant);
            (grant, opener)
        })
        .collect();
    let mut names = Names::of(folk.facts);
    for (person, name) in folk.names {
        let opener = openers.iter().find(|(grant, _)| grant.covers("person.name", person.uuid()));
        if let Some(Ok(name)) = opener.map(|(_, opener)| text(opener, &name)) {
            names.insert(person, name);
        }
    }
    let mut hidden = false;
    let mut entries: Vec<Vec<Fact>> = Vec::new();
    for row in &rows {
        // A draft of another, or a note that another has not shared: it is held here, and not for these eyes.
        if row.is_anothers(me) {
            hidden = true;
            continue;
        }
        let facts = facts(&visit, &held, (row, named.as_deref()), &openers, &mut hidden).map_err(Failure::from)?;
        if !facts.is_empty() {
            entries.push(facts);
        }
    }
    let voice = visit.voice();
    let page = visit.page(category_name(&visit, &held.category));
    draw(&BundlePage {
        page: page.crumb("/my-data", voice.say("accounts-my-data-title")),
        entries,
        hidden,
        place: place(&visit, &held, &about),
        seal: seal_over(&visit, &held, &about, &names),
    })
}

/// The values of a row under one category; what this person may not read is passed over and noted.
fn facts(
    visit: &Visit,
    held: &HeldItem,
    (row, named): (&HeldRow, Option<&dyn Named>),
    openers: &[(access::Grant, Opener)],
    hidden: &mut bool,
) -> Result<Vec<Fact>, StoreError> {
    let voice = visit.voice();
    let mut facts = Vec::new();
    for (column, field) in &row.fields {
        let Content::Personal(item, protection) = column.content else { continue };
        if !held.items.contains(&item) || protection == kernel::manifest::Protection::KeyedHash {
            continue;
        }
        let Some((_, opener)) = openers.iter().find(|(grant, _)| grant.covers(item, held.holder)) else {
            *hidden = true;
            continue;
        };
        let word = format!("accounts-item-{}", item.replace('.', "-"));
        let detail = format!("accounts-column-{}", column.name.replace('_', "-"));
        let known = |key: &str| Some(voice.say(key)).filter(|said| !said.starts_with('['));
        let name = known(&detail).unwrap_or_else(|| voice.say(&word));
        let value = match field {
            Field::Sealed(sealed) => match opener.bytes(sealed) {
                Ok(bytes) => match std::str::from_utf8(&bytes) {
                    Ok(text) => text.to_owned(),
                    // The secret of an authenticator, the key of a passkey: held, and shown nowhere.
                    Err(_) => {
                        *hidden = true;
                        continue;
                    }
                },
                Err(StoreError::Gone) => continue,
                Err(error) => return Err(error),
            },
            Field::Open(value) => match open_value(visit, value) {
                Some(value) => value,
                None => continue,
            },
        };
        let kept = if let Field::Open(Value::Text(text)) = field { text } else { &value };
        match named.and_then(|named| named.said(&voice, row, column.name, kept)) {
            Some(Said::Value(value)) => facts.push(Fact { name, value }),
            Some(Said::Lines(lines)) => facts.extend(lines.into_iter().map(|(name, value)| Fact { name, value })),
            None => match fields_of(&value) {
                Some(fields) => {
                    let fact = |(field, value)| Fact { name: format!("{name}: {field}"), value };
                    facts.extend(fields.into_iter().map(fact));
                }
                None => facts.push(Fact { name, value }),
            },
        }
    }
    Ok(facts)
}

/// What stands in a text, where it is a form that somebody filled in: each field with its value.
fn fields_of(text: &str) -> Option<Vec<(String, String)>> {
    let read: serde_json::Value = serde_json::from_str(text).ok()?;
    let fields = read.as_object()?.iter().map(|(field, value)| {
        let value = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
        (field.clone(), value)
    });
    Some(fields.collect())
}

/// A value that stands open, for a person: instants as days and times, words as they are, hashes not at all.
fn open_value(visit: &Visit, value: &Value) -> Option<String> {
    let voice = visit.voice();
    match value {
        Value::Null | Value::Bytes(_) => None,
        Value::Text(text) if text.is_empty() => None,
        Value::Text(text) => Some(match visit.site.plan.role(text) {
            Some(role) => super::role_name(role, &voice),
            None => {
                let day = text.parse().ok().map(|day| voice.date(day));
                let language = text.parse::<kernel::Language>().ok().map(|known| known.own_name().to_owned());
                day.or(language).unwrap_or_else(|| text.clone())
            }
        }),
        // Instants are kept in microseconds; nothing else that stands open is of that size.
        Value::Int(number) if number.unsigned_abs() > 1_000_000_000_000 => {
            Timestamp::from_microsecond(*number).ok().map(|at| moment(visit, &voice, at))
        }
        Value::Int(number) => Some(number.to_string()),
    }
}

/// `GET /my-data/file`: everything that one may read, to take along (GDPR Art. 20), sent while it is read.
pub(super) async fn take_along(visit: Visit) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&MY_DATA_SEE, &Resource::person(me))?;
    let (sender, pieces) = tokio::sync::mpsc::channel(PIECES);
    let asker = visit.clone();
    tokio::spawn(async move {
        let taken = asker.site.keeper().export(&asker.scope, &asker.site.access, me, sender).await;
        if let Err(error) = taken {
            tracing::warn!(request.id = %asker.scope.request, %error, "an export was not finished");
        }
    });
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/zip")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"my-data.zip\"")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, streamed(pieces)).into_response())
}

/// Pieces of an export that wait to be sent.
const PIECES: usize = 4;

/// `GET /schemas/my-data-1.json`: the form of what is taken along, for whoever reads one in.
pub(super) async fn schema() -> Response {
    let headers = [(header::CONTENT_TYPE, HeaderValue::from_static("application/schema+json"))];
    (headers, keeper::export::SCHEMA).into_response()
}

//! *My data*: all that is held about oneself, when it goes and why; taking it along; deleting the account (UC9, UC10).

use access::Resource;
use askama::Template;
use http::{
    At, Form, Problem, SessionCookie,
    axum::{
        Extension,
        http::{HeaderValue, header},
        response::{IntoResponse, Response},
    },
    see_other,
};
use keeper::{ActId, HeldItem, Receipt, Stays, Why};
use kernel::{
    PersonId, Timestamp, Uuid, Value,
    manifest::{ActionKind, Content},
    page,
};
use organisation::{Desk as _, Names, SealAsk, Visit};
use statement::{What, plan::rule::SelfService};
use store::{
    Opener, Reader, StoreError,
    derived::{self, Field, HeldRow},
};
use ui::{Bundle, Line, Page, Timeline};

use super::{Failure, draw, draw_faulty, me, moment, said, sign_in::is_own_password, text};
use crate::{
    Hasher,
    actions::{ACCOUNT_DELETE, MY_DATA_SEE},
    erasure::{self, keeper},
    forms::PasswordForm,
};
#[derive(Template)]
#[template(path = "accounts/my-data.html")]
struct MyDataPage {
    page: Page,
    timeline: Timeline,
    may_delete: bool,
    contact: String,
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

#[derive(Template)]
#[template(path = "accounts/deletion.html")]
struct DeletionPage {
    page: Page,
    faults: ui::Faults,
    goes: Vec<Line>,
    stays: Vec<Line>,
    contact: String,
    may_delete: bool,
}

#[derive(Template)]
#[template(path = "accounts/receipt.html")]
struct ReceiptPage {
    page: Page,
    at: String,
    lead: String,
    went: Vec<Line>,
    stays: Vec<Line>,
    number: String,
    ledger: String,
}

/// Whether the statement lets this person delete the account without asking anybody.
pub(super) fn may_delete_alone(visit: &Visit) -> bool {
    let Some(member) = visit.scope.member() else { return false };
    visit.site.plan.all::<SelfService>().any(|rule| {
        rule.act == statement::plan::SelfAct::Erase
            && rule.what == What::Everything
            && rule.by.as_ref().is_none_or(|role| member.roles.iter().any(|held| *held.key == **role))
    })
}

/// The container of something held, as far as one's own part in it goes.
fn own_resource(held: &HeldItem, me: PersonId) -> Resource {
    Resource { container: held.container, id: held.holder, parties: vec![(held.party, me)], state: None }
}

fn own_seal(visit: &Visit, held: &HeldItem, me: PersonId) -> page::Seal {
    let item = held.items.first().copied().unwrap_or_default();
    let about = own_resource(held, me);
    let seal = visit.seal(&SealAsk { item, about: &about, names: &Names::none(), happened: &[] });
    page::Seal { goes: goes(held), clause: held.goes.clause().map_or(seal.clause.clone(), str::to_owned), ..seal }
}

fn goes(held: &HeldItem) -> page::Goes {
    held.goes.day().map_or(page::Goes::AfterEvent, page::Goes::On)
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
fn category_name(visit: &Visit, key: &str) -> String {
    let category = visit.site.plan.category(key);
    let name = category.and_then(|category| category.names.get(visit.scope.language)).unwrap_or(key);
    super::capital(name)
}

/// `GET /my-data`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&MY_DATA_SEE, &Resource::person(me))?;
    let held = keeper(&visit.site).held(&visit.scope, me).await.map_err(erasure::problem)?;
    let voice = visit.voice();
    let bundles = held
        .iter()
        .map(|held| {
            let seal = own_seal(&visit, held, me);
            Bundle {
                name: category_name(&visit, &held.category),
                path: format!("/my-data/{}/{}?category={}", held.class, held.holder, held.category),
                since: since(&visit, held.holder),
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
        may_delete: may_delete_alone(&visit) && visit.may(&ACCOUNT_DELETE, &Resource::person(me)),
        contact: visit.site.plan.controller().contact.clone(),
    })
}

/// Rows of one class and what opens them.
struct Rows {
    about: Resource,
    rows: Vec<HeldRow>,
}

fn read_rows(reader: &mut Reader<'_>, inventory: &kernel::Inventory, held: &HeldItem) -> Result<Rows, Failure> {
    let container = inventory.container(held.container).ok_or(Failure::Absent)?;
    let parties = derived::parties(reader, container, held.holder)?;
    let mut rows = Vec::new();
    for table in inventory.tables().filter(|table| table.class == Some(held.class)) {
        rows.extend(derived::rows_of(reader, table, held.holder)?);
    }
    Ok(Rows { about: Resource { container: container.name, id: held.holder, parties, state: None }, rows })
}

/// `GET /my-data/{class}/{holder}`: what one bundle holds, opened by the same decisions as every other page.
pub(super) async fn bundle(visit: Visit, At((class, holder)): At<(String, Uuid)>) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&MY_DATA_SEE, &Resource::person(me))?;
    let wanted = visit.query.get("category").to_owned();
    let held = keeper(&visit.site).held(&visit.scope, me).await.map_err(erasure::problem)?;
    let fits = |held: &&HeldItem| held.class == class && held.holder == holder && held.category == wanted;
    let held = held.iter().find(fits).cloned().ok_or(Problem::NotFound)?;
    let (inventory, asked) = (std::sync::Arc::clone(&visit.site.inventory), held.clone());
    let Rows { about, rows } =
        visit.site.store.read(&visit.scope, move |reader| read_rows(reader, &inventory, &asked)).await?;
    let reading = visit.site.inventory.actions().filter(|action| {
        action.kind == ActionKind::Read
            && action.container == about.container
            && action.discloses.iter().any(|item| held.items.contains(item))
    });
    let openers: Vec<_> = reading
        .filter_map(|action| visit.decide(action, &about).ok())
        .map(|grant| {
            let opener = visit.opener(&grant);
            (grant, opener)
        })
        .collect();
    let mut hidden = false;
    let mut entries: Vec<Vec<Fact>> = Vec::new();
    for row in &rows {
        let facts = facts(&visit, &held, row, &openers, &mut hidden).map_err(Failure::from)?;
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
        place: if held.container == "trajectory" { format!("/trajectories/{}", held.holder) } else { String::new() },
        seal: own_seal(&visit, &held, me),
    })
}

/// The values of a row under one category; what this person may not read is passed over and noted.
fn facts(
    visit: &Visit,
    held: &HeldItem,
    row: &HeldRow,
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
        let value = match field {
            Field::Sealed(sealed) => match text(opener, sealed) {
                Ok(text) => text,
                Err(StoreError::Gone) => continue,
                Err(error) => return Err(error),
            },
            Field::Open(value) => match open_value(visit, value) {
                Some(value) => value,
                None => continue,
            },
        };
        let word = format!("accounts-item-{}", item.replace('.', "-"));
        let detail = format!("accounts-column-{}", column.name.replace('_', "-"));
        let known = |key: &str| Some(voice.say(key)).filter(|said| !said.starts_with('['));
        facts.push(Fact { name: known(&detail).unwrap_or_else(|| voice.say(&word)), value });
    }
    Ok(facts)
}

/// A value that stands open, for a person: instants as days and times, words as they are, hashes not at all.
fn open_value(visit: &Visit, value: &Value) -> Option<String> {
    let voice = visit.voice();
    match value {
        Value::Null | Value::Bytes(_) => None,
        Value::Text(text) => Some(match visit.site.plan.role(text) {
            Some(role) => super::role_name(role, &voice),
            None => {
                text.parse::<kernel::Language>().map_or_else(|()| text.clone(), |known| known.own_name().to_owned())
            }
        }),
        // Instants are kept in microseconds; nothing else that stands open is of that size.
        Value::Int(number) if number.unsigned_abs() > 1_000_000_000_000 => {
            Timestamp::from_microsecond(*number).ok().map(|at| moment(&voice, &visit.scope, at))
        }
        Value::Int(number) => Some(number.to_string()),
    }
}

/// `GET /my-data/file`: everything that one may read, to take along (GDPR Art. 20).
pub(super) async fn take_along(visit: Visit) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&MY_DATA_SEE, &Resource::person(me))?;
    let exported = keeper(&visit.site).export(&visit.scope, &visit.site.access, me).await.map_err(erasure::problem)?;
    let body = serde_json::to_vec_pretty(&exported).map_err(Problem::internal)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"my-data.json\"")),
    ];
    Ok((headers, body).into_response())
}

fn lines(visit: &Visit, held: &[HeldItem]) -> Vec<Line> {
    let mut lines: Vec<(String, i64)> = Vec::new();
    for held in held {
        let name = category_name(visit, &held.category);
        match lines.iter_mut().find(|(known, _)| *known == name) {
            Some((_, rows)) => *rows += held.rows,
            None => lines.push((name, held.rows)),
        }
    }
    let voice = visit.voice();
    lines
        .into_iter()
        .map(|(name, rows)| Line::new(name).detail(voice.say1("accounts-deletion-rows", "count", rows)))
        .collect()
}

fn stays_lines(visit: &Visit, stays: &[Stays]) -> Vec<Line> {
    let voice = visit.voice();
    stays
        .iter()
        .map(|stays| {
            let names: Vec<String> = stays.categories.iter().map(|key| category_name(visit, key)).collect();
            let why = match stays.why {
                Why::Others => "accounts-stays-others",
                Why::Law => "accounts-stays-law",
            };
            let until = stays.until.map(|day| voice.say1("accounts-stays-until", "date", voice.date(day)));
            let detail = std::iter::once(voice.say(why)).chain(until).collect::<Vec<_>>().join(" ");
            Line::new(voice.list(&names)).detail(detail)
        })
        .collect()
}

async fn deletion_page(visit: &Visit, me: PersonId, faults: ui::Faults) -> Result<DeletionPage, Problem> {
    let erasure = keeper(&visit.site).erasure(&visit.scope, me).await.map_err(erasure::problem)?;
    let voice = visit.voice();
    let page = visit.page(voice.say("accounts-deletion-title"));
    Ok(DeletionPage {
        page: page.crumb("/my-data", voice.say("accounts-my-data-title")),
        faults,
        goes: lines(visit, &erasure.goes),
        stays: stays_lines(visit, &erasure.stays),
        contact: visit.site.plan.controller().contact.clone(),
        may_delete: may_delete_alone(visit),
    })
}

/// `GET /my-data/deletion`: what goes and what stays.
pub(super) async fn deletion_form(visit: Visit) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&ACCOUNT_DELETE, &Resource::person(me))?;
    draw(&deletion_page(&visit, me, ui::Faults::none()).await?)
}

/// `POST /my-data/deletion`: with the password; the receipt stays open to whoever has its number.
pub(super) async fn delete(
    visit: Visit,
    Extension(hasher): Extension<Hasher>,
    form: Form<PasswordForm>,
) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&ACCOUNT_DELETE, &Resource::person(me))?;
    if !may_delete_alone(&visit) {
        return Err(Problem::Refused);
    }
    let faults = match form.checked {
        Ok(form) => {
            if is_own_password(&visit, &hasher, &ACCOUNT_DELETE, form.password).await? {
                let receipt = erasure::everything(&visit.site, &visit.scope, me).await?;
                let path = format!("/receipts/{}", receipt.id);
                return Ok((SessionCookie::clear(), see_other(&path)).into_response());
            }
            http::Faults::one("password", "accounts-password-wrong")
        }
        Err(faults) => faults,
    };
    let faults = said(&faults, &visit.voice());
    draw_faulty(&deletion_page(&visit, me, faults).await?)
}

/// `GET /receipts/{receipt}`: what went, after the account is gone.
pub(super) async fn receipt(visit: Visit, At(id): At<ActId>) -> Result<Response, Problem> {
    let found = keeper(&visit.site).receipt(&visit.scope, id).await.map_err(erasure::problem)?;
    let receipt: Receipt = found.ok_or(Problem::NotFound)?;
    let voice = visit.voice();
    let went = receipt.went.iter().map(|went| {
        let categories = visit.site.plan.categories().iter().filter(|category| {
            visit.site.inventory.items_of(&went.class).any(|item| category.items.iter().any(|own| own.name == item))
        });
        let names: Vec<String> = categories.map(|category| category_name(&visit, &category.key)).collect();
        let count = went.rows + went.files;
        Line::new(voice.list(&names)).detail(voice.say1("accounts-deletion-rows", "count", count))
    });
    let lead = match receipt.kind {
        keeper::Kind::Erasure => "accounts-receipt-erasure",
        keeper::Kind::Retention => "accounts-receipt-retention",
    };
    draw(&ReceiptPage {
        page: visit.page(voice.say("accounts-receipt-title")),
        at: moment(&voice, &visit.scope, receipt.at),
        lead: voice.say1(lead, "organisation", visit.site.name(visit.scope.language)),
        went: went.collect(),
        stays: stays_lines(&visit, &receipt.stays),
        number: receipt.id.to_string(),
        ledger: receipt.ledger_hash,
    })
}

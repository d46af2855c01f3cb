//! What everyone can read without signing in: the statement's page, and the files that pages are drawn with.

mod app;
mod evidence;
mod history;
mod well_known;

use askama::Template;
use http::{
    At, Problem,
    axum::{
        http::{HeaderValue, StatusCode, header},
        response::{Html, IntoResponse, Response},
    },
};
use kernel::{
    Slice,
    manifest::{Entry, Method, Route},
};
use organisation::{Desk, Doors, Visit};
use statement::plan::Rights;
use ui::Page;

pub use well_known::SecurityContacts;
use well_known::{CHANGE_PASSWORD, PRIVACY_CONTROL, SECURITY};

/// The statement's page.
pub static STATEMENT: Route = Route {
    method: Method::Get,
    path: "/privacy",
    entry: Entry::Public("the statement is for everyone (GDPR Art. 13)"),
};

/// The statement as plain text.
pub static STATEMENT_TEXT: Route = Route {
    method: Method::Get,
    path: "/privacy/text",
    entry: Entry::Public("the statement is for everyone, also where only text can be read"),
};

/// Every version of the statement.
pub static VERSIONS: Route = Route {
    method: Method::Get,
    path: "/privacy/versions",
    entry: Entry::Public("versions of the statement stay readable for everyone"),
};

/// One version, whole.
pub static VERSION: Route = Route {
    method: Method::Get,
    path: "/privacy/versions/{version}",
    entry: Entry::Public("versions of the statement stay readable for everyone"),
};

/// What is different between two versions.
pub static CHANGES: Route = Route {
    method: Method::Get,
    path: "/privacy/changes",
    entry: Entry::Public("what changes in the statement is for everyone it is about"),
};

/// Styles, fonts, icons and scripts.
pub static ASSET: Route = Route {
    method: Method::Get,
    path: "/assets/{name}",
    entry: Entry::Public("styles and fonts hold nothing about anyone"),
};

/// The manifest.
pub static SLICE: Slice = Slice {
    name: "publication",
    routes: &[
        STATEMENT,
        STATEMENT_TEXT,
        VERSIONS,
        VERSION,
        CHANGES,
        ASSET,
        app::MANIFEST,
        PRIVACY_CONTROL,
        SECURITY,
        CHANGE_PASSWORD,
    ],
    words: kernel::words!("../words"),
    ..Slice::EMPTY
};

/// Binds the routes.
pub fn doors(doors: Doors) -> Doors {
    doors
        .on(&STATEMENT, statement)
        .on(&STATEMENT_TEXT, text)
        .on(&VERSIONS, history::list)
        .on(&VERSION, history::show)
        .on(&CHANGES, history::compare)
        .on_asset(&ASSET, file)
        .on_asset(&app::MANIFEST, app::manifest)
        .on_asset(&PRIVACY_CONTROL, well_known::privacy_control)
        .on_asset(&SECURITY, well_known::security)
        .on_asset(&CHANGE_PASSWORD, well_known::change_password)
}

#[derive(Template)]
#[template(path = "privacy.html")]
struct StatementPage {
    page: Page,
    statement: String,
    /// The public key with which receipts are signed.
    key: String,
    /// Whether people without an account can ask for what the law gives them.
    asks: bool,
}

/// Where they do; the page of another slice.
const ASK: &str = "/ask";

async fn statement(visit: Visit) -> Result<Html<String>, Problem> {
    let page = visit.page(visit.voice().say("publication-title"));
    let statement = evidence::with_evidence(&visit).await?.to_html();
    let key = store::ledger::hex(&visit.site.store.public_key());
    let asks =
        visit.site.has_page(ASK) && visit.site.plan.first::<Rights>().is_some_and(|rights| rights.without_account);
    StatementPage { page, statement, key, asks }.render().map(Html).map_err(Problem::internal)
}

async fn text(visit: Visit) -> Result<Response, Problem> {
    let text = evidence::with_evidence(&visit).await?.to_text();
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"))], text).into_response())
}

async fn file(At(name): At<String>) -> Result<Response, Problem> {
    asset(&name).ok_or(Problem::NotFound)
}

/// A file that pages are drawn with, by the name with its hash; it never changes.
pub fn asset(name: &str) -> Option<Response> {
    let found = ui::assets().iter().find(|asset| asset.path.strip_prefix("/assets/") == Some(name))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(found.content_type)),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
    ];
    Some((StatusCode::OK, headers, found.bytes.clone()).into_response())
}

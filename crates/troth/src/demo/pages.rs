//! The demonstration's own pages: who is who, the mail that went out, the clock, the gallery of components.

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    extract::{Form, Path, Query, Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{Html, IntoResponse, Redirect, Response},
    routing::get,
};
use kernel::{Clock as _, Language, words::Voice};
use organisation::Organisation;
use serde::Deserialize;
use ui::{Page, Theme};

use super::{Acquaintance, Demo, PASSWORD, bar, elsewhere, joining};

/// Whether the request is for the demonstration itself: by its host, or by a path that no organisation has.
pub(super) fn is_own(request: &Request) -> bool {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("");
    let host = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

pub(super) fn router(demo: Arc<Demo>) -> Router {
    Router::new()
        .route("/", get(|| async { Redirect::to("/_demo") }))
        .route("/_demo", get(front))
        .route("/_demo/mail", get(mails))
        .route("/_demo/mail/{id}", get(mail))
        .route("/_demo/clock", get(clock).post(turn))
        .route("/_gallery", get(gallery))
        .route(elsewhere::AUTHORIZE, get(elsewhere::authorize))
        .route(elsewhere::OUT, get(elsewhere::out))
        .route("/assets/{name}", get(asset))
        .fallback(|| async { (StatusCode::NOT_FOUND, Redirect::to("/_demo")) })
        .layer(middleware::from_fn(guard))
        .with_state(demo)
}

/// The same headers as everywhere else, and no form from another site.
async fn guard(request: Request, next: Next) -> Response {
    let own = |value: &HeaderValue| matches!(value.as_bytes(), b"same-origin" | b"none");
    let allowed = request.method().is_safe() || request.headers().get("sec-fetch-site").is_none_or(own);
    if !allowed {
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut response = next.run(request).await;
    http::secure(response.headers_mut());
    response
}

#[derive(Deserialize)]
pub(super) struct Wishes {
    lang: Option<String>,
    theme: Option<String>,
}

impl Wishes {
    pub(super) fn page(&self, demo: &Demo, headers: &axum::http::HeaderMap, key: &str, path: &str) -> Page {
        let asked = self.lang.as_deref().and_then(|tag| tag.parse().ok());
        let accept = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
        let language = asked.or_else(|| Language::from_accept(accept, &Language::ALL)).unwrap_or_default();
        let voice = Voice::new(Arc::clone(&demo.common.words), language);
        let title = voice.say(key);
        let mut page = Page::new(voice, title, "Troth", path);
        page.theme = self.theme.as_deref().and_then(Theme::from_key).unwrap_or_default();
        page.privacy_path = String::new();
        let lang = asked.map(|language: Language| format!("lang={language}"));
        let theme = self.theme.as_ref().map(|_| format!("theme={}", page.theme.key()));
        page.carry = lang.into_iter().chain(theme).collect::<Vec<_>>().join("&");
        page.demo = Some(bar(&page.voice, &demo.clock, demo.port));
        page
    }
}

struct Site {
    key: String,
    name: String,
    /// Where its statement stands, and its door.
    privacy: String,
    sign_in: String,
    about: String,
    people: Vec<Known>,
}

/// Whom one can be.
struct Known {
    person: Acquaintance,
    /// What the role is called.
    role: String,
    /// The code of the second step, and how it is used; empty where there is none.
    code: String,
}

#[derive(Template)]
#[template(path = "demo-front.html")]
struct Front {
    page: Page,
    /// The campus, which is fully alive.
    first: Site,
    others: Vec<Site>,
    password: String,
}

fn site(demo: &Demo, page: &Page, organisation: &Organisation) -> Site {
    let (key, language) = (organisation.key.as_str(), page.voice.language);
    let role = |person: &Acquaintance| {
        let own = organisation.plan.role(&person.role).and_then(|role| role.names.get(language));
        own.unwrap_or(&person.role).to_owned()
    };
    let code = |person: &Acquaintance| {
        let said = || page.voice.say1("demo-code", "code", joining::code(demo.clock.now()));
        person.second_step.then(said).unwrap_or_default()
    };
    let people = demo.people.get(key).into_iter().flatten();
    Site {
        name: organisation.name(language),
        privacy: format!("{}/privacy", organisation.base_url),
        sign_in: format!("{}/sign-in", organisation.base_url),
        about: page.say(&format!("demo-about-{key}")),
        people: people.map(|person| Known { person: person.clone(), role: role(person), code: code(person) }).collect(),
        key: key.to_owned(),
    }
}

async fn front(
    State(demo): State<Arc<Demo>>,
    Query(wishes): Query<Wishes>,
    headers: axum::http::HeaderMap,
) -> Response {
    let page = wishes.page(&demo, &headers, "demo-title", "/_demo");
    let others = demo.organisations.iter().skip(1).map(|running| site(&demo, &page, &running.current.get()));
    let others = others.collect();
    show(&Front { first: site(&demo, &page, &demo.campus()), others, password: PASSWORD.to_owned(), page })
}

struct Letter {
    id: String,
    to: String,
    subject: String,
    at: String,
}

#[derive(Template)]
#[template(path = "demo-mails.html")]
struct Mails {
    page: Page,
    mails: Vec<Letter>,
    /// To whom each text message went, and what it says; the newest first.
    texts: Vec<(String, String)>,
}

async fn mails(
    State(demo): State<Arc<Demo>>,
    Query(wishes): Query<Wishes>,
    headers: axum::http::HeaderMap,
) -> Response {
    let page = wishes.page(&demo, &headers, "demo-mail-title", "/_demo/mail").crumb("/_demo", "Troth");
    let mails = demo.outbox.mails().iter().map(|mail| letter(&page, mail)).collect();
    let texts = demo.texts.messages();
    let texts = texts.iter().map(|text| (text.to().as_str().to_owned(), text.text().to_owned())).collect();
    show(&Mails { page, mails, texts })
}

fn letter(page: &Page, mail: &post::Mail) -> Letter {
    let zone = jiff::tz::TimeZone::get("Europe/Amsterdam").unwrap_or(jiff::tz::TimeZone::UTC);
    Letter {
        id: mail.message_id().split('@').next().unwrap_or_default().trim_start_matches('<').to_owned(),
        to: mail.to().as_str().to_owned(),
        subject: mail.subject().to_owned(),
        at: page.voice.moment(mail.at().to_zoned(zone).datetime()),
    }
}

#[derive(Template)]
#[template(path = "demo-mail.html")]
struct OneMail {
    page: Page,
    letter: Letter,
    text: Vec<Piece>,
}

/// A stretch of a mail's text, or a link in it.
struct Piece {
    text: String,
    link: bool,
}

async fn mail(
    State(demo): State<Arc<Demo>>,
    Path(id): Path<String>,
    Query(wishes): Query<Wishes>,
    headers: axum::http::HeaderMap,
) -> Response {
    let mut page = wishes.page(&demo, &headers, "demo-mail-title", &format!("/_demo/mail/{id}"));
    let title = page.title.clone();
    page = page.crumb("/_demo", "Troth").crumb("/_demo/mail", title);
    let found = demo.outbox.mails().into_iter().find(|mail| letter(&page, mail).id == id);
    let Some(found) = found else { return StatusCode::NOT_FOUND.into_response() };
    let letter = letter(&page, &found);
    page.title.clone_from(&letter.subject);
    let text = found
        .text()
        .split_inclusive(char::is_whitespace)
        .map(|word| Piece { text: word.to_owned(), link: word.starts_with("http://") })
        .collect();
    show(&OneMail { page, letter, text })
}

#[derive(Template)]
#[template(path = "demo-clock.html")]
struct ClockPage {
    page: Page,
    now: String,
    turned: bool,
    /// The address and the moment of each receipt.
    receipts: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct Turned {
    turned: Option<String>,
}

async fn clock(
    State(demo): State<Arc<Demo>>,
    Query(wishes): Query<Wishes>,
    Query(turned): Query<Turned>,
    headers: axum::http::HeaderMap,
) -> Response {
    let page = wishes.page(&demo, &headers, "demo-clock-title", "/_demo/clock").crumb("/_demo", "Troth");
    let now = demo.clock.now().to_zoned(demo.campus().plan.zone().clone());
    let now = page.voice.moment(now.datetime());
    let campus = demo.campus();
    let receipts = demo
        .receipts()
        .await
        .iter()
        .map(|receipt| {
            let at = receipt.at.to_zoned(campus.plan.zone().clone());
            (format!("{}/receipts/{}", campus.base_url, receipt.id), page.voice.moment(at.datetime()))
        })
        .collect();
    show(&ClockPage { page, now, turned: turned.turned.is_some(), receipts })
}

#[derive(Deserialize)]
struct Turn {
    days: u32,
}

async fn turn(State(demo): State<Arc<Demo>>, Query(wishes): Query<Wishes>, Form(turn): Form<Turn>) -> Response {
    match demo.turn(turn.days.min(3660)).await {
        Ok(()) => {
            let lang = wishes.lang.map(|lang| format!("&lang={lang}")).unwrap_or_default();
            Redirect::to(&format!("/_demo/clock?turned=yes{lang}")).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "the demonstration's keeper failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

async fn gallery(
    State(demo): State<Arc<Demo>>,
    Query(wishes): Query<Wishes>,
    headers: axum::http::HeaderMap,
) -> Response {
    let page = wishes.page(&demo, &headers, "demo-gallery-title", "/_gallery");
    Html(ui::gallery(&page)).into_response()
}

async fn asset(Path(name): Path<String>) -> Response {
    publication::asset(&name).unwrap_or_else(|| StatusCode::NOT_FOUND.into_response())
}

pub(super) fn show(page: &impl Template) -> Response {
    match page.render() {
        Ok(text) => Html(text).into_response(),
        Err(error) => {
            tracing::error!(%error, "a page of the demonstration cannot be drawn");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

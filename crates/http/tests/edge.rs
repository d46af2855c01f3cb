//! The edge through its front door: requests in, responses out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Method, Request, Response, StatusCode, header},
};
use kernel::{
    Attempt, Clock, Inventory, Language, Member, OrganisationKey, PersonId, Rng, Scope, Slice, Uuid,
    id::Id,
    manifest::{Action, ActionKind, Entry, Method as Door, Route},
};
use testkit::TurningClock;
use tower::ServiceExt;
use troth_http::{
    self as http, Doors, Edge, EdgeSettings, Form, FromFields, Problem, Scanner, SessionCookie, SignedIn, Site,
    Unarrived, Upload, Verdict, Visit,
};

struct Counting;
impl Rng for Counting {
    fn fill(&self, buffer: &mut [u8]) {
        buffer.fill(7);
    }
}

struct House {
    key: OrganisationKey,
    clock: Arc<dyn Clock>,
    rng: Arc<dyn Rng>,
    token_hash: [u8; 32],
}

const TOKEN: &str = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc";

impl Site for House {
    fn key(&self) -> &OrganisationKey {
        &self.key
    }
    fn languages(&self) -> &[Language] {
        &[Language::Nl, Language::En]
    }
    fn zone(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::UTC
    }
    fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }
    fn rng(&self) -> &Arc<dyn Rng> {
        &self.rng
    }
    fn note_refusal(&self, _: &Scope, _: &Attempt) {}
    async fn find_session(&self, _: &Scope, token_hash: [u8; 32]) -> Result<Option<SignedIn>, Problem> {
        Ok((token_hash == self.token_hash).then(|| SignedIn {
            session: Uuid::nil(),
            member: Member { id: PersonId::from_uuid(Uuid::nil()), roles: [].into() },
            language: Some(Language::En),
            theme: http::Theme::Dark,
            until: kernel::Timestamp::MAX,
            mail_lost: false,
        }))
    }
}

struct Pages;
impl http::Renderer<House> for Pages {
    fn problem(&self, visit: &Visit<House>, problem: &Problem) -> String {
        let kept = match problem {
            Problem::SessionEnded(kept) => kept.fields.to_urlencoded(),
            _ => String::new(),
        };
        format!("{} {} {kept}", visit.scope.language, problem.word())
    }
    fn unknown_host(&self) -> String {
        "no organisation".to_owned()
    }
}

static WRITE: Action = Action {
    name: "note.write",
    container: "organisation",
    kind: ActionKind::Write,
    discloses: &[],
    writes: &[],
    by: &[],
    states: &[],
};
static OPEN: Route = Route { method: Door::Get, path: "/open", entry: Entry::Public("a test") };
static SAVE: Route = Route { method: Door::Post, path: "/open", entry: Entry::Public("a test") };
static NOTES: Route = Route { method: Door::Get, path: "/notes/{id}", entry: Entry::Action(&WRITE) };
static NOTE: Route = Route { method: Door::Post, path: "/notes/{id}", entry: Entry::Action(&WRITE) };
static FILE: Route = Route { method: Door::Post, path: "/file", entry: Entry::Action(&WRITE) };
static MESSAGE: Route = Route { method: Door::Post, path: "/message", entry: Entry::Action(&WRITE) };
static FALLS: Route = Route { method: Door::Get, path: "/falls", entry: Entry::Public("a test") };
static SIGN_IN: Route = Route { method: Door::Post, path: "/sign-in", entry: Entry::Public("a test") };
static TEST: Slice =
    Slice { name: "test", routes: &[OPEN, SAVE, NOTES, NOTE, FILE, MESSAGE, FALLS, SIGN_IN], ..Slice::EMPTY };

struct Line(String);
impl FromFields for Line {
    fn from_fields(fields: &http::Fields, faults: &mut http::Faults) -> Option<Self> {
        Some(Self(fields.line("line", 5, faults)))
    }
}

async fn save(form: Form<Line>) -> String {
    match form.checked {
        Ok(line) => format!("kept {}", line.0),
        Err(faults) => {
            format!("{:?} typed {}", faults.iter().map(|fault| fault.word).collect::<Vec<_>>(), form.typed.get("line"))
        }
    }
}

fn doors() -> Doors<House> {
    Doors::new()
        .on(&OPEN, |visit: Visit<House>| async move { format!("{} {}", visit.scope.language, visit.scope.request) })
        .on(&SAVE, save)
        .on(&NOTES, |http::At(id): http::At<PersonId>| async move { id.to_string() })
        .on(&NOTE, |visit: Visit<House>| async move {
            (SessionCookie::clear(), format!("written {}", visit.member().is_ok()))
        })
        .on_upload(&FILE, 2_000, |upload: Upload| async move {
            let file = upload.file("file").map(|file| format!("{} {}", file.name, file.bytes.len()));
            format!("{} {file:?}", upload.typed.get("about"))
        })
        .on_upload(&MESSAGE, 2_000, |upload: Result<Upload, Unarrived>| async move {
            match upload {
                Ok(upload) => format!("all of {}", upload.typed.get("about")),
                Err(Unarrived::TooLarge { typed, most }) => format!("{} without files over {most}", typed.get("about")),
                Err(Unarrived::Unscanned { typed, word }) => format!("{} without files: {word}", typed.get("about")),
                Err(Unarrived::Unreadable) => "unreadable".to_owned(),
            }
        })
        .on(&SIGN_IN, |visit: Visit<House>| async move {
            (SessionCookie::set(&TOKEN.to_owned().into(), 60), http::see_other(visit.query.get("next")))
        })
        .on(&FALLS, || async {
            if true {
                panic!("planted: maria@example.org");
            }
        })
}

fn inventory() -> Inventory {
    Inventory::new([&EVERYTHING]).unwrap()
}

static EVERYTHING: Slice = Slice {
    name: "everything",
    containers: &[kernel::manifest::Container {
        name: "organisation",
        table: "organisation",
        id: "id",
        parties: &[],
        states: &[],
    }],
    actions: &[Action {
        name: "note.write",
        container: "organisation",
        kind: ActionKind::Write,
        discloses: &[],
        writes: &[],
        by: &[],
        states: &[],
    }],
    routes: TEST.routes,
    ..Slice::EMPTY
};

fn app_with(tls: bool) -> (Router, Arc<TurningClock>) {
    app_of(tls, doors())
}

fn app_of(tls: bool, doors: Doors<House>) -> (Router, Arc<TurningClock>) {
    let clock = Arc::new(TurningClock::at("2026-11-22T10:00:00Z"));
    let house = House {
        key: OrganisationKey::new("campus").unwrap(),
        clock: Arc::<TurningClock>::clone(&clock),
        rng: Arc::new(Counting),
        token_hash: http::cookie::hash(TOKEN),
    };
    let edge = Edge::new(
        [("campus.localhost:8080".to_owned(), Arc::new(house))],
        Arc::new(Pages) as Arc<dyn http::Renderer<House>>,
        EdgeSettings { tls },
    );
    (edge.router(doors.close(&inventory()).ok().unwrap()), clock)
}

fn request(method: Method, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path).header(header::HOST, "campus.localhost:8080")
}

async fn ask(request: Request<Body>) -> (Response<()>, String) {
    answer(app_with(false).0, request).await
}

async fn answer(app: Router, request: Request<Body>) -> (Response<()>, String) {
    let (parts, body) = app.oneshot(request).await.unwrap().into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap();
    (Response::from_parts(parts, ()), String::from_utf8(bytes.to_vec()).unwrap())
}

fn header_of<'a>(response: &'a Response<()>, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

const FORM: &str = "application/x-www-form-urlencoded";

fn post(path: &str, signed_in: bool, body: &str) -> Request<Body> {
    let builder =
        request(Method::POST, path).header("sec-fetch-site", "same-origin").header(header::CONTENT_TYPE, FORM);
    let builder = if signed_in { builder.header(header::COOKIE, format!("__Host-troth={TOKEN}")) } else { builder };
    builder.body(Body::from(body.to_owned())).unwrap()
}

#[tokio::test]
async fn every_answer_bears_the_headers_and_a_public_page_sets_no_cookie() {
    for path in ["/open", "/nowhere", "/notes/not-an-id", "/falls"] {
        let (response, _) = ask(request(Method::GET, path).body(Body::empty()).unwrap()).await;
        let policy = header_of(&response, "content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self'"), "{path}: {policy}");
        assert!(policy.contains("require-trusted-types-for 'script'") && !policy.contains("unsafe"), "{path}");
        assert_eq!(header_of(&response, "x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header_of(&response, "cross-origin-resource-policy"), "same-origin", "{path}");
        assert_eq!(header_of(&response, "set-cookie"), "", "{path}"); // P12
        assert_eq!(header_of(&response, "strict-transport-security"), "", "{path}");
    }
    let (response, _) = answer(app_with(true).0, request(Method::GET, "/open").body(Body::empty()).unwrap()).await;
    assert!(header_of(&response, "strict-transport-security").starts_with("max-age=63072000"));
}

#[tokio::test]
async fn a_host_of_nobody_gets_a_plain_explanation_that_does_not_echo_it() {
    let builder = Request::builder().uri("/open").header(header::HOST, "evil.example");
    let (response, body) = ask(builder.body(Body::empty()).unwrap()).await;
    assert_eq!(response.status(), StatusCode::MISDIRECTED_REQUEST);
    assert_eq!(body, "no organisation");
    let twice = request(Method::GET, "/open").header(header::HOST, "evil.example").body(Body::empty()).unwrap();
    assert_eq!(ask(twice).await.0.status(), StatusCode::MISDIRECTED_REQUEST);
}

#[tokio::test]
async fn the_clock_is_read_once_for_a_request() {
    let (app, clock) = app_with(false);
    answer(app, post("/notes/0", true, "line=a")).await;
    assert_eq!(clock.looks(), 1);
}

#[tokio::test]
async fn the_address_then_the_person_then_the_browser_choose_the_language() {
    let get = |path: &str, cookie: bool| {
        let builder = request(Method::GET, path).header(header::ACCEPT_LANGUAGE, "en;q=0.9, sv");
        let builder = if cookie { builder.header(header::COOKIE, format!("__Host-troth={TOKEN}")) } else { builder };
        builder.body(Body::empty()).unwrap()
    };
    assert!(ask(get("/open", false)).await.1.starts_with("en "));
    assert!(ask(get("/open?lang=nl", false)).await.1.starts_with("nl "));
    assert!(ask(get("/open?lang=sv", false)).await.1.starts_with("en "), "Swedish is not offered here");
    assert!(ask(get("/open", true)).await.1.starts_with("en "));
    assert!(ask(request(Method::GET, "/open").body(Body::empty()).unwrap()).await.1.starts_with("nl "));
}

#[tokio::test]
async fn a_stranger_is_sent_to_sign_in_and_back() {
    let (response, _) = ask(request(Method::GET, "/notes/1?page=2").body(Body::empty()).unwrap()).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    assert_eq!(header_of(&response, "location"), "/sign-in?next=/notes/1%3Fpage%3D2");
}

#[tokio::test]
async fn what_was_typed_survives_a_session_that_ended_but_a_password_does_not() {
    let body = "line=Dear+Maria%2C&password=secret&new-password=secret";
    let (response, page) = ask(post("/notes/1", false, body)).await;
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    assert!(page.contains("problem-session-ended line=Dear%20Maria%2C"), "{page}");
    assert!(!page.contains("secret"), "{page}");
}

#[tokio::test]
async fn a_form_from_another_site_writes_nothing() {
    let other = request(Method::POST, "/open")
        .header("sec-fetch-site", "cross-site")
        .header(header::CONTENT_TYPE, FORM)
        .body(Body::from("line=a"))
        .unwrap();
    let (response, page) = ask(other).await;
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    assert!(page.contains("problem-other-site"));
}

#[tokio::test]
async fn a_form_tells_every_fault_and_keeps_what_was_typed() {
    assert_eq!(ask(post("/open", false, "line=++a++b+")).await.1, "kept a b");
    let (_, page) = ask(post("/open", false, "line=far+too+long")).await;
    assert_eq!(page, "[\"form-too-long\"] typed far too long");
    assert_eq!(ask(post("/open", false, "")).await.1, "[\"form-missing\"] typed ");
}

#[tokio::test]
async fn signed_in_pages_are_kept_by_no_cache_and_the_cookie_is_host_bound() {
    let (response, body) = ask(post("/notes/1", true, "")).await;
    assert_eq!(body, "written true");
    assert_eq!(header_of(&response, "cache-control"), "no-store");
    let cookie = header_of(&response, "set-cookie");
    assert_eq!(cookie, "__Host-troth=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax");
    assert_eq!(header_of(&response, "clear-site-data"), "\"cache\"", "what could not be sent yet stays, sealed");
    let (response, _) = ask(post("/sign-in?next=/open", false, "")).await;
    assert_eq!(header_of(&response, "clear-site-data"), "", "signing in takes nothing away");
}

// SH10
#[tokio::test]
async fn a_browser_that_refuses_the_cookie_gets_an_explanation_and_no_loop() {
    for (next, marked) in
        [("/notes/1", "/notes/1?cookie=given"), ("/notes/1?page=2%23x", "/notes/1?page=2&cookie=given#x")]
    {
        let (response, _) = ask(post(&format!("/sign-in?next={}", next.replace('?', "%3F")), false, "")).await;
        let on = header_of(&response, "location").to_owned();
        assert_eq!(on, marked);
        let on = on.split('#').next().unwrap();
        let (response, page) = ask(request(Method::GET, on).body(Body::empty()).unwrap()).await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN);
        assert!(page.contains("problem-cookie-refused"), "{page}");
        let kept = request(Method::GET, on).header(header::COOKIE, format!("__Host-troth={TOKEN}"));
        let (response, _) = ask(kept.body(Body::empty()).unwrap()).await;
        assert_eq!(header_of(&response, "location"), next.split("%23").next().unwrap());
    }
    // Without the mark, a stranger is asked to sign in as ever; and the mark alone gives nobody anything.
    let (response, _) = ask(request(Method::GET, "/notes/1").body(Body::empty()).unwrap()).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn too_much_is_refused_with_a_page() {
    let (response, page) = ask(post("/open", false, &format!("line={}", "a".repeat(600 * 1024)))).await;
    assert_eq!(response.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.contains("problem-too-large"));
}

fn parts(size: usize) -> String {
    format!(
        "--b\r\nContent-Disposition: form-data; name=\"about\"\r\n\r\nplans\r\n\
         --b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\x\\plan.txt\"\r\n\
         Content-Type: text/plain\r\n\r\n{}\r\n--b--\r\n",
        "a".repeat(size)
    )
}

fn multipart(size: usize, signed_in: bool) -> Request<Body> {
    let body = parts(size);
    let builder = request(Method::POST, "/file")
        .header("origin", "http://campus.localhost:8080")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b");
    let builder = if signed_in { builder.header(header::COOKIE, format!("__Host-troth={TOKEN}")) } else { builder };
    builder.body(Body::from(body)).unwrap()
}

#[tokio::test]
async fn a_file_arrives_with_its_fields_and_within_its_limit() {
    assert_eq!(ask(multipart(100, true)).await.1, "plans Some(\"plan.txt 100\")");
    assert_eq!(ask(multipart(3_000, true)).await.0.status(), StatusCode::PAYLOAD_TOO_LARGE);
    let (_, page) = ask(multipart(100, false)).await;
    assert!(page.contains("problem-session-ended about=plans"), "{page}");
}

#[tokio::test]
async fn what_was_typed_before_files_that_are_too_large_is_given_to_the_handler() {
    let message = |size| {
        let mut request = multipart(size, true);
        *request.uri_mut() = "/message".parse().unwrap();
        request
    };
    assert_eq!(ask(message(100)).await.1, "all of plans");
    assert_eq!(ask(message(300_000)).await.1, "plans without files over 2000");
    let (_, page) = ask(multipart(3_000, false)).await;
    assert!(page.contains("problem-session-ended about=plans"), "{page}");
}

/// A form with one file, as somebody with a session sends it.
fn sends(path: &str, content: &str) -> Request<Body> {
    let body = format!(
        "--b\r\nContent-Disposition: form-data; name=\"about\"\r\n\r\nplans\r\n--b\r\nContent-Disposition: form-data; \
         name=\"file\"; filename=\"plan.txt\"\r\n\r\n{content}\r\n--b--\r\n"
    );
    request(Method::POST, path)
        .header("origin", "http://campus.localhost:8080")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
        .header(header::COOKIE, format!("__Host-troth={TOKEN}"))
        .body(Body::from(body))
        .unwrap()
}

const TEST_FILE: [&str; 2] = [r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"];

// ASVS 5.4.3
#[tokio::test]
async fn every_file_is_scanned_before_a_handler_has_it_and_none_is_taken_that_is_harmful_or_unseen() {
    let clamd = testkit::Clamd::start().await.unwrap();
    let scanner: Scanner = clamd.address().to_string().parse().unwrap();
    let harmful = TEST_FILE.concat();
    let app = |scanner: &Scanner| app_of(false, doors().share(scanner.clone())).0;
    assert_eq!(answer(app(&scanner), sends("/file", "a plan")).await.1, "plans Some(\"plan.txt 6\")");
    let (head, page) = answer(app(&scanner), sends("/file", &harmful)).await;
    assert_eq!((head.status(), page.as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "en problem-file-refused "));
    let told = answer(app(&scanner), sends("/message", &harmful)).await.1;
    assert_eq!(told, "plans without files: form-file-harmful");
    assert_eq!(clamd.looked(), ["a plan".as_bytes(), harmful.as_bytes(), harmful.as_bytes()]);
    // Whoever has no session is given back the text; the file is looked at by nobody.
    let mut stranger = sends("/file", &harmful);
    stranger.headers_mut().remove(header::COOKIE);
    assert!(answer(app(&scanner), stranger).await.1.contains("problem-session-ended about=plans"));
    assert_eq!(clamd.looked().len(), 3);
    drop(clamd);
    tokio::task::yield_now().await;
    for away in [scanner, "/nonexistent/clamd.ctl".parse().unwrap()] {
        let told = answer(app(&away), sends("/message", "a plan")).await.1;
        assert_eq!(told, "plans without files: form-file-unseen");
    }
}

#[tokio::test]
async fn a_large_file_reaches_the_scanner_whole_and_an_answer_without_a_verdict_is_none() {
    let clamd = testkit::Clamd::start().await.unwrap();
    let scanner: Scanner = clamd.address().to_string().parse().unwrap();
    let large: Vec<u8> = (0..300_001_u32).map(|n| n.to_le_bytes()[0]).collect();
    assert_eq!(scanner.look(&large).await.unwrap(), Verdict::Clean);
    assert_eq!(scanner.look(b"").await.unwrap(), Verdict::Clean);
    assert_eq!(scanner.look_at_test_file().await.unwrap(), Verdict::Harmful);
    assert!(clamd.looked()[0] == large, "nothing of it is lost between the pieces");
    let mute = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let scanner: Scanner = mute.local_addr().unwrap().to_string().parse().unwrap();
    let says = async {
        for said in ["INSTREAM size limit exceeded. ERROR\0", "stream: O", ""] {
            let (mut stream, _) = mute.accept().await.unwrap();
            let mut whole = [0; 10 + 4 + 6 + 4];
            tokio::io::AsyncReadExt::read_exact(&mut stream, &mut whole).await.unwrap();
            tokio::io::AsyncWriteExt::write_all(&mut stream, said.as_bytes()).await.unwrap();
        }
    };
    let asks = async {
        for _ in 0..3 {
            assert!(scanner.look(b"a plan").await.is_err(), "not taken for clean");
        }
    };
    tokio::join!(says, asks);
}

#[test]
fn content_goes_to_no_other_machine_to_be_scanned() {
    for here in ["/run/clamav/clamd.ctl", "127.0.0.1:3310", "[::1]:3310"] {
        assert_eq!(here.parse::<Scanner>().unwrap().to_string(), here);
    }
    for elsewhere in ["10.0.0.3:3310", "scanner.example.org:3310", "0.0.0.0:3310", "clamd.ctl", "localhost:3310", ""] {
        assert!(elsewhere.parse::<Scanner>().is_err(), "{elsewhere}");
    }
}

#[tokio::test]
async fn a_browser_that_sends_far_too_much_reads_the_page_and_no_broken_connection() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(http::serve(listener, app_with(false).0, http::ServeLimits::default(), async {
        std::future::pending::<()>().await;
    }));
    // Far more than the buffers between the two can hold, and read only when all of it is sent, as browsers do.
    let body = parts(24 * 1024 * 1024);
    let head = format!(
        "POST /message HTTP/1.1\r\nHost: campus.localhost:8080\r\nOrigin: http://campus.localhost:8080\r\n\
         Cookie: __Host-troth={TOKEN}\r\nContent-Type: multipart/form-data; boundary=b\r\n\
         Content-Length: {}\r\n\r\n",
        body.len()
    );
    let mut browser = tokio::net::TcpStream::connect(address).await.unwrap();
    browser.write_all(head.as_bytes()).await.unwrap();
    browser.write_all(body.as_bytes()).await.expect("the server takes in all of it");
    // The connection can be used again: the next request is answered on it, and then it ends.
    let next = b"GET /open HTTP/1.1\r\nHost: campus.localhost:8080\r\nConnection: close\r\n\r\n";
    browser.write_all(next).await.expect("the connection stays");
    let mut told = String::new();
    let patience = std::time::Duration::from_secs(20);
    tokio::time::timeout(patience, browser.read_to_string(&mut told)).await.expect("it answers").unwrap();
    assert!(told.contains("plans without files over 2000"), "{told}");
    assert_eq!(told.matches("HTTP/1.1 200 OK").count(), 2, "{told}");
    server.abort();
}

#[tokio::test]
async fn a_fault_of_ours_tells_nothing_of_itself() {
    let (response, page) = ask(request(Method::GET, "/falls").body(Body::empty()).unwrap()).await;
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert!(page.contains("problem-internal") && !page.contains("maria"), "{page}");
}

#[tokio::test]
async fn what_is_not_there_and_what_is_misused_get_pages() {
    let (response, page) = ask(request(Method::GET, "/nowhere").body(Body::empty()).unwrap()).await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    assert!(page.contains("problem-not-found"));
    let (response, page) = ask(post("/falls", false, "")).await;
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert!(page.contains("problem-wrong-method"));
    let signed_in = request(Method::GET, "/notes/no-id").header(header::COOKIE, format!("__Host-troth={TOKEN}"));
    assert_eq!(ask(signed_in.body(Body::empty()).unwrap()).await.0.status(), StatusCode::NOT_FOUND);
}

// I4
#[test]
fn a_door_without_declaration_and_a_declaration_without_door_stop_the_start() {
    static STRAY: Route = Route { method: Door::Get, path: "/stray", entry: Entry::Public("a test") };
    let faults = doors().on(&STRAY, || async {}).on(&OPEN, || async {}).close(&inventory()).err().unwrap();
    let told: Vec<_> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["Get /open is bound twice", "Get /stray is bound, but no manifest declares it"]);
    let missing = Doors::<House>::new().on(&OPEN, || async {}).close(&inventory()).err().unwrap();
    assert_eq!(missing.len(), 7);
}

#[tokio::test]
async fn pages_are_compressed_where_the_browser_can() {
    let long = request(Method::GET, "/open?x=1").header(header::ACCEPT_ENCODING, "br").body(Body::empty()).unwrap();
    let response = app_with(false).0.oneshot(long).await.unwrap();
    assert_eq!(response.headers()[header::CONTENT_ENCODING], "br");
}

#[tokio::test]
async fn redirects_stay_on_the_site() {
    for path in ["https://evil.example", "//evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x=y"] {
        assert_eq!(http::see_other(path).headers()[header::LOCATION], "/", "{path:?}");
    }
    assert_eq!(http::see_other("/notes/1?page=2").headers()[header::LOCATION], "/notes/1?page=2");
}

#[tokio::test]
async fn a_client_that_never_ends_its_headers_is_let_go_and_a_stop_is_orderly() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let limits = http::ServeLimits { header_time: std::time::Duration::from_millis(150), ..Default::default() };
    let server = tokio::spawn(http::serve(listener, app_with(false).0, limits, async {
        drop(stopped.await);
    }));
    let mut slow = tokio::net::TcpStream::connect(address).await.unwrap();
    slow.write_all(b"GET /open HTTP/1.1\r\nHost: campus.loc").await.unwrap();
    let mut rest = Vec::new();
    let patience = std::time::Duration::from_secs(5);
    tokio::time::timeout(patience, slow.read_to_end(&mut rest)).await.expect("the server closes").unwrap();

    // Whoever has asked once may rest for longer than that, and ask again.
    let mut resting = tokio::net::TcpStream::connect(address).await.unwrap();
    for _ in 0..2 {
        resting.write_all(b"GET /open HTTP/1.1\r\nHost: campus.localhost:8080\r\n\r\n").await.unwrap();
        let mut told = [0; 15];
        resting.read_exact(&mut told).await.unwrap();
        assert_eq!(&told, b"HTTP/1.1 200 OK");
        let mut rest = [0; 8192];
        assert!(resting.read(&mut rest).await.unwrap() > 0);
        tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    }
    drop(resting);

    let mut quick = tokio::net::TcpStream::connect(address).await.unwrap();
    let asked = b"GET /open HTTP/1.1\r\nHost: campus.localhost:8080\r\nConnection: close\r\n\r\n";
    quick.write_all(asked).await.unwrap();
    let mut told = String::new();
    quick.read_to_string(&mut told).await.unwrap();
    assert!(told.starts_with("HTTP/1.1 200 OK"), "{told}");
    stop.send(()).unwrap();
    tokio::time::timeout(patience, server).await.expect("it stops").unwrap().unwrap();
}

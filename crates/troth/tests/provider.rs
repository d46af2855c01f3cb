//! Signing in with a provider as the program does it: by TLS to a server of its own, and only where statement and
//! configuration go together (CE19).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

use std::{fs, path::Path, process::Command, sync::Arc};

use accounts::Hasher;
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use http::{Edge, EdgeSettings, ServeLimits, Wire};
use kernel::{SecretString, Timestamp};
use post::Outbox;
use testkit::{
    Authority, Provider, TurningClock,
    provider::{CLIENT, SECRET},
};
use tls::{Certificates, Files, server_config, take_up};
use tower::ServiceExt as _;
use troth::{
    assemble::{self, Services},
    config::Config,
    installation::Common,
    problems::Problems,
    provider,
    system::SystemRng,
};

const LECTURES: &str = include_str!("../../../statements/lectures.kdl");

/// A provider that speaks TLS on this machine; its address is known before it is made.
async fn speaking_tls(authority: &Authority, folder: &Path, clock: &Arc<TurningClock>) -> Arc<Provider> {
    let [from, until] = ["2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z"].map(|at| at.parse::<Timestamp>().unwrap());
    let (chain, key) = authority.certificate(&["localhost"], from, until).unwrap();
    let files = Files { chain: folder.join("chain"), key: folder.join("key") };
    fs::write(&files.chain, chain).unwrap();
    fs::write(&files.key, key).unwrap();
    let certificates = Arc::new(Certificates::default());
    take_up(&certificates, &[files], &["localhost".to_owned()]).unwrap();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let issuer = format!("https://localhost:{}", listener.local_addr().unwrap().port());
    let provider = Arc::new(Provider::new(&issuer, Arc::clone(clock) as _).unwrap());
    let router = Router::new().fallback(answer).with_state((issuer, Arc::clone(&provider)));
    let wire = Wire::from(listener).with_tls(server_config(certificates).unwrap());
    tokio::spawn(http::serve(wire, router, ServeLimits::default(), std::future::pending()));
    provider
}

async fn answer(State((issuer, provider)): State<(String, Arc<Provider>)>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let form = String::from_utf8(to_bytes(body, 65_536).await.unwrap().to_vec()).unwrap();
    let own = parts.headers.get(header::AUTHORIZATION).map(|own| own.to_str().unwrap());
    let form = (parts.method == "POST").then_some(form.as_str());
    match provider.answer(&format!("{issuer}{}", parts.uri), form, own) {
        Some((status, body)) => (StatusCode::from_u16(status).unwrap(), body).into_response(),
        None => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// The doors of a university whose configuration names this provider, with these roots.
struct University {
    router: Router,
    _folder: tempfile::TempDir,
}

impl University {
    fn new(issuer: &str, roots: &str, clock: &Arc<TurningClock>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name);
        fs::create_dir(place("lectures")).unwrap();
        fs::write(place("lectures").join("statement.kdl"), LECTURES).unwrap();
        fs::write(place("roots"), roots).unwrap();
        fs::write(place("secret"), SECRET).unwrap();
        let text = format!(
            "organisation \"lectures\" host=\"lectures.localhost\" statement=\"statement.kdl\"\n\
             provider \"lectures\" issuer=\"{issuer}\" client=\"{CLIENT}\" secret-file=\"{}\" roots=\"{}\" \
             recipient=\"campus-sign-in\"\n",
            place("secret").display(),
            place("roots").display(),
        );
        let config = Config::parse(folder.path(), &text).unwrap();
        let common = Common::new(Arc::clone(clock) as _, Arc::new(SystemRng)).unwrap();
        let entry = &config.organisations[0];
        let site = common.open(folder.path(), entry, "http://lectures.localhost".to_owned()).unwrap();
        provider::fit(entry, &site.plan).unwrap();
        let services = Services {
            hasher: Hasher::for_made_up_people(SecretString::from("a pepper for tests")),
            carrier: Arc::new(Outbox::new()),
            sender: "no-reply@lectures.example".parse().unwrap(),
            texting: None,
            providers: provider::providers(&config).unwrap(),
        };
        let doors = assemble::doors(&services, &common.inventory).unwrap_or_else(|faults| panic!("{faults:?}"));
        let problems = Arc::new(Problems::new(Arc::clone(&common.words)));
        let edge = Edge::new([("lectures.localhost".to_owned(), site)], problems, EdgeSettings { tls: false });
        Self { router: edge.router(doors), _folder: folder }
    }

    async fn ask(&self, method: &str, path: &str, cookie: &str) -> (StatusCode, HeaderMap, String) {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "lectures.localhost")
            .header(header::COOKIE, cookie)
            .header(header::ACCEPT_LANGUAGE, "en")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = self.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let (parts, body) = answer.into_parts();
        let body = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
        (parts.status, parts.headers, body)
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &header::HeaderName) -> &'a str {
    headers.get(name).map_or("", |value| value.to_str().unwrap())
}

// CE19
#[tokio::test(flavor = "multi_thread")]
async fn a_provider_is_asked_by_tls_and_only_when_its_certificate_is_believed() {
    let (folder, clock) = (tempfile::tempdir().unwrap(), Arc::new(TurningClock::at("2026-11-22T10:00:00Z")));
    let (authority, other) = (Authority::new().unwrap(), Authority::new().unwrap());
    let provider = speaking_tls(&authority, folder.path(), &clock).await;
    let university = University::new(provider.issuer(), authority.root(), &clock);
    let (status, headers, body) = university.ask("POST", "/sign-in/provider", "").await;
    assert_eq!(status, StatusCode::OK, "{body}");
    let way = text(&headers, &header::REFRESH).trim_start_matches("0; url=");
    assert!(body.contains("rel=\"noreferrer\""), "the link says that it leads elsewhere");
    let cookie = text(&headers, &header::SET_COOKIE);
    for part in ["__Host-troth-provider=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=3600"] {
        assert!(cookie.contains(part), "{part}: {cookie}");
    }
    let back = provider.sign_in(way, "subject-1").unwrap();
    let back = back.strip_prefix("http://lectures.localhost").unwrap();
    // Code, keys and token were fetched and held to be right: somebody came, whom nobody here knows.
    let (status, headers, body) = university.ask("GET", back, cookie.split(';').next().unwrap()).await;
    assert_eq!(status, StatusCode::FORBIDDEN, "{body}");
    assert!(body.contains("We do not know this account yet"), "{body}");
    assert!(text(&headers, &header::SET_COOKIE).starts_with("__Host-troth-provider=; Path=/; Max-Age=0"));

    let mistrusting = University::new(provider.issuer(), other.root(), &clock);
    let (status, headers, body) = mistrusting.ask("POST", "/sign-in/provider", "").await;
    assert_eq!((status, text(&headers, &header::SET_COOKIE)), (StatusCode::SERVICE_UNAVAILABLE, ""), "{body}");
}

// CE19
#[test]
fn the_server_does_not_start_when_only_one_of_statement_and_configuration_names_a_provider() {
    let started = |statement: &str, line: &str| {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("campus")).unwrap();
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../statements").join(statement);
        fs::copy(file, folder.path().join("campus").join("statement.kdl")).unwrap();
        let text = format!(
            "listen \"127.0.0.1:0\"\nproxy \"127.0.0.1\"\nmail server=\"smtp://127.0.0.1:9\" from=\"a@b.example\"\n\
             organisation \"campus\" host=\"campus.example\" statement=\"statement.kdl\"\n{line}\n"
        );
        fs::write(folder.path().join("troth.kdl"), text).unwrap();
        fs::create_dir(folder.path().join("keys")).unwrap();
        let ended = Command::new(env!("CARGO_BIN_EXE_troth")).arg("serve").arg("--data").arg(folder.path()).output();
        String::from_utf8(ended.unwrap().stderr).unwrap()
    };
    let line = |recipient: &str| {
        format!("provider \"campus\" issuer=\"https://a.example\" client=\"c\" secret=\"s\" recipient=\"{recipient}\"")
    };
    for (statement, line, wanted) in [
        ("lectures.kdl", String::new(), "names no provider: add the line provider"),
        ("campus.kdl", line("campus-sign-in"), "add the word to the clause"),
        ("lectures.kdl", line("nobody"), "no recipient \"nobody\""),
    ] {
        let told = started(statement, &line);
        assert!(told.contains(wanted), "{statement}, {line}: {told}");
    }
}

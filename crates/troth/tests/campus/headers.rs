//! What every answer of every route bears, for whoever asks (S9, SH3, SH10, TF19).

use kernel::{Archetype, Uuid, manifest::Method};

use crate::world::{Answer, Browser, Campus, PASSWORD};

const PAGE: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
    connect-src 'self'; manifest-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
const FILE: &str = "default-src 'none'; sandbox";

/// The headers that must be there, to the letter.
const ALWAYS: &[(&str, &str)] = &[
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
];

/// Holds an answer to all of it; how many links lead elsewhere.
fn hold(answer: &Answer, what: &str) -> usize {
    let header = |name: &str| answer.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("");
    for (name, value) in ALWAYS {
        assert_eq!(header(name), *value, "{what}: {name}");
    }
    let policy = header("content-security-policy");
    assert!(policy == PAGE || policy == FILE, "{what}: {policy}");
    for feature in ["camera=()", "microphone=()", "geolocation=()", "browsing-topics=()"] {
        assert!(header("permissions-policy").contains(feature), "{what}: {feature}");
    }
    assert!(!answer.headers.contains_key("access-control-allow-origin"), "{what}");
    if header("content-type").starts_with("text/html") { links(&answer.text(), what) } else { 0 }
}

/// Nothing is loaded from elsewhere; what leads elsewhere says so, to eyes and ears, and nothing of where one comes from
/// (CE23). How many links do.
fn links(page: &str, what: &str) -> usize {
    let mut away = 0;
    let parts: Vec<_> = page.split('<').skip(1).collect();
    for (n, part) in parts.iter().enumerate() {
        let tag = part.split('>').next().unwrap_or_default();
        let leads_away = ["http://", "https://", "//"].iter().any(|start| {
            ["href", "src", "action", "formaction", "poster", "data"]
                .iter()
                .any(|name| tag.contains(&format!("{name}=\"{start}")))
        });
        if leads_away {
            assert!(tag.starts_with("a ") && tag.contains("rel=\"noreferrer\""), "{what}: <{tag}>");
            let marks: Vec<_> = parts[n + 1..].iter().take_while(|part| !part.starts_with("/a>")).collect();
            assert!(marks.iter().any(|part| part.contains("#external-link")), "{what}: no sign in <{tag}>");
            assert!(marks.iter().any(|part| part.contains("another site")), "{what}: no words in <{tag}>");
            away += 1;
        }
    }
    away
}

// S9, SH3, SH10, TF19
#[tokio::test(flavor = "multi_thread")]
async fn every_answer_of_every_route_bears_the_headers_and_loads_nothing_from_elsewhere() {
    let campus = Campus::new().await;
    let mut browsers = vec![Browser::default()];
    for (name, archetype) in [
        ("Mia Manager", Archetype::Manager),
        ("Hanna Coach", Archetype::Coach),
        ("Maria", Archetype::Participant),
        ("Ine Officer", Archetype::Officer),
    ] {
        campus.resident(&campus.site, name, archetype).await;
        browsers.push(campus.sign_in(&campus.site, name).await);
    }
    let asset =
        ui::assets().iter().find(|asset| asset.path.ends_with(".css")).unwrap().path.trim_start_matches("/assets/");
    let (mut tried, mut away) = (0, 0);
    for browser in &browsers {
        for route in campus.common.inventory.routes() {
            let path = route.path.replace("{name}", asset);
            let path: String = path
                .split('/')
                .map(|part| if part.starts_with('{') { Uuid::nil().to_string() } else { part.to_owned() })
                .collect::<Vec<_>>()
                .join("/");
            let mut browser = browser.clone();
            let answer = match route.method {
                Method::Get => campus.get(&mut browser, &path).await,
                Method::Post if path == "/sign-out" => continue,
                Method::Post => campus.post(&mut browser, &path, &[("password", PASSWORD)]).await,
            };
            away += hold(&answer, &format!("{:?} {path}", route.method));
            tried += 1;
        }
        for path in ["/nowhere", "/.well-known/nowhere"] {
            hold(&campus.get(&mut browser.clone(), path).await, path);
        }
    }
    assert!(tried > 300, "{tried}");
    assert!(away > 0, "somebody is led to the authority");
}

// P12: what `Sec-GPC` asks for holds for everybody.
#[tokio::test(flavor = "multi_thread")]
async fn programs_find_that_nothing_is_sold_and_where_a_password_is_changed() {
    let campus = Campus::new().await;
    let mut nobody = Browser::default();
    let told = campus.page(&mut nobody, "/.well-known/gpc.json").await;
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["gpc"], true);
    assert!(told["lastUpdate"].as_str().unwrap().parse::<jiff::civil::Date>().is_ok());
    let way = campus.get(&mut nobody, "/.well-known/change-password").await;
    assert_eq!((way.status.as_u16(), way.location().as_str()), (303, "/profile/password"));
    assert!(nobody.cookie.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_finds_the_name_and_pictures_to_put_the_site_among_its_own_programs() {
    let campus = Campus::new().await;
    let mut nobody = Browser::default();
    let told = campus.page(&mut nobody, "/manifest.webmanifest").await;
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!((told["display"].as_str(), told["start_url"].as_str()), (Some("standalone"), Some("/")));
    assert_eq!(told["name"], campus.site.name(kernel::Language::En));
    let icons = told["icons"].as_array().unwrap();
    assert_eq!(icons.len(), 3);
    for icon in icons {
        let answer = campus.get(&mut nobody, icon["src"].as_str().unwrap()).await;
        assert_eq!(answer.status.as_u16(), 200, "{icon}");
        assert_eq!(answer.headers["content-type"], icon["type"].as_str().unwrap());
    }
    assert!(nobody.cookie.is_none());
}

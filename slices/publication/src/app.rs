//! What a phone needs to put the organisation's site among its own programs (Web Application Manifest, W3C).
//!
//! There is no service worker: what it keeps of pages would stay on the device in clear.

use http::{
    Problem,
    axum::{
        http::{HeaderValue, header},
        response::{IntoResponse as _, Response},
    },
};
use kernel::manifest::{Entry, Method, Route};
use organisation::Visit;
use serde_json::json;

/// The manifest of the site as a program.
pub(crate) static MANIFEST: Route = Route {
    method: Method::Get,
    path: "/manifest.webmanifest",
    entry: Entry::Public("the organisation's name and mark are for everyone"),
};

/// The paper of the light theme, which a phone shows until the page is there.
const PAPER: &str = "#fbfaf7";

/// `GET /manifest.webmanifest`
pub(super) async fn manifest(visit: Visit) -> Result<Response, Problem> {
    let name = visit.site.name(visit.scope.language);
    let icon = |name: &str, sizes: &str, kind: &str, purpose: &str| json!({ "src": ui::asset_path(name), "sizes": sizes, "type": kind, "purpose": purpose });
    let manifest = json!({
        "id": "/",
        "name": name,
        "short_name": name,
        "lang": visit.scope.language.tag(),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            icon("mark.svg", "any", "image/svg+xml", "any"),
            icon("icon-192.png", "192x192", "image/png", "any maskable"),
            icon("icon-512.png", "512x512", "image/png", "any maskable"),
        ],
    });
    let kind = HeaderValue::from_static("application/manifest+json");
    Ok(([(header::CONTENT_TYPE, kind)], manifest.to_string()).into_response())
}

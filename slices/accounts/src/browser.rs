//! What a browser calls itself, roughly: enough to know one's own devices again, too little to tell people apart.

use http::axum::http::{HeaderMap, header};

/// Browsers, each with what betrays it. Those that pass for others stand before them.
const BROWSERS: [(&str, &str); 7] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
/// Systems, likewise.
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// Browser and system of a request, such as `Firefox, Android`; empty when neither is known. Nothing else of what the
/// browser says is kept: no version, no model.
pub fn named(headers: &HeaderMap) -> String {
    let said = headers.get(header::USER_AGENT).and_then(|said| said.to_str().ok()).unwrap_or_default();
    let found =
        [&BROWSERS, &SYSTEMS].map(|known| known.iter().find(|(sign, _)| said.contains(sign)).map(|(_, name)| *name));
    found.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

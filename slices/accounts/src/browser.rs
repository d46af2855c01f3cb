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
pub(crate) fn named(headers: &HeaderMap) -> String {
    let said = headers.get(header::USER_AGENT).and_then(|said| said.to_str().ok()).unwrap_or_default();
    let found =
        [&BROWSERS, &SYSTEMS].map(|known| known.iter().find(|(sign, _)| said.contains(sign)).map(|(_, name)| *name));
    found.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use http::axum::http::HeaderValue;

    use super::*;

    #[test]
    fn browser_and_system_are_known_and_nothing_finer() {
        let of =
            |said: &'static str| named(&[(header::USER_AGENT, HeaderValue::from_static(said))].into_iter().collect());
        let windows =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0";
        assert_eq!(of(windows), "Chrome, Windows");
        assert_eq!(of("Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 Safari/537.36 Edg/142.0"), "Edge, Windows");
        assert_eq!(of("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"), "Firefox, Linux");
        assert_eq!(
            of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Safari/604.1"),
            "Safari, iPhone"
        );
        assert_eq!(
            of("Mozilla/5.0 (Linux; Android 14; SM-S911B) SamsungBrowser/28.0 Chrome/130.0"),
            "Samsung Internet, Android"
        );
        assert_eq!(of("curl/8.5"), "");
        assert_eq!(named(&HeaderMap::new()), "");
    }
}

//! What a browser calls itself.

use http::axum::http::{HeaderMap, HeaderValue, header};
use troth_accounts::browser::named;

#[test]
fn browser_and_system_are_known_and_nothing_finer() {
    let of = |said: &'static str| named(&[(header::USER_AGENT, HeaderValue::from_static(said))].into_iter().collect());
    let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0";
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

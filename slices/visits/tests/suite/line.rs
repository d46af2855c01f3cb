//! What is kept of a request, and how it is read again.

use http::{Answered, axum::http::Method};
use kernel::Timestamp;
use organisation::Seen;
use troth_visits::line::{Line, Stated, from_bytes, to_bytes};

/// A request of this browser.
fn seen(browser: &str) -> Seen {
    let answered = Answered {
        at: Timestamp::UNIX_EPOCH,
        address: None,
        host: "site.example".to_owned(),
        browser: browser.to_owned(),
        method: Method::GET,
        route: "/privacy",
        status: 200,
        took: 0,
        bytes: 0,
        is_private: false,
    };
    Seen { answered, visit: 1 }
}

// CE13
#[test]
fn a_browser_is_known_with_its_version_and_nothing_finer() {
    let browser = |said: &str| Line::of(seen(said), Stated { host: false, browser: true }).browser.unwrap();
    assert_eq!(browser("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"), "Firefox 145");
    assert_eq!(browser("Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 Safari/537.36 Edg/142.1"), "Edge 142");
    assert_eq!(browser("Mozilla/5.0 (iPhone; CPU OS 18_5) Version/18.5 Safari/604.1"), "Safari 18");
    assert_eq!(browser("curl/8.5"), "curl 8");
    assert_eq!(browser("a canary Xyzzy"), "");
}

// SH7
#[test]
fn host_and_browser_are_kept_where_the_statement_speaks_of_them_alone() {
    let line = |host, browser| Line::of(seen("curl/8.5"), Stated { host, browser });
    let kept = |line: &Line| String::from_utf8(to_bytes(std::slice::from_ref(line)).unwrap()).unwrap();
    assert!(kept(&line(true, false)).contains("site.example") && kept(&line(false, true)).contains("curl 8"));
    let neither = kept(&line(false, false));
    assert!(!neither.contains("site.example") && !neither.contains("curl"), "{neither}");
}

#[test]
fn what_is_no_line_does_not_hurt_the_others() {
    let line = r#"{"at":"2026-11-22T09:00:00Z","visit":7,"method":"GET","page":"/privacy","status":200,"took":3,"bytes":9,"is_private":false,"address":null}"#;
    let bytes = format!("{line}\ntorn{{\n{line}\n{}", &line[..40]);
    let read: Vec<_> = from_bytes(bytes.as_bytes()).collect();
    assert_eq!(read.len(), 2);
    assert_eq!(to_bytes(&read).unwrap(), format!("{line}\n{line}\n").into_bytes());
}

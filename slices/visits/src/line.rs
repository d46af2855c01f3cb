//! One line of a day's log: what a request left.

use kernel::Timestamp;
use organisation::Seen;
use serde::{Deserialize, Serialize};

/// What the statement speaks of, beside what every log holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stated {
    pub(crate) host: bool,
    pub(crate) browser: bool,
}

/// A request, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Line {
    pub(crate) at: Timestamp,
    pub(crate) visit: u32,
    pub(crate) method: String,
    /// The pattern of the route; empty where there is no such page.
    pub(crate) page: String,
    pub(crate) status: u16,
    /// After how many milliseconds the answer began.
    pub(crate) took: u64,
    pub(crate) bytes: u64,
    /// The browser asks not to be counted.
    pub(crate) is_private: bool,
    pub(crate) address: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) host: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) browser: Option<String>,
}

impl Line {
    pub(crate) fn of(seen: Seen, stated: Stated) -> Self {
        let Seen { answered, visit } = seen;
        Self {
            at: answered.at,
            visit,
            method: answered.method.to_string(),
            page: answered.route.to_owned(),
            status: answered.status,
            took: answered.took,
            bytes: answered.bytes,
            is_private: answered.is_private,
            address: answered.address.map(|address| address.to_string()),
            host: stated.host.then_some(answered.host),
            browser: stated.browser.then(|| browser(&answered.browser)),
        }
    }

    /// Whether a limit of ours refused it: too large, too many, or too busy.
    pub(crate) fn is_limited(&self) -> bool {
        matches!(self.status, 413 | 429 | 503)
    }

    /// Whether a page was shown.
    pub(crate) fn is_page(&self) -> bool {
        self.method == "GET" && self.status == 200 && !self.page.is_empty()
    }
}

/// Lines as bytes, one after the other.
pub(crate) fn to_bytes(lines: &[Line]) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = Vec::with_capacity(lines.len() * 160);
    for line in lines {
        serde_json::to_writer(&mut bytes, line)?;
        bytes.push(b'\n');
    }
    Ok(bytes)
}

/// The lines in some bytes; what is no line (in a made-up copy of an installation, say) is left out.
pub(crate) fn from_bytes(bytes: &[u8]) -> impl Iterator<Item = Line> {
    bytes.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok())
}

/// Browsers, each with what stands before its version. Those that pass for others stand before them.
const BROWSERS: [(&str, &str); 8] = [
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Version/", "Safari"),
    ("curl/", "curl"),
];

/// Browser and version of what a browser says of itself, such as `Firefox 145`; empty when neither is known.
fn browser(said: &str) -> String {
    let known = BROWSERS.iter().find_map(|(sign, name)| {
        let version = said.split_once(sign)?.1;
        let version: String = version.chars().take_while(char::is_ascii_digit).take(5).collect();
        Some(format!("{name} {version}").trim_end().to_owned())
    });
    known.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use http::{Answered, axum::http::Method};

    use super::*;

    // CE13
    #[test]
    fn a_browser_is_known_with_its_version_and_nothing_finer() {
        assert_eq!(browser("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"), "Firefox 145");
        assert_eq!(browser("Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 Safari/537.36 Edg/142.1"), "Edge 142");
        assert_eq!(browser("Mozilla/5.0 (iPhone; CPU OS 18_5) Version/18.5 Safari/604.1"), "Safari 18");
        assert_eq!(browser("curl/8.5"), "curl 8");
        assert_eq!(browser("a canary Xyzzy"), "");
    }

    // SH7
    #[test]
    fn host_and_browser_are_kept_where_the_statement_speaks_of_them_alone() {
        let answered = Answered {
            at: Timestamp::UNIX_EPOCH,
            address: None,
            host: "site.example".to_owned(),
            browser: "curl/8.5".to_owned(),
            method: Method::GET,
            route: "/privacy",
            status: 200,
            took: 0,
            bytes: 0,
            is_private: false,
        };
        let line = |host, browser| Line::of(Seen { answered: answered.clone(), visit: 1 }, Stated { host, browser });
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
}

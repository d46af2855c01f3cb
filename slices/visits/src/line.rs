//! One line of a day's log: what a request left.

use kernel::Timestamp;
use organisation::Seen;
use serde::{Deserialize, Serialize};

/// What the statement speaks of, beside what every log holds.
#[derive(Clone, Copy, Debug)]
pub struct Stated {
    /// Whether it speaks of the host that is asked for.
    pub host: bool,
    /// Whether it speaks of the browser.
    pub browser: bool,
}

/// A request, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// When it came.
    pub at: Timestamp,
    /// The number of its visit, drawn at random.
    pub visit: u32,
    /// The method, such as `GET`.
    pub method: String,
    /// The pattern of the route; empty where there is no such page.
    pub page: String,
    /// The status of the answer.
    pub status: u16,
    /// After how many milliseconds the answer began.
    pub took: u64,
    /// The length of the answer in bytes, before compression; 0 where it was not known when it began.
    pub bytes: u64,
    /// The browser asks not to be counted.
    pub is_private: bool,
    /// From where; absent where that is not known.
    pub address: Option<String>,
    /// The host that was asked for, where the statement speaks of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<String>,
    /// Browser and version, such as `Firefox 145`, where the statement speaks of it; empty when neither is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub browser: Option<String>,
}

impl Line {
    /// What is kept of a request: host and browser only where they are stated.
    pub fn of(seen: Seen, stated: Stated) -> Self {
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

/// Lines as bytes, one after the other: JSON, each with a line end.
///
/// # Errors
/// When a line cannot be written as JSON.
pub fn to_bytes(lines: &[Line]) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = Vec::with_capacity(lines.len() * 160);
    for line in lines {
        serde_json::to_writer(&mut bytes, line)?;
        bytes.push(b'\n');
    }
    Ok(bytes)
}

/// The lines in some bytes; what is no line (in a made-up copy of an installation, say) is left out.
pub fn from_bytes(bytes: &[u8]) -> impl Iterator<Item = Line> {
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

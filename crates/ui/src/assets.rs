//! Styles, font, icons and scripts, each under a path that holds the hash of its content, so that a browser may
//! keep it for ever.

use std::{borrow::Cow, fmt::Write, sync::LazyLock};

use sha2::{Digest, Sha256};

/// A file that pages load.
#[derive(Debug)]
pub struct Asset {
    /// The plain name, such as `site.css`.
    pub name: &'static str,
    /// The path to serve it at: `/assets/1f0c2a9b3e-site.css`. Its content never changes.
    pub path: String,
    /// The value of `Content-Type`.
    pub content_type: &'static str,
    /// The content.
    pub bytes: Cow<'static, [u8]>,
}

/// The icons in the sprite (Lucide), by name.
pub const ICONS: &[&str] = &[
    "archive",
    "armchair",
    "arrow-left",
    "arrow-right",
    "arrow-up-right",
    "badge-check",
    "bell",
    "book-open",
    "building-2",
    "calendar",
    "calendar-check",
    "calendar-plus",
    "check",
    "chevron-down",
    "chevron-right",
    "circle",
    "circle-alert",
    "circle-check",
    "circle-help",
    "clipboard-list",
    "clock",
    "corner-down-right",
    "download",
    "ellipsis",
    "eye",
    "eye-off",
    "feather",
    "file",
    "file-text",
    "files",
    "flag",
    "globe",
    "handshake",
    "heart-handshake",
    "history",
    "hourglass",
    "house",
    "id-card",
    "inbox",
    "info",
    "key-round",
    "landmark",
    "languages",
    "layout-dashboard",
    "link",
    "list-checks",
    "lock",
    "lock-open",
    "log-in",
    "log-out",
    "mail",
    "mail-open",
    "map-pin",
    "message-circle",
    "message-square-text",
    "monitor",
    "moon",
    "notebook-pen",
    "paperclip",
    "pencil",
    "phone",
    "plus",
    "printer",
    "receipt",
    "refresh-cw",
    "scale",
    "scroll-text",
    "search",
    "send",
    "settings",
    "share-2",
    "shield",
    "shield-check",
    "sprout",
    "sun",
    "target",
    "timer",
    "trash-2",
    "triangle-alert",
    "undo-2",
    "upload",
    "user",
    "user-check",
    "user-plus",
    "user-x",
    "users",
    "x",
];

const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let plain: [(&str, &str, &[u8]); 7] = [
        ("text.woff2", "font/woff2", include_bytes!("../assets/vendor/text.woff2")),
        ("mark.svg", "image/svg+xml", include_bytes!("../assets/mark.svg")),
        ("icons.svg", "image/svg+xml", include_bytes!("../assets/vendor/icons.svg")),
        ("site.js", SCRIPT, include_bytes!("../assets/js/site.js")),
        ("draft.js", SCRIPT, include_bytes!("../assets/js/draft.js")),
        ("password.js", SCRIPT, include_bytes!("../assets/js/password.js")),
        ("upload.js", SCRIPT, include_bytes!("../assets/js/upload.js")),
    ];
    let mut all: Vec<Asset> =
        plain.into_iter().map(|(name, kind, bytes)| asset(name, kind, Cow::Borrowed(bytes))).collect();
    let style = all.iter().fold(include_str!("../assets/css/site.css").to_owned(), |css, asset| {
        css.replace(&format!("url(\"{}\")", asset.name), &format!("url(\"{}\")", asset.path))
    });
    all.push(asset("site.css", CSS, Cow::Owned(style.into_bytes())));
    all
});

fn asset(name: &'static str, content_type: &'static str, bytes: Cow<'static, [u8]>) -> Asset {
    let mut hash = String::with_capacity(12);
    for byte in Sha256::digest(&bytes).iter().take(6) {
        // Writing to a string cannot fail.
        let _ = write!(hash, "{byte:02x}");
    }
    Asset { name, path: format!("/assets/{hash}-{name}"), content_type, bytes }
}

/// Every asset, for the routes below `/assets/`. Answers may say `Cache-Control: public, max-age=31536000, immutable`.
pub fn assets() -> &'static [Asset] {
    &ASSETS
}

/// The path of an asset by its plain name; an unknown name leads to the plain path, which a test never lets happen.
pub fn asset_path(name: &str) -> &'static str {
    ASSETS.iter().find(|asset| asset.name == name).map_or("/assets/", |asset| asset.path.as_str())
}

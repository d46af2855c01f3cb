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
    "arrow-left",
    "arrow-right",
    "badge-check",
    "calendar",
    "calendar-plus",
    "check",
    "chevron-down",
    "chevron-right",
    "circle",
    "circle-alert",
    "circle-check",
    "circle-help",
    "clock",
    "download",
    "external-link",
    "eye",
    "eye-off",
    "feather",
    "file",
    "file-text",
    "files",
    "history",
    "hourglass",
    "house",
    "inbox",
    "info",
    "key-round",
    "languages",
    "link",
    "list-checks",
    "lock",
    "lock-open",
    "log-in",
    "log-out",
    "mail",
    "message-circle",
    "message-square-text",
    "monitor",
    "moon",
    "notebook-pen",
    "paperclip",
    "pencil",
    "phone",
    "plus",
    "receipt",
    "scale",
    "scroll-text",
    "send",
    "shield-check",
    "sprout",
    "sun",
    "target",
    "trash-2",
    "triangle-alert",
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

/// The style sheet's parts, in order.
const STYLE: &str = concat!(
    include_str!("../assets/css/tokens.css"),
    include_str!("../assets/css/base.css"),
    include_str!("../assets/css/layout.css"),
    include_str!("../assets/css/components.css"),
    include_str!("../assets/css/forms.css"),
    include_str!("../assets/css/pages.css"),
    include_str!("../assets/css/statement.css"),
    include_str!("../assets/css/evidence.css"),
    include_str!("../assets/css/programme.css"),
    include_str!("../assets/css/making.css"),
    include_str!("../assets/css/states.css"),
);

/// The modules in one file, each in a block of its own: one request less for each on the first view.
const SCRIPTS: &str = concat!(
    "{\n",
    include_str!("../assets/js/site.js"),
    "}\n{\n",
    include_str!("../assets/js/draft.js"),
    "}\n{\n",
    include_str!("../assets/js/password.js"),
    "}\n{\n",
    include_str!("../assets/js/session.js"),
    "}\n{\n",
    include_str!("../assets/js/upload.js"),
    "}\n{\n",
    include_str!("../assets/js/statement.js"),
    "}\n{\n",
    include_str!("../assets/js/passkey.js"),
    "}\n",
);

/// The modules of programmes: pages that have none of it do without.
const PROGRAMME: &str = concat!(
    "{\n",
    include_str!("../assets/js/device.js"),
    include_str!("../assets/js/keeping.js"),
    "}\n{\n",
    include_str!("../assets/js/timer.js"),
    "}\n{\n",
    include_str!("../assets/js/making.js"),
    "}\n",
);

/// What tells whoever signs out of what a device still holds.
const UNSENT: &str =
    concat!("{\n", include_str!("../assets/js/device.js"), include_str!("../assets/js/unsent.js"), "}\n");

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let plain: [(&str, &str, &[u8]); 9] = [
        ("text.woff2", "font/woff2", include_bytes!("../assets/vendor/text.woff2")),
        ("mark.svg", "image/svg+xml", include_bytes!("../assets/mark.svg")),
        ("icon-180.png", "image/png", include_bytes!("../assets/icons/icon-180.png")),
        ("icon-192.png", "image/png", include_bytes!("../assets/icons/icon-192.png")),
        ("icon-512.png", "image/png", include_bytes!("../assets/icons/icon-512.png")),
        ("site.js", SCRIPT, SCRIPTS.as_bytes()),
        ("programme.js", SCRIPT, PROGRAMME.as_bytes()),
        ("unsent.js", SCRIPT, UNSENT.as_bytes()),
        ("icons.svg", "image/svg+xml", include_bytes!("../assets/vendor/icons.svg")),
    ];
    let mut all: Vec<Asset> =
        plain.into_iter().map(|(name, kind, bytes)| asset(name, kind, Cow::Borrowed(bytes))).collect();
    let style = all.iter().fold(tighten(STYLE), |css, asset| {
        css.replace(&format!("url(\"{}\")", asset.name), &format!("url(\"{}\")", asset.path))
    });
    all.push(asset("site.css", CSS, Cow::Owned(style.into_bytes())));
    all
});

/// The style sheet without comments and indentation.
fn tighten(style: &str) -> String {
    let mut kept = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

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

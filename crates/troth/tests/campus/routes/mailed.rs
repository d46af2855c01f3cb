//! The doors of consents and mailings. The campus sends none, so that nobody gets through; where they lead elsewhere is
//! tested in `mailings`.

use access::Resource;
use kernel::Uuid;

pub(super) fn has(path: &str) -> bool {
    path == "/my-data/objection" || ["/mailings", "/my-data/consents"].iter().any(|start| path.starts_with(start))
}

pub(super) fn path(route: &str) -> String {
    route.replace("{mailing}", &Uuid::nil().to_string()).replace("{clause}", "consent-offers")
}

pub(super) fn draft() -> Resource {
    Resource { container: "mailing", id: Uuid::nil(), parties: Vec::new(), state: Some("draft") }
}

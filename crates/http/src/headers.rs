//! The headers of every response (S9).

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
    connect-src 'self'; manifest-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'";

/// The policy of a file that somebody sent: it may do nothing at all. A handler may ask for it instead of [`POLICY`].
const SANDBOX: &str = "default-src 'none'; sandbox";

/// Referrers stay on the site. Not `no-referrer`: that makes browsers send `Origin: null` with our own forms.
const ALWAYS: &[(&str, &str)] = &[
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("permissions-policy", PERMISSIONS),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("origin-agent-cluster", "?1"),
    ("x-frame-options", "DENY"),
];

const PERMISSIONS: &str = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), \
    encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), \
    payment=(), usb=(), xr-spatial-tracking=()";

/// Writes the headers of a public page, for routers of their own such as the demonstration's.
pub fn secure(headers: &mut HeaderMap) {
    write(headers, false, false);
}

/// Writes the headers. A handler's own `Cache-Control` stands (assets); other answers are not kept by anyone once
/// somebody has signed in, and asked for anew otherwise.
pub(crate) fn write(headers: &mut HeaderMap, signed_in: bool, tls: bool) {
    let sandboxed = headers.get(header::CONTENT_SECURITY_POLICY).is_some_and(|own| own == SANDBOX);
    for (name, value) in ALWAYS.iter().filter(|(_, value)| !(sandboxed && *value == POLICY)) {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if tls {
        let value = HeaderValue::from_static("max-age=63072000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, value);
    }
    if !headers.contains_key(header::CACHE_CONTROL) || (signed_in && !immutable(headers)) {
        let value = if signed_in { "no-store" } else { "no-cache" };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
        headers.append(header::VARY, HeaderValue::from_static("cookie, accept-language"));
    }
}

fn immutable(headers: &HeaderMap) -> bool {
    headers.get(header::CACHE_CONTROL).is_some_and(|value| value.as_bytes().ends_with(b"immutable"))
}

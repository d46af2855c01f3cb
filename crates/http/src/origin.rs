//! Writes come from our own pages only (cross-site request forgery).

use axum::http::{HeaderMap, Method, header};

/// Whether a request may write: it reads only, or the browser says that it comes from the same origin.
///
/// `Sec-Fetch-Site` decides where the browser sends it (all current ones, on trustworthy origins); `none` is a
/// person's own doing, such as sending a form again after a restart. Otherwise `Origin` must name this very host.
/// Without either, no.
pub(crate) fn allows(method: &Method, headers: &HeaderMap, host: &str, tls: bool) -> bool {
    if matches!(*method, Method::GET | Method::HEAD) {
        return true;
    }
    let text = |name: header::HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    match text(header::HeaderName::from_static("sec-fetch-site")) {
        Some(site) => matches!(site, "same-origin" | "none"),
        None => text(header::ORIGIN).is_some_and(|origin| {
            let rest = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://").filter(|_| !tls));
            rest.is_some_and(|authority| authority.eq_ignore_ascii_case(host))
        }),
    }
}

/// Whether a request comes from no page and bears no cookie: so does a mail program's, when its reader presses the button
/// that stops a mailing (RFC 8058 §3.2). Browsers say where a form comes from: no other site's page can look like this.
pub(crate) fn is_from_no_page(headers: &HeaderMap) -> bool {
    [header::HeaderName::from_static("sec-fetch-site"), header::ORIGIN, header::COOKIE]
        .iter()
        .all(|name| !headers.contains_key(name))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn post(lines: &[(&'static str, &'static str)], tls: bool) -> bool {
        let headers = lines
            .iter()
            .map(|(name, value)| (header::HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect();
        allows(&Method::POST, &headers, "campus.localhost:8080", tls)
    }

    #[test]
    fn a_form_of_another_site_is_refused() {
        assert!(post(&[("sec-fetch-site", "same-origin")], false));
        assert!(post(&[("sec-fetch-site", "none")], false));
        assert!(!post(&[("sec-fetch-site", "same-site")], false));
        assert!(!post(&[("sec-fetch-site", "cross-site"), ("origin", "http://campus.localhost:8080")], false));
    }

    #[test]
    fn without_fetch_metadata_the_origin_decides_and_without_both_nothing_is_written() {
        assert!(post(&[("origin", "http://campus.localhost:8080")], false));
        assert!(!post(&[("origin", "http://campus.localhost:8080")], true));
        assert!(post(&[("origin", "https://campus.localhost:8080")], true));
        assert!(!post(&[("origin", "http://lectures.localhost:8080")], false));
        assert!(!post(&[("origin", "null")], false));
        assert!(!post(&[], false));
        assert!(allows(&Method::GET, &HeaderMap::new(), "x", false));
    }
}

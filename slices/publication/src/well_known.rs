//! What programs look for at addresses that are the same on every site (RFC 8615).

use http::{
    Problem,
    axum::{
        Extension,
        http::{HeaderValue, header},
        response::{IntoResponse, Response},
    },
    see_other,
};
use jiff::ToSpan as _;
use kernel::manifest::{Entry, Method, Route};
use organisation::Visit;

/// That nothing is sold or shared: what the signal `Sec-GPC: 1` asks for holds for everybody, with it or without.
pub(crate) static PRIVACY_CONTROL: Route = Route {
    method: Method::Get,
    path: "/.well-known/gpc.json",
    entry: Entry::Public("that nothing is sold or shared is for everyone"),
};

/// To whom a weakness is told (RFC 9116).
pub(crate) static SECURITY: Route = Route {
    method: Method::Get,
    path: "/.well-known/security.txt",
    entry: Entry::Public("whoever finds a weakness must be able to tell it"),
};

/// The way to the page on which one changes the password, for programs that keep passwords.
pub(crate) static CHANGE_PASSWORD: Route = Route {
    method: Method::Get,
    path: "/.well-known/change-password",
    entry: Entry::Public("it leads to a page that asks for signing in"),
};

/// Where that page is; it is of another slice.
const PASSWORD: &str = "/profile/password";
/// How long `security.txt` may be believed: it is made anew for each reader.
const BELIEVED: i64 = 180;

/// To whom weaknesses are told: addresses with `mailto:`, `https:` or `tel:`, the preferred one first.
#[derive(Clone, Debug)]
pub struct SecurityContacts(pub std::sync::Arc<[String]>);

pub(super) async fn privacy_control(visit: Visit) -> Response {
    let since = visit.site.plan.effective();
    json(format!("{{\"gpc\":true,\"lastUpdate\":\"{since}\"}}"))
}

pub(super) async fn security(visit: Visit, contacts: Option<Extension<SecurityContacts>>) -> Result<Response, Problem> {
    let Some(Extension(SecurityContacts(contacts))) = contacts else { return Err(Problem::NotFound) };
    let day = visit.scope.now.to_zoned(jiff::tz::TimeZone::UTC).date();
    let until = day.checked_add(BELIEVED.days()).map_err(Problem::internal)?;
    let mut lines: Vec<_> = contacts.iter().map(|contact| format!("Contact: {contact}")).collect();
    lines.push(format!("Expires: {until}T00:00:00Z"));
    let languages: Vec<_> = visit.site.plan.languages().iter().map(ToString::to_string).collect();
    lines.push(format!("Preferred-Languages: {}", languages.join(", ")));
    lines.push(format!("Canonical: {}{}", visit.site.base_url, SECURITY.path));
    let text = format!("{}\n", lines.join("\n"));
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"))], text).into_response())
}

pub(super) async fn change_password() -> Response {
    see_other(PASSWORD)
}

fn json(text: String) -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], text).into_response()
}

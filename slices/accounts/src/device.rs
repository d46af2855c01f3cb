//! The cookie of a known device: whoever has signed in once on a device cannot be kept from it by others who guess
//! (UC19). It says nothing but that, opens nothing, and nothing of it is stored on the server.

use http::{axum::http::HeaderMap, cookie::DeviceCookie};
use kernel::{ExposeSecret as _, PersonId, SecretString, Uuid, id::Id as _};
use organisation::Visit;
use statement::plan::Period;

use crate::{Hasher, model::after};

/// The cookie's key in the statement.
pub(crate) const KEY: &str = "device";
/// How long it lives where the statement does not say.
const OWN: Period = Period { years: 1, months: 0, weeks: 0, days: 0, hours: 0 };

/// The mark of the device that asks, if this person has signed in on it; nobody's is never known.
pub(crate) fn known(visit: &Visit, hasher: &Hasher, headers: &HeaderMap, person: Option<PersonId>) -> Option<String> {
    let (mark, proof) = DeviceCookie::held(headers)?.split_once('.')?;
    let right = hasher.tag(&[KEY, visit.site.key.as_str(), &whose(person), mark]);
    (hasher.is_tag(&right, proof) && person.is_some()).then(|| mark.to_owned())
}

/// The cookie for a device on which somebody has just signed in; `None` where the statement declares none.
pub(crate) fn remember(visit: &Visit, hasher: &Hasher, person: PersonId) -> Option<DeviceCookie> {
    let declared = visit.site.plan.cookies().find(|cookie| cookie.key == KEY)?;
    let lasts = declared.lasts.filter(|period| !period.is_zero()).unwrap_or(OWN);
    let now = visit.scope.now;
    let seconds = after(lasts, now, visit.site.plan.zone()).duration_since(now).as_secs();
    let (mark, _) = http::cookie::token(&*visit.scope.rng);
    let mark = mark.expose_secret();
    let proof = hasher.tag(&[KEY, visit.site.key.as_str(), &whose(Some(person)), mark]);
    Some(DeviceCookie::set(&SecretString::from(format!("{mark}.{proof}")), seconds))
}

fn whose(person: Option<PersonId>) -> String {
    person.map_or(Uuid::nil(), PersonId::uuid).to_string()
}

//! Signing out: here the session ends at once; there somebody may still be signed in, and is told so.

use askama::Template;
use http::{Problem, axum::response::Response};
use kernel::PersonId;
use organisation::{Desk as _, Visit};
use store::{Reader, StoreError};
use ui::Page;

use super::super::{Failure, draw, knock::Knock};
use crate::provider::{routes, store as links};

#[derive(Template)]
#[template(path = "accounts/provider-out.html")]
struct OutPage {
    page: Page,
    provider: String,
    /// Where one signs out there; empty when the provider has no such place, or does not answer.
    way: String,
}

/// Where somebody is led who has just signed out.
pub(in crate::pages) async fn after_sign_out(
    visit: &Visit,
    knock: &Knock,
    person: PersonId,
) -> Result<&'static str, Problem> {
    const HERE: &str = "/sign-in?done=out";
    if knock.provider(visit).is_none() {
        return Ok(HERE);
    }
    let look = move |reader: &mut Reader<'_>| links::is_linked(reader, person);
    let is_linked = visit.site.store.read::<_, StoreError, _>(&visit.scope, look).await.map_err(Failure::from)?;
    Ok(if is_linked { routes::OUT.path } else { HERE })
}

/// `GET /sign-in/provider/out`
pub(super) async fn show(visit: Visit, knock: Knock) -> Result<Response, Problem> {
    let (provider, name) = knock.provider(&visit).ok_or(Problem::NotFound)?;
    let way = match provider.way_out(&visit).await {
        Ok(way) => way.unwrap_or_default(),
        Err(fault) => {
            tracing::warn!(organisation = %visit.site.key, %fault, "nobody can be led to sign out at the provider");
            String::new()
        }
    };
    draw(&OutPage { page: visit.page(visit.voice().say("accounts-signed-out-title")), provider: name, way })
}

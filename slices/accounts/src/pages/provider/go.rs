//! Going to the provider.

use askama::Template;
use http::{
    At, Fields, Problem,
    axum::{
        http::{HeaderValue, header},
        response::{IntoResponse as _, Response},
    },
};
use organisation::{Desk as _, Visit};
use ui::Page;

use super::{
    super::{draw, invitation, knock::Knock},
    failed,
};
use crate::provider::errand::{Errand, Wish};

#[derive(Template)]
#[template(path = "accounts/provider-go.html")]
struct GoPage {
    page: Page,
    provider: String,
    way: String,
}

/// Sends a browser to the provider. By a page that leads on, and not by a redirect: what answers a form leads to no other
/// site, says the content-security policy (`form-action`), and browsers follow it in redirects, too.
pub(super) async fn go(visit: &Visit, knock: &Knock, wish: &Wish, next: &str) -> Result<Response, Problem> {
    let (provider, name) = knock.provider(visit).ok_or(Problem::NotFound)?;
    let (errand, cookie) = Errand::begin(visit, &knock.hasher, wish, next);
    let way = match provider.way(visit, &errand).await {
        Ok(way) => way,
        Err(fault) => return failed(visit, &name, &fault),
    };
    let onward = HeaderValue::from_str(&format!("0; url={way}")).map_err(Problem::internal)?;
    let title = visit.voice().say1("accounts-provider-go-title", "provider", &name);
    let page = draw(&GoPage { page: visit.page(title), provider: name, way })?;
    let unkept = (header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok((cookie, [(header::REFRESH, onward), unkept], page).into_response())
}

/// `POST /sign-in/provider`
pub(super) async fn enter(visit: Visit, knock: Knock, fields: Fields) -> Result<Response, Problem> {
    go(&visit, &knock, &Wish::Enter, fields.get("next")).await
}

/// `POST /invitation/{token}/provider`: the link is used up on the way back.
pub(super) async fn accept(mut visit: Visit, At(token): At<String>, knock: Knock) -> Result<Response, Problem> {
    if !invitation::find(&mut visit, &token).await?.may_use_provider(&visit.site.plan) {
        return Err(Problem::NotFound);
    }
    go(&visit, &knock, &Wish::Accept(token), "").await
}

//! The provider with which people of two organisations sign in, made up: a page on which one only says who one is (CE19).

use std::{future::Future, pin::Pin, sync::Arc};

use accounts::provider::{Answered, Asked, Channel, Counts, Provider, Providers, Settings};
use askama::Template;
use axum::{
    extract::{Query, RawQuery, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Redirect, Response},
};
use kernel::{Clock, ExposeSecret as _, OrganisationKey, SecretString};
use testkit::provider::{CLIENT, SECRET};
use ui::Page;

use super::{
    Demo,
    pages::{Wishes, show},
};
use crate::Failure;

/// Where it stands on the demonstration's own host.
pub(super) const AUTHORIZE: &str = "/_elsewhere/authorize";
/// Where one signs out there.
pub(super) const OUT: &str = "/_elsewhere/out";
/// Who has it, and as which recipient of the statement.
const OF: [(&str, &str); 2] = [("lectures", "campus-sign-in"), ("education", "staff-sign-in")];
/// How many accounts there are.
const ACCOUNTS: u32 = 2;

/// The made-up provider.
pub(super) struct Elsewhere {
    provider: Arc<testkit::Provider>,
    issuer: String,
}

/// The way to it, which is none: it is here.
struct Here(Arc<testkit::Provider>);

impl Channel for Here {
    fn ask<'a>(&'a self, asked: Asked) -> Pin<Box<dyn Future<Output = Result<Answered, String>> + Send + 'a>> {
        let form = asked.form.as_ref().map(|form| form.expose_secret());
        let own = asked.authorization.as_ref().map(|own| own.expose_secret());
        let answer = self.0.answer(&asked.url, form, own);
        let answer = answer.map(|(status, body)| Answered { status, body: body.into_bytes() });
        Box::pin(async move { answer.ok_or_else(|| "it is not there".to_owned()) })
    }
}

impl Elsewhere {
    /// On the demonstration's own host.
    pub(super) fn new(port: u16, clock: Arc<dyn Clock>) -> Result<Self, Failure> {
        let issuer = format!("http://localhost:{port}/_elsewhere");
        let provider = testkit::Provider::new(&issuer, clock).ok_or("the made-up provider has no key")?;
        Ok(Self { provider: Arc::new(provider), issuer })
    }

    /// For the organisations that have it.
    pub(super) fn providers(&self) -> Result<Providers, Failure> {
        let mut made = Vec::new();
        for (organisation, recipient) in OF {
            let settings = Settings {
                issuer: self.issuer.clone(),
                client: CLIENT.to_owned(),
                secret: SecretString::from(SECRET),
                recipient: recipient.to_owned(),
                counts: Counts::default(),
            };
            let key = OrganisationKey::new(organisation).ok_or("the demonstration's organisations have proper keys")?;
            made.push((key, Provider::new(settings, Arc::new(Here(Arc::clone(&self.provider))))));
        }
        Ok(Providers::new(made))
    }
}

#[derive(Template)]
#[template(path = "demo-elsewhere.html")]
struct ElsewherePage {
    page: Page,
    lead: String,
    /// What each account is called, and where choosing it leads.
    accounts: Vec<(String, String)>,
    /// Where turning back leads; empty when there is nothing to turn back from.
    refuse: String,
}

/// Says who one is: without a choice the page, with one the way back.
pub(super) async fn authorize(
    State(demo): State<Arc<Demo>>,
    Query(wishes): Query<Wishes>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let query = query.unwrap_or_default();
    let (asked, chosen) = query.rsplit_once("&as=").unwrap_or((&query, ""));
    let (elsewhere, way) = (&demo.elsewhere, format!("{}/authorize?{asked}", demo.elsewhere.issuer));
    let back = match chosen {
        "" => None,
        "nobody" => elsewhere.provider.refuse(&way),
        account => elsewhere.provider.sign_in(&way, &format!("made-up-{account}")),
    };
    match (back, chosen) {
        (Some(back), _) => Redirect::to(&back).into_response(),
        (None, "") => {
            let page = wishes.page(&demo, &headers, "demo-elsewhere-title", AUTHORIZE);
            let choice = |account: &str| format!("{AUTHORIZE}?{asked}&as={account}");
            let account = |number: u32| {
                (page.voice.say1("demo-elsewhere-account", "number", number), choice(&number.to_string()))
            };
            let accounts = (1..=ACCOUNTS).map(account).collect();
            let lead = page.say("demo-elsewhere-lead");
            show(&ElsewherePage { lead, accounts, refuse: choice("nobody"), page })
        }
        _ => StatusCode::BAD_REQUEST.into_response(),
    }
}

/// Signed out there.
pub(super) async fn out(State(demo): State<Arc<Demo>>, Query(wishes): Query<Wishes>, headers: HeaderMap) -> Response {
    let page = wishes.page(&demo, &headers, "demo-elsewhere-title", OUT);
    let lead = page.say("demo-elsewhere-out");
    show(&ElsewherePage { lead, accounts: Vec::new(), refuse: String::new(), page })
}

//! The way to the providers with which people sign in: by TLS, to the issuer that the configuration names, and to nobody
//! else.

use std::{future::Future, pin::Pin, sync::Arc, time::Duration};

use accounts::provider::{Answered, Asked, Channel, Provider, Providers, fault};
use axum::http::{
    Request,
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE},
};
use kernel::ExposeSecret as _;
use statement::Plan;
use tls::client::{AskLimits, Https};

use crate::{
    Failure,
    config::{Config, OrganisationConfig, ProviderConfig},
    serve::is_for_trying,
};

/// Somebody waits for the answer, and it is small.
const LIMITS: AskLimits = AskLimits { patience: Duration::from_secs(10), most: 256 * 1024 };

struct Way(Https);

impl Channel for Way {
    fn ask<'a>(&'a self, asked: Asked) -> Pin<Box<dyn Future<Output = Result<Answered, String>> + Send + 'a>> {
        Box::pin(async move {
            let mut request = Request::get(&asked.url).header(ACCEPT, "application/json");
            if let Some(own) = &asked.authorization {
                request = request.header(AUTHORIZATION, own.expose_secret());
            }
            let request = match &asked.form {
                None => request.body(String::new()),
                Some(form) => request
                    .method("POST")
                    .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
                    .body(form.expose_secret().to_owned()),
            };
            let request = request.map_err(|error| error.to_string())?;
            let answer = self.0.ask(request, LIMITS).await.map_err(|fault| fault.to_string())?;
            Ok(Answered { status: answer.status.as_u16(), body: answer.body.to_vec() })
        })
    }
}

/// The providers that the configuration names.
///
/// # Errors
/// When a secret or the roots of a private authority cannot be read.
pub fn providers(config: &Config) -> Result<Providers, Failure> {
    let mut found = Vec::new();
    for organisation in &config.organisations {
        let Some(named) = &organisation.provider else { continue };
        let told = |reason: &dyn std::fmt::Display| format!("the provider of {}: {reason}", organisation.key);
        let https = Https::trusting(named.roots.as_deref()).map_err(|fault| told(&fault))?;
        let settings = named.settings().map_err(|fault| told(&fault))?;
        let way = Arc::new(Way(https.with_plain_on_loopback()));
        found.push((organisation.key.clone(), Provider::new(settings, way)));
    }
    Ok(Providers::new(found))
}

/// Whether the statement of an organisation and its configuration go together; the text says what to do. Of what is only
/// tried out, such as a test copy, no provider knows: there one may be missing.
///
/// # Errors
/// When one names a provider and the other does not.
pub fn fit(organisation: &OrganisationConfig, plan: &Plan) -> Result<(), Failure> {
    let settings = organisation.provider.as_ref().map(ProviderConfig::settings).transpose()?;
    let Some(told) = fault(plan, settings.as_ref()) else { return Ok(()) };
    if settings.is_none() && is_for_trying(&organisation.host) {
        tracing::warn!(organisation = %organisation.key, "{told}");
        return Ok(());
    }
    Err(format!("{}: {told}", organisation.key).into())
}

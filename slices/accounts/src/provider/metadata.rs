//! What a provider tells of itself (OpenID Connect Discovery 1.0 §3): believed only as far as it speaks for the issuer that
//! was configured, and leads nowhere else.

use http::axum::http::Uri;
use serde::Deserialize;

use super::relying::ProviderFault;

/// Where a provider is asked for what.
#[derive(Debug, Deserialize)]
pub struct Metadata {
    issuer: String,
    pub(super) authorization_endpoint: String,
    pub(super) token_endpoint: String,
    pub(super) jwks_uri: String,
    /// Where one signs out there (OpenID Connect RP-Initiated Logout 1.0 §2.1).
    pub(super) end_session_endpoint: Option<String>,
    /// Whether its answers say whose they are (RFC 9207 §3).
    #[serde(default, rename = "authorization_response_iss_parameter_supported")]
    pub(super) says_issuer: bool,
    #[serde(rename = "code_challenge_methods_supported")]
    challenges: Option<Vec<String>>,
    #[serde(default, rename = "token_endpoint_auth_methods_supported")]
    client_proofs: Vec<String>,
}

impl Metadata {
    /// Where it stands (§4).
    pub fn place(issuer: &str) -> String {
        format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'))
    }

    /// Reads it, for this issuer.
    ///
    /// # Errors
    /// [`ProviderFault::Unfit`] when it cannot be read, is of another issuer, leads to another host, or knows no PKCE.
    pub fn read(text: &[u8], issuer: &str) -> Result<Self, ProviderFault> {
        let unfit = |what: String| Err(ProviderFault::Unfit(what));
        let read: Self = match serde_json::from_slice(text) {
            Ok(read) => read,
            Err(error) => return unfit(format!("its metadata cannot be read: {error}")),
        };
        // §4.3: to the letter, or somebody else speaks for it.
        if read.issuer != issuer {
            return unfit("its metadata are of another issuer than the one configured".to_owned());
        }
        let ends = [&read.authorization_endpoint, &read.token_endpoint, &read.jwks_uri];
        if let Some(away) = ends.into_iter().chain(&read.end_session_endpoint).find(|url| !is_at(url, issuer)) {
            return unfit(format!("its metadata lead to another host than the issuer's: {away}"));
        }
        if read.challenges.as_ref().is_some_and(|known| !known.iter().any(|method| method == "S256")) {
            return unfit("it knows no PKCE with S256".to_owned());
        }
        Ok(read)
    }

    /// Whether it wants the client's secret in the form, and not in a header (RFC 6749 §2.3.1).
    pub(super) fn wants_secret_in_form(&self) -> bool {
        let knows = |method: &str| self.client_proofs.iter().any(|known| known == method);
        knows("client_secret_post") && !knows("client_secret_basic")
    }
}

/// Whether an address is at the issuer's host: with the same scheme and port, and fit to stand in a header.
fn is_at(url: &str, issuer: &str) -> bool {
    let origin = |text: &str| {
        let uri = text.parse::<Uri>().ok()?;
        let authority = uri.authority()?.as_str().to_lowercase();
        (!authority.contains('@')).then(|| (uri.scheme_str().unwrap_or_default().to_owned(), authority))
    };
    let is_plain = url.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"'<>\\#;,".contains(&byte));
    is_plain && origin(url).is_some() && origin(url) == origin(issuer)
}

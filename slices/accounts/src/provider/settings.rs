//! What the configuration says of a provider.

use kernel::SecretString;

/// A provider, as the configuration names it.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Who it is, as it says itself in everything that it signs.
    pub issuer: String,
    /// What it knows us as.
    pub client: String,
    /// By what it knows that it is us.
    pub secret: SecretString,
    /// The statement's key of the recipient that it is.
    pub recipient: String,
    /// When signing in there counts as two factors.
    pub counts: Counts,
}

/// What the provider must say of a sign-in so that no second step follows here; by itself, nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Any of these as the class of the sign-in (`acr`).
    pub acr: Vec<String>,
    /// Any of these among its methods (`amr`, RFC 8176).
    pub amr: Vec<String>,
}

impl Counts {
    /// Whether what was said is enough.
    pub(crate) fn hold(&self, acr: Option<&str>, amr: &[String]) -> bool {
        acr.is_some_and(|acr| self.acr.iter().any(|own| own == acr)) || amr.iter().any(|said| self.amr.contains(said))
    }
}

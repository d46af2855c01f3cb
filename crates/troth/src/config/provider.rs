//! The lines of the configuration that name providers with which people of an organisation sign in (OpenID Connect).
//!
//! ```kdl
//! organisation "campus" host="campus.example.org" statement="campus.kdl"
//! provider "campus" issuer="https://sign-in.example.org" client="troth" secret-file="/etc/troth/campus-secret" recipient="sign-in"
//! ```

use std::{fmt::Write as _, path::PathBuf};

use accounts::provider::{Counts, Settings};
use http::axum::http::Uri;
use kdl::{KdlEntry, KdlNode};
use kernel::SecretString;

use super::property;

/// What can be said of a provider.
const KNOWN: [&str; 8] =
    ["issuer", "client", "secret", "secret-file", "recipient", "roots", "second-acr", "second-amr"];

/// Where the client's secret stands.
#[derive(Clone, Debug)]
pub enum ClientSecret {
    /// In the configuration itself.
    Here(SecretString),
    /// In a file of its own.
    File(PathBuf),
}

/// A provider with which people of one organisation sign in.
#[derive(Clone, Debug)]
pub struct ProviderConfig {
    /// Who it is, to the letter.
    pub issuer: String,
    /// What it knows us as.
    pub client: String,
    /// By what it knows that it is us.
    pub secret: ClientSecret,
    /// The statement's key of the recipient that it is.
    pub recipient: String,
    /// The roots by which its server is known, when they are not those of the web.
    pub roots: Option<PathBuf>,
    /// What it must say of a sign-in so that it counts as two factors.
    pub counts: Counts,
}

impl ProviderConfig {
    /// Reads a line.
    pub(super) fn read(node: &KdlNode) -> Result<Self, String> {
        let names = node.entries().iter().filter_map(|entry| entry.name()).map(|name| name.value());
        if let Some(odd) = names.into_iter().find(|name| !KNOWN.contains(name)) {
            return Err(format!("`{odd}` says nothing of a provider; known are {}", KNOWN.join(", ")));
        }
        let own = |name: &str| property(node, name);
        let secret = match (own("secret"), own("secret-file")) {
            (Ok(secret), Err(_)) if !secret.is_empty() => ClientSecret::Here(SecretString::from(secret)),
            (Err(_), Ok(path)) => ClientSecret::File(path.into()),
            _ => return Err("`provider` needs either secret=\"…\" or secret-file=\"/path\"".to_owned()),
        };
        let words = |name: &str| own(name).unwrap_or_default().split_whitespace().map(str::to_owned).collect();
        Ok(Self {
            issuer: issuer(own("issuer")?)?,
            client: own("client")?,
            secret,
            recipient: own("recipient")?,
            roots: own("roots").ok().map(PathBuf::from),
            counts: Counts { acr: words("second-acr"), amr: words("second-amr") },
        })
    }

    pub(super) fn write(&self, organisation: &str, text: &mut String) {
        use kernel::ExposeSecret as _;
        let secret = match &self.secret {
            ClientSecret::Here(secret) => ("secret", secret.expose_secret().to_owned()),
            ClientSecret::File(path) => ("secret-file", path.display().to_string()),
        };
        let quote = |value: &str| KdlEntry::new(value).to_string();
        let _ = write!(text, "provider {}", quote(organisation));
        let needed = [("issuer", self.issuer.clone()), ("client", self.client.clone()), secret];
        let roots = self.roots.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        let wished = [
            ("recipient", self.recipient.clone()),
            ("roots", roots),
            ("second-acr", self.counts.acr.join(" ")),
            ("second-amr", self.counts.amr.join(" ")),
        ];
        for (name, value) in needed.into_iter().chain(wished).filter(|(_, value)| !value.is_empty()) {
            let _ = write!(text, " {name}={}", quote(&value));
        }
        text.push('\n');
    }

    /// What the slice needs of it; the file of the secret is read.
    ///
    /// # Errors
    /// When the file cannot be read, or is empty.
    pub fn settings(&self) -> Result<Settings, String> {
        let secret = match &self.secret {
            ClientSecret::Here(secret) => secret.clone(),
            ClientSecret::File(path) => {
                let place = path.display();
                let text = std::fs::read_to_string(path)
                    .map_err(|error| format!("{place}: cannot be read: {error}; put the client's secret there"))?;
                let text = text.trim();
                if text.is_empty() {
                    return Err(format!("{place}: is empty; put the client's secret there"));
                }
                SecretString::from(text)
            }
        };
        Ok(Settings {
            issuer: self.issuer.clone(),
            client: self.client.clone(),
            secret,
            recipient: self.recipient.clone(),
            counts: self.counts.clone(),
        })
    }
}

/// An issuer: an `https` address; without TLS on this machine alone, for trying out.
fn issuer(text: String) -> Result<String, String> {
    let uri = text.parse::<Uri>().ok();
    let host = uri.as_ref().and_then(Uri::host).unwrap_or_default();
    let is_safe = match uri.as_ref().and_then(Uri::scheme_str) {
        Some("https") => true,
        Some("http") => tls::client::is_loopback(host),
        _ => false,
    };
    if host.is_empty() || !is_safe || text.contains(['?', '#', '@']) {
        return Err(format!(
            "`{text}` is no issuer; write the provider's https address as it says it itself (`issuer` in its \
             /.well-known/openid-configuration)"
        ));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::config::Config;

    const ORGANISATION: &str = "organisation \"campus\" host=\"campus.example\" statement=\"campus.kdl\"\n";

    #[test]
    fn what_is_written_about_a_provider_reads_back() {
        let line = "provider \"campus\" issuer=\"https://sign-in.example/a\" client=\"troth\" secret-file=\"/s\" \
                    recipient=\"sign-in\" roots=\"/r\" second-acr=\"a b\" second-amr=\"mfa\"\n";
        let config = Config::parse(Path::new("here"), &format!("{ORGANISATION}{line}")).expect("valid");
        let again = Config::parse(Path::new("here"), &config.to_kdl()).expect("what it wrote itself");
        let read = again.organisations[0].provider.as_ref().expect("a provider");
        assert_eq!((read.issuer.as_str(), read.client.as_str()), ("https://sign-in.example/a", "troth"));
        assert!(matches!(&read.secret, ClientSecret::File(path) if path == Path::new("/s")));
        assert_eq!(read.counts, Counts { acr: vec!["a".into(), "b".into()], amr: vec!["mfa".into()] });
        assert_eq!(read.roots.as_deref(), Some(Path::new("/r")));
    }

    // CE19
    #[test]
    fn a_provider_that_makes_no_sense_is_told_with_its_line_and_what_to_do() {
        let right = "issuer=\"https://a.example\" client=\"c\" secret=\"s\" recipient=\"r\"";
        let with = |from: &str, to: &str| format!("provider \"campus\" {}", right.replace(from, to));
        let told = |line: &str| {
            let read = Config::parse(Path::new("x"), &format!("{ORGANISATION}{line}\n"));
            read.err().map_or_else(String::new, |fault| fault.to_string())
        };
        assert_eq!(told(&with("", "")), "");
        assert_eq!(told(&with("https://a.example", "http://localhost:9/a")), "");
        for (line, wanted) in [
            (with("https://a.example", "http://a.example"), "line 2: `http://a.example` is no issuer"),
            (with("https://a.example", "https://a.example/?x"), "is no issuer"),
            (with("https://a.example", "a.example"), "is no issuer"),
            (with("client=\"c\"", ""), "line 2: `provider` needs client="),
            (with("secret=\"s\"", ""), "line 2: `provider` needs either secret="),
            (with("secret=\"s\"", "secret=\"s\" secret-file=\"/s\""), "needs either"),
            (with("recipient=\"r\"", "recipent=\"r\""), "line 2: `recipent` says nothing of a provider; known are"),
            (format!("provider \"other\" {right}"), "line 2: there is no organisation `other` above this line"),
            (format!("provider {right}"), "line 2: `provider` needs a text behind it"),
            (format!("{}\n{}", with("", ""), with("", "")), "line 3: `campus` has a provider already"),
        ] {
            assert!(told(&line).contains(wanted), "{line}: {}", told(&line));
        }
    }

    #[test]
    fn a_secret_is_read_from_its_file_and_its_absence_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("secret");
        let read = || {
            let line = format!(
                "provider \"campus\" issuer=\"https://a.example\" client=\"c\" secret-file=\"{}\" recipient=\"r\"\n",
                path.display()
            );
            let config = Config::parse(Path::new("x"), &format!("{ORGANISATION}{line}")).expect("valid");
            config.organisations[0].provider.as_ref().expect("a provider").settings()
        };
        assert!(read().is_err_and(|told| told.contains("cannot be read")));
        std::fs::write(&path, "\n").expect("written");
        assert!(read().is_err_and(|told| told.contains("is empty")));
        std::fs::write(&path, "secret \n").expect("written");
        use kernel::ExposeSecret as _;
        assert_eq!(read().expect("a secret").secret.expose_secret(), "secret");
    }
}

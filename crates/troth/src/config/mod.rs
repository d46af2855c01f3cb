//! The installation's configuration: `troth.kdl` in its folder.
//!
//! ```kdl
//! listen "127.0.0.1:8080"
//! mail server="smtp://127.0.0.1:25" from="no-reply@example.org" bounces="bounces@example.org"
//! backup to="/mnt/backups" recovery="troth-recovery-public-…"
//! organisation "campus" host="campus.example.org" statement="campus.kdl"
//! organisation "training" host="training.example.org" statement="training.kdl" postgres="host=/run/postgresql dbname=troth"
//! ```

mod edge;
mod provider;
mod sms;

use std::{
    fmt::Write as _,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use kdl::{KdlDocument, KdlEntry, KdlNode};
use kernel::{OrganisationKey, SecretString};
use post::{Address, GatewaySettings, Returning};
use store::copies::RecoveryPublic;

pub use self::{
    edge::{AcmeConfig, EdgeConfig, LETS_ENCRYPT},
    provider::{ClientSecret, ProviderConfig},
};

/// The file's name.
pub const FILE: &str = "troth.kdl";

/// A configuration that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error(
        "{path}: cannot be read: {reason}. Make an installation with `troth init`, or name its folder with --data."
    )]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The file is not KDL.
    #[error("{path}: not valid KDL: {reason}")]
    Syntax {
        /// Which file.
        path: PathBuf,
        /// What the parser says.
        reason: String,
    },
    /// Lines that make no sense; all of them.
    #[error("{path}:\n{}", faults.join("\n"))]
    Faults {
        /// Which file.
        path: PathBuf,
        /// Each with its line, what is wrong and how to mend it.
        faults: Vec<String>,
    },
}

/// Where mail goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailConfig {
    /// `smtp://host:port` (STARTTLS where offered; plain on loopback only) or `smtps://host:port`.
    pub server: String,
    /// The sender's address.
    pub from: String,
    /// Where reports go about mails that did not arrive: `bounces@example.org`, which has to take mail for
    /// `bounces+…@example.org` as well. Without it they go to the sender, and nothing comes of them.
    pub bounces: Option<String>,
}

/// Where copies go each night.
#[derive(Clone, Debug)]
pub struct BackupConfig {
    /// A folder, or `s3://bucket/prefix`.
    pub to: String,
    /// The public half of the recovery key.
    pub recovery: RecoveryPublic,
    /// How to reach a bucket; the environment (`AWS_…`) says what is left out here.
    pub s3: S3Config,
}

/// How to reach a bucket.
#[derive(Clone, Debug, Default)]
pub struct S3Config {
    /// The server's address; Amazon's own when absent.
    pub endpoint: Option<String>,
    /// The region.
    pub region: Option<String>,
    /// The key's id.
    pub key: Option<String>,
    /// The key's secret.
    pub secret: Option<SecretString>,
}

/// One organisation of the installation.
#[derive(Clone, Debug)]
pub struct OrganisationConfig {
    /// Its short name.
    pub key: OrganisationKey,
    /// The host name (and port, when not the standard one) under which it is reached.
    pub host: String,
    /// Its statement, relative to the organisation's folder.
    pub statement: PathBuf,
    /// The PostgreSQL database that keeps its data; an SQLite file when absent.
    pub postgres: Option<SecretString>,
    /// The provider with which its people sign in.
    pub provider: Option<ProviderConfig>,
}

/// The installation.
#[derive(Clone, Debug)]
pub struct Config {
    /// Its folder.
    pub folder: PathBuf,
    /// Where the server listens.
    pub listen: SocketAddr,
    /// How people reach it.
    pub edge: EdgeConfig,
    /// Where mail goes; the server does not start without it.
    pub mail: Option<MailConfig>,
    /// Where text messages go; the server does not start without it where a statement offers codes by text message.
    pub sms: Option<GatewaySettings>,
    /// Where copies go; without it nothing is copied, unless `troth backup` is told where to.
    pub backup: Option<BackupConfig>,
    /// The organisations.
    pub organisations: Vec<OrganisationConfig>,
}

impl Config {
    /// Reads `troth.kdl` in `folder`.
    ///
    /// # Errors
    /// When the file is missing, is not KDL, or holds lines that make no sense.
    pub fn read(folder: &Path) -> Result<Self, ConfigError> {
        let path = folder.join(FILE);
        let text = std::fs::read_to_string(&path)
            .map_err(|error| ConfigError::Unreadable { path: path.clone(), reason: error.to_string() })?;
        Self::parse(folder, &text)
    }

    /// Reads the text of a `troth.kdl` that is to stand in `folder`.
    ///
    /// # Errors
    /// When it is not KDL, or holds lines that make no sense.
    pub fn parse(folder: &Path, text: &str) -> Result<Self, ConfigError> {
        let path = folder.join(FILE);
        let document = text.parse::<KdlDocument>().map_err(|error| ConfigError::Syntax {
            path: path.clone(),
            reason: error.diagnostics.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
        })?;
        let mut config = Self {
            folder: folder.to_owned(),
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            edge: EdgeConfig::default(),
            mail: None,
            sms: None,
            backup: None,
            organisations: Vec::new(),
        };
        let mut faults = Vec::new();
        for node in document.nodes() {
            let line = text[..node.span().offset()].matches('\n').count() + 1;
            if let Err(fault) = config.take(node) {
                faults.push(format!("line {line}: {fault}"));
            }
        }
        if faults.is_empty() { Ok(config) } else { Err(ConfigError::Faults { path, faults }) }
    }

    fn take(&mut self, node: &KdlNode) -> Result<(), String> {
        match node.name().value() {
            "listen" => {
                let address = argument(node)?;
                self.listen = address.parse().map_err(|_| {
                    format!("`{address}` is no address; write an address and a port, such as \"127.0.0.1:8080\"")
                })?;
            }
            "mail" => self.mail = Some(mail(node)?),
            "sms" => self.sms = Some(sms::read(node)?),
            "backup" => self.backup = Some(backup(node)?),
            "organisation" => {
                let name = argument(node)?;
                let key = OrganisationKey::new(&name).ok_or_else(|| {
                    format!("`{name}` cannot name an organisation; use small letters, digits and hyphens")
                })?;
                if self.organisations.iter().any(|other| other.key == key) {
                    return Err(format!("the organisation `{name}` is given twice; remove one"));
                }
                let host = property(node, "host")?;
                if self.organisations.iter().any(|other| other.host == host) {
                    return Err(format!("the host `{host}` is given twice; each organisation needs its own"));
                }
                let statement = property(node, "statement")?.into();
                let postgres = property(node, "postgres").ok().map(SecretString::from);
                self.organisations.push(OrganisationConfig { key, host, statement, postgres, provider: None });
            }
            "provider" => {
                let name = argument(node)?;
                let provider = ProviderConfig::read(node)?;
                let known = self.organisations.iter_mut().find(|organisation| organisation.key.as_str() == name);
                let known = known.ok_or_else(|| {
                    format!("there is no organisation `{name}` above this line; write the line below that of its organisation")
                })?;
                if known.provider.replace(provider).is_some() {
                    return Err(format!("`{name}` has a provider already; remove one"));
                }
            }
            other => {
                return self.edge.take(node).unwrap_or_else(|| {
                    Err(format!(
                        "`{other}` is unknown here; known are listen, plain, status, log, certificate, acme, proxy, \
                         security-contact, limits, scanner, mail, sms, backup, organisation and provider"
                    ))
                });
            }
        }
        Ok(())
    }

    /// The configuration as the text of its file.
    pub fn to_kdl(&self) -> String {
        use kernel::ExposeSecret;
        let mut text = String::from("// The installation. Restart the server after a change.\n");
        let quote = |value: &str| KdlEntry::new(value).to_string();
        let _ = writeln!(text, "listen {}", quote(&self.listen.to_string()));
        self.edge.write(&mut text);
        match &self.mail {
            Some(mail) => {
                let _ = write!(text, "mail server={} from={}", quote(&mail.server), quote(&mail.from));
                if let Some(bounces) = &mail.bounces {
                    let _ = write!(text, " bounces={}", quote(bounces));
                }
                text.push('\n');
            }
            None => text.push_str("// mail server=\"smtp://127.0.0.1:25\" from=\"no-reply@example.org\"\n"),
        }
        if let Some(gateway) = &self.sms {
            sms::write(gateway, &mut text);
        }
        match &self.backup {
            Some(backup) => backup.write(&mut text),
            None => text.push_str("// backup to=\"/mnt/backups\" recovery=\"troth-recovery-public-...\"\n"),
        }
        for organisation in &self.organisations {
            let _ = write!(
                text,
                "organisation {} host={} statement={}",
                quote(organisation.key.as_str()),
                quote(&organisation.host),
                quote(&organisation.statement.display().to_string())
            );
            if let Some(url) = &organisation.postgres {
                let _ = write!(text, " postgres={}", quote(url.expose_secret()));
            }
            text.push('\n');
            if let Some(provider) = &organisation.provider {
                provider.write(organisation.key.as_str(), &mut text);
            }
        }
        text
    }

    /// The folder of one organisation.
    pub fn folder_of(&self, key: &OrganisationKey) -> PathBuf {
        self.folder.join(key.as_str())
    }
}

impl BackupConfig {
    fn write(&self, text: &mut String) {
        use kernel::ExposeSecret;
        let quote = |value: &str| KdlEntry::new(value).to_string();
        let _ = write!(text, "backup to={} recovery={}", quote(&self.to), quote(&self.recovery.to_string()));
        let secret = self.s3.secret.as_ref().map(|secret| secret.expose_secret().to_owned());
        let S3Config { endpoint, region, key, .. } = self.s3.clone();
        for (name, value) in [("endpoint", endpoint), ("region", region), ("key", key), ("secret", secret)] {
            if let Some(value) = value {
                let _ = write!(text, " {name}={}", quote(&value));
            }
        }
        text.push('\n');
    }
}

fn mail(node: &KdlNode) -> Result<MailConfig, String> {
    let bounces = property(node, "bounces").ok();
    if let Some(bounces) = &bounces {
        // RFC 5321 §4.5.3.1.1: what stands before the `@` has at most 64 octets.
        let most = 64 - Returning::MOST;
        let address = bounces.parse::<Address>();
        let address = address.map_err(|_| format!("bounces: `{bounces}` is no e-mail address"))?;
        if address.name().len() > most || address.name().contains('+') {
            return Err(format!("bounces: before the `@` of `{bounces}` stand at most {most} signs, and no `+`"));
        }
    }
    Ok(MailConfig { server: property(node, "server")?, from: property(node, "from")?, bounces })
}

fn backup(node: &KdlNode) -> Result<BackupConfig, String> {
    let to = property(node, "to")?;
    if !to.starts_with("s3://") && !Path::new(&to).is_absolute() {
        return Err(format!(
            "`{to}` is no place for copies; write a whole path such as \"/mnt/backups\", or \"s3://bucket/prefix\""
        ));
    }
    let recovery = property(node, "recovery")?;
    let recovery =
        recovery.parse().map_err(|fault| format!("recovery: {fault}; make a pair with `troth backup key FILE`"))?;
    let [endpoint, region, key, secret] = ["endpoint", "region", "key", "secret"].map(|name| property(node, name).ok());
    Ok(BackupConfig { to, recovery, s3: S3Config { endpoint, region, key, secret: secret.map(SecretString::from) } })
}

fn argument(node: &KdlNode) -> Result<String, String> {
    node.get(0)
        .and_then(|value| value.as_string())
        .map(ToOwned::to_owned)
        .ok_or_else(|| format!("`{}` needs a text behind it, in quotes", node.name().value()))
}

fn property(node: &KdlNode, name: &str) -> Result<String, String> {
    node.get(name)
        .and_then(|value| value.as_string())
        .map(ToOwned::to_owned)
        .ok_or_else(|| format!("`{}` needs {name}=\"...\"", node.name().value()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let public = "troth-recovery-public-5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f11d7";
        assert!(public.parse::<RecoveryPublic>().is_err(), "without its checksum it is none");
        let key = store::copies::RecoveryKey::new(&testkit::SeededRng::new(1)).expect("a key").public();
        let backup =
            format!("backup to=\"s3://copies/campus\" recovery=\"{key}\" region=\"eu-central-1\" secret=\"s\"\n");
        let text = "listen \"127.0.0.1:9000\"\nmail server=\"smtp://mx:25\" from=\"a@b.example\" bounces=\"back@b.example\"\n\
                    organisation \"campus\" host=\"campus.example\" statement=\"campus.kdl\" postgres=\"dbname=x\"\n";
        let config = Config::parse(Path::new("here"), &format!("{text}{backup}")).expect("valid");
        let again = Config::parse(Path::new("here"), &config.to_kdl()).expect("what it wrote itself");
        assert_eq!(again.listen.port(), 9000);
        assert_eq!(again.mail, config.mail);
        assert_eq!(again.organisations[0].host, "campus.example");
        assert!(again.organisations[0].postgres.is_some());
        let backup = again.backup.expect("a place for copies");
        assert_eq!((backup.to.as_str(), backup.recovery), ("s3://copies/campus", key));
        assert_eq!((backup.s3.region.as_deref(), backup.s3.secret.is_some()), (Some("eu-central-1"), true));
    }

    #[test]
    fn all_faults_are_told_at_once_with_their_lines() {
        let error = Config::parse(Path::new("x"), "listen \"nowhere\"\nmale\norganisation \"Bad Name\"\n")
            .expect_err("three faults")
            .to_string();
        assert!(error.contains("line 1: `nowhere` is no address"), "{error}");
        assert!(error.contains("line 2: `male` is unknown"), "{error}");
        assert!(error.contains("line 3: `Bad Name` cannot name"), "{error}");
    }

    #[test]
    fn an_address_for_what_comes_back_leaves_room_for_the_mark() {
        let read = |bounces: &str| {
            let text = format!("mail server=\"smtp://mx:25\" from=\"a@b.example\" bounces=\"{bounces}\"");
            Config::parse(Path::new("x"), &text)
        };
        assert!(read("bounces@example.org").is_ok());
        for bad in ["bounces", "bounces+troth@example.org", "what-comes-back@example.org"] {
            let error = read(bad).expect_err("no mark fits").to_string();
            assert!(error.contains("line 1: bounces:"), "{error}");
        }
    }
}

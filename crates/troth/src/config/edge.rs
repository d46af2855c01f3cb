//! The part of the configuration that says how people reach the server.
//!
//! ```kdl
//! listen "[::]:443"
//! plain "[::]:80"
//! certificate chain="/etc/troth/campus.crt" key="/etc/troth/campus.key"
//! acme contact="admin@example.org" terms="agreed"
//! proxy "127.0.0.1" "10.0.0.0/8"
//! security-contact "mailto:security@example.org"
//! status "127.0.0.1:8081"
//! scanner "/run/clamav/clamd.ctl"
//! limits connections=1024 per-address=256 header-seconds=10
//! ```

use std::{fmt::Write as _, net::SocketAddr, path::PathBuf, time::Duration};

use http::{Network, Proxies, Scanner, ServeLimits};
use kdl::{KdlEntry, KdlNode};
use tls::Files;

use super::{argument, property};

/// The directory that is asked when the configuration names none.
pub const LETS_ENCRYPT: &str = "https://acme-v02.api.letsencrypt.org/directory";

/// Certificates that the server gets by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcmeConfig {
    /// The authority's directory.
    pub directory: String,
    /// Where the authority writes to.
    pub contact: Option<String>,
    /// The roots by which the authority's own server is known, when they are not those of the web.
    pub roots: Option<PathBuf>,
}

/// How people reach the server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EdgeConfig {
    /// Where plain HTTP is answered with the way to TLS.
    pub plain: Option<SocketAddr>,
    /// Certificates in files.
    pub certificates: Vec<Files>,
    /// Certificates that the server gets by itself.
    pub acme: Option<AcmeConfig>,
    /// Proxies before the server, which speak TLS for it.
    pub proxies: Vec<String>,
    /// Limits of connections.
    pub limits: ServeLimits,
    /// To whom weaknesses are told, the preferred one first.
    pub security_contacts: Vec<String>,
    /// Where whoever watches over the server asks how it fares.
    pub status: Option<SocketAddr>,
    /// Each line of the log is JSON.
    pub json_log: bool,
    /// Who looks for known harm in what is uploaded.
    pub scanner: Option<Scanner>,
}

impl EdgeConfig {
    /// Whether the server itself speaks TLS.
    pub fn speaks_tls(&self) -> bool {
        !self.certificates.is_empty() || self.acme.is_some()
    }

    /// The proxies as networks; what is none was refused when the file was read.
    pub fn proxies(&self) -> Proxies {
        self.proxies.iter().filter_map(|text| text.parse::<Network>().ok()).collect::<Vec<_>>().into()
    }

    /// Whether it makes sense to listen there in this way; the text says what to do.
    pub(crate) fn fault(&self, listen: SocketAddr) -> Option<String> {
        if !self.speaks_tls() && self.proxies.is_empty() && !listen.ip().is_loopback() {
            return Some(format!(
                "listen \"{listen}\": without TLS only this machine itself is served. Name a certificate (certificate \
                 chain=\"…\" key=\"…\"), let the server get one (acme contact=\"…\" terms=\"agreed\"), or name the proxy \
                 that speaks TLS before it (proxy \"…\")."
            ));
        }
        if self.acme.is_some() && self.plain.is_none() {
            return Some("acme: the certificate authority looks at port 80; add the line plain \"[::]:80\"".to_owned());
        }
        None
    }

    /// Takes a line of the file that is about the edge; `None` when it is about something else.
    pub(super) fn take(&mut self, node: &KdlNode) -> Option<Result<(), String>> {
        Some(match node.name().value() {
            "plain" => address(node).map(|address| self.plain = Some(address)),
            "status" => address(node).map(|address| self.status = Some(address)),
            "scanner" => scanner(node).map(|scanner| self.scanner = Some(scanner)),
            "log" => log(node).map(|json| self.json_log = json),
            "certificate" => files(node).map(|files| self.certificates.push(files)),
            "acme" => acme(node).map(|acme| self.acme = Some(acme)),
            "proxy" => proxies(node).map(|proxies| self.proxies.extend(proxies)),
            "security-contact" => contacts(node).map(|contacts| self.security_contacts.extend(contacts)),
            "limits" => limits(node, &mut self.limits),
            _ => return None,
        })
    }

    pub(super) fn write(&self, text: &mut String) {
        let quote = |value: &str| KdlEntry::new(value).to_string();
        if let Some(plain) = self.plain {
            let _ = writeln!(text, "plain {}", quote(&plain.to_string()));
        }
        match self.status {
            Some(status) => {
                let _ = writeln!(text, "status {}", quote(&status.to_string()));
            }
            None => text.push_str("// status \"127.0.0.1:8081\"\n"),
        }
        if self.json_log {
            text.push_str("log format=\"json\"\n");
        }
        if let Some(scanner) = &self.scanner {
            let _ = writeln!(text, "scanner {}", quote(&scanner.to_string()));
        }
        for Files { chain, key } in &self.certificates {
            let [chain, key] = [chain, key].map(|path| quote(&path.display().to_string()));
            let _ = writeln!(text, "certificate chain={chain} key={key}");
        }
        if let Some(acme) = &self.acme {
            let _ = write!(text, "acme directory={} terms=\"agreed\"", quote(&acme.directory));
            let roots = acme.roots.as_ref().map(|path| path.display().to_string());
            for (name, value) in [("contact", &acme.contact), ("roots", &roots)] {
                if let Some(value) = value {
                    let _ = write!(text, " {name}={}", quote(value));
                }
            }
            text.push('\n');
        }
        for (name, values) in [("proxy", &self.proxies), ("security-contact", &self.security_contacts)] {
            if !values.is_empty() {
                let all: Vec<_> = values.iter().map(|value| quote(value)).collect();
                let _ = writeln!(text, "{name} {}", all.join(" "));
            }
        }
        if self.limits != ServeLimits::default() {
            text.push_str("limits");
            let mut limits = self.limits;
            for (name, value) in parts(&mut limits) {
                let _ = write!(text, " {name}={}", value.get());
            }
            text.push('\n');
        }
    }
}

/// A number of the limits, in the unit of the file.
enum Part<'a> {
    Count(&'a mut usize),
    Streams(&'a mut u32),
    Seconds(&'a mut Duration),
}

impl Part<'_> {
    fn get(&self) -> u64 {
        match self {
            Self::Count(count) => **count as u64,
            Self::Streams(count) => u64::from(**count),
            Self::Seconds(time) => time.as_secs(),
        }
    }

    fn set(self, value: u32) {
        match self {
            Self::Count(count) => *count = value as usize,
            Self::Streams(count) => *count = value,
            Self::Seconds(time) => *time = Duration::from_secs(u64::from(value)),
        }
    }
}

fn parts(limits: &mut ServeLimits) -> [(&'static str, Part<'_>); 10] {
    [
        ("connections", Part::Count(&mut limits.connections)),
        ("per-address", Part::Count(&mut limits.per_address)),
        ("header-bytes", Part::Count(&mut limits.header_bytes)),
        ("header-seconds", Part::Seconds(&mut limits.header_time)),
        ("idle-seconds", Part::Seconds(&mut limits.idle)),
        ("stall-seconds", Part::Seconds(&mut limits.stall)),
        ("answer-seconds", Part::Seconds(&mut limits.answer)),
        ("streams", Part::Streams(&mut limits.streams)),
        ("requests", Part::Count(&mut limits.requests)),
        ("farewell-seconds", Part::Seconds(&mut limits.farewell)),
    ]
}

fn limits(node: &KdlNode, limits: &mut ServeLimits) -> Result<(), String> {
    for entry in node.entries() {
        let name = entry.name().map_or("", |name| name.value());
        let Some((_, part)) = parts(limits).into_iter().find(|(known, _)| *known == name) else {
            let names = parts(&mut ServeLimits::default()).map(|(known, _)| known).join(", ");
            return Err(format!("`{name}` is no limit; known are {names}"));
        };
        let value = entry.value().as_integer().and_then(|value| u32::try_from(value).ok()).filter(|value| *value > 0);
        let value = value.ok_or_else(|| format!("`{name}` needs a whole number above 0"))?;
        part.set(value);
    }
    Ok(())
}

fn address(node: &KdlNode) -> Result<SocketAddr, String> {
    let text = argument(node)?;
    text.parse().map_err(|_| format!("`{text}` is no address; write an address and a port, such as \"127.0.0.1:8080\""))
}

fn scanner(node: &KdlNode) -> Result<Scanner, String> {
    let place = argument(node)?;
    place.parse().map_err(|fault| format!("scanner: `{place}` is no place of this machine; {fault}"))
}

fn log(node: &KdlNode) -> Result<bool, String> {
    match property(node, "format")?.as_str() {
        "json" => Ok(true),
        "text" => Ok(false),
        other => Err(format!("log: `{other}` is no format; known are text and json")),
    }
}

fn files(node: &KdlNode) -> Result<Files, String> {
    Ok(Files { chain: property(node, "chain")?.into(), key: property(node, "key")?.into() })
}

fn acme(node: &KdlNode) -> Result<AcmeConfig, String> {
    if property(node, "terms").ok().as_deref() != Some("agreed") {
        return Err("acme: read the certificate authority's terms, and write terms=\"agreed\"".to_owned());
    }
    let directory = property(node, "directory").unwrap_or_else(|_| LETS_ENCRYPT.to_owned());
    if !directory.starts_with("https://") {
        return Err(format!("acme: `{directory}` is no directory; write an https address"));
    }
    let roots = property(node, "roots").ok().map(PathBuf::from);
    Ok(AcmeConfig { directory, contact: property(node, "contact").ok(), roots })
}

fn proxies(node: &KdlNode) -> Result<Vec<String>, String> {
    texts(node)?.into_iter().map(|text| text.parse::<Network>().map(|_| text)).collect()
}

fn contacts(node: &KdlNode) -> Result<Vec<String>, String> {
    let texts = texts(node)?;
    let wrong = texts.iter().find(|text| {
        !["mailto:", "https://", "tel:"].iter().any(|scheme| text.starts_with(scheme))
            || text.contains(|sign: char| sign.is_control() || sign.is_whitespace())
    });
    match wrong {
        Some(wrong) => Err(format!("`{wrong}` is no contact; write \"mailto:…\", \"https://…\" or \"tel:…\"")),
        None => Ok(texts),
    }
}

/// One text or more.
fn texts(node: &KdlNode) -> Result<Vec<String>, String> {
    argument(node)?;
    Ok(node.entries().iter().filter_map(|entry| entry.value().as_string()).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::config::Config;

    #[test]
    fn what_is_written_about_the_edge_reads_back() {
        let text = "listen \"[::]:443\"\nplain \"[::]:80\"\ncertificate chain=\"/a b/c.crt\" key=\"/k\"\n\
                    acme contact=\"a@b.example\" terms=\"agreed\" roots=\"/r\"\nproxy \"127.0.0.1\" \"10.0.0.0/8\"\n\
                    limits connections=7 idle-seconds=3 streams=2\nsecurity-contact \"mailto:s@b.example\"\n\
                    status \"127.0.0.1:9\"\nlog format=\"json\"\n";
        let config = Config::parse(Path::new("here"), text).expect("valid");
        let again = Config::parse(Path::new("here"), &config.to_kdl()).expect("what it wrote itself");
        assert_eq!(config.edge, again.edge);
        assert_eq!(again.edge.acme.as_ref().map(|acme| acme.directory.as_str()), Some(LETS_ENCRYPT));
        assert_eq!((again.edge.limits.connections, again.edge.limits.streams), (7, 2));
        assert_eq!(again.edge.limits.idle, Duration::from_secs(3));
        assert_eq!(again.edge.fault(again.listen), None);
    }

    // RL15
    #[test]
    fn nobody_but_this_machine_is_served_without_tls() {
        let fault = |text: &str| {
            let config = Config::parse(Path::new("here"), text).expect("valid");
            config.edge.fault(config.listen)
        };
        assert!(fault("listen \"0.0.0.0:8080\"").is_some_and(|told| told.contains("certificate chain=")));
        assert_eq!(fault("listen \"127.0.0.1:8080\""), None);
        assert_eq!(fault("listen \"0.0.0.0:8080\"\nproxy \"10.0.0.1\""), None);
        assert_eq!(fault("listen \"0.0.0.0:443\"\ncertificate chain=\"/c\" key=\"/k\""), None);
        assert!(fault("listen \"0.0.0.0:443\"\nacme terms=\"agreed\"").is_some_and(|told| told.contains("port 80")));
    }

    #[test]
    fn what_makes_no_sense_at_the_edge_is_told_with_its_line() {
        let text = "proxy \"all\"\nacme contact=\"a@b\"\nlimits speed=1\nlimits idle-seconds=0\nplain \"80\"\n\
                    security-contact \"s@b.example\"\n";
        let told = Config::parse(Path::new("x"), text).expect_err("six faults").to_string();
        for wanted in [
            "line 1: `all` is no address",
            "line 2: acme: read",
            "line 3: `speed` is no limit",
            "line 4:",
            "line 5: `80`",
            "line 6: `s@b",
        ] {
            assert!(told.contains(wanted), "{wanted}: {told}");
        }
    }
}

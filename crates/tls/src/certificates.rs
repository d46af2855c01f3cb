//! Which certificate answers for which host, and what is spoken.

use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock},
};

use rustls::{
    Error, ServerConfig,
    crypto::aws_lc_rs,
    server::{ClientHello, ResolvesServerCert},
    sign::CertifiedKey,
    version::{TLS12, TLS13},
};

use crate::Pair;

/// The certificates in use, by host. Whoever asks for no host, or for one that is not here, is not answered: a look
/// at the bare address does not tell whose site this is.
#[derive(Debug, Default)]
pub struct Certificates(RwLock<BTreeMap<String, Arc<Pair>>>);

impl Certificates {
    /// Puts a certificate to work for a host, from the next connection on.
    pub fn put(&self, host: &str, pair: Arc<Pair>) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(host.to_ascii_lowercase(), pair);
    }

    /// The certificate that answers for a host.
    pub fn of(&self, host: &str) -> Option<Arc<Pair>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(&host.to_ascii_lowercase()).cloned()
    }
}

impl ResolvesServerCert for Certificates {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        self.of(hello.server_name()?).map(|pair| Arc::clone(&pair.key))
    }
}

/// TLS 1.2 and 1.3 with the suites that Mozilla's guideline *intermediate* keeps and `rustls` speaks, the strongest that
/// both sides know, whatever the other side prefers; HTTP/2 before HTTP/1.1.
///
/// # Errors
/// When the cryptographic library cannot do what both versions need.
pub fn server_config(certificates: Arc<Certificates>) -> Result<Arc<ServerConfig>, Error> {
    let mut config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_protocol_versions(&[&TLS13, &TLS12])?
        .with_no_client_auth()
        .with_cert_resolver(certificates);
    config.ignore_client_order = true;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

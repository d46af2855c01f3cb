//! Certificates in files, and what is spoken with them, over real connections.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where it fails")]

use std::{fs, path::PathBuf, sync::Arc, time::Duration};

use kernel::Timestamp;
use rustls::{
    CipherSuite, ClientConfig, ProtocolVersion, RootCertStore, SupportedProtocolVersion,
    crypto::{CryptoProvider, aws_lc_rs},
    pki_types::{CertificateDer, ServerName, pem::PemObject as _},
    version::{TLS12, TLS13},
};
use testkit::Authority;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::{TlsAcceptor, TlsConnector};
use troth_tls::{Certificates, Fault, Files, Pair, server_config, take_up, watch};

const CAMPUS: &str = "campus.example.org";
const TRAINING: &str = "training.example.org";

struct Desk {
    folder: tempfile::TempDir,
    authority: Authority,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), authority: Authority::new().unwrap() }
    }

    /// Files with a certificate for these hosts, which holds from 2020 until `until`.
    fn files(&self, name: &str, hosts: &[&str], until: &str) -> Files {
        let [chain, key] = ["crt", "key"].map(|kind| self.folder.path().join(format!("{name}.{kind}")));
        let [from, until] = ["2020-01-01T00:00:00Z", until].map(|at| at.parse::<Timestamp>().unwrap());
        let (certificate, private) = self.authority.certificate(hosts, from, until).unwrap();
        fs::write(&chain, certificate).unwrap();
        fs::write(&key, private).unwrap();
        Files { chain, key }
    }

    fn client(&self, versions: &[&'static SupportedProtocolVersion]) -> ClientConfig {
        self.client_of(aws_lc_rs::default_provider(), versions)
    }

    fn client_of(&self, provider: CryptoProvider, versions: &[&'static SupportedProtocolVersion]) -> ClientConfig {
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from_pem_slice(self.authority.root().as_bytes()).unwrap()).unwrap();
        ClientConfig::builder_with_provider(Arc::new(provider))
            .with_protocol_versions(versions)
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth()
    }
}

/// What a client and a server came to: the version, the suite, the protocol.
type Spoken = (ProtocolVersion, CipherSuite, Option<Vec<u8>>);

async fn speak(certificates: &Arc<Certificates>, client: ClientConfig, host: &str) -> Result<Spoken, String> {
    let acceptor = TlsAcceptor::from(server_config(Arc::clone(certificates)).unwrap());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let to = listener.local_addr().unwrap();
    let server = tokio::spawn(async move { acceptor.accept(listener.accept().await.unwrap().0).await.is_ok() });
    let stream = TcpStream::connect(to).await.unwrap();
    let name = ServerName::try_from(host.to_owned()).unwrap();
    let stream = TlsConnector::from(Arc::new(client)).connect(name, stream).await.map_err(|error| error.to_string())?;
    let spoken = stream.get_ref().1;
    let result = (
        spoken.protocol_version().unwrap(),
        spoken.negotiated_cipher_suite().unwrap().suite(),
        spoken.alpn_protocol().map(<[u8]>::to_vec),
    );
    assert!(server.await.unwrap());
    Ok(result)
}

// SH2
#[tokio::test]
async fn each_host_is_answered_with_its_own_certificate_and_an_unknown_one_with_none() {
    let desk = Desk::new();
    let files =
        [desk.files("a", &[CAMPUS], "2999-01-01T00:00:00Z"), desk.files("b", &[TRAINING], "2999-01-01T00:00:00Z")];
    let certificates = Arc::new(Certificates::default());
    take_up(&certificates, &files, &[CAMPUS.to_owned(), TRAINING.to_owned()]).unwrap();
    for host in [CAMPUS, TRAINING] {
        speak(&certificates, desk.client(&[&TLS13, &TLS12]), host).await.unwrap();
        let other = if host == CAMPUS { TRAINING } else { CAMPUS };
        assert!(!certificates.of(host).unwrap().names(other), "one organisation's certificate names another");
    }
    assert!(speak(&certificates, desk.client(&[&TLS13]), "elsewhere.example.org").await.is_err());
    assert!(speak(&certificates, desk.client(&[&TLS13]), "127.0.0.1").await.is_err(), "no name, no certificate");
}

// RL15, S11
#[tokio::test]
async fn tls_1_2_and_1_3_are_spoken_and_http_2_is_preferred() {
    let desk = Desk::new();
    let certificates = Arc::new(Certificates::default());
    take_up(&certificates, &[desk.files("a", &[CAMPUS], "2999-01-01T00:00:00Z")], &[CAMPUS.to_owned()]).unwrap();
    for (version, number) in [(&TLS13, ProtocolVersion::TLSv1_3), (&TLS12, ProtocolVersion::TLSv1_2)] {
        let mut client = desk.client(&[version]);
        client.alpn_protocols = vec![b"http/1.1".to_vec(), b"h2".to_vec()];
        let (spoken, _, protocol) = speak(&certificates, client, CAMPUS).await.unwrap();
        assert_eq!((spoken, protocol.as_deref()), (number, Some(b"h2".as_slice())));
        let mut old = desk.client(&[version]);
        old.alpn_protocols = vec![b"http/1.1".to_vec()];
        assert_eq!(speak(&certificates, old, CAMPUS).await.unwrap().2.as_deref(), Some(b"http/1.1".as_slice()));
    }
}

// S11: https://wiki.mozilla.org/Security/Server_Side_TLS, without the suites of finite-field DHE.
#[test]
fn the_suites_are_those_of_mozillas_intermediate_guideline() {
    let config = server_config(Arc::default()).unwrap();
    let mut suites: Vec<_> = config.crypto_provider().cipher_suites.iter().map(|suite| suite.suite()).collect();
    let mut intermediate = vec![
        CipherSuite::TLS13_AES_128_GCM_SHA256,
        CipherSuite::TLS13_AES_256_GCM_SHA384,
        CipherSuite::TLS13_CHACHA20_POLY1305_SHA256,
        CipherSuite::TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        CipherSuite::TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        CipherSuite::TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        CipherSuite::TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        CipherSuite::TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        CipherSuite::TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
    ];
    suites.sort_by_key(|suite| u16::from(*suite));
    intermediate.sort_by_key(|suite| u16::from(*suite));
    assert_eq!(suites, intermediate);
}

// S11
#[tokio::test]
async fn the_server_chooses_the_strongest_suite_whatever_the_client_prefers() {
    let desk = Desk::new();
    let certificates = Arc::new(Certificates::default());
    take_up(&certificates, &[desk.files("a", &[CAMPUS], "2999-01-01T00:00:00Z")], &[CAMPUS.to_owned()]).unwrap();
    let mut backwards = aws_lc_rs::default_provider();
    backwards.cipher_suites.reverse();
    for version in [&TLS13, &TLS12] {
        let chosen = speak(&certificates, desk.client(&[version]), CAMPUS).await.unwrap().1;
        let client = desk.client_of(backwards.clone(), &[version]);
        assert_eq!(speak(&certificates, client, CAMPUS).await.unwrap().1, chosen);
    }
}

#[tokio::test]
async fn a_certificate_that_was_renewed_on_disk_is_taken_up_and_a_broken_one_is_not() {
    let desk = Desk::new();
    let files = desk.files("a", &[CAMPUS], "2998-01-01T00:00:00Z");
    let (certificates, hosts) = (Arc::new(Certificates::default()), vec![CAMPUS.to_owned()]);
    take_up(&certificates, std::slice::from_ref(&files), &hosts).unwrap();
    let every = Duration::from_millis(5);
    let watching = tokio::spawn(watch(Arc::clone(&certificates), vec![files.clone()], hosts, every));
    let until = || certificates.of(CAMPUS).unwrap().until.to_string();
    tokio::time::sleep(every * 4).await;
    fs::write(&files.chain, "-----BEGIN CERTIFICATE-----\nhalf of it").unwrap();
    tokio::time::sleep(every * 20).await;
    assert_eq!(until(), "2998-01-01T00:00:00Z", "the old one stays");
    desk.files("a", &[CAMPUS], "2999-01-01T00:00:00Z");
    let patience = tokio::time::timeout(Duration::from_secs(10), async {
        while until() != "2999-01-01T00:00:00Z" {
            tokio::time::sleep(every).await;
        }
    });
    patience.await.expect("the new one is taken up");
    watching.abort();
}

#[test]
fn what_is_wrong_with_a_file_is_told_with_its_name_and_how_to_mend_it() {
    let desk = Desk::new();
    let good = desk.files("good", &[CAMPUS], "2999-01-01T00:00:00Z");
    let other = desk.files("other", &[CAMPUS], "2999-01-01T00:00:00Z");
    let told = |chain: &PathBuf, key: &PathBuf| Pair::read(chain, key).unwrap_err().to_string();
    let missing = desk.folder.path().join("missing");
    assert!(told(&missing, &good.key).contains("missing: cannot be read: No such file"));
    let swapped = told(&good.key, &good.key);
    assert!(
        swapped.contains("good.key: holds no certificate that can be read") && swapped.contains("BEGIN CERTIFICATE")
    );
    let swapped = told(&good.chain, &good.chain);
    assert!(swapped.contains("good.crt: holds no private key that can be read"), "{swapped}");
    assert!(told(&good.chain, &other.key).contains("other.key: does not belong to the first certificate in"));
    let fault = take_up(&Certificates::default(), &[good, Files { chain: missing.clone(), key: missing }], &[]);
    assert!(matches!(fault.unwrap_err().as_slice(), [Fault::Unreadable { .. }]), "the good one is no fault");
}

#[test]
fn a_certificate_tells_its_hosts_and_days() {
    let desk = Desk::new();
    let files = desk.files("a", &["*.example.org"], "2026-03-01T00:00:00Z");
    let pair = Pair::read(&files.chain, &files.key).unwrap();
    assert!(pair.names(CAMPUS) && !pair.names("example.org") && !pair.names("a.campus.example.org"));
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    assert_eq!(pair.days_left(at("2026-02-27T12:00:00Z")), 1);
    assert_eq!(pair.days_left(at("2026-03-01T00:00:01Z")), -1);
    assert!(pair.is_to_be_renewed(at("2024-06-01T00:00:00Z")) && !pair.is_to_be_renewed(at("2022-01-01T00:00:00Z")));
}

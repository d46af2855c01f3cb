//! A certificate authority of one's own, for tests: what browsers believe is not to be had on a desk.

use jiff::{Timestamp, tz::TimeZone};
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyUsagePurpose, PublicKeyData, date_time_ymd};
use tls::{Form, Key, pem};

/// The authority: its root and its key.
pub struct Authority {
    params: CertificateParams,
    key: Key,
    root: String,
}

impl Authority {
    /// A new one, which nobody believes that does not have its [root](Self::root).
    pub fn new() -> Option<Self> {
        let (key, _) = Key::make(Form::Certificate)?;
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, "An authority for tests");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        params.serial_number = Some(1u64.into());
        let root = pem("CERTIFICATE", params.self_signed(&key).ok()?.der());
        Some(Self { params, key, root })
    }

    /// The root's certificate, in PEM.
    pub fn root(&self) -> &str {
        &self.root
    }

    /// A certificate for these hosts and these days, and its key, in PEM.
    pub fn certificate(&self, hosts: &[&str], from: Timestamp, until: Timestamp) -> Option<(String, String)> {
        let (key, text) = Key::make(Form::Certificate)?;
        Some((self.sign(&key, hosts, from, until)?, text))
    }

    /// A certificate for somebody else's key.
    pub fn sign(&self, key: &impl PublicKeyData, hosts: &[&str], from: Timestamp, until: Timestamp) -> Option<String> {
        let mut params =
            CertificateParams::new(hosts.iter().map(|host| (*host).to_owned()).collect::<Vec<_>>()).ok()?;
        // The beginning of an instant's day: tests need no more.
        let day = |at: Timestamp| {
            let date = at.to_zoned(TimeZone::UTC).date();
            date_time_ymd(date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs())
        };
        params.not_before = day(from);
        params.not_after = day(until);
        params.serial_number = Some(2u64.into());
        let issuer = Issuer::from_params(&self.params, &self.key);
        Some(pem("CERTIFICATE", params.signed_by(key, &issuer).ok()?.der()))
    }
}

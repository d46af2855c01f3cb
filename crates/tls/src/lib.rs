//! TLS: the certificates of the organisations' hosts, and what is spoken with them (SH2, RL15); and the way to other servers
//! ([`client`]).
//!
//! Certificates come from files that somebody else renews ([`watch()`] takes up what has changed), or by ACME
//! (RFC 8555), which this server does itself ([`Acme`]). Each host is answered with its own certificate, so that the
//! certificate of one organisation does not name another.

mod acme;
mod certificates;
pub mod client;
mod fault;
mod files;
mod keys;
mod pair;
mod validity;

pub use acme::{Acme, AcmeFault, AcmeSettings, Challenges};
pub use certificates::{Certificates, server_config};
pub use fault::Fault;
pub use files::{Files, take_up, watch};
pub use keys::{Form, Key, pem};
pub use pair::Pair;

//! Where a request comes from.

use std::net::IpAddr;

/// The address from which a request comes, as an extension of the request; absent where it is not known. It is held
/// against guessing, in memory only, and stands in no log and no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

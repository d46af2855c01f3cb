//! The keyring.

use std::path::PathBuf;

/// Where the key-encryption key is kept.
#[derive(Clone, Debug)]
pub enum KeyEncryption {
    /// Files `<path>.<generation>`, readable by the owner alone. Keep them on another disk than the data, if you can.
    File(PathBuf),
}

/// Evidence that keys are gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Destroyed {
    /// The keyring's generation from which on the keys are absent.
    pub generation: u64,
    /// How many keys there were; scopes without a key count for nothing.
    pub keys: usize,
}

//! The recovery key: two halves, of which the server has the public one alone.

use std::{fmt, str::FromStr};

use aws_lc_rs::{agreement, digest};
use kernel::{Rng, rng};
use zeroize::Zeroizing;

use super::CopyError;

const PUBLIC: &str = "troth-recovery-public-";
const SECRET: &str = "troth-recovery-secret-";

/// The public half: what backups are sealed to. Written as a word, the server's configuration names it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct RecoveryPublic([u8; 32]);

impl RecoveryPublic {
    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for RecoveryPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&word(PUBLIC, &self.0))
    }
}

impl fmt::Debug for RecoveryPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for RecoveryPublic {
    type Err = CopyError;

    fn from_str(text: &str) -> Result<Self, CopyError> {
        if text.trim().starts_with(SECRET) {
            return Err(CopyError::NoKey("this is the secret half; the server gets the public one alone"));
        }
        Ok(Self(*read(PUBLIC, text.trim())?))
    }
}

/// Both halves. It has neither `Debug` nor `Display`; [`Self::to_file`] writes it down once.
pub struct RecoveryKey {
    secret: Zeroizing<[u8; 32]>,
    public: RecoveryPublic,
}

impl RecoveryKey {
    /// A new one.
    pub fn new(rng: &dyn Rng) -> Result<Self, CopyError> {
        Self::of(Zeroizing::new(rng::bytes(rng)))
    }

    /// Reads what [`Self::to_file`] wrote; lines that begin with `#` are for people.
    pub fn from_file(text: &str) -> Result<Self, CopyError> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let mut lines: Vec<_> = lines.collect();
        match (lines.pop(), lines.is_empty()) {
            (Some(line), true) if line.starts_with(PUBLIC) => {
                Err(CopyError::NoKey("this is the public half; what it sealed opens with the secret one alone"))
            }
            (Some(line), true) => Self::of(read(SECRET, line)?),
            _ => Err(CopyError::NoKey("a file with one recovery key is wanted")),
        }
    }

    /// The text of its file.
    pub fn to_file(&self) -> Zeroizing<String> {
        Zeroizing::new(format!(
            "# Troth: recovery key. Whoever has it and a backup with its keyring copy can read everything.\n\
             # Keep it away from the server and from the backups; without it no backup can be restored.\n\
             # Its public half, for the server's configuration: {}\n{}\n",
            self.public,
            *Zeroizing::new(word(SECRET, &self.secret))
        ))
    }

    /// The public half.
    pub fn public(&self) -> RecoveryPublic {
        self.public
    }

    pub(super) fn secret(&self) -> &[u8; 32] {
        &self.secret
    }

    fn of(secret: Zeroizing<[u8; 32]>) -> Result<Self, CopyError> {
        let unfit = |_| CopyError::NoKey("these bytes are no key");
        let key = agreement::PrivateKey::from_private_key(&agreement::X25519, &*secret)
            .map_err(|_| CopyError::NoKey("these bytes are no key"))?;
        let public = key.compute_public_key().map_err(unfit)?;
        let public = public.as_ref().try_into().map_err(|_| CopyError::NoKey("these bytes are no key"))?;
        Ok(Self { secret, public: RecoveryPublic(public) })
    }
}

/// Prefix, 32 bytes in hexadecimal, and four of a checksum, so that a slip of the pen is told as one.
fn word(prefix: &str, bytes: &[u8; 32]) -> String {
    let mut word = prefix.to_owned();
    word.extend(bytes.iter().chain(&check(prefix, bytes)).map(|byte| format!("{byte:02x}")));
    word
}

fn read(prefix: &'static str, text: &str) -> Result<Zeroizing<[u8; 32]>, CopyError> {
    let digits = text.strip_prefix(prefix).ok_or(CopyError::NoKey("it begins otherwise than a recovery key"))?;
    let mut bytes = Zeroizing::new([0_u8; 36]);
    if digits.len() != 72 || !digits.is_ascii() {
        return Err(CopyError::NoKey("it is too short or too long; was a line cut off?"));
    }
    for (n, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&digits[2 * n..2 * n + 2], 16)
            .map_err(|_| CopyError::NoKey("a sign in it is none of 0-9 and a-f"))?;
    }
    let mut key = Zeroizing::new([0_u8; 32]);
    key.copy_from_slice(&bytes[..32]);
    if check(prefix, &key) != bytes[32..] {
        return Err(CopyError::NoKey("a sign in it is mistyped: its checksum does not agree"));
    }
    Ok(key)
}

fn check(prefix: &str, bytes: &[u8; 32]) -> [u8; 4] {
    let mut context = digest::Context::new(&digest::SHA256);
    context.update(prefix.as_bytes());
    context.update(bytes);
    let mut check = [0; 4];
    check.copy_from_slice(&context.finish().as_ref()[..4]);
    check
}

#[cfg(test)]
mod tests {
    use testkit::SeededRng;

    use super::*;

    #[test]
    fn a_key_reads_back_and_a_slip_of_the_pen_is_told() {
        let key = RecoveryKey::new(&SeededRng::new(1)).unwrap();
        let text = key.to_file();
        let again = RecoveryKey::from_file(&text).unwrap();
        assert_eq!(again.public(), key.public());
        assert_eq!(key.public().to_string().parse::<RecoveryPublic>().unwrap(), key.public());
        let mut word = text.lines().last().unwrap().to_owned();
        let slip = if word.ends_with('0') { "1" } else { "0" };
        word.replace_range(word.len() - 1.., slip);
        assert!(RecoveryKey::from_file(&word).err().unwrap().to_string().contains("mistyped"));
        assert!(RecoveryKey::from_file(&key.public().to_string()).err().unwrap().to_string().contains("public half"));
        assert!(
            text.lines().last().unwrap().parse::<RecoveryPublic>().unwrap_err().to_string().contains("secret half")
        );
    }
}

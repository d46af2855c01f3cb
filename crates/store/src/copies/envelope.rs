//! Streams sealed to the recovery key: HPKE (RFC 9180, base mode), in chunks.
//!
//! Form: `TROTHCP1`, the encapsulated key (32 bytes), then chunks of 64 KiB, each with its tag. The object's name is
//! the context's info, so that objects cannot change places; the number of the chunk and whether it is the last are
//! authenticated with it, so that chunks can be neither moved, left out nor cut off.

use std::io::{self, Read, Write};

use rustls::crypto::{
    aws_lc_rs::hpke::DH_KEM_X25519_HKDF_SHA256_AES_256 as SUITE,
    hpke::{EncapsulatedSecret, Hpke as _, HpkeOpener, HpkePrivateKey, HpkePublicKey, HpkeSealer},
};
use zeroize::{Zeroize as _, Zeroizing};

use super::{CopyError, RecoveryKey, RecoveryPublic};

const MAGIC: &[u8; 8] = b"TROTHCP1";
const ENCAPSULATED: usize = 32;
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;

fn info(object: &str) -> Vec<u8> {
    [b"troth copy 1 ".as_slice(), object.as_bytes()].concat()
}

fn aad(number: u64, last: bool) -> [u8; 9] {
    let mut aad = [0; 9];
    aad[..8].copy_from_slice(&number.to_be_bytes());
    aad[8] = u8::from(last);
    aad
}

/// Seals what is written to it; [`Self::finish`] makes it whole.
pub(super) struct Sealing<W> {
    to: W,
    sealer: Box<dyn HpkeSealer>,
    buffer: Zeroizing<Vec<u8>>,
    number: u64,
}

impl<W: Write> Sealing<W> {
    /// Begins the object `object` in `to`.
    pub(super) fn new(object: &str, key: &RecoveryPublic, mut to: W) -> io::Result<Self> {
        let public = HpkePublicKey(key.bytes().to_vec());
        let (encapsulated, sealer) = SUITE.setup_sealer(&info(object), &public).map_err(io::Error::other)?;
        to.write_all(MAGIC)?;
        to.write_all(&encapsulated.0)?;
        Ok(Self { to, sealer, buffer: Zeroizing::new(Vec::with_capacity(CHUNK)), number: 0 })
    }

    fn chunk(&mut self, last: bool) -> io::Result<()> {
        let sealed = self.sealer.seal(&aad(self.number, last), &self.buffer).map_err(io::Error::other)?;
        self.number += 1;
        self.buffer.zeroize();
        self.to.write_all(&sealed)
    }

    /// Seals the last chunk and gives back what it wrote to.
    pub(super) fn finish(mut self) -> io::Result<W> {
        self.chunk(true)?;
        Ok(self.to)
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full chunk waits for more, so that the last one is known when it comes.
        if self.buffer.len() == CHUNK {
            self.chunk(false)?;
        }
        let taken = bytes.len().min(CHUNK - self.buffer.len());
        self.buffer.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Opens what [`Sealing`] made; an error of kind `InvalidData` where it is not what was sealed.
pub(super) struct Opening<R> {
    from: R,
    opener: Box<dyn HpkeOpener>,
    /// The sealed chunk that was read ahead.
    ahead: Vec<u8>,
    plain: Zeroizing<Vec<u8>>,
    at: usize,
    number: u64,
    ended: bool,
}

impl<R: Read> Opening<R> {
    /// Begins to open the object `object`.
    pub(super) fn new(object: &str, key: &RecoveryKey, mut from: R) -> io::Result<Self> {
        let mut head = [0; MAGIC.len() + ENCAPSULATED];
        from.read_exact(&mut head).map_err(|_| invalid("it is too short"))?;
        let (magic, encapsulated) = head.split_at(MAGIC.len());
        if magic != MAGIC {
            return Err(invalid("it does not begin as a copy does"));
        }
        let secret = HpkePrivateKey::from(key.secret().to_vec());
        let encapsulated = EncapsulatedSecret(encapsulated.to_vec());
        let opener = SUITE.setup_opener(&encapsulated, &info(object), &secret).map_err(|_| invalid(CHANGED))?;
        let mut opening =
            Self { from, opener, ahead: Vec::new(), plain: Zeroizing::default(), at: 0, number: 0, ended: false };
        opening.ahead = opening.sealed()?;
        Ok(opening)
    }

    fn sealed(&mut self) -> io::Result<Vec<u8>> {
        let mut chunk = Vec::with_capacity(CHUNK + TAG);
        (&mut self.from).take((CHUNK + TAG) as u64).read_to_end(&mut chunk)?;
        Ok(chunk)
    }

    fn next(&mut self) -> io::Result<()> {
        let following = self.sealed()?;
        let chunk = std::mem::replace(&mut self.ahead, following);
        let last = self.ahead.is_empty();
        let plain = self.opener.open(&aad(self.number, last), &chunk).map_err(|_| invalid(CHANGED))?;
        self.plain = Zeroizing::new(plain);
        self.number += 1;
        self.at = 0;
        self.ended = last;
        Ok(())
    }
}

impl<R: Read> Read for Opening<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at == self.plain.len() {
            if self.ended {
                return Ok(0);
            }
            self.next()?;
        }
        let taken = into.len().min(self.plain.len() - self.at);
        into[..taken].copy_from_slice(&self.plain[self.at..self.at + taken]);
        self.at += taken;
        Ok(taken)
    }
}

const CHANGED: &str = "a part of it does not open";

fn invalid(reason: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, reason)
}

/// Seals a small object.
pub(super) fn seal(object: &str, key: &RecoveryPublic, plain: &[u8]) -> Result<Vec<u8>, CopyError> {
    let fault = |error: io::Error| CopyError::damaged(object, error);
    let mut sealing = Sealing::new(object, key, Vec::new()).map_err(fault)?;
    sealing.write_all(plain).map_err(fault)?;
    sealing.finish().map_err(fault)
}

/// Opens a small object.
pub(super) fn open(object: &str, key: &RecoveryKey, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, CopyError> {
    let fault = |error: io::Error| CopyError::damaged(object, error);
    let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len()));
    Opening::new(object, key, sealed).map_err(fault)?.read_to_end(&mut plain).map_err(fault)?;
    Ok(plain)
}

#[cfg(test)]
mod tests {
    use testkit::SeededRng;

    use super::*;

    fn keys() -> (RecoveryKey, RecoveryKey) {
        (RecoveryKey::new(&SeededRng::new(1)).unwrap(), RecoveryKey::new(&SeededRng::new(2)).unwrap())
    }

    #[test]
    fn streams_of_every_length_open_with_their_own_key_and_name_alone() {
        let (key, other) = keys();
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 7] {
            let plain: Vec<u8> = (0..length).map(|n| (n % 251) as u8).collect();
            let sealed = seal("a/b", &key.public(), &plain).unwrap();
            assert_eq!(*open("a/b", &key, &sealed).unwrap(), plain, "{length}");
            assert!(open("a/c", &key, &sealed).is_err(), "{length}: under another name");
            assert!(open("a/b", &other, &sealed).is_err(), "{length}: with another key");
        }
    }

    #[test]
    fn a_stream_that_is_cut_put_together_otherwise_or_changed_by_one_bit_does_not_open() {
        let (key, _) = keys();
        let plain = vec![7; 3 * CHUNK];
        let sealed = seal("x", &key.public(), &plain).unwrap();
        let head = MAGIC.len() + ENCAPSULATED;
        let chunk = CHUNK + TAG;
        for cut in [0, 5, head, head + chunk, head + 2 * chunk, sealed.len() - 1] {
            assert!(open("x", &key, &sealed[..cut]).is_err(), "cut at {cut}");
        }
        let swapped = [&sealed[..head], &sealed[head + chunk..head + 2 * chunk], &sealed[head..head + chunk]].concat();
        assert!(open("x", &key, &[&swapped, &sealed[head + 2 * chunk..]].concat()).is_err());
        let rng = SeededRng::new(3);
        let every_head_bit = (0..head * 8).chain((0..64).map(|_| rng.below(sealed.len() * 8)));
        for bit in every_head_bit {
            let mut changed = sealed.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert!(open("x", &key, &changed).is_err(), "bit {bit}");
        }
    }
}

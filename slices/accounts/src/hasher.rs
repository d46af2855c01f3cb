//! Password hashes: argon2id with a pepper, on a bounded number of threads.

use std::sync::Arc;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use kernel::{ExposeSecret, Rng, SecretString, rng};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

/// Memory in KiB, passes, lanes (OWASP's first choice for small machines; S6).
const COST: Cost = Cost { memory: 19 * 1024, passes: 2, lanes: 1 };
/// The most bytes that the C library keeps for later when they are given back.
const KEPT: usize = 32 * 1024 * 1024;
/// How many hashes are made at once.
const THREADS: usize = 2;
/// How many may wait: a lecture hall that signs in at once, twice over. The rest are asked to try again.
const QUEUE: usize = 600;
const SALT: usize = 16;
const HASH: usize = 32;
/// What the key of [`Hasher::tag`] is made with.
const TAGS: &[u8] = b"troth: what we hand out and know again";
/// The layout of a stored hash: version, three costs, salt, hash.
const VERSION: u8 = 1;
const LENGTH: usize = 1 + 3 * 4 + SALT + HASH;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cost {
    memory: u32,
    passes: u32,
    lanes: u32,
}

/// Too many people sign in at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many passwords wait to be hashed")]
pub struct Busy;

/// What a check came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The password fits.
    Fits,
    /// It fits, and the stored hash is of older costs: store it anew.
    FitsButStale,
    /// It does not fit.
    Wrong,
}

/// Hashes and checks passwords. Cheap to clone; all clones share the threads.
#[derive(Clone)]
pub struct Hasher(Arc<Inner>);

struct Inner {
    pepper: SecretString,
    cost: Cost,
    threads: Semaphore,
    queue: Semaphore,
}

impl Hasher {
    /// A hasher whose hashes need `pepper` besides what the database holds.
    pub fn new(pepper: SecretString) -> Self {
        Self::of_cost(pepper, COST)
    }

    /// The same at next to no cost, for people who are made up. The feature is of tests alone: the program is built without it.
    #[cfg(feature = "made-up")]
    pub fn for_made_up_people(pepper: SecretString) -> Self {
        Self::of_cost(pepper, Cost { memory: 8, passes: 1, lanes: 1 })
    }

    fn of_cost(pepper: SecretString, cost: Cost) -> Self {
        let (threads, queue) = (Semaphore::new(THREADS), Semaphore::new(THREADS + QUEUE));
        Self(Arc::new(Inner { pepper, cost, threads, queue }))
    }

    /// The hash to store.
    pub async fn hash(&self, password: SecretString, rng: &dyn Rng) -> Result<Zeroizing<Vec<u8>>, Busy> {
        let salt: [u8; SALT] = rng::bytes(rng);
        let cost = self.0.cost;
        self.on_a_thread(move |inner| inner.derive(&password, &salt, cost).map(|hash| encode(cost, &salt, &hash))).await
    }

    /// Whether a password fits. Without a stored hash the same work is done, and the answer is no.
    pub async fn verify(&self, password: SecretString, stored: Option<Zeroizing<Vec<u8>>>) -> Result<Verdict, Busy> {
        self.on_a_thread(move |inner| {
            let known = stored.as_deref().and_then(|stored| decode(stored));
            let (cost, salt, expected) = known.unwrap_or((inner.cost, [0; SALT], [0; HASH]));
            let hash = inner.derive(&password, &salt, cost)?;
            let fits = bool::from(hash.as_slice().ct_eq(&expected)) && known.is_some();
            Some(match (fits, cost == inner.cost) {
                (true, true) => Verdict::Fits,
                (true, false) => Verdict::FitsButStale,
                (false, _) => Verdict::Wrong,
            })
        })
        .await
    }

    /// A keyed hash of these texts (HMAC-SHA256 under a key made of the pepper), as base64url: whoever shows it again was
    /// given it by us.
    pub(crate) fn tag(&self, texts: &[&str]) -> String {
        // The pepper hashes passwords elsewhere; a key of its own keeps the two uses apart. Any length is a key.
        let secret = self.0.pepper.expose_secret().as_bytes();
        let Ok(key) = Hmac::<Sha256>::new_from_slice(secret).map(|mac| mac.chain_update(TAGS).finalize().into_bytes())
        else {
            return String::new();
        };
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&key) else { return String::new() };
        for text in texts {
            mac.update(&(text.len() as u64).to_be_bytes());
            mac.update(text.as_bytes());
        }
        URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
    }

    /// Whether what was shown is this keyed hash.
    pub(crate) fn is_tag(&self, tag: &str, shown: &str) -> bool {
        !tag.is_empty() && bool::from(tag.as_bytes().ct_eq(shown.as_bytes()))
    }

    async fn on_a_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Inner) -> Option<T> + Send + 'static,
    ) -> Result<T, Busy> {
        let inner = Arc::clone(&self.0);
        let _place = self.0.queue.try_acquire().map_err(|_| Busy)?;
        let _thread = self.0.threads.acquire().await.map_err(|_| Busy)?;
        // `None` when a hash cannot be computed with these costs: memory is short.
        tokio::task::spawn_blocking(move || work(&inner)).await.ok().flatten().ok_or(Busy)
    }
}

impl Inner {
    fn derive(&self, password: &SecretString, salt: &[u8], cost: Cost) -> Option<Zeroizing<Vec<u8>>> {
        let params = Params::new(cost.memory, cost.passes, cost.lanes, Some(HASH)).ok()?;
        let secret = self.pepper.expose_secret().as_bytes();
        let argon2 = Argon2::new_with_secret(secret, Algorithm::Argon2id, Version::V0x13, params).ok()?;
        let mut hash = Zeroizing::new(vec![0; HASH]);
        let blocks = argon2.params().block_count();
        // What is larger than this the C library always takes from the system and gives back at once (`M_MMAP_THRESHOLD`);
        // what is smaller it may keep, for each thread. The room that is not used costs nothing.
        let mut memory = Vec::new();
        memory.try_reserve_exact(blocks.max(KEPT / Block::SIZE + 1)).ok()?;
        memory.resize(blocks, Block::default());
        argon2
            .hash_password_into_with_memory(password.expose_secret().as_bytes(), salt, &mut hash, &mut memory)
            .ok()?;
        Some(hash)
    }
}

fn encode(cost: Cost, salt: &[u8; SALT], hash: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut stored = Zeroizing::new(Vec::with_capacity(LENGTH));
    stored.push(VERSION);
    for number in [cost.memory, cost.passes, cost.lanes] {
        stored.extend_from_slice(&number.to_be_bytes());
    }
    stored.extend_from_slice(salt);
    stored.extend_from_slice(hash);
    stored
}

fn decode(stored: &[u8]) -> Option<(Cost, [u8; SALT], [u8; HASH])> {
    if stored.len() != LENGTH || stored[0] != VERSION {
        return None;
    }
    let number = |at: usize| Some(u32::from_be_bytes(stored.get(at..at + 4)?.try_into().ok()?));
    let cost = Cost { memory: number(1)?, passes: number(5)?, lanes: number(9)? };
    let salt = stored.get(13..13 + SALT)?.try_into().ok()?;
    let hash = stored.get(13 + SALT..)?.try_into().ok()?;
    Some((cost, salt, hash))
}

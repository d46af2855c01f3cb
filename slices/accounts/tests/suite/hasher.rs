//! Password hashes.

use std::task::{Context, Poll, Waker};

use argon2::{Algorithm, Argon2, Params, Version};
use kernel::{Rng, SecretString};
use troth_accounts::{Busy, Hasher, Verdict};
use zeroize::Zeroizing;

struct Sevens;
impl Rng for Sevens {
    fn fill(&self, buffer: &mut [u8]) {
        buffer.fill(7);
    }
}

fn secret(text: &str) -> SecretString {
    SecretString::from(text)
}

#[tokio::test]
async fn a_password_fits_its_own_hash_only_and_only_with_the_pepper() {
    let hasher = Hasher::new(secret("pepper"));
    let stored = hasher.hash(secret("Heron on ice 7"), &Sevens).await.unwrap();
    let fits = hasher.verify(secret("Heron on ice 7"), Some(stored.clone())).await.unwrap();
    assert_eq!(fits, Verdict::Fits);
    let wrong = hasher.verify(secret("heron on ice 7"), Some(stored.clone())).await.unwrap();
    assert_eq!(wrong, Verdict::Wrong);
    let other = Hasher::new(secret("salt")).verify(secret("Heron on ice 7"), Some(stored)).await.unwrap();
    assert_eq!(other, Verdict::Wrong);
}

#[tokio::test]
async fn nobody_fits_where_nothing_is_stored_or_something_else() {
    let hasher = Hasher::new(secret("pepper"));
    assert_eq!(hasher.verify(secret(""), None).await.unwrap(), Verdict::Wrong);
    let rubbish = Zeroizing::new(vec![1; 3]);
    assert_eq!(hasher.verify(secret("x"), Some(rubbish)).await.unwrap(), Verdict::Wrong);
}

#[tokio::test]
async fn a_hash_of_older_costs_fits_and_asks_to_be_made_anew() {
    let hasher = Hasher::new(secret("pepper"));
    // As it is stored: version, memory in KiB, passes and lanes, salt, hash.
    let (costs, salt, mut hash) = ([64_u32, 1, 1], [3; 16], [0; 32]);
    let params = Params::new(costs[0], costs[1], costs[2], Some(hash.len())).unwrap();
    let argon2 = Argon2::new_with_secret(b"pepper", Algorithm::Argon2id, Version::V0x13, params).unwrap();
    argon2.hash_password_into(b"Heron on ice 7", &salt, &mut hash).unwrap();
    let stored = [&[1][..], &costs.map(u32::to_be_bytes).concat(), &salt, &hash].concat();
    let verdict = hasher.verify(secret("Heron on ice 7"), Some(Zeroizing::new(stored))).await.unwrap();
    assert_eq!(verdict, Verdict::FitsButStale);
}

#[tokio::test]
async fn a_full_queue_turns_people_away_instead_of_growing() {
    let hasher = Hasher::new(secret("pepper"));
    // Each is looked at once, and so has its place: two at work, and those who wait.
    let mut context = Context::from_waker(Waker::noop());
    let mut seats = Vec::new();
    loop {
        let mut seat = Box::pin(hasher.verify(secret("x"), None));
        match seat.as_mut().poll(&mut context) {
            Poll::Pending => seats.push(seat),
            Poll::Ready(Ok(_)) => {}
            Poll::Ready(Err(Busy)) => break,
        }
        assert!(seats.len() <= 602, "the queue grows");
    }
    assert_eq!(seats.len(), 602);
    assert_eq!(hasher.verify(secret("x"), None).await, Err(Busy));
    drop(seats);
    assert_eq!(hasher.verify(secret("x"), None).await, Ok(Verdict::Wrong));
}

//! New ids for old ones, and what else stands open.

use aws_lc_rs::hmac;
use kernel::{Rng, Uuid, Value, rng};
use zeroize::Zeroizing;

use crate::shared::Shared;

/// Numbers up to here name no one: the organisation itself, days.
const NUMBERS: u128 = 1_000_000_000;
/// Milliseconds of a minute.
const MINUTE: u128 = 60_000;
/// Microseconds since 1970 of the years from 2000 to 2100: such a number is an instant.
const INSTANTS: std::ops::Range<i64> = 946_684_800_000_000..4_102_444_800_000_000;
/// Signs of an id as text.
const SIGNS: usize = 36;

/// Leads from each id to one that is drawn anew; when it is dropped, nothing does any longer.
pub(super) struct Ids(hmac::Key);

impl Ids {
    pub(super) fn new(rng: &dyn Rng) -> Self {
        let key = Zeroizing::new(rng::bytes::<32>(rng));
        Self(hmac::Key::new(hmac::HMAC_SHA256, &*key))
    }

    /// The new id. It tells when the old one was made to the minute, so that what was sorted by it is sorted by it.
    pub(super) fn of(&self, old: Uuid) -> Uuid {
        let number = old.as_u128();
        if number < NUMBERS {
            return old;
        }
        let mut drawn = [0; 16];
        drawn.copy_from_slice(&hmac::sign(&self.0, old.as_bytes()).as_ref()[..16]);
        let drawn = u128::from_be_bytes(drawn);
        // The version's and the variant's bits stay.
        const KEPT: u128 = 0xf << 76 | 0b11 << 62;
        let drawn = drawn & !KEPT | number & KEPT;
        if old.get_version_num() != 7 {
            return Uuid::from_u128(drawn);
        }
        let made = number >> 80;
        Uuid::from_u128((made - made % MINUTE) << 80 | drawn & (u128::MAX >> 48))
    }

    /// What stands open, without what could tell whose it was: ids are new, also within texts; instants are cut to the
    /// minute; other bytes are hashes, and random now.
    pub(super) fn value(&self, old: Value, shared: &Shared) -> Value {
        match old {
            Value::Int(number) if INSTANTS.contains(&number) => Value::Int(number - number % 60_000_000),
            Value::Null | Value::Int(_) => old,
            Value::Text(text) => Value::Text(self.text(&text)),
            Value::Bytes(bytes) => match Uuid::from_slice(&bytes) {
                Ok(id) => Value::from(self.of(id)),
                Err(_) => {
                    let mut random = vec![0; bytes.len()];
                    shared.rng.fill(&mut random);
                    Value::Bytes(random)
                }
            },
        }
    }

    fn text(&self, old: &str) -> String {
        let (mut new, mut rest) = (String::with_capacity(old.len()), old);
        while let Some(sign) = rest.chars().next() {
            match rest.get(..SIGNS).and_then(|id| Uuid::try_parse(id).ok()) {
                Some(id) => {
                    new.push_str(&self.of(id).to_string());
                    rest = &rest[SIGNS..];
                }
                None => {
                    new.push(sign);
                    rest = &rest[sign.len_utf8()..];
                }
            }
        }
        new
    }
}

#[cfg(test)]
mod tests {
    use testkit::SeededRng;

    use super::*;

    #[test]
    fn an_id_becomes_one_other_that_is_as_old_to_the_minute() {
        let ids = Ids::new(&SeededRng::new(5));
        let old = Uuid::parse_str("0190f5a2-3b4c-7def-8123-456789abcdef").unwrap();
        let new = ids.of(old);
        assert_ne!(new, old);
        assert_eq!((new, new.get_version_num(), new.get_variant()), (ids.of(old), 7, old.get_variant()));
        let (before, after) = (old.as_u128() >> 80, new.as_u128() >> 80);
        assert!(before - after < MINUTE && after % MINUTE == 0);
        assert_ne!(new.as_u128() as u64, old.as_u128() as u64);
        assert_ne!(Ids::new(&SeededRng::new(6)).of(old), new, "another copy has other ids");
        for number in [0, 20_261_122] {
            assert_eq!(ids.of(Uuid::from_u128(number)), Uuid::from_u128(number));
        }
        let text = ids.text(&format!("act {old}; räder 3; {{\"person\":\"{old}\"}}"));
        assert_eq!(text, format!("act {new}; räder 3; {{\"person\":\"{new}\"}}"));
    }
}

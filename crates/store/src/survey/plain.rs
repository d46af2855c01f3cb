//! What stands in plain, arranged so that a sealed text is found in it.

use std::collections::HashSet;

use kernel::Value;
use zeroize::Zeroizing;

use crate::{copies::CopyError, snapshot::Snapshot};

use super::{House, Survey, name_of, values::is_sealed};

/// Shorter texts may stand anywhere by chance: a role's name, a word of the program.
const SHORTEST: usize = 12;
/// The first bytes of a word, by which a text is found.
const START: usize = 8;

/// All text that is not sealed.
#[derive(Default)]
pub(super) struct Plain {
    starts: HashSet<[u8; START]>,
    texts: Vec<(String, String, String)>,
}

impl Plain {
    fn take(&mut self, place: String, which: String, text: &str) {
        let text = text.to_lowercase();
        let mut before = ' ';
        let mut is_long = false;
        for (at, sign) in text.char_indices() {
            let begins = sign.is_alphanumeric() && !before.is_alphanumeric();
            before = sign;
            if let Some(start) = text.as_bytes()[at..].first_chunk().filter(|_| begins) {
                self.starts.insert(*start);
                is_long = true;
            }
        }
        if is_long {
            self.texts.push((place, which, text));
        }
    }

    /// Where a sealed text stands in plain: the column and the row.
    pub(super) fn holds(&self, sealed: &[u8]) -> Option<(&str, &str)> {
        let text = Zeroizing::new(std::str::from_utf8(sealed).ok()?.to_lowercase());
        let text = text.trim_matches(|sign: char| !sign.is_alphanumeric());
        if text.len() < SHORTEST || !self.starts.contains(text.as_bytes().first_chunk::<START>()?) {
            return None;
        }
        let found = self.texts.iter().find(|(_, _, plain)| plain.contains(text));
        found.map(|(place, which, _)| (place.as_str(), which.as_str()))
    }
}

/// Reads every text of every column that is not sealed.
pub(super) fn read(house: &House<'_>, snapshot: &mut Snapshot, found: &mut Survey) -> Result<Plain, CopyError> {
    house.tell("what stands in plain");
    let mut plain = Plain::default();
    for table in house.inventory().tables() {
        let open = table.columns.iter().filter(|column| !is_sealed(column));
        let columns: Vec<_> = open.map(|column| column.name).collect();
        let text = format!("SELECT {}, {} FROM {}", table.id, columns.join(", "), table.name);
        snapshot.each(&text, &mut |mut row| {
            found.rows += 1;
            let which = name_of(&row.take(0));
            for (n, column) in columns.iter().enumerate() {
                if let Value::Text(text) = row.take(n + 1) {
                    plain.take(format!("{}.{column}", table.name), which.clone(), &text);
                }
            }
            Ok(())
        })?;
    }
    Ok(plain)
}

#[cfg(test)]
mod tests {
    use super::Plain;

    #[test]
    fn a_sealed_text_is_found_in_plain_and_a_short_word_is_not() {
        let mut plain = Plain::default();
        plain.take("job.arguments".to_owned(), "1".to_owned(), "{\"to\":\"Joost de Vries\",\"role\":\"participant\"}");
        assert_eq!(plain.holds("Joost de Vries".as_bytes()), Some(("job.arguments", "1")));
        assert_eq!(plain.holds("«JOOST DE VRIES»".as_bytes()), Some(("job.arguments", "1")));
        for other in ["Joost de Vrieze", "participant", "oost de Vries", "", "\u{0}"] {
            assert_eq!(plain.holds(other.as_bytes()), None, "{other}");
        }
    }
}

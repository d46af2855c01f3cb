//! The short names of programmes, steps, exercises and their parts.

use std::{fmt, str::FromStr};

/// A short name: small letters, digits and hyphens, a letter first, at most 40 signs. It is the same in every language, stands
/// in addresses and beside answers, and is not shown to participants.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(Box<str>);

/// A text that is no short name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoName;

/// The most signs of a name.
const MOST: usize = 40;

impl Name {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A name that no author can write, for what goes on after its own was told as a fault.
    pub(crate) fn unsound(line: usize) -> Self {
        Self(format!("?line-{line}").into())
    }

    /// It as a sound one, for a preview.
    pub(crate) fn settled(self) -> Self {
        Self(self.0.trim_start_matches('?').into())
    }

    /// Whether it is one that an author wrote.
    pub(crate) fn is_sound(&self) -> bool {
        !self.0.starts_with('?')
    }

    /// A name made of any words: what a remedy proposes.
    pub(crate) fn proposed(words: &str) -> String {
        let mut made = String::new();
        for sign in words.chars() {
            match sign.to_ascii_lowercase() {
                sign if sign.is_ascii_lowercase() || (sign.is_ascii_digit() && !made.is_empty()) => made.push(sign),
                'à'..='å' | 'À'..='Å' => made.push('a'),
                'è'..='ë' | 'È'..='Ë' => made.push('e'),
                'ò'..='ö' | 'Ò'..='Ö' => made.push('o'),
                _ if !made.is_empty() && !made.ends_with('-') => made.push('-'),
                _ => {}
            }
            if made.len() >= MOST / 2 {
                break;
            }
        }
        let made = made.trim_end_matches('-');
        if made.is_empty() { "name".to_owned() } else { made.to_owned() }
    }
}

impl FromStr for Name {
    type Err = NoName;

    fn from_str(text: &str) -> Result<Self, NoName> {
        let fits = |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-';
        let sound = text.len() <= MOST
            && text.bytes().all(fits)
            && text.starts_with(|sign: char| sign.is_ascii_lowercase())
            && !text.ends_with('-');
        if sound { Ok(Self(text.into())) } else { Err(NoName) }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_proposed_as_a_name_is_one() {
        for words in ["Never", "Ik lig wakker", "Söndag kväll", "7 nights", "…", "", "Ä", &"a b".repeat(60)] {
            assert!(Name::proposed(words).parse::<Name>().is_ok(), "{words}: {}", Name::proposed(words));
        }
        for bad in ["", "Never", "a_b", "7-nights", "a-", "é", &"a".repeat(41)] {
            assert!(bad.parse::<Name>().is_err(), "{bad}");
        }
    }
}

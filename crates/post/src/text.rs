//! Text messages: a code for whoever has just asked for one, and nothing else.

use std::{
    collections::VecDeque,
    fmt,
    str::FromStr,
    sync::{Arc, Mutex, PoisonError},
};

use kernel::words::Voice;

use crate::{Later, PostError};

/// A telephone number with its country, as `+` and 8 to 15 digits (ITU-T E.164). Personal: `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Number(String);

/// The text is no telephone number with its country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a telephone number that begins with its country")]
pub struct NotANumber;

impl FromStr for Number {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let plain: String = text.chars().filter(|c| !c.is_whitespace() && !"-.()/".contains(*c)).collect();
        let digits = plain.strip_prefix('+').or_else(|| plain.strip_prefix("00")).ok_or(NotANumber)?;
        let fits = (8..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        if fits && !digits.starts_with('0') { Ok(Self(format!("+{digits}"))) } else { Err(NotANumber) }
    }
}

impl Number {
    /// The number as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its last two digits, by which its owner knows it.
    pub fn ending(&self) -> &str {
        &self.0[self.0.len() - 2..]
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Number(..)")
    }
}

/// A text message, ready to be carried. There is no way to put any other text into one.
#[derive(Clone)]
pub struct TextMessage {
    to: Number,
    text: String,
}

impl TextMessage {
    /// A code for the site at `base_url`. The last line lets a browser fill the code in on that site and on no other
    /// (*origin-bound one-time codes delivered via SMS*, WICG).
    pub fn code(to: Number, code: &str, base_url: &str, voice: &Voice) -> Self {
        let host = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
        let host = host.split(['/', ':']).next().unwrap_or(host);
        let told = voice.say2("text-code", "code", code, "host", host);
        Self { to, text: format!("{told}\n\n@{host} #{code}") }
    }

    /// Whom it goes to.
    pub fn to(&self) -> &Number {
        &self.to
    }

    /// What it says.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Debug for TextMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TextMessage(..)")
    }
}

/// Takes text messages to a gateway.
pub trait Texting: Send + Sync {
    /// Hands one over. `Ok` means that the gateway has taken it.
    fn text<'a>(&'a self, message: &'a TextMessage) -> Later<'a, Result<(), PostError>>;
}

/// The most messages that are kept; the oldest go first.
const ROOM: usize = 100;

/// Keeps text messages in memory: for the demo, and for tests.
#[derive(Clone, Default)]
pub struct Texts(Arc<Mutex<VecDeque<TextMessage>>>);

impl Texts {
    /// The messages, the newest first.
    pub fn messages(&self) -> Vec<TextMessage> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().rev().cloned().collect()
    }
}

impl Texting for Texts {
    fn text<'a>(&'a self, message: &'a TextMessage) -> Later<'a, Result<(), PostError>> {
        Box::pin(async move {
            let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            kept.push_back(message.clone());
            while kept.len() > ROOM {
                kept.pop_front();
            }
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_however_it_is_typed_and_has_its_country() {
        for typed in ["+31 6 1234 5678", "0031612345678", "+31-(6)12345678", " +31.612345678 "] {
            assert_eq!(typed.parse::<Number>().unwrap().as_str(), "+31612345678", "{typed}");
        }
        assert_eq!("+31612345678".parse::<Number>().unwrap().ending(), "78");
        for wrong in
            ["", "0612345678", "+0612345678", "+316", "+31612345678901234", "+31 6 CALL ME", "+31612345678&to=1"]
        {
            assert_eq!(wrong.parse::<Number>(), Err(NotANumber), "{wrong}");
        }
    }
}

//! Made-up people. Names are common ones of their language, put together by chance; addresses stand under `.example`,
//! which no mail ever reaches (RFC 2606).

use std::collections::BTreeSet;

use kernel::Language;

use crate::SeededRng;

/// A person who does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The given name.
    pub given: String,
    /// The family name, with its particle.
    pub family: String,
    /// The mail address.
    pub email: String,
    /// The language in which this person reads and writes.
    pub language: Language,
}

impl Person {
    /// Given and family name.
    pub fn name(&self) -> String {
        format!("{} {}", self.given, self.family)
    }
}

/// `count` different people who use `language`, with addresses at `<host>.example`. The same seed gives the same people.
pub fn people(language: Language, count: usize, host: &str, rng: &SeededRng) -> Vec<Person> {
    let (given, family) = match language {
        Language::En => (GIVEN_EN, FAMILY_EN),
        Language::Nl => (GIVEN_NL, FAMILY_NL),
        Language::Sv => (GIVEN_SV, FAMILY_SV),
    };
    let mut taken = BTreeSet::new();
    let mut made = Vec::with_capacity(count);
    while made.len() < count {
        let (Some(given), Some(family)) = (rng.pick(given), rng.pick(family)) else { break };
        let round = made.len() / (GIVEN_EN.len() * 8);
        let mark = if round == 0 { String::new() } else { format!("{}", made.len()) };
        let address = format!("{}.{}{mark}", plain(given), plain(family));
        if taken.insert(address.clone()) {
            made.push(Person {
                given: (*given).to_owned(),
                family: (*family).to_owned(),
                email: format!("{address}@{host}.example"),
                language,
            });
        }
    }
    made
}

/// A name as it is written in a mail address.
fn plain(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .filter_map(|c| match c {
            'a'..='z' => Some(c),
            'á' | 'à' | 'ä' | 'å' => Some('a'),
            'é' | 'è' | 'ë' => Some('e'),
            'ï' | 'í' => Some('i'),
            'ö' | 'ó' => Some('o'),
            'ü' | 'ú' => Some('u'),
            'ş' => Some('s'),
            _ => None,
        })
        .collect()
}

const GIVEN_EN: &[&str] = &[
    "Amara", "Ben", "Callum", "Daisy", "Eleanor", "Farah", "George", "Hannah", "Imran", "Joy", "Kofi", "Lucy",
    "Marcus", "Nadia", "Oliver", "Priya", "Quentin", "Rosie", "Samuel", "Tess", "Uma", "Victor", "Wendy", "Yusuf",
];
const FAMILY_EN: &[&str] = &[
    "Adeyemi", "Baker", "Clarke", "Dunne", "Ellis", "Fletcher", "Grant", "Hughes", "Ibrahim", "Jarvis", "Kaur", "Lowe",
    "Mercer", "Nash", "Okafor", "Patel", "Reid", "Shaw", "Thorne", "Usher", "Vaughan", "Walsh", "Young",
];
const GIVEN_NL: &[&str] = &[
    "Anouk", "Bram", "Carlijn", "Daan", "Esra", "Femke", "Gijs", "Hanneke", "Ilse", "Joris", "Koen", "Lotte",
    "Maarten", "Noor", "Omar", "Pien", "Ruben", "Sanne", "Thijs", "Ümit", "Veerle", "Wouter", "Yasmina", "Zoë",
];
const FAMILY_NL: &[&str] = &[
    "Aarts",
    "van den Berg",
    "Bosch",
    "de Bruin",
    "Dekker",
    "El Amrani",
    "Faber",
    "de Graaf",
    "Hendriks",
    "Jacobs",
    "Kuipers",
    "van Leeuwen",
    "Martens",
    "Nijhuis",
    "Öztürk",
    "Postma",
    "Rietveld",
    "Smeets",
    "Timmer",
    "Veenstra",
    "Visser",
    "de Wit",
    "Zijlstra",
];
const GIVEN_SV: &[&str] = &[
    "Agnes", "Björn", "Cecilia", "David", "Elsa", "Filip", "Greta", "Håkan", "Ingrid", "Jonas", "Karin", "Leila",
    "Malin", "Nils", "Olof", "Petra", "Rasmus", "Sara", "Tove", "Ulrika", "Viktor", "Wilma", "Yasin", "Åsa",
];
const FAMILY_SV: &[&str] = &[
    "Andersson",
    "Berglund",
    "Carlsson",
    "Dahl",
    "Ekström",
    "Forsberg",
    "Gustafsson",
    "Holm",
    "Isaksson",
    "Johansson",
    "Karlsson",
    "Lindqvist",
    "Mårtensson",
    "Nyström",
    "Olofsson",
    "Persson",
    "Rydberg",
    "Sandberg",
    "Törnqvist",
    "Ulvsson",
    "Viklund",
    "Wallin",
    "Åkesson",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_differ_and_live_at_example_only() {
        for language in Language::ALL {
            let some = people(language, 400, "campus", &SeededRng::new(3));
            let addresses: BTreeSet<_> = some.iter().map(|person| person.email.as_str()).collect();
            assert_eq!(addresses.len(), 400);
            assert!(addresses.iter().all(|a| a.ends_with("@campus.example") && a.is_ascii() && !a.contains(' ')));
            assert_eq!(some, people(language, 400, "campus", &SeededRng::new(3)));
        }
        assert_eq!(people(Language::En, 20_000, "big", &SeededRng::new(4)).len(), 20_000);
    }
}

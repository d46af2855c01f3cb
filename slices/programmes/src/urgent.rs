//! Whom to call when it cannot wait, country by country.
//!
//! The list was drawn up on 27 November 2026. Whoever changes it looks over all of it, and writes the day here and in
//! `docs/programmes.md`.

/// A number that somebody answers at any hour.
#[derive(Debug)]
pub(crate) struct Line {
    /// Who answers, as they call themselves.
    pub(crate) who: &'static str,
    /// The number as people know it.
    pub(crate) number: &'static str,
    /// The key of a sentence that says what for.
    pub(crate) word: &'static str,
}

impl Line {
    /// The address that dials it.
    pub(crate) fn dial(&self) -> String {
        format!("tel:{}", self.number.replace(' ', ""))
    }
}

/// The lines of a country.
#[derive(Debug)]
pub(crate) struct Country {
    /// ISO 3166-1 alpha-2.
    pub(crate) code: &'static str,
    /// The key of its name.
    pub(crate) word: &'static str,
    /// Its lines: for talking first, for life in danger after it.
    pub(crate) lines: &'static [Line],
}

const TALK: &str = "programmes-help-talk";
const DANGER: &str = "programmes-help-danger";
const CARE: &str = "programmes-help-care";

const fn line(who: &'static str, number: &'static str, word: &'static str) -> Line {
    Line { who, number, word }
}

/// All countries.
pub(crate) static COUNTRIES: &[Country] = &[
    Country {
        code: "NL",
        word: "programmes-country-nl",
        lines: &[
            line("113 Zelfmoordpreventie", "113", TALK),
            line("113 Zelfmoordpreventie", "0800 0113", TALK),
            line("", "112", DANGER),
        ],
    },
    Country {
        code: "SE",
        word: "programmes-country-se",
        lines: &[
            line("Mind Självmordslinjen", "90101", TALK),
            line("", "112", DANGER),
            line("Vårdguiden", "1177", CARE),
        ],
    },
    Country {
        code: "GB",
        word: "programmes-country-gb",
        lines: &[line("Samaritans", "116 123", TALK), line("", "999", DANGER), line("NHS", "111", CARE)],
    },
    Country {
        code: "IE",
        word: "programmes-country-ie",
        lines: &[line("Samaritans", "116 123", TALK), line("", "112", DANGER)],
    },
    Country {
        code: "BE",
        word: "programmes-country-be",
        lines: &[line("Zelfmoordlijn", "1813", TALK), line("", "112", DANGER)],
    },
    Country {
        code: "DE",
        word: "programmes-country-de",
        lines: &[line("TelefonSeelsorge", "0800 111 0 111", TALK), line("", "112", DANGER)],
    },
];

/// All countries, with that of the organisation first.
pub(crate) fn countries(home: &str) -> Vec<&'static Country> {
    let (own, others): (Vec<_>, Vec<_>) = COUNTRIES.iter().partition(|country| country.code == home);
    own.into_iter().chain(others).collect()
}

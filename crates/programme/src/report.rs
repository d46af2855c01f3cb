//! Faults in words, in the author's language.

use std::{
    fmt::Write as _,
    sync::{Arc, LazyLock},
};

use kernel::{
    Language,
    words::{Spoken, Text, Voice, Words},
};

use crate::{Fault, Finding, Texts, archive::text_name, read::even};

/// The Fluent texts, in every language.
const WORDS: [Text; 3] = [
    Text { language: Language::En, fluent: include_str!("../words/en.ftl") },
    Text { language: Language::Nl, fluent: include_str!("../words/nl.ftl") },
    Text { language: Language::Sv, fluent: include_str!("../words/sv.ftl") },
];

static SPOKEN: LazyLock<Arc<Words>> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the texts are part of the program, and a test puts them together")]
    Arc::new(Words::new(WORDS).expect("the words of faults are sound"))
});

fn voice(language: Language) -> Voice {
    Voice::new(Arc::clone(&SPOKEN), language)
}

fn say(fault: &Fault, language: Language, key: &str) -> String {
    let values = fault.values().into_iter().map(|(name, value)| (name, Spoken::from(value)));
    voice(language).say_with(key, values)
}

/// What is wrong, in a sentence.
pub fn what(fault: &Fault, language: Language) -> String {
    say(fault, language, &format!("fault-{}", fault.code()))
}

/// How to mend it.
pub fn mend(fault: &Fault, language: Language) -> String {
    say(fault, language, &format!("fault-{}-mend", fault.code()))
}

/// All findings with the lines that they concern, as plain text in a language.
pub fn report(findings: &[Finding], texts: &Texts, language: Language) -> String {
    let (mut out, voice) = (String::new(), voice(language));
    for Finding { text, fault } in findings {
        if let Some((of, place)) = text {
            let at = [("file", text_name(*of).into()), ("line", place.line.into()), ("column", place.column.into())];
            let source = texts.get(of).map(|text| even(text)).unwrap_or_default();
            let line = source.lines().nth(place.line - 1).unwrap_or_default();
            let (from, to) = cut(line, place.column);
            let shown: String = line.chars().skip(from).take(to - from).collect();
            let room = (to - from).saturating_sub(place.column - 1 - from).max(1);
            let mark = format!("{}{}", " ".repeat(place.column - 1 - from), "^".repeat(place.length.min(room)));
            // Writing into a string cannot fail.
            let _ = writeln!(out, "{}\n    {shown}\n    {mark}", voice.say_with("report-place", at));
        }
        for sentence in [what(fault, language), voice.say1("report-mend", "mend", mend(fault, language))] {
            for line in sentence.lines() {
                let _ = writeln!(out, "  {}", line.trim_end());
            }
        }
        out.push('\n');
    }
    out
}

/// How many signs of a line are shown.
const WIDTH: usize = 100;

/// Which signs of a line are shown: those around the place.
fn cut(line: &str, column: usize) -> (usize, usize) {
    let length = line.chars().count();
    let from = if column > WIDTH * 3 / 4 { (column - 1).saturating_sub(WIDTH / 4) } else { 0 };
    (from, length.min(from + WIDTH).max(column))
}

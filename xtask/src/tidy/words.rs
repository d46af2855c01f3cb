//! Rules about the words: each key in every language, none missing, none unused.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Tree,
    rust::{Piece, pieces, without_tests},
};

/// What a mail's words are called: `<output>-subject`, ...
const MAIL_PARTS: &[&str] = &["-subject", "-body", "-link"];

/// Keys that are made of `page-` and a unit of time, too short a beginning to count for all that begins so.
const UNITS: &[&str] = &["page-hours", "page-days", "page-weeks", "page-months", "page-years"];

/// Keys with the variables in their text, of one file.
fn messages(fluent: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut current = None;
    for line in fluent.lines() {
        if line.starts_with(|c: char| c.is_ascii_alphabetic())
            && let Some((key, _)) = line.split_once('=')
        {
            current = Some(key.trim());
            found.entry(key.trim()).or_default();
        } else if line.starts_with('-') || line.starts_with('#') {
            current = None;
        }
        if let Some(variables) = current.and_then(|key| found.get_mut(key)) {
            variables.extend(line.split('$').skip(1).map(word));
        }
    }
    found
}

/// The word that begins a text.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
    &text[..end.unwrap_or(text.len())]
}

/// Every word file: what it belongs to (its folder, and the part before `.en.ftl` if it has one), its language, its text.
fn files(tree: &Tree) -> impl Iterator<Item = (&str, &str, &str)> {
    tree.ending(".ftl").filter_map(|(path, text)| {
        let name = path.strip_suffix(".ftl")?;
        let (home, language) = name.rsplit_once(['/', '.'])?;
        Some((home, language, text))
    })
}

fn all_keys(tree: &Tree) -> BTreeSet<&str> {
    files(tree)
        .filter(|(_, language, _)| *language == "en")
        .flat_map(|(_, _, text)| messages(text).into_keys())
        .collect()
}

/// The same keys, with the same variables, in English, Dutch and Swedish.
pub(super) fn equal(tree: &Tree) -> Vec<String> {
    let mut folders: BTreeMap<&str, BTreeMap<&str, BTreeMap<&str, BTreeSet<&str>>>> = BTreeMap::new();
    for (folder, language, text) in files(tree) {
        folders.entry(folder).or_default().insert(language, messages(text));
    }
    let mut faults = Vec::new();
    for (folder, languages) in &folders {
        let every: BTreeSet<&str> = languages.values().flat_map(|keys| keys.keys().copied()).collect();
        for language in ["en", "nl", "sv"] {
            let Some(keys) = languages.get(language) else {
                faults.push(format!("{folder}/{language}.ftl is missing"));
                continue;
            };
            faults.extend(
                every
                    .iter()
                    .filter(|key| !keys.contains_key(*key))
                    .map(|key| format!("{folder}/{language}.ftl lacks {key}")),
            );
            let english = languages.get("en");
            for (key, variables) in keys {
                let wanted = english.and_then(|keys| keys.get(key)).unwrap_or(variables);
                // The statement's page inflects: an article or a plural in one language has no twin in another. It is
                // held by snapshots in all three instead.
                if wanted != variables && !folder.starts_with("crates/statement/") {
                    faults.push(format!("{folder}/{language}.ftl: {key} has other variables than in English"));
                }
            }
        }
    }
    faults
}

/// A string in a source, with the code before it.
struct Literal<'a> {
    path: &'a str,
    line: usize,
    before: &'a str,
    text: &'a str,
}

/// Every string in Rust (tests left out) and in templates' tags.
fn literals(tree: &Tree) -> Vec<Literal<'_>> {
    let mut found = Vec::new();
    for (path, source) in tree.ending(".rs").filter(|(path, _)| !path.starts_with("xtask/")) {
        let mut before = "";
        for (line, piece) in pieces(without_tests(path, source)) {
            match piece {
                Piece::Code(code) => before = code,
                Piece::Text(text) => {
                    found.push(Literal { path, line, before, text });
                    before = "";
                }
                Piece::Comment(_) => {}
            }
        }
    }
    for (path, template) in tree.ending(".html") {
        for (n, line) in template.lines().enumerate() {
            let mut before = "";
            for (turn, part) in line.split('"').enumerate() {
                // Quotes of HTML and of askama alternate in one line: a part that looks like a key counts either way.
                if turn % 2 == 1 || is_key(part) {
                    found.push(Literal { path, line: n + 1, before, text: part });
                }
                before = part;
            }
        }
    }
    found
}

fn is_key(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    text.contains('-')
        && text.chars().all(fits)
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.ends_with('-')
}

/// A key that is asked for and stands nowhere.
pub(super) fn missing(tree: &Tree) -> Vec<String> {
    let keys = all_keys(tree);
    let has = |key: &str| keys.contains(key);
    let mut faults = BTreeSet::new();
    for literal in literals(tree) {
        let Literal { path, line, before, text } = literal;
        let before = before.trim_end().trim_end_matches('&');
        let asked = ["say(", "say1(", "say2(", "say_with(", "word:"].iter().any(|call| before.ends_with(call));
        if asked && is_key(text) && !has(text) {
            faults.insert(format!("{path}:{line}: {text}"));
        }
        let mail = before.contains("OutputKind::Mail") && before.ends_with("name:");
        if mail {
            let parts = MAIL_PARTS.iter().map(|part| format!("{text}{part}")).filter(|key| !has(key));
            faults.extend(parts.map(|key| format!("{path}:{line}: the mail {text} needs {key}")));
        }
    }
    faults.into_iter().collect()
}

/// A key that nothing asks for. Keys may be put together: of a beginning and anything (`coaching-state-{state}`), or of a
/// whole string in the sources and an end (`{word}-title`, `ui-{word}-text`).
pub(super) fn unused(tree: &Tree) -> Vec<String> {
    let literals = literals(tree);
    let whole: BTreeSet<&str> = literals.iter().map(|literal| literal.text).collect();
    let made: BTreeSet<Frame<'_>> = literals.iter().filter_map(|literal| Frame::of(literal.text)).collect();
    let spoken: BTreeSet<&str> =
        files(tree).flat_map(|(_, _, text)| text.split('{').skip(1).map(|rest| word(rest.trim_start()))).collect();
    let used = |key: &str| {
        let mail = || MAIL_PARTS.iter().any(|part| key.strip_suffix(part).is_some_and(|mail| whole.contains(mail)));
        whole.contains(key)
            || UNITS.contains(&key)
            || spoken.contains(key)
            || mail()
            || made.iter().any(|frame| frame.makes(key, &whole))
    };
    let mut faults = Vec::new();
    for (folder, language, text) in files(tree) {
        if language == "en" {
            let idle = messages(text).into_keys().filter(|key| !used(key));
            faults.extend(idle.map(|key| format!("{folder}: {key}")));
        }
    }
    faults
}

/// A string that makes keys: what stands before, between and after its gaps.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Frame<'a> {
    head: &'a str,
    after: &'a str,
    gaps: usize,
}

impl<'a> Frame<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let plain = |part: &str| part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        let gaps = text.matches('{').count();
        let (head, rest) = text.split_once('{').unwrap_or((text, ""));
        let after = rest.split_once('}').map_or("", |(_, rest)| rest.split('{').next().unwrap_or(rest));
        let whole_word = gaps == 0 && !text.ends_with('-');
        let says_something = head.contains('-') || after.starts_with('-');
        (plain(head) && plain(after) && says_something && !whole_word).then_some(Self { head, after, gaps })
    }

    /// Whether a key can come of it: by a beginning of its own, or by a whole string of the sources in its first gap.
    fn makes(&self, key: &str, whole: &BTreeSet<&str>) -> bool {
        let Some(rest) = key.strip_prefix(self.head) else { return false };
        let long_enough = self.head.len() > 5 && (self.gaps != 1 || self.after.is_empty());
        let in_the_gap = |word: &&str| {
            let left = rest.strip_prefix(word).and_then(|left| left.strip_prefix(self.after));
            word.contains('-') && left.is_some_and(|left| left.is_empty() || self.gaps > 1)
        };
        long_enough || (self.gaps > 0 && whole.iter().any(in_the_gap))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(en: &str, sv: &str, rust: &str, html: &str) -> Tree {
        Tree::of(&[
            ("slices/x/words/en.ftl", en),
            ("slices/x/words/nl.ftl", en),
            ("slices/x/words/sv.ftl", sv),
            ("slices/x/src/pages.rs", rust),
            ("slices/x/templates/x.html", html),
        ])
    }

    const EN: &str = "x-one = One\nx-two = { $n ->\n    [one] one\n   *[other] { $n }\n}\n";

    #[test]
    fn a_key_in_one_language_only_is_found() {
        assert!(equal(&tree(EN, EN, "", "")).is_empty());
        assert_eq!(equal(&tree(EN, "x-one = Ett\n", "", "")).len(), 1);
        assert_eq!(equal(&tree(EN, &EN.replace("$n", "$m"), "", "")).len(), 1);
        assert_eq!(equal(&Tree::of(&[("slices/x/words/en.ftl", EN)])).len(), 2);
    }

    #[test]
    fn a_missing_key_is_found() {
        assert!(missing(&tree(EN, EN, "fn f() { v.say(\"x-one\") }", "<p>{{ page.say(\"x-two\") }}</p>")).is_empty());
        assert_eq!(missing(&tree(EN, EN, "fn f() { v.say1(\"x-three\", 1) }", "")).len(), 1);
        assert_eq!(missing(&tree(EN, EN, "", "<p class=\"a\">{{ page.say(\"x-four\") }}</p>")).len(), 1);
        let mail = "static O: Output = Output { kind: OutputKind::Mail, name: \"x-mail\", items: &[] };";
        assert_eq!(missing(&tree(EN, EN, mail, "")).len(), 3);
    }

    #[test]
    fn an_unused_key_is_found() {
        assert_eq!(unused(&tree(EN, EN, "fn f() { v.say(\"x-one\") }", "")), ["slices/x/words: x-two"]);
        assert!(unused(&tree(EN, EN, "fn f() { v.say(\"x-one\") }", "<p>{{ page.say(\"x-two\") }}</p>")).is_empty());
        assert!(unused(&tree("x-state-a = A\n", "", "fn f() { v.say(&format!(\"x-state-{s}\")) }", "")).is_empty());
        assert!(unused(&tree("x-m-body = A\n", "", "fn f() { notify(w, p, \"x-m\", \"/\") }", "")).is_empty());
        assert_eq!(
            unused(&tree("x-one = A\n", "", "#[cfg(test)]\nmod tests { const A: &str = \"x-one\"; }", "")).len(),
            1
        );
    }
}

//! Whatever stands in a file: nothing panics, and every problem lies inside the file. The same is sought by the fuzz
//! target in `fuzz/`, which needs its own tools; this runs everywhere.

#![allow(clippy::expect_used, reason = "a test stops where it fails")]

mod support;

use std::{fs, path::Path, sync::LazyLock};

use proptest::prelude::*;
use troth_statement::{Checked, Severity, check, report};

/// Sound and broken statements to begin from.
static SEEDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut seeds = vec![include_str!("whole.kdl").to_owned(), include_str!("broken.kdl").to_owned()];
    let folders = ["tests/broken", "../../statements"];
    for folder in folders {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let Ok(entries) = fs::read_dir(folder) else { continue };
        let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.sort();
        let kdl = paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "kdl"));
        seeds.extend(kdl.filter_map(|path| fs::read_to_string(path).ok()));
    }
    seeds
});

static INVENTORY: LazyLock<kernel::Inventory> = LazyLock::new(support::inventory);

fn looked_at(source: &str) -> Checked {
    let checked = check(source, Some(&INVENTORY));
    for found in &checked.diagnostics {
        let places = found.related.iter().map(|(place, _)| place).chain([&found.place]);
        for place in places {
            let end = place.offset + place.length;
            assert!(end <= source.len(), "{found:?}");
            assert!(source.is_char_boundary(place.offset) && source.is_char_boundary(end), "{found:?}");
            assert!(place.line >= 1 && place.column >= 1, "{found:?}");
        }
        assert!(!found.what.is_empty());
    }
    let errors = checked.count(Severity::Error);
    assert_eq!(checked.plan.is_none(), errors > 0, "a plan without errors, and errors without a plan");
    let told = report(&checked.diagnostics, source, "any.kdl");
    assert!(checked.diagnostics.is_empty() || !told.is_empty());
    checked
}

/// Pieces that mean something to the parser.
const PIECES: [&str; 40] = [
    "{",
    "}",
    "\"",
    "\"\"\"",
    "#\"",
    "\"#",
    "/*",
    "*/",
    "//",
    "/-",
    ";",
    "\n",
    "=",
    "\\",
    "#true",
    "#false",
    "#null",
    "#inf",
    "#-inf",
    "#nan",
    "(type)",
    "everything",
    "guest",
    "0",
    "-1",
    "99999999999999999999999999999999999999999",
    "0x7f",
    "1e400",
    "é",
    "日本",
    "\u{feff}",
    "\u{200b}",
    "\u{0}",
    "“",
    "keep",
    "for=\"2 years\"",
    "id=\"x\"",
    "en=\"x\"",
    " ",
    "version 4294967296 effective=\"9999-12-31\"",
];

#[derive(Clone, Debug)]
enum Edit {
    Cut(usize, usize),
    Insert(usize, usize),
    Repeat(usize, usize),
    Swap(usize, usize),
}

fn an_edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (any::<usize>(), 1..60_usize).prop_map(|(at, length)| Edit::Cut(at, length)),
        (any::<usize>(), 0..PIECES.len()).prop_map(|(at, piece)| Edit::Insert(at, piece)),
        (any::<usize>(), 1..200_usize).prop_map(|(at, length)| Edit::Repeat(at, length)),
        (any::<usize>(), any::<usize>()).prop_map(|(a, b)| Edit::Swap(a, b)),
    ]
}

fn edited(source: &str, edits: &[Edit]) -> String {
    let mut signs: Vec<char> = source.chars().collect();
    for edit in edits {
        let length = signs.len().max(1);
        match *edit {
            Edit::Cut(at, count) => {
                let from = at % length;
                let to = (from + count).min(signs.len());
                signs.drain(from.min(to)..to);
            }
            Edit::Insert(at, piece) => {
                let at = at % length;
                signs.splice(at.min(signs.len())..at.min(signs.len()), PIECES[piece].chars());
            }
            Edit::Repeat(at, count) => {
                let from = (at % length).min(signs.len());
                let to = (from + count).min(signs.len());
                let again: Vec<char> = signs[from..to].to_vec();
                signs.splice(to..to, again);
            }
            Edit::Swap(a, b) => {
                if !signs.is_empty() {
                    let count = signs.len();
                    signs.swap(a % count, b % count);
                }
            }
        }
    }
    signs.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, max_shrink_iters: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_statement_with_slips_is_told_what_is_wrong(seed in any::<usize>(), edits in prop::collection::vec(an_edit(), 1..6)) {
        looked_at(&edited(&SEEDS[seed % SEEDS.len()], &edits));
    }

    #[test]
    fn any_text_can_be_looked_at(text in "\\PC{0,200}") {
        looked_at(&text);
    }

    #[test]
    fn pieces_of_the_language_in_any_order(pieces in prop::collection::vec(0..PIECES.len(), 0..60)) {
        let text: Vec<&str> = pieces.into_iter().map(|piece| PIECES[piece]).collect();
        looked_at(&text.join(" "));
        looked_at(&format!("statement \"x\" {{ {} }}", text.join(" ")));
    }
}

#[test]
fn deep_and_long_files_are_refused_and_not_followed() {
    for text in
        ["{".repeat(100_000), "/*".repeat(100_000), "(".repeat(100_000), "a ".repeat(100_000), "\"".repeat(99_999)]
    {
        looked_at(&text);
    }
    let long = format!("statement \"x\" {{\n{}}}\n", "about \"a\" en=\"b\"\n".repeat(40_000));
    let checked = looked_at(&long);
    assert_eq!(checked.diagnostics[0].code, "too-long");
}

//! Who may import whom, from the packages' own manifests.

use super::Tree;

/// The rooms that a room may import. `slices/*` stands for every slice.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("kernel", &[]),
    ("statement", &["kernel"]),
    ("access", &["kernel", "statement"]),
    ("store", &["kernel", "access"]),
    ("keeper", &["kernel", "statement", "access", "store"]),
    ("programme", &["kernel"]),
    ("figures", &["kernel"]),
    ("ui", &["kernel"]),
    ("http", &["kernel"]),
    ("post", &["kernel", "tls"]),
    ("testkit", &["kernel", "tls"]),
    ("tls", &["kernel"]),
    ("organisation", &["kernel", "statement", "access", "store", "keeper", "http", "ui", "post"]),
    (
        "slices/*",
        &[
            "kernel",
            "statement",
            "access",
            "store",
            "http",
            "ui",
            "post",
            "keeper",
            "organisation",
            "programme",
            "figures",
        ],
    ),
    ("xtask", &[]),
];

/// Features that only tests ask for: the prover, and passwords that cost nothing to hash.
const OF_TESTS: &[&str] = &["proofs", "made-up"];

/// Packages that only the store may name.
const DRIVERS: &[&str] =
    &["rusqlite", "libsqlite3-sys", "postgres", "tokio-postgres", "sqlx", "aws-lc-rs", "aes-gcm", "object_store"];

/// Rooms besides the store that may name a driver or a cipher, and why: certificates have keys of their own, and each test has
/// a database of its own.
const ALSO: &[(&str, &str)] = &[("tls", "aws-lc-rs"), ("testkit", "postgres")];

/// A package's manifest, as far as the rules need it.
struct Manifest<'a> {
    path: &'a str,
    /// `store`, `slices/coaching`, `troth`, ...
    room: String,
    /// Name and section of each dependency.
    needs: Vec<(&'a str, &'a str)>,
    text: &'a str,
}

fn manifests(tree: &Tree) -> Vec<Manifest<'_>> {
    tree.ending("/Cargo.toml")
        .filter(|(path, _)| !path.contains("/fuzz/"))
        .map(|(path, text)| {
            let folder = path.trim_end_matches("/Cargo.toml");
            let room = folder.strip_prefix("crates/").unwrap_or(folder).to_owned();
            Manifest { path, room, needs: dependencies(text), text }
        })
        .collect()
}

/// The names under `[dependencies]` and its kin, with `package = "…"` seen through.
fn dependencies(text: &str) -> Vec<(&str, &str)> {
    let mut section = "";
    let mut found = Vec::new();
    for line in text.lines().map(str::trim) {
        if let Some(head) = line.strip_prefix('[') {
            section = head.trim_end_matches(']');
            if let Some((kind, name)) = section.split_once("dependencies.") {
                found.push((name, if kind.starts_with("dev") { "dev-dependencies" } else { "dependencies" }));
            }
        } else if section.ends_with("dependencies")
            && let Some((name, rest)) = line.split_once('=')
        {
            let name = name.trim().split('.').next().unwrap_or_default();
            let renamed = rest.split_once("package = \"").and_then(|(_, rest)| rest.split('"').next());
            found.push((renamed.unwrap_or(name), section));
        }
    }
    found
}

/// Only the rooms of the table, and never a slice by a slice.
pub(super) fn rooms(tree: &Tree) -> Vec<String> {
    let all = manifests(tree);
    let known = |name: &str| all.iter().any(|m| m.room == name || m.room.strip_prefix("slices/") == Some(name));
    let slice = |name: &str| all.iter().any(|m| m.room.strip_prefix("slices/") == Some(name));
    let mut faults = Vec::new();
    for manifest in &all {
        // The program puts everything together, and so does what measures it.
        if matches!(manifest.room.as_str(), "troth" | "xtask/bench") {
            continue;
        }
        let row = if manifest.room.starts_with("slices/") { "slices/*" } else { &manifest.room };
        let Some((_, may)) = MAY_IMPORT.iter().find(|(room, _)| *room == row) else {
            faults.push(format!("{}: a new room; say in xtask/src/tidy/house.rs what it may import", manifest.path));
            continue;
        };
        for (name, section) in &manifest.needs {
            let name = name.strip_prefix("troth-").unwrap_or(name);
            let testing = section.starts_with("dev-") && !slice(name);
            if known(name) && !may.contains(&name) && !testing {
                faults.push(format!("{}: {row} may not import {name}", manifest.path));
            }
        }
    }
    faults
}

/// A library whose manifest says that it has no tests of its own, or no examples in its documentation, has none: nobody would
/// run them.
pub(super) fn untested(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for manifest in manifests(tree) {
        let says = |line: &str| manifest.text.lines().any(|one| one == line);
        let folder = format!("{}src/", manifest.path.trim_end_matches("Cargo.toml"));
        for (path, text) in tree.ending(".rs").filter(|(path, _)| path.starts_with(&folder)) {
            for (line, is_there, what) in [
                ("test = false", text.contains("#[cfg(test)]"), "test"),
                ("doctest = false", has_example(text), "example"),
            ] {
                if is_there && says(line) {
                    faults.push(format!("{path}: nobody runs this {what}, since the manifest says `{line}`"));
                }
            }
        }
    }
    faults
}

/// What is for tests alone is asked for among what tests need: the program is built without it.
pub(super) fn features_of_tests(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for manifest in manifests(tree) {
        let mut section = "";
        for line in manifest.text.lines().map(str::trim) {
            if line.starts_with('[') {
                section = line;
            }
            let asked = OF_TESTS.iter().filter(|feature| line.contains(&format!("\"{feature}\"")));
            let is_fine = section.contains("dev-dependencies") || section == "[features]";
            faults
                .extend(asked.filter(|_| !is_fine).map(|feature| format!("{}: {feature} is for tests", manifest.path)));
        }
    }
    faults
}

/// Whether documentation holds an example that would be run: a fence without a language, or with a mark of Rust's.
fn has_example(text: &str) -> bool {
    let fences = text.lines().filter_map(|line| {
        let line = line.trim_start();
        line.strip_prefix("/// ```").or_else(|| line.strip_prefix("//! ```"))
    });
    let runs = |language: &str| {
        language.is_empty()
            || ["rust", "compile_fail", "should_panic", "no_run", "ignore"]
                .iter()
                .any(|mark| language.starts_with(mark))
    };
    fences.step_by(2).any(runs)
}

/// What every package takes from the workspace.
pub(super) fn packages(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for manifest in manifests(tree) {
        for wanted in ["[lints]\nworkspace = true", "edition.workspace = true", "license.workspace = true"] {
            if !manifest.text.contains(wanted) {
                faults.push(format!("{}: lacks `{}`", manifest.path, wanted.replace('\n', " ")));
            }
        }
    }
    let forbids = tree.text("Cargo.toml").is_none_or(|text| text.contains("unsafe_code = \"forbid\""));
    if !forbids {
        faults.push("Cargo.toml: unsafe code must be forbidden".to_owned());
    }
    faults
}

/// Drivers and ciphers in one place.
pub(super) fn drivers(tree: &Tree) -> Vec<String> {
    let all = manifests(tree);
    let others = all.iter().filter(|manifest| !matches!(manifest.room.as_str(), "store" | "xtask/bench"));
    others
        .flat_map(|manifest| {
            manifest
                .needs
                .iter()
                .filter(|(name, _)| DRIVERS.contains(name) && !ALSO.contains(&(manifest.room.as_str(), *name)))
                .map(|(name, _)| format!("{}: only the store may name {name}", manifest.path))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "[package]\nedition.workspace = true\nlicense.workspace = true\n[lints]\nworkspace = true\n";

    fn tree(path: &str, needs: &str) -> Tree {
        let other = "[package]\nname = \"x\"\n";
        Tree::of(&[
            ("crates/kernel/Cargo.toml", GOOD),
            ("crates/store/Cargo.toml", other),
            ("crates/http/Cargo.toml", other),
            ("slices/accounts/Cargo.toml", other),
            (path, &format!("{GOOD}{needs}")),
        ])
    }

    #[test]
    fn a_slice_that_imports_a_slice_is_found() {
        let dev = "[dev-dependencies]\naccounts = { workspace = true }\n";
        for needs in
            ["[dependencies]\naccounts.workspace = true\n", "[dependencies.troth-accounts]\npath = \"x\"\n", dev]
        {
            assert_eq!(rooms(&tree("slices/coaching/Cargo.toml", needs)).len(), 1, "{needs}");
        }
        assert!(rooms(&tree("slices/coaching/Cargo.toml", "[dependencies]\nstore.workspace = true\n")).is_empty());
    }

    #[test]
    fn a_room_that_reaches_too_far_is_found() {
        assert_eq!(rooms(&tree("crates/ui/Cargo.toml", "[dependencies]\nhttp = { workspace = true }\n")).len(), 1);
        assert_eq!(rooms(&tree("crates/kernel/Cargo.toml", "[dependencies]\nstore.workspace = true\n")).len(), 1);
        let aliased = "[dependencies]\nshelf = { path = \"../store\", package = \"troth-store\" }\n";
        assert_eq!(rooms(&tree("crates/ui/Cargo.toml", aliased)).len(), 1);
        assert_eq!(rooms(&tree("crates/cellar/Cargo.toml", "")).len(), 1, "a room that no rule knows");
    }

    #[test]
    fn a_driver_outside_the_store_is_found() {
        let needs = "[dependencies]\nrusqlite.workspace = true\naws-lc-rs = \"1\"\n";
        assert_eq!(drivers(&tree("slices/coaching/Cargo.toml", needs)).len(), 2);
        assert!(drivers(&tree("crates/store/Cargo.toml", needs)).is_empty());
    }

    #[test]
    fn a_test_that_nobody_runs_is_found() {
        let source = ("slices/moving/src/pages.rs", "#[cfg(test)]\nmod tests {}\n");
        let example = ("slices/moving/src/lib.rs", "//! ```kdl\n//! ```\n/// ```\n/// assert!(true);\n/// ```\n");
        let of = |manifest| untested(&Tree::of(&[("slices/moving/Cargo.toml", manifest), source, example])).len();
        let neither = "[package]\n[lib]\ntest = false\ndoctest = false\n";
        assert_eq!((of("[package]\n[lib]\ntest = false\n"), of(neither), of("[package]\n")), (1, 2, 0));
    }

    #[test]
    fn a_feature_of_tests_in_the_program_is_found() {
        let asks = "accounts = { workspace = true, features = [\"made-up\"] }\n";
        let of =
            |section: &str| features_of_tests(&tree("crates/troth/Cargo.toml", &format!("{section}\n{asks}"))).len();
        assert_eq!((of("[dependencies]"), of("[dev-dependencies]")), (1, 0));
        let default = "[features]\nmade-up = []\n[dependencies.accounts]\nfeatures = [\"made-up\"]\n";
        assert_eq!(features_of_tests(&tree("crates/troth/Cargo.toml", default)).len(), 1);
    }

    #[test]
    fn a_package_without_the_lints_is_found() {
        assert_eq!(packages(&Tree::of(&[("crates/ui/Cargo.toml", GOOD)])), Vec::<String>::new());
        assert_eq!(packages(&Tree::of(&[("crates/ui/Cargo.toml", "[package]\n")])).len(), 3);
    }
}

//! The dependency policy: how many packages, under which licences, from where, and which not.
//!
//! `deny.toml` says the same for those who have `cargo deny`; this needs nothing but cargo itself.

use serde_json::Value;

use crate::shell;

/// The most packages that may be locked.
pub(crate) const LIMIT: usize = 450;

/// Licences that go together with EUPL-1.2 for code that is linked in.
const LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OpenSSL",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Packages that must not come in, with the reason.
const BANNED: &[(&str, &str)] = &[
    ("openssl", "TLS and ciphers come from aws-lc-rs and rustls alone"),
    ("native-tls", "TLS comes from rustls alone"),
    ("ring", "one cryptographic library is enough: aws-lc-rs"),
    ("reqwest", "the server opens no connection that the statement does not declare"),
];

/// Checks the locked packages; answers with faults and a line to print.
pub(crate) fn check() -> (Vec<String>, String) {
    let Some(text) = shell::answer("cargo", &["metadata", "--format-version", "1", "--locked"]) else {
        return (vec!["cargo metadata --locked fails: is Cargo.lock up to date?".to_owned()], String::new());
    };
    let Ok(metadata) = serde_json::from_str::<Value>(&text) else {
        return (vec!["cargo metadata does not give JSON".to_owned()], String::new());
    };
    let packages: Vec<Package> = metadata["packages"].as_array().into_iter().flatten().map(Package::read).collect();
    let linked = linked();
    (faults(&packages, &linked, locked()), format!("{} packages locked, at most {LIMIT}", locked()))
}

struct Package {
    name: String,
    licence: String,
    source: String,
}

impl Package {
    fn read(value: &Value) -> Self {
        let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        Self { name: text("name"), licence: text("license"), source: text("source") }
    }
}

/// The number of packages in Cargo.lock.
fn locked() -> usize {
    let lock = std::fs::read_to_string(crate::root().join("Cargo.lock")).unwrap_or_default();
    lock.lines().filter(|line| *line == "[[package]]").count()
}

/// The names of what the `troth` program is made of, without build scripts, tests and chores.
fn linked() -> Vec<String> {
    let tree = ["tree", "--locked", "-p", "troth", "-e", "normal", "--prefix", "none", "--format", "{p}"];
    let lines = shell::answer("cargo", &tree).unwrap_or_default();
    lines.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

fn faults(packages: &[Package], linked: &[String], locked: usize) -> Vec<String> {
    let mut faults = Vec::new();
    if locked > LIMIT {
        faults.push(format!("{locked} packages are locked; at most {LIMIT} may be"));
    }
    for package in packages {
        let Package { name, licence, source } = package;
        if !licence_fits(licence) {
            faults.push(format!("{name}: the licence `{licence}` is not among those allowed"));
        }
        if !source.is_empty() && !source.starts_with("registry+") {
            faults.push(format!("{name}: comes from elsewhere than the registry"));
        }
        if linked.contains(name)
            && let Some((_, reason)) = BANNED.iter().find(|(banned, _)| banned == name)
        {
            faults.push(format!("{name}: {reason}"));
        }
    }
    faults
}

/// Whether an SPDX expression can be met with allowed licences alone.
fn licence_fits(expression: &str) -> bool {
    let flat = expression.replace('/', " OR ");
    let flat = flat.trim();
    if flat.is_empty() {
        return false;
    }
    if let Some(inner) = enclosed(flat) {
        return licence_fits(inner);
    }
    for (joint, all) in [(" OR ", false), (" AND ", true)] {
        let parts = split_outside(flat, joint);
        if parts.len() > 1 {
            return if all { parts.iter().all(|p| licence_fits(p)) } else { parts.iter().any(|p| licence_fits(p)) };
        }
    }
    LICENCES.contains(&flat)
}

/// The inside of parentheses that enclose the whole text.
fn enclosed(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('(')?.strip_suffix(')')?;
    let mut depth = 0i32;
    for sign in inner.chars() {
        depth += i32::from(sign == '(') - i32::from(sign == ')');
        if depth < 0 {
            return None;
        }
    }
    (depth == 0).then_some(inner)
}

fn split_outside<'a>(text: &'a str, joint: &str) -> Vec<&'a str> {
    let (mut parts, mut depth, mut from) = (Vec::new(), 0i32, 0);
    for (at, sign) in text.char_indices() {
        depth += i32::from(sign == '(') - i32::from(sign == ')');
        if depth == 0 && at >= from && text[at..].starts_with(joint) {
            parts.push(text[from..at].trim());
            from = at + joint.len();
        }
    }
    parts.push(text[from..].trim());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, licence: &str, source: &str) -> Package {
        Package { name: name.to_owned(), licence: licence.to_owned(), source: source.to_owned() }
    }

    #[test]
    fn licences_are_read_as_expressions() {
        for good in ["MIT", "MIT OR GPL-3.0", "MIT/Apache-2.0", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
            assert!(licence_fits(good), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND SSPL-1.0"] {
            assert!(!licence_fits(bad), "{bad}");
        }
    }

    #[test]
    fn each_kind_of_fault_is_found() {
        let registry = "registry+somewhere";
        let good = [package("serde", "MIT", registry), package("troth", "EUPL-1.2", "")];
        assert!(faults(&good, &[], 2).is_empty());
        let linked = ["openssl".to_owned()];
        assert_eq!(faults(&[package("openssl", "Apache-2.0", registry)], &linked, 1).len(), 1);
        assert_eq!(faults(&[package("x", "SSPL-1.0", registry)], &[], 1).len(), 1);
        assert_eq!(faults(&[package("x", "MIT", "git+somewhere")], &[], 1).len(), 1);
        assert_eq!(faults(&[], &[], LIMIT + 1).len(), 1);
    }
}

//! The project's chores: `cargo xtask test`, `tidy`, `asvs`, `bench`, `simulate`, `power`, `scan`, `sbom`.
//!
//! The only dependency is a JSON reader, so that the first chore starts in seconds.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a chore measures real time, reads the real environment and talks to a terminal"
)]

mod browser;
mod look_over;
mod packages;
mod postgres;
mod sbom;
mod shell;
mod test;
mod tidy;
mod tools;

use std::{path::PathBuf, process::ExitCode};

const HELP: &str = "\
Chores of the house.

  cargo xtask test [--only a,b] [--list]   everything that must hold, in one run
  cargo xtask tidy                         the rules of the house, read from the sources
  cargo xtask asvs                         writes docs/asvs.md, which answers OWASP's verification standard
  cargo xtask bench [pages|work|signing|load|selfhelp|gdpr]  what Troth costs, against floors of the same run (in release)
  cargo xtask simulate                     three years of ten thousand lives under the five statements (in release)
  cargo xtask power [CUTS]                 cuts the power in the middle of erasures, 400 times in each
  cargo xtask scan [[ORG/]ROLE...]         wapiti and sqlmap over the demo, as somebody of each role (in release)
  cargo xtask sbom                         the list of parts as CycloneDX, on standard output
  cargo xtask packages                     how many packages are locked, under which licences, from where
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if look_over::is_meant(&words) {
        return look_over::stand_in(&words);
    }
    let good = match words.as_slice() {
        ["test", rest @ ..] => test::run(rest),
        ["tidy"] => test::run(&["--only", "tidy"]),
        ["asvs"] => asvs(),
        ["bench", rest @ ..] => test::bench(rest),
        ["simulate"] => test::simulate(),
        ["power", rest @ ..] => test::power(rest),
        ["scan", rest @ ..] => browser::scan(rest),
        ["sbom"] => sbom(),
        ["packages"] => test::run(&["--only", "packages"]),
        _ => {
            print!("{HELP}");
            matches!(words.as_slice(), [] | ["help" | "--help" | "-h"])
        }
    };
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Writes the page that answers the verification standard.
fn asvs() -> bool {
    let page = tidy::asvs::page(&tidy::Tree::read(&root()));
    std::fs::write(root().join(tidy::asvs::PAGE), page).is_ok()
}

/// Prints the list of parts.
fn sbom() -> bool {
    match sbom::list() {
        Ok(list) => println!("{list:#}"),
        Err(reason) => {
            eprintln!("{reason}");
            return false;
        }
    }
    true
}

/// The workspace's folder.
fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map_or(here.clone(), PathBuf::from)
}

/// Where cargo puts what it builds.
fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

//! What stands in the compiler's place while our own packages are built for tests: clippy, which builds and lints in one reading,
//! and rustdoc behind it, which reads the documentation with the libraries that were built. Asked apart, each would have
//! everything that we depend on read once more.
//!
//! Neither stops a build: what they say goes where the compiler's warnings go, and cargo says it again as long as it holds.

use std::process::{Command, ExitCode};

/// By this cargo calls it, instead of the compiler, whose path comes first among the words.
pub(crate) const WRAPPER: &str = "RUSTC_WORKSPACE_WRAPPER";

/// Options of the compiler that rustdoc takes, too, each with a value.
const TAKEN: [&str; 6] = ["--crate-name", "--crate-type", "--cfg", "--check-cfg", "--extern", "-L"];

/// Whether these words call the compiler.
pub(crate) fn is_meant(words: &[&str]) -> bool {
    words.first().is_some_and(|first| first.ends_with("/rustc") || *first == "rustc")
}

/// Does what the compiler was asked for.
pub(crate) fn stand_in(words: &[&str]) -> ExitCode {
    let status = match Command::new("clippy-driver").args(words).status() {
        Ok(status) => status,
        Err(error) => {
            eprintln!("error: clippy-driver does not start: {error}; add it with: rustup component add clippy");
            return ExitCode::FAILURE;
        }
    };
    if !status.success() {
        return status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from);
    }
    if let Some(args) = about_documentation(words) {
        let folder = crate::target().join("doc");
        if !Command::new("rustdoc")
            .args(args)
            .arg("--out-dir")
            .arg(folder)
            .status()
            .is_ok_and(|status| status.success())
        {
            eprintln!("warning: rustdoc cannot read this");
        }
    }
    ExitCode::SUCCESS
}

/// What rustdoc is asked for where a library or a program is built; `None` for a test, a build script and a question.
fn about_documentation<'a>(words: &[&'a str]) -> Option<Vec<&'a str>> {
    let is_built = words.iter().any(|word| word.starts_with("--emit=") && word.contains("link"));
    if !is_built || words.contains(&"--test") || words.contains(&"build_script_build") {
        return None;
    }
    let mut args = vec![*words.iter().find(|word| word.ends_with(".rs"))?];
    args.extend(words.iter().filter(|word| word.starts_with("--edition=")));
    for pair in words.windows(2).filter(|pair| TAKEN.contains(&pair[0])) {
        args.extend(pair);
    }
    // Nobody but its own authors reads of a program's parts.
    args.extend(words.windows(2).any(|pair| *pair == ["--crate-type", "bin"]).then_some("--document-private-items"));
    Some(args)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILD: &str = "rustc --crate-name troth_ui --edition=2024 crates/ui/src/lib.rs --error-format=json --crate-type lib \
                         --emit=dep-info,metadata,link -C debuginfo=1 --warn=clippy::all --cfg feature=\"x\" \
                         -L dependency=deps --extern kernel=deps/libkernel.rmeta";

    fn asked(line: &str) -> Option<String> {
        about_documentation(&line.split_whitespace().collect::<Vec<_>>()).map(|args| args.join(" "))
    }

    #[test]
    fn rustdoc_is_asked_about_what_is_built_and_about_nothing_else() {
        let wanted = "crates/ui/src/lib.rs --edition=2024 --crate-name troth_ui --crate-type lib --cfg feature=\"x\" \
                      -L dependency=deps --extern kernel=deps/libkernel.rmeta";
        assert_eq!(asked(BUILD).as_deref(), Some(wanted));
        assert_eq!(asked(&format!("{BUILD} --test")), None);
        assert_eq!(asked(&BUILD.replace("metadata,link", "metadata")), None);
        assert_eq!(asked("rustc -vV"), None);
        assert!(is_meant(&["toolchain/bin/rustc", "-vV"]) && !is_meant(&["test"]));
    }
}

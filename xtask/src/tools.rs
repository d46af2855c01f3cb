//! What the tests need besides Rust: found, or installed from the distribution, and said so.

use std::path::{Path, PathBuf};

use crate::shell;

/// A program that a step needs.
pub(crate) struct Tool {
    /// What it is for.
    pub(crate) what: &'static str,
    /// Its names, the preferred one first.
    pub(crate) names: &'static [&'static str],
    /// Folders to look in besides the search path.
    pub(crate) folders: &'static [&'static str],
    /// Debian packages that bring it.
    pub(crate) packages: &'static [&'static str],
}

/// A browser to open pages with; without windows it is quicker.
pub(crate) const CHROMIUM: Tool = Tool {
    what: "the browser",
    names: &["chromium-headless-shell", "chromium", "chromium-browser"],
    folders: &[],
    packages: &["chromium-headless-shell"],
};
/// The solver that checks the proofs.
pub(crate) const CVC5: Tool = Tool { what: "the solver", names: &["cvc5"], folders: &[], packages: &["cvc5"] };
/// What writes down with which calls a program changes files.
pub(crate) const STRACE: Tool =
    Tool { what: "the recorder of calls", names: &["strace"], folders: &[], packages: &["strace"] };
/// What starts a network of its own.
pub(crate) const IP: Tool =
    Tool { what: "the network's tool", names: &["ip"], folders: &["/usr/sbin", "/sbin"], packages: &["iproute2"] };
/// What drives the browser.
pub(crate) const NODE: Tool =
    Tool { what: "the browser's driver", names: &["node"], folders: &[], packages: &["nodejs", "npm"] };
/// What fetches the driver's packages.
pub(crate) const NPM: Tool =
    Tool { what: "the driver's packages", names: &["npm"], folders: &[], packages: &["nodejs", "npm"] };
/// A scanner of pages and forms.
pub(crate) const WAPITI: Tool =
    Tool { what: "a scanner of pages", names: &["wapiti"], folders: &[], packages: &["wapiti"] };
/// A scanner for injected SQL.
pub(crate) const SQLMAP: Tool =
    Tool { what: "a scanner for injected SQL", names: &["sqlmap"], folders: &[], packages: &["sqlmap"] };
/// What makes a PostgreSQL cluster; in Debian it stands outside the search path.
pub(crate) const INITDB: Tool = Tool {
    what: "PostgreSQL",
    names: &["initdb"],
    folders: &["/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin"],
    packages: &["postgresql-15"],
};

/// Finds a tool; installs it when it is missing and the caller may.
pub(crate) fn need(tool: &Tool) -> Result<PathBuf, String> {
    if let Some(found) = find(tool) {
        return Ok(found);
    }
    let packages = tool.packages.join(" ");
    println!("    {} is missing: installing {packages}", tool.what);
    if !is_root() {
        return Err(format!("{} is missing; install it with: sudo apt-get install {packages}", tool.what));
    }
    let quiet = [("DEBIAN_FRONTEND", "noninteractive")];
    shell::run("apt-get", &["update", "-q"], &quiet);
    let mut words = vec!["install", "-q", "-y", "--no-install-recommends"];
    words.extend(tool.packages);
    shell::run("apt-get", &words, &quiet);
    find(tool).ok_or_else(|| format!("{} could not be installed ({packages})", tool.what))
}

/// Finds a tool in the search path and its own folders.
pub(crate) fn find(tool: &Tool) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(tool.folders.iter().map(PathBuf::from));
    let folders: Vec<PathBuf> = folders.collect();
    tool.names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|path| path.is_file())
}

/// Whether a cargo command such as `nextest` is there.
pub(crate) fn has_cargo(command: &str) -> bool {
    shell::quiet("cargo", &[command, "--version"]).good
}

/// Whether this runs as root, who may install, and as whom PostgreSQL refuses to run.
pub(crate) fn is_root() -> bool {
    shell::answer("id", &["-u"]).is_some_and(|id| id.trim() == "0")
}

/// The folder of a program.
pub(crate) fn folder_of(program: &Path) -> PathBuf {
    program.parent().map_or_else(PathBuf::new, PathBuf::from)
}

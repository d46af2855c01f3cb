//! The demo in a real browser, and under two scanners.

use std::path::{Path, PathBuf};

use crate::{
    shell,
    test::{self, Found},
    tools,
};

/// What drives a browser, and where its tests stand.
struct Driver {
    node: String,
    chromium: String,
    folder: PathBuf,
}

impl Driver {
    /// Finds it, and fetches what it needs.
    fn find() -> Result<Self, String> {
        let [node, npm, chromium] = [&tools::NODE, &tools::NPM, &tools::CHROMIUM].map(tools::need);
        let [node, npm, chromium] = [node?, npm?, chromium?].map(|path| path.display().to_string());
        let folder = crate::root().join("tests/browser");
        if !is_fetched(&folder) {
            println!("    fetching the browser's driver, the accessibility rules and a provider to sign in with");
            if !shell::run_in(&folder, &npm, &["ci", "--no-audit", "--no-fund", "--ignore-scripts"], &[]).good {
                return Err("npm ci failed in tests/browser".to_owned());
            }
        }
        Ok(Self { node, chromium, folder })
    }

    /// Runs it on a program of this build.
    fn run(&self, build: &str, args: &[&str]) -> shell::Ended {
        let program = crate::target().join(build).join("troth").display().to_string();
        let environment = [("TROTH_TEST_PROGRAM", &*program), ("TROTH_TEST_CHROMIUM", &*self.chromium)];
        shell::run_in(&self.folder, &self.node, args, &environment)
    }
}

/// Whether what the lock file names was fetched since it last changed.
fn is_fetched(folder: &Path) -> bool {
    let changed = |name: &str| std::fs::metadata(folder.join(name)).and_then(|found| found.modified()).ok();
    changed("node_modules/.package-lock.json").is_some_and(|fetched| Some(fetched) >= changed("package-lock.json"))
}

/// Every scene.
pub(crate) fn step() -> Found {
    let driver = match Driver::find() {
        Ok(driver) => driver,
        Err(reason) => return Found::fault(reason),
    };
    // What the tests run: without them, parts would have other features and be built a second time.
    if !shell::run("cargo", &["test", "--workspace", "--locked", "--quiet", "--no-run"], &[]).good {
        return Found::fault("the program does not build".to_owned());
    }
    let mut found = Found::default();
    // Two at a time: while a browser draws for one, the other waits for its server.
    let scenes = scenes(&driver.folder);
    let mut args = vec!["--test", "--test-reporter=spec", "--test-concurrency=2"];
    args.extend(scenes.iter().map(String::as_str));
    let ended = driver.run("debug", &args);
    test::add(&mut found, test::count_tests(&ended.said), ended.good, "a scene: see above");
    if found.passed + found.failed == 0 {
        return Found::fault("no page was opened".to_owned());
    }
    found
}

/// The scenes, in the order of their names.
fn scenes(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder.join("scenes")).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut scenes: Vec<String> =
        names.filter(|name| name.ends_with(".mjs")).map(|name| format!("scenes/{name}")).collect();
    scenes.sort();
    scenes
}

/// Two scanners for known weaknesses, as somebody of each role, or of those that are named.
pub(crate) fn scan(roles: &[&str]) -> bool {
    let missing = [&tools::WAPITI, &tools::SQLMAP].map(tools::need).into_iter().find_map(Result::err);
    let driver = match missing.map_or_else(Driver::find, Err) {
        Ok(driver) => driver,
        Err(reason) => {
            println!("{reason}");
            return false;
        }
    };
    if !shell::run("cargo", &["build", "--release", "--locked", "-p", "troth"], &[]).good {
        return false;
    }
    let mut args = vec!["scan/scan.mjs"];
    args.extend(roles);
    driver.run("release", &args).good
}

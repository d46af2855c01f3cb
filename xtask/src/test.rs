//! `cargo xtask test`: everything that must hold, in one run, with headings, times and a count at the end.
//!
//! All steps build the whole workspace with one set of features into one folder, so that nothing is built twice.

use std::time::Instant;

use crate::{browser, packages, postgres::Cluster, shell, tidy, tools};

/// What a step found.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    /// Why it failed, each in a line.
    reasons: Vec<String>,
}

impl Found {
    fn one(good: bool, reason: &str) -> Self {
        if good { Self { passed: 1, ..Self::default() } } else { Self::fault(reason.to_owned()) }
    }

    pub(crate) fn fault(reason: String) -> Self {
        Self { passed: 0, failed: 1, reasons: vec![reason] }
    }
}

struct Step {
    name: &'static str,
    about: &'static str,
    run: fn() -> Found,
}

const STEPS: &[Step] = &[
    Step { name: "tidy", about: "the rules of the house", run: tidy_rules },
    Step { name: "format", about: "formatting", run: format },
    Step {
        name: "packages",
        about: "number, licences and sources of packages, and their known weaknesses where the list can be had",
        run: package_policy,
    },
    Step { name: "lints", about: "everything is built; clippy and rustdoc have no warning left", run: lints },
    Step { name: "unit", about: "all tests in Rust, on SQLite", run: unit },
    Step { name: "postgres", about: "the same on PostgreSQL, for rooms and slices that store", run: on_postgres },
    Step { name: "power", about: "the power is cut in the middle of erasures, 20 times each", run: power_cuts },
    Step { name: "alone", about: "the whole program where no way leads out", run: alone },
    Step { name: "proofs", about: "access policies proved by the solver, over every statement", run: proofs },
    Step { name: "browser", about: "the demo in a real browser", run: browser::step },
];

/// Runs the steps asked for; answers whether all is well.
pub(crate) fn run(words: &[&str]) -> bool {
    let only: Vec<&str> = match words {
        ["--list"] => {
            STEPS.iter().for_each(|step| println!("{:10} {}", step.name, step.about));
            return true;
        }
        ["--only", names] => names.split(',').collect(),
        [] => STEPS.iter().map(|step| step.name).collect(),
        _ => {
            eprintln!(
                "cargo xtask test [--only {}] [--list]",
                STEPS.iter().map(|s| s.name).collect::<Vec<_>>().join(",")
            );
            return false;
        }
    };
    if let Some(unknown) = only.iter().find(|name| !STEPS.iter().any(|step| step.name == **name)) {
        eprintln!("there is no step `{unknown}`; `cargo xtask test --list` shows them");
        return false;
    }
    shell::use_memory();
    if let Err(error) = shell::look_over_what_is_built() {
        eprintln!("this program does not know where it stands: {error}");
        return false;
    }
    let mut rows = Vec::new();
    let start = Instant::now();
    for step in STEPS.iter().filter(|step| only.contains(&step.name)) {
        println!("\n=== {}: {}", step.name, step.about);
        let begun = Instant::now();
        let found = (step.run)();
        found.reasons.iter().for_each(|reason| println!("    ! {reason}"));
        rows.push((step.name, found, begun.elapsed().as_secs_f64()));
    }
    close(&rows, start.elapsed().as_secs_f64())
}

fn close(rows: &[(&str, Found, f64)], seconds: f64) -> bool {
    println!("\n=== summary");
    for (name, found, seconds) in rows {
        let mark = if found.failed == 0 { "good" } else { "BAD" };
        println!("    {mark:5}{name:10}{:6} passed{:6} failed{seconds:9.1} s", found.passed, found.failed);
        if found.failed > 0 {
            found.reasons.iter().take(20).for_each(|reason| println!("         {reason}"));
        }
    }
    let (passed, failed) = rows.iter().fold((0, 0), |sum, (_, found, _)| (sum.0 + found.passed, sum.1 + found.failed));
    println!("    in {:.1} minutes", seconds / 60.0);
    println!("{passed} passed, {failed} failed");
    failed == 0
}

/// Builds everything in release and measures it.
pub(crate) fn bench(words: &[&str]) -> bool {
    let build = ["build", "--release", "--locked", "-p", "troth", "-p", "troth-bench"];
    if !shell::run("cargo", &build, &[]).good {
        return false;
    }
    let program = crate::target().join("release/troth").display().to_string();
    let bench = crate::target().join("release/troth-bench").display().to_string();
    let args: Vec<&str> = match words {
        ["work"] => vec!["work"],
        ["signing"] => vec!["signing"],
        [one @ ("pages" | "load" | "selfhelp")] => vec![one, &program],
        ["gdpr"] => return gdpr(&bench),
        _ => vec![&program],
    };
    shell::run(&bench, &args, &[]).good
}

/// The four roles of GDPRbench, against plain databases.
fn gdpr(bench: &str) -> bool {
    match Cluster::start_durable() {
        Ok(cluster) => shell::run(bench, &["gdpr", &cluster.url()], &[]).good,
        Err(fault) => {
            println!("PostgreSQL did not start: {fault}");
            false
        }
    }
}

/// Three years of ten thousand lives under the five statements, held against an independent model every night.
pub(crate) fn simulate() -> bool {
    let run =
        ["test", "--release", "--locked", "-p", "troth", "--test", "simulation", "--", "--ignored", "--nocapture"];
    shell::run("cargo", &run, &[]).good
}

fn tidy_rules() -> Found {
    let tree = tidy::Tree::read(&crate::root());
    let mut found = Found::default();
    for (rule, faults) in tidy::run(&tree) {
        println!("    {} {rule}", if faults.is_empty() { "good" } else { "BAD " });
        found.passed += usize::from(faults.is_empty());
        found.failed += usize::from(!faults.is_empty());
        found.reasons.extend(faults.into_iter().map(|fault| format!("{rule}: {fault}")));
    }
    tidy::warnings(&tree).iter().for_each(|warning| println!("    note: {warning}"));
    found
}

fn format() -> Found {
    Found::one(shell::run("cargo", &["fmt", "--all", "--check"], &[]).good, "run: cargo fmt --all")
}

fn package_policy() -> Found {
    let (faults, line) = packages::check();
    println!("    {line}");
    let mut found = Found { passed: usize::from(faults.is_empty()), failed: faults.len(), reasons: faults };
    if tools::has_cargo("deny") {
        let args = ["deny", "--all-features", "check", "licenses", "bans", "sources"];
        let good = shell::run("cargo", &args, &[]).good;
        found.passed += usize::from(good);
        found.failed += usize::from(!good);
    } else {
        println!("    cargo deny is not here; its questions about licences, bans and sources were asked above");
    }
    known_weaknesses(&mut found);
    found
}

/// Asks the public list of known weaknesses (RustSec), where it can be had; and says so where it was not asked.
fn known_weaknesses(found: &mut Found) {
    let unasked = |why| println!("    known weaknesses were NOT asked about: {why}");
    if !tools::has_cargo("deny") {
        return unasked("cargo deny is not here");
    }
    if !shell::run("cargo", &["deny", "fetch", "db"], &[]).good {
        return unasked("their list cannot be fetched from here");
    }
    let good = shell::run("cargo", &["deny", "--all-features", "check", "--disable-fetch", "advisories"], &[]).good;
    found.passed += usize::from(good);
    found.failed += usize::from(!good);
    if !good {
        found.reasons.push("a part has a known weakness: see above, and SECURITY.md for how soon it goes".to_owned());
    }
}

/// Builds what the other steps run, under the eyes of clippy and rustdoc.
fn lints() -> Found {
    let built = shell::run("cargo", &["test", "--workspace", "--locked", "--quiet", "--no-run"], &[]);
    let is_silent = !built.said.lines().any(|line| line.starts_with("warning"));
    Found::one(built.good && is_silent, "clippy or rustdoc has something to say")
}

fn unit() -> Found {
    let mut found = rust_tests(None, &[]);
    let docs = shell::run("cargo", &["test", "--workspace", "--locked", "--doc", "--no-fail-fast"], &[]);
    add(&mut found, count_tests(&docs.said), docs.good, "an example in the documentation fails");
    found
}

fn on_postgres() -> Found {
    let cluster = match Cluster::start() {
        Ok(cluster) => cluster,
        Err(reason) => return Found::fault(reason),
    };
    let url = cluster.url();
    println!("    a cluster of our own is running");
    // Those whose tests open a database of their engine's choice; the others would do again what they did before.
    let rooms = "package(troth-store) | package(troth-keeper) | package(troth-programmes) \
                 | (package(=troth) & binary(/^(campus|exceptions|mailings|selfhelp|visits)$/))";
    // Tests that need PostgreSQL are marked as ignored, so that a machine without it says that it did not run them.
    // What is ignored for another reason has a command of its own.
    // An amendment's steps after its commit are files, the same over both; the keeper's kills are tried on both.
    let mut filter = format!(
        "({rooms}) & not test(proof) & not test(power_cut) & not test(ten_thousand) & not test(amending::killing) \
         & not test(where_no_way_leads_out)"
    );
    let mut skip =
        vec!["--skip", "proof", "--skip", "power_cut", "--skip", "ten_thousand", "--skip", "where_no_way_leads_out"];
    if std::env::var_os("TROTH_TEST_S3_URL").is_none() {
        println!("    TROTH_TEST_S3_URL names no server that speaks as S3 does: the test with a bucket is not run");
        filter.push_str(" & not test(a_bucket)");
        skip.extend(["--skip", "a_bucket"]);
    }
    rust_tests_marked(Some(&filter), &[("TROTH_TEST_POSTGRES_URL", &url)], Some(&skip))
}

fn power_cuts() -> Found {
    cut("20")
}

/// Cuts the power `cuts` times in each recorded piece of work.
fn cut(cuts: &str) -> Found {
    let strace = match tools::need(&tools::STRACE) {
        Ok(path) => path.display().to_string(),
        Err(reason) => return Found::fault(reason),
    };
    // Marked as ignored, so that a machine without strace says that it did not run them.
    let environment = [("TROTH_TEST_STRACE", &*strace), ("TROTH_TEST_CUTS", cuts)];
    let found = rust_tests_marked(Some("package(troth-keeper) & test(power_cut)"), &environment, Some(&["power_cut"]));
    if found.passed == 0 && found.failed == 0 { Found::fault("no power was cut".to_owned()) } else { found }
}

/// The same as the step, as often as one likes.
pub(crate) fn power(words: &[&str]) -> bool {
    let cuts = words.first().copied().unwrap_or("400");
    if cuts.parse::<u32>().is_err() {
        eprintln!("cargo xtask power [CUTS]: how often the power is cut in each piece of work");
        return false;
    }
    let begun = Instant::now();
    close(&[("power", cut(cuts), begun.elapsed().as_secs_f64())], begun.elapsed().as_secs_f64())
}

/// Runs the program in a network of its own, where the kernel lets us make one.
fn alone() -> Found {
    if let Some(Err(reason)) = [&tools::STRACE, &tools::IP].map(tools::need).into_iter().find(Result::is_err) {
        return Found::fault(reason);
    }
    if !shell::run("unshare", &["-rn", "true"], &[]).good {
        println!(
            "    !!! NOT RUN: this kernel lets nobody make a network of its own (`unshare -rn`), as in some containers."
        );
        println!("    !!! That the program tries no connection of its own was NOT shown in this run.");
        return Found::default();
    }
    let which = "where_no_way_leads_out";
    let found = rust_tests_marked(Some("package(=troth) & test(where_no_way_leads_out)"), &[], Some(&[which]));
    if found.passed + found.failed == 0 { Found::fault("the test was not found".to_owned()) } else { found }
}

fn proofs() -> Found {
    let solver = match tools::need(&tools::CVC5) {
        Ok(path) => path.display().to_string(),
        Err(reason) => return Found::fault(reason),
    };
    // Proofs are marked as ignored, so that a machine without the solver says that it did not run them.
    let filter = "(package(troth-access) | package(=troth)) & test(proof)";
    let found = rust_tests_marked(Some(filter), &[("CVC5", &solver)], Some(&["proof"]));
    if found.passed == 0 && found.failed == 0 { Found::fault("no proof was run".to_owned()) } else { found }
}

/// Runs tests in Rust, all or those that a filter (in nextest's language) names.
fn rust_tests(filter: Option<&str>, environment: &[(&str, &str)]) -> Found {
    rust_tests_marked(filter, environment, None)
}

/// The same, with those that are marked as ignored when `ignored` says which, in libtest's language.
fn rust_tests_marked(filter: Option<&str>, environment: &[(&str, &str)], ignored: Option<&[&str]>) -> Found {
    let mut found = Found::default();
    let ended = if tools::has_cargo("nextest") {
        // Half as many again as there are cores: tests wait for disks and servers, too.
        let threads =
            std::thread::available_parallelism().map_or(3, |cores| cores.get() + cores.get().div_ceil(2)).to_string();
        let mut args = vec!["nextest", "run", "--workspace", "--locked", "--no-fail-fast", "--status-level", "fail"];
        args.extend(["--test-threads", &threads]);
        if let Some(filter) = filter {
            args.extend(["-E", filter]);
        }
        if ignored.is_some() {
            args.extend(["--run-ignored", "all"]);
        }
        shell::run("cargo", &args, environment)
    } else {
        println!("    cargo nextest is not here: running cargo test, over the whole workspace");
        let mut args = vec!["test", "--workspace", "--locked", "--no-fail-fast", "--all-targets"];
        if let Some(which) = ignored {
            args.extend(["--", "--include-ignored"]);
            args.extend(which);
        }
        shell::run("cargo", &args, environment)
    };
    let counted = count_tests(&ended.said);
    add(&mut found, counted, ended.good, "see above");
    for line in ended.said.lines().filter(|line| is_failure(line)).map(str::trim) {
        if !found.reasons.iter().any(|known| known == line) {
            found.reasons.push(line.to_owned());
        }
    }
    found
}

pub(crate) fn add(found: &mut Found, (passed, failed): (usize, usize), good: bool, reason: &str) {
    found.passed += passed;
    found.failed += failed.max(usize::from(!good));
    if !good {
        found.reasons.push(reason.to_owned());
    }
}

fn is_failure(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("FAIL [") || (line.starts_with("test ") && line.ends_with("FAILED"))
}

/// Adds up what nextest (`Summary … 10 passed, 1 failed`), libtest (`test result: ok. 10 passed; …`) and
/// Node's runner (`# pass 10`) say.
pub(crate) fn count_tests(said: &str) -> (usize, usize) {
    let mut sum = (0, 0);
    // Under nextest a failing test's own output repeats what libtest says.
    let nextest = said.lines().any(|line| line.trim().starts_with("Summary ["));
    for line in said.lines() {
        let line = line.trim();
        if line.starts_with("Summary [") || (!nextest && line.starts_with("test result:")) {
            for part in line.split([',', ';', '.', ':']) {
                let mut words = part.split_whitespace();
                if let (Some(Ok(number)), Some(what)) = (words.next().map(str::parse::<usize>), words.next()) {
                    match what {
                        "passed" => sum.0 += number,
                        "failed" => sum.1 += number,
                        _ => {}
                    }
                }
            }
        }
        for mark in ["# ", "ℹ "] {
            if let Some(number) = line.strip_prefix(mark).and_then(|rest| rest.strip_prefix("pass ")) {
                sum.0 += number.trim().parse().unwrap_or(0);
            }
            if let Some(number) = line.strip_prefix(mark).and_then(|rest| rest.strip_prefix("fail ")) {
                sum.1 += number.trim().parse().unwrap_or(0);
            }
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_from_every_runner() {
        assert_eq!(count_tests("     Summary [   0.076s] 10 tests run: 9 passed, 1 failed, 0 skipped"), (9, 1));
        assert_eq!(
            count_tests("test result: FAILED. 0 passed; 1 failed\nSummary [ 1s] 2 tests run: 1 passed, 1 failed"),
            (1, 1)
        );
        assert_eq!(count_tests("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured"), (3, 2));
        assert_eq!(count_tests("ℹ tests 5\nℹ pass 4\nℹ fail 1"), (4, 1));
        assert!(is_failure("        FAIL [   0.005s] ( 1/10) troth-testkit x"));
    }

    #[test]
    fn a_run_with_a_failed_step_is_not_well() {
        assert!(close(&[("a", Found::one(true, ""), 0.0)], 0.0));
        assert!(!close(&[("a", Found::one(true, ""), 0.0), ("b", Found::one(false, "x"), 0.0)], 0.0));
    }
}

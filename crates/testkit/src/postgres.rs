//! A database of its own for each test, in the PostgreSQL that the full test command starts.

use std::{path::Path, sync::OnceLock};

use postgres::{Client, NoTls};

/// Databases of tests are called so, with the number of the test's process group behind it.
const PREFIX: &str = "troth_test_";

/// How to reach a database that this test and the processes that it starts have for themselves; `None` where the full test command
/// has started no PostgreSQL.
///
/// What one test leaves behind costs the next one nothing: PostgreSQL looks through the catalogue of a whole database for much that
/// it does to one table. Databases of tests that have ended are removed here. Where none can be made, it is the one that
/// `TROTH_TEST_POSTGRES_URL` names.
pub fn url() -> Option<String> {
    static URL: OnceLock<Option<String>> = OnceLock::new();
    URL.get_or_init(|| {
        #[expect(clippy::disallowed_methods, reason = "the test command tells where its PostgreSQL is")]
        let given = std::env::var("TROTH_TEST_POSTGRES_URL").ok()?;
        let makes = given.clone();
        // The client runs by itself, which it cannot within a test that does.
        let made = std::thread::spawn(move || own(&makes)).join();
        Some(made.ok().and_then(Result::ok).unwrap_or(given))
    })
    .clone()
}

fn own(given: &str) -> Result<String, postgres::Error> {
    let mut client = Client::connect(given, NoTls)?;
    let group = group();
    let name = format!("{PREFIX}{group}");
    let rows =
        client.query("SELECT datname::text FROM pg_database WHERE starts_with(datname::text, $1)", &[&PREFIX])?;
    let known: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    // Numbers of processes come again: whoever leads the group is new and has left nothing yet.
    let is_new = group == std::process::id();
    let has_ended = |name: &str| !Path::new("/proc").join(name.trim_start_matches(PREFIX)).exists();
    for ended in known.iter().filter(|known| has_ended(known) || (is_new && **known == name)) {
        // Another test may be removing it, too.
        drop(client.batch_execute(&format!("DROP DATABASE IF EXISTS {ended} WITH (FORCE)")));
    }
    if is_new || !known.contains(&name) {
        client.batch_execute(&format!("CREATE DATABASE {name}"))?;
    }
    Ok(format!("{given} dbname={name}"))
}

/// The process group, which the runner makes for each test and the processes that it starts.
fn group() -> u32 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Behind the program's name in parentheses: how it is, its parent, its group.
    let group = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(2));
    group.and_then(|group| group.parse().ok()).unwrap_or_else(std::process::id)
}

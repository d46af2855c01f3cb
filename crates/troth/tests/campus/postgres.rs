//! What a test asks of PostgreSQL behind the store's back: copies, and its bytes. The program itself never does.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

pub use testkit::postgres::url;

/// Runs a text with the database's own client; what it prints.
fn run(sql: &str) -> String {
    let url = url().expect("only with PostgreSQL");
    let installed =
        ["/usr/lib/postgresql/15/bin/psql", "/usr/lib/postgresql/16/bin/psql", "/usr/lib/postgresql/17/bin/psql"];
    let program = installed.into_iter().find(|path| Path::new(path).exists()).unwrap_or("psql");
    let ended = Command::new(program)
        .args(["--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "-v", "ON_ERROR_STOP=1", "-d", &url, "-c", sql])
        .output()
        .expect("psql is installed with the server");
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    String::from_utf8(ended.stdout).unwrap().trim().to_owned()
}

/// The folder of the whole cluster: tables, write-ahead log, temporary files; all in it is durable now.
pub fn cluster() -> Option<PathBuf> {
    url()?;
    run("CHECKPOINT");
    run("SELECT pg_switch_wal()");
    Some(run("SHOW data_directory").into())
}

/// Writes a text as if nothing were sealed, and takes it away again; the cluster's folder.
pub fn leave_open(text: &str) -> Option<PathBuf> {
    url()?;
    let table = format!("open_{}", std::process::id());
    run(&format!("CREATE TABLE {table} (value text); INSERT INTO {table} VALUES ('{text}'); DELETE FROM {table}"));
    cluster()
}

/// A schema, by an organisation's key.
fn schema(key: &str) -> String {
    key.replace('-', "_")
}

/// Copies all tables of an organisation to a schema that `name` tells apart: a backup.
pub fn back_up(key: &str, name: &str) {
    let (from, to) = (schema(key), format!("{}_{name}", schema(key)));
    run(&format!(
        "DO $$ DECLARE t text; BEGIN
           CREATE SCHEMA {to};
           FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = '{from}' LOOP
             EXECUTE format('CREATE TABLE {to}.%I (LIKE {from}.%I INCLUDING ALL)', t, t);
             EXECUTE format('INSERT INTO {to}.%I OVERRIDING SYSTEM VALUE SELECT * FROM {from}.%I', t, t);
           END LOOP;
         END $$"
    ));
}

/// Puts a backup in the place of what is there, which is kept under `aside`.
pub fn bring_back(key: &str, name: &str, aside: &str) {
    let now = schema(key);
    run(&format!("ALTER SCHEMA {now} RENAME TO {now}_{aside}; ALTER SCHEMA {now}_{name} RENAME TO {now}"));
}

/// Moves what is there out of the way, so that a restore finds an empty place.
pub fn set_aside(key: &str, name: &str) {
    let now = schema(key);
    run(&format!("ALTER SCHEMA {now} RENAME TO {now}_{name}"));
}

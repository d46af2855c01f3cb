//! The store's promises, each on SQLite and on PostgreSQL with the same result.
//!
//! Tests on PostgreSQL are marked as ignored, so that a machine without one says that they did not run;
//! `cargo xtask test` starts a cluster and runs them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects by failing")]

extern crate troth_store as store;

mod copies;
mod duties;
mod erasure;
mod files;
mod heads;
mod made_up;
mod schema;
mod seals;
mod surveying;
mod units;
mod world;

/// Tests that run on both engines: `async fn name(on: On)` each.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() { super::$name(crate::world::On::Sqlite).await; })+
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            #[ignore = "needs TROTH_TEST_POSTGRES_URL"]
            async fn $name() { super::$name(crate::world::On::Postgres).await; })+
        }
    };
}
pub(crate) use on_both;

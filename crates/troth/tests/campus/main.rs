//! The whole, through the front door, on SQLite or on PostgreSQL (with `TROTH_TEST_POSTGRES_URL`).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail")]
#![allow(unreachable_pub, reason = "modules of a test")]

mod amending;
mod archive;
mod bringing;
mod canaries;
mod cloning;
mod contact;
mod copies;
mod copies_command;
mod correcting;
mod headers;
mod inventory;
mod kills;
mod lineage;
mod looks;
mod mails;
mod postgres;
mod receipts;
mod refusals;
mod registers;
mod requests;
mod restriction;
mod routes;
mod statements;
mod story;
mod taking;
mod unsealing;
mod verifying;
mod world;
mod wrong_passwords;

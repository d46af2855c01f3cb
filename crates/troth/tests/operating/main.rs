//! Running it: the program as a process on a machine (UC18, R16, I6).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail")]
#![allow(unreachable_pub, reason = "modules of a test")]

mod alone;
mod doctor;
mod logs;
mod restarts;
mod stage;
mod status;
mod texts;

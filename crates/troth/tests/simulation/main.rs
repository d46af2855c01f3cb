//! Three years in the lives of made-up people under each of the five statements, night by night (I5, I8).
//!
//! The program does what it does at work: slices write lives, the keeper looks at three in the night. An independent
//! model, written from the statements' text by other means, says each day what must be there and who must be told.
//! In the lives: invitations answered or not, log-ins with long gaps, trajectories, several roles, agreements that
//! end; leap days, the nights in which clocks change, events at midnight; batches stopped in the middle, nights
//! without a look, and a clock that leaps.
//!
//! The whole size, ten thousand people, every night: `cargo xtask simulate`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail")]
#![allow(unreachable_pub, reason = "the parts of one test")]
#![allow(clippy::print_stdout, reason = "what the lives came to is shown by cargo xtask simulate")]

mod calendar;
mod life;
mod model;
mod stage;

use calendar::number;
use stage::Stage;

const STATEMENTS: [(&str, &str); 5] = [
    ("selfhelp", include_str!("../../../../statements/selfhelp.kdl")),
    ("training", include_str!("../../../../statements/training.kdl")),
    ("lectures", include_str!("../../../../statements/lectures.kdl")),
    ("campus", include_str!("../../../../statements/campus.kdl")),
    ("education", include_str!("../../../../statements/education.kdl")),
];

/// From before a leap day, through three Marches and three Octobers.
const BEGIN: (i64, i64, i64) = (2023, 11, 20);

async fn three_years(people: usize, nightly: bool) {
    for ((name, source), seed) in STATEMENTS.into_iter().zip(1..) {
        let begin = number(BEGIN.0, BEGIN.1, BEGIN.2);
        let mut stage = Stage::open((name, source), begin, (people, nightly), seed).await;
        for today in begin..begin + 3 * 365 + 1 {
            stage.day(today).await;
        }
        let told = stage.summary();
        assert!(stage.gone > people / 2, "{name}: too quiet to show anything: {told}");
        println!("{name}: {told}");
    }
}

// SH8, SH9, UC7, UC8, I8
#[tokio::test(flavor = "multi_thread")]
async fn three_years_of_lives_under_the_five_statements_hold_what_their_texts_say_each_day() {
    three_years(16, false).await;
}

/// The whole size; in release it takes minutes.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "minutes of work: cargo xtask simulate"]
async fn three_years_of_ten_thousand_people_hold_what_the_statements_say_each_day() {
    three_years(2_000, true).await;
}

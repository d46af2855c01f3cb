//! What Troth costs, held against floors that are measured in the same run. `cargo xtask bench` runs it, in release.
//!
//! Figures of a shared machine go up and down together: read the ratios first.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a benchmark measures real time and talks to a terminal"
)]

mod client;
mod crowd;
mod drawn;
mod floor;
mod gdpr;
mod load;
mod pages;
mod process;
mod selfhelp;
mod signing;
mod table;
mod work;
mod world;

/// Why a measurement could not be made.
pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

fn main() -> Result<(), Failure> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["floor", plan] => runtime.block_on(floor::serve(std::path::Path::new(plan))),
        ["pages", program] => pages::measure(program, &mut table::Table::new()),
        ["work"] => runtime.block_on(work::measure(&mut table::Table::new())),
        ["signing"] => runtime.block_on(signing::measure(&mut table::Table::new())),
        ["load", program] => load::measure(program, &runtime, &mut table::Table::new()),
        ["selfhelp", program] => selfhelp::measure(program, &runtime, &mut table::Table::new()),
        ["gdpr", postgres] => runtime.block_on(gdpr::measure(postgres)),
        [program] => {
            let mut table = table::Table::new();
            pages::measure(program, &mut table)?;
            runtime.block_on(work::measure(&mut table))?;
            runtime.block_on(signing::measure(&mut table))?;
            load::measure(program, &runtime, &mut table)?;
            selfhelp::measure(program, &runtime, &mut table)?;
            table.print_all();
            Ok(())
        }
        _ => Err("troth-bench PROGRAM: give it the release build of troth".into()),
    }
}

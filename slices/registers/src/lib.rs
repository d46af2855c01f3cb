//! Registers that people keep up by hand: what staff promise, what is declared and agreed, paper, breaches.
//!
//! Each register is a manifest of its own, so that an organisation uses those of which its statement names something.

pub mod breaches;
pub mod duties;
mod frame;
pub mod papers;
pub mod undertakings;

use std::sync::Arc;

use organisation::{Doors, Worker};

/// Binds every route of the registers.
#[must_use]
pub fn doors(doors: Doors) -> Doors {
    breaches::doors(papers::doors(duties::doors(undertakings::doors(doors))))
}

/// Those who do the registers' jobs.
pub fn workers() -> Vec<Arc<dyn Worker>> {
    vec![Arc::new(breaches::Reminder)]
}

//! Registers that people keep up by hand: what staff promise, what is declared and agreed, paper, breaches.
//!
//! Each register is a manifest of its own, so that an organisation uses those of which its statement names something.

pub mod duties;
mod frame;
pub mod papers;
pub mod undertakings;

use organisation::Doors;

/// Binds every route of the registers.
#[must_use]
pub fn doors(doors: Doors) -> Doors {
    papers::doors(duties::doors(undertakings::doors(doors)))
}

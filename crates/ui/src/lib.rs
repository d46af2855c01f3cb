//! The face of Troth: layout, components, words, styles and the small scripts.
//!
//! Slices point `askama.toml` at this crate's `templates` folder, extend `layout.html`, keep a [`Page`] in the field
//! `page`, and call the macros of `templates/components`. `README.md` lists them with an example each.

pub mod assets;
mod gallery;
pub mod page;
pub mod parts;
mod plot;
mod problem;
pub mod timeline;

pub use assets::{Asset, ICONS, asset_path, assets};
pub use gallery::gallery;
pub use page::{AccountLink, Crumb, DemoBar, NavItem, Notice, Page, Theme, Tone};
pub use parts::{Change, Changes, Choice, Fault, Faults, Line, Tab, draw_seal};
pub use plot::{Dot, Plot};
pub use problem::{KeptForm, problem};
pub use timeline::{Bundle, Timeline};

use kernel::words::Text;

/// The words of the layout and the components.
pub const WORDS: &[Text] = kernel::words!("../words");

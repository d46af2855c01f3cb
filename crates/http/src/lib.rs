//! The web edge: from a connection to a handler, and back to a page with the right headers.
//!
//! A request passes, from the outside in: connection limits ([`serve()`]) → compression → [`Edge`] (organisation by
//! host, one clock reading, request id, same-origin check, headers, log line) → [`Doors`] (session, sign-in where the
//! manifest asks for it, limits) → the handler, which takes a [`Visit`] and answers a page, a redirect or a
//! [`Problem`]. Pages for problems are drawn by a [`Renderer`] that the binary hands in; no words stand here but
//! those for faults in forms.

mod answered;
pub mod cookie;
mod doors;
mod download;
mod edge;
mod fields;
mod given;
mod headers;
mod meters;
mod origin;
mod path;
mod peer;
mod portion;
mod problem;
mod scanner;
mod serve;
mod site;
mod stream;
mod upload;
mod visit;

pub use answered::Answered;
pub use axum;
pub use cookie::{DeviceCookie, SessionCookie};
pub use doors::{Bound, DoorFault, Doors};
pub use download::download;
pub use edge::{Edge, EdgeSettings};
pub use fields::{Fault, Faults, Fields, Form, FromFields};
pub use headers::secure;
pub use meters::Meters;
pub use path::{At, UNDERTAKINGS, local_path, see_other, sign_in_path, undertakings_path, with_next};
pub use peer::Peer;
pub use problem::{KeptForm, Problem, Renderer};
pub use scanner::{NoScanner, Scanner, Verdict};
pub use serve::{ANSWER_CHALLENGE, Network, Proxies, ServeLimits, Wire, plain, serve};
pub use site::{Current, SignedIn, Site, Theme};
pub use stream::streamed;
pub use upload::{Unarrived, Upload, Uploaded};
pub use visit::Visit;

use kernel::Slice;

/// The edge's words: what is wrong with a field.
pub static SLICE: Slice = Slice { name: "http", words: kernel::words!("words"), ..Slice::EMPTY };

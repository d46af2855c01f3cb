//! Outgoing mail and text messages. Mail is composed so that it cannot hold content (UC13, I6), carried by SMTP or kept for a page of the demo.
//!
//! A [`Mail`] is made of word keys, a language, the organisation's public name and one link; or, where it is a mailing to
//! people who agreed to it, of words that the organisation writes for everybody ([`Letter`]). There is no way to put any
//! other text into one.

mod carrier;
mod gateway;
mod mail;
mod outbox;
pub mod report;
mod returning;
mod smtp;
mod text;

pub use carrier::{Carrier, Later, PostError};
pub use gateway::{Gateway, GatewaySettings};
pub use mail::{Address, Letter, Link, Mail, NotALink, NotAnAddress, Notice, Sender};
pub use outbox::{Kept, Outbox};
pub use returning::{NotReturning, Returning};
pub use smtp::{Security, Smtp, SmtpSettings};
pub use text::{NotANumber, Number, TextMessage, Texting, Texts};

use kernel::Slice;

/// The words around every mail: greeting, reason, the plain link.
pub static SLICE: Slice = Slice { name: "post", words: kernel::words!("words"), ..Slice::EMPTY };

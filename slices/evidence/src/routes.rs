//! The doors.

use kernel::{
    Archetype::{Manager, Officer},
    manifest::{Action, Entry, Method::Get, NavEntry, Route},
};

use crate::actions;

const fn get(path: &'static str, action: &'static Action) -> Route {
    Route { method: Get, path, entry: Entry::Action(action) }
}

const fn open(path: &'static str, entry: Entry) -> Route {
    Route { method: Get, path, entry }
}

const RECEIPT: &str = "the receipt's own number, shown once at the end of an erasure";

macro_rules! routes {
    ($($(#[$doc:meta])* $name:ident = $route:expr;)*) => {
        $($(#[$doc])* pub static $name: Route = $route;)*
        /// Every route.
        pub const ROUTES: &[Route] = &[$($name),*];
    };
}

routes! {
    /// The registers on offer.
    REGISTERS = get("/registers", &actions::REGISTERS_READ);
    /// One of them, to read.
    REGISTER = get("/registers/{form}", &actions::REGISTERS_READ);
    /// One of them, as a file.
    REGISTER_FILE = get("/registers/{form}/file", &actions::REGISTERS_READ);
    /// The signed head of the ledger, for a witness.
    LEDGER_HEAD = get("/ledger-head", &actions::REGISTERS_READ);

    /// A receipt with what proves it, as a file.
    RECEIPT_FILE = open("/receipts/{receipt}/file", Entry::Link(RECEIPT));
    /// The page that checks a receipt without us.
    CHECK_RECEIPT = open("/check-receipt", Entry::Public("whoever has a receipt can check it, and has no account any more"));
    /// The key with which receipts are signed.
    KEY = open("/.well-known/troth-key", Entry::Public("a public key is for everyone who checks a receipt"));
}

/// The places in the navigation.
pub const NAV: &[NavEntry] = &[NavEntry {
    path: "/registers",
    word: "evidence-nav-registers",
    icon: "scroll-text",
    by: &[Officer, Manager],
    order: 60,
}];

//! The doors.

use kernel::{
    Archetype::{Manager, Officer},
    manifest::{Entry, Method::Get, NavEntry, Route, get, post},
};

use crate::actions;

const fn open(path: &'static str, entry: Entry) -> Route {
    Route { method: Get, path, entry }
}

const RECEIPT: &str = "the receipt's own number, shown once at the end of an erasure";

kernel::routes! {
    /// The registers on offer.
    REGISTERS = get("/registers", &actions::REGISTERS_READ);
    /// One of them, to read.
    REGISTER = get("/registers/{form}", &actions::REGISTERS_READ);
    /// One of them, as a file.
    REGISTER_FILE = get("/registers/{form}/file", &actions::REGISTERS_READ);
    /// The signed head of the ledger, for a witness.
    LEDGER_HEAD = get("/ledger-head", &actions::REGISTERS_READ);

    /// Who looked at what is held about oneself.
    LOOKS = get("/my-data/looks", &actions::LOOKS_OWN);
    /// The access log by day, and what does not fit in it.
    REVIEW = get("/access-review", &actions::ACCESS_REVIEW);
    /// Notes that the log was looked through.
    REVIEW_DONE = post("/access-review/completion", &actions::ACCESS_ANSWER);
    /// One finding.
    FINDING = get("/access-review/findings/{finding}", &actions::ACCESS_REVIEW);
    /// Answers it.
    FINDING_ANSWER = post("/access-review/findings/{finding}", &actions::ACCESS_ANSWER);

    /// A receipt with what proves it, as a file.
    RECEIPT_FILE = open("/receipts/{receipt}/file", Entry::Link(RECEIPT));
    /// The page that checks a receipt without us.
    CHECK_RECEIPT = open("/check-receipt", Entry::Public("whoever has a receipt can check it, and has no account any more"));
    /// The key with which receipts are signed.
    KEY = open("/.well-known/troth-key", Entry::Public("a public key is for everyone who checks a receipt"));
}

/// The places in the navigation.
pub const NAV: &[NavEntry] = &[
    NavEntry {
        path: "/registers",
        word: "evidence-nav-registers",
        icon: "scroll-text",
        by: &[Officer, Manager],
        order: 60,
    },
    NavEntry { path: "/access-review", word: "evidence-nav-review", icon: "eye", by: &[Officer], order: 50 },
];

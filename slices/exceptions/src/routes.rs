//! The doors.

use kernel::{
    Archetype::{Manager, Officer, Technician},
    manifest::{Entry, Method::Get, NavEntry, Route, get, post},
};

use crate::actions;

const TOLD: &str =
    "the number in the mail to whoever received something: it tells that this has changed, and not whose it is";

kernel::routes! {
    /// What opens by exception only.
    EXCEPTIONS = get("/exceptions", &actions::EXCEPTIONS_SEE);
    /// The form for a disclosure.
    PROPOSAL_FORM = get("/exceptions/disclosures/proposal", &actions::DISCLOSURE_PROPOSE);
    /// Proposes it.
    PROPOSAL = post("/exceptions/disclosures/proposal", &actions::DISCLOSURE_PROPOSE);
    /// One disclosure.
    DISCLOSURE = get("/exceptions/disclosures/{disclosure}", &actions::DISCLOSURE_SEE);
    /// Agrees to it.
    APPROVAL = post("/exceptions/disclosures/{disclosure}/approval", &actions::DISCLOSURE_DECIDE);
    /// Declines it.
    REFUSAL = post("/exceptions/disclosures/{disclosure}/refusal", &actions::DISCLOSURE_DECIDE);
    /// Says until when the person is not told.
    SILENCE = post("/exceptions/disclosures/{disclosure}/silence", &actions::DISCLOSURE_DECIDE);
    /// The package, once.
    PACKAGE = post("/exceptions/disclosures/{disclosure}/package", &actions::DISCLOSURE_HAND_OVER);
    /// Notes how a recipient was told.
    TELLING = post("/exceptions/tellings/{telling}", &actions::TELLING_RECORD);
    /// What a recipient is told.
    TOLD_PAGE = Route { method: Get, path: "/tellings/{telling}", entry: Entry::Link(TOLD) };

    /// Who received what about oneself.
    RECEIVED = get("/my-data/recipients", &actions::RECEIVED_LIST);
    /// Agrees to a disclosure.
    CONSENT = post("/my-data/recipients/{disclosure}/consent", &actions::DISCLOSURE_CONSENT);
    /// Takes that back.
    WITHDRAWAL = post("/my-data/recipients/{disclosure}/withdrawal", &actions::DISCLOSURE_CONSENT);
}

/// The place in the navigation.
pub const NAV: &[NavEntry] = &[NavEntry {
    path: "/exceptions",
    word: "exceptions-nav",
    icon: "key-round",
    by: &[Officer, Manager, Technician],
    order: 55,
}];

//! The doors of break-glass.

use kernel::manifest::{get, post};

use super::actions;

kernel::routes! {
    /// The form that asks for it.
    ASKING_FORM = get("/exceptions/break-glass/asking", &actions::GLASS_ASK);
    /// Asks for it.
    ASKING = post("/exceptions/break-glass/asking", &actions::GLASS_ASK);
    /// One of them.
    GLASS = get("/exceptions/break-glass/{glass}", &actions::GLASS_SEE);
    /// Agrees.
    APPROVAL = post("/exceptions/break-glass/{glass}/approval", &actions::GLASS_DECIDE);
    /// Declines.
    REFUSAL = post("/exceptions/break-glass/{glass}/refusal", &actions::GLASS_DECIDE);
    /// Ends it.
    END = post("/exceptions/break-glass/{glass}/end", &actions::GLASS_END);
    /// What it opens.
    ROWS = get("/exceptions/break-glass/{glass}/rows", &actions::GLASS_READ);
    /// When something of one's own was opened.
    OPENINGS = get("/my-data/openings", &actions::OPENINGS_LIST);
    /// Ends it, as one whom it concerns.
    OPENING_END = post("/my-data/openings/{glass}/end", &actions::OPENING_END);
}

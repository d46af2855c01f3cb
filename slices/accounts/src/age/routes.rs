//! The doors.

use kernel::manifest::{get, post};

use super::actions::AGE_CORRECT;

kernel::routes! {
    /// The form for the own age.
    OWN_FORM = get("/profile/age", &AGE_CORRECT);
    /// Corrects it.
    OWN = post("/profile/age", &AGE_CORRECT);
}

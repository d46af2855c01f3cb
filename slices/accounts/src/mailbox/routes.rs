//! The door.

use kernel::manifest::post;

use super::actions::MAILBOX_TRY;

kernel::routes! {
    /// Has the own address tried again.
    TRY = post("/profile/address/trial", &MAILBOX_TRY);
}

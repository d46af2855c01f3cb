//! What a page hands out so that what cannot be sent stays on the device, sealed: a key for whoever may write here.

use http::Problem;
use kernel::ExposeSecret as _;
use organisation::{Desk as _, Visit, pages::Failure};
use store::{Cell, Store};

use super::trail::Trail;
use crate::{actions::SELF_HELP_WRITE, model::Shelf, room::Room};

/// The key of an enrolment, and the mark by which a device finds what it sealed under it.
pub(super) struct Device {
    pub(super) mark: String,
    pub(super) key: String,
}

impl Device {
    /// For whoever may write now; `None` for anybody else, and as soon as nothing may be written any more. The key is made of the
    /// enrolment's own, so it is the same in each session, and gone with them.
    pub(super) async fn of(visit: &Visit, trail: &Trail) -> Result<Option<Self>, Problem> {
        if !trail.is_writable(visit) {
            return Ok(None);
        }
        let about = access::Guarded::resource(&trail.enrolment);
        let grant = visit.decide(&SELF_HELP_WRITE, &about)?;
        let cell: Cell = trail.enrolment.cell("revision", Shelf::ALL[0].column(), trail.enrolment.id);
        let store: &Store = &visit.site.store;
        let found = match store.device_key(&visit.scope, &grant, &cell).map_err(Failure::from)? {
            Some(found) => found,
            // Nothing was ever written here: the keys are made now.
            None => {
                Room::write(visit, trail.enrolment.id, &SELF_HELP_WRITE, move |_, work, room| {
                    Ok(work.device_key(&room.grant, &cell)?)
                })
                .await?
            }
        };
        Ok(Some(Self { mark: found.mark(), key: found.key().expose_secret().to_owned() }))
    }
}

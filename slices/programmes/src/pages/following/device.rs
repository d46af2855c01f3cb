//! What a page hands out so that what cannot be sent stays on the device, sealed: a key for whoever may write here.

use http::Problem;
use kernel::ExposeSecret as _;
use organisation::{Desk as _, Visit, pages::Failure};
use statement::plan::Unsent;
use store::Cell;

use super::trail::Trail;
use crate::{actions::SELF_HELP_WRITE, model::Shelf};

/// The key of an enrolment, and the mark by which a device finds what it sealed under it.
pub(super) struct Device {
    pub(super) mark: String,
    pub(super) key: String,
    /// For how many days at most it keeps that.
    pub(super) days: u32,
}

/// For how many days the statement lets what is unsent stay on a device; `None` where it does not speak of that.
pub(super) fn days(visit: &Visit) -> Option<u32> {
    visit.site.plan.all::<Unsent>().next().map(Unsent::days)
}

impl Device {
    /// For whoever may write now and has written before; `None` for anybody else, as soon as nothing may be written any
    /// more, and where the statement does not say that anything stays on a device. The key is made of the enrolment's own, so it is the same in each session, and gone with them.
    pub(super) fn of(visit: &Visit, trail: &Trail) -> Result<Option<Self>, Problem> {
        let Some(days) = days(visit).filter(|_| trail.is_writable(visit)) else { return Ok(None) };
        let about = access::Guarded::resource(&trail.enrolment);
        let grant = visit.decide(&SELF_HELP_WRITE, &about)?;
        let cell: Cell = trail.enrolment.cell("revision", Shelf::ALL[0].column(), trail.enrolment.id);
        // Until something was written there are no keys, and none are made for this alone: what has keys and no rows is
        // found by no erasure.
        let found = visit.site.store.device_key(&visit.scope, &grant, &cell).map_err(Failure::from)?;
        Ok(found.map(|found| Self { mark: found.mark(), key: found.key().expose_secret().to_owned(), days }))
    }
}

//! What a page hands out so that what cannot be sent stays on the device, sealed: a key for whoever may write here.

use http::Problem;
use kernel::ExposeSecret as _;
use organisation::{Desk as _, Visit, pages::Failure};
use statement::plan::Unsent;

use super::trail::Trail;
use crate::{actions::SELF_HELP_WRITE, room::Room, store::revisions};

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
    /// For whoever may write now; `None` for anybody else, as soon as nothing may be written any more, and where the statement does not
    /// say that anything stays on a device. The key is made of the enrolment's own, so it is the same in each session, and gone with them.
    pub(super) fn of(visit: &Visit, trail: &Trail) -> Result<Option<Self>, Problem> {
        let Some(days) = days(visit).filter(|_| trail.is_writable(visit)) else { return Ok(None) };
        let grant = visit.decide(&SELF_HELP_WRITE, &access::Guarded::resource(&trail.enrolment))?;
        let cell = revisions::unsent(&trail.enrolment);
        let found = visit.site.store.device_key(&visit.scope, &grant, &cell).map_err(Failure::from)?;
        Ok(found.map(|found| Self { mark: found.mark(), key: found.key().expose_secret().to_owned(), days }))
    }

    /// As [`of`](Self::of), on the pages from which everybody comes to an exercise: there is a key before the first word is typed,
    /// since the page may be all that its reader has when the line fails.
    pub(super) async fn ready(visit: &Visit, trail: &Trail) -> Result<Option<Self>, Problem> {
        let known = Self::of(visit, trail)?;
        if known.is_some() || days(visit).is_none() || !trail.is_writable(visit) {
            return Ok(known);
        }
        let make = Room::write(visit, trail.enrolment.id, &SELF_HELP_WRITE, |asker, work, room| {
            Ok(revisions::ready_device(&asker.scope, work, &room.grant, &room.enrolment)?)
        });
        make.await?;
        Self::of(visit, trail)
    }
}

//! An enrolment entered with a grant: found, decided about, and read or written.

use access::Grant;
use kernel::manifest::Action;
use organisation::{Names, Visit, pages::Failure};
use store::{Opener, Reader, Work};

use crate::{
    model::{Enrolment, EnrolmentId},
    store::enrolments,
};

/// An enrolment after a decision in favour.
#[derive(Debug)]
pub struct Room {
    /// The enrolment.
    pub enrolment: Enrolment,
    /// The decision.
    pub grant: Grant,
}

impl Room {
    /// Finds the enrolment and decides. One query.
    ///
    /// # Errors
    /// When there is no such enrolment, or no decision in favour.
    pub fn enter(
        visit: &Visit,
        reader: &mut Reader<'_>,
        id: EnrolmentId,
        action: &'static Action,
    ) -> Result<Self, Failure> {
        let closed = enrolments::find(&visit.scope, reader, id)?.ok_or(Failure::Absent)?;
        let grant = visit.site.access.decide(&visit.scope, action, &closed.resource())?;
        let enrolment = closed.check(&grant)?;
        Ok(Self { enrolment, grant })
    }

    /// Writes in an enrolment: found, decided about and written in one unit of work.
    ///
    /// # Errors
    /// As [`enter`](Self::enter), and as `act` says.
    pub async fn write<T, F>(visit: &Visit, id: EnrolmentId, action: &'static Action, act: F) -> Result<T, Failure>
    where
        F: FnOnce(&Visit, &mut Work<'_>, Self) -> Result<T, Failure> + Send + 'static,
        T: Send + 'static,
    {
        let asker = visit.clone();
        let write = move |work: &mut Work<'_>| {
            let room = Self::enter(&asker, work, id, action)?;
            act(&asker, work, room)
        };
        visit.site.store.write(&visit.scope, write).await
    }

    /// What opens the seals of this enrolment, and the names of those who are in it. One query.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn open(&self, visit: &Visit, reader: &mut Reader<'_>) -> Result<(Opener, Names), Failure> {
        let opener = visit.site.store.opener(&visit.scope, &self.grant);
        let of = &self.enrolment;
        let both: Vec<_> = [of.participant].into_iter().chain(of.coach).chain(of.next.map(|(next, _)| next)).collect();
        let names = Names::open(&opener, visit.site.directory.people(reader, &both)?)?;
        Ok((opener, names))
    }
}

//! One organisation at work: its plan, its decisions, its store and its words, as every slice's handlers see them.
//!
//! [`Visit`] is the first argument of every handler; [`Desk`] is what a handler asks of it.

pub mod ahead;
pub mod attachments;
mod changes;
mod complaint;
mod desk;
mod directory;
pub mod jobs;
pub mod naming;
mod notice;
pub mod pages;
mod phrases;
mod seal;
mod site;
mod visits;

pub use changes::changes;
pub use complaint::ComplaintRoute;
pub use desk::{AMENDMENT, DUTIES, Desk};
pub use directory::{Directory, Folk, Member, Names, Reach, Sessions};
pub use jobs::{Doing, JobFault, Worker};
pub use notice::{MAIL_SEND, NoticeArguments, is_paused, notify, notify_of_day};
pub use seal::SealAsk;
pub use site::{MakeDemoBar, Organisation, Parts};
pub use visits::{Seen, Visits};

use kernel::Slice;

/// One request of one person to one organisation.
pub type Visit = http::Visit<Organisation>;
/// The routes of the slices, bound to their handlers.
pub type Doors = http::Doors<Organisation>;

/// The page for a refusal: absence, unless only a restriction stands in the way (GDPR Art. 18), or something that the one
/// who asks has yet to promise.
pub fn refused(refused: &access::Refused) -> http::Problem {
    if refused.is_paused() {
        http::Problem::Paused(None)
    } else if refused.awaits_undertaking() {
        http::Problem::Undertaking(None)
    } else {
        http::Problem::Refused(refused.attempt().cloned().map(Box::new))
    }
}

/// The room's words and its job.
pub static SLICE: Slice =
    Slice { name: "organisation", jobs: &[MAIL_SEND], words: kernel::words!("../words"), ..Slice::EMPTY };

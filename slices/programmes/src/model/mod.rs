//! What following a programme is about: the enrolment, and what stands in it.

mod check_in;
mod moving;
mod pace;
mod place;
mod sheet;

use std::collections::{BTreeMap, BTreeSet};

use access::{Guarded, Resource};
use jiff::civil::Date;
use kernel::{Language, PersonId, Timestamp, id::Id};
use programme::{Finding, Name, Programme, Sharing, Texts};
use statement::dates::HELD_UNTIL;
use store::{Cell, FileId, Sealed};

use crate::inventory::ENROLMENT_ENDED;

pub use check_in::{CheckIn, check_in};
pub use moving::{Moving, moving};
pub use pace::{Standing, pace};
pub use place::{Place, Shelf, Spot};
pub use sheet::{MOST_SIGNS, Sheet, TooMuch, WENT};
pub(crate) use sheet::{file_field, file_said, goals_asked};

kernel::id! {
    /// A published version of a programme.
    VersionId,
    /// A text of a version, or a piece of a file.
    PartId,
    /// One person on the way through one programme.
    EnrolmentId,
    /// That a step has opened.
    OpeningId,
    /// A revision of what stands at a place.
    RevisionId,
    /// What tells one opening of a page from others, so that each save replaces the same page's last.
    HandId,
    /// What the coach wrote beside something shared.
    ResponseId,
    /// Figures about a group, counted until they are closed.
    ReleaseId,
    /// One count of them.
    TallyId,
    /// What authors write on.
    DraftId,
    /// The id of a mark that an answer may have meant danger.
    WarningId,
    /// The id of what tells that devices have a key.
    DeviceId,
    /// A file that was handed in at an exercise.
    HandedInId,
    /// The id of a coach's reusable text.
    TextId,
    /// The id of days on which a coach is away.
    LeaveId,
}

/// A published version of a programme. It never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its id.
    pub id: VersionId,
    /// The programme's short name.
    pub programme: String,
    /// The number among the versions of the programme, from 1.
    pub number: i64,
    /// Its texts.
    pub texts: Texts,
    /// The names of its files.
    pub files: BTreeSet<String>,
}

impl Version {
    /// What its texts say.
    ///
    /// # Errors
    /// When this program refuses what an earlier one took: everything that it refuses.
    pub fn read(&self) -> Result<Programme, Vec<Finding>> {
        programme::read(&self.texts, &self.files)
    }

    /// What is sound of its texts, when this program refuses what an earlier one took.
    pub fn recall(&self) -> Option<Programme> {
        programme::recall(&self.programme.parse().ok()?, &self.texts, &self.files)
    }
}

/// One person on the way through one programme, without content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolment {
    /// Its id.
    pub id: EnrolmentId,
    /// Who follows the programme.
    pub participant: PersonId,
    /// Who coaches; nobody yet, perhaps.
    pub coach: Option<PersonId>,
    /// The programme's short name.
    pub programme: String,
    /// The version in which the next steps open.
    pub version: VersionId,
    /// When it began.
    pub began: Timestamp,
    /// The day on which the participant last wrote anything.
    pub wrote: Option<Date>,
    /// When it ended.
    pub ended: Option<Timestamp>,
    /// The hash of the question that was agreed to, see [`crate::consent`].
    pub agreed: Option<Vec<u8>>,
    /// The first instant after the last day of a legal hold on it.
    pub held_until: Option<Timestamp>,
    /// Who coaches from which day on, where that is planned.
    pub next: Option<(PersonId, Date)>,
    /// When the participant objected to another coach.
    pub objected: Option<Timestamp>,
    /// The newest version of its programme, where it was looked up by itself; lists do without.
    pub newest: Option<VersionId>,
    /// The day on which the night's look tells that a step opens by itself; known where its participant's own pages looked it up.
    pub opens: Option<Date>,
}

impl Enrolment {
    /// What has happened to it, for the dates in its seals.
    pub fn happened(&self) -> Vec<(&'static str, Timestamp)> {
        let ended = self.ended.map(|at| (ENROLMENT_ENDED, at));
        ended.into_iter().chain(self.held_until.map(|at| (HELD_UNTIL, at))).collect()
    }

    /// The first instant after the last day of a legal hold on it, while it holds: nothing is removed.
    pub fn hold(&self, now: Timestamp) -> Option<Timestamp> {
        self.held_until.filter(|until| *until > now)
    }

    /// Its state, as the manifest names it.
    pub fn state(&self) -> &'static str {
        if self.ended.is_none() { "open" } else { "ended" }
    }

    /// Where a sealed value of it stands.
    pub(crate) fn cell(&self, table: &'static str, column: &'static str, row: impl Id) -> Cell {
        Cell { table, column, row: row.uuid(), holder: self.id.uuid(), also: Some(self.participant) }
    }
}

impl Guarded for Enrolment {
    fn resource(&self) -> Resource {
        let coach = self.coach.map(|coach| ("coach", coach)).into_iter();
        let coach = coach.chain(self.next.map(|(next, _)| ("next", next)));
        Resource {
            container: "enrolment",
            id: self.id.uuid(),
            parties: [("participant", self.participant)].into_iter().chain(coach).collect(),
            state: Some(self.state()),
        }
    }
}

/// An enrolment as it stands in its coach's list; no content.
#[derive(Debug)]
pub struct Overview {
    /// The enrolment.
    pub enrolment: Enrolment,
    /// Since when the participant waits: the first that was shared after the coach's last response.
    pub waits_since: Option<Timestamp>,
    /// When a result was shared, after the coach's last response, that moved by as much as counts.
    pub moved_at: Option<Timestamp>,
    /// When an answer may have meant danger, until the coach has seen to it.
    pub warned_at: Option<Timestamp>,
    /// When the coach asked for a colleague.
    pub asked_at: Option<Timestamp>,
}

impl Guarded for Overview {
    fn resource(&self) -> Resource {
        self.enrolment.resource()
    }
}

/// Days on which a coach is away; the first and the last belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leave {
    /// The first day.
    pub since: Date,
    /// The last.
    pub until: Date,
}

impl Leave {
    /// Whether the coach is away on a day.
    pub fn is_on(&self, day: Date) -> bool {
        self.since <= day && day <= self.until
    }

    /// Whether two have a day in common.
    pub fn meets(&self, other: &Self) -> bool {
        self.since <= other.until && other.since <= self.until
    }
}

/// When the coach of an enrolment is away next: decided about by itself, since a statement can keep it from participants.
#[derive(Debug)]
pub struct Away {
    /// The days; `None` where nothing is said, and without a coach.
    pub leave: Option<Leave>,
    about: Resource,
}

impl Away {
    pub(crate) fn of(enrolment: &Enrolment, leave: Option<Leave>) -> Self {
        Self { leave, about: enrolment.resource() }
    }
}

impl Guarded for Away {
    fn resource(&self) -> Resource {
        self.about.clone()
    }
}

/// That a step has opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The step.
    pub step: Name,
    /// The version in which it is shown.
    pub version: VersionId,
    /// The day.
    pub day: Date,
    /// The newer version that its participant did not want for it.
    pub kept: Option<VersionId>,
}

/// A revision of what stands at a place.
pub struct Revision {
    /// Its id.
    pub id: RevisionId,
    /// The version that it answers.
    pub version: VersionId,
    /// Where it stands.
    pub place: Place,
    /// When it was begun.
    pub written: Timestamp,
    /// When a later one took its place; `None` while it is current.
    pub replaced: Option<Timestamp>,
    /// When its writer said that it is finished.
    pub finished: Option<Timestamp>,
    /// Since when the coach can read it; `None` while only its writer can.
    pub shared: Option<Timestamp>,
    /// When the coach first saw it; it stays when the sharing is taken back.
    pub seen: Option<Timestamp>,
    /// What was filled in: a [`Sheet`].
    pub body: Sealed,
}

/// A file that was handed in at an exercise.
pub struct HandedIn {
    /// Its id.
    pub id: HandedInId,
    /// The exercise.
    pub exercise: Name,
    /// Since when the coach can open it; `None` while only its writer can.
    pub shared: Option<Timestamp>,
    /// Where its bytes are.
    pub file: FileId,
    /// One of [`organisation::attachments::KINDS`].
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// The name that it had on its writer's device.
    pub name: Sealed,
}

/// What the coach wrote beside something shared.
pub struct Response {
    /// Its id.
    pub id: ResponseId,
    /// Where it stands.
    pub spot: Spot,
    /// Who wrote it.
    pub author: PersonId,
    /// When it was written or last changed.
    pub written: Timestamp,
    /// When it was sent; `None` while only its writer reads it.
    pub sent: Option<Timestamp>,
    /// When the participant first saw it.
    pub seen: Option<Timestamp>,
    /// The text.
    pub body: Sealed,
}

/// Whether a form proposes to share what it finishes: as the exercise was shared last, or else as the programme says.
/// It only fills in the form; what the form then says is what counts.
pub fn proposes_sharing(last_finished: Option<bool>, by_programme: Sharing) -> bool {
    last_finished.unwrap_or(by_programme == Sharing::Shared)
}

// Making.

/// A version as it stands in a list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its id.
    pub id: VersionId,
    /// The programme's short name.
    pub programme: String,
    /// The number among its versions.
    pub number: i64,
    /// When it was published.
    pub published: Timestamp,
}

/// What authors write on: the texts and files of a version to come. Nobody's name stands at it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its id.
    pub id: DraftId,
    /// Counts all changes.
    pub edition: i64,
    /// Its texts, each with what counts its changes.
    pub texts: BTreeMap<Language, (String, i64)>,
    /// The names of its files, and of how many pieces each is.
    pub files: BTreeMap<String, i64>,
}

impl Draft {
    /// Its texts.
    pub fn texts(&self) -> Texts {
        self.texts.iter().map(|(language, (text, _))| (*language, text.clone())).collect()
    }

    /// The names of its files.
    pub fn names(&self) -> BTreeSet<String> {
        self.files.keys().cloned().collect()
    }
}

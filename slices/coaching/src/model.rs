//! What coaching is about: a trajectory between a coach and a participant, and what stands in it.

use access::{Guarded, Resource};
use kernel::{PersonId, Timestamp, id::Id};
use statement::dates::HELD_UNTIL;
use store::{Cell, Sealed};

use crate::inventory::TRAJECTORY_ENDED;

kernel::id! {
    /// A trajectory: one coach and one participant, from a beginning to an end.
    TrajectoryId,
    /// A message of the dialogue.
    MessageId,
    /// A file that goes with a message.
    AttachmentId,
    /// A message that someone is still writing.
    DraftId,
    /// A note that only the coach reads.
    PrivateNoteId,
    /// A note that its writer may share.
    SharedNoteId,
    /// What somebody put beside a note of the other.
    ViewId,
    /// Something that the participant wants to reach.
    GoalId,
    /// A step towards a goal.
    TaskId,
    /// A talk at a time and a place.
    AppointmentId,
}

/// A trajectory without its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trajectory {
    /// Its id.
    pub id: TrajectoryId,
    /// Who coaches.
    pub coach: PersonId,
    /// Who is coached.
    pub participant: PersonId,
    /// When it began.
    pub began: Timestamp,
    /// When it ended.
    pub ended: Option<Timestamp>,
    /// The first instant after the last day of a legal hold on it.
    pub held_until: Option<Timestamp>,
}

/// The part that somebody plays in a trajectory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The coach.
    Coach,
    /// The participant.
    Participant,
}

impl Trajectory {
    /// What has happened to it, for the dates in its seals.
    pub fn happened(&self) -> Vec<(&'static str, Timestamp)> {
        let ended = self.ended.map(|at| (TRAJECTORY_ENDED, at));
        ended.into_iter().chain(self.held_until.map(|at| (HELD_UNTIL, at))).collect()
    }

    /// Whether it still goes on.
    pub fn is_open(&self) -> bool {
        self.ended.is_none()
    }

    /// Its state, as the manifest names it.
    pub fn state(&self) -> &'static str {
        if self.is_open() { "open" } else { "ended" }
    }

    /// The part of a person; `None` for whoever is not in it.
    pub fn part_of(&self, person: PersonId) -> Option<Part> {
        if person == self.coach {
            Some(Part::Coach)
        } else if person == self.participant {
            Some(Part::Participant)
        } else {
            None
        }
    }

    /// The other of the two.
    pub fn other(&self, person: PersonId) -> PersonId {
        if person == self.coach { self.participant } else { self.coach }
    }

    /// Where a sealed value of this trajectory stands, for a class that is sealed for the participant, too.
    pub(crate) fn cell_of_both(&self, table: &'static str, column: &'static str, row: impl Id) -> Cell {
        Cell { table, column, row: row.uuid(), holder: self.id.uuid(), also: Some(self.participant) }
    }

    /// Where a sealed value of this trajectory stands, for a class under the trajectory's key alone.
    pub(crate) fn cell(&self, table: &'static str, column: &'static str, row: impl Id) -> Cell {
        Cell { table, column, row: row.uuid(), holder: self.id.uuid(), also: None }
    }
}

impl Guarded for Trajectory {
    fn resource(&self) -> Resource {
        Resource {
            container: "trajectory",
            id: self.id.uuid(),
            parties: vec![("coach", self.coach), ("participant", self.participant)],
            state: Some(self.state()),
        }
    }
}

/// A page of the organisation's trajectories, as managers see them: who, since when, until when.
#[derive(Debug)]
pub struct TrajectoryList {
    /// Open ones first, then the latest.
    pub rows: Vec<Trajectory>,
    /// Whether there are more.
    pub more: bool,
}

impl Guarded for TrajectoryList {
    fn resource(&self) -> Resource {
        Resource::organisation()
    }
}

/// How many trajectories there are; no person can be found in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Going on.
    pub open: i64,
    /// Ended, and not yet gone.
    pub ended: i64,
}

/// A trajectory with the few facts that a start page needs; no content.
#[derive(Debug)]
pub struct Overview {
    /// The trajectory.
    pub trajectory: Trajectory,
    /// When the participant last wrote.
    pub participant_wrote: Option<Timestamp>,
    /// Since when the participant waits: the first message after the coach's last.
    pub waits_since: Option<Timestamp>,
    /// How many messages of the other the asker has not seen.
    pub unseen: i64,
}

impl Guarded for Overview {
    fn resource(&self) -> Resource {
        self.trajectory.resource()
    }
}

/// A message.
pub struct Message {
    /// Its id.
    pub id: MessageId,
    /// Who wrote it.
    pub author: PersonId,
    /// When it was sent.
    pub sent: Timestamp,
    /// When the other first saw it.
    pub seen: Option<Timestamp>,
    /// The text.
    pub body: Sealed,
    /// What goes with it.
    pub attachments: Vec<Attachment>,
}

/// A file that goes with a message.
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// Whose message it goes with.
    pub message: MessageId,
    /// Where its bytes are.
    pub file: store::FileId,
    /// One of [`organisation::attachments::KINDS`].
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// The name that it had at its sender's.
    pub name: Sealed,
}

/// The last messages of a dialogue, oldest first, or an earlier stretch of it.
pub struct Stretch {
    /// The messages.
    pub messages: Vec<Message>,
    /// Whether there are earlier ones.
    pub earlier: bool,
}

/// A note that only the coach reads.
pub struct PrivateNote {
    /// Its id.
    pub id: PrivateNoteId,
    /// When it was written.
    pub written: Timestamp,
    /// When it was last changed.
    pub changed: Option<Timestamp>,
    /// The text.
    pub body: Sealed,
}

/// A note that is its writer's alone until shared.
pub struct SharedNote {
    /// Its id.
    pub id: SharedNoteId,
    /// Who wrote it.
    pub author: PersonId,
    /// When it was written or last changed.
    pub written: Timestamp,
    /// When it was shared with the other; `None` while only the writer reads it.
    pub shared: Option<Timestamp>,
    /// The text.
    pub body: Sealed,
    /// What the other put beside it.
    pub view: Option<View>,
}

/// How the one who did not write a note sees it.
pub struct View {
    /// Its id.
    pub id: ViewId,
    /// Who wrote it.
    pub author: PersonId,
    /// When it was written or last changed.
    pub written: Timestamp,
    /// The text.
    pub body: Sealed,
}

/// Something that the participant wants to reach.
pub struct Goal {
    /// Its id.
    pub id: GoalId,
    /// Who set it.
    pub set_by: PersonId,
    /// When.
    pub set_at: Timestamp,
    /// When it was reached.
    pub reached: Option<Timestamp>,
    /// What it is.
    pub title: Sealed,
    /// The steps towards it.
    pub tasks: Vec<Task>,
}

/// A step towards a goal.
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// The trajectory that it is a part of.
    pub trajectory: TrajectoryId,
    /// The goal that it leads to.
    pub goal: GoalId,
    /// Who will do it.
    pub doer: PersonId,
    /// Who set it.
    pub set_by: PersonId,
    /// When it was done.
    pub done: Option<Timestamp>,
    /// Who marked it as done.
    pub done_by: Option<PersonId>,
    /// What it is.
    pub title: Sealed,
}

/// A talk at a time and a place.
pub struct Appointment {
    /// Its id.
    pub id: AppointmentId,
    /// The trajectory that it is a part of.
    pub trajectory: TrajectoryId,
    /// Who made it.
    pub made_by: PersonId,
    /// When it begins.
    pub begins: Timestamp,
    /// When it ends.
    pub ends: Timestamp,
    /// When it was made or last changed.
    pub changed: Timestamp,
    /// How often it was changed; the sequence number of the calendar file.
    pub revision: i64,
    /// When it was called off.
    pub cancelled: Option<Timestamp>,
    /// What it is about.
    pub title: Sealed,
    /// Where.
    pub place: Option<Sealed>,
}

//! What can be done to a trajectory, by whom at the very most. The statement narrows it.

use kernel::{
    Archetype::{Coach, Manager, Participant},
    manifest::{Action, ActionKind, By},
};

const TRAJECTORY: &str = "trajectory";
const ORGANISATION: &str = "organisation";
const BOTH: &[By] = &[By::Party("coach"), By::Party("participant")];
const COACH: &[By] = &[By::Party("coach")];
const MANAGERS: &[By] = &[By::Archetype(Manager)];
const OPEN: &[&str] = &["open"];

const fn read(name: &'static str, discloses: &'static [&'static str], by: &'static [By]) -> Action {
    Action { name, container: TRAJECTORY, kind: ActionKind::Read, discloses, writes: &[], by, states: &[] }
}

const fn write(
    name: &'static str,
    discloses: &'static [&'static str],
    writes: &'static [&'static str],
    by: &'static [By],
) -> Action {
    Action { name, container: TRAJECTORY, kind: ActionKind::Write, discloses, writes, by, states: OPEN }
}

/// To see the first page; what stands on it is decided trajectory by trajectory.
pub static START_READ: Action = Action {
    name: "start.read",
    container: ORGANISATION,
    kind: ActionKind::Read,
    discloses: &[],
    writes: &[],
    by: &[By::Member],
    states: &[],
};

/// To see the list of one's own trajectories; each name on it is decided trajectory by trajectory.
pub static MINE_READ: Action = Action {
    name: "trajectory.mine",
    container: ORGANISATION,
    kind: ActionKind::Read,
    discloses: &[],
    writes: &[],
    by: &[By::Archetype(Coach), By::Archetype(Participant)],
    states: &[],
};

/// To see who is coached by whom, since when and until when; never content (UC3).
pub static TRAJECTORY_LIST: Action = Action {
    name: "trajectory.list",
    container: ORGANISATION,
    kind: ActionKind::Read,
    discloses: &["trajectory.dates", "person.name"],
    writes: &[],
    by: MANAGERS,
    states: &[],
};

/// To link a coach and a participant.
pub static TRAJECTORY_LINK: Action = Action {
    name: "trajectory.link",
    container: ORGANISATION,
    kind: ActionKind::Manage,
    discloses: &["trajectory.dates", "person.name"],
    writes: &["trajectory.dates"],
    by: MANAGERS,
    states: &[],
};

/// To end a trajectory.
pub static TRAJECTORY_END: Action = Action {
    name: "trajectory.end",
    container: TRAJECTORY,
    kind: ActionKind::Manage,
    discloses: &["trajectory.dates", "person.name"],
    writes: &["trajectory.dates"],
    by: &[By::Party("coach"), By::Archetype(Manager)],
    states: OPEN,
};

/// To see where a trajectory stands: what waits, what is next.
pub static TRAJECTORY_READ: Action = read(
    "trajectory.read",
    &[
        "trajectory.dates",
        "person.name",
        "message.times",
        "task.title",
        "task.state",
        "appointment.title",
        "appointment.place",
        "appointment.time",
    ],
    BOTH,
);

/// To see what the coach has promised, and since when (TF10).
pub static COACH_PROMISE_READ: Action = read("coach-promise.read", &[access::ACCEPTANCE_ITEM], BOTH);

/// To read the dialogue, and one's own draft in it.
pub static DIALOGUE_READ: Action = read(
    "dialogue.read",
    &[
        "trajectory.dates",
        "person.name",
        "message.body",
        "message.times",
        "attachment.name",
        "attachment.file",
        "draft.body",
    ],
    BOTH,
);

/// To write in the dialogue.
pub static DIALOGUE_WRITE: Action = write(
    "dialogue.write",
    &["trajectory.dates"],
    &["message.body", "message.times", "attachment.name", "attachment.file", "draft.body"],
    BOTH,
);

/// To leave a mark that the other's messages were seen.
pub static DIALOGUE_MARK: Action = write("dialogue.mark", &["trajectory.dates"], &["message.times"], BOTH);

/// To read the coach's private notes (UC6).
pub static PRIVATE_NOTE_READ: Action =
    read("private-note.read", &["trajectory.dates", "person.name", "private-note.body"], COACH);

/// To write private notes.
pub static PRIVATE_NOTE_WRITE: Action = write(
    "private-note.write",
    &["trajectory.dates", "person.name", "private-note.body"],
    &["private-note.body"],
    COACH,
);

/// To read one's own notes, and those that the other shared (UC4, UC5), each with the view of the one who did not write it.
pub static SHARED_NOTE_READ: Action =
    read("shared-note.read", &["trajectory.dates", "person.name", "shared-note.body", "note-view.body"], BOTH);

/// To write notes and to share them.
pub static SHARED_NOTE_WRITE: Action =
    write("shared-note.write", &["trajectory.dates", "person.name", "shared-note.body"], &["shared-note.body"], BOTH);

/// To put one's own view beside a note that the other shared (GDPR Art. 16): as long as the note is held, also when the
/// trajectory has ended.
pub static NOTE_VIEW_WRITE: Action = Action {
    states: &[],
    ..write(
        "note-view.write",
        &["trajectory.dates", "person.name", "shared-note.body", "note-view.body"],
        &["note-view.body"],
        BOTH,
    )
};

/// To read goals and the tasks that lead to them.
pub static GOAL_READ: Action = read(
    "goal.read",
    &["trajectory.dates", "person.name", "goal.title", "goal.state", "task.title", "task.state"],
    BOTH,
);

/// To set goals and to mark them as reached.
pub static GOAL_WRITE: Action = write("goal.write", &["trajectory.dates"], &["goal.title", "goal.state"], BOTH);

/// To set tasks and to mark them as done.
pub static TASK_WRITE: Action =
    write("task.write", &["trajectory.dates", "goal.state"], &["task.title", "task.state"], BOTH);

/// To read appointments and to take them along as a calendar file.
pub static APPOINTMENT_READ: Action = read(
    "appointment.read",
    &["trajectory.dates", "person.name", "appointment.title", "appointment.place", "appointment.time"],
    BOTH,
);

/// To make, change and call off appointments.
pub static APPOINTMENT_WRITE: Action = write(
    "appointment.write",
    &["trajectory.dates", "person.name", "appointment.title", "appointment.place", "appointment.time"],
    &["appointment.title", "appointment.place", "appointment.time"],
    BOTH,
);

/// All of them, for the manifest.
pub static ACTIONS: &[Action] = &[
    START_READ,
    MINE_READ,
    TRAJECTORY_LIST,
    TRAJECTORY_LINK,
    TRAJECTORY_END,
    TRAJECTORY_READ,
    DIALOGUE_READ,
    DIALOGUE_WRITE,
    DIALOGUE_MARK,
    COACH_PROMISE_READ,
    PRIVATE_NOTE_READ,
    PRIVATE_NOTE_WRITE,
    SHARED_NOTE_READ,
    SHARED_NOTE_WRITE,
    NOTE_VIEW_WRITE,
    GOAL_READ,
    GOAL_WRITE,
    TASK_WRITE,
    APPOINTMENT_READ,
    APPOINTMENT_WRITE,
];

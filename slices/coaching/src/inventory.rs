//! What coaching stores, column by column (I1), and what goes together.

use kernel::manifest::{
    Class, Column, Container,
    Content::{Author, Reference, Technical},
    Event, Output, OutputKind, Party, Table, mail, plain, sealed,
};

/// What decisions are made about.
pub const CONTAINERS: &[Container] = &[Container {
    name: "trajectory",
    table: "trajectory",
    id: "id",
    parties: &[Party { name: "coach", column: "coach" }, Party { name: "participant", column: "participant" }],
    states: &["open", "ended"],
}];

/// What goes at one date and under one key. What belongs to both is sealed under the participant's own key, too.
pub const CLASSES: &[Class] = &[
    Class { name: "trajectory", container: "trajectory", goes_with: &["participant"], sealed_also_for: None },
    Class {
        name: "dialogue",
        container: "trajectory",
        goes_with: &["participant"],
        sealed_also_for: Some("participant"),
    },
    Class { name: "drafts", container: "trajectory", goes_with: &["participant", "coach"], sealed_also_for: None },
    Class {
        name: "private-notes",
        container: "trajectory",
        goes_with: &["participant", "coach"],
        sealed_also_for: None,
    },
    Class {
        name: "shared-notes",
        container: "trajectory",
        goes_with: &["participant"],
        sealed_also_for: Some("participant"),
    },
    Class { name: "goals", container: "trajectory", goes_with: &["participant"], sealed_also_for: Some("participant") },
    Class {
        name: "appointments",
        container: "trajectory",
        goes_with: &["participant"],
        sealed_also_for: Some("participant"),
    },
];

const ROW: Column = Column { name: "id", content: Technical("identifies the row; drawn at random") };
const TRAJECTORY: Column = Column { name: "trajectory", content: Reference("trajectory") };

const fn person(name: &'static str) -> Column {
    Column { name, content: Reference("person") }
}

/// Whoever wrote the row, and alone reads it until the column named is filled.
const fn author(until: Option<&'static str>) -> Column {
    Column { name: "author", content: Author { until } }
}

/// Every table, each with every column.
pub const TABLES: &[Table] = &[
    Table {
        name: "trajectory",
        class: Some("trajectory"),
        container_column: Some("id"),
        id: "id",
        columns: &[
            Column { name: "id", content: Reference("trajectory") },
            person("coach"),
            person("participant"),
            plain("began", "trajectory.dates", "lists are sorted by it"),
            plain("ended", "trajectory.dates", "tells open from ended in every query"),
        ],
    },
    Table {
        name: "message",
        class: Some("dialogue"),
        container_column: Some("trajectory"),
        id: "id",
        columns: &[
            ROW,
            TRAJECTORY,
            person("author"),
            plain("sent", "message.times", "the dialogue is sorted by it"),
            plain("seen", "message.times", "what is unread is counted by it"),
            sealed("body", "message.body"),
        ],
    },
    Table {
        name: "attachment",
        class: Some("dialogue"),
        container_column: Some("trajectory"),
        id: "id",
        columns: &[
            ROW,
            TRAJECTORY,
            Column { name: "message", content: Technical("the message that it goes with") },
            plain("file", "attachment.file", "the id of a sealed file; its bytes are not in the database"),
            plain("media_type", "attachment.file", "one of a short list, without which a download cannot begin"),
            plain("size", "attachment.file", "shown beside the name, before a byte is opened"),
            sealed("name", "attachment.name"),
        ],
    },
    Table {
        name: "draft",
        class: Some("drafts"),
        container_column: Some("trajectory"),
        id: "id",
        columns: &[
            ROW,
            TRAJECTORY,
            author(None),
            Column { name: "saved", content: Technical("when the draft was last kept; never shown to anyone else") },
            sealed("body", "draft.body"),
        ],
    },
    Table {
        name: "private_note",
        class: Some("private-notes"),
        container_column: Some("trajectory"),
        id: "id",
        columns: &[
            ROW,
            TRAJECTORY,
            plain("written", "private-note.body", "notes are sorted by it"),
            plain("changed", "private-note.body", "a date beside a sealed text; says nothing of it"),
            sealed("body", "private-note.body"),
        ],
    },
    Table {
        name: "shared_note",
        class: Some("shared-notes"),
        container_column: Some("trajectory"),
        id: "id",
        columns: &[
            ROW,
            TRAJECTORY,
            author(Some("shared")),
            plain("written", "shared-note.body", "notes are sorted by it"),
            plain("shared", "shared-note.body", "decides in the query who finds the note"),
            sealed("body", "shared-note.body"),
        ],
    },
    // Beside a note of the other: a row of its own, so that it is its writer's and never the note's author's.
    Table {
        name: "note_view",
        class: Some("shared-notes"),
        container_column: Some("trajectory"),
        id: "id",
        columns: &[
            ROW,
            TRAJECTORY,
            Column { name: "note", content: Technical("the note that it stands beside") },
            author(Some("written")),
            plain("written", "note-view.body", "a date beside a sealed text; says nothing of it"),
            sealed("body", "note-view.body"),
        ],
    },
    Table {
        name: "goal",
        class: Some("goals"),
        container_column: Some("trajectory"),
        id: "id",
        columns: &[
            ROW,
            TRAJECTORY,
            person("set_by"),
            plain("set_at", "goal.state", "goals are sorted by it"),
            plain("reached", "goal.state", "tells open goals from reached ones in the query"),
            sealed("title", "goal.title"),
        ],
    },
    Table {
        name: "task",
        class: Some("goals"),
        container_column: Some("trajectory"),
        id: "id",
        columns: &[
            ROW,
            TRAJECTORY,
            Column { name: "goal", content: Technical("the goal that it leads to") },
            person("doer"),
            person("set_by"),
            plain("set_at", "task.state", "tasks are sorted by it"),
            plain("done", "task.state", "tells open tasks from done ones in the query"),
            person("done_by"),
            sealed("title", "task.title"),
        ],
    },
    Table {
        name: "appointment",
        class: Some("appointments"),
        container_column: Some("trajectory"),
        id: "id",
        columns: &[
            ROW,
            TRAJECTORY,
            person("made_by"),
            plain("begins", "appointment.time", "what is next is found by it"),
            plain("ends", "appointment.time", "what is over is found by it"),
            plain("changed", "appointment.time", "the stamp of the calendar file"),
            Column { name: "revision", content: Technical("counts changes, for the calendar file") },
            plain("cancelled", "appointment.time", "what was called off is left out of what is next"),
            sealed("title", "appointment.title"),
            sealed("place", "appointment.place"),
        ],
    },
];

/// The event from which periods run (UC7).
pub const TRAJECTORY_ENDED: &str = "trajectory-ended";

/// What a period may run from.
pub const EVENTS: &[Event] = &[Event { name: TRAJECTORY_ENDED, about: &["trajectory", "person"] }];

/// The mail that says that a message waits (UC13).
pub const MAIL_MESSAGE: &str = "coaching-mail-message";
/// The mail that says that a task was set.
pub const MAIL_TASK: &str = "coaching-mail-task";
/// The mail that says that an appointment was made.
pub const MAIL_APPOINTMENT: &str = "coaching-mail-appointment";
/// The mail that says that an appointment was changed or called off.
pub const MAIL_APPOINTMENT_CHANGED: &str = "coaching-mail-appointment-changed";
/// The mail that says that a note was shared.
pub const MAIL_NOTE: &str = "coaching-mail-note";
/// The mail that says that the other put a view beside a note.
pub const MAIL_VIEW: &str = "coaching-mail-view";
/// The mail that says that a trajectory began.
pub const MAIL_BEGUN: &str = "coaching-mail-begun";
/// The mail that says that a trajectory ended.
pub const MAIL_ENDED: &str = "coaching-mail-ended";

/// What leaves the database. No mail has content, and a calendar file has a time and neutral words only.
pub const OUTPUTS: &[Output] = &[
    mail(MAIL_MESSAGE),
    mail(MAIL_TASK),
    mail(MAIL_APPOINTMENT),
    mail(MAIL_APPOINTMENT_CHANGED),
    mail(MAIL_NOTE),
    mail(MAIL_VIEW),
    mail(MAIL_BEGUN),
    mail(MAIL_ENDED),
    Output { kind: OutputKind::File, name: "attachment", items: &["attachment.name", "attachment.file"] },
    Output { kind: OutputKind::File, name: "calendar", items: &["appointment.time"] },
];

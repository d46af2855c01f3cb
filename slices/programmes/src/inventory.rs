//! What programmes store, column by column (I1), and what goes together.

use kernel::manifest::{
    Class, Column, Container,
    Content::{Author, Reference},
    Event, Output, OutputKind, Party, Table, plain, sealed, technical,
};

/// Somebody stopped, or is through; periods may run from it.
pub const ENROLMENT_ENDED: &str = "enrolment-ended";

/// The class of what a participant writes.
pub const SELF_HELP_CLASS: &str = "self-help";
/// The class of what a coach writes beside it.
pub const RESPONSES_CLASS: &str = "responses";

/// "Somebody shared something."
pub const MAIL_SHARED: &str = "programmes-mail-shared";
/// "Your coach answered."
pub const MAIL_ANSWERED: &str = "programmes-mail-answered";
/// "A step was opened for you", or has opened by its day.
pub const MAIL_STEP: &str = "programmes-mail-step";
/// "You have a coach", and to the coach: "Somebody is waiting for you."
pub const MAIL_COACH: &str = "programmes-mail-coach";
/// "You are to get another coach."
pub const MAIL_HANDOVER: &str = "programmes-mail-handover";
/// "Somebody whom you coach is to get another coach."
pub const MAIL_PASSES: &str = "programmes-mail-passes";
/// "Somebody objected to another coach."
pub const MAIL_OBJECTED: &str = "programmes-mail-objected";
/// "A coach asks for a colleague."
pub const MAIL_ASKED: &str = "programmes-mail-asked";
/// "You can go on whenever you like."
pub const MAIL_SILENCE: &str = "programmes-mail-silence";
/// "Somebody may need you today."
pub const MAIL_WARNING: &str = "programmes-mail-warning";
/// "Your coach is going to be away."
pub const MAIL_LEAVE: &str = "programmes-mail-leave";
/// "When your coach is away has changed."
pub const MAIL_LEAVE_CHANGED: &str = "programmes-mail-leave-changed";

const fn mail(name: &'static str) -> Output {
    Output { kind: OutputKind::Mail, name, items: &[] }
}

/// What leaves the program: mails without content, the files that somebody handed in, and what waits on a device.
pub const OUTPUTS: &[Output] = &[
    mail(MAIL_SHARED),
    mail(MAIL_ANSWERED),
    mail(MAIL_STEP),
    mail(MAIL_COACH),
    mail(MAIL_HANDOVER),
    mail(MAIL_PASSES),
    mail(MAIL_OBJECTED),
    mail(MAIL_ASKED),
    mail(MAIL_SILENCE),
    mail(MAIL_WARNING),
    mail(MAIL_LEAVE),
    mail(MAIL_LEAVE_CHANGED),
    Output { kind: OutputKind::File, name: "handed-in", items: &["handed-in.name", "handed-in.file"] },
    Output { kind: OutputKind::Device, name: "unsent", items: &["exercise.answer", "diary.entry", "mood.value"] },
];

/// What a period may run from.
pub const EVENTS: &[Event] = &[Event { name: ENROLMENT_ENDED, about: &["enrolment", "person"] }];

/// What decisions are made about: one person on the way through one programme. There may be no coach yet.
pub const CONTAINERS: &[Container] = &[Container {
    name: "enrolment",
    table: "enrolment",
    id: "id",
    parties: &[
        Party { name: "participant", column: "participant" },
        Party { name: "coach", column: "coach" },
        // Whoever takes over in some days. Until then no action is open to this part; its name is shown to the others.
        Party { name: "next", column: "next_coach" },
    ],
    states: &["open", "ended"],
}];

/// What goes at one date and under one key.
pub const CLASSES: &[Class] = &[
    Class { name: "enrolment", container: "enrolment", goes_with: &["participant"], sealed_also_for: None },
    Class {
        name: SELF_HELP_CLASS,
        container: "enrolment",
        goes_with: &["participant"],
        sealed_also_for: Some("participant"),
    },
    Class {
        name: RESPONSES_CLASS,
        container: "enrolment",
        goes_with: &["participant"],
        sealed_also_for: Some("participant"),
    },
    Class { name: "text-blocks", container: "person", goes_with: &["self"], sealed_also_for: None },
    Class { name: "leave", container: "person", goes_with: &["self"], sealed_also_for: None },
];

const ROW: Column = technical("id", "identifies the row; drawn at random");
const ENROLMENT: Column = Column { name: "enrolment", content: Reference("enrolment") };

/// Whoever wrote the row, and alone reads it until the column named is filled.
const fn author(until: &'static str) -> Column {
    Column { name: "author", content: Author { until: Some(until) } }
}

const fn times(name: &'static str, why: &'static str) -> Column {
    plain(name, "exercise.times", why)
}

const FOUND: &str = "what stands at an exercise is found by it; says nothing of what was written";
const VERSION: &str = "which published text it belongs to; the programme itself stands with the enrolment";

/// Every table, each with every column.
pub const TABLES: &[Table] = &[
    Table {
        name: "programme_version",
        class: None,
        container_column: None,
        id: "id",
        columns: &[
            ROW,
            technical("programme", "the short name of a published programme"),
            technical("number", "counts its versions"),
            technical("published", "when it was published; by whom is not kept"),
        ],
    },
    Table {
        name: "programme_text",
        class: None,
        container_column: None,
        id: "id",
        columns: &[
            ROW,
            technical("version", "whose text it is"),
            technical("language", "one of three words"),
            technical("body", "the organisation's own published text"),
        ],
    },
    Table {
        name: "programme_file",
        class: None,
        container_column: None,
        id: "id",
        columns: &[
            ROW,
            technical("version", "whose file it is"),
            technical("name", "its name in the programme"),
            technical("number", "which piece, from 0"),
            technical("piece", "bytes of the organisation's own published pictures and sound"),
        ],
    },
    Table {
        name: "enrolment",
        class: Some("enrolment"),
        container_column: Some("id"),
        id: "id",
        columns: &[
            Column { name: "id", content: Reference("enrolment") },
            Column { name: "participant", content: Reference("person") },
            Column { name: "coach", content: Reference("person") },
            Column { name: "next_coach", content: Reference("person") },
            plain("passes", "enrolment.programme", "the night's look finds by it whose coach changes"),
            plain("asked", "enrolment.programme", "when the coach asked for a colleague; managers find it by it"),
            plain("objected", "enrolment.programme", "when another coach was objected to; managers find it by it"),
            plain(
                "programme",
                "enrolment.programme",
                "nobody begins a programme twice at once, which the query sees by it",
            ),
            technical("version", VERSION),
            plain("began", "enrolment.programme", "lists are sorted by it"),
            plain("wrote", "enrolment.progress", "who went quiet is found by it; the day alone, no hour"),
            plain("opens", "enrolment.progress", "the night's look finds by it whose next step opens; the day alone"),
            plain("reminded", "enrolment.progress", "the day of the latest reminder, so that there are not too many"),
            technical("reminders", "how many reminders were sent since the participant last wrote"),
            plain("ended", "enrolment.programme", "tells open from ended in every query"),
            technical("counted", "when it was counted in a group; not what was counted"),
            plain("agreed", "enrolment.programme", "the hash of a public question: whoever reads it learns nothing"),
        ],
    },
    Table {
        name: "step_opening",
        class: Some("enrolment"),
        container_column: Some("enrolment"),
        id: "id",
        columns: &[
            ROW,
            ENROLMENT,
            // The participant: a step that a result opened would tell of the result.
            author("told"),
            plain("step", "enrolment.progress", "the short name of a step; what has opened is found by it"),
            technical("version", VERSION),
            plain("opened", "enrolment.progress", "the day from which later steps count"),
            plain("told", "enrolment.progress", "decides in the query whether the coach finds it"),
            technical("kept", "the newer version that its participant did not want for this step"),
        ],
    },
    Table {
        name: "revision",
        class: Some("self-help"),
        container_column: Some("enrolment"),
        id: "id",
        columns: &[
            ROW,
            ENROLMENT,
            author("shared"),
            technical("version", VERSION),
            times("exercise", FOUND),
            times("day", FOUND),
            technical("hand", "drawn when a page was opened, so that its next save replaces its last"),
            times("written", "the history is sorted by it"),
            times("replaced", "tells what is current from what was, in every query"),
            times("finished", "results over time and the next choice of sharing are found by it"),
            times("shared", "decides in the query whether the coach finds it"),
            times("seen", "its writer is told when the coach saw it"),
            times("moved", "the coach's list shows that a shared result moved, and not how"),
            sealed("answer", "exercise.answer"),
            sealed("diary", "diary.entry"),
            sealed("mood", "mood.value"),
        ],
    },
    Table {
        name: "handed_in",
        class: Some("self-help"),
        container_column: Some("enrolment"),
        id: "id",
        columns: &[
            ROW,
            ENROLMENT,
            author("shared"),
            times("exercise", FOUND),
            times("added", "files are sorted by it"),
            times("shared", "decides in the query whether the coach finds it"),
            plain("file", "handed-in.file", "the id of a sealed file; its bytes are not in the database"),
            plain("media_type", "handed-in.file", "one of a short list, without which a download cannot begin"),
            plain("size", "handed-in.file", "shown beside the name, before a byte is opened"),
            sealed("name", "handed-in.name"),
        ],
    },
    Table {
        name: "enrolment_warning",
        class: Some("self-help"),
        container_column: Some("enrolment"),
        id: "id",
        columns: &[
            ROW,
            ENROLMENT,
            plain("raised", "enrolment.warning", "the coach's list shows it first, and the mail goes once a day"),
        ],
    },
    Table {
        name: "enrolment_device",
        class: Some("self-help"),
        container_column: Some("enrolment"),
        id: "id",
        columns: &[
            ROW,
            ENROLMENT,
            times("device_since", "keys without anything written would be found by no erasure, and are by this row"),
        ],
    },
    Table {
        name: "text_block",
        class: Some("text-blocks"),
        container_column: Some("person"),
        id: "id",
        columns: &[
            ROW,
            Column { name: "person", content: Reference("person") },
            plain("written", "text-block.body", "texts are sorted by it; says nothing of them"),
            sealed("body", "text-block.body"),
        ],
    },
    Table {
        name: "coach_leave",
        class: Some("leave"),
        container_column: Some("person"),
        id: "id",
        columns: &[
            ROW,
            Column { name: "person", content: Reference("person") },
            plain("since", "coach.leave", "the night's look finds by it whom to tell"),
            plain("until", "coach.leave", "what is over is found by it; says nothing but the day"),
            technical("told", "when those who are coached were told; a leave that is taken back is told again"),
        ],
    },
    Table {
        name: "response",
        class: Some("responses"),
        container_column: Some("enrolment"),
        id: "id",
        columns: &[
            ROW,
            ENROLMENT,
            author("sent"),
            plain("exercise", "response.times", FOUND),
            plain("day", "response.times", FOUND),
            plain("written", "response.times", "responses are sorted by it"),
            plain("sent", "response.times", "decides in the query whether the participant finds it"),
            plain("seen", "response.times", "what is new is found by it"),
            sealed("body", "response.body"),
        ],
    },
    Table {
        name: "outcome_release",
        class: None,
        container_column: None,
        id: "id",
        columns: &[
            ROW,
            technical("programme", "the short name of a published programme"),
            technical("opened", "the day on which counting began"),
            technical("closed", "the day from which the counts are shown and change no more"),
            technical("people", "how many were counted; decides whether there are enough"),
        ],
    },
    Table {
        name: "outcome_tally",
        class: None,
        container_column: None,
        id: "id",
        columns: &[
            ROW,
            technical("release", "which counts belong together"),
            technical("figure", "one of a few words, or the short name of a published questionnaire"),
            technical("outcome", "one of a few words"),
            technical("value", "a count with noise from its first moment; nobody can be found in it"),
        ],
    },
    // Making.
    Table {
        name: "programme_draft",
        class: None,
        container_column: None,
        id: "id",
        columns: &[
            ROW,
            technical("edition", "counts the changes, so that what is published is what was shown"),
            technical("changed", "when it was changed last; by whom is not kept"),
        ],
    },
    Table {
        name: "programme_draft_text",
        class: None,
        container_column: None,
        id: "id",
        columns: &[
            ROW,
            technical("draft", "whose text it is"),
            technical("language", "one of three words"),
            technical("body", "the organisation's own text, to be published"),
            technical("edition", "counts the changes, so that no author overwrites another's"),
        ],
    },
    Table {
        name: "programme_draft_file",
        class: None,
        container_column: None,
        id: "id",
        columns: &[
            ROW,
            technical("draft", "whose file it is"),
            technical("name", "its name in the programme"),
            technical("number", "which piece, from 0"),
            technical("piece", "bytes of the organisation's own pictures and sound, to be published"),
        ],
    },
];

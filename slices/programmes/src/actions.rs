//! What can be done about an enrolment, by whom at the very most. The statement narrows it.

use kernel::{
    Archetype::{Coach, Manager, Participant},
    manifest::{Action, ActionKind, By},
};

const ENROLMENT: &str = "enrolment";
const ORGANISATION: &str = "organisation";
const PARTICIPANT: &[By] = &[By::Party("participant")];
const COACH: &[By] = &[By::Party("coach")];
const BOTH: &[By] = &[By::Party("participant"), By::Party("coach")];
const OPEN: &[&str] = &["open"];
/// That somebody follows a programme, and since when.
const PROGRAMME: &[&str] = &["enrolment.programme"];
/// And how far.
const PROGRESS: &[&str] = &["enrolment.programme", "enrolment.progress"];

/// And that an answer may have meant danger.
const WARNED: &[&str] = &["enrolment.programme", "enrolment.progress", "enrolment.warning"];

type Items = &'static [&'static str];

const fn read(name: &'static str, discloses: Items, by: &'static [By]) -> Action {
    Action { name, container: ENROLMENT, kind: ActionKind::Read, discloses, writes: &[], by, states: &[] }
}

const fn write(name: &'static str, discloses: Items, writes: Items, by: &'static [By]) -> Action {
    Action { name, container: ENROLMENT, kind: ActionKind::Write, discloses, writes, by, states: OPEN }
}

const fn manage(name: &'static str, discloses: Items, by: &'static [By]) -> Action {
    Action { name, container: ENROLMENT, kind: ActionKind::Manage, discloses, writes: PROGRESS, by, states: OPEN }
}

/// To write programmes and to publish them; nothing personal is in one.
pub static PROGRAMME_PUBLISH: Action = Action {
    name: "programme.publish",
    container: ORGANISATION,
    kind: ActionKind::Manage,
    discloses: &[],
    writes: &[],
    by: &[By::Archetype(Manager)],
    states: &[],
};

/// To begin a programme oneself.
pub static ENROLMENT_BEGIN: Action = Action {
    name: "enrolment.begin",
    container: ORGANISATION,
    kind: ActionKind::Manage,
    discloses: PROGRESS,
    writes: PROGRESS,
    by: &[By::Archetype(Participant)],
    states: &[],
};

/// To see the list of one's own programmes, and what one can begin; each of one's own is decided by itself.
pub static ENROLMENT_MINE: Action = Action {
    name: "enrolment.mine",
    container: ORGANISATION,
    kind: ActionKind::Read,
    discloses: &[],
    writes: &[],
    by: &[By::Archetype(Participant)],
    states: &[],
};

/// To see who follows which programme with whom; neither how far somebody is nor anything that was written.
pub static ENROLMENT_LIST: Action = Action {
    name: "enrolment.list",
    container: ORGANISATION,
    kind: ActionKind::Read,
    discloses: &["enrolment.programme", "person.name"],
    writes: &[],
    by: &[By::Archetype(Manager)],
    states: &[],
};

/// To see the list of those whom one coaches; each of them is decided about by itself.
pub static CASELOAD_READ: Action = Action {
    name: "caseload.read",
    container: ORGANISATION,
    kind: ActionKind::Read,
    discloses: &[],
    writes: &[],
    by: &[By::Archetype(Coach)],
    states: &[],
};

/// To object to another coach.
pub static HANDOVER_OBJECT: Action = Action { writes: PROGRAMME, ..manage("handover.object", PROGRAMME, PARTICIPANT) };

/// To ask for a colleague who goes on with somebody. Managers choose whom: a coach is not shown all colleagues.
pub static HANDOVER_ASK: Action = Action { writes: PROGRAMME, ..manage("handover.ask", PROGRAMME, COACH) };

/// To say who coaches.
pub static ENROLMENT_ASSIGN: Action = Action {
    writes: PROGRAMME,
    ..manage("enrolment.assign", &["enrolment.programme", "person.name"], &[By::Archetype(Manager)])
};

/// To stop.
pub static ENROLMENT_END: Action = manage("enrolment.end", PROGRESS, PARTICIPANT);

/// To go on in a newer version of the programme.
pub static ENROLMENT_MOVE: Action =
    manage("enrolment.move", &["enrolment.programme", "enrolment.progress", "exercise.times"], PARTICIPANT);

/// To see where an enrolment stands: which steps are open, what waits.
pub static ENROLMENT_READ: Action = read(
    "enrolment.read",
    &[
        "enrolment.programme",
        "enrolment.progress",
        "enrolment.warning",
        "exercise.times",
        "response.times",
        "person.name",
    ],
    BOTH,
);

/// To keep that a step has opened by its time or by a result.
pub static STEP_NOTE: Action = manage("step.note", PROGRESS, PARTICIPANT);

/// To open a step for somebody.
pub static STEP_OPEN: Action = manage("step.open", PROGRESS, COACH);

/// To read one's own answers, diary and moods with their history, and the coach's responses.
pub static SELF_HELP_READ: Action = read(
    "self-help.read",
    &[
        "enrolment.programme",
        "enrolment.progress",
        "exercise.times",
        "exercise.answer",
        "diary.entry",
        "mood.value",
        "handed-in.file",
        "handed-in.name",
        "response.body",
        "response.times",
        "person.name",
    ],
    PARTICIPANT,
);

/// To write answers, diary and moods, and to share what is finished.
pub static SELF_HELP_WRITE: Action = write(
    "self-help.write",
    &["enrolment.programme", "enrolment.progress", "response.times"],
    &[
        "enrolment.programme",
        "enrolment.progress",
        "exercise.times",
        "exercise.answer",
        "diary.entry",
        "mood.value",
        "handed-in.file",
        "handed-in.name",
    ],
    PARTICIPANT,
);

/// To agree that what one writes is kept: before anything is, and again when the question has changed.
pub static SELF_HELP_AGREE: Action = write("self-help.agree", PROGRESS, &["enrolment.programme"], PARTICIPANT);

/// To withdraw that: all that was written goes at once. Also while the use of the own data is restricted.
pub static SELF_HELP_WITHDRAW: Action =
    Action { kind: ActionKind::Right, states: &[], ..write("self-help.withdraw", PROGRESS, PROGRESS, PARTICIPANT) };

/// To take back what was shared, and to remove what was written: also when the enrolment has ended.
pub static SELF_HELP_CLOSE: Action =
    Action { states: &[], ..write("self-help.close", PROGRESS, &["exercise.times", "handed-in.file"], PARTICIPANT) };

const fn look(name: &'static str, discloses: Items) -> Action {
    read(name, discloses, COACH)
}

/// To read the answers that a participant shared. Answers, diary and moods are looked at by actions of their own, so that a
/// statement can open one and not another.
pub static ANSWER_LOOK: Action = look(
    "answer.look",
    &[
        "enrolment.programme",
        "enrolment.progress",
        "enrolment.warning",
        "exercise.times",
        "exercise.answer",
        "handed-in.file",
        "handed-in.name",
        "response.body",
        "response.times",
        "person.name",
    ],
);

/// To read the days of a diary that a participant shared.
pub static DIARY_LOOK: Action = look(
    "diary.look",
    &[
        "enrolment.programme",
        "enrolment.progress",
        "exercise.times",
        "diary.entry",
        "response.body",
        "response.times",
        "person.name",
    ],
);

/// To read the moods that a participant shared.
pub static MOOD_LOOK: Action = look(
    "mood.look",
    &[
        "enrolment.programme",
        "enrolment.progress",
        "exercise.times",
        "mood.value",
        "response.body",
        "response.times",
        "person.name",
    ],
);

/// To leave a mark that something shared was seen: whenever it is, since its writer is told.
pub static SELF_HELP_MARK: Action =
    Action { states: &[], ..write("self-help.mark", PROGRESS, &["exercise.times"], COACH) };

/// To respond beside something shared.
pub static RESPONSE_WRITE: Action = write(
    "response.write",
    &["enrolment.programme", "enrolment.progress", "exercise.times"],
    &["response.body", "response.times"],
    COACH,
);

/// To leave a mark that the coach's responses were seen.
pub static RESPONSE_MARK: Action =
    Action { states: &[], ..write("response.mark", PROGRESS, &["response.times"], PARTICIPANT) };

/// To be counted in a group: in the participant's own act, which opens the participant's own answers.
pub static OUTCOME_COUNT: Action = Action {
    states: &[],
    ..manage(
        "outcome.count",
        &["enrolment.programme", "enrolment.progress", "exercise.times", "exercise.answer", "response.times"],
        PARTICIPANT,
    )
};

/// To see figures about groups in which nobody can be found.
pub static OUTCOMES_READ: Action = Action {
    name: "outcome.read",
    container: ORGANISATION,
    kind: ActionKind::Read,
    discloses: &[],
    writes: &[],
    by: &[By::Archetype(Manager)],
    states: &[],
};

/// To leave the mark that an answer may mean danger, where the statement says that the coach is told (`warn`).
pub static WARNING_RAISE: Action = write("warning.raise", WARNED, &["enrolment.warning"], PARTICIPANT);

/// To say that one has seen to it: also when the enrolment has ended.
pub static WARNING_SETTLE: Action =
    Action { states: &[], ..write("warning.settle", WARNED, &["enrolment.warning"], COACH) };

const OWN: &[By] = &[By::Party("self")];
const TEXT: &[&str] = &["text-block.body"];

/// To read one's own reusable texts.
pub static TEXT_BLOCK_READ: Action = Action { container: "person", ..read("text-block.read", TEXT, OWN) };

/// To write them.
pub static TEXT_BLOCK_WRITE: Action =
    Action { container: "person", states: &[], ..write("text-block.write", TEXT, TEXT, OWN) };

const LEAVE: &[&str] = &["coach.leave"];

/// To see when one is away oneself.
pub static LEAVE_READ: Action = Action { container: "person", ..read("leave.read", LEAVE, OWN) };

/// To say so.
pub static LEAVE_WRITE: Action = Action { container: "person", states: &[], ..write("leave.write", LEAVE, LEAVE, OWN) };

/// To see when one's coach is away.
pub static LEAVE_SEE: Action = read("leave.see", LEAVE, PARTICIPANT);

/// To see which coaches are away.
pub static LEAVE_LIST: Action = Action {
    name: "leave.list",
    container: ORGANISATION,
    kind: ActionKind::Read,
    discloses: LEAVE,
    writes: &[],
    by: &[By::Archetype(Manager)],
    states: &[],
};

/// All of them, for the manifest.
pub static ACTIONS: &[Action] = &[
    PROGRAMME_PUBLISH,
    ENROLMENT_BEGIN,
    ENROLMENT_MINE,
    ENROLMENT_LIST,
    CASELOAD_READ,
    HANDOVER_OBJECT,
    HANDOVER_ASK,
    ENROLMENT_ASSIGN,
    ENROLMENT_END,
    ENROLMENT_MOVE,
    ENROLMENT_READ,
    STEP_NOTE,
    STEP_OPEN,
    SELF_HELP_READ,
    SELF_HELP_WRITE,
    SELF_HELP_AGREE,
    SELF_HELP_WITHDRAW,
    SELF_HELP_CLOSE,
    ANSWER_LOOK,
    DIARY_LOOK,
    MOOD_LOOK,
    SELF_HELP_MARK,
    RESPONSE_WRITE,
    RESPONSE_MARK,
    OUTCOME_COUNT,
    OUTCOMES_READ,
    WARNING_RAISE,
    WARNING_SETTLE,
    TEXT_BLOCK_READ,
    TEXT_BLOCK_WRITE,
    LEAVE_READ,
    LEAVE_WRITE,
    LEAVE_SEE,
    LEAVE_LIST,
];

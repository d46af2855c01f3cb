//! Where it can be done. Paths hold ids, and short names of what is published (I6).

use kernel::{
    Archetype::{Coach, Manager, Participant},
    manifest::{Entry, Method, NavEntry, Route, get, post},
};

use crate::actions::{
    self, ANSWER_LOOK, CASELOAD_READ, ENROLMENT_ASSIGN, ENROLMENT_BEGIN, ENROLMENT_LIST, ENROLMENT_MINE,
    ENROLMENT_MOVE, ENROLMENT_READ, HANDOVER_OBJECT, OUTCOMES_READ, PROGRAMME_PUBLISH, RESPONSE_WRITE, SELF_HELP_AGREE,
    SELF_HELP_CLOSE, SELF_HELP_READ, SELF_HELP_WITHDRAW, SELF_HELP_WRITE,
};

kernel::routes! {
    // Following.

    /// What one can begin, and one's own programmes with what is next.
    MINE = get("/programmes", &ENROLMENT_MINE);
    /// What is kept and who reads it, before one begins.
    BEGIN_FORM = get("/programmes/begin/{programme}", &ENROLMENT_BEGIN);
    /// Begins.
    BEGIN = post("/programmes/begin/{programme}", &ENROLMENT_BEGIN);
    /// One's programme: what is next, and how its steps stand.
    OVERVIEW = get("/programmes/{enrolment}", &SELF_HELP_READ);
    /// The question on which it rests, where it has changed.
    AGREEMENT_FORM = get("/programmes/{enrolment}/agreement", &SELF_HELP_AGREE);
    /// Agrees to it.
    AGREEMENT = post("/programmes/{enrolment}/agreement", &SELF_HELP_AGREE);
    /// How one feels today.
    MOOD = post("/programmes/{enrolment}/mood", &SELF_HELP_WRITE);
    /// Takes it back.
    MOOD_CLOSE = post("/programmes/{enrolment}/mood/taking-back", &SELF_HELP_CLOSE);
    /// What one agreed to, and where it is withdrawn.
    AGREED = get("/my-data/programmes", &ENROLMENT_MINE);
    /// How one felt on each day.
    MOODS = get("/programmes/{enrolment}/moods", &SELF_HELP_READ);
    /// Says what goes.
    MOOD_REMOVAL_FORM = get("/programmes/{enrolment}/moods/removal", &SELF_HELP_CLOSE);
    /// Removes a day.
    MOOD_REMOVAL = post("/programmes/{enrolment}/moods/removal", &SELF_HELP_CLOSE);
    /// A step.
    STEP = get("/programmes/{enrolment}/steps/{step}", &SELF_HELP_READ);
    /// An exercise by itself, for a day.
    EXERCISE = get("/programmes/{enrolment}/exercises/{exercise}", &SELF_HELP_READ);
    /// Keeps or finishes it.
    EXERCISE_SEND = post("/programmes/{enrolment}/exercises/{exercise}", &SELF_HELP_WRITE);
    /// Keeps or finishes it, with files.
    FILES_SEND = post("/programmes/{enrolment}/exercises/{exercise}/files", &SELF_HELP_WRITE);
    /// A file that was handed in.
    FILE = get("/programmes/{enrolment}/files/{file}", &SELF_HELP_READ);
    /// Keeps it while one types.
    EXERCISE_KEEP = post("/programmes/{enrolment}/exercises/{exercise}/keeping", &SELF_HELP_WRITE);
    /// What stood there before.
    HISTORY = get("/programmes/{enrolment}/exercises/{exercise}/history", &SELF_HELP_READ);
    /// Takes back what is shared there.
    TAKE_BACK = post("/programmes/{enrolment}/exercises/{exercise}/taking-back", &SELF_HELP_CLOSE);
    /// Says what goes.
    REMOVAL_FORM = get("/programmes/{enrolment}/exercises/{exercise}/removal", &SELF_HELP_CLOSE);
    /// Removes what stands there.
    REMOVAL = post("/programmes/{enrolment}/exercises/{exercise}/removal", &SELF_HELP_CLOSE);
    /// Pictures, sound and moving pictures.
    MEDIA = get("/programmes/{enrolment}/media/{version}/{file}", &ENROLMENT_READ);
    /// Says what stays and what goes when one stops.
    END_FORM = get("/programmes/{enrolment}/ending", &SELF_HELP_WITHDRAW);
    /// Stops.
    END = post("/programmes/{enrolment}/ending", &SELF_HELP_WITHDRAW);
    /// Whom to call when it cannot wait.
    HELP = Route {
        method: Method::Get,
        path: "/help-now",
        entry: Entry::Public("whoever is in need must not have to sign in"),
    };

    // Caring.

    // Making.

    /// All programmes with their versions, and what is being written.
    MAKING = get("/making", &PROGRAMME_PUBLISH);
    /// Begins a draft.
    DRAFT_BEGIN = post("/making", &PROGRAMME_PUBLISH);
    /// The form for a programme in a file.
    IMPORT_FORM = get("/making/import", &PROGRAMME_PUBLISH);
    /// Brings one in.
    IMPORT = post("/making/import", &PROGRAMME_PUBLISH);
    /// A version as one file.
    EXPORT = get("/making/versions/{version}/file", &PROGRAMME_PUBLISH);
    /// The editor.
    DRAFT = get("/making/{draft}", &PROGRAMME_PUBLISH);
    /// Keeps a text, and says what is to be said of it.
    DRAFT_KEEP = post("/making/{draft}", &PROGRAMME_PUBLISH);
    /// Asks before a draft goes.
    DRAFT_REMOVE_FORM = get("/making/{draft}/removal", &PROGRAMME_PUBLISH);
    /// Removes it.
    DRAFT_REMOVE = post("/making/{draft}/removal", &PROGRAMME_PUBLISH);
    /// The pictures and sounds of a draft.
    DRAFT_FILES = get("/making/{draft}/files", &PROGRAMME_PUBLISH);
    /// Adds some.
    DRAFT_FILE_ADD = post("/making/{draft}/files", &PROGRAMME_PUBLISH);
    /// One of them.
    DRAFT_FILE = get("/making/{draft}/files/{file}", &PROGRAMME_PUBLISH);
    /// Removes one.
    DRAFT_FILE_REMOVE = post("/making/{draft}/files/{file}/removal", &PROGRAMME_PUBLISH);
    /// What publishing would change, and for how many.
    PUBLICATION_FORM = get("/making/{draft}/publication", &PROGRAMME_PUBLISH);
    /// Publishes a draft.
    PUBLICATION = post("/making/{draft}/publication", &PROGRAMME_PUBLISH);
    /// What is new in a newer version, step by step.
    NEWER = get("/programmes/{enrolment}/newer", &ENROLMENT_MOVE);
    /// Takes the new one, or keeps one's own, step by step.
    NEWER_CHOOSE = post("/programmes/{enrolment}/newer", &ENROLMENT_MOVE);

    /// Objects to another coach.
    OBJECT = post("/programmes/{enrolment}/objection", &HANDOVER_OBJECT);

    // Caring.

    /// Whom one coaches.
    CASELOAD = get("/caseload", &CASELOAD_READ);
    /// What somebody shared.
    CASE = get("/caseload/{enrolment}", &ANSWER_LOOK);
    /// A file that is shared.
    CASE_FILE = get("/caseload/{enrolment}/files/{file}", &ANSWER_LOOK);
    /// Answers beside it.
    RESPOND = post("/caseload/{enrolment}/responses", &RESPONSE_WRITE);
    /// Says that one has seen to a warning.
    WARNING_SETTLE = post("/caseload/{enrolment}/warning", &actions::WARNING_SETTLE);
    /// One's own reusable texts.
    TEXTS = get("/caseload/texts", &actions::TEXT_BLOCK_READ);
    /// Another one.
    TEXT_ADD = post("/caseload/texts", &actions::TEXT_BLOCK_WRITE);
    /// Other words, or none any more.
    TEXT_CHANGE = post("/caseload/texts/{block}", &actions::TEXT_BLOCK_WRITE);
    /// Who is to go on with somebody.
    HANDOVER_FORM = get("/caseload/{enrolment}/colleague", &actions::HANDOVER_ASK);
    /// Asks for a colleague.
    HANDOVER_ASK = post("/caseload/{enrolment}/colleague", &actions::HANDOVER_ASK);
    /// Goes on oneself after all.
    HANDOVER_KEEP = post("/caseload/{enrolment}/colleague/taking-back", &actions::HANDOVER_ASK);
    /// Asks for colleagues who go on with everybody.
    HANDOVER_ASK_ALL = post("/caseload/colleagues", &actions::HANDOVER_ASK);
    /// When one is away.
    LEAVE = get("/caseload/leave", &actions::LEAVE_READ);
    /// Says it.
    LEAVE_ADD = post("/caseload/leave", &actions::LEAVE_WRITE);
    /// Takes it back.
    LEAVE_REMOVE = post("/caseload/leave/{leave}/removal", &actions::LEAVE_WRITE);
    /// Which steps are open.
    CASE_STEPS = get("/caseload/{enrolment}/steps", &ENROLMENT_READ);
    /// Opens one.
    STEP_OPEN = post("/caseload/{enrolment}/steps/{step}/opening", &actions::STEP_OPEN);
    /// Who follows what with whom.
    ENROLMENTS = get("/enrolments", &ENROLMENT_LIST);
    /// Who is to coach.
    ASSIGN_FORM = get("/enrolments/{enrolment}/coach", &ENROLMENT_ASSIGN);
    /// Says it.
    ASSIGN = post("/enrolments/{enrolment}/coach", &ENROLMENT_ASSIGN);

    // Figures.

    /// How the programmes go.
    OUTCOMES = get("/enrolments/outcomes", &OUTCOMES_READ);
    /// The same as a table.
    OUTCOMES_FILE = get("/enrolments/outcomes/file", &OUTCOMES_READ);
}

/// The places in the navigation.
pub const NAV: &[NavEntry] = &[
    NavEntry { path: "/programmes", word: "programmes-nav-following", icon: "sprout", by: &[Participant], order: 15 },
    NavEntry { path: "/caseload", word: "programmes-nav-caseload", icon: "users", by: &[Coach], order: 15 },
    NavEntry { path: "/enrolments", word: "programmes-nav-enrolments", icon: "sprout", by: &[Manager], order: 35 },
];

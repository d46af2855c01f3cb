//! What can be done with requests, by whom at the very most, and the jobs. Whatever an officer does here serves the right of
//! whoever asks, so it goes on while that person's data is frozen.

use kernel::{
    Archetype::Officer,
    manifest::{Action, ActionKind, By, Job},
};

use crate::inventory::{CLOSED, OPEN};

const REQUEST: &str = "request";
const OFFICERS: &[By] = &[By::Archetype(Officer)];
const OWN: &[By] = &[By::Party("self")];
const ALL: &[&str] = &["request.name", "request.address", "request.words", "request.term", "request.step"];

/// To see which requests there are, and when each is due.
pub static REQUESTS_LIST: Action = Action {
    name: "requests.list",
    container: "organisation",
    kind: ActionKind::Read,
    discloses: &["request.term"],
    writes: &[],
    by: OFFICERS,
    states: &[],
};

/// To enter what somebody asked by letter or by telephone.
pub static REQUEST_ENTER: Action = Action {
    name: "request.enter",
    container: REQUEST,
    kind: ActionKind::Right,
    discloses: &[],
    writes: ALL,
    by: OFFICERS,
    states: &[OPEN],
};

/// To see one request with all that was written about it.
pub static REQUEST_SEE: Action = Action {
    name: "request.see",
    container: REQUEST,
    kind: ActionKind::Read,
    discloses: ALL,
    writes: &[],
    by: OFFICERS,
    states: &[OPEN, CLOSED],
};

/// To note a step, how somebody showed who they are, or that the answer needs more time.
pub static REQUEST_HANDLE: Action = Action {
    name: "request.handle",
    container: REQUEST,
    kind: ActionKind::Right,
    discloses: &["request.term"],
    writes: &["request.words", "request.term", "request.step"],
    by: OFFICERS,
    states: &[OPEN],
};

/// To answer a request, and with that to carry it out and to close it.
pub static REQUEST_ANSWER: Action = Action {
    name: "request.answer",
    container: REQUEST,
    kind: ActionKind::Right,
    discloses: &["request.term"],
    writes: &["request.words", "request.term", "request.step"],
    by: OFFICERS,
    states: &[OPEN],
};

/// To see which requests one made.
pub static REQUESTS_OWN: Action = Action {
    name: "requests.own",
    container: "person",
    kind: ActionKind::Read,
    discloses: &["request.term"],
    writes: &[],
    by: OWN,
    states: &[],
};

/// To say who one is with a request: the officer reads it there.
pub static REQUEST_INTRODUCE: Action = Action {
    name: "request.introduce",
    container: "person",
    kind: ActionKind::Read,
    discloses: &["person.name", "person.email"],
    writes: &[],
    by: OWN,
    states: &[],
};

/// To ask, and to add a line while it is open.
pub static REQUEST_ASK: Action = Action {
    name: "request.ask",
    container: REQUEST,
    kind: ActionKind::Right,
    discloses: &["request.term"],
    writes: ALL,
    by: OWN,
    states: &[OPEN],
};

/// To see one's own request.
pub static REQUEST_FOLLOW: Action = Action {
    name: "request.follow",
    container: REQUEST,
    kind: ActionKind::Read,
    discloses: ALL,
    writes: &[],
    by: OWN,
    states: &[],
};

/// Acts for somebody without an account.
pub static LINK: Job = Job {
    name: "requests.link",
    about: "Takes a request from somebody without an account, and shows it to whoever holds its link.",
    handles: ALL,
};

/// Takes a request from whoever presses the button behind a mailing's link.
pub static BY_MAILING: Job = Job {
    name: "requests.by-mailing",
    about: "Takes the request for an erasure from whoever holds the link of a mailing, with that person's name and address.",
    handles: &[
        "request.name",
        "request.address",
        "request.words",
        "request.term",
        "request.step",
        "person.name",
        "person.email",
        "person.language",
    ],
};

/// Mails a link to somebody without an account.
pub static MAIL: Job = Job {
    name: "requests.mail",
    about: "Makes a link to a request and sends it by mail, without content; only the link's hash is kept.",
    handles: &["request.address", "request.term"],
};

/// Counts what is open, and reminds officers of what is due.
pub static WATCH: Job = Job {
    name: "requests.watch",
    about: "Counts open requests and tells officers, without content, that one is due.",
    handles: &["request.term"],
};

/// Every action.
pub const ACTIONS: &[Action] = &[
    REQUESTS_LIST,
    REQUEST_ENTER,
    REQUEST_SEE,
    REQUEST_HANDLE,
    REQUEST_ANSWER,
    REQUESTS_OWN,
    REQUEST_INTRODUCE,
    REQUEST_ASK,
    REQUEST_FOLLOW,
];

/// Every job.
pub const JOBS: &[Job] = &[LINK, BY_MAILING, MAIL, WATCH];

//! The doors.

use kernel::{
    Archetype::Officer,
    manifest::{
        Entry,
        Method::{self, Get, Post},
        NavEntry, Route, get, post,
    },
};

use crate::actions;

const WITHOUT_ACCOUNT: &str = "somebody without an account asks for what the law gives (GDPR Art. 12)";
const CONFIRMING: &str = "the link of the mail that confirms a request";
const FOLLOWING: &str = "the link of the latest mail about a request";

const fn open(method: Method, path: &'static str, entry: Entry) -> Route {
    Route { method, path, entry }
}

/// One's own requests, and the form for another.
pub static OWN: Route = get("/my-data/requests", &actions::REQUESTS_OWN);
/// Asks.
pub static OWN_ASK: Route = post("/my-data/requests", &actions::REQUEST_ASK);
/// One of them.
pub static OWN_ONE: Route = get("/my-data/requests/{request}", &actions::REQUEST_FOLLOW);
/// Adds a line.
pub static OWN_LINE: Route = post("/my-data/requests/{request}/lines", &actions::REQUEST_ASK);

/// The public form.
pub static ASK_FORM: Route = open(Get, "/ask", Entry::Public(WITHOUT_ACCOUNT));
/// Asks for a link that confirms.
pub static ASK: Route = open(Post, "/ask", Entry::Public(WITHOUT_ACCOUNT));
/// Shows what was written.
pub static CONFIRM_FORM: Route = open(Get, "/ask/{token}", Entry::Link(CONFIRMING));
/// Confirms it: the clock begins.
pub static CONFIRM: Route = open(Post, "/ask/{token}", Entry::Link(CONFIRMING));
/// How it stands.
pub static FOLLOW: Route = open(Get, "/asked/{token}", Entry::Link(FOLLOWING));
/// Adds a line.
pub static FOLLOW_LINE: Route = open(Post, "/asked/{token}", Entry::Link(FOLLOWING));

/// The desk.
pub static DESK: Route = get("/requests", &actions::REQUESTS_LIST);
/// The form for what came by letter or telephone.
pub static ENTER_FORM: Route = get("/requests/entry", &actions::REQUEST_ENTER);
/// Enters it.
pub static ENTER: Route = post("/requests/entry", &actions::REQUEST_ENTER);
/// One request.
pub static ONE: Route = get("/requests/{request}", &actions::REQUEST_SEE);
/// Notes a step.
pub static STEP: Route = post("/requests/{request}/steps", &actions::REQUEST_HANDLE);
/// Notes how somebody showed who they are.
pub static IDENTITY: Route = post("/requests/{request}/identity", &actions::REQUEST_HANDLE);
/// Takes more time.
pub static EXTENSION: Route = post("/requests/{request}/extension", &actions::REQUEST_HANDLE);
/// The form for the answer.
pub static ANSWER_FORM: Route = get("/requests/{request}/answer", &actions::REQUEST_ANSWER);
/// Answers and closes.
pub static ANSWER: Route = post("/requests/{request}/answer", &actions::REQUEST_ANSWER);

/// Every route.
pub const ROUTES: &[Route] = &[
    OWN,
    OWN_ASK,
    OWN_ONE,
    OWN_LINE,
    ASK_FORM,
    ASK,
    CONFIRM_FORM,
    CONFIRM,
    FOLLOW,
    FOLLOW_LINE,
    DESK,
    ENTER_FORM,
    ENTER,
    ONE,
    STEP,
    IDENTITY,
    EXTENSION,
    ANSWER_FORM,
    ANSWER,
];

/// Where the desk stands.
pub const DESK_PATH: &str = "/requests";
/// Where a person's own requests stand.
pub const OWN_PATH: &str = "/my-data/requests";

/// The place in the navigation.
pub const NAV: &[NavEntry] =
    &[NavEntry { path: DESK_PATH, word: "requests-nav", icon: "inbox", by: &[Officer], order: 45 }];

//! The doors.

use kernel::{
    Archetype::Manager,
    manifest::{
        Entry,
        Method::{Get, Post},
        NavEntry, Route, get, post,
    },
};

use crate::actions;

const SIGNING_IN: &str = "somebody who has not signed in yet";
const INVITED: &str = "the link of the invitation mail";
const FORGOT: &str = "the link of the mail for a new password";
const SCHEMA_IS: &str = "the published form of an export, which holds nothing of anybody";
const RECEIPT: &str = "the receipt's own number, shown once at the end of an erasure";

const fn open(method: kernel::manifest::Method, path: &'static str, entry: Entry) -> Route {
    Route { method, path, entry }
}

kernel::routes! {
    /// The form for signing in.
    SIGN_IN_FORM = open(Get, "/sign-in", Entry::Public(SIGNING_IN));
    /// Signs in.
    SIGN_IN = open(Post, "/sign-in", Entry::Public(SIGNING_IN));
    /// Signs out.
    SIGN_OUT = post("/sign-out", &actions::SESSION_END);
    /// The form that asks for a link.
    RESET_FORM = open(Get, "/sign-in/help", Entry::Public(SIGNING_IN));
    /// Asks for a link by mail.
    RESET = open(Post, "/sign-in/help", Entry::Public(SIGNING_IN));
    /// The form for a new password.
    NEW_PASSWORD_FORM = open(Get, "/new-password/{token}", Entry::Link(FORGOT));
    /// Stores the new password.
    NEW_PASSWORD = open(Post, "/new-password/{token}", Entry::Link(FORGOT));
    /// Shows an invitation.
    INVITATION_SHOW = open(Get, "/invitation/{token}", Entry::Link(INVITED));
    /// Accepts it.
    INVITATION_ACCEPT = open(Post, "/invitation/{token}", Entry::Link(INVITED));
    /// Asks once more before declining.
    REFUSAL_FORM = open(Get, "/invitation/{token}/refusal", Entry::Link(INVITED));
    /// Declines; all that is held goes.
    REFUSAL = open(Post, "/invitation/{token}/refusal", Entry::Link(INVITED));
    /// The rights, at the first sign-in.
    WELCOME = get("/welcome", &actions::PROFILE_SEE);

    /// Who takes part.
    PEOPLE = get("/people", &actions::PEOPLE_LIST);
    /// The form for one invitation.
    INVITE_FORM = get("/people/invitation", &actions::PEOPLE_INVITE);
    /// Invites one person.
    INVITE = post("/people/invitation", &actions::PEOPLE_INVITE);
    /// The form for a list.
    INVITE_LIST_FORM = get("/people/invitations", &actions::PEOPLE_INVITE);
    /// Reads the list and shows what would happen.
    INVITE_LIST_PREVIEW = post("/people/invitations/preview", &actions::PEOPLE_INVITE);
    /// Invites everyone on the list.
    INVITE_LIST = post("/people/invitations", &actions::PEOPLE_INVITE);
    /// One person.
    PERSON = get("/people/{person}", &actions::PERSON_SEE);
    /// Corrects a profile.
    PERSON_CORRECT = post("/people/{person}", &actions::PERSON_CORRECT);
    /// Says what ending the agreement means.
    AGREEMENT_END_FORM = get("/people/{person}/agreement-end", &actions::AGREEMENT_END);
    /// Ends the agreement.
    AGREEMENT_END = post("/people/{person}/agreement-end", &actions::AGREEMENT_END);
    /// Invites again.
    INVITATION_REPEAT = post("/people/{person}/invitation", &actions::INVITATION_REPEAT);
    /// Says what withdrawing means.
    WITHDRAWAL_FORM = get("/people/{person}/invitation-withdrawal", &actions::INVITATION_WITHDRAW);
    /// Withdraws an invitation.
    WITHDRAWAL = post("/people/{person}/invitation-withdrawal", &actions::INVITATION_WITHDRAW);

    /// The own profile.
    PROFILE = get("/profile", &actions::PROFILE_SEE);
    /// Corrects it.
    PROFILE_CORRECT = post("/profile", &actions::PROFILE_CORRECT);
    /// Chooses the language.
    LANGUAGE = post("/profile/language", &actions::PROFILE_CORRECT);
    /// Chooses light or dark.
    THEME = post("/profile/theme", &actions::PROFILE_CORRECT);
    /// The form for another password.
    PASSWORD_FORM = get("/profile/password", &actions::PASSWORD_CHANGE);
    /// Changes the password.
    PASSWORD = post("/profile/password", &actions::PASSWORD_CHANGE);

    /// Where one is signed in.
    SESSIONS = get("/profile/sessions", &actions::SESSIONS_SEE);
    /// Ends one session, or all others.
    SESSIONS_END = post("/profile/sessions", &actions::SESSION_END);
    /// Uses the session, and says how long it lasts now.
    SESSION_KEEP = post("/profile/session", &actions::SESSION_KEEP);

    /// All that is held about oneself.
    MY_DATA = get("/my-data", &actions::MY_DATA_SEE);
    /// One bundle of it.
    MY_DATA_BUNDLE = get("/my-data/{class}/{holder}", &actions::MY_DATA_SEE);
    /// All of it, to take along.
    MY_DATA_FILE = get("/my-data/file", &actions::MY_DATA_SEE);
    /// The form of what is taken along.
    SCHEMA = open(Get, keeper::export::SCHEMA_PATH, Entry::Public(SCHEMA_IS));
    /// How to object, and to whom to complain.
    COMPLAINT = get("/my-data/complaint", &actions::MY_DATA_SEE);
    /// How things stand with the restriction of the own data.
    RESTRICTION = get("/my-data/restriction", &keeper::actions::RESTRICTION_SEE);
    /// Restricts the use of the own data.
    RESTRICTION_BEGIN = post("/my-data/restriction", &keeper::actions::RESTRICTION_BEGIN);
    /// Lifts the restriction.
    RESTRICTION_LIFT = post("/my-data/restriction/lifting", &keeper::actions::RESTRICTION_LIFT);
    /// What deleting the account would do.
    DELETION_FORM = get("/my-data/deletion", &actions::ACCOUNT_DELETE);
    /// Deletes the account.
    DELETION = post("/my-data/deletion", &actions::ACCOUNT_DELETE);
    /// A receipt of an erasure.
    RECEIPT_SHOW = open(Get, "/receipts/{receipt}", Entry::Link(RECEIPT));
}

/// The places in the navigation.
pub const NAV: &[NavEntry] = &[
    NavEntry { path: "/people", word: "accounts-nav-people", icon: "users", by: &[Manager], order: 20 },
    NavEntry {
        path: "/my-data",
        word: "accounts-nav-my-data",
        icon: "archive",
        by: &kernel::Archetype::ALL,
        order: 80,
    },
];

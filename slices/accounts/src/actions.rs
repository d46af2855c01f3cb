//! What can be done with accounts, by whom at the very most, and the jobs that act for somebody who has not signed in.

use kernel::{
    Archetype::Manager,
    manifest::{Action, ActionKind, By, Job},
};

const PERSON: &str = "person";
const ORGANISATION: &str = "organisation";
const MANAGERS: &[By] = &[By::Archetype(Manager)];
const OWN: &[By] = &[By::Party("self")];
const PROFILE: &[&str] = &["person.name", "person.email", "person.language", "person.role", "person.states"];

/// To see something of the own account.
pub(crate) const fn see_own(name: &'static str, discloses: &'static [&'static str]) -> Action {
    Action { name, container: PERSON, kind: ActionKind::Read, discloses, writes: &[], by: OWN, states: &[] }
}

/// To change something of the own account, which is nobody else's to change.
pub(crate) const fn change_own(name: &'static str, writes: &'static [&'static str]) -> Action {
    Action { name, container: PERSON, kind: ActionKind::Right, discloses: &[], writes, by: OWN, states: &[] }
}

/// To see who takes part: names, roles, states and dates; never content (UC3).
pub static PEOPLE_LIST: Action = Action {
    name: "people.list",
    container: ORGANISATION,
    kind: ActionKind::Read,
    discloses: &["person.name", "person.role", "person.states"],
    writes: &[],
    by: MANAGERS,
    states: &[],
};

/// To invite people, one by one or by a list.
pub static PEOPLE_INVITE: Action = Action {
    name: "people.invite",
    container: ORGANISATION,
    kind: ActionKind::Manage,
    discloses: &["person.email"],
    writes: &[
        "person.name",
        "person.email",
        "person.language",
        "person.role",
        "person.states",
        "invitation.note",
        "sign-in.link",
    ],
    by: MANAGERS,
    states: &[],
};

/// To see one person's profile and dates.
pub static PERSON_SEE: Action = Action {
    name: "person.see",
    container: PERSON,
    kind: ActionKind::Read,
    discloses: PROFILE,
    writes: &[],
    by: MANAGERS,
    states: &[],
};

/// To correct a person's name or language, and to ask for another address of somebody whom one saw.
pub static PERSON_CORRECT: Action = Action {
    name: "person.correct",
    container: PERSON,
    kind: ActionKind::Manage,
    discloses: PROFILE,
    writes: &["person.name", "person.email", "person.language", "sign-in.link"],
    by: MANAGERS,
    states: &[],
};

/// To end the agreement with a person: no more signing in; periods begin to run.
pub static AGREEMENT_END: Action = Action {
    name: "agreement.end",
    container: PERSON,
    kind: ActionKind::Manage,
    discloses: &["person.name", "person.role", "person.states"],
    writes: &["person.states", "sign-in.session", "sign-in.link"],
    by: MANAGERS,
    states: &[],
};

/// To send an invitation again.
pub static INVITATION_REPEAT: Action = Action {
    name: "invitation.repeat",
    container: PERSON,
    kind: ActionKind::Manage,
    discloses: &["person.states"],
    writes: &["person.states", "invitation.note", "sign-in.link"],
    by: MANAGERS,
    states: &[],
};

/// To withdraw an invitation that was not accepted; what is held of the person goes.
pub static INVITATION_WITHDRAW: Action = Action {
    name: "invitation.withdraw",
    container: PERSON,
    kind: ActionKind::Manage,
    discloses: &["person.states"],
    writes: &["person.states", "sign-in.link"],
    by: MANAGERS,
    states: &[],
};

/// To see one's own profile.
pub static PROFILE_SEE: Action = see_own("profile.see", PROFILE);

/// To correct one's own name and choose language and colours.
pub static PROFILE_CORRECT: Action = Action {
    name: "profile.correct",
    container: PERSON,
    kind: ActionKind::Right,
    discloses: PROFILE,
    writes: &["person.name", "person.language"],
    by: OWN,
    states: &[],
};

/// To choose another password, with the present one.
pub static PASSWORD_CHANGE: Action =
    change_own("password.change", &["sign-in.password", "sign-in.session", "sign-in.link"]);

/// To see where one is signed in.
pub static SESSIONS_SEE: Action = see_own("sessions.see", &["sign-in.session"]);

/// To stay signed in.
pub static SESSION_KEEP: Action = change_own("session.keep", &["sign-in.session"]);

/// To sign out, here or elsewhere.
pub static SESSION_END: Action = change_own("session.end", &["sign-in.session"]);

/// To see all that is held about oneself, and when it goes.
pub static MY_DATA_SEE: Action = see_own(
    "my-data.see",
    &[
        "person.name",
        "person.email",
        "person.language",
        "person.role",
        "person.states",
        "invitation.note",
        "sign-in.session",
        "sign-in.link",
    ],
);

/// To delete one's account and all that goes with it, with the password.
pub static ACCOUNT_DELETE: Action = Action {
    name: "account.delete",
    container: PERSON,
    kind: ActionKind::Right,
    discloses: &["person.states"],
    writes: &["sign-in.password"],
    by: OWN,
    states: &[],
};

/// Holds what was typed at sign-in against the stored hash, and begins a session.
pub static SIGN_IN: Job = Job {
    name: "accounts.sign-in",
    about: "Checks an address and a password, and begins a session.",
    handles: &["person.email", "person.states", "sign-in.password", "sign-in.session"],
};

/// Knows a session by its cookie's hash, before there is anybody to decide about.
pub static SESSION: Job = Job {
    name: "accounts.session",
    about: "Finds the person of a session by the hash of its cookie.",
    handles: &["person.language", "person.role", "person.states", "sign-in.session", crate::mailbox::inventory::ITEM],
};

/// Tells other slices of people: sealed names, roles and languages, which their own grants open.
pub static DIRECTORY: Job = Job {
    name: "accounts.directory",
    about: "Finds people by id or role for other slices; names and addresses stay sealed.",
    handles: &["person.name", "person.email", "person.language", "person.role", "person.states"],
};

/// Acts for whoever holds a single-use link.
pub static LINK: Job = Job {
    name: "accounts.link",
    about: "Shows an invitation to whoever holds its single-use link, and stores the password that is chosen there.",
    handles: &[
        "person.name",
        "person.email",
        "person.age",
        "person.language",
        "person.role",
        "person.states",
        "invitation.note",
        "sign-in.password",
        "sign-in.session",
        "sign-in.link",
    ],
};

/// Makes a single-use link and mails it.
pub static MAIL_LINK: Job = Job {
    name: "accounts.mail-link",
    about: "Makes a single-use link and sends it by mail; only the link's hash is kept.",
    handles: &["person.email", "person.language", "person.states", "sign-in.link"],
};

/// Asks for a link for a new password, whether or not the address is known.
pub static ASK_RESET: Job = Job {
    name: "accounts.ask-reset",
    about: "Looks an address up and queues the mail with a link for a new password.",
    handles: &["person.email", "person.states"],
};

/// Finds whoever has an address that somebody else wants to use.
pub static KNOWN: Job = Job {
    name: "accounts.known",
    about: "Looks up whether somebody has an address, so that its owner is told instead.",
    handles: &["person.email", "person.language"],
};

/// Writes down the first person of a new installation.
pub static FOUND: Job = Job {
    name: "accounts.found",
    about: "Writes down the first manager of a new organisation, on the operator's command.",
    handles: &[
        "person.name",
        "person.email",
        "person.age",
        "person.language",
        "person.role",
        "person.states",
        "sign-in.password",
    ],
};

/// Every action.
pub const ACTIONS: &[Action] = &[
    PEOPLE_LIST,
    PEOPLE_INVITE,
    PERSON_SEE,
    PERSON_CORRECT,
    AGREEMENT_END,
    INVITATION_REPEAT,
    INVITATION_WITHDRAW,
    PROFILE_SEE,
    PROFILE_CORRECT,
    PASSWORD_CHANGE,
    SESSIONS_SEE,
    SESSION_KEEP,
    SESSION_END,
    MY_DATA_SEE,
    ACCOUNT_DELETE,
];

/// Every job.
pub const JOBS: &[Job] = &[SIGN_IN, SESSION, DIRECTORY, LINK, MAIL_LINK, ASK_RESET, KNOWN, FOUND];

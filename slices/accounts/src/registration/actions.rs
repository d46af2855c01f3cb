//! The jobs that act for somebody who has no account yet.

use kernel::manifest::Job;

use super::inventory::ITEM;

/// Keeps an address until it is confirmed.
pub static REGISTER: Job = Job {
    name: "registration.begin",
    about: "Keeps the address of somebody who wants to register, until the link that is mailed there confirms it.",
    handles: &[ITEM],
};

/// Mails the link.
pub static MAIL_REGISTER: Job = Job {
    name: "registration.mail",
    about: "Makes a single-use link and sends it to an address that is to be confirmed; only the link's hash is kept.",
    handles: &[ITEM],
};

/// Makes an account.
pub static ENROL: Job = Job {
    name: "registration.enrol",
    about: "Makes an account for somebody whose address is confirmed, and begins a session.",
    handles: &[
        "person.name",
        "person.email",
        "person.age",
        "person.language",
        "person.role",
        "person.states",
        "sign-in.password",
        "sign-in.session",
    ],
};

/// Every job.
pub const JOBS: &[Job] = &[REGISTER, MAIL_REGISTER, ENROL];

//! What can be done, by whom at the very most, and the job.

use kernel::{
    Archetype::Participant,
    manifest::{Action, ActionKind, By, Job},
};

use super::{
    HELPERS,
    inventory::{CLOSED, TAKEN, TERM, WAITING, WORDS},
};

const ALTERNATIVE: &str = "alternative";
const PARTICIPANTS: &[By] = &[By::Archetype(Participant)];
const ASKER: &[By] = &[By::Party("self")];
const HELPER: &[By] = &[By::Party("helper")];
const ANY_HELPER: &[By] = &[
    By::Archetype(HELPERS[0]),
    By::Archetype(HELPERS[1]),
    By::Archetype(HELPERS[2]),
    By::Archetype(HELPERS[3]),
    By::Archetype(HELPERS[4]),
];

const fn on(
    name: &'static str,
    kind: ActionKind,
    discloses: &'static [&'static str],
    writes: &'static [&'static str],
    by: &'static [By],
    states: &'static [&'static str],
) -> Action {
    Action { name, container: ALTERNATIVE, kind, discloses, writes, by, states }
}

/// To see which alternatives one asked for.
pub(super) static OWN: Action = Action {
    container: access::Resource::PERSON,
    ..on("alternatives.own", ActionKind::Read, &[TERM], &[], PARTICIPANTS, &[])
};

/// To ask for one.
pub(super) static ASK: Action =
    on("alternative.ask", ActionKind::Write, &[TERM], &[WORDS, TERM], PARTICIPANTS, &[WAITING]);

/// To see one's own, with all that was written about it.
pub(super) static FOLLOW: Action =
    on("alternative.follow", ActionKind::Read, &[WORDS, TERM, "person.name"], &[], ASKER, &[]);

/// To take one's own to the next step, after a no.
pub(super) static ONWARD: Action = on("alternative.go-on", ActionKind::Write, &[TERM], &[TERM], ASKER, &[CLOSED]);

/// To withdraw one's own.
pub(super) static WITHDRAW: Action =
    on("alternative.withdraw", ActionKind::Write, &[TERM], &[TERM], ASKER, &[WAITING, TAKEN]);

/// To see that somebody asks whoever is in one's role: since when, and until when; not who, and not what.
pub(super) static LIST: Action = Action {
    container: access::Resource::ORGANISATION,
    ..on("alternatives.list", ActionKind::Read, &[TERM], &[], ANY_HELPER, &[])
};

/// To take one up, and with that to be the one who reads it.
pub(super) static TAKE: Action = Action {
    container: access::Resource::ORGANISATION,
    ..on("alternatives.take", ActionKind::Manage, &[TERM], &[TERM], ANY_HELPER, &[])
};

/// To read what one has taken up.
pub(super) static SEE: Action =
    on("alternative.see", ActionKind::Read, &[WORDS, TERM, "person.name"], &[], HELPER, &[]);

/// To answer it.
pub(super) static ANSWER: Action =
    on("alternative.answer", ActionKind::Write, &[TERM], &[WORDS, TERM], HELPER, &[TAKEN]);

/// Lets what was not answered in time go on.
pub(super) static NIGHT: Job = Job {
    name: "alternatives.night",
    about: "Takes what was not answered in time to the next step, and tells those concerned, without content.",
    handles: &[TERM],
};

/// Every action.
pub(super) const ACTIONS: &[Action] = &[OWN, ASK, FOLLOW, ONWARD, WITHDRAW, LIST, TAKE, SEE, ANSWER];

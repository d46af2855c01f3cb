//! What a coach has promised and the statement shows (`undertaking … shown`, TF10): the text that holds today, and since
//! when the coach has accepted it.

use access::{ACCEPTANCE_ITEM, Resource, text_hash};
use kernel::page::Seal;
use organisation::{Desk as _, SealAsk, Visit};
use statement::plan::Undertaking;

use super::{local, room::Frame};
use crate::actions::COACH_PROMISE_READ;

/// The promises of a coach that a trajectory's page shows; empty where there are none, or where the statement does not
/// let the one who looks read them.
pub(super) struct Promises {
    /// Each of them.
    pub(super) all: Vec<Promise>,
    /// Who reads them, and when they go.
    pub(super) seal: Seal,
}

/// A promise.
pub(super) struct Promise {
    pub(super) text: String,
    /// The law or code; may be empty.
    pub(super) law: String,
    pub(super) clause: String,
    /// "Accepted on 3 March 2026".
    pub(super) since: String,
}

impl Promises {
    /// What the coach of a trajectory has promised. A text that has changed since is not promised until it is accepted
    /// again; nor does a role count that the coach no longer has.
    pub(super) fn of_the_coach(visit: &Visit, frame: &Frame) -> Self {
        let coach = frame.trajectory.coach;
        let about = Resource::person(coach);
        let (plan, may) = (&visit.site.plan, frame.may(visit, &COACH_PROMISE_READ));
        let gives =
            |undertaking: &&Undertaking| undertaking.by.iter().any(|role| frame.names().facts().has_role(coach, role));
        let shown = plan.all::<Undertaking>().filter(|undertaking| may && undertaking.shown).filter(gives);
        let all = shown.filter_map(|undertaking| {
            let at = visit.site.access.accepted(coach, &text_hash(undertaking))?;
            let voice = visit.voice();
            Some(Promise {
                text: undertaking.texts.get(voice.language).unwrap_or_default().to_owned(),
                law: undertaking.law.as_ref().map(|law| law.0.clone()).unwrap_or_default(),
                clause: undertaking.clause.clone(),
                since: voice.say1("coaching-promised-on", "date", voice.date(local(&visit.scope, at).date())),
            })
        });
        // An acceptance goes with the coach's own file, and is read here by the two of the trajectory.
        let ask = SealAsk { item: ACCEPTANCE_ITEM, about: &about, names: frame.names(), happened: &[] };
        let seal = Seal { readers: frame.seal(visit, ACCEPTANCE_ITEM).readers, ..visit.seal(&ask) };
        Self { all: all.collect(), seal }
    }
}

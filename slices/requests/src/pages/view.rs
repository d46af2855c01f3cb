//! A request as a page shows it: to whoever asks, and to officers.

use access::{Guarded as _, Resource};
use keeper::ActId;
use kernel::{ExposeSecret as _, PersonId, Timestamp, page::Seal, words::Voice};
use organisation::{ComplaintRoute, Desk as _, Names, SealAsk, Visit};
use statement::dates::last_day;
use store::{Opener, Sealed, StoreError};

use super::{Failure, day, kind_name};
use crate::{
    inventory::REQUEST_CLOSED,
    model::{Channel, Closed, Request, StepKind, Told, Verdict},
};

/// From how many days before its last on a request is due soon.
const SOON: i32 = 7;

/// How a request stands: a sentence, and its tone.
pub(crate) struct Standing {
    pub(crate) text: String,
    pub(crate) tone: &'static str,
}

/// A request with all that was written about it, opened.
pub(super) struct View {
    pub(super) kind: String,
    pub(super) channel: String,
    pub(super) received: String,
    pub(super) due: String,
    pub(super) standing: Standing,
    /// Empty while nobody wrote it down.
    pub(super) identity: String,
    pub(super) name: String,
    pub(super) address: String,
    pub(super) steps: Vec<Step>,
    pub(super) answer: Option<Answer>,
    pub(super) open: bool,
    pub(super) seal: Seal,
}

/// A step, in words.
pub(super) struct Step {
    pub(super) at: String,
    pub(super) who: String,
    pub(super) what: String,
    pub(super) note: String,
}

/// The answer, in words.
pub(super) struct Answer {
    pub(super) at: String,
    pub(super) outcome: String,
    /// Empty where all of it was granted.
    pub(super) ground: String,
    pub(super) text: String,
    /// The address of the receipt; empty where nothing was erased, or where that is not done yet.
    pub(super) receipt: String,
    /// What was asked goes, and the receipt is not written yet.
    pub(super) under_way: bool,
    /// Where to turn, when something was refused.
    pub(super) route: Option<ComplaintRoute>,
}

/// For whose eyes a view is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Eyes {
    /// Whoever asks.
    Asker,
    /// An officer.
    Officer,
}

/// How a request stands at this instant.
pub(super) fn standing(visit: &Visit, voice: &Voice, request: &Request) -> Standing {
    let zone = &visit.scope.zone;
    if let Some(Closed { at, verdict, .. }) = request.closed {
        let text =
            voice.say2("requests-closed-on", "outcome", voice.say(verdict.word()), "date", day(visit, voice, at));
        return Standing { text, tone: if verdict == Verdict::Granted { "success" } else { "" } };
    }
    let Some(clock) = request.clock else {
        return Standing { text: voice.say("requests-not-confirmed"), tone: "" };
    };
    let last = last_day(clock.due, zone);
    let left = visit.scope.today().until(last).map_or(i32::MAX, |left| left.get_days());
    match left {
        ..0 => Standing { text: voice.say1("requests-overdue", "count", -left), tone: "danger" },
        0 => Standing { text: voice.say("requests-due-today"), tone: "warning" },
        1..=SOON => Standing { text: voice.say1("requests-due-in", "count", left), tone: "warning" },
        _ => Standing { text: voice.say1("requests-due-on", "date", voice.date(last)), tone: "" },
    }
}

/// The seal beside what is written of a request.
pub(super) fn seal(visit: &Visit, about: &Resource, closed: Option<Timestamp>) -> Seal {
    let happened: Vec<_> = closed.map(|at| (REQUEST_CLOSED, at)).into_iter().collect();
    visit.seal(&SealAsk { item: "request.words", about, names: &Names::none(), happened: &happened })
}

fn text(opener: &Opener, sealed: Option<&Sealed>) -> Result<String, Failure> {
    match sealed.map(|sealed| opener.text(sealed)) {
        None | Some(Err(StoreError::Gone)) => Ok(String::new()),
        Some(Ok(text)) => Ok(text.expose_secret().to_owned()),
        Some(Err(error)) => Err(error.into()),
    }
}

/// Opens a request with what a grant for it covers.
pub(super) fn open(visit: &Visit, opener: &Opener, told: &Told, eyes: Eyes) -> Result<View, Failure> {
    let (voice, request) = (visit.voice(), &told.request);
    let moment = |at: Timestamp| voice.moment(at.to_zoned(visit.scope.zone.clone()).datetime());
    let date = |at: Option<Timestamp>| at.map_or_else(String::new, |at| day(visit, &voice, at));
    let mut steps = Vec::new();
    let mut answer = String::new();
    for step in &told.steps {
        let note = text(opener, step.note.as_ref())?;
        let at_end = step.kind == StepKind::Closed;
        if at_end {
            answer.clone_from(&note);
        }
        steps.push(Step {
            at: moment(step.at),
            who: voice.say(who(step, request.channel, visit.person(), eyes)),
            what: voice.say(step.kind.word()),
            note: if at_end { String::new() } else { note },
        });
    }
    Ok(View {
        kind: kind_name(&voice, request.kind),
        channel: voice.say(request.channel.word()),
        received: date(request.clock.map(|clock| clock.received)),
        due: request.clock.map_or_else(String::new, |clock| voice.date(last_day(clock.due, &visit.scope.zone))),
        standing: standing(visit, &voice, request),
        identity: request.identity.map_or_else(String::new, |identity| voice.say(identity.word())),
        name: text(opener, told.name.as_ref())?,
        address: text(opener, told.address.as_ref())?,
        steps,
        answer: request.closed.map(|closed| Answer {
            at: moment(closed.at),
            outcome: voice.say(closed.verdict.word()),
            ground: closed.verdict.ground().map_or_else(String::new, |ground| voice.say(ground.word())),
            text: answer,
            receipt: String::new(),
            under_way: false,
            route: closed.verdict.ground().map(|_| ComplaintRoute::of(&visit.site.plan, visit.scope.language)),
        }),
        open: request.clock.is_some() && request.closed.is_none(),
        seal: seal(visit, &request.resource(), request.closed.map(|closed| closed.at)),
    })
}

/// Who did a step: the key of a word.
fn who(step: &crate::model::Step, channel: Channel, me: Option<PersonId>, eyes: Eyes) -> &'static str {
    let by_asker = match step.kind {
        StepKind::Line => true,
        StepKind::Received => !Channel::BY_HAND.contains(&channel),
        StepKind::Identity | StepKind::Step | StepKind::Extended | StepKind::Closed => false,
    };
    match (by_asker, eyes) {
        (true, Eyes::Asker) => "requests-by-you",
        (true, Eyes::Officer) => "requests-by-asker",
        (false, Eyes::Officer) if step.author.is_some() && step.author == me => "requests-by-you",
        (false, Eyes::Officer) => "requests-by-other-officer",
        (false, Eyes::Asker) => "requests-by-officer",
    }
}

/// Adds to the answer whether what was erased is gone, and where the receipt stands.
pub(super) async fn with_receipt(visit: &Visit, view: View, act: Option<ActId>) -> Result<View, Failure> {
    let Some(act) = act else { return Ok(view) };
    let done = visit.site.keeper().receipt(&visit.scope, act).await?.is_some();
    let receipt = if done { format!("/receipts/{act}") } else { String::new() };
    let answer = view.answer.map(|answer| Answer { receipt, under_way: !done, ..answer });
    Ok(View { answer, ..view })
}

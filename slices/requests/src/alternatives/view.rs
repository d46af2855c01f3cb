//! A wish as a page shows it: to its asker, and to whoever has taken it up.

use access::{Guarded as _, Resource};
use kernel::{Timestamp, page::Seal, words::Voice};
use organisation::{
    ComplaintRoute, Desk as _, Names, SealAsk, Visit,
    pages::{Failure, capital, day, moment, text},
};
use statement::{dates::last_day, render};
use store::{Opener, Reader};

use super::{
    inventory::{ALTERNATIVE_CLOSED, WAITING, WORDS},
    model::{Deed, Line, Outcome, Told, Wish, clause, steps},
};
use crate::pages::Standing;

/// A wish with all that was written about it, opened.
pub(super) struct View {
    /// Instead of what.
    pub(super) what: String,
    pub(super) asker: String,
    pub(super) standing: Standing,
    pub(super) lines: Vec<Entry>,
    pub(super) seal: Seal,
    /// Where to turn, after the last no.
    pub(super) route: Option<ComplaintRoute>,
}

/// A line, in words.
pub(super) struct Entry {
    pub(super) what: String,
    pub(super) who: String,
    pub(super) at: String,
    pub(super) note: String,
}

/// Instead of what: the words of the clause; empty where the statement no longer has it.
pub(super) fn what(visit: &Visit, key: &str) -> String {
    let texts = clause(&visit.site.plan, key).and_then(|clause| clause.texts.get(visit.scope.language));
    capital(texts.unwrap_or_default())
}

/// "The lecturers"; whoever it is, where the statement no longer says.
fn players(visit: &Visit, voice: &Voice, key: &str, step: usize) -> String {
    match steps(&visit.site.plan, key).get(step) {
        Some(step) => render::all_in_role(&visit.site.plan, &step.role, voice.language),
        None => voice.say("requests-alt-somebody"),
    }
}

/// How a wish stands at this instant.
pub(super) fn standing(visit: &Visit, voice: &Voice, wish: &Wish) -> Standing {
    if let Some((at, outcome)) = wish.closed {
        let (word, tone) = match outcome {
            Outcome::Offered => ("requests-alt-offered-on", "success"),
            Outcome::Refused => ("requests-alt-refused-on", ""),
            Outcome::Withdrawn => ("requests-alt-withdrawn-on", ""),
        };
        return Standing { text: voice.say1(word, "date", day(visit, voice, at)), tone };
    }
    let last = last_day(wish.due, &visit.scope.zone);
    let over = last < visit.scope.today();
    let word = match (wish.helper, over) {
        (_, true) => "requests-alt-overdue",
        (Some(_), false) => "requests-alt-taken-until",
        (None, false) => "requests-alt-waits-until",
    };
    let players = players(visit, voice, &wish.clause, wish.step);
    Standing {
        text: voice.say2(word, "roles", players, "date", voice.date(last)),
        tone: if over { "danger" } else { "" },
    }
}

/// The seal beside what is written of a wish. Whoever takes it up reads it, too, although nobody knows yet who that is.
pub(super) fn seal(visit: &Visit, about: &Resource, names: &Names, closed: Option<Timestamp>) -> Seal {
    let happened: Vec<_> = closed.map(|at| (ALTERNATIVE_CLOSED, at)).into_iter().collect();
    let mut seal = visit.seal(&SealAsk { item: WORDS, about, names, happened: &happened });
    if about.state == Some(WAITING) {
        seal.readers.push(visit.voice().say("requests-alt-taker"));
    }
    seal
}

/// Opens a wish with what a grant for it covers: what was written, and the names of its two.
pub(super) fn open(visit: &Visit, reader: &mut Reader<'_>, opener: &Opener, told: &Told) -> Result<View, Failure> {
    let two: Vec<_> = [told.wish.person].into_iter().chain(told.wish.helper).collect();
    let names = Names::open(opener, visit.site.directory.people(reader, &two)?)?;
    let (voice, wish) = (visit.voice(), &told.wish);
    let mut lines = Vec::with_capacity(told.lines.len());
    for line in &told.lines {
        lines.push(Entry {
            what: deed(visit, &voice, wish, line),
            who: who(visit, &voice, &names, wish, line),
            at: moment(visit, &voice, line.at),
            note: line.note.as_ref().map_or_else(|| Ok(String::new()), |note| text(opener, note))?,
        });
    }
    let refused = matches!(wish.closed, Some((_, Outcome::Refused))) && wish.is_last(&visit.site.plan);
    Ok(View {
        what: what(visit, &wish.clause),
        asker: names.shown(wish.person, &voice, "requests-alt-gone"),
        standing: standing(visit, &voice, wish),
        lines,
        seal: seal(visit, &wish.resource(), &names, wish.closed.map(|(at, _)| at)),
        route: refused.then(|| ComplaintRoute::of(&visit.site.plan, visit.scope.language)),
    })
}

fn deed(visit: &Visit, voice: &Voice, wish: &Wish, line: &Line) -> String {
    let word = format!("requests-alt-line-{}", line.deed.key());
    match line.deed {
        Deed::Asked | Deed::Onward | Deed::Lapsed => {
            voice.say1(&word, "roles", players(visit, voice, &wish.clause, line.step))
        }
        Deed::Taken | Deed::Ended(_) => voice.say(&word),
    }
}

/// Who did it. The name of whoever had it at an earlier step is not read any more; the role is said instead.
fn who(visit: &Visit, voice: &Voice, names: &Names, wish: &Wish, line: &Line) -> String {
    match line.author {
        None => voice.say("requests-alt-by-program"),
        Some(author) if Some(author) == visit.person() => voice.say("requests-by-you"),
        Some(author) if author == wish.person || Some(author) == wish.helper => {
            names.shown(author, voice, "requests-alt-gone")
        }
        Some(_) => match steps(&visit.site.plan, &wish.clause).get(line.step) {
            Some(step) => render::role_name(&visit.site.plan, &step.role, voice.language),
            None => voice.say("requests-alt-somebody"),
        },
    }
}

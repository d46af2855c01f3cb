//! Periods: one for everything that is held, floors under ceilings, and what the law says of some of them.

use jiff::civil::{DateTime, date};

use super::Look;
use crate::{
    Diagnostic, calendar,
    diagnostic::quoted,
    plan::{Announce, Category, Keep, Period},
    read::DraftClause,
};

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for (drafted, category) in look.categories() {
        if !look.draft.lost("keep") {
            missing(look, drafted, category, found);
        }
        floors(look, category, found);
    }
    for (drafted, keep) in look.all::<Keep>() {
        one_keep(drafted, keep, found);
        consented(look, drafted, keep, found);
    }
    announcements(look, found);
}

/// Which of two periods ends later, looked at from the same day; a month is one of 31 days there.
pub(crate) fn longer(a: Period, b: Period) -> bool {
    from_a_monday(a) > from_a_monday(b)
}

fn from_a_monday(period: Period) -> DateTime {
    let span = calendar::span(period).hours(i64::from(period.hours));
    date(2024, 1, 1).at(0, 0, 0, 0).checked_add(span).unwrap_or(DateTime::MAX)
}

/// CE16: what has no period does not pass.
fn missing(look: &Look<'_>, drafted: &DraftClause, category: &Category, found: &mut Vec<Diagnostic>) {
    let keeps = look.keeps_of(&category.key);
    let ceilings: Vec<&Keep> = keeps.iter().map(|(_, keep)| *keep).filter(|keep| !keep.floor).collect();
    let place = drafted.clause.place;
    if ceilings.is_empty() {
        let what = format!("the category \"{}\" has no period", category.key);
        let mut diagnostic = Diagnostic::error("missing-period", place, what)
            .label("kept for how long?")
            .why("what is held without an end is held forever (GDPR Art. 5(1)(e))")
            .help(format!("add: keep \"{}\" for=\"2 years\" after=\"...\"", category.key));
        if let Some((floor, _)) = keeps.first() {
            diagnostic = diagnostic.related(floor.clause.place, "a floor says how long at least, not until when");
        }
        found.push(diagnostic);
        return;
    }
    if ceilings.iter().any(|keep| keep.of.is_none() && keep.consent.is_none()) {
        return;
    }
    let covered = |role: &str| ceilings.iter().any(|keep| keep.consent.is_none() && keep.of.as_deref() == Some(role));
    let open: Vec<&str> =
        look.draft.roles.iter().map(|role| role.value.key.as_str()).filter(|role| !covered(role)).collect();
    if open.len() == look.draft.roles.len() {
        let what = format!("the category \"{}\" has a period only while a consent stands", category.key);
        let diagnostic = Diagnostic::error("missing-period", place, what)
            .label("and without the consent?")
            .why("whoever does not agree, or withdraws, must have a period too")
            .help(format!("add: keep \"{}\" for=\"at once\" after=\"...\"", category.key));
        found.push(diagnostic);
    } else if !open.is_empty() {
        let what = format!("the category \"{}\" has no period for people who are {}", category.key, quoted(&open));
        let diagnostic = Diagnostic::warning("missing-period", place, what)
            .label("its periods are for some roles only")
            .help(format!(
                "add: keep \"{}\" for=\"...\" after=\"...\", or one with of={}",
                category.key,
                quoted(&open[..1])
            ));
        found.push(diagnostic);
    }
}

/// A floor above a ceiling: the law says longer than the organisation promises.
fn floors(look: &Look<'_>, category: &Category, found: &mut Vec<Diagnostic>) {
    let keeps = look.keeps_of(&category.key);
    for (floor_at, floor) in keeps.iter().filter(|(_, keep)| keep.floor) {
        for (ceiling_at, ceiling) in keeps.iter().filter(|(_, keep)| !keep.floor) {
            let same_people = floor.of.is_none() || ceiling.of.is_none() || floor.of == ceiling.of;
            if !same_people || !longer(floor.period, ceiling.period) {
                continue;
            }
            let (at, place) = (floor_at.spot("period"), ceiling_at.spot("period"));
            if found.iter().any(|told| told.place == at && told.related.iter().any(|(known, _)| *known == place)) {
                continue;
            }
            let law = floor.law.as_ref().map(|law| format!(" ({law})")).unwrap_or_default();
            if floor.after == ceiling.after {
                let what = format!(
                    "\"{}\" must stay {} at least{law}, and go after {} at the latest",
                    category.key, floor.period, ceiling.period
                );
                let help = format!(
                    "raise the ceiling to \"{}\"; or, if the law does not reach this category, take away the floor",
                    floor.period
                );
                let why = match floor.law.as_ref().and_then(|law| known_law(&law.0)) {
                    Some(known) => known.about.to_owned(),
                    None => "both cannot be kept: what the law holds back cannot go".to_owned(),
                };
                let diagnostic = Diagnostic::error("floor-above-ceiling", at, what)
                    .label("this floor")
                    .related(place, "is above this ceiling");
                found.push(diagnostic.why(why).help(help));
            } else {
                let what = format!(
                    "\"{}\" may have to stay longer than it should: {} at least{law} after \"{}\", {} at most after \"{}\"",
                    category.key, floor.period, floor.after, ceiling.period, ceiling.after
                );
                let diagnostic = Diagnostic::warning("floor-above-ceiling", at, what)
                    .label("this floor")
                    .related(place, "may be above this ceiling")
                    .why("they run from different events; when they clash, the floor holds and the thing stays");
                found.push(diagnostic.help("say in an `about` or a `note` that the law goes first"));
            }
        }
    }
}

/// A law that sets a period.
struct KnownLaw {
    /// How it is cited, in small letters without spaces and dots.
    marks: &'static [&'static str],
    years: u16,
    about: &'static str,
}

const LAWS: &[KnownLaw] = &[
    KnownLaw {
        marks: &["7:454"],
        years: 20,
        about: "7:454 BW makes whoever treats a patient keep the file for 20 years after the last change in it",
    },
    KnownLaw {
        marks: &["52awr", "awr52"],
        years: 7,
        about: "Art. 52 AWR makes an organisation keep its books, invoices among them, for 7 years",
    },
    KnownLaw {
        marks: &["2:10bw", "bw2:10"],
        years: 7,
        about: "2:10 BW makes a legal person keep its books for 7 years",
    },
    KnownLaw {
        marks: &["bokföringslagen"],
        years: 7,
        about: "bokföringslagen 7 kap. 2 § makes an organisation keep its books until the seventh year after",
    },
    KnownLaw {
        marks: &["patientdatalagen"],
        years: 10,
        about: "patientdatalagen 3 kap. 17 § makes a care giver keep a record for 10 years after the last note in it",
    },
];

fn known_law(citation: &str) -> Option<&'static KnownLaw> {
    let plain: String = citation.to_lowercase().chars().filter(|sign| !sign.is_whitespace() && *sign != '.').collect();
    let plain = plain.replace("artikel", "").replace("art", "");
    LAWS.iter().find(|law| law.marks.iter().any(|mark| plain.contains(mark)))
}

fn one_keep(drafted: &DraftClause, keep: &Keep, found: &mut Vec<Diagnostic>) {
    if keep.floor {
        match &keep.law {
            None => {
                let what = "a floor needs the law that sets it";
                let diagnostic = Diagnostic::error("floor-without-law", drafted.spot("period"), what)
                    .label("on what ground?")
                    .why("to keep something against the person's wish, the organisation must be made to (GDPR Art. 17(3)(b))")
                    .help("add law=\"7:454 BW\" or whatever it is; a wish of the organisation is a ceiling: for=\"...\"");
                found.push(diagnostic);
            }
            Some(law) => {
                if let Some(known) = known_law(&law.0)
                    && keep.period != (Period { years: known.years, ..Period::default() })
                {
                    let what = format!("{law} asks for {} years, and this says {}", known.years, keep.period);
                    let diagnostic = Diagnostic::warning("floor-and-law", drafted.spot("period"), what)
                        .label("another period than in the law")
                        .related(drafted.spot("law"), "this law")
                        .why(known.about);
                    found.push(
                        diagnostic.help(format!("write at-least=\"{} years\", or cite another law", known.years)),
                    );
                }
            }
        }
        if keep.period.is_zero() {
            let diagnostic =
                Diagnostic::error("empty-floor", drafted.spot("period"), "a floor of nothing says nothing");
            found.push(diagnostic.label("at least nothing").help("take the clause away"));
        }
    } else if keep.period.years >= 30 || keep.period.months >= 360 {
        let what = format!("{} is a very long time", keep.period);
        let diagnostic = Diagnostic::warning("very-long", drafted.spot("period"), what)
            .label("longer than most laws ask")
            .why("what is no longer needed must go (GDPR Art. 5(1)(e))");
        found.push(diagnostic.help("say in a `note` why it is needed so long, or shorten it"));
    }
    if let Some(announce) = keep.announce
        && !keep.period.is_zero()
        && !longer(keep.period, announce)
    {
        let what = format!("people cannot be told {announce} before the end of {}", keep.period);
        let diagnostic = Diagnostic::error("announced-too-early", drafted.spot("announce"), what)
            .label("not shorter than the period");
        found.push(diagnostic.related(drafted.spot("period"), "the period").help("announce later, or keep longer"));
    }
}

fn consented(look: &Look<'_>, drafted: &DraftClause, keep: &Keep, found: &mut Vec<Diagnostic>) {
    let (Some(_), Some(category)) = (&keep.consent, keep.what.category()) else { return };
    let without = look.keeps_of(category).into_iter().map(|(_, other)| other);
    let shorter: Vec<&Keep> =
        without.filter(|other| !other.floor && other.consent.is_none() && other.after == keep.after).collect();
    if !shorter.is_empty() && shorter.iter().all(|other| !longer(keep.period, other.period)) {
        let what = "a period that rests on consent is not longer than the one without";
        let diagnostic =
            Diagnostic::warning("idle-consent", drafted.spot("period"), what).label("the consent changes nothing");
        found.push(diagnostic.help("lengthen it, or take the clause away"));
    }
}

fn announcements(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for (drafted, announce) in look.all::<Announce>() {
        for (keep_at, keep) in look.all::<Keep>().filter(|(_, keep)| !keep.floor && keep.what == announce.what) {
            if !keep.period.is_zero() && !longer(keep.period, announce.before) {
                let what = format!("people cannot be told {} before the end of {}", announce.before, keep.period);
                let diagnostic = Diagnostic::error("announced-too-early", drafted.clause.place, what)
                    .label("not shorter than the period")
                    .related(keep_at.spot("period"), "this period");
                found.push(diagnostic.help("announce later, or keep longer"));
            }
        }
    }
}

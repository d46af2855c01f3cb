//! Whom a coach coaches: who may be in danger, who waits longest, whose result moved, who went quiet, and the others.

use std::collections::{BTreeMap, HashMap};

use access::Resource;
use askama::Template;
use http::{
    Problem,
    axum::{Extension, response::Response},
};
use jiff::{ToSpan as _, civil::Date};
use kernel::{PersonId, page::Seal};
use organisation::{
    Desk as _, Names, SealAsk, Visit,
    pages::{Failure, day, draw, text, with_news},
};
use store::{Opener, Reader, StoreError};
use ui::Page;

use crate::{
    actions::{CASELOAD_READ, ENROLMENT_READ, LEAVE_READ},
    library::Library,
    model::{EnrolmentId, Leave, Overview},
    store::{enrolments, leaves},
};

/// After so many days without a word somebody is quiet.
const QUIET_DAYS: i64 = 14;

#[derive(Template)]
#[template(path = "programmes/caring-caseload.html")]
struct CaseloadPage {
    page: Page,
    filters: Vec<Filter>,
    groups: Vec<Group>,
    /// What stands where nobody is.
    none: String,
    /// When oneself is away next; empty for nothing.
    away: String,
    seal: Option<Seal>,
}

struct Group {
    title: String,
    icon: &'static str,
    cases: Vec<Case>,
}

struct Case {
    name: String,
    href: String,
    programme: String,
    said: String,
    /// Who is to go on; empty for nobody.
    more: String,
}

/// Somebody with what opens the name.
struct Opened {
    overview: Overview,
    opener: Opener,
    programme: String,
    /// What is known of somebody, each with the day by which that person stands in its list.
    signs: BTreeMap<Sign, Date>,
}

/// `GET /caseload`; `?show=waiting` shows those alone for whom that holds.
pub(super) async fn show(visit: Visit, Extension(library): Extension<Library>) -> Result<Response, Problem> {
    visit.decide(&CASELOAD_READ, &Resource::organisation())?;
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| find(&asker, reader, &library);
    let (cases, names, away) = visit.site.store.read(&visit.scope, read).await?;
    let voice = visit.voice();
    let seal = cases.first().map(|first| {
        let about = access::Guarded::resource(&first.overview);
        let happened = first.overview.enrolment.happened();
        visit.seal(&SealAsk { item: "enrolment.progress", about: &about, names: &names, happened: &happened })
    });
    // What is no sign shows everybody.
    let shown = Sign::ALL.into_iter().find(|sign| sign.key() == visit.query.get("show"));
    let none = match shown {
        Some(sign) if !cases.is_empty() => format!("programmes-show-{}-none", sign.key()),
        _ => "programmes-caseload-none".to_owned(),
    };
    let filters = if cases.is_empty() { Vec::new() } else { filters(&visit, &cases, shown) };
    let groups = groups(&visit, cases, &names, shown);
    draw(&CaseloadPage {
        page: with_news(
            visit.page(voice.say("programmes-caseload-title")),
            &visit,
            &[("asked", "programmes-colleague-done-asked")],
        ),
        filters,
        none: voice.say(&none),
        seal: seal.filter(|_| !groups.is_empty()),
        groups,
        away: away.map_or_else(String::new, |away| super::leave::said(&visit, away)),
    })
}

type Found = (Vec<Opened>, Names, Option<Leave>);

/// One query for all, one for sixty-four names, one for what dates depend on, one for the own days, and two for each version that
/// is not in memory; a decision for each.
fn find(visit: &Visit, reader: &mut Reader<'_>, library: &Library) -> Result<Found, Failure> {
    let (mut cases, today) = (Vec::new(), visit.scope.today());
    for closed in enrolments::caseload(&visit.scope, reader)? {
        let grant = match visit.site.access.decide(&visit.scope, &ENROLMENT_READ, &closed.resource()) {
            Ok(grant) => grant,
            Err(refused) if refused.awaits_undertaking() => return Err(refused.into()),
            // What the statement does not let this person read is left out.
            Err(_) => continue,
        };
        let overview = closed.check(&grant)?;
        let volume = library.find(&visit.scope, reader, overview.enrolment.version)?;
        let programme = volume.map(|volume| volume.programme.edition(visit.scope.language).title.clone());
        let opener = visit.site.store.opener(&visit.scope, &grant);
        let signs = Sign::of(visit, &overview, today);
        cases.push(Opened { overview, opener, programme: programme.unwrap_or_default(), signs });
    }
    let of =
        |case: &Opened| [Some(case.overview.enrolment.participant), case.overview.enrolment.next.map(|(next, _)| next)];
    let mut people: Vec<PersonId> = cases.iter().flat_map(of).flatten().collect();
    people.sort_unstable();
    people.dedup();
    let sealed: HashMap<_, _> = visit.site.directory.names(reader, &people)?.into_iter().collect();
    // The seal speaks of the first one; of the others nothing but the name is shown.
    let first: Vec<PersonId> = cases.first().into_iter().flat_map(of).flatten().collect();
    let mut names = Names::of(visit.site.directory.people(reader, &first)?.facts);
    for (case, person) in cases.iter().flat_map(|case| of(case).into_iter().flatten().map(move |person| (case, person)))
    {
        let Some(name) = sealed.get(&person) else { continue };
        match text(&case.opener, name) {
            Ok(name) => names.insert(person, name),
            Err(StoreError::Gone) => {}
            Err(StoreError::Restricted) => names.pause(person),
            Err(error) => return Err(error.into()),
        }
    }
    let own = visit.scope.member().map(|me| Resource::person(me.id));
    let may_see = own.is_some_and(|own| visit.may(&LEAVE_READ, &own));
    let leave = if may_see { leaves::own(&visit.scope, reader)?.first().map(|(_, leave)| *leave) } else { None };
    Ok((cases, names, leave))
}

/// A case, and the day that it stands under.
type Dated = (Date, Opened);

/// When somebody last wrote anything.
const WROTE: &str = "programmes-wrote-on";

/// What can be known of somebody without reading anything; the most urgent first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    /// An answer may have meant danger.
    Danger,
    /// A result moved, and waits for an answer.
    Moved,
    /// Something waits for an answer.
    Waiting,
    /// Nothing was written for a while.
    Quiet,
    /// Somebody else is to go on, or is not wanted.
    Handover,
}

impl Sign {
    const ALL: [Self; 5] = [Self::Danger, Self::Moved, Self::Waiting, Self::Quiet, Self::Handover];

    /// As the address names it.
    fn key(self) -> &'static str {
        match self {
            Self::Danger => "danger",
            Self::Moved => "moved",
            Self::Waiting => "waiting",
            Self::Quiet => "quiet",
            Self::Handover => "handover",
        }
    }

    /// Its icon, and what stands beside a name with the day.
    fn look(self) -> (&'static str, &'static str) {
        match self {
            Self::Danger => ("triangle-alert", "programmes-warned-on"),
            Self::Moved => ("target", "programmes-shared-since"),
            Self::Waiting => ("message-circle", "programmes-shared-since"),
            Self::Quiet => ("moon", WROTE),
            Self::Handover => ("users", WROTE),
        }
    }

    /// Those that there are of somebody, each with the day by which that person stands in its list.
    fn of(visit: &Visit, overview: &Overview, today: Date) -> BTreeMap<Self, Date> {
        let last = last(visit, overview);
        let waits = overview.waits_since.map(|at| day_of(visit, at));
        let is_quiet = waits.is_none() && last <= today.saturating_sub(QUIET_DAYS.days());
        let of = &overview.enrolment;
        let is_handed_over = of.next.is_some() || of.objected.is_some() || overview.asked_at.is_some();
        let all = [
            (Self::Danger, overview.warned_at.map(|at| day_of(visit, at))),
            (Self::Moved, waits.filter(|_| overview.moved_at.is_some())),
            (Self::Waiting, waits),
            (Self::Quiet, is_quiet.then_some(last)),
            (Self::Handover, is_handed_over.then_some(last)),
        ];
        all.into_iter().filter_map(|(sign, day)| Some((sign, day?))).collect()
    }
}

/// A list that is a part of all, by its own address, with how many are in it.
struct Filter {
    href: String,
    label: String,
    count: usize,
    counted: String,
    current: bool,
}

fn filters(visit: &Visit, cases: &[Opened], shown: Option<Sign>) -> Vec<Filter> {
    let voice = visit.voice();
    let filter = |sign: Option<Sign>| {
        let is_in = |case: &&Opened| sign.is_none_or(|sign| case.signs.contains_key(&sign));
        let count = cases.iter().filter(is_in).count();
        Filter {
            href: sign.map_or_else(|| "/caseload".to_owned(), |sign| format!("/caseload?show={}", sign.key())),
            label: voice.say(&format!("programmes-show-{}", sign.map_or("all", Sign::key))),
            count,
            counted: voice.say1("programmes-show-count", "count", i64::try_from(count).unwrap_or(i64::MAX)),
            current: sign == shown,
        }
    };
    [None].into_iter().chain(Sign::ALL.map(Some)).map(filter).collect()
}

/// The day on which somebody last wrote anything, or began.
fn last(visit: &Visit, overview: &Overview) -> Date {
    overview.enrolment.wrote.unwrap_or_else(|| day_of(visit, overview.enrolment.began))
}

/// Everybody, each under the first sign that there is; or those with one sign alone. Whoever waits longest stands first.
fn groups(visit: &Visit, cases: Vec<Opened>, names: &Names, shown: Option<Sign>) -> Vec<Group> {
    let voice = visit.voice();
    let (mut of, mut others) = (BTreeMap::<Sign, Vec<Dated>>::new(), Vec::new());
    for case in cases {
        let (sign, day) = match shown {
            Some(sign) => (Some(sign), case.signs.get(&sign).copied()),
            // The most urgent one. A handover asks for nothing today: it stands beside a name, wherever that is.
            None => match case.signs.iter().find(|(sign, _)| **sign != Sign::Handover) {
                Some((sign, day)) => (Some(*sign), Some(*day)),
                None => (None, Some(last(visit, &case.overview))),
            },
        };
        let place = sign.map_or(&mut others, |sign| of.entry(sign).or_default());
        place.extend(day.map(|day| (day, case)));
    }
    let group = |(sign, mut cases): (Option<Sign>, Vec<Dated>)| {
        let (icon, said) = sign.map_or(("sprout", WROTE), Sign::look);
        cases.sort_by_key(|(date, _)| *date);
        // Many stand under one day: what is said of it is said once.
        let mut of_day: Option<(Date, String)> = None;
        let case = |(date, case): (Date, Opened)| {
            let known = of_day.take().filter(|(day, _)| *day == date);
            let (_, said) = of_day.insert(known.unwrap_or_else(|| (date, voice.say1(said, "date", voice.date(date)))));
            Case {
                name: names.shown(case.overview.enrolment.participant, &voice, "programmes-someone"),
                href: path(case.overview.enrolment.id, ""),
                said: said.clone(),
                more: handover(visit, &case.overview, names),
                programme: case.programme,
            }
        };
        let title = voice.say(&format!("programmes-caseload-{}", sign.map_or("others", Sign::key)));
        Group { title, icon, cases: cases.into_iter().map(case).collect() }
    };
    let of = of.into_iter().map(|(sign, cases)| (Some(sign), cases)).chain([(None, others)]);
    of.filter(|(_, cases)| !cases.is_empty()).map(group).collect()
}

/// Who is to go on, that a colleague was asked for, or that somebody else is not wanted; empty where neither is.
pub(super) fn handover(visit: &Visit, of: &Overview, names: &Names) -> String {
    let (voice, enrolment) = (visit.voice(), &of.enrolment);
    let on = |word, at| voice.say1(word, "date", day(visit, &voice, at));
    match (enrolment.next, of.asked_at, enrolment.objected) {
        (Some((next, day)), ..) => {
            let name = names.shown(next, &voice, "programmes-someone");
            voice.say2("programmes-case-passes", "name", name, "date", voice.date(day))
        }
        (None, Some(at), _) => on("programmes-case-asked", at),
        (None, None, Some(at)) => on("programmes-case-objected", at),
        (None, None, None) => String::new(),
    }
}

fn day_of(visit: &Visit, at: kernel::Timestamp) -> Date {
    at.to_zoned(visit.scope.zone.clone()).date()
}

/// A path below somebody whom one coaches.
pub(super) fn path(id: EnrolmentId, rest: &str) -> String {
    format!("/caseload/{id}{rest}")
}

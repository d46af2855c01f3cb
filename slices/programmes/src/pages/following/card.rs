//! An exercise on a page: its question, its form, how it stands, and what came of it.

use std::collections::BTreeMap;

use http::{Fields, Problem};
use jiff::civil::Date;
use kernel::{id::Id as _, page::Seal, words::Voice};
use organisation::{Desk as _, Visit, pages::text};
use programme::{Change, Exercise, Kind, Name, Questionnaire};

use super::{
    around::Within,
    form::{Filled, Group},
    hand_in::{FileLine, UploadField},
    trail::{Stand, Trail, on_day, way},
};
use crate::model::{HandId, Place, Response, Revision, Sheet, file_said, proposes_sharing};

/// An exercise on a page.
pub(super) struct Card {
    pub(super) name: String,
    pub(super) title: String,
    /// The question, as HTML.
    pub(super) question: String,
    /// What a timer says, each with its time.
    pub(super) cues: Vec<Cue>,
    /// How long a timer runs, in words; empty for other exercises.
    pub(super) lasts: String,
    /// The files of an exercise that takes some, and where more are chosen.
    pub(super) upload: Option<UploadField>,
    /// Ideas to take over.
    pub(super) ideas: Vec<String>,
    /// Where the form is sent.
    pub(super) action: String,
    /// Where it is kept while one types.
    pub(super) keeping: String,
    pub(super) history: String,
    /// The day to which it belongs; empty for none.
    pub(super) day: String,
    pub(super) day_said: String,
    pub(super) hand: String,
    /// The revisions that the page shows.
    pub(super) from: Vec<String>,
    pub(super) groups: Vec<Group>,
    /// How it stands, in a sentence; empty when nothing was written.
    pub(super) standing: String,
    /// What stands there from several devices, each as lines.
    pub(super) several: Vec<Vec<(String, String)>>,
    /// Who would read it: the coach's name, and the id that the form sends back.
    pub(super) coach: String,
    pub(super) reader: String,
    pub(super) proposes: bool,
    /// That the coach is away and reads it later; empty for nothing.
    pub(super) away: String,
    pub(super) writable: bool,
    /// How long the own device keeps what cannot be sent; empty where it keeps nothing.
    pub(super) unsent: String,
    pub(super) result: Option<Outcome>,
    /// When it is asked how goals went; `None` for other exercises, and where there are no goals yet.
    pub(super) asks: Option<Asks>,
    pub(super) responses: Vec<(String, String)>,
    pub(super) seal: Seal,
    /// What an answer may set going, said before one answers; empty for nothing.
    pub(super) warning: String,
    /// Whether what stands there shows urgent help.
    pub(super) is_danger: bool,
}

/// When it is asked how goals went, and where one says it.
pub(super) struct Asks {
    pub(super) said: String,
    pub(super) href: String,
    pub(super) label: String,
}

/// What a timer says at a moment.
pub(super) struct Cue {
    pub(super) at: String,
    pub(super) seconds: u16,
    pub(super) words: String,
}

/// What a questionnaire came to.
pub(super) struct Outcome {
    pub(super) said: String,
    pub(super) words: String,
    pub(super) change: String,
}

/// What a page knows besides the trail.
pub(super) struct Beside<'a> {
    pub(super) responses: &'a [Response],
    /// What was just typed, with the fields that do not fit.
    pub(super) typed: Option<(&'a Fields, &'a [String])>,
}

impl Card {
    /// An exercise as it stands at one of its places.
    pub(super) fn of(
        visit: &Visit,
        trail: &Trail,
        (stand, exercise): (&Stand<'_>, &Exercise),
        place: &Place,
        beside: &Beside<'_>,
    ) -> Result<Self, Problem> {
        let voice = visit.voice();
        let current = trail.at(place);
        let sheets: Vec<Sheet> = current.iter().map(|revision| trail.sheet(revision)).collect::<Result<_, _>>()?;
        let mut joined = join(&exercise.kind, &sheets);
        let is_check_in = place.is_check_in(exercise);
        if is_check_in && joined.is_empty() {
            let goals = trail.goals(exercise)?;
            joined.extend(goals.into_iter().map(|(row, words)| (format!("{row}.goal"), words)));
        }
        let kept = |field: &str| joined.get(field).cloned().unwrap_or_default();
        let typed = |field: &str| beside.typed.map(|(typed, _)| typed.get(field).to_owned()).unwrap_or_default();
        let value: &dyn Fn(&str) -> String = if beside.typed.is_some() { &typed } else { &kept };
        let misfits = beside.typed.map_or(&[][..], |(_, misfits)| misfits);
        let around = Within { enrolment: trail.enrolment.id, version: stand.version, page: visit.page("") };
        let base = format!("/exercises/{}", exercise.name);
        let spot = place.spot();
        let day_key = spot.day.map(|day| day.to_string()).unwrap_or_default();
        let below = |rest: &str| way(trail.enrolment.id, &format!("{base}{rest}"));
        let dated = |path: String| if day_key.is_empty() { path } else { format!("{path}?day={day_key}") };
        let typed_hand = beside.typed.and_then(|(typed, _)| typed.get("hand").parse::<HandId>().ok());
        let last = trail.shared_last.get(&Some(exercise.name.clone())).copied();
        let is_shared = trail.shared.contains(place);
        let item = if matches!(place, Place::Diary(..)) { "diary.entry" } else { "exercise.answer" };
        let upload = match exercise.kind {
            Kind::Upload(most) => {
                let said: Vec<(String, String)> = match beside.typed {
                    Some((typed, _)) => typed.iter().map(|(of, value)| (of.to_owned(), value.to_owned())).collect(),
                    None => joined.clone().into_iter().collect(),
                };
                let files = said.iter().filter_map(|(field, value)| file_said(field, value));
                let files = files.map(|said| FileLine::own(visit, trail.enrolment.id, said)).collect();
                Some(UploadField { files, ..UploadField::of(visit, exercise, most) })
            }
            _ => None,
        };
        Ok(Self {
            // Goals and their check-in may stand on one page.
            name: if is_check_in { format!("{}-check-in", exercise.name) } else { exercise.name.to_string() },
            title: if is_check_in { check_in_title(&voice, exercise) } else { exercise.title.clone() },
            question: if is_check_in {
                format!("<p>{}</p>", voice.say("programmes-check-in-lead"))
            } else {
                exercise.question.html(3, &around)
            },
            cues: cues(&exercise.kind),
            lasts: lasts(&exercise.kind, &voice),
            ideas: match &exercise.kind {
                Kind::Goals(goals) if !is_check_in => goals.ideas.iter().map(|idea| idea.words.clone()).collect(),
                _ => Vec::new(),
            },
            upload,
            action: below(if matches!(exercise.kind, Kind::Upload(_)) { "/files" } else { "" }),
            keeping: below("/keeping"),
            history: dated(below("/history")),
            day_said: spot.day.map(|day| voice.date(day)).unwrap_or_default(),
            day: day_key,
            hand: typed_hand.unwrap_or_else(|| visit.scope.mint()).uuid().to_string(),
            from: match beside.typed {
                Some((typed, _)) => typed.all("from").map(ToOwned::to_owned).collect(),
                None => current.iter().map(|revision| revision.id.uuid().to_string()).collect(),
            },
            groups: Filled { voice: &voice, value, misfits }.groups(exercise),
            standing: standing(visit, trail, &current, is_shared),
            several: if sheets.len() > 1 {
                sheets.iter().map(|sheet| lines(&voice, exercise, sheet)).collect()
            } else {
                Vec::new()
            },
            coach: trail.coach(visit),
            reader: super::save::reader(trail.enrolment.coach),
            proposes: beside.typed.map_or_else(
                || proposes_sharing(last, exercise.sharing),
                |(typed, _)| typed.get("sharing") == "shared",
            ),
            away: trail.away_now(visit, "programmes-sharing-away").unwrap_or_default(),
            writable: trail.is_writable(visit),
            unsent: super::device::days(visit)
                .map_or_else(String::new, |days| voice.say1("programmes-device-told", "days", i64::from(days))),
            result: outcome(&voice, trail, exercise)?,
            asks: if is_check_in { None } else { asks(visit, trail, exercise)? },
            responses: responses(visit, trail, (exercise, place), beside.responses)?,
            seal: trail.seal(visit, item, is_shared),
            warning: super::warning::told_before(visit, trail, &exercise.kind),
            is_danger: sheets.iter().any(|sheet| sheet.is_danger(&exercise.kind)),
        })
    }

    /// Tells what is wrong with files, at the field where one chooses them.
    pub(super) fn refuse(&mut self, told: &[String]) -> Vec<ui::Fault> {
        let Some(upload) = self.upload.as_mut().filter(|_| !told.is_empty()) else { return Vec::new() };
        upload.error = told.join(" ");
        told.iter().map(|text| ui::Fault { field: upload.field.clone(), text: text.clone() }).collect()
    }

    /// What is wrong with what was typed.
    pub(super) fn faults(&self) -> ui::Faults {
        ui::Faults(self.groups.iter().flat_map(Group::faults).collect())
    }
}

/// One sheet of several: where two devices wrote into one field, both stand there, or the latest where only one can.
pub(super) fn join(kind: &Kind, latest_first: &[Sheet]) -> BTreeMap<String, String> {
    let mut joined: BTreeMap<String, String> = BTreeMap::new();
    for sheet in latest_first {
        for (field, value) in sheet.fields() {
            match (joined.get(field), kind) {
                (None, _) => {
                    joined.insert(field.to_owned(), value.to_owned());
                }
                (Some(known), Kind::Writing) if !known.contains(value) => {
                    let both = format!("{known}\n\n{value}");
                    joined.insert(field.to_owned(), both);
                }
                (Some(_), Kind::List(_) | Kind::Goals(_))
                    if !field.contains('.') && !joined.values().any(|known| known == value) =>
                {
                    let free = (1..=100).map(|row| row.to_string()).find(|row| !joined.contains_key(row));
                    joined.extend(free.map(|row| (row, value.to_owned())));
                }
                _ => {}
            }
        }
    }
    joined
}

/// What stands in a sheet, to be read: each field by its words.
pub(crate) fn lines(voice: &Voice, exercise: &Exercise, sheet: &Sheet) -> Vec<(String, String)> {
    let value = |field: &str| sheet.get(field).unwrap_or_default().to_owned();
    let groups = Filled { voice, value: &value, misfits: &[] }.groups(exercise);
    let mut lines = Vec::new();
    for group in groups {
        let is_read = |field: &super::form::FieldView| {
            !field.value.is_empty() && !matches!(field.input, super::form::Input::Hidden)
        };
        for field in group.fields.into_iter().filter(is_read) {
            let said = match &field.input {
                super::form::Input::Choice(choices) => {
                    choices.iter().find(|choice| choice.chosen).map(|choice| choice.label.clone())
                }
                super::form::Input::Check(_) => Some(voice.say("programmes-yes")),
                _ => None,
            };
            let label = if group.legend.is_empty() || matches!(exercise.kind, Kind::Choices(_)) {
                field.label
            } else {
                format!("{}: {}", group.legend, field.label)
            };
            lines.push((label, said.unwrap_or(field.value)));
        }
    }
    lines
}

/// In a sentence; `is_shared` tells whether the coach reads something there, current or from before.
fn standing(visit: &Visit, trail: &Trail, current: &[&Revision], is_shared: bool) -> String {
    let voice = visit.voice();
    let Some(latest) = current.first() else { return String::new() };
    let Some(finished) = latest.finished else {
        let kept = voice.say1("programmes-standing-kept", "date", on_day(visit, latest.written));
        let read = if is_shared {
            voice.say1("programmes-standing-before", "name", trail.coach(visit))
        } else {
            voice.say("programmes-standing-own")
        };
        return format!("{kept} {read}");
    };
    let done = voice.say1("programmes-standing-finished", "date", on_day(visit, finished));
    let read = match (latest.shared, latest.seen) {
        (Some(_), Some(seen)) => {
            voice.say2("programmes-standing-seen", "name", trail.coach(visit), "date", on_day(visit, seen))
        }
        (Some(_), None) => voice.say1("programmes-standing-shared", "name", trail.coach(visit)),
        (None, _) => voice.say("programmes-standing-own"),
    };
    format!("{done} {read}")
}

/// The results of a questionnaire, the latest first: day and points.
pub(super) fn results(
    trail: &Trail,
    name: &Name,
    questionnaire: &Questionnaire,
) -> Result<Vec<(Date, i32, String)>, Problem> {
    let mut found = Vec::new();
    for revision in trail.current.iter().rev().filter(|revision| revision.finished.is_some()) {
        let Place::Answer(of, Some(day)) = &revision.place else { continue };
        if of != name {
            continue;
        }
        if let Ok(score) = trail.sheet(revision)?.score(questionnaire) {
            found.push((*day, score.points, score.words.to_owned()));
        }
    }
    Ok(found)
}

fn outcome(voice: &Voice, trail: &Trail, exercise: &Exercise) -> Result<Option<Outcome>, Problem> {
    let Kind::Questionnaire(questionnaire) = &exercise.kind else { return Ok(None) };
    let results = results(trail, &exercise.name, questionnaire)?;
    let Some((day, points, words)) = results.first() else { return Ok(None) };
    let most = *questionnaire.reach().end();
    let said = voice.say_with(
        "programmes-result",
        [("date", voice.date(*day).into()), ("points", points.to_string().into()), ("most", most.to_string().into())],
    );
    let change = results.get(1).and_then(|(_, before, _)| questionnaire.change(*before, *points));
    let change = change.map_or_else(String::new, |change| {
        voice.say(match change {
            Change::Better => "programmes-result-better",
            Change::Worse => "programmes-result-worse",
            Change::Same => "programmes-result-same",
        })
    });
    Ok(Some(Outcome { said, words: words.clone(), change }))
}

/// What goals are called when it is asked how they went.
pub(crate) fn check_in_title(voice: &Voice, exercise: &Exercise) -> String {
    voice.say1("programmes-check-in-title", "title", exercise.title.as_str())
}

fn asks(visit: &Visit, trail: &Trail, exercise: &Exercise) -> Result<Option<Asks>, Problem> {
    let Some(check_in) = trail.check_in(visit, exercise)? else { return Ok(None) };
    let voice = visit.voice();
    let said = if check_in.is_asked(visit.scope.today()) {
        voice.say("programmes-check-in-asked")
    } else {
        voice.say1("programmes-check-in-next", "date", voice.date(check_in.due))
    };
    Ok(Some(Asks {
        said,
        href: trail.check_in_path(exercise, check_in.day),
        label: voice.say("programmes-check-in-go"),
    }))
}

/// What the coach wrote: beside goals all of it, beside a check-in what belongs to it.
fn responses(
    visit: &Visit,
    trail: &Trail,
    (exercise, place): (&Exercise, &Place),
    all: &[Response],
) -> Result<Vec<(String, String)>, Problem> {
    let voice = visit.voice();
    let mut found = Vec::new();
    let is_here = |response: &&Response| {
        response.spot.exercise.as_ref() == Some(&exercise.name)
            && (!place.is_check_in(exercise) || response.spot == place.spot())
    };
    for response in all.iter().filter(is_here) {
        let Some(sent) = response.sent else { continue };
        let words = text(&trail.opener, &response.body).map_err(organisation::pages::Failure::from)?;
        let by = trail.names.shown(response.author, &voice, "programmes-someone");
        found.push((words, voice.say2("programmes-response-by", "name", by, "date", on_day(visit, sent))));
    }
    Ok(found)
}

pub(super) fn cues(kind: &Kind) -> Vec<Cue> {
    let Kind::Timer(timer) = kind else { return Vec::new() };
    let cue = |cue: &programme::Cue| Cue {
        at: format!("{}:{:02}", cue.at_seconds / 60, cue.at_seconds % 60),
        seconds: cue.at_seconds,
        words: cue.words.clone(),
    };
    timer.cues.iter().map(cue).collect()
}

pub(super) fn lasts(kind: &Kind, voice: &Voice) -> String {
    match kind {
        Kind::Timer(timer) => voice.say1("programmes-timer-lasts", "minutes", i64::from(timer.minutes.get())),
        _ => String::new(),
    }
}

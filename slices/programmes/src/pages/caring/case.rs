//! What somebody shared with the coach, with the coach's answers beside it.

use std::{collections::BTreeMap, sync::Arc};

use access::{Guarded as _, Resource};
use askama::Template;
use http::{
    At, Fields, Problem,
    axum::{Extension, http::StatusCode, response::Response},
};
use kernel::{Timestamp, page::Seal};
use organisation::{
    Desk as _, Names, SealAsk, Visit,
    pages::{Failure, day, draw, draw_again, moment, text, with_news},
};
use programme::{Exercise, Kind, Name};
use store::{Opener, Reader, StoreError, Work};
use ui::{Page, Plot, Tab};

use super::{caseload::path, warning::Mark};
use crate::{
    actions::{ANSWER_LOOK, DIARY_LOOK, HANDOVER_ASK, MOOD_LOOK, RESPONSE_WRITE, SELF_HELP_MARK},
    library::{Library, Volume},
    model::{Enrolment, EnrolmentId, HandedInId, Overview, Response as Beside, Revision, Sheet, Shelf, Spot},
    pages::following::{FileLine, check_in_title, give_file, lines, plots_of},
    room::Room,
    store::{enrolments, files, responses, revisions},
};

#[derive(Template)]
#[template(path = "programmes/caring-case.html")]
struct CasePage {
    page: Page,
    frame: Frame,
    mark: Option<Mark>,
    shared: Vec<Shared>,
    plots: Vec<Plot>,
    seal: Seal,
    own_seal: Seal,
    faults: ui::Faults,
}

/// The head of the pages about somebody.
pub(super) struct Frame {
    pub(super) name: String,
    pub(super) said: String,
    pub(super) tabs: Vec<Tab>,
    pub(super) ended: String,
}

/// Something that is shared.
struct Shared {
    key: String,
    title: String,
    day: String,
    words: Vec<(String, String)>,
    files: Vec<FileLine>,
    result: String,
    said: Vec<String>,
    responses: Vec<ResponseView>,
    /// Where one answers; empty when one cannot.
    action: String,
    exercise: String,
    date: String,
    typed: String,
}

struct ResponseView {
    text: String,
    said: String,
}

/// What came back: because something is wrong with it, or to go on.
pub(super) struct Back {
    pub(super) typed: Fields,
    /// What is wrong; empty for nothing.
    pub(super) fault: String,
}

/// What is there, before it is opened.
struct Closed {
    overview: Overview,
    names: Names,
    volume: Option<Arc<Volume>>,
    /// What is shared, each with what opens it.
    shared: Vec<(Revision, Arc<Opener>)>,
    responses: Vec<Beside>,
    opener: Arc<Opener>,
}

struct Found {
    overview: Overview,
    enrolment: Enrolment,
    names: Names,
    volume: Option<Arc<Volume>>,
    shared: Vec<(Revision, Sheet)>,
    responses: Vec<(Beside, String)>,
}

/// `GET /caseload/{enrolment}`
pub(super) async fn show(
    visit: Visit,
    At(id): At<EnrolmentId>,
    Extension(library): Extension<Library>,
) -> Result<Response, Problem> {
    draw(&compose(&visit, &library, id, None).await?)
}

/// `GET /caseload/{enrolment}/files/{file}`: a file that is shared; a download, never a page of this site (CE10).
pub(super) async fn file(visit: Visit, At((id, file)): At<(EnrolmentId, HandedInId)>) -> Result<Response, Problem> {
    give_file(&visit, (id, file), &ANSWER_LOOK, files::shared).await
}

/// The page again, with what was typed.
pub(super) async fn again(visit: &Visit, library: &Library, id: EnrolmentId, back: Back) -> Result<Response, Problem> {
    draw_again(&compose(visit, library, id, Some(&back)).await?, StatusCode::UNPROCESSABLE_ENTITY)
}

/// The page with an answer that goes on.
pub(super) async fn go_on(
    visit: &Visit,
    library: &Library,
    id: EnrolmentId,
    typed: Fields,
) -> Result<Response, Problem> {
    draw(&compose(visit, library, id, Some(&Back { typed, fault: String::new() })).await?)
}

async fn compose(visit: &Visit, library: &Library, id: EnrolmentId, back: Option<&Back>) -> Result<CasePage, Problem> {
    let (asker, own) = (visit.clone(), library.clone());
    let closed = visit.site.store.read(&visit.scope, move |reader| find(&asker, reader, &own, id)).await?;
    if closed.shared.iter().any(|(revision, _)| revision.seen.is_none()) {
        mark(visit, id).await?;
    }
    let found = closed.open()?;
    let voice = visit.voice();
    let frame = Frame::new(visit, &found.enrolment, &found.names, found.volume.as_deref(), "");
    let about = found.enrolment.resource();
    let happened = found.enrolment.happened();
    let ask = |item| SealAsk { item, about: &about, names: &found.names, happened: &happened };
    let action = if visit.may(&RESPONSE_WRITE, &about) { path(id, "/responses") } else { String::new() };
    let shown = |(revision, sheet): &(Revision, Sheet)| found.shared(visit, (revision, sheet), &action, back);
    let mut faults = ui::Faults::none();
    if let Some(back) = back.filter(|back| !back.fault.is_empty()) {
        faults.add(format!("text-{}", key(back.typed.get("exercise"), back.typed.get("day"))), back.fault.clone());
    }
    Ok(CasePage {
        page: with_news(
            visit.page(frame.name.clone()).crumb("/caseload", voice.say("programmes-caseload-title")),
            visit,
            &[
                ("sent", "programmes-news-sent"),
                ("kept", "programmes-news-kept"),
                ("settled", "programmes-news-settled"),
                ("unsettled", "programmes-news-unsettled"),
            ],
        ),
        shared: found.shared.iter().map(shown).collect(),
        plots: found.plots(visit),
        seal: visit.seal(&ask("exercise.answer")),
        own_seal: visit.own_seal(&ask("response.body")),
        mark: Mark::of(visit, &found.overview, &frame.name),
        frame,
        faults,
    })
}

/// What is about to be shown is marked as seen before it is opened, so that its writer is told whatever becomes of the page.
async fn mark(visit: &Visit, id: EnrolmentId) -> Result<(), Problem> {
    let until = visit.scope.now;
    let mark = move |asker: &Visit, work: &mut Work<'_>, Room { enrolment, grant }: Room| {
        revisions::mark_seen(&asker.scope, work, &grant, &enrolment, until).map_err(Failure::Store)
    };
    Room::write(visit, id, &SELF_HELP_MARK, mark).await?;
    Ok(())
}

/// Four queries, and two for a version that is not in memory.
fn find(visit: &Visit, reader: &mut Reader<'_>, library: &Library, id: EnrolmentId) -> Result<Closed, Failure> {
    let scope = &visit.scope;
    let closed = enrolments::case(scope, reader, id)?.ok_or(Failure::Absent)?;
    let grant = visit.site.access.decide(scope, &ANSWER_LOOK, &closed.resource())?;
    let overview = closed.check(&grant)?;
    let room = Room { enrolment: overview.enrolment.clone(), grant };
    let (opener, names) = room.open(visit, reader)?;
    let (opener, enrolment) = (Arc::new(opener), room.enrolment);
    let volume = library.find(scope, reader, enrolment.version)?;
    let about = enrolment.resource();
    // Diaries and moods are decided about by themselves: a statement can open one and not another.
    let mut openers = BTreeMap::from([(Shelf::Answers, opener.clone())]);
    for (action, shelf) in [(&DIARY_LOOK, Shelf::Diaries), (&MOOD_LOOK, Shelf::Moods)] {
        if let Ok(grant) = visit.site.access.decide(scope, action, &about) {
            openers.insert(shelf, Arc::new(visit.site.store.opener(scope, &grant)));
        }
    }
    let opened = |revision: Revision| openers.get(&revision.place.shelf()).map(|opener| (revision, opener.clone()));
    let shared = revisions::shared(scope, reader, &enrolment)?.into_iter().filter_map(opened).collect();
    let responses = responses::all(scope, reader, &enrolment)?;
    Ok(Closed { overview, names, volume, shared, responses, opener })
}

impl Closed {
    /// Opens what is shared: after it was marked as seen.
    fn open(self) -> Result<Found, Failure> {
        let sheet = |(revision, opener): (Revision, Arc<Opener>)| {
            let sheet = Sheet::read(&text(&opener, &revision.body)?).unwrap_or_default();
            Ok::<_, StoreError>((revision, sheet))
        };
        let beside = |response: Beside| {
            let words = text(&self.opener, &response.body)?;
            Ok::<_, StoreError>((response, words))
        };
        Ok(Found {
            shared: self.shared.into_iter().map(sheet).collect::<Result<_, _>>()?,
            responses: self.responses.into_iter().map(beside).collect::<Result<_, _>>()?,
            enrolment: self.overview.enrolment.clone(),
            overview: self.overview,
            names: self.names,
            volume: self.volume,
        })
    }
}

impl Found {
    fn shared(
        &self,
        visit: &Visit,
        (revision, sheet): (&Revision, &Sheet),
        action: &str,
        back: Option<&Back>,
    ) -> Shared {
        let (voice, spot) = (visit.voice(), revision.place.spot());
        let exercise = self.exercise(visit, spot.exercise.as_ref());
        let name = spot.exercise.as_ref().map_or_else(String::new, Name::to_string);
        let date = spot.day.map_or_else(String::new, |day| day.to_string());
        let (key, mut said) = (key(&name, &date), Vec::new());
        if let Some(at) = revision.shared {
            said.push(voice.say1("programmes-shared-at", "moment", moment(visit, &voice, at)));
        }
        let here = |response: &&(Beside, String)| response.0.spot == spot;
        let draft = self.responses.iter().filter(here).find(|(response, _)| response.sent.is_none());
        let back = back.filter(|back| back.typed.get("exercise") == name && back.typed.get("day") == date);
        Shared {
            title: match exercise {
                Some(exercise) if revision.place.is_check_in(exercise) => check_in_title(&voice, exercise),
                Some(exercise) => exercise.title.clone(),
                None => voice.say("programmes-mood"),
            },
            words: match exercise {
                Some(exercise) => lines(&voice, exercise, sheet),
                None => sheet
                    .get("point")
                    .map(|point| (voice.say("programmes-mood"), point.to_owned()))
                    .into_iter()
                    .collect(),
            },
            files: self.files_of(visit, sheet),
            result: exercise.and_then(|exercise| result(&voice, &exercise.kind, sheet)).unwrap_or_default(),
            day: spot.day.map_or_else(String::new, |day| voice.date(day)),
            responses: self.sent(visit, &spot),
            action: action.to_owned(),
            typed: match back {
                Some(back) => back.typed.get("text").to_owned(),
                None => draft.map_or_else(String::new, |(_, text)| text.clone()),
            },
            exercise: name,
            date,
            said,
            key,
        }
    }

    /// The files that a shared answer holds.
    fn files_of(&self, visit: &Visit, sheet: &Sheet) -> Vec<FileLine> {
        let href = |id: HandedInId| path(self.enrolment.id, &format!("/files/{id}"));
        sheet.files_said().into_iter().map(|said| FileLine::new(visit, said, href(said.0))).collect()
    }

    fn exercise(&self, visit: &Visit, name: Option<&Name>) -> Option<&Exercise> {
        let (_, exercise) = self.volume.as_ref()?.programme.edition(visit.scope.language).exercise(name?)?;
        Some(exercise)
    }

    fn sent(&self, visit: &Visit, spot: &Spot) -> Vec<ResponseView> {
        let voice = visit.voice();
        let sent = self.responses.iter().filter(|(response, _)| response.spot == *spot);
        sent.filter_map(|(response, text)| {
            let at = moment(visit, &voice, response.sent?);
            let said = match response.seen {
                Some(seen) => voice.say2("programmes-sent-and-seen", "moment", at, "date", day(visit, &voice, seen)),
                None => voice.say1("programmes-sent-at", "moment", at),
            };
            Some(ResponseView { text: text.clone(), said })
        })
        .collect()
    }

    /// The results and numbers that are shared, over time.
    fn plots(&self, visit: &Visit) -> Vec<Plot> {
        let Some(volume) = &self.volume else { return Vec::new() };
        let edition = volume.programme.edition(visit.scope.language);
        let mut plots = Vec::new();
        for exercise in edition.steps.iter().flat_map(|step| step.exercises()) {
            let of = |(revision, sheet): &(Revision, Sheet)| {
                let spot = revision.place.spot();
                (spot.exercise.as_ref() == Some(&exercise.name)).then(|| Some((spot.day?, sheet.clone()))).flatten()
            };
            let days: Vec<_> = self.shared.iter().filter_map(of).collect();
            plots.extend(plots_of(&visit.voice(), exercise, &days));
        }
        plots.retain(|plot| plot.dots.len() > 1);
        plots
    }
}

fn result(voice: &kernel::words::Voice, kind: &Kind, sheet: &Sheet) -> Option<String> {
    let Kind::Questionnaire(questionnaire) = kind else { return None };
    let score = sheet.score(questionnaire).ok()?;
    let (points, most) = (i64::from(score.points), i64::from(*questionnaire.reach().end()));
    Some(format!("{} {}", voice.say2("programmes-shared-result", "points", points, "most", most), score.words))
}

/// What a shared thing is called by on its page.
fn key(exercise: &str, day: &str) -> String {
    format!("{}{day}", if exercise.is_empty() { "mood" } else { exercise })
}

impl Frame {
    /// Of a page about somebody; `here` is the tab's path below it.
    pub(super) fn new(
        visit: &Visit,
        enrolment: &Enrolment,
        names: &Names,
        volume: Option<&Volume>,
        here: &str,
    ) -> Self {
        let voice = visit.voice();
        let date = |at: Timestamp| day(visit, &voice, at);
        let title = volume.map_or_else(String::new, |of| of.programme.edition(visit.scope.language).title.clone());
        let wrote = enrolment.wrote.map(|day| voice.say1("programmes-wrote-on", "date", voice.date(day)));
        let began = voice.say2("programmes-case-began", "title", title, "date", date(enrolment.began));
        let about: Resource = enrolment.resource();
        let all = [
            ("", "programmes-tab-shared"),
            ("/steps", "programmes-tab-steps"),
            ("/colleague", "programmes-tab-colleague"),
        ];
        let may_ask = visit.may(&HANDOVER_ASK, &about);
        let tabs = all.into_iter().filter(|(rest, _)| *rest != "/colleague" || may_ask).map(|(rest, word)| Tab {
            path: path(enrolment.id, rest),
            label: voice.say(word),
            current: rest == here,
            count: 0,
        });
        let ended = enrolment.ended.map(|at| voice.say1("programmes-case-ended", "date", date(at)));
        Self {
            name: names.shown(enrolment.participant, &voice, "programmes-someone"),
            said: wrote.map_or_else(|| began.clone(), |wrote| format!("{began} {wrote}")),
            tabs: tabs.collect(),
            ended: match ended {
                Some(ended) => ended,
                None if visit.site.access.is_paused(&about) => voice.say("programmes-case-paused"),
                None => String::new(),
            },
        }
    }
}

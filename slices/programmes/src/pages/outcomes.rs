//! How the programmes go, in figures in which nobody can be found.

use std::collections::BTreeMap;

use access::Resource;
use askama::Template;
use http::{
    Problem,
    axum::{extract::Extension, response::Response},
    download,
};
use kernel::words::Voice;
use organisation::{
    Desk as _, Visit,
    pages::{Failure, draw},
};
use store::Reader;
use ui::Page;

use crate::{
    actions::OUTCOMES_READ,
    library::Library,
    outcomes::{self, Figure, Release},
    routes,
    store::versions,
};

#[derive(Template)]
#[template(path = "programmes/outcomes.html")]
struct OutcomesPage {
    page: Page,
    /// How many people there are at least, and how far a count may be off.
    exact: Vec<String>,
    releases: Vec<Shown>,
    columns: Vec<String>,
    file: &'static str,
}

/// A closed release.
struct Shown {
    title: String,
    said: String,
    tables: Vec<Table>,
}

struct Table {
    caption: String,
    rows: Vec<(String, u64)>,
}

/// A release with the words of its programme, by the names of questionnaires.
struct Found {
    release: Release,
    title: String,
    questionnaires: BTreeMap<String, String>,
}

/// Two queries, and two for each programme that is not in memory.
async fn find(visit: &Visit, library: Library) -> Result<Vec<Found>, Problem> {
    visit.decide(&OUTCOMES_READ, &Resource::organisation())?;
    outcomes::stated(&visit.site.plan).ok_or(Problem::NotFound)?;
    let asker = visit.clone();
    let found = move |reader: &mut Reader<'_>| {
        let mut found = Vec::new();
        for release in outcomes::closed(reader)? {
            let (mut title, mut questionnaires) = (release.programme.clone(), BTreeMap::new());
            let newest = match release.programme.parse() {
                Ok(name) => versions::newest(&asker.scope, reader, &name)?,
                Err(_) => None,
            };
            if let Some(id) = newest
                && let Some(volume) = library.find(&asker.scope, reader, id)?
            {
                let edition = volume.programme.edition(asker.scope.language);
                title.clone_from(&edition.title);
                let exercises = edition.steps.iter().flat_map(|step| step.exercises());
                questionnaires =
                    exercises.map(|exercise| (exercise.name.to_string(), exercise.title.clone())).collect();
            }
            found.push(Found { release, title, questionnaires });
        }
        Ok::<_, Failure>(found)
    };
    Ok(visit.site.store.read(&visit.scope, found).await?)
}

impl Found {
    fn tables(&self, voice: &Voice) -> Vec<Table> {
        let table = |(figure, counts): (&Figure, &BTreeMap<String, u64>)| {
            let row = |outcome: &&str| {
                let word = format!("programmes-outcome-{outcome}");
                (voice.say(&word), counts.get(*outcome).copied().unwrap_or(0))
            };
            Table { caption: self.caption(voice, figure), rows: figure.outcomes().iter().map(row).collect() }
        };
        self.release.figures.iter().map(table).collect()
    }

    fn caption(&self, voice: &Voice, figure: &Figure) -> String {
        match figure {
            Figure::Way => voice.say("programmes-figure-way"),
            Figure::Answer => voice.say("programmes-figure-answer"),
            Figure::Change(name) => {
                let title = self.questionnaires.get(name.as_str()).cloned();
                voice.say1("programmes-figure-change", "title", title.unwrap_or_else(|| name.to_string()))
            }
        }
    }
}

/// `GET /enrolments/outcomes`
pub(super) async fn show(visit: Visit, Extension(library): Extension<Library>) -> Result<Response, Problem> {
    let found = find(&visit, library).await?;
    let voice = visit.voice();
    let stated = outcomes::stated(&visit.site.plan).ok_or(Problem::NotFound)?;
    let figures = found.iter().map(|found| found.release.figures.len()).max().unwrap_or(3);
    let reach = outcomes::noise(stated, figures).map_or(0, figures::Noise::reach);
    let exact = vec![
        voice.say1("programmes-outcomes-size", "count", i64::from(stated.min_size)),
        voice.say1("programmes-outcomes-reach", "count", i64::try_from(reach).unwrap_or(i64::MAX)),
    ];
    let shown = |found: &Found| {
        let (from, until) = (voice.date(found.release.opened), voice.date(found.release.closed));
        Shown {
            title: found.title.clone(),
            said: voice.say2("programmes-outcomes-between", "from", from, "until", until),
            tables: found.tables(&voice),
        }
    };
    draw(&OutcomesPage {
        page: visit.page(voice.say("programmes-outcomes-title")),
        exact,
        releases: found.iter().map(shown).collect(),
        columns: vec![voice.say("programmes-outcomes-column-outcome"), voice.say("programmes-outcomes-column-people")],
        file: routes::OUTCOMES_FILE.path,
    })
}

/// `GET /enrolments/outcomes/file`: the same as comma-separated values (RFC 4180).
pub(super) async fn file(visit: Visit, Extension(library): Extension<Library>) -> Result<Response, Problem> {
    let found = find(&visit, library).await?;
    let mut text = "programme,from,until,figure,outcome,people\r\n".to_owned();
    for Found { release, .. } in &found {
        for (figure, counts) in &release.figures {
            for outcome in figure.outcomes() {
                let (figure, people) = (figure.key(), counts.get(*outcome).copied().unwrap_or(0));
                let line =
                    [&release.programme, &release.opened.to_string(), &release.closed.to_string(), &figure, *outcome];
                text.push_str(&format!("{},{people}\r\n", line.join(",")));
            }
        }
    }
    download(text.into_bytes(), "text/csv; charset=utf-8", "programmes.csv")
}

//! Self-help: what its pages cost and weigh, and five thousand people who follow a programme at the same time.

use std::{path::Path, time::Duration};

use access::{Grant, Guarded as _, Resource};
use jiff::{ToSpan as _, civil::Date};
use kernel::{Archetype, Clock as _, PersonId, Scope, manifest::Action};
use programme::Name;
use programmes::{
    actions, consent,
    model::{Enrolment, HandId, Place, Sheet},
    shipped,
    store::{enrolments, revisions, versions},
};
use store::{StoreError, Work};
use tokio::runtime::Runtime;

use crate::{
    Failure,
    client::Client,
    crowd::{Crowd, Guest, Turn},
    pages::{batch, first_view, installation, kilobytes, middle},
    process::Server,
    table::Table,
    world::World,
};

const CROWD: Crowd = Crowd { people: 5_000, pause: Duration::from_secs(10), rounds: 6, turn };
/// How many each coach has.
const CASELOAD: usize = 40;
/// Nights in the diary of whoever's pages are measured.
const NIGHTS: i64 = 20;
/// Batches for each page, of which the middle one counts.
const BATCHES: u32 = 5;
const HOST: &str = "selfhelp.localhost";
const PROGRAMME: &str = "sleeping-better";
/// An exercise of the first step, filled in on the page of that step.
const DIARY: &str = "sleep-diary";

/// Everybody who is there.
struct University {
    guests: Vec<Guest>,
    /// Whoever has written most.
    writer: Guest,
    coach: Guest,
    manager: Guest,
}

/// Measures both.
pub(crate) fn measure(program: &str, runtime: &Runtime, table: &mut Table) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let data = installation(program, folder.path(), "selfhelp", &CROWD.limits())?;
    let university = runtime.block_on(settle(&data))?;
    let server = Server::start(program, &["serve", "--data", &data.display().to_string()], &[("TROTH_LOG", "error")])?;
    pages(&server, &university, table)?;
    CROWD.measure(&server, HOST, university.guests, None, table)
}

/// What pages cost, beside the page for signing in, which holds nobody's data.
fn pages(server: &Server, university: &University, table: &mut Table) -> Result<(), Failure> {
    let University { writer, coach, manager, .. } = university;
    let at = |rest: &str| format!("{}{rest}", writer.place);
    let case = writer.place.replace("/programmes/", "/caseload/");
    let (steps, colleague) = (format!("{case}/steps"), format!("{case}/colleague"));
    let assign = writer.place.replace("/programmes/", "/enrolments/") + "/coach";
    let draft = draft(server, manager)?;
    first_view(HOST, server.port, &writer.cookie, ("start page", "/"), table)?;
    for (name, who, path) in [
        ("first page", writer, "/".to_owned()),
        ("programme", writer, at("")),
        ("a step with a diary of 20 nights", writer, at("/steps/nights")),
        ("the diary alone", writer, at(&format!("/exercises/{DIARY}"))),
        ("its history", writer, at(&format!("/exercises/{DIARY}/history"))),
        ("taking it out", writer, at(&format!("/exercises/{DIARY}/removal"))),
        ("what was agreed to", writer, at("/agreement")),
        ("a newer version", writer, at("/newer")),
        ("stopping", writer, at("/ending")),
        ("all programmes", writer, "/programmes".to_owned()),
        ("beginning one", writer, format!("/programmes/begin/{PROGRAMME}")),
        ("all that was agreed to", writer, "/my-data/programmes".to_owned()),
        ("caseload of 40", coach, "/caseload".to_owned()),
        ("a case", coach, case),
        ("its steps", coach, steps),
        ("handing it over", coach, colleague),
        ("texts that come back", coach, "/caseload/texts".to_owned()),
        ("leave", coach, "/caseload/leave".to_owned()),
        ("who follows what, of 5,000", manager, "/enrolments".to_owned()),
        ("whose coach", manager, assign),
        ("capacity and outcome", manager, "/enrolments/outcomes".to_owned()),
        ("all versions and drafts", manager, "/making".to_owned()),
        ("bringing in a file", manager, "/making/import".to_owned()),
        ("the files of a draft", manager, format!("{draft}/files")),
        ("throwing a draft away", manager, format!("{draft}/removal")),
        ("the editor", manager, draft.clone()),
        ("the editor, a translation beside", manager, format!("{draft}?in=nl&beside=en")),
        ("what a version changes", manager, format!("{draft}/publication")),
    ] {
        let mut client = Client::new(HOST, server.port)?;
        let mut stranger = Client::new(HOST, server.port)?;
        client.cookie.clone_from(&who.cookie);
        let first = client.get_compressed(&path)?;
        if first.status != 200 {
            return Err(format!("{path} answers with {}", first.status).into());
        }
        let weight = first.weight();
        let (mut costs, mut ratios) = (Vec::new(), Vec::new());
        // The first round warms up.
        for round in 0..=BATCHES {
            let page = batch(server, &mut client, &path, false)?;
            let floor = batch(server, &mut stranger, "/sign-in", false)?;
            if round > 0 {
                costs.push(page);
                ratios.push(page / floor);
            }
        }
        let cost = middle(&costs);
        let what = |of: &str| format!("self-help, {name}: {of}");
        table.add(&what("CPU"), format!("{:.3} ms", cost * 1e3), "≤ 1 ms", Some(cost <= 1e-3));
        table.add(&what("times the page for signing in"), format!("{:.2}", middle(&ratios)), "", None);
        let weight = kilobytes(weight);
        // Authors have two whole texts of a programme before them, and are not on a poor line.
        let (wanted, is_light) =
            if path.starts_with("/making") { ("", None) } else { ("≤ 15 KB", Some(weight <= 15.0)) };
        table.add(&what("bytes of the page, compressed"), format!("{weight:.1} KB"), wanted, is_light);
    }
    Ok(())
}

/// A draft of the whole programme, as an author begins one; answers with where it is.
fn draft(server: &Server, manager: &Guest) -> Result<String, Failure> {
    let mut client = Client::new(HOST, server.port)?;
    client.cookie.clone_from(&manager.cookie);
    let answer = client.post("/making", &[("from", "shipped")], false)?;
    let place = answer.header("location").ok_or("a draft is begun")?;
    Ok(place.split('?').next().unwrap_or_default().to_owned())
}

/// Of ten turns four are typing, which is kept; three look at the step, two at the programme, one at the first page.
fn turn(client: &mut Client, guest: &Guest, turn: usize) -> Result<Turn, Failure> {
    let place = &guest.place;
    let (what, status) = match turn % 10 {
        0..4 => {
            // A hand of one's own: a save follows the one before it.
            let hand = place.rsplit('/').next().unwrap_or_default();
            let fields =
                [("hand", hand), ("rested", "6"), ("remark", "A night like most of them, with a dream or two.")];
            ("typing", client.post(&format!("{place}/exercises/{DIARY}/keeping"), &fields, false)?.status)
        }
        4..7 => ("a step", client.get_compressed(&format!("{place}/steps/nights"))?.status),
        7..9 => ("a programme", client.get_compressed(place)?.status),
        _ => ("the first page", client.get_compressed("/")?.status),
    };
    Ok(Turn { what, status, wanted: 200 })
}

/// A programme, people who follow it, and their coaches.
async fn settle(data: &Path) -> Result<University, Failure> {
    let world = World::of(data)?;
    let manager = *world.settle_many(Archetype::Manager, 0, 1, None).await?.first().ok_or("a manager")?;
    let coaches = world.settle_many(Archetype::Coach, 0, CROWD.people.div_ceil(CASELOAD), None).await?;
    let people = world.settle_many(Archetype::Participant, 0, CROWD.people, None).await?;
    let package = shipped::sleeping_better().map_err(|faults| format!("the programme has {} faults", faults.len()))?;
    let publish = move |work: &mut Work<'_>, scope: &Scope, grant: &Grant| {
        versions::publish(scope, work, grant, &package).map(drop)
    };
    let about = (&actions::PROGRAMME_PUBLISH, Resource::organisation());
    act(&world, (manager, Archetype::Manager), about, publish).await?;
    let mut enrolments = Vec::with_capacity(people.len());
    for (person, coach) in people.iter().zip(coaches.iter().flat_map(|coach| [coach; CASELOAD])) {
        enrolments.push(enrol(&world, *person, manager, *coach).await?);
    }
    let first = enrolments.first().ok_or("somebody follows it")?;
    for night in 0..NIGHTS {
        write(&world, first, night).await?;
    }
    let mut guests = Vec::with_capacity(enrolments.len());
    for enrolment in &enrolments {
        guests.push(Guest::admit(&world, enrolment.participant, format!("/programmes/{}", enrolment.id)).await?);
    }
    let writer = Guest::admit(&world, first.participant, format!("/programmes/{}", first.id)).await?;
    let coach = *coaches.first().ok_or("somebody coaches")?;
    let coach = Guest::admit(&world, coach, "/caseload".to_owned()).await?;
    let manager = Guest::admit(&world, manager, "/making".to_owned()).await?;
    Ok(University { guests, writer, coach, manager })
}

/// Somebody agrees, begins, and is coached.
async fn enrol(world: &World, person: PersonId, manager: PersonId, coach: PersonId) -> Result<Enrolment, Failure> {
    let (name, campus) = (name(PROGRAMME)?, world.campus.clone());
    let begin = move |work: &mut Work<'_>, scope: &Scope, grant: &Grant| {
        let begun = enrolments::begin(scope, work, grant, &name)?;
        if let Some((begun, question)) = begun.as_ref().zip(consent::Question::of(&campus.plan)) {
            consent::give(work, grant, begun, &question)?;
        }
        Ok(begun)
    };
    let about = (&actions::ENROLMENT_BEGIN, Resource::organisation());
    let begun = act(world, (person, Archetype::Participant), about, begin).await?;
    let begun = begun.ok_or("the programme is published")?;
    let id = begun.id;
    let assign = move |work: &mut Work<'_>, scope: &Scope, grant: &Grant| {
        enrolments::assign(scope, work, grant, id, coach).map(drop)
    };
    act(world, (manager, Archetype::Manager), (&actions::ENROLMENT_ASSIGN, begun.resource()), assign).await?;
    Ok(begun)
}

/// A night in the diary, shared with the coach.
async fn write(world: &World, of: &Enrolment, night: i64) -> Result<(), Failure> {
    let today = world.clock.now().to_zoned(world.campus.plan.zone().clone()).date();
    let day: Date = today.saturating_sub(night.days());
    let place = Place::Diary(name(DIARY)?, day);
    let text =
        r#"{"bed":"23:30","asleep-after":"20","awake":"45","up":"07:15","rested":"5","remark":"A night like most."}"#;
    let sheet = Sheet::read(text).ok_or("a sheet is an object of texts")?;
    let own = of.clone();
    let save = move |work: &mut Work<'_>, scope: &Scope, grant: &Grant| {
        let finish = Some(revisions::Finish { is_shared: true, has_moved: false });
        let hand = scope.mint::<HandId>();
        let saving = revisions::Saving { place: &place, version: own.version, hand, from: &[], sheet: &sheet, finish };
        revisions::save(scope, work, grant, &own, &saving).map(drop)
    };
    act(world, (of.participant, Archetype::Participant), (&actions::SELF_HELP_WRITE, of.resource()), save).await
}

/// Somebody does something.
async fn act<T, F>(
    world: &World,
    (who, archetype): (PersonId, Archetype),
    (action, about): (&'static Action, Resource),
    run: F,
) -> Result<T, Failure>
where
    F: FnOnce(&mut Work<'_>, &Scope, &Grant) -> Result<T, StoreError> + Send + 'static,
    T: Send + 'static,
{
    let scope = world.scope(who, archetype);
    let grant = world.campus.access.decide(&scope, action, &about)?;
    let own = scope.clone();
    Ok(world.campus.store.write(&scope, move |work| run(work, &own, &grant)).await?)
}

fn name(text: &str) -> Result<Name, Failure> {
    text.parse().map_err(|_| format!("{text} is no short name").into())
}

//! A thousand people who are signed in and at work at the same time (R7).

use std::{
    path::Path,
    thread,
    time::{Duration, Instant},
};

use accounts::store::sessions::{self, Device};
use kernel::{Actor, Archetype, ExposeSecret as _, PersonId};
use tokio::runtime::Runtime;

use crate::{Failure, client::Client, pages::installation, process::Server, table::Table, world::World};

/// How many are signed in, each on a connection of their own.
const PEOPLE: usize = 1_000;
/// How many coach them.
const COACHES: usize = 100;
/// What stands in each dialogue.
const MESSAGES: usize = 10;
/// How often each of them asks for something.
const PAUSE: Duration = Duration::from_secs(5);
/// How often in all.
const ROUNDS: u32 = 12;
/// How many threads ask. Each asks for one thing at a time: an answer that is late makes the next ones late, too.
const THREADS: usize = 16;
/// All of them come from one address.
const LIMITS: &str = "limits connections=2048 per-address=2048\n";

/// Somebody who is signed in.
struct Guest {
    cookie: String,
    trajectory: String,
}

/// Measures the time that answers take, counted from when they were due to be asked for, and memory.
pub(crate) fn measure(program: &str, runtime: &Runtime, table: &mut Table) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let data = installation(program, folder.path(), LIMITS)?;
    let guests = runtime.block_on(settle(&data))?;
    let server = Server::start(program, &["serve", "--data", &data.display().to_string()], &[("TROTH_LOG", "error")])?;
    let clients: Vec<(Client, String)> =
        guests.into_iter().map(|guest| guest.enter(server.port)).collect::<Result<_, _>>()?;
    let (before, began) = (server.cpu()?, Instant::now());
    let (mut took, faults) = ask_all(clients, began);
    let busy = (server.cpu()? - before) / began.elapsed().as_secs_f64();
    took.sort_by(f64::total_cmp);
    let count = took.len();
    let at = |share: usize| format!("{:.1} ms", took.get(count * share / 1_000).copied().unwrap_or(f64::NAN) * 1e3);
    let p99 = took.get(count * 99 / 100).copied().unwrap_or(f64::INFINITY);
    let what = |of: &str| format!("{PEOPLE} at work at once, something each every {} s: {of}", PAUSE.as_secs());
    table.add(&what("99 of 100 answers within"), at(990), "≤ 200 ms", Some(p99 <= 0.2));
    table.add(&what("half of them within"), at(500), "", None);
    table.add(&what("answers"), format!("{count}"), "", None);
    table.add(&what("faults"), format!("{faults}"), "0", Some(faults == 0));
    table.add(&what("cores in use"), format!("{busy:.2}"), "", None);
    let memory = server.most_memory()?;
    table.add(&what("memory at most"), format!("{memory:.1} MiB"), "≤ 120 MiB", Some(memory <= 120.0));
    Ok(())
}

/// People, their coaches, what they wrote, and a session for each.
async fn settle(data: &Path) -> Result<Vec<Guest>, Failure> {
    let world = World::of(data)?;
    let manager = *world.settle_many(Archetype::Manager, 0, 1, None).await?.first().ok_or("a manager")?;
    let coaches = world.settle_many(Archetype::Coach, 0, COACHES, None).await?;
    let people = world.settle_many(Archetype::Participant, 0, PEOPLE, None).await?;
    let mut guests = Vec::with_capacity(PEOPLE);
    for (person, coach) in people.iter().zip(coaches.iter().cycle()) {
        let trajectory = world.link(manager, *coach, *person).await?;
        for number in 0..MESSAGES {
            world
                .say(*person, &trajectory, &format!("A message of the usual length, number {number}, about a week."))
                .await?;
        }
        let cookie = begin(&world, *person).await?;
        guests.push(Guest { cookie, trajectory: format!("/trajectories/{}", trajectory.id) });
    }
    Ok(guests)
}

async fn begin(world: &World, person: PersonId) -> Result<String, Failure> {
    let (scope, campus) = (world.campus.scope(Actor::Job(accounts::actions::FOUND.name)), world.campus.clone());
    let enter = move |work: &mut store::Work<'_>| -> Result<String, Failure> {
        let begun = sessions::begin(work, person, &campus.plan, Device { name: "", second: false })?;
        Ok(format!("__Host-troth={}", begun.token.expose_secret()))
    };
    world.campus.store.write(&scope, enter).await
}

impl Guest {
    fn enter(self, port: u16) -> Result<(Client, String), Failure> {
        let mut client = Client::of_many("campus.localhost", port)?;
        client.cookie = self.cookie;
        match client.get("/")?.status {
            200 => Ok((client, self.trajectory)),
            status => Err(format!("somebody who is signed in is answered with {status}").into()),
        }
    }
}

/// Seconds that each answer took, and how many were wrong.
fn ask_all(mut clients: Vec<(Client, String)>, began: Instant) -> (Vec<f64>, usize) {
    let share = clients.len().div_ceil(THREADS);
    let mut threads = Vec::new();
    while !clients.is_empty() {
        let own = clients.split_off(clients.len().saturating_sub(share));
        let (number, size) = (threads.len(), own.len());
        // Everybody's turn comes at another moment.
        let first = PAUSE.mul_f64(number as f64 / (THREADS * size.max(1)) as f64);
        threads.push(thread::spawn(move || ask_in_turn(own, began + first)));
    }
    let mut all = (Vec::new(), 0);
    for thread in threads {
        let (took, faults) = thread.join().unwrap_or((Vec::new(), 1));
        all.0.extend(took);
        all.1 += faults;
    }
    all
}

fn ask_in_turn(mut own: Vec<(Client, String)>, began: Instant) -> (Vec<f64>, usize) {
    let (mut took, mut faults, count) = (Vec::new(), 0, own.len() as f64);
    for round in 0..ROUNDS {
        for (place, (client, trajectory)) in own.iter_mut().enumerate() {
            let due = began + PAUSE * round + PAUSE.mul_f64(place as f64 / count);
            thread::sleep(due.saturating_duration_since(Instant::now()));
            let is_right = ask(client, trajectory, round as usize + place);
            took.push(due.elapsed().as_secs_f64());
            faults += usize::from(!is_right);
        }
    }
    (took, faults)
}

/// Six of ten look at their first page, three read, one writes.
fn ask(client: &mut Client, trajectory: &str, turn: usize) -> bool {
    let answer = match turn % 10 {
        0..6 => client.get_compressed("/").map(|answer| answer.status == 200),
        6..9 => client.get_compressed(&format!("{trajectory}/dialogue")).map(|answer| answer.status == 200),
        _ => {
            let fields = [("text", "One more line about how it went today.")];
            client.post(&format!("{trajectory}/messages"), &fields, true).map(|answer| answer.status == 303)
        }
    };
    answer.unwrap_or(false)
}

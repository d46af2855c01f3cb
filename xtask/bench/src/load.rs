//! A thousand people of a campus who are signed in and at work at the same time (R7).

use std::{path::Path, time::Duration};

use kernel::Archetype;
use tokio::runtime::Runtime;

use crate::{
    Failure,
    client::Client,
    crowd::{Crowd, Guest, Turn},
    pages::installation,
    process::Server,
    table::Table,
    world::World,
};

const CROWD: Crowd = Crowd { people: 1_000, pause: Duration::from_secs(5), rounds: 12, turn };
/// How many coach them.
const COACHES: usize = 100;
/// What stands in each dialogue.
const MESSAGES: usize = 10;
/// The memory that is wanted, in MiB.
const MEMORY: f64 = 120.0;

/// Measures how long they wait, and memory.
pub(crate) fn measure(program: &str, runtime: &Runtime, table: &mut Table) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let data = installation(program, folder.path(), "campus", &CROWD.limits())?;
    let guests = runtime.block_on(settle(&data))?;
    let server = Server::start(program, &["serve", "--data", &data.display().to_string()], &[("TROTH_LOG", "error")])?;
    CROWD.measure(&server, "campus.localhost", guests, Some(MEMORY), table)
}

/// People, their coaches, what they wrote, and a session for each.
async fn settle(data: &Path) -> Result<Vec<Guest>, Failure> {
    let world = World::of(data)?;
    let manager = *world.settle_many(Archetype::Manager, 0, 1, None).await?.first().ok_or("a manager")?;
    let coaches = world.settle_many(Archetype::Coach, 0, COACHES, None).await?;
    let people = world.settle_many(Archetype::Participant, 0, CROWD.people, None).await?;
    let mut guests = Vec::with_capacity(CROWD.people);
    for (person, coach) in people.iter().zip(coaches.iter().cycle()) {
        let trajectory = world.link(manager, *coach, *person).await?;
        for number in 0..MESSAGES {
            world
                .say(*person, &trajectory, &format!("A message of the usual length, number {number}, about a week."))
                .await?;
        }
        guests.push(Guest::admit(&world, *person, format!("/trajectories/{}", trajectory.id)).await?);
    }
    Ok(guests)
}

/// Six of ten look at their first page, three read, one writes.
fn turn(client: &mut Client, guest: &Guest, turn: usize) -> Result<Turn, Failure> {
    let trajectory = &guest.place;
    let (what, status, wanted) = match turn % 10 {
        0..6 => ("the first page", client.get_compressed("/")?.status, 200),
        6..9 => ("a dialogue", client.get_compressed(&format!("{trajectory}/dialogue"))?.status, 200),
        _ => {
            let fields = [("text", "One more line about how it went today.")];
            ("a message", client.post(&format!("{trajectory}/messages"), &fields, true)?.status, 303)
        }
    };
    Ok(Turn { what, status, wanted })
}

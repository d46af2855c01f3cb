//! What writing, erasing and looking cost, inside the process.

use std::{sync::Arc, time::Instant};

use keeper::{Keeper, Keeping};
use kernel::{Actor, Archetype, Clock as _, jiff::SignedDuration};

use crate::{Failure, table::Table, world::World};

const TEXT: &str =
    "A message of the usual length, about a week in which something went well after all, and what that was like.";

/// Measures all.
pub(crate) async fn measure(table: &mut Table) -> Result<(), Failure> {
    writes(table).await?;
    exports(table).await?;
    erasure(table).await?;
    looks(table).await
}

async fn writes(table: &mut Table) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let world = Arc::new(World::new(folder.path())?);
    let manager = world.settle_many(Archetype::Manager, 0, 1, None).await?[0];
    let coach = world.settle_many(Archetype::Coach, 0, 1, None).await?[0];
    let people = world.settle_many(Archetype::Participant, 0, 50, None).await?;
    let mut pairs = Vec::new();
    for person in people {
        let trajectory = world.link(manager, coach, person).await?;
        // The first message makes the keys; they are not what is measured.
        world.say(person, &trajectory, TEXT).await?;
        pairs.push((person, trajectory));
    }
    let one_by_one = 300u32;
    let begun = Instant::now();
    for _ in 0..one_by_one {
        let (person, trajectory) = &pairs[0];
        world.say(*person, trajectory, TEXT).await?;
    }
    let alone = f64::from(one_by_one) / begun.elapsed().as_secs_f64();
    let each = 100u32;
    let begun = Instant::now();
    let writers: Vec<_> = pairs
        .into_iter()
        .map(|(person, trajectory)| {
            let world = Arc::clone(&world);
            tokio::spawn(async move {
                for _ in 0..each {
                    world.say(person, &trajectory, TEXT).await?;
                }
                Ok::<(), Failure>(())
            })
        })
        .collect();
    for writer in writers {
        writer.await??;
    }
    let together = f64::from(each * 50) / begun.elapsed().as_secs_f64();
    let ratio = together / alone;
    table.add("durable messages a second, one by one", format!("{alone:.0}"), "", None);
    table.add("durable messages a second, 50 writers", format!("{together:.0}"), "", None);
    table.add("50 writers against one by one", format!("{ratio:.1} times"), "≥ 5 times", Some(ratio >= 5.0));
    Ok(())
}

/// What taking everything along costs: in time for a person with an ordinary dialogue, in memory for one with a vast one.
async fn exports(table: &mut Table) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let world = World::new(folder.path())?;
    let manager = world.settle_many(Archetype::Manager, 0, 1, None).await?[0];
    let coach = world.settle_many(Archetype::Coach, 0, 1, None).await?[0];
    let people = world.settle_many(Archetype::Participant, 0, 2, None).await?;
    for (person, messages) in people.iter().zip([200, 10_000]) {
        let trajectory = world.link(manager, coach, *person).await?;
        for _ in 0..messages {
            world.say(*person, &trajectory, TEXT).await?;
        }
    }
    let mut times = Vec::new();
    for _ in 0..5 {
        let begun = Instant::now();
        take_along(&world, people[0]).await?;
        times.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    let middle = times[times.len() / 2];
    let what = "export of a person with 200 messages (median of 5)";
    table.add(what, format!("{middle:.1} ms"), "≤ 100 ms", Some(middle <= 100.0));
    // The kernel notes the most memory that was in use from here on (proc(5), `clear_refs`).
    std::fs::write("/proc/self/clear_refs", "5")?;
    let before = memory("VmRSS:")?;
    let begun = Instant::now();
    let length = take_along(&world, people[1]).await?;
    let took = begun.elapsed().as_secs_f64() * 1e3;
    let more = memory("VmHWM:")?.saturating_sub(before);
    println!("10,000 messages: {length} bytes in {took:.0} ms");
    let what = "more memory for an export of 10,000 messages";
    table.add(what, format!("{:.1} MiB", f64::from(more) / 1024.0), "≤ 16 MiB", Some(more <= 16 * 1024));
    Ok(())
}

/// Takes everything along and throws it away piece by piece; how long it was.
async fn take_along(world: &World, person: kernel::PersonId) -> Result<usize, Failure> {
    let scope = world.scope(person, Archetype::Participant);
    let (sender, mut pieces) = tokio::sync::mpsc::channel(4);
    let (keeper, access) = (keeper(world), Arc::clone(&world.campus.access));
    let sending = tokio::spawn(async move { keeper.export(&scope, &access, person, sender).await });
    let mut length = 0;
    while let Some(piece) = pieces.recv().await {
        length += piece.len();
    }
    sending.await??;
    Ok(length)
}

/// A line of `/proc/self/status`, in KiB.
fn memory(line: &str) -> Result<u32, Failure> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let found = status.lines().find_map(|own| own.strip_prefix(line)?.trim().strip_suffix(" kB")?.parse().ok());
    found.ok_or_else(|| format!("/proc/self/status has no {line}").into())
}

async fn erasure(table: &mut Table) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let world = World::new(folder.path())?;
    let manager = world.settle_many(Archetype::Manager, 0, 1, None).await?[0];
    let coach = world.settle_many(Archetype::Coach, 0, 1, None).await?[0];
    let people = world.settle_many(Archetype::Participant, 0, 5, None).await?;
    let mut times = Vec::new();
    let keeper = keeper(&world);
    for person in people {
        let trajectory = world.link(manager, coach, person).await?;
        for _ in 0..200 {
            world.say(person, &trajectory, TEXT).await?;
        }
        let scope = world.scope(person, Archetype::Participant);
        let begun = Instant::now();
        keeper.erase(&scope, person, keeper::Extent::Everything).await?;
        times.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    let middle = times[times.len() / 2];
    table.add(
        "erasure of a person with 200 messages (median of 5)",
        format!("{middle:.1} ms"),
        "≤ 50 ms",
        Some(middle <= 50.0),
    );
    Ok(())
}

async fn looks(table: &mut Table) -> Result<(), Failure> {
    let mut figures = Vec::new();
    for count in [10_000usize, 100_000] {
        let folder = tempfile::tempdir()?;
        let world = World::new(folder.path())?;
        let now = world.clock.now();
        let recent = now - SignedDuration::from_hours(24 * 200);
        let old = now - SignedDuration::from_hours(24 * 900);
        world.settle_many(Archetype::Participant, 0, 20, Some(old)).await?;
        for from in (20..count).step_by(500) {
            world.settle_many(Archetype::Participant, from, 500.min(count - from), Some(recent)).await?;
        }
        let keeper = keeper(&world);
        let scope = world.campus.scope(Actor::Job(keeper::KEEP.name));
        let mut times = Vec::new();
        let mut found = 0;
        for _ in 0..5 {
            let begun = Instant::now();
            let report = keeper.keep(&scope, Keeping { dry_run: true, clock_is_right: true, stop: None }).await?;
            times.push(begun.elapsed().as_secs_f64() * 1e3);
            found = report.holders();
        }
        times.sort_by(f64::total_cmp);
        let begun = Instant::now();
        keeper.keep(&scope, Keeping { dry_run: false, clock_is_right: true, stop: None }).await?;
        let doing = begun.elapsed().as_secs_f64() * 1e3;
        println!("{count} people: a look {:.1} ms, {found} due; doing it {doing:.1} ms", times[2]);
        figures.push((times[2], doing));
    }
    let [(small, small_doing), (large, large_doing)] = figures[..] else { return Ok(()) };
    table.add("retention look over 10,000 people, 20 due", format!("{small:.1} ms"), "≤ 100 ms", Some(small <= 100.0));
    table.add("the same over 100,000 people, 20 due", format!("{large:.1} ms"), "", None);
    let ratio = large / small;
    table.add("100,000 against 10,000 people", format!("{ratio:.1} times"), "≤ 3 times", Some(ratio <= 3.0));
    table.add("erasing the 20, of 10,000", format!("{small_doing:.1} ms"), "", None);
    table.add("erasing the 20, of 100,000", format!("{large_doing:.1} ms"), "", None);
    Ok(())
}

fn keeper(world: &World) -> Keeper {
    world.campus.keeper()
}

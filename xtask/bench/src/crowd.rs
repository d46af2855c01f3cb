//! Many people who are signed in and at work at the same time: how long they wait, and what it takes.

use std::{
    collections::BTreeMap,
    thread,
    time::{Duration, Instant},
};

use accounts::store::sessions::{self, Device};
use kernel::{Actor, ExposeSecret as _, PersonId};

use crate::{Failure, client::Client, process::Server, table::Table, world::World};

/// How many threads ask. Each asks for one thing at a time: an answer that is late makes the next ones late, too.
const THREADS: usize = 16;

/// How a crowd is at work.
pub(crate) struct Crowd {
    /// How many there are, each on a connection of their own.
    pub(crate) people: usize,
    /// How often each of them asks for something.
    pub(crate) pause: Duration,
    /// How often in all.
    pub(crate) rounds: u32,
    /// What somebody does at a turn: the path, the status that answered, and the one that should. Turns are numbered.
    pub(crate) turn: fn(&mut Client, &Guest, usize) -> Result<Turn, Failure>,
}

/// How a turn went.
pub(crate) struct Turn {
    /// What was asked for, without whose it is.
    pub(crate) what: &'static str,
    /// The status that answered.
    pub(crate) status: u16,
    /// The status that should answer.
    pub(crate) wanted: u16,
}

/// Somebody who is signed in.
pub(crate) struct Guest {
    pub(crate) cookie: String,
    /// The path of what is theirs.
    pub(crate) place: String,
}

impl Guest {
    /// Signs somebody in, without a password.
    pub(crate) async fn admit(world: &World, person: PersonId, place: String) -> Result<Self, Failure> {
        let (scope, campus) = (world.campus.scope(Actor::Job(accounts::actions::FOUND.name)), world.campus.clone());
        let enter = move |work: &mut store::Work<'_>| -> Result<String, Failure> {
            let begun = sessions::begin(work, person, &campus.plan, Device { name: "", second: true })?;
            Ok(format!("__Host-troth={}", begun.token.expose_secret()))
        };
        Ok(Self { cookie: world.campus.store.write(&scope, enter).await?, place })
    }

    /// Connects, and looks at what is theirs.
    pub(crate) fn enter(&self, host: &str, port: u16) -> Result<Client, Failure> {
        let mut client = Client::of_many(host, port)?;
        client.cookie.clone_from(&self.cookie);
        match client.get(&self.place)?.status {
            200 => Ok(client),
            status => Err(format!("{}: somebody who is signed in is answered with {status}", self.place).into()),
        }
    }
}

impl Crowd {
    /// What this many connections from one address need of a server's configuration.
    pub(crate) fn limits(&self) -> String {
        let most = self.people + 1_000;
        format!("limits connections={most} per-address={most}\n")
    }

    /// Lets everybody in, then measures the time that answers take, counted from when they were due to be asked for, and
    /// memory. `most` is the memory that is wanted, in MiB, if any is.
    pub(crate) fn measure(
        &self,
        server: &Server,
        host: &str,
        guests: Vec<Guest>,
        most: Option<f64>,
        table: &mut Table,
    ) -> Result<(), Failure> {
        let enter = |guest: Guest| Ok((guest.enter(host, server.port)?, guest));
        let clients: Vec<(Client, Guest)> = guests.into_iter().map(enter).collect::<Result<_, Failure>>()?;
        let (before, began) = (server.cpu()?, Instant::now());
        let (mut took, wrong) = self.ask_all(clients, began);
        let faults: usize = wrong.values().sum();
        wrong.iter().for_each(|(what, count)| println!("    {count} faults: {what}"));
        let busy = (server.cpu()? - before) / began.elapsed().as_secs_f64();
        took.sort_by(f64::total_cmp);
        let count = took.len();
        let at = |share: usize| format!("{:.1} ms", took.get(count * share / 1_000).copied().unwrap_or(f64::NAN) * 1e3);
        let p99 = took.get(count * 99 / 100).copied().unwrap_or(f64::INFINITY);
        let (people, pause) = (self.people, self.pause.as_secs());
        let what = |of: &str| format!("{people} at work at once, something each every {pause} s: {of}");
        table.add(&what("99 of 100 answers within"), at(990), "≤ 200 ms", Some(p99 <= 0.2));
        table.add(&what("half of them within"), at(500), "", None);
        table.add(&what("answers"), format!("{count}"), "", None);
        table.add(&what("faults"), format!("{faults}"), "0", Some(faults == 0));
        table.add(&what("cores in use"), format!("{busy:.2}"), "", None);
        let memory = server.most_memory()?;
        let wanted = most.map_or_else(String::new, |most| format!("≤ {most:.0} MiB"));
        table.add(&what("memory at most"), format!("{memory:.1} MiB"), &wanted, most.map(|most| memory <= most));
        Ok(())
    }

    /// Seconds that each answer took, and how many were wrong, by what was wrong.
    fn ask_all(&self, mut clients: Vec<(Client, Guest)>, began: Instant) -> (Vec<f64>, BTreeMap<String, usize>) {
        let share = clients.len().div_ceil(THREADS);
        thread::scope(|threads| {
            let mut asking = Vec::new();
            while !clients.is_empty() {
                let own = clients.split_off(clients.len().saturating_sub(share));
                let (number, size) = (asking.len(), own.len());
                // Everybody's turn comes at another moment.
                let first = self.pause.mul_f64(number as f64 / (THREADS * size.max(1)) as f64);
                asking.push(threads.spawn(move || self.ask_in_turn(own, began + first)));
            }
            let mut all = (Vec::new(), BTreeMap::new());
            for one in asking {
                let gone = || (Vec::new(), [("whoever asked is gone".to_owned(), 1)].into());
                let (took, wrong) = one.join().unwrap_or_else(|_| gone());
                all.0.extend(took);
                wrong.into_iter().for_each(|(what, count)| *all.1.entry(what).or_default() += count);
            }
            all
        })
    }

    fn ask_in_turn(&self, mut own: Vec<(Client, Guest)>, began: Instant) -> (Vec<f64>, BTreeMap<String, usize>) {
        let (mut took, mut wrong, count) = (Vec::new(), BTreeMap::new(), own.len() as f64);
        for round in 0..self.rounds {
            for (place, (client, guest)) in own.iter_mut().enumerate() {
                let due = began + self.pause * round + self.pause.mul_f64(place as f64 / count);
                thread::sleep(due.saturating_duration_since(Instant::now()));
                let turn = (self.turn)(client, guest, round as usize + place);
                took.push(due.elapsed().as_secs_f64());
                let said = match turn {
                    Ok(Turn { status, wanted, .. }) if status == wanted => continue,
                    Ok(Turn { what, status, .. }) => format!("{what} was answered with {status}"),
                    Err(fault) => fault.to_string(),
                };
                *wrong.entry(said).or_default() += 1;
            }
        }
        (took, wrong)
    }
}

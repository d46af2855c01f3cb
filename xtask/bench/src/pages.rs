//! What pages cost on a running server, and on floors: axum with the same SQL and no privacy.

use std::{collections::BTreeSet, fs, path::Path};

use troth::demo::PASSWORD;

use crate::{Failure, client::Client, process::Server, table::Table};

/// Requests for each figure, in batches of which the middle one counts.
const ROUNDS: u32 = 1_000;
const BATCHES: u32 = 5;

/// How long a server is left alone before its memory is read.
const SETTLED: std::time::Duration = std::time::Duration::from_secs(5);

/// A page, as it was asked for.
struct Measured {
    path: String,
    cpu: f64,
    /// The same when it is asked for compressed, as browsers do.
    compressed: f64,
    queries: Vec<String>,
    page: String,
}

/// The same page on the floor.
struct Floor {
    /// Drawn from its rows.
    drawn: f64,
    /// Copied from bytes that lie ready.
    bytes: f64,
    /// Bytes of the page that was drawn.
    length: usize,
}

/// Measures pages, first view and idle memory of the demo; then the floor.
pub(crate) fn measure(program: &str, table: &mut Table) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    idle_server(program, folder.path(), table)?;
    let data = folder.path().join("data");
    let arguments = ["demo", "--port", "0", "--data", &data.display().to_string()];
    let server = Server::start(program, &arguments, &[("TROTH_LOG", "warn")])?;
    std::thread::sleep(SETTLED);
    let idle = server.memory()?;
    table.add("memory idle, `troth demo`, five organisations", format!("{idle:.1} MiB"), "", None);
    let (mut client, trajectory) = enter(server.port)?;
    first_view(server.port, &client.cookie, table)?;
    let dialogue = format!("/trajectories/{trajectory}/dialogue");
    fill(&mut client, &trajectory, &dialogue)?;
    let mut pages = Vec::new();
    for path in ["/".to_owned(), dialogue] {
        let page = client.get(&path)?.text();
        let cpu = cpu_for_each(&server, &mut client, &path, false)?;
        let compressed = cpu_for_each(&server, &mut client, &path, true)?;
        pages.push(Measured { path, cpu, compressed, queries: Vec::new(), page });
    }
    let memory = server.memory()?;
    table.add("memory after the load, five organisations", format!("{memory:.1} MiB"), "", None);
    // A second server tells which queries each page runs; counting them would disturb the first.
    let copy = folder.path().join("counted");
    let arguments = ["demo", "--port", "0", "--data", &copy.display().to_string()];
    let counted = Server::start(program, &arguments, &[("TROTH_LOG", "troth_store::sql=trace")])?;
    let (mut client, trajectory) = enter(counted.port)?;
    for page in &mut pages {
        let path = if page.path == "/" { "/".to_owned() } else { format!("/trajectories/{trajectory}/dialogue") };
        client.get(&path)?;
        counted.log();
        client.get(&path)?;
        page.queries = counted.log().iter().filter_map(|line| query_name(line)).collect();
    }
    drop(counted);
    let floors = floors(&data.join("campus"), folder.path(), &pages, &trajectory_of(&pages))?;
    for (page, floor) in pages.iter().zip(floors) {
        let name = if page.path == "/" { "signed-in start page" } else { "dialogue of 20 sealed messages" };
        let (cpu, ratio) = (page.cpu * 1e3, page.cpu / floor.drawn);
        table.add(&format!("{name}: CPU"), format!("{cpu:.3} ms"), "≤ 1 ms", Some(cpu <= 1.0));
        let count = page.queries.len();
        table.add(&format!("{name}: queries"), format!("{count}"), "≤ 6", Some(count <= 6));
        table.add(&format!("{name}: CPU of a floor that draws"), format!("{:.3} ms", floor.drawn * 1e3), "", None);
        table.add(&format!("{name}: times the floor that draws"), format!("{ratio:.2}"), "≤ 1.3", Some(ratio <= 1.3));
        let what = format!("{name}: CPU of bytes that lie ready");
        table.add(&what, format!("{:.3} ms", floor.bytes * 1e3), "", None);
        let what = format!("{name}: times bytes that lie ready");
        table.add(&what, format!("{:.2}", page.cpu / floor.bytes), "", None);
        let what = format!("{name}: HTML of the floor that draws");
        table.add(&what, format!("{:.1} KB", kilobytes(floor.length)), "", None);
        table.add(&format!("{name}: HTML, not compressed"), format!("{:.1} KB", kilobytes(page.page.len())), "", None);
        table.add(
            &format!("{name}: CPU when asked for compressed"),
            format!("{:.3} ms", page.compressed * 1e3),
            "",
            None,
        );
        page.queries.iter().for_each(|query| println!("    {query}"));
    }
    Ok(())
}

fn kilobytes(bytes: usize) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "sizes of pages")]
    let bytes = bytes as f64;
    bytes / 1024.0
}

fn query_name(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("troth_store::sql: ")?;
    Some(rest.split_once("query=").map_or(rest, |(_, name)| name).trim_matches('"').to_owned())
}

/// Signs in as the first participant; answers with the id of the open trajectory.
fn enter(port: u16) -> Result<(Client, String), Failure> {
    let front = Client::new("localhost", port)?.get("/_demo")?.text();
    let part = front.split("data-role=\"participant\"").nth(1).ok_or("nobody is a participant")?;
    let email = part.split("<code>").nth(1).and_then(|rest| rest.split('<').next()).ok_or("no address")?;
    let mut client = Client::new("campus.localhost", port)?;
    let answer = client.post("/sign-in", &[("email", email), ("password", PASSWORD)], false)?;
    if client.cookie.is_empty() {
        return Err(format!("{email} cannot sign in: {}", answer.status).into());
    }
    let start = client.get("/")?;
    let text = start.text();
    let id = text.split("/trajectories/").filter_map(|rest| rest.get(..36)).find(|id| id.matches('-').count() == 4);
    let id = id.ok_or_else(|| format!("no trajectory on the first page, which answers {}", start.status))?;
    Ok((client, id.to_owned()))
}

/// Writes until the dialogue shows twenty messages.
fn fill(client: &mut Client, trajectory: &str, dialogue: &str) -> Result<(), Failure> {
    for round in 0..40 {
        if messages(&client.get(dialogue)?.text()) >= 20 {
            return Ok(());
        }
        let text = format!(
            "A message of the usual length, the {round}th, about a week in which something went well after all."
        );
        let answer = client.post(&format!("/trajectories/{trajectory}/messages"), &[("text", &text)], true)?;
        if answer.status != 303 {
            return Err(format!("a message was answered with {}", answer.status).into());
        }
    }
    Err("the dialogue does not show twenty messages".into())
}

fn messages(page: &str) -> usize {
    page.matches("<li class=\"message ").count()
}

fn cpu_for_each(server: &Server, client: &mut Client, path: &str, compressed: bool) -> Result<f64, Failure> {
    for _ in 0..100 {
        client.get(path)?;
    }
    let mut batches = Vec::new();
    for _ in 0..BATCHES {
        let before = server.cpu()?;
        for _ in 0..ROUNDS / BATCHES {
            let answer = if compressed { client.get_compressed(path)? } else { client.get(path)? };
            if answer.status != 200 {
                return Err(format!("{path} answers {}", answer.status).into());
            }
        }
        batches.push((server.cpu()? - before) / f64::from(ROUNDS / BATCHES));
    }
    batches.sort_by(f64::total_cmp);
    Ok(batches[batches.len() / 2])
}

/// What a browser fetches, compressed as it asks: for its first page with everything that the page loads, and for the
/// next pages, when it has kept what may be kept.
fn first_view(port: u16, cookie: &str, table: &mut Table) -> Result<(), Failure> {
    let mut guest = Client::new("campus.localhost", port)?;
    let mut member = Client::new("campus.localhost", port)?;
    cookie.clone_into(&mut member.cookie);
    let mut kept: BTreeSet<String> = BTreeSet::new();
    for (name, path, client) in [("sign-in page", "/sign-in", &mut guest), ("signed-in start page", "/", &mut member)] {
        let plain = client.get(path)?.text();
        let assets = loads(client, &plain)?;
        let page = client.get_compressed(path)?.weight();
        let (mut all, mut new) = (page, page);
        for asset in &assets {
            let weight = client.get_compressed(asset)?.weight();
            all += weight;
            new += if kept.contains(asset) { 0 } else { weight };
        }
        let requests = assets.len() + 1;
        let size = kilobytes(all);
        table.add(&format!("first view, {name}: bytes"), format!("{size:.1} KB"), "≤ 60 KB", Some(size <= 60.0));
        table.add(&format!("first view, {name}: requests"), format!("{requests}"), "≤ 6", Some(requests <= 6));
        if !kept.is_empty() {
            let size = kilobytes(new);
            let what = format!("later view, {name}: bytes");
            table.add(&what, format!("{size:.1} KB"), "≤ 15 KB", Some(size <= 15.0));
        }
        kept.extend(assets);
    }
    Ok(())
}

/// What a page loads from the server, and what that loads in turn.
fn loads(client: &mut Client, html: &str) -> Result<BTreeSet<String>, Failure> {
    let mut found: BTreeSet<String> = named(html);
    for asset in found.clone() {
        if [".css", ".js"].iter().any(|end| asset.ends_with(end)) {
            found.extend(named(&client.get(&asset)?.text()));
        }
    }
    Ok(found)
}

fn named(text: &str) -> BTreeSet<String> {
    let parts = text.split(['"', '\'', '(', ')']).filter(|part| part.starts_with("/assets/"));
    parts.map(|part| part.split('#').next().unwrap_or(part).to_owned()).collect()
}

/// Memory of a server with one organisation, before and after its first visitors.
fn idle_server(program: &str, folder: &Path, table: &mut Table) -> Result<(), Failure> {
    let data = folder.join("served");
    let place = data.display().to_string();
    command(program, &["init", &place])?;
    let statement = folder.join("campus.kdl");
    let (_, text) = troth::demo::STATEMENTS.iter().find(|(name, _)| *name == "campus").ok_or("a campus")?;
    fs::write(&statement, text)?;
    let statement = statement.display().to_string();
    let who = ["--manager-name", "Ada Example", "--manager-email", "ada@people.example"];
    let what = ["organisation", "add", "campus", "--data", &place, "--statement", &statement];
    command(program, &[&what[..], &["--host", "campus.localhost"], &who].concat())?;
    let file = data.join(troth::config::FILE);
    let config = fs::read_to_string(&file)?.replace("127.0.0.1:8080", "127.0.0.1:0");
    fs::write(&file, config + "mail server=\"smtp://127.0.0.1:1\" from=\"no-reply@campus.example\"\n")?;
    let server = Server::start(program, &["serve", "--data", &place], &[])?;
    std::thread::sleep(SETTLED);
    let idle = server.memory()?;
    let what = "memory idle, `troth serve`, one organisation";
    table.add(what, format!("{idle:.1} MiB"), "≤ 40 MiB", Some(idle <= 40.0));
    let mut client = Client::new("campus.localhost", server.port)?;
    for _ in 0..ROUNDS {
        client.get("/sign-in")?;
    }
    let after = server.memory()?;
    table.add(&format!("the same after {ROUNDS} sign-in pages"), format!("{after:.1} MiB"), "", None);
    Ok(())
}

fn command(program: &str, words: &[&str]) -> Result<(), Failure> {
    let ended = std::process::Command::new(program).args(words).output()?;
    if ended.status.success() {
        return Ok(());
    }
    Err(format!("troth {}: {}", words.join(" "), String::from_utf8_lossy(&ended.stderr)).into())
}

fn trajectory_of(pages: &[Measured]) -> String {
    pages.iter().filter_map(|page| page.path.split('/').nth(2)).next().unwrap_or_default().to_owned()
}

/// The processor time of the same pages on the floor.
fn floors(campus: &Path, folder: &Path, pages: &[Measured], trajectory: &str) -> Result<Vec<Floor>, Failure> {
    let copy = folder.join("floor.sqlite");
    for end in ["", "-wal", "-shm"] {
        let from = campus.join(format!("data.sqlite{end}"));
        if from.exists() {
            fs::copy(from, folder.join(format!("floor.sqlite{end}")))?;
        }
    }
    let inventory = troth::assemble::inventory().map_err(|faults| format!("{faults:?}"))?;
    let text = |name: &String| inventory.queries().find(|sql| sql.name == name).map(|sql| sql.text);
    let described: Vec<_> = pages
        .iter()
        .map(|page| {
            let texts: Vec<_> = page.queries.iter().filter_map(text).collect();
            serde_json::json!({ "path": page.path, "page": page.page, "queries": texts })
        })
        .collect();
    let plan = serde_json::json!({ "database": copy, "trajectory": trajectory, "pages": described });
    let file = folder.join("floor.json");
    fs::write(&file, plan.to_string())?;
    let me = std::env::current_exe()?.display().to_string();
    let server = Server::start(&me, &["floor", &file.display().to_string()], &[])?;
    let mut client = Client::new("localhost", server.port)?;
    let mut floors = Vec::new();
    for page in pages {
        let html = client.get(&page.path)?.text();
        // A floor that draws something else is none.
        if messages(&html) != messages(&page.page) || html.len() * 10 < page.page.len() * 9 {
            return Err(
                format!("the floor draws {} bytes for {}, not {}", html.len(), page.path, page.page.len()).into()
            );
        }
        let drawn = cpu_for_each(&server, &mut client, &page.path, false)?;
        let bytes = cpu_for_each(&server, &mut client, &format!("/bytes{}", page.path), false)?;
        floors.push(Floor { drawn, bytes, length: html.len() });
    }
    Ok(floors)
}

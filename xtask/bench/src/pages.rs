//! What pages cost on a running server, and on a floor: axum with the same SQL, the same number of bytes, no privacy.

use std::{collections::BTreeSet, fs, path::Path};

use troth::demo::PASSWORD;

use crate::{Failure, client::Client, process::Server, table::Table};

/// Requests for each figure.
const ROUNDS: u32 = 1_000;

/// A page, as it was asked for.
struct Measured {
    path: String,
    cpu: f64,
    queries: Vec<String>,
    page: String,
}

/// Measures pages, first view and idle memory of the demo; then the floor.
pub(crate) fn measure(program: &str, table: &mut Table) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    let arguments = ["demo", "--port", "0", "--data", &data.display().to_string()];
    let server = Server::start(program, &arguments, &[("TROTH_LOG", "warn")])?;
    std::thread::sleep(std::time::Duration::from_secs(5));
    let idle = server.memory()?;
    table.add("memory idle, five organisations", format!("{idle:.1} MiB"), "40 MiB", Some(idle <= 40.0));
    first_view(server.port, table)?;
    let (mut client, trajectory) = enter(server.port)?;
    let dialogue = format!("/trajectories/{trajectory}/dialogue");
    fill(&mut client, &trajectory, &dialogue)?;
    let mut pages = Vec::new();
    for path in ["/".to_owned(), dialogue] {
        let page = client.get(&path)?.text();
        let cpu = cpu_for_each(&server, &mut client, &path)?;
        pages.push(Measured { path, cpu, queries: Vec::new(), page });
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
        let (cpu, ratio) = (page.cpu * 1e3, page.cpu / floor);
        table.add(&format!("{name}: CPU"), format!("{cpu:.3} ms"), "1 ms", Some(cpu <= 1.0));
        let count = page.queries.len();
        table.add(&format!("{name}: queries"), format!("{count}"), "6", Some(count <= 6));
        table.add(&format!("{name}: floor's CPU"), format!("{:.3} ms", floor * 1e3), "", None);
        table.add(&format!("{name}: times the floor"), format!("{ratio:.2}"), "1.3", Some(ratio <= 1.3));
        table.add(&format!("{name}: HTML"), format!("{:.1} KB", kilobytes(page.page.len())), "", None);
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

fn cpu_for_each(server: &Server, client: &mut Client, path: &str) -> Result<f64, Failure> {
    for _ in 0..100 {
        client.get(path)?;
    }
    let before = server.cpu()?;
    for _ in 0..ROUNDS {
        let answer = client.get(path)?;
        if answer.status != 200 {
            return Err(format!("{path} answers {}", answer.status).into());
        }
    }
    Ok((server.cpu()? - before) / f64::from(ROUNDS))
}

fn first_view(port: u16, table: &mut Table) -> Result<(), Failure> {
    let mut client = Client::new("campus.localhost", port)?;
    let plain = client.get("/sign-in")?.text();
    let assets: BTreeSet<&str> = plain
        .split('"')
        .filter(|part| part.starts_with("/assets/"))
        .map(|part| part.split('#').next().unwrap_or(part))
        .collect();
    let mut bytes = client.get_compressed("/sign-in")?.body.len();
    for asset in &assets {
        bytes += client.get_compressed(asset)?.body.len();
    }
    let size = kilobytes(bytes);
    table.add("first view: bodies, compressed", format!("{size:.1} KB"), "60 KB", Some(size <= 60.0));
    let requests = assets.len() + 1;
    table.add("first view: requests", format!("{requests}"), "6", Some(requests <= 6));
    Ok(())
}

fn trajectory_of(pages: &[Measured]) -> String {
    pages.iter().filter_map(|page| page.path.split('/').nth(2)).next().unwrap_or_default().to_owned()
}

/// The processor time of the same pages on the floor.
fn floors(campus: &Path, folder: &Path, pages: &[Measured], trajectory: &str) -> Result<Vec<f64>, Failure> {
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
    pages.iter().map(|page| cpu_for_each(&server, &mut client, &page.path)).collect()
}

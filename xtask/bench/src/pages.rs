//! What pages cost on a running server, and on floors: axum with the same SQL and no privacy.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use troth::demo::PASSWORD;

use crate::{Failure, client::Client, floor::Way, process::Server, table::Table};

/// Requests in a batch.
const ROUNDS: u32 = 200;
/// Batches for each figure, of which the middle one counts.
const BATCHES: u32 = 11;
/// Sign-in pages before memory is read again.
const VISITORS: u32 = 1_000;

/// How long a server is left alone before its memory is read.
const SETTLED: std::time::Duration = std::time::Duration::from_secs(5);

/// A page, as it was asked for.
struct Page {
    path: String,
    queries: Vec<String>,
    page: String,
}

/// What it costs, in seconds of processor time, beside the floor.
struct Cost {
    page: f64,
    /// When it is asked for compressed, as browsers do.
    compressed: f64,
    /// On the floor, drawn from its rows, which are read on a blocking thread.
    handed: f64,
    /// The same, read in place.
    in_place: f64,
    /// On the floor, copied from bytes that lie ready.
    bytes: f64,
    /// The page against the floor that hands over: the middle one of pairs of batches, one after the other.
    ratio: f64,
    /// Bytes of the page that the floor draws.
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
    let views = ("signed-in start page", "/");
    first_view("campus.localhost", server.port, &client.cookie, views, table)?;
    let dialogue = format!("/trajectories/{trajectory}/dialogue");
    fill(&mut client, &trajectory, &dialogue)?;
    let mut pages = Vec::new();
    for path in ["/".to_owned(), dialogue] {
        let page = client.get(&path)?.text();
        pages.push(Page { path, queries: Vec::new(), page });
    }
    count_queries(program, &folder.path().join("counted"), &mut pages)?;
    let floor = floor(&data.join("campus"), folder.path(), &pages)?;
    for page in &pages {
        let cost = Cost::of(page, (&server, &mut client), &floor)?;
        page.tell(&cost, table);
    }
    let memory = server.memory()?;
    table.add("memory after the load, five organisations", format!("{memory:.1} MiB"), "", None);
    Ok(())
}

/// A second server tells which queries each page runs; counting them would disturb the first.
fn count_queries(program: &str, folder: &Path, pages: &mut [Page]) -> Result<(), Failure> {
    let arguments = ["demo", "--port", "0", "--data", &folder.display().to_string()];
    let counted = Server::start(program, &arguments, &[("TROTH_LOG", "troth_store::sql=trace")])?;
    let (mut client, trajectory) = enter(counted.port)?;
    for page in pages {
        let path = if page.path == "/" { "/".to_owned() } else { format!("/trajectories/{trajectory}/dialogue") };
        client.get(&path)?;
        counted.log();
        client.get(&path)?;
        page.queries = counted.log().iter().filter_map(|line| query_name(line)).collect();
    }
    Ok(())
}

impl Page {
    fn tell(&self, cost: &Cost, table: &mut Table) {
        let name = if self.path == "/" { "signed-in start page" } else { "dialogue of 20 sealed messages" };
        let milliseconds = |seconds: f64| format!("{:.3} ms", seconds * 1e3);
        let mut add =
            |what: &str, figure, wanted, reached| table.add(&format!("{name}: {what}"), figure, wanted, reached);
        add("CPU", milliseconds(cost.page), "≤ 1 ms", Some(cost.page <= 1e-3));
        let count = self.queries.len();
        add("queries", format!("{count}"), "≤ 6", Some(count <= 6));
        add("CPU of a floor that draws", milliseconds(cost.handed), "", None);
        add("times the floor that draws", format!("{:.2}", cost.ratio), "≤ 1.3", Some(cost.ratio <= 1.3));
        add("CPU of a floor that reads in place", milliseconds(cost.in_place), "", None);
        add("times the floor that reads in place", format!("{:.2}", cost.page / cost.in_place), "", None);
        add("CPU of bytes that lie ready", milliseconds(cost.bytes), "", None);
        add("times bytes that lie ready", format!("{:.2}", cost.page / cost.bytes), "", None);
        add("HTML of the floor that draws", format!("{:.1} KB", kilobytes(cost.length)), "", None);
        add("HTML, not compressed", format!("{:.1} KB", kilobytes(self.page.len())), "", None);
        add("CPU when asked for compressed", milliseconds(cost.compressed), "", None);
        self.queries.iter().for_each(|query| println!("    {query}"));
    }
}

impl Cost {
    /// Page and floor take turns, so that what else the machine does meets both.
    fn of(page: &Page, (server, client): (&Server, &mut Client), floor: &Server) -> Result<Self, Failure> {
        let mut other = Client::new("localhost", floor.port)?;
        let html = other.get(&page.path)?.text();
        // A floor that draws something else is none.
        if messages(&html) != messages(&page.page) || html.len() * 10 < page.page.len() * 9 {
            let (drawn, wanted) = (html.len(), page.page.len());
            return Err(format!("the floor draws {drawn} bytes for {}, not {wanted}", page.path).into());
        }
        let way = |way: Way| format!("{}{}", way.prefix(), page.path);
        let (mut pages, mut compressed, mut handed, mut in_place, mut bytes) = (vec![], vec![], vec![], vec![], vec![]);
        // The first round warms up.
        for _ in 0..=BATCHES {
            pages.push(batch(server, client, &page.path, false)?);
            handed.push(batch(floor, &mut other, &way(Way::Handed), false)?);
            compressed.push(batch(server, client, &page.path, true)?);
            in_place.push(batch(floor, &mut other, &way(Way::Here), false)?);
            bytes.push(batch(floor, &mut other, &way(Way::Bytes), false)?);
        }
        let ratios = pages.iter().zip(&handed).map(|(page, floor)| page / floor).collect();
        let [page, compressed, handed, in_place, bytes, ratio] =
            [pages, compressed, handed, in_place, bytes, ratios].map(|of| middle(&of[1..]));
        Ok(Self { page, compressed, handed, in_place, bytes, ratio, length: html.len() })
    }
}

/// The middle one.
pub(crate) fn middle(of: &[f64]) -> f64 {
    let mut of = of.to_vec();
    of.sort_by(f64::total_cmp);
    of[of.len() / 2]
}

/// Seconds of the server's processor time for one request, over a batch.
pub(crate) fn batch(server: &Server, client: &mut Client, path: &str, compressed: bool) -> Result<f64, Failure> {
    let before = server.cpu()?;
    for _ in 0..ROUNDS {
        let answer = if compressed { client.get_compressed(path)? } else { client.get(path)? };
        if answer.status != 200 {
            return Err(format!("{path} answers {}", answer.status).into());
        }
    }
    Ok((server.cpu()? - before) / f64::from(ROUNDS))
}

pub(crate) fn kilobytes(bytes: usize) -> f64 {
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

/// What a browser fetches, compressed as it asks: for its first page with everything that the page loads, and for the
/// next pages, when it has kept what may be kept. `inside` is a page behind signing in, with its name.
pub(crate) fn first_view(
    host: &str,
    port: u16,
    cookie: &str,
    inside: (&str, &str),
    table: &mut Table,
) -> Result<(), Failure> {
    let mut guest = Client::new(host, port)?;
    let mut member = Client::new(host, port)?;
    cookie.clone_into(&mut member.cookie);
    let mut kept: BTreeSet<String> = BTreeSet::new();
    for (name, path, client) in [("sign-in page", "/sign-in", &mut guest), (inside.0, inside.1, &mut member)] {
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

/// What a page loads from the server, and what that loads in turn; not the icon that a telephone asks for when somebody puts the
/// site among its programs.
fn loads(client: &mut Client, html: &str) -> Result<BTreeSet<String>, Failure> {
    let lines = html.lines().filter(|line| !line.contains("apple-touch-icon"));
    let mut found: BTreeSet<String> = lines.flat_map(named).collect();
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

/// An installation with an organisation of the demo and its first manager; answers with its folder. `more` is added to its
/// configuration.
pub(crate) fn installation(program: &str, folder: &Path, key: &str, more: &str) -> Result<PathBuf, Failure> {
    let data = folder.join("served");
    let place = data.display().to_string();
    command(program, &["init", &place])?;
    let statement = folder.join("statement.kdl");
    let (_, text) = troth::demo::STATEMENTS.iter().find(|(name, _)| *name == key).ok_or("no such statement")?;
    fs::write(&statement, text)?;
    let statement = statement.display().to_string();
    let who = ["--manager-name", "Ada Example", "--manager-email", "ada@people.example"];
    let what = ["organisation", "add", key, "--data", &place, "--statement", &statement];
    command(program, &[&what[..], &["--host", &format!("{key}.localhost")], &who].concat())?;
    let file = data.join(troth::config::FILE);
    let config = fs::read_to_string(&file)?.replace("127.0.0.1:8080", "127.0.0.1:0");
    let mail = "mail server=\"smtp://127.0.0.1:1\" from=\"no-reply@campus.example\"\n";
    let gateway = "sms url=\"http://127.0.0.1:1/\"\n";
    fs::write(&file, format!("{config}{mail}{gateway}{more}"))?;
    Ok(data)
}

/// Memory of a server with one organisation, before and after its first visitors.
fn idle_server(program: &str, folder: &Path, table: &mut Table) -> Result<(), Failure> {
    let place = installation(program, folder, "campus", "")?.display().to_string();
    let server = Server::start(program, &["serve", "--data", &place], &[])?;
    std::thread::sleep(SETTLED);
    let idle = server.memory()?;
    let what = "memory idle, `troth serve`, one organisation";
    table.add(what, format!("{idle:.1} MiB"), "≤ 40 MiB", Some(idle <= 40.0));
    let mut client = Client::new("campus.localhost", server.port)?;
    for _ in 0..VISITORS {
        client.get("/sign-in")?;
    }
    let after = server.memory()?;
    table.add(&format!("the same after {VISITORS} sign-in pages"), format!("{after:.1} MiB"), "", None);
    Ok(())
}

fn command(program: &str, words: &[&str]) -> Result<(), Failure> {
    let ended = std::process::Command::new(program).args(words).output()?;
    if ended.status.success() {
        return Ok(());
    }
    Err(format!("troth {}: {}", words.join(" "), String::from_utf8_lossy(&ended.stderr)).into())
}

/// Starts the floor over a copy of the campus's database.
fn floor(campus: &Path, folder: &Path, pages: &[Page]) -> Result<Server, Failure> {
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
    let trajectory = pages.iter().find_map(|page| page.path.split('/').nth(2)).unwrap_or_default();
    let database = folder.join("floor.sqlite");
    let plan = serde_json::json!({ "database": database, "trajectory": trajectory, "pages": described });
    let file = folder.join("floor.json");
    fs::write(&file, plan.to_string())?;
    let me = std::env::current_exe()?.display().to_string();
    Server::start(&me, &["floor", &file.display().to_string()], &[])
}

//! The floor: axum and the same SQL texts over a copy of the same database, in which texts stand plain. No decisions, no
//! keys, no access log. [`Way`] says how it answers.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Router,
    extract::State,
    http::{StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use rusqlite::{Connection, params_from_iter, types::Value};

use crate::{
    Failure,
    drawn::{self, Kept, Ready, Rows},
};

struct Page {
    kept: Kept,
    /// What stands before, between and after the messages; the messages' texts are escaped anew each time.
    pieces: Vec<Piece>,
    queries: Vec<Query>,
    length: usize,
}

struct Query {
    /// What it answers with, where a page draws it.
    what: &'static str,
    text: String,
    values: Vec<Value>,
}

enum Piece {
    Frame(String),
    Text(String),
}

struct Floor {
    ready: Ready,
    connection: Mutex<Connection>,
    pages: BTreeMap<String, Page>,
}

/// Serves the pages that the file describes.
pub(crate) async fn serve(plan: &Path) -> Result<(), Failure> {
    let plan: serde_json::Value = serde_json::from_str(&fs::read_to_string(plan)?)?;
    let connection = Connection::open(plan["database"].as_str().ok_or("no database")?)?;
    connection.set_prepared_statement_cache_capacity(64);
    // As in the store: texts are planned once.
    connection.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    let trajectory = plan["trajectory"].as_str().unwrap_or_default();
    let candidates = candidates(&connection, &trajectory.replace('-', ""))?;
    let described: Vec<_> = plan["pages"].as_array().into_iter().flatten().collect();
    let drawn: Vec<_> = described.iter().filter_map(|page| page["page"].as_str()).collect();
    let ready = Ready::new(&connection, trajectory, &drawn)?;
    let mut pages = BTreeMap::new();
    for page in described {
        let path = page["path"].as_str().unwrap_or_default().to_owned();
        let html = page["page"].as_str().unwrap_or_default();
        let texts = page["queries"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_str);
        let mut queries = Vec::new();
        for text in texts {
            let text = text.replace('$', "?");
            if text.trim_start().starts_with("SELECT") || text.trim_start().starts_with("WITH") {
                let mut fitting = candidates.clone();
                // Talks ahead are asked for with an instant; a small number would find those that are over, too.
                if what(&text) == "talks" {
                    fitting.retain(|value| *value != Value::Integer(21));
                }
                let values = best(&connection, &text, &fitting)?;
                queries.push(Query { what: what(&text), text, values });
            }
        }
        let answered = |what| {
            let query = queries.iter().find(|query| query.what == what);
            query.map_or(Ok(Rows::new()), |query| rows(&connection, query))
        };
        drawn::put_plain_texts(&connection, html, &answered("talks")?, &answered("tasks")?)?;
        let kept = Kept::new(&path, html, ready.other());
        pages.insert(path, Page { kept, pieces: pieces(html), queries, length: html.len() });
    }
    let floor = Arc::new(Floor { ready, connection: Mutex::new(connection), pages });
    let app = Router::new().fallback(answer).with_state(floor);
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    println!("http://localhost:{}", listener.local_addr()?.port());
    axum::serve(listener, app).await?;
    Ok(())
}

async fn answer(State(floor): State<Arc<Floor>>, uri: Uri) -> Response {
    let (path, way) = [Way::Bytes, Way::Handed]
        .into_iter()
        .find_map(|way| Some((uri.path().strip_prefix(way.prefix())?, way)))
        .unwrap_or((uri.path(), Way::Here));
    let Some(page) = floor.pages.get(path) else { return StatusCode::NOT_FOUND.into_response() };
    let rows = if way == Way::Handed {
        let (asked, of) = (Arc::clone(&floor), path.to_owned());
        tokio::task::spawn_blocking(move || asked.read(&of)).await.ok()
    } else {
        Some(floor.read(path))
    };
    let Some(Ok(rows)) = rows else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let html = if way == Way::Bytes { Ok(page.copy()) } else { floor.ready.draw(&page.kept, &rows) };
    match html {
        Ok(html) => ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// How the floor answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// Reads on the thread that serves the request, as Troth does, and draws.
    Here,
    /// Hands the reading to a blocking thread and back, as axum's guide has it, and draws.
    Handed,
    /// Reads, and answers with bytes that lie ready.
    Bytes,
}

impl Way {
    /// What stands before a page's path.
    pub(crate) const fn prefix(self) -> &'static str {
        match self {
            Self::Here => "",
            Self::Handed => "/handed",
            Self::Bytes => "/bytes",
        }
    }
}

impl Floor {
    /// All that the page asks, in one read transaction.
    fn read(&self, path: &str) -> rusqlite::Result<BTreeMap<&'static str, Rows>> {
        let mut found = BTreeMap::new();
        let Some(page) = self.pages.get(path) else { return Ok(found) };
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = connection.transaction()?;
        for query in &page.queries {
            found.insert(query.what, rows(&transaction, query)?);
        }
        transaction.commit()?;
        Ok(found)
    }
}

impl Page {
    fn copy(&self) -> String {
        let mut html = String::with_capacity(self.length);
        for piece in &self.pieces {
            match piece {
                Piece::Frame(text) => html.push_str(text),
                Piece::Text(text) => escape(text, &mut html),
            }
        }
        html
    }
}

fn rows(connection: &Connection, query: &Query) -> rusqlite::Result<Rows> {
    let mut statement = connection.prepare_cached(&query.text)?;
    let columns = statement.column_count();
    let mut rows = statement.query(params_from_iter(&query.values))?;
    let mut found = Rows::new();
    while let Some(row) = rows.next()? {
        found.push((0..columns).map(|column| row.get(column)).collect::<rusqlite::Result<_>>()?);
    }
    Ok(found)
}

/// What a query is about, by its text.
fn what(text: &str) -> &'static str {
    let known = [
        ("FROM session", "session"),
        ("FROM message WHERE trajectory = ?1 ORDER", "messages"),
        ("FROM attachment", "attachments"),
        ("JOIN appointment", "talks"),
        ("JOIN task", "tasks"),
        ("SELECT t.id, t.coach", "overviews"),
    ];
    known.into_iter().find(|(part, _)| text.contains(part)).map_or("", |(_, what)| what)
}

fn escape(text: &str, into: &mut String) {
    for sign in text.chars() {
        match sign {
            '<' => into.push_str("&#60;"),
            '>' => into.push_str("&#62;"),
            '&' => into.push_str("&#38;"),
            '"' => into.push_str("&#34;"),
            '\'' => into.push_str("&#39;"),
            other => into.push(other),
        }
    }
}

/// The page taken apart at the messages' texts.
fn pieces(html: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (turn, part) in html.split("<p class=\"message-text\">").enumerate() {
        if turn == 0 {
            pieces.push(Piece::Frame(part.to_owned()));
        } else {
            let (text, rest) = part.split_once("</p>").unwrap_or((part, ""));
            pieces.push(Piece::Frame("<p class=\"message-text\">".to_owned()));
            pieces.push(Piece::Text(text.to_owned()));
            pieces.push(Piece::Frame(format!("</p>{rest}")));
        }
    }
    pieces
}

/// Values that the queries' parameters may have: what stands in the visitor's trajectory and newest session. Not the
/// coach, who has more rows: the floor would do more than the page.
fn candidates(connection: &Connection, trajectory: &str) -> Result<Vec<Value>, Failure> {
    let mut found: Vec<Value> = Vec::new();
    for text in [
        format!("SELECT id, participant FROM trajectory WHERE id = x'{trajectory}'"),
        "SELECT * FROM session ORDER BY began_at DESC LIMIT 1".to_owned(),
        // Where the newest stretch of messages begins and ends.
        format!(
            "SELECT MIN(id), MAX(id) FROM (SELECT id FROM message WHERE trajectory = x'{trajectory}' \
             ORDER BY sent DESC, id DESC LIMIT 20)"
        ),
    ] {
        let mut statement = connection.prepare(&text)?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                let value: Value = row.get(column)?;
                if matches!(&value, Value::Blob(bytes) if bytes.len() <= 32) && !found.contains(&value) {
                    found.push(value);
                }
            }
        }
    }
    // How many messages are asked for, and now.
    found.extend([Value::Integer(21), Value::Integer(jiff::Timestamp::now().as_microsecond())]);
    Ok(found)
}

/// The values with which a query answers most: those that the page gave it.
fn best(connection: &Connection, text: &str, candidates: &[Value]) -> Result<Vec<Value>, Failure> {
    let mut statement = connection.prepare(text)?;
    let count = statement.parameter_count();
    let combinations = candidates.len().pow(u32::try_from(count.min(4))?);
    let (mut most, mut chosen) = (0, vec![Value::Null; count]);
    for combination in 0..combinations {
        let mut rest = combination;
        let values: Vec<Value> = (0..count)
            .map(|_| {
                let value = candidates[rest % candidates.len()].clone();
                rest /= candidates.len();
                value
            })
            .collect();
        let mut rows = statement.query(params_from_iter(&values))?;
        let mut number = 1;
        while rows.next().ok().flatten().is_some() {
            number += 1;
        }
        if number > most {
            (most, chosen) = (number, values);
        }
    }
    Ok(chosen)
}

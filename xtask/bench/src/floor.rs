//! The floor: axum, the same SQL texts over a copy of the same database, and a page of the same length. No sessions, no
//! decisions, no keys, no seals.

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

use crate::Failure;

struct Page {
    /// What stands before, between and after the messages; the messages' texts are escaped anew each time.
    pieces: Vec<Piece>,
    queries: Vec<(String, Vec<Value>)>,
    length: usize,
}

enum Piece {
    Frame(String),
    Text(String),
}

struct Floor {
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
    let trajectory = plan["trajectory"].as_str().unwrap_or_default().replace('-', "");
    let candidates = candidates(&connection, &trajectory)?;
    let mut pages = BTreeMap::new();
    for page in plan["pages"].as_array().into_iter().flatten() {
        let path = page["path"].as_str().unwrap_or_default().to_owned();
        let html = page["page"].as_str().unwrap_or_default();
        let texts = page["queries"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_str);
        let mut queries = Vec::new();
        for text in texts {
            let text = text.replace('$', "?");
            if text.trim_start().starts_with("SELECT") || text.trim_start().starts_with("WITH") {
                let values = best(&connection, &text, &candidates)?;
                queries.push((text, values));
            }
        }
        pages.insert(path, Page { pieces: pieces(html), queries, length: html.len() });
    }
    let floor = Arc::new(Floor { connection: Mutex::new(connection), pages });
    let app = Router::new().fallback(answer).with_state(floor);
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    println!("http://localhost:{}", listener.local_addr()?.port());
    axum::serve(listener, app).await?;
    Ok(())
}

async fn answer(State(floor): State<Arc<Floor>>, uri: Uri) -> Response {
    let page = tokio::task::spawn_blocking(move || floor.page(uri.path())).await;
    match page {
        Ok(Ok(Some(html))) => ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response(),
        Ok(Ok(None)) => StatusCode::NOT_FOUND.into_response(),
        _ => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

impl Floor {
    fn page(&self, path: &str) -> rusqlite::Result<Option<String>> {
        let Some(page) = self.pages.get(path) else { return Ok(None) };
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = connection.transaction()?;
        let mut seen = 0;
        for (text, values) in &page.queries {
            let mut statement = transaction.prepare_cached(text)?;
            let columns = statement.column_count();
            let mut rows = statement.query(params_from_iter(values))?;
            while let Some(row) = rows.next()? {
                for column in 0..columns {
                    let value: Value = row.get(column)?;
                    seen += usize::from(!matches!(value, Value::Null));
                }
            }
        }
        transaction.commit()?;
        let mut html = String::with_capacity(page.length + seen % 2);
        for piece in &page.pieces {
            match piece {
                Piece::Frame(text) => html.push_str(text),
                Piece::Text(text) => escape(text, &mut html),
            }
        }
        Ok(Some(html))
    }
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
    found.extend([Value::Integer(i64::MAX), Value::Integer(0), Value::Integer(50)]);
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

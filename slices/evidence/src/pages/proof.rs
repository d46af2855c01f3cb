//! The proof that a person checks alone: a receipt's file, the page that checks it, and the key to check it with.

use access::Resource;
use askama::Template;
use http::{
    At, Problem,
    axum::{
        http::{HeaderValue, header},
        response::{IntoResponse, Response},
    },
};
use keeper::ActId;
use kernel::words::Voice;
use organisation::{Desk as _, Visit};
use serde_json::json;
use store::ledger;

use crate::actions::REGISTERS_READ;

/// The words that the page's script speaks, each by its short name.
const WORDS: [(&str, &str); 13] = [
    ("good", "evidence-check-good"),
    ("bad", "evidence-check-bad"),
    ("content", "evidence-check-content"),
    ("chain", "evidence-check-chain"),
    ("signature", "evidence-check-signature"),
    ("key", "evidence-check-same-key"),
    ("holds", "evidence-check-holds"),
    ("fails", "evidence-check-fails"),
    ("when", "evidence-check-when"),
    ("signer", "evidence-check-signer"),
    ("fingerprint", "evidence-check-fingerprint"),
    ("said", "evidence-check-said"),
    ("unreadable", "evidence-check-unreadable"),
];

#[derive(Template)]
#[template(path = "evidence/check-receipt.html")]
struct CheckPage {
    voice: Voice,
    words: Vec<(&'static str, String)>,
    script: &'static str,
}

/// A file to keep, under a name.
fn attachment(media: &'static str, name: &str, body: impl Into<String>) -> Result<Response, Problem> {
    let name = format!("attachment; filename=\"{name}\"");
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media)),
        (header::CONTENT_DISPOSITION, HeaderValue::from_str(&name).map_err(Problem::internal)?),
    ];
    Ok((headers, body.into()).into_response())
}

/// `GET /receipts/{receipt}/file`: the receipt with what proves it.
pub(super) async fn file(visit: Visit, At(id): At<ActId>) -> Result<Response, Problem> {
    let proof = visit.site.keeper().proof(&visit.scope, id).await.map_err(Problem::internal)?;
    let proof = proof.ok_or(Problem::NotFound)?;
    let body = serde_json::to_string_pretty(&proof).map_err(Problem::internal)?;
    attachment("application/json", "receipt.json", body)
}

/// `GET /check-receipt`: the page that checks a receipt, to keep and to open without us.
pub(super) async fn page(visit: Visit) -> Result<Response, Problem> {
    let voice = visit.voice();
    let words = WORDS.map(|(name, key)| (name, voice.say(key))).into();
    let page = CheckPage { voice, words, script: include_str!("../../assets/check-receipt.js") };
    attachment("text/html; charset=utf-8", "check-receipt.html", page.render().map_err(Problem::internal)?)
}

/// `GET /.well-known/troth-key`: the key with which receipts and heads are signed.
pub(super) async fn key(visit: Visit) -> Response {
    let key = ledger::hex(&visit.site.store.public_key());
    let told = json!({
        "troth": "key 1",
        "organisation": visit.site.key.as_str(),
        "algorithm": "ECDSA P-256 SHA-256",
        "key": key,
    });
    ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], told.to_string()).into_response()
}

/// `GET /ledger-head`: the ledger's head, signed, for a witness to keep.
pub(super) async fn head(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&REGISTERS_READ, &Resource::organisation())?;
    let head = visit.site.keeper().signed_head(&visit.scope).await.map_err(Problem::internal)?;
    let body = serde_json::to_string(&head).map_err(Problem::internal)?;
    attachment("application/json", "ledger-head.json", format!("{body}\n"))
}

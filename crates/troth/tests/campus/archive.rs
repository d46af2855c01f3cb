//! Archives of one's data: taken along, made up, and brought along.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read as _, Write as _},
    sync::Arc,
};

use organisation::Organisation;
use serde_json::{Value as Json, json};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::world::{Answer, Browser, Campus, links};

/// Where one sees what one brought along.
pub const BROUGHT: &str = "/my-data/brought-along";

/// What one takes along, as it comes.
pub async fn taken(campus: &Campus, site: &Arc<Organisation>, browser: &mut Browser) -> Vec<u8> {
    let answer = campus.get_from(site, browser, "/my-data/file").await;
    assert_eq!(answer.headers["content-type"], "application/zip");
    answer.body
}

/// The files of an archive, by name.
pub fn unzip(archive: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(archive)).expect("the archive has its end");
    assert!(!zip.has_duplicate_names(), "two files of one name");
    let mut files = BTreeMap::new();
    for number in 0..zip.len() {
        let mut entry = zip.by_index(number).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("the checksum is right");
        files.insert(entry.name().unwrap().into_owned(), bytes);
    }
    files
}

/// What one takes along, file by file.
pub async fn take(campus: &Campus, browser: &mut Browser) -> BTreeMap<String, Vec<u8>> {
    unzip(&taken(campus, &campus.site, browser).await)
}

/// An archive of these files.
pub fn pack(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// `my-data.json` of a made-up organisation, with these rows.
pub fn data(rows: &Json) -> Json {
    json!({
        "$schema": keeper::export::SCHEMA_PATH,
        "organisation": {
            "key": "harbour", "name": "Harbour Coaching", "country": "NL", "contact": "a@harbour.example", "officer": null,
        },
        "statement": { "name": "harbour", "version": 7 },
        "taken": "2026-02-27T09:00:00Z",
        "person": "0197",
        "categories": [],
        "recipients": [],
        "held": [{
            "what": "diary", "table": "diary", "of": { "kind": "person", "id": "0197", "your-part": "self" },
            "goes": null, "frozen": false, "clause": null, "rows": rows,
        }],
    })
}

/// A made-up archive: a diary entry, and a picture with its name.
pub fn diary(entry: &str, picture: &str, name: &str) -> Vec<u8> {
    let path = format!("files/1-{name}");
    let rows = json!([
        { "diary.entry": entry },
        { "picture.file": path, "picture.name": name, "picture.place": { "held": true, "shown": false } },
    ]);
    pack(&[("my-data.json", data(&rows).to_string().as_bytes()), (&path, picture.as_bytes())])
}

/// Uploads an archive; the answer is a preview, or says what is wrong.
pub async fn show(campus: &Campus, site: &Arc<Organisation>, browser: &mut Browser, bytes: &[u8]) -> Answer {
    campus.upload_to(site, browser, BROUGHT, &[], &[("archive", "my-data.zip", bytes)]).await
}

/// The number of the upload in a preview.
pub fn number(preview: &str) -> String {
    let (_, rest) = preview.split_once("name=\"archive\" value=\"").unwrap_or_else(|| panic!("no preview: {preview}"));
    rest.split('"').next().unwrap().to_owned()
}

/// Brings an archive along; the paths of all parts that are there then.
pub async fn bring(campus: &Campus, site: &Arc<Organisation>, browser: &mut Browser, bytes: &[u8]) -> Vec<String> {
    let preview = show(campus, site, browser, bytes).await;
    assert_eq!(preview.status, 200, "{}", preview.text());
    let fields = [("archive", number(&preview.text()))];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let kept = campus.post_to(site, browser, &format!("{BROUGHT}/keeping"), &fields).await;
    assert_eq!(kept.location(), format!("{BROUGHT}?done=kept"), "{}", kept.text());
    let page = campus.get_from(site, browser, BROUGHT).await.text();
    links(&page, &format!("{BROUGHT}/parts/"), "")
}

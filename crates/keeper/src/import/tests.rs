//! Bytes from outside: good archives arrive whole, and whatever else is named and refused, and never ends the program.

use std::io::{Cursor, Write as _};

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{Archive, Brought, ENTRY, FILE, NAME, Unfit};

/// An archive of these entries.
fn pack(entries: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn stored(entries: &[(&str, &[u8])]) -> Vec<u8> {
    pack(entries, CompressionMethod::Stored)
}

/// `my-data.json` with these tables of one person: class, table and rows.
fn data(held: &[(&str, &str, Json)]) -> Json {
    let part = |(what, table, rows): &(&str, &str, Json)| {
        json!({
            "what": what, "table": table, "of": { "kind": "person", "id": "p-1", "your-part": "self" },
            "goes": null, "frozen": false, "clause": null, "rows": rows,
        })
    };
    json!({
        "$schema": "/schemas/my-data-1.json",
        "organisation": {
            "key": "harbour", "name": "Harbour Coaching", "country": "NL", "contact": "a@harbour.example", "officer": null,
        },
        "statement": { "name": "harbour", "version": 7 },
        "taken": "2026-03-02T09:00:00Z",
        "person": "p-1",
        "categories": [{
            "key": "diary", "items": ["diary.entry"], "purposes": ["service"], "basis": "contract", "sources": ["you"],
            "recipients": [], "clause": "c-1",
        }],
        "recipients": [{
            "key": "relay", "name": null, "role": "processor", "country": "NL", "sealed": true, "clause": "c-2",
        }],
        "held": held.iter().map(part).collect::<Vec<_>>(),
    })
}

fn good_data() -> Json {
    data(&[
        ("account", "account", json!([{ "person.email": { "held": true, "shown": false }, "person.name": "Maria" }])),
        (
            "diary",
            "diary",
            json!([
                { "diary.entry": "A walk.", "diary.times": "2026-03-01T08:00:00Z", "diary.times (changed)": null },
                { "diary.entry": { "held": false }, "diary.times": "2026-03-02T08:00:00Z" },
                { "diary.entry": { "held": true, "shown": false } },
                { "picture.file": "files/1-walk.txt", "picture.file (size)": 4, "picture.name": "walk.txt" },
            ]),
        ),
    ])
}

fn with(data: &Json) -> Vec<u8> {
    let text = data.to_string();
    let tables: &[u8] = b"\"container\"\r\n";
    stored(&[
        ("my-data.json", text.as_bytes()),
        ("tables/diary.csv", tables),
        ("files/1-walk.txt", b"walk"),
        ("my-data-1.schema.json", b"{}"),
    ])
}

fn read(bytes: &[u8]) -> Result<Brought, Unfit> {
    Archive::open(bytes)?.brought()
}

#[test]
fn a_good_archive_brings_what_was_shown_and_counts_what_was_not() {
    let bytes = with(&good_data());
    let mut archive = Archive::open(&bytes).unwrap();
    let brought = archive.brought().unwrap();
    assert_eq!((brought.source.organisation.as_str(), brought.source.version), ("Harbour Coaching", 7));
    assert_eq!(brought.whose.as_deref(), Some("Maria"));
    assert_eq!((brought.hidden, brought.gone, brought.entries()), (2, 1, 4));
    let diary = &brought.parts[1];
    assert_eq!(diary.items, ["diary.entry", "diary.times", "picture.file", "picture.name"]);
    assert_eq!(diary.entries[0].carried.row["diary.entry"], "A walk.");
    let file = diary.entries[2].file.as_ref().unwrap();
    assert_eq!((file.name.as_str(), archive.file(&file.path).unwrap()), ("walk.txt", b"walk".to_vec()));
    // One that somebody packed anew, with compression, is as good.
    let text = good_data().to_string();
    let anew = [("my-data.json", text.as_bytes()), ("files/1-walk.txt", b"walk")];
    assert_eq!(read(&pack(&anew, CompressionMethod::Deflated)).unwrap().entries(), 4);
}

// What was brought along there from elsewhere keeps saying where it comes from.
#[test]
fn what_moves_on_keeps_its_first_origin_and_its_file() {
    let first = read(&with(&good_data())).unwrap();
    let moved: Vec<_> = first.parts.iter().flat_map(|part| &part.entries).enumerate().collect();
    let rows: Vec<Json> = moved
        .iter()
        .map(|(n, entry)| {
            let path = entry.file.as_ref().map(|_| format!("files/{n}-walk.txt"));
            let name = entry.file.as_ref().map(|file| file.name.clone());
            json!({ ENTRY: serde_json::to_string(&entry.carried).unwrap(), FILE: path, NAME: name })
        })
        .collect();
    let heading =
        json!([{ "brought-along.heading": { "held": true, "shown": false }, "brought-along.heading (heading)": "{}" }]);
    let mut data = data(&[("brought-along", "brought_part", heading), ("brought-along", "brought_entry", rows.into())]);
    data["organisation"]["name"] = json!("Second House");
    let text = data.to_string();
    let second = read(&stored(&[("my-data.json", text.as_bytes()), ("files/3-walk.txt", b"walk")])).unwrap();
    assert_eq!(second.source.organisation, "Second House");
    let carried = |brought: &Brought| -> Vec<_> {
        brought.parts.iter().flat_map(|part| &part.entries).map(|entry| entry.carried.clone()).collect()
    };
    assert_eq!(carried(&second), carried(&first), "headings say nothing more, and nothing is lost");
    assert!(second.parts.iter().all(|part| part.source.organisation == "Harbour Coaching"));
    assert_eq!(second.parts[1].entries[2].file.as_ref().unwrap().name, "walk.txt");
}

#[test]
fn each_bad_archive_is_named_by_what_is_wrong_with_it() {
    let (data, text) = (good_data(), good_data().to_string());
    let json = ("my-data.json", text.as_bytes());
    let file: (&str, &[u8]) = ("files/1-walk.txt", b"walk");
    let good = with(&data);
    let named = |name: &str| stored(&[json, file, (name, b"x")]);
    let damaged = replaced(&good, b"\"container", b"\"contained");
    // In the directory's line of the first entry: it needs a password, or is packed by bzip2.
    let lined = |at: usize, byte: u8| {
        let mut bytes = good.clone();
        let line = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
        bytes[line + at] = byte;
        bytes
    };
    let many = vec![json!({ "diary.entry": "x" }); super::MOST_ENTRIES + 1];
    let many = self::data(&[("diary", "diary", many.into())]).to_string();
    let place = |name: &str| name.to_owned();
    let cases: Vec<(Vec<u8>, Unfit)> = vec![
        (b"%PDF-1.7".to_vec(), Unfit::NotZip),
        (Vec::new(), Unfit::NotZip),
        (b"PK".to_vec(), Unfit::Damaged),
        (good[..good.len() / 2].to_vec(), Unfit::Damaged),
        (good[..good.len() - 5].to_vec(), Unfit::Damaged),
        (stored(&[("word/document.xml", b"<w/>")]), Unfit::Foreign(place("word/document.xml"))),
        (stored(&[("readme.txt", b"hello")]), Unfit::Foreign(place("readme.txt"))),
        (stored(&[file]), Unfit::Foreign(place("my-data.json"))),
        (named("files/../../etc/passwd"), Unfit::Path(place("files/../../etc/passwd"))),
        (named("/my-data.json"), Unfit::Path(place("/my-data.json"))),
        (named("files/.."), Unfit::Path(place("files/.."))),
        (named("files\\walk.txt"), Unfit::Path(place("files\\walk.txt"))),
        (named("C:walk.txt"), Unfit::Path(place("C:walk.txt"))),
        (named("files/2-other.txt"), Unfit::NotOnce(place("files/2-other.txt"))),
        (stored(&[json]), Unfit::Absent(place("files/1-walk.txt"))),
        (lined(8, 1), Unfit::Locked(place("my-data.json"))),
        (lined(10, 12), Unfit::Locked(place("my-data.json"))),
        (damaged, Unfit::Checksum(place("tables/diary.csv"))),
        (stored(&[("my-data.json", many.as_bytes())]), Unfit::TooMany),
        (vec![b'P', b'K'].into_iter().chain(vec![0; super::MOST_MIB << 20]).collect(), Unfit::TooHeavy),
        (b"PK\x01\x02".repeat(100_001), Unfit::TooMany),
    ];
    for (n, (bytes, wanted)) in cases.into_iter().enumerate() {
        assert_eq!(read(&bytes).err(), Some(wanted), "case {n}");
    }
}

#[test]
fn two_entries_of_one_name_are_refused() {
    let text = good_data().to_string();
    let bytes =
        stored(&[("my-data.json", text.as_bytes()), ("files/1-walk.txt", b"walk"), ("files/1-walk.txu", b"run!")]);
    let twice = replaced(&bytes, b"walk.txu", b"walk.txt");
    assert_eq!(read(&twice).err(), Some(Unfit::Twice));
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut all = bytes.to_vec();
    for at in 0..=all.len() - from.len() {
        if &all[at..at + from.len()] == from {
            all[at..at + to.len()].copy_from_slice(to);
        }
    }
    all
}

// A bomb: what is declared is limited before a byte is read, and what is real while it is read.
#[test]
fn what_unpacks_to_more_than_it_may_is_refused_by_its_declared_and_by_its_real_size() {
    let zeros = vec![0; (super::MOST_JSON_MIB as usize + 1) << 20];
    let bomb = pack(&[("my-data.json", &zeros)], CompressionMethod::Deflated);
    assert!(bomb.len() < 1 << 20, "it is small on its way");
    assert_eq!(read(&bomb).err(), Some(Unfit::TooLarge("my-data.json".to_owned())));
    // It declares ten bytes, and has more.
    let length = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    let lies = replaced(&bomb, &length, &10u32.to_le_bytes());
    assert_ne!(lies, bomb);
    assert_eq!(read(&lies).err(), Some(Unfit::Checksum("my-data.json".to_owned())));
    // The same without compression: the directory declares two bytes, and twenty are there.
    let mut lies = stored(&[("my-data.json", &[b' '; 20])]);
    let line = lies.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    lies[line + 24] = 2;
    assert_eq!(read(&lies).err(), Some(Unfit::Checksum("my-data.json".to_owned())));
    // Many that are small enough each, and too much together.
    let part = vec![0; 60 << 20];
    let names: Vec<String> = (0..5).map(|n| format!("files/{n}")).collect();
    let all: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), part.as_slice())).collect();
    let together = pack(&all, CompressionMethod::Deflated);
    assert_eq!(read(&together).err(), Some(Unfit::TooLarge("files/4".to_owned())));
}

#[test]
fn json_that_does_not_fit_its_form_is_named_by_its_place() {
    type Change = fn(&mut Json);
    let changed = |change: Change| {
        let mut data = good_data();
        change(&mut data);
        match read(&with(&data)) {
            Err(Unfit::Form(place)) => place,
            other => panic!("{other:?}"),
        }
    };
    let cases: [(Change, &str); 9] = [
        (|data| data["more"] = json!(1), "more"),
        (|data| data["organisation"]["name"] = json!(7), "organisation.name"),
        (|data| drop(data["organisation"].as_object_mut().unwrap().remove("officer")), "organisation"),
        (|data| data["taken"] = json!("yesterday"), "taken"),
        (|data| data["held"][1]["rows"][2] = json!(7), "held[1].rows[2]"),
        (|data| data["held"][1]["rows"][0]["diary.entry"] = json!([1]), "held[1].rows[0].diary.entry"),
        (|data| data["held"][1]["rows"][0]["diary.entry"] = json!(0.5), "held[1].rows[0].diary.entry"),
        (|data| data["held"][1]["rows"][0]["diary.entry"] = json!({ "shown": true }), "held[1].rows[0].diary.entry"),
        (|data| data["held"][0]["of"]["your-part"] = json!(null), "held[0].of.your-part"),
    ];
    for (change, wanted) in cases {
        let place = changed(change);
        assert!(place.starts_with(wanted) && place.contains("my-data.json:"), "{place} is not {wanted}");
    }
    let twice = good_data().to_string().replacen(
        "\"diary.entry\":\"A walk.\"",
        "\"diary.entry\":\"a\",\"diary.entry\":\"b\"",
        1,
    );
    let twice = stored(&[("my-data.json", twice.as_bytes()), ("files/1-walk.txt", b"walk")]);
    assert!(matches!(read(&twice), Err(Unfit::Form(place)) if place.starts_with("held[1].rows[0]")));
    let cut = stored(&[("my-data.json", &good_data().to_string().as_bytes()[..300])]);
    assert!(matches!(read(&cut), Err(Unfit::Form(_))));
    let mut next = good_data();
    next["$schema"] = json!("/schemas/my-data-2.json");
    assert_eq!(read(&with(&next)).err(), Some(Unfit::Version("/schemas/my-data-2.json".to_owned())));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// Whatever is done to a good archive, it is read or refused.
    #[test]
    fn an_archive_with_any_bytes_changed_cut_or_doubled_is_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in any::<prop::sample::Index>(),
        shape in 0..4u8,
        deflated in any::<bool>(),
    ) {
        let text = good_data().to_string();
        let method = if deflated { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        let mut bytes = pack(&[("my-data.json", text.as_bytes()), ("files/1-walk.txt", b"walk")], method);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let cut = cut.index(bytes.len());
        match shape {
            1 => bytes.truncate(cut),
            2 => bytes = bytes[cut..].to_vec(),
            3 => { let tail = bytes[cut..].to_vec(); bytes.extend(tail); }
            _ => {}
        }
        if let Ok(mut archive) = Archive::open(&bytes)
            && let Ok(brought) = archive.brought()
        {
            for file in brought.parts.iter().flat_map(|part| &part.entries).filter_map(|entry| entry.file.as_ref()) {
                prop_assert!(archive.file(&file.path).is_ok());
            }
        }
    }

    /// Whatever stands in `my-data.json`.
    #[test]
    fn any_json_is_read_or_refused(at in any::<prop::sample::Index>(), more in "\\PC{0,20}|[\\[\\]{}\",:0-9a-z]{0,40}") {
        let mut text = good_data().to_string();
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text.insert_str(at, &more);
        let _ = read(&stored(&[("my-data.json", text.as_bytes()), ("files/1-walk.txt", b"walk")]));
    }
}

//! A programme as one file: bytes from outside. Good ones arrive whole; of others everything that is wrong is named, and nothing
//! ends the program. // CE10

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod support;

use std::io::{Cursor, Write as _};

use kernel::Language;
use proptest::prelude::*;
use troth_programme::{
    Finding, MOST_ENTRIES, MOST_SIGNS, MOST_UNPACKED_MIB, Package, Texts, file_fault, file_markdown, file_name, mend,
    report, what,
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const DRAWING: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>";

fn text() -> String {
    support::step("Welcome. ![An evening](media/evening.svg)")
}

fn pack(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(*name, packed).expect("an entry");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("an archive").into_inner()
}

/// The codes of what was found.
fn codes(found: &[Finding]) -> Vec<&'static str> {
    found.iter().map(|finding| finding.fault.code()).collect()
}

fn refused(bytes: &[u8]) -> Vec<&'static str> {
    let found = Package::read(bytes).expect_err("refused");
    for Finding { fault, .. } in &found {
        for language in Language::ALL {
            assert!(!what(fault, language).contains('[') && !mend(fault, language).contains('['), "{fault:?}");
        }
    }
    codes(&found)
}

#[test]
fn what_was_packed_by_hand_arrives_in_a_folder_or_without_one_and_what_does_not_belong_is_told() {
    let text = text();
    let entries: [(&str, &[u8]); 2] = [("programme.en.md", text.as_bytes()), ("media/evening.svg", DRAWING)];
    let (plain, notes) = Package::read(&pack(&entries)).expect("sound");
    assert_eq!(notes, Vec::new());
    assert_eq!(
        plain.files().map(|(name, kind, _)| (name, kind)).collect::<Vec<_>>(),
        [("media/evening.svg", "image/svg+xml")]
    );
    let (folded, notes) = Package::read(&pack(&[
        ("evenings/", b""),
        ("evenings/media/evening.svg", DRAWING),
        ("evenings/media/unused.svg", DRAWING),
        ("evenings/programme.en.md", text.as_bytes()),
        ("evenings/notes.docx", b"?"),
        ("__MACOSX/._programme.en.md", b"?"),
    ]))
    .expect("sound");
    assert_eq!(folded, plain);
    let mut told = codes(&notes);
    told.sort_unstable();
    assert_eq!(told, ["entry-unknown", "entry-unknown", "file-unused"]);
}

#[test]
fn all_that_is_wrong_is_told_at_once_with_the_files_that_it_concerns() {
    let broken = text().replace("title: Calm evenings\n", "").replace("evening.svg", "night.svg");
    let bytes = pack(&[
        ("programme.en.md", broken.as_bytes()),
        ("programme.nl.md", b"\xff\xfe"),
        ("media/evening.svg", b"<svg><script>a()</script></svg>"),
        ("media/evening.png", b"GIF89a"),
        ("media/talk.en.vtt", b"WEBVTT"),
        ("readme.txt", b"?"),
    ]);
    let found = Package::read(&bytes).expect_err("refused");
    let told = report(&found, &Texts::from([(Language::En, broken)]), Language::En);
    assert_eq!(
        told,
        "  “programme.nl.md” is not saved as UTF-8.
  To mend it: save it again and choose UTF-8 as its encoding.

  “readme.txt” belongs to no programme and was left out.
  To mend it: do nothing if it is not needed. Texts are called programme.en.md, programme.nl.md and programme.sv.md; files \
stand in the folder “media”.

  “media/evening.png” is not what its name says.
  To mend it: save it again as what it is called, or give it the ending of what it is.

  The drawing “media/evening.svg” holds “script”, which does more than draw.
  To mend it: save it as a plain SVG, without styles, scripts and pictures from elsewhere, or as PNG.

programme.en.md, line 1, sign 1
    ---
    ^^^
  “title” is missing.
  To mend it: write a line such as “title: Better nights” directly below.

programme.en.md, line 10, sign 10
    Welcome. ![An evening](media/night.svg)
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  The file “media/night.svg” is not there.
  To mend it: add it to the programme, or write the name of a file that is there.

"
    );
}

#[test]
fn a_file_that_lies_about_its_kind_is_refused() {
    let good: [(&str, &[u8]); 9] = [
        ("a.svg", DRAWING),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.jpg", b"\xff\xd8\xff\xe0"),
        ("a.webp", b"RIFF\0\0\0\0WEBP"),
        ("a.mp4", b"\0\0\0\x18ftypisom"),
        ("a.m4a", b"\0\0\0\x18ftypM4A "),
        ("a.webm", b"\x1a\x45\xdf\xa3"),
        ("a.mp3", b"ID3\x04"),
        ("a.vtt", b"WEBVTT\n"),
    ];
    let text = support::step("Welcome.");
    for (name, bytes) in good {
        let name = format!("media/{name}");
        let with = |bytes: &[u8]| pack(&[("programme.en.md", text.as_bytes()), (&name, bytes)]);
        let (_, notes) = Package::read(&with(bytes)).expect("sound");
        assert_eq!(codes(&notes), ["file-unused"], "{name}");
        for lie in [&b"<html><script>a()</script></html>"[..], b"GIF89a", b"", b"MZ\x90\0"] {
            assert_eq!(refused(&with(lie)), ["file-false"], "{name}");
        }
    }
}

#[test]
fn no_entry_leads_out_of_the_archive() {
    let text = text();
    for path in ["../programme.en.md", "/etc/passwd", "media/../../x.svg", "media\\x.svg", "C:x.svg", "./x.svg"] {
        let bytes = pack(&[("programme.en.md", text.as_bytes()), ("media/evening.svg", DRAWING), (path, b"?")]);
        assert_eq!(refused(&bytes), ["entry-path"], "{path}");
    }
}

#[test]
fn bombs_are_refused_before_they_go_off() {
    let text = text();
    let zeros = vec![0; usize::try_from(MOST_UNPACKED_MIB).expect("small") * 1024 * 1024 + 1];
    let bomb = pack(&[("programme.en.md", text.as_bytes()), ("media/evening.svg", &zeros)]);
    assert!(bomb.len() < 1024 * 1024, "it is small as long as it is packed");
    assert!(refused(&bomb).contains(&"archive-unpacks"));
    let long = pack(&[("programme.en.md", &zeros[..MOST_SIGNS + 1])]);
    assert_eq!(refused(&long), ["archive-unpacks", "no-text"]);
    let names: Vec<String> = (0..=MOST_ENTRIES).map(|n| format!("media/{n}.svg")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), DRAWING)).collect();
    assert_eq!(refused(&pack(&many)), ["archive-full"]);
}

#[test]
fn many_entries_together_are_no_larger_than_one_may_be() {
    let third = vec![b' '; usize::try_from(MOST_UNPACKED_MIB).expect("small") * 1024 * 1024 / 3 + 1];
    let text = text();
    let bytes = pack(&[
        ("programme.en.md", text.as_bytes()),
        ("media/a.svg", &third),
        ("media/b.svg", &third),
        ("media/evening.svg", &third),
    ]);
    let found = refused(&bytes);
    assert_eq!(found.iter().filter(|code| **code == "archive-unpacks").count(), 1, "{found:?}");
}

/// Where each entry's line of the directory begins.
fn directory(bytes: &[u8]) -> Vec<usize> {
    bytes.windows(4).enumerate().filter(|(_, window)| *window == b"PK\x01\x02").map(|(at, _)| at).collect()
}

#[test]
fn entries_that_lie_within_each_other_or_bear_one_name_are_refused() {
    let text = text();
    let good =
        pack(&[("programme.en.md", text.as_bytes()), ("media/evening.svg", DRAWING), ("media/morning.svg", DRAWING)]);
    let lines = directory(&good);
    let mut within = good.clone();
    let (second, third) = (lines[1] + 42, lines[2] + 42);
    within.copy_within(second..second + 4, third);
    assert_eq!(refused(&within), ["archive-damaged"]);
    let mut twice = good.clone();
    let names: Vec<usize> =
        twice.windows(17).enumerate().filter(|(_, window)| *window == b"media/morning.svg").map(|(at, _)| at).collect();
    assert_eq!(names.len(), 2, "beside the bytes and in the directory");
    for at in names {
        twice[at..at + 17].copy_from_slice(b"media/evening.svg");
    }
    assert!(Package::read(&twice).is_err());
}

#[test]
fn an_entry_that_is_locked_or_packed_otherwise_is_refused() {
    let text = text();
    let good = pack(&[("programme.en.md", text.as_bytes()), ("media/evening.svg", DRAWING)]);
    let line = directory(&good)[1];
    let local = u32::from_le_bytes(good[line + 42..line + 46].try_into().expect("four"));
    let local = usize::try_from(local).expect("small");
    // The flag that an entry has a password, and the way in which it is packed: here and in the directory.
    for (here, there, sign) in [(local + 6, line + 8, 1), (local + 8, line + 10, 12)] {
        let mut bytes = good.clone();
        (bytes[here], bytes[there]) = (sign, sign);
        assert!(refused(&bytes).contains(&"entry-locked"));
    }
}

#[test]
fn an_entry_that_declares_less_or_more_than_it_holds_is_refused() {
    let text = text();
    let good = pack(&[("media/evening.svg", &b" ".repeat(5_000)), ("programme.en.md", text.as_bytes())]);
    let declared = 5_000_u32.to_le_bytes();
    let places = good.windows(4).enumerate().filter(|(_, window)| *window == declared).map(|(at, _)| at);
    let places: Vec<usize> = places.collect();
    assert_eq!(places.len(), 2, "beside the bytes and in the directory");
    for lie in [50_u32, 6_000] {
        let mut bytes = good.clone();
        for at in &places {
            bytes[*at..at + 4].copy_from_slice(&lie.to_le_bytes());
        }
        assert!(refused(&bytes).contains(&"entry-damaged"), "{lie}");
    }
}

#[test]
fn what_is_no_archive_or_is_cut_off_or_has_no_text_is_refused() {
    let whole = pack(&[("programme.en.md", text().as_bytes()), ("media/evening.svg", DRAWING)]);
    assert_eq!(refused(b"---\nprogramme: evenings\n"), ["archive-none"]);
    assert_eq!(refused(b""), ["archive-none"]);
    assert_eq!(refused(&whole[..whole.len() / 2]), ["archive-damaged"]);
    assert_eq!(refused(&pack(&[("media/evening.svg", DRAWING)])), ["no-text"]);
    let mut changed = whole.clone();
    // Behind the header and the name of the first entry.
    changed[60] ^= 0x55;
    assert_eq!(refused(&changed)[0], "entry-damaged", "the checksum tells");
}

#[test]
fn an_archive_that_is_too_large_is_not_opened() {
    let mut bytes = b"PK".to_vec();
    bytes.resize(troth_programme::MOST_MIB * 1024 * 1024 + 1, 0);
    assert_eq!(refused(&bytes), ["archive-large"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_good_archive_with_any_byte_changed_is_read_or_refused_and_ends_nothing(at in any::<prop::sample::Index>(), to in any::<u8>()) {
        let mut bytes = pack(&[("programme.en.md", text().as_bytes()), ("media/evening.svg", DRAWING)]);
        let at = at.index(bytes.len());
        bytes[at] = to;
        match Package::read(&bytes) {
            Ok((package, _)) => prop_assert_eq!(&package.texts()[&Language::En], &text()),
            Err(found) => prop_assert!(!found.is_empty()),
        }
    }

    #[test]
    fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let with_mark: Vec<u8> = b"PK\x03\x04".iter().copied().chain(bytes.iter().copied()).collect();
        prop_assert!(Package::read(&bytes).is_err() && Package::read(&with_mark).is_err());
    }
}

#[test]
fn a_file_gets_a_name_that_a_programme_can_have_and_is_refused_when_it_is_not_what_it_says() {
    for (given, name) in [
        ("My Bed.JPEG", "media/my-bed.jpg"),
        ("C:\\films\\Rust (2).MP4", "media/rust-2.mp4"),
        ("breathing.en.vtt", "media/breathing.en.vtt"),
        ("Ö.svg", "media/o.svg"),
    ] {
        assert_eq!(file_name(given), name);
        assert!(file_markdown(name).contains(name));
        assert_eq!(file_fault(name, b"<html>").map(|fault| fault.code()), Some("file-false"), "{name}");
    }
    let code = |name: &str| file_fault(name, b"MZ").map(|fault| fault.code());
    assert_eq!((code("media/setup.exe"), code("media/")), (Some("file-kind"), Some("file-kind")));
    assert_eq!(file_fault("media/bed.png", b"\x89PNG\r\n\x1a\n"), None);
}

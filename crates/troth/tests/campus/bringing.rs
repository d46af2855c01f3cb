//! What one took along from one organisation comes into another, and on from there; and what is none is refused (UC12,
//! GDPR Art. 20).

use std::{collections::BTreeSet, path::Path, sync::Arc};

use axum::http::StatusCode;
use kernel::Archetype;
use organisation::Organisation;
use serde_json::json;
use testkit::Canaries;

use crate::{
    archive::{self, BROUGHT},
    story::{self, Story},
    world::{Browser, Campus, links},
};

/// Which canaries somebody's own archive holds.
fn census(canaries: &Canaries, archive: &[u8]) -> BTreeSet<String> {
    let all: Vec<u8> = archive::unzip(archive).into_values().flatten().collect();
    canaries.in_bytes(&all).into_iter().map(|(field, ..)| field).collect()
}

/// Which canaries somebody sees in what was brought along: on every page of every part, and in its files.
async fn shown(
    campus: &Campus,
    site: &Arc<Organisation>,
    browser: &mut Browser,
    parts: &[String],
    canaries: &Canaries,
) -> BTreeSet<String> {
    let mut all = Vec::new();
    for part in parts {
        let mut next = Some(part.clone());
        while let Some(path) = next {
            let page = campus.get_from(site, browser, &path).await.text();
            for file in links(&page, &format!("{BROUGHT}/files/"), "") {
                let answer = campus.get_from(site, browser, &file).await;
                assert!(answer.headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
                assert!(answer.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
                all.extend(answer.body);
            }
            next = links(&page, &format!("{part}?after="), "").pop();
            all.extend(page.into_bytes());
        }
    }
    canaries.in_bytes(&all).into_iter().map(|(field, ..)| field).collect()
}

/// The titles of parts, in order.
fn titles(page: &str) -> Vec<String> {
    let start = format!("<a href=\"{BROUGHT}/parts/");
    let parts = page.split(&start).skip(1);
    parts.filter_map(|part| Some(part.split_once('>')?.1.split_once('<')?.0.to_owned())).collect()
}

// UC12: from A to B, and from B to C, for each role; every table that there is, planted by the story.
#[tokio::test(flavor = "multi_thread")]
async fn what_one_takes_along_arrives_in_another_organisation_and_in_a_third_as_a_whole() {
    let first = Campus::pair().await;
    let Story { canaries, mut maria, mut coach, mut manager, .. } = story::tell(&first).await;
    let (second, third) = (first.other().clone(), Campus::new().await);
    for (browser, archetype, name) in [
        (&mut maria, Archetype::Participant, "Maria Elsewhere"),
        (&mut coach, Archetype::Coach, "Coach Elsewhere"),
        (&mut manager, Archetype::Manager, "Mia Elsewhere"),
    ] {
        let taken = archive::taken(&first, &first.site, browser).await;
        let held = census(&canaries, &taken);
        first.resident(&second, name, archetype).await;
        let mut there = first.sign_in(&second, name).await;
        let parts = archive::bring(&first, &second, &mut there, &taken).await;
        assert_eq!(
            shown(&first, &second, &mut there, &parts, &canaries).await,
            held,
            "{name}: on the pages of the second"
        );

        let again = archive::taken(&first, &second, &mut there).await;
        assert_eq!(census(&canaries, &again), held, "{name}: taken along from the second");
        third.resident(&third.site, name, archetype).await;
        let mut beyond = third.sign_in(&third.site, name).await;
        let parts = archive::bring(&third, &third.site, &mut beyond, &again).await;
        assert_eq!(shown(&third, &third.site, &mut beyond, &parts, &canaries).await, held, "{name}: in the third");
        assert_eq!(census(&canaries, &archive::taken(&third, &third.site, &mut beyond).await), held);
        let page = third.page(&mut beyond, BROUGHT).await;
        let first = titles(&first.get_from(&second, &mut there, BROUGHT).await.text());
        let (all, len) = (titles(&page), first.len());
        assert!(all.windows(len).any(|some| some == first), "the order is kept: {first:?} in {all:?}");
        if archetype == Archetype::Participant {
            assert!(held.len() > 20, "the story plants what is hers: {held:?}");
            assert!(page.contains("From Harbour Coaching"), "it still says where it was first");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_kept_before_the_person_says_so_and_a_second_click_keeps_nothing_twice() {
    let campus = Campus::new().await;
    campus.resident(&campus.site, "Pia", Archetype::Participant).await;
    let mut pia = campus.sign_in(&campus.site, "Pia").await;
    let bytes = archive::diary("A walk.", "A picture.", "walk.txt");
    let preview = archive::show(&campus, &campus.site, &mut pia, &bytes).await.text();
    for said in ["From Harbour Coaching, by version 7", "27 February 2026", "diary.entry", "picture.file"] {
        assert!(preview.contains(said), "{said}: {preview}");
    }
    assert!(preview.contains("One value that the other organisation held"), "{preview}");
    assert!(campus.page(&mut pia, BROUGHT).await.contains("What you bring along will appear here."));
    let number = archive::number(&preview);
    let word = [("archive", number.as_str())];
    campus.done(&mut pia, &format!("{BROUGHT}/keeping"), &word).await;
    let late = campus.post(&mut pia, &format!("{BROUGHT}/keeping"), &word).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let page = late.text();
    assert!(page.contains("is not waiting any more") && page.contains("one file"), "{page}");
    assert_eq!(links(&page, &format!("{BROUGHT}/parts/"), "").len(), 1);

    // One that nobody confirms goes: its bytes wait a day, and no longer.
    let waiting = archive::number(&archive::show(&campus, &campus.site, &mut pia, &bytes).await.text());
    let before = files(campus.folder.path());
    campus.clock.advance_days(2);
    campus.keep().await;
    assert_eq!(files(campus.folder.path()), before - 1);
    let mut pia = campus.sign_in(&campus.site, "Pia").await;
    let late = campus.post(&mut pia, &format!("{BROUGHT}/keeping"), &[("archive", waiting.as_str())]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let file = file_of(&campus, &mut pia).await;
    assert_eq!(campus.get(&mut pia, &file).await.text(), "A picture.");
}

/// How many sealed files lie in all folders `files`.
fn files(folder: &Path) -> usize {
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            count += files(&path);
        } else if path.components().any(|part| part.as_os_str() == "files") {
            count += 1;
        }
    }
    count
}

async fn file_of(campus: &Campus, browser: &mut Browser) -> String {
    let part = links(&campus.page(browser, BROUGHT).await, &format!("{BROUGHT}/parts/"), "").remove(0);
    links(&campus.page(browser, &part).await, &format!("{BROUGHT}/files/"), "").remove(0)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_archive_is_refused_with_what_where_and_what_to_do_and_leaves_nothing() {
    let campus = Campus::new().await;
    campus.resident(&campus.site, "Pia", Archetype::Participant).await;
    let mut pia = campus.sign_in(&campus.site, "Pia").await;
    let good = archive::diary("A walk.", "A picture.", "walk.txt");
    let of = |data: serde_json::Value| archive::pack(&[("my-data.json", data.to_string().as_bytes())]);
    let (mut wrong, mut next) = (archive::data(&json!([{ "diary.entry": [] }])), archive::data(&json!([])));
    wrong["held"][0]["rows"] = json!([{ "diary.entry": ["x"] }]);
    next["$schema"] = json!("/schemas/my-data-2.json");
    let cases: [(&[u8], &str); 9] = [
        (b"Dear all,", "is not a ZIP archive"),
        (&good[..good.len() - 30], "is cut off or damaged"),
        (&archive::pack(&[("word/document.xml", b"<w/>")]), "look at “word/document.xml”"),
        (&archive::pack(&[("files/../../x", b"x")]), "leads to another folder: “files/../../x”"),
        (&of(wrong), "The place is: held[0].rows[0].diary.entry"),
        (&of(next), "“/schemas/my-data-2.json”"),
        (&of(archive::data(&json!([{ "picture.file": "files/gone.txt" }]))), "“files/gone.txt” is named"),
        (&of(archive::data(&json!([]))), "There is nothing to bring along"),
        (b"", "Please choose a file."),
    ];
    let before = files(campus.folder.path());
    for (bytes, said) in cases {
        let answer = if bytes.is_empty() {
            campus.upload(&mut pia, BROUGHT, &[], &[]).await
        } else {
            archive::show(&campus, &campus.site, &mut pia, bytes).await
        };
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        assert!(answer.text().contains(said), "{said}: {}", answer.text());
    }
    let heavy = vec![b'P'; (keeper::import::MOST_MIB + 1) << 20];
    let answer = archive::show(&campus, &campus.site, &mut pia, &heavy).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.text().contains("it can be 64 MB at most"), "{}", answer.text());
    assert_eq!(files(campus.folder.path()), before);
    assert!(campus.page(&mut pia, BROUGHT).await.contains("What you bring along will appear here."));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_brought_along_is_its_persons_alone_goes_part_by_part_and_all_at_once() {
    let campus = Campus::new().await;
    for (name, archetype) in [("Pia", Archetype::Participant), ("Cora", Archetype::Coach), ("Mia", Archetype::Manager)]
    {
        campus.resident(&campus.site, name, archetype).await;
    }
    let mut pia = campus.sign_in(&campus.site, "Pia").await;
    let before = files(campus.folder.path());
    let mut parts = Vec::new();
    for n in 1..=3 {
        let bytes = archive::diary(&format!("Walk {n}."), "A picture.", "walk.txt");
        parts = archive::bring(&campus, &campus.site, &mut pia, &bytes).await;
    }
    let mut file = file_of(&campus, &mut pia).await;
    for name in ["Cora", "Mia"] {
        let mut other = campus.sign_in(&campus.site, name).await;
        for path in [&parts[0], &file] {
            assert_eq!(campus.get(&mut other, path).await.status, StatusCode::NOT_FOUND, "{name}");
        }
        campus.post(&mut other, &format!("{}/removal", parts[0]), &[]).await;
        campus.post(&mut other, &format!("{BROUGHT}/removal"), &[]).await;
    }
    assert_eq!((parts.len(), files(campus.folder.path())), (3, before + 3), "others removed nothing");
    campus.done(&mut pia, &format!("{}/removal", parts[0]), &[]).await;
    assert_eq!(campus.get(&mut pia, &parts[0]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(files(campus.folder.path()), before + 2);
    file = file_of(&campus, &mut pia).await;

    // Frozen: seen, removed, and not added to.
    campus.done(&mut pia, "/my-data/restriction", &[]).await;
    assert_eq!(campus.get(&mut pia, &file).await.text(), "A picture.");
    let more = archive::show(&campus, &campus.site, &mut pia, &archive::diary("No.", "No.", "no.txt")).await;
    assert_eq!(more.status, StatusCode::LOCKED);
    assert!(!campus.page(&mut pia, BROUGHT).await.contains("type=\"file\""));
    campus.done(&mut pia, &format!("{BROUGHT}/removal"), &[]).await;
    assert_eq!(files(campus.folder.path()), before);
    assert!(campus.page(&mut pia, BROUGHT).await.contains("What you bring along will appear here."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_is_taken_over_by_choice_and_never_silently() {
    let campus = Campus::new().await;
    campus.resident(&campus.site, "Pia Here", Archetype::Participant).await;
    let mut pia = campus.sign_in(&campus.site, "Pia Here").await;
    let rows = json!([{ "person.name": "Pia van Elders", "person.language": "nl", "person.role": "client" }]);
    let bytes = archive::pack(&[("my-data.json", archive::data(&rows).to_string().as_bytes())]);
    let preview = archive::show(&campus, &campus.site, &mut pia, &bytes).await.text();
    assert!(preview.contains("Whose name it bears") && preview.contains("Pia van Elders"), "{preview}");
    let part = archive::bring(&campus, &campus.site, &mut pia, &bytes).await.remove(0);
    assert!(campus.page(&mut pia, "/profile").await.contains("Pia Here"));
    let page = campus.page(&mut pia, &part).await;
    assert!(page.contains("Use the name “Pia van Elders” and the language Nederlands here"), "{page}");
    campus.done(&mut pia, "/profile", &[("name", "Pia van Elders"), ("language", "nl")]).await;
    assert!(campus.page(&mut pia, "/profile").await.contains("Pia van Elders"));
}

#[tokio::test(flavor = "multi_thread")]
async fn its_pages_have_all_their_words_in_each_language_and_stand_on_my_data() {
    let campus = Campus::new().await;
    campus.resident(&campus.site, "Pia", Archetype::Participant).await;
    let mut pia = campus.sign_in(&campus.site, "Pia").await;
    let bytes = archive::diary("A walk.", "A picture.", "walk.txt");
    let part = archive::bring(&campus, &campus.site, &mut pia, &bytes).await.remove(0);
    let home = campus.page(&mut pia, "/my-data").await;
    assert!(home.contains(&format!("href=\"{BROUGHT}\"")), "{home}");
    let bundle = links(&home, &format!("{BROUGHT}/"), "category=brought-along").remove(0);
    for language in ["en", "nl", "sv"] {
        campus.done(&mut pia, "/profile/language", &[("language", language), ("back", "/")]).await;
        for path in [BROUGHT, &part, &bundle] {
            let page = campus.page(&mut pia, path).await;
            assert!(!page.contains("[moving-") && !page.contains("{ $") && page.contains("Harbour Coaching"), "{page}");
        }
        let preview = archive::show(&campus, &campus.site, &mut pia, &bytes).await.text();
        assert!(!preview.contains("[moving-") && preview.contains("Harbour Coaching"), "{preview}");
    }
}

//! Files that are handed in at an exercise: looked at, sealed, shared as its answer is, and gone with it (CE10).

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use kernel::Archetype;
use testkit::{Canaries, canary};

use crate::{
    archive,
    stage::Stage,
    walk::{Walk, begin, hidden},
    world::{Answer, Browser, Campus, PASSWORD, links},
};

const PAGE: &[u8] = b"canary of the page that I wrote at night";

/// Maria follows the programme; Hanna coaches.
async fn walking(stage: &Stage) -> Walk {
    let walk = begin(stage, &mut stage.maria.clone(), "Maria").await;
    walk.assign(stage, "Hanna").await;
    walk
}

/// Sends the form of the exercise as its page shows it, with what is ticked there.
async fn hand_in(
    stage: &Stage,
    walk: &Walk,
    maria: &mut Browser,
    fields: &[(&str, &str)],
    files: &[(&str, &[u8])],
) -> Answer {
    let page = stage.campus.page(maria, &walk.exercise("paper-diary")).await;
    send(stage, walk, (maria, &page), fields, files).await
}

async fn send(
    stage: &Stage,
    walk: &Walk,
    (maria, page): (&mut Browser, &str),
    fields: &[(&str, &str)],
    files: &[(&str, &[u8])],
) -> Answer {
    let mark = "<section class=\"exercise\" id=\"paper-diary\"";
    let mut sent: Vec<(String, String)> =
        ["hand", "from", "reader"].map(|field| (field.to_owned(), hidden(page, mark, field))).into();
    sent.retain(|(_, value)| !value.is_empty());
    sent.extend(ticked(page));
    let mut sent: Vec<_> = sent.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect();
    sent.extend_from_slice(fields);
    let files: Vec<_> = files.iter().map(|(name, bytes)| ("paper-diary-files", *name, *bytes)).collect();
    stage.campus.upload(maria, &walk.exercise("paper-diary/files"), &sent, &files).await
}

/// The fields of the files that a page shows as part of the answer, with what they send.
fn ticked(page: &str) -> Vec<(String, String)> {
    let fields = page.split("name=\"file.").skip(1);
    let parts = fields.map(|rest| rest.split('"').collect::<Vec<_>>());
    parts.map(|parts| (format!("file.{}", parts[0]), parts[2].to_owned())).collect()
}

/// How many files lie on the disk.
fn on_disk(folder: &Path) -> usize {
    shelved(folder).len()
}

/// The files that lie on the disk.
fn shelved(folder: &Path) -> BTreeSet<PathBuf> {
    let is_shelved = |path: &PathBuf| path.components().any(|part| part.as_os_str() == "files");
    walkdir(folder).into_iter().filter(is_shelved).collect()
}

/// Hands in one file; where it lies.
async fn lay(stage: &Stage, walk: &Walk, who: &Browser, file: (&str, &[u8])) -> PathBuf {
    let before = shelved(stage.campus.folder.path());
    let kept = hand_in(stage, walk, &mut who.clone(), &[("do", "keep")], &[file]).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    let mut new = shelved(stage.campus.folder.path()).difference(&before).cloned().collect::<Vec<_>>();
    assert_eq!(new.len(), 1);
    new.remove(0)
}

fn walkdir(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walkdir(&path) } else { vec![path] }).collect()
}

// SH12, CE10, S4
#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_handed_in_given_back_to_its_owner_alone_and_stands_in_the_clear_nowhere() {
    let stage = Stage::set().await;
    let walk = walking(&stage).await;
    let mut maria = stage.maria.clone();
    let page = stage.campus.page(&mut maria, &walk.exercise("paper-diary")).await;
    assert!(page.contains("enctype=\"multipart/form-data\"") && page.contains("type=\"file\""), "{page}");
    let fields = [("text", "two nights"), ("do", "keep")];
    let kept = hand_in(&stage, &walk, &mut maria, &fields, &[("canary of the name.txt", PAGE)]).await;
    assert!(kept.location().contains("done=kept"), "{}", kept.text());

    let page = stage.campus.page(&mut maria, &walk.exercise("paper-diary")).await;
    assert!(page.contains("canary of the name.txt") && page.contains(">two nights</textarea>"), "{page}");
    let href = links(&page, &walk.at("/files/"), "").remove(0);
    let given = stage.campus.get(&mut maria, &href).await;
    assert_eq!(given.body, PAGE);
    let header = |name: &str| given.headers.get(name).unwrap().to_str().unwrap().to_owned();
    assert!(header("content-disposition").starts_with("attachment"));
    assert_eq!(header("content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("content-type"), "text/plain; charset=utf-8");

    let theirs = href.replace("/programmes/", "/caseload/");
    for mut other in [&stage.mia, &stage.hanna, &stage.olaf, &stage.piet].map(Clone::clone) {
        for path in [&href, &theirs] {
            assert_eq!(stage.campus.get(&mut other, path).await.status, 404, "{path}");
        }
        let send = stage.campus.upload(&mut other, &walk.exercise("paper-diary/files"), &fields, &[]).await;
        assert_eq!(send.status, 404);
    }
    let stranger = stage.campus.get(&mut Browser::default(), &href).await;
    assert!(stranger.location().starts_with("/sign-in"), "{}", stranger.location());

    let mut canaries = Canaries::new();
    canaries.add("page", std::str::from_utf8(PAGE).unwrap());
    canaries.add("name", "canary of the name");
    stage.campus.site.store.flush().await.unwrap();
    assert_eq!(canary::search(stage.campus.folder.path(), &canaries).unwrap(), []);
    let taken = archive::take(&stage.campus, &mut maria).await;
    assert!(taken.values().any(|bytes| bytes == PAGE), "{:?}", taken.keys());
}

// SH12, CE10, S12
#[tokio::test(flavor = "multi_thread")]
async fn files_that_lie_about_their_type_are_refused_by_name_and_nothing_else_is_lost() {
    let stage = Stage::set().await;
    let walk = walking(&stage).await;
    let mut maria = stage.maria.clone();
    let fields = [("text", "typed with care"), ("sharing", "shared"), ("do", "finish")];
    let files: [(&str, &[u8]); 4] = [
        ("page.pdf", b"<script>alert(1)</script>"),
        ("drawing.svg", b"<svg onload=\"alert(1)\"/>"),
        ("night.png", b"\x89PNG\r\n\x1a\n<script>"),
        ("honest.txt", b"an honest text"),
    ];
    let again = hand_in(&stage, &walk, &mut maria, &fields, &files).await;
    assert_eq!(again.status, 422);
    let page = again.text();
    for words in ["page.pdf: This kind of file", "drawing.svg: This kind of file", "night.png: This picture is broken"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(page.contains("href=\"#paper-diary-files\"") && page.contains("id=\"paper-diary-files-error\""), "{page}");
    assert!(page.contains(">typed with care</textarea>") && page.contains("honest.txt"), "{page}");
    assert!(page.contains("value=\"shared\" checked"), "what was chosen stays chosen: {page}");
    assert_eq!(walk.shared(&stage, "Hanna").await, Vec::<String>::new(), "it was not finished");
    let own = stage.campus.page(&mut maria, &walk.exercise("paper-diary")).await;
    assert!(own.contains("honest.txt") && !own.contains("night.png"), "{own}");

    // What a phone sends of a page that was refused goes on from there.
    let done = send(&stage, &walk, (&mut maria, &page), &fields, &[]).await;
    assert!(done.location().contains("done=shared"), "{}", done.text());

    let five: Vec<(String, Vec<u8>)> = (0..5).map(|n| (format!("{n}.txt"), vec![b'a'; 9])).collect();
    let five: Vec<(&str, &[u8])> = five.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let many = hand_in(&stage, &walk, &mut maria, &[("text", "more"), ("do", "finish")], &five).await;
    assert_eq!(many.status, 422);
    assert!(many.text().contains("4 files fit here."), "{}", many.text());
    assert_eq!(ticked(&many.text()).len(), 4);
    let nothing = hand_in(&stage, &walk, &mut stage.maria.clone(), &[("text", "")], &[]).await;
    assert_eq!(nothing.status, 303, "{}", nothing.text());
}

// SH12, CE10
#[tokio::test(flavor = "multi_thread")]
async fn the_coach_opens_the_files_of_what_is_shared_until_it_is_taken_back() {
    let stage = Stage::set().await;
    let walk = walking(&stage).await;
    let (mut maria, mut hanna) = (stage.maria.clone(), stage.hanna.clone());
    let case = walk.path.replace("/programmes/", "/caseload/");
    let finish = |sharing: &'static str| [("text", "have a look"), ("sharing", sharing), ("do", "finish")];
    hand_in(&stage, &walk, &mut maria, &finish("own"), &[("own.txt", b"for myself")]).await;
    let page = stage.campus.page(&mut maria, &walk.exercise("paper-diary")).await;
    let own = links(&page, &walk.at("/files/"), "").remove(0).replace("/programmes/", "/caseload/");
    assert!(!stage.campus.page(&mut hanna, &case).await.contains("own.txt"));
    assert_eq!(stage.campus.get(&mut hanna, &own).await.status, 404);

    let done = hand_in(&stage, &walk, &mut maria, &finish("shared"), &[("both.txt", b"for both")]).await;
    assert!(done.location().contains("done=shared"), "{}", done.text());
    let seen = stage.campus.page(&mut hanna, &case).await;
    assert!(seen.contains("own.txt") && seen.contains("both.txt") && seen.contains("have a look"), "{seen}");
    assert_eq!(stage.campus.get(&mut hanna, &own).await.body, b"for myself");
    for mut other in [&stage.olaf, &stage.mia, &stage.maria].map(Clone::clone) {
        assert_eq!(stage.campus.get(&mut other, &own).await.status, 404);
    }

    // A file that is taken out is the writer's alone again; it stays in the history.
    let page = stage.campus.page(&mut maria, &walk.exercise("paper-diary")).await;
    let id = own.rsplit('/').next().unwrap();
    let without = page.replace(&format!("name=\"file.{id}\""), "name=\"out\"");
    let done = send(&stage, &walk, (&mut maria, &without), &finish("shared"), &[]).await;
    assert!(done.location().contains("done=shared"), "{}", done.text());
    assert_eq!(stage.campus.get(&mut hanna, &own).await.status, 404);
    let history = stage.campus.page(&mut maria, &walk.exercise("paper-diary/history")).await;
    assert!(history.contains("own.txt") && history.contains("Files: "), "{history}");

    let both = links(&stage.campus.page(&mut hanna, &case).await, &format!("{case}/files/"), "").remove(0);
    assert_eq!(stage.campus.get(&mut hanna, &both).await.body, b"for both");
    stage.campus.done(&mut maria, &walk.exercise("paper-diary/taking-back"), &[]).await;
    assert_eq!(stage.campus.get(&mut hanna, &both).await.status, 404);
}

// SH12, GDPR Art. 7(3), 17
#[tokio::test(flavor = "multi_thread")]
async fn files_go_with_what_they_belong_to_and_their_bytes_leave_the_disk() {
    let stage = Stage::set().await;
    let walk = walking(&stage).await;
    let mut maria = stage.maria.clone();
    let empty = on_disk(stage.campus.folder.path());
    hand_in(&stage, &walk, &mut maria, &[("do", "keep")], &[("a.txt", b"one"), ("b.txt", b"two")]).await;
    assert_eq!(on_disk(stage.campus.folder.path()), empty + 2);
    let page = stage.campus.page(&mut maria, &walk.exercise("paper-diary")).await;
    let href = links(&page, &walk.at("/files/"), "").remove(0);
    stage.campus.page(&mut maria, &walk.exercise("paper-diary/removal")).await;
    stage.campus.done(&mut maria, &walk.exercise("paper-diary/removal"), &[]).await;
    assert_eq!(on_disk(stage.campus.folder.path()), empty);
    assert_eq!(stage.campus.get(&mut maria, &href).await.status, 404);

    hand_in(&stage, &walk, &mut maria, &[("do", "keep")], &[("c.txt", b"three")]).await;
    assert_eq!(on_disk(stage.campus.folder.path()), empty + 1);
    stage.campus.done(&mut maria, &walk.at("/ending"), &[("do", "delete")]).await;
    assert_eq!(on_disk(stage.campus.folder.path()), empty);
}

// SH9, SH12, GDPR Art. 17(1), 17(3)(e)
#[tokio::test(flavor = "multi_thread")]
async fn whoever_deletes_the_account_takes_the_files_along_but_for_those_that_a_hold_keeps() {
    let stage = Stage::set().await;
    let (walk, held) = (walking(&stage).await, begin(&stage, &mut stage.piet.clone(), "Piet").await);
    let (mut maria, mut piet) = (stage.maria.clone(), stage.piet.clone());
    let hers = lay(&stage, &walk, &maria, ("hers.txt", PAGE)).await;
    let his = lay(&stage, &held, &piet, ("his.txt", b"in a claim")).await;
    stage.campus.resident(&stage.campus.site, "Otto", Archetype::Officer).await;
    let mut otto = stage.campus.sign_in(&stage.campus.site, "Otto").await;
    let number = stage.ids["Piet"].to_string();
    let claim = [
        ("kind", "person"),
        ("number", number.as_str()),
        ("ground", "claim"),
        ("reason", "A claim."),
        ("until", "2027-01-01"),
    ];
    stage.campus.done(&mut otto, "/holds/laying", &claim).await;

    for (browser, name) in [(&mut maria, "Maria"), (&mut piet, "Piet")] {
        let receipt = stage.campus.done(browser, "/my-data/deletion", &[("password", PASSWORD)]).await;
        assert!(receipt.starts_with("/receipts/"), "{name}: {receipt}");
    }
    stage.campus.run_jobs().await;
    stage.campus.keep().await;
    assert_eq!((hers.exists(), his.exists()), (false, true), "what the claim is about stays");
    assert!(!stage.has_key(walk.id) && stage.has_key(held.id));
    stage.later(60).await;
    assert!(!his.exists(), "and goes when nothing keeps it");
    assert!(!stage.has_key(held.id));
}

// SH9
#[tokio::test(flavor = "multi_thread")]
async fn after_twelve_silent_months_files_have_left_the_disk_like_all_else() {
    let stage = Stage::set().await;
    let walk = walking(&stage).await;
    let night = lay(&stage, &walk, &stage.maria, ("night.txt", PAGE)).await;
    stage.later(360).await;
    assert!(night.exists());
    stage.later(10).await;
    assert!(!night.exists());
    assert!(!stage.is_there(walk.id).await && !stage.has_key(walk.id));
}

// UC12, SH12
#[tokio::test(flavor = "multi_thread")]
async fn files_that_were_handed_in_come_along_into_another_organisation() {
    let stage = Stage::set().await;
    let walk = walking(&stage).await;
    let mut maria = stage.maria.clone();
    let fields = [("text", "two nights"), ("do", "keep")];
    hand_in(&stage, &walk, &mut maria, &fields, &[("my night.txt", PAGE)]).await;
    let taken = archive::taken(&stage.campus, &stage.campus.site, &mut maria).await;
    let elsewhere = Campus::new().await;
    elsewhere.resident(&elsewhere.site, "Maria Elsewhere", Archetype::Participant).await;
    let mut there = elsewhere.sign_in(&elsewhere.site, "Maria Elsewhere").await;
    let mut found = Vec::new();
    for part in archive::bring(&elsewhere, &elsewhere.site, &mut there, &taken).await {
        let page = elsewhere.page(&mut there, &part).await;
        for file in links(&page, &format!("{}/files/", archive::BROUGHT), "") {
            found.push((page.contains("my night.txt"), elsewhere.get(&mut there, &file).await.body));
        }
    }
    assert_eq!(found, [(true, PAGE.to_vec())]);
    let again = archive::take(&elsewhere, &mut there).await;
    assert!(again.values().any(|bytes| bytes == PAGE), "and from there on: {:?}", again.keys());
}

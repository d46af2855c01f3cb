//! Writing programmes: editing, publishing, one file in and out, and how people in the middle come into a newer version.

use axum::http::StatusCode;
use kernel::{Archetype, Language};
use programme::Package;
use programmes::{model::Enrolment, model::Place, model::Sheet, store::enrolments};
use store::{Reader, StoreError, Work};

use crate::{
    stage::{Stage, name, sleeping_better},
    world::{Browser, links},
};

const CALM: &str = include_str!("../../../../slices/programmes/first/en.md");

/// A new draft of Mia's; its path.
async fn draft(stage: &mut Stage, from: &str) -> String {
    stage.campus.done(&mut stage.mia, "/making", &[("from", from)]).await
}

/// What stands in a field of a page, as a browser reads it.
fn hidden(page: &str, name: &str) -> String {
    let rest = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

/// Publishes a draft as its page shows it.
async fn publish(stage: &mut Stage, draft: &str) -> String {
    let path = format!("{draft}/publication");
    let page = stage.campus.page(&mut stage.mia, &path).await;
    let edition = hidden(&page, "edition");
    stage.campus.done(&mut stage.mia, &path, &[("edition", &edition)]).await;
    page
}

/// *Sleeping better* with a change, published through the doors.
async fn newer(stage: &mut Stage, change: impl Fn(&str) -> String) -> String {
    let draft = draft(stage, "shipped").await;
    for (language, text) in sleeping_better().texts() {
        let fields = [("in", language.tag()), ("edition", "1"), ("text", &*change(text))];
        stage.campus.done(&mut stage.mia, &draft, &fields).await;
    }
    publish(stage, &draft).await
}

/// The file of the newest version, with its name.
async fn export(stage: &mut Stage) -> (String, Vec<u8>) {
    let page = stage.campus.page(&mut stage.mia, "/making").await;
    let path = links(&page, "/making/versions/", "/file").remove(0);
    let answer = stage.campus.get(&mut stage.mia, &path).await;
    assert_eq!(answer.status, StatusCode::OK);
    (answer.headers["content-disposition"].to_str().unwrap().to_owned(), answer.body)
}

/// A person in the middle, in the first two steps.
async fn middle(stage: &Stage) -> Enrolment {
    let of = stage.begin(stage.ids["Maria"]).await;
    open(stage, &of, "nights").await;
    open(stage, &of, "days").await;
    of
}

async fn open(stage: &Stage, of: &Enrolment, step: &'static str) {
    let scope = stage.campus.scope_of(of.participant, Archetype::Participant);
    let about = access::Guarded::resource(of);
    let grant = stage.campus.site.access.decide(&scope, &programmes::actions::STEP_NOTE, &about).unwrap();
    let (of, day) = (of.clone(), "2026-11-22".parse().unwrap());
    let write = move |work: &mut Work<'_>| {
        let scope = work.scope().clone();
        enrolments::open_step(&scope, work, &grant, &of, &name(step), day, true)
    };
    stage.campus.site.store.write::<_, StoreError, _>(&scope, write).await.unwrap();
}

/// The number of the version in which each step is shown, and of that in which the next ones open.
async fn shown(stage: &Stage, of: &Enrolment) -> (Vec<(String, i64)>, i64) {
    let scope = stage.campus.scope_of(of.participant, Archetype::Participant);
    let about = access::Guarded::resource(of);
    let grant = stage.campus.site.access.decide(&scope, &programmes::actions::ENROLMENT_READ, &about).unwrap();
    let (asker, id) = (scope.clone(), of.id);
    let read = move |reader: &mut Reader<'_>| {
        let of = enrolments::find(&asker, reader, id)?.unwrap().check(&grant).unwrap();
        let number = |reader: &mut Reader<'_>, version| {
            programmes::store::versions::find(&asker, reader, version).map(|found| found.unwrap().number)
        };
        let mut steps = Vec::new();
        for opening in enrolments::openings(&asker, reader, &of)? {
            steps.push((opening.step.to_string(), number(reader, opening.version)?));
        }
        steps.sort();
        Ok::<_, StoreError>((steps, number(reader, of.version)?))
    };
    stage.campus.site.store.read(&scope, read).await.unwrap()
}

#[tokio::test]
async fn nobody_but_those_who_write_programmes_gets_through_a_door_of_making() {
    let mut stage = Stage::set().await;
    let draft = draft(&mut stage, "shipped").await;
    let version = {
        let page = stage.campus.page(&mut stage.mia, "/making").await;
        links(&page, "/making/versions/", "/file").remove(0)
    };
    let picture = format!("{draft}/files/two-forces.svg");
    let pages = [
        "/making".to_owned(),
        "/making/import".to_owned(),
        version,
        draft.clone(),
        format!("{draft}/removal"),
        format!("{draft}/files"),
        picture.clone(),
        format!("{draft}/publication"),
    ];
    let forms = [
        "/making".to_owned(),
        draft.clone(),
        format!("{picture}/removal"),
        format!("{draft}/publication"),
        format!("{draft}/removal"),
    ];
    let uploads = ["/making/import".to_owned(), format!("{draft}/files")];
    let Stage { campus, mia, hanna, olaf, maria, piet, .. } = &mut stage;
    for other in [hanna, olaf, maria, piet] {
        for path in &pages {
            assert_eq!(campus.get(other, path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        for path in &forms {
            let answer = campus.post(other, path, &[("edition", "1"), ("text", "gone")]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        }
        for path in &uploads {
            let answer = campus.upload(other, path, &[], &[("file", "a.zip", b"PK")]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
    let mut stranger = Browser::default();
    for path in &pages {
        assert!(campus.get(&mut stranger, path).await.location().starts_with("/sign-in"), "{path}");
    }
    // The author is let in everywhere, and nothing that others tried has changed anything.
    for path in &pages {
        assert_eq!(campus.get(mia, path).await.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn a_file_with_faults_has_all_of_them_listed_and_leaves_nothing_behind() {
    let mut stage = Stage::set().await;
    let text = CALM
        .replace("steps open: after 3 days", "steps open: sometimes")
        .replace("Good that", "![](media/lamp.png)\n\nRead it [here](https://example.org). Good that");
    let files = [("media/lamp.png", &b"<html>"[..]), ("media/rain.mp3", b"PK\x03\x04")];
    let files = files.map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).into();
    let zip = Package::archive(&[(Language::En, text)].into(), &files).unwrap();
    let answer = stage.campus.upload(&mut stage.mia, "/making/import", &[], &[("file", "calm.zip", &zip)]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    for said in ["programme.en.md, Line 6", "Line 13", "media/lamp.png", "media/rain.mp3", "To mend it:"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let found = page.matches("class=\"finding danger\"").count();
    assert!(found >= 5 && page.contains(&format!("{found} things in this file")), "{found}: {page}");
    let list = stage.campus.page(&mut stage.mia, "/making").await;
    assert!(!list.contains("My programme"), "nothing is kept");
    let answer = stage.campus.upload(&mut stage.mia, "/making/import", &[], &[("file", "calm.zip", b"%PDF-1.7")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("ZIP"), "{}", answer.text());
}

#[tokio::test]
async fn an_upload_that_lies_about_its_type_is_refused_with_words_and_nothing_of_it_is_kept() {
    let mut stage = Stage::set().await;
    let draft = draft(&mut stage, "").await;
    let path = format!("{draft}/files");
    let live = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    for (name, bytes, said) in [
        ("lamp.png", &b"<html>"[..], "is not what its name says"),
        ("film.mp4", b"MZ\x90\x00", "is not what its name says"),
        ("bed.svg", live, "script"),
        ("setup.exe", b"MZ\x90\x00", "is no file that can stand here"),
    ] {
        let sent = [("file", "good.png", &b"\x89PNG\r\n\x1a\n"[..]), ("file", name, bytes)];
        let answer = stage.campus.upload(&mut stage.mia, &path, &[], &sent).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(answer.text().contains(said), "{name}: {}", answer.text());
    }
    assert!(stage.campus.page(&mut stage.mia, &path).await.contains("There is no file yet"));

    let sent = [("file", "My Lamp.PNG", &b"\x89PNG\r\n\x1a\n"[..])];
    let answer = stage.campus.upload(&mut stage.mia, &path, &[], &sent).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    assert!(stage.campus.page(&mut stage.mia, &path).await.contains("![…](media/my-lamp.png)"));
    let answer = stage.campus.get(&mut stage.mia, &format!("{path}/my-lamp.png")).await;
    assert_eq!(answer.headers["content-type"], "image/png");
    assert!(answer.headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
    stage.campus.done(&mut stage.mia, &format!("{path}/my-lamp.png/removal"), &[]).await;
    assert_eq!(stage.campus.get(&mut stage.mia, &format!("{path}/my-lamp.png")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn two_authors_who_write_on_one_text_see_both_and_nothing_is_lost() {
    let mut stage = Stage::set().await;
    let draft = draft(&mut stage, "").await;
    let language = ("in", "en");
    let (first, second) = (CALM.replace("tired", "weary"), CALM.replace("tired", "worn out"));
    stage.campus.done(&mut stage.mia, &draft, &[language, ("edition", "1"), ("text", &first)]).await;
    let answer = stage.campus.post(&mut stage.mia, &draft, &[language, ("edition", "1"), ("text", &second)]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    assert!(page.contains("weary") && page.contains("worn out") && page.contains("Both stand here"), "{page}");
    let live = [language, ("edition", "1"), ("text", &*second), ("fragment", "yes")];
    assert_eq!(stage.campus.post(&mut stage.mia, &draft, &live).await.status, StatusCode::CONFLICT);
    // Whoever has seen both can go on.
    let edition = hidden(&page, "edition");
    stage.campus.done(&mut stage.mia, &draft, &[language, ("edition", &edition), ("text", &second)]).await;
    assert!(stage.campus.page(&mut stage.mia, &draft).await.contains("worn out"));
    // And what was seen before is not published unseen.
    let answer = stage.campus.post(&mut stage.mia, &format!("{draft}/publication"), &[("edition", "1")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("Nothing was published"), "{}", answer.text());
}

#[tokio::test]
async fn while_one_types_the_faults_are_told_with_their_lines_beside_how_it_looks() {
    let mut stage = Stage::set().await;
    let draft = draft(&mut stage, "").await;
    let faulty = CALM.replace("Good that", "![](media/lamp.png)\n\n<b>Good</b> that")
        + "\n::: goals mine\ntitle: Mine\ncheck-in: every 2 days\n\nWhat next?\n:::\n";
    let fields = [("in", "en"), ("edition", "1"), ("text", &*faulty), ("fragment", "yes")];
    let answer = stage.campus.post(&mut stage.mia, &draft, &fields).await;
    assert_eq!((answer.status, &answer.headers["x-edition"]), (StatusCode::OK, &"2".parse().unwrap()));
    let said = answer.text();
    assert!(said.contains("data-line=\"13\"") && said.contains("data-line=\"15\""), "{said}");
    assert!(said.contains("2 days after goals were set"), "{said}");
    assert!(said.contains("To mend it:") && said.contains("My thoughts") && !said.contains("<b>Good"), "{said}");
    let page = stage.campus.page(&mut stage.mia, &format!("{draft}/publication")).await;
    assert!(page.contains("cannot be published yet") && !page.contains("Publish version"), "{page}");
    // A translation begins as the text of another language, and what it lacks is told.
    let page = stage.campus.page(&mut stage.mia, &format!("{draft}?in=nl")).await;
    assert!(page.contains("Begin with the text: English"), "{page}");
    let page = stage.campus.page(&mut stage.mia, &format!("{draft}?in=nl&beside=en&from=en")).await;
    assert_eq!(page.matches("programme: my-programme").count(), 2, "{page}");
}

#[tokio::test]
async fn what_was_taken_away_as_a_file_comes_back_as_the_same_bytes() {
    let mut stage = Stage::set().await;
    let (name, before) = export(&mut stage).await;
    assert!(name.contains("sleeping-better-1.zip"), "{name}");
    assert_eq!(Package::read(&before).unwrap(), (sleeping_better(), Vec::new()));
    let draft = brought(&mut stage, &before).await;
    let page = publish(&mut stage, &draft).await;
    assert!(page.contains("Publish version 2") && page.contains("Fewer than 10 people"), "{page}");
    assert!(page.contains("No step differs from version 1.") && !page.contains("the same"), "{page}");
    let (name, after) = export(&mut stage).await;
    assert!(name.contains("sleeping-better-2.zip") && before == after, "{name}");
    assert_eq!(stage.campus.get(&mut stage.mia, &draft).await.status, StatusCode::NOT_FOUND, "it is published");
}

/// A draft of a whole file; its path.
async fn brought(stage: &mut Stage, file: &[u8]) -> String {
    let answer = stage.campus.upload(&mut stage.mia, "/making/import", &[], &[("file", "mine.zip", file)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location().split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_language_that_comes_or_goes_with_a_version_is_said_before() {
    let mut stage = Stage::set().await;
    let (_, whole) = export(&mut stage).await;
    let shipped = sleeping_better();
    let mut texts = shipped.texts().clone();
    texts.remove(&Language::Sv).unwrap();
    let files = shipped.files().map(|(name, _, bytes)| (name.to_owned(), bytes.to_vec())).collect();
    let (fewer, _) = Package::of(texts, files).unwrap();
    let draft = brought(&mut stage, &fewer.write().unwrap()).await;
    let page = publish(&mut stage, &draft).await;
    assert!(page.contains("No step differs from version 1."), "{page}");
    assert!(page.contains("there no more: Svenska. Who reads it goes on in this one: English."), "{page}");
    assert!(!page.contains("that is new"), "{page}");
    let draft = brought(&mut stage, &whole).await;
    let page = publish(&mut stage, &draft).await;
    assert!(page.contains("A language that is new: Svenska.") && !page.contains("there no more"), "{page}");
    // Its pages lie below what managers have in their navigation.
    assert!(page.contains("href=\"/enrolments\" aria-current=\"page\""), "{page}");
}

#[tokio::test]
async fn whoever_is_in_the_middle_goes_on_by_themselves_where_answers_mean_what_they_meant() {
    let mut stage = Stage::set().await;
    let of = middle(&stage).await;
    let page = newer(&mut stage, |text| text.replace("step: days\n", "step: days\n\nHello.\n")).await;
    assert!(page.contains("other words"), "{page}");
    assert_eq!(shown(&stage, &of).await.1, 1, "publishing moves nobody");
    let path = format!("/programmes/{}/newer", of.id);
    let page = stage.campus.page(&mut stage.maria, &path).await;
    assert!(page.contains("There is nothing to choose"), "{page}");
    assert_eq!(shown(&stage, &of).await, (vec![("days".to_owned(), 2), ("nights".to_owned(), 2)], 2));
    let Stage { campus, mia, hanna, olaf, piet, .. } = &mut stage;
    for other in [mia, hanna, olaf, piet] {
        assert_eq!(campus.get(other, &path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(campus.post(other, &path, &[("version", "")]).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn where_an_answer_may_not_fit_any_more_its_writer_chooses_step_by_step_and_keeps_what_was_written() {
    let mut stage = Stage::set().await;
    let of = middle(&stage).await;
    let day = "2026-11-22".parse().unwrap();
    let habits = sleeping_better();
    let edition = habits.programme().edition(Language::En);
    let (_, exercise) = edition.exercise(&name("day-habits")).unwrap();
    stage.finish(&of, Place::of(exercise, day), Sheet::read("{\"naps\":\"yes\"}").unwrap()).await;
    newer(&mut stage, |text| text.replace("\n- naps: ", "\n- long-naps: ")).await;
    let path = format!("/programmes/{}/newer", of.id);
    let page = stage.campus.page(&mut stage.maria, &path).await;
    assert!(page.contains("name=\"step-days\"") && !page.contains("name=\"step-nights\""), "{page}");
    assert_eq!(shown(&stage, &of).await, (vec![("days".to_owned(), 1), ("nights".to_owned(), 2)], 2));

    let version = hidden(&page, "version");
    stage.campus.done(&mut stage.maria, &path, &[("version", &version), ("step-days", "own")]).await;
    let page = stage.campus.page(&mut stage.maria, &path).await;
    assert!(page.contains("There is nothing to choose"), "asked once: {page}");
    assert_eq!(shown(&stage, &of).await.0[0], ("days".to_owned(), 1));

    // Of a version after that the question is asked anew, and the answer can be another.
    newer(&mut stage, |text| text.replace("\n- naps: ", "\n- short-naps: ")).await;
    let page = stage.campus.page(&mut stage.maria, &path).await;
    assert_eq!(stage.campus.post(&mut stage.maria, &path, &[("version", &version)]).await.status, StatusCode::CONFLICT);
    let version = hidden(&page, "version");
    stage.campus.done(&mut stage.maria, &path, &[("version", &version), ("step-days", "newer")]).await;
    assert_eq!(shown(&stage, &of).await, (vec![("days".to_owned(), 3), ("nights".to_owned(), 3)], 3));
}

#[tokio::test]
async fn a_draft_that_is_thrown_away_is_gone_and_published_versions_stay() {
    let mut stage = Stage::set().await;
    let draft = draft(&mut stage, "shipped").await;
    let page = stage.campus.page(&mut stage.mia, &format!("{draft}/removal")).await;
    assert!(page.contains("All published versions"), "{page}");
    stage.campus.done(&mut stage.mia, &format!("{draft}/removal"), &[]).await;
    assert_eq!(stage.campus.get(&mut stage.mia, &draft).await.status, StatusCode::NOT_FOUND);
    assert_eq!(export(&mut stage).await.1, sleeping_better().write().unwrap());
}

#[test]
fn on_the_command_line_the_same_faults_are_told_and_the_same_file_is_made() {
    let run = |arguments: &[&std::ffi::OsStr]| {
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_troth")).arg("programme").args(arguments).output();
        let run = run.unwrap();
        (run.status.code().unwrap(), String::from_utf8(run.stdout).unwrap())
    };
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programmes/sleeping-better");
    let folder = tempfile::tempdir().unwrap();
    let (zip, broken) = (folder.path().join("mine.zip"), folder.path().join("broken.zip"));
    assert_eq!(run(&["check".as_ref(), root.as_ref()]).0, 0);
    assert_eq!(run(&["pack".as_ref(), root.as_ref(), "--to".as_ref(), zip.as_ref()]).0, 0);
    assert!(std::fs::read(&zip).unwrap() == sleeping_better().write().unwrap());
    assert_eq!(run(&["check".as_ref(), zip.as_ref()]).0, 0);

    let text = CALM.replace("steps open: after 3 days", "steps open: sometimes");
    let bytes = Package::archive(&[(Language::En, text)].into(), &std::collections::BTreeMap::new()).unwrap();
    std::fs::write(&broken, bytes).unwrap();
    let (status, said) = run(&["check".as_ref(), broken.as_ref(), "--lang".as_ref(), "nl".as_ref()]);
    assert!(status == 1 && said.contains("programme.en.md") && said.contains("steps open: sometimes"), "{said}");
    assert_eq!(run(&["check".as_ref(), folder.path().join("none.zip").as_ref()]).0, 2);
}

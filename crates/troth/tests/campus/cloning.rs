//! A test copy: as much of everything, and nobody in it (UC21).

use std::{fs, path::Path};

use kernel::{Uuid, id::Id as _};
use testkit::canary;
use troth::{clone_command, config::Config, serve};

use crate::{
    postgres,
    story::{self, Story},
    world::{Browser, Campus, config, links},
};

/// The ids of people, trajectories and files, as the story knows them.
async fn ids(campus: &Campus, story: &Story) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> = story.people.iter().map(|person| person.uuid()).collect();
    let mut coach = story.coach.clone();
    for trajectory in [&story.trajectory, &story.others.0] {
        ids.push(trajectory.trim_start_matches("/trajectories/").parse().unwrap());
        let page = campus.page(&mut coach, &format!("{trajectory}/dialogue")).await;
        let files = links(&page, &format!("{trajectory}/attachments/"), "");
        ids.extend(files.iter().map(|file| file.rsplit('/').next().unwrap().parse::<Uuid>().unwrap()));
    }
    assert!(ids.len() > 7, "{ids:?}");
    ids
}

/// Which ids stand in a folder, as bytes or as text; also in the names of files.
fn ids_in(folder: &Path, ids: &[Uuid]) -> Vec<Uuid> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().to_string_lossy().into_owned();
        found.extend(ids.iter().filter(|id| name.contains(&id.to_string())));
        if entry.path().is_dir() {
            found.extend(ids_in(&entry.path(), ids));
            continue;
        }
        let bytes = fs::read(entry.path()).unwrap();
        let holds = |wanted: &[u8]| bytes.windows(wanted.len()).any(|window| window == wanted);
        found.extend(ids.iter().filter(|id| holds(id.as_bytes()) || holds(id.to_string().as_bytes())));
    }
    found.sort();
    found.dedup();
    found
}

// UC21
#[tokio::test(flavor = "multi_thread")]
async fn a_test_copy_has_as_much_of_everything_and_nobody_in_it() {
    let campus = Campus::pair().await;
    let mut story = story::tell(&campus).await;
    let mut ids = ids(&campus, &story).await;
    ids.sort();
    // Somebody has gone, so that there is a receipt, and a ledger to chain.
    let word = story.canaries.plant("coach later", &troth::system::SystemRng);
    campus.send(&mut story.coach, &story.others.0.clone(), &word, &[("a later file.txt", "Later.")]).await;
    let mut maria = story.maria.clone();
    campus.done(&mut maria, "/my-data/deletion", &[("password", &story.maria_password)]).await;
    campus.keep().await;
    let before = campus.verify(&[]).await;
    assert_eq!(before.survey.findings, []);

    let copy = tempfile::tempdir().unwrap();
    let second = campus.key().replace("campus", "second");
    let entries = [config(&campus.key()), config(&second)];
    let original = Config {
        folder: campus.folder.path().to_owned(),
        listen: ([127, 0, 0, 1], 0).into(),
        mail: None,
        sms: None,
        backup: None,
        edge: troth::config::EdgeConfig::default(),
        organisations: entries.into(),
    };
    // Beside the campus at work.
    let cloned = clone_command::clone_with(&campus.common, &original, copy.path(), None).await.unwrap();
    let refused = clone_command::clone_with(&campus.common, &original, copy.path(), None).await.unwrap_err();
    assert!(refused.to_string().contains("not empty"), "{refused}");

    // Nothing of anybody: no word, no id; of the original the same search finds each id.
    assert_eq!(canary::search(copy.path(), &story.canaries).unwrap(), []);
    assert_eq!(ids_in(copy.path(), &ids), Vec::<Uuid>::new());
    if postgres::url().is_none() {
        let there = ids_in(campus.folder.path(), &ids);
        assert!(there.len() >= 5, "{there:?}");
    }
    // As much of everything, and all of it whole, under keys of its own.
    let made = Config::read(copy.path()).unwrap();
    let own = troth::verify_command::verify_one(&campus.common, &made, &made.organisations[0], &[]).await.unwrap();
    assert_eq!(own.survey.findings, [], "{own:?}");
    let same = |verified: &troth::verify_command::Verified| {
        let survey = &verified.survey;
        (survey.rows, survey.values, survey.files, survey.ledger, survey.heads)
    };
    assert_eq!(same(&own), same(&before));
    assert!(own.survey.files == 1 && cloned.counts[0].1.iter().filter(|count| count.rows > 0).count() > 10);
    for key in ["pepper", &format!("{}.1", campus.key())] {
        let kept = fs::read(campus.folder.path().join("keys").join(key)).ok();
        assert_ne!(Some(fs::read(copy.path().join("keys").join(key)).unwrap()), kept, "{key}");
    }
    assert!(made.backup.is_none() && made.mail.unwrap().server.contains("127.0.0.1"));
    assert!(cloned.people.iter().all(|person| person.email.ends_with("@people.example")), "{cloned:?}");
    if postgres::url().is_none() {
        somebody_signs_in(campus, copy, &cloned, &story).await;
    }
}

/// With the password that was told, as somebody made up, who finds the dialogue.
async fn somebody_signs_in(campus: Campus, copy: tempfile::TempDir, cloned: &clone_command::Cloned, story: &Story) {
    let pepper = serve::pepper(copy.path()).unwrap();
    let key = campus.key();
    let (campus, _original) = campus.halt().start_with(copy, pepper);
    let of_role = |role: &str| cloned.people.iter().find(|one| one.organisation == key && one.role == role).unwrap();
    let coach = of_role("coach");
    let mut browser: Browser =
        campus.sign_in_with(&campus.site, &coach.email, &cloned.password).await.expect("they sign in");
    // Hashes of a copy are random: what a role promises is accepted anew.
    campus.promise(&mut browser).await;
    let list = campus.page(&mut browser, "/trajectories/mine").await;
    let trajectory = links(&list, "/trajectories/", "")
        .into_iter()
        .find(|link| link.len() > 40)
        .unwrap_or_else(|| panic!("none is theirs: {list}"));
    let trajectory = trajectory.split('/').take(3).collect::<Vec<_>>().join("/");
    let page = campus.page(&mut browser, &format!("{trajectory}/dialogue")).await;
    assert_eq!(story.canaries.in_bytes(page.as_bytes()), []);
    let file = links(&page, &format!("{trajectory}/attachments/"), "").remove(0);
    assert_eq!(campus.page(&mut browser, &file).await.len(), "Later.".len());
    assert!(campus.sign_in_with(&campus.site, &story.maria_email, &story.maria_password).await.is_none());
    assert!(campus.sign_in_with(&campus.site, &of_role("manager").email, &cloned.password).await.is_some());
}

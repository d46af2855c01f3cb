//! Whether an act is done to its very end, or was never begun: everything that speaks against it, by name.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
};

use kernel::id::Id as _;
use store::ledger;

use crate::scene::{Furnished, Scene, read};

/// Something that should be otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is concerned, in one word.
    pub of: &'static str,
    detail: String,
}

fn fault(of: &'static str, detail: impl Into<String>) -> Fault {
    Fault { of, detail: detail.into() }
}

/// What is not as it must be once the act is done.
pub async fn after(scene: &Scene, acknowledged: &[String]) -> Vec<Fault> {
    let mut faults = Vec::new();
    gone(scene, &mut faults).await;
    bytes(scene, &mut faults);
    ring(scene, &mut faults);
    proofs(scene, &mut faults).await;
    faults.extend(stays(scene, acknowledged).await);
    faults
}

/// What is not as it must be while nothing has begun.
pub async fn before(scene: &Scene, acknowledged: &[String]) -> Vec<Fault> {
    let mut faults = stays(scene, acknowledged).await;
    for Furnished { trajectory, texts } in &scene.going {
        match read(&scene.house, trajectory).await {
            Ok(found) if found == *texts => {}
            other => faults.push(fault("reading", format!("{other:?}"))),
        }
    }
    let receipts = scene.house.keeper.receipts(&scene.house.job(), 10).await.unwrap();
    faults.extend(receipts.into_iter().map(|receipt| fault("receipt", receipt.id.to_string())));
    ring(scene, &mut faults);
    faults
}

/// Rows, keys, files and jobs of those who go.
async fn gone(scene: &Scene, faults: &mut Vec<Fault>) {
    let Scene { house, holders, .. } = scene;
    let left = house.everything().await;
    faults.extend(
        left.iter().filter(|(_, holder)| holders.contains(holder)).map(|left| fault("row", format!("{left:?}"))),
    );
    for class in house.inventory.classes() {
        let held = holders.iter().filter(|holder| house.store.has_key(class.name, **holder));
        faults.extend(held.map(|holder| fault("key", format!("{} of {holder}", class.name))));
    }
    let files = scene.files.iter().filter(|place| house.folder.join(place).exists());
    faults.extend(files.map(|place| fault("file", place.display().to_string())));
    // One belongs to those who stay.
    let jobs = house.waiting_jobs().await;
    if jobs != 1 {
        faults.push(fault("job", jobs.to_string()));
    }
}

/// What was written, in the clear or sealed, anywhere in the folders of the organisation and of its keys.
fn bytes(scene: &Scene, faults: &mut Vec<Fault>) {
    let root = scene.house.folder.parent().unwrap();
    let open = testkit::search(root, &scene.canaries).unwrap();
    faults.extend(open.iter().map(|hit| fault("open text", format!("{hit:?}"))));
    faults.extend(find(root, &scene.sealed).unwrap().into_iter().map(|file| fault("sealed bytes", file)));
}

/// The files under `folder` in which one of `values` stands.
pub fn find(folder: &Path, values: &[Vec<u8>]) -> io::Result<Vec<String>> {
    // Values begin with a version that they share; the two bytes after it tell most of them apart.
    let mut by_start: BTreeMap<[u8; 2], Vec<&[u8]>> = BTreeMap::new();
    for value in values {
        by_start.entry([value[1], value[2]]).or_default().push(&value[1..]);
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(find(&path, values)?);
            continue;
        }
        let bytes = fs::read(&path)?;
        let holds = (1..bytes.len()).any(|at| {
            by_start
                .get(&bytes[at - 1..=at])
                .is_some_and(|like| like.iter().any(|value| bytes[at - 1..].starts_with(value)))
        });
        if holds {
            found.push(path.display().to_string());
        }
    }
    Ok(found)
}

/// The keyring: one key-encryption key, and nothing half written.
fn ring(scene: &Scene, faults: &mut Vec<Fault>) {
    let names = |folder: &Path| -> BTreeSet<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    let root = scene.house.folder.parent().unwrap();
    let keys: Vec<_> = names(root).into_iter().filter(|name| name.starts_with("house.key.")).collect();
    if keys.len() != 1 {
        faults.push(fault("key-encryption key", format!("{keys:?}")));
    }
    if names(&scene.house.folder).contains("keyring.new") {
        faults.push(fault("half-written ring", "keyring.new"));
    }
}

/// No act is open, one receipt tells exactly what went, and the ledger holds and tells each thing once.
async fn proofs(scene: &Scene, faults: &mut Vec<Fault>) {
    let Scene { house, counts, .. } = scene;
    let open = house.keeper.open_acts(&house.job()).await.unwrap();
    faults.extend(open.iter().map(|act| fault("open act", format!("{act:?}"))));
    let receipts = house.keeper.receipts(&house.job(), 10).await.unwrap();
    let mut told: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for went in receipts.iter().flat_map(|receipt| &receipt.went) {
        let class = told.entry(&went.class).or_default();
        *class = (class.0 + went.rows, class.1 + went.files);
    }
    if receipts.len() != 1 || told != *counts {
        faults.push(fault("receipt", format!("{} of them, telling {told:?}, not {counts:?}", receipts.len())));
    }
    let job = house.job();
    let entries = house.store.read(&job, |reader| {
        ledger::verify(reader)?;
        ledger::after(reader, 0, 1000)
    });
    match entries.await {
        Ok(entries) => {
            let mut once = BTreeSet::new();
            for entry in &entries {
                let target = entry.evidence.split(';').nth(1).unwrap_or_default();
                if !once.insert((entry.subject, entry.class.as_deref(), target)) {
                    faults.push(fault("ledger", format!("twice: {entry:?}")));
                }
            }
            let missing = scene.holders.iter().filter(|holder| !entries.iter().any(|entry| entry.subject == **holder));
            faults.extend(missing.map(|holder| fault("ledger", format!("nothing of {holder}"))));
        }
        Err(broken) => faults.push(fault("ledger", broken.to_string())),
    }
}

/// What belongs to others is there and opens, with every write that was acknowledged.
async fn stays(scene: &Scene, acknowledged: &[String]) -> Vec<Fault> {
    let Scene { house, staying, .. } = scene;
    let mut faults = Vec::new();
    match read(house, &staying.trajectory).await {
        Ok(found) => {
            let wanted = staying.texts.iter().chain(acknowledged);
            faults.extend(wanted.filter(|text| !found.contains(text)).map(|text| fault("lost", text)));
        }
        Err(error) => faults.push(fault("lost", error.to_string())),
    }
    let there = house.everything().await;
    let trajectory = staying.trajectory.id.uuid();
    let people = [staying.trajectory.coach, staying.trajectory.participant].map(|person| person.uuid());
    let wanted = ["trajectory", "dialogue", "private-notes"].map(|class| (class, trajectory)).into_iter();
    for (class, holder) in wanted.chain(people.map(|person| ("account", person))) {
        if !there.contains(&(class.to_owned(), holder)) {
            faults.push(fault("lost", format!("{class} of {holder}")));
        }
    }
    faults
}

//! Whatever of an organisation's data opens for anybody at all: every row of every class, every file.

use std::sync::Arc;

use access::Resource;
use kernel::{
    Archetype, Inventory, PersonId, Scope, Uuid, Value,
    id::Id as _,
    manifest::{Container, Content, Protection},
};
use organisation::Organisation;
use store::{
    FileCell, FileId, Opener, Reader, StoreError,
    derived::{self, Field},
};

use crate::world::member;

/// What was found.
#[derive(Default)]
pub struct Unsealed {
    /// Everything that somebody's grant opens, as bytes, with the table and column.
    pub opened: Vec<(&'static str, Vec<u8>)>,
    /// How many sealed values and files no key opens any longer.
    pub gone: usize,
    /// How many keyed hashes are those of one of the texts asked for.
    pub confirmed: usize,
}

struct File {
    item: &'static str,
    openers: Arc<[Opener]>,
    cell: FileCell,
    id: FileId,
}

/// Tries everything with everybody's real grants. `texts` are held against the keyed hashes of addresses.
pub async fn everything(site: &Arc<Organisation>, people: &[PersonId], texts: &[&str]) -> Unsealed {
    let (own, people) = (Arc::clone(site), people.to_vec());
    let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    let scope = site.scope(kernel::Actor::Guest);
    let (mut found, files) = site
        .store
        .read::<_, StoreError, _>(&scope, move |reader| {
            let (mut found, mut files) = (Unsealed::default(), Vec::new());
            for (container, holder) in containers(reader, &own.inventory, &people)? {
                let parties = derived::parties(reader, container, holder)?;
                if parties.is_empty() {
                    continue;
                }
                let openers: Arc<[Opener]> = openers(&own, container, holder, &parties).into();
                walk(reader, &own.inventory, container, holder, &openers, &texts, &mut found, &mut files)?;
            }
            Ok((found, files))
        })
        .await
        .unwrap();
    for File { item, openers, cell, id } in files {
        let mut answer = None;
        for opener in &*openers {
            match site.store.files().open(opener, &cell, id, None).await {
                Err(StoreError::Refused { .. }) => {}
                other => answer = Some(other),
            }
        }
        match answer.expect("somebody may open a file") {
            Ok(bytes) => found.opened.push((item, bytes)),
            Err(StoreError::Gone) => found.gone += 1,
            Err(fault) => panic!("{fault}"),
        }
    }
    found
}

/// The files of these people, and the trajectories in which they play a part.
fn containers(
    reader: &mut Reader<'_>,
    inventory: &Inventory,
    people: &[PersonId],
) -> Result<Vec<(&'static Container, Uuid)>, StoreError> {
    let mut all: Vec<(&'static Container, Uuid)> = Vec::new();
    for container in inventory.containers() {
        for party in container.parties {
            for person in people {
                for id in derived::containers_of(reader, container, party.name, *person)? {
                    if !all.iter().any(|(known, other)| known.name == container.name && *other == id) {
                        all.push((container, id));
                    }
                }
            }
        }
    }
    Ok(all)
}

/// Everything that anybody may be granted about a container: every action of everyone concerned, and every job.
fn openers(
    site: &Organisation,
    container: &'static Container,
    id: Uuid,
    parties: &[(&'static str, PersonId)],
) -> Vec<Opener> {
    let states = container.states.iter().copied().map(Some).chain(container.states.is_empty().then_some(None));
    let mut openers = Vec::new();
    for state in states {
        let about = Resource { container: container.name, id, parties: parties.to_vec(), state };
        let mut open = |scope: &Scope, grant: access::Grant| openers.push(site.store.opener(scope, &grant));
        for (_, person) in parties {
            for archetype in [Archetype::Manager, Archetype::Coach, Archetype::Participant] {
                let scope = site.scope(kernel::Actor::Member(member(site, *person, archetype)));
                for action in site.inventory.actions().filter(|action| action.container == container.name) {
                    if let Ok(grant) = site.access.decide(&scope, action, &about) {
                        open(&scope, grant);
                    }
                }
            }
        }
        for job in site.inventory.jobs() {
            let scope = site.scope(kernel::Actor::Job(job.name));
            if let Ok(grant) = site.access.decide_job(&scope, job, &about) {
                open(&scope, grant);
            }
        }
    }
    openers
}

#[expect(clippy::too_many_arguments, reason = "one walk")]
fn walk(
    reader: &mut Reader<'_>,
    inventory: &Inventory,
    container: &'static Container,
    holder: Uuid,
    openers: &Arc<[Opener]>,
    texts: &[String],
    found: &mut Unsealed,
    files: &mut Vec<File>,
) -> Result<(), StoreError> {
    let also = |class: &str| {
        let part = inventory.class(class)?.sealed_also_for?;
        Some(part)
    };
    let parties = derived::parties(reader, container, holder)?;
    for class in inventory.classes().filter(|class| class.container == container.name) {
        for table in inventory.tables().filter(|table| table.class == Some(class.name)) {
            for row in derived::rows_of(reader, table, holder)? {
                for (column, field) in row.fields {
                    let Content::Personal(item, protection) = column.content else { continue };
                    match field {
                        Field::Sealed(sealed) => match unseal(openers, &sealed) {
                            Ok(plain) => found.opened.push((item, plain)),
                            Err(StoreError::Gone) => found.gone += 1,
                            Err(fault) => panic!("{}.{}: {fault}", table.name, column.name),
                        },
                        Field::Open(value @ Value::Bytes(_)) if protection == Protection::KeyedHash => {
                            let same = texts.iter().filter(|text| reader.keyed_hash(item, text) == value);
                            found.confirmed += same.count();
                        }
                        Field::Open(Value::Bytes(id)) if item.ends_with(".file") => {
                            let part = also(class.name);
                            let also = parties.iter().find(|(party, _)| Some(*party) == part).map(|(_, who)| *who);
                            let cell = FileCell { table: table.name, column: column.name, holder, also };
                            let id = FileId::from_uuid(Uuid::from_slice(&id).unwrap());
                            files.push(File { item, openers: Arc::clone(openers), cell, id });
                        }
                        // What stands open is searched as bytes.
                        Field::Open(_) => {}
                    }
                }
            }
        }
    }
    Ok(())
}

fn unseal(openers: &[Opener], sealed: &store::Sealed) -> Result<Vec<u8>, StoreError> {
    let mut answer = Err(StoreError::Undeclared("nobody may ever open it".to_owned()));
    for opener in openers {
        match opener.bytes(sealed) {
            Ok(plain) => return Ok(plain.to_vec()),
            Err(StoreError::Refused { .. }) => {}
            Err(other) => answer = Err(other),
        }
    }
    answer
}

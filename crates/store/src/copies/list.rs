//! Which copies lie there, and which of them go.

use std::collections::HashSet;

use kernel::{OrganisationKey, Timestamp};

use super::{BackupId, CopyError, Shelf, Source, manifest::Index, rings, shipped};

/// A backup that lies there.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its name.
    pub id: BackupId,
    /// When it was made.
    pub at: Option<Timestamp>,
    /// Files that it holds.
    pub files: usize,
    /// Bytes of all that it holds, sealed.
    pub bytes: u64,
    /// Why it cannot be used; from a look at its index alone.
    pub fault: Option<String>,
}

/// A copy of the keyring that lies there.
#[derive(Clone, Debug)]
pub struct RingCopy {
    /// When it was made.
    pub at: Option<Timestamp>,
    /// The ring's generation.
    pub generation: u64,
}

/// The organisations that have copies in a place.
pub async fn organisations(shelf: &Shelf) -> Result<Vec<OrganisationKey>, CopyError> {
    let mut found: Vec<_> = shelf.top().await?.iter().filter_map(|name| OrganisationKey::new(name)).collect();
    found.sort();
    Ok(found)
}

/// The backups and the keyring copies of one organisation, oldest first.
pub async fn list(shelf: &Shelf, organisation: &OrganisationKey) -> Result<(Vec<Kept>, Vec<RingCopy>), CopyError> {
    let mut kept = Vec::new();
    for id in ids(shelf, organisation).await? {
        let index = index(shelf, organisation, &id).await;
        let fault = index.as_ref().err().map(ToString::to_string);
        let (files, bytes) = index.map_or((0, 0), |index| (index.files.len(), index.bytes()));
        kept.push(Kept { at: id.at(), id, files, bytes, fault });
    }
    let rings = rings::names(shelf, organisation).await?;
    Ok((kept, rings.into_iter().map(|name| RingCopy { at: name.id.at(), generation: name.generation }).collect()))
}

/// The names of whole backups, oldest first: those that have an index.
pub(super) async fn ids(shelf: &Shelf, organisation: &OrganisationKey) -> Result<Vec<BackupId>, CopyError> {
    let found = shelf.list(&format!("{organisation}/backups")).await?;
    let of_index = |(name, _): &(String, u64)| name.strip_suffix("/index")?.rsplit('/').next()?.parse().ok();
    let mut ids: Vec<_> = found.iter().filter_map(of_index).collect();
    ids.sort();
    Ok(ids)
}

/// The index of one backup.
pub(super) async fn index(shelf: &Shelf, organisation: &OrganisationKey, id: &BackupId) -> Result<Index, CopyError> {
    let name = format!("{organisation}/backups/{id}/index");
    let text = shelf.get(&name).await?.ok_or_else(|| CopyError::Nothing {
        place: shelf.place().to_owned(),
        wanted: format!("{id} of {organisation}"),
    })?;
    let index = Index::read(&name, &text)?;
    if index.id == *id { Ok(index) } else { Err(CopyError::damaged(&name, "it is the index of another backup")) }
}

/// The indexes of all whole backups, oldest first; a damaged one as its fault.
pub(super) async fn indexes(
    shelf: &Shelf,
    organisation: &OrganisationKey,
) -> Result<Vec<Result<Index, CopyError>>, CopyError> {
    let mut found = Vec::new();
    for id in ids(shelf, organisation).await? {
        found.push(index(shelf, organisation, &id).await);
    }
    Ok(found)
}

/// Removes what was made before `cutoff`, the newest backup excepted: backups, keyring copies, files that no backup holds
/// any more, and segments of the ledger that none needs. What a stopped backup left behind goes, too. Returns how many
/// backups went.
///
/// # Errors
/// When the place cannot be read or written. While an index is damaged no file goes, since it may be the one that holds it.
pub async fn prune(source: &Source, shelf: &Shelf, cutoff: Timestamp) -> Result<usize, CopyError> {
    let _lock = source.lock()?;
    let organisation = &source.organisation;
    let mut ids = ids(shelf, organisation).await?;
    let newest = ids.pop();
    let old: HashSet<_> =
        ids.iter().filter(|id| id.at().is_some_and(|at| at < cutoff)).map(ToString::to_string).collect();
    let whole: HashSet<_> = ids.iter().chain(&newest).map(ToString::to_string).collect();
    let mut objects = shelf.list(&format!("{organisation}/backups")).await?;
    // The index first: without it what is left is no backup.
    objects.sort_by_key(|(name, _)| !name.ends_with("/index"));
    for (name, _) in objects {
        let id = name.split('/').nth(2).unwrap_or_default();
        if old.contains(id) || !whole.contains(id) {
            shelf.remove(&name).await?;
        }
    }
    rings::prune(shelf, organisation, cutoff).await?;
    let indexes = indexes(shelf, organisation).await?;
    let Ok(indexes) = indexes.into_iter().collect::<Result<Vec<_>, _>>() else {
        tracing::error!(%organisation, "the index of a backup is damaged: no file is removed from the copies");
        return Ok(old.len());
    };
    let held: HashSet<_> = indexes.iter().flat_map(|index| &index.files).map(|file| file.name.as_str()).collect();
    for (name, _) in shelf.list(&format!("{organisation}/files")).await? {
        if !held.contains(name.as_str()) {
            shelf.remove(&name).await?;
        }
    }
    if let Some(needed) = indexes.iter().map(|index| index.ledger).min() {
        shipped::prune(shelf, organisation, needed).await?;
    }
    Ok(old.len())
}

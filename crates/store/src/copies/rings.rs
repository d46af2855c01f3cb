//! Copies of the keyring: few, and never of an older generation than the newest that lies there.

use kernel::{OrganisationKey, Timestamp};
use zeroize::Zeroizing;

use crate::keyring::RingCopy;

use super::{BackupId, CopyError, Paper, RecoveryKey, RecoveryPublic, Shelf, Source, envelope};

/// Copies of one generation that are kept: the newest, and the one before.
const OF_ONE_GENERATION: usize = 2;

/// The name of a ring's copy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RingName {
    pub(super) generation: u64,
    pub(super) frames: u32,
    pub(super) id: BackupId,
    pub(super) object: String,
}

fn folder(organisation: &OrganisationKey) -> String {
    format!("{organisation}/rings")
}

/// The copies that lie there, oldest ring first.
pub(super) async fn names(shelf: &Shelf, organisation: &OrganisationKey) -> Result<Vec<RingName>, CopyError> {
    let found = shelf.list(&folder(organisation)).await?;
    let mut names: Vec<_> = found.into_iter().filter_map(|(object, _)| name(object)).collect();
    names.sort();
    Ok(names)
}

fn name(object: String) -> Option<RingName> {
    let mut parts = object.rsplit('/').next()?.split('.');
    let (id, generation, frames) = (parts.next()?, parts.next()?, parts.next()?);
    let (id, generation, frames) = (id.parse().ok()?, generation.parse().ok()?, frames.parse().ok()?);
    parts.next().is_none().then_some(RingName { generation, frames, id, object })
}

/// Copies the keyring as it is now, and removes copies of older generations: after erasures.
pub async fn copy_keyring(
    source: &Source,
    shelf: &Shelf,
    recovery: &RecoveryPublic,
    secrets: &[Paper],
) -> Result<u64, CopyError> {
    let _lock = source.lock()?;
    copy(source, shelf, recovery, secrets).await
}

/// Copies the ring as it is now, reads the copy back, and removes those that it makes useless. Returns the generation.
pub(super) async fn copy(
    source: &Source,
    shelf: &Shelf,
    recovery: &RecoveryPublic,
    papers: &[Paper],
) -> Result<u64, CopyError> {
    let keys = source.config.keys.keys();
    let (path, organisation) = (source.config.folder.join("keyring"), source.organisation.clone());
    let ring = super::blocking(move || Ok(RingCopy::read(&path, &organisation, &*keys)?)).await?;
    let (generation, frames) = (ring.mark.generation, ring.mark.frames);
    let id = BackupId::new(source.clock.now(), &*source.rng);
    let object = format!("{}/{id}.{generation}.{frames}", folder(&source.organisation));
    let sealed = envelope::seal(&object, recovery, &pack(&ring, papers))?;
    shelf.put(&object, sealed).await?;
    let mut same = 0;
    for old in names(shelf, &source.organisation).await?.into_iter().rev() {
        same += usize::from(old.generation == generation);
        if old.generation < generation || old.generation == generation && same > OF_ONE_GENERATION {
            shelf.remove(&old.object).await?;
        }
    }
    Ok(generation)
}

/// Removes copies made before `cutoff`, but for the newest.
pub(super) async fn prune(
    shelf: &Shelf,
    organisation: &OrganisationKey,
    cutoff: Timestamp,
) -> Result<usize, CopyError> {
    let mut names = names(shelf, organisation).await?;
    names.pop();
    names.retain(|name| name.id.at().is_some_and(|at| at < cutoff));
    for name in &names {
        shelf.remove(&name.object).await?;
    }
    Ok(names.len())
}

/// The newest copy, opened; with the papers that went along.
pub(super) async fn newest(
    shelf: &Shelf,
    organisation: &OrganisationKey,
    key: &RecoveryKey,
) -> Result<(RingCopy, Vec<(String, Zeroizing<Vec<u8>>)>), CopyError> {
    let nothing =
        || CopyError::Nothing { place: shelf.place().to_owned(), wanted: format!("of the keyring of {organisation}") };
    let name = names(shelf, organisation).await?.pop().ok_or_else(nothing)?;
    let sealed = shelf.get(&name.object).await?.ok_or_else(nothing)?;
    let plain = envelope::open(&name.object, key, &sealed)?;
    let mut parts = unpack(&plain).ok_or_else(|| CopyError::damaged(&name.object, "it is no keyring"))?.into_iter();
    let (Some((_, ring)), Some((_, wrapping))) = (parts.next(), parts.next()) else {
        return Err(CopyError::damaged(&name.object, "it is no keyring"));
    };
    let wrapping =
        wrapping.as_slice().try_into().map_err(|_| CopyError::damaged(&name.object, "its key is not of 32 bytes"))?;
    let ring = RingCopy::of(ring.to_vec(), Zeroizing::new(wrapping), organisation)
        .map_err(|reason| CopyError::damaged(&name.object, reason))?;
    Ok((ring, parts.collect()))
}

/// Name and content of each part, each with its length in front.
fn pack(ring: &RingCopy, papers: &[Paper]) -> Zeroizing<Vec<u8>> {
    let own = [("keyring", ring.bytes.as_slice()), ("key", ring.key.as_slice())];
    let papers = papers.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    pack_parts(&own.into_iter().chain(papers).collect::<Vec<_>>())
}

/// Name and content of each part, each with its length in front.
pub(super) fn pack_parts(parts: &[(&str, &[u8])]) -> Zeroizing<Vec<u8>> {
    let length = parts.iter().map(|(name, bytes)| name.len() + bytes.len() + 16).sum();
    let mut packed = Zeroizing::new(Vec::with_capacity(length));
    for part in parts.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes]) {
        packed.extend_from_slice(&(part.len() as u64).to_be_bytes());
        packed.extend_from_slice(part);
    }
    packed
}

/// What [`pack_parts`] put together.
pub(super) fn unpack(mut packed: &[u8]) -> Option<Vec<(String, Zeroizing<Vec<u8>>)>> {
    let mut next = || {
        let (length, rest) = packed.split_at_checked(8)?;
        let length = usize::try_from(u64::from_be_bytes(length.try_into().ok()?)).ok()?;
        let (part, rest) = rest.split_at_checked(length)?;
        packed = rest;
        Some((part.to_vec(), packed.is_empty()))
    };
    let mut parts = Vec::new();
    loop {
        let (name, _) = next()?;
        let (bytes, ended) = next()?;
        parts.push((String::from_utf8(name).ok()?, Zeroizing::new(bytes)));
        if ended {
            return Some(parts);
        }
    }
}

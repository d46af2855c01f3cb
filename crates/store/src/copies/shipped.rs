//! The ledger beside the backups: what was done since a backup was made.
//!
//! Segments are sealed with a key from the keyring that never rotates, so that they can be written and read by the server
//! itself, with an old ring too, and cannot be forged by whoever has the place alone. A segment's name tells from where
//! to where it reaches, and the first bytes of its last hash.

use aws_lc_rs::aead::LessSafeKey;
use kernel::{OrganisationKey, Scope};

use crate::{
    Store, StoreError,
    engine::{Mode, text},
    keyring::{self, RingCopy},
    ledger::{self, Link},
    open::target,
    params, queries,
};

use super::{CopyError, Shelf, Source, blocking, shelf::hex};

/// Entries in a segment at most.
const SEGMENT: i64 = 5_000;
/// Digits of the last hash in a segment's name.
const DIGITS: usize = 16;

/// A segment's name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Segment {
    pub(super) from: i64,
    pub(super) to: i64,
    hash: String,
    pub(super) object: String,
}

impl Segment {
    fn of(object: String) -> Option<Self> {
        let mut parts = object.rsplit('/').next()?.split('-');
        let (from, to, hash) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.to_owned());
        (parts.next().is_none() && hash.len() == DIGITS).then_some(Self { from, to, hash, object })
    }

    fn name(organisation: &OrganisationKey, links: &[Link]) -> Option<String> {
        let (first, last) = (links.first()?, links.last()?);
        let hash = hex(&last.hash);
        Some(format!(
            "{organisation}/ledger/{:012}-{:012}-{}",
            first.entry.sequence,
            last.entry.sequence,
            hash.get(..DIGITS)?
        ))
    }
}

/// The segments that lie there, oldest first.
pub(super) async fn segments(shelf: &Shelf, organisation: &OrganisationKey) -> Result<Vec<Segment>, CopyError> {
    let found = shelf.list(&format!("{organisation}/ledger")).await?;
    let mut segments: Vec<_> = found.into_iter().filter_map(|(object, _)| Segment::of(object)).collect();
    segments.sort_by_key(|segment| segment.to);
    Ok(segments)
}

/// The last entry of the ledger that lies there; 0 when there is none.
///
/// # Errors
/// When the place cannot be read.
pub async fn shipped_to(shelf: &Shelf, organisation: &OrganisationKey) -> Result<i64, CopyError> {
    Ok(segments(shelf, organisation).await?.last().map_or(0, |segment| segment.to))
}

/// Ships what the ledger has and the place has not; returns how many entries.
///
/// # Errors
/// `Ledger` when the database is behind what was shipped, or of another history: it must not be copied.
pub async fn ship(source: &Source, shelf: &Shelf) -> Result<usize, CopyError> {
    let _lock = source.lock()?;
    ship_locked(source, shelf).await
}

/// The same, for whoever holds the lock.
pub(super) async fn ship_locked(source: &Source, shelf: &Shelf) -> Result<usize, CopyError> {
    let last = segments(shelf, &source.organisation).await?.pop();
    let mut shipped = 0;
    let mut after = last.as_ref().map_or(0, |segment| segment.to);
    let own = source.clone();
    let (mut links, key) = blocking(move || read(&own, after)).await?;
    if let Some(last) = &last {
        // The first link repeats the last one shipped, while the ledger still has it.
        match links.first() {
            None => return Err(behind(&source.organisation, last.to)),
            Some(link) if link.entry.sequence == last.to => {
                if !hex(&link.hash).starts_with(&last.hash) {
                    return Err(apart(&source.organisation, last.to));
                }
                links.remove(0);
            }
            Some(_) => {}
        }
    }
    while let Some(name) = Segment::name(&source.organisation, &links) {
        let plain = serde_json::to_vec(&links).map_err(|error| CopyError::damaged(&name, error))?;
        let sealed = keyring::seal(&key, name.as_bytes(), &plain, &*source.rng)?;
        shelf.put(&name, sealed).await?;
        shipped += links.len();
        after = links.last().map_or(after, |link| link.entry.sequence) + 1;
        let own = source.clone();
        links = blocking(move || read(&own, after)).await?.0;
    }
    Ok(shipped)
}

/// Entries from `from` on, and the key to seal them with.
fn read(source: &Source, from: i64) -> Result<(Vec<Link>, LessSafeKey), CopyError> {
    let target = target(&source.config);
    let mut connection = target.connect(Mode::Read)?;
    let text = text::query(queries::LEDGER.text, target.dialect());
    let rows = connection.query(&text, params![from - 1, SEGMENT])?;
    let links = rows.iter().map(Link::of).collect::<Result<_, StoreError>>()?;
    let keys = source.config.keys.keys();
    let ring = RingCopy::read(&source.config.folder.join("keyring"), &source.organisation, &*keys)?;
    Ok((links, ring.shipping(&source.organisation)))
}

fn behind(organisation: &OrganisationKey, shipped: i64) -> CopyError {
    CopyError::Ledger(format!(
        "the database of {organisation} is behind its ledger, which was shipped up to entry {shipped}: it is an old copy, and what \
         was erased since must be erased again first; start the server, or run `troth replay`"
    ))
}

fn apart(organisation: &OrganisationKey, sequence: i64) -> CopyError {
    CopyError::Ledger(format!(
        "the ledger of {organisation} and the one that was shipped tell of different things at entry {sequence}: two databases went \
         on from one copy, or somebody changed one. Restore the newest backup, or name another place for copies"
    ))
}

/// How a database stands to the ledger that was shipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has everything that was shipped.
    Level,
    /// It is an old copy: what was done after `database` must be done again, up to `shipped`.
    Behind {
        /// The last entry of the database.
        database: i64,
        /// The last entry that was shipped.
        shipped: i64,
    },
}

/// How an open store stands to the ledger that was shipped.
///
/// # Errors
/// `Ledger` when the two are of different histories; and when the place cannot be read.
pub async fn standing(store: &Store, scope: &Scope, shelf: &Shelf) -> Result<Standing, CopyError> {
    let Some(last) = segments(shelf, &scope.organisation).await?.pop() else { return Ok(Standing::Level) };
    let (database, at_last) = (store.read(scope, ledger::head).await?.0, last.to);
    if database < at_last {
        return Ok(Standing::Behind { database, shipped: at_last });
    }
    let hash = store.read(scope, move |reader| ledger::hash_of(reader, at_last)).await?;
    match hash {
        Some(hash) if !hex(&hash).starts_with(&last.hash) => Err(apart(&scope.organisation, at_last)),
        Some(_) | None => Ok(Standing::Level),
    }
}

/// What was shipped behind the last entry of an open store: an unbroken chain.
///
/// # Errors
/// `Ledger` when the chain does not begin where the store's ends; `Damaged` when a segment is missing or does not open.
pub async fn missing(store: &Store, scope: &Scope, shelf: &Shelf) -> Result<Vec<Link>, CopyError> {
    let (database, hash) = store.read(scope, ledger::head).await?;
    let mut links = after(shelf, &scope.organisation, &store.ring().shipping()?, database).await?;
    // Where a segment reaches back behind the store's last entry, that entry must be the same.
    let known = links.iter().position(|link| link.entry.sequence == database);
    if known.is_some_and(|at| links[at].hash != hash) {
        return Err(apart(&scope.organisation, database));
    }
    links.retain(|link| link.entry.sequence > database);
    match links.first() {
        Some(first) if database > 0 && first.previous != hash => Err(apart(&scope.organisation, database)),
        Some(first) if first.entry.sequence != database + 1 => {
            Err(CopyError::damaged("the shipped ledger", format!("entry {} is missing", database + 1)))
        }
        Some(_) | None => Ok(links),
    }
}

/// The entries of all segments that reach behind `sequence`, held together link by link.
pub(super) async fn after(
    shelf: &Shelf,
    organisation: &OrganisationKey,
    key: &LessSafeKey,
    sequence: i64,
) -> Result<Vec<Link>, CopyError> {
    let mut links: Vec<Link> = Vec::new();
    for segment in segments(shelf, organisation).await?.into_iter().filter(|segment| segment.to > sequence) {
        let object = &segment.object;
        let sealed = shelf.get(object).await?.ok_or_else(|| CopyError::damaged(object, "it is not there"))?;
        let plain = keyring::open(key, object.as_bytes(), &sealed)
            .map_err(|_| CopyError::damaged(object, "it does not open"))?;
        let own: Vec<Link> = serde_json::from_slice(&plain).map_err(|error| CopyError::damaged(object, error))?;
        for link in own {
            // Two that shipped at once repeat each other.
            if links.last().is_some_and(|last| link.entry.sequence <= last.entry.sequence) {
                continue;
            }
            let follows = links
                .last()
                .is_none_or(|last| last.hash == link.previous && last.entry.sequence + 1 == link.entry.sequence);
            if !follows || !link.holds() {
                return Err(CopyError::damaged(object, format!("its chain breaks at entry {}", link.entry.sequence)));
            }
            links.push(link);
        }
    }
    Ok(links)
}

/// Removes segments that no backup needs: those that end before `needed`, the last entry of the oldest backup.
pub(super) async fn prune(shelf: &Shelf, organisation: &OrganisationKey, needed: i64) -> Result<(), CopyError> {
    let mut segments = segments(shelf, organisation).await?;
    // The last one tells how far the ledger was shipped.
    segments.pop();
    for segment in segments.into_iter().filter(|segment| segment.to < needed) {
        shelf.remove(&segment.object).await?;
    }
    Ok(())
}

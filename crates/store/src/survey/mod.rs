//! Looks over everything that an organisation keeps, beside whoever uses it, and names all that is not as it should be.
//!
//! It reads one snapshot of the database, the keyring and the files, and writes nothing. Sealed values are opened here to
//! see that they open in their own cell; what comes out is held against what stands in plain, and wiped at once. No text
//! leaves this module, only where something stands and what is wrong with it, so that no grant is needed (I2).

mod files;
mod ledger;
mod plain;
mod references;
mod values;

use std::{thread, time::Duration};

use kernel::{Inventory, Uuid, Value};

use crate::{
    StoreError,
    copies::{CopyError, Progress, Source},
    keyring::Reading,
    ledger::{Fault, Head, Held, hex},
    schema,
    shared::Places,
    snapshot::Snapshot,
};

/// What was looked at, and what was found.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// Rows.
    pub rows: u64,
    /// Sealed values, each of which was opened.
    pub values: u64,
    /// Sealed files, each of which was opened to its end.
    pub files: u64,
    /// Keys, each held against the data.
    pub keys: u64,
    /// The ledger, when it holds.
    pub ledger: Option<Held>,
    /// Signed heads against which it was held: its own, and a witness's.
    pub heads: usize,
    /// Everything that is not as it should be.
    pub findings: Vec<Finding>,
}

impl Survey {
    fn find(&mut self, flaw: Flaw, place: impl Into<String>, which: impl Into<String>) {
        self.findings.push(Finding { flaw, place: place.into(), which: which.into() });
    }
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub flaw: Flaw,
    /// Where: a table and column, a folder, the ledger.
    pub place: String,
    /// Which row, file, entry or key.
    pub which: String,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The ledger's chain does not hold, or not against a signed head.
    Ledger(Fault),
    /// A signed head that the organisation's key did not sign.
    ForgedHead,
    /// The keyring is older than the database.
    OldRing,
    /// A sealed column holds something that is not sealed.
    NotSealed,
    /// A sealed value does not open in its place.
    Tampered,
    /// There is no key for a sealed value or file.
    KeyGone,
    /// The text of a sealed value stands in plain somewhere.
    InPlain,
    /// A keyed hash is not that of the sealed value beside it.
    OtherHash,
    /// A row of something that is not there.
    Orphan,
    /// A row names a file that is not kept or not there.
    NoFile,
    /// A file that no row names.
    NoRow,
    /// A file does not open.
    DamagedFile,
    /// A key of something that is not there.
    IdleKey,
}

/// How often it begins again while erasures go on.
const ATTEMPTS: usize = 20;
/// How long it waits for an erasure to go on.
const PAUSE: Duration = Duration::from_millis(250);

/// Looks over an organisation. `heads` are a witness's, whose signatures have been checked.
///
/// # Errors
/// When something cannot be read at all; `Interrupted` when erasures went on all the time.
pub async fn survey(source: &Source, heads: &[Head], progress: &Progress) -> Result<Survey, CopyError> {
    let (source, heads, progress) = (source.clone(), heads.to_vec(), progress.clone());
    let look = move || {
        for _ in 0..ATTEMPTS {
            match look(&source, &heads, &progress) {
                Ok((found, behind)) if behind && found.findings.iter().any(|found| found.flaw == Flaw::KeyGone) => {}
                Ok((found, _)) => return Ok(found),
                Err(CopyError::Interrupted) => {}
                Err(error) => return Err(error),
            }
            thread::sleep(PAUSE);
        }
        // Nobody goes on with it: an act that was stopped, and waits for a start.
        look(&source, &heads, &progress).map(|(found, _)| found)
    };
    tokio::task::spawn_blocking(look).await.unwrap_or(Err(CopyError::Store(StoreError::Panicked)))
}

/// The organisation's public key, with which its heads are signed.
///
/// # Errors
/// When the keyring cannot be read.
pub fn public_key(source: &Source) -> Result<Vec<u8>, StoreError> {
    Ok(ring(source)?.public_key())
}

fn ring(source: &Source) -> Result<Reading, StoreError> {
    Reading::of(&source.config.folder.join("keyring"), &source.organisation, &*source.config.keys.keys())
}

/// One look; what was found, and whether keys were destroyed of which the snapshot does not know yet.
fn look(source: &Source, heads: &[Head], progress: &Progress) -> Result<(Survey, bool), CopyError> {
    let mut snapshot = Snapshot::begin(source)?;
    schema::check(&mut snapshot.connection, &source.inventory)?;
    let known = snapshot.mark("ring")?;
    // After the snapshot began: a value's key is durable before the value.
    let ring = ring(source)?;
    let house = House { source, progress, places: Places::new(&source.inventory), ring };
    let mut found = Survey::default();
    let known = known.as_deref().and_then(|mark| mark.split_once('.'));
    let known = known.and_then(|(one, two)| Some((one.parse().ok()?, two.parse().ok()?))).unwrap_or_default();
    let mark = (house.ring.mark.generation, house.ring.mark.frames);
    if mark < known {
        let which = format!("generation {}, part {}; the database knows {}, {}", mark.0, mark.1, known.0, known.1);
        found.find(Flaw::OldRing, "keyring", which);
    }
    ledger::hold(&house, &mut snapshot, heads, &mut found)?;
    references::follow(&house, &mut snapshot, &mut found)?;
    let idle = references::idle_keys(&house, &mut snapshot, &mut found)?;
    let plain = plain::read(&house, &mut snapshot, &mut found)?;
    values::open(&house, &mut snapshot, &plain, &mut found)?;
    let kept = files::kept(&house, &mut snapshot, &mut found)?;
    drop(snapshot);
    files::open(&house, &kept, &mut found)?;
    references::still_idle(&house, idle, &mut found)?;
    Ok((found, mark.0 > known.0))
}

/// What is looked over.
struct House<'a> {
    source: &'a Source,
    progress: &'a Progress,
    places: Places,
    ring: Reading,
}

impl House<'_> {
    fn tell(&self, what: &str) {
        (self.progress)(&format!("{}: {what}", self.source.organisation));
    }

    fn inventory(&self) -> &Inventory {
        &self.source.inventory
    }
}

/// An id as a person can look for it.
fn name_of(value: &Value) -> String {
    match value {
        Value::Null => "NULL".to_owned(),
        Value::Int(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Bytes(bytes) => Uuid::from_slice(bytes).map_or_else(|_| hex(bytes), |id| id.to_string()),
    }
}

//! One organisation's backup.

use std::{collections::HashMap, fs, io::Write, path::Path};

use aws_lc_rs::digest;

use crate::{FileId, files};

use super::{
    BackupId, CopyError, Paper, Progress, RecoveryPublic, Shelf, Source, TableCount, blocking, dump,
    envelope::{self, Sealing},
    list,
    manifest::{FORMAT, Index, Manifest, Snapshot, Written, database_name},
    rings,
    shelf::{Spool, hex},
    shipped,
};

/// How often a snapshot is begun again.
const ATTEMPTS: usize = 5;

/// What a backup came to.
#[derive(Clone, Debug)]
pub struct BackedUp {
    /// Its name.
    pub id: BackupId,
    /// Every table with its rows.
    pub tables: Vec<TableCount>,
    /// Files that it holds.
    pub files: usize,
    /// Files that were not there yet.
    pub new_files: usize,
    /// Files with a row and no bytes: lost before this backup, and not by an erasure.
    pub missing: Vec<FileId>,
    /// Bytes of all that it holds, sealed.
    pub bytes: u64,
    /// The generation of the keyring's copy.
    pub generation: u64,
}

impl BackedUp {
    /// All rows.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|count| count.rows).sum()
    }
}

/// Makes a backup while others read and write. `papers` go into it; `secrets` go along with the keyring's copy alone.
///
/// # Errors
/// When the place or a disk is full or away, when something does not read back as it was written, when the database is
/// behind its shipped ledger. Then there is no new backup, and earlier ones are as they were.
pub async fn back_up(
    source: &Source,
    shelf: &Shelf,
    recovery: &RecoveryPublic,
    papers: &[Paper],
    secrets: &[Paper],
    progress: &Progress,
) -> Result<BackedUp, CopyError> {
    let lock = source.lock()?;
    shipped::ship_locked(source, shelf).await?;
    let id = BackupId::new(source.clock.now(), &*source.rng);
    let making = Making { source, shelf, recovery, progress, folder: format!("{}/backups/{id}", source.organisation) };
    let made = making.make(id, papers, secrets).await;
    if made.is_err() {
        // What is half there is no backup; its room is of use to the next. If this fails too, pruning does it.
        let _ = making.clear().await;
    }
    drop(lock);
    made
}

struct Making<'a> {
    source: &'a Source,
    shelf: &'a Shelf,
    recovery: &'a RecoveryPublic,
    progress: &'a Progress,
    folder: String,
}

impl Making<'_> {
    async fn make(&self, id: BackupId, papers: &[Paper], secrets: &[Paper]) -> Result<BackedUp, CopyError> {
        let (snapshot, database) = self.database().await?;
        let (kept, new_files, missing) = self.files(&snapshot).await?;
        let papers = self.papers(papers).await?;
        self.say("keyring");
        // After the snapshot, so that the ring has the snapshot's keys.
        let generation = rings::copy(self.source, self.shelf, self.recovery, secrets).await?;
        let ledger = snapshot.ledger;
        let manifest = Manifest {
            format: FORMAT,
            organisation: self.source.organisation.to_string(),
            id: id.clone(),
            snapshot,
            objects: vec![database, papers],
            files: kept,
            missing,
        };
        let name = format!("{}/manifest", self.folder);
        let text = serde_json::to_vec(&manifest).map_err(|error| CopyError::damaged(&name, error))?;
        let sealed = self.shelf.put(&name, envelope::seal(&name, self.recovery, &text)?).await?;
        let index = Index {
            format: FORMAT,
            id: id.clone(),
            recovery: self.recovery.to_string(),
            ledger,
            manifest: sealed,
            objects: manifest.objects.clone(),
            files: manifest.files.clone(),
        };
        // Last: with it, what lies there is a backup.
        self.shelf.put(&format!("{}/index", self.folder), index.to_text()?.into_bytes()).await?;
        Ok(BackedUp {
            id,
            files: manifest.files.len(),
            new_files,
            missing: manifest.missing,
            bytes: index.bytes(),
            generation,
            tables: manifest.snapshot.tables,
        })
    }

    fn say(&self, what: &str) {
        (self.progress)(&format!("{}: {what}", self.source.organisation));
    }

    async fn database(&self) -> Result<(Snapshot, Written), CopyError> {
        self.say("database");
        let spool = Spool::new(&self.source.config.folder, "database")?;
        let object = database_name(&self.folder);
        for attempt in 1..=ATTEMPTS {
            let (source, recovery, progress) = (self.source.clone(), *self.recovery, self.progress.clone());
            let (path, name) = (spool.path().to_owned(), object.clone());
            let dumped = blocking(move || {
                let local = |error: std::io::Error| CopyError::local(&path, &error);
                let to = Hashing::create(&path).map_err(local)?;
                let mut sealing = Sealing::new(&name, &recovery, to).map_err(local)?;
                let snapshot = dump::dump(&source, &mut sealing, &progress)?;
                let (length, sha256) = sealing.finish().and_then(Hashing::finish).map_err(local)?;
                Ok((snapshot, Written { name, length, sha256 }))
            });
            match dumped.await {
                Err(CopyError::Interrupted) if attempt < ATTEMPTS => {
                    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
                }
                ended => {
                    let (snapshot, written) = ended?;
                    let rows: u64 = snapshot.tables.iter().map(|count| count.rows).sum();
                    self.say(&format!("database, {rows} rows; to {}", self.shelf.place()));
                    return Ok((snapshot, self.shelf.put_file(written, spool.path()).await?));
                }
            }
        }
        Err(CopyError::Interrupted)
    }

    /// Every file of the snapshot: those that lie there already stay, the others are put there.
    async fn files(&self, snapshot: &Snapshot) -> Result<(Vec<Written>, usize, Vec<FileId>), CopyError> {
        let known = self.known_files().await?;
        let (mut kept, mut fresh, mut missing) = (Vec::new(), 0, Vec::new());
        for (n, id) in snapshot.files.iter().enumerate() {
            let name = file_name(self.source, *id);
            if let Some(written) = known.get(&name) {
                kept.push(written.clone());
                continue;
            }
            if fresh % 100 == 0 {
                self.say(&format!("files, {n} of {}", snapshot.files.len()));
            }
            match self.file(*id, name).await? {
                Some(written) => {
                    kept.push(written);
                    fresh += 1;
                }
                None => missing.push(*id),
            }
        }
        Ok((kept, fresh, self.still_kept(missing).await?))
    }

    /// Files that an earlier backup wrote and that lie there with their length.
    async fn known_files(&self) -> Result<HashMap<String, Written>, CopyError> {
        let there: HashMap<_, _> =
            self.shelf.list(&format!("{}/files", self.source.organisation)).await?.into_iter().collect();
        let mut known = HashMap::new();
        for index in list::indexes(self.shelf, &self.source.organisation).await?.into_iter().filter_map(Result::ok) {
            // Sealed to another key, it is of no use to whoever has today's.
            if index.recovery == self.recovery.to_string() {
                let whole = index.files.into_iter().filter(|file| there.get(&file.name) == Some(&file.length));
                known.extend(whole.map(|file| (file.name.clone(), file)));
            }
        }
        Ok(known)
    }

    async fn file(&self, id: FileId, name: String) -> Result<Option<Written>, CopyError> {
        let from = files::place(&self.source.config.folder, id);
        let spool = Spool::new(&self.source.config.folder, "file")?;
        let (to, recovery) = (spool.path().to_owned(), *self.recovery);
        let sealed = blocking(move || {
            let mut file = match fs::File::open(&from) {
                Ok(file) => file,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
                Err(error) => return Err(CopyError::local(&from, &error)),
            };
            let local = |error: std::io::Error| CopyError::local(&to, &error);
            let mut sealing = Sealing::new(&name, &recovery, Hashing::create(&to).map_err(local)?).map_err(local)?;
            std::io::copy(&mut file, &mut sealing).map_err(local)?;
            let (length, sha256) = sealing.finish().and_then(Hashing::finish).map_err(local)?;
            Ok(Some(Written { name, length, sha256 }))
        });
        match sealed.await? {
            Some(written) => self.shelf.put_file(written, spool.path()).await.map(Some),
            None => Ok(None),
        }
    }

    /// Of files that were not found, those that have a row even now: the others went with an erasure meanwhile.
    async fn still_kept(&self, mut missing: Vec<FileId>) -> Result<Vec<FileId>, CopyError> {
        if !missing.is_empty() {
            let source = self.source.clone();
            let kept = blocking(move || dump::files(&source)).await?;
            missing.retain(|id| kept.binary_search(id).is_ok());
        }
        Ok(missing)
    }

    async fn papers(&self, papers: &[Paper]) -> Result<Written, CopyError> {
        let parts: Vec<_> = papers.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        let name = format!("{}/papers", self.folder);
        let sealed = envelope::seal(&name, self.recovery, &rings::pack_parts(&parts))?;
        self.shelf.put(&name, sealed).await
    }

    async fn clear(&self) -> Result<(), CopyError> {
        for (name, _) in self.shelf.list(&self.folder).await? {
            self.shelf.remove(&name).await?;
        }
        Ok(())
    }
}

/// The name of a file's object.
pub(super) fn file_name(source: &Source, id: FileId) -> String {
    format!("{}/files/{}", source.organisation, files::path(id))
}

/// Writes to a file and keeps count of what it wrote.
struct Hashing {
    file: std::io::BufWriter<fs::File>,
    context: digest::Context,
    length: u64,
}

impl Hashing {
    fn create(path: &Path) -> std::io::Result<Self> {
        use std::os::unix::fs::OpenOptionsExt as _;
        let file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
        let context = digest::Context::new(&digest::SHA256);
        Ok(Self { file: std::io::BufWriter::with_capacity(256 * 1024, file), context, length: 0 })
    }

    /// Length and hash of what is durable now.
    fn finish(self) -> std::io::Result<(u64, String)> {
        let file = self.file.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        file.sync_all()?;
        Ok((self.length, hex(self.context.finish().as_ref())))
    }
}

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let count = self.file.write(bytes)?;
        self.context.update(&bytes[..count]);
        self.length += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

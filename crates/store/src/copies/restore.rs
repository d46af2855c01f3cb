//! Bringing a backup back, onto an empty place.

use std::{
    fs,
    io::{self, Read as _},
    path::Path,
    sync::Arc,
};

use kernel::{Inventory, OrganisationKey, Timestamp};
use zeroize::Zeroizing;

use crate::{FileId, StoreConfig, files, folders, keyring::RingCopy, store::RESTORED};

use super::{
    BackupId, CopyError, Paper, Progress, RecoveryKey, Shelf, TableCount, blocking,
    envelope::{self, Opening},
    list, load,
    manifest::{FORMAT, Manifest, Written, database_name},
    rings,
    shelf::Spool,
    shipped,
};

/// A backup whose manifest was opened and held against its index.
pub struct Opened {
    shelf: Shelf,
    key: Arc<RecoveryKey>,
    organisation: OrganisationKey,
    manifest: Manifest,
    papers: Vec<Paper>,
    ring: RingCopy,
    secrets: Vec<(String, Zeroizing<Vec<u8>>)>,
}

/// What was brought back.
#[derive(Clone, Debug)]
pub struct Restored {
    /// Every table: rows by the manifest, and rows that are there now.
    pub tables: Vec<(TableCount, u64)>,
    /// Files.
    pub files: usize,
    /// Files that were lost before the backup was made.
    pub missing: usize,
}

/// Opens a backup, the newest when `id` is `None`, and the newest copy of the keyring.
///
/// # Errors
/// When there is none, when the recovery key is another, when something is damaged.
pub async fn open(
    shelf: &Shelf,
    organisation: &OrganisationKey,
    id: Option<&BackupId>,
    key: Arc<RecoveryKey>,
) -> Result<Opened, CopyError> {
    let newest = match id {
        Some(id) => Some(id.clone()),
        None => list::ids(shelf, organisation).await?.pop(),
    };
    let id = newest
        .ok_or_else(|| CopyError::Nothing { place: shelf.place().to_owned(), wanted: format!("of {organisation}") })?;
    let index = list::index(shelf, organisation, &id).await?;
    let (wanted, given) = (index.recovery.clone(), key.public().to_string());
    if wanted != given {
        return Err(CopyError::WrongKey { object: format!("{organisation}/backups/{id}"), wanted, given });
    }
    let folder = format!("{organisation}/backups/{id}");
    let text = small(shelf, &key, &index.manifest, &format!("{folder}/manifest")).await?;
    let manifest: Manifest =
        serde_json::from_slice(&text).map_err(|error| CopyError::damaged(&index.manifest.name, error))?;
    if manifest.format > FORMAT {
        return Err(CopyError::Newer(format!("form {}", manifest.format)));
    }
    if manifest.organisation != organisation.as_str() || manifest.id != id {
        return Err(CopyError::damaged(&index.manifest.name, "it is of another backup"));
    }
    if manifest.format != index.format
        || manifest.objects != index.objects
        || manifest.files != index.files
        || manifest.snapshot.ledger != index.ledger
    {
        return Err(CopyError::damaged(&format!("{folder}/index"), "it tells otherwise than the manifest"));
    }
    let [database, papers] = manifest.objects.as_slice() else {
        return Err(CopyError::damaged(&index.manifest.name, "it does not name a database and papers"));
    };
    if database.name != database_name(&folder) {
        return Err(CopyError::damaged(&index.manifest.name, "its database is of another backup"));
    }
    let packed = small(shelf, &key, papers, &format!("{folder}/papers")).await?;
    let unpacked = if packed.is_empty() { Some(Vec::new()) } else { rings::unpack(&packed) };
    let unpacked = unpacked.ok_or_else(|| CopyError::damaged(&papers.name, "its papers cannot be told apart"))?;
    let papers = unpacked.into_iter().map(|(name, bytes)| (name, bytes.to_vec())).collect();
    let (ring, secrets) = rings::newest(shelf, organisation, &key).await?;
    let (generation, frames) = manifest.snapshot.ring;
    if (ring.mark.generation, ring.mark.frames) < (generation, frames) {
        return Err(CopyError::damaged(
            &format!("{organisation}/rings"),
            "the newest keyring copy is older than the backup, and lacks keys that are in use",
        ));
    }
    Ok(Opened { shelf: shelf.clone(), key, organisation: organisation.clone(), manifest, papers, ring, secrets })
}

async fn small(
    shelf: &Shelf,
    key: &RecoveryKey,
    written: &Written,
    name: &str,
) -> Result<Zeroizing<Vec<u8>>, CopyError> {
    if written.name != name {
        return Err(CopyError::damaged(name, "the index names another object"));
    }
    let sealed = shelf.get(name).await?.ok_or_else(|| CopyError::damaged(name, "it is not there"))?;
    if Written::of(name, &sealed) != *written {
        return Err(CopyError::damaged(name, "its bytes are not those that were written"));
    }
    envelope::open(name, key, &sealed)
}

impl Opened {
    /// Whose it is.
    pub fn organisation(&self) -> &OrganisationKey {
        &self.organisation
    }

    /// The backup's name.
    pub fn id(&self) -> &BackupId {
        &self.manifest.id
    }

    /// What went along: the statement, the configuration.
    pub fn paper(&self, name: &str) -> Option<&[u8]> {
        self.papers.iter().find(|(known, _)| known == name).map(|(_, bytes)| bytes.as_slice())
    }

    /// What went along with the keyring's copy.
    pub fn secret(&self, name: &str) -> Option<&[u8]> {
        self.secrets.iter().find(|(known, _)| known == name).map(|(_, bytes)| bytes.as_slice())
    }

    /// Opens and counts everything, and writes nothing but a spool in `folder`: database, files, keyring, ledger.
    ///
    /// # Errors
    /// At the first object that is damaged or missing, or when counts differ.
    pub async fn check(&self, folder: &Path, progress: &Progress) -> Result<Restored, CopyError> {
        let spool = Spool::new(folder, "check")?;
        let object = self.manifest.objects[0].name.clone();
        progress(&format!("{}: database", self.organisation));
        self.database(spool.path()).await?;
        let (key, path) = (Arc::clone(&self.key), spool.path().to_owned());
        let counted = blocking(move || dump_in(&object, &key, &path)?.rows(&mut |_, _| Ok(()))).await?;
        let tables = self.compare(&counted)?;
        for (n, file) in self.manifest.files.iter().enumerate() {
            self.tell_file(n, progress);
            self.shelf.fetch(&file.name, spool.path()).await?;
            let (key, path, object) = (Arc::clone(&self.key), spool.path().to_owned(), file.name.clone());
            blocking(move || open_into(&object, &key, &path, &mut io::sink())).await?;
        }
        let shipping = self.ring.shipping(&self.organisation);
        shipped::after(&self.shelf, &self.organisation, &shipping, 0).await?;
        Ok(self.restored(tables))
    }

    /// Puts everything where `config` says, in a folder and a database that are empty. The database is marked: nobody is served
    /// from it before it was held against the shipped ledger.
    ///
    /// # Errors
    /// When the place is not empty, something is damaged or missing, or counts differ. What was written until then stays in
    /// `config`'s folder: it is for the caller to make it a draft and to put it into place at the end.
    pub async fn restore(
        &self,
        config: &StoreConfig,
        inventory: &Arc<Inventory>,
        now: Timestamp,
        progress: &Progress,
    ) -> Result<Restored, CopyError> {
        let folder = &config.folder;
        if config.folder.join("keyring").exists() {
            return Err(CopyError::NotEmpty(folder.clone()));
        }
        folders::make(folder).map_err(|error| CopyError::local(folder, &error))?;
        for (n, file) in self.manifest.files.iter().enumerate() {
            self.tell_file(n, progress);
            self.file(folder, file).await?;
        }
        self.ring.place(&folder.join("keyring"), &*config.keys.keys())?;
        progress(&format!("{}: database", self.organisation));
        let spool = Spool::new(folder, "database")?;
        let database = &self.manifest.objects[0];
        self.database(spool.path()).await?;
        let (key, path, object) = (Arc::clone(&self.key), spool.path().to_owned(), database.name.clone());
        let (config, inventory, id) = (config.clone(), Arc::clone(inventory), self.manifest.id.to_string());
        let counted =
            blocking(move || load::load(&config, &inventory, dump_in(&object, &key, &path)?, (RESTORED, id), now));
        let tables = self.compare(&counted.await?)?;
        Ok(self.restored(tables))
    }

    async fn database(&self, to: &Path) -> Result<(), CopyError> {
        let database = &self.manifest.objects[0];
        if self.shelf.fetch(&database.name, to).await? == *database {
            return Ok(());
        }
        Err(CopyError::damaged(&database.name, "its bytes are not those that were written"))
    }

    fn tell_file(&self, n: usize, progress: &Progress) {
        if n.is_multiple_of(100) {
            progress(&format!("{}: files, {n} of {}", self.organisation, self.manifest.files.len()));
        }
    }

    fn restored(&self, tables: Vec<(TableCount, u64)>) -> Restored {
        Restored { tables, files: self.manifest.files.len(), missing: self.manifest.missing.len() }
    }

    /// Counts held against the manifest's.
    fn compare(&self, counted: &[TableCount]) -> Result<Vec<(TableCount, u64)>, CopyError> {
        let mut tables = Vec::new();
        for saved in &self.manifest.snapshot.tables {
            let found = counted.iter().find(|count| count.table == saved.table).map_or(0, |count| count.rows);
            if found != saved.rows {
                let (table, rows) = (&saved.table, saved.rows);
                return Err(CopyError::Counts(format!("{table} had {rows} rows, {found} came back")));
            }
            tables.push((saved.clone(), found));
        }
        Ok(tables)
    }

    async fn file(&self, folder: &Path, written: &Written) -> Result<(), CopyError> {
        let id = written.name.rsplit('/').next().and_then(|name| name.parse::<FileId>().ok());
        let id = id.ok_or_else(|| CopyError::damaged(&written.name, "this is no file's name"))?;
        let spool = Spool::new(folder, "file")?;
        // Whole is what opens: where a later backup put a damaged file there anew, its sealed bytes are others.
        self.shelf.fetch(&written.name, spool.path()).await?;
        let to = files::place(folder, id);
        let (key, path, object) = (Arc::clone(&self.key), spool.path().to_owned(), written.name.clone());
        blocking(move || {
            let local = |error: io::Error| CopyError::local(&to, &error);
            folders::make(to.parent().unwrap_or(&to)).map_err(local)?;
            let mut file = fs::File::create(&to).map_err(local)?;
            open_into(&object, &key, &path, &mut file)?;
            file.sync_all().and_then(|()| folders::sync_name(&to)).map_err(local)
        })
        .await
    }
}

fn dump_in(
    object: &str,
    key: &RecoveryKey,
    path: &Path,
) -> Result<load::Dump<Opening<io::BufReader<fs::File>>>, CopyError> {
    let file = fs::File::open(path).map_err(|error| CopyError::local(path, &error))?;
    let opening = Opening::new(object, key, io::BufReader::with_capacity(256 * 1024, file));
    load::Dump::begin(object, opening.map_err(|error| CopyError::damaged(object, error))?)
}

fn open_into(object: &str, key: &RecoveryKey, path: &Path, to: &mut dyn io::Write) -> Result<(), CopyError> {
    let file = fs::File::open(path).map_err(|error| CopyError::local(path, &error))?;
    let opening = Opening::new(object, key, io::BufReader::new(file));
    let mut opening = opening.map_err(|error| CopyError::damaged(object, error))?;
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let count = opening.read(&mut buffer).map_err(|error| CopyError::damaged(object, error))?;
        if count == 0 {
            return Ok(());
        }
        to.write_all(&buffer[..count]).map_err(|error| CopyError::local(path, &error))?;
    }
}

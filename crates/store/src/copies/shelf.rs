//! Where copies lie: a folder, or a bucket of S3.

use std::{
    path::{Path as FilePath, PathBuf},
    sync::Arc,
    time::Duration,
};

use aws_lc_rs::digest;
use kernel::{ExposeSecret as _, SecretString};
use object_store::{
    ObjectStore, ObjectStoreExt as _, PutPayload, RetryConfig, WriteMultipart, aws::AmazonS3Builder,
    local::LocalFileSystem, path::Path,
};
use tokio::io::AsyncReadExt as _;

use super::{CopyError, https::Https, manifest::Written};
use crate::folders;

/// From this size on an object is put in parts.
const PART: usize = 8 * 1024 * 1024;
/// How long a bucket is asked again that does not answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// Parts on their way at once.
const PARTS: usize = 2;

/// How to reach a bucket.
#[derive(Clone, Debug)]
pub struct S3 {
    /// The bucket.
    pub bucket: String,
    /// What stands before each object's name; may be empty.
    pub prefix: String,
    /// The server's address, `https://…`; `http://` on loopback alone. Amazon's own when absent.
    pub endpoint: Option<String>,
    /// The region, such as `eu-central-1`.
    pub region: String,
    /// The key's id.
    pub key: String,
    /// The key's secret.
    pub secret: SecretString,
}

/// A place for copies.
#[derive(Clone)]
pub struct Shelf {
    objects: Arc<dyn ObjectStore>,
    prefix: Path,
    place: String,
    /// Where it lies, when it is a folder.
    folder: Option<PathBuf>,
}

impl Shelf {
    /// A folder; it is made when missing, for its owner alone.
    pub fn folder(folder: &FilePath) -> Result<Self, CopyError> {
        let place = folder.display().to_string();
        let fault = |reason: String| CopyError::Place { place: place.clone(), what: "opening".to_owned(), reason };
        let made = folders::make(folder);
        made.map_err(|error| fault(error.to_string()))?;
        let objects = LocalFileSystem::new_with_prefix(folder).map_err(|error| fault(error.to_string()))?;
        let objects = Arc::new(objects.with_fsync(true).with_automatic_cleanup(true));
        Ok(Self { objects, prefix: Path::default(), place, folder: Some(folder.to_owned()) })
    }

    /// A folder that is there already, to read from.
    pub fn existing_folder(folder: &FilePath) -> Result<Self, CopyError> {
        if folder.is_dir() {
            return Self::folder(folder);
        }
        let (place, what) = (folder.display().to_string(), "opening".to_owned());
        Err(CopyError::Place { place, what, reason: "there is no such folder".to_owned() })
    }

    /// A bucket of S3 or of what speaks as it does.
    pub fn s3(settings: &S3) -> Result<Self, CopyError> {
        let place = format!("s3://{}/{}", settings.bucket, settings.prefix);
        let fault = |reason: String| CopyError::Place { place: place.clone(), what: "opening".to_owned(), reason };
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&settings.bucket)
            .with_region(&settings.region)
            .with_access_key_id(&settings.key)
            .with_secret_access_key(settings.secret.expose_secret())
            .with_retry(RetryConfig { max_retries: 3, retry_timeout: PATIENCE, ..RetryConfig::default() })
            .with_http_connector(Https::connector());
        if let Some(endpoint) = &settings.endpoint {
            builder = builder.with_endpoint(endpoint).with_allow_http(Https::may_be_plain(endpoint));
        }
        let objects = Arc::new(builder.build().map_err(|error| fault(error.to_string()))?);
        Ok(Self { objects, prefix: Path::from(settings.prefix.as_str()), place, folder: None })
    }

    /// Anything else that keeps objects.
    pub fn around(objects: Arc<dyn ObjectStore>, place: &str) -> Self {
        Self { objects, prefix: Path::default(), place: place.to_owned(), folder: None }
    }

    /// The place, as a person reads it.
    pub fn place(&self) -> &str {
        &self.place
    }

    fn path(&self, name: &str) -> Path {
        Path::from_iter(self.prefix.parts().chain(Path::from(name).parts()))
    }

    fn fault<'a>(&'a self, what: &'a str) -> impl Fn(object_store::Error) -> CopyError + 'a {
        move |error| CopyError::Place { place: self.place.clone(), what: what.to_owned(), reason: plainly(&error) }
    }

    /// Puts a small object and reads it back.
    pub(super) async fn put(&self, name: &str, bytes: Vec<u8>) -> Result<Written, CopyError> {
        let written = Written::of(name, &bytes);
        self.objects.put(&self.path(name), PutPayload::from(bytes)).await.map_err(self.fault(name))?;
        self.read_back(written).await
    }

    /// Puts the file `from`, whose bytes are `written`, and reads it back.
    pub(super) async fn put_file(&self, written: Written, from: &FilePath) -> Result<Written, CopyError> {
        let local = |error: std::io::Error| CopyError::local(from, &error);
        let mut file = tokio::fs::File::open(from).await.map_err(local)?;
        let (name, path) = (written.name.clone(), self.path(&written.name));
        if written.length <= PART as u64 {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).await.map_err(local)?;
            self.objects.put(&path, PutPayload::from(bytes)).await.map_err(self.fault(&name))?;
            return self.read_back(written).await;
        }
        let upload = self.objects.put_multipart(&path).await.map_err(self.fault(&name))?;
        let mut parts = WriteMultipart::new_with_chunk_size(upload, PART);
        let mut buffer = vec![0; 256 * 1024];
        loop {
            let count = file.read(&mut buffer).await.map_err(local)?;
            if count == 0 {
                break;
            }
            if let Err(error) = parts.wait_for_capacity(PARTS).await {
                let _ = parts.abort().await;
                return Err(self.fault(&name)(error));
            }
            parts.write(&buffer[..count]);
        }
        parts.finish().await.map_err(self.fault(&name))?;
        self.read_back(written).await
    }

    async fn read_back(&self, written: Written) -> Result<Written, CopyError> {
        let found = self.measure(&written.name).await?;
        if found == written { Ok(written) } else { Err(CopyError::Unfaithful { object: written.name }) }
    }

    /// Reads an object through: its length and hash.
    async fn measure(&self, name: &str) -> Result<Written, CopyError> {
        let mut context = digest::Context::new(&digest::SHA256);
        let mut length = 0;
        let got = self.objects.get(&self.path(name)).await.map_err(self.fault(name))?;
        let mut pieces = got.into_stream();
        while let Some(piece) = next(&mut pieces).await {
            let piece = piece.map_err(self.fault(name))?;
            context.update(&piece);
            length += piece.len() as u64;
        }
        Ok(Written { name: name.to_owned(), length, sha256: hex(context.finish().as_ref()) })
    }

    /// A small object; `None` when there is none.
    pub(super) async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, CopyError> {
        match self.objects.get(&self.path(name)).await {
            Ok(found) => Ok(Some(found.bytes().await.map_err(self.fault(name))?.into())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(self.fault(name)(error)),
        }
    }

    /// Fetches an object into a file of ours; tells what came. `Damaged` when it is absent.
    pub(super) async fn fetch(&self, name: &str, to: &FilePath) -> Result<Written, CopyError> {
        use tokio::io::AsyncWriteExt as _;
        let local = |error: std::io::Error| CopyError::local(to, &error);
        let mut length = 0;
        let mut file = tokio::fs::File::create(to).await.map_err(local)?;
        let mut context = digest::Context::new(&digest::SHA256);
        let got = match self.objects.get(&self.path(name)).await {
            Err(object_store::Error::NotFound { .. }) => return Err(CopyError::damaged(name, "it is not there")),
            got => got.map_err(self.fault(name))?,
        };
        let mut pieces = got.into_stream();
        while let Some(piece) = next(&mut pieces).await {
            let piece = piece.map_err(self.fault(name))?;
            context.update(&piece);
            length += piece.len() as u64;
            file.write_all(&piece).await.map_err(local)?;
        }
        file.sync_all().await.map_err(local)?;
        Ok(Written { name: name.to_owned(), length, sha256: hex(context.finish().as_ref()) })
    }

    /// The objects whose names begin with the folder `under`, each with its length, by name.
    pub(super) async fn list(&self, under: &str) -> Result<Vec<(String, u64)>, CopyError> {
        let prefix = self.path(under);
        let mut found = Vec::new();
        let mut objects = self.objects.list(Some(&prefix));
        while let Some(object) = next(&mut objects).await {
            let object = object.map_err(self.fault("listing"))?;
            if let Some(parts) = object.location.prefix_match(&self.prefix) {
                found.push((Path::from_iter(parts).to_string(), object.size));
            }
        }
        found.sort();
        Ok(found)
    }

    /// The names of the folders on top.
    pub(super) async fn top(&self) -> Result<Vec<String>, CopyError> {
        let prefix = Some(&self.prefix).filter(|prefix| prefix.parts().next().is_some());
        let found = self.objects.list_with_delimiter(prefix).await.map_err(self.fault("listing"))?;
        Ok(found.common_prefixes.iter().filter_map(|path| path.filename().map(str::to_owned)).collect())
    }

    /// Removes an object; one that is absent counts as removed. No power cut brings it back into a folder.
    pub(super) async fn remove(&self, name: &str) -> Result<(), CopyError> {
        match self.objects.delete(&self.path(name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
            Err(error) => return Err(self.fault(name)(error)),
        }
        let Some(folder) = &self.folder else { return Ok(()) };
        let file = folder.join(name);
        // Folders that are empty go with the last file in them.
        let highest = file.ancestors().find(|gone| gone.parent().is_some_and(FilePath::exists));
        highest.map_or(Ok(()), folders::sync_name).map_err(|error| CopyError::local(&file, &error))
    }
}

async fn next<S: futures_core::Stream + Unpin>(stream: &mut S) -> Option<S::Item> {
    std::future::poll_fn(|context| std::pin::Pin::new(&mut *stream).poll_next(context)).await
}

/// The innermost reason: what the system says, without the library's own path to it.
fn plainly(error: &object_store::Error) -> String {
    let mut reason: &dyn std::error::Error = error;
    while let Some(source) = reason.source() {
        reason = source;
    }
    reason.to_string()
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A file of ours for sealed bytes on their way; gone when dropped.
pub(super) struct Spool(PathBuf);

impl Spool {
    /// A name for a new one in `folder`.
    pub(super) fn new(folder: &FilePath, name: &str) -> Result<Self, CopyError> {
        let spools = folder.join("spool");
        folders::make(&spools).map_err(|error| CopyError::local(&spools, &error))?;
        Ok(Self(spools.join(name)))
    }

    pub(super) fn path(&self) -> &FilePath {
        &self.0
    }
}

impl Drop for Spool {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
        if let Some(folder) = self.0.parent() {
            let _ = std::fs::remove_dir(folder);
        }
    }
}

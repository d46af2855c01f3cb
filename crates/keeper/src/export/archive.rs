//! A ZIP archive, written as it goes: entries are stored as they are, and what is known of each only at its end follows
//! it, so that an export of any size needs the same memory.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex, PoisonError},
};

use jiff::civil::DateTime;
use zip::{
    CompressionMethod, ZipWriter,
    result::ZipError,
    write::{SimpleFileOptions, StreamWriter},
};

use super::{Out, Taken};
use crate::KeeperError;

/// Bytes that are written before they are sent on.
const STRETCH: usize = 64 * 1024;

/// An archive on its way out.
pub(super) struct Archive {
    zip: ZipWriter<StreamWriter<Written>>,
    written: Written,
    out: Out,
    options: SimpleFileOptions,
}

/// What was written and not sent yet.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Written {
    fn take(&self) -> Vec<u8> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Archive {
    /// An empty archive; every entry bears the instant `at`.
    pub(super) fn new(out: Out, at: DateTime) -> Self {
        let number = |number: i8| number.unsigned_abs();
        let date = zip::DateTime::from_date_and_time(
            at.year().unsigned_abs(),
            number(at.month()),
            number(at.day()),
            number(at.hour()),
            number(at.minute()),
            number(at.second()),
        );
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(date.unwrap_or_default());
        let written = Written::default();
        Self { zip: ZipWriter::new_stream(written.clone()), written, out, options }
    }

    /// Begins an entry; what is [put](Self::put) belongs to it until the next one begins.
    pub(super) async fn begin(&mut self, name: &str) -> Taken {
        self.zip.start_file(name, self.options).map_err(|error| unwritten(&error))?;
        self.send().await
    }

    /// Adds to the entry that was begun last.
    pub(super) async fn put(&mut self, bytes: &[u8]) -> Taken {
        for stretch in bytes.chunks(STRETCH) {
            self.zip.write_all(stretch).map_err(|error| unwritten(&error.into()))?;
            self.send().await?;
        }
        Ok(())
    }

    /// Writes the directory. Without it no program opens the archive: one that was cut off is never taken for whole.
    pub(super) async fn finish(mut self) -> Taken {
        self.zip.finish().map_err(|error| unwritten(&error))?;
        self.out.send(&self.written.take()).await?;
        self.out.flush().await
    }

    async fn send(&mut self) -> Taken {
        self.out.send(&self.written.take()).await
    }
}

fn unwritten(error: &ZipError) -> KeeperError {
    KeeperError::Unreadable(format!("the export cannot be an archive: {error}"))
}

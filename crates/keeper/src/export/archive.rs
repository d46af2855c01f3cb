//! A ZIP archive, written as it goes: entries are stored as they are, and each is followed by its length and checksum, so
//! that nothing needs to be known before it is written (APPNOTE 6.3.10, §4.3.9).

use jiff::civil::DateTime;

use super::{Out, Taken};

/// One entry that is written, for the directory at the end.
struct Entry {
    name: String,
    checksum: u32,
    length: u32,
    offset: u32,
}

/// An archive on its way out.
pub(super) struct Archive {
    out: Out,
    entries: Vec<Entry>,
    offset: u64,
    date: u16,
    time: u16,
}

/// General purpose flags: lengths follow the content, names are UTF-8.
const FLAGS: u16 = 0x0808;
/// What it takes to read it: version 2.0.
const VERSION: u16 = 20;

impl Archive {
    /// An empty archive; every entry bears the instant `at`.
    pub(super) fn new(out: Out, at: DateTime) -> Self {
        let number = |number: i8| u16::from(number.unsigned_abs());
        let year = u16::try_from(i32::from(at.year()) - 1980).unwrap_or(0).min(127);
        let date = year << 9 | number(at.month()) << 5 | number(at.day());
        let time = number(at.hour()) << 11 | number(at.minute()) << 5 | (number(at.second()) / 2);
        Self { out, entries: Vec::new(), offset: 0, date, time }
    }

    /// Begins an entry; what is [put](Self::put) belongs to it until the next one begins.
    pub(super) async fn begin(&mut self, name: &str) -> Taken {
        self.end().await?;
        let offset = u32::try_from(self.offset).map_err(|_| super::too_much())?;
        let mut head = Vec::with_capacity(30 + name.len());
        head.extend(0x0403_4b50u32.to_le_bytes());
        for word in [VERSION, FLAGS, 0, self.time, self.date] {
            head.extend(word.to_le_bytes());
        }
        head.extend([0; 12]);
        head.extend(short(name.len()).to_le_bytes());
        head.extend([0; 2]);
        head.extend(name.as_bytes());
        self.entries.push(Entry { name: name.to_owned(), checksum: 0, length: 0, offset });
        self.send(&head).await
    }

    /// Adds to the entry that was begun last.
    pub(super) async fn put(&mut self, bytes: &[u8]) -> Taken {
        if let Some(entry) = self.entries.last_mut() {
            let mut hasher = crc32fast::Hasher::new_with_initial_len(entry.checksum, entry.length.into());
            hasher.update(bytes);
            entry.checksum = hasher.finalize();
            let length = u32::try_from(bytes.len()).ok().and_then(|more| entry.length.checked_add(more));
            entry.length = length.ok_or_else(super::too_much)?;
        }
        self.send(bytes).await
    }

    /// Writes the directory. Without it no program opens the archive: one that was cut off is never taken for whole.
    pub(super) async fn finish(mut self) -> Taken {
        self.end().await?;
        let (begins, count) = (u32::try_from(self.offset).map_err(|_| super::too_much())?, short(self.entries.len()));
        for entry in std::mem::take(&mut self.entries) {
            let mut line = Vec::with_capacity(46 + entry.name.len());
            line.extend(0x0201_4b50u32.to_le_bytes());
            for word in [VERSION, VERSION, FLAGS, 0, self.time, self.date] {
                line.extend(word.to_le_bytes());
            }
            for word in [entry.checksum, entry.length, entry.length] {
                line.extend(word.to_le_bytes());
            }
            line.extend(short(entry.name.len()).to_le_bytes());
            line.extend([0; 12]);
            line.extend(entry.offset.to_le_bytes());
            line.extend(entry.name.as_bytes());
            self.send(&line).await?;
        }
        let length = u32::try_from(self.offset).map_err(|_| super::too_much())?.saturating_sub(begins);
        let mut end = Vec::with_capacity(22);
        end.extend(0x0605_4b50u32.to_le_bytes());
        end.extend([0; 4]);
        end.extend(count.to_le_bytes());
        end.extend(count.to_le_bytes());
        end.extend(length.to_le_bytes());
        end.extend(begins.to_le_bytes());
        end.extend([0; 2]);
        self.send(&end).await?;
        self.out.flush().await
    }

    async fn end(&mut self) -> Taken {
        let Some(entry) = self.entries.last() else { return Ok(()) };
        let mut foot = Vec::with_capacity(16);
        foot.extend(0x0807_4b50u32.to_le_bytes());
        for word in [entry.checksum, entry.length, entry.length] {
            foot.extend(word.to_le_bytes());
        }
        self.send(&foot).await
    }

    async fn send(&mut self, bytes: &[u8]) -> Taken {
        self.offset += bytes.len() as u64;
        self.out.send(bytes).await
    }
}

/// A count that the format keeps in sixteen bits.
fn short(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

//! Canaries: strings that occur nowhere else, planted in every field, and searched in every byte afterwards.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
};

use kernel::{Rng, rng};

/// Strings that stand in for personal data, each under the name of the field into which it was written.
#[derive(Clone, Debug, Default)]
pub struct Canaries {
    planted: Vec<(String, String)>,
}

impl Canaries {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A new string for `field`: twenty letters and digits, of both cases, that no program writes by chance.
    pub fn plant(&mut self, field: &str, rng: &dyn Rng) -> String {
        const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRabcdefghjkmnpqrs";
        let drawn: [u8; 17] = rng::bytes(rng);
        let mut word = String::from("Xq7");
        word.extend(drawn.iter().map(|byte| char::from(SIGNS[usize::from(byte % 32)])));
        self.planted.push((field.to_owned(), word.clone()));
        word
    }

    /// A new mail address for `field`, on a host that cannot exist. What is searched is the part before the `@`.
    pub fn plant_address(&mut self, field: &str, rng: &dyn Rng) -> String {
        format!("{}@canary.example", self.plant(field, rng))
    }

    /// A new sentence for `field` in `frame`, where `{}` stands for the canary.
    pub fn plant_in(&mut self, field: &str, frame: &str, rng: &dyn Rng) -> String {
        frame.replace("{}", &self.plant(field, rng))
    }

    /// Adds a string of one's own; under six bytes chance would find it.
    pub fn add(&mut self, field: &str, text: &str) {
        self.planted.push((field.to_owned(), text.to_owned()));
    }

    /// Each field with its string.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.planted.iter().map(|(field, text)| (field.as_str(), text.as_str()))
    }

    /// Only those planted in fields whose name `keep` accepts.
    #[must_use]
    pub fn only(&self, keep: impl Fn(&str) -> bool) -> Self {
        Self { planted: self.planted.iter().filter(|(field, _)| keep(field)).cloned().collect() }
    }

    /// Those found in `bytes`, under each encoding.
    pub fn in_bytes(&self, bytes: &[u8]) -> Vec<(String, &'static str, usize)> {
        Net::new(self).cast(bytes)
    }
}

/// A canary that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The field into which it was written.
    pub field: String,
    /// The file in which it was found, or whose name holds it.
    pub file: PathBuf,
    /// How it is written there: `plain`, `lower case`, `base64`, `file name`, ...
    pub encoding: &'static str,
    /// The byte at which it stands.
    pub offset: usize,
}

/// Reads every byte of every file under `folder`, and every file name, and answers with each canary found: in plain,
/// lower and upper case, UTF-16 of both byte orders, base64 at each of its three alignments (with both alphabets), and hex.
pub fn search(folder: &Path, canaries: &Canaries) -> io::Result<Vec<Hit>> {
    let net = Net::new(canaries);
    let mut hits = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(current) = folders.pop() {
        for entry in fs::read_dir(&current)? {
            let entry = entry?;
            let file = entry.path();
            for (field, _, offset) in net.cast(entry.file_name().as_encoded_bytes()) {
                hits.push(Hit { field, file: file.clone(), encoding: "file name", offset });
            }
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push(file);
            } else if kind.is_file() {
                let found = net.cast(&fs::read(&file)?);
                hits.extend(found.into_iter().map(|(field, encoding, offset)| Hit {
                    field,
                    file: file.clone(),
                    encoding,
                    offset,
                }));
            }
        }
    }
    Ok(hits)
}

/// All ways of writing all canaries, found by their first four bytes.
struct Net {
    by_start: HashMap<[u8; 4], Vec<Pattern>>,
    starts: Vec<bool>,
}

struct Pattern {
    field: String,
    encoding: &'static str,
    bytes: Vec<u8>,
}

impl Net {
    fn new(canaries: &Canaries) -> Self {
        let mut by_start: HashMap<[u8; 4], Vec<Pattern>> = HashMap::new();
        let mut starts = vec![false; 1 << 16];
        for (field, text) in canaries.iter() {
            for (encoding, bytes) in writings(text) {
                let Some(&start) = bytes.first_chunk::<4>() else { continue };
                starts[usize::from(u16::from_le_bytes([start[0], start[1]]))] = true;
                by_start.entry(start).or_default().push(Pattern { field: field.to_owned(), encoding, bytes });
            }
        }
        Self { by_start, starts }
    }

    fn cast(&self, sea: &[u8]) -> Vec<(String, &'static str, usize)> {
        let mut found = Vec::new();
        for offset in 0..sea.len().saturating_sub(3) {
            if !self.starts[usize::from(u16::from_le_bytes([sea[offset], sea[offset + 1]]))] {
                continue;
            }
            let start = [sea[offset], sea[offset + 1], sea[offset + 2], sea[offset + 3]];
            for pattern in self.by_start.get(&start).map_or(&[][..], Vec::as_slice) {
                if sea[offset..].starts_with(&pattern.bytes) {
                    found.push((pattern.field.clone(), pattern.encoding, offset));
                }
            }
        }
        found
    }
}

fn writings(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let mut all = vec![("plain", text.as_bytes().to_vec())];
    let mut add = |encoding, bytes: Vec<u8>| {
        if !all.iter().any(|(_, known)| *known == bytes) {
            all.push((encoding, bytes));
        }
    };
    add("lower case", text.to_lowercase().into_bytes());
    add("upper case", text.to_uppercase().into_bytes());
    for (case, written) in [("as is", text.to_owned()), ("lower", text.to_lowercase())] {
        let lower = case == "lower";
        let bytes = written.as_bytes();
        add(
            if lower { "UTF-16LE, lower case" } else { "UTF-16LE" },
            written.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        );
        add(
            if lower { "UTF-16BE, lower case" } else { "UTF-16BE" },
            written.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        );
        for alignment in 0..3 {
            let coded = base64_core(bytes, alignment);
            add(if lower { "base64, lower case" } else { "base64" }, coded.clone().into_bytes());
            let safe = coded.replace('+', "-").replace('/', "_");
            add(if lower { "base64url, lower case" } else { "base64url" }, safe.into_bytes());
        }
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        add(if lower { "hex, upper, lower case" } else { "hex, upper" }, hex.to_uppercase().into_bytes());
        add(if lower { "hex, lower case" } else { "hex" }, hex.into_bytes());
    }
    all
}

/// The signs of base64 that depend on `bytes` alone when `before` bytes stand before them in their group of three.
fn base64_core(bytes: &[u8], before: usize) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut padded = vec![0; before];
    padded.extend_from_slice(bytes);
    let signs: Vec<char> = padded
        .chunks_exact(3)
        .flat_map(|group| {
            let bits = u32::from(group[0]) << 16 | u32::from(group[1]) << 8 | u32::from(group[2]);
            [18, 12, 6, 0].map(|shift| char::from(SIGNS[(bits >> shift & 63) as usize]))
        })
        .collect();
    // The first group mixes in what stands before: drop its signs when something does.
    signs.into_iter().skip(if before == 0 { 0 } else { 4 }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SeededRng;

    fn found(canaries: &Canaries, sea: &[u8]) -> Vec<&'static str> {
        canaries.in_bytes(sea).into_iter().map(|(_, encoding, _)| encoding).collect()
    }

    #[test]
    fn every_writing_of_a_canary_is_found() {
        let mut canaries = Canaries::new();
        let word = canaries.plant("message.body", &SeededRng::new(1));
        let hay = |inner: &[u8]| [b"....".as_slice(), inner, b"...."].concat();
        assert_eq!(found(&canaries, &hay(word.as_bytes())), ["plain"]);
        assert_eq!(found(&canaries, &hay(word.to_lowercase().as_bytes())), ["lower case"]);
        let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(found(&canaries, &hay(&wide)).contains(&"UTF-16LE"));
        let hex: String = word.bytes().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found(&canaries, &hay(hex.as_bytes())), ["hex"]);
        for before in ["", "a", "ab", "abc"] {
            let whole = base64_core(format!("{before}{word}xyz").as_bytes(), 0);
            assert!(found(&canaries, whole.as_bytes()).contains(&"base64"), "with {} before", before.len());
        }
        assert!(found(&canaries, b"nothing of the kind stands here").is_empty());
    }

    #[test]
    fn file_names_and_the_last_byte_are_read_too() {
        let folder = tempfile::tempdir().unwrap();
        let mut canaries = Canaries::new();
        let rng = SeededRng::new(2);
        let (name, end) = (canaries.plant("attachment.name", &rng), canaries.plant("message.body", &rng));
        fs::create_dir(folder.path().join("deep")).unwrap();
        fs::write(folder.path().join("deep").join(format!("{name}.txt")), "nothing").unwrap();
        fs::write(folder.path().join("end"), [&[0; 5000], end.as_bytes()].concat()).unwrap();
        let mut fields: Vec<_> =
            search(folder.path(), &canaries).unwrap().into_iter().map(|hit| (hit.field, hit.encoding)).collect();
        fields.sort();
        assert_eq!(fields, [("attachment.name".to_owned(), "file name"), ("message.body".to_owned(), "plain")]);
    }
}

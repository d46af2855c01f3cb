//! Documents that are ZIP archives inside (`docx`, `xlsx`, `odt`): what must be in them, and what must not.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

/// The most that a document may hold unpacked, in bytes.
const MOST_UNPACKED: u64 = 200 * 1024 * 1024;
/// The most parts that a document may have.
const MOST_PARTS: usize = 5_000;

/// Where a ZIP archive's directory ends; it may stand as far from a file's end as its comment is long.
const DIRECTORY_END: &[u8] = b"PK\x05\x06";
const FARTHEST: usize = 22 + 65_535;

/// Whether an archive is the document that its ending says, without programs in it, without parts that lead elsewhere,
/// and no larger than can be opened: it is unpacked once, and forgotten.
pub(super) fn is_sound(ending: &str, bytes: &[u8]) -> bool {
    let wanted = match ending {
        "docx" => "word/",
        "xlsx" => "xl/",
        _ => "content.xml",
    };
    // A document begins with its first part, and holds no document of another kind beside it.
    let begins = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    if holds(begins, b"%PDF-") {
        return false;
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    if archive.offset() != 0 || archive.len() > MOST_PARTS {
        return false;
    }
    let mut left = MOST_UNPACKED;
    let mut is_wanted = false;
    for part in 0..archive.len() {
        let Ok(part) = archive.by_index(part) else { return false };
        let Ok(name) = part.name().map(|name| name.into_owned()) else { return false };
        let leads_away =
            part.enclosed_name().is_none() || part.is_symlink() || name.contains('\\') || name.starts_with('/');
        if leads_away || name.to_ascii_lowercase().ends_with("vbaproject.bin") {
            return false;
        }
        is_wanted |= name.starts_with(wanted);
        let Ok(size) = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()) else { return false };
        let Some(less) = left.checked_sub(size) else { return false };
        left = less;
    }
    is_wanted
}

/// Whether an archive is hidden behind something else.
pub(super) fn hides_one(bytes: &[u8]) -> bool {
    holds(&bytes[bytes.len().saturating_sub(FARTHEST)..], DIRECTORY_END)
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Write as _;

    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::*;

    /// An archive with these parts.
    pub(in crate::attachments) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    // S12
    #[test]
    fn a_document_is_what_its_ending_says_and_holds_nothing_that_leads_away_or_runs() {
        let word = archive(&[("[Content_Types].xml", b"x"), ("word/document.xml", b"Dear Maria,")]);
        assert!(is_sound("docx", &word));
        assert!(!is_sound("xlsx", &word) && !is_sound("odt", &word));
        for harmful in ["../../etc/passwd", "/etc/passwd", "word\\..\\x", "word/vbaProject.bin"] {
            assert!(!is_sound("docx", &archive(&[("word/document.xml", b"x"), (harmful, b"x")])), "{harmful}");
        }
        let mut linked = ZipWriter::new(Cursor::new(Vec::new()));
        linked.add_symlink("word/document.xml", "/etc/passwd", SimpleFileOptions::default()).unwrap();
        assert!(!is_sound("docx", &linked.finish().unwrap().into_inner()));
        assert!(!is_sound("docx", &[b"something before", word.as_slice()].concat()));
        assert!(!is_sound("docx", &word[..word.len() / 2]));
    }

    // S12
    #[test]
    fn a_document_that_unpacks_to_far_too_much_is_refused() {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let packed = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        let block = vec![0; 8 * 1024 * 1024];
        writer.start_file("word/document.xml", packed).unwrap();
        for _ in 0..=MOST_UNPACKED / block.len() as u64 {
            writer.write_all(&block).unwrap();
        }
        let bomb = writer.finish().unwrap().into_inner();
        assert!(bomb.len() < 2 * 1024 * 1024, "it looks small");
        assert!(!is_sound("docx", &bomb));
    }

    // S12
    #[test]
    fn an_archive_behind_something_else_is_seen() {
        let word = archive(&[("word/document.xml", b"x")]);
        assert!(hides_one(&[b"%PDF-1.7 ...", word.as_slice()].concat()));
        assert!(!hides_one(b"%PDF-1.7 ...") && !hides_one(b""));
    }
}

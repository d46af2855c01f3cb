//! JPEG: segments behind markers (ITU-T T.81, Annex B), and what stands between them.

use super::Size;

const BEGIN: u8 = 0xD8;
const END: u8 = 0xD9;
const SCAN: u8 = 0xDA;
const EXIF: &[u8] = b"Exif\0\0";

pub(super) fn bare(bytes: &[u8]) -> Option<(Vec<u8>, Size)> {
    let mut rest = bytes.strip_prefix(&[0xFF, BEGIN])?;
    let mut bare = vec![0xFF, BEGIN];
    let (mut size, mut turned) = (None, None);
    loop {
        let (&[first, marker], after) = rest.split_first_chunk::<2>()?;
        if first != 0xFF {
            return None;
        }
        if marker == 0xFF {
            // Padding before a marker.
            rest = &rest[1..];
            continue;
        }
        if marker == END {
            bare.extend_from_slice(&[0xFF, END]);
            return Some((bare, size?));
        }
        let &[high, low] = after.first_chunk()?;
        let (segment, after) = after.split_at_checked(usize::from(u16::from_be_bytes([high, low])))?;
        let content = segment.get(2..)?;
        if is_frame(marker) {
            let &[_, h1, h2, w1, w2] = content.first_chunk()?;
            size = Some((u32::from(u16::from_be_bytes([w1, w2])), u32::from(u16::from_be_bytes([h1, h2]))));
        }
        if marker == 0xE1 && turned.is_none() {
            turned = orientation(content).filter(|turn| (2..=8).contains(turn));
            bare.extend(turned.map(turning).unwrap_or_default());
        }
        if is_kept(marker, content) {
            bare.extend_from_slice(&[0xFF, marker]);
            bare.extend_from_slice(segment);
        }
        rest = after;
        if marker == SCAN {
            let drawn = scan(rest)?;
            bare.extend_from_slice(&rest[..drawn]);
            rest = &rest[drawn..];
        }
    }
}

/// The start of a frame, which tells the picture's size.
fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

/// Tables, frames and scans; of the applications' segments JFIF, the colour profile and Adobe's word on colours.
fn is_kept(marker: u8, content: &[u8]) -> bool {
    match marker {
        0xC0..=0xCF | SCAN..=0xDD => true,
        0xE0 => content.starts_with(b"JFIF\0") && content.len() == 14,
        0xE2 => content.starts_with(b"ICC_PROFILE\0"),
        0xEE => content.starts_with(b"Adobe") && content.len() == 12,
        _ => false,
    }
}

/// How many bytes belong to a scan: all up to the next marker that is not part of it.
fn scan(bytes: &[u8]) -> Option<usize> {
    bytes.windows(2).position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xD0..=0xD7 | 0xFF))
}

/// How the picture is to be turned, from the first directory of its Exif.
pub(super) fn orientation(content: &[u8]) -> Option<u16> {
    let tiff = content.strip_prefix(EXIF)?;
    let little = match tiff.get(..4)? {
        b"II\x2a\0" => true,
        b"MM\0\x2a" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let &pair = tiff.get(at..)?.first_chunk::<2>()?;
        Some(if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    };
    let &offset = tiff.get(4..)?.first_chunk::<4>()?;
    let offset = if little { u32::from_le_bytes(offset) } else { u32::from_be_bytes(offset) };
    let directory = usize::try_from(offset).ok()?;
    let entries = usize::from(short(directory)?);
    (0..entries.min(256))
        .map(|entry| directory + 2 + 12 * entry)
        .find(|at| short(*at) == Some(0x0112))
        .and_then(|at| short(at + 8))
}

/// Exif that says how the picture is to be turned, and nothing else.
fn turning(turn: u16) -> Vec<u8> {
    let [high, low] = turn.to_be_bytes();
    let entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, high, low, 0, 0];
    let content = [EXIF, b"MM\0\x2a\0\0\0\x08\0\x01", &entry, &[0; 4]].concat();
    [&[0xFF, 0xE1, 0, content.len().to_le_bytes()[0] + 2][..], &content].concat()
}

//! WebP: chunks of a RIFF file (RFC 9649).

use super::Size;

/// What draws the picture, still or moving, and its colours.
const KEPT: &[&[u8; 4]] = &[b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];

/// In the head of the extended form: that there is Exif, and that there is XMP.
const TOLD: u8 = 0x08 | 0x04;

pub(super) fn bare(bytes: &[u8]) -> Option<(Vec<u8>, Size)> {
    let (head, rest) = bytes.split_first_chunk::<8>()?;
    let [b'R', b'I', b'F', b'F', length @ ..] = *head else { return None };
    let mut rest = rest.get(..usize::try_from(u32::from_le_bytes(length)).ok()?)?.strip_prefix(b"WEBP")?;
    let mut body = b"WEBP".to_vec();
    let mut size = None;
    while !rest.is_empty() {
        let (&[a, b, c, d, length @ ..], after) = rest.split_first_chunk::<8>()?;
        let kind = [a, b, c, d];
        let length = usize::try_from(u32::from_le_bytes(length)).ok()?;
        let content = after.get(..length)?;
        if size.is_none() {
            size = Some(size_of(kind, content)?);
        }
        if KEPT.contains(&&kind) {
            let at = body.len() + 8;
            body.extend_from_slice(&rest[..8 + length]);
            if &kind == b"VP8X" {
                *body.get_mut(at)? &= !TOLD;
            }
            body.resize(body.len().next_multiple_of(2), 0);
        }
        rest = after.get(length.next_multiple_of(2)..).unwrap_or_default();
    }
    let length = u32::try_from(body.len()).ok()?.to_le_bytes();
    Some(([&b"RIFF"[..], &length, &body].concat(), size?))
}

/// The size that the first chunk tells.
fn size_of(kind: [u8; 4], content: &[u8]) -> Option<Size> {
    let number = |at: usize, bytes: usize| {
        let digits = content.get(at..at + bytes)?;
        Some(digits.iter().rev().fold(0u32, |sum, digit| (sum << 8) | u32::from(*digit)))
    };
    match &kind {
        b"VP8X" => Some((number(4, 3)? + 1, number(7, 3)? + 1)),
        // Behind three bytes of the frame and three that mark its start.
        b"VP8 " => Some((number(6, 2)? & 0x3FFF, number(8, 2)? & 0x3FFF)),
        b"VP8L" => {
            let both = number(1, 4)?;
            Some(((both & 0x3FFF) + 1, ((both >> 14) & 0x3FFF) + 1))
        }
        _ => None,
    }
}

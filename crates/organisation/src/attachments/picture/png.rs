//! PNG: chunks with a name (<https://www.w3.org/TR/png-3/>).

use super::Size;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What draws the picture, still or moving. Left out with all others: text, Exif, the time, and a colour profile, which
/// is packed and may hold anything.
const KEPT: &[&[u8; 4]] = &[
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"cICP", b"sBIT", b"bKGD", b"pHYs",
    b"acTL", b"fcTL", b"fdAT",
];

pub(super) fn bare(bytes: &[u8]) -> Option<(Vec<u8>, Size)> {
    let mut rest = bytes.strip_prefix(SIGNATURE)?;
    let mut bare = SIGNATURE.to_vec();
    let mut size = None;
    loop {
        let (head, _) = rest.split_first_chunk::<8>()?;
        let [a, b, c, d, kind @ ..] = *head;
        let length = usize::try_from(u32::from_be_bytes([a, b, c, d])).ok()?;
        // Length, name, content, checksum.
        let (chunk, after) = rest.split_at_checked(length.checked_add(12)?)?;
        if &kind == b"IHDR" {
            let &[w1, w2, w3, w4, h1, h2, h3, h4] = chunk.get(8..)?.first_chunk()?;
            size = Some((u32::from_be_bytes([w1, w2, w3, w4]), u32::from_be_bytes([h1, h2, h3, h4])));
        } else if size.is_none() {
            return None;
        }
        if KEPT.contains(&&kind) {
            bare.extend_from_slice(chunk);
        }
        if &kind == b"IEND" {
            return Some((bare, size?));
        }
        rest = after;
    }
}

//! Pictures as they are kept: what is seen in them, and nothing of where, when and with what they were taken (S12).
//!
//! Nothing is decoded. A picture is taken apart into its segments; those that draw it are put together again, and all
//! others are left out, also what stands behind its end. What cannot be taken apart is refused.

mod jpeg;
mod png;
mod webp;

/// The most points that a picture may have: far more than a phone's camera makes, and few enough to be opened.
const MOST_POINTS: u64 = 120_000_000;

/// The picture without anything but what draws it; `None` when it is broken, or has too many points. Other kinds of files
/// stay as they are.
pub(super) fn bare(media_type: &str, bytes: Vec<u8>) -> Option<Vec<u8>> {
    let (bare, (width, height)) = match media_type {
        "image/jpeg" => jpeg::bare(&bytes)?,
        "image/png" => png::bare(&bytes)?,
        "image/webp" => webp::bare(&bytes)?,
        _ => return Some(bytes),
    };
    let points = u64::from(width) * u64::from(height);
    (points > 0 && points <= MOST_POINTS).then_some(bare)
}

/// A picture's width and height.
type Size = (u32, u32);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PLACE: &[u8] = b"52.3702N 4.8952E";

    fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len()).unwrap().to_be_bytes();
        // The checksum is carried along and not judged here.
        [&length[..], kind, content, &[0; 4]].concat()
    }

    fn png(width: u32, height: u32) -> Vec<u8> {
        let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
        let chunks = [
            chunk(b"IHDR", &header),
            chunk(b"eXIf", PLACE),
            chunk(b"tEXt", PLACE),
            chunk(b"iTXt", PLACE),
            chunk(b"zzZz", PLACE),
            chunk(b"tRNS", b"12"),
            chunk(b"IDAT", b"drawn"),
            chunk(b"IEND", b""),
        ];
        [&b"\x89PNG\r\n\x1a\n"[..], &chunks.concat(), b"PK\x03\x04<script>", PLACE].concat()
    }

    fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
        let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker][..], &length, content].concat()
    }

    /// Exif with an orientation and something more.
    fn exif(orientation: u8) -> Vec<u8> {
        let entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
        let head = [&b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01"[..], &entry, &[0; 4]].concat();
        [&head[..], PLACE].concat()
    }

    fn jpeg(width: u16, height: u16, orientation: u8) -> Vec<u8> {
        let frame = [&[8][..], &height.to_be_bytes(), &width.to_be_bytes(), &[1, 1, 0x11, 0]].concat();
        let parts = [
            vec![0xFF, 0xD8],
            segment(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0"),
            segment(0xE1, &exif(orientation)),
            segment(0xE1, &[b"http://ns.adobe.com/xap/1.0/\0", PLACE].concat()),
            segment(0xE2, &[b"MPF\0", PLACE].concat()),
            segment(0xE2, b"ICC_PROFILE\0colours"),
            segment(0xED, PLACE),
            segment(0xFE, PLACE),
            segment(0xDB, b"table"),
            segment(0xC2, &frame),
            segment(0xDA, b"scan"),
            b"drawn\xFF\x00more\xFF\xD0again".to_vec(),
            segment(0xC4, b"table"),
            segment(0xDA, b"scan"),
            b"second".to_vec(),
            vec![0xFF, 0xD9],
            PLACE.to_vec(),
            b"PK\x03\x04".to_vec(),
        ];
        parts.concat()
    }

    fn riff(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
        let mut body = b"WEBP".to_vec();
        for (kind, content) in chunks {
            body.extend_from_slice(*kind);
            body.extend_from_slice(&u32::try_from(content.len()).unwrap().to_le_bytes());
            body.extend_from_slice(content);
            body.resize(body.len().next_multiple_of(2), 0);
        }
        [&b"RIFF"[..], &u32::try_from(body.len()).unwrap().to_le_bytes(), &body, PLACE].concat()
    }

    fn webp() -> Vec<u8> {
        let size = [0x2C, 0, 0, 0, 9, 0, 0, 7, 0, 0];
        riff(&[
            (b"VP8X", &size),
            (b"ICCP", b"odd"),
            (b"VP8 ", b"drawn!"),
            (b"EXIF", PLACE),
            (b"XMP ", PLACE),
            (b"zzzz", PLACE),
        ])
    }

    fn holds(bytes: &[u8], part: &[u8]) -> bool {
        bytes.windows(part.len()).any(|window| window == part)
    }

    // S12
    #[test]
    fn a_picture_keeps_what_is_seen_and_loses_where_it_was_taken() {
        for (kind, picture) in [("image/png", png(9, 9)), ("image/jpeg", jpeg(9, 9, 1)), ("image/webp", webp())] {
            assert!(holds(&picture, PLACE), "{kind}: the test holds a place");
            let bare = bare(kind, picture).expect(kind);
            assert!(!holds(&bare, PLACE) && !holds(&bare, b"<script>") && !holds(&bare, b"PK\x03\x04"), "{kind}");
            assert!(holds(&bare, b"drawn"), "{kind}");
            assert_eq!(super::bare(kind, bare.clone()).as_ref(), Some(&bare), "{kind}: what is bare stays as it is");
        }
        let kept = bare("image/jpeg", jpeg(9, 9, 1)).unwrap();
        assert!(holds(&kept, b"ICC_PROFILE\0colours") && holds(&kept, b"more") && kept.ends_with(b"second\xFF\xD9"));
        assert!(holds(&bare("image/png", png(9, 9)).unwrap(), b"tRNS12"));
        let kept = bare("image/webp", webp()).unwrap();
        assert_eq!(kept[20], 0x20, "it no longer says that it holds Exif or XMP");
        assert_eq!(u32::from_le_bytes(kept[4..8].try_into().unwrap()) as usize, kept.len() - 8);
    }

    #[test]
    fn a_photo_that_was_taken_upright_stays_upright() {
        for orientation in 2..=8 {
            let bare = bare("image/jpeg", jpeg(9, 9, orientation)).unwrap();
            assert!(holds(&bare, b"Exif\0\0") && !holds(&bare, PLACE));
            assert_eq!(jpeg::orientation(&exif(orientation)), Some(u16::from(orientation)));
        }
        assert!(!holds(&bare("image/jpeg", jpeg(9, 9, 1)).unwrap(), b"Exif\0\0"));
        assert!(!holds(&bare("image/jpeg", jpeg(9, 9, 77)).unwrap(), b"Exif\0\0"));
    }

    // S12
    #[test]
    fn a_picture_that_would_flood_whoever_opens_it_is_refused() {
        assert!(bare("image/png", png(10_000, 12_000)).is_some());
        assert!(bare("image/png", png(100_000, 100_000)).is_none());
        assert!(bare("image/jpeg", jpeg(65_535, 65_535, 1)).is_none());
        assert!(bare("image/jpeg", jpeg(0, 9, 1)).is_none());
        let size = [0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];
        assert!(bare("image/webp", riff(&[(b"VP8X", &size), (b"VP8 ", b"drawn!")])).is_none());
    }

    proptest! {
        #[test]
        fn a_picture_that_is_broken_is_refused_or_bare_and_never_keeps_a_place(
            which in 0usize..3, at in any::<proptest::sample::Index>(), with in any::<u8>(), cut in any::<bool>(),
        ) {
            let (kind, mut picture) =
                [("image/png", png(9, 9)), ("image/jpeg", jpeg(9, 9, 6)), ("image/webp", webp())][which].clone();
            let at = at.index(picture.len());
            if cut { picture.truncate(at) } else { picture[at] = with }
            if let Some(bare) = bare(kind, picture.clone()) {
                prop_assert!(bare.len() <= picture.len() + 36);
                prop_assert_eq!(super::bare(kind, bare.clone()), Some(bare));
            }
        }
    }
}

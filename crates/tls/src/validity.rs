//! From when to when a certificate holds: the one thing in it that `rustls` checks for clients and does not tell.

use jiff::{Timestamp, civil::date, tz::TimeZone};

const SEQUENCE: u8 = 0x30;
const VERSION: u8 = 0xA0;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;

/// From when and until when a certificate in DER holds (RFC 5280 §4.1.2.5); `None` when it cannot be read.
pub(crate) fn validity(certificate: &[u8]) -> Option<(Timestamp, Timestamp)> {
    let (mut certificate, _) = inside(certificate, SEQUENCE)?;
    let (mut signed, _) = inside(take(&mut certificate)?, SEQUENCE)?;
    if signed.first() == Some(&VERSION) {
        take(&mut signed)?;
    }
    // Serial number, algorithm of the signature, issuer.
    for _ in 0..3 {
        take(&mut signed)?;
    }
    let (mut validity, _) = inside(take(&mut signed)?, SEQUENCE)?;
    Some((moment(take(&mut validity)?)?, moment(take(&mut validity)?)?))
}

/// The first value with its tag and length, taken off the front.
fn take<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let tag = *rest.first()?;
    let (content, after) = inside(rest, tag)?;
    let whole = &rest[..rest.len() - after.len()];
    debug_assert!(whole.ends_with(content));
    *rest = after;
    Some(whole)
}

/// What is in the first value, which must have this tag, and what stands after it.
fn inside(bytes: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (&[found, length], rest) = bytes.split_first_chunk::<2>()?;
    if found != tag {
        return None;
    }
    if length < 0x80 {
        return rest.split_at_checked(usize::from(length));
    }
    let (digits, rest) = rest.split_at_checked(usize::from(length & 0x7F))?;
    if digits.len() > 4 {
        return None;
    }
    let length = digits.iter().fold(0usize, |sum, digit| (sum << 8) | usize::from(*digit));
    rest.split_at_checked(length)
}

/// `UTCTime` for years up to 2049, `GeneralizedTime` after it; both in UTC, to the second.
fn moment(value: &[u8]) -> Option<Timestamp> {
    let tag = *value.first()?;
    let text = std::str::from_utf8(inside(value, tag)?.0).ok()?.strip_suffix('Z')?;
    let (year, rest) = match tag {
        UTC_TIME => {
            let (year, rest) = text.split_at_checked(2)?;
            let year = year.parse::<i16>().ok()?;
            (if year < 50 { 2000 + year } else { 1900 + year }, rest)
        }
        GENERALIZED_TIME => {
            let (year, rest) = text.split_at_checked(4)?;
            (year.parse().ok()?, rest)
        }
        _ => return None,
    };
    let part = |at: usize| rest.get(at..at + 2)?.parse::<i8>().ok();
    let (month, day, hour, minute, second) = (part(0)?, part(2)?, part(4)?, part(6)?, part(8)?);
    jiff::civil::Date::new(year, month, day).ok()?;
    let time = jiff::civil::Time::new(hour, minute, second, 0).ok()?;
    date(year, month, day).to_datetime(time).to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn certificate(from: (i32, u8, u8), until: (i32, u8, u8)) -> Vec<u8> {
        let (key, _) = crate::Key::make(crate::Form::Certificate).unwrap();
        let mut params = rcgen::CertificateParams::new(vec!["campus.example.org".to_owned()]).unwrap();
        params.not_before = rcgen::date_time_ymd(from.0, from.1, from.2);
        params.not_after = rcgen::date_time_ymd(until.0, until.1, until.2);
        params.serial_number = Some(1u64.into());
        params.self_signed(&key).unwrap().der().to_vec()
    }

    #[test]
    fn the_days_of_a_certificate_are_read_in_both_forms_of_the_year() {
        let read = validity(&certificate((2026, 11, 1), (2027, 1, 30))).unwrap();
        assert_eq!(read, ("2026-11-01T00:00:00Z".parse().unwrap(), "2027-01-30T00:00:00Z".parse().unwrap()));
        let far = validity(&certificate((1975, 1, 1), (2060, 2, 29))).unwrap();
        assert_eq!(far, ("1975-01-01T00:00:00Z".parse().unwrap(), "2060-02-29T00:00:00Z".parse().unwrap()));
    }

    proptest! {
        #[test]
        fn bytes_that_are_no_certificate_are_refused_without_harm(
            mut bytes in proptest::collection::vec(any::<u8>(), 0..200), at in any::<proptest::sample::Index>(), with in any::<u8>(),
        ) {
            let _ = validity(&bytes);
            bytes = certificate((2026, 1, 1), (2027, 1, 1));
            let at = at.index(bytes.len());
            bytes[at] = with;
            let _ = validity(&bytes);
            bytes.truncate(at);
            prop_assert!(at > 120 || validity(&bytes).is_none());
        }
    }
}

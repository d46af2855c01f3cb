//! Downloads: what somebody once put in, given back as bytes and never as a page of this site (CE10).

use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::Response,
};

use crate::Problem;

/// A file for its reader's own device.
///
/// # Errors
/// When the media type is none.
pub fn download(bytes: Vec<u8>, media_type: &str, name: &str) -> Result<Response, Problem> {
    let value = |text: &str| HeaderValue::from_str(text).map_err(Problem::internal);
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, value(media_type)?);
    headers.insert(header::CONTENT_DISPOSITION, value(&disposition(name))?);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// `Content-Disposition` for a download (RFC 6266, RFC 8187).
fn disposition(name: &str) -> String {
    use std::fmt::Write as _;
    let plain: String = name
        .chars()
        .map(|sign| if sign.is_ascii_alphanumeric() || "._- ".contains(sign) { sign } else { '_' })
        .collect();
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::disposition;

    proptest! {
        #[test]
        fn a_name_never_breaks_out_of_its_header(name in "\\PC{0,60}|[\"\\\\;\r\n%']{0,30}") {
            let header = disposition(&name);
            prop_assert!(header.is_ascii() && !header.contains(['\r', '\n']));
            prop_assert_eq!(header.matches('"').count(), 2);
            let encoded = header.rsplit("''").next().unwrap();
            prop_assert!(!encoded.contains([' ', ';', '"', '\'']));
        }
    }
}

//! Pictures, sound and moving pictures of a programme, from their pieces; a part of one, where a player asks for a part.

use http::{
    At, Problem,
    axum::{
        body::Body,
        extract::Extension,
        http::{HeaderMap, HeaderValue, StatusCode, header},
        response::Response,
    },
};
use organisation::{Visit, pages::Failure};

use crate::{
    actions::ENROLMENT_READ,
    library::Library,
    model::{EnrolmentId, VersionId},
    room::Room,
    store::versions::{self, PIECE},
};

/// The most that one answer brings: a player asks for the rest.
const MOST: usize = 4 * PIECE;

/// `GET /programmes/{enrolment}/media/{version}/{file}`
pub(super) async fn show(
    visit: Visit,
    Extension(library): Extension<Library>,
    At((id, version, file)): At<(EnrolmentId, VersionId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let name = format!("media/{file}");
    let kind = programme::media_type(&name).ok_or(Problem::NotFound)?;
    let from = headers.get(header::RANGE).and_then(|range| range.to_str().ok()).and_then(start);
    let asker = visit.clone();
    let read = move |reader: &mut store::Reader<'_>| {
        let room = Room::enter(&asker, reader, id, &ENROLMENT_READ)?;
        let volume = library.find(&asker.scope, reader, version)?.ok_or(Failure::Absent)?;
        // A version of the programme that is followed, and of no other.
        if volume.version.programme != room.enrolment.programme || !volume.version.files.contains(&name) {
            return Err(Failure::Absent);
        }
        let size = versions::size(&asker.scope, reader, version, &name)?;
        let bytes = versions::bytes(&asker.scope, reader, version, &name, from.unwrap_or(0), wanted(size, from))?;
        Ok((size, bytes))
    };
    let (size, bytes): (usize, Vec<u8>) = visit.site.store.read(&visit.scope, read).await?;
    answer(kind, from, size, bytes)
}

/// Whole files where no part is asked for; else as much as one answer brings.
fn wanted(size: usize, from: Option<usize>) -> usize {
    from.map_or(size, |from| MOST.min(size.saturating_sub(from)))
}

fn answer(kind: &'static str, from: Option<usize>, size: usize, bytes: Vec<u8>) -> Result<Response, Problem> {
    let mut response = Response::new(Body::empty());
    let range = match from {
        Some(from) if bytes.is_empty() => {
            let _ = from;
            *response.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
            Some(format!("bytes */{size}"))
        }
        Some(from) => {
            *response.status_mut() = StatusCode::PARTIAL_CONTENT;
            Some(format!("bytes {from}-{}/{size}", from + bytes.len() - 1))
        }
        None => None,
    };
    let headers = response.headers_mut();
    if let Some(range) = range {
        headers.insert(header::CONTENT_RANGE, HeaderValue::from_str(&range).map_err(Problem::internal)?);
    }
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    *response.body_mut() = Body::from(bytes);
    Ok(response)
}

/// Where a range begins. Of several only the first is answered, which whoever asks has to reckon with (RFC 9110 §14.2).
fn start(range: &str) -> Option<usize> {
    range.strip_prefix("bytes=")?.split(['-', ',']).next()?.trim().parse().ok()
}

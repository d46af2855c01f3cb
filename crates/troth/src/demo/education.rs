//! People of the health service that educates its staff: there visits are noted, and somebody walked through pages that are
//! not there, which the technician has still to answer (CE3).

use std::{net::IpAddr, sync::Arc};

use accounts::Hasher;
use axum::{
    Router,
    body::Body,
    http::{Request, header},
};
use http::Peer;
use kernel::Language;
use organisation::Organisation;
use testkit::{SeededRng, people};
use tower::ServiceExt as _;

use super::{Acquaintance, joining::Joining};
use crate::Failure;

/// For how many days everyone has been there.
const DAYS: i64 = 60;
/// How many pages that are not there somebody tries.
const TRIED: u8 = 60;
/// From where: an address that is nobody's (RFC 5737).
const FROM: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(203, 0, 113, 9));

/// Fills the service, and tells who is worth meeting.
pub(super) async fn fill(
    service: &Arc<Organisation>,
    hasher: &Hasher,
    edge: &Router,
    host: &str,
) -> Result<Vec<Acquaintance>, Failure> {
    let joining = Joining::new(service, hasher).await?;
    let seed = SeededRng::new(41);
    let [english, dutch, swedish] = Language::ALL.map(|language| people(language, 2, "northfield", &seed));
    let mut made = Vec::new();
    for (person, role, about) in [
        (&english[0], "technician", "demo-about-technician"),
        (&dutch[0], "officer", "demo-about-officer"),
        (&swedish[0], "coordinator", "demo-about-coordinator"),
        (&english[1], "learner", "demo-about-learner"),
    ] {
        made.push(joining.join(person, role, DAYS, about).await?);
    }
    for n in 0..TRIED {
        let request = Request::get(format!("/backup-{n}.zip")).header(header::HOST, host).extension(Peer(FROM));
        let answer = edge.clone().oneshot(request.body(Body::empty())?).await;
        answer.unwrap_or_else(|never| match never {});
    }
    visits::write(service).await?;
    Ok(made)
}

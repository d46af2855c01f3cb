//! The way to the authority: by TLS only, with signed bodies.

use std::{path::Path, time::Duration};

use hyper::{Method, Request, header::CONTENT_TYPE};

use super::AcmeFault;
pub(super) use crate::client::Answer;
use crate::client::{self, AskFault, AskLimits};

/// How long one question to the authority may take, and how long an answer may be: chains of certificates are a few
/// kilobytes.
const LIMITS: AskLimits = AskLimits { patience: Duration::from_secs(60), most: 1024 * 1024 };

/// A client that believes certain roots.
#[derive(Clone)]
pub(super) struct Https(client::Https);

impl Https {
    /// Believes the roots in the file; those of the web when there is none.
    pub(super) fn trusting(roots: Option<&Path>) -> Result<Self, AcmeFault> {
        Ok(Self(client::Https::trusting(roots)?))
    }

    /// Asks; a body is sent as a signed one (`application/jose+json`).
    pub(super) async fn ask(&self, method: Method, url: &str, body: String) -> Result<Answer, AcmeFault> {
        let request = Request::builder().method(method).uri(url).header(CONTENT_TYPE, "application/jose+json");
        let request = request.body(body).map_err(|error| AcmeFault::Unreached(format!("{url}: {error}")))?;
        Ok(self.0.ask(request, LIMITS).await?)
    }
}

impl From<AskFault> for AcmeFault {
    fn from(fault: AskFault) -> Self {
        match fault {
            AskFault::Roots { path, reason } => Self::Shelf { path, reason },
            AskFault::Unreached(reason) => Self::Unreached(reason),
        }
    }
}

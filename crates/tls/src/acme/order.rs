//! One certificate: asked for, shown to be ours, signed, fetched (RFC 8555 §7.4).

use std::time::Duration;

use rcgen::CertificateParams;
use serde::Deserialize;
use serde_json::json;

use super::{
    AcmeFault, Challenges,
    account::{Account, Refusal, encode},
};
use crate::keys::{Form, Key};

/// How often the authority is asked whether it is done, and how long between.
const LOOKS: u32 = 60;
const BETWEEN: Duration = Duration::from_secs(2);

#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Status {
    Ready,
    Valid,
    Invalid,
    /// Pending, processing, or what a later version of the protocol may call it.
    #[default]
    #[serde(other)]
    UnderWay,
}

#[derive(Deserialize)]
struct Order {
    status: Status,
    authorizations: Vec<String>,
    finalize: String,
    certificate: Option<String>,
}

#[derive(Deserialize)]
struct Authorization {
    status: Status,
    challenges: Vec<Challenge>,
}

#[derive(Deserialize)]
struct Challenge {
    #[serde(rename = "type")]
    kind: String,
    url: String,
    #[serde(default)]
    token: String,
    error: Option<Refusal>,
}

/// Gets a certificate for a host: its new key and the chain, in PEM.
pub(super) async fn obtain(account: &mut Account, host: &str, challenges: &Challenges) -> Result<String, AcmeFault> {
    let (address, order) = account.order::<Order>(host).await?;
    for authorization in &order.authorizations {
        show(account, authorization, host, challenges).await?;
    }
    let order: Order = settled(account, &address, |order: &Order| order.status != Status::UnderWay).await?;
    let (key, text) = Key::make(Form::Certificate).ok_or(AcmeFault::Key)?;
    if order.status == Status::Ready {
        let params = CertificateParams::new([host.to_owned()]).map_err(|_| AcmeFault::Key)?;
        let request = params.serialize_request(&key).map_err(|_| AcmeFault::Key)?;
        account.post(&order.finalize, Some(&json!({ "csr": encode(request.der()) }))).await?;
    }
    let done = |order: &Order| matches!(order.status, Status::Valid | Status::Invalid);
    let order: Order = settled(account, &address, done).await?;
    let Some(certificate) = order.certificate else {
        return Err(AcmeFault::Refused("it did not sign the certificate".to_owned()));
    };
    let chain = account.post(&certificate, None).await?.body;
    Ok(format!("{text}{}", String::from_utf8_lossy(&chain)))
}

/// Lays out what the authority wants to see, and waits until it has seen it.
async fn show(account: &mut Account, url: &str, host: &str, challenges: &Challenges) -> Result<(), AcmeFault> {
    let authorization: Authorization = account.look(url).await?;
    if authorization.status == Status::Valid {
        return Ok(());
    }
    let challenge = authorization.challenges.into_iter().find(|challenge| challenge.kind == "http-01");
    let challenge = challenge.ok_or(AcmeFault::NoWay)?;
    let _held = challenges.hold(&challenge.token, &account.key_authorization(&challenge.token));
    account.post(&challenge.url, Some(&json!({}))).await?;
    let seen = |authorization: &Authorization| authorization.status != Status::UnderWay;
    let authorization: Authorization = settled(account, url, seen).await?;
    if authorization.status == Status::Valid {
        return Ok(());
    }
    let said = authorization.challenges.into_iter().filter_map(|challenge| challenge.error);
    let detail = said.map(|refusal| refusal.detail).collect::<Vec<_>>().join("; ");
    Err(AcmeFault::NotShown { host: host.to_owned(), detail })
}

/// Looks at a thing until it is settled.
async fn settled<T: serde::de::DeserializeOwned>(
    account: &mut Account,
    url: &str,
    is_settled: impl Fn(&T) -> bool,
) -> Result<T, AcmeFault> {
    for look in 0..LOOKS {
        if look > 0 {
            tokio::time::sleep(BETWEEN).await;
        }
        let thing = account.look(url).await?;
        if is_settled(&thing) {
            return Ok(thing);
        }
    }
    Err(AcmeFault::Refused(format!("{url}: it did not come to an end in time")))
}

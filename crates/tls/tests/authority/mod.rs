//! A certificate authority that speaks RFC 8555: it counts its numbers, checks each signature, and fetches what was
//! laid out over plain HTTP before it signs.

use std::{
    collections::BTreeSet,
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::{get, head, post},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use http::{ServeLimits, Wire};
use jiff::ToSpan as _;
use kernel::{Clock, Timestamp};
use rcgen::{PKCS_ECDSA_P256_SHA256, PublicKeyData, SignatureAlgorithm};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use testkit::{Authority, TurningClock};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

use troth_tls::{Certificates, Challenges, Files, server_config, take_up};

pub(crate) const HOST: &str = "campus.example.org";

pub(crate) struct Responder {
    inner: Arc<Inner>,
    address: SocketAddr,
}

struct Inner {
    authority: Authority,
    clock: Arc<TurningClock>,
    base: String,
    /// Where it looks: the plain listener of the host, or somewhere else.
    host: SocketAddr,
    elsewhere: AtomicBool,
    stale: AtomicBool,
    numbers: AtomicUsize,
    nonces: Mutex<BTreeSet<String>>,
    accounts: Mutex<Vec<Value>>,
    tokens: AtomicUsize,
    seen: AtomicUsize,
    state: Mutex<Standing>,
}

#[derive(Default)]
struct Standing {
    shown: Option<bool>,
    certificate: Option<String>,
}

impl Responder {
    pub(crate) async fn start(clock: Arc<TurningClock>, challenges: Challenges) -> Self {
        let hosts = [HOST.to_owned()];
        let plain = http::plain(hosts, 443, move |token| challenges.answer(token), String::new());
        let host = serve(TcpListener::bind("127.0.0.1:0").await.unwrap().into(), plain).await;
        let authority = Authority::new().unwrap();
        let certificates = own_certificate(&authority);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let inner = Arc::new(Inner {
            authority,
            clock,
            base: format!("https://localhost:{}", address.port()),
            host,
            elsewhere: AtomicBool::default(),
            stale: AtomicBool::default(),
            numbers: AtomicUsize::default(),
            nonces: Mutex::default(),
            accounts: Mutex::default(),
            tokens: AtomicUsize::default(),
            seen: AtomicUsize::default(),
            state: Mutex::default(),
        });
        let router = Router::new()
            .route("/directory", get(directory))
            .route("/nonce", head(nonce))
            .route("/{*what}", post(asked))
            .with_state(Arc::clone(&inner));
        serve(Wire::from(listener).with_tls(server_config(certificates).unwrap()), router).await;
        Self { inner, address }
    }

    pub(crate) fn directory(&self) -> String {
        format!("https://localhost:{}/directory", self.address.port())
    }

    pub(crate) fn root(&self) -> &str {
        self.inner.authority.root()
    }

    /// How often it fetched what was laid out, and found what it should.
    pub(crate) fn seen(&self) -> usize {
        self.inner.seen.load(Ordering::SeqCst)
    }

    pub(crate) fn accounts(&self) -> usize {
        self.inner.accounts.lock().unwrap().len()
    }

    /// The next signed request is refused, as if its number were too old.
    pub(crate) fn refuse_next_nonce(&self) {
        self.inner.stale.store(true, Ordering::SeqCst);
    }

    /// The host's name leads to somebody else's machine.
    pub(crate) fn look_elsewhere(&self) {
        self.inner.elsewhere.store(true, Ordering::SeqCst);
    }
}

/// A certificate for `localhost`, which the authority's own server answers with.
fn own_certificate(authority: &Authority) -> Arc<Certificates> {
    let folder = tempfile::tempdir().unwrap();
    let [from, until] = ["2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z"].map(|at| at.parse::<Timestamp>().unwrap());
    let (chain, key) = authority.certificate(&["localhost"], from, until).unwrap();
    let files = Files { chain: folder.path().join("chain"), key: folder.path().join("key") };
    std::fs::write(&files.chain, chain).unwrap();
    std::fs::write(&files.key, key).unwrap();
    let certificates = Arc::new(Certificates::default());
    take_up(&certificates, &[files], &["localhost".to_owned()]).unwrap();
    certificates
}

async fn serve(wire: Wire, router: Router) -> SocketAddr {
    let address = wire.local_addr().unwrap();
    tokio::spawn(http::serve(wire, router, ServeLimits::default(), std::future::pending()));
    address
}

async fn directory(State(inner): State<Arc<Inner>>) -> String {
    let at = |path: &str| format!("{}/{path}", inner.base);
    json!({ "newNonce": at("nonce"), "newAccount": at("account"), "newOrder": at("order") }).to_string()
}

async fn nonce(State(inner): State<Arc<Inner>>) -> HeaderMap {
    inner.headers()
}

async fn asked(State(inner): State<Arc<Inner>>, Path(what): Path<String>, body: Bytes) -> Response {
    match inner.answer(&what, &body).await {
        Ok(answer) => (inner.headers(), answer).into_response(),
        Err((kind, detail)) => {
            let problem = json!({ "type": format!("urn:ietf:params:acme:error:{kind}"), "detail": detail });
            (StatusCode::BAD_REQUEST, inner.headers(), problem.to_string()).into_response()
        }
    }
}

impl Inner {
    fn headers(&self) -> HeaderMap {
        let nonce = format!("number-{}", self.numbers.fetch_add(1, Ordering::SeqCst));
        self.nonces.lock().unwrap().insert(nonce.clone());
        let mut headers = HeaderMap::new();
        headers.insert("replay-nonce", nonce.parse().unwrap());
        headers
    }

    async fn answer(&self, what: &str, body: &[u8]) -> Result<Response, (&'static str, String)> {
        let (key, payload) = self.checked(what, body)?;
        let at = |path: &str| format!("{}/{path}", self.base);
        Ok(match what {
            "account" => {
                let mut accounts = self.accounts.lock().unwrap();
                if !accounts.contains(&key) {
                    accounts.push(key);
                }
                located(&at("account/1"), &json!({ "status": "valid" }))
            }
            "order" => {
                assert_eq!(payload["identifiers"], json!([{ "type": "dns", "value": HOST }]));
                *self.state.lock().unwrap() = Standing::default();
                self.tokens.fetch_add(1, Ordering::SeqCst);
                located(&at("order/1"), &self.order())
            }
            "order/1" => self.order().to_string().into_response(),
            "authorization/1" => self.authorization().to_string().into_response(),
            "challenge/1" => {
                let shown = self.look(&key).await;
                self.state.lock().unwrap().shown = Some(shown);
                json!({ "status": "processing" }).to_string().into_response()
            }
            "finalize/1" => {
                let request = decode(&payload["csr"]);
                self.state.lock().unwrap().certificate = Some(self.sign(&request));
                self.order().to_string().into_response()
            }
            "certificate/1" => {
                let chain = self.state.lock().unwrap().certificate.clone().unwrap_or_default();
                ([(header::CONTENT_TYPE, "application/pem-certificate-chain")], chain).into_response()
            }
            _ => StatusCode::NOT_FOUND.into_response(),
        })
    }

    /// The key that signed a request, and what it says; each number is good once, for one address.
    fn checked(&self, what: &str, body: &[u8]) -> Result<(Value, Value), (&'static str, String)> {
        let body: Value = serde_json::from_slice(body).unwrap();
        let head: Value = serde_json::from_slice(&decode(&body["protected"])).unwrap();
        let known = self.nonces.lock().unwrap().remove(head["nonce"].as_str().unwrap());
        if !known || self.stale.swap(false, Ordering::SeqCst) {
            return Err(("badNonce", "the number is too old".to_owned()));
        }
        assert_eq!(head["alg"], "ES256");
        assert_eq!(head["url"], format!("{}/{what}", self.base));
        let key = match &head["kid"] {
            Value::Null if what == "account" => head["jwk"].clone(),
            kid => {
                assert_eq!(*kid, format!("{}/account/1", self.base));
                self.accounts.lock().unwrap().last().unwrap().clone()
            }
        };
        let point = [vec![4], decode(&key["x"]), decode(&key["y"])].concat();
        let text = format!("{}.{}", body["protected"].as_str().unwrap(), body["payload"].as_str().unwrap());
        UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point)
            .verify(text.as_bytes(), &decode(&body["signature"]))
            .map_err(|_| ("malformed", "the signature is not the key's".to_owned()))?;
        let payload = decode(&body["payload"]);
        Ok((key, if payload.is_empty() { Value::Null } else { serde_json::from_slice(&payload).unwrap() }))
    }

    fn order(&self) -> Value {
        let state = self.state.lock().unwrap();
        let status = match (&state.certificate, state.shown) {
            (Some(_), _) => "valid",
            (None, Some(true)) => "ready",
            (None, Some(false)) => "invalid",
            (None, None) => "pending",
        };
        let at = |path: &str| format!("{}/{path}", self.base);
        let certificate = state.certificate.as_ref().map(|_| at("certificate/1"));
        json!({
            "status": status, "authorizations": [at("authorization/1")], "finalize": at("finalize/1"),
            "certificate": certificate,
        })
    }

    fn authorization(&self) -> Value {
        let status = match self.state.lock().unwrap().shown {
            None => "pending",
            Some(true) => "valid",
            Some(false) => "invalid",
        };
        let error = (status == "invalid").then(|| json!({ "type": "unauthorized", "detail": "wrong answer" }));
        let url = format!("{}/challenge/1", self.base);
        let other = json!({ "type": "dns-01", "url": "x", "token": "y", "status": "pending" });
        let ours = json!({ "type": "http-01", "url": url, "token": self.token(), "status": status, "error": error });
        json!({ "status": status, "challenges": [other, ours] })
    }

    fn token(&self) -> String {
        format!("token-{}", self.tokens.load(Ordering::SeqCst))
    }

    /// Fetches what is laid out, over plain HTTP.
    async fn look(&self, key: &Value) -> bool {
        let thumbprint = format!(
            r#"{{"crv":"P-256","kty":"EC","x":{},"y":{}}}"#,
            serde_json::to_string(&key["x"]).unwrap(),
            serde_json::to_string(&key["y"]).unwrap()
        );
        let wanted = format!("{}.{}", self.token(), URL_SAFE_NO_PAD.encode(Sha256::digest(thumbprint)));
        let token = if self.elsewhere.load(Ordering::SeqCst) { "another".to_owned() } else { self.token() };
        let mut stream = TcpStream::connect(self.host).await.unwrap();
        let asked =
            format!("GET {}{token} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n", http::ANSWER_CHALLENGE);
        stream.write_all(asked.as_bytes()).await.unwrap();
        let mut told = String::new();
        stream.read_to_string(&mut told).await.unwrap();
        let seen = told.starts_with("HTTP/1.1 200") && told.ends_with(&format!("\r\n\r\n{wanted}"));
        self.seen.fetch_add(usize::from(seen), Ordering::SeqCst);
        seen
    }

    fn sign(&self, request: &[u8]) -> String {
        let now = self.clock.now();
        let until = now.checked_add((90 * 24).hours()).unwrap();
        self.authority.sign(&Asker(point(request)), &[HOST], now, until).unwrap()
    }
}

/// The key for which a certificate is asked.
struct Asker(Vec<u8>);

impl PublicKeyData for Asker {
    fn der_bytes(&self) -> &[u8] {
        &self.0
    }
    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &PKCS_ECDSA_P256_SHA256
    }
}

/// The public key in a request for a certificate: what stands behind the names of its kind.
fn point(request: &[u8]) -> Vec<u8> {
    const P256: &[u8] = b"\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07\x03\x42\x00";
    let at = request.windows(P256.len()).position(|window| window == P256).expect("a key of P-256") + P256.len();
    request[at..at + 65].to_vec()
}

fn decode(text: &Value) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text.as_str().unwrap()).unwrap()
}

fn located(at: &str, body: &Value) -> Response {
    (StatusCode::CREATED, [(header::LOCATION, at.to_owned())], body.to_string()).into_response()
}

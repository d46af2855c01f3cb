//! A gateway for text messages on loopback, in the manner of Kannel's `sendsms`, that keeps what it is asked.

use std::{
    io,
    net::SocketAddr,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU16, Ordering},
    },
};

use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// What the gateway was asked.
#[derive(Clone, Debug, Default)]
pub struct AskedToSend {
    /// `GET` or `POST`.
    pub method: String,
    /// The path without its query.
    pub path: String,
    /// Names and values, percent-decoded, of the query and of a form.
    pub parameters: Vec<(String, String)>,
    /// The host that was asked for.
    pub host: String,
}

impl AskedToSend {
    /// A parameter's value; empty when it was not given.
    pub fn of(&self, name: &str) -> &str {
        self.parameters.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

/// The gateway; it stops when dropped.
pub struct SmsGateway {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<AskedToSend>>>,
    answer: Arc<AtomicU16>,
    task: JoinHandle<()>,
}

impl SmsGateway {
    /// Starts on a free port of loopback; it takes everything (202).
    pub async fn start() -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let (asked, answer) = (Arc::<Mutex<Vec<AskedToSend>>>::default(), Arc::new(AtomicU16::new(202)));
        let task = tokio::spawn({
            let (asked, answer) = (Arc::clone(&asked), Arc::clone(&answer));
            async move {
                while let Ok((stream, _)) = listener.accept().await {
                    let (asked, answer) = (Arc::clone(&asked), answer.load(Ordering::SeqCst));
                    tokio::spawn(async move { drop(converse(stream, answer, &asked).await) });
                }
            }
        });
        Ok(Self { address, asked, answer, task })
    }

    /// The address to ask.
    pub fn url(&self) -> String {
        format!("http://{}/cgi-bin/sendsms", self.address)
    }

    /// Answers with this status from now on.
    pub fn answer(&self, status: u16) {
        self.answer.store(status, Ordering::SeqCst);
    }

    /// What it was asked and took, so far.
    pub fn taken(&self) -> Vec<AskedToSend> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for SmsGateway {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn converse(stream: TcpStream, answer: u16, kept: &Mutex<Vec<AskedToSend>>) -> io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut read = BufReader::new(read);
    let mut line = String::new();
    read.read_line(&mut line).await?;
    let mut words = line.split_whitespace().map(ToOwned::to_owned);
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let (mut length, mut host) = (0, String::new());
    loop {
        let mut header = String::new();
        read.read_line(&mut header).await?;
        let Some((name, value)) = header.trim().split_once(':') else { break };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse().unwrap_or(0),
            "host" => value.trim().clone_into(&mut host),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    read.read_exact(&mut body).await?;
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let form = String::from_utf8_lossy(&body);
    let pairs = query.split('&').chain(form.split('&')).filter_map(|pair| pair.split_once('='));
    let parameters = pairs.map(|(name, value)| (decoded(name), decoded(value))).collect();
    if (200..300).contains(&answer) {
        let asked = AskedToSend { method, path: path.to_owned(), parameters, host };
        kept.lock().unwrap_or_else(PoisonError::into_inner).push(asked);
    }
    let said = format!("HTTP/1.1 {answer} Said\r\nContent-Length: 3\r\nConnection: close\r\n\r\n0: ");
    write.write_all(said.as_bytes()).await
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        let hex = |c: &u8| char::from(*c).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        match (first, after) {
            (b'%', [high, low, tail @ ..]) => {
                bytes.push(hex(high).unwrap_or(0) << 4 | hex(low).unwrap_or(0));
                rest = tail;
            }
            (b'+', _) => bytes.push(b' '),
            (other, _) => bytes.push(*other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

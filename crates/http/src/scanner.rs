//! Known harm in what is uploaded is looked for by a scanner on the machine itself, in `clamd`'s protocol (clamd(8), INSTREAM):
//! the content goes there in pieces, each after its length, and one line comes back. It goes nowhere else: a scanner is
//! a socket of this machine or an address on loopback.

use std::{fmt, io, net::SocketAddr, path::PathBuf, str::FromStr, time::Duration};

use tokio::{
    io::{AsyncBufReadExt as _, AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, BufReader},
    net::{TcpStream, UnixStream},
};

use crate::Uploaded;

/// How long it may look at one file.
const PATIENCE: Duration = Duration::from_secs(60);
/// Content goes in pieces of so many bytes.
const PIECE: usize = 64 * 1024;
/// The longest answer that is read.
const LONGEST: u64 = 4 * 1024;

/// The file that every scanner takes for harmful, and that harms nothing (eicar.org); in two halves, so that nobody
/// takes the program for it.
const TEST: [&str; 2] = [r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"];

/// Where the scanner listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scanner {
    /// A socket in the file system.
    Socket(PathBuf),
    /// An address on loopback.
    Loopback(SocketAddr),
}

/// Why a text names no scanner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "write the whole path of a socket, such as \"/run/clamav/clamd.ctl\", or an address of this machine, such as \"127.0.0.1:3310\""
)]
pub struct NoScanner;

/// What the scanner says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It finds nothing.
    Clean,
    /// It finds known harm.
    Harmful,
}

impl FromStr for Scanner {
    type Err = NoScanner;

    fn from_str(text: &str) -> Result<Self, NoScanner> {
        if text.starts_with('/') {
            return Ok(Self::Socket(text.into()));
        }
        text.parse().ok().filter(|address: &SocketAddr| address.ip().is_loopback()).map(Self::Loopback).ok_or(NoScanner)
    }
}

impl fmt::Display for Scanner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Socket(path) => path.display().fmt(f),
            Self::Loopback(address) => address.fmt(f),
        }
    }
}

impl Scanner {
    /// Has one file looked at.
    ///
    /// # Errors
    /// When nobody answers, in time or with a verdict: then nothing is known of the file.
    pub async fn look(&self, content: &[u8]) -> io::Result<Verdict> {
        let asked = async {
            match self {
                Self::Socket(path) => ask(UnixStream::connect(path).await?, content).await,
                Self::Loopback(address) => ask(TcpStream::connect(address).await?, content).await,
            }
        };
        tokio::time::timeout(PATIENCE, asked).await.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
    }

    /// Has the harmless test file looked at, which a scanner that knows anything finds.
    ///
    /// # Errors
    /// As for [`look`](Self::look).
    pub async fn look_at_test_file(&self) -> io::Result<Verdict> {
        self.look(TEST.concat().as_bytes()).await
    }

    /// What stands in the way of taking these files, as a word for people; `None` when all are clean.
    pub(crate) async fn refusal(&self, files: &[Uploaded]) -> Option<&'static str> {
        for file in files {
            match self.look(&file.bytes).await {
                Ok(Verdict::Clean) => {}
                Ok(Verdict::Harmful) => {
                    tracing::warn!("a file was not taken: the scanner found known harm in it");
                    return Some(HARMFUL);
                }
                Err(error) => {
                    tracing::error!(%error, "a file was not taken: the scanner could not look at it");
                    return Some(UNSEEN);
                }
            }
        }
        None
    }
}

/// "Something harmful was found in it."
const HARMFUL: &str = "form-file-harmful";
/// "It could not be looked at."
pub(crate) const UNSEEN: &str = "form-file-unseen";

async fn ask(stream: impl AsyncRead + AsyncWrite + Unpin, content: &[u8]) -> io::Result<Verdict> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"zINSTREAM\0").await?;
    for piece in content.chunks(PIECE) {
        stream.write_all(&u32::try_from(piece.len()).unwrap_or_default().to_be_bytes()).await?;
        stream.write_all(piece).await?;
    }
    stream.write_all(&[0; 4]).await?;
    stream.flush().await?;
    let mut answer = Vec::new();
    stream.take(LONGEST).read_until(0, &mut answer).await?;
    match answer.strip_suffix(b"\0") {
        Some(b"stream: OK") => Ok(Verdict::Clean),
        Some(found) if found.ends_with(b" FOUND") => Ok(Verdict::Harmful),
        // It may be larger than the scanner takes; the line says so, and names nothing of the content.
        other => Err(io::Error::other(String::from_utf8_lossy(other.unwrap_or(b"no whole answer")).into_owned())),
    }
}

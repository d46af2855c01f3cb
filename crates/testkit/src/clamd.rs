//! A scanner on loopback that speaks `clamd`'s protocol and finds one thing: the test file that every scanner knows.

use std::{
    io,
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// What stands in the test file and in nothing else.
const SIGN: &[u8] = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE";

/// The scanner; gone when it is dropped.
pub struct Clamd {
    address: SocketAddr,
    looked: Arc<Mutex<Vec<Vec<u8>>>>,
    task: JoinHandle<()>,
}

impl Clamd {
    /// Starts it.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start() -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let looked = Arc::<Mutex<Vec<Vec<u8>>>>::default();
        let seen = Arc::clone(&looked);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                if let Ok(content) = serve(stream).await {
                    seen.lock().unwrap_or_else(PoisonError::into_inner).push(content);
                }
            }
        });
        Ok(Self { address, looked, task })
    }

    /// Where it listens.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// What it looked at, in order.
    pub fn looked(&self) -> Vec<Vec<u8>> {
        self.looked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Clamd {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(mut stream: TcpStream) -> io::Result<Vec<u8>> {
    let mut command = [0; 10];
    stream.read_exact(&mut command).await?;
    if &command != b"zINSTREAM\0" {
        stream.write_all(b"UNKNOWN COMMAND\0").await?;
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut content = Vec::new();
    loop {
        let length = stream.read_u32().await? as usize;
        if length == 0 {
            break;
        }
        let from = content.len();
        content.resize(from + length, 0);
        stream.read_exact(&mut content[from..]).await?;
    }
    let found = content.windows(SIGN.len()).any(|some| some == SIGN);
    stream.write_all(if found { b"stream: Eicar-Test-Signature FOUND\0" } else { b"stream: OK\0" }).await?;
    Ok(content)
}

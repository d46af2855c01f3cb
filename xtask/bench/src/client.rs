//! A small HTTP/1.1 client on one kept connection, so that what it costs itself is little and the same for all.

use std::{
    io::{self, BufRead as _, BufReader, ErrorKind, Read, Write as _},
    net::TcpStream,
};

use crate::Failure;

/// An answer.
pub(crate) struct Answer {
    /// The status.
    pub(crate) status: u16,
    /// The head's lines.
    pub(crate) head: Vec<String>,
    /// The body.
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// A header's value.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.iter().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }

    /// Bytes on the wire: head and body.
    pub(crate) fn weight(&self) -> usize {
        self.head.iter().map(|line| line.len() + 2).sum::<usize>() + 2 + self.body.len()
    }

    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A stream. When it is `waking` it is asked again and again until it answers: whoever sleeps for an answer is woken by
/// the one who sends it, at a price that depends on how long and how deep the sleep was, and that the kernel puts to the
/// sender's account.
struct Stream(TcpStream, bool);

impl Read for Stream {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if !self.1 {
            return self.0.read(into);
        }
        self.0.set_nonblocking(true)?;
        loop {
            match self.0.read(into) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => std::hint::spin_loop(),
                done => break self.0.set_nonblocking(false).and(done),
            }
        }
    }
}

/// A connection to one host name on this machine.
pub(crate) struct Client {
    stream: BufReader<Stream>,
    host: String,
    /// The session's cookie.
    pub(crate) cookie: String,
}

impl Client {
    /// Connects.
    pub(crate) fn new(host: &str, port: u16) -> Result<Self, Failure> {
        Self::connect(host, port, true)
    }

    /// Connects, as one of many who sleep until they are answered.
    pub(crate) fn of_many(host: &str, port: u16) -> Result<Self, Failure> {
        Self::connect(host, port, false)
    }

    fn connect(host: &str, port: u16, waking: bool) -> Result<Self, Failure> {
        let stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_nodelay(true)?;
        let stream = BufReader::new(Stream(stream, waking));
        Ok(Self { stream, host: format!("{host}:{port}"), cookie: String::new() })
    }

    /// Asks for a page.
    pub(crate) fn get(&mut self, path: &str) -> Result<Answer, Failure> {
        self.send(&format!("GET {path} HTTP/1.1\r\n{}\r\n", self.common()), b"")
    }

    /// Asks for a page as a browser does: compressed.
    pub(crate) fn get_compressed(&mut self, path: &str) -> Result<Answer, Failure> {
        self.send(&format!("GET {path} HTTP/1.1\r\n{}Accept-Encoding: gzip, br\r\n\r\n", self.common()), b"")
    }

    /// Sends a form's fields.
    pub(crate) fn post(&mut self, path: &str, fields: &[(&str, &str)], multipart: bool) -> Result<Answer, Failure> {
        let (kind, body) = if multipart {
            let mut body = String::new();
            for (name, value) in fields {
                body += &format!("--zz\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            }
            ("multipart/form-data; boundary=zz", body + "--zz--\r\n")
        } else {
            let pairs = fields.iter().map(|(name, value)| format!("{name}={}", encode(value)));
            ("application/x-www-form-urlencoded", pairs.collect::<Vec<_>>().join("&"))
        };
        let head = format!(
            "POST {path} HTTP/1.1\r\n{}Origin: http://{}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
            self.common(),
            self.host,
            body.len()
        );
        let answer = self.send(&head, body.as_bytes())?;
        if let Some(cookie) = answer.header("set-cookie") {
            self.cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        }
        Ok(answer)
    }

    fn common(&self) -> String {
        let cookie = if self.cookie.is_empty() { String::new() } else { format!("Cookie: {}\r\n", self.cookie) };
        format!("Host: {}\r\n{cookie}", self.host)
    }

    fn send(&mut self, head: &str, body: &[u8]) -> Result<Answer, Failure> {
        let stream = &mut self.stream.get_mut().0;
        stream.write_all(&[head.as_bytes(), body].concat())?;
        let mut head = Vec::new();
        loop {
            let mut line = String::new();
            if self.stream.read_line(&mut line)? == 0 {
                return Err("the connection was closed".into());
            }
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            head.push(line.to_owned());
        }
        let status = head.first().and_then(|line| line.split(' ').nth(1)).ok_or("no status")?.parse()?;
        let mut answer = Answer { status, head, body: Vec::new() };
        if let Some(length) = answer.header("content-length") {
            answer.body = vec![0; length.parse()?];
            self.stream.read_exact(&mut answer.body)?;
        } else if answer.header("transfer-encoding").is_some() {
            loop {
                let mut line = String::new();
                self.stream.read_line(&mut line)?;
                let size = usize::from_str_radix(line.trim(), 16)?;
                let mut chunk = vec![0; size + 2];
                self.stream.read_exact(&mut chunk)?;
                if size == 0 {
                    break;
                }
                answer.body.extend_from_slice(&chunk[..size]);
            }
        }
        Ok(answer)
    }
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

//! A mail server on loopback that keeps what it gets (the receiving half of RFC 5321, without extensions).

use std::{
    io,
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError, atomic::AtomicUsize, atomic::Ordering},
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::Notify,
    task::JoinHandle,
};

/// A mail as it came over the wire.
#[derive(Clone, Debug, Default)]
pub struct Received {
    /// The envelope's sender.
    pub from: String,
    /// The envelope's recipients.
    pub to: Vec<String>,
    /// Headers and body, dots unstuffed, lines ended by CRLF.
    pub raw: String,
}

impl Received {
    /// A header's value, unfolded, encoded words (RFC 2047) decoded.
    pub fn header(&self, name: &str) -> Option<String> {
        let head = self.raw.split("\r\n\r\n").next()?.replace("\r\n ", " ").replace("\r\n\t", " ");
        head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| decode_words(value.trim()))
        })
    }

    /// The subject.
    pub fn subject(&self) -> String {
        self.header("Subject").unwrap_or_default()
    }

    /// Everything that a reader could see: the headers, and every part with its transfer encoding undone.
    pub fn readable(&self) -> String {
        let mut text = String::new();
        let (head, body) = self.raw.split_once("\r\n\r\n").unwrap_or((&self.raw, ""));
        text.push_str(&decode_words(head));
        text.push('\n');
        read_part(head, body, &mut text);
        text
    }

    /// The links in the readable text, in order, each once.
    pub fn links(&self) -> Vec<String> {
        let text = self.readable();
        let mut links: Vec<String> = Vec::new();
        for (start, _) in text.match_indices("http") {
            let link: String =
                text[start..].chars().take_while(|c| !c.is_whitespace() && !matches!(c, '"' | '<' | '>')).collect();
            let link = link.trim_end_matches(['.', ',', ')']).to_owned();
            if link.contains("://") && !links.contains(&link) {
                links.push(link);
            }
        }
        links
    }
}

#[derive(Default)]
struct Shelf {
    mails: Mutex<Vec<Received>>,
    arrived: Notify,
    refusals: AtomicUsize,
    refused: Mutex<Vec<(String, String)>>,
}

impl Shelf {
    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Received>> {
        self.mails.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is answered to a recipient.
    fn answer_to(&self, address: &str) -> String {
        let refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        let own = refused.iter().find(|(refused, _)| refused == address);
        own.map_or_else(|| "250 go on".to_owned(), |(_, words)| words.clone())
    }
}

/// The receiving server; it stops when dropped.
pub struct SmtpSink {
    address: SocketAddr,
    shelf: Arc<Shelf>,
    task: JoinHandle<()>,
}

impl SmtpSink {
    /// Starts on a free port of loopback.
    pub async fn start() -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let shelf = Arc::new(Shelf::default());
        let task = tokio::spawn({
            let shelf = Arc::clone(&shelf);
            async move {
                while let Ok((stream, _)) = listener.accept().await {
                    let shelf = Arc::clone(&shelf);
                    tokio::spawn(async move { drop(converse(stream, &shelf).await) });
                }
            }
        });
        Ok(Self { address, shelf, task })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The port on which it listens.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// All mails so far.
    pub fn mails(&self) -> Vec<Received> {
        self.shelf.lock().clone()
    }

    /// Mails to this address so far.
    pub fn mails_to(&self, address: &str) -> Vec<Received> {
        self.mails().into_iter().filter(|mail| mail.to.iter().any(|to| to == address)).collect()
    }

    /// Waits until `count` mails have come; answers with all of them, fewer when `patience` ran out.
    pub async fn wait_for(&self, count: usize, patience: Duration) -> Vec<Received> {
        let enough = async {
            loop {
                let arrived = self.shelf.arrived.notified();
                if self.shelf.lock().len() >= count {
                    return;
                }
                arrived.await;
            }
        };
        drop(tokio::time::timeout(patience, enough).await);
        self.mails()
    }

    /// Answers the next `count` mails with 451, "try again later".
    pub fn refuse_next(&self, count: usize) {
        self.shelf.refusals.store(count, Ordering::SeqCst);
    }

    /// Answers whatever is for this address with `words`, such as `550 5.1.1 no such user`.
    pub fn refuse(&self, address: &str, words: &str) {
        let mut refused = self.shelf.refused.lock().unwrap_or_else(PoisonError::into_inner);
        refused.push((address.to_owned(), words.to_owned()));
    }

    /// Forgets what came.
    pub fn clear(&self) {
        self.shelf.lock().clear();
    }
}

impl Drop for SmtpSink {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn converse(stream: TcpStream, shelf: &Shelf) -> io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut mail = Received::default();
    write.write_all(b"220 sink.example ESMTP\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let upper = line.to_ascii_uppercase();
        let recipient;
        let answer = if upper.starts_with("EHLO") {
            "250-sink.example\r\n250-8BITMIME\r\n250 SMTPUTF8"
        } else if upper.starts_with("HELO") || upper == "NOOP" {
            "250 sink.example"
        } else if upper.starts_with("MAIL FROM:") {
            mail = Received { from: address_of(&line), ..Received::default() };
            "250 go on"
        } else if upper.starts_with("RCPT TO:") {
            mail.to.push(address_of(&line));
            recipient = shelf.answer_to(&address_of(&line));
            &recipient
        } else if upper == "DATA" {
            write.write_all(b"354 end with a dot\r\n").await?;
            while let Some(line) = lines.next_line().await? {
                if line == "." {
                    break;
                }
                mail.raw.push_str(line.strip_prefix('.').unwrap_or(&line));
                mail.raw.push_str("\r\n");
            }
            let refuse =
                shelf.refusals.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok();
            if refuse {
                "451 try again later"
            } else {
                shelf.lock().push(std::mem::take(&mut mail));
                shelf.arrived.notify_waiters();
                "250 kept"
            }
        } else if upper == "RSET" {
            mail = Received::default();
            "250 forgotten"
        } else if upper == "QUIT" {
            write.write_all(b"221 bye\r\n").await?;
            return Ok(());
        } else {
            "502 not here"
        };
        write.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
    Ok(())
}

fn address_of(line: &str) -> String {
    let after = line.split_once('<').map_or(line, |(_, rest)| rest);
    after.split('>').next().unwrap_or_default().to_owned()
}

fn read_part(head: &str, body: &str, text: &mut String) {
    let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let field = |name: &str| {
        unfolded
            .lines()
            .find_map(|line| {
                let (key, value) = line.split_once(':')?;
                key.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
            })
            .unwrap_or_default()
    };
    let kind = field("Content-Type");
    if let Some((_, boundary)) = kind.split_once("boundary=") {
        let boundary = boundary.trim_start_matches('"').split(['"', ';']).next().unwrap_or_default();
        for part in body.split(&format!("--{boundary}")).skip(1) {
            if let Some((head, body)) = part.trim_start_matches("\r\n").split_once("\r\n\r\n") {
                read_part(head, body, text);
            }
        }
        return;
    }
    let bytes = match field("Content-Transfer-Encoding").to_ascii_lowercase().as_str() {
        "base64" => from_base64(body),
        "quoted-printable" => from_quoted(&body.replace("=\r\n", ""), false),
        _ => body.as_bytes().to_vec(),
    };
    text.push_str(&String::from_utf8_lossy(&bytes));
    text.push('\n');
}

fn decode_words(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("=?") {
        let pieces: Vec<&str> = rest[start + 2..].splitn(4, '?').collect();
        let [_, coding, coded, after] = pieces[..] else { break };
        let Some(after) = after.strip_prefix('=') else { break };
        out.push_str(if rest[..start].trim().is_empty() { "" } else { &rest[..start] });
        let bytes = if coding.eq_ignore_ascii_case("b") { from_base64(coded) } else { from_quoted(coded, true) };
        out.push_str(&String::from_utf8_lossy(&bytes));
        rest = after;
    }
    out.push_str(rest);
    out
}

fn from_base64(text: &str) -> Vec<u8> {
    let value = |c: u8| match c {
        b'A'..=b'Z' => Some(c - b'A'),
        b'a'..=b'z' => Some(c - b'a' + 26),
        b'0'..=b'9' => Some(c - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let signs: Vec<u8> = text.bytes().filter_map(value).collect();
    let mut bytes = Vec::new();
    for group in signs.chunks(4) {
        let bits = group.iter().enumerate().fold(0u32, |bits, (n, sign)| bits | u32::from(*sign) << (18 - 6 * n));
        let [_, one, two, three] = bits.to_be_bytes();
        bytes.extend([one, two, three].into_iter().take(group.len().saturating_sub(1)));
    }
    bytes
}

fn from_quoted(text: &str, underscores: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        let hex = |c: u8| char::from(c).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        match (*first, after) {
            (b'=', [high, low, tail @ ..]) if hex(*high).is_some() && hex(*low).is_some() => {
                bytes.push(hex(*high).unwrap_or(0) << 4 | hex(*low).unwrap_or(0));
                rest = tail;
            }
            (b'_', _) if underscores => bytes.push(b' '),
            (other, _) => bytes.push(other),
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::AsyncReadExt;

    async fn deliver(port: u16, body: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
        let talk = format!(
            "EHLO me\r\nMAIL FROM:<from@house.example> BODY=8BITMIME\r\nRCPT TO:<to@house.example>\r\nDATA\r\n{body}\r\n.\r\nQUIT\r\n"
        );
        stream.write_all(talk.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    }

    #[tokio::test]
    async fn a_mail_is_kept_and_can_be_read() {
        let sink = SmtpSink::start().await.unwrap();
        let mail = "Subject: =?utf-8?b?SGVqIMOlIQ==?=\r\nContent-Type: multipart/alternative; boundary=\"zz\"\r\n\r\n\
                    --zz\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nEen zin met =C3=A9 en een lange re=\r\ngel\r\n\
                    --zz\r\nContent-Transfer-Encoding: base64\r\n\r\naHR0cHM6Ly9jYW1wdXMuZXhhbXBsZS9h\r\n--zz--\r\n..dot";
        assert!(deliver(sink.port(), mail).await.contains("250 kept"));
        let mails = sink.wait_for(1, Duration::from_secs(5)).await;
        assert_eq!(
            (mails[0].from.as_str(), mails[0].to.as_slice()),
            ("from@house.example", &["to@house.example".to_owned()][..])
        );
        assert_eq!(mails[0].subject(), "Hej å!");
        assert!(mails[0].readable().contains("met é en een lange regel"));
        assert_eq!(mails[0].links(), ["https://campus.example/a"]);
        assert!(mails[0].raw.contains("\r\n.dot"));
    }

    #[tokio::test]
    async fn a_refused_mail_is_not_kept() {
        let sink = SmtpSink::start().await.unwrap();
        sink.refuse_next(1);
        assert!(deliver(sink.port(), "Subject: x\r\n\r\ny").await.contains("451"));
        assert!(sink.mails().is_empty());
        assert!(deliver(sink.port(), "Subject: x\r\n\r\ny").await.contains("250 kept"));
        assert_eq!(sink.mails_to("to@house.example").len(), 1);
    }
}

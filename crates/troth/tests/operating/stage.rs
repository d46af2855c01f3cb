//! An installation on disk, its server as a process, and somebody who asks it.

use std::{
    fs,
    io::{self, Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    os::fd::OwnedFd,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Output, Stdio},
    time::Duration,
};

/// The program.
pub const TROTH: &str = env!("CARGO_BIN_EXE_troth");
/// The host of the one organisation.
pub const HOST: &str = "campus.localhost";
/// Starts the server with its standard input as the socket that a service manager hands over.
const HANDING_OVER: &str =
    "exec 3<&0 0</dev/null; LISTEN_FDS=1 LISTEN_PID=$$; export LISTEN_FDS LISTEN_PID; exec \"$0\" serve --data \"$1\"";

pub fn troth(words: &[&str]) -> Output {
    Command::new(TROTH).args(words).output().unwrap()
}

/// What a command that succeeds prints.
pub fn good(words: &[&str]) -> String {
    let ended = troth(words);
    assert!(ended.status.success(), "troth {words:?}: {}", String::from_utf8_lossy(&ended.stderr));
    String::from_utf8(ended.stdout).unwrap()
}

/// An installation with one organisation.
pub struct Machine {
    pub folder: tempfile::TempDir,
    /// Where the first manager begins.
    pub link: String,
}

impl Machine {
    /// One that listens there, with these further lines in its configuration.
    pub fn new(listen: SocketAddr, more: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data").display().to_string();
        good(&["init", &data]);
        let file = Path::new(&data).join("troth.kdl");
        let text = fs::read_to_string(&file).unwrap().replace("127.0.0.1:8080", &listen.to_string());
        // The campus offers codes by text message.
        let gateway = "sms url=\"http://127.0.0.1:9/send\"";
        fs::write(&file, format!("{text}{gateway}\n{more}\n")).unwrap();
        let statement = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../statements/campus.kdl");
        let statement = statement.display().to_string();
        let add = ["organisation", "add", "campus", "--data", &data, "--statement", &statement, "--host", HOST];
        let manager = ["--manager-name", "Ada Example", "--manager-email", "ada@people.example"];
        let told = good(&[&add[..], &manager[..]].concat());
        let link = told.lines().find_map(|line| line.strip_prefix("http://")).unwrap();
        let link = link.split_once('/').map(|(_, path)| format!("/{path}")).unwrap();
        Self { folder, link }
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Adds lines to the configuration.
    pub fn configure(&self, more: &str) {
        let file = self.data().join("troth.kdl");
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, format!("{text}{more}\n")).unwrap();
    }

    /// Starts the server on a socket that stays open when it ends; its log goes into the file `log`.
    pub fn start(&self, socket: &TcpListener) -> Server {
        let socket = OwnedFd::from(socket.try_clone().unwrap());
        let log = fs::OpenOptions::new().create(true).append(true).open(self.log()).unwrap();
        let server = Command::new("sh")
            .args(["-c", HANDING_OVER, TROTH])
            .arg(self.data())
            .stdin(Stdio::from(socket))
            .stdout(Stdio::null())
            .stderr(log)
            .spawn();
        Server(server.unwrap())
    }

    pub fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }
}

/// The server, killed when the test is over.
pub struct Server(pub Child);

impl Server {
    /// Tells it to stop, and waits until it has.
    pub fn stop(mut self) -> ExitStatus {
        let process = self.0.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &process]).status().unwrap().success());
        self.0.wait().unwrap()
    }
}

impl Server {
    /// The same for a server that another program watches: the watcher ends as the server does.
    pub fn stop_traced(mut self) -> ExitStatus {
        let children = format!("/proc/{0}/task/{0}/children", self.0.id());
        let child = fs::read_to_string(children).unwrap();
        assert!(Command::new("kill").args(["-TERM", child.trim()]).status().unwrap().success());
        self.0.wait().unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// A request on a connection; what follows the answer stays there.
pub fn ask_on(stream: &mut TcpStream, head: &str, body: &str) -> io::Result<Answer> {
    stream.write_all(format!("{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len()).as_bytes())?;
    let mut read = Vec::new();
    let end = loop {
        if let Some(end) = read.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
        take(stream, &mut read)?;
    };
    let head = String::from_utf8_lossy(&read[..end]).into_owned();
    let status =
        head.split(' ').nth(1).and_then(|word| word.parse().ok()).ok_or_else(|| io::Error::other(head.clone()))?;
    let mut answer = Answer { status, head, body: String::new() };
    let mut body = read.split_off(end + 4);
    match answer.header("content-length").and_then(|length| length.parse::<usize>().ok()) {
        Some(length) => {
            while body.len() < length {
                take(stream, &mut body)?;
            }
        }
        None if answer.header("transfer-encoding").is_some() => {
            while !body.ends_with(b"0\r\n\r\n") {
                take(stream, &mut body)?;
            }
        }
        None => {}
    }
    answer.body = String::from_utf8_lossy(&body).into_owned();
    Ok(answer)
}

fn take(stream: &mut TcpStream, into: &mut Vec<u8>) -> io::Result<()> {
    let mut piece = [0; 8192];
    match stream.read(&mut piece)? {
        0 => Err(io::ErrorKind::UnexpectedEof.into()),
        length => {
            into.extend_from_slice(&piece[..length]);
            Ok(())
        }
    }
}

pub fn connect(to: SocketAddr) -> io::Result<TcpStream> {
    let stream = TcpStream::connect(to)?;
    stream.set_read_timeout(Some(Duration::from_secs(120)))?;
    Ok(stream)
}

/// Asks once, on a connection of its own.
pub fn ask(to: SocketAddr, path: &str) -> io::Result<Answer> {
    ask_on(&mut connect(to)?, &format!("GET {path} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close"), "")
}

/// Asks until there is an answer: a server that is starting.
pub fn ask_soon(to: SocketAddr, path: &str) -> Answer {
    for _ in 0..600 {
        if let Ok(answer) = ask(to, path) {
            return answer;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("{to} never answers")
}

/// A port that nobody has just now.
pub fn free_port() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// Somebody with a browser.
pub struct Browser {
    pub to: SocketAddr,
    pub cookie: String,
}

impl Browser {
    pub fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, "")
    }

    /// A form.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let sign = |byte: u8| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        };
        let encode = |text: &str| text.bytes().map(sign).collect::<String>();
        let body: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
        self.send("POST", path, &body.join("&"))
    }

    fn send(&mut self, method: &str, path: &str, body: &str) -> Answer {
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nCookie: {}",
            self.cookie
        );
        let answer = ask_on(&mut connect(self.to).unwrap(), &head, body).unwrap();
        if let Some(set) = answer.header("set-cookie") {
            set.split(';').next().unwrap_or_default().clone_into(&mut self.cookie);
        }
        answer
    }
}

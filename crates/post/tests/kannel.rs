//! Text messages by a gateway that others wrote: Kannel, whose `fake` line to a telephone company ends in this test.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot be set up has failed")]

use std::{
    fs,
    io::{BufRead as _, BufReader},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    sync::Arc,
    thread,
    time::Duration,
};

use kernel::{
    Language, SecretString,
    words::{Voice, Words},
};
use troth_post::{Gateway, GatewaySettings, PostError, SLICE, TextMessage, Texting as _};

/// A part of Kannel; ends with the test.
struct Part(Child);

impl Part {
    fn start(name: &str, folder: &Path) -> Self {
        let mut command = Command::new(format!("/usr/sbin/{name}"));
        command.arg(folder.join("kannel.conf")).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
        Self(command.spawn().unwrap())
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits until somebody listens there, twenty seconds at most.
fn connect(port: u16) -> TcpStream {
    for _ in 0..200 {
        match TcpStream::connect(("127.0.0.1", port)) {
            Ok(stream) => return stream,
            Err(_) => thread::sleep(Duration::from_millis(100)),
        }
    }
    panic!("nobody listens at {port}")
}

fn gateway(port: u16, password: &str) -> Gateway {
    let with = [("username", "troth"), ("password", password), ("charset", "UTF-8"), ("coding", "0")];
    let settings = GatewaySettings {
        url: format!("http://127.0.0.1:{port}/cgi-bin/sendsms"),
        posts: false,
        number: "to".to_owned(),
        text: "text".to_owned(),
        with: with.map(|(name, value)| (name.to_owned(), SecretString::from(value))).to_vec(),
    };
    Gateway::new(settings).unwrap()
}

// The configuration in docs/operating.md.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs Kannel: apt-get install kannel"]
async fn kannel_takes_a_code_and_its_line_to_the_telephone_company_gets_it_whole() {
    let folder = tempfile::tempdir().unwrap();
    let ports = [0; 4].map(|_| TcpListener::bind("127.0.0.1:0").unwrap());
    let [admin, boxes, line, send] = ports.map(|free| free.local_addr().unwrap().port());
    let text = format!(
        "group = core\nadmin-port = {admin}\nadmin-password = admin\nsmsbox-port = {boxes}\nbox-allow-ip = 127.0.0.1\n\n\
         group = smsc\nsmsc = fake\nsmsc-id = fake\nport = {line}\nconnect-allow-ip = 127.0.0.1\n\n\
         group = smsbox\nbearerbox-host = 127.0.0.1\nsendsms-port = {send}\n\n\
         group = sendsms-user\nusername = troth\npassword = a&b c\ndefault-sender = Steady\n"
    );
    fs::write(folder.path().join("kannel.conf"), text).unwrap();
    let _bearer = Part::start("bearerbox", folder.path());
    drop(connect(boxes));
    let mut company = BufReader::new(connect(line));
    let _sms = Part::start("smsbox", folder.path());
    drop(connect(send));
    let words = Words::new(SLICE.words.iter().copied()).unwrap();
    let voice = Voice::new(Arc::new(words), Language::Sv);
    let code = TextMessage::code("+31612345678".parse().unwrap(), "012345", "https://campus.example", &voice);
    let wrong = gateway(send, "wrong").text(&code).await;
    assert!(matches!(wrong, Err(PostError::Permanent(Some(403)))), "{wrong:?}");
    gateway(send, "a&b c").text(&code).await.unwrap();
    let whole = format!("Steady +31612345678 text {}\n", code.text());
    let mut got = String::new();
    while got.len() < whole.len() {
        assert!(company.read_line(&mut got).unwrap() > 0, "{got}");
    }
    assert_eq!(got, whole);
}

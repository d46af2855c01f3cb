//! A machine without a way out (R16): all that needs nobody else works, and nobody else is tried.

use std::{
    fs,
    net::SocketAddr,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use testkit::SmtpSink;

use crate::stage::{Browser, Machine, Server, TROTH, ask_soon};

const WITHIN: &str = "TROTH_TEST_WITHIN";
const THIS: &str = "alone::where_no_way_leads_out_everything_works_and_only_the_mail_server_is_connected_to";

// R16
#[test]
#[ignore = "needs strace and a network of its own: cargo xtask test --only alone"]
fn where_no_way_leads_out_everything_works_and_only_the_mail_server_is_connected_to() {
    #[expect(clippy::disallowed_methods, reason = "the test runs itself")]
    if std::env::var(WITHIN).is_ok() {
        return a_day_at_the_campus();
    }
    let own = std::env::current_exe().unwrap();
    let ended = Command::new("unshare")
        .args(["-rn", "sh", "-c", "ip link set lo up && exec \"$0\" --exact \"$1\" --ignored --nocapture"])
        .arg(own)
        .args([THIS])
        .env(WITHIN, "1")
        .output()
        .unwrap();
    let told = [ended.stdout, ended.stderr].concat();
    let told = String::from_utf8_lossy(&told);
    assert!(ended.status.success() && told.contains("1 passed"), "{told}");
}

fn a_day_at_the_campus() {
    let routes = fs::read_to_string("/proc/net/route").unwrap();
    assert_eq!(routes.lines().count(), 1, "no way leads out of here: {routes}");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mails = runtime.block_on(SmtpSink::start()).unwrap();
    let to: SocketAddr = "127.0.0.1:8080".parse().unwrap();
    let mail = format!("mail server=\"smtp://{}\" from=\"no-reply@campus.example\"", mails.address());
    let machine = Machine::new(to, &mail);
    let calls = machine.folder.path().join("calls");
    let server = traced(&machine, &calls);
    assert_eq!(ask_soon(to, "/sign-in").status, 200);

    let (mut ada, mut maria) = (Browser { to, cookie: String::new() }, Browser { to, cookie: String::new() });
    assert_eq!(ada.post(&machine.link, &[("password", "Harbour-7-lantern")]).status, 303);
    let invited = [("name", "Maria"), ("email", "maria@people.example"), ("role", "participant"), ("language", "en")];
    assert_eq!(ada.post("/people/invitation", &[&invited[..], &[("note", "")]].concat()).status, 303);
    let came = runtime.block_on(mails.wait_for(1, Duration::from_secs(60)));
    let link = came.iter().flat_map(testkit::Received::links).next().expect("the invitation by mail");
    let path = link.split_once("localhost:8080").unwrap().1.to_owned();
    assert_eq!(maria.post(&path, &[("password", "Seagull-9-window")]).status, 303);
    for page in ["/", "/profile", "/my-data", "/my-data/file"] {
        assert_eq!(maria.get(page).status, 200, "{page}");
    }
    let gone = maria.post("/my-data/deletion", &[("password", "Seagull-9-window")]);
    assert!(gone.status == 303 && gone.header("location").unwrap().contains("/receipts/"), "{gone:?}");
    assert!(server.stop_traced().success());

    let tried = connections(&fs::read_to_string(&calls).unwrap());
    let relay = format!("sin_port=htons({}), sin_addr=inet_addr(\"127.0.0.1\")", mails.port());
    assert!(tried.iter().any(|call| call.contains(&relay)), "the mail server was connected to: {tried:?}");
    let others: Vec<_> = tried.iter().filter(|call| !call.contains(&relay)).collect();
    assert!(others.is_empty(), "nobody else is tried: {others:?}");
}

/// The server, with each connection that it tries written down.
fn traced(machine: &Machine, calls: &Path) -> Server {
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-e", "trace=connect", "-e", "signal=none", "-o"]).arg(calls);
    command.args([TROTH, "serve", "--data"]).arg(machine.data());
    Server(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
}

/// The connections that were tried, each once: calls that were begun, too.
fn connections(calls: &str) -> Vec<String> {
    let mut tried: Vec<_> =
        calls.lines().filter_map(|line| line.split_once("connect(")).map(|(_, call)| call.to_owned()).collect();
    tried.sort();
    tried.dedup();
    tried
}

#[test]
fn a_connection_to_anybody_is_seen_in_the_recorded_calls() {
    let calls = "7 connect(9, {sa_family=AF_INET, sin_port=htons(25), sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0\n\
                 8 connect(9, {sa_family=AF_UNIX, sun_path=\"/run/nscd\"}, 110 <unfinished ...>\n9 +++ exited with 0 +++\n";
    assert_eq!(connections(calls).len(), 2);
}

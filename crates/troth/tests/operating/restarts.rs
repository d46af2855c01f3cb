//! A stop and a start that nobody notices.

use std::{
    fs, io,
    net::{SocketAddr, TcpListener},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use crate::stage::{HOST, Machine, ask, ask_on, ask_soon, connect};

const MAIL: &str = "mail server=\"smtp://127.0.0.1:9\" from=\"no-reply@campus.example\"";

/// Whoever asks all the time: how often it went well, and what went wrong.
struct Asking {
    over: Arc<AtomicBool>,
    well: Arc<AtomicUsize>,
    asker: JoinHandle<Vec<String>>,
}

impl Asking {
    fn begin(run: impl Fn() -> io::Result<usize> + Send + 'static) -> Self {
        let (over, well) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let (until, count) = (Arc::clone(&over), Arc::clone(&well));
        let asker = thread::spawn(move || {
            let mut wrong = Vec::new();
            while !until.load(Ordering::Relaxed) && wrong.len() < 10 {
                match run() {
                    Ok(more) => drop(count.fetch_add(more, Ordering::Relaxed)),
                    Err(error) => wrong.push(error.to_string()),
                }
            }
            wrong
        });
        Self { over, well, asker }
    }

    fn well(&self) -> usize {
        self.well.load(Ordering::Relaxed)
    }

    fn end(self) -> Vec<String> {
        self.over.store(true, Ordering::Relaxed);
        self.asker.join().unwrap()
    }
}

/// One request on a connection of its own.
fn once(to: SocketAddr) -> io::Result<usize> {
    let answer = ask(to, "/sign-in")?;
    if answer.status == 200 { Ok(1) } else { Err(io::Error::other(format!("status {}", answer.status))) }
}

/// Requests on one connection until the server says that it closes it, as browsers ask.
fn as_long_as_it_lasts(to: SocketAddr) -> io::Result<usize> {
    let mut stream = connect(to)?;
    let mut well = 0;
    while well < 500 {
        let answer = ask_on(&mut stream, &format!("GET /sign-in HTTP/1.1\r\nHost: {HOST}"), "")?;
        if answer.status != 200 {
            return Err(io::Error::other(format!("status {}", answer.status)));
        }
        well += 1;
        if answer.header("connection").is_some_and(|word| word.eq_ignore_ascii_case("close")) {
            break;
        }
        thread::sleep(Duration::from_millis(1));
    }
    Ok(well)
}

/// Waits until each has had `more` good answers.
fn wait_for(askers: &[Asking], more: usize) {
    let goal: Vec<_> = askers.iter().map(|asking| asking.well() + more).collect();
    for _ in 0..1200 {
        if askers.iter().zip(&goal).all(|(asking, goal)| asking.well() >= *goal) {
            return;
        }
        thread::sleep(Duration::from_millis(50));
    }
    panic!("nobody answers any more");
}

#[test]
fn whoever_asks_all_the_time_notices_nothing_of_a_restart() {
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let to = socket.local_addr().unwrap();
    let machine = Machine::new(to, MAIL);
    let mut server = machine.start(&socket);
    assert_eq!(ask_soon(to, "/sign-in").status, 200);
    let askers = [
        Asking::begin(move || once(to)),
        Asking::begin(move || once(to)),
        Asking::begin(move || as_long_as_it_lasts(to)),
        Asking::begin(move || as_long_as_it_lasts(to)),
    ];
    for restart in 0..3 {
        wait_for(&askers, 5);
        let ended = server.stop();
        assert!(ended.success(), "restart {restart}: {ended}: {}", fs::read_to_string(machine.log()).unwrap());
        server = machine.start(&socket);
    }
    wait_for(&askers, 5);
    for asking in askers {
        assert_eq!(asking.end(), Vec::<String>::new());
    }

    // Without a socket that stays open it is noticed: the same askers, which can tell.
    let asking = Asking::begin(move || once(to));
    assert!(server.stop().success());
    drop(socket);
    thread::sleep(Duration::from_secs(1));
    assert!(!asking.end().is_empty(), "a refused connection is told");
}

#[test]
fn a_socket_that_nobody_wants_stops_the_start() {
    let (socket, other) = (TcpListener::bind("127.0.0.1:0").unwrap(), TcpListener::bind("127.0.0.1:0").unwrap());
    let address = other.local_addr().unwrap();
    drop(other);
    let machine = Machine::new(address, MAIL);
    let mut server = machine.start(&socket);
    assert!(!server.0.wait().unwrap().success());
    let told = fs::read_to_string(machine.log()).unwrap();
    assert!(told.contains("was handed over, and the configuration does not listen on that port"), "{told}");
}

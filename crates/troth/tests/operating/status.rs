//! Alive, ready, in numbers: on an address of its own.

use std::{fs, net::TcpListener, time::Duration};

use crate::stage::{Machine, ask, ask_soon, free_port};

#[test]
fn the_server_tells_on_an_address_of_its_own_whether_it_is_ready_and_why_not() {
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let (to, status) = (socket.local_addr().unwrap(), free_port());
    let more = format!("mail server=\"smtp://127.0.0.1:9\" from=\"no-reply@campus.example\"\nstatus \"{status}\"");
    let machine = Machine::new(to, &more);
    let server = machine.start(&socket);
    assert_eq!(ask_soon(to, "/sign-in").status, 200);
    assert_eq!(ask_soon(status, "/live").body, "live\n");
    let ready = ask(status, "/ready").unwrap();
    assert_eq!((ready.status, ready.body.as_str()), (200, "ready\n"));

    ask(to, "/no/such/page?name=Maria").unwrap();
    let metrics = ask(status, "/metrics").unwrap();
    assert_eq!(metrics.header("content-type"), Some("text/plain; version=0.0.4; charset=utf-8"));
    for line in [
        "troth_requests_total{method=\"GET\",route=\"/sign-in\",status=\"2xx\"} 1",
        "troth_requests_total{method=\"GET\",route=\"none\",status=\"4xx\"} 1",
        "troth_locked{organisation=\"campus\"} 0",
        "troth_jobs_given_up{organisation=\"campus\"} 0",
    ] {
        assert!(metrics.body.lines().any(|said| said == line), "{line} is not in\n{}", metrics.body);
    }
    for name in ["process_resident_memory_bytes ", "troth_database_bytes{", "troth_request_seconds_count "] {
        let line = metrics.body.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_else(|| panic!("{name}"));
        assert!(line.rsplit(' ').next().unwrap().parse::<u64>().unwrap() > 0, "{name}{line}");
    }
    assert!(!metrics.body.contains("Maria") && !metrics.body.contains(crate::stage::HOST), "{}", metrics.body);

    // None of it on the hosts that people reach.
    for path in ["/live", "/ready", "/metrics"] {
        assert_eq!(ask(to, path).unwrap().status, 404, "{path}");
    }

    let ring = machine.data().join("campus/keyring");
    fs::rename(&ring, ring.with_extension("away")).unwrap();
    let not = ask(status, "/ready").unwrap();
    assert_eq!((not.status, not.body.as_str()), (503, "campus: the keyring cannot be read\n"));
    fs::rename(ring.with_extension("away"), &ring).unwrap();
    assert_eq!(ask(status, "/ready").unwrap().status, 200);
    std::thread::sleep(Duration::from_millis(1));
    assert!(server.stop().success());
}

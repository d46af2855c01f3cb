//! The log in a form for programs.

use std::{fs, net::TcpListener};

use crate::stage::{Browser, Machine, ask_soon};

// I6
#[test]
fn each_line_of_the_log_is_json_on_demand_and_holds_nothing_of_anybody() {
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let to = socket.local_addr().unwrap();
    let more = "mail server=\"smtp://127.0.0.1:9\" from=\"no-reply@campus.example\"\nlog format=\"json\"";
    let machine = Machine::new(to, more);
    let server = machine.start(&socket);
    assert_eq!(ask_soon(to, "/sign-in").status, 200);
    let mut browser = Browser { to, cookie: "session=canary-cookie".to_owned() };
    browser.get("/people/canary-path?search=canary-search");
    let guess = [("email", "canary-address@people.example"), ("password", "canary-password")];
    assert_eq!(browser.post("/sign-in", &guess).status, 422);
    browser.cookie.clear();
    let come = browser.post(&machine.link, &[("password", "canary-word-Harbour-7")]);
    assert_eq!(come.status, 303, "{come:?}");
    let invited = [("name", "Canary-Name"), ("email", "canary-invited@people.example"), ("role", "participant")];
    let invited = browser.post("/people/invitation", &[&invited[..], &[("language", "en"), ("note", "")]].concat());
    assert_eq!(invited.status, 303, "{invited:?}");
    assert!(server.stop().success());

    let log = fs::read_to_string(machine.log()).unwrap();
    let mut routes = Vec::new();
    for line in log.lines() {
        let read: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        if read["message"] == "request" {
            assert!(
                read["request.id"].is_string() && read["organisation"] == "campus" && read["status"].is_u64(),
                "{line}"
            );
            routes.push(read["route"].as_str().unwrap().to_owned());
        }
        assert!(read["level"].is_string() && read["timestamp"].is_string(), "{line}");
    }
    assert!(routes.iter().any(|route| route == "/people/invitation"), "{routes:?}");
    let low = log.to_lowercase();
    assert!(!low.contains("canary") && !low.contains("ada@people.example"), "{log}");
    // The token of the link stands in the path that was asked for.
    let token = machine.link.rsplit('/').next().unwrap();
    assert!(token.len() > 10 && !log.contains(token), "{log}");
}

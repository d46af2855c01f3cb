//! `troth doctor` over a real installation (UC18).

use std::{
    fs,
    net::TcpListener,
    os::unix::fs::PermissionsExt as _,
    process::{Command, Output},
};

use crate::stage::{Machine, TROTH, ask_soon, good};

/// What the machine on which the test runs decides.
const OF_THE_MACHINE: [&str; 3] = ["disk", "open-files", "updates"];

fn doctor(machine: &Machine, words: &[&str]) -> Output {
    let mut command = Command::new(TROTH);
    // Without `timedatectl` nobody can tell how the clock is kept, so that it is the same on every machine.
    command.env("PATH", "/nonexistent").env("HOME", machine.folder.path().join("home"));
    command.args(["doctor", "--data"]).arg(machine.data()).args(words).output().unwrap()
}

/// Point and state of all that was found.
fn found(machine: &Machine) -> Vec<(String, String, String)> {
    let ended = doctor(machine, &["--json"]);
    let all: serde_json::Value = serde_json::from_slice(&ended.stdout).unwrap();
    let word = |one: &serde_json::Value, name: &str| one[name].as_str().unwrap().to_owned();
    let all = all.as_array().unwrap().iter();
    let all: Vec<_> = all.map(|one| (word(one, "point"), word(one, "state"), word(one, "found"))).collect();
    let any = |wanted: &str| all.iter().any(|(_, state, _)| state == wanted);
    let status = if any("do") {
        1
    } else if any("unseen") {
        2
    } else {
        0
    };
    assert_eq!(ended.status.code(), Some(status), "{all:?}");
    all
}

/// The points of which something must be done or could not be seen.
fn bad(machine: &Machine) -> Vec<String> {
    let mut bad: Vec<_> = found(machine)
        .into_iter()
        .filter(|(point, state, _)| {
            matches!(state.as_str(), "do" | "unseen") && !OF_THE_MACHINE.contains(&point.as_str())
        })
        .map(|(point, ..)| point)
        .collect();
    bad.dedup();
    bad
}

// UC18
#[test]
fn the_doctor_leads_from_a_new_installation_to_one_in_order_and_finds_what_breaks() {
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let machine = Machine::new(socket.local_addr().unwrap(), "");
    assert_eq!(bad(&machine), ["mail", "bounces", "backups"]);
    let home = |name: &str| machine.folder.path().join(name);
    let public = good(&["backup", "key", &home("rescue").display().to_string()]);
    fs::create_dir(home("copies")).unwrap();
    machine.configure(&format!(
        "mail server=\"smtp://127.0.0.1:9\" from=\"no-reply@campus.example\" bounces=\"back@campus.example\"\nbackup to=\"{}\" recovery=\"{}\"",
        home("copies").display(),
        public.trim()
    ));
    assert_eq!(bad(&machine), ["backups", "recovery-key"], "no backup yet, and the key lies beside the data");
    let data = machine.data().display().to_string();
    good(&["backup", "--data", &data]);
    let away = tempfile::tempdir().unwrap();
    fs::rename(home("rescue"), away.path().join("rescue")).unwrap();
    good(&["keep", "--data", &data]);
    assert_eq!(bad(&machine), Vec::<String>::new());
    let text = String::from_utf8(doctor(&machine, &[]).stdout).unwrap();
    assert!(text.contains("good permissions") && text.contains("of the statement is in force"), "{text}");

    // Beside the running server, whose process it finds.
    let server = machine.start(&socket);
    assert_eq!(ask_soon(socket.local_addr().unwrap(), "/sign-in").status, 200);
    assert_eq!(bad(&machine), Vec::<String>::new());
    assert!(found(&machine).iter().any(|(point, _, told)| point == "open-files" && told.starts_with("the server may")));
    assert!(server.stop().success());

    fs::set_permissions(machine.data().join("troth.kdl"), fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(bad(&machine), ["permissions"]);
    let text = String::from_utf8(doctor(&machine, &[]).stdout).unwrap();
    assert!(text.contains("→ chmod 600"), "{text}");
    fs::set_permissions(machine.data().join("troth.kdl"), fs::Permissions::from_mode(0o600)).unwrap();
    fs::rename(machine.data().join("campus/data.sqlite"), home("away")).unwrap();
    assert_eq!(bad(&machine), ["statements", "ledger", "jobs"], "what cannot be read is not called good");
}

#[test]
fn a_scanner_that_is_named_and_away_is_told_and_an_installation_without_one_is_reminded() {
    let socket = TcpListener::bind("127.0.0.1:0").unwrap();
    let machine = Machine::new(socket.local_addr().unwrap(), "");
    let told = |state: &str| found(&machine).iter().any(|(point, seen, _)| point == "scanner" && seen == state);
    assert!(told("note"));
    machine.configure("scanner \"/nonexistent/clamd.ctl\"");
    assert!(told("do"));
}

#[test]
fn without_an_installation_the_doctor_says_that_it_could_not_look() {
    let nowhere = tempfile::tempdir().unwrap();
    let ended = Command::new(TROTH).args(["doctor", "--data"]).arg(nowhere.path()).output().unwrap();
    assert_eq!(ended.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&ended.stderr).contains("Make an installation with `troth init`"));
}

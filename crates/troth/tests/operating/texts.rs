//! A gateway for text messages, or none.

use std::{fs, process::Command};

use crate::stage::{Machine, TROTH};

// The statement would promise what nobody can have.
#[test]
fn a_statement_that_offers_codes_by_text_message_does_not_start_without_a_gateway() {
    let mail = "mail server=\"smtp://127.0.0.1:9\" from=\"no-reply@campus.example\"";
    let machine = Machine::new(([127, 0, 0, 1], 0).into(), mail);
    let file = machine.data().join("troth.kdl");
    let text = fs::read_to_string(&file).unwrap();
    let without: Vec<_> = text.lines().filter(|line| !line.starts_with("sms ")).collect();
    assert!(without.len() < text.lines().count(), "{text}");
    fs::write(&file, without.join("\n")).unwrap();
    let told = Command::new(TROTH).args(["serve", "--data"]).arg(machine.data()).output().unwrap();
    assert!(!told.status.success());
    let said = String::from_utf8_lossy(&told.stderr);
    assert!(said.contains("campus: the statement offers codes by text message") && said.contains("sms url="), "{said}");
}

//! A small inventory, like that of coaching, for tests of the language alone. The real one is held against the real
//! statements by the binary's tests.

use kernel::{
    Inventory, Slice,
    manifest::{Class, Column, Container, Content, Event, Output, OutputKind, Party, Protection, Table},
};

const fn item(name: &'static str) -> Column {
    Column { name: "value", content: Content::Personal(name, Protection::Sealed) }
}

const fn table(
    name: &'static str,
    class: &'static str,
    container_column: &'static str,
    columns: &'static [Column],
) -> Table {
    Table { name, class: Some(class), container_column: Some(container_column), id: "id", columns }
}

static SLICE: Slice = Slice {
    name: "fake",
    containers: &[
        Container {
            name: "person",
            table: "person",
            id: "id",
            parties: &[Party { name: "self", column: "id" }],
            states: &[],
        },
        Container {
            name: "trajectory",
            table: "trajectory",
            id: "id",
            parties: &[Party { name: "coach", column: "coach" }, Party { name: "participant", column: "participant" }],
            states: &["open", "ended"],
        },
        Container { name: "day", table: "log_day", id: "id", parties: &[], states: &[] },
    ],
    classes: &[
        Class { name: "account", container: "person", goes_with: &["self"], sealed_also_for: None },
        Class { name: "dialogue", container: "trajectory", goes_with: &["participant"], sealed_also_for: None },
        Class { name: "access-log", container: "day", goes_with: &[], sealed_also_for: None },
    ],
    tables: &[
        table(
            "person",
            "account",
            "id",
            &[item("person.name"), item("person.email"), item("person.language"), item("person.role")],
        ),
        table(
            "message",
            "dialogue",
            "trajectory",
            &[item("message.body"), item("message.times"), item("attachment.name"), item("attachment.file")],
        ),
        table("access_line", "access-log", "day", &[item("access-log.line")]),
    ],
    events: &[
        Event { name: "last-login", about: &["person"] },
        Event { name: "credentials-issued", about: &["person"] },
        Event { name: "agreement-ended", about: &["person"] },
        Event { name: "trajectory-ended", about: &["trajectory", "person"] },
        Event { name: "logged", about: &["day"] },
    ],
    outputs: &[Output { kind: OutputKind::Cookie, name: "session", items: &[] }],
    ..Slice::EMPTY
};

pub(crate) fn inventory() -> Inventory {
    Inventory::new([&SLICE]).expect("the small inventory is sound")
}

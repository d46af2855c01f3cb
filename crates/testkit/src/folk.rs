//! People as a slice, for houses that are tested without the slice that keeps people in earnest.

use kernel::{
    Slice,
    manifest::{
        Action, ActionKind, By, Class, Column, Container, Content::Reference, Event, Migration, Party, Table, plain,
        sealed, technical,
    },
};

/// To write one's own name.
pub const NAME: Action = Action {
    name: "folk.name",
    container: "person",
    kind: ActionKind::Write,
    discloses: &[],
    writes: &["person.name", "person.role"],
    by: &[By::Party("self")],
    states: &[],
};

/// Who there is: a name and a role. A house adds its own queries.
pub const FOLK: Slice = Slice {
    name: "folk",
    migrations: &[Migration {
        name: "0001_folk",
        sql: "CREATE TABLE organisation (id BLOB NOT NULL PRIMARY KEY);
              CREATE TABLE person (id BLOB NOT NULL PRIMARY KEY);
              CREATE TABLE account (person BLOB NOT NULL PRIMARY KEY, role TEXT NOT NULL, name BLOB NOT NULL,
                                     promised TEXT);",
    }],
    containers: &[
        Container {
            name: "person",
            table: "person",
            id: "id",
            parties: &[Party { name: "self", column: "id" }],
            states: &[],
        },
        Container { name: "organisation", table: "organisation", id: "id", parties: &[], states: &[] },
    ],
    classes: &[Class { name: "account", container: "person", goes_with: &["self"], sealed_also_for: None }],
    tables: &[
        Table {
            name: "organisation",
            class: None,
            container_column: None,
            id: "id",
            columns: &[technical("id", "always nil")],
        },
        Table {
            name: "person",
            class: None,
            container_column: None,
            id: "id",
            columns: &[Column { name: "id", content: Reference("person") }],
        },
        Table {
            name: "account",
            class: Some("account"),
            container_column: Some("person"),
            id: "person",
            columns: &[
                Column { name: "person", content: Reference("person") },
                plain("role", "person.role", "people are listed by it"),
                sealed("name", "person.name"),
                plain("promised", "undertaking.acceptance", "nobody here does"),
            ],
        },
    ],
    events: &[
        Event { name: "agreement-ended", about: &["person"] },
        Event { name: "credentials-issued", about: &["person"] },
    ],
    actions: &[NAME],
    ..Slice::EMPTY
};

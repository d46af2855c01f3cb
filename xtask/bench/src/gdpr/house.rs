//! A house for the measurement: one table for each purpose, and a statement that says of each what the record itself
//! says in the other house.
//!
//! The names are made once and live as long as the process, as those of a slice do.

use std::fmt::Write as _;

use kernel::{
    Archetype,
    manifest::{
        Action, ActionKind, By, Class, Column, Container,
        Content::{Personal, Reference, Technical},
        Event, Migration, Party,
        Protection::{Plain, Sealed},
        Slice, Sql, Table,
    },
};

use super::load;

/// Where purpose, date, sharing and source of a record stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Metadata {
    /// In columns of each record.
    InEachRecord,
    /// In the statement: what is held for one purpose has a table and a class of its own.
    InTheStatement,
}

/// The slice with what is needed to speak of it.
pub(super) struct House {
    pub(super) slice: &'static Slice,
    /// One for each purpose; one in all when the record says its purpose itself.
    pub(super) shelves: Vec<Shelf>,
    pub(super) person: &'static Sql,
    pub(super) write: &'static Action,
    pub(super) read: &'static Action,
    /// All that is held of a person.
    pub(super) of_person: &'static Sql,
}

/// A table of records with its texts.
pub(super) struct Shelf {
    pub(super) table: &'static str,
    /// The event from which the period runs.
    pub(super) event: &'static str,
    pub(super) insert: &'static Sql,
    pub(super) change: &'static Sql,
    pub(super) remove: &'static Sql,
    pub(super) one: &'static Sql,
    /// All records for a purpose (`$1`, which is the table's own in the statement's house).
    pub(super) all: &'static Sql,
    /// The same, of those who do not object.
    pub(super) willing: &'static Sql,
    pub(super) people: &'static Sql,
    pub(super) count: &'static Sql,
    /// Only where the record bears its metadata.
    pub(super) tags: Option<Tags>,
}

/// Texts about metadata in records.
pub(super) struct Tags {
    pub(super) of_record: &'static Sql,
    pub(super) of_person: &'static Sql,
    pub(super) object: &'static Sql,
    pub(super) object_all: &'static Sql,
    pub(super) share: &'static Sql,
    pub(super) reshare: &'static Sql,
    pub(super) drop_purpose: &'static Sql,
    pub(super) drop_due: &'static Sql,
}

/// An objection of a person.
pub(super) const OBJECTED: &str = "objected";
const WRITE: &str = "records.write";
const READ: &str = "records.read";
const TAGGED: &str = "tagged";

fn kept<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn word(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

fn list<T>(values: Vec<T>) -> &'static [T] {
    Vec::leak(values)
}

fn sql(name: &str, text: String) -> &'static Sql {
    kept(Sql { name: word(format!("gdpr::{name}")), text: word(text), runs_for: &[WRITE, READ] })
}

const ID: Column = Column { name: "id", content: Technical("identifies the record") };
const PERSON: Column = Column { name: "person", content: Reference("person") };

/// The names of the shelves.
fn names(metadata: Metadata) -> Vec<String> {
    match metadata {
        Metadata::InEachRecord => vec![TAGGED.to_owned()],
        Metadata::InTheStatement => (0..load::PURPOSES).map(|purpose| format!("purpose_{purpose}")).collect(),
    }
}

/// The house.
pub(super) fn house(metadata: Metadata) -> House {
    let names = names(metadata);
    let tagged = metadata == Metadata::InEachRecord;
    let shelves: Vec<Shelf> = names.iter().map(|name| shelf(name, tagged)).collect();
    let items: &[&str] = list(names.iter().flat_map(|name| items(name, tagged)).collect());
    let both: &[By] = &[By::Party("self"), By::Archetype(Archetype::Manager)];
    let action = |name, kind, writes| Action {
        name,
        container: "person",
        kind,
        discloses: items,
        writes,
        by: both,
        states: &[],
    };
    let write = action(WRITE, ActionKind::Write, items);
    let read = action(READ, ActionKind::Read, &[]);
    let union: Vec<_> = names.iter().map(|name| format!("SELECT id, data FROM {name} WHERE person = $1")).collect();
    let of_person = sql("of_person", union.join(" UNION ALL "));
    let person = sql("person", "INSERT INTO person (id) VALUES ($1)".to_owned());
    let mut queries = vec![of_person, person];
    queries.extend(shelves.iter().flat_map(texts));
    let mut tables = vec![Table {
        name: "person",
        class: None,
        container_column: None,
        id: "id",
        columns: list(vec![Column { name: "id", content: Reference("person") }]),
    }];
    tables.extend(names.iter().map(|name| table(name, tagged)));
    let class = |name: &String| Class {
        name: word(name.clone()),
        container: "person",
        goes_with: &["self"],
        sealed_also_for: None,
    };
    let mut events: Vec<_> = shelves.iter().map(|shelf| Event { name: shelf.event, about: &["person"] }).collect();
    events.push(Event { name: OBJECTED, about: &["person"] });
    let slice = Slice {
        name: "gdpr",
        migrations: list(vec![Migration { name: "0001_gdpr", sql: word(schema(&names, tagged)) }]),
        containers: list(vec![Container {
            name: "person",
            table: "person",
            id: "id",
            parties: &[Party { name: "self", column: "id" }],
            states: &[],
        }]),
        classes: list(names.iter().map(class).collect()),
        tables: list(tables),
        events: list(events),
        actions: list(vec![write, read]),
        queries: list(queries),
        ..Slice::EMPTY
    };
    House { slice: kept(slice), shelves, person, write: kept(write), read: kept(read), of_person }
}

fn items(name: &str, tagged: bool) -> Vec<&'static str> {
    let data = word(format!("{name}.data"));
    if tagged { vec![data, word(format!("{name}.metadata"))] } else { vec![data] }
}

fn schema(names: &[String], tagged: bool) -> String {
    let mut text = "CREATE TABLE person (id BLOB NOT NULL PRIMARY KEY);\n".to_owned();
    let more = if tagged {
        ", purpose INTEGER NOT NULL, until INTEGER NOT NULL, objection INTEGER NOT NULL, decision INTEGER NOT NULL, sharing INTEGER NOT NULL, source TEXT NOT NULL"
    } else {
        ""
    };
    for name in names {
        let _ = writeln!(
            text,
            "CREATE TABLE {name} (id BLOB NOT NULL PRIMARY KEY, person BLOB NOT NULL, data BLOB NOT NULL{more});"
        );
        let _ = writeln!(text, "CREATE INDEX {name}_person ON {name} (person);");
        for column in ["purpose", "until", "sharing"].iter().filter(|_| tagged) {
            let _ = writeln!(text, "CREATE INDEX {name}_{column} ON {name} ({column});");
        }
    }
    text
}

fn table(name: &str, tagged: bool) -> Table {
    let mut columns =
        vec![ID, PERSON, Column { name: "data", content: Personal(word(format!("{name}.data")), Sealed) }];
    if tagged {
        let metadata =
            |column| Column { name: column, content: Personal("tagged.metadata", Plain("records are chosen by it")) };
        columns.extend(["purpose", "until", "objection", "decision", "sharing", "source"].map(metadata));
    }
    Table {
        name: word(name.to_owned()),
        class: Some(word(name.to_owned())),
        container_column: Some("person"),
        id: "id",
        columns: list(columns),
    }
}

fn shelf(name: &str, tagged: bool) -> Shelf {
    let one = |of: &str, text: String| sql(&format!("{name}_{of}"), text);
    // What a person objects to is an event of that person; a record that bears its metadata says it itself.
    let objected = format!("EXISTS (SELECT 1 FROM event e WHERE e.name = '{OBJECTED}' AND e.subject = r.person)");
    let (all, willing) = if tagged {
        let text = format!("SELECT r.id, r.person, r.data FROM {name} r WHERE r.purpose = $1");
        (text.clone(), format!("{text} AND r.objection = 0"))
    } else {
        let text = format!("SELECT r.id, r.person, r.data FROM {name} r WHERE $1 >= 0");
        (text.clone(), format!("{text} AND NOT {objected}"))
    };
    let (columns, values) = if tagged {
        (", purpose, until, objection, decision, sharing, source", ", $4, $5, 0, 1, $6, $7")
    } else {
        ("", "")
    };
    Shelf {
        table: word(name.to_owned()),
        event: word(format!("recorded-{}", name.replace('_', "-"))),
        insert: one("insert", format!("INSERT INTO {name} (id, person, data{columns}) VALUES ($1, $2, $3{values})")),
        change: one("change", format!("UPDATE {name} SET data = $2 WHERE id = $1")),
        remove: one("remove", format!("DELETE FROM {name} WHERE id = $1")),
        one: one("one", format!("SELECT data FROM {name} WHERE id = $1")),
        all: one("all", all),
        willing: one("willing", willing),
        people: one("people", format!("SELECT DISTINCT person FROM {name}")),
        count: one("count", format!("SELECT COUNT(*) FROM {name}")),
        tags: tagged.then(|| tags(name)),
    }
}

fn tags(name: &str) -> Tags {
    let one = |of: &str, text: String| sql(&format!("{name}_{of}"), text);
    let metadata = format!("SELECT purpose, until, objection, decision, sharing, source FROM {name}");
    Tags {
        of_record: one("tags", format!("{metadata} WHERE id = $1")),
        of_person: one("tags_of", format!("{metadata} WHERE person = $1")),
        object: one("object", format!("UPDATE {name} SET objection = $2 WHERE id = $1")),
        object_all: one("object_all", format!("UPDATE {name} SET objection = $2 WHERE person = $1")),
        share: one("share", format!("UPDATE {name} SET sharing = $2 WHERE purpose = $1")),
        reshare: one("reshare", format!("UPDATE {name} SET sharing = $2 WHERE sharing = $1")),
        drop_purpose: one("drop_purpose", format!("DELETE FROM {name} WHERE purpose = $1")),
        drop_due: one("drop_due", format!("DELETE FROM {name} WHERE until <= $1")),
    }
}

fn texts(shelf: &Shelf) -> Vec<&'static Sql> {
    let mut all =
        vec![shelf.insert, shelf.change, shelf.remove, shelf.one, shelf.all, shelf.willing, shelf.people, shelf.count];
    if let Some(tags) = &shelf.tags {
        all.extend([
            tags.of_record,
            tags.of_person,
            tags.object,
            tags.object_all,
            tags.share,
            tags.reshare,
            tags.drop_purpose,
            tags.drop_due,
        ]);
    }
    all
}

/// The statement. `edition` moves one purpose to another recipient: what the other house writes into records.
pub(super) fn statement(metadata: Metadata, edition: u32) -> String {
    let names = names(metadata);
    let mut text = r#"statement "house" {
    version 1 effective="2020-01-01"
    languages "en"
    time-zone "UTC"
    controller "House B.V." country="NL" { contact "privacy@house.example"; authority "nl-ap"; }
    role "manager"
    role "participant"
    role "officer"
    category "logs" { name en="Logs" nl="Logboeken" sv="Loggar"; includes "access-log.line" "ledger.act" "job.person" "restriction.since" "restriction.reason"; purpose "proof"; basis "legitimate-interest"; }
    purpose "proof" en="to prove it" nl="om het te bewijzen" sv="för att bevisa det"
    read "logs" by="officer"
    keep "logs" for="5 years" after="logged"
    keep everything of="manager" for="2 years" after="recorded-KEPT"
    keep everything of="participant" for="9 years" after="recorded-KEPT"
    keep everything of="officer" for="2 years" after="recorded-KEPT"
"#
    .replace("KEPT", &names[0].replace('_', "-"));
    for (number, name) in names.iter().enumerate() {
        let dashed = name.replace('_', "-");
        let included: Vec<_> =
            items(name, metadata == Metadata::InEachRecord).iter().map(|item| format!("{item:?}")).collect();
        let _ = writeln!(
            text,
            "    purpose \"{dashed}\" en=\"for number {number}\" nl=\"voor nummer {number}\" sv=\"för nummer {number}\""
        );
        let _ = writeln!(
            text,
            "    category \"{dashed}\" {{ name en=\"Records {number}\" nl=\"Records {number}\" sv=\"Poster {number}\"; includes {}; purpose \"{dashed}\"; basis \"contract\"; source \"you\"; }}",
            included.join(" ")
        );
        let _ = writeln!(
            text,
            "    read \"{dashed}\" by=\"manager\"\n    read \"{dashed}\" by=\"participant\" when=\"own\""
        );
        let _ = writeln!(text, "    keep \"{dashed}\" for=\"2 years\" after=\"recorded-{dashed}\"");
    }
    let shared = |recipient: usize| {
        let own = names.iter().enumerate().filter(move |(number, _)| (number + edition as usize) % 7 == recipient);
        own.map(|(_, name)| format!(" \"{}\"", name.replace('_', "-"))).collect::<String>()
    };
    for recipient in 0..7 {
        let receives = shared(recipient);
        if !receives.is_empty() {
            let _ = writeln!(
                text,
                "    recipient \"partner-{recipient}\" role=\"processor\" country=\"NL\" {{ name en=\"Partner {recipient}\" nl=\"Partner {recipient}\" sv=\"Partner {recipient}\"; about en=\"works for us\" nl=\"werkt voor ons\" sv=\"arbetar åt oss\"; receives{receives}; purpose \"proof\"; agreement signed=\"2026-01-12\" review=\"1 year\" document=\"P\"; }}"
            );
        }
    }
    text.push_str("}\n");
    text
}

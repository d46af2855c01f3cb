//! What oversight stores, column by column (I1).

use kernel::manifest::{
    Class, Column, Container,
    Content::{Personal, Reference, Technical},
    Event, Migration, Output,
    Protection::Plain,
    Table, mail, sealed,
};

/// The schema.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "0001_holds", sql: include_str!("../migrations/0001_holds.sql") }];

/// A hold stands by itself: it outlives what it kept, and nobody's erasure takes it.
pub const CONTAINERS: &[Container] = &[Container { name: "hold", table: "hold", id: "id", parties: &[], states: &[] }];

/// All of a hold goes at one date.
pub const CLASSES: &[Class] = &[Class { name: "hold", container: "hold", goes_with: &[], sealed_also_for: None }];

const fn term(name: &'static str, why: &'static str) -> Column {
    Column { name, content: Personal("hold.term", Plain(why)) }
}

/// Every table, each with every column.
pub const TABLES: &[Table] = &[Table {
    name: "hold",
    class: Some("hold"),
    container_column: Some("id"),
    id: "id",
    columns: &[
        Column { name: "id", content: Reference("hold") },
        Column { name: "kind", content: Technical("the kind of container that is held, or a person") },
        term("subject", "the number of what is held; the list tells holds apart by it"),
        term("ground", "one of a short list; the person concerned is told of it"),
        sealed("reason", "hold.reason"),
        sealed("untold", "hold.reason"),
        Column { name: "laid_by", content: Reference("person") },
        term("laid_at", "the list is sorted by it"),
        term("until", "tells which hold still holds, and which ends soon"),
        term("released_at", "tells a hold that ended early from one that runs"),
        Column { name: "reminded_at", content: Technical("whether the officer was reminded of the end") },
    ],
}];

/// The last day of a hold is over, or it was released.
pub const HOLD_ENDED: &str = "hold-ended";

/// What a period may run from.
pub const EVENTS: &[Event] = &[Event { name: HOLD_ENDED, about: &["hold"] }];

/// "Something of yours is kept longer": to the person concerned.
pub const MAIL_HELD: &str = "oversight-mail-held";
/// "A hold ends soon": to the officer who laid it.
pub const MAIL_ENDING: &str = "oversight-mail-ending";

/// What leaves the database.
pub const OUTPUTS: &[Output] = &[mail(MAIL_HELD), mail(MAIL_ENDING)];

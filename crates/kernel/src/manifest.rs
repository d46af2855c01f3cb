//! What a slice declares. Rights, retention, the access matrix, word checks and canary tests iterate
//! over these declarations, so that no feature can forget them (X4).
//!
//! The pieces, from the outside in:
//!
//! - A [`Container`] is what a decision is made about: a person's file, a trajectory, a course.
//! - A [`Class`] is what of one container goes at one date and under one key: the dialogue of a trajectory.
//! - A [`Table`] belongs to one class; each of its [`Column`]s is declared, and each personal column holds an
//!   *item* such as `message.body`. Items are the vocabulary of the statement's `includes`.
//! - An [`Event`] is what a period may run from: `trajectory-ended`.
//! - An [`Action`] is what someone may do to a container; a [`Route`] is the door to it.

use crate::{Archetype, words::Text};

/// Everything that a slice brings.
#[derive(Debug)]
pub struct Slice {
    /// The slice's name, such as `coaching`.
    pub name: &'static str,
    /// Its schema, forward only, in order.
    pub migrations: &'static [Migration],
    /// What decisions are made about.
    pub containers: &'static [Container],
    /// What goes together.
    pub classes: &'static [Class],
    /// Its tables, each with every column.
    pub tables: &'static [Table],
    /// What a period may run from.
    pub events: &'static [Event],
    /// What leaves the database: mails, cookies, log fields.
    pub outputs: &'static [Output],
    /// What can be done.
    pub actions: &'static [Action],
    /// Where it can be done.
    pub routes: &'static [Route],
    /// Every SQL text that the slice runs.
    pub queries: &'static [&'static Sql],
    /// Work outside requests.
    pub jobs: &'static [Job],
    /// Its places in the navigation.
    pub nav: &'static [NavEntry],
    /// Its words, once for each language.
    pub words: &'static [Text],
}

impl Slice {
    /// A slice that declares nothing yet; for `..Slice::EMPTY` in the manifests of rooms that have few parts.
    pub const EMPTY: Self = Self {
        name: "",
        migrations: &[],
        containers: &[],
        classes: &[],
        tables: &[],
        events: &[],
        outputs: &[],
        actions: &[],
        routes: &[],
        queries: &[],
        jobs: &[],
        nav: &[],
        words: &[],
    };
}

/// One step of the schema: several statements in one text, in SQLite's dialect with `STRICT` left out.
///
/// The store rewrites types for PostgreSQL (`INTEGER` to `BIGINT`, `BLOB` to `BYTEA`) and adds `STRICT` for SQLite.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Position and name, such as `0001_trajectories`; ordered within the slice.
    pub name: &'static str,
    /// The text.
    pub sql: &'static str,
}

/// What a decision is made about.
#[derive(Clone, Copy, Debug)]
pub struct Container {
    /// The name, such as `trajectory`.
    pub name: &'static str,
    /// The table with one row for each container.
    pub table: &'static str,
    /// Its id column (`BLOB`, a UUID).
    pub id: &'static str,
    /// Columns of `table` that point at people, each with the part that the person plays.
    pub parties: &'static [Party],
    /// The states that it can be in, such as `open` and `ended`; empty when it has none.
    pub states: &'static [&'static str],
}

/// A person's part in a container.
#[derive(Clone, Copy, Debug)]
pub struct Party {
    /// The part: `coach`, `participant`, or `self` in a person's own file.
    pub name: &'static str,
    /// The column that holds the person's id.
    pub column: &'static str,
}

/// What of a container goes at one date and becomes unreadable with one key.
#[derive(Clone, Copy, Debug)]
pub struct Class {
    /// The name, such as `dialogue`; unique over all slices.
    pub name: &'static str,
    /// The container that it is a part of.
    pub container: &'static str,
    /// The parties with whom it goes: erasing one of these people erases the class of that container.
    /// A coach's notes about a participant go with either.
    pub goes_with: &'static [&'static str],
    /// The party under whose own key, too, each value is sealed.
    pub sealed_also_for: Option<&'static str>,
}

/// A table of a slice.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// The name in the schema.
    pub name: &'static str,
    /// The class of its rows; `None` when no row is personal, or when the rows stand for the container itself and
    /// go when its last class has gone.
    pub class: Option<&'static str>,
    /// The column that points at the class's container (the id itself in the container's own table).
    pub container_column: Option<&'static str>,
    /// The column that identifies a row.
    pub id: &'static str,
    /// Every column (I1).
    pub columns: &'static [Column],
}

/// A column and what it holds.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The name in the schema.
    pub name: &'static str,
    /// What it holds.
    pub content: Content,
}

/// A column that holds nothing personal; `why` says so.
pub const fn technical(name: &'static str, why: &'static str) -> Column {
    Column { name, content: Content::Technical(why) }
}

/// A personal column that is encrypted.
pub const fn sealed(name: &'static str, item: &'static str) -> Column {
    Column { name, content: Content::Personal(item, Protection::Sealed) }
}

/// A personal column that is not encrypted; `why` says why that is right.
pub const fn plain(name: &'static str, item: &'static str, why: &'static str) -> Column {
    Column { name, content: Content::Personal(item, Protection::Plain(why)) }
}

/// What a column holds.
#[derive(Clone, Copy, Debug)]
pub enum Content {
    /// Nothing personal; the text says why.
    Technical(&'static str),
    /// The id of a container (`person`, `trajectory`, ...).
    Reference(&'static str),
    /// The id of the person who wrote the row, and who alone reads it: as long as it is there, or until the column
    /// named by `until` is filled (a note that has been shared).
    Author {
        /// The column that opens the row to the others who may read its items; `None` when nothing does.
        until: Option<&'static str>,
    },
    /// Personal: an item of the statement's vocabulary.
    Personal(&'static str, Protection),
}

/// How a personal column is protected at rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    /// Encrypted under the key of its class (and, where the class says so, a party's own key).
    Sealed,
    /// A keyed hash, for look-ups only.
    KeyedHash,
    /// Not encrypted; the text says why that is right, for instance for a date that retention must compare.
    Plain(&'static str),
}

/// What a period may run from.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// The name in statements, such as `trajectory-ended`.
    pub name: &'static str,
    /// The containers about which it is emitted. Emitted about a person, it means the latest such event with
    /// nothing of the kind still running.
    pub about: &'static [&'static str],
}

/// Where the subject of an event stands to the container of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// The event is about the container itself.
    Container,
    /// The event is about a person who plays this part in it.
    Party(&'static str),
}

/// What leaves the database.
#[derive(Clone, Copy, Debug)]
pub struct Output {
    /// What it is.
    pub kind: OutputKind,
    /// Its name, such as the mail's template or the cookie's key in the statement.
    pub name: &'static str,
    /// The items in it.
    pub items: &'static [&'static str],
}

/// A mail without anything in it; `name` is its template.
pub const fn mail(name: &'static str) -> Output {
    Output { kind: OutputKind::Mail, name, items: &[] }
}

/// Kinds of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputKind {
    /// A mail; never with content (UC13).
    Mail,
    /// A cookie.
    Cookie,
    /// What stays on somebody's own device, sealed, until it could be sent.
    Device,
    /// A file that someone downloads.
    File,
    /// A field of a log line.
    LogField,
}

/// What someone may do to a container.
///
/// `by` is the widest circle that the product ever allows. The statement narrows it: whoever does not read the
/// category of each item in `discloses` may not do it.
#[derive(Clone, Copy, Debug)]
pub struct Action {
    /// The name, such as `dialogue.read`; unique over all slices.
    pub name: &'static str,
    /// The container's name.
    pub container: &'static str,
    /// Whether it reads, writes or manages.
    pub kind: ActionKind,
    /// The items that it shows to the one who does it.
    pub discloses: &'static [&'static str],
    /// The items that it stores or changes.
    pub writes: &'static [&'static str],
    /// Who, at the very most.
    pub by: &'static [By],
    /// The states of the container in which it can be done; empty means any.
    pub states: &'static [&'static str],
}

/// Kinds of action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionKind {
    /// Shows.
    Read,
    /// Shows, to whoever has stated a reason for it; its handler keeps the reason before it opens anything.
    ReadForReason,
    /// Adds or changes content.
    Write,
    /// Changes who, when and whether, without content.
    Manage,
    /// Serves a person's own right, or the person's hold over the own account: also while the use of the data is
    /// restricted (GDPR Art. 18), and then for that person alone.
    Right,
}

/// A circle of people, by the product's own rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The person who plays this part in the container.
    Party(&'static str),
    /// Everyone with a role of this archetype.
    Archetype(Archetype),
    /// Everyone who has signed in.
    Member,
    /// Everyone.
    Guest,
}

/// A door: one method and path, and what stands behind it.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// The HTTP method.
    pub method: Method,
    /// The path, with `{parameters}`, which are ids only.
    pub path: &'static str,
    /// Who may try the handle.
    pub entry: Entry,
}

/// A door that is only looked through: `GET`, behind an action.
pub const fn get(path: &'static str, action: &'static Action) -> Route {
    Route { method: Method::Get, path, entry: Entry::Action(action) }
}

/// A door at which something is done: `POST`, behind an action.
pub const fn post(path: &'static str, action: &'static Action) -> Route {
    Route { method: Method::Post, path, entry: Entry::Action(action) }
}

/// HTTP methods in use: forms know no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
    /// Reads.
    Get,
    /// Writes.
    Post,
}

/// Who may try a route.
#[derive(Clone, Copy, Debug)]
pub enum Entry {
    /// Everyone; the text says why.
    Public(&'static str),
    /// Whoever holds the single-use link in the path; the text says which.
    Link(&'static str),
    /// Whoever may do this action to the container that the path names.
    Action(&'static Action),
}

/// A registered SQL text: one for both engines, parameters as `$1`.
#[derive(Clone, Copy, Debug)]
pub struct Sql {
    /// The name, such as `coaching.messages`.
    pub name: &'static str,
    /// The text.
    pub text: &'static str,
    /// The actions and jobs, by name, on whose behalf it runs. Column lineage is held against what they declare.
    pub runs_for: &'static [&'static str],
}

/// Work outside requests.
#[derive(Clone, Copy, Debug)]
pub struct Job {
    /// The name, such as `mail.send`.
    pub name: &'static str,
    /// What it does, in one sentence.
    pub about: &'static str,
    /// Items that it must handle (an address, to send a mail); never content.
    pub handles: &'static [&'static str],
}

/// A place in the navigation: a left rail on wide screens, a bottom bar of at most five on phones.
#[derive(Clone, Copy, Debug)]
pub struct NavEntry {
    /// Where it leads; one of the slice's routes.
    pub path: &'static str,
    /// The key of its label.
    pub word: &'static str,
    /// The icon's name in the sprite.
    pub icon: &'static str,
    /// Who sees it.
    pub by: &'static [Archetype],
    /// Its place: lower stands first.
    pub order: u8,
}

/// The words of a slice: the three files of a folder, as seen from the file that names it.
#[macro_export]
macro_rules! words {
    ($folder:literal) => {
        &[
            $crate::words::Text { language: $crate::Language::En, fluent: include_str!(concat!($folder, "/en.ftl")) },
            $crate::words::Text { language: $crate::Language::Nl, fluent: include_str!(concat!($folder, "/nl.ftl")) },
            $crate::words::Text { language: $crate::Language::Sv, fluent: include_str!(concat!($folder, "/sv.ftl")) },
        ]
    };
}

/// Declares doors, each a static of its own with its documentation, and `ROUTES` with all of them.
#[macro_export]
macro_rules! routes {
    ($($(#[$doc:meta])* $name:ident = $route:expr;)*) => {
        $($(#[$doc])* pub static $name: $crate::manifest::Route = $route;)*
        /// Every route.
        pub const ROUTES: &[$crate::manifest::Route] = &[$($name),*];
    };
}

/// Declares registered SQL texts and the list of them all.
///
/// ```
/// # use troth_kernel as kernel;
/// kernel::queries! {
///     /// Every trajectory's id.
///     TRAJECTORIES for ["trajectory.list"] = "SELECT id FROM trajectory WHERE coach = $1";
/// }
/// assert_eq!(QUERIES[0].name, TRAJECTORIES.name);
/// ```
#[macro_export]
macro_rules! queries {
    ($($(#[$doc:meta])* $name:ident for [$($action:expr),* $(,)?] = $text:expr;)*) => {
        $(
            $(#[$doc])*
            pub static $name: $crate::manifest::Sql = $crate::manifest::Sql {
                name: concat!(module_path!(), "::", stringify!($name)),
                text: $text,
                runs_for: &[$($action),*],
            };
        )*
        /// Every text of this module, for the manifest.
        pub static QUERIES: &[&$crate::manifest::Sql] = &[$(&$name),*];
    };
}

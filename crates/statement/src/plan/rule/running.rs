//! How the service is run: figures, reviews, backups, recordings, files.

use serde::Serialize;

use crate::plan::parts::{Period, Texts};

/// `counts`: figures about visits, never about a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// The statement's key.
    pub key: String,
    /// What is counted.
    pub names: Texts,
    /// The purpose's key.
    pub purpose: String,
    /// The finest place that is noted: `country`, `none`.
    pub place: String,
    /// From how many visits on a number is shown.
    pub min_size: u32,
    /// The clause.
    pub clause: String,
}

impl Counts {
    /// The item that holds how often a page was opened.
    pub const ITEM: &str = "visit.page";
    /// From how many visits on a number is shown where the statement does not say.
    pub const ENOUGH: u32 = 10;
}

/// `group-figures`: reports in which no one can be found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupFigures {
    /// The statement's key.
    pub key: String,
    /// What they are about.
    pub names: Texts,
    /// The smallest group.
    pub min_size: u32,
    /// The differential privacy budget of a figure, in thousandths of epsilon.
    pub epsilon_thousandths: Option<u32>,
    /// The purpose's key.
    pub purpose: String,
    /// Whether third parties may have them.
    pub outside: bool,
    /// The clause.
    pub clause: String,
}

impl GroupFigures {
    /// The key of the figures about how self-help programmes go.
    pub const PROGRAMMES: &str = "programmes";
    /// The item without which there is nothing to count.
    pub const ENROLMENT: &str = "enrolment.programme";
}

/// `review`: something that somebody looks through regularly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Review {
    /// The statement's key.
    pub key: String,
    /// What is looked for.
    pub texts: Texts,
    /// The category that is looked through.
    pub category: Option<String>,
    /// How often.
    pub every: Period,
    /// By which role.
    pub by: String,
    /// The clause.
    pub clause: String,
}

/// `backup`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Backup {
    /// How often.
    pub every: Period,
    /// They also lie at another place.
    pub off_site: bool,
    /// After how long what was erased is gone from every copy.
    pub horizon: Period,
    /// The clause.
    pub clause: String,
}

/// `break-glass`: a technician opens something to mend a problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BreakGlass {
    /// Which role.
    pub by: String,
    /// How long it stays open.
    pub lasts: Period,
    /// How many other people must agree.
    pub approvals: u32,
    /// The person is told.
    pub tell: bool,
    /// Categories that it never opens.
    pub except: Vec<String>,
    /// The clause.
    pub clause: String,
}

/// `recording`: how meetings are recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recording {
    /// Who can record.
    pub by: Vec<String>,
    /// Each person's sound and picture is a track of its own.
    pub tracks: bool,
    /// Everyone sees before and during that it is on.
    pub announced: bool,
    /// Camera and microphone start off.
    pub devices_off: bool,
    /// The viewer's name stands in the picture.
    pub watermark: bool,
    /// The clause.
    pub clause: String,
}

/// `move`: data goes from one storage to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Move {
    /// What.
    pub category: String,
    /// From which storage.
    pub from: String,
    /// To which.
    pub to: String,
    /// Within what time.
    pub within: Period,
    /// From which event.
    pub after: String,
    /// The clause.
    pub clause: String,
}

/// `uploads`: what files are accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Uploads {
    /// The greatest size in MiB.
    pub max_mib: u32,
    /// File kinds by ending, such as `pdf`.
    pub kinds: Vec<String>,
    /// The clause.
    pub clause: String,
}

/// `links`: links to other sites.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Links {
    /// They are marked.
    pub marked: bool,
    /// The other site does not learn where the visitor comes from.
    pub without_referrer: bool,
    /// The clause.
    pub clause: String,
}

/// `invoices`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Invoices {
    /// They bear a reference instead of the client's name.
    pub without_names: bool,
    /// The consent that lifts it.
    pub unless: Option<String>,
    /// The clause.
    pub clause: String,
}

/// `encryption`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Encryption {
    /// On the way: no fallback to plain connections.
    pub in_transit: bool,
    /// At rest, under keys for each person and purpose.
    pub at_rest: bool,
    /// The clause.
    pub clause: String,
}

//! What a look of the keeper came to, as values and as text for a person at the terminal.

use kernel::{Timestamp, words::Voice};
use statement::Plan;

use crate::{Kind, OpenAct, Receipt};

/// A clock that leapt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leap {
    /// When the keeper last looked.
    pub last: Timestamp,
    /// What the clock shows now.
    pub now: Timestamp,
}

/// What goes of one class by one clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The class.
    pub class: &'static str,
    /// Its container.
    pub container: &'static str,
    /// The statement's categories in it, by key.
    pub categories: Vec<String>,
    /// The clause whose period has passed.
    pub clause: String,
    /// Of how many containers or people.
    pub holders: usize,
}

/// What a look came to.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The instant of the look.
    pub at: Timestamp,
    /// Whether nothing was to go.
    pub dry_run: bool,
    /// The clock leapt: nothing more goes until somebody confirms that it is right.
    pub paused: Option<Leap>,
    /// What went, or would go.
    pub lines: Vec<Line>,
    /// Receipts of what was finished.
    pub receipts: Vec<Receipt>,
    /// What is not finished: a step failed. It is tried again at the next look.
    pub open: Vec<OpenAct>,
}

impl Report {
    /// Whether all that was due is gone.
    pub fn is_done(&self) -> bool {
        !self.dry_run && self.paused.is_none() && self.open.is_empty()
    }

    /// How many containers and classes went, or would go.
    pub fn holders(&self) -> usize {
        self.lines.iter().map(|line| line.holders).sum()
    }

    /// The report in words.
    pub fn text(&self, voice: &Voice, plan: &Plan) -> String {
        let moment = |at: Timestamp| voice.moment(at.to_zoned(plan.zone().clone()).datetime());
        let mut lines = Vec::new();
        if let Some(leap) = &self.paused {
            lines.push(voice.say2("keeper-paused", "last", moment(leap.last), "now", moment(leap.now)));
        }
        let head = match (self.dry_run, self.lines.is_empty()) {
            (true, true) => "keeper-would-none",
            (true, false) => "keeper-would",
            (false, true) => "keeper-did-none",
            (false, false) => "keeper-did",
        };
        if self.paused.is_none() || self.dry_run {
            lines.push(voice.say1(head, "moment", moment(self.at)));
        }
        for line in &self.lines {
            let categories: Vec<_> = line.categories.iter().map(|key| category_name(plan, key, voice)).collect();
            let values = [
                ("what", voice.list(&categories).into()),
                ("clause", line.clause.as_str().into()),
                ("class", line.class.into()),
                ("count", line.holders.into()),
            ];
            lines.push(format!("  {}", voice.say_with("keeper-line", values)));
        }
        for receipt in &self.receipts {
            let word = match receipt.kind {
                Kind::Retention => "keeper-receipt",
                Kind::Erasure => "keeper-receipt-erasure",
            };
            lines.push(format!("  {}", voice.say1(word, "id", receipt.id.to_string())));
        }
        if !self.open.is_empty() {
            lines.push(voice.say1("keeper-open", "count", self.open.len()));
        }
        for open in &self.open {
            let values = [
                ("id", open.id.to_string().into()),
                ("began", moment(open.began).into()),
                ("attempts", open.attempts.into()),
                ("fault", open.fault.clone().unwrap_or_default().into()),
            ];
            lines.push(format!("  {}", voice.say_with("keeper-open-line", values)));
        }
        lines.join("\n")
    }
}

pub(crate) fn category_name(plan: &Plan, key: &str, voice: &Voice) -> String {
    plan.category(key).and_then(|category| category.names.get(voice.language)).unwrap_or(key).to_owned()
}

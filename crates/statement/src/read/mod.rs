//! From nodes to rules: every node is read by the function of its kind, and every problem is noted.

pub(crate) mod country;
mod data;
mod entry;
mod example;
mod form;
mod header;
mod outside;
mod people;
pub(crate) mod period;
mod phrases;
mod running;

use jiff::tz::TimeZone;
use kernel::Language;

pub(crate) use example::example;
use form::Form;

use crate::{
    Diagnostic,
    diagnostic::{did_you_mean, nearest},
    plan::{Clause, Controller, Place, Role, Rule, State, Texts, Version},
    syntax::{Node, Parsed, Spanned},
};

/// What a name must be declared as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum RefKind {
    Role,
    /// A role or `guest`.
    Reader,
    Category,
    Purpose,
    Consent,
    Activity,
    Recipient,
    Event,
    Item,
}

/// A name that must be declared elsewhere.
#[derive(Clone, Debug)]
pub(crate) struct Ref {
    pub(crate) kind: RefKind,
    pub(crate) name: String,
    pub(crate) place: Place,
}

/// A clause with the places of its values.
#[derive(Clone, Debug)]
pub(crate) struct DraftClause {
    pub(crate) clause: Clause,
    spots: Vec<(&'static str, Place)>,
}

impl DraftClause {
    /// The place of a value, or of the whole node.
    pub(crate) fn spot(&self, name: &str) -> Place {
        self.spots.iter().find(|(known, _)| *known == name).map_or(self.clause.place, |(_, place)| *place)
    }
}

/// A statement that has been read, before names are looked up.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) key: String,
    /// The place of the statement's name.
    pub(crate) place: Place,
    pub(crate) names: Texts,
    pub(crate) versions: Vec<Spanned<Version>>,
    pub(crate) languages: Vec<Language>,
    pub(crate) zone: Option<TimeZone>,
    pub(crate) controller: Option<Controller>,
    pub(crate) roles: Vec<Spanned<Role>>,
    pub(crate) clauses: Vec<DraftClause>,
    pub(crate) refs: Vec<Ref>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Where texts stand, and in which languages.
    pub(crate) said: Vec<(Place, Vec<Language>)>,
    /// Parts of the file could not be read, so that missing names prove nothing.
    pub(crate) partial: bool,
    /// Kinds of which some node could not be read, so that a missing one proves nothing.
    lost: Vec<String>,
    spots: Vec<(&'static str, Place)>,
}

impl Draft {
    /// Whether there is no statement at all.
    pub(crate) fn place_is_empty(&self) -> bool {
        self.place == Place::default()
    }

    /// Whether some node of this kind could not be read.
    pub(crate) fn lost(&self, kind: &str) -> bool {
        self.lost.iter().any(|lost| lost == kind)
    }

    fn said(&mut self, place: Place, texts: &Texts) {
        if !texts.is_empty() {
            self.said.push((place, texts.iter().map(|(language, _)| language).collect()));
        }
    }

    fn spot(&mut self, name: &'static str, place: Place) {
        self.spots.push((name, place));
    }
}

/// Nodes that are no clauses.
const HEADER: [&str; 6] = ["name", "version", "languages", "time-zone", "controller", "role"];

/// Nodes that are clauses.
const CLAUSES: [&str; 46] = [
    "about",
    "activity",
    "purpose",
    "category",
    "read",
    "never",
    "keep",
    "announce",
    "consent",
    "recipient",
    "disclose",
    "report",
    "sign-in",
    "password",
    "second-factor",
    "throttle",
    "notify",
    "cookie",
    "unsent",
    "mailing",
    "invitation",
    "field",
    "age",
    "undertaking",
    "warn",
    "rights",
    "self-service",
    "changes",
    "counts",
    "group-figures",
    "review",
    "backup",
    "break-glass",
    "recording",
    "move",
    "notice",
    "publish",
    "share",
    "feedback",
    "uploads",
    "links",
    "invoices",
    "encryption",
    "alternative",
    "contact",
    "declare",
];

/// Reads the nodes of a file.
pub(crate) fn read(parsed: Parsed, whole: Place) -> Draft {
    let mut draft = Draft { diagnostics: parsed.diagnostics, partial: parsed.partial, ..Draft::default() };
    let mut statements = parsed.nodes.iter().filter(|node| node.name.value == "statement");
    let first = statements.next();
    for second in statements {
        let what = "a file holds one statement, and this is the second";
        let diagnostic = Diagnostic::error("second-statement", second.head, what).label("second statement");
        draft.diagnostics.push(diagnostic.help("put it into a file of its own"));
    }
    for stray in parsed.nodes.iter().filter(|node| node.name.value != "statement") {
        let what = format!("`{}` stands outside the statement", form::shortened(&stray.name.value));
        let near = did_you_mean(&stray.name.value, ["statement"]);
        let known = HEADER.iter().chain(&CLAUSES).any(|kind| *kind == stray.name.value);
        let help =
            if near.starts_with("did") && !known { near } else { "move it inside statement \"...\" { }".to_owned() };
        draft.diagnostics.push(Diagnostic::error("outside", stray.head, what).label("outside").help(help));
    }
    match first {
        Some(node) => statement(node, &mut draft),
        None if draft.diagnostics.is_empty() => {
            let what = "there is no statement in this file";
            let diagnostic = Diagnostic::error("no-statement", Place { length: 0, ..whole }, what);
            draft.diagnostics.push(diagnostic.label("it begins here").help(format!("write: {}", example("statement"))));
        }
        None => {}
    }
    draft
}

fn statement(node: &Node, draft: &mut Draft) {
    draft.place = node.head;
    // Its own name first; then the languages, because texts without one are in the first of them.
    let name = Node { children: Vec::new(), ..node.clone() };
    let mut form = Form::new(&name, draft);
    let key = form.key();
    form.finish();
    draft.key = key.map(|key| key.value).unwrap_or_default();
    for child in node.children.iter().filter(|child| child.name.value == "languages") {
        header::languages(child, draft);
    }
    for child in &node.children {
        match child.name.value.as_str() {
            "languages" => {}
            "name" => {
                let mut form = Form::new(child, draft);
                let texts = form.own_texts(true);
                form.finish();
                draft.names = texts;
            }
            "version" => header::version(child, draft),
            "time-zone" => header::zone(child, draft),
            "controller" => header::controller(child, draft),
            "role" => header::role(child, draft),
            kind if CLAUSES.contains(&kind) => clause(child, draft),
            "statement" => {
                let what = "a statement cannot hold a statement";
                let diagnostic = Diagnostic::error("second-statement", child.head, what);
                draft.diagnostics.push(diagnostic.help("look for a missing } above, or put it into a file of its own"));
            }
            kind => unknown(kind, child, draft),
        }
    }
}

fn unknown(kind: &str, node: &Node, draft: &mut Draft) {
    let what = format!("there is no kind of clause `{}`", form::shortened(kind));
    let near = did_you_mean(kind, HEADER.iter().chain(&CLAUSES).copied());
    let help = if near.is_empty() {
        "what a statement can say stands in docs/statement-language.md; a promise that people keep is a `declare`"
            .to_owned()
    } else {
        near
    };
    draft.lost.extend(nearest(kind, HEADER.iter().chain(&CLAUSES).copied()).map(str::to_owned));
    let diagnostic = Diagnostic::error("unknown-node", node.name.place, what);
    draft.diagnostics.push(diagnostic.label("not known").help(help));
}

fn clause(node: &Node, draft: &mut Draft) {
    draft.spots.clear();
    let errors = draft.diagnostics.len();
    let mut form = Form::new(node, draft);
    let id = form.word("id");
    if let Some(id) = &id {
        form.check_key(id);
        form.draft.spot("id", id.place);
    }
    let note = form.texts("note");
    let rule = match node.name.value.as_str() {
        "about" | "activity" | "purpose" | "category" | "read" | "never" | "keep" | "announce" => data::rule(&mut form),
        "consent" | "recipient" | "disclose" | "report" | "publish" | "share" | "mailing" => outside::rule(&mut form),
        "sign-in" | "password" | "second-factor" | "throttle" | "cookie" | "unsent" | "invitation" | "field"
        | "age" => entry::rule(&mut form),
        "undertaking" | "warn" | "rights" | "self-service" | "changes" | "notice" | "feedback" | "alternative"
        | "contact" | "declare" | "notify" => people::rule(&mut form),
        _ => running::rule(&mut form),
    };
    form.finish();
    let spots = std::mem::take(&mut draft.spots);
    if let Some((rule, derived)) = rule {
        let id = id.map_or(derived, |id| id.value);
        let clause = Clause { id, rule, state: State::Unchecked, note, place: node.head };
        draft.clauses.push(DraftClause { clause: with_id(clause), spots });
        return;
    }
    draft.lost.push(node.name.value.clone());
    if draft.diagnostics.len() == errors {
        // A kind that gave no rule has said why; this keeps it so.
        draft.diagnostics.push(Diagnostic::error("unreadable", node.head, "this clause cannot be read"));
    }
}

/// Writes the clause's id into the rule's data.
fn with_id(mut clause: Clause) -> Clause {
    clause.rule.set_clause(&clause.id);
    clause
}

/// The id of a clause: its kind and names.
fn id(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("-")
}

/// A rule with the id that it has by itself.
type Found = Option<(Rule, String)>;

//! What is held, who can see it, how long: the sentences of categories, reading rules and periods.

use kernel::Archetype;

use super::speaker::{Form, Speaker, capital};
use crate::{
    Category, Keep, Never, Read, What, When,
    plan::{Announce, CategoryKind, GUEST, Move, Source},
};

impl Speaker<'_> {
    pub(super) fn category_clause(&self, category: &Category) -> Vec<String> {
        let what = self.category(&category.key);
        let mut said =
            vec![self.with(
                "page-category",
                [("what", what.into()), ("purposes", self.purposes(&category.purposes).into())],
            )];
        for rule in &category.bases {
            let basis = rule.basis.key();
            let law = self.law(rule.law.as_ref());
            said.push(match &rule.activity {
                None => self.with(&format!("page-basis-{basis}"), [("law", law.into())]),
                Some(activity) => {
                    let name = self.activity(activity);
                    self.with(&format!("page-basis-in-{basis}"), [("law", law.into()), ("activity", name.into())])
                }
            });
        }
        if !category.sources.is_empty() {
            said.push(self.sources(category));
        }
        if category.kind == CategoryKind::Visitor {
            said.push(self.say("page-category-visitor"));
        }
        if category.special {
            said.push(self.say("page-special"));
        }
        if let Some(role) = &category.secrecy {
            said.push(self.with("page-secrecy", [("role", self.the_role(role).into())]));
        }
        said
    }

    pub(super) fn activity(&self, key: &str) -> String {
        self.plan
            .all::<crate::plan::Activity>()
            .find(|activity| activity.key == key)
            .map_or_else(|| self.quoted(key), |activity| self.named(&activity.names, key))
    }

    /// "This data comes from you and the manager."
    pub(super) fn sources(&self, category: &Category) -> String {
        let sources: Vec<_> = category.sources.iter().map(|source| self.source(*source)).collect();
        self.with("page-source", [("sources", self.list(&sources).into())])
    }

    fn source(&self, source: Source) -> String {
        let role_of = |archetype| self.plan.roles_of(archetype).next().map(|role| role.key.clone());
        match source {
            Source::You | Source::Sponsor | Source::System => self.phrase(&format!("page-source-{}", source.key())),
            Source::Manager => role_of(Archetype::Manager)
                .map_or_else(|| self.phrase("page-role-manager-definite"), |role| self.the_role(&role)),
            Source::Coach => role_of(Archetype::Coach)
                .map_or_else(|| self.phrase("page-role-coach-definite"), |role| self.the_role(&role)),
        }
    }

    // ---- who can see it

    /// The paragraph over all reading rules of a category.
    pub(super) fn readers(&self, category: &str) -> String {
        let reads: Vec<_> = self.plan.reads().iter().filter(|read| read.category == category).collect();
        if reads.is_empty() {
            return self.say("page-readers-none");
        }
        if let Some(guest) = reads.iter().find(|read| read.role == GUEST) {
            let consent = guest.when == Some(When::WithConsent);
            return self.say(if consent { "page-readers-guest-consent" } else { "page-readers-guest" });
        }
        let (special, plain): (Vec<&Read>, Vec<&Read>) = reads.into_iter().partition(|read| on_condition(read.when));
        let mut said = Vec::new();
        let among = plain.iter().any(|read| read.when == Some(When::InRelation) && self.is_participant(&read.role));
        let mut names: Vec<(Form, String)> = Vec::new();
        for read in plain.iter().filter(|read| own(read.when)) {
            let me = if self.is_participant(&read.role) {
                (Form::You, self.phrase("page-you"))
            } else if plain.iter().any(|other| own(other.when) && self.is_participant(&other.role)) {
                // "You" are every role that sees its own.
                continue;
            } else if plain.iter().filter(|other| own(other.when)).count() > 1 {
                // Several roles see each their own: whoever reads this is one of them.
                (Form::You, self.phrase("page-you"))
            } else {
                (Form::One, self.with_role("page-your-role", &read.role))
            };
            add(&mut names, me);
        }
        if among {
            add(&mut names, (Form::You, self.phrase("page-you")));
            add(&mut names, (Form::Many, self.phrase("page-people-around")));
        }
        for read in plain.iter().filter(|read| !own(read.when)) {
            match self.reader(read, among) {
                Some(name) => add(&mut names, name),
                None => continue,
            }
        }
        if !names.is_empty() {
            said.push(self.about_readers("page-readers", &names));
        }
        if plain.len() > 1 && plain.iter().all(|read| read.when == Some(When::Own)) {
            said.push(self.say("page-readers-own"));
        }
        let mut others: Vec<(Form, String)> = Vec::new();
        for read in special {
            add(&mut others, (Form::Many, self.the_roles(&read.role)));
        }
        if !others.is_empty() {
            let key = if names.is_empty() { "page-readers-only-conditional" } else { "page-readers-conditional" };
            said.push(self.about_readers(key, &others));
        }
        said.join(" ")
    }

    fn about_readers(&self, key: &str, names: &[(Form, String)]) -> String {
        let form = match names {
            [(form, _)] => *form,
            _ => Form::Many,
        };
        let list: Vec<_> = names.iter().map(|(_, name)| name.clone()).collect();
        self.with(key, [("form", form.key().into()), ("readers", self.list(&list).into())])
    }

    /// How a reader other than "you" stands in a list.
    fn reader(&self, read: &Read, among: bool) -> Option<(Form, String)> {
        let participant = self.is_participant(&read.role);
        match read.when {
            Some(When::InRelation) if among => None,
            Some(When::InRelation) => Some((Form::One, self.with_role("page-your-role", &read.role))),
            Some(When::SharedWithThem) if participant => Some((Form::You, self.phrase("page-you"))),
            Some(When::SharedWithThem) => Some((Form::One, self.with_role("page-your-role", &read.role))),
            Some(When::SameCourse) => {
                Some((Form::Many, self.voice.say1("page-same-course", "roles", self.the_roles(&read.role))))
            }
            Some(When::SameTraining) => {
                Some((Form::Many, self.voice.say1("page-same-training", "roles", self.the_roles(&read.role))))
            }
            _ => Some((Form::Many, self.the_roles(&read.role))),
        }
    }

    fn with_role(&self, key: &str, role: &str) -> String {
        self.voice.say1(key, "role", self.role(role))
    }

    pub(super) fn read_clause(&self, read: &Read) -> Vec<String> {
        let participant = self.is_participant(&read.role);
        let guest = read.role == GUEST;
        let key = match read.when {
            None => "page-read-any",
            Some(When::Own) => "page-read-own",
            Some(When::SharedWithThem) => "page-read-shared",
            Some(When::InRelation) if participant => "page-read-relation-you",
            Some(When::InRelation) => "page-read-relation",
            Some(When::SameCourse) if participant => "page-read-course-you",
            Some(When::SameCourse) => "page-read-course",
            Some(When::SameTraining) if participant => "page-read-training-you",
            Some(When::SameTraining) => "page-read-training",
            Some(When::AfterCompletion) => "page-read-completion",
            Some(When::StatingReason) => "page-read-reason",
            Some(When::BreakGlass) => "page-read-break-glass",
            Some(When::WithConsent) => "page-read-consent",
        };
        let (form, who) =
            if guest { (Form::One, self.phrase("page-read-guest")) } else { (Form::Many, self.the_roles(&read.role)) };
        let (role, a_role) =
            if guest { (String::new(), String::new()) } else { (self.role(&read.role), self.a_role(&read.role)) };
        vec![self.with(
            key,
            [
                ("what", self.category(&read.category).into()),
                ("who", who.clone().into()),
                ("form", form.key().into()),
                ("role", role.into()),
                ("a-role", a_role.into()),
                ("roles", who.into()),
            ],
        )]
    }

    pub(super) fn never_clause(&self, never: &Never) -> Vec<String> {
        let guest = if never.role == GUEST { "-guest" } else { "" };
        let everything = if never.what == What::Everything { "-everything" } else { "" };
        vec![self.with(
            &format!("page-never-read{everything}{guest}"),
            [("what", self.what(&never.what).into()), ("who", self.the_roles(&never.role).into())],
        )]
    }

    // ---- how long

    pub(super) fn keep_clause(&self, keep: &Keep) -> Vec<String> {
        let key = match (keep.floor, &keep.consent, &keep.of) {
            (true, ..) => "page-keep-floor",
            (_, Some(_), _) => "page-keep-consent",
            (_, _, Some(_)) => "page-keep-of",
            _ => "page-keep-any",
        };
        let (role, a_role) = keep.of.as_ref().map(|role| (self.role(role), self.a_role(role))).unwrap_or_default();
        let mut said = vec![self.with(
            key,
            [
                ("what", self.what(&keep.what).into()),
                ("when", self.when(keep).into()),
                ("role", role.into()),
                ("a-role", a_role.into()),
                ("law", self.law(keep.law.as_ref()).into()),
            ],
        )];
        if let Some(announce) = keep.announce {
            said.push(self.with("page-keep-announce", [("period", self.period(announce).into())]));
        }
        said
    }

    /// What several rules of one date say together.
    pub(super) fn keeps(&self, keeps: &[&Keep]) -> String {
        let plain: Vec<_> = keeps.iter().filter(|keep| keep.of.is_none()).map(|keep| self.what(&keep.what)).collect();
        let mut said = Vec::new();
        if !plain.is_empty() {
            said.push(self.with("page-keep-then", [("what", self.list(&plain).into())]));
        }
        let mut told: Vec<&What> = Vec::new();
        for keep in keeps.iter().filter(|keep| keep.of.is_some()) {
            if told.contains(&&keep.what) {
                continue;
            }
            told.push(&keep.what);
            let same = keeps.iter().filter(|other| other.what == keep.what);
            let roles: Vec<_> = same.filter_map(|other| other.of.as_ref()).map(|role| self.a_role(role)).collect();
            let values = [("what", self.what(&keep.what).into()), ("roles", self.list_or(&roles).into())];
            said.push(self.with("page-keep-then-of", values));
        }
        let announced = keeps.iter().filter(|keep| keep.what.category().is_none()).map(|keep| keep.announce);
        let mut announced: Vec<_> = announced.collect();
        announced.dedup();
        if let [Some(period)] = announced.as_slice() {
            said.push(self.with("page-keep-announce", [("period", self.period(*period).into())]));
        }
        said.join(" ")
    }

    pub(super) fn announce_clause(&self, announce: &Announce) -> Vec<String> {
        let key = if announce.channels.is_empty() { "page-announce" } else { "page-announce-by" };
        vec![self.with(
            key,
            [
                ("what", self.what(&announce.what).into()),
                ("period", self.period(announce.before).into()),
                ("by", self.channels(&announce.channels).into()),
            ],
        )]
    }

    pub(super) fn move_clause(&self, rule: &Move) -> Vec<String> {
        let storage = |name: &str| {
            let key = format!("page-storage-{name}");
            if self.knows(&key) { self.phrase(&key) } else { self.voice.say1("page-storage-other", "name", name) }
        };
        vec![self.with(
            "page-move",
            [
                ("what", self.category(&rule.category).into()),
                ("from", storage(&rule.from).into()),
                ("to", storage(&rule.to).into()),
                ("period", self.period(rule.within).into()),
                ("event", self.event(&rule.after).into()),
            ],
        )]
    }

    /// "The dialogue", as a heading; "Everything" for all of it.
    pub(super) fn heading(&self, what: &What) -> String {
        match what {
            What::Category(key) => capital(&self.category(key)),
            What::Everything => self.say("page-everything-title"),
        }
    }
}

/// Whether the reader sees only what is the reader's own.
fn own(when: Option<When>) -> bool {
    when == Some(When::Own)
}

/// Whether a right to see something hangs on more than who somebody is.
fn on_condition(when: Option<When>) -> bool {
    matches!(when, Some(When::StatingReason | When::BreakGlass | When::WithConsent | When::AfterCompletion))
}

/// Each once, and "you" before all others.
fn add(names: &mut Vec<(Form, String)>, name: (Form, String)) {
    if names.contains(&name) {
        return;
    }
    match name.0 {
        Form::You => names.insert(0, name),
        _ => names.push(name),
    }
}

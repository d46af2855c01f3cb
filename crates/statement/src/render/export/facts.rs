//! What the exports tell of a category, a recipient or the house, in the words of the public page.

use kernel::Archetype;

use super::document::Fact;
use crate::{
    Category, Clause, Keep, Plan, Role, Rule, State,
    plan::{CategoryKind, Practice, Recipient},
    read::country,
    render::speaker::{Speaker, capital, typeset},
};

impl Speaker<'_> {
    /// The law that holds where the controller is: after Brexit the British kept the regulation under a name of their own.
    pub(super) fn gdpr(&self) -> String {
        let british = self.plan.controller().country == "GB";
        self.phrase(if british { "export-gdpr-uk" } else { "export-gdpr" })
    }

    /// A sentence that names the law.
    pub(super) fn lawful(&self, key: &str) -> String {
        self.with(key, [("gdpr", self.gdpr().into())])
    }

    /// "Made of version 11 of the privacy statement, which holds since 1 October 2026."
    pub(super) fn made_of(&self) -> String {
        let version = self.plan.version();
        let date = self.voice.date(version.effective);
        let name = self.plan.controller().name.as_str();
        self.with("export-made", [("name", name.into()), ("number", version.number.into()), ("date", date.into())])
    }

    /// "Contract (Art. 6(1)(b) GDPR)", once for each activity.
    pub(super) fn basis_lines(&self, category: &Category) -> Vec<String> {
        let lines = category.bases.iter().map(|rule| {
            let name = self.lawful(&format!("export-basis-{}", rule.basis.key()));
            let law = self.law(rule.law.as_ref());
            match &rule.activity {
                None => format!("{name}{law}"),
                Some(activity) => {
                    let activity = self.activity(activity);
                    self.with(
                        "export-basis-in",
                        [("basis", format!("{name}{law}").into()), ("activity", activity.into())],
                    )
                }
            }
        });
        lines.collect()
    }

    /// How long a category is kept, rule by rule, those for everything too. Rules of one period name their roles
    /// together.
    pub(super) fn period_lines(&self, category: &Category) -> Vec<String> {
        let mut rules: Vec<(&Keep, Vec<String>)> = Vec::new();
        for keep in self.plan.keeps().iter().filter(|keep| keep.what.covers(&category.key)) {
            let roles = keep.of.iter().cloned();
            match rules.iter_mut().find(|(known, _)| alike(known, keep)) {
                Some((_, known)) => known.extend(roles),
                None => rules.push((keep, roles.collect())),
            }
        }
        rules.into_iter().map(|(keep, roles)| self.period_line(keep, &roles)).collect()
    }

    fn period_line(&self, keep: &Keep, roles: &[String]) -> String {
        let when = self.when(keep);
        let line = if roles.is_empty() {
            capital(&when)
        } else {
            let roles = capital(&self.all_the_roles(roles));
            self.with("export-period-of", [("roles", roles.into()), ("when", when.into())])
        };
        let line = format!("{line}{}", self.law(keep.law.as_ref()));
        if keep.consent.is_none() { line } else { self.with("export-period-consent", [("period", line.into())]) }
    }

    /// Whose data it is, in words; for visits, visitors.
    pub(super) fn subjects(&self, category: &Category) -> String {
        if category.kind == CategoryKind::Visitor {
            return self.phrase("export-visitors");
        }
        let roles = subject_roles(self.plan, category);
        if roles.is_empty() { self.phrase("export-everyone") } else { self.all_the_roles(&roles) }
    }

    /// Who inside sees it.
    pub(super) fn inside(&self, category: &Category) -> String {
        let mut roles: Vec<String> = Vec::new();
        for read in self.plan.reads().iter().filter(|read| read.category == category.key) {
            if !roles.contains(&read.role) {
                roles.push(read.role.clone());
            }
        }
        if roles.is_empty() { self.phrase("export-nobody") } else { self.all_the_roles(&roles) }
    }

    /// The recipients outside of a category.
    pub(super) fn receiving<'a>(&'a self, category: &'a Category) -> impl Iterator<Item = &'a Recipient> {
        self.plan.recipients().filter(|recipient| recipient.categories.contains(&category.key))
    }

    /// "Postbode Mail B.V. (processor, the Netherlands)".
    pub(super) fn recipient_line(&self, recipient: &Recipient) -> String {
        let name = self.named(&recipient.names, &recipient.key);
        let role = self.phrase(&format!("export-role-{}", recipient.role.key()));
        let country = self.country(&recipient.country);
        self.voice
            .say_with("export-recipient", [("name", name.into()), ("role", role.into()), ("country", country.into())])
    }

    /// Whether data that goes there is transferred in the sense of Chapter V.
    pub(super) fn is_transfer(&self, recipient: &Recipient) -> bool {
        recipient.country != self.plan.controller().country && !country::in_eea(&recipient.country)
    }

    /// "Standard contractual clauses (Art. 46(2)(c) GDPR)"; `None` when the statement names none.
    pub(super) fn safeguard(&self, recipient: &Recipient) -> Option<String> {
        recipient.safeguard.map(|safeguard| self.lawful(&format!("export-safeguard-{}", safeguard.key())))
    }

    /// A category's purposes, each as its own phrase.
    pub(super) fn purpose_lines(&self, keys: &[String]) -> Vec<String> {
        keys.iter().map(|key| capital(&self.purpose(key))).collect()
    }

    /// What a category holds: the organisation's words, or its items.
    pub(super) fn holds(&self, category: &Category) -> String {
        let about = self.own(&category.about);
        if about.is_empty() { items(category) } else { about }
    }

    /// The clauses about safety, in the words of the page, each with who keeps it.
    pub(super) fn measures(&self) -> Vec<String> {
        let clauses = self.plan.clauses().iter().filter(|clause| is_measure(clause));
        clauses.map(|clause| self.with_state(clause)).collect()
    }

    /// A clause as a line, with its mark at the end.
    pub(super) fn with_state(&self, clause: &Clause) -> String {
        let text = self.clause(&clause.rule).join(" ");
        let label = self.state(&clause.state);
        if label.is_empty() {
            return text;
        }
        self.voice.say_with("export-with-state", [("text", text.into()), ("state", label.into())])
    }

    /// A fact under a word of the exports.
    pub(super) fn fact(&self, key: &str, said: impl Into<String>) -> Fact {
        Fact::new(self.say(key), said)
    }

    /// A fact of several lines; missing, with what to add, when there are none.
    pub(super) fn lines_or(&self, key: &str, said: Vec<String>, missing: &str) -> Fact {
        if said.is_empty() { Fact::missing(self.say(key), self.say(missing)) } else { Fact::lines(self.say(key), said) }
    }

    /// The clause that rules a practice out.
    pub(super) fn ruled_out(&self, practice: Practice) -> Option<&Clause> {
        self.plan
            .clauses()
            .iter()
            .find(|clause| matches!(&clause.rule, Rule::RuledOut(rule) if rule.practice == practice))
    }

    /// The names of the roles on an archetype.
    pub(super) fn has_officer_role(&self) -> bool {
        self.plan.roles_of(Archetype::Officer).next().is_some()
    }
}

/// The roles whose people the data is about: those who see their own of it, and participants where it falls under
/// secrecy, since that is what the secrecy is about. None means everyone with an account.
pub(super) fn subject_roles(plan: &Plan, category: &Category) -> Vec<String> {
    let sees_own = |role: &str| {
        plan.reads().iter().any(|read| read.category == category.key && read.role == role && read.when.is_some())
    };
    let confided = |role: &Role| category.secrecy.is_some() && role.archetype == Archetype::Participant;
    let concerned = plan.roles().iter().filter(|role| sees_own(&role.key) || confided(role));
    concerned.map(|role| role.key.clone()).collect()
}

/// Whether two rules say the same but for whom.
fn alike(one: &Keep, other: &Keep) -> bool {
    one.of.is_some() == other.of.is_some()
        && (one.period, &one.after, one.floor, &one.law, &one.consent)
            == (other.period, &other.after, other.floor, &other.law, &other.consent)
}

/// The items of a category, as the inventory calls them.
pub(super) fn items(category: &Category) -> String {
    category.items.iter().map(|item| item.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// A name as people write it, in typographic signs.
pub(super) fn neat(text: &str) -> String {
    typeset(text)
}

/// Whether a clause is one of the technical and organisational measures of Art. 32.
pub(super) fn is_measure(clause: &Clause) -> bool {
    if matches!(clause.state, State::NotInUse { .. }) {
        return false;
    }
    match &clause.rule {
        Rule::SignIn(_)
        | Rule::Password(_)
        | Rule::SecondFactor(_)
        | Rule::Throttle(_)
        | Rule::Encryption(_)
        | Rule::Backup(_)
        | Rule::Review(_)
        | Rule::BreakGlass(_)
        | Rule::Undertaking(_)
        | Rule::Notify(_)
        | Rule::Declaration(_) => true,
        Rule::RuledOut(rule) => matches!(
            rule.practice,
            Practice::SharedAccounts
                | Practice::RealDataInTests
                | Practice::NamesInAddresses
                | Practice::MailedPasswords
                | Practice::UndeclaredConnections
        ),
        _ => false,
    }
}

//! Phrases for seals, beside every item of the app, and for the sentences of the page.

use kernel::Language;

use super::speaker::{Speaker, capital};
use crate::{
    Category, Keep, Period, Plan, State,
    plan::{Channel, Right},
};

/// The period of a rule: "two years after the trajectory ended".
pub fn period_phrase(plan: &Plan, keep: &Keep, language: Language) -> String {
    Speaker::new(plan, language).when(keep)
}

/// What a category is used for: "to make the coaching possible".
pub fn purpose_phrase(plan: &Plan, category: &Category, language: Language) -> String {
    Speaker::new(plan, language).purposes(&category.purposes)
}

/// Several categories as they stand in a sentence: "the dialogue and the drafts".
pub fn categories_phrase(plan: &Plan, categories: &[String], language: Language) -> String {
    Speaker::new(plan, language).categories(categories)
}

/// Several purposes as they stand in a sentence: "to coach you and to keep in touch".
pub fn purposes_phrase(plan: &Plan, purposes: &[String], language: Language) -> String {
    Speaker::new(plan, language).purposes(purposes)
}

/// The legal basis of a category: "our agreement with you".
pub fn basis_phrase(plan: &Plan, category: &Category, language: Language) -> String {
    let speaker = Speaker::new(plan, language);
    let mut bases: Vec<_> =
        category.bases.iter().map(|rule| speaker.phrase(&format!("page-ground-of-{}", rule.basis.key()))).collect();
    bases.dedup();
    speaker.list_or(&bases)
}

/// Where a category comes from (GDPR Art. 15(1)(g)): "This data comes from you."
pub fn sources_phrase(plan: &Plan, category: &Category, language: Language) -> String {
    Speaker::new(plan, language).sources(category)
}

/// A category's name as a heading: "The dialogue".
pub fn category_name(plan: &Plan, category: &Category, language: Language) -> String {
    capital(&Speaker::new(plan, language).category(&category.key))
}

/// One person in a role: "coachee".
pub fn role_name(plan: &Plan, role: &str, language: Language) -> String {
    Speaker::new(plan, language).role(role)
}

/// Everyone in a role: "the coachees".
pub fn all_in_role(plan: &Plan, role: &str, language: Language) -> String {
    Speaker::new(plan, language).the_roles(role)
}

/// The supervisory authority's name and address on the web.
pub fn authority_name(plan: &Plan, language: Language) -> String {
    Speaker::new(plan, language).authority()
}

/// A clause's state in words: "Kept by the program"; empty for prose.
pub fn state_phrase(plan: &Plan, state: &State, language: Language) -> String {
    Speaker::new(plan, language).state(state)
}

impl Speaker<'_> {
    pub(super) fn state(&self, state: &State) -> String {
        match state {
            State::Enforced => self.phrase("page-state-enforced"),
            State::Declared => self.phrase("page-state-declared"),
            State::NotInUse { .. } => self.phrase("page-state-not-in-use"),
            State::Prose | State::Unchecked => String::new(),
        }
    }

    /// The words behind which the clauses of a paragraph are folded away.
    pub(super) fn fold(&self, paragraph: &super::Paragraph) -> String {
        let count = u32::try_from(paragraph.clauses.len()).unwrap_or(u32::MAX);
        if !paragraph.folded || count == 0 {
            return String::new();
        }
        let values = [("count", count.into()), ("word", self.number(count).into())];
        let mut said = vec![self.with("page-open-clauses", values)];
        for clause in &paragraph.clauses {
            if !clause.label.is_empty() && !said.contains(&clause.label) {
                said.push(clause.label.clone());
            }
        }
        said.join(" · ")
    }

    pub(super) fn authority(&self) -> String {
        let key = format!("page-authority-{}", self.plan.controller().authority);
        if self.knows(&key) { self.phrase(&key) } else { self.phrase("page-authority-other") }
    }

    /// Whether there is a message for a key that is made of an organisation's word.
    pub(super) fn knows(&self, key: &str) -> bool {
        !self.voice.say(key).starts_with("[page-")
    }

    /// "one year and six months".
    pub(super) fn period(&self, period: Period) -> String {
        self.units(period, "page-")
    }

    /// "every month".
    pub(super) fn every(&self, period: Period) -> String {
        self.units(period, "page-every-")
    }

    fn units(&self, period: Period, prefix: &str) -> String {
        let units = ["years", "months", "weeks", "days", "hours"];
        let parts: Vec<_> = period
            .counts()
            .into_iter()
            .zip(units)
            .filter(|(count, _)| *count > 0)
            .map(|(count, unit)| {
                let word = self.number(u32::from(count));
                self.voice.say2(&format!("{prefix}{unit}"), "count", i64::from(count), "word", word)
            })
            .collect();
        self.list(&parts)
    }

    /// What a period runs from: completes "two years after ...".
    pub(super) fn event(&self, event: &str) -> String {
        let key = format!("page-event-{event}");
        if self.knows(&key) { self.phrase(&key) } else { self.voice.say1("page-event-other", "event", event) }
    }

    /// "two years after the trajectory ended".
    pub(super) fn when(&self, keep: &Keep) -> String {
        let event = self.event(&keep.after);
        if keep.period.is_zero() {
            // Swedish: "efter att utbildningen avslutades", but "samma dag som utbildningen avslutades".
            let event = event.strip_prefix("att ").unwrap_or(&event);
            return self.voice.say1("page-after-at-once", "event", event);
        }
        let key = if keep.floor { "page-at-least-after" } else { "page-after" };
        self.voice.say2(key, "period", self.period(keep.period), "event", event)
    }

    /// "by mail and when you sign in".
    pub(super) fn channels(&self, channels: &[Channel]) -> String {
        let parts: Vec<_> =
            channels.iter().map(|channel| self.phrase(&format!("page-channel-{}", channel.key()))).collect();
        self.list(&parts)
    }

    /// "to see your data, to have it corrected and to complain".
    pub(super) fn rights_list(&self, rights: &[Right]) -> String {
        let parts: Vec<_> = rights.iter().map(|right| self.phrase(&format!("page-right-{}", right.key()))).collect();
        self.list(&parts)
    }

    /// " (Art. 32 GDPR)", or nothing; the Dutch call that law AVG.
    pub(super) fn law(&self, law: Option<&crate::plan::Citation>) -> String {
        law.map(|law| self.voice.say1("page-law", "law", self.citation(law))).unwrap_or_default()
    }

    pub(super) fn citation(&self, law: &crate::plan::Citation) -> String {
        match self.language {
            Language::En => law.0.clone(),
            // The British law keeps its name.
            Language::Nl if law.0.contains("UK GDPR") => law.0.replace("Art.", "art."),
            Language::Nl => law.0.replace("GDPR", "AVG").replace("Art.", "art."),
            Language::Sv => law.0.replace("Art.", "art."),
        }
    }

    /// "the Netherlands", as it stands after "in".
    pub(super) fn country(&self, code: &str) -> String {
        let key = format!("page-country-{code}");
        if self.knows(&key) { self.phrase(&key) } else { self.voice.say1("page-country-other", "code", code) }
    }
}

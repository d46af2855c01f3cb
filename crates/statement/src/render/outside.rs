//! What leaves, and what people agree to: consents, recipients, disclosures, reports, mailings.

use kernel::Archetype;

use super::speaker::{Speaker, typeset};
use crate::plan::{
    Consent, Disclosure, Excluded, GroupFigures, Invoices, Mailing, MailingKind, Publish, Recipient, Report, RuledOut,
    SelfService, Share,
};

impl Speaker<'_> {
    pub(super) fn consent_clause(&self, consent: &Consent) -> Vec<String> {
        let ask = self.own(&consent.ask);
        let (role, a_role) = consent.of.as_ref().map(|role| (self.role(role), self.a_role(role))).unwrap_or_default();
        let key = if consent.of.is_some() { "page-consent-of" } else { "page-consent" };
        let mut said = vec![self.with(key, [("ask", ask.into()), ("role", role.into()), ("a-role", a_role.into())])];
        if !consent.categories.is_empty() {
            let what = self.categories(&consent.categories);
            let purpose = self.purpose(&consent.purpose);
            said.push(self.with("page-consent-about", [("what", what.into()), ("purpose", purpose.into())]));
        }
        said.push(self.say("page-consent-free"));
        let way = format!("page-withdraw-{}", consent.withdraw);
        said.push(if self.knows(&way) { self.say(&way) } else { self.say("page-withdraw-other") });
        said
    }

    /// The question of a consent, to be quoted.
    fn question(&self, key: &str) -> String {
        let consent = self.plan.consents().find(|consent| consent.key == key);
        typeset(consent.and_then(|consent| consent.ask.get(self.language)).unwrap_or(key))
    }

    pub(super) fn publish_clause(&self, publish: &Publish) -> Vec<String> {
        let what = self.category(&publish.category);
        vec![
            self.with("page-publish", [("what", what.into()), ("ask", self.question(&publish.consent).into())]),
            self.say(if publish.search_engines { "page-publish-search" } else { "page-publish-no-search" }),
        ]
    }

    pub(super) fn share_clause(&self, share: &Share) -> Vec<String> {
        vec![self.with(
            "page-share",
            [
                ("what", self.category(&share.category).into()),
                ("role", self.role(&share.by).into()),
                ("a-role", self.a_role(&share.by).into()),
            ],
        )]
    }

    pub(super) fn self_service_clause(&self, rule: &SelfService) -> Vec<String> {
        let (role, a_role) = rule.by.as_ref().map(|role| (self.role(role), self.a_role(role))).unwrap_or_default();
        let of = if rule.by.is_some() { "-of" } else { "" };
        let key = format!("page-self-{}{of}", rule.act.key());
        let values = [("what", self.what(&rule.what).into()), ("role", role.into()), ("a-role", a_role.into())];
        let mut said = vec![self.with(&key, values)];
        if let Some(method) = rule.confirm {
            said.push(self.say(&format!("page-confirm-{}", method.key())));
        }
        said
    }

    pub(super) fn mailing_clause(&self, mailing: &Mailing) -> Vec<String> {
        let key = match mailing.kind {
            _ if mailing.consent.is_some() => "page-mailing-consent",
            MailingKind::Service => "page-mailing-service",
            MailingKind::Reminder => "page-mailing-reminder",
            _ => "page-mailing",
        };
        let name = self.named(&mailing.names, &mailing.key);
        let mut said = vec![self.with(key, [("name", name.into())])];
        match (mailing.stop, mailing.erase) {
            (true, true) => said.push(self.say("page-mailing-stop-erase")),
            (true, false) => said.push(self.say("page-mailing-stop")),
            (false, true) => said.push(self.say("page-mailing-erase")),
            (false, false) => {}
        }
        said
    }

    /// The organisation's name for a thing, or its key in quotation marks.
    pub(super) fn named(&self, names: &crate::Texts, key: &str) -> String {
        names.get(self.language).map_or_else(|| self.quoted(key), typeset)
    }

    pub(super) fn recipient_clause(&self, recipient: &Recipient) -> Vec<String> {
        let name = self.named(&recipient.names, &recipient.key);
        let about = self.own(&recipient.about);
        let key = if about.is_empty() { "page-recipient-plain" } else { "page-recipient" };
        let mut said = vec![
            self.with(key, [("name", name.into()), ("about", about.into())]),
            self.say(&format!("page-recipient-{}", recipient.role.key())),
            self.with("page-recipient-country", [("country", self.country(&recipient.country).into())]),
        ];
        if let Some(safeguard) = recipient.safeguard {
            said.push(self.say(&format!("page-safeguard-{}", safeguard.key())));
        }
        if !recipient.categories.is_empty() {
            let what = self.categories(&recipient.categories);
            let purposes = self.purposes(&recipient.purposes);
            let key = if purposes.is_empty() { "page-recipient-receives-plain" } else { "page-recipient-receives" };
            said.push(self.with(key, [("what", what.into()), ("purposes", purposes.into())]));
        }
        if recipient.sealed {
            said.push(self.say("page-recipient-sealed"));
        }
        if let Some(agreement) = &recipient.agreement {
            let date = self.voice.date(agreement.signed);
            let every = agreement.review.map(|period| self.every(period)).unwrap_or_default();
            let key = if agreement.review.is_some() { "page-agreement-review" } else { "page-agreement" };
            said.push(self.with(key, [("date", date.into()), ("every", every.into())]));
        }
        said
    }

    pub(super) fn excluded_clause(&self, excluded: &Excluded) -> Vec<String> {
        let mut said = Vec::new();
        if !excluded.under.is_empty() {
            let laws: Vec<_> =
                excluded.under.iter().map(|law| self.phrase(&format!("page-jurisdiction-{}", law.key()))).collect();
            said.push(self.with("page-excluded-under", [("under", self.list_or(&laws).into())]));
        }
        if !excluded.countries.is_empty() {
            let countries: Vec<_> = excluded.countries.iter().map(|code| self.country(code)).collect();
            said.push(self.with("page-excluded-countries", [("countries", self.list_or(&countries).into())]));
        }
        said
    }

    pub(super) fn ruled_out_clause(&self, rule: &RuledOut) -> Vec<String> {
        let participants = self.plan.roles_of(Archetype::Participant).next();
        let participants = participants
            .map_or_else(|| self.phrase("page-role-participant-definite-plural"), |role| self.the_roles(&role.key));
        let key = format!("page-practice-{}", rule.practice.key());
        let mut said = vec![self.with(&key, [("participants", participants.into())])];
        if let Some(category) = &rule.category {
            said.push(self.with("page-practice-about", [("what", self.category(category).into())]));
        }
        said
    }

    pub(super) fn disclosure_clause(&self, rule: &Disclosure) -> Vec<String> {
        let grounds: Vec<_> =
            rule.grounds.iter().map(|ground| self.phrase(&format!("page-ground-{}", ground.key()))).collect();
        let word = self.number(rule.approvals);
        let mut said = vec![
            self.with("page-disclose", [("grounds", self.list_or(&grounds).into())]),
            self.with("page-disclose-approvals", [("count", rule.approvals.into()), ("word", word.into())]),
        ];
        if rule.tell {
            said.push(self.say("page-disclose-tell"));
        }
        said
    }

    pub(super) fn report_clause(&self, report: &Report) -> Vec<String> {
        let recipient = self.plan.recipients().find(|recipient| recipient.key == report.to);
        let to = recipient.map_or_else(|| self.quoted(&report.to), |to| self.named(&to.names, &to.key));
        let name = self.named(&report.names, &report.key);
        let mut said = vec![self.with("page-report", [("to", to.into()), ("name", name.into())])];
        if report.told_before {
            said.push(self.say("page-report-told"));
        }
        said
    }

    pub(super) fn group_figures_clause(&self, figures: &GroupFigures) -> Vec<String> {
        let name = self.named(&figures.names, &figures.key);
        let purpose = self.purpose(&figures.purpose);
        let size = self.number(figures.min_size);
        let mut said = vec![
            self.with("page-group-figures", [("name", name.into()), ("purpose", purpose.into())]),
            self.with("page-group-size", [("word", size.into())]),
        ];
        if figures.epsilon_thousandths.is_some() {
            said.push(self.say("page-group-noise"));
        }
        said.push(self.say(if figures.outside { "page-group-outside" } else { "page-group-inside" }));
        said
    }

    pub(super) fn invoices_clause(&self, invoices: &Invoices) -> Vec<String> {
        match (&invoices.unless, invoices.without_names) {
            (_, false) => Vec::new(),
            (Some(consent), true) => {
                vec![self.with("page-invoices-unless", [("ask", self.question(consent).into())])]
            }
            (None, true) => vec![self.say("page-invoices")],
        }
    }
}

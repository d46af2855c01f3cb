//! Every other kind of clause: the door, security, visits, rights, notices, declarations.

use super::speaker::{Speaker, capital, typeset};
use crate::{
    Rule,
    plan::{
        AgeGate, Alternative, Backup, BelowAge, BreakGlass, Changes, Contact, Cookie, CookiePlace, Counts, Declaration,
        Encryption, Feedback, Field, Invitation, Links, Notice, Notify, Password, Recording, Review, Rights,
        SecondFactor, SignIn, Throttle, Undertaking, Unsent, Uploads, Warning,
    },
};

impl Speaker<'_> {
    /// The sentences of a clause.
    pub(super) fn clause(&self, rule: &Rule) -> Vec<String> {
        match rule {
            Rule::About(about) => vec![self.own(&about.texts)],
            Rule::Activity(activity) => {
                let name = self.named(&activity.names, &activity.key);
                vec![self.with("page-activity", [("name", name.into())])]
            }
            Rule::Purpose(purpose) => {
                vec![self.with("page-purpose", [("purpose", self.purpose(&purpose.key).into())])]
            }
            Rule::Category(rule) => self.category_clause(rule),
            Rule::Read(rule) => self.read_clause(rule),
            Rule::Never(rule) => self.never_clause(rule),
            Rule::Keep(rule) => self.keep_clause(rule),
            Rule::Announce(rule) => self.announce_clause(rule),
            Rule::Consent(rule) => self.consent_clause(rule),
            Rule::Recipient(rule) => self.recipient_clause(rule),
            Rule::Excluded(rule) => self.excluded_clause(rule),
            Rule::RuledOut(rule) => self.ruled_out_clause(rule),
            Rule::Disclosure(rule) => self.disclosure_clause(rule),
            Rule::Report(rule) => self.report_clause(rule),
            Rule::SignIn(rule) => self.sign_in(rule),
            Rule::Password(rule) => self.password(rule),
            Rule::SecondFactor(rule) => self.second_factor(rule),
            Rule::Throttle(rule) => self.throttle(rule),
            Rule::Notify(rule) => self.notify(rule),
            Rule::Cookie(rule) => self.cookie(rule),
            Rule::Unsent(rule) => self.unsent(rule),
            Rule::Mailing(rule) => self.mailing_clause(rule),
            Rule::Invitation(rule) => self.invitation(rule),
            Rule::Field(rule) => self.field(rule),
            Rule::AgeGate(rule) => self.age(rule),
            Rule::Undertaking(rule) => self.undertaking(rule),
            Rule::Warning(rule) => self.warning(rule),
            Rule::Rights(rule) => self.rights(rule),
            Rule::SelfService(rule) => self.self_service_clause(rule),
            Rule::Changes(rule) => self.changes(rule),
            Rule::Counts(rule) => self.counts(rule),
            Rule::GroupFigures(rule) => self.group_figures_clause(rule),
            Rule::Review(rule) => self.review(rule),
            Rule::Backup(rule) => self.backup(rule),
            Rule::BreakGlass(rule) => self.break_glass(rule),
            Rule::Recording(rule) => self.recording(rule),
            Rule::Move(rule) => self.move_clause(rule),
            Rule::Notice(rule) => self.notice(rule),
            Rule::Publish(rule) => self.publish_clause(rule),
            Rule::Share(rule) => self.share_clause(rule),
            Rule::Feedback(rule) => self.feedback(rule),
            Rule::Uploads(rule) => self.uploads(rule),
            Rule::Links(rule) => self.links(rule),
            Rule::Invoices(rule) => self.invoices_clause(rule),
            Rule::Encryption(rule) => self.encryption(rule),
            Rule::Alternative(rule) => self.alternative(rule),
            Rule::Contact(rule) => self.contact(rule),
            Rule::Declaration(rule) => self.declaration(rule),
        }
    }

    fn sign_in(&self, rule: &SignIn) -> Vec<String> {
        let methods: Vec<_> =
            rule.methods.iter().map(|method| self.phrase(&format!("page-method-{}", method.key()))).collect();
        let (role, a_role) = rule.of.as_ref().map(|role| (self.role(role), self.a_role(role))).unwrap_or_default();
        let key = if rule.of.is_some() { "page-sign-in-of" } else { "page-sign-in" };
        let values = [("methods", self.list_or(&methods).into()), ("role", role.into()), ("a-role", a_role.into())];
        let mut said = vec![self.with(key, values)];
        for (key, period) in [("page-sign-in-idle", rule.idle), ("page-sign-in-link", rule.link)] {
            if let Some(period) = period {
                said.push(self.with(key, [("period", self.period(period).into())]));
            }
        }
        said
    }

    fn password(&self, rule: &Password) -> Vec<String> {
        let key = match (rule.digit, rule.capital) {
            (true, true) => "page-password-both",
            (true, false) => "page-password-digit",
            (false, true) => "page-password-capital",
            (false, false) => "page-password",
        };
        let mut said = vec![self.with(key, [("min", self.number(rule.min).into())])];
        if let Some(max) = rule.max {
            said.push(self.with("page-password-max", [("max", self.number(max).into())]));
        }
        if rule.breached {
            said.push(self.say("page-password-breached"));
        }
        said.push(self.say("page-password-stored"));
        said
    }

    fn second_factor(&self, rule: &SecondFactor) -> Vec<String> {
        let methods: Vec<_> =
            rule.methods.iter().map(|method| self.phrase(&format!("page-factor-{}", method.key()))).collect();
        let mut said = vec![self.with("page-factor", [("methods", self.list_or(&methods).into())])];
        if !rule.required_for.is_empty() {
            let roles = self.all_the_roles(&rule.required_for);
            said.push(self.with("page-factor-required", [("roles", roles.into())]));
        }
        said
    }

    fn throttle(&self, rule: &Throttle) -> Vec<String> {
        let word = self.number(rule.attempts);
        vec![self.with("page-throttle", [("word", word.into()), ("period", self.period(rule.within).into())])]
    }

    fn notify(&self, rule: &Notify) -> Vec<String> {
        let key = if rule.without_content { "page-notify" } else { "page-notify-content" };
        let by = if rule.channels.is_empty() { &[crate::plan::Channel::Mail][..] } else { &rule.channels };
        vec![self.with(key, [("by", self.channels(by).into())])]
    }

    fn unsent(&self, rule: &Unsent) -> Vec<String> {
        let lasts = self.with("page-unsent-lasts", [("period", self.period(rule.lasts).into())]);
        vec![self.with("page-unsent", [("purpose", self.purpose(&rule.purpose).into())]), lasts]
    }

    fn cookie(&self, rule: &Cookie) -> Vec<String> {
        let key = match rule.place {
            CookiePlace::Members => "page-cookie-members",
            CookiePlace::SignIn => "page-cookie-sign-in",
            CookiePlace::Everywhere => "page-cookie-everywhere",
        };
        let set = self.with(key, [("key", rule.key.as_str().into()), ("purpose", self.purpose(&rule.purpose).into())]);
        let lasts = |key, period| self.with(key, [("period", self.period(period).into())]);
        let goes = match (rule.place, rule.lasts) {
            (CookiePlace::SignIn, Some(period)) => lasts("page-cookie-back-lasts", period),
            (CookiePlace::SignIn, None) => self.say("page-cookie-back"),
            (_, Some(period)) => lasts("page-cookie-lasts", period),
            (_, None) => self.say("page-cookie-session"),
        };
        vec![set, goes]
    }

    fn invitation(&self, rule: &Invitation) -> Vec<String> {
        let mut said = vec![self.with("page-invitation", [("period", self.period(rule.lasts).into())])];
        if rule.tells_source {
            said.push(self.say("page-invitation-source"));
        }
        if rule.decline_erases {
            said.push(self.say("page-invitation-decline"));
        }
        said
    }

    fn field(&self, rule: &Field) -> Vec<String> {
        let key = if rule.required { "page-field-required" } else { "page-field-optional" };
        let name = typeset(rule.names.get(self.language).unwrap_or(&rule.item));
        vec![self.with(key, [("name", name.into()), ("purpose", self.purpose(&rule.purpose).into())])]
    }

    fn age(&self, rule: &AgeGate) -> Vec<String> {
        let key = match rule.below {
            BelowAge::Refuse => "page-age-refuse",
            BelowAge::Guardian => "page-age-guardian",
        };
        vec![self.with(key, [("word", self.number(rule.min).into())])]
    }

    fn undertaking(&self, rule: &Undertaking) -> Vec<String> {
        let key = if rule.law.is_some() { "page-undertaking-law" } else { "page-undertaking" };
        let law = rule.law.as_ref().map(|law| self.citation(law)).unwrap_or_default();
        let values = [
            ("roles", self.all_the_roles(&rule.by).into()),
            ("text", self.own(&rule.texts).into()),
            ("law", law.into()),
        ];
        let mut said = vec![self.with(key, values)];
        if rule.shown {
            said.push(self.say("page-undertaking-shown"));
        }
        said
    }

    fn warning(&self, rule: &Warning) -> Vec<String> {
        let values = [("what", self.category(&rule.category).into()), ("role", self.the_role(&rule.role).into())];
        vec![self.with("page-warn", values), self.say("page-warn-sharing")]
    }

    fn rights(&self, rule: &Rights) -> Vec<String> {
        let mut said = Vec::new();
        if !rule.offers.is_empty() {
            said.push(self.with("page-rights-offers", [("rights", self.rights_list(&rule.offers).into())]));
        }
        said.push(self.with("page-rights-within", [("period", self.period(rule.within).into())]));
        if let Some(extend) = rule.extend {
            said.push(self.with("page-rights-extend", [("period", self.period(extend).into())]));
        }
        if rule.without_account {
            said.push(self.say("page-rights-without-account"));
        }
        said
    }

    fn changes(&self, rule: &Changes) -> Vec<String> {
        let key = if rule.before.is_some() { "page-changes-before" } else { "page-changes" };
        let period = rule.before.map(|period| self.period(period)).unwrap_or_default();
        let mut said = vec![self.with(key, [("by", self.channels(&rule.tell).into()), ("period", period.into())])];
        if rule.may_stop {
            said.push(self.say("page-changes-stop"));
        }
        said
    }

    fn counts(&self, rule: &Counts) -> Vec<String> {
        let name = self.named(&rule.names, &rule.key);
        let values = [("name", name.into()), ("purpose", self.purpose(&rule.purpose).into())];
        let size = self.number(rule.min_size);
        let mut said = vec![self.with("page-counts", values), self.with("page-counts-size", [("word", size.into())])];
        if rule.place == "country" {
            said.push(self.say("page-counts-country"));
        }
        said
    }

    fn review(&self, rule: &Review) -> Vec<String> {
        let key = if rule.category.is_some() { "page-review-category" } else { "page-review" };
        let what = rule.category.as_ref().map(|key| self.category(key)).unwrap_or_default();
        vec![self.with(
            key,
            [
                ("every", self.every(rule.every).into()),
                ("role", self.the_role(&rule.by).into()),
                ("text", self.own(&rule.texts).into()),
                ("what", what.into()),
            ],
        )]
    }

    fn backup(&self, rule: &Backup) -> Vec<String> {
        let mut said = vec![self.with("page-backup", [("every", self.every(rule.every).into())])];
        if rule.off_site {
            said.push(self.say("page-backup-off-site"));
        }
        said.push(self.with("page-backup-horizon", [("period", self.period(rule.horizon).into())]));
        said
    }

    fn break_glass(&self, rule: &BreakGlass) -> Vec<String> {
        let values = [("role", self.the_role(&rule.by).into()), ("period", self.period(rule.lasts).into())];
        let mut said = vec![self.with("page-break-glass", values)];
        if rule.approvals > 0 {
            let word = self.number(rule.approvals);
            said.push(
                self.with("page-break-glass-approvals", [("count", rule.approvals.into()), ("word", word.into())]),
            );
        }
        if rule.tell {
            said.push(self.say("page-break-glass-tell"));
        }
        if !rule.except.is_empty() {
            said.push(self.with("page-break-glass-except", [("what", self.categories(&rule.except).into())]));
        }
        said
    }

    fn recording(&self, rule: &Recording) -> Vec<String> {
        let mut said = vec![self.with("page-recording", [("roles", self.all_the_roles(&rule.by).into())])];
        for (kept, key) in [
            (rule.announced, "page-recording-announced"),
            (rule.devices_off, "page-recording-devices"),
            (rule.tracks, "page-recording-tracks"),
            (rule.watermark, "page-recording-watermark"),
        ] {
            if kept {
                said.push(self.say(key));
            }
        }
        said
    }

    fn notice(&self, rule: &Notice) -> Vec<String> {
        let places: Vec<_> =
            rule.places.iter().map(|place| self.phrase(&format!("page-place-{}", place.key()))).collect();
        let text = self.own(&rule.texts);
        vec![self.with("page-notice", [("places", self.list(&places).into()), ("text", text.into())])]
    }

    fn feedback(&self, rule: &Feedback) -> Vec<String> {
        let values = [("what", self.category(&rule.category).into()), ("event", self.event(&rule.after).into())];
        let mut said = vec![self.with("page-feedback", values)];
        if rule.chosen_name {
            said.push(self.say("page-feedback-name"));
        }
        if rule.moderated {
            said.push(self.say("page-feedback-moderated"));
        }
        said
    }

    fn uploads(&self, rule: &Uploads) -> Vec<String> {
        let key = if rule.kinds.is_empty() { "page-uploads" } else { "page-uploads-kinds" };
        let kinds: Vec<_> = rule.kinds.iter().map(|kind| kind.to_uppercase()).collect();
        vec![self.with(key, [("mb", rule.max_mib.to_string().into()), ("kinds", self.list_or(&kinds).into())])]
    }

    fn links(&self, rule: &Links) -> Vec<String> {
        match (rule.marked, rule.without_referrer) {
            (true, true) => vec![self.say("page-links-both")],
            (true, false) => vec![self.say("page-links-marked")],
            (false, true) => vec![self.say("page-links-referrer")],
            (false, false) => Vec::new(),
        }
    }

    fn encryption(&self, rule: &Encryption) -> Vec<String> {
        let mut said = Vec::new();
        if rule.in_transit {
            said.push(self.say("page-encryption-in-transit"));
        }
        if rule.at_rest {
            said.push(self.say("page-encryption-at-rest"));
        }
        said
    }

    fn alternative(&self, rule: &Alternative) -> Vec<String> {
        let mut said = vec![self.with("page-alternative", [("text", self.own(&rule.texts).into())])];
        for (at, step) in rule.steps.iter().enumerate() {
            let key = if at == 0 { "page-alternative-first" } else { "page-alternative-then" };
            said.push(self.with(key, [("role", self.the_role(&step.role).into())]));
            let key = if at + 1 < rule.steps.len() { "page-alternative-within" } else { "page-alternative-last" };
            let period = step.period(self.plan.first::<Rights>());
            said.push(self.with(key, [("period", self.period(period).into())]));
        }
        said
    }

    fn contact(&self, rule: &Contact) -> Vec<String> {
        let key = match (rule.form, &rule.mail) {
            (true, Some(_)) => "page-contact-form-mail",
            (true, None) => "page-contact-form",
            (false, _) => "page-contact-mail",
        };
        let mail = rule.mail.clone().unwrap_or_default();
        let mut said = vec![self.with(key, [("text", self.own(&rule.texts).into()), ("mail", mail.into())])];
        if rule.mail.is_some() {
            said.push(self.say("page-contact-unsafe"));
        }
        said
    }

    fn declaration(&self, rule: &Declaration) -> Vec<String> {
        let owner = self.the_role(&rule.owner);
        let key = if rule.review.is_some() { "page-declare-owner-review" } else { "page-declare-owner" };
        let every = rule.review.map(|period| self.every(period)).unwrap_or_default();
        let mut said =
            vec![capital(&self.own(&rule.texts)), self.with(key, [("role", owner.into()), ("every", every.into())])];
        if let Some(expires) = rule.expires {
            said.push(self.with("page-declare-expires", [("date", self.voice.date(expires).into())]));
        }
        said
    }
}

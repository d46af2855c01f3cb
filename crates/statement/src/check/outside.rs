//! Recipients, transfers, consents, mailings: what leaves, and on what ground.

use super::Look;
use crate::{
    Diagnostic,
    diagnostic::quoted,
    plan::{
        Basis, Consent, Disclosure, Excluded, Ground, Jurisdiction, Mailing, MailingKind, Practice, Recipient,
        RecipientRole, RuledOut, Safeguard,
    },
    read::{DraftClause, country},
};

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let home = look.draft.controller.as_ref().map(|controller| controller.country.as_str());
    for (drafted, recipient) in look.all::<Recipient>() {
        // Data that stays in the controller's own country is not transferred.
        if home != Some(recipient.country.as_str()) || country::in_eea(&recipient.country) {
            transfer(drafted, recipient, found);
        }
        excluded(look, drafted, recipient, found);
        agreement(drafted, recipient, found);
    }
    consents(look, found);
    mailings(look, found);
    disclosures(look, found);
}

/// RL11: out of the European Economic Area only on a ground.
fn transfer(drafted: &DraftClause, recipient: &Recipient, found: &mut Vec<Diagnostic>) {
    if !country::known(&recipient.country) || country::in_eea(&recipient.country) {
        if let Some(safeguard) = recipient.safeguard.filter(|_| country::in_eea(&recipient.country)) {
            let what = format!("{} lies in the EEA: `{safeguard}` is not needed", recipient.country);
            let diagnostic = Diagnostic::note("idle-safeguard", drafted.spot("safeguard"), what);
            found.push(diagnostic.label("no transfer out of the EEA").help("take it away"));
        }
        return;
    }
    let adequate = country::adequate(&recipient.country);
    match recipient.safeguard {
        None => {
            let what = format!(
                "\"{}\" works in {}, outside the EEA, and no ground is given",
                recipient.key, recipient.country
            );
            let help = if adequate {
                "add safeguard=\"adequacy\" if the Commission's decision reaches it, or safeguard=\"standard-contractual-clauses\""
            } else {
                "add safeguard=\"standard-contractual-clauses\" once they are signed, or choose a recipient in the EEA"
            };
            let diagnostic = Diagnostic::error("transfer-without-ground", drafted.spot("country"), what)
                .label("outside the EEA")
                .why("data leaves the EEA only on a ground of GDPR Chapter V");
            found.push(diagnostic.help(help));
        }
        Some(Safeguard::Adequacy) if !adequate => {
            let what = format!("the Commission has found no adequate protection in {}", recipient.country);
            let diagnostic = Diagnostic::error("no-adequacy", drafted.spot("safeguard"), what)
                .label("no such decision")
                .related(drafted.spot("country"), "of this country")
                .why("safeguard=\"adequacy\" stands on a decision of GDPR Art. 45");
            found.push(diagnostic.help("write safeguard=\"standard-contractual-clauses\" once they are signed"));
        }
        Some(Safeguard::Adequacy) if recipient.country == "US" => {
            let what = "the decision on the United States reaches only firms on the Data Privacy Framework list";
            let diagnostic = Diagnostic::note("partial-adequacy", drafted.spot("safeguard"), what);
            found.push(
                diagnostic
                    .label("for some firms only")
                    .help("look the firm up, and note the day in the agreement's document"),
            );
        }
        Some(_) => {}
    }
}

/// The law that a recipient is under: what it says, and what its country brings.
fn laws(recipient: &Recipient) -> Vec<Jurisdiction> {
    let mut laws = recipient.under.clone();
    laws.extend(match recipient.country.as_str() {
        "US" | "UM" | "PR" | "GU" | "VI" | "AS" | "MP" => Some(Jurisdiction::UsSurveillanceLaw),
        "CN" | "HK" | "MO" => Some(Jurisdiction::CnSurveillanceLaw),
        "RU" => Some(Jurisdiction::RuSurveillanceLaw),
        _ => None,
    });
    if country::known(&recipient.country) && !country::in_eea(&recipient.country) {
        laws.push(Jurisdiction::OutsideEea);
    }
    laws
}

/// UC14: a recipient that the statement itself rules out.
fn excluded(look: &Look<'_>, drafted: &DraftClause, recipient: &Recipient, found: &mut Vec<Diagnostic>) {
    for (rule_at, rule) in look.all::<Excluded>() {
        let law = laws(recipient).into_iter().find(|law| rule.under.contains(law));
        let reason = match law {
            Some(law) => format!("is under `{law}`"),
            None if rule.countries.contains(&recipient.country) => format!("works in {}", recipient.country),
            None => continue,
        };
        let what = format!("\"{}\" {reason}, which this statement rules out", recipient.key);
        let diagnostic = Diagnostic::error("excluded-recipient", drafted.spot("country"), what)
            .label("not allowed")
            .related(rule_at.clause.place, "ruled out here");
        found.push(diagnostic.help("choose another recipient, or take back the promise in a new version"));
    }
}

fn agreement(drafted: &DraftClause, recipient: &Recipient, found: &mut Vec<Diagnostic>) {
    if recipient.role != RecipientRole::Processor {
        return;
    }
    match &recipient.agreement {
        None => {
            let what = format!("\"{}\" is a processor without an agreement", recipient.key);
            let diagnostic = Diagnostic::error("no-agreement", drafted.clause.place, what)
                .label("`agreement` is missing")
                .why("a processor works only under a contract (GDPR Art. 28(3))");
            found.push(diagnostic.help("add inside it: agreement signed=\"2026-01-10\" review=\"1 year\""));
        }
        Some(agreement) if agreement.review.is_none() => {
            let what = format!("the agreement with \"{}\" is never looked at again", recipient.key);
            let diagnostic = Diagnostic::warning("no-review", drafted.clause.place, what).label("`review` is missing");
            found.push(diagnostic.help("add review=\"1 year\" to the agreement"));
        }
        Some(_) => {}
    }
    if recipient.categories.is_empty() {
        let what = format!("it is not said what \"{}\" receives", recipient.key);
        let diagnostic = Diagnostic::warning("no-category", drafted.clause.place, what).label("`receives` is missing");
        found.push(diagnostic.help("add inside it: receives \"...\""));
    }
}

fn consents(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for (drafted, category) in look.categories() {
        let rests = category.bases.iter().any(|rule| rule.basis == Basis::Consent);
        let asked = look.all::<Consent>().any(|(_, consent)| consent.categories.contains(&category.key));
        if rests && !asked {
            let what = format!("\"{}\" rests on consent, and nobody is asked", category.key);
            let diagnostic = Diagnostic::error("consent-not-asked", drafted.clause.place, what)
                .label("basis \"consent\"")
                .why("consent is given by a clear act, to a question (GDPR Art. 4(11))");
            found.push(diagnostic.help(format!(
                "add: consent \"...\" category={} ... {{ ask en=\"...?\"; }}",
                quoted(&[&category.key])
            )));
        }
    }
    for (drafted, consent) in look.all::<Consent>() {
        for key in &consent.categories {
            let Some((category_at, category)) = look.category(key) else { continue };
            if !category.purposes.contains(&consent.purpose) && !consent.purpose.is_empty() {
                let what = format!("people agree to \"{}\", which is no purpose of \"{key}\"", consent.purpose);
                let diagnostic = Diagnostic::warning("consent-purpose", drafted.spot("purpose"), what)
                    .label("not among its purposes")
                    .related(category_at.spot("purpose"), "its purposes");
                found.push(diagnostic.help(format!("add the purpose to \"{key}\", or ask for one of its own")));
            }
        }
    }
}

fn mailings(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let no_marketing =
        look.all::<RuledOut>().find(|(_, rule)| matches!(rule.practice, Practice::Marketing | Practice::Advertising));
    for (drafted, mailing) in look.all::<Mailing>() {
        let selling = matches!(mailing.kind, MailingKind::Marketing);
        if let Some((rule_at, rule)) = no_marketing.filter(|_| selling) {
            let what =
                format!("\"{}\" is a marketing mailing, and this statement rules out {}", mailing.key, rule.practice);
            let diagnostic = Diagnostic::error("ruled-out-mailing", drafted.spot("kind"), what)
                .label("marketing")
                .related(rule_at.clause.place, "ruled out here");
            found.push(diagnostic.help("take one of the two away"));
        }
        let free = matches!(mailing.kind, MailingKind::Service | MailingKind::Reminder);
        if !free && mailing.consent.is_none() {
            let what = format!("\"{}\" goes to people who were not asked", mailing.key);
            let diagnostic = Diagnostic::warning("mailing-without-consent", drafted.clause.place, what)
                .label("`consent` is missing")
                .why("mail that the service does not need goes only to those who agreed (Directive 2002/58, Art. 13)");
            found.push(diagnostic.help("add consent=\"...\" and the question that belongs to it"));
        }
        if !free && !mailing.stop {
            let what = format!("\"{}\" does not say how to stop it", mailing.key);
            let diagnostic = Diagnostic::error("mailing-without-end", drafted.clause.place, what)
                .label("`stop` is missing")
                .why("every such mail must offer a way out");
            found.push(diagnostic.help("add the word stop"));
        }
    }
}

fn disclosures(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for (drafted, disclosure) in look.all::<Disclosure>() {
        if disclosure.grounds.contains(&Ground::LegalClaim) && disclosure.approvals < 2 {
            let what = "one person alone decides whether a legal claim is good enough";
            let diagnostic = Diagnostic::warning("one-approval", drafted.clause.place, what).label("one approval");
            found.push(diagnostic.why("an identity once given away cannot be taken back").help("write approvals=2"));
        }
    }
    if look.all::<Disclosure>().next().is_none() && !look.draft.lost("disclose") {
        let what = "it is not said on what grounds anything may be handed to someone outside";
        let diagnostic = Diagnostic::warning("no-disclosure", look.draft.place, what).label("`disclose` is missing");
        found.push(diagnostic.help("add: disclose \"law\" approvals=2 tell"));
    }
}

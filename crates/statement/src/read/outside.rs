//! What leaves the organisation, and what people agree to.

use super::{Form, Found, RefKind, id};
use crate::{
    Diagnostic,
    plan::{
        Agreement, Consent, Disclosure, Ground, Mailing, MailingKind, Publish, Recipient, RecipientRole, Report, Rule,
        Share,
    },
};

pub(super) fn rule(form: &mut Form<'_, '_>) -> Found {
    match form.node.name.value.as_str() {
        "consent" => consent(form),
        "recipient" => recipient(form),
        "disclose" => disclose(form),
        "report" => report(form),
        "publish" => {
            let category = category(form)?;
            let consent =
                form.need_reference(RefKind::Consent, "consent", "nobody is shown to everyone without asking");
            let search_engines = form.flag("search-engines");
            let derived = id(&["publish", &category]);
            Some((Rule::Publish(Publish { category, consent, search_engines, clause: String::new() }), derived))
        }
        "share" => {
            let category = category(form)?;
            let by = form.need_reference(RefKind::Role, "by", "it names who may make such a link");
            let derived = id(&["share", &category, &by]);
            Some((Rule::Share(Share { category, by, clause: String::new() }), derived))
        }
        _ => mailing(form),
    }
}

/// The node's name as a category's.
pub(super) fn category(form: &mut Form<'_, '_>) -> Option<String> {
    let text = form.key()?;
    form.draft.spot("what", text.place);
    Some(form.refer(RefKind::Category, &text))
}

fn consent(form: &mut Form<'_, '_>) -> Found {
    let key = form.key()?.value;
    let ask = form.texts("ask");
    if ask.is_empty() {
        form.missing("ask", "consent is the answer to a question, and the question is missing");
    }
    let categories = form.references(RefKind::Category, "category");
    let purpose = form.need_reference(RefKind::Purpose, "purpose", "people agree to one purpose (GDPR Art. 6(1)(a))");
    let of = form.reference(RefKind::Role, "of");
    let withdraw = form.need("withdraw", "it must be as easy to withdraw as to give (GDPR Art. 7(3))");
    let withdraw = withdraw.map(|text| text.value).unwrap_or_default();
    let derived = id(&["consent", &key]);
    Some((Rule::Consent(Consent { key, ask, categories, purpose, of, withdraw, clause: String::new() }), derived))
}

fn recipient(form: &mut Form<'_, '_>) -> Found {
    let key = form.key()?.value;
    let names = form.texts("name");
    let about = form.texts("about");
    let role = if form.has("role") {
        form.choice("role").map(|role| role.value)
    } else {
        form.missing("role", "people must know whether it works for the organisation or for itself");
        None
    };
    let country = form.need("country", "people must know where their data goes (GDPR Art. 13(1)(f))");
    if let Some(country) = &country {
        form.draft.spot("country", country.place);
    }
    let country = country.map(|text| form.country(&text)).unwrap_or_default();
    let safeguard = form.choice("safeguard");
    if let Some(safeguard) = &safeguard {
        form.draft.spot("safeguard", safeguard.place);
    }
    let recipient = Recipient {
        names,
        about,
        role: role.unwrap_or(RecipientRole::Processor),
        country,
        under: form.choices("under"),
        safeguard: safeguard.map(|safeguard| safeguard.value),
        agreement: agreement(form),
        categories: form.references(RefKind::Category, "receives"),
        purposes: form.references(RefKind::Purpose, "purpose"),
        sealed: form.flag("sealed"),
        clause: String::new(),
        key: key.clone(),
    };
    Some((Rule::Recipient(recipient), id(&["recipient", &key])))
}

fn agreement(outer: &mut Form<'_, '_>) -> Option<Agreement> {
    let children = outer.children("agreement");
    let child = *children.first()?;
    if let Some(second) = children.get(1) {
        let diagnostic = Diagnostic::error("twice", second.head, "`agreement` stands here twice");
        outer.say(diagnostic.label("again").help("keep the one that holds now"));
    }
    let mut form = Form::new(child, outer.draft);
    let signed = if form.has("signed") {
        form.date("signed")
    } else {
        form.missing("signed", "an agreement without a date cannot be shown");
        None
    };
    let review = form.long_period("review").map(|period| period.value);
    let document = form.word("document").map(|text| text.value);
    form.finish();
    Some(Agreement { signed: signed?.value, review, document })
}

fn disclose(form: &mut Form<'_, '_>) -> Found {
    let tell = form.flag("tell");
    let words = form.rest();
    let grounds: Vec<Ground> =
        words.iter().filter_map(|word| form.chosen::<Ground>(word, "disclose")).map(|found| found.value).collect();
    if words.is_empty() {
        let diagnostic = Diagnostic::error("missing-value", form.head(), "`disclose` names no ground")
            .why("the gate lets through only what stands on a ground named here")
            .help(format!("for example: {}", super::example("disclose")));
        form.say(diagnostic);
    }
    let approvals = form.number("approvals");
    if let Some(none) = approvals.as_ref().filter(|approvals| approvals.value == 0) {
        form.say(
            Diagnostic::error("bad-number", none.place, "nothing is disclosed without somebody's approval")
                .help("write approvals=1 or, better, approvals=2"),
        );
    }
    let approvals = approvals.map_or(1, |approvals| approvals.value);
    Some((Rule::Disclosure(Disclosure { grounds, approvals, tell, clause: String::new() }), "disclose".to_owned()))
}

fn report(form: &mut Form<'_, '_>) -> Found {
    let key = form.key()?.value;
    let names = form.texts("name");
    let to = form.need_reference(RefKind::Recipient, "to", "a report names its recipient");
    let items = form.references(RefKind::Item, "includes");
    if items.is_empty() {
        form.missing("includes", "a report holds just the items that it names");
    }
    let told_before = form.flag("told-before");
    let derived = id(&["report", &key]);
    Some((Rule::Report(Report { key, names, to, items, told_before, clause: String::new() }), derived))
}

fn mailing(form: &mut Form<'_, '_>) -> Found {
    let key = form.key()?.value;
    let kind = if form.has("kind") {
        form.choice("kind")
    } else {
        form.missing("kind", "the kind decides whether people must be asked first");
        None
    };
    if let Some(kind) = &kind {
        form.draft.spot("kind", kind.place);
    }
    let mailing = Mailing {
        names: form.texts("name"),
        kind: kind.map_or(MailingKind::Service, |kind| kind.value),
        consent: form.reference(RefKind::Consent, "consent"),
        stop: form.flag("stop"),
        erase: form.flag("erase"),
        clause: String::new(),
        key: key.clone(),
    };
    Some((Rule::Mailing(mailing), id(&["mailing", &key])))
}

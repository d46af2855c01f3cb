//! What people do, know and promise: rights, notices, undertakings, declarations.

use super::{Form, Found, RefKind, header::mail_address, id};
use crate::{
    Diagnostic,
    plan::{
        Alternative, Changes, Channel, Citation, Contact, Declaration, Feedback, Notice, NoticePlace, Notify, Right,
        Rights, Rule, SelfAct, SelfService, Step, Undertaking, Warning, What,
    },
};

pub(super) fn rule(form: &mut Form<'_, '_>) -> Found {
    match form.node.name.value.as_str() {
        "undertaking" => undertaking(form),
        "warn" => warn(form),
        "rights" => rights(form),
        "self-service" => self_service(form),
        "changes" => changes(form),
        "notice" => notice(form),
        "feedback" => feedback(form),
        "alternative" => alternative(form),
        "contact" => contact(form),
        "notify" => {
            let without_content = form.flag("without-content");
            let channels: Vec<Channel> = form.choices("by");
            Some((Rule::Notify(Notify { without_content, channels, clause: String::new() }), "notify".to_owned()))
        }
        _ => declare(form),
    }
}

fn undertaking(form: &mut Form<'_, '_>) -> Found {
    let key = form.key()?.value;
    let texts = form.own_texts(true);
    let by = form.references(RefKind::Role, "by");
    if by.is_empty() {
        form.missing("by", "an undertaking names who gives it");
    }
    let law = form.word("law").map(|text| Citation(text.value));
    let shown = form.flag("shown");
    let derived = id(&["undertaking", &key]);
    Some((Rule::Undertaking(Undertaking { key, texts, by, law, shown, clause: String::new() }), derived))
}

fn warn(form: &mut Form<'_, '_>) -> Found {
    let word = form.key()?;
    let role = form.refer(RefKind::Role, &word);
    let category = form.need_reference(RefKind::Category, "of", "it names whose answers can mean danger");
    let derived = id(&["warn", &role, &category]);
    Some((Rule::Warning(Warning { role, category, clause: String::new() }), derived))
}

fn rights(form: &mut Form<'_, '_>) -> Found {
    let within = match form.has("within") {
        true => form.long_period("within"),
        false => {
            form.missing("within", "people must know when they get an answer (GDPR Art. 12(3))");
            None
        }
    };
    let extend = form.long_period("extend");
    for (name, period) in [("within", &within), ("extend", &extend)] {
        if let Some(period) = period {
            form.draft.spot(name, period.place);
        }
    }
    let offers: Vec<Right> = form.choices("offers");
    let without_account = form.flag("without-account");
    let rights = Rights {
        within: within.map(|period| period.value).unwrap_or_default(),
        extend: extend.map(|period| period.value),
        offers,
        without_account,
        clause: String::new(),
    };
    Some((Rule::Rights(rights), "rights".to_owned()))
}

fn self_service(form: &mut Form<'_, '_>) -> Found {
    let word = form.key()?;
    let act = form.chosen::<SelfAct>(&word, "self-service");
    let words = form.rest();
    let what = match words.as_slice() {
        [] => What::Everything,
        [word] if word.value == "everything" => What::Everything,
        [word] => What::Category(form.refer(RefKind::Category, word)),
        [_, second, ..] => {
            let diagnostic = Diagnostic::error("unknown-value", second.place, "one clause is about one category");
            form.say(diagnostic.label("one too many").help("write a clause for each, or everything"));
            What::Everything
        }
    };
    let by = form.reference(RefKind::Role, "by");
    let confirm = form.choice("confirm").map(|confirm| confirm.value);
    let act = act?.value;
    let derived =
        id(&["self-service", act.key(), what.category().unwrap_or("everything"), by.as_deref().unwrap_or("")]);
    Some((Rule::SelfService(SelfService { act, what, by, confirm, clause: String::new() }), derived))
}

fn changes(form: &mut Form<'_, '_>) -> Found {
    let tell: Vec<Channel> = form.choices("tell");
    if tell.is_empty() && !form.has("tell") {
        form.missing("tell", "people must hear of a change");
    }
    let may_stop = form.flag("may-stop");
    let before = form.long_period("before").map(|period| period.value);
    Some((Rule::Changes(Changes { tell, may_stop, before, clause: String::new() }), "changes".to_owned()))
}

fn notice(form: &mut Form<'_, '_>) -> Found {
    let key = form.key()?.value;
    let texts = form.own_texts(true);
    let places: Vec<NoticePlace> = form.choices("at");
    if places.is_empty() && !form.has("at") {
        form.missing("at", "a notice stands somewhere");
    }
    let derived = id(&["notice", &key]);
    Some((Rule::Notice(Notice { key, places, texts, clause: String::new() }), derived))
}

fn feedback(form: &mut Form<'_, '_>) -> Found {
    let category = super::outside::category(form)?;
    let after = form.need_reference(RefKind::Event, "after", "feedback is given after something");
    let chosen_name = form.flag("chosen-name");
    let moderated = form.flag("moderated");
    let derived = id(&["feedback", &category]);
    Some((Rule::Feedback(Feedback { category, after, chosen_name, moderated, clause: String::new() }), derived))
}

fn alternative(form: &mut Form<'_, '_>) -> Found {
    let key = form.key()?.value;
    let texts = form.own_texts(true);
    let mut steps = Vec::new();
    for child in form.children("step") {
        let mut inner = Form::new(child, form.draft);
        let role = inner.key().map(|text| inner.refer(RefKind::Role, &text));
        let within = inner.long_period("within").map(|period| period.value);
        inner.finish();
        steps.extend(role.map(|role| Step { role, within }));
    }
    if steps.is_empty() {
        form.missing("step", "people must know whom to ask");
    }
    let derived = id(&["alternative", &key]);
    Some((Rule::Alternative(Alternative { key, texts, steps, clause: String::new() }), derived))
}

fn contact(form: &mut Form<'_, '_>) -> Found {
    let key = form.key()?.value;
    let texts = form.own_texts(true);
    let on_site = form.flag("form");
    let mail = form.word("mail");
    if let Some(mail) = &mail {
        mail_address(form, &mail.value, mail.place);
    }
    if !on_site && mail.is_none() && !form.has("mail") {
        form.missing("mail", "people need a way: the form on the site, a mail address, or both");
    }
    let mail = mail.map(|text| text.value);
    let derived = id(&["contact", &key]);
    Some((Rule::Contact(Contact { key, texts, form: on_site, mail, clause: String::new() }), derived))
}

fn declare(form: &mut Form<'_, '_>) -> Found {
    let key = form.key()?.value;
    let texts = form.own_texts(true);
    let owner = form.need_reference(RefKind::Role, "owner", "somebody answers for what is only declared");
    let expires = form.date("expires");
    if let Some(expires) = &expires {
        form.draft.spot("expires", expires.place);
    }
    let review = form.long_period("review").map(|period| period.value);
    let expires = expires.map(|date| date.value);
    let derived = id(&["declare", &key]);
    Some((Rule::Declaration(Declaration { key, texts, owner, expires, review, clause: String::new() }), derived))
}

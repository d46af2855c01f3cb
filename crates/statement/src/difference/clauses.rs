//! Every kind of clause: what its coming means, and what each of its values means when it changes.

use super::{ChangeClass, Said, delta::Delta};
use crate::plan::{
    BasisRule, Category, Citation, Disclosure, Keep, Mailing, Password, Recipient, Rights, Rule, SelfService, What,
    When,
};

/// What it means that a clause comes; that it goes means the contrary.
pub(super) fn when_added(rule: &Rule) -> ChangeClass {
    match rule {
        Rule::About(_) => ChangeClass::Wording,
        Rule::Activity(_)
        | Rule::Purpose(_)
        | Rule::Consent(_)
        | Rule::SignIn(_)
        | Rule::Invitation(_)
        | Rule::Backup(_)
        | Rule::Move(_)
        | Rule::Share(_)
        | Rule::Uploads(_) => ChangeClass::Same,
        Rule::Keep(keep) if keep.floor || keep.consent.is_some() => ChangeClass::Wider,
        Rule::Category(_)
        | Rule::Read(_)
        | Rule::Recipient(_)
        | Rule::Disclosure(_)
        | Rule::Report(_)
        | Rule::Cookie(_)
        | Rule::Unsent(_)
        | Rule::Mailing(_)
        | Rule::Field(_)
        | Rule::Counts(_)
        | Rule::GroupFigures(_)
        | Rule::BreakGlass(_)
        | Rule::Recording(_)
        | Rule::Warning(_)
        | Rule::Publish(_)
        | Rule::Feedback(_) => ChangeClass::Wider,
        Rule::Keep(_)
        | Rule::Never(_)
        | Rule::Announce(_)
        | Rule::Excluded(_)
        | Rule::RuledOut(_)
        | Rule::Password(_)
        | Rule::SecondFactor(_)
        | Rule::Throttle(_)
        | Rule::Notify(_)
        | Rule::AgeGate(_)
        | Rule::Undertaking(_)
        | Rule::Rights(_)
        | Rule::SelfService(_)
        | Rule::Changes(_)
        | Rule::Review(_)
        | Rule::Notice(_)
        | Rule::Links(_)
        | Rule::Invoices(_)
        | Rule::Encryption(_)
        | Rule::Alternative(_)
        | Rule::Contact(_)
        | Rule::Declaration(_) => ChangeClass::Narrower,
    }
}

/// Compares two clauses of one kind and one id.
pub(super) fn compare(old: &Rule, new: &Rule, delta: &mut Delta) {
    match (old, new) {
        (Rule::About(old), Rule::About(new)) => delta.texts("field-text", &old.texts, &new.texts),
        (Rule::Activity(old), Rule::Activity(new)) => delta.texts("field-name", &old.names, &new.names),
        (Rule::Purpose(old), Rule::Purpose(new)) => purpose(old, new, delta),
        (Rule::Category(old), Rule::Category(new)) => category(old, new, delta),
        (Rule::Read(old), Rule::Read(new)) => {
            delta.other("field-category", &old.category, &new.category);
            if old.role != new.role {
                delta.push(ChangeClass::Wider, "field-reader", role(&old.role), role(&new.role));
            }
            condition(old.when, new.when, delta);
        }
        (Rule::Never(old), Rule::Never(new)) => {
            what(&old.what, &new.what, ChangeClass::Narrower, delta);
            if old.role != new.role {
                // Somebody is let in again, and somebody else is kept out.
                delta.push(ChangeClass::Wider, "field-reader", role(&old.role), role(&new.role));
            }
        }
        (Rule::Keep(old), Rule::Keep(new)) => keep(old, new, delta),
        (Rule::Announce(old), Rule::Announce(new)) => {
            what(&old.what, &new.what, ChangeClass::Narrower, delta);
            delta.delays("field-before", Some(old.before), Some(new.before));
            delta.guards("field-channels", &old.channels, &new.channels, word);
        }
        _ => outside(old, new, delta),
    }
}

/// What leaves the organisation.
fn outside(old: &Rule, new: &Rule, delta: &mut Delta) {
    match (old, new) {
        (Rule::Consent(old), Rule::Consent(new)) => {
            delta.opens("field-category", &old.categories, &new.categories, category_name);
            delta.classed(ChangeClass::Wider, "field-purpose", &old.purpose, &new.purpose);
            delta.other("field-of", &or_none(&old.of), &or_none(&new.of));
            delta.other("field-withdraw", &old.withdraw, &new.withdraw);
            delta.texts("field-text", &old.ask, &new.ask);
        }
        (Rule::Recipient(old), Rule::Recipient(new)) => recipient(old, new, delta),
        (Rule::Excluded(old), Rule::Excluded(new)) => {
            delta.guards("field-law", &old.under, &new.under, word);
            delta.guards("field-country", &old.countries, &new.countries, word);
        }
        (Rule::RuledOut(old), Rule::RuledOut(new)) => {
            delta.classed(ChangeClass::Wider, "field-practice", old.practice.key(), new.practice.key());
            // Limited to one category the promise is smaller.
            match (&old.category, &new.category) {
                (None, Some(new)) => delta.classed(ChangeClass::Wider, "field-category", "", new),
                (Some(old), None) => delta.classed(ChangeClass::Narrower, "field-category", old, ""),
                (old, new) => delta.classed(ChangeClass::Wider, "field-category", &or_none(old), &or_none(new)),
            }
        }
        (Rule::Disclosure(old), Rule::Disclosure(new)) => disclosure(old, new, delta),
        (Rule::Report(old), Rule::Report(new)) => {
            delta.opens("field-items", &old.items, &new.items, text);
            delta.classed(ChangeClass::Wider, "field-recipient", &old.to, &new.to);
            delta.promise("field-told-before", old.told_before, new.told_before);
            delta.texts("field-name", &old.names, &new.names);
        }
        (Rule::Mailing(old), Rule::Mailing(new)) => mailing(old, new, delta),
        (Rule::Publish(old), Rule::Publish(new)) => {
            delta.classed(ChangeClass::Wider, "field-category", &old.category, &new.category);
            delta.other("field-consent", &old.consent, &new.consent);
            delta.permission("field-search-engines", old.search_engines, new.search_engines);
        }
        (Rule::Share(old), Rule::Share(new)) => {
            delta.classed(ChangeClass::Wider, "field-category", &old.category, &new.category);
            delta.other("field-by", &old.by, &new.by);
        }
        (Rule::Cookie(old), Rule::Cookie(new)) => {
            let class = if old.place < new.place { ChangeClass::Wider } else { ChangeClass::Narrower };
            delta.classed(class, "field-place", old.place.key(), new.place.key());
            delta.classed(ChangeClass::Wider, "field-purpose", &old.purpose, &new.purpose);
            delta.periods("field-lasts", old.lasts, new.lasts, ChangeClass::Wider);
        }
        (Rule::Unsent(old), Rule::Unsent(new)) => {
            delta.classed(ChangeClass::Wider, "field-purpose", &old.purpose, &new.purpose);
            delta.periods("field-lasts", Some(old.lasts), Some(new.lasts), ChangeClass::Wider);
        }
        _ => door(old, new, delta),
    }
}

/// Signing in and coming in.
fn door(old: &Rule, new: &Rule, delta: &mut Delta) {
    match (old, new) {
        (Rule::SignIn(old), Rule::SignIn(new)) => {
            delta.lists("field-methods", &old.methods, &new.methods, word);
            delta.other("field-of", &or_none(&old.of), &or_none(&new.of));
            delta.periods("field-idle", old.idle, new.idle, ChangeClass::Same);
            delta.periods("field-link", old.link, new.link, ChangeClass::Same);
        }
        (Rule::Password(old), Rule::Password(new)) => password(old, new, delta),
        (Rule::SecondFactor(old), Rule::SecondFactor(new)) => {
            delta.lists("field-methods", &old.methods, &new.methods, word);
            delta.guards("field-required-for", &old.required_for, &new.required_for, role_name);
        }
        (Rule::Throttle(old), Rule::Throttle(new)) => {
            delta.at_most("field-attempts", old.attempts, new.attempts);
            delta.delays("field-within", Some(old.within), Some(new.within));
        }
        (Rule::Invitation(old), Rule::Invitation(new)) => {
            delta.lasts("field-lasts", old.lasts, new.lasts);
            delta.promise("field-tells-source", old.tells_source, new.tells_source);
            delta.promise("field-decline-erases", old.decline_erases, new.decline_erases);
        }
        (Rule::Field(old), Rule::Field(new)) => {
            delta.classed(ChangeClass::Wider, "field-items", &old.item, &new.item);
            delta.other("field-form", &old.form, &new.form);
            delta.classed(ChangeClass::Wider, "field-purpose", &old.purpose, &new.purpose);
            delta.permission("field-required", old.required, new.required);
            delta.texts("field-name", &old.names, &new.names);
        }
        (Rule::AgeGate(old), Rule::AgeGate(new)) => {
            delta.at_least("field-age", old.min, new.min);
            let class = if old.below < new.below { ChangeClass::Wider } else { ChangeClass::Narrower };
            delta.classed(class, "field-below", old.below.key(), new.below.key());
        }
        (Rule::Notify(old), Rule::Notify(new)) => {
            delta.promise("field-without-content", old.without_content, new.without_content);
            delta.lists("field-channels", &old.channels, &new.channels, word);
        }
        _ => people(old, new, delta),
    }
}

/// What people are promised.
fn people(old: &Rule, new: &Rule, delta: &mut Delta) {
    match (old, new) {
        (Rule::Undertaking(old), Rule::Undertaking(new)) => {
            delta.guards("field-by", &old.by, &new.by, role_name);
            delta.other("field-law", &cited(&old.law), &cited(&new.law));
            delta.promise("field-shown", old.shown, new.shown);
            delta.texts("field-text", &old.texts, &new.texts);
        }
        (Rule::Warning(old), Rule::Warning(new)) => {
            if old.role != new.role {
                delta.push(ChangeClass::Wider, "field-reader", role(&old.role), role(&new.role));
            }
            delta.classed(ChangeClass::Wider, "field-category", &old.category, &new.category);
        }
        (Rule::Rights(old), Rule::Rights(new)) => rights(old, new, delta),
        (Rule::SelfService(old), Rule::SelfService(new)) => self_service(old, new, delta),
        (Rule::Changes(old), Rule::Changes(new)) => {
            delta.guards("field-channels", &old.tell, &new.tell, word);
            delta.promise("field-may-stop", old.may_stop, new.may_stop);
            delta.delays("field-before", old.before, new.before);
        }
        (Rule::Notice(old), Rule::Notice(new)) => {
            delta.guards("field-place", &old.places, &new.places, word);
            delta.texts("field-text", &old.texts, &new.texts);
        }
        (Rule::Feedback(old), Rule::Feedback(new)) => {
            delta.other("field-category", &old.category, &new.category);
            delta.other("field-after", &old.after, &new.after);
            delta.promise("field-chosen-name", old.chosen_name, new.chosen_name);
            delta.promise("field-moderated", old.moderated, new.moderated);
        }
        (Rule::Alternative(old), Rule::Alternative(new)) => {
            delta.guards("field-steps", &old.steps, &new.steps, |step| Said::Role(step.role.clone()));
            delta.texts("field-text", &old.texts, &new.texts);
        }
        (Rule::Contact(old), Rule::Contact(new)) => {
            delta.promise("field-form", old.form, new.form);
            delta.other("field-contact", &or_none(&old.mail), &or_none(&new.mail));
            delta.texts("field-text", &old.texts, &new.texts);
        }
        (Rule::Declaration(old), Rule::Declaration(new)) => {
            delta.other("field-owner", &old.owner, &new.owner);
            let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
            delta.other("field-expires", &day(old.expires), &day(new.expires));
            delta.periods("field-every", old.review, new.review, ChangeClass::Same);
            delta.texts("field-text", &old.texts, &new.texts);
        }
        _ => running(old, new, delta),
    }
}

/// How the service is run.
fn running(old: &Rule, new: &Rule, delta: &mut Delta) {
    match (old, new) {
        (Rule::Counts(old), Rule::Counts(new)) => {
            let class = if new.place == "country" { ChangeClass::Wider } else { ChangeClass::Narrower };
            delta.classed(class, "field-place", &old.place, &new.place);
            delta.at_least("field-min-size", old.min_size, new.min_size);
            delta.classed(ChangeClass::Wider, "field-purpose", &old.purpose, &new.purpose);
            delta.texts("field-name", &old.names, &new.names);
        }
        (Rule::GroupFigures(old), Rule::GroupFigures(new)) => {
            delta.at_least("field-min-size", old.min_size, new.min_size);
            epsilon(old.epsilon_thousandths, new.epsilon_thousandths, delta);
            delta.classed(ChangeClass::Wider, "field-purpose", &old.purpose, &new.purpose);
            delta.permission("field-outside", old.outside, new.outside);
            delta.texts("field-name", &old.names, &new.names);
        }
        (Rule::Review(old), Rule::Review(new)) => {
            delta.lasts("field-every", old.every, new.every);
            delta.other("field-by", &old.by, &new.by);
            delta.other("field-category", &or_none(&old.category), &or_none(&new.category));
            delta.texts("field-text", &old.texts, &new.texts);
        }
        (Rule::Backup(old), Rule::Backup(new)) => {
            delta.lasts("field-every", old.every, new.every);
            delta.promise("field-off-site", old.off_site, new.off_site);
            delta.lasts("field-horizon", old.horizon, new.horizon);
        }
        (Rule::BreakGlass(old), Rule::BreakGlass(new)) => {
            delta.classed(ChangeClass::Wider, "field-by", &old.by, &new.by);
            delta.lasts("field-lasts", old.lasts, new.lasts);
            delta.at_least("field-approvals", old.approvals, new.approvals);
            delta.promise("field-tell", old.tell, new.tell);
            delta.guards("field-except", &old.except, &new.except, category_name);
        }
        (Rule::Recording(old), Rule::Recording(new)) => {
            delta.opens("field-by", &old.by, &new.by, role_name);
            delta.promise("field-tracks", old.tracks, new.tracks);
            delta.promise("field-announced", old.announced, new.announced);
            delta.promise("field-devices-off", old.devices_off, new.devices_off);
            delta.promise("field-watermark", old.watermark, new.watermark);
        }
        (Rule::Move(old), Rule::Move(new)) => {
            delta.other("field-category", &old.category, &new.category);
            delta.other("field-from", &old.from, &new.from);
            delta.other("field-to", &old.to, &new.to);
            delta.lasts("field-within", old.within, new.within);
            delta.other("field-after", &old.after, &new.after);
        }
        (Rule::Uploads(old), Rule::Uploads(new)) => {
            delta.at_most("field-max-mib", old.max_mib, new.max_mib);
            delta.opens("field-kinds", &old.kinds, &new.kinds, text);
        }
        (Rule::Links(old), Rule::Links(new)) => {
            delta.promise("field-marked", old.marked, new.marked);
            delta.promise("field-without-referrer", old.without_referrer, new.without_referrer);
        }
        (Rule::Invoices(old), Rule::Invoices(new)) => {
            delta.promise("field-without-names", old.without_names, new.without_names);
            delta.other("field-consent", &or_none(&old.unless), &or_none(&new.unless));
        }
        (Rule::Encryption(old), Rule::Encryption(new)) => {
            delta.promise("field-in-transit", old.in_transit, new.in_transit);
            delta.promise("field-at-rest", old.at_rest, new.at_rest);
        }
        // The kinds differ, or stand in one of the tables before this one.
        _ => {}
    }
}

/// A larger budget tells more of each person; none at all is the widest.
fn epsilon(old: Option<u32>, new: Option<u32>, delta: &mut Delta) {
    if old != new {
        let class =
            if new.unwrap_or(u32::MAX) > old.unwrap_or(u32::MAX) { ChangeClass::Wider } else { ChangeClass::Narrower };
        let say = |value: Option<u32>| value.map(|value| Said::Word(thousandths(value))).into_iter().collect();
        delta.push(class, "field-epsilon", say(old), say(new));
    }
}

fn thousandths(value: u32) -> String {
    (f64::from(value) / 1000.0).to_string()
}

fn purpose(old: &crate::plan::Purpose, new: &crate::plan::Purpose, delta: &mut Delta) {
    // A purpose is its words: nobody can tell by machine whether other words are the same purpose.
    if old.texts != new.texts {
        let shared = |language| old.texts.exact(language) == new.texts.exact(language);
        let same =
            kernel::Language::ALL.into_iter().any(|language| old.texts.exact(language).is_some() && shared(language));
        let class = if same { ChangeClass::Wording } else { ChangeClass::Same };
        delta.push(class, "field-text", Vec::new(), Vec::new());
    }
}

fn category(old: &Category, new: &Category, delta: &mut Delta) {
    let names = |category: &Category| -> Vec<String> { category.items.iter().map(|item| item.name.clone()).collect() };
    delta.opens("field-items", &names(old), &names(new), text);
    delta.opens("field-purpose", &old.purposes, &new.purposes, |key| Said::Purpose(key.clone()));
    delta.lists("field-basis", &old.bases, &new.bases, |rule: &BasisRule| Said::Word(rule.basis.key().to_owned()));
    delta.limit("field-secrecy", &old.secrecy, &new.secrecy);
    if old.special != new.special {
        delta.push(ChangeClass::Same, "field-special", vec![Said::Flag(old.special)], vec![Said::Flag(new.special)]);
    }
    delta.other("field-kind", old.kind.key(), new.kind.key());
    delta.opens("field-source", &old.sources, &new.sources, word);
    delta.texts("field-name", &old.names, &new.names);
    delta.texts("field-text", &old.about, &new.about);
}

/// How far a condition opens: no condition is the widest, one's own data the narrowest.
fn openness(when: Option<When>) -> u8 {
    match when {
        None => 9,
        Some(When::SameCourse | When::SameTraining) => 7,
        Some(When::InRelation) => 6,
        Some(When::AfterCompletion) => 5,
        Some(When::StatingReason) => 4,
        Some(When::SharedWithThem) => 3,
        Some(When::WithConsent) => 2,
        Some(When::BreakGlass) => 1,
        Some(When::Own) => 0,
    }
}

fn condition(old: Option<When>, new: Option<When>, delta: &mut Delta) {
    let class = if openness(new) > openness(old) { ChangeClass::Wider } else { ChangeClass::Narrower };
    let key = |when: Option<When>| when.map_or("", When::key);
    let class = if openness(new) == openness(old) { ChangeClass::Same } else { class };
    delta.classed(class, "field-when", key(old), key(new));
}

fn keep(old: &Keep, new: &Keep, delta: &mut Delta) {
    what(&old.what, &new.what, if new.floor { ChangeClass::Wider } else { ChangeClass::Narrower }, delta);
    if old.floor == new.floor {
        delta.lasts("field-period", old.period, new.period);
    } else {
        let class = if new.floor { ChangeClass::Wider } else { ChangeClass::Narrower };
        delta.push(class, "field-floor", vec![Said::Flag(old.floor)], vec![Said::Flag(new.floor)]);
        delta.periods("field-period", Some(old.period), Some(new.period), ChangeClass::Same);
    }
    // From another event nobody can tell by machine which ends first; it may be later.
    delta.classed(ChangeClass::Wider, "field-after", &old.after, &new.after);
    match (&old.of, &new.of) {
        // A ceiling for fewer people, or a floor for more.
        (None, Some(role)) if !new.floor => delta.classed(ChangeClass::Wider, "field-of", "", role),
        (Some(role), None) if new.floor => delta.classed(ChangeClass::Wider, "field-of", role, ""),
        (None, Some(role)) => delta.classed(ChangeClass::Narrower, "field-of", "", role),
        (Some(role), None) => delta.classed(ChangeClass::Narrower, "field-of", role, ""),
        (old, new) => delta.classed(ChangeClass::Wider, "field-of", &or_none(old), &or_none(new)),
    }
    delta.limit("field-consent", &old.consent, &new.consent);
    delta.other("field-law", &cited(&old.law), &cited(&new.law));
    delta.delays("field-announce", old.announce, new.announce);
}

fn recipient(old: &Recipient, new: &Recipient, delta: &mut Delta) {
    delta.opens("field-category", &old.categories, &new.categories, category_name);
    delta.opens("field-purpose", &old.purposes, &new.purposes, |key| Said::Purpose(key.clone()));
    let role = if old.role < new.role { ChangeClass::Wider } else { ChangeClass::Narrower };
    delta.classed(role, "field-recipient-role", old.role.key(), new.role.key());
    let inside = crate::read::country::in_eea;
    let country = match (inside(&old.country), inside(&new.country)) {
        (true, false) => ChangeClass::Wider,
        (false, true) => ChangeClass::Narrower,
        (true, true) => ChangeClass::Same,
        (false, false) => ChangeClass::Wider,
    };
    delta.classed(country, "field-country", &old.country, &new.country);
    delta.opens("field-law", &old.under, &new.under, word);
    let safeguard = |recipient: &Recipient| recipient.safeguard.map_or("", |safeguard| safeguard.key());
    delta.other("field-safeguard", safeguard(old), safeguard(new));
    delta.promise("field-sealed", old.sealed, new.sealed);
    delta.promise("field-agreement", old.agreement.is_some(), new.agreement.is_some());
    if let (Some(old), Some(new)) = (&old.agreement, &new.agreement) {
        delta.other("field-signed", &old.signed.to_string(), &new.signed.to_string());
        delta.periods("field-every", old.review, new.review, ChangeClass::Same);
        delta.other("field-document", &or_none(&old.document), &or_none(&new.document));
    }
    delta.texts("field-name", &old.names, &new.names);
    delta.texts("field-text", &old.about, &new.about);
}

fn disclosure(old: &Disclosure, new: &Disclosure, delta: &mut Delta) {
    delta.opens("field-grounds", &old.grounds, &new.grounds, word);
    delta.at_least("field-approvals", old.approvals, new.approvals);
    delta.promise("field-tell", old.tell, new.tell);
}

fn mailing(old: &Mailing, new: &Mailing, delta: &mut Delta) {
    let class = if old.kind < new.kind { ChangeClass::Wider } else { ChangeClass::Narrower };
    delta.classed(class, "field-kind", old.kind.key(), new.kind.key());
    delta.limit("field-consent", &old.consent, &new.consent);
    delta.promise("field-stop", old.stop, new.stop);
    delta.promise("field-erase", old.erase, new.erase);
    delta.texts("field-name", &old.names, &new.names);
}

fn password(old: &Password, new: &Password, delta: &mut Delta) {
    delta.at_least("field-min", old.min, new.min);
    if old.max != new.max {
        let say = |max: Option<u32>| max.map(Said::Number).into_iter().collect();
        delta.push(ChangeClass::Same, "field-max", say(old.max), say(new.max));
    }
    delta.promise("field-digit", old.digit, new.digit);
    delta.promise("field-capital", old.capital, new.capital);
    delta.promise("field-breached", old.breached, new.breached);
}

fn rights(old: &Rights, new: &Rights, delta: &mut Delta) {
    delta.lasts("field-within", old.within, new.within);
    delta.periods("field-extend", old.extend, new.extend, ChangeClass::Wider);
    delta.guards("field-offers", &old.offers, &new.offers, word);
    delta.promise("field-without-account", old.without_account, new.without_account);
}

fn self_service(old: &SelfService, new: &SelfService, delta: &mut Delta) {
    delta.classed(ChangeClass::Wider, "field-act", old.act.key(), new.act.key());
    what(&old.what, &new.what, ChangeClass::Narrower, delta);
    match (&old.by, &new.by) {
        // For fewer people it is a smaller promise.
        (None, Some(by)) => delta.classed(ChangeClass::Wider, "field-by", "", by),
        (Some(by), None) => delta.classed(ChangeClass::Narrower, "field-by", by, ""),
        (old, new) => delta.classed(ChangeClass::Wider, "field-by", &or_none(old), &or_none(new)),
    }
    let confirm = |service: &SelfService| service.confirm.map_or("", |method| method.key());
    delta.other("field-confirm", confirm(old), confirm(new));
}

/// What a clause is about; `more` is what it means that it speaks of everything instead of one category.
fn what(old: &What, new: &What, more: ChangeClass, delta: &mut Delta) {
    if old == new {
        return;
    }
    let say = |what: &What| match what {
        What::Everything => vec![Said::Everything],
        What::Category(key) => vec![Said::Category(key.clone())],
    };
    let class = match (old, new) {
        (_, What::Everything) => more,
        (What::Everything, _) => more.reversed(),
        _ => ChangeClass::Wider,
    };
    delta.push(class, "field-what", say(old), say(new));
}

fn word(value: &impl std::fmt::Display) -> Said {
    Said::Word(value.to_string())
}

fn text<T: AsRef<str>>(value: &T) -> Said {
    Said::Word(value.as_ref().to_owned())
}

fn role_name<T: AsRef<str>>(key: &T) -> Said {
    Said::Role(key.as_ref().to_owned())
}

fn category_name<T: AsRef<str>>(key: &T) -> Said {
    Said::Category(key.as_ref().to_owned())
}

fn role(key: &str) -> Vec<Said> {
    vec![Said::Role(key.to_owned())]
}

fn or_none(text: &Option<String>) -> String {
    text.clone().unwrap_or_default()
}

fn cited(law: &Option<Citation>) -> String {
    law.as_ref().map(ToString::to_string).unwrap_or_default()
}

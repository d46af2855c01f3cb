//! The head of a statement: versions, languages, zone, controller, roles.

use jiff::tz::TimeZone;
use kernel::{Archetype, Language};

use super::{Draft, Form, form::shortened};
use crate::{
    Diagnostic,
    diagnostic::{did_you_mean, quoted},
    plan::{Controller, Role, Version},
    syntax::{Node, Spanned},
};

pub(super) fn languages(node: &Node, draft: &mut Draft) {
    let mut form = Form::new(node, draft);
    let words = form.rest();
    let mut found: Vec<Language> = Vec::new();
    for word in &words {
        match word.value.parse::<Language>() {
            Ok(language) if found.contains(&language) => {
                let what = format!("\"{}\" stands here twice", word.value);
                form.say(Diagnostic::error("twice", word.place, what).label("again").help("keep one of them"));
            }
            Ok(language) => found.push(language),
            Err(()) => {
                let tags = Language::ALL.map(Language::tag);
                let what = format!("\"{}\" is not a language that Troth speaks", shortened(&word.value));
                let diagnostic = Diagnostic::error("unknown-language", word.place, what).label("not known");
                let help = match word.value.to_lowercase().as_str() {
                    "english" | "engels" | "engelska" => "write \"en\"".to_owned(),
                    "dutch" | "nederlands" => "write \"nl\"".to_owned(),
                    "swedish" | "svenska" | "se" => "write \"sv\"".to_owned(),
                    _ => format!("it speaks {}", quoted(&tags)),
                };
                form.say(diagnostic.help(help));
            }
        }
    }
    if words.is_empty() {
        let diagnostic = Diagnostic::error("missing-value", form.head(), "`languages` names no language");
        form.say(diagnostic.help("write: languages \"en\" \"nl\""));
    }
    form.finish();
    if draft.languages.is_empty() {
        draft.languages = found;
    } else {
        again(node, draft, "languages");
    }
}

fn again(node: &Node, draft: &mut Draft, name: &str) {
    let what = format!("`{name}` stands in this statement twice");
    draft.diagnostics.push(Diagnostic::error("twice", node.head, what).label("again").help("keep one of them"));
}

pub(super) fn version(node: &Node, draft: &mut Draft) {
    let mut form = Form::new(node, draft);
    let number = form.number_arg("version");
    if number.is_none() && node.args.is_empty() {
        let diagnostic = Diagnostic::error("missing-name", form.head(), "this version has no number");
        form.say(diagnostic.help("write: version 1 effective=\"2026-01-01\""));
    }
    if let Some(zero) = number.as_ref().filter(|number| number.value == 0) {
        form.say(Diagnostic::error("bad-number", zero.place, "versions are numbered from 1").help("write version 1"));
    }
    let effective = if form.has("effective") {
        form.date("effective")
    } else {
        form.missing("effective", "people must be able to see since when a version holds");
        None
    };
    let mut changes = Vec::new();
    for child in form.children("change") {
        let mut inner = Form::new(child, form.draft);
        let texts = inner.own_texts(true);
        inner.finish();
        changes.push(texts);
    }
    form.finish();
    if let (Some(number), Some(effective)) = (number, effective) {
        let version = Version { number: number.value, effective: effective.value, changes };
        draft.versions.push(Spanned { value: version, place: node.head });
    }
}

pub(super) fn zone(node: &Node, draft: &mut Draft) {
    let mut form = Form::new(node, draft);
    let words = form.rest();
    let mut zone = None;
    match words.as_slice() {
        [word] => match TimeZone::get(&word.value) {
            Ok(found) if found.iana_name().is_some() => zone = Some(found),
            _ => {
                let names: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
                let what = format!("\"{}\" is not a time zone", shortened(&word.value));
                let near = did_you_mean(&word.value, names.iter().map(String::as_str));
                let help =
                    if near.starts_with("did") { near } else { "write a name such as \"Europe/Amsterdam\"".to_owned() };
                form.say(Diagnostic::error("unknown-zone", word.place, what).label("no such zone").help(help));
            }
        },
        _ => {
            let diagnostic = Diagnostic::error("missing-value", form.head(), "`time-zone` needs one name");
            form.say(diagnostic.help("write: time-zone \"Europe/Amsterdam\""));
        }
    }
    form.finish();
    if draft.zone.is_some() {
        again(node, draft, "time-zone");
    }
    draft.zone = draft.zone.take().or(zone);
}

pub(super) fn controller(node: &Node, draft: &mut Draft) {
    let mut form = Form::new(node, draft);
    let name = form.rest();
    if name.len() != 1 || name[0].value.is_empty() {
        let diagnostic = Diagnostic::error("missing-name", form.head(), "the controller needs one name");
        let diagnostic = diagnostic.why("people must know who decides about their data (GDPR Art. 13(1)(a))");
        form.say(diagnostic.help(format!("write: {}", super::example("controller"))));
    }
    let country = form.need("country", "it decides which authority people can turn to");
    let contact = form.need("contact", "people must be able to reach the controller (GDPR Art. 13(1)(a))");
    let officer = form.word("officer");
    for address in contact.iter().chain(&officer) {
        mail_address(&mut form, &address.value, address.place);
    }
    let authority = form.need("authority", "people may complain to an authority (GDPR Art. 13(2)(d))");
    let country = country.map(|text| form.country(&text)).unwrap_or_default();
    let controller = Controller {
        name: name.into_iter().next().map(|text| text.value).unwrap_or_default(),
        country,
        address: form.word("address").map(|text| text.value),
        contact: contact.map(|text| text.value).unwrap_or_default(),
        phone: form.word("phone").map(|text| text.value),
        officer: officer.map(|text| text.value),
        authority: authority.map(|text| text.value).unwrap_or_default(),
    };
    form.finish();
    if draft.controller.is_some() {
        again(node, draft, "controller");
    } else {
        draft.controller = Some(controller);
    }
}

/// A look at an address: something, an @, a host with a dot.
pub(super) fn mail_address(form: &mut Form<'_, '_>, address: &str, place: crate::plan::Place) {
    let fits = address.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.contains('@') && !address.contains(char::is_whitespace)
    });
    if !fits {
        let what = format!("\"{}\" is not a mail address", shortened(address));
        form.say(Diagnostic::error("bad-address", place, what).help("write it as name@host.example"));
    }
}

pub(super) fn role(node: &Node, draft: &mut Draft) {
    let mut form = Form::new(node, draft);
    let key = form.key();
    let is = form.word("is");
    let known = Archetype::ALL.map(Archetype::key);
    let archetype = match (&is, &key) {
        (Some(is), _) => {
            let found = Archetype::from_key(&is.value);
            if found.is_none() {
                let what = format!("there is no archetype \"{}\"", shortened(&is.value));
                let near = did_you_mean(&is.value, known);
                let help = if near.starts_with("did") { near } else { format!("a role stands on {}", quoted(&known)) };
                form.say(Diagnostic::error("unknown-archetype", is.place, what).label("not known").help(help));
            }
            found
        }
        (None, Some(key)) => {
            let found = Archetype::from_key(&key.value);
            if found.is_none() {
                let what = format!("Troth does not know what a \"{}\" may do", shortened(&key.value));
                let diagnostic = Diagnostic::error("unknown-archetype", key.place, what)
                    .label("stands on no archetype")
                    .why("each role stands on one of the product's own, which set its widest circle")
                    .help(format!("add is= with one of {}", quoted(&known)));
                form.say(diagnostic);
            }
            found
        }
        (None, None) => None,
    };
    if let Some(key) = key.as_ref().filter(|key| key.value == crate::plan::GUEST) {
        let what = "\"guest\" is everyone who has not signed in, and no role";
        form.say(Diagnostic::error("reserved-name", key.place, what).help("choose another name"));
    }
    let names = form.texts("name");
    let plurals = form.texts("plural");
    let definite = form.texts("definite");
    let definite_plurals = form.texts("definite-plural");
    form.finish();
    let Some(key) = key else { return };
    if let Some(first) = draft.roles.iter().find(|role| role.value.key == key.value) {
        let what = format!("the role \"{}\" is declared twice", key.value);
        let diagnostic = Diagnostic::error("twice", key.place, what).label("again").related(first.place, "first here");
        draft.diagnostics.push(diagnostic.help("give it another name, or keep one of them"));
        return;
    }
    let role = Role {
        key: key.value,
        archetype: archetype.unwrap_or(Archetype::Participant),
        names,
        plurals,
        definite,
        definite_plurals,
    };
    draft.roles.push(Spanned { value: role, place: node.head });
}

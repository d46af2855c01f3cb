//! How the service is run: figures, reviews, backups, recordings, files.

use super::{Form, Found, RefKind, id};
use crate::{
    Diagnostic,
    plan::{
        Backup, BreakGlass, Counts, Encryption, GroupFigures, Invoices, Links, Move, Recording, Review, Rule, Uploads,
    },
};

pub(super) fn rule(form: &mut Form<'_, '_>) -> Found {
    match form.node.name.value.as_str() {
        "counts" => counts(form),
        "group-figures" => group_figures(form),
        "review" => review(form),
        "backup" => backup(form),
        "break-glass" => break_glass(form),
        "recording" => recording(form),
        "move" => movement(form),
        "uploads" => uploads(form),
        "links" => {
            let marked = form.flag("marked");
            let without_referrer = form.flag("without-referrer");
            Some((Rule::Links(Links { marked, without_referrer, clause: String::new() }), "links".to_owned()))
        }
        "invoices" => {
            let without_names = form.flag("without-names");
            let unless = form.reference(RefKind::Consent, "unless");
            Some((Rule::Invoices(Invoices { without_names, unless, clause: String::new() }), "invoices".to_owned()))
        }
        _ => encryption(form),
    }
}

fn counts(form: &mut Form<'_, '_>) -> Found {
    let key = form.key()?.value;
    let names = form.texts("name");
    let purpose = form.need_reference(RefKind::Purpose, "purpose", "counting has a purpose too");
    let place = form.word("place");
    if let Some(text) = place.as_ref().filter(|text| !matches!(text.value.as_str(), "country" | "none")) {
        let what = format!("`place` does not know \"{}\"", super::form::shortened(&text.value));
        let diagnostic = Diagnostic::error("unknown-word", text.place, what)
            .label("finer than a country")
            .why("with a finer place a visitor could be found")
            .help("write \"country\" or \"none\"");
        form.say(diagnostic);
    }
    let place = place.map_or_else(|| "none".to_owned(), |text| text.value);
    let size = form.number("min-size");
    if let Some(number) = &size {
        form.draft.spot("min-size", number.place);
    }
    let min_size = size.map_or(Counts::ENOUGH, |number| number.value);
    let derived = id(&["counts", &key]);
    Some((Rule::Counts(Counts { key, names, purpose, place, min_size, clause: String::new() }), derived))
}

fn group_figures(form: &mut Form<'_, '_>) -> Found {
    let key = form.key()?.value;
    let names = form.texts("name");
    let min_size = if form.has("min-size") {
        form.number("min-size")
    } else {
        form.missing("min-size", "in a group that is too small a person can be found");
        None
    };
    if let Some(number) = &min_size {
        form.draft.spot("min-size", number.place);
    }
    let figures = GroupFigures {
        names,
        min_size: min_size.map_or(0, |number| number.value),
        epsilon_thousandths: form.thousandths("epsilon"),
        purpose: form.need_reference(RefKind::Purpose, "purpose", "figures have a purpose too"),
        outside: form.flag("outside"),
        clause: String::new(),
        key: key.clone(),
    };
    Some((Rule::GroupFigures(figures), id(&["group-figures", &key])))
}

fn review(form: &mut Form<'_, '_>) -> Found {
    let key = form.key()?.value;
    let texts = form.own_texts(true);
    let category = form.reference(RefKind::Category, "category");
    let every = form.need_period("every", "it says how often");
    let by = form.need_reference(RefKind::Role, "by", "somebody does it");
    let derived = id(&["review", &key]);
    Some((Rule::Review(Review { key, texts, category, every, by, clause: String::new() }), derived))
}

fn backup(form: &mut Form<'_, '_>) -> Found {
    let every = form.need_period("every", "it says how often");
    let off_site = form.flag("off-site");
    let horizon =
        form.need_period("horizon", "people must know after how long what is erased has gone from every copy");
    Some((Rule::Backup(Backup { every, off_site, horizon, clause: String::new() }), "backup".to_owned()))
}

fn break_glass(form: &mut Form<'_, '_>) -> Found {
    let by = form.need_reference(RefKind::Role, "by", "it names who may");
    let lasts = form.need_period("lasts", "it ends by itself");
    let approvals = form.number("approvals").map_or(0, |number| number.value);
    let tell = form.flag("tell");
    let except = form.references(RefKind::Category, "except");
    let derived = id(&["break-glass", &by]);
    Some((Rule::BreakGlass(BreakGlass { by, lasts, approvals, tell, except, clause: String::new() }), derived))
}

fn recording(form: &mut Form<'_, '_>) -> Found {
    let by = form.references(RefKind::Role, "by");
    if by.is_empty() {
        form.missing("by", "it names who can record");
    }
    let recording = Recording {
        by,
        tracks: form.flag("tracks"),
        announced: form.flag("announced"),
        devices_off: form.flag("devices-off"),
        watermark: form.flag("watermark"),
        clause: String::new(),
    };
    Some((Rule::Recording(recording), "recording".to_owned()))
}

fn movement(form: &mut Form<'_, '_>) -> Found {
    let category = super::outside::category(form)?;
    let from = form.need("from", "it says from where").map(|text| text.value).unwrap_or_default();
    let to = form.need("to", "it says to where").map(|text| text.value).unwrap_or_default();
    let within = form.need_period("within", "it says within what time");
    let after = form.need_reference(RefKind::Event, "after", "the time runs from an event");
    let derived = id(&["move", &category, &to]);
    Some((Rule::Move(Move { category, from, to, within, after, clause: String::new() }), derived))
}

fn uploads(form: &mut Form<'_, '_>) -> Found {
    let max_mib = match form.has("max-mib") {
        true => form.number("max-mib").map_or(0, |number| number.value),
        false => {
            form.missing("max-mib", "it says how large a file may be");
            0
        }
    };
    let kinds = form.words("kinds").into_iter().map(|text| text.value).collect();
    Some((Rule::Uploads(Uploads { max_mib, kinds, clause: String::new() }), "uploads".to_owned()))
}

fn encryption(form: &mut Form<'_, '_>) -> Found {
    let in_transit = form.flag("in-transit");
    let at_rest = form.flag("at-rest");
    if !in_transit && !at_rest {
        let diagnostic = Diagnostic::error("missing-value", form.head(), "`encryption` does not say of what");
        form.say(diagnostic.help("write: encryption at-rest, or: encryption in-transit"));
    }
    let derived = match (in_transit, at_rest) {
        (true, false) => "encryption-in-transit",
        (false, true) => "encryption-at-rest",
        _ => "encryption",
    };
    Some((Rule::Encryption(Encryption { in_transit, at_rest, clause: String::new() }), derived.to_owned()))
}

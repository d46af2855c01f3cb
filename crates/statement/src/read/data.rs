//! What is held, who reads it, how long.

use super::{Form, Found, RefKind, id};
use crate::{
    Diagnostic,
    diagnostic::did_you_mean,
    plan::{
        About, Activity, Announce, BasisRule, Category, CategoryKind, Channel, Citation, Excluded, Item, Keep, Never,
        Period, Practice, Purpose, Read, Rule, RuledOut, What, Word,
    },
    syntax::Node,
};

pub(super) fn rule(form: &mut Form<'_, '_>) -> Found {
    match form.node.name.value.as_str() {
        "about" => {
            let key = form.key()?.value;
            let texts = form.own_texts(true);
            Some((Rule::About(About { texts, clause: String::new(), key: key.clone() }), id(&["about", &key])))
        }
        "activity" => {
            let key = form.key()?.value;
            let names = form.texts("name");
            Some((Rule::Activity(Activity { names, clause: String::new(), key: key.clone() }), id(&["activity", &key])))
        }
        "purpose" => {
            let key = form.key()?.value;
            let texts = form.own_texts(true);
            Some((Rule::Purpose(Purpose { texts, clause: String::new(), key: key.clone() }), id(&["purpose", &key])))
        }
        "category" => category(form),
        "read" => read(form),
        "never" => never(form),
        "keep" => keep(form),
        _ => announce(form),
    }
}

fn category(form: &mut Form<'_, '_>) -> Found {
    let key = form.key()?;
    if key.value == "everything" {
        let what = "\"everything\" means all categories, and cannot be the name of one";
        form.say(Diagnostic::error("reserved-name", key.place, what).help("choose another name"));
    }
    let names = form.texts("name");
    let about = form.texts("about");
    let items = form.references(RefKind::Item, "includes");
    if items.is_empty() {
        form.missing("includes", "a category is made of the items that the program stores");
    }
    let purposes = form.references(RefKind::Purpose, "purpose");
    if purposes.is_empty() {
        form.missing("purpose", "data without a purpose must not be held (GDPR Art. 5(1)(b))");
    }
    let bases = bases(form);
    let special = form.flag("special");
    let category = Category {
        names,
        about,
        items: items.into_iter().map(|name| Item { name, in_use: false }).collect(),
        purposes,
        bases,
        secrecy: form.reference(RefKind::Role, "secrecy"),
        special,
        kind: form.choice("kind").map_or(CategoryKind::Personal, |kind| kind.value),
        sources: form.choices("source"),
        clause: String::new(),
        key: key.value.clone(),
    };
    Some((Rule::Category(category), id(&["category", &key.value])))
}

/// `basis "contract"` as property or as children, each perhaps for one activity and with its law.
fn bases(form: &mut Form<'_, '_>) -> Vec<BasisRule> {
    let mut found = Vec::new();
    if form.node.props.iter().any(|(name, _)| name.value == "basis") {
        let basis = form.choice("basis");
        found.extend(basis.map(|basis| BasisRule { basis: basis.value, activity: None, law: None }));
    } else {
        for child in form.children("basis") {
            found.extend(basis(child, form));
        }
    }
    if found.is_empty() && !form.has("basis") {
        form.missing("basis", "data without a legal basis must not be held (GDPR Art. 6)");
    }
    found
}

fn basis(child: &Node, outer: &mut Form<'_, '_>) -> Option<BasisRule> {
    let mut form = Form::new(child, outer.draft);
    let activity = form.reference(RefKind::Activity, "activity");
    let law = form.word("law").map(|text| Citation(text.value));
    let words = form.rest();
    let found = words.first().and_then(|text| form.chosen(text, "basis"));
    if words.len() != 1 {
        let diagnostic = Diagnostic::error("missing-value", form.head(), "`basis` takes one legal basis");
        form.say(
            diagnostic.help(
                "write one `basis` for each, with the activity that it is for: basis \"contract\" activity=\"...\"",
            ),
        );
    }
    form.finish();
    Some(BasisRule { basis: found?.value, activity, law })
}

fn read(form: &mut Form<'_, '_>) -> Found {
    let what = form.what();
    let What::Category(category) = what else {
        let diagnostic = Diagnostic::error("read-everything", form.head(), "reading is allowed by category")
            .why("nobody needs everything, and a page that says so would say nothing")
            .help("write one `read` for each category that this role needs");
        form.say(diagnostic);
        form.swallow();
        return None;
    };
    let role = form.need_reference(RefKind::Reader, "by", "a reading rule names who reads");
    let when = form.choice("when");
    if let Some(when) = &when {
        form.draft.spot("when", when.place);
    }
    let derived = id(&["read", &category, &role]);
    let when = when.map(|when| when.value);
    Some((Rule::Read(Read { category, role, when, clause: String::new() }), derived))
}

fn never(form: &mut Form<'_, '_>) -> Found {
    let verb = form.key()?;
    match verb.value.as_str() {
        "read" => {
            let what = form.what();
            let role = form.need_reference(RefKind::Reader, "by", "it names who never reads");
            let derived = id(&["never-read", what.category().unwrap_or("everything"), &role]);
            Some((Rule::Never(Never { what, role, clause: String::new() }), derived))
        }
        "recipient" => {
            let under = form.choices("under");
            let texts = form.words("country");
            let countries: Vec<String> = texts.iter().map(|text| form.country(text)).collect();
            if under.is_empty() && countries.is_empty() && !form.has("under") && !form.has("country") {
                form.missing("under", "it names the law or the countries that recipients may not be under");
            }
            Some((Rule::Excluded(Excluded { under, countries, clause: String::new() }), "never-recipient".to_owned()))
        }
        "do" => {
            let word = form.key()?;
            let practice = form.chosen::<Practice>(&word, "never do")?.value;
            let category = form.reference(RefKind::Category, "category");
            let derived = id(&["never", practice.key(), category.as_deref().unwrap_or("")]);
            Some((Rule::RuledOut(RuledOut { practice, category, clause: String::new() }), derived))
        }
        other => {
            let what = format!(
                "`never` is followed by read, recipient or do, and not by \"{}\"",
                super::form::shortened(other)
            );
            let help = if Practice::from_word(other).is_some() {
                format!("write: never do \"{other}\"")
            } else {
                let near = did_you_mean(other, ["read", "recipient", "do"]);
                if near.starts_with("did") {
                    near
                } else {
                    "for example: never read \"dialogue\" by=\"manager\"".to_owned()
                }
            };
            form.say(Diagnostic::error("unknown-word", verb.place, what).label("not known here").help(help));
            // What else stands in the node belongs to a verb that nobody knows.
            form.swallow();
            None
        }
    }
}

fn keep(form: &mut Form<'_, '_>) -> Found {
    let what = form.what();
    let of = form.reference(RefKind::Role, "of");
    let ceiling = form.has("for");
    let floor = form.has("at-least");
    if ceiling && floor {
        let diagnostic = Diagnostic::error("two-periods", form.head(), "this `keep` is a ceiling and a floor at once")
            .why("`for` says when it goes at the latest, `at-least` how long the law demands that it stays")
            .help("write two `keep` clauses");
        form.say(diagnostic);
    }
    let name = if floor && !ceiling { "at-least" } else { "for" };
    if !ceiling && !floor {
        form.missing("for", "a `keep` says how long");
    }
    let period = form.long_period(name);
    if floor && ceiling {
        form.long_period("at-least");
    }
    if let Some(period) = &period {
        form.draft.spot("period", period.place);
    }
    let after = form.need_reference(RefKind::Event, "after", "a period runs from an event");
    let announce = form.long_period("announce");
    if let Some(announce) = &announce {
        form.draft.spot("announce", announce.place);
    }
    let consent = form.reference(RefKind::Consent, "with-consent");
    let law = form.word("law");
    if let Some(law) = &law {
        form.draft.spot("law", law.place);
    }
    let derived = id(&[
        if floor { "keep-at-least" } else { "keep" },
        what.category().unwrap_or("everything"),
        of.as_deref().unwrap_or(""),
        &after,
        consent.as_deref().map_or("", |_| "with"),
        consent.as_deref().unwrap_or(""),
    ]);
    let keep = Keep {
        what,
        of,
        period: period.map(|period| period.value).unwrap_or_default(),
        after,
        floor: floor && !ceiling,
        law: law.map(|text| Citation(text.value)),
        consent,
        announce: announce.map(|period| period.value),
        clause: String::new(),
    };
    Some((Rule::Keep(keep), derived))
}

fn announce(form: &mut Form<'_, '_>) -> Found {
    let what = form.what();
    let before = match form.has("before") {
        true => form.long_period("before").map(|period| period.value).unwrap_or_default(),
        false => {
            form.missing("before", "it says how long before the end people are told");
            Period::default()
        }
    };
    let channels: Vec<Channel> = form.choices("by");
    let derived = id(&["announce", what.category().unwrap_or("everything")]);
    Some((Rule::Announce(Announce { what, before, channels, clause: String::new() }), derived))
}

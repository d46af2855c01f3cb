//! Warnings of substance: what a careful person would ask about.

use std::collections::BTreeSet;

use super::Look;
use crate::{
    Diagnostic,
    plan::{
        Backup, Basis, Category, CategoryKind, Cookie, Counts, Declaration, Field, GroupFigures, Purpose, Recipient,
        Rights, Rule, Undertaking, Unsent,
    },
    read::RefKind,
};

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    purposes(look, found);
    fields(look, found);
    bases(look, found);
    expected(look, found);
    declarations(look, found);
    undertakings(look, found);
}

fn purposes(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    // A mistyped name would be told of twice.
    let declared = |name: &str| look.all::<Purpose>().any(|(_, purpose)| purpose.key == name);
    let mut named = look.draft.refs.iter().filter(|reference| reference.kind == RefKind::Purpose);
    let missing = look.categories().any(|(_, category)| category.purposes.is_empty());
    if missing || look.draft.lost("category") || named.any(|reference| !declared(&reference.name)) {
        return;
    }
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for (_, rule) in look.rules() {
        match rule {
            Rule::Category(Category { purposes, .. }) | Rule::Recipient(Recipient { purposes, .. }) => {
                used.extend(purposes.iter().map(String::as_str));
            }
            Rule::Cookie(Cookie { purpose, .. })
            | Rule::Unsent(Unsent { purpose, .. })
            | Rule::Counts(Counts { purpose, .. })
            | Rule::GroupFigures(GroupFigures { purpose, .. }) => {
                used.insert(purpose);
            }
            _ => {}
        }
    }
    for (drafted, purpose) in look.all::<Purpose>().filter(|(_, purpose)| !used.contains(purpose.key.as_str())) {
        let what = format!("nothing is held for the purpose \"{}\"", purpose.key);
        let diagnostic = Diagnostic::warning("unused-purpose", drafted.clause.place, what).label("not used");
        found.push(diagnostic.help("name it in a category, or take it away"));
    }
}

/// UC23, SH6: what a form asks is held in a category, for one of its purposes.
fn fields(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for (drafted, field) in look.all::<Field>() {
        let holder = look.categories().find(|(_, category)| category.items.iter().any(|item| item.name == field.item));
        match holder {
            None => {
                let what = format!("the form asks for \"{}\", and no category holds it", field.item);
                let diagnostic = Diagnostic::error("field-not-held", drafted.spot("item"), what)
                    .label("asked, not stated")
                    .why("only what the statement names can be asked");
                found.push(
                    diagnostic.help(format!("add to a category: includes \"{}\"; or take the field away", field.item)),
                );
            }
            Some((category_at, category)) => {
                if !category.purposes.contains(&field.purpose) && !field.purpose.is_empty() {
                    let what = format!("no purpose of \"{}\" needs this field for \"{}\"", category.key, field.purpose);
                    let diagnostic = Diagnostic::error("field-purpose", drafted.spot("purpose"), what)
                        .label("another purpose")
                        .related(category_at.spot("purpose"), "the purposes of its category")
                        .why("what is asked for one purpose must not serve another (GDPR Art. 5(1)(b))");
                    found.push(diagnostic.help("name one of the category's purposes, or add this one to it"));
                }
            }
        }
    }
}

fn bases(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for (drafted, category) in look.categories() {
        for rule in category.bases.iter().filter(|rule| rule.basis == Basis::LegalObligation && rule.law.is_none()) {
            let what = format!("\"{}\" rests on a legal obligation, and the law is not named", category.key);
            let diagnostic = Diagnostic::warning("law-not-named", drafted.clause.place, what)
                .label(format!("basis \"{}\"", rule.basis))
                .help("write: basis \"legal-obligation\" law=\"Art. 52 AWR\"");
            found.push(diagnostic);
        }
        let guarded = category.secrecy.is_some() || category.bases.iter().any(|rule| rule.basis == Basis::Consent);
        if category.special && !guarded {
            let what = format!("\"{}\" holds special data, under neither consent nor secrecy", category.key);
            let diagnostic = Diagnostic::warning("special-data", drafted.clause.place, what)
                .label("special")
                .why("data on health, belief, origin and the like is forbidden but for the grounds of GDPR Art. 9(2)");
            found.push(diagnostic.help("add basis \"consent\" with its question, or secrecy \"...\""));
        }
    }
}

/// What people expect to read in a statement.
fn expected(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let place = look.draft.place;
    let logs = look.categories().any(|(_, category)| {
        category.kind == CategoryKind::Visitor
            || category.items.iter().any(|item| item.name.starts_with("access-log") || item.name.starts_with("visit"))
    });
    let lost = |kind: &str| look.draft.lost(kind);
    let mut expect = |absent: bool, code: &'static str, what: &str, why: &str, help: &str| {
        if absent {
            found.push(Diagnostic::warning(code, place, what).label("not found in it").why(why).help(help));
        }
    };
    expect(
        !logs && !lost("category"),
        "no-log-period",
        "nothing is said of logs: what they hold and for how long",
        "people expect to read what is noted of their visits",
        "add a category kind=\"visitor\" or one with \"access-log.line\", with its `keep`",
    );
    expect(
        look.all::<Rights>().next().is_none() && !lost("rights"),
        "no-rights",
        "nothing is said of people's rights",
        "a statement tells people their rights and how to use them (GDPR Art. 13(2)(b))",
        "add: rights within=\"1 month\" extend=\"2 months\" { offers \"inspection\" \"rectification\" \"erasure\" ...; }",
    );
    let copies = look.all::<Backup>().next().is_none() && !lost("backup");
    expect(
        copies,
        "no-backup",
        "nothing is said of backups",
        "what is erased lives on in copies for a while, and people should know how long",
        "add: backup every=\"1 day\" off-site horizon=\"14 days\"",
    );
    let officer = look.draft.controller.as_ref().is_some_and(|controller| controller.officer.is_none());
    let special = look.categories().any(|(_, category)| category.special);
    expect(
        officer && special,
        "no-officer",
        "special data is held, and no data protection officer is named",
        "an officer is demanded where special data is handled on a large scale (GDPR Art. 37(1)(c))",
        "add officer=\"...\" to the controller, if there is one",
    );
}

fn declarations(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let newest = look.draft.versions.iter().map(|version| version.value.effective).max();
    for (drafted, declaration) in look.all::<Declaration>() {
        if let (Some(expires), Some(newest)) = (declaration.expires, newest)
            && expires < newest
        {
            let what = format!("this declaration ended on {expires}, before this version began on {newest}");
            let diagnostic = Diagnostic::error("expired", drafted.spot("expires"), what).label("over");
            found.push(diagnostic.help("renew it with the new date, or take it away"));
        }
        if declaration.expires.is_none() && declaration.review.is_none() {
            let what = format!("nobody is ever reminded of the declaration \"{}\"", declaration.key);
            let diagnostic = Diagnostic::warning("no-review", drafted.clause.place, what)
                .label("neither `expires` nor `review`")
                .why("what people promise is kept only while somebody looks after it");
            found.push(diagnostic.help("add review=\"1 year\", or expires=\"...\" for a certificate"));
        }
    }
}

/// SH4: whoever is bound to secrecy signs for it.
fn undertakings(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for (drafted, category) in look.categories() {
        let Some(role) = &category.secrecy else { continue };
        let signs = look.all::<Undertaking>().any(|(_, undertaking)| undertaking.by.contains(role))
            || look.all::<Declaration>().any(|(_, declaration)| declaration.key.contains("secrecy"));
        if !signs {
            let what = format!("\"{}\" is under the secrecy of \"{role}\", who promises nothing", category.key);
            let diagnostic =
                Diagnostic::warning("no-undertaking", drafted.spot("secrecy"), what).label("on what ground?");
            found.push(diagnostic.help(format!("add: undertaking \"secrecy\" by=\"{role}\" en=\"...\"")));
        }
    }
}

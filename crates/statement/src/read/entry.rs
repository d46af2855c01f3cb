//! The door: signing in, cookies, invitations, form fields, age.

use super::{Form, Found, RefKind, id};
use crate::{
    Diagnostic,
    plan::{
        AgeGate, BelowAge, Cookie, CookiePlace, Factor, Field, Invitation, Password, Rule, SecondFactor, SignIn,
        SignInMethod, Throttle, Unsent,
    },
};

pub(super) fn rule(form: &mut Form<'_, '_>) -> Found {
    match form.node.name.value.as_str() {
        "sign-in" => sign_in(form),
        "password" => password(form),
        "second-factor" => second_factor(form),
        "throttle" => {
            let attempts = match form.has("attempts") {
                true => form.number("attempts").map_or(0, |number| number.value),
                false => {
                    form.missing("attempts", "it counts attempts");
                    0
                }
            };
            let within = form.need_period("within", "attempts are counted within some time");
            Some((Rule::Throttle(Throttle { attempts, within, clause: String::new() }), "throttle".to_owned()))
        }
        "cookie" => cookie(form),
        "unsent" => {
            let purpose =
                form.need_reference(RefKind::Purpose, "purpose", "people must know what it is kept there for");
            let lasts = form.need_period("lasts", "what waits on a device must go, even where nobody comes back");
            Some((Rule::Unsent(Unsent { purpose, lasts, clause: String::new() }), "unsent".to_owned()))
        }
        "invitation" => {
            let lasts = form.need_period("lasts", "an invitation can be used for some time only");
            let tells_source = form.flag("tells-source");
            let decline_erases = form.flag("decline-erases");
            let invitation = Invitation { lasts, tells_source, decline_erases, clause: String::new() };
            Some((Rule::Invitation(invitation), "invitation".to_owned()))
        }
        "field" => field(form),
        _ => age(form),
    }
}

fn sign_in(form: &mut Form<'_, '_>) -> Found {
    let words = form.rest();
    let methods: Vec<SignInMethod> =
        words.iter().filter_map(|word| form.chosen(word, "sign-in")).map(|found| found.value).collect();
    if words.is_empty() {
        let diagnostic = Diagnostic::error("missing-value", form.head(), "`sign-in` names no way to sign in");
        form.say(diagnostic.help(format!("for example: {}", super::example("sign-in"))));
    }
    let of = form.reference(RefKind::Role, "of");
    let idle = form.period("idle").map(|period| period.value);
    let link = form.period("link").map(|period| period.value);
    let derived = id(&["sign-in", of.as_deref().unwrap_or("")]);
    Some((Rule::SignIn(SignIn { methods, of, idle, link, clause: String::new() }), derived))
}

fn password(form: &mut Form<'_, '_>) -> Found {
    let min = if form.has("min") {
        form.number("min")
    } else {
        form.missing("min", "it says how many signs a password has at least");
        None
    };
    let max = form.number("max");
    for (name, number) in [("min", &min), ("max", &max)] {
        if let Some(number) = number {
            form.draft.spot(name, number.place);
        }
    }
    let password = Password {
        min: min.map_or(0, |number| number.value),
        max: max.map(|number| number.value),
        digit: form.flag("digit"),
        capital: form.flag("capital"),
        breached: form.flag("breached"),
        clause: String::new(),
    };
    Some((Rule::Password(password), "password".to_owned()))
}

fn second_factor(form: &mut Form<'_, '_>) -> Found {
    let words = form.rest();
    let methods: Vec<Factor> =
        words.iter().filter_map(|word| form.chosen(word, "second-factor")).map(|found| found.value).collect();
    if words.is_empty() {
        let diagnostic = Diagnostic::error("missing-value", form.head(), "`second-factor` names no factor");
        form.say(diagnostic.help(format!("for example: {}", super::example("second-factor"))));
    }
    let required_for = form.references(RefKind::Role, "required-for");
    let rule = SecondFactor { methods, required_for, clause: String::new() };
    Some((Rule::SecondFactor(rule), "second-factor".to_owned()))
}

fn cookie(form: &mut Form<'_, '_>) -> Found {
    let key = form.key()?.value;
    let place = if form.has("where") {
        form.choice::<CookiePlace>("where")
    } else {
        form.missing("where", "people must know on which pages it is set");
        None
    };
    let purpose = form.need_reference(RefKind::Purpose, "purpose", "a cookie without a purpose must not be set");
    let lasts = form.period("lasts").map(|period| period.value);
    let place = place.map_or(CookiePlace::Members, |place| place.value);
    let derived = id(&["cookie", &key]);
    Some((Rule::Cookie(Cookie { key, place, purpose, lasts, clause: String::new() }), derived))
}

fn field(form: &mut Form<'_, '_>) -> Found {
    let text = form.key()?;
    form.draft.spot("item", text.place);
    let item = form.refer(RefKind::Item, &text);
    let form_name = form.need("form", "a field stands in a form").map(|text| text.value).unwrap_or_default();
    let names = form.texts("name");
    let purpose = form.need_reference(RefKind::Purpose, "purpose", "its purpose is shown beside each field");
    let required = form.flag("required");
    let derived = id(&["field", &form_name, &item.replace('.', "-")]);
    Some((Rule::Field(Field { item, form: form_name, names, purpose, required, clause: String::new() }), derived))
}

fn age(form: &mut Form<'_, '_>) -> Found {
    let min = form.number_arg("age");
    if min.is_none() && form.node.args.is_empty() {
        let diagnostic = Diagnostic::error("missing-value", form.head(), "`age` names no age");
        form.say(diagnostic.help(format!("for example: {}", super::example("age"))));
    }
    if let Some(number) = &min {
        form.draft.spot("min", number.place);
    }
    let below = form.choice("below").map_or(BelowAge::Refuse, |below| below.value);
    let min = min.map_or(0, |number| number.value);
    Some((Rule::AgeGate(AgeGate { min, below, clause: String::new() }), "age".to_owned()))
}

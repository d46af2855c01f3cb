//! Passwords, ages, rights: numbers that must be possible, and lawful.

use super::Look;
use crate::{
    Diagnostic,
    check::periods::longer,
    plan::{
        AgeGate, BelowAge, Cookie, CookiePlace, Counts, GroupFigures, Password, Period, Rights, SecondFactor, SelfAct,
        SelfService, SignIn, SignInMethod, Unsent,
    },
    read::DraftClause,
};

/// What the hashing accepts, and no one types.
const LONGEST_PASSWORD: u32 = 1024;
/// NIST SP 800-63B-4 §3.1.1.2: with a password alone, and beside a second factor.
const GUIDANCE: (u32, u32) = (15, 8);

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for (drafted, password) in look.all::<Password>() {
        impossible(drafted, password, found);
        weak(look, drafted, password, found);
    }
    for (drafted, rights) in look.all::<Rights>() {
        let mistyped = look.draft.diagnostics.iter().any(|told| told.what.starts_with("`offers`"));
        in_time(drafted, rights, mistyped, found);
    }
    ages(look, found);
    sign_in(look, found);
    figures(look, found);
    cookies(look, found);
    unsent(look, found);
}

fn impossible(drafted: &DraftClause, password: &Password, found: &mut Vec<Diagnostic>) {
    if let Some(max) = password.max
        && max < password.min
    {
        let what = format!("no password can have at least {} and at most {max} signs", password.min);
        let diagnostic = Diagnostic::error("impossible-password", drafted.spot("max"), what)
            .label("less than the least")
            .related(drafted.spot("min"), "the least");
        found.push(diagnostic.help("leave max away: a long password does no harm"));
    } else if let Some(max) = password.max.filter(|max| *max < 64) {
        let what = format!("passwords of more than {max} signs would be refused");
        let diagnostic = Diagnostic::warning("short-maximum", drafted.spot("max"), what)
            .label("long passwords are good ones")
            .why("today's guidance asks to accept 64 signs at least (NIST SP 800-63B-4 §3.1.1.2)");
        found.push(diagnostic.help("leave max away"));
    }
    let needed = u32::from(password.digit) + u32::from(password.capital);
    if password.max.is_some_and(|max| max < needed) {
        let what = "a digit and a capital do not fit into this";
        let diagnostic = Diagnostic::error("impossible-password", drafted.spot("max"), what);
        found.push(diagnostic.label("too short for both").help("leave max away"));
    }
    if password.min > LONGEST_PASSWORD || password.max.is_some_and(|max| max > LONGEST_PASSWORD) {
        let (name, what) = if password.min > LONGEST_PASSWORD {
            ("min", format!("nobody can choose a password of {} signs", password.min))
        } else {
            ("max", format!("passwords end at {LONGEST_PASSWORD} signs in Troth"))
        };
        let diagnostic = Diagnostic::error("impossible-password", drafted.spot(name), what);
        found.push(diagnostic.label("out of reach").help(format!("write a number up to {LONGEST_PASSWORD}")));
    }
}

fn weak(look: &Look<'_>, drafted: &DraftClause, password: &Password, found: &mut Vec<Diagnostic>) {
    let factors = look.all::<SecondFactor>().any(|(_, rule)| !rule.required_for.is_empty());
    let guidance = if factors { GUIDANCE.1 } else { GUIDANCE.0 };
    if password.min == 0 && drafted.spot("min") != drafted.clause.place {
        let diagnostic =
            Diagnostic::error("impossible-password", drafted.spot("min"), "an empty password is no password");
        found.push(diagnostic.label("no signs at all").help(format!("write min={guidance}")));
    } else if password.min < guidance && password.min > 0 {
        let what = format!("a password of {} signs is weaker than today's guidance", password.min);
        let why = if factors {
            "NIST SP 800-63B-4 §3.1.1.2 asks for 8 signs beside a second factor"
        } else {
            "NIST SP 800-63B-4 §3.1.1.2 asks for 15 signs where a password stands alone, 8 beside a second factor"
        };
        let diagnostic = Diagnostic::warning("weak-password", drafted.spot("min"), what).label("short").why(why);
        found.push(diagnostic.help(format!(
            "write min={guidance}, or demand a second factor: second-factor \"passkey\" required-for=\"...\""
        )));
    }
    if (password.digit || password.capital) && !password.breached {
        let what = "demanded signs make passwords harder to remember, and hardly harder to guess";
        let diagnostic = Diagnostic::note("composition-rule", drafted.clause.place, what)
            .label("a digit or a capital is demanded")
            .why("people write Password1; a list of leaked passwords refuses just that");
        found.push(diagnostic.help("add the word breached, so that passwords known from leaks are refused too"));
    }
}

/// GDPR Art. 12(3): within a month, two more with reasons.
fn in_time(drafted: &DraftClause, rights: &Rights, mistyped: bool, found: &mut Vec<Diagnostic>) {
    let months = |months| Period { months, ..Period::default() };
    if longer(rights.within, months(1)) {
        let what = format!("an answer within {} comes too late", rights.within);
        let diagnostic = Diagnostic::error("late-answer", drafted.spot("within"), what)
            .label("longer than the law allows")
            .why("every request is answered within one month (GDPR Art. 12(3))");
        found.push(diagnostic.help("write within=\"1 month\""));
    }
    if let Some(extend) = rights.extend.filter(|extend| longer(*extend, months(2))) {
        let what = format!("an extension by {extend} is too long");
        let diagnostic = Diagnostic::error("late-answer", drafted.spot("extend"), what)
            .label("longer than the law allows")
            .why("the month can be extended by two more, with reasons (GDPR Art. 12(3))");
        found.push(diagnostic.help("write extend=\"2 months\""));
    }
    let missing: Vec<&str> = crate::plan::Right::ALL
        .iter()
        .filter(|right| !matches!(right, crate::plan::Right::ErasureButContact))
        .filter(|right| !rights.offers.contains(right))
        .map(|right| right.key())
        .collect();
    if !missing.is_empty() && !mistyped {
        let what = format!("not offered: {}", missing.join(", "));
        let diagnostic = Diagnostic::warning("missing-rights", drafted.clause.place, what)
            .label("people have these rights too")
            .why("rights of GDPR Chapter III hold whether a statement names them or not");
        found.push(diagnostic.help("add them to `offers`"));
    }
}

fn ages(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for (drafted, gate) in look.all::<AgeGate>() {
        if gate.min > 120 {
            let what = format!("nobody is {} years old", gate.min);
            let diagnostic = Diagnostic::error("impossible-age", drafted.spot("min"), what).label("out of reach");
            found.push(diagnostic.help("write an age in years"));
        } else if gate.min < 13 && gate.below == BelowAge::Refuse && gate.min > 0 {
            let what = format!("children of {} can agree to nothing by themselves", gate.min);
            let diagnostic = Diagnostic::warning("young", drafted.spot("min"), what)
                .label("below 13")
                .why("GDPR Art. 8 asks for a parent's consent below 13 to 16 years, by country (NL 16, SE 13)");
            found.push(diagnostic.help("raise the age, or write below=\"guardian\" with the country's age"));
        }
    }
}

fn sign_in(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    let password = look.all::<SignIn>().any(|(_, rule)| rule.methods.contains(&SignInMethod::Password));
    let stated = look.all::<SignIn>().next().is_some();
    if stated && password && look.all::<Password>().next().is_none() {
        let (drafted, _) = match look.all::<SignIn>().next() {
            Some(found) => found,
            None => return,
        };
        let what = "people sign in with a password, and no rule says what it must be";
        let diagnostic = Diagnostic::warning("no-password-rule", drafted.clause.place, what).label("with a password");
        found.push(diagnostic.help("add: password min=15 breached"));
    }
    for (drafted, service) in look.all::<SelfService>() {
        if service.act == SelfAct::Erase && service.confirm.is_none() {
            let what = "an account could be deleted by whoever finds the screen open";
            let diagnostic =
                Diagnostic::warning("no-confirmation", drafted.clause.place, what).label("`confirm` is missing");
            found.push(diagnostic.help("add confirm=\"password\" or confirm=\"passkey\""));
        }
    }
}

/// A size that was written down and is too small.
fn small(drafted: &DraftClause, size: u32, found: &mut Vec<Diagnostic>) {
    if (1..5).contains(&size) || (size == 0 && drafted.spot("min-size") != drafted.clause.place) {
        let what = format!("in a group of {size} a person can be found");
        let diagnostic = Diagnostic::error("small-group", drafted.spot("min-size"), what).label("too small");
        found.push(diagnostic.help("write min-size=10; never less than 5"));
    }
}

fn figures(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for (drafted, counts) in look.all::<Counts>() {
        small(drafted, counts.min_size, found);
    }
    for (drafted, figures) in look.all::<GroupFigures>() {
        small(drafted, figures.min_size, found);
        if figures.outside && figures.epsilon_thousandths.is_none() {
            let what = "figures for others have a group size only";
            let diagnostic = Diagnostic::warning("no-noise", drafted.clause.place, what)
                .label("`epsilon` is missing")
                .why("two tables of groups can be subtracted from each other until one person is left");
            found.push(diagnostic.help("add epsilon=0.5"));
        }
    }
}

fn unsent(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for (drafted, unsent) in look.all::<Unsent>() {
        let of_days = Period { weeks: 0, days: 0, ..unsent.lasts }.is_zero();
        if unsent.lasts.is_zero() || (of_days && (1..=Unsent::MOST).contains(&unsent.days())) {
            continue;
        }
        let what = format!("what waits on a device is counted in days, {} at most", Unsent::MOST);
        let diagnostic = Diagnostic::error("unsent-lasts", drafted.spot("lasts"), what)
            .label("how long at most")
            .why("a device is lost, lent and sold; it keeps nothing for longer than somebody is without a line");
        found.push(diagnostic.help("write lasts=\"14 days\""));
    }
}

fn cookies(look: &Look<'_>, found: &mut Vec<Diagnostic>) {
    for (drafted, cookie) in look.all::<Cookie>() {
        if cookie.place == CookiePlace::Everywhere {
            let what = format!("the cookie \"{}\" is set on people who only look around", cookie.key);
            let diagnostic = Diagnostic::warning("cookie-everywhere", drafted.clause.place, what)
                .label("on public pages too")
                .why("a cookie that a visited page does not need waits for consent (Directive 2002/58, Art. 5(3))");
            found.push(diagnostic.help("write where=\"members\""));
        }
    }
}

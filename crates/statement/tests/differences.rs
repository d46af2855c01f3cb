//! What a change of each kind of clause means: wider, narrower, the same, or other words.

#![allow(clippy::panic, reason = "a test stops where it fails")]

use std::collections::BTreeSet;

use troth_statement::{
    Change,
    ChangeClass::{self, Narrower, Same, Wider, Wording},
    Plan, Severity, check, difference,
    plan::Rule,
    report,
};

const WHOLE: &str = include_str!("whole.kdl");

fn plan(source: &str) -> Plan {
    let checked = check(source, None);
    let errors: Vec<_> = checked.diagnostics.into_iter().filter(|found| found.severity == Severity::Error).collect();
    checked.plan.unwrap_or_else(|| panic!("{}", report(&errors, source, "whole.kdl")))
}

/// The statement with one change; the text must stand in it.
fn changed(from: &str, to: &str) -> String {
    assert!(WHOLE.contains(from), "{from} does not stand in whole.kdl");
    WHOLE.replacen(from, to, 1)
}

fn class_of(changes: &[Change], clause: &str) -> ChangeClass {
    let found = changes.iter().find(|change| change.clause == clause);
    found.unwrap_or_else(|| panic!("{clause} did not change: {changes:#?}")).class
}

/// Clause, what stands in the file, what stands there afterwards, what it means.
const CASES: &[(&str, &str, &str, ChangeClass)] = &[
    ("about-summary", "We coach, and we keep little.", "We keep little.", Wording),
    ("activity-regular", "name en=\"Regular education\"", "name en=\"Public education\"", Wording),
    ("purpose-coaching", "en=\"to coach you\"", "en=\"to guide you\"", Wording),
    (
        "category-profile",
        "\"person.language\" \"person.role\"",
        "\"person.language\" \"person.role\" \"person.town\"",
        Wider,
    ),
    ("category-profile", "\"person.language\" \"person.role\"", "\"person.language\"", Narrower),
    (
        "category-dialogue",
        "purpose \"coaching\"\n        basis",
        "purpose \"coaching\" \"service\"\n        basis",
        Wider,
    ),
    ("category-dialogue", "        secrecy \"coach\"\n", "", Wider),
    ("category-dialogue", "basis \"contract\"\n        secrecy", "basis \"public-task\"\n        secrecy", Same),
    ("category-dialogue", "Your dialogue", "Your talks", Wording),
    ("read-dialogue-coach", "by=\"coach\" when=\"in-relation\"", "by=\"coach\"", Wider),
    ("read-dialogue-coach", "by=\"coach\" when=\"in-relation\"", "by=\"coach\" when=\"shared-with-them\"", Narrower),
    ("keep-profile-agreement-ended", "keep \"profile\" for=\"2 years\"", "keep \"profile\" for=\"3 years\"", Wider),
    ("keep-profile-agreement-ended", "keep \"profile\" for=\"2 years\"", "keep \"profile\" for=\"1 year\"", Narrower),
    ("keep-profile-agreement-ended", "keep \"profile\" for=\"2 years\"", "keep \"profile\" for=\"24 months\"", Wording),
    (
        "dialogue-two-years",
        "for=\"2 years\" after=\"trajectory-ended\" announce=\"14 days\"",
        "for=\"2 years\" after=\"last-login\" announce=\"14 days\"",
        Wider,
    ),
    ("dialogue-two-years", "announce=\"14 days\"", "announce=\"30 days\"", Narrower),
    ("dialogue-two-years", "Your coach may ask you to keep your own copy.", "Keep your own copy.", Wording),
    ("keep-at-least-dialogue-trajectory-ended", "at-least=\"1 year\"", "at-least=\"2 years\"", Wider),
    ("keep-at-least-dialogue-trajectory-ended", "at-least=\"1 year\"", "at-least=\"6 months\"", Narrower),
    ("announce-everything", "before=\"14 days\" { by", "before=\"7 days\" { by", Wider),
    ("announce-everything", "before=\"14 days\" { by", "before=\"30 days\" { by", Narrower),
    ("consent-group-photo", "category \"photo\"\n", "category \"photo\" \"profile\"\n", Wider),
    ("consent-group-photo", "withdraw \"my-data\"", "withdraw \"mail\"", Same),
    ("consent-group-photo", "May we keep the group photo?", "May the group photo stay?", Wording),
    ("recipient-mail-relay", "receives \"profile\"", "receives \"profile\" \"dialogue\"", Wider),
    ("recipient-mail-relay", "country=\"NL\" sealed", "country=\"NL\"", Wider),
    ("recipient-mail-relay", "country=\"NL\" sealed", "country=\"SE\" sealed", Same),
    ("recipient-mail-relay", "country=\"NL\" sealed", "country=\"GB\" safeguard=\"adequacy\" sealed", Wider),
    ("recipient-captions", "country=\"US\" safeguard=\"standard-contractual-clauses\"", "country=\"NL\"", Narrower),
    ("never-recipient", "country \"RU\" \"BY\"", "country \"RU\"", Wider),
    ("never-recipient", "country \"RU\" \"BY\"", "country \"RU\" \"BY\" \"IR\"", Narrower),
    ("disclose", "\"safety\" \"fraud\"", "\"safety\" \"fraud\" \"contract\"", Wider),
    ("disclose", "\"safety\" \"fraud\"", "\"safety\"", Narrower),
    ("disclose", "approvals=2 tell", "approvals=2", Wider),
    ("report-participation", "includes \"person.name\"\n", "includes \"person.name\" \"person.email\"\n", Wider),
    ("report-participation", " told-before", "", Wider),
    ("sign-in", "sign-in \"password\" \"passkey\"", "sign-in \"password\"", Same),
    ("password", "password min=12", "password min=10", Wider),
    ("password", "password min=12", "password min=15", Narrower),
    ("password", "password min=12", "password min=12 max=200", Same),
    ("second-factor", " required-for=\"manager\"", "", Wider),
    ("second-factor", "required-for=\"manager\"", "{ required-for \"manager\" \"coach\"; }", Narrower),
    ("throttle", "attempts=10", "attempts=20", Wider),
    ("throttle", "attempts=10", "attempts=5", Narrower),
    ("notify", "notify without-content", "notify", Wider),
    ("cookie-session", "where=\"members\"", "where=\"everywhere\"", Wider),
    (
        "cookie-session",
        "where=\"members\" purpose=\"service\"",
        "where=\"members\" purpose=\"service\" lasts=\"1 day\"",
        Wider,
    ),
    ("unsent", "purpose=\"service\" lasts=\"10 days\"", "purpose=\"service\" lasts=\"3 weeks\"", Wider),
    ("unsent", "purpose=\"service\" lasts=\"10 days\"", "purpose=\"service\" lasts=\"2 days\"", Narrower),
    ("mailing-offers", " consent=\"group-photo\" stop", " stop", Wider),
    ("mailing-offers", "kind=\"invitation\"", "kind=\"service\"", Narrower),
    ("invitation", "lasts=\"14 days\"", "lasts=\"30 days\"", Wider),
    ("invitation", " decline-erases", "", Wider),
    ("field-registration-person-email", "purpose=\"service\" required {", "purpose=\"service\" {", Narrower),
    ("age", "age 16", "age 14", Wider),
    ("age", "age 16", "age 18", Narrower),
    (
        "undertaking-secrecy",
        "by=\"coach\" law=\"7:457 BW\" shown {",
        "law=\"7:457 BW\" shown {\n        by \"coach\" \"manager\"\n",
        Narrower,
    ),
    ("undertaking-secrecy", "I keep to myself what a learner tells me.", "I tell nobody.", Wording),
    (
        "warn-coach-dialogue",
        "warn \"coach\" of=\"dialogue\"",
        "warn \"coach\" of=\"photo\" id=\"warn-coach-dialogue\"",
        Wider,
    ),
    ("rights", "within=\"1 month\" extend", "within=\"2 weeks\" extend", Narrower),
    ("rights", " without-account", "", Wider),
    ("rights", "\"portability\" \"objection\"", "\"portability\"", Wider),
    (
        "self-service-remove-photo-learner",
        "\"remove\" \"photo\" by=\"learner\"",
        "\"remove\" \"photo\" by=\"coach\" id=\"self-service-remove-photo-learner\"",
        Wider,
    ),
    ("changes", "changes may-stop", "changes", Wider),
    ("changes", "before=\"14 days\" { tell", "before=\"30 days\" { tell", Narrower),
    ("counts-page-visits", "place=\"country\"", "place=\"none\"", Narrower),
    ("group-figures-modules", "min-size=10", "min-size=6", Wider),
    ("group-figures-modules", "epsilon=0.5", "epsilon=0.1", Narrower),
    ("group-figures-modules", " epsilon=0.5", "", Wider),
    ("review-anomalies", "every=\"1 month\"", "every=\"1 year\"", Wider),
    ("review-anomalies", "every=\"1 month\"", "every=\"1 week\"", Narrower),
    ("backup", "horizon=\"14 days\"", "horizon=\"30 days\"", Wider),
    ("backup", "horizon=\"14 days\"", "horizon=\"7 days\"", Narrower),
    ("break-glass-technician", "lasts=\"4 hours\"", "lasts=\"8 hours\"", Wider),
    ("break-glass-technician", "{ except \"dialogue\"; }", "{ except \"dialogue\" \"profile\"; }", Narrower),
    ("recording", "recording by=\"coach\"", "recording { by \"coach\" \"learner\"; } //", Wider),
    ("recording", "devices-off watermark", "devices-off", Wider),
    ("move-photo-library", "within=\"60 days\"", "within=\"30 days\"", Narrower),
    ("notice-no-secrets", "at \"waiting-room\" \"meeting\"", "at \"waiting-room\"", Wider),
    (
        "notice-no-secrets",
        "Please do not discuss confidential matters here.",
        "Nothing confidential here, please.",
        Wording,
    ),
    ("publish-photo", "search-engines=#false", "search-engines", Wider),
    (
        "share-photo-learner",
        "share \"photo\" by=\"learner\"",
        "share \"photo\" by=\"coach\" id=\"share-photo-learner\"",
        Same,
    ),
    ("feedback-photo", "chosen-name moderated", "chosen-name", Wider),
    ("uploads", "max-mib=20", "max-mib=50", Wider),
    ("links", "links marked without-referrer", "links marked", Wider),
    ("invoices", "invoices without-names", "invoices", Wider),
    ("encryption", "encryption in-transit at-rest", "encryption in-transit id=\"encryption\"", Wider),
    ("alternative-remote-lectures", "        step \"study-adviser\"\n", "", Wider),
    ("contact-questions", "mail=\"help@whole.example\"", "mail=\"info@whole.example\"", Same),
    ("declare-hosting", "expires=\"2027-06-01\"", "expires=\"2028-06-01\"", Same),
    ("declare-hosting", "Our hosting is ISO 27001 certified.", "Our hosting is certified.", Wording),
    (
        "never-read-dialogue-manager",
        "never read \"dialogue\" by=\"manager\"",
        "never read \"dialogue\" by=\"study-adviser\" id=\"never-read-dialogue-manager\"",
        Wider,
    ),
    ("never-sale", "never do \"sale\"", "never do \"sale\" category=\"profile\" id=\"never-sale\"", Wider),
    ("controller", "Dam 1, Amsterdam", "Dam 2, Amsterdam", Same),
    ("time-zone", "Europe/Amsterdam", "Europe/Stockholm", Same),
    ("role-study-adviser", "role \"study-adviser\" is=\"support\"", "role \"study-adviser\" is=\"coach\"", Same),
];

#[test]
fn every_change_has_its_class() {
    let old = plan(WHOLE);
    for (clause, from, to, class) in CASES {
        let changes = difference(&old, &plan(&changed(from, to)));
        assert_eq!(class_of(&changes, clause), *class, "{clause}: {from} becomes {to}: {changes:#?}");
        assert_eq!(changes.len(), 1, "{clause}: more changed than was changed: {changes:#?}");
    }
}

/// Whoever takes a change back makes the contrary of it.
#[test]
fn the_way_back_is_the_contrary() {
    let old = plan(WHOLE);
    for (clause, from, to, class) in CASES {
        let back = class_of(&difference(&plan(&changed(from, to)), &old), clause);
        let clear = !matches!(
            (*clause, class),
            // From one event, reader or category to another each way loses something.
            ("dialogue-two-years" | "never-read-dialogue-manager" | "self-service-remove-photo-learner", Wider)
        );
        let expected = match class {
            Wider if clear => Narrower,
            Narrower => Wider,
            other => *other,
        };
        // A change of two values at once may be wider both ways.
        assert!(back == expected || back == Wider, "{clause}: {from} becomes {to}: back is {back:?}");
        assert!(matches!(class, Same | Wording) == matches!(back, Same | Wording), "{clause}: {from} becomes {to}");
    }
}

#[test]
fn every_kind_of_clause_is_among_the_cases() {
    let whole = plan(WHOLE);
    let tried: BTreeSet<&str> =
        CASES.iter().filter_map(|(clause, ..)| whole.clause(clause)).map(|clause| clause.rule.kind()).collect();
    let missing: Vec<&&str> = Rule::KINDS.iter().filter(|kind| !tried.contains(**kind)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_new_reader_is_wider_and_a_new_never_is_narrower() {
    let old = plan(WHOLE);
    for (line, clause, class) in [
        ("read \"profile\" by=\"coach\"", "read-profile-coach", Wider),
        ("never read \"photo\" by=\"study-adviser\"", "never-read-photo-study-adviser", Narrower),
        ("keep \"profile\" for=\"1 year\" after=\"last-login\"", "keep-profile-last-login", Narrower),
        (
            "keep \"profile\" at-least=\"7 months\" after=\"last-login\" law=\"Example Act\"",
            "keep-at-least-profile-last-login",
            Wider,
        ),
        ("never do \"profiling\"", "never-profiling", Narrower),
        ("cookie \"theme\" where=\"members\" purpose=\"service\"", "cookie-theme", Wider),
        ("about \"history\" en=\"x\" nl=\"x\" sv=\"x\"", "about-history", Wording),
        ("purpose \"play\" en=\"to play\" nl=\"om te spelen\" sv=\"för att spela\"", "purpose-play", Same),
        ("declare \"care\" owner=\"manager\" review=\"1 year\" en=\"x\" nl=\"x\" sv=\"x\"", "declare-care", Narrower),
    ] {
        let more = plan(&changed("    backup every", &format!("    {line}\n    backup every")));
        let came = difference(&old, &more);
        assert_eq!((came.len(), class_of(&came, clause)), (1, class), "{line}");
        assert!(!came[0].before && came[0].after);
        let went = difference(&more, &old);
        let contrary = match class {
            Wider => Narrower,
            Narrower => Wider,
            other => other,
        };
        assert_eq!((went.len(), class_of(&went, clause)), (1, contrary), "{line}");
    }
}

#[test]
fn nothing_changed_is_no_difference() {
    let plan = plan(WHOLE);
    assert!(difference(&plan, &plan).is_empty());
}

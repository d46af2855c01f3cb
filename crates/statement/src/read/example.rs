//! One line for each kind of node, for "write: ..." in diagnostics.

/// How a node of this kind looks.
pub(crate) fn example(kind: &str) -> &'static str {
    match kind {
        "statement" => "statement \"campus\" { version 1 effective=\"2026-01-01\" }",
        "controller" => {
            "controller \"Campus B.V.\" country=\"NL\" contact=\"privacy@campus.example\" authority=\"nl-ap\""
        }
        "version" => "version 1 effective=\"2026-01-01\"",
        "role" => "role \"listener\" is=\"coach\"",
        "about" => "about \"summary\" en=\"We keep little.\" nl=\"We bewaren weinig.\"",
        "activity" => "activity \"regular\" { name en=\"Regular education\"; }",
        "purpose" => "purpose \"coaching\" en=\"to coach you\" nl=\"om je te coachen\"",
        "category" => "category \"profile\" { includes \"person.name\"; purpose \"coaching\"; basis \"contract\"; }",
        "basis" => "basis \"contract\"",
        "read" => "read \"dialogue\" by=\"coach\" when=\"in-relation\"",
        "never" => "never read \"dialogue\" by=\"manager\"",
        "keep" => "keep \"dialogue\" for=\"2 years\" after=\"trajectory-ended\"",
        "announce" => "announce everything before=\"14 days\" by=\"mail\"",
        "consent" => {
            "consent \"photo\" category=\"photo\" purpose=\"invitations\" withdraw=\"my-data\" { ask en=\"May we keep it?\"; }"
        }
        "recipient" => "recipient \"mail-relay\" role=\"processor\" country=\"NL\"",
        "agreement" => "agreement signed=\"2026-01-10\" review=\"1 year\"",
        "disclose" => "disclose \"law\" \"legal-claim\" approvals=2 tell",
        "report" => "report \"participation\" to=\"employer\" told-before { includes \"person.name\"; }",
        "publish" => "publish \"gallery\" consent=\"gallery\"",
        "share" => "share \"certificates\" by=\"learner\"",
        "mailing" => "mailing \"surveys\" kind=\"survey\" consent=\"surveys\" stop erase",
        "sign-in" => "sign-in \"password\" \"passkey\"",
        "password" => "password min=12 breached",
        "second-factor" => "second-factor \"passkey\" \"totp\" required-for=\"manager\"",
        "throttle" => "throttle attempts=10 within=\"1 hour\"",
        "notify" => "notify without-content",
        "cookie" => "cookie \"session\" where=\"members\" purpose=\"access\"",
        "unsent" => "unsent purpose=\"access\" lasts=\"14 days\"",
        "invitation" => "invitation lasts=\"14 days\" tells-source decline-erases",
        "field" => "field \"person.email\" form=\"registration\" purpose=\"access\" required",
        "age" => "age 16 below=\"guardian\"",
        "undertaking" => "undertaking \"secrecy\" by=\"coach\" en=\"I keep to myself what I hear.\"",
        "warn" => "warn \"coach\" of=\"self-help\"",
        "rights" => "rights within=\"1 month\" extend=\"2 months\" { offers \"inspection\" \"erasure\"; }",
        "self-service" => "self-service \"erase\" everything by=\"participant\" confirm=\"password\"",
        "changes" => "changes may-stop { tell \"mail\" \"sign-in\"; }",
        "counts" => "counts \"page-visits\" purpose=\"capacity\" place=\"country\" min-size=10",
        "group-figures" => "group-figures \"modules\" min-size=10 epsilon=0.5 purpose=\"capacity\"",
        "review" => "review \"anomalies\" every=\"1 month\" by=\"officer\" en=\"access that does not fit the work\"",
        "backup" => "backup every=\"1 day\" off-site horizon=\"14 days\"",
        "break-glass" => "break-glass by=\"technician\" lasts=\"4 hours\" approvals=1 tell",
        "recording" => "recording by=\"lecturer\" tracks announced",
        "move" => "move \"recordings\" from=\"intake\" to=\"library\" within=\"60 days\" after=\"lecture-ended\"",
        "notice" => "notice \"no-secrets\" at=\"waiting-room\" en=\"Please keep confidential matters for elsewhere.\"",
        "feedback" => "feedback \"feedback\" after=\"module-completed\" chosen-name moderated",
        "uploads" => "uploads max-mib=20 { kinds \"pdf\" \"png\"; }",
        "links" => "links marked without-referrer",
        "invoices" => "invoices without-names",
        "encryption" => "encryption at-rest",
        "step" => "step \"lecturer\" within=\"5 days\"",
        "alternative" => "alternative \"lectures\" en=\"a recorded lecture\" { step \"lecturer\"; }",
        "contact" => "contact \"questions\" form mail=\"help@campus.example\" en=\"questions and mistakes\"",
        "declare" => "declare \"hosting\" owner=\"manager\" expires=\"2027-06-01\" en=\"Our hosting is certified.\"",
        _ => "docs/statement-language.md shows every kind of node",
    }
}

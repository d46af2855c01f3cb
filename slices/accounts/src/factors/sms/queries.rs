//! Every SQL text of codes by text message; one for both engines.

kernel::queries! {
    /// A person's number, sealed.
    PHONE for ["text-codes.see", "text-codes.change", "text-codes.check"] =
        "SELECT number, made_at FROM phone WHERE person = $1";

    /// A number that is confirmed.
    PHONE_NEW for ["text-codes.change"] =
        "INSERT INTO phone (person, number, made_at) VALUES ($1, $2, $3) \
         ON CONFLICT (person) DO UPDATE SET number = excluded.number, made_at = excluded.made_at";

    /// It goes.
    PHONE_END for ["text-codes.change", "second-step.change", "renewal.carry-out"] = "DELETE FROM phone WHERE person = $1";

    /// A code is asked for; one that was asked for before is none any more.
    CODE_ASKED for ["text-codes.change", "text-codes.check"] =
        "INSERT INTO text_code (person, asking, number, attempt, tries, ends_at) VALUES ($1, $2, $3, $4, 0, $5) \
         ON CONFLICT (person) DO UPDATE SET asking = excluded.asking, number = excluded.number, \
         attempt = excluded.attempt, code_hash = NULL, tries = 0, ends_at = excluded.ends_at";

    /// What was asked for.
    CODE for ["text-codes.see", "text-codes.change", "text-codes.check", "text-codes.send"] =
        "SELECT asking, number, attempt, code_hash, tries, ends_at FROM text_code WHERE person = $1";

    /// A code is on its way; only its hash.
    CODE_MADE for ["text-codes.send"] = "UPDATE text_code SET code_hash = $3 WHERE person = $1 AND asking = $2";

    /// One was typed.
    CODE_TRIED for ["text-codes.change", "text-codes.check"] =
        "UPDATE text_code SET tries = tries + 1 WHERE person = $1";

    /// It was used, or the number goes.
    CODE_END for ["text-codes.change", "text-codes.check", "second-step.change", "renewal.carry-out"] =
        "DELETE FROM text_code WHERE person = $1";
}

//! Every SQL text of a renewal; one for both engines.

kernel::queries! {
    /// A person's latest renewal.
    LATEST for ["renewal.see", "renewal.ask", "renewal.carry-out", "renewal.stop", "renewal.mail", "second-step.check"] =
        "SELECT id, asked_by, agreed_by, state, alone, closes_at FROM factor_renewal \
         WHERE person = $1 ORDER BY id DESC LIMIT 1";
    /// How the person was known, and when.
    HOW for ["renewal.see"] = "SELECT how, asked_at FROM factor_renewal WHERE id = $1";
    /// One is asked for.
    NEW for ["renewal.ask"] =
        "INSERT INTO factor_renewal (id, person, asked_by, how, asked_at, state, alone, closes_at) \
         VALUES ($1, $2, $3, $4, $5, 'asked', $6, $7)";
    /// A second manager agrees: never the one who asked, nor the person.
    AGREED for ["renewal.ask"] =
        "UPDATE factor_renewal SET agreed_by = $2 \
         WHERE id = $1 AND state = 'asked' AND agreed_by IS NULL AND asked_by <> $2 AND person <> $2";
    /// It goes from one state to another.
    MOVED for ["renewal.ask", "renewal.carry-out", "renewal.stop", "second-step.check"] =
        "UPDATE factor_renewal SET state = $3 WHERE id = $1 AND state = $2";
    /// The link that stops it from now on.
    LINKED for ["renewal.mail"] = "UPDATE factor_renewal SET stop_hash = $2 WHERE id = $1 AND state = 'asked'";
    /// Whose renewal a link stops.
    LINK for ["renewal.stop"] = "SELECT person FROM factor_renewal WHERE stop_hash = $1 AND state = 'asked'";
    /// All passkeys of a person go.
    PASSKEYS_END for ["renewal.carry-out"] = "DELETE FROM passkey WHERE person = $1";
    /// The password goes.
    PASSWORD_END for ["renewal.carry-out"] = "DELETE FROM credential WHERE person = $1";
}

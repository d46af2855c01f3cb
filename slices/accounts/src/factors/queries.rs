//! Every SQL text of the second step; one for both engines.

kernel::queries! {
    /// A person's authenticator, sealed.
    AUTHENTICATOR for ["second-step.see", "second-step.change", "second-step.check"] =
        "SELECT secret, last_step, made_at FROM authenticator WHERE person = $1";

    /// A new authenticator.
    AUTHENTICATOR_NEW for ["second-step.change", "second-step.check"] =
        "INSERT INTO authenticator (person, secret, last_step, made_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (person) DO UPDATE SET secret = excluded.secret, last_step = excluded.last_step, \
         made_at = excluded.made_at";

    /// A code was used: those of that half minute and before are spent.
    AUTHENTICATOR_USED for ["second-step.change", "second-step.check"] =
        "UPDATE authenticator SET last_step = $2 WHERE person = $1 AND last_step < $2";

    /// The authenticator goes.
    AUTHENTICATOR_END for ["second-step.change", "renewal.carry-out"] = "DELETE FROM authenticator WHERE person = $1";

    /// A person's passkeys, sealed, the oldest first.
    PASSKEYS for ["second-step.see", "second-step.change", "second-step.check"] =
        "SELECT id, credential, name, counter, made_at, used_at FROM passkey WHERE person = $1 ORDER BY made_at, id";

    /// A new passkey.
    PASSKEY_NEW for ["second-step.change", "second-step.check"] =
        "INSERT INTO passkey (id, person, credential, name, counter, made_at, used_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";

    /// A passkey was shown: challenges of that instant and before are spent.
    PASSKEY_USED for ["second-step.change", "second-step.check"] =
        "UPDATE passkey SET counter = $2, used_at = $3 WHERE id = $1 AND used_at < $3";

    /// A passkey goes.
    PASSKEY_END for ["second-step.change"] = "DELETE FROM passkey WHERE person = $1 AND id = $2";

    /// How many recovery codes are left.
    CODES_LEFT for ["second-step.see", "second-step.change", "second-step.check"] = "SELECT COUNT(*) FROM recovery_code WHERE person = $1";

    /// A recovery code; only its hash.
    CODE_NEW for ["second-step.change", "second-step.check"] =
        "INSERT INTO recovery_code (id, person, code_hash) VALUES ($1, $2, $3)";

    /// A recovery code was used.
    CODE_USED for ["second-step.change", "second-step.check"] =
        "DELETE FROM recovery_code WHERE person = $1 AND code_hash = $2";

    /// All of a person's recovery codes go.
    CODES_END for ["second-step.change", "second-step.check", "renewal.carry-out"] = "DELETE FROM recovery_code WHERE person = $1";
}

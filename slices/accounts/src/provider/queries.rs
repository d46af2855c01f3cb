//! Every SQL text of signing in with the provider; one for both engines.

kernel::queries! {
    /// Whose account at the provider it is.
    PERSON_BY_SUBJECT for ["provider.enter", "provider.change"] =
        "SELECT person FROM provider_link WHERE subject_hash = $1";

    /// Since when a person signs in this way.
    LINK_OF for ["provider.see", "provider.change"] = "SELECT made_at FROM provider_link WHERE person = $1";

    /// Whether a person does.
    IS_LINKED for ["session.end"] = "SELECT person FROM provider_link WHERE person = $1";

    /// A person signs in this way from now on.
    LINK_NEW for ["provider.enter", "provider.change"] =
        "INSERT INTO provider_link (person, subject_hash, subject, made_at) VALUES ($1, $2, $3, $4)";

    /// No longer.
    LINK_END for ["provider.change", "renewal.carry-out"] = "DELETE FROM provider_link WHERE person = $1";
}

//! Every SQL text of registering; one for both engines.

kernel::queries! {
    /// Somebody wants to register.
    REGISTRATION_NEW for ["registration.begin"] =
        "INSERT INTO registration (id, email, language) VALUES ($1, $2, $3)";

    /// Where the mail goes.
    REGISTRATION for ["registration.mail"] = "SELECT email, language FROM registration WHERE id = $1";

    /// The link that works from now on.
    REGISTRATION_LINKED for ["registration.mail"] =
        "UPDATE registration SET link_hash = $2, link_ends_at = $3 WHERE id = $1 AND email IS NOT NULL";

    /// Whose link it is.
    REGISTRATION_LINK for ["registration.begin"] =
        "SELECT id, email, language, link_ends_at FROM registration WHERE link_hash = $1";

    /// There is an account now, or somebody has the address meanwhile: neither address nor link is kept.
    REGISTRATION_DONE for ["registration.begin"] =
        "UPDATE registration SET email = NULL, link_hash = NULL, link_ends_at = NULL WHERE id = $1";
}

//! Every SQL text about ages; one for both engines.

kernel::queries! {
    /// What somebody said, and when.
    AGE for ["age.see", "age.correct"] = "SELECT age, said_at FROM person_age WHERE person = $1";

    /// Somebody says it, for the first time or anew.
    AGE_SAID for ["age.correct", "accounts.link", "accounts.found", "registration.enrol"] =
        "INSERT INTO person_age (person, age, said_at) VALUES ($1, $2, $3) \
         ON CONFLICT (person) DO UPDATE SET age = excluded.age, said_at = excluded.said_at";
}

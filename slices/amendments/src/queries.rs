//! Every SQL text of the slice; one for both engines.

kernel::queries! {
    /// The draft of the next version.
    DRAFT for ["statement.see", "statement.publish"] = "SELECT statement, edition FROM statement_draft WHERE id = 1";

    /// The first text of a draft.
    DRAFT_NEW for ["statement.publish"] =
        "INSERT INTO statement_draft (id, statement, edition, at) VALUES (1, $1, $2, $3)";

    /// Another text, written on from the edition that is there.
    DRAFT_SET for ["statement.publish"] =
        "UPDATE statement_draft SET statement = $1, edition = edition + 1, at = $3 WHERE id = 1 AND edition = $2";

    /// The draft is done with.
    DRAFT_GONE for ["statement.publish"] = "DELETE FROM statement_draft WHERE id = 1";
}

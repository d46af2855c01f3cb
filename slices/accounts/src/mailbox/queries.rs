//! Every SQL text about mailboxes; one for both engines.

kernel::queries! {
    /// A person's mailbox.
    MAILBOX for ["mail.returned", "mailbox.see", "mailbox.try"] = "SELECT number, returned_at FROM mailbox WHERE person = $1";

    /// Something is mailed there for the first time.
    MAILBOX_NEW for ["mail.returned"] =
        "INSERT INTO mailbox (person, number) VALUES ($1, $2) ON CONFLICT (person) DO NOTHING";

    /// A mail came back.
    MAILBOX_LOST for ["mail.returned"] =
        "UPDATE mailbox SET returned_at = $2 WHERE number = $1 AND returned_at IS NULL";

    /// Whose mails come back.
    LOST for ["mail.returned", "mailboxes.list"] = "SELECT person FROM mailbox WHERE returned_at IS NOT NULL";

    /// The address is another, or is tried again: under another number.
    MAILBOX_END for ["mail.returned", "mailbox.try"] = "DELETE FROM mailbox WHERE person = $1";
}

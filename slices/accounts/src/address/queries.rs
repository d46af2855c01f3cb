//! Every SQL text of a change of address; one for both engines.

kernel::queries! {
    /// The change that is on its way.
    CHANGE for ["address.change", "address.move", "address.mail", "person.see"] =
        "SELECT change, email, stage, in_person, ends_at FROM address_change WHERE person = $1";

    /// A change begins; one that was on its way is forgotten.
    CHANGE_NEW for ["address.change", "person.correct"] =
        "INSERT INTO address_change (person, change, email, stage, in_person, ends_at) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (person) DO UPDATE SET change = excluded.change, email = excluded.email, stage = excluded.stage, \
         in_person = excluded.in_person, ends_at = excluded.ends_at";

    /// One mailbox has confirmed.
    CHANGE_STAGE for ["address.move"] = "UPDATE address_change SET stage = $2 WHERE person = $1";

    /// It is done: the address that was is kept until it has been told.
    CHANGE_MOVED for ["address.move"] =
        "UPDATE address_change SET stage = $2, email = $3, ends_at = $4 WHERE person = $1";

    /// It is stopped or over.
    CHANGE_END for ["address.change", "address.move", "person.correct", "address.mail"] =
        "DELETE FROM address_change WHERE person = $1";

    /// It ends with the links of the person, unless it is done.
    CHANGE_END_OPEN for ["accounts.link", "password.change", "address.move", "person.correct"] =
        "DELETE FROM address_change WHERE person = $1 AND stage <> 'moved'";

    /// The links to the two mailboxes end.
    CHANGE_LINKS_END for ["address.change", "address.move", "person.correct", "address.mail"] =
        "DELETE FROM sign_in_link WHERE person = $1 AND purpose IN ('address-new', 'address-old')";

    /// The links to one of them end.
    CHANGE_LINK_USED for ["address.move"] = "DELETE FROM sign_in_link WHERE person = $1 AND purpose = $2";
}

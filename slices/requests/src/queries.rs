//! Every SQL text of the slice; one for both engines.

kernel::queries! {
    /// A request.
    REQUEST_NEW for ["request.ask", "request.enter", "requests.link", "requests.by-mailing"] =
        "INSERT INTO request (id, person, kind, channel, name, address, address_hash, language, asked_at, received_at, \
         due_at, identity) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

    /// A step.
    STEP_NEW for [
        "request.ask", "request.enter", "request.handle", "request.answer", "requests.link", "requests.by-mailing",
    ] =
        "INSERT INTO request_step (id, request, kind, author, at, note) VALUES ($1, $2, $3, $4, $5, $6)";

    /// Open requests, what is due first.
    OPEN for ["requests.list", "requests.watch"] =
        "SELECT id, person, kind, channel, asked_at, received_at, due_at, extended_at, identity, closed_at, outcome, \
         ground, act FROM request WHERE closed_at IS NULL AND due_at IS NOT NULL ORDER BY due_at, id";

    /// Closed requests, the latest first.
    CLOSED for ["requests.list"] =
        "SELECT id, person, kind, channel, asked_at, received_at, due_at, extended_at, identity, closed_at, outcome, \
         ground, act FROM request WHERE closed_at IS NOT NULL ORDER BY closed_at DESC, id LIMIT 200";

    /// Somebody's own, the latest first.
    OF_PERSON for ["requests.own"] =
        "SELECT id, person, kind, channel, asked_at, received_at, due_at, extended_at, identity, closed_at, outcome, \
         ground, act FROM request WHERE person = $1 ORDER BY asked_at DESC, id";

    /// One request without what was written.
    TERM for ["request.handle", "request.answer", "request.ask", "requests.link", "requests.mail"] =
        "SELECT id, person, kind, channel, asked_at, received_at, due_at, extended_at, identity, closed_at, outcome, \
         ground, act FROM request WHERE id = $1";

    /// One request with who asks.
    TOLD for ["request.see", "request.follow", "requests.link"] =
        "SELECT id, person, kind, channel, asked_at, received_at, due_at, extended_at, identity, closed_at, outcome, \
         ground, act, name, address FROM request WHERE id = $1";

    /// Its steps, in order.
    STEPS for ["request.see", "request.follow", "requests.link"] =
        "SELECT id, kind, author, at, note FROM request_step WHERE request = $1 ORDER BY at, id";

    /// How somebody showed who they are, and whose account it is.
    IDENTIFIED for ["request.handle"] =
        "UPDATE request SET identity = $2, person = COALESCE(person, $3) WHERE id = $1 AND closed_at IS NULL";

    /// More time; once, and while it is open.
    EXTENDED for ["request.handle"] =
        "UPDATE request SET extended_at = $2, due_at = $3, reminded_at = NULL \
         WHERE id = $1 AND extended_at IS NULL AND closed_at IS NULL";

    /// It is answered; whoever comes second changes nothing.
    ANSWERED for ["request.answer"] =
        "UPDATE request SET closed_at = $2, outcome = $3, ground = $4, act = $5 WHERE id = $1 AND closed_at IS NULL";

    /// How many were written for one address since then.
    ASKED_BY for ["requests.link"] = "SELECT COUNT(*) FROM request WHERE address_hash = $1 AND asked_at > $2";

    /// How many were written on the public page since then.
    ASKED_SINCE for ["requests.link"] = "SELECT COUNT(*) FROM request WHERE address_hash IS NOT NULL AND asked_at > $1";

    /// It is confirmed: the clock begins.
    CONFIRMED for ["requests.link"] =
        "UPDATE request SET received_at = $2, due_at = $3, identity = $4 WHERE id = $1 AND received_at IS NULL";

    /// The one link that works from now on.
    LINKED for ["requests.link", "requests.mail"] =
        "UPDATE request SET link_hash = $2, link_ends_at = $3 WHERE id = $1";

    /// Whose link it is.
    LINK for ["requests.link"] = "SELECT id, link_ends_at FROM request WHERE link_hash = $1";

    /// The address, and the language of mails to it.
    MAILBOX for ["requests.mail"] = "SELECT address, language FROM request WHERE id = $1";

    /// What is open, and when it was reminded of last.
    WATCHED for ["requests.watch"] =
        "SELECT id, due_at, reminded_at FROM request WHERE closed_at IS NULL AND due_at IS NOT NULL";

    /// How many were received and are kept, and how many of them are open and overdue.
    EVER for ["requests.watch"] =
        "SELECT COUNT(received_at), COUNT(CASE WHEN closed_at IS NULL AND due_at <= $1 THEN 1 END) FROM request";

    /// Officers were reminded.
    REMINDED for ["requests.watch"] = "UPDATE request SET reminded_at = $2 WHERE id = $1";
}

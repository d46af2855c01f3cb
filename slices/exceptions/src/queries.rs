//! Every SQL text of the slice; one for both engines.

kernel::queries! {
    /// A proposal.
    DISCLOSURE_NEW for ["disclosure.propose"] =
        "INSERT INTO disclosure (id, person, subject, recipient, place, mail, reference, ground, categories, proposed_by,
                                 proposed_at, state, untold, untold_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'proposed', $12, $13)";
    /// Disclosures, the latest first, without what was written about them but for the recipient's name.
    DISCLOSURES for ["disclosures.list"] =
        "SELECT id, person, subject, ground, categories, proposed_by, proposed_at, state, decided_at, consented_at,
                sent_at, untold_until, recipient FROM disclosure ORDER BY proposed_at DESC, id LIMIT 200";
    /// One of them.
    DISCLOSURE for ["disclosure.see", "received.see"] =
        "SELECT id, person, subject, ground, categories, proposed_by, proposed_at, state, decided_at, consented_at,
                sent_at, untold_until, recipient, place, mail, reference, untold FROM disclosure WHERE id = $1";
    /// One of them, to act upon it.
    TERM for ["disclosure.decide", "disclosure.hand-over", "disclosure.consent", "disclosure.tell", "exceptions.look"] =
        "SELECT id, person, subject, ground, categories, proposed_by, proposed_at, state, decided_at, consented_at,
                sent_at, untold_until FROM disclosure WHERE id = $1";
    /// Those that a person may know of, the latest first.
    RECEIVED for ["received.list"] = "SELECT id FROM disclosure WHERE person = $1 ORDER BY proposed_at DESC, id";
    /// Somebody's word.
    VOTE_NEW for ["disclosure.decide"] =
        "INSERT INTO disclosure_vote (id, disclosure, voter, agrees, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (disclosure, voter) DO NOTHING";
    /// Who agreed.
    AGREED for ["disclosure.decide", "disclosure.hand-over", "disclosure.see", "received.see"] =
        "SELECT COUNT(*) FROM disclosure_vote WHERE disclosure = $1 AND agrees = 1";
    /// It is decided.
    DECIDED for ["disclosure.decide"] =
        "UPDATE disclosure SET state = $2, decided_at = $3 WHERE id = $1 AND state = 'proposed'";
    /// The person agrees, or no longer does.
    CONSENTED for ["disclosure.consent"] =
        "UPDATE disclosure SET consented_at = $2 WHERE id = $1 AND ground = 'consent' AND state IN ('proposed', 'approved')";
    /// It is handed over.
    SENT for ["disclosure.hand-over"] =
        "UPDATE disclosure SET state = 'sent', sent_at = $2 WHERE id = $1 AND state = 'approved'";
    /// What was in it.
    PART_NEW for ["disclosure.hand-over"] =
        "INSERT INTO disclosure_part (id, disclosure, class, holder) VALUES ($1, $2, $3, $4)";
    /// The person is told later than was said.
    UNTOLD for ["disclosure.decide"] =
        "UPDATE disclosure SET untold = $2, untold_until = $3, reminded_at = NULL WHERE id = $1 AND untold_until > $4";
    /// Whom the day has come to tell.
    TELLABLE for ["exceptions.look"] =
        "SELECT id, subject FROM disclosure WHERE person IS NULL AND untold_until <= $1";
    /// The person may know.
    TOLD for ["exceptions.look"] = "UPDATE disclosure SET person = $2 WHERE id = $1";
    /// Which silences end soon, with nobody reminded of it.
    SILENT for ["exceptions.look"] =
        "SELECT id, proposed_by FROM disclosure WHERE untold_until > $1 AND untold_until <= $2 AND reminded_at IS NULL";
    /// Somebody was.
    REMINDED for ["exceptions.look"] = "UPDATE disclosure SET reminded_at = $2 WHERE id = $1";
    /// What was handed over.
    SENT_PARTS for ["exceptions.look"] =
        "SELECT d.id, d.subject, d.sent_at, p.class, p.holder FROM disclosure d JOIN disclosure_part p ON p.disclosure = d.id
         WHERE d.state = 'sent' ORDER BY d.id, p.class, p.holder";
    /// A recipient is to be told.
    TELLING_NEW for ["exceptions.look"] =
        "INSERT INTO disclosure_telling (id, disclosure, kind, at, state) VALUES ($1, $2, $3, $4, 'open')
         ON CONFLICT (disclosure, kind, at) DO NOTHING";
    /// What waits to be told, and nobody was reminded of it lately.
    TELLINGS_OPEN for ["exceptions.look"] =
        "SELECT t.id, d.id, d.proposed_by FROM disclosure_telling t JOIN disclosure d ON d.id = t.disclosure
         WHERE t.state = 'open' AND t.at <= $1 AND (t.reminded_at IS NULL OR t.reminded_at <= $1)";
    /// Somebody was reminded.
    TELLING_REMINDED for ["exceptions.look"] = "UPDATE disclosure_telling SET reminded_at = $2 WHERE id = $1";
    /// All that a recipient is to be told of.
    TELLINGS for ["disclosure.see", "received.see"] =
        "SELECT id, disclosure, kind, at, state, told_at, told_by, note FROM disclosure_telling
         WHERE disclosure = $1 ORDER BY at, id";
    /// What is still to be told, the oldest first.
    TELLINGS_LEFT for ["disclosures.list"] =
        "SELECT t.id, t.disclosure, t.kind, t.at, d.recipient FROM disclosure_telling t
         JOIN disclosure d ON d.id = t.disclosure WHERE t.state = 'open' ORDER BY t.at, t.id LIMIT 200";
    /// One of them.
    TELLING for ["disclosure.tell", "exceptions.tell"] =
        "SELECT t.disclosure, t.kind, t.at, t.state, d.sent_at, d.categories FROM disclosure_telling t
         JOIN disclosure d ON d.id = t.disclosure WHERE t.id = $1";
    /// Where the recipient is reached by mail.
    MAILBOX for ["exceptions.tell"] =
        "SELECT d.id, d.mail FROM disclosure_telling t JOIN disclosure d ON d.id = t.disclosure
         WHERE t.id = $1 AND t.state = 'open'";
    /// It was told, or cannot be.
    TELLING_DONE for ["disclosure.tell", "exceptions.tell"] =
        "UPDATE disclosure_telling SET state = $2, told_at = $3, told_by = $4, note = $5 WHERE id = $1 AND state = 'open'";
}

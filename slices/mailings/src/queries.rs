//! Every SQL text of the slice; one for both engines.

kernel::queries! {
    // Consents.

    /// Somebody's answers, the latest last.
    CONSENTS for ["consents.see", "consent.give", "consent.withdraw", "mailings.deliver", "mailings.link"] =
        "SELECT consent, wording, version, given_at, withdrawn_at FROM consent WHERE person = $1 ORDER BY given_at, id";

    /// Somebody agrees.
    CONSENT_NEW for ["consent.give"] =
        "INSERT INTO consent (id, person, consent, wording, version, given_at) VALUES ($1, $2, $3, $4, $5, $6)";

    /// Somebody withdraws.
    CONSENT_ENDS for ["consent.give", "consent.withdraw", "mailings.link"] =
        "UPDATE consent SET withdrawn_at = $3 WHERE person = $1 AND consent = $2 AND withdrawn_at IS NULL";

    /// Who agreed to a wording, and has not withdrawn since.
    STANDING for ["mailings.deliver"] =
        "SELECT DISTINCT person FROM consent WHERE consent = $1 AND wording = $2 AND withdrawn_at IS NULL \
         ORDER BY person";

    // Mailings.

    /// A new mailing.
    MAILING_NEW for ["mailing.write"] =
        "INSERT INTO mailing (id, kind, written_by, written_at) VALUES ($1, $2, $3, $4)";

    /// It is written anew.
    MAILING_WRITTEN for ["mailing.write"] =
        "UPDATE mailing SET kind = $2, written_at = $3 WHERE id = $1 AND sent_at IS NULL";

    /// Its texts make room for others.
    TEXTS_DROP for ["mailing.write"] = "DELETE FROM mailing_text WHERE mailing = $1";

    /// Its text in one language.
    TEXT_NEW for ["mailing.write"] =
        "INSERT INTO mailing_text (id, mailing, language, subject, body) VALUES ($1, $2, $3, $4, $5)";

    /// Every mailing, the latest first, with one row for each subject.
    MAILINGS for ["mailings.list"] =
        "SELECT m.id, m.kind, m.written_at, m.sent_at, m.sent_to, m.returned, t.id, t.language, t.subject FROM mailing m \
         JOIN mailing_text t ON t.mailing = m.id ORDER BY m.written_at DESC, m.id DESC, t.language LIMIT 600";

    /// One mailing.
    MAILING for ["mailing.see", "mailing.write", "mailing.send", "mailings.deliver"] =
        "SELECT id, kind, written_at, sent_at, sent_to, returned FROM mailing WHERE id = $1";

    /// Its texts.
    TEXTS for ["mailing.see", "mailing.write", "mailings.deliver"] =
        "SELECT id, language, subject, body FROM mailing_text WHERE mailing = $1 ORDER BY language";

    /// It is sent.
    MAILING_SENT for ["mailing.send"] =
        "UPDATE mailing SET sent_at = $2, sent_to = $3 WHERE id = $1 AND sent_at IS NULL";

    /// One of its mails showed that a mailbox is no more.
    MAILING_RETURNED for ["mailings.deliver"] =
        "UPDATE mailing SET returned = returned + 1 WHERE id = $1 AND sent_at IS NOT NULL";

    // Links.

    /// A link of a mail; only its hash.
    LINK_NEW for ["mailings.deliver"] =
        "INSERT INTO mailing_link (id, person, consent, purpose, token_hash, made_at) VALUES ($1, $2, $3, $4, $5, $6)";

    /// Whose link it is, and what it is for.
    LINK_FIND for ["mailings.link"] =
        "SELECT id, person, consent, used_at FROM mailing_link WHERE token_hash = $1 AND purpose = $2";

    /// Its erasure was asked for; once.
    LINK_USED for ["mailings.link"] = "UPDATE mailing_link SET used_at = $2 WHERE id = $1 AND used_at IS NULL";
}

//! Every SQL text of the slice; one for both engines.

kernel::queries! {
    // People.

    /// A new person's file.
    PERSON_NEW for ["people.invite", "accounts.found", "registration.enrol"] = "INSERT INTO person (id) VALUES ($1)";

    /// A new account.
    ACCOUNT_NEW for ["people.invite", "accounts.found", "registration.enrol"] =
        "INSERT INTO account (person, email_hash, name, email, language, theme, invited_at) \
         VALUES ($1, $2, $3, $4, $5, 'auto', $6)";

    /// A role of a person.
    ROLE_NEW for ["people.invite", "accounts.found", "registration.enrol"] =
        "INSERT INTO account_role (id, person, role) VALUES ($1, $2, $3)";

    /// Who has an address.
    PERSON_BY_EMAIL for ["people.invite", "person.correct", "accounts.sign-in", "accounts.ask-reset", "accounts.found", "address.move", "registration.enrol", "accounts.known"] =
        "SELECT person FROM account WHERE email_hash = $1";

    /// One account.
    ACCOUNT for ["person.see", "person.correct", "profile.see", "profile.correct", "accounts.link", "my-data.see"] =
        "SELECT person, name, email, language, theme, invited_at, accepted_at, left_at FROM account WHERE person = $1";

    /// Where a person stands.
    STANDING for [
        "people.invite", "person.correct", "agreement.end", "invitation.repeat", "invitation.withdraw", "account.delete",
        "accounts.sign-in", "accounts.ask-reset", "accounts.mail-link", "accounts.link", "person.see", "profile.see",
        "second-step.check", "provider.enter",
    ] = "SELECT invited_at, accepted_at, left_at FROM account WHERE person = $1";

    /// A person's roles.
    ROLES for [
        "person.see", "person.correct", "profile.see", "profile.correct", "agreement.end", "accounts.link",
        "accounts.session", "my-data.see", "second-step.check", "provider.enter",
    ] = "SELECT role FROM account_role WHERE person = $1 ORDER BY role";

    /// A page of people, newest first, with one row for each role.
    PEOPLE for ["people.list"] =
        "SELECT a.person, a.name, a.invited_at, a.accepted_at, a.left_at, r.role \
         FROM (SELECT person, name, invited_at, accepted_at, left_at FROM account \
               WHERE $1 = 'all' \
                  OR ($1 = 'invited' AND accepted_at IS NULL AND left_at IS NULL) \
                  OR ($1 = 'active' AND accepted_at IS NOT NULL AND left_at IS NULL) \
                  OR ($1 = 'left' AND left_at IS NOT NULL) \
               ORDER BY invited_at DESC, person LIMIT $2 OFFSET $3) a \
         LEFT JOIN account_role r ON r.person = a.person \
         ORDER BY a.invited_at DESC, a.person, r.role";

    /// How many people there are, took part, and left (some before they had accepted).
    PEOPLE_COUNTS for ["people.list"] =
        "SELECT COUNT(*), COUNT(CASE WHEN accepted_at IS NOT NULL AND left_at IS NULL THEN 1 END), COUNT(left_at) \
         FROM account";

    /// Corrects a name and the language.
    NAME_CORRECT for ["person.correct", "profile.correct"] =
        "UPDATE account SET name = $2, language = $3 WHERE person = $1";

    /// Corrects an address.
    EMAIL_CORRECT for ["person.correct", "address.move"] = "UPDATE account SET email_hash = $2, email = $3 WHERE person = $1";

    /// Chooses the language.
    LANGUAGE_CHOOSE for ["profile.correct"] = "UPDATE account SET language = $2 WHERE person = $1";

    /// Chooses light or dark.
    THEME_CHOOSE for ["profile.correct"] = "UPDATE account SET theme = $2 WHERE person = $1";

    /// The person has chosen a password for the first time.
    ACCEPTED for ["accounts.link", "accounts.found", "registration.enrol"] =
        "UPDATE account SET accepted_at = $2 WHERE person = $1 AND accepted_at IS NULL";

    /// The agreement has ended.
    LEFT for ["agreement.end", "accounts.found"] = "UPDATE account SET left_at = $2 WHERE person = $1 AND left_at IS NULL";

    // What other slices ask (organisation::Directory).

    /// Sealed names of up to sixteen people, their roles and what has happened to them, in as many rows as it takes.
    FOLK for ["accounts.directory", "accounts.link", "my-data.see", "person.see", "profile.see"] =
        "SELECT p.id, a.name, r.role, e.name, e.at FROM person p \
         LEFT JOIN account a ON a.person = p.id LEFT JOIN account_role r ON r.person = p.id \
         LEFT JOIN event e ON e.subject = p.id WHERE p.id IN \
         ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";

    /// Sealed names of up to sixty-four people, and nothing else.
    NAMES for ["accounts.directory"] =
        "SELECT person, name FROM account WHERE person IN \
         ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, \
         $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, \
         $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, \
         $49, $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64)";

    /// Everyone with a role who has not left.
    WITH_ROLE for ["accounts.directory"] =
        "SELECT a.person, a.name, a.accepted_at FROM account_role r JOIN account a ON a.person = r.person \
         WHERE r.role = $1 AND a.left_at IS NULL ORDER BY a.person";

    /// How many have a role.
    COUNT_WITH_ROLE for ["accounts.directory"] =
        "SELECT COUNT(*) FROM account_role r JOIN account a ON a.person = r.person \
         WHERE r.role = $1 AND a.left_at IS NULL";

    /// A person's language.
    LANGUAGE for ["accounts.directory", "accounts.mail-link", "mail.send", "address.mail"] =
        "SELECT language FROM account WHERE person = $1";

    /// Where to send a mail, to somebody who still takes part or is invited.
    MAILBOX for ["mail.send", "accounts.mail-link", "accounts.directory", "address.mail", "address.move", "accounts.known"] = "SELECT email, language FROM account WHERE person = $1";

    // Invitations.

    /// An invitation.
    INVITATION_NEW for ["people.invite"] =
        "INSERT INTO invitation (id, person, invited_by, note, sent_at) VALUES ($1, $2, $3, $4, $5)";

    /// The latest invitation.
    INVITATION_OF for ["accounts.link"] =
        "SELECT id, invited_by, note, sent_at FROM invitation WHERE person = $1 ORDER BY sent_at DESC, id LIMIT 1";

    /// It is sent once more.
    INVITATION_SENT for ["invitation.repeat"] =
        "UPDATE invitation SET sent_at = $2 WHERE person = $1";

    /// The date that lists show.
    INVITED_AGAIN for ["invitation.repeat"] = "UPDATE account SET invited_at = $2 WHERE person = $1";

    // Single-use links.

    /// A link; only its hash.
    LINK_NEW for ["accounts.mail-link", "accounts.found", "address.mail"] =
        "INSERT INTO sign_in_link (id, person, purpose, token_hash, made_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6)";

    /// Whose link it is.
    LINK_FIND for ["accounts.link"] =
        "SELECT person, ends_at FROM sign_in_link WHERE token_hash = $1 AND purpose = $2";

    /// All links of a person go: one was used, or the password was changed.
    LINKS_END for ["accounts.link", "password.change", "agreement.end", "invitation.repeat", "accounts.found", "address.move", "person.correct"] =
        "DELETE FROM sign_in_link WHERE person = $1";

    /// Links that are over go with the next one.
    LINKS_OVER for ["accounts.mail-link", "accounts.found", "address.mail"] = "DELETE FROM sign_in_link WHERE person = $1 AND ends_at <= $2";

    // Passwords.

    /// A person's password hash, sealed.
    CREDENTIAL for ["accounts.sign-in", "password.change", "account.delete"] =
        "SELECT password FROM credential WHERE person = $1";

    /// The first password, or another.
    CREDENTIAL_SET for ["accounts.link", "password.change", "accounts.sign-in", "accounts.found", "registration.enrol"] =
        "INSERT INTO credential (person, password, changed_at) VALUES ($1, $2, $3) \
         ON CONFLICT (person) DO UPDATE SET password = excluded.password, changed_at = excluded.changed_at";

    // Sessions.

    /// A session begins.
    SESSION_NEW for ["accounts.sign-in", "accounts.link", "password.change", "second-step.check", "registration.enrol", "provider.enter"] =
        "INSERT INTO session (id, person, token_hash, began_at, seen_at, ends_at, device, second_step) \
         VALUES ($1, $2, $3, $4, $4, $5, $6, $7)";

    /// A living session and its person.
    SESSION_FIND for ["accounts.session"] =
        "SELECT s.id, s.person, s.seen_at, a.language, a.theme, r.role, s.ends_at, s.second_step, m.returned_at \
         FROM session s JOIN account a ON a.person = s.person LEFT JOIN account_role r ON r.person = s.person \
         LEFT JOIN mailbox m ON m.person = s.person \
         WHERE s.token_hash = $1 AND s.ends_at > $2 AND a.left_at IS NULL ORDER BY r.role";

    /// A person's sessions, the latest used first.
    SESSIONS for ["sessions.see"] =
        "SELECT id, device, began_at, seen_at FROM session WHERE person = $1 AND ends_at > $2 ORDER BY seen_at DESC, id";

    /// Whether more than a password was shown when it began.
    SESSION_SECOND for ["password.change"] = "SELECT second_step FROM session WHERE id = $1 AND person = $2";

    /// More than a password was shown in it.
    SESSION_SECOND_SHOWN for ["second-step.change"] =
        "UPDATE session SET second_step = 1 WHERE id = $1 AND person = $2";

    /// It was seen.
    SESSION_SEEN for ["accounts.session", "session.keep"] = "UPDATE session SET seen_at = $2 WHERE id = $1 AND seen_at < $2";

    /// It ends.
    SESSION_END for ["session.end"] = "DELETE FROM session WHERE id = $1 AND person = $2";

    /// All but one end.
    SESSIONS_END_OTHERS for ["session.end", "second-step.change", "address.move", "provider.change"] = "DELETE FROM session WHERE person = $1 AND id <> $2";

    /// All of a person's sessions end.
    SESSIONS_END for [
        "accounts.link", "password.change", "agreement.end", "accounts.found", "second-step.check", "address.move",
        "renewal.carry-out"] = "DELETE FROM session WHERE person = $1";

    /// Sessions that are over go at the next sign-in.
    SESSIONS_OVER for ["accounts.sign-in", "second-step.check", "registration.enrol", "provider.enter"] =
        "DELETE FROM session WHERE person = $1 AND (ends_at <= $2 OR seen_at <= $3)";
}

//! The keeper's registered texts.

kernel::queries! {
    /// Whether somebody was told of a day.
    TOLD for ["keeper.keep"] = "SELECT id FROM keeper_told WHERE person = $1 AND due = $2";
    /// Notes that somebody is told of a day.
    TOLD_NEW for ["keeper.keep"] = "INSERT INTO keeper_told (id, person, due) VALUES ($1, $2, $3)";
    /// Forgets whom it told of days that have passed.
    TOLD_FORGET for ["keeper.keep"] = "DELETE FROM keeper_told WHERE due <= $1";
    /// Begins an act.
    ACT_NEW for ["keeper.keep"] =
        "INSERT INTO keeper_act (id, kind, state, began, changed, attempts, stays) VALUES ($1, $2, 'planned', $3, $3, 0, $4)";
    /// One act.
    ACT for ["keeper.keep"] = "SELECT kind, state, stays, attempts FROM keeper_act WHERE id = $1";
    /// Acts that are not done, oldest first.
    ACTS_OPEN for ["keeper.keep"] =
        "SELECT id, kind, state, began, attempts, fault, retry_at FROM keeper_act WHERE state <> 'done' ORDER BY began, id";
    /// Tells that a step is finished.
    ACT_STATE for ["keeper.keep"] = "UPDATE keeper_act SET state = $2, changed = $3, fault = NULL WHERE id = $1";
    /// Tells which generation of the keyring lacks the keys.
    ACT_KEYS for ["keeper.keep"] = "UPDATE keeper_act SET generation = $2 WHERE id = $1";
    /// Tells that a step failed.
    ACT_FAULT for ["keeper.keep"] =
        "UPDATE keeper_act SET attempts = attempts + 1, changed = $2, fault = $3, retry_at = $4 WHERE id = $1";
    /// Tells what stays after all.
    ACT_STAYS for ["keeper.keep"] = "UPDATE keeper_act SET stays = $2 WHERE id = $1";
    /// Drops an act that takes nothing any longer.
    ACT_DROP for ["keeper.keep"] = "DELETE FROM keeper_act WHERE id = $1";
    /// Adds to what an act is about.
    TARGET_NEW for ["keeper.keep"] =
        "INSERT INTO keeper_target (id, act, place, kind, class, holder, clause, gone, row_count, file_count)
         VALUES ($1, $2, $7, $3, $4, $5, $6, 0, 0, 0) ON CONFLICT (act, kind, class, holder) DO NOTHING";
    /// What an act is about.
    TARGETS for ["keeper.keep"] =
        "SELECT id, kind, class, holder, clause, gone, row_count, file_count FROM keeper_target
         WHERE act = $1 ORDER BY place, id";
    /// What of an act is still to go.
    TARGETS_LEFT for ["keeper.keep"] =
        "SELECT id, kind, class, holder FROM keeper_target WHERE act = $1 AND gone = 0 ORDER BY place, id LIMIT $2";
    /// What open acts are about.
    TARGETS_OPEN for ["keeper.keep"] = "SELECT class, holder FROM keeper_target WHERE kind = 'rows'";
    /// Takes something out of an act.
    TARGET_SPARE for ["keeper.keep"] = "DELETE FROM keeper_target WHERE id = $1";
    /// Tells that something has gone.
    TARGET_GONE for ["keeper.keep"] =
        "UPDATE keeper_target SET gone = 1, row_count = $2, file_count = $3 WHERE id = $1";
    /// Forgets what an act was about.
    TARGETS_FORGET for ["keeper.keep"] = "DELETE FROM keeper_target WHERE act = $1";
    /// Notes a file to be removed.
    FILE_NEW for ["keeper.keep"] =
        "INSERT INTO keeper_file (id, act) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING";
    /// Files to be removed.
    FILES for ["keeper.keep"] = "SELECT id FROM keeper_file WHERE act = $1";
    /// Forgets files that were removed.
    FILES_FORGET for ["keeper.keep"] = "DELETE FROM keeper_file WHERE act = $1";
    /// Writes a receipt.
    RECEIPT_NEW for ["keeper.keep"] =
        "INSERT INTO keeper_receipt (id, at, kind, went, stays, generation, ledger_sequence, ledger_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// One receipt.
    RECEIPT for ["keeper.keep"] =
        "SELECT id, at, kind, went, stays, generation, ledger_sequence, ledger_hash FROM keeper_receipt WHERE id = $1";
    /// Receipts, newest first.
    RECEIPTS for ["keeper.keep"] =
        "SELECT id, at, kind, went, stays, generation, ledger_sequence, ledger_hash FROM keeper_receipt
         ORDER BY at DESC, id DESC LIMIT $1";
    /// Receipts since look-up keys were last changed.
    RECEIPTS_FRESH for ["keeper.keep"] = "SELECT id FROM keeper_receipt WHERE lookups = 0";
    /// Tells that look-up keys were changed after a receipt.
    RECEIPT_LOOKUPS for ["keeper.keep"] = "UPDATE keeper_receipt SET lookups = 1 WHERE id = $1";
    /// Whose wish to be erased waits for the end of a hold.
    WISHES for ["keeper.keep"] = "SELECT subject FROM event WHERE name = $1 ORDER BY at, subject";
    /// A wish waits; the first day of it counts.
    WISH_KEPT for ["keeper.keep"] =
        "INSERT INTO event (name, subject, at) VALUES ($1, $2, $3) ON CONFLICT (name, subject) DO NOTHING";
    /// Forgets the figures of the night before.
    FIGURES_FORGET for ["keeper.keep"] = "DELETE FROM keeper_figure WHERE clause <> $1";
    /// Forgets one.
    FIGURE_FORGET for ["keeper.keep"] = "DELETE FROM keeper_figure WHERE clause = $1";
    /// Keeps a clause's figure.
    FIGURE_NEW for ["keeper.keep"] =
        "INSERT INTO keeper_figure (clause, at, figure) VALUES ($1, $2, $3)
         ON CONFLICT (clause) DO UPDATE SET at = excluded.at, figure = excluded.figure";
    /// The figures of all clauses.
    FIGURES for ["keeper.keep"] = "SELECT clause, at, figure FROM keeper_figure";
    /// When the keeper last looked.
    LOOK for ["keeper.keep"] = "SELECT at FROM keeper_look WHERE id = 1";
    /// The keeper looks.
    LOOK_SET for ["keeper.keep"] =
        "INSERT INTO keeper_look (id, at) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET at = excluded.at";
    /// A person's restriction.
    RESTRICTION for ["restriction.see"] = "SELECT since, reason FROM restriction WHERE person = $1";
    /// Restricts the use of a person's data.
    RESTRICTION_NEW for ["restriction.begin"] =
        "INSERT INTO restriction (person, since, reason) VALUES ($1, $2, $3) ON CONFLICT (person) DO NOTHING";
    /// Every version of the statement, newest first.
    VERSIONS for ["statement.amend"] =
        "SELECT number, published_at, published_by, holds_from, began_at FROM statement_version ORDER BY number DESC";
    /// The text of one version.
    VERSION_TEXT for ["statement.amend"] = "SELECT statement FROM statement_version WHERE number = $1";
    /// A version is published.
    VERSION_NEW for ["statement.amend"] =
        "INSERT INTO statement_version (number, statement, published_at, published_by, holds_from)
         VALUES ($1, $2, $3, $4, $5)";
    /// A version comes into force.
    VERSION_BEGINS for ["statement.amend"] = "UPDATE statement_version SET began_at = $2 WHERE number = $1";
    /// Who accepted which version last.
    CHOICES for ["statement.amend"] = "SELECT person, version FROM choice";
    /// Whoever has not chosen yet stands on the version that held until now.
    CHOICE_SEED for ["statement.amend"] =
        "INSERT INTO choice (person, version, at) VALUES ($1, $2, $3) ON CONFLICT (person) DO NOTHING";
    /// Whoever joins accepts the version in force.
    CHOICE_JOINED for ["statement.amend"] =
        "UPDATE choice SET version = $2, at = $3 WHERE person = $1 AND version < $2";
    /// A person accepts a version.
    CHOICE_SET for ["choice.make"] =
        "INSERT INTO choice (person, version, at) VALUES ($1, $2, $3)
         ON CONFLICT (person) DO UPDATE SET version = excluded.version, at = excluded.at";
    /// Lifts the restriction.
    RESTRICTION_END for ["restriction.lift"] = "DELETE FROM restriction WHERE person = $1";
}

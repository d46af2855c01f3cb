//! Every SQL text of the slice; one for both engines. Personal columns are held against what the actions declare.
//!
//! What the coach runs finds rows with `shared` filled, and no others.

kernel::queries! {
    // Versions of programmes.

    /// The highest number of a programme's versions.
    VERSION_HIGHEST for ["programme.publish"] =
        "SELECT COALESCE(MAX(number), 0) FROM programme_version WHERE programme = $1";

    /// A new version.
    VERSION_ADD for ["programme.publish"] =
        "INSERT INTO programme_version (id, programme, number, published) VALUES ($1, $2, $3, $4)";

    /// Its text in one language.
    TEXT_ADD for ["programme.publish"] =
        "INSERT INTO programme_text (id, version, language, body) VALUES ($1, $2, $3, $4)";

    /// A piece of a file.
    FILE_ADD for ["programme.publish"] =
        "INSERT INTO programme_file (id, version, name, number, piece) VALUES ($1, $2, $3, $4, $5)";

    /// The newest version of a programme.
    VERSION_NEWEST for ["programme.publish", "enrolment.begin", "enrolment.read", "enrolment.move"] =
        "SELECT id FROM programme_version WHERE programme = $1 ORDER BY number DESC LIMIT 1";

    /// A version with its texts.
    VERSION for [
        "programme.publish", "enrolment.mine", "enrolment.begin", "enrolment.read", "enrolment.move", "outcome.count",
        "programmes.outcomes", "self-help.read", "answer.look", "diary.look",
    ] =
        "SELECT v.programme, v.number, t.language, t.body FROM programme_version v \
         JOIN programme_text t ON t.version = v.id WHERE v.id = $1";

    /// The names of its files.
    FILES for [
        "programme.publish", "enrolment.mine", "enrolment.begin", "enrolment.read", "enrolment.move", "outcome.count",
        "programmes.outcomes", "self-help.read", "answer.look", "diary.look",
    ] =
        "SELECT name FROM programme_file WHERE version = $1 AND number = 0";

    /// How many bytes a file has.
    FILE_SIZE for ["enrolment.read"] =
        "SELECT COALESCE(SUM(LENGTH(piece)), 0) FROM programme_file WHERE version = $1 AND name = $2";

    /// A piece of a file.
    FILE_PIECE for ["enrolment.read", "self-help.read", "answer.look", "diary.look"] =
        "SELECT piece FROM programme_file WHERE version = $1 AND name = $2 AND number = $3";

    // Enrolments.

    /// One enrolment, to decide about and to know the two by.
    ENROLMENT for [
        "enrolment.end", "enrolment.move", "enrolment.read", "step.note", "step.open", "self-help.read",
        "self-help.write", "self-help.close", "answer.look", "diary.look", "mood.look", "self-help.mark",
        "response.write", "response.mark", "enrolment.assign", "handover.object", "outcome.count", "programmes.outcomes",
    ] = "SELECT t.id, t.participant, t.coach, t.programme, t.version, t.began, t.wrote, t.ended, t.agreed, \
         (SELECT e.at FROM event e WHERE e.name = 'held-until' AND e.subject = t.id), t.next_coach, t.passes, t.objected, \
         (SELECT v.id FROM programme_version v WHERE v.programme = t.programme ORDER BY v.number DESC LIMIT 1) \
         FROM enrolment t WHERE t.id = $1";

    /// The same, for its participant, with when the coach is away next. The days that are given never overlap, so the two
    /// belong together.
    ENROLMENT_AND_LEAVE for ["self-help.read", "leave.see"] =
        "SELECT t.id, t.participant, t.coach, t.programme, t.version, t.began, t.wrote, t.ended, t.agreed, \
         (SELECT e.at FROM event e WHERE e.name = 'held-until' AND e.subject = t.id), t.next_coach, t.passes, t.objected, \
         (SELECT v.id FROM programme_version v WHERE v.programme = t.programme ORDER BY v.number DESC LIMIT 1), \
         (SELECT MIN(l.since) FROM coach_leave l WHERE l.person = t.coach AND l.until >= $2), \
         (SELECT MIN(l.until) FROM coach_leave l WHERE l.person = t.coach AND l.until >= $2), t.opens \
         FROM enrolment t WHERE t.id = $1";

    /// The enrolments of a participant, ended ones too.
    ENROLMENTS_OF for ["enrolment.read"] =
        "SELECT t.id, t.participant, t.coach, t.programme, t.version, t.began, t.wrote, t.ended, t.agreed, \
         (SELECT e.at FROM event e WHERE e.name = 'held-until' AND e.subject = t.id), t.next_coach, t.passes, t.objected \
         FROM enrolment t WHERE t.participant = $1 ORDER BY t.began DESC, t.id LIMIT 100";

    /// Whom somebody coaches, with what waits since the last response.
    CASELOAD for ["enrolment.read"] =
        "SELECT t.id, t.participant, t.coach, t.programme, t.version, t.began, t.wrote, t.ended, t.agreed, \
         (SELECT e.at FROM event e WHERE e.name = 'held-until' AND e.subject = t.id), t.next_coach, t.passes, t.objected, \
         (SELECT MIN(r.shared) FROM revision r WHERE r.enrolment = t.id AND r.shared > COALESCE( \
          (SELECT MAX(a.sent) FROM response a WHERE a.enrolment = t.id), 0)), \
         (SELECT MAX(r.shared) FROM revision r WHERE r.enrolment = t.id AND r.moved = 1 AND r.shared IS NOT NULL), \
         (SELECT w.raised FROM enrolment_warning w WHERE w.enrolment = t.id), t.asked \
         FROM enrolment t WHERE t.coach = $1 AND t.ended IS NULL ORDER BY t.began, t.id LIMIT 200";

    /// One of them.
    CASE for ["answer.look", "enrolment.read"] =
        "SELECT t.id, t.participant, t.coach, t.programme, t.version, t.began, t.wrote, t.ended, t.agreed, \
         (SELECT e.at FROM event e WHERE e.name = 'held-until' AND e.subject = t.id), t.next_coach, t.passes, t.objected, \
         (SELECT MIN(r.shared) FROM revision r WHERE r.enrolment = t.id AND r.shared > COALESCE( \
          (SELECT MAX(a.sent) FROM response a WHERE a.enrolment = t.id), 0)), \
         (SELECT MAX(r.shared) FROM revision r WHERE r.enrolment = t.id AND r.moved = 1 AND r.shared IS NOT NULL), \
         (SELECT w.raised FROM enrolment_warning w WHERE w.enrolment = t.id), t.asked \
         FROM enrolment t WHERE t.id = $1";

    /// Whether a participant follows a programme already.
    ENROLMENT_OPEN_IN for ["enrolment.begin"] =
        "SELECT id FROM enrolment WHERE participant = $1 AND programme = $2 AND ended IS NULL LIMIT 1";

    /// A new enrolment.
    ENROLMENT_BEGIN for ["enrolment.begin"] =
        "INSERT INTO enrolment (id, participant, programme, version, began) VALUES ($1, $2, $3, $4, $5)";

    /// Who follows what with whom, those without a coach first.
    ENROLMENT_LIST for ["enrolment.list", "leave.list"] =
        "SELECT t.id, t.participant, t.coach, t.programme, t.began, t.next_coach, t.passes, t.objected, \
         (SELECT MIN(l.since) FROM coach_leave l WHERE l.person = t.coach AND l.until >= $3), \
         (SELECT MIN(l.until) FROM coach_leave l WHERE l.person = t.coach AND l.until >= $3), t.asked \
         FROM enrolment t WHERE t.ended IS NULL \
         ORDER BY CASE WHEN t.coach IS NULL THEN 0 WHEN t.asked IS NOT NULL THEN 1 WHEN t.objected IS NOT NULL THEN 2 \
         ELSE 3 END, t.began, t.id \
         LIMIT $1 OFFSET $2";

    /// Which version somebody is at.
    ENROLMENT_VERSION for ["enrolment.read", "self-help.read"] = "SELECT version FROM enrolment WHERE id = $1";

    /// How many each coach has.
    ENROLMENT_LOADS for ["enrolment.list"] =
        "SELECT coach, COUNT(*) FROM enrolment WHERE ended IS NULL AND coach IS NOT NULL GROUP BY coach";

    /// The same of some coaches.
    ENROLMENT_LOADS_OF for ["enrolment.list"] =
        "SELECT coach, COUNT(*) FROM enrolment WHERE ended IS NULL AND coach IN \
         ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, \
         $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25) GROUP BY coach";

    /// Who coaches; nobody coaches oneself.
    ENROLMENT_ASSIGN for ["enrolment.assign"] =
        "UPDATE enrolment SET coach = $2, next_coach = NULL, passes = NULL, objected = NULL, asked = NULL \
         WHERE id = $1 AND participant <> $2 AND ended IS NULL";

    /// Who coaches from a day on.
    ENROLMENT_PASS for ["enrolment.assign"] =
        "UPDATE enrolment SET next_coach = $2, passes = $3, objected = NULL, asked = NULL \
         WHERE id = $1 AND participant <> $2 AND coach <> $2 AND ended IS NULL";

    /// The coach asks for a colleague.
    ENROLMENT_ASK for ["handover.ask"] =
        "UPDATE enrolment SET asked = $2 WHERE id = $1 AND asked IS NULL AND next_coach IS NULL AND ended IS NULL";

    /// And goes on after all.
    ENROLMENT_ASK_NOT for ["handover.ask"] = "UPDATE enrolment SET asked = NULL WHERE id = $1 AND asked IS NOT NULL";

    /// The participant objects: it does not happen.
    ENROLMENT_OBJECT for ["handover.object"] =
        "UPDATE enrolment SET next_coach = NULL, passes = NULL, objected = $2 WHERE id = $1 AND next_coach IS NOT NULL";

    /// Whose coach changes by today.
    ENROLMENT_PASSING for ["programmes.look"] =
        "SELECT id, participant, next_coach FROM enrolment WHERE passes <= $1 AND ended IS NULL LIMIT 500";

    /// It changes.
    ENROLMENT_PASSED for ["programmes.look"] =
        "UPDATE enrolment SET coach = next_coach, next_coach = NULL, passes = NULL WHERE id = $1 AND passes <= $2";

    /// For whom a step has opened by itself, and who was not told.
    ENROLMENT_OPENED for ["programmes.look"] =
        "SELECT id, participant FROM enrolment WHERE opens <= $1 AND ended IS NULL LIMIT 500";

    /// The participant was told; a reminder comes no sooner than after another silent week.
    ENROLMENT_OPENED_TOLD for ["programmes.look"] =
        "UPDATE enrolment SET opens = NULL, reminded = $2 WHERE id = $1";

    /// Who has been silent since a day, and was not reminded since another.
    ENROLMENT_SILENT for ["programmes.look"] =
        "SELECT id, participant FROM enrolment WHERE ended IS NULL AND COALESCE(wrote, $3) <= $1 AND reminders < 3 \
         AND (reminded IS NULL OR reminded <= $2) AND began <= $4 LIMIT 500";

    /// The participant was reminded.
    ENROLMENT_REMINDED for ["programmes.look"] =
        "UPDATE enrolment SET reminded = $2, reminders = reminders + 1 WHERE id = $1";

    /// Whether something shared waits for an answer already.
    SHARED_WAITS for ["self-help.write"] =
        "SELECT id FROM revision r WHERE r.enrolment = $1 AND r.shared > COALESCE( \
         (SELECT MAX(a.sent) FROM response a WHERE a.enrolment = $1), 0) LIMIT 1";

    /// The end.
    ENROLMENT_END for ["enrolment.end"] = "UPDATE enrolment SET ended = $2 WHERE id = $1 AND ended IS NULL";

    /// Whether a participant is in any open enrolment.
    ENROLMENT_OPEN_OF for ["enrolment.end"] =
        "SELECT id FROM enrolment WHERE participant = $1 AND ended IS NULL LIMIT 1";

    /// What was agreed to before anything is written.
    ENROLMENT_AGREE for ["enrolment.begin", "self-help.agree"] =
        "UPDATE enrolment SET agreed = $2 WHERE id = $1 AND ended IS NULL";

    /// The newest version of each programme.
    PROGRAMMES for ["enrolment.mine"] =
        "SELECT v.id FROM programme_version v WHERE v.number = \
         (SELECT MAX(n.number) FROM programme_version n WHERE n.programme = v.programme) ORDER BY v.programme";

    /// The version in which the next steps open.
    ENROLMENT_MOVE for ["enrolment.move"] = "UPDATE enrolment SET version = $2 WHERE id = $1";

    /// The day of the last writing.
    ENROLMENT_WROTE for ["self-help.write"] = "UPDATE enrolment SET wrote = $2, reminders = 0 WHERE id = $1";

    // Steps.

    /// Which steps have opened: to the participant all, to the coach those that tell of nothing that is not shared.
    OPENINGS for ["enrolment.read", "enrolment.move", "self-help.read", "answer.look", "diary.look"] =
        "SELECT step, version, opened, kept FROM step_opening \
         WHERE enrolment = $1 AND (author = $2 OR told IS NOT NULL)";

    /// A step has opened; the day of what was open before stays, and what the coach opens the coach finds.
    OPENING_ADD for ["step.note", "step.open"] =
        "INSERT INTO step_opening (id, enrolment, author, step, version, opened, told) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (enrolment, step) DO UPDATE SET told = COALESCE(step_opening.told, excluded.told)";

    /// The day on which the next step opens by itself; `NULL` for none.
    ENROLMENT_OPENS for ["step.note", "step.open"] = "UPDATE enrolment SET opens = $2 WHERE id = $1";

    /// An opened step is shown in another version.
    OPENING_MOVE for ["enrolment.move"] =
        "UPDATE step_opening SET version = $3 WHERE enrolment = $1 AND step = $2";

    /// An opened step stays in its version, for all that a newer one says.
    OPENING_KEEP for ["enrolment.move"] =
        "UPDATE step_opening SET kept = $3 WHERE enrolment = $1 AND step = $2";

    /// In which exercises something stands.
    WRITTEN for ["enrolment.move"] =
        "SELECT DISTINCT exercise FROM revision WHERE enrolment = $1 AND replaced IS NULL AND exercise <> ''";

    // What is written.

    /// All that is current and has no day, or one from a day on.
    CURRENT for ["self-help.read"] =
        "SELECT id, version, exercise, day, written, replaced, finished, shared, seen, answer, diary, mood \
         FROM revision WHERE enrolment = $1 AND replaced IS NULL AND (day = '' OR day >= $2) \
         ORDER BY day, exercise, written, id LIMIT 2000";

    /// The same, what the coach reads, and what was finished last of each exercise, which tells how it was shared.
    CURRENT_AND_LAST for ["self-help.read"] =
        "SELECT r.id, r.version, r.exercise, r.day, r.written, r.replaced, r.finished, r.shared, r.seen, \
         r.answer, r.diary, r.mood FROM revision r WHERE r.enrolment = $1 AND \
         ((r.replaced IS NULL AND (r.day = '' OR r.day >= $2)) OR r.shared IS NOT NULL OR r.finished = \
         (SELECT MAX(l.finished) FROM revision l WHERE l.enrolment = r.enrolment AND l.exercise = r.exercise)) \
         ORDER BY r.day, r.exercise, r.written, r.id LIMIT 2000";

    /// All revisions of a place, the latest first.
    HISTORY for ["self-help.read"] =
        "SELECT id, version, exercise, day, written, replaced, finished, shared, seen, answer, diary, mood \
         FROM revision WHERE enrolment = $1 AND exercise = $2 AND day = $3 \
         ORDER BY written DESC, id DESC LIMIT 200";

    /// What was finished of an exercise, the latest first.
    FINISHED for ["self-help.read", "outcome.count"] =
        "SELECT id, version, exercise, day, written, replaced, finished, shared, seen, answer, diary, mood \
         FROM revision WHERE enrolment = $1 AND exercise = $2 AND finished IS NOT NULL \
         ORDER BY finished DESC, id DESC LIMIT 400";

    /// Whether each exercise was shared when it was finished last.
    SHARED_LAST for ["self-help.read"] =
        "SELECT r.exercise, r.shared FROM revision r WHERE r.enrolment = $1 AND r.finished = \
         (SELECT MAX(l.finished) FROM revision l WHERE l.enrolment = r.enrolment AND l.exercise = r.exercise)";

    /// What is current at a place, to be replaced.
    CURRENT_AT for ["self-help.write"] =
        "SELECT id, hand, written, finished FROM revision \
         WHERE enrolment = $1 AND exercise = $2 AND day = $3 AND replaced IS NULL";

    /// A new revision.
    REVISION_ADD for ["self-help.write"] =
        "INSERT INTO revision (id, enrolment, author, version, exercise, day, hand, written, finished, shared, moved, \
         answer, diary, mood) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

    /// A later one takes its place.
    REVISION_REPLACE for ["self-help.write"] = "UPDATE revision SET replaced = $3 WHERE enrolment = $1 AND id = $2";

    /// A state of some minutes ago goes.
    REVISION_REMOVE for ["self-help.write"] = "DELETE FROM revision WHERE enrolment = $1 AND id = $2";

    /// From now on the coach finds nothing at a place.
    SHARED_CLOSE for ["self-help.write", "self-help.close"] =
        "UPDATE revision SET shared = NULL WHERE enrolment = $1 AND exercise = $2 AND day = $3 AND shared IS NOT NULL";

    /// All that stands at a place goes, with its history.
    PLACE_REMOVE for ["self-help.close"] =
        "DELETE FROM revision WHERE enrolment = $1 AND exercise = $2 AND day = $3";

    /// All that was written goes.
    REVISIONS_REMOVE for ["self-help.withdraw"] = "DELETE FROM revision WHERE enrolment = $1";

    /// And the mark that an answer may have meant danger.
    WARNING_REMOVE for ["self-help.withdraw"] = "DELETE FROM enrolment_warning WHERE enrolment = $1";

    /// And that devices have a key.
    DEVICE_REMOVE for ["self-help.withdraw"] = "DELETE FROM enrolment_device WHERE enrolment = $1";

    /// And all that the coach wrote beside it.
    RESPONSES_REMOVE for ["self-help.withdraw"] = "DELETE FROM response WHERE enrolment = $1";

    /// From now on devices have a key for what they cannot send.
    DEVICE_READY for ["self-help.write"] =
        "INSERT INTO enrolment_device (id, enrolment, device_since) VALUES ($1, $2, $3) ON CONFLICT (enrolment) DO NOTHING";

    // Files that are handed in.

    /// A new one.
    HANDED_IN_ADD for ["self-help.write"] =
        "INSERT INTO handed_in (id, enrolment, author, exercise, added, file, media_type, size, name) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    /// All of them, the oldest first.
    HANDED_IN for ["self-help.read"] =
        "SELECT id, exercise, shared, file, media_type, size, name FROM handed_in \
         WHERE enrolment = $1 ORDER BY added, id LIMIT 400";

    /// What of them the coach reads.
    HANDED_IN_SHARED for ["answer.look"] =
        "SELECT id, exercise, shared, file, media_type, size, name FROM handed_in \
         WHERE enrolment = $1 AND shared IS NOT NULL ORDER BY added, id LIMIT 400";

    /// From now on the coach finds none of an exercise.
    HANDED_IN_CLOSE for ["self-help.write", "self-help.close"] =
        "UPDATE handed_in SET shared = NULL WHERE enrolment = $1 AND exercise = $2 AND shared IS NOT NULL";

    /// The coach finds one.
    HANDED_IN_SHARE for ["self-help.write"] =
        "UPDATE handed_in SET shared = $4 WHERE enrolment = $1 AND exercise = $2 AND id = $3";

    /// Those of an exercise, to remove their bytes.
    HANDED_IN_AT for ["self-help.close"] = "SELECT file FROM handed_in WHERE enrolment = $1 AND exercise = $2";

    /// They go.
    HANDED_IN_REMOVE for ["self-help.close"] = "DELETE FROM handed_in WHERE enrolment = $1 AND exercise = $2";

    // What the coach reads.

    /// What is shared, the latest first. Each shelf is opened by the grant of its own action, or stays shut.
    SHARED for ["answer.look", "diary.look", "mood.look"] =
        "SELECT id, version, exercise, day, written, replaced, finished, shared, seen, answer, diary, mood \
         FROM revision WHERE enrolment = $1 AND shared IS NOT NULL ORDER BY shared DESC, id DESC LIMIT 1000";

    /// The coach saw what had been shared by then.
    SHARED_SEEN for ["self-help.mark"] =
        "UPDATE revision SET seen = $3 WHERE enrolment = $1 AND seen IS NULL AND shared <= $2";

    // Responses.

    /// One's own responses, and those that were sent.
    RESPONSES for ["self-help.read", "answer.look", "diary.look", "mood.look"] =
        "SELECT id, exercise, day, author, written, sent, seen, body FROM response \
         WHERE enrolment = $1 AND (author = $2 OR sent IS NOT NULL) ORDER BY written, id LIMIT 400";

    /// Whether anything is shared at a place.
    SHARED_AT for ["response.write"] =
        "SELECT id FROM revision WHERE enrolment = $1 AND exercise = $2 AND day = $3 AND shared IS NOT NULL LIMIT 1";

    /// One's own response at a place that is not sent.
    RESPONSE_UNSENT for ["response.write"] =
        "SELECT id FROM response WHERE enrolment = $1 AND exercise = $2 AND day = $3 AND author = $4 AND sent IS NULL";

    /// A new response.
    RESPONSE_ADD for ["response.write"] =
        "INSERT INTO response (id, enrolment, author, exercise, day, written, sent, body) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

    /// A response in other words, as long as it is not sent.
    RESPONSE_CHANGE for ["response.write"] =
        "UPDATE response SET written = $4, sent = $5, body = $6 \
         WHERE enrolment = $1 AND id = $2 AND author = $3 AND sent IS NULL";

    /// The participant saw what had been sent by then.
    RESPONSES_SEEN for ["response.mark"] =
        "UPDATE response SET seen = $3 WHERE enrolment = $1 AND seen IS NULL AND sent <= $2";

    // Figures about groups.

    /// Whether the same person was counted in this programme before.
    COUNTED_EARLIER for ["outcome.count", "programmes.outcomes"] =
        "SELECT id FROM enrolment WHERE participant = $1 AND programme = $2 AND id <> $3 AND counted IS NOT NULL LIMIT 1";

    /// It is counted now.
    COUNTED_MARK for ["outcome.count", "programmes.outcomes"] =
        "UPDATE enrolment SET counted = $2 WHERE id = $1 AND counted IS NULL";

    /// Which steps opened.
    COUNTED_STEPS for ["outcome.count", "programmes.outcomes"] = "SELECT step FROM step_opening WHERE enrolment = $1";

    /// Which exercises were finished.
    COUNTED_DONE for ["outcome.count", "programmes.outcomes"] =
        "SELECT DISTINCT exercise FROM revision WHERE enrolment = $1 AND finished IS NOT NULL AND exercise <> ''";

    /// When something was shared and answered for the first time.
    COUNTED_WAITS for ["outcome.count", "programmes.outcomes"] =
        "SELECT (SELECT MIN(r.shared) FROM revision r WHERE r.enrolment = $1), \
         (SELECT MIN(a.sent) FROM response a WHERE a.enrolment = $1)";

    /// Who was not counted, long after the beginning or after the end.
    COUNTED_NOT for ["programmes.outcomes"] =
        "SELECT id FROM enrolment WHERE counted IS NULL AND (began <= $1 OR ended IS NOT NULL) \
         ORDER BY began, id LIMIT 500";

    /// The release that is open.
    RELEASE_OPEN for ["outcome.count", "programmes.outcomes"] =
        "SELECT id FROM outcome_release WHERE programme = $1 AND closed IS NULL";

    /// A new one.
    RELEASE_ADD for ["outcome.count", "programmes.outcomes"] =
        "INSERT INTO outcome_release (id, programme, opened, people) VALUES ($1, $2, $3, 0)";

    /// One more was counted.
    RELEASE_PEOPLE for ["outcome.count", "programmes.outcomes"] =
        "UPDATE outcome_release SET people = people + 1 WHERE id = $1";

    /// Those of earlier quarters with enough people are closed.
    RELEASE_CLOSE for ["programmes.outcomes"] =
        "UPDATE outcome_release SET closed = $1 WHERE closed IS NULL AND opened < $2 AND people >= $3";

    /// A count, with its noise.
    TALLY_ADD for ["outcome.count", "programmes.outcomes"] =
        "INSERT INTO outcome_tally (id, release, figure, outcome, value) VALUES ($1, $2, $3, $4, $5)";

    /// It counts up.
    TALLY_COUNT for ["outcome.count", "programmes.outcomes"] =
        "UPDATE outcome_tally SET value = value + 1 WHERE release = $1 AND figure = $2 AND outcome = $3";

    /// What was closed, the latest first.
    RELEASES for ["outcome.read"] =
        "SELECT r.id, r.programme, r.opened, r.closed, t.figure, t.outcome, t.value FROM outcome_release r \
         JOIN outcome_tally t ON t.release = r.id WHERE r.closed IS NOT NULL ORDER BY r.closed DESC, r.id, t.figure, t.id";
    // Making.

    /// All versions of all programmes, the newest first.
    VERSIONS for ["programme.publish"] =
        "SELECT id, programme, number, published FROM programme_version ORDER BY programme, number DESC LIMIT 1000";

    /// All pieces of a version's files, in order.
    FILES_WHOLE for ["programme.publish"] =
        "SELECT name, piece FROM programme_file WHERE version = $1 ORDER BY name, number";

    /// How many are in the middle of a programme.
    IN_THE_MIDDLE for ["enrolment.list"] =
        "SELECT programme FROM enrolment WHERE programme = $1 AND ended IS NULL LIMIT $2";

    /// What authors write on, with the first text of each.
    DRAFTS for ["programme.publish"] =
        "SELECT d.id, d.changed, (SELECT t.body FROM programme_draft_text t WHERE t.draft = d.id \
         ORDER BY t.language LIMIT 1) FROM programme_draft d ORDER BY d.changed DESC, d.id LIMIT 100";

    /// A draft with its texts.
    DRAFT for ["programme.publish"] =
        "SELECT d.edition, t.language, t.body, t.edition FROM programme_draft d \
         LEFT JOIN programme_draft_text t ON t.draft = d.id WHERE d.id = $1";

    /// The names of its files, and of how many pieces each is.
    DRAFT_FILES for ["programme.publish"] =
        "SELECT name, COUNT(*) FROM programme_draft_file WHERE draft = $1 GROUP BY name ORDER BY name";

    /// All pieces of its files, in order.
    DRAFT_FILES_WHOLE for ["programme.publish"] =
        "SELECT name, piece FROM programme_draft_file WHERE draft = $1 ORDER BY name, number";

    /// The pieces of one of its files, in order.
    DRAFT_FILE for ["programme.publish"] =
        "SELECT piece FROM programme_draft_file WHERE draft = $1 AND name = $2 ORDER BY number";

    /// A new draft.
    DRAFT_ADD for ["programme.publish"] = "INSERT INTO programme_draft (id, edition, changed) VALUES ($1, 1, $2)";

    /// It was changed.
    DRAFT_TOUCH for ["programme.publish"] =
        "UPDATE programme_draft SET edition = edition + 1, changed = $2 WHERE id = $1";

    /// It is done with.
    DRAFT_REMOVE for ["programme.publish"] = "DELETE FROM programme_draft WHERE id = $1";

    /// And its texts.
    DRAFT_TEXTS_REMOVE for ["programme.publish"] = "DELETE FROM programme_draft_text WHERE draft = $1";

    /// And its files.
    DRAFT_FILES_REMOVE for ["programme.publish"] = "DELETE FROM programme_draft_file WHERE draft = $1";

    /// The first text in a language; nothing where there is one.
    DRAFT_TEXT_ADD for ["programme.publish"] =
        "INSERT INTO programme_draft_text (id, draft, language, body, edition) VALUES ($1, $2, $3, $4, 1) \
         ON CONFLICT (draft, language) DO NOTHING";

    /// Another text, written on from the edition that is there.
    DRAFT_TEXT_SET for ["programme.publish"] =
        "UPDATE programme_draft_text SET body = $4, edition = edition + 1 \
         WHERE draft = $1 AND language = $2 AND edition = $3";

    /// No text in a language any more, if it is the edition that was seen.
    DRAFT_TEXT_REMOVE for ["programme.publish"] =
        "DELETE FROM programme_draft_text WHERE draft = $1 AND language = $2 AND edition = $3";

    /// A piece of a file.
    DRAFT_FILE_ADD for ["programme.publish"] =
        "INSERT INTO programme_draft_file (id, draft, name, number, piece) VALUES ($1, $2, $3, $4, $5)";

    /// A file goes.
    DRAFT_FILE_REMOVE for ["programme.publish"] =
        "DELETE FROM programme_draft_file WHERE draft = $1 AND name = $2";

    // Warnings.

    /// When an answer may have meant danger, while nobody has seen to it.
    WARNING for ["warning.raise", "answer.look"] = "SELECT raised FROM enrolment_warning WHERE enrolment = $1";

    /// An answer may mean danger; the latest counts.
    WARNING_RAISE for ["warning.raise"] =
        "INSERT INTO enrolment_warning (id, enrolment, raised) VALUES ($1, $2, $3) \
         ON CONFLICT (enrolment) DO UPDATE SET raised = excluded.raised";

    /// The coach has seen to what there was by then.
    WARNING_SETTLE for ["warning.settle"] = "DELETE FROM enrolment_warning WHERE enrolment = $1 AND raised <= $2";

    // When a coach is away.

    /// One's own, the next first.
    LEAVES for ["leave.read", "leave.write"] =
        "SELECT id, since, until FROM coach_leave WHERE person = $1 AND until >= $2 ORDER BY since, id LIMIT 50";

    /// When coaches are away next.
    LEAVES_NEXT for ["leave.list"] =
        "SELECT person, MIN(since), MIN(until) FROM coach_leave WHERE until >= $1 GROUP BY person";

    /// Another one.
    LEAVE_ADD for ["leave.write"] =
        "INSERT INTO coach_leave (id, person, since, until, told) VALUES ($1, $2, $3, $4, $5)";

    /// Whether those who are coached know of one.
    LEAVE_KNOWN for ["leave.write"] = "SELECT told FROM coach_leave WHERE person = $1 AND id = $2";

    /// It is taken back.
    LEAVE_REMOVE for ["leave.write"] = "DELETE FROM coach_leave WHERE person = $1 AND id = $2";

    /// Of which those who are coached are to be told by now.
    LEAVE_SOON for ["programmes.look"] =
        "SELECT id, person FROM coach_leave WHERE told IS NULL AND since <= $1 LIMIT 200";

    /// They were told.
    LEAVE_TOLD for ["programmes.look"] = "UPDATE coach_leave SET told = $2 WHERE id = $1";

    /// What is over and under no legal hold.
    LEAVE_PAST for ["programmes.look"] =
        "SELECT l.id, l.person FROM coach_leave l WHERE l.until < $1 AND NOT EXISTS \
         (SELECT e.at FROM event e WHERE e.name = 'held-until' AND e.subject = l.person AND e.at > $2) LIMIT 200";

    /// It goes.
    LEAVE_OVER for ["programmes.look"] = "DELETE FROM coach_leave WHERE id = $1";

    /// Whom somebody coaches, to be told.
    COACHED for ["leave.write", "programmes.look"] =
        "SELECT participant, id FROM enrolment WHERE coach = $1 AND ended IS NULL ORDER BY began LIMIT 500";

    // A coach's reusable texts.

    /// One's own, the oldest first.
    TEXTS for ["text-block.read"] =
        "SELECT id, body FROM text_block WHERE person = $1 ORDER BY written, id LIMIT 100";

    /// One of them.
    TEXT for ["text-block.read"] = "SELECT id, body FROM text_block WHERE person = $1 AND id = $2";

    /// How many there are.
    TEXT_COUNT for ["text-block.write"] = "SELECT COUNT(*) FROM text_block WHERE person = $1";

    /// Another one.
    TEXT_WRITE for ["text-block.write"] = "INSERT INTO text_block (id, person, written, body) VALUES ($1, $2, $3, $4)";

    /// In other words.
    TEXT_CHANGE for ["text-block.write"] = "UPDATE text_block SET body = $3 WHERE person = $1 AND id = $2";

    /// It goes.
    TEXT_REMOVE for ["text-block.write"] = "DELETE FROM text_block WHERE person = $1 AND id = $2";
}

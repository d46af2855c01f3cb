//! Every SQL text of the slice; one for both engines. Personal columns are held against what the actions declare.

kernel::queries! {
    // Trajectories.

    /// One trajectory, to decide about and to know the two by.
    TRAJECTORY for [
        "trajectory.read", "trajectory.end", "dialogue.read", "dialogue.write", "private-note.read",
        "private-note.write", "shared-note.read", "shared-note.write", "goal.read", "goal.write", "task.write",
        "appointment.read", "appointment.write",
    ] = "SELECT t.id, t.coach, t.participant, t.began, t.ended, \
         (SELECT e.at FROM event e WHERE e.name = 'held-until' AND e.subject = t.id) \
         FROM trajectory t WHERE t.id = $1";

    /// A new trajectory.
    TRAJECTORY_BEGIN for ["trajectory.link"] =
        "INSERT INTO trajectory (id, coach, participant, began) VALUES ($1, $2, $3, $4)";

    /// Whether the two are in an open trajectory already.
    TRAJECTORY_OF_PAIR for ["trajectory.link"] =
        "SELECT id FROM trajectory WHERE participant = $1 AND coach = $2 AND ended IS NULL LIMIT 1";

    /// The end.
    TRAJECTORY_END for ["trajectory.end"] = "UPDATE trajectory SET ended = $2 WHERE id = $1 AND ended IS NULL";

    /// Whether a participant is in any open trajectory.
    TRAJECTORY_OPEN_OF for ["trajectory.end"] =
        "SELECT id FROM trajectory WHERE participant = $1 AND ended IS NULL LIMIT 1";

    /// A page of open trajectories.
    TRAJECTORIES_OPEN for ["trajectory.list"] =
        "SELECT t.id, t.coach, t.participant, t.began, t.ended, \
         (SELECT e.at FROM event e WHERE e.name = 'held-until' AND e.subject = t.id) \
         FROM trajectory t WHERE t.ended IS NULL \
         ORDER BY began DESC, id LIMIT $1 OFFSET $2";

    /// A page of ended trajectories.
    TRAJECTORIES_ENDED for ["trajectory.list"] =
        "SELECT t.id, t.coach, t.participant, t.began, t.ended, \
         (SELECT e.at FROM event e WHERE e.name = 'held-until' AND e.subject = t.id) \
         FROM trajectory t WHERE t.ended IS NOT NULL \
         ORDER BY ended DESC, id LIMIT $1 OFFSET $2";

    /// How many are open, how many ended.
    TRAJECTORY_COUNTS for ["trajectory.list"] = "SELECT COUNT(*), COUNT(ended) FROM trajectory";

    /// A person's open trajectories, with who wrote when and how much is unseen.
    OVERVIEWS for ["trajectory.read"] =
        "SELECT t.id, t.coach, t.participant, t.began, t.ended, \
         (SELECT e.at FROM event e WHERE e.name = 'held-until' AND e.subject = t.id), \
         (SELECT MAX(m.sent) FROM message m WHERE m.trajectory = t.id AND m.author = t.participant), \
         (SELECT MIN(m.sent) FROM message m WHERE m.trajectory = t.id AND m.author = t.participant \
          AND m.sent > COALESCE((SELECT MAX(c.sent) FROM message c \
                                 WHERE c.trajectory = t.id AND c.author = t.coach), 0)), \
         (SELECT COUNT(*) FROM message m WHERE m.trajectory = t.id AND m.author <> $1 AND m.seen IS NULL) \
         FROM trajectory t WHERE (t.coach = $1 OR t.participant = $1) AND t.ended IS NULL \
         ORDER BY t.began DESC, t.id LIMIT 200";

    /// A person's trajectories, ended ones too.
    TRAJECTORIES_OF for ["trajectory.read"] =
        "SELECT t.id, t.coach, t.participant, t.began, t.ended, \
         (SELECT e.at FROM event e WHERE e.name = 'held-until' AND e.subject = t.id) \
         FROM trajectory t WHERE t.coach = $1 OR t.participant = $1 \
         ORDER BY began DESC, id LIMIT 400";

    /// What a person's diary holds from an instant on.
    APPOINTMENTS_AHEAD for ["trajectory.read"] =
        "SELECT a.id, a.trajectory, a.made_by, a.begins, a.ends, a.changed, a.revision, a.cancelled, a.title, a.place \
         FROM trajectory t JOIN appointment a ON a.trajectory = t.id \
         WHERE (t.coach = $1 OR t.participant = $1) AND t.ended IS NULL AND a.ends >= $2 AND a.cancelled IS NULL \
         ORDER BY a.begins, a.id LIMIT 40";

    /// What a person set out to do.
    TASKS_AHEAD for ["trajectory.read"] =
        "SELECT k.id, k.trajectory, k.goal, k.doer, k.set_by, k.done, k.done_by, k.title \
         FROM trajectory t JOIN task k ON k.trajectory = t.id \
         WHERE (t.coach = $1 OR t.participant = $1) AND t.ended IS NULL AND k.doer = $1 AND k.done IS NULL \
         ORDER BY k.set_at, k.id LIMIT 40";

    // Dialogue.

    /// The last messages.
    MESSAGES_LAST for ["dialogue.read"] =
        "SELECT id, author, sent, seen, body FROM message WHERE trajectory = $1 ORDER BY sent DESC, id DESC LIMIT $2";

    /// The messages before one.
    MESSAGES_BEFORE for ["dialogue.read"] =
        "SELECT id, author, sent, seen, body FROM message WHERE trajectory = $1 \
         AND (sent, id) < (SELECT b.sent, b.id FROM message b WHERE b.trajectory = $1 AND b.id = $3) \
         ORDER BY sent DESC, id DESC LIMIT $2";

    /// What goes with a stretch of messages.
    ATTACHMENTS for ["dialogue.read"] =
        "SELECT id, message, file, media_type, size, name FROM attachment \
         WHERE trajectory = $1 AND message >= $2 AND message <= $3 ORDER BY message, id";

    /// One attachment.
    ATTACHMENT for ["dialogue.read"] =
        "SELECT id, message, file, media_type, size, name FROM attachment WHERE trajectory = $1 AND id = $2";

    /// A new message.
    MESSAGE_WRITE for ["dialogue.write"] =
        "INSERT INTO message (id, trajectory, author, sent, body) VALUES ($1, $2, $3, $4, $5)";

    /// A new attachment.
    ATTACHMENT_ADD for ["dialogue.write"] =
        "INSERT INTO attachment (id, trajectory, message, file, media_type, size, name) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";

    /// Whether something that somebody wrote is unseen, so that one mail is enough.
    MESSAGE_UNSEEN_OF for ["dialogue.write"] =
        "SELECT id FROM message WHERE trajectory = $1 AND author = $2 AND seen IS NULL LIMIT 1";

    /// The other's messages were seen.
    MESSAGES_SEEN for ["dialogue.mark"] =
        "UPDATE message SET seen = $4 WHERE trajectory = $1 AND author <> $2 AND seen IS NULL AND sent <= $3";

    /// One's own draft.
    DRAFT for ["dialogue.read"] = "SELECT id, body FROM draft WHERE trajectory = $1 AND author = $2";

    /// The row of one's own draft.
    DRAFT_ROW for ["dialogue.write"] = "SELECT id FROM draft WHERE trajectory = $1 AND author = $2";

    /// A first draft.
    DRAFT_ADD for ["dialogue.write"] =
        "INSERT INTO draft (id, trajectory, author, saved, body) VALUES ($1, $2, $3, $4, $5)";

    /// A later state of a draft.
    DRAFT_CHANGE for ["dialogue.write"] = "UPDATE draft SET saved = $2, body = $3 WHERE id = $1";

    /// The draft was sent, or emptied.
    DRAFT_REMOVE for ["dialogue.write"] = "DELETE FROM draft WHERE trajectory = $1 AND author = $2";

    // Notes.

    /// The coach's private notes, the latest first.
    PRIVATE_NOTES for ["private-note.read"] =
        "SELECT id, written, changed, body FROM private_note WHERE trajectory = $1 \
         ORDER BY written DESC, id DESC LIMIT $2";

    /// One private note.
    PRIVATE_NOTE for ["private-note.write"] =
        "SELECT id, written, changed, body FROM private_note WHERE trajectory = $1 AND id = $2";

    /// A new private note.
    PRIVATE_NOTE_ADD for ["private-note.write"] =
        "INSERT INTO private_note (id, trajectory, written, body) VALUES ($1, $2, $3, $4)";

    /// A private note in other words.
    PRIVATE_NOTE_CHANGE for ["private-note.write"] =
        "UPDATE private_note SET changed = $3, body = $4 WHERE trajectory = $1 AND id = $2";

    /// A private note removed.
    PRIVATE_NOTE_REMOVE for ["private-note.write"] = "DELETE FROM private_note WHERE trajectory = $1 AND id = $2";

    /// One's own notes and those that the other shared, each with the view beside it, the latest first.
    SHARED_NOTES for ["shared-note.read"] =
        "SELECT n.id, n.author, n.written, n.shared, n.body, v.id, v.author, v.written, v.body FROM shared_note n \
         LEFT JOIN note_view v ON v.trajectory = n.trajectory AND v.note = n.id \
         WHERE n.trajectory = $1 AND (n.author = $2 OR n.shared IS NOT NULL) \
         ORDER BY n.written DESC, n.id DESC LIMIT $3";

    /// One's own note that is not shared yet; so nobody has put a view beside it.
    SHARED_NOTE_OWN for ["shared-note.write"] =
        "SELECT id, author, written, shared, body, NULL FROM shared_note \
         WHERE trajectory = $1 AND id = $2 AND author = $3 AND shared IS NULL";

    /// A note that the other shared, with one's own view beside it.
    SHARED_NOTE_OTHERS for ["note-view.write"] =
        "SELECT n.id, n.author, n.written, n.shared, n.body, v.id, v.author, v.written, v.body FROM shared_note n \
         LEFT JOIN note_view v ON v.trajectory = n.trajectory AND v.note = n.id \
         WHERE n.trajectory = $1 AND n.id = $2 AND n.author <> $3 AND n.shared IS NOT NULL";

    /// A view beside a note.
    VIEW_ADD for ["note-view.write"] =
        "INSERT INTO note_view (id, trajectory, note, author, written, body) VALUES ($1, $2, $3, $4, $5, $6)";

    /// One's own view in other words.
    VIEW_CHANGE for ["note-view.write"] =
        "UPDATE note_view SET written = $4, body = $5 WHERE trajectory = $1 AND id = $2 AND author = $3";

    /// One's own view removed.
    VIEW_REMOVE for ["note-view.write"] =
        "DELETE FROM note_view WHERE trajectory = $1 AND note = $2 AND author = $3";

    /// The view goes with its note.
    VIEW_GOES for ["shared-note.write"] = "DELETE FROM note_view WHERE trajectory = $1 AND note = $2";

    /// A new note, for its writer alone.
    SHARED_NOTE_ADD for ["shared-note.write"] =
        "INSERT INTO shared_note (id, trajectory, author, written, body) VALUES ($1, $2, $3, $4, $5)";

    /// A note in other words, as long as it is not shared.
    SHARED_NOTE_CHANGE for ["shared-note.write"] =
        "UPDATE shared_note SET written = $4, body = $5 \
         WHERE trajectory = $1 AND id = $2 AND author = $3 AND shared IS NULL";

    /// From now on the other reads it, too.
    SHARED_NOTE_SHARE for ["shared-note.write"] =
        "UPDATE shared_note SET shared = $4 WHERE trajectory = $1 AND id = $2 AND author = $3 AND shared IS NULL";

    /// One's own note removed, shared or not.
    SHARED_NOTE_REMOVE for ["shared-note.write"] =
        "DELETE FROM shared_note WHERE trajectory = $1 AND id = $2 AND author = $3";

    // Goals and tasks.

    /// The goals of a trajectory, in the order in which they were set.
    GOALS for ["goal.read"] =
        "SELECT id, set_by, set_at, reached, title FROM goal WHERE trajectory = $1 ORDER BY set_at, id LIMIT 100";

    /// The tasks of a trajectory, in the order in which they were set.
    TASKS for ["goal.read"] =
        "SELECT id, trajectory, goal, doer, set_by, done, done_by, title FROM task WHERE trajectory = $1 \
         ORDER BY set_at, id LIMIT 500";

    /// A new goal.
    GOAL_ADD for ["goal.write"] =
        "INSERT INTO goal (id, trajectory, set_by, set_at, title) VALUES ($1, $2, $3, $4, $5)";

    /// A goal reached, or taken up again.
    GOAL_REACH for ["goal.write"] = "UPDATE goal SET reached = $3 WHERE trajectory = $1 AND id = $2";

    /// Whether a goal is one of this trajectory, and still open.
    GOAL_OPEN for ["task.write"] = "SELECT id FROM goal WHERE trajectory = $1 AND id = $2 AND reached IS NULL";

    /// A new task.
    TASK_ADD for ["task.write"] =
        "INSERT INTO task (id, trajectory, goal, doer, set_by, set_at, title) VALUES ($1, $2, $3, $4, $5, $6, $7)";

    /// A task done, or taken up again.
    TASK_DO for ["task.write"] = "UPDATE task SET done = $3, done_by = $4 WHERE trajectory = $1 AND id = $2";

    // Appointments.

    /// What is still to come, the next first.
    APPOINTMENTS_NEXT for ["appointment.read"] =
        "SELECT id, trajectory, made_by, begins, ends, changed, revision, cancelled, title, place FROM appointment \
         WHERE trajectory = $1 AND ends >= $2 ORDER BY begins, id LIMIT 100";

    /// What is over, the latest first.
    APPOINTMENTS_PAST for ["appointment.read"] =
        "SELECT id, trajectory, made_by, begins, ends, changed, revision, cancelled, title, place FROM appointment \
         WHERE trajectory = $1 AND ends < $2 ORDER BY begins DESC, id LIMIT 50";

    /// One appointment.
    APPOINTMENT for ["appointment.read", "appointment.write"] =
        "SELECT id, trajectory, made_by, begins, ends, changed, revision, cancelled, title, place FROM appointment \
         WHERE trajectory = $1 AND id = $2";

    /// A new appointment.
    APPOINTMENT_ADD for ["appointment.write"] =
        "INSERT INTO appointment (id, trajectory, made_by, begins, ends, changed, revision, title, place) \
         VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8)";

    /// An appointment at another time, place or with another subject.
    APPOINTMENT_CHANGE for ["appointment.write"] =
        "UPDATE appointment SET begins = $3, ends = $4, changed = $5, revision = revision + 1, title = $6, place = $7 \
         WHERE trajectory = $1 AND id = $2 AND cancelled IS NULL";

    /// An appointment called off.
    APPOINTMENT_CANCEL for ["appointment.write"] =
        "UPDATE appointment SET cancelled = $3, changed = $3, revision = revision + 1 \
         WHERE trajectory = $1 AND id = $2 AND cancelled IS NULL";
}

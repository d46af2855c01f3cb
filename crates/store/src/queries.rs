//! The store's own registered texts.

kernel::queries! {
    /// One mark.
    MARK for ["store.book"] = "SELECT value FROM store_mark WHERE name = $1";
    /// Whether the database was brought back and has not been held against the shipped ledger since.
    RESTORED for ["store.book"] = "SELECT name FROM store_mark WHERE name = 'restored'";
    /// Sets a mark.
    SET_MARK for ["store.book"] =
        "INSERT INTO store_mark (name, value) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    /// The schema's history.
    HISTORY for ["store.book"] = "SELECT slice, name, checksum FROM store_migration ORDER BY slice, name";
    /// A step of the schema's history.
    MIGRATED for ["store.book"] =
        "INSERT INTO store_migration (slice, name, checksum, at) VALUES ($1, $2, $3, $4)";
    /// A day, once.
    OPEN_DAY for ["store.book"] =
        "INSERT INTO log_day (id, at) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING";
    /// A line of the access log; one of what was refused may be counted on.
    LOG for ["store.book"] =
        "INSERT INTO access_line (id, day, at, actor, job, action, container, resource, request, exception, items,
            device, refused)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT (id) DO UPDATE SET refused = excluded.refused";
    /// What only stood in for a line goes again.
    UNLOG for ["store.book"] = "DELETE FROM access_line WHERE id = $1";
    /// Who had access to one container, or was refused, newest first.
    ACCESSES for ["store.book"] =
        "SELECT at, actor, job, action, container, request, device, refused FROM access_line
         WHERE resource = $1 ORDER BY at DESC, id DESC LIMIT $2";
    /// Sets the instant of an event.
    EMIT for ["store.book"] =
        "INSERT INTO event (name, subject, at) VALUES ($1, $2, $3)
         ON CONFLICT (name, subject) DO UPDATE SET at = excluded.at";
    /// Sets the instant of an event that has none.
    EMIT_ONCE for ["store.book"] =
        "INSERT INTO event (name, subject, at) VALUES ($1, $2, $3) ON CONFLICT (name, subject) DO NOTHING";
    /// Takes an event back.
    RETRACT for ["store.book"] = "DELETE FROM event WHERE name = $1 AND subject = $2";
    /// Takes back all events of a subject.
    RETRACT_ALL for ["store.book"] = "DELETE FROM event WHERE subject = $1";
    /// The events of a subject.
    EVENTS for ["store.book"] = "SELECT name, at FROM event WHERE subject = $1 ORDER BY at, name";
    /// Queues a job.
    QUEUE for ["store.book"] =
        "INSERT INTO job (id, day, name, arguments, run_at, attempts, leased_until, given_up)
         VALUES ($1, $2, $3, $4, $5, 0, 0, 0)";
    /// Takes jobs that are due.
    LEASE for ["store.book"] =
        "UPDATE job SET lease = $1, leased_until = $2 WHERE id IN
            (SELECT id FROM job WHERE given_up = 0 AND run_at <= $3 AND leased_until <= $3
             ORDER BY run_at, id LIMIT $4)
         RETURNING id, name, arguments, attempts, run_at";
    /// Completes a job.
    COMPLETE for ["store.book"] = "DELETE FROM job WHERE id = $1 AND lease = $2";
    /// Puts a job back.
    PUT_BACK for ["store.book"] =
        "UPDATE job SET lease = NULL, leased_until = 0, attempts = $3, run_at = $4, given_up = $5
         WHERE id = $1 AND lease = $2";
    /// When the next job is due.
    NEXT_JOB for ["store.book"] =
        "SELECT CASE WHEN leased_until > run_at THEN leased_until ELSE run_at END AS next FROM job
         WHERE given_up = 0 ORDER BY next LIMIT 1";
    /// How many jobs wait, and how many were given up, with the instant at which the first of them was due.
    WAITING for ["store.book"] = "SELECT given_up, COUNT(*), MIN(run_at) FROM job GROUP BY given_up";
    /// Lets jobs that were given up run again.
    REVIVE for ["store.book"] = "UPDATE job SET given_up = 0, attempts = 0, run_at = $1 WHERE given_up = 1";
    /// The last entry of the ledger.
    LEDGER_HEAD for ["store.book"] = "SELECT sequence, hash, at FROM ledger ORDER BY sequence DESC LIMIT 1";
    /// The oldest entry of the ledger.
    LEDGER_FIRST for ["store.book"] = "SELECT sequence FROM ledger ORDER BY sequence LIMIT 1";
    /// Keeps a signed head.
    HEAD_ADD for ["store.book"] =
        "INSERT INTO ledger_head (sequence, first, at, hash, key, signature) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (sequence, first) DO UPDATE
         SET at = excluded.at, hash = excluded.hash, key = excluded.key, signature = excluded.signature";
    /// The head that was signed last.
    HEAD_LATEST for ["store.book"] =
        "SELECT sequence, first, at, hash, key, signature FROM ledger_head ORDER BY sequence DESC, first DESC LIMIT 1";
    /// The earliest head that reaches to an entry.
    HEAD_REACHING for ["store.book"] =
        "SELECT sequence, first, at, hash, key, signature FROM ledger_head
         WHERE sequence >= $1 ORDER BY sequence, first LIMIT 1";
    /// Every head that is kept.
    HEADS for ["store.book"] =
        "SELECT sequence, first, at, hash, key, signature FROM ledger_head ORDER BY sequence, first";
    /// Every file that is kept, with whose it is.
    FILES_HELD for ["store.book"] = "SELECT id, class, holder FROM file ORDER BY id";
    /// Forgets heads whose entry has gone.
    HEADS_FORGET for ["store.book"] = "DELETE FROM ledger_head WHERE sequence < $1";
    /// Adds to the ledger.
    LEDGER_ADD for ["store.book"] =
        "INSERT INTO ledger
            (sequence, day, at, kind, subject, class, clause, actor, job, evidence, previous, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    /// The ledger after an entry, in order.
    LEDGER for ["store.book"] =
        "SELECT sequence, at, kind, subject, class, clause, actor, job, evidence, previous, hash FROM ledger
         WHERE sequence > $1 ORDER BY sequence LIMIT $2";
    /// The hash of one entry.
    LEDGER_HASH for ["store.book"] = "SELECT hash FROM ledger WHERE sequence = $1";
    /// What the ledger says about one subject.
    LEDGER_ABOUT for ["store.book"] =
        "SELECT sequence, at, kind, subject, class, clause, actor, job, evidence, previous, hash FROM ledger
         WHERE subject = $1 ORDER BY sequence";
    /// Keeps a file.
    KEEP_FILE for ["store.book"] =
        "INSERT INTO file (id, class, holder, length, at) VALUES ($1, $2, $3, $4, $5)";
    /// Every file that is kept.
    ALL_FILES for ["store.book"] = "SELECT id FROM file ORDER BY id";
    /// Whether a file is kept.
    FILE_KEPT for ["store.book"] = "SELECT 1 FROM file WHERE id = $1";
    /// Drops a file's row.
    DROP_FILE for ["store.book"] = "DELETE FROM file WHERE id = $1";
    /// Drops the rows of a class's files.
    DROP_FILES for ["store.book"] = "DELETE FROM file WHERE holder = $1 AND class = $2 RETURNING id";
    /// The files of a class.
    FILES_OF for ["store.book"] = "SELECT id FROM file WHERE holder = $1 AND class = $2";
    /// Takes a mark away.
    DROP_MARK for ["store.book"] = "DELETE FROM store_mark WHERE name = $1";
    /// Whether a class holds a file.
    HOLDS_FILE for ["store.book"] = "SELECT 1 FROM file WHERE holder = $1 AND class = $2 LIMIT 1";
    /// Drops the jobs whose arguments speak of somebody; asked for at an erasure.
    FORGET_JOBS for ["store.book"] = "DELETE FROM job WHERE arguments LIKE $1";
}

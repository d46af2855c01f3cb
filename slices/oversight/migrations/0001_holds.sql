-- Legal holds: what stays past its date, on whose word and why. The keeper itself knows them by a mark among the events.
CREATE TABLE hold (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    ground TEXT NOT NULL,
    reason BLOB NOT NULL,
    untold BLOB,
    laid_by BLOB NOT NULL,
    laid_at INTEGER NOT NULL,
    until INTEGER NOT NULL,
    released_at INTEGER,
    reminded_at INTEGER
);
CREATE INDEX hold_until ON hold (until);
CREATE INDEX hold_subject ON hold (subject);

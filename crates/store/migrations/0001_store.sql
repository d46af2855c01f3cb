-- What the store remembers of itself.
CREATE TABLE store_mark (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE TABLE store_migration (
    slice TEXT NOT NULL,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (slice, name)
);

-- Days with lines, so that logs have a date from which their period runs.
CREATE TABLE log_day (
    id BLOB NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
);

-- What periods run from. Retention asks for a range of instants of one event.
CREATE TABLE event (
    name TEXT NOT NULL,
    subject BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (name, subject)
) WITHOUT ROWID;
CREATE INDEX event_at ON event (name, at);
CREATE INDEX event_subject ON event (subject);

CREATE TABLE file (
    id BLOB NOT NULL PRIMARY KEY,
    class TEXT NOT NULL,
    holder BLOB NOT NULL,
    length INTEGER NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX file_holder ON file (holder, class);

CREATE TABLE job (
    id BLOB NOT NULL PRIMARY KEY,
    day BLOB NOT NULL,
    name TEXT NOT NULL,
    arguments TEXT NOT NULL,
    run_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    lease BLOB,
    leased_until INTEGER NOT NULL,
    given_up INTEGER NOT NULL
);
CREATE INDEX job_due ON job (given_up, run_at);
CREATE INDEX job_day ON job (day);

CREATE TABLE ledger (
    sequence INTEGER NOT NULL PRIMARY KEY,
    day BLOB NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    class TEXT,
    clause TEXT,
    actor BLOB,
    job TEXT,
    evidence TEXT NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL
);
CREATE INDEX ledger_subject ON ledger (subject);
CREATE INDEX ledger_day ON ledger (day);

CREATE TABLE access_line (
    id BLOB NOT NULL PRIMARY KEY,
    day BLOB NOT NULL,
    at INTEGER NOT NULL,
    actor BLOB,
    job TEXT,
    action TEXT NOT NULL,
    container TEXT NOT NULL,
    resource BLOB NOT NULL,
    request BLOB NOT NULL
);
CREATE INDEX access_line_day ON access_line (day);
CREATE INDEX access_line_resource ON access_line (resource, at);

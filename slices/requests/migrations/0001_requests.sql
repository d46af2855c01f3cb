-- Requests in the use of a right, each with its clock, who asks and how that was shown, and its end. `due_at` is the first
-- instant at which a request is overdue. One link of somebody without an account works at a time.
CREATE TABLE request (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB,
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    name BLOB,
    address BLOB,
    address_hash BLOB,
    language TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    received_at INTEGER,
    due_at INTEGER,
    extended_at INTEGER,
    identity TEXT,
    closed_at INTEGER,
    outcome TEXT,
    ground TEXT,
    act BLOB,
    link_hash BLOB,
    link_ends_at INTEGER,
    reminded_at INTEGER
);
CREATE INDEX request_person ON request (person);
CREATE INDEX request_due ON request (closed_at, due_at);
CREATE INDEX request_asked ON request (asked_at);
CREATE INDEX request_link ON request (link_hash);

-- What was written and done about a request, in order. `author` is a person with an account.
CREATE TABLE request_step (
    id BLOB NOT NULL PRIMARY KEY,
    request BLOB NOT NULL,
    kind TEXT NOT NULL,
    author BLOB,
    at INTEGER NOT NULL,
    note BLOB
);
CREATE INDEX request_step_request ON request_step (request, at);

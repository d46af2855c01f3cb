-- Versions of the statement, for ever; what people chose when a version changed it; and the text that an officer works on.
CREATE TABLE statement_version (
    number INTEGER NOT NULL PRIMARY KEY,
    statement TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    published_by BLOB,
    holds_from TEXT NOT NULL,
    began_at INTEGER
);
CREATE TABLE choice (
    person BLOB NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL
);
CREATE TABLE statement_draft (
    id INTEGER NOT NULL PRIMARY KEY,
    statement TEXT NOT NULL,
    edition INTEGER NOT NULL,
    at INTEGER NOT NULL
);

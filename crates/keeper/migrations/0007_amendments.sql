-- Versions of the statement, for ever; and what people chose when a version changed it.
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

-- The text that the officers of an organisation work on, one for all of them, until it is published.
CREATE TABLE statement_draft (
    id INTEGER NOT NULL PRIMARY KEY,
    statement TEXT NOT NULL,
    edition INTEGER NOT NULL,
    at INTEGER NOT NULL
);

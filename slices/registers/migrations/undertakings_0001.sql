-- Which undertaking a member of staff has accepted: the clause, the hash of its text, the statement's version, and when.
CREATE TABLE acceptance (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    clause TEXT NOT NULL,
    text_hash BLOB NOT NULL,
    version INTEGER NOT NULL,
    promised_at INTEGER NOT NULL,
    UNIQUE (person, text_hash)
);

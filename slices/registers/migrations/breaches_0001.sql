-- Breaches of personal data, whom they concern by number, and what those people were told.
CREATE TABLE breach (
    id BLOB NOT NULL PRIMARY KEY,
    what BLOB NOT NULL,
    aware_at INTEGER NOT NULL,
    categories TEXT NOT NULL,
    risk TEXT NOT NULL,
    consequences BLOB,
    measures BLOB,
    delay BLOB,
    authority_at INTEGER,
    reference BLOB,
    people_at INTEGER,
    untold BLOB,
    closed_at INTEGER,
    recorded_by BLOB NOT NULL,
    recorded_at INTEGER NOT NULL
);
CREATE TABLE breach_person (
    id BLOB NOT NULL PRIMARY KEY,
    breach BLOB NOT NULL,
    person BLOB NOT NULL,
    UNIQUE (breach, person)
);
CREATE TABLE breach_notice (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    breach BLOB NOT NULL,
    text BLOB NOT NULL,
    told_at INTEGER NOT NULL,
    UNIQUE (person, breach)
);

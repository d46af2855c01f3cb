CREATE TABLE person_age (
    person BLOB NOT NULL PRIMARY KEY,
    age BLOB NOT NULL,
    said_at INTEGER NOT NULL
);

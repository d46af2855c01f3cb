-- Who restricts the use of the own data (GDPR Art. 18), since when, and why, if the person said so.
CREATE TABLE restriction (
    person BLOB NOT NULL PRIMARY KEY,
    since INTEGER NOT NULL,
    reason BLOB
);

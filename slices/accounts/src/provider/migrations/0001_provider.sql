CREATE TABLE provider_link (
    person BLOB NOT NULL PRIMARY KEY,
    subject_hash BLOB NOT NULL,
    subject BLOB NOT NULL,
    made_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX provider_link_by_subject ON provider_link (subject_hash);

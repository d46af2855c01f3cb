CREATE TABLE authenticator (
    person BLOB NOT NULL PRIMARY KEY,
    secret BLOB NOT NULL,
    last_step INTEGER NOT NULL,
    made_at INTEGER NOT NULL
);

CREATE TABLE recovery_code (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    code_hash BLOB NOT NULL
);
CREATE UNIQUE INDEX recovery_code_by_person ON recovery_code (person, code_hash);

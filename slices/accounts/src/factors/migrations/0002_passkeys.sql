CREATE TABLE passkey (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    credential BLOB NOT NULL,
    name BLOB NOT NULL,
    counter INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL
);
CREATE INDEX passkey_by_person ON passkey (person);

CREATE TABLE address_change (
    person BLOB NOT NULL PRIMARY KEY,
    change BLOB NOT NULL,
    email BLOB NOT NULL,
    stage TEXT NOT NULL,
    in_person INTEGER NOT NULL,
    ends_at INTEGER NOT NULL
);

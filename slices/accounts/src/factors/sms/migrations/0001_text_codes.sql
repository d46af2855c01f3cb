CREATE TABLE phone (
    person BLOB NOT NULL PRIMARY KEY,
    number BLOB NOT NULL,
    made_at INTEGER NOT NULL
);
CREATE TABLE text_code (
    person BLOB NOT NULL PRIMARY KEY,
    asking BLOB NOT NULL,
    number BLOB,
    attempt BLOB NOT NULL,
    code_hash BLOB,
    tries INTEGER NOT NULL,
    ends_at INTEGER NOT NULL
);

CREATE TABLE registration (
    id BLOB NOT NULL PRIMARY KEY,
    email BLOB,
    language TEXT NOT NULL,
    link_hash BLOB,
    link_ends_at INTEGER
);
CREATE INDEX registration_by_link ON registration (link_hash);

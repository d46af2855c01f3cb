CREATE TABLE brought_part (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    archive BLOB NOT NULL,
    brought_at INTEGER NOT NULL,
    heading BLOB NOT NULL
);
CREATE INDEX brought_part_person ON brought_part (person, archive);

CREATE TABLE brought_entry (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    part BLOB NOT NULL,
    body BLOB NOT NULL,
    file BLOB,
    size INTEGER,
    name BLOB
);
CREATE INDEX brought_entry_part ON brought_entry (person, part, id);

CREATE TABLE mailbox (
    person BLOB NOT NULL PRIMARY KEY,
    number BLOB NOT NULL,
    returned_at INTEGER
);
CREATE UNIQUE INDEX mailbox_by_number ON mailbox (number);

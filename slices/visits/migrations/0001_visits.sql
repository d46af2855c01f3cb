-- Visitor data: a container for each day, and the sealed pieces of its log. All of a day goes with the day.
CREATE TABLE visit_day (
    id BLOB NOT NULL PRIMARY KEY,
    date TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL
);
CREATE TABLE visit_piece (
    id BLOB NOT NULL PRIMARY KEY,
    day BLOB NOT NULL,
    file BLOB NOT NULL,
    times INTEGER NOT NULL,
    visits INTEGER NOT NULL,
    addresses INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    dropped INTEGER NOT NULL
);
CREATE INDEX visit_piece_day ON visit_piece (day);
CREATE TABLE visit_capacity (
    day BLOB NOT NULL PRIMARY KEY,
    figures TEXT NOT NULL
);

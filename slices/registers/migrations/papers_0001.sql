-- Paper about people: whose it is and what it is. This goes with the person; where it lies does not, until it is shredded.
CREATE TABLE paper (
    id BLOB NOT NULL PRIMARY KEY,
    subject BLOB,
    keeper BLOB NOT NULL,
    name BLOB NOT NULL,
    what BLOB NOT NULL,
    clause TEXT NOT NULL,
    recorded_at INTEGER NOT NULL
);
CREATE INDEX paper_subject ON paper (subject);
CREATE INDEX paper_keeper ON paper (keeper);
CREATE TABLE paper_shelf (
    paper BLOB NOT NULL PRIMARY KEY,
    kept_by BLOB NOT NULL,
    place BLOB NOT NULL,
    due TEXT NOT NULL,
    shredded_on TEXT,
    shredder BLOB,
    shredded_by BLOB,
    reminded INTEGER NOT NULL
);
CREATE INDEX paper_shelf_due ON paper_shelf (shredded_on, due);

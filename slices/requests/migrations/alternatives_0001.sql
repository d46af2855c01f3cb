-- Who asks for another way to take part, how far that has come, and how it ended. `helper` is whoever has taken it up at
-- the present step; `due_at` is the first instant at which that step is over.
CREATE TABLE alternative (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    helper BLOB,
    clause TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    step INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    closed_at INTEGER,
    outcome TEXT,
    reminded_at INTEGER
);
CREATE INDEX alternative_person ON alternative (person);
CREATE INDEX alternative_helper ON alternative (helper);
CREATE INDEX alternative_due ON alternative (closed_at, due_at);

-- What was written and done about it, in order, and at which step. The program itself has no `author`.
CREATE TABLE alternative_line (
    id BLOB NOT NULL PRIMARY KEY,
    alternative BLOB NOT NULL,
    kind TEXT NOT NULL,
    step INTEGER NOT NULL,
    author BLOB,
    at INTEGER NOT NULL,
    note BLOB
);
CREATE INDEX alternative_line_alternative ON alternative_line (alternative, at);

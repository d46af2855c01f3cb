-- What looked like misuse on a day, and what was done about it. No address and nobody's id: it goes with its day.
CREATE TABLE visit_finding (
    id BLOB NOT NULL PRIMARY KEY,
    day BLOB NOT NULL,
    rule TEXT NOT NULL,
    at INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    answer BLOB,
    answered_at INTEGER,
    UNIQUE (day, rule)
);

-- What did not fit in a day's access, and what was found out about it. It goes with the day's access log.
CREATE TABLE access_finding (
    id BLOB NOT NULL PRIMARY KEY,
    day BLOB NOT NULL,
    rule TEXT NOT NULL,
    person BLOB NOT NULL,
    looks INTEGER NOT NULL,
    raised_at INTEGER NOT NULL,
    answer BLOB,
    answered_by BLOB,
    answered_at INTEGER,
    UNIQUE (day, rule, person)
);
CREATE INDEX access_finding_open ON access_finding (answered_at, raised_at);

-- When somebody looked the access log through. It goes with the access log of the day on which that was done.
CREATE TABLE access_review (
    id BLOB NOT NULL PRIMARY KEY,
    day BLOB NOT NULL,
    person BLOB NOT NULL,
    done_at INTEGER NOT NULL
);
CREATE INDEX access_review_day ON access_review (day);
CREATE INDEX access_review_done ON access_review (done_at);

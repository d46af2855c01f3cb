-- Break-glass: a technician reads one container for a while to mend a problem, after somebody else has agreed.
CREATE TABLE break_glass (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    person BLOB,
    coach BLOB,
    participant BLOB,
    reason BLOB NOT NULL,
    problem BLOB NOT NULL,
    asker BLOB NOT NULL,
    asked_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    opened_at INTEGER,
    ended_at INTEGER
);
CREATE INDEX break_glass_asked ON break_glass (asked_at);
CREATE INDEX break_glass_person ON break_glass (person);
CREATE INDEX break_glass_coach ON break_glass (coach);
CREATE INDEX break_glass_participant ON break_glass (participant);

-- Who agreed, and who declined.
CREATE TABLE break_glass_vote (
    id BLOB NOT NULL PRIMARY KEY,
    glass BLOB NOT NULL,
    voter BLOB NOT NULL,
    agrees INTEGER NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (glass, voter)
);

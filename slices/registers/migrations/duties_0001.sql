-- What people confirmed of a clause that no program can keep, and what was found when an agreement was looked at again.
CREATE TABLE confirmation (
    id BLOB NOT NULL PRIMARY KEY,
    clause TEXT NOT NULL,
    outcome TEXT NOT NULL,
    confirmed_by BLOB NOT NULL,
    confirmed_at INTEGER NOT NULL,
    note BLOB NOT NULL,
    document BLOB
);
CREATE INDEX confirmation_clause ON confirmation (clause, confirmed_at);
-- The last reminder of a clause: for which day, and which of the reminders it was.
CREATE TABLE duty_reminder (
    clause TEXT NOT NULL PRIMARY KEY,
    due TEXT NOT NULL,
    stage INTEGER NOT NULL
);

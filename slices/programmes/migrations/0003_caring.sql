-- When a coach asked for a colleague; empty again when one is to take over.
ALTER TABLE enrolment ADD COLUMN asked INTEGER;

-- When a coach is away; both days belong to it. A row goes on the day after its last.
CREATE TABLE coach_leave (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    told INTEGER
);
CREATE INDEX coach_leave_person ON coach_leave (person, until);
CREATE INDEX coach_leave_untold ON coach_leave (since) WHERE told IS NULL;
CREATE INDEX coach_leave_until ON coach_leave (until);

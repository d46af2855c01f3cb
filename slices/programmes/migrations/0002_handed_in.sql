-- A file that somebody handed in at an exercise. Which of them an answer holds stands in its revisions, sealed.
CREATE TABLE handed_in (
    id BLOB NOT NULL PRIMARY KEY,
    enrolment BLOB NOT NULL,
    author BLOB NOT NULL,
    exercise TEXT NOT NULL,
    added INTEGER NOT NULL,
    shared INTEGER,
    file BLOB NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    name BLOB NOT NULL
);
CREATE INDEX handed_in_exercise ON handed_in (enrolment, exercise);
CREATE INDEX handed_in_shared ON handed_in (enrolment, shared) WHERE shared IS NOT NULL;

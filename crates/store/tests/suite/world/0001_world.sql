CREATE TABLE organisation (id BLOB NOT NULL PRIMARY KEY);
CREATE TABLE person (
    id BLOB NOT NULL PRIMARY KEY,
    name BLOB,
    email BLOB,
    email_hash BLOB UNIQUE
);
CREATE TABLE trajectory (
    id BLOB NOT NULL PRIMARY KEY,
    coach BLOB NOT NULL,
    participant BLOB NOT NULL,
    state TEXT NOT NULL
);
CREATE INDEX trajectory_participant ON trajectory (participant);
CREATE TABLE message (
    id BLOB NOT NULL PRIMARY KEY,
    trajectory BLOB NOT NULL REFERENCES trajectory (id),
    body BLOB NOT NULL,
    sent_at INTEGER NOT NULL
);
CREATE INDEX message_trajectory ON message (trajectory, sent_at);
CREATE TABLE attachment (
    id BLOB NOT NULL PRIMARY KEY,
    message BLOB NOT NULL REFERENCES message (id),
    trajectory BLOB NOT NULL,
    file BLOB NOT NULL,
    name BLOB NOT NULL
);
CREATE INDEX attachment_trajectory ON attachment (trajectory);
CREATE TABLE note (
    id BLOB NOT NULL PRIMARY KEY,
    trajectory BLOB NOT NULL REFERENCES trajectory (id),
    body BLOB NOT NULL
);
CREATE INDEX note_trajectory ON note (trajectory);

CREATE TABLE trajectory (
    id BLOB NOT NULL PRIMARY KEY,
    coach BLOB NOT NULL,
    participant BLOB NOT NULL,
    began INTEGER NOT NULL,
    ended INTEGER
);
CREATE INDEX trajectory_coach ON trajectory (coach, began);
CREATE INDEX trajectory_participant ON trajectory (participant, began);
CREATE INDEX trajectory_began ON trajectory (began);

CREATE TABLE message (
    id BLOB NOT NULL PRIMARY KEY,
    trajectory BLOB NOT NULL,
    author BLOB NOT NULL,
    sent INTEGER NOT NULL,
    seen INTEGER,
    body BLOB NOT NULL
);
CREATE INDEX message_trajectory ON message (trajectory, sent, id);
CREATE INDEX message_author ON message (trajectory, author, sent);
CREATE INDEX message_unseen ON message (trajectory, author) WHERE seen IS NULL;

CREATE TABLE attachment (
    id BLOB NOT NULL PRIMARY KEY,
    trajectory BLOB NOT NULL,
    message BLOB NOT NULL,
    file BLOB NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    name BLOB NOT NULL
);
CREATE INDEX attachment_message ON attachment (trajectory, message);

CREATE TABLE draft (
    id BLOB NOT NULL PRIMARY KEY,
    trajectory BLOB NOT NULL,
    author BLOB NOT NULL,
    saved INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE UNIQUE INDEX draft_author ON draft (trajectory, author);

CREATE TABLE private_note (
    id BLOB NOT NULL PRIMARY KEY,
    trajectory BLOB NOT NULL,
    written INTEGER NOT NULL,
    changed INTEGER,
    body BLOB NOT NULL
);
CREATE INDEX private_note_trajectory ON private_note (trajectory, written, id);

CREATE TABLE shared_note (
    id BLOB NOT NULL PRIMARY KEY,
    trajectory BLOB NOT NULL,
    author BLOB NOT NULL,
    written INTEGER NOT NULL,
    shared INTEGER,
    body BLOB NOT NULL
);
CREATE INDEX shared_note_trajectory ON shared_note (trajectory, written, id);

CREATE TABLE goal (
    id BLOB NOT NULL PRIMARY KEY,
    trajectory BLOB NOT NULL,
    set_by BLOB NOT NULL,
    set_at INTEGER NOT NULL,
    reached INTEGER,
    title BLOB NOT NULL
);
CREATE INDEX goal_trajectory ON goal (trajectory, set_at, id);

CREATE TABLE task (
    id BLOB NOT NULL PRIMARY KEY,
    trajectory BLOB NOT NULL,
    goal BLOB NOT NULL,
    doer BLOB NOT NULL,
    set_by BLOB NOT NULL,
    set_at INTEGER NOT NULL,
    done INTEGER,
    done_by BLOB,
    title BLOB NOT NULL
);
CREATE INDEX task_trajectory ON task (trajectory, set_at, id);

CREATE TABLE appointment (
    id BLOB NOT NULL PRIMARY KEY,
    trajectory BLOB NOT NULL,
    made_by BLOB NOT NULL,
    begins INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    cancelled INTEGER,
    title BLOB NOT NULL,
    place BLOB
);
CREATE INDEX appointment_trajectory ON appointment (trajectory, begins, id);

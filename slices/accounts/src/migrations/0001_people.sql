CREATE TABLE organisation (
    id BLOB NOT NULL PRIMARY KEY
);

CREATE TABLE person (
    id BLOB NOT NULL PRIMARY KEY
);

CREATE TABLE account (
    person BLOB NOT NULL PRIMARY KEY,
    email_hash BLOB NOT NULL,
    name BLOB NOT NULL,
    email BLOB NOT NULL,
    language TEXT NOT NULL,
    theme TEXT NOT NULL,
    invited_at INTEGER NOT NULL,
    accepted_at INTEGER,
    left_at INTEGER
);
CREATE UNIQUE INDEX account_by_email ON account (email_hash);

CREATE TABLE account_role (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    role TEXT NOT NULL
);
CREATE UNIQUE INDEX account_role_by_person ON account_role (person, role);
CREATE INDEX account_role_by_role ON account_role (role);

CREATE TABLE invitation (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    invited_by BLOB NOT NULL,
    note BLOB,
    sent_at INTEGER NOT NULL
);
CREATE INDEX invitation_by_person ON invitation (person);

CREATE TABLE credential (
    person BLOB NOT NULL PRIMARY KEY,
    password BLOB NOT NULL,
    changed_at INTEGER NOT NULL
);

CREATE TABLE session (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    token_hash BLOB NOT NULL,
    began_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX session_by_token ON session (token_hash);
CREATE INDEX session_by_person ON session (person);

CREATE TABLE sign_in_link (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    purpose TEXT NOT NULL,
    token_hash BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX sign_in_link_by_token ON sign_in_link (token_hash);
CREATE INDEX sign_in_link_by_person ON sign_in_link (person);

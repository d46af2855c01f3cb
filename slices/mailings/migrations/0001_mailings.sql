-- What people agreed to, what the organisation mails them, and the links of those mails. Only hashes of links are kept.
CREATE TABLE consent (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    consent TEXT NOT NULL,
    wording BLOB NOT NULL,
    version INTEGER NOT NULL,
    given_at INTEGER NOT NULL,
    withdrawn_at INTEGER
);
CREATE INDEX consent_person ON consent (person);
CREATE INDEX consent_standing ON consent (consent, withdrawn_at);
CREATE TABLE mailing (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    written_by BLOB NOT NULL,
    written_at INTEGER NOT NULL,
    sent_at INTEGER,
    sent_to INTEGER
);
CREATE INDEX mailing_written ON mailing (written_at);
CREATE TABLE mailing_text (
    id BLOB NOT NULL PRIMARY KEY,
    mailing BLOB NOT NULL,
    language TEXT NOT NULL,
    subject BLOB NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX mailing_text_mailing ON mailing_text (mailing);
CREATE TABLE mailing_link (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    consent TEXT NOT NULL,
    purpose TEXT NOT NULL,
    token_hash BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    used_at INTEGER
);
CREATE INDEX mailing_link_hash ON mailing_link (token_hash);
CREATE INDEX mailing_link_person ON mailing_link (person);

-- Disclosures: what was to be handed to somebody outside, on what ground, who agreed, and who was told of changes since.
CREATE TABLE disclosure (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB,
    subject BLOB NOT NULL,
    recipient BLOB NOT NULL,
    place BLOB NOT NULL,
    mail BLOB,
    reference BLOB NOT NULL,
    ground TEXT NOT NULL,
    categories TEXT NOT NULL,
    proposed_by BLOB NOT NULL,
    proposed_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    decided_at INTEGER,
    consented_at INTEGER,
    sent_at INTEGER,
    untold BLOB,
    untold_until INTEGER,
    reminded_at INTEGER
);
CREATE INDEX disclosure_person ON disclosure (person);
CREATE INDEX disclosure_state ON disclosure (state, proposed_at);

-- Who agreed besides the one who proposed, and who declined.
CREATE TABLE disclosure_vote (
    id BLOB NOT NULL PRIMARY KEY,
    disclosure BLOB NOT NULL,
    voter BLOB NOT NULL,
    agrees INTEGER NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (disclosure, voter)
);

-- What was in the package: each class, and the container that held it.
CREATE TABLE disclosure_part (
    id BLOB NOT NULL PRIMARY KEY,
    disclosure BLOB NOT NULL,
    class TEXT NOT NULL,
    holder BLOB NOT NULL,
    UNIQUE (disclosure, class, holder)
);

-- What the recipient has to be told of since (GDPR Art. 19), and how it was.
CREATE TABLE disclosure_telling (
    id BLOB NOT NULL PRIMARY KEY,
    disclosure BLOB NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    state TEXT NOT NULL,
    told_at INTEGER,
    told_by BLOB,
    note BLOB,
    reminded_at INTEGER,
    UNIQUE (disclosure, kind, at)
);
CREATE INDEX disclosure_telling_state ON disclosure_telling (state, at);

-- What the keeper does, step by step, so that what was begun is finished.
CREATE TABLE keeper_act (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    began INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    fault TEXT,
    generation INTEGER,
    stays TEXT
);
CREATE INDEX keeper_act_open ON keeper_act (state, began);

-- What an open act is about; gone when it is done.
CREATE TABLE keeper_target (
    id BLOB NOT NULL PRIMARY KEY,
    act BLOB NOT NULL,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    class TEXT NOT NULL,
    holder BLOB NOT NULL,
    clause TEXT,
    gone INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    file_count INTEGER NOT NULL
);
CREATE UNIQUE INDEX keeper_target_once ON keeper_target (act, kind, class, holder);
CREATE INDEX keeper_target_left ON keeper_target (act, gone, place);

-- Files whose rows went and which are still to be removed.
CREATE TABLE keeper_file (
    id BLOB NOT NULL PRIMARY KEY,
    act BLOB NOT NULL
);
CREATE INDEX keeper_file_act ON keeper_file (act);

-- Proof of what went, without a word of whose it was.
CREATE TABLE keeper_receipt (
    id BLOB NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    went TEXT NOT NULL,
    stays TEXT NOT NULL,
    generation INTEGER NOT NULL,
    ledger_sequence INTEGER NOT NULL,
    ledger_hash BLOB NOT NULL
);
CREATE INDEX keeper_receipt_at ON keeper_receipt (at);

-- When the keeper last looked: what shows a clock that leapt.
CREATE TABLE keeper_look (
    id INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
);

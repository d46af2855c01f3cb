-- Heads of the ledger, signed: one at the end of each day with acts, and one with each receipt.
CREATE TABLE ledger_head (
    sequence INTEGER NOT NULL,
    first INTEGER NOT NULL,
    at INTEGER NOT NULL,
    hash BLOB NOT NULL,
    key BLOB NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (sequence, first)
);

-- Somebody who has lost every factor is let to set up the second step again: who asked and how the person was known, who
-- agreed, and how it went.
CREATE TABLE factor_renewal (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    asked_by BLOB NOT NULL,
    agreed_by BLOB,
    how BLOB NOT NULL,
    asked_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    alone INTEGER NOT NULL,
    closes_at INTEGER NOT NULL,
    stop_hash BLOB
);
CREATE INDEX factor_renewal_person ON factor_renewal (person, id);
CREATE INDEX factor_renewal_stop ON factor_renewal (stop_hash);

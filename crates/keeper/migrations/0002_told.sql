-- Who was told beforehand that something goes on which day; a row goes when that day has passed.
CREATE TABLE keeper_told (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    due INTEGER NOT NULL,
    UNIQUE (person, due)
);
CREATE INDEX keeper_told_due ON keeper_told (due);

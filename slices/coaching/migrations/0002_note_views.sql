CREATE TABLE note_view (
    id BLOB NOT NULL PRIMARY KEY,
    trajectory BLOB NOT NULL,
    note BLOB NOT NULL,
    author BLOB NOT NULL,
    written INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE UNIQUE INDEX note_view_note ON note_view (trajectory, note);

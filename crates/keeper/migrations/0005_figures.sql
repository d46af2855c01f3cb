-- What the page shows of each clause: gathered each night, with nobody in it.
CREATE TABLE keeper_figure (
    clause TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    figure TEXT NOT NULL
);

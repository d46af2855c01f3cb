-- How many visits opened a page on a day, and for how long in all. Counts alone: no visit can be found in them.
CREATE TABLE visit_page (
    id BLOB NOT NULL PRIMARY KEY,
    day BLOB NOT NULL,
    page TEXT NOT NULL,
    visits INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    UNIQUE (day, page)
);

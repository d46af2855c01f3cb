-- How many lines of a piece hold a host and a browser, and who read the lines of which day, for which reason.
CREATE TABLE visit_agent (
    id BLOB NOT NULL PRIMARY KEY,
    day BLOB NOT NULL,
    hosts INTEGER NOT NULL,
    browsers INTEGER NOT NULL
);
CREATE INDEX visit_agent_day ON visit_agent (day);
CREATE TABLE visit_reading (
    id BLOB NOT NULL PRIMARY KEY,
    day BLOB NOT NULL,
    person BLOB NOT NULL,
    of_date TEXT NOT NULL,
    reason BLOB NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX visit_reading_day ON visit_reading (day);
CREATE INDEX visit_reading_at ON visit_reading (at);

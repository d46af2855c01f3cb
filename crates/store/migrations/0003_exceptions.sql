-- Under which exception somebody looked (a break-glass, a disclosure), and what was opened by it.
ALTER TABLE access_line ADD COLUMN exception BLOB;
ALTER TABLE access_line ADD COLUMN items TEXT;
CREATE INDEX access_line_exception ON access_line (exception);

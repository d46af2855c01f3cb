-- Almost no line is of an exception: the others need no place in its index.
DROP INDEX access_line_exception;
CREATE INDEX access_line_exception ON access_line (exception) WHERE exception IS NOT NULL;

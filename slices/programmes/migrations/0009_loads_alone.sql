-- Counting does not look at the rows.
DROP INDEX enrolment_load;
CREATE INDEX enrolment_load ON enrolment (coach, ended) WHERE ended IS NULL;

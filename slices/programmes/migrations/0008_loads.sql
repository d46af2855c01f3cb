-- How many each coach has.
CREATE INDEX enrolment_load ON enrolment (coach) WHERE ended IS NULL;

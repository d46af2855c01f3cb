-- The day on which the next step opens by itself, until its participant was told.
ALTER TABLE enrolment ADD COLUMN opens TEXT;
CREATE INDEX enrolment_opens ON enrolment (opens) WHERE opens IS NOT NULL;

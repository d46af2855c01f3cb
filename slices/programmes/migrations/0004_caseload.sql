-- In the order in which a caseload is read.
DROP INDEX enrolment_coach;
CREATE INDEX enrolment_coach ON enrolment (coach, began, id);

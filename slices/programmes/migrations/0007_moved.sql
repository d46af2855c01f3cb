-- What moved, for a caseload: one place each, without a look at the row.
CREATE INDEX revision_moved ON revision (enrolment, shared) WHERE moved = 1 AND shared IS NOT NULL;

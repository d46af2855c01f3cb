-- What moved, for a caseload: one place each, without a look at the row.
CREATE INDEX revision_moved ON revision (enrolment, shared) WHERE moved = 1 AND shared IS NOT NULL;

-- In the order in which managers see who follows what: what asks for them first.
CREATE INDEX enrolment_turn ON enrolment (
    (CASE WHEN coach IS NULL THEN 0 WHEN asked IS NOT NULL THEN 1 WHEN objected IS NOT NULL THEN 2 ELSE 3 END), began, id
) WHERE ended IS NULL;

-- How many are in the middle of a programme.
CREATE INDEX enrolment_programme ON enrolment (programme) WHERE ended IS NULL;

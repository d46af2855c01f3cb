//! Every SQL text of the slice; one for both engines.

kernel::queries! {
    /// Who opened a container before an instant, or was refused, newest first.
    LOOKS for ["looks.own"] =
        "SELECT at, actor, job, action, resource, exception, items, refused FROM access_line
         WHERE resource = $1 AND at < $2 ORDER BY at DESC, id DESC LIMIT $3";
    /// The lines of a day by people, and of whatever was refused, oldest first.
    DAY for ["access.review", "evidence.watch"] =
        "SELECT at, actor, job, action, container, resource, device, refused FROM access_line
         WHERE day = $1 AND (actor IS NOT NULL OR refused IS NOT NULL) ORDER BY at, id LIMIT $2 OFFSET $3";
    /// The days with lines, newest first, before a day.
    DAYS for ["access.review", "evidence.watch"] =
        "SELECT id, at FROM log_day WHERE at < $1 ORDER BY at DESC LIMIT $2";
    /// Raises a finding, once; one that waits for its answer grows with the day.
    FINDING_NEW for ["evidence.watch"] =
        "INSERT INTO access_finding (id, day, rule, person, looks, raised_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (day, rule, person) DO UPDATE SET looks = excluded.looks
         WHERE access_finding.answered_at IS NULL AND access_finding.looks < excluded.looks";
    /// Findings, open ones first, then the newest.
    FINDINGS for ["access.review"] =
        "SELECT id, day, rule, person, looks, raised_at, answer, answered_by, answered_at FROM access_finding
         ORDER BY CASE WHEN answered_at IS NULL THEN 0 ELSE 1 END, raised_at DESC, id LIMIT $1";
    /// One finding that is not answered.
    FINDING for ["access.answer"] = "SELECT day FROM access_finding WHERE id = $1 AND answered_at IS NULL";
    /// Answers a finding.
    FINDING_ANSWER for ["access.answer"] =
        "UPDATE access_finding SET answer = $2, answered_by = $3, answered_at = $4
         WHERE id = $1 AND answered_at IS NULL";
    /// Notes that the access log was looked through.
    REVIEW_NEW for ["access.answer"] =
        "INSERT INTO access_review (id, day, person, done_at) VALUES ($1, $2, $3, $4)";
    /// When it was last looked through.
    REVIEW_LAST for ["access.review"] = "SELECT done_at FROM access_review ORDER BY done_at DESC LIMIT 1";
    /// The oldest day with lines.
    FIRST_DAY for ["access.review"] = "SELECT at FROM log_day ORDER BY at LIMIT 1";
}
